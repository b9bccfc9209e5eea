//! Locks of the installation: rows that a transaction holds. `GET_LOCK` would be simpler, but a Galera cluster knows none,
//! and MariaDB waits for none without end.

use sqlx::mysql::MySqlConnection;

use super::fault::fault;
use crate::fault::{Fault, Kind, Outcome, Part};

/// What is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    /// Bringing the schema up to date.
    Migrations,
    /// Confirming the queue (N-CONFIRM-LOCK).
    Confirmation,
    /// Merging ranges of the search backlog: rows that are not there yet cannot be locked.
    SearchBacklog,
}

impl Lock {
    /// The row.
    fn name(self) -> &'static str {
        match self {
            Self::Migrations => "migrations",
            Self::Confirmation => "confirmation",
            Self::SearchBacklog => "search_backlog",
        }
    }
}

/// The table and its rows, made before any migration: each statement may be run again.
pub const MAKE: [&str; 2] = [
    "CREATE TABLE IF NOT EXISTS locks (
        name VARCHAR(64) NOT NULL,
        PRIMARY KEY (name)
    ) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
    "INSERT IGNORE INTO locks (name) VALUES ('migrations'), ('confirmation'), ('search_backlog')",
];

const HOLD: &str = "SELECT name FROM locks WHERE name = ? FOR UPDATE";

/// Waits for a lock, as long as the session waits for a row; it is held until the transaction ends.
pub async fn hold(db: &mut MySqlConnection, lock: Lock) -> Outcome<()> {
    let held = sqlx::query(HOLD).bind(lock.name()).fetch_optional(db).await.map_err(fault("wait for a lock"))?;
    let missing = || Fault::new(Part::Store, Kind::Corrupt, format!("lock {:?}: its row is missing", lock.name()));
    held.map(|_| ()).ok_or_else(missing)
}
