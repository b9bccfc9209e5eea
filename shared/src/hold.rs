//! The hold on a data folder: one process at a time, whichever program it is. Knows nothing of what is in the folder.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// Only the owner may read the file.
const FILE_MODE: u32 = 0o600;

/// A data folder that this process holds, until this is dropped.
#[derive(Debug)]
pub struct Hold {
    /// The lock lasts as long as the file is open. The file itself stays: a lock on a removed file would hold nobody.
    lock: File,
}

/// Another process holds the data folder.
#[derive(Debug, thiserror::Error)]
#[error(
    "the data folder {} is held by {}; stop it, or give this one its own folder with --data", path.display(), holder(*pid)
)]
pub struct Held {
    /// The folder.
    pub path: PathBuf,
    /// Who holds it, where that process has written it down.
    pub pid: Option<u32>,
}

fn holder(pid: Option<u32>) -> String {
    pid.map_or("another process".into(), |pid| format!("process {pid}"))
}

/// Why a folder could not be taken hold of.
#[derive(Debug, thiserror::Error)]
pub enum NoHold {
    /// Another process holds it.
    #[error(transparent)]
    Held(#[from] Held),
    /// The lock file cannot be used.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// The lock file of a data folder.
#[must_use]
pub fn lock_file(folder: &Path) -> PathBuf {
    folder.join("chatd.lock")
}

impl Hold {
    /// Takes hold of `folder`; the lock file is made where it is missing.
    pub fn make(folder: &Path) -> Result<Self, NoHold> {
        Self::with(folder, OpenOptions::new().create(true).truncate(false).mode(FILE_MODE))
    }

    /// The same of a folder in which a chatd has been: what it made is used, and nothing is made.
    pub fn take(folder: &Path) -> Result<Self, NoHold> {
        Self::with(folder, &mut OpenOptions::new())
    }

    fn with(folder: &Path, options: &mut OpenOptions) -> Result<Self, NoHold> {
        let mut file = options.read(true).write(true).open(lock_file(folder))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut pid = String::new();
                // The holder may not have written it yet.
                let _ = file.read_to_string(&mut pid);
                return Err(Held { path: folder.to_owned(), pid: pid.trim().parse().ok() }.into());
            }
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        file.set_len(0)?;
        file.rewind()?;
        writeln!(file, "{}", std::process::id())?;
        Ok(Self { lock: file })
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        // The pid is information only: the lock itself ends with the file.
        let _ = self.lock.set_len(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_holder_is_refused_with_the_pid_of_the_first_until_that_is_gone() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(matches!(Hold::take(folder.path()), Err(NoHold::Io(_))), "no chatd was here");
        let first = Hold::make(folder.path()).expect("free");
        let Err(NoHold::Held(held)) = Hold::take(folder.path()) else { panic!("held") };
        assert_eq!(held.pid, Some(std::process::id()));
        drop(first);
        Hold::take(folder.path()).expect("free again");
    }
}
