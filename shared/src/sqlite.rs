//! What the SQLite adapters have in common: how their files are opened, migrated and checked, and what SQLite's errors
//! mean to a port. Knows no table.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use futures::future::BoxFuture;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection};

use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

use crate::fault::{Fault, Kind, Outcome, Part};

/// How long a statement waits for another process that writes (an operator's script, a copy under way).
const BUSY: Duration = Duration::from_secs(5);

/// Pages of cache of a writer: 16 MiB keep the inner pages of a large index in memory.
const WRITER_CACHE_KIB: u32 = 16 * 1024;

/// Pages of cache of each reader.
const READER_CACHE_KIB: u32 = 2 * 1024;

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
        .pragma("cache_size", format!("-{WRITER_CACHE_KIB}"));
    if let Some(bytes) = tuning.page_size {
        options = options.page_size(bytes);
    }
    let opening = |cause| fault(part, format!("open {}", path.display()), cause);
    let mut connection = options.connect().await.map_err(opening)?;
    // Not `run`: the compiler cannot see that its future may move between threads.
    migrations.run_direct(None, &mut connection, false).await.map_err(|cause| schema_fault(part, path, cause))?;
    Ok(connection)
}

/// Work on the writing connection, inside a transaction.
type Job = Box<dyn for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, ()> + Send>;

/// How many transactions may wait for the writer before callers wait to ask.
const WAITING: usize = 64;

/// The one writer of a file: a task that owns the connection and runs one transaction after the other.
pub struct Writer {
    part: Part,
    jobs: Mutex<Option<mpsc::Sender<Job>>>,
    task: Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    /// Starts the task.
    pub fn start(part: Part, mut connection: SqliteConnection) -> Self {
        let (jobs, mut waiting) = mpsc::channel::<Job>(WAITING);
        let task = tokio::spawn(async move {
            while let Some(job) = waiting.recv().await {
                job(&mut connection).await;
            }
            close_writer(connection).await;
        });
        Self { part, jobs: Mutex::new(Some(jobs)), task: Mutex::new(Some(task)) }
    }

    /// Runs `work` in a transaction of its own: committed when this returns `Ok`, undone otherwise.
    pub async fn transaction<T: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Outcome<T>> + Send + 'static,
    ) -> Outcome<T> {
        self.transaction_then(work, |result| result).await
    }

    /// The same, and `settle` is told how it ended before the next transaction begins.
    pub async fn transaction_then<T: Send + 'static, U: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Outcome<T>> + Send + 'static,
        settle: impl FnOnce(Outcome<T>) -> Outcome<U> + Send + 'static,
    ) -> Outcome<U> {
        let part = self.part;
        let closed = move || Fault::new(part, Kind::Unavailable, "write: it is closing");
        let (reply, answer) = oneshot::channel();
        let job: Job = Box::new(move |db| {
            Box::pin(async move {
                let result = settle(in_transaction(part, db, work).await);
                // A caller that is gone does not want to hear of it.
                let _ = reply.send(result);
            })
        });
        let jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner).clone().ok_or_else(closed)?;
        jobs.send(job).await.map_err(|_| closed())?;
        answer.await.map_err(|_| closed())?
    }

    /// Finishes what waits, and closes the file.
    pub async fn close(&self) {
        drop(self.jobs.lock().unwrap_or_else(PoisonError::into_inner).take());
        let task = self.task.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(task) = task {
            // A writer that panicked has nothing left to close.
            let _ = task.await;
        }
    }
}

/// Runs `work` in a transaction of a connection that no [`Writer`] has yet.
pub async fn in_transaction<T>(
    part: Part,
    db: &mut SqliteConnection,
    work: impl for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Outcome<T>>,
) -> Outcome<T> {
    let failed = |doing: &'static str| move |cause| fault(part, doing, cause);
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *db).await.map_err(failed("begin a transaction"))?;
    let result = match work(&mut *db).await {
        Ok(value) => {
            sqlx::query("COMMIT").execute(&mut *db).await.map(|_| value).map_err(failed("commit a transaction"))
        }
        Err(cause) => Err(cause),
    };
    if result.is_err() {
        // A connection that cannot even undo has no transaction left.
        let _ = sqlx::query("ROLLBACK").execute(&mut *db).await;
    }
    result
}

/// Opens a pool of reading connections to a file that is there; `readers` at most.
pub async fn open_readers(part: Part, path: &Path, readers: u32) -> Outcome<SqlitePool> {
    open_tuned_readers(part, path, readers, Tuning::default()).await
}

/// The same, for a file that is read in its own way.
pub async fn open_tuned_readers(part: Part, path: &Path, readers: u32, tuning: Tuning) -> Outcome<SqlitePool> {
    let mut options = options(path).read_only(true).pragma("cache_size", format!("-{READER_CACHE_KIB}"));
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
    Fault::new(part, kind(&cause), doing).because(cause)
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
