//! The store in one SQLite file, for one process: `chat.db`. One task owns the writing connection; requests and
//! operators read over connections of their own. The other files mirror the port's traits.
//!
//! Others may read the file while chatd runs: [`SqliteStore::open_read_only`].

mod applications;
mod backlog;
mod chats;
mod dead_letters;
mod directives;
mod ingest;
mod messages;
mod nodes;
mod numbers;
mod operations;
#[cfg(test)]
mod plans;
mod recount;
mod row;
mod tokens;
mod wide;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use sqlx::Row as _;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnection, SqlitePool};
use tokio::sync::Semaphore;

use super::{Store, Totals};
use crate::clock::Clock;
use crate::domain::PARTITIONS;
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::sqlite::{self, Durability, Writer};

static MIGRATIONS: Migrator = sqlx::migrate!("../migrations/sqlite/store");

/// Connections that requests read over. A read takes some 50 µs of CPU and hardly ever waits for a disk: more readers than
/// a small machine has cores would only take memory (2 MiB of cache and a thread each).
const READERS: u32 = 4;

/// Connections for what reads a lot: scans, tallies, exports. Apart, so that a request never waits for one.
const SCANNERS: u32 = 2;

/// How long [`Store::ping`] waits.
const PING: Duration = Duration::from_secs(1);

/// The store on `chat.db`.
pub struct SqliteStore {
    writer: Arc<Writer>,
    readers: SqlitePool,
    scanners: SqlitePool,
    clock: Arc<dyn Clock>,
    confirming: Arc<Semaphore>,
}

impl SqliteStore {
    /// Opens the file, makes it where it is missing, and brings its schema up to date. A file whose schema is newer than
    /// this binary, or that was born with another number of partitions, is refused as [`Kind::Corrupt`].
    pub async fn open(path: &Path, clock: Arc<dyn Clock>) -> Outcome<Self> {
        let mut db = open_for_writing(path).await?;
        check_partitions(&mut db).await?;
        let (readers, scanners) = open_for_reading(path).await?;
        Ok(Self::over(Writer::start(Part::Store, db), readers, scanners, clock))
    }

    /// Opens a file that another process may be writing: whatever would write fails as [`Kind::Unavailable`]. The schema
    /// must be this binary's.
    pub async fn open_read_only(path: &Path, clock: Arc<dyn Clock>) -> Outcome<Self> {
        let (readers, scanners) = open_for_reading(path).await?;
        sqlite::check_schema(Part::Store, path, &readers, &MIGRATIONS).await?;
        Ok(Self::over(Writer::none(Part::Store), readers, scanners, clock))
    }

    fn over(writer: Writer, readers: SqlitePool, scanners: SqlitePool, clock: Arc<dyn Clock>) -> Self {
        Self { writer: Arc::new(writer), readers, scanners, clock, confirming: Arc::new(Semaphore::new(1)) }
    }

    /// Brings the schema of the file up to date and closes it.
    pub async fn migrate(path: &Path) -> Outcome<()> {
        sqlite::close_writer(open_for_writing(path).await?).await;
        Ok(())
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn ping(&self) -> Outcome<()> {
        let asked = sqlx::query(PING_SQL).fetch_one(&self.readers);
        match tokio::time::timeout(PING, asked).await {
            Ok(answer) => answer.map(|_| ()).map_err(fault("answer")),
            Err(late) => Err(Fault::new(Part::Store, Kind::Unavailable, "answer within a second").because(late)),
        }
    }

    async fn totals(&self) -> Outcome<Totals> {
        let row = sqlx::query(TOTALS).fetch_one(&self.readers).await.map_err(fault("read its totals"))?;
        let total = |place: usize| row.try_get(place).map(row::count).map_err(fault("read its totals"));
        Ok(Totals { applications: total(0)?, chats: total(1)?, messages: total(2)? })
    }

    async fn close(&self) {
        self.readers.close().await;
        self.scanners.close().await;
        self.writer.close().await;
    }
}

const PING_SQL: &str = "SELECT 1";

const TOTALS: &str = "SELECT applications, chats, messages FROM totals WHERE id = 1";

const PARTITION_COUNT: &str = "SELECT partitions FROM installation WHERE id = 1";

async fn open_for_writing(path: &Path) -> Outcome<SqliteConnection> {
    sqlite::open_writer(Part::Store, path, Durability::Full, &MIGRATIONS).await
}

async fn open_for_reading(path: &Path) -> Outcome<(SqlitePool, SqlitePool)> {
    let readers = sqlite::open_readers(Part::Store, path, READERS).await?;
    let scanners = sqlite::open_readers(Part::Store, path, SCANNERS).await?;
    Ok((readers, scanners))
}

/// How many partitions there are decides which log a chat's entries stand on: it never changes.
async fn check_partitions(db: &mut SqliteConnection) -> Outcome<()> {
    let born: i64 =
        sqlx::query_scalar(PARTITION_COUNT).fetch_one(db).await.map_err(fault("say how many partitions it has"))?;
    if born == i64::from(PARTITIONS) {
        return Ok(());
    }
    let doing = format!("be used with {PARTITIONS} partitions: the installation was born with {born}");
    Err(Fault::new(Part::Store, Kind::Corrupt, doing))
}

/// What SQLite's error means while `doing` (a phrase that goes on after "could not").
fn fault(doing: &'static str) -> impl FnOnce(sqlx::Error) -> Fault {
    move |cause| sqlite::fault(Part::Store, doing, cause)
}
