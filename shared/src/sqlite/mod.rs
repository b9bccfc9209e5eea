//! What the SQLite adapters have in common: how their files are opened, migrated and checked, and what SQLite's errors
//! mean to a port. Knows no table.

mod schema;
mod writer;

use std::path::Path;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection};

pub use writer::{Writer, in_transaction};

use crate::fault::{Fault, Kind, Outcome, Part};

/// How long a statement waits for another process that writes (an operator's script, a copy under way).
const BUSY: Duration = Duration::from_secs(5);

/// Pages of cache of a writer: 8 MiB keep the inner pages of a large index in memory.
const WRITER_CACHE_KIB: u32 = 8 * 1024;

/// Pages of cache of each reader.
const READER_CACHE_KIB: u32 = 2 * 1024;

/// Prepared statements of a writer: its own few, and those of its multi-row statements for each number of rows.
const STATEMENTS: usize = 300;

/// Rows that a reader's thread fetches before it waits for who reads them: a worker's batch, without two changes of
/// thread for every fifty rows.
const ROWS_AHEAD: usize = 1_000;

/// How much of a transaction must be on the disk when COMMIT returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// All of it: what was answered survives a power cut.
    Full,
    /// The file stays sound, its last commits may be lost: for what can be built again.
    Rebuildable,
}

/// How a file is laid out and read, where SQLite's own choice (the default here) does not suit it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tuning {
    /// Bytes of a page, a power of two from 512 to 65,536. Says nothing about a file that has a table already.
    pub page_size: Option<u32>,
    /// How many bytes from the beginning of the file readers map into memory instead of copying them.
    pub mapped_bytes: Option<u64>,
}

/// Opens the one writing connection of a file, makes the file where it is missing, and brings its schema up to date.
pub async fn open_writer(
    part: Part,
    path: &Path,
    durability: Durability,
    migrations: &Migrator,
) -> Outcome<SqliteConnection> {
    open_tuned_writer(part, path, durability, migrations, Tuning::default()).await
}

/// The same, for a file with a layout of its own.
pub async fn open_tuned_writer(
    part: Part,
    path: &Path,
    durability: Durability,
    migrations: &Migrator,
    tuning: Tuning,
) -> Outcome<SqliteConnection> {
    let synchronous = match durability {
        Durability::Full => SqliteSynchronous::Full,
        Durability::Rebuildable => SqliteSynchronous::Normal,
    };
    let mut options = options(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(synchronous)
        .statement_cache_capacity(STATEMENTS)
        // What a statement may have to undo is small: a file for it would be made and removed in every transaction.
        .pragma("temp_store", "memory")
        .pragma("cache_size", format!("-{WRITER_CACHE_KIB}"));
    if let Some(bytes) = tuning.page_size {
        options = options.page_size(bytes);
    }
    let opening = |cause| fault(part, format!("open {}", path.display()), cause);
    let mut connection = options.connect().await.map_err(opening)?;
    // Not `run`: the compiler cannot see that its future may move between threads.
    migrations.run_direct(None, &mut connection, false).await.map_err(|cause| schema_fault(part, path, cause))?;
    schema::check(part, path, &mut connection, migrations).await?;
    Ok(connection)
}

/// Opens a pool of reading connections to a file that is there; `readers` at most.
pub async fn open_readers(part: Part, path: &Path, readers: u32) -> Outcome<SqlitePool> {
    open_tuned_readers(part, path, readers, Tuning::default()).await
}

/// The same, for a file that is read in its own way.
pub async fn open_tuned_readers(part: Part, path: &Path, readers: u32, tuning: Tuning) -> Outcome<SqlitePool> {
    let mut options =
        options(path).read_only(true).row_buffer_size(ROWS_AHEAD).pragma("cache_size", format!("-{READER_CACHE_KIB}"));
    if let Some(bytes) = tuning.mapped_bytes {
        options = options.pragma("mmap_size", bytes.to_string());
    }
    SqlitePoolOptions::new()
        .max_connections(readers)
        .acquire_timeout(BUSY)
        .test_before_acquire(false)
        .connect_with(options)
        .await
        .map_err(|cause| fault(part, format!("open {} for reading", path.display()), cause))
}

/// Writes the log back into the file and closes, so that the file alone is whole.
pub async fn close_writer(connection: SqliteConnection) {
    // What could not be closed properly is recovered from the write-ahead log at the next start.
    if let Err(cause) = connection.close().await {
        tracing::warn!(error = &cause as &dyn std::error::Error, "a SQLite file was not closed cleanly");
    }
}

/// A fault of `part` while `doing`, with the kind that SQLite's error code means.
pub fn fault(part: Part, doing: impl Into<std::borrow::Cow<'static, str>>, cause: sqlx::Error) -> Fault {
    let fault = Fault::new(part, kind(&cause), doing);
    match cause {
        // Its own words end with those of its source, which follow anyway.
        sqlx::Error::Database(database) => fault.because(database.into_error()),
        other => fault.because(other),
    }
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new().filename(path).busy_timeout(BUSY).foreign_keys(false).disable_statement_logging()
}

/// Primary result codes as <https://www.sqlite.org/rescode.html> gives them.
fn kind(cause: &sqlx::Error) -> Kind {
    let sqlx::Error::Database(database) = cause else {
        return match cause {
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) | sqlx::Error::ColumnNotFound(_) => Kind::Corrupt,
            sqlx::Error::Encode(_) => Kind::Refused,
            _ => Kind::Unavailable,
        };
    };
    let code = database.code().and_then(|code| code.parse::<u32>().ok()).unwrap_or(0);
    match code & 0xff {
        // TOOBIG, CONSTRAINT, MISMATCH, RANGE: the value is at fault.
        18 | 19 | 20 | 25 => Kind::Refused,
        // ERROR, INTERNAL, CORRUPT, SCHEMA, NOTADB: the file or the statement is at fault.
        1 | 2 | 11 | 17 | 26 => Kind::Corrupt,
        // BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL, CANTOPEN …
        _ => Kind::Unavailable,
    }
}

fn schema_fault(part: Part, path: &Path, cause: sqlx::migrate::MigrateError) -> Fault {
    let doing = match cause {
        sqlx::migrate::MigrateError::VersionMissing(version) => {
            format!("use {}: its schema has version {version}, which is newer than this binary", path.display())
        }
        _ => format!("bring the schema of {} up to date", path.display()),
    };
    Fault::new(part, Kind::Corrupt, doing).because(cause)
}

/// Checks that a file which is only read has the schema of this binary, no older and no newer.
pub async fn check_schema(part: Part, path: &Path, readers: &SqlitePool, migrations: &Migrator) -> Outcome<()> {
    let applied: Option<i64> = sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations")
        .fetch_one(readers)
        .await
        .map_err(|cause| fault(part, format!("read which schema {} has", path.display()), cause))?;
    let known = migrations.iter().map(|migration| migration.version).max();
    if applied == known {
        return Ok(());
    }
    let (applied, known) = (applied.unwrap_or(0), known.unwrap_or(0));
    let age = if applied > known { "newer" } else { "older" };
    let doing =
        format!("use {}: its schema has version {applied}, which is {age} than this binary's {known}", path.display());
    Err(Fault::new(part, Kind::Corrupt, doing))
}
