//! Texts with a form: short words, the levels of the log, the admin key.

use super::{Codec, Place, Raw, Wrong, quoted};
use crate::config::auth::Secret;

/// A word of letters, digits, `_`, `-` and `.`.
pub(in crate::config) struct Word {
    /// The most characters.
    pub(in crate::config) max: usize,
}

impl Word {
    fn check(&self, raw: &Raw) -> Result<String, Wrong> {
        let word = raw.text()?.trim();
        let plain = word.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c));
        if word.is_empty() || word.len() > self.max || !plain {
            return Err(Wrong(format!("{word:?} is no such word")));
        }
        Ok(word.to_owned())
    }
}

impl Codec for Word {
    type Value = String;

    fn read(&self, raw: &Raw, _: &Place) -> Result<String, Wrong> {
        self.check(raw)
    }

    fn write(&self, value: &String) -> Option<String> {
        Some(quoted(value))
    }

    fn form(&self) -> String {
        format!("a word of 1 to {} letters, digits, \"_\", \"-\" or \".\"", self.max)
    }
}

/// The levels of the log: `info`, or `info,chatd=debug`.
pub(in crate::config) struct LogLevels;

const LEVELS: [&str; 6] = ["off", "error", "warn", "info", "debug", "trace"];

impl Codec for LogLevels {
    type Value = String;

    fn read(&self, raw: &Raw, _: &Place) -> Result<String, Wrong> {
        // What filters the log takes no white space.
        let text: String = raw.text()?.split_whitespace().collect();
        for part in text.split(',') {
            let (target, level) = part.rsplit_once('=').unwrap_or(("all", part));
            let known = LEVELS.iter().any(|name| name.eq_ignore_ascii_case(level));
            let named = target.chars().all(|c| c.is_ascii_alphanumeric() || "_:".contains(c)) && !target.is_empty();
            if !known || !named {
                return Err(Wrong(format!("{part:?} is no level")));
            }
        }
        Ok(text)
    }

    fn write(&self, value: &String) -> Option<String> {
        Some(quoted(value))
    }

    fn form(&self) -> String {
        "off, error, warn, info, debug or trace, and for single modules for instance \"info,chatd=debug\"".into()
    }
}

/// The admin key. Neither it nor a wrong one is ever told.
pub(in crate::config) struct AdminKey;

/// Fewer characters than this can be guessed.
const KEY_MIN: usize = 16;
/// More than this does not fit a header comfortably.
const KEY_MAX: usize = 1024;

impl Codec for AdminKey {
    type Value = Option<Secret>;

    fn read(&self, raw: &Raw, _: &Place) -> Result<Option<Secret>, Wrong> {
        let key = raw.text()?.trim();
        if !(KEY_MIN..=KEY_MAX).contains(&key.len()) {
            return Err(Wrong(format!("the admin key has {} characters", key.len())));
        }
        if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(Wrong("the admin key holds a character that a header cannot carry".into()));
        }
        Ok(Some(Secret::new(key)))
    }

    fn write(&self, value: &Option<Secret>) -> Option<String> {
        value.as_ref().map(|_| quoted("***"))
    }

    fn form(&self) -> String {
        format!("{KEY_MIN} to {KEY_MAX} visible ASCII characters, for instance from `openssl rand -hex 32`")
    }

    fn example(&self) -> Option<&'static str> {
        Some("\"/run/secrets/chatd-admin-key\"")
    }
}

/// The API key of a search engine. Neither it nor a wrong one is ever told.
pub(in crate::config) struct ApiKey;

impl Codec for ApiKey {
    type Value = Option<Secret>;

    fn read(&self, raw: &Raw, _: &Place) -> Result<Option<Secret>, Wrong> {
        let key = raw.text()?.trim();
        if key.is_empty() || key.len() > KEY_MAX {
            return Err(Wrong(format!("the API key has {} characters", key.len())));
        }
        if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(Wrong("the API key holds a character that a header cannot carry".into()));
        }
        Ok(Some(Secret::new(key)))
    }

    fn write(&self, value: &Option<Secret>) -> Option<String> {
        value.as_ref().map(|_| quoted("***"))
    }

    fn form(&self) -> String {
        format!("1 to {KEY_MAX} visible ASCII characters, as the engine shows them under \"encoded\"")
    }

    fn example(&self) -> Option<&'static str> {
        Some("\"/run/secrets/chatd-search-key\"")
    }
}

/// What names of indices begin with; may be empty.
pub(in crate::config) struct Prefix {
    /// The most characters.
    pub(in crate::config) max: usize,
}

impl Codec for Prefix {
    type Value = String;

    fn read(&self, raw: &Raw, _: &Place) -> Result<String, Wrong> {
        let prefix = raw.text()?.trim();
        let plain = prefix.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-.".contains(c));
        let begins = prefix.chars().next().is_none_or(|c| c.is_ascii_alphanumeric());
        if prefix.len() > self.max || !plain || !begins {
            return Err(Wrong(format!("{prefix:?} is nothing that the name of an index can begin with")));
        }
        Ok(prefix.to_owned())
    }

    fn write(&self, value: &String) -> Option<String> {
        Some(quoted(value))
    }

    fn form(&self) -> String {
        format!("up to {} lower-case letters, digits, \"_\", \"-\" or \".\", the first a letter or a digit", self.max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_is_what_an_index_may_be_called() {
        let read = |text: &str| Prefix { max: 6 }.read(&Raw::Text(text.into()), &Place::default());
        assert_eq!(read(""), Ok(String::new()));
        assert_eq!(read("eu-1_."), Ok("eu-1_.".into()));
        for wrong in ["Eu", "-eu", "_eu", ".eu", "eu/x", "eu*", "eu,us", "toolong"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_wrong_api_key_is_not_told() {
        let read = |text: &str| ApiKey.read(&Raw::Text(text.into()), &Place::default());
        let Err(Wrong(what)) = read("hunter2 hunter2") else { panic!("a space") };
        assert!(!what.contains("hunter"), "{what}");
        let read = read("aHVudGVyMg==\n").expect("valid");
        assert_eq!(ApiKey.write(&read).as_deref(), Some("\"***\""));
    }

    #[test]
    fn words_keep_to_their_form() {
        let read = |text: &str| Word { max: 4 }.read(&Raw::Text(text.into()), &Place::default());
        assert_eq!(read("chat"), Ok("chat".into()));
        for wrong in ["", "chats", "a b", "{p}", "é"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn levels_are_taken_for_all_and_for_single_modules() {
        let read = |text: &str| LogLevels.read(&Raw::Text(text.into()), &Place::default());
        assert!(read("info").is_ok());
        assert_eq!(read(" WARN, chatd::http = trace"), Ok("WARN,chatd::http=trace".into()));
        for wrong in ["", "loud", "info,", "=info", "chatd=", "chatd[span]=info"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_wrong_admin_key_is_not_told() {
        let read = |text: &str| AdminKey.read(&Raw::Text(text.into()), &Place::default());
        let Err(Wrong(what)) = read("short-secret") else { panic!("too short") };
        assert_eq!(what, "the admin key has 12 characters");
        let Err(Wrong(what)) = read("long enough but with spaces") else { panic!("spaces") };
        assert!(!what.contains("enough"));
        assert!(read("0123456789abcdef\n").is_ok());
    }
}
