//! The data folder: held by one process at a time, with the admin key and the address at which chatd listens. Knows no
//! database.

mod files;

use std::fs::DirBuilder;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use chat_shared::clock::Timestamp;
use chat_shared::config::Secret;
pub use chat_shared::hold::Held;
use chat_shared::hold::{Hold, NoHold, lock_file};
use serde::{Deserialize, Serialize};

/// Only the owner may look into the folder: whoever reads its databases reads every tenant's messages.
const FOLDER_MODE: u32 = 0o700;
/// Only the owner may read the files that are written here.
const FILE_MODE: u32 = 0o600;
/// What others may do.
const OTHERS: u32 = 0o077;

/// The bytes of randomness in an admin key: too many to be guessed.
const KEY_BYTES: usize = 32;

/// A data folder that this process holds.
#[derive(Debug)]
pub struct DataDir {
    path: PathBuf,
    /// Let go of when this is dropped.
    _hold: Hold,
}

/// The admin key of the folder.
#[derive(Debug)]
pub struct AdminKey {
    /// The key.
    pub key: Secret,
    /// Where it stands.
    pub path: PathBuf,
    /// Whether it was made just now.
    pub made: bool,
}

impl DataDir {
    /// Makes the folder where it is missing, and takes hold of it.
    ///
    /// # Errors
    ///
    /// [`Held`] where another process holds it, else what the system says.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        let made = DirBuilder::new().recursive(true).mode(FOLDER_MODE).create(path);
        made.with_context(|| {
            format!("cannot make the data folder {}; name one that this user can write with --data", path.display())
        })?;
        warn_if_open_to_others(path, FOLDER_MODE);
        let hold = Hold::make(path).map_err(|refusal| match refusal {
            NoHold::Held(held) => held.into(),
            NoHold::Io(error) => unwritable(&lock_file(path), error.into()),
        })?;
        Ok(Self { path: path.to_owned(), _hold: hold })
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The admin key, made at the first call in the folder's life.
    ///
    /// # Errors
    ///
    /// Where it can neither be read nor made.
    pub fn admin_key(&self) -> anyhow::Result<AdminKey> {
        let path = self.path.join("admin.key");
        let made = !path.exists();
        if made {
            let mut random = [0; KEY_BYTES];
            getrandom::fill(&mut random).context("cannot make an admin key: the system gives no randomness")?;
            let mut key: Vec<String> = random.iter().map(|byte| format!("{byte:02x}")).collect();
            key.push("\n".into());
            files::write_whole(&path, &key.concat(), FILE_MODE)
                .with_context(|| format!("cannot write the admin key {}", path.display()))?;
        }
        warn_if_open_to_others(&path, FILE_MODE);
        let key = std::fs::read_to_string(&path);
        let key = key.with_context(|| {
            format!(
                "cannot read the admin key {}; let this user read it, or move it away to have one made",
                path.display()
            )
        })?;
        anyhow::ensure!(
            !key.trim().is_empty(),
            "the admin key {} is empty; remove it to have one made",
            path.display()
        );
        Ok(AdminKey { key: Secret::new(key.trim()), path, made })
    }

    /// Writes where this process listens, for tools on the same machine. Taken back when the answer is dropped.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn announce(&self, listening: SocketAddr, now: Timestamp) -> anyhow::Result<Announcement> {
        let path = announcement(&self.path);
        let whereabouts = Whereabouts {
            address: reachable(listening),
            listening,
            pid: std::process::id(),
            version: env!("CARGO_PKG_VERSION").into(),
            started_at: now,
        };
        let text = serde_json::to_string(&whereabouts).context("cannot write where chatd listens")?;
        files::write_whole(&path, &format!("{text}\n"), FILE_MODE)
            .with_context(|| format!("cannot write {}", path.display()))?;
        Ok(Announcement { path })
    }
}

fn unwritable(lock: &Path, error: anyhow::Error) -> anyhow::Error {
    error.context(format!(
        "cannot take hold of {}; let this user write it, or name another data folder with --data",
        lock.display()
    ))
}

fn warn_if_open_to_others(path: &Path, mode: u32) {
    let Ok(found) = std::fs::metadata(path) else { return };
    if found.permissions().mode() & OTHERS != 0 {
        tracing::warn!(path = %path.display(), "others on this machine may read this; chmod {mode:o} would end that");
    }
}

/// Where a chatd listens, as `chatd.json` says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whereabouts {
    /// The address to connect to from this machine.
    pub address: SocketAddr,
    /// The address that it listens on.
    pub listening: SocketAddr,
    /// Its process.
    pub pid: u32,
    /// Its version.
    pub version: String,
    /// When it began to listen.
    pub started_at: Timestamp,
}

/// Where the chatd of a data folder listens; `None` where none says so.
#[must_use]
pub fn whereabouts(folder: &Path) -> Option<Whereabouts> {
    serde_json::from_str(&std::fs::read_to_string(announcement(folder)).ok()?).ok()
}

fn announcement(folder: &Path) -> PathBuf {
    folder.join("chatd.json")
}

/// The address at which this machine reaches what listens on `listening`.
#[must_use]
pub fn reachable(listening: SocketAddr) -> SocketAddr {
    let ip = match listening.ip() {
        ip if !ip.is_unspecified() => ip,
        IpAddr::V4(_) => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(_) => IpAddr::V6(Ipv6Addr::LOCALHOST),
    };
    SocketAddr::new(ip, listening.port())
}

/// `chatd.json` while it is true.
#[derive(Debug)]
pub struct Announcement {
    path: PathBuf,
}

impl Drop for Announcement {
    fn drop(&mut self) {
        // Gone already, or its folder is: nobody is misled.
        let _ = std::fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use chat_shared::clock::{Clock as _, SystemClock};

    use super::*;

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).expect("there").permissions().mode() & 0o777
    }

    #[test]
    fn the_folder_is_made_for_its_owner_alone() {
        let outer = tempfile::tempdir().expect("a folder");
        let path = outer.path().join("new/data");
        let folder = DataDir::open(&path).expect("made");
        assert_eq!((folder.path(), mode(&path)), (path.as_path(), 0o700));
        assert_eq!(mode(&path.join("chatd.lock")), 0o600);
    }

    #[test]
    fn a_second_process_is_refused_with_the_pid_of_the_first_until_that_is_gone() {
        let outer = tempfile::tempdir().expect("a folder");
        let first = DataDir::open(outer.path()).expect("free");
        let error = DataDir::open(outer.path()).expect_err("held");
        assert!(error.downcast_ref::<Held>().is_some());
        let told = format!("{error:#}");
        assert!(told.contains(&format!("is held by process {}", std::process::id())), "{told}");
        drop(first);
        DataDir::open(outer.path()).expect("free again");
    }

    #[test]
    fn the_admin_key_is_made_once() {
        let outer = tempfile::tempdir().expect("a folder");
        let folder = DataDir::open(outer.path()).expect("free");
        let first = folder.admin_key().expect("made");
        assert!(first.made && first.key.reveal().len() == 2 * KEY_BYTES);
        assert_eq!(mode(&first.path), 0o600);
        let second = folder.admin_key().expect("read");
        assert!(!second.made && second.key == first.key);
    }

    #[test]
    fn an_empty_admin_key_is_told() {
        let outer = tempfile::tempdir().expect("a folder");
        let folder = DataDir::open(outer.path()).expect("free");
        std::fs::write(outer.path().join("admin.key"), "\n").expect("written");
        assert!(folder.admin_key().expect_err("empty").to_string().contains("remove it to have one made"));
    }

    #[test]
    fn the_address_is_there_while_it_is_true() {
        let outer = tempfile::tempdir().expect("a folder");
        let folder = DataDir::open(outer.path()).expect("free");
        let listening: SocketAddr = "0.0.0.0:4711".parse().expect("an address");
        let announcement = folder.announce(listening, SystemClock.now()).expect("written");
        let told = whereabouts(outer.path()).expect("told");
        assert_eq!((told.address.to_string(), told.pid), ("127.0.0.1:4711".into(), std::process::id()));
        drop(announcement);
        assert_eq!(whereabouts(outer.path()), None);
    }
}
