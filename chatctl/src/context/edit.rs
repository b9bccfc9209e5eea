//! Changes of the user's configuration file: what else stands in it, comments and order, stays as it is. A file that is
//! half written is never seen: the new one takes the old one's place as a whole.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use toml_edit::{DocumentMut, Item, Table, value};

use super::file::{File, Layer, unreadable};
use crate::files::unwritable;
use crate::output::failure::Failure;

/// Who may read a file that is made here.
const MODE: u32 = 0o600;

/// What is to be kept of a context.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    /// Its keys of text with their values.
    pub texts: Vec<(&'static str, String)>,
    /// Its marks that are set.
    pub flags: Vec<&'static str>,
}

/// Writes a context, and makes it the usual one where that is wanted.
pub fn put(path: &Path, name: &str, entry: &Entry, usual: bool) -> Result<(), Failure> {
    change(path, |document| {
        let contexts = document.entry("contexts").or_insert_with(|| {
            let mut contexts = Table::new();
            contexts.set_implicit(true);
            Item::Table(contexts)
        });
        let mut table = Table::new();
        for (key, text) in &entry.texts {
            table.insert(key, value(text));
        }
        for key in &entry.flags {
            table.insert(key, value(true));
        }
        if let Some(contexts) = contexts.as_table_like_mut() {
            contexts.insert(name, Item::Table(table));
        }
        if usual {
            document.insert("context", value(name));
        }
    })
}

/// Makes a context the usual one.
pub fn make_usual(path: &Path, name: &str) -> Result<(), Failure> {
    change(path, |document| drop(document.insert("context", value(name))))
}

/// Takes a context away; it is the usual one no more.
pub fn remove(path: &Path, name: &str) -> Result<(), Failure> {
    change(path, |document| {
        if let Some(contexts) = document.get_mut("contexts").and_then(Item::as_table_like_mut) {
            contexts.remove(name);
        }
        if document.get("context").and_then(Item::as_str) == Some(name) {
            document.remove("context");
        }
    })
}

/// Writes a secret into a file of its own beside the configuration; the name by which the configuration has it.
pub fn keep_key(config: &Path, context: &str, key: &str) -> Result<String, Failure> {
    let name = format!("{context}.key");
    replace(&config.with_file_name(&name), &format!("{key}\n"))?;
    Ok(name)
}

fn change(path: &Path, act: impl FnOnce(&mut DocumentMut)) -> Result<(), Failure> {
    // Through a link, so that the link stays one.
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(unreadable(&path, error).hint("let this user read and write it")),
    };
    // What is not understood is not written over.
    File::parse(&text, path.clone(), Layer::User)?;
    let mut document: DocumentMut = text.parse().map_err(|error| unreadable(&path, error))?;
    act(&mut document);
    let text = document.to_string();
    File::parse(&text, path.clone(), Layer::User)?;
    replace(&path, &text)
}

fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error| unwritable(format!("write {}", path.display()), &error);
    if let Some(folder) = path.parent() {
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(failed)?;
    }
    let part = part_of(path);
    let written = write(&part, text).and_then(|()| {
        if let Ok(old) = std::fs::metadata(path) {
            std::fs::set_permissions(&part, std::fs::Permissions::from_mode(old.permissions().mode()))?;
        }
        std::fs::rename(&part, path)
    });
    written.map_err(|error| {
        // What is left of it is of no use.
        let _ = std::fs::remove_file(&part);
        failed(error)
    })
}

/// Beside it, and another one for every process.
fn part_of(path: &Path) -> PathBuf {
    let mut part = path.as_os_str().to_owned();
    part.push(format!(".{}.part", std::process::id()));
    part.into()
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(MODE).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry { texts: vec![("api", "http://h:1".to_owned())], flags: vec!["protected"] }
    }

    #[test]
    fn what_else_stands_in_the_file_stays_as_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("new/config.toml");
        put(&path, "prod", &entry(), true).expect("written");
        let text = || std::fs::read_to_string(&path).expect("text");
        assert_eq!(text(), "context = \"prod\"\n\n[contexts.prod]\napi = \"http://h:1\"\nprotected = true\n");
        assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode() & 0o777, MODE);
        let mine = "# mine\ntimeout = \"5s\" # short\n\n[contexts.old]\ndata = \"/srv\" # there\n";
        std::fs::write(&path, mine).expect("written");
        put(&path, "prod", &entry(), false).expect("written");
        make_usual(&path, "prod").expect("written");
        assert!(
            text().contains("# mine\ntimeout = \"5s\" # short") && text().contains("\ncontext = \"prod\"\n"),
            "{}",
            text()
        );
        remove(&path, "prod").expect("written");
        assert_eq!(text(), mine, "as it was");
        assert_eq!(std::fs::read_dir(path.parent().expect("a folder")).expect("a folder").count(), 1);
    }

    #[test]
    fn a_file_that_is_not_understood_is_not_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("config.toml");
        for text in ["[contexts.half", "contxt = 1\n", "contexts = 3\n"] {
            std::fs::write(&path, text).expect("written");
            put(&path, "prod", &entry(), false).expect_err("refused");
            assert_eq!(std::fs::read_to_string(&path).expect("text"), text);
        }
    }
}
