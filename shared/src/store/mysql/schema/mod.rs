//! The schema: brought up to date by whoever comes first, and checked by everybody. Not by the driver's own runner: its lock
//! does nothing on MariaDB.
//!
//! A statement that changes a schema commits by itself, so the lock is held over a connection of its own, and each migration
//! is one statement that may be run again: one that was interrupted before it was recorded is repeated, and so is one that is
//! applied through another node of a cluster, whose locks are its own.

mod preflight;

use std::collections::BTreeMap;

use sqlx::migrate::{Migration, Migrator};
use sqlx::mysql::{MySqlConnection, MySqlRow};
use sqlx::{Connection as _, Execute, Executor as _, MySql, Row as _};

pub use preflight::check;

use super::address::Address;
use super::connect::connect;
use super::fault::{DENIED, fault, kind, number};
use super::locks::{self, Lock};
use super::row::Decoded;
use super::transaction::Patience;
use crate::fault::{Fault, Kind, Outcome, Part};

static MIGRATIONS: Migrator = sqlx::migrate!("../migrations/mysql");

/// Another process may be at the same: it is waited for longer than for any row. Who holds the lock says nothing while a
/// large table is changed over the other connection.
const WAIT_LONGER: &str = "SET SESSION innodb_lock_wait_timeout = 60
    /*M!100300 , idle_transaction_timeout = 3600 */ /*!80000 , wait_timeout = 3600 */";

/// Checksums of the migrations that were applied, by version.
type Applied = BTreeMap<i64, Vec<u8>>;

/// Applies what is missing. A schema that is newer than this binary, or that another text was applied to, is refused as
/// [`Kind::Corrupt`]. Without anything to do it needs no more than the right to read.
pub async fn bring_up_to_date(address: &Address) -> Outcome<()> {
    let mut db = connect(address).await?;
    if missing(address, &applied(&mut db).await?)?.is_empty() {
        return close(db).await;
    }
    set_longer(&mut db).await?;
    make_ground(address, &mut db).await?;
    let mut holder = connect(address).await?;
    set_longer(&mut holder).await?;
    let mut held = holder.begin().await.map_err(fault("begin a transaction"))?;
    locks::hold(&mut held, Lock::Migrations).await?;
    for migration in missing(address, &applied(&mut db).await?)? {
        apply(address, &mut db, migration).await?;
    }
    held.rollback().await.map_err(fault("release the lock of the schema"))?;
    close(holder).await?;
    close(db).await
}

/// Refuses a schema that is not this binary's, and changes nothing.
pub async fn must_be_up_to_date(address: &Address) -> Outcome<()> {
    let mut db = connect(address).await?;
    let missing = missing(address, &applied(&mut db).await?)?;
    close(db).await?;
    let Some(first) = missing.first() else { return Ok(()) };
    let why = format!("its schema lacks version {} of this binary; run chatd migrate", first.version);
    Err(Fault::new(Part::Store, Kind::Corrupt, format!("use {}: {why}", address.shown)))
}

async fn set_longer(db: &mut MySqlConnection) -> Outcome<()> {
    db.execute(WAIT_LONGER).await.map(|_| ()).map_err(fault("set a session up"))
}

async fn close(db: MySqlConnection) -> Outcome<()> {
    db.close().await.map_err(fault("close a connection"))
}

const MAKE: &str = "CREATE TABLE IF NOT EXISTS schema_versions (
        version     BIGINT        NOT NULL,
        what        VARCHAR(255)  NOT NULL,
        checksum    VARBINARY(64) NOT NULL,
        PRIMARY KEY (version)
    ) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";

/// Makes what the runner itself stands on; many may do so at once.
async fn make_ground(address: &Address, db: &mut MySqlConnection) -> Outcome<()> {
    let [locks, rows] = locks::MAKE;
    for statement in [MAKE, locks, rows] {
        run(address, db, "the table of locks", || statement).await?;
    }
    Ok(())
}

/// Runs a statement that may be run again, for as long as it fails for what others do.
async fn run<S: Execute<'static, MySql> + 'static>(
    address: &Address,
    db: &mut MySqlConnection,
    what: &str,
    statement: impl Fn() -> S,
) -> Outcome<()> {
    let mut patience = Patience::default();
    while let Err(cause) = db.execute(statement()).await {
        let failure = failure(address, what, cause);
        if !patience.bears(&failure).await {
            return Err(failure);
        }
    }
    Ok(())
}

const APPLIED: &str = "SELECT version, checksum FROM schema_versions ORDER BY version";

/// There is no such table.
const NO_TABLE: u16 = 1146;

async fn applied(db: &mut MySqlConnection) -> Outcome<Applied> {
    let rows = match sqlx::query(APPLIED).fetch_all(db).await {
        Err(cause) if number(&cause) == Some(NO_TABLE) => return Ok(Applied::new()),
        rows => rows,
    };
    let decode = |row: &MySqlRow| -> Decoded<_> { Ok((row.try_get(0)?, row.try_get(1)?)) };
    rows.and_then(|rows| rows.iter().map(decode).collect()).map_err(fault("read which schema it has"))
}

/// The migrations that were not applied, in order.
fn missing(address: &Address, applied: &Applied) -> Outcome<Vec<&'static Migration>> {
    let corrupt = |why: String| Fault::new(Part::Store, Kind::Corrupt, format!("use {}: {why}", address.shown));
    let known = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or(0);
    if let Some(newest) = applied.keys().max().filter(|newest| **newest > known) {
        let why =
            format!("its schema has version {newest}, which is newer than this binary's {known}; run a newer chatd");
        return Err(corrupt(why));
    }
    let edited = |migration: &&Migration| {
        applied.get(&migration.version).is_some_and(|checksum| *checksum != *migration.checksum)
    };
    if let Some(migration) = MIGRATIONS.iter().find(edited) {
        let Migration { version, description, .. } = migration;
        let why = format!("another text of migration {version} ({description}) was applied to it than this binary has");
        return Err(corrupt(why));
    }
    Ok(MIGRATIONS.iter().filter(|migration| !applied.contains_key(&migration.version)).collect())
}

/// Another process may have recorded the same through another node.
const RECORD: &str = "INSERT IGNORE INTO schema_versions (version, what, checksum) VALUES (?, ?, ?)";

async fn apply(address: &Address, db: &mut MySqlConnection, migration: &'static Migration) -> Outcome<()> {
    let what = format!("migration {} ({})", migration.version, migration.description);
    run(address, db, &what, || migration.sql.clone()).await?;
    let record = || {
        let recorded = sqlx::query(RECORD).bind(migration.version).bind(migration.description.as_ref());
        recorded.bind(migration.checksum.as_ref())
    };
    run(address, db, &what, record).await?;
    tracing::info!(version = migration.version, what = %migration.description, "a migration was applied to the store");
    Ok(())
}

fn failure(address: &Address, what: &str, cause: sqlx::Error) -> Fault {
    let hint = match number(&cause) {
        Some(denied) if DENIED.contains(&denied) => {
            "; run chatd migrate once as a user who may create and alter tables"
        }
        _ => "",
    };
    let doing = format!("bring the schema of {} up to date at {what}{hint}", address.shown);
    Fault::new(Part::Store, kind(&cause), doing).because(cause)
}
