//! The record of the queue on the server, and the lock under which it is confirmed.
//!
//! The lock is a row that a transaction holds over one connection, which is never made again: where it breaks, the lock is
//! lost, and whoever had it starts over. What is recorded under it must be committed while it is held, so that is done over
//! another connection, and only where the record is still of the revision that was found when the lock was given.

use async_trait::async_trait;
use futures::future::BoxFuture;
use sqlx::mysql::{MySqlConnection, MySqlPool, MySqlRow};
use sqlx::{Connection as _, Executor as _, MySqlExecutor, Row as _};

use super::address::Address;
use super::connect::connect;
use super::fault::fault;
use super::locks::{self, Lock};
use super::row::{self, Decoded};
use super::transaction::in_transaction;
use crate::domain::PARTITIONS;
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::{Confirmation, EntryId};
use crate::store::{ConfirmationLock, PartitionRecord, Recorded};

/// A confirmation takes milliseconds, unless a queue server hangs: so long it is waited for, and so long the lock is left to
/// who says nothing.
const WAIT: &str = "SET SESSION innodb_lock_wait_timeout = 30 /*M!100300 , idle_transaction_timeout = 30 */";

/// The lock, held until this is dropped, and its connection with it.
pub struct Held {
    holder: MySqlConnection,
    pool: MySqlPool,
    revision: i64,
}

impl Held {
    /// Waits for the lock.
    pub async fn wait(address: &Address, pool: &MySqlPool) -> Outcome<Self> {
        let mut holder = connect(address).await?;
        holder.execute(WAIT).await.map_err(fault("set a session up"))?;
        // Not as a value of the driver's, which would borrow the connection.
        holder.execute("BEGIN").await.map_err(fault("begin a transaction"))?;
        locks::hold(&mut holder, Lock::Confirmation).await?;
        let revision =
            sqlx::query_scalar("SELECT revision FROM installation WHERE id = 1").fetch_one(&mut holder).await;
        let revision = revision.map_err(fault("read what is recorded of the queue"))?;
        Ok(Self { holder, pool: pool.clone(), revision })
    }

    async fn is_held(&mut self) -> Outcome<()> {
        self.holder.ping().await.map_err(fault("record a confirmation: its lock was lost; it has to begin again"))
    }
}

#[async_trait]
impl ConfirmationLock for Held {
    async fn recorded(&mut self) -> Outcome<Recorded> {
        recorded(&mut self.holder).await
    }

    async fn record(&mut self, confirmation: &Confirmation) -> Outcome<()> {
        self.is_held().await?;
        let (confirmation, revision) = (confirmation.clone(), self.revision);
        in_transaction(&self.pool, move |db| -> BoxFuture<'_, _> {
            Box::pin(record(db, confirmation.clone(), revision))
        })
        .await?;
        self.revision += 1;
        Ok(())
    }

    async fn record_drained(&mut self) -> Outcome<()> {
        self.is_held().await?;
        let recorded = sqlx::query(RECORD_DRAINED).bind(self.revision).execute(&self.pool).await;
        if recorded.map_err(fault("record that the queue is drained"))?.rows_affected() == 0 {
            return Err(overtaken());
        }
        self.revision += 1;
        Ok(())
    }
}

/// Another process was given the lock, and has recorded something under it.
fn overtaken() -> Fault {
    Fault::new(Part::Store, Kind::Unavailable, "record a confirmation: another one was recorded meanwhile")
}

/// One row a partition, each with the installation's columns: one statement sees one state.
pub const RECORDED: &str =
    "SELECT i.identity, i.confirmation, i.server, i.durable, i.drained, p.epoch, p.capacity, p.checkpoint, l.epoch,
        EXISTS (SELECT 1 FROM directives WHERE station = 'accept' AND kind = 'pause')
    FROM installation i CROSS JOIN partitions p JOIN losses l ON l.`partition` = p.`partition` WHERE i.id = 1 ORDER BY p.`partition`";

/// What is recorded of the queue.
pub async fn recorded(db: impl MySqlExecutor<'_>) -> Outcome<Recorded> {
    let rows = sqlx::query(RECORDED).fetch_all(db).await;
    let recorded = rows.and_then(|rows| rows.first().map(|first| recorded_in(first, &rows)).transpose());
    let missing = || Fault::new(Part::Store, Kind::Corrupt, "read what is recorded of the queue: nothing is");
    recorded.map_err(fault("read what is recorded of the queue"))?.ok_or_else(missing)
}

fn recorded_in(first: &MySqlRow, rows: &[MySqlRow]) -> Decoded<Recorded> {
    Ok(Recorded {
        installation: first.try_get(0)?,
        confirmation: row::count(first.try_get(1)?),
        server: first.try_get(2)?,
        durable: first.try_get(3)?,
        paused: first.try_get::<i64, _>(9)? != 0,
        drained: first.try_get(4)?,
        partitions: rows.iter().map(partition).collect::<Decoded<_>>()?,
    })
}

fn partition(row: &MySqlRow) -> Decoded<PartitionRecord> {
    Ok(PartitionRecord {
        epoch: row.try_get(5)?,
        loss: row.try_get(8)?,
        capacity: row.try_get(6)?,
        checkpoint: EntryId::from_column(row.try_get(7)?),
    })
}

const RECORD_SERVER: &str = "UPDATE installation
    SET confirmation = GREATEST(confirmation, ?), server = ?, durable = ?, drained = ?, revision = revision + 1
    WHERE id = 1 AND identity = ? AND revision = ?";

/// Neither ever goes down (N-CAPACITY-KEPT). In the order of partitions, as batches take their rows.
const RECORD_PARTITIONS: &str = "UPDATE JSON_TABLE(?, '$[*]' COLUMNS (
        place SMALLINT UNSIGNED PATH '$[0]', epoch INT UNSIGNED PATH '$[1]')) j
    STRAIGHT_JOIN partitions p FORCE INDEX (PRIMARY) ON p.`partition` = j.place
    STRAIGHT_JOIN losses l FORCE INDEX (PRIMARY) ON l.`partition` = j.place
    SET p.epoch = GREATEST(p.epoch, j.epoch), p.capacity = GREATEST(p.capacity, ?),
        l.epoch = IF(?, GREATEST(l.epoch, j.epoch), l.epoch)";

const RECORD_DRAINED: &str =
    "UPDATE installation SET drained = 1, revision = revision + 1 WHERE id = 1 AND revision = ?";

async fn record(db: &mut MySqlConnection, confirmation: Confirmation, revision: i64) -> Outcome<()> {
    let refused = |kind, doing: String| Fault::new(Part::Store, kind, doing);
    if confirmation.partitions.len() != usize::from(PARTITIONS) {
        let partitions = confirmation.partitions.len();
        let doing = format!("record a confirmation of {partitions} partitions: there are {PARTITIONS}");
        return Err(refused(Kind::Corrupt, doing));
    }
    let updated = sqlx::query(RECORD_SERVER)
        .bind(row::count_column(confirmation.number))
        .bind(&confirmation.server)
        .bind(confirmation.durable)
        .bind(confirmation.drained)
        .bind(&confirmation.installation)
        .bind(revision)
        .execute(&mut *db)
        .await
        .map_err(fault("record a confirmed server"))?;
    if updated.rows_affected() == 0 {
        let ours = recorded(db).await?.installation == confirmation.installation;
        return Err(if ours {
            overtaken()
        } else {
            let other = confirmation.installation;
            refused(Kind::Corrupt, format!("record a confirmation of another installation, {other}"))
        });
    }
    let epochs: Vec<_> = confirmation.partitions.iter().enumerate().map(|(place, (epoch, _))| (place, epoch)).collect();
    sqlx::query(RECORD_PARTITIONS)
        .bind(serde_json::json!(epochs).to_string())
        .bind(confirmation.capacity)
        .bind(confirmation.loss)
        .execute(db)
        .await
        .map_err(fault("record confirmed partitions"))?;
    Ok(())
}
