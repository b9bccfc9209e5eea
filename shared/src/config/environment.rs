//! The world as the configuration sees it: variables, the current folder and files. A value, so that tests run beside
//! each other with worlds of their own. Knows no setting.

use std::collections::BTreeMap;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The most bytes that a configuration or secret file may have: more is a mistake, such as a device or a database.
const FILE_LIMIT: u64 = 1024 * 1024;

/// Reads files.
pub trait Files: Send + Sync {
    /// The whole file as text; an error where it cannot be read, is no UTF-8 or is larger than 1 MiB.
    fn read(&self, path: &Path) -> io::Result<String>;
}

/// Where variables and files come from.
#[derive(Clone)]
pub struct Environment {
    /// The environment variables. Of names and values that are no UTF-8 a lossy form.
    pub vars: BTreeMap<String, String>,
    /// What relative paths in variables and flags start from.
    pub current_dir: PathBuf,
    /// The files.
    pub files: Arc<dyn Files>,
}

impl Environment {
    /// The environment of this process.
    #[must_use]
    pub fn of_process() -> Self {
        let text = |os: std::ffi::OsString| os.to_string_lossy().into_owned();
        Self {
            vars: std::env::vars_os().map(|(name, value)| (text(name), text(value))).collect(),
            // Without a current folder relative paths stay relative, and what uses them says what is wrong.
            current_dir: std::env::current_dir().unwrap_or_default(),
            files: Arc::new(RealFiles),
        }
    }

    /// A variable; one that is empty counts as not set, since compose files pass `NAME=` for what is not given.
    #[must_use]
    pub fn var(&self, name: &str) -> Option<&str> {
        self.vars.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// The user's home.
    #[must_use]
    pub fn home(&self) -> Option<PathBuf> {
        self.var("HOME").map(PathBuf::from)
    }

    /// The default data folder of chatd: `$XDG_DATA_HOME/chatd`, that is `~/.local/share/chatd`. `None` without a home.
    #[must_use]
    pub fn default_data_dir(&self) -> Option<PathBuf> {
        // A relative XDG_DATA_HOME is to be ignored, says the XDG base directory specification.
        let xdg = self.var("XDG_DATA_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
        let share = xdg.or_else(|| Some(self.home()?.join(".local/share")))?;
        Some(share.join("chatd"))
    }
}

struct RealFiles;

impl Files for RealFiles {
    fn read(&self, path: &Path) -> io::Result<String> {
        let mut text = String::new();
        let read = std::fs::File::open(path)?.take(FILE_LIMIT + 1).read_to_string(&mut text)?;
        if read as u64 > FILE_LIMIT {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "it is larger than 1 MiB"));
        }
        Ok(text)
    }
}

#[cfg(test)]
pub(crate) mod fake {
    //! A world made of literals.

    use super::*;

    struct FakeFiles(BTreeMap<PathBuf, String>);

    impl Files for FakeFiles {
        fn read(&self, path: &Path) -> io::Result<String> {
            self.0.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
        }
    }

    /// A world with a home at `/home/me`, these variables and these files.
    pub(crate) fn environment(vars: &[(&str, &str)], files: &[(&str, &str)]) -> Environment {
        let mut all: BTreeMap<String, String> = BTreeMap::from([("HOME".into(), "/home/me".into())]);
        all.extend(vars.iter().map(|(name, value)| ((*name).into(), (*value).into())));
        let files = files.iter().map(|(path, text)| (PathBuf::from(path), (*text).to_string())).collect();
        Environment { vars: all, current_dir: "/work".into(), files: Arc::new(FakeFiles(files)) }
    }
}

#[cfg(test)]
mod tests {
    use super::fake::environment;
    use super::*;

    #[test]
    fn the_data_folder_follows_xdg_and_ignores_a_relative_one() {
        let dir = |vars| environment(vars, &[]).default_data_dir();
        assert_eq!(dir(&[]), Some("/home/me/.local/share/chatd".into()));
        assert_eq!(dir(&[("XDG_DATA_HOME", "/d")]), Some("/d/chatd".into()));
        assert_eq!(dir(&[("XDG_DATA_HOME", "d")]), Some("/home/me/.local/share/chatd".into()));
        assert_eq!(dir(&[("HOME", "")]), None);
    }

    #[test]
    fn a_file_without_end_is_not_read_to_its_end() {
        let error = RealFiles.read(Path::new("/dev/zero")).expect_err("no end");
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
    }
}
