//! The scripts: their texts, and the names that a server knows them by. They are run by name only, so that a server with
//! perhaps other data says that it does not know them, instead of running what it was just handed (N-NO-BLIND-LOAD).

use std::fmt::Write as _;

use sha1::{Digest as _, Sha1};

/// A script: its text, and its SHA-1 in hexadecimal.
#[derive(Debug)]
pub struct Script {
    /// The text.
    pub text: String,
    /// What EVALSHA names.
    pub sha: String,
}

impl Script {
    fn new(text: String) -> Self {
        let sha = Sha1::digest(text.as_bytes()).iter().fold(String::with_capacity(40), |mut sha, byte| {
            // Writing to a String cannot fail.
            let _ = write!(sha, "{byte:02x}");
            sha
        });
        Self { text, sha }
    }

    /// The accept script of a confirmation: its text ends with the number, so that a server that was confirmed earlier
    /// only does not know it (N-CONFIRMATION-NUMBER).
    pub fn accept(confirmation: u64) -> Self {
        Self::new(format!("{}-- {confirmation}\n", include_str!("lua/accept.lua")))
    }
}

/// The scripts that give no number. Each looks at the epoch itself where that matters, so a server that does not know one
/// may be handed it.
#[derive(Debug)]
pub struct Scripts {
    pub acknowledge: Script,
    pub claim: Script,
    pub counters: Script,
    pub distrust: Script,
    pub enter: Script,
    pub index: Script,
    pub pass: Script,
    pub settled: Script,
    pub survey: Script,
    pub trim: Script,
}

impl Scripts {
    pub fn new() -> Self {
        let script = |text: &str| Script::new(text.to_owned());
        Self {
            acknowledge: script(include_str!("lua/acknowledge.lua")),
            claim: script(include_str!("lua/claim.lua")),
            counters: script(include_str!("lua/counters.lua")),
            distrust: script(include_str!("lua/distrust.lua")),
            enter: script(include_str!("lua/enter.lua")),
            index: script(include_str!("lua/index.lua")),
            pass: script(include_str!("lua/pass.lua")),
            settled: script(include_str!("lua/settled.lua")),
            survey: script(include_str!("lua/survey.lua")),
            trim: script(include_str!("lua/trim.lua")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_confirmation_has_an_accept_script_of_its_own() {
        assert_ne!(Script::accept(1).sha, Script::accept(2).sha);
        assert_eq!(Script::accept(1).sha, Script::accept(1).sha);
        assert!(Script::accept(17).text.ends_with("-- 17\n"));
    }

    #[test]
    fn a_script_is_named_by_its_sha_1() {
        assert_eq!(Script::new("return 1".into()).sha, "e0e1f9fabfc9d4800c877a703b823ac0578ff8db");
    }
}
