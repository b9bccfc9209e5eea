//! What chatd says on a terminal once it is ready: where it is, and what to try next. Never in logs or pipes.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// Who may administer, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// With the key in this file.
    KeyIn(PathBuf),
    /// With the key that was configured.
    KeyGiven,
    /// Anybody.
    Open,
}

/// What the banner tells.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    /// The address to connect to from this machine.
    pub address: SocketAddr,
    /// The data folder.
    pub data: &'a Path,
    /// Whether chatctl finds that folder by itself.
    pub data_is_default: bool,
    /// Who may administer.
    pub access: &'a Access,
}

/// The banner; with colours where `colour`.
#[must_use]
pub fn banner(facts: &Facts<'_>, colour: bool) -> String {
    let (bold, dim, plain) = if colour { ("\u{1b}[1m", "\u{1b}[2m", "\u{1b}[0m") } else { ("", "", "") };
    let Facts { address, data, .. } = facts;
    let key = match facts.access {
        Access::KeyIn(path) => path.display().to_string(),
        Access::KeyGiven => "as configured".into(),
        Access::Open => "not needed: administration is open".into(),
    };
    let ctl = if facts.data_is_default { "chatctl".into() } else { format!("chatctl --data {}", quoted(data)) };
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = write!(
        text,
        "\n{bold}chatd {version} is ready on http://{address}{plain}\n\n  \
         API docs   http://{address}/api-docs/\n  \
         data       {data}\n  \
         admin key  {key}\n\n\
         Try:\n\n  \
         {ctl} app create demo\n  \
         {ctl} import FILE.ndjson\n  \
         {ctl} queue ls\n\n\
         {dim}Ctrl-C stops it; a second Ctrl-C stops it at once.{plain}\n\n",
        version = env!("CARGO_PKG_VERSION"),
        data = data.display(),
    );
    text
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || "/._-+@:,".contains(c));
    if plain { text } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts<'a>(data: &'a Path, access: &'a Access) -> Facts<'a> {
        Facts { address: SocketAddr::from(([127, 0, 0, 1], 8000)), data, data_is_default: true, access }
    }

    #[test]
    fn the_banner_says_where_everything_is() {
        let access = Access::KeyIn("/home/me/.local/share/chatd/admin.key".into());
        let text = banner(&facts(Path::new("/home/me/.local/share/chatd"), &access), false);
        insta::assert_snapshot!(text.replace(env!("CARGO_PKG_VERSION"), "VERSION"));
    }

    #[test]
    fn the_commands_name_a_data_folder_that_chatctl_would_not_find() {
        let facts = Facts { data_is_default: false, ..facts(Path::new("/srv/my chats"), &Access::Open) };
        let text = banner(&facts, true);
        assert!(text.contains("chatctl --data '/srv/my chats' app create demo"), "{text}");
        assert!(text.contains("administration is open"), "{text}");
    }
}
