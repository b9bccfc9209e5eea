//! What `chat.db` knows of numbers: the record of the queue, evidence for seeds, gaps, clients' idempotency keys.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use sqlx::sqlite::{SqliteConnection, SqliteRow};
use sqlx::{Row as _, SqliteExecutor};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::row::{self, Decoded};
use super::{SqliteStore, fault};
use crate::clock::Timestamp;
use crate::domain::{Digest, Gap, PARTITIONS, Sequence};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::{Confirmation, EntryId, KeyHash};
use crate::sqlite::Writer;
use crate::store::column::KEYS_KEPT_MS;
use crate::store::{ConfirmationLock, Evidence, Numbers, PartitionRecord, Recorded, StoredOnce};

/// How long the lock is waited for: a confirmation takes milliseconds, unless a queue server hangs.
const LOCK_WAIT: Duration = Duration::from_secs(30);

#[async_trait]
impl Numbers for SqliteStore {
    async fn recorded(&self) -> Outcome<Recorded> {
        recorded(&self.readers).await
    }

    async fn lock_confirmation(&self) -> Outcome<Box<dyn ConfirmationLock>> {
        // One process holds the data folder: its own order is the installation's (N-CONFIRM-LOCK).
        let waiting = timeout(LOCK_WAIT, Semaphore::acquire_owned(Arc::clone(&self.confirming)));
        let late = |cause: Box<dyn std::error::Error + Send + Sync>| {
            Fault::new(Part::Store, Kind::Unavailable, "lock the confirmation of the queue").because(cause)
        };
        let permit = waiting.await.map_err(|cause| late(cause.into()))?.map_err(|cause| late(cause.into()))?;
        Ok(Box::new(Held { writer: Arc::clone(&self.writer), _permit: permit }))
    }

    async fn evidence(&self, sequence: Sequence) -> Outcome<Evidence> {
        match sequence {
            Sequence::Chats(_) => evidence(&self.readers, EVIDENCE_OF_CHATS, sequence).await,
            Sequence::Messages(..) => evidence(&self.readers, EVIDENCE_OF_MESSAGES, sequence).await,
        }
    }

    async fn publish_gap(&self, gap: Gap, reason: &str) -> Outcome<Option<Gap>> {
        let reason = reason.to_owned();
        self.writer.transaction(move |db| Box::pin(publish_gap(db, gap, reason))).await
    }

    async fn give_up(&self, gaps: &[Gap]) -> Outcome<bool> {
        let gaps = gaps.to_vec();
        self.writer.transaction(move |db| Box::pin(give_up(db, gaps))).await
    }

    async fn gaps(&self, sequence: Sequence) -> Outcome<Vec<Gap>> {
        gaps(&self.readers, sequence).await
    }

    async fn once(&self, key: &KeyHash) -> Outcome<Option<StoredOnce>> {
        once(&self.readers, key, Timestamp::from_millis(self.clock.now().as_millis() - KEYS_KEPT_MS)).await
    }
}

/// The lock, held: another confirmation of this process waits until it is dropped.
struct Held {
    writer: Arc<Writer>,
    _permit: OwnedSemaphorePermit,
}

#[async_trait]
impl ConfirmationLock for Held {
    async fn recorded(&mut self) -> Outcome<Recorded> {
        self.writer.transaction(|db| Box::pin(recorded_by(db))).await
    }

    async fn record(&mut self, confirmation: &Confirmation) -> Outcome<()> {
        let confirmation = confirmation.clone();
        self.writer.transaction(move |db| Box::pin(record(db, confirmation))).await
    }

    async fn record_drained(&mut self) -> Outcome<()> {
        self.writer.transaction(|db| Box::pin(record_drained(db))).await
    }
}

/// One row a partition, each with the installation's columns: one statement sees one state.
pub const RECORDED: &str =
    "SELECT i.identity, i.confirmation, i.server, i.durable, i.drained, p.epoch, p.capacity, p.checkpoint, p.loss,
        EXISTS (SELECT 1 FROM directives WHERE station = 'accept' AND kind = 'pause')
    FROM installation i CROSS JOIN partitions p WHERE i.id = 1 ORDER BY p.partition";

async fn recorded_by(db: &mut SqliteConnection) -> Outcome<Recorded> {
    recorded(db).await
}

async fn recorded(db: impl SqliteExecutor<'_>) -> Outcome<Recorded> {
    let rows = sqlx::query(RECORDED).fetch_all(db).await;
    let recorded = rows.and_then(|rows| rows.first().map(|first| recorded_in(first, &rows)).transpose());
    let missing = || Fault::new(Part::Store, Kind::Corrupt, "read what is recorded of the queue: nothing is");
    recorded.map_err(fault("read what is recorded of the queue"))?.ok_or_else(missing)
}

fn recorded_in(first: &SqliteRow, rows: &[SqliteRow]) -> Decoded<Recorded> {
    Ok(Recorded {
        installation: first.try_get(0)?,
        confirmation: row::count(first.try_get(1)?),
        server: first.try_get(2)?,
        durable: first.try_get(3)?,
        paused: first.try_get(9)?,
        drained: first.try_get(4)?,
        partitions: rows.iter().map(partition).collect::<Decoded<_>>()?,
    })
}

fn partition(row: &SqliteRow) -> Decoded<PartitionRecord> {
    Ok(PartitionRecord {
        epoch: row::number(row.try_get(5)?),
        loss: row::number(row.try_get(8)?),
        capacity: row::number(row.try_get(6)?),
        checkpoint: EntryId::from_column(row.try_get(7)?),
    })
}

const RECORD_SERVER: &str = "UPDATE installation
    SET confirmation = MAX(confirmation, ?), server = ?, durable = ?, drained = ? WHERE id = 1 AND identity = ?";

/// Neither ever goes down (N-CAPACITY-KEPT).
const RECORD_PARTITION: &str = "UPDATE partitions
    SET epoch = MAX(epoch, ?1), capacity = MAX(capacity, ?2), loss = CASE WHEN ?3 THEN MAX(loss, ?1) ELSE loss END
    WHERE partition = ?4";

async fn record(db: &mut SqliteConnection, confirmation: Confirmation) -> Outcome<()> {
    let refused = |doing: String| Fault::new(Part::Store, Kind::Corrupt, doing);
    if confirmation.partitions.len() != usize::from(PARTITIONS) {
        let partitions = confirmation.partitions.len();
        return Err(refused(format!("record a confirmation of {partitions} partitions: there are {PARTITIONS}")));
    }
    let recorded = sqlx::query(RECORD_SERVER)
        .bind(row::count_column(confirmation.number))
        .bind(&confirmation.server)
        .bind(confirmation.durable)
        .bind(confirmation.drained)
        .bind(&confirmation.installation)
        .execute(&mut *db)
        .await
        .map_err(fault("record a confirmed server"))?;
    if recorded.rows_affected() == 0 {
        return Err(refused(format!("record a confirmation of another installation, {}", confirmation.installation)));
    }
    for (partition, (epoch, _)) in (0_i64..).zip(&confirmation.partitions) {
        sqlx::query(RECORD_PARTITION)
            .bind(epoch)
            .bind(confirmation.capacity)
            .bind(confirmation.loss)
            .bind(partition)
            .execute(&mut *db)
            .await
            .map_err(fault("record a confirmed partition"))?;
    }
    Ok(())
}

async fn record_drained(db: &mut SqliteConnection) -> Outcome<()> {
    let recorded = sqlx::query("UPDATE installation SET drained = 1 WHERE id = 1").execute(db).await;
    recorded.map(|_| ()).map_err(fault("record that the queue is drained"))
}

pub const EVIDENCE_OF_CHATS: &str = "SELECT a.id IS NOT NULL, a.deleted_at IS NOT NULL,
        COALESCE((SELECT MAX(chat_number) FROM chats WHERE application_id = s.app), 0),
        MAX(
            COALESCE((SELECT MAX(to_number) FROM gaps WHERE application_id = s.app AND ifnull(chat_number, 0) = s.chat), 0),
            COALESCE((SELECT MAX(to_number) FROM given_up WHERE application_id = s.app AND chat_number = s.chat), 0)),
        COALESCE((SELECT MAX(epoch) FROM gaps WHERE application_id = s.app AND ifnull(chat_number, 0) = s.chat), 0)
    FROM (SELECT ? AS app, ? AS chat) s LEFT JOIN applications a ON a.id = s.app";

pub const EVIDENCE_OF_MESSAGES: &str = "SELECT c.id IS NOT NULL, COALESCE(c.deleted_at, a.deleted_at) IS NOT NULL,
        COALESCE((SELECT MAX(message_number) FROM messages WHERE chat_id = c.id), 0),
        MAX(
            COALESCE((SELECT MAX(to_number) FROM gaps WHERE application_id = s.app AND ifnull(chat_number, 0) = s.chat), 0),
            COALESCE((SELECT MAX(to_number) FROM given_up WHERE application_id = s.app AND chat_number = s.chat), 0)),
        COALESCE((SELECT MAX(epoch) FROM gaps WHERE application_id = s.app AND ifnull(chat_number, 0) = s.chat), 0)
    FROM (SELECT ? AS app, ? AS chat) s
    LEFT JOIN applications a ON a.id = s.app
    LEFT JOIN chats c ON c.application_id = s.app AND c.chat_number = s.chat";

async fn evidence(db: impl SqliteExecutor<'_>, sql: &'static str, sequence: Sequence) -> Outcome<Evidence> {
    let row = sqlx::query(sql).bind(sequence.app().0).bind(sequence.chat().unwrap_or(0)).fetch_one(db).await;
    let decode = |row: SqliteRow| -> Decoded<Evidence> {
        Ok(Evidence {
            exists: row.try_get(0)?,
            deleted: row.try_get(1)?,
            max_row: row::number(row.try_get(2)?),
            max_gap: row::number(row.try_get(3)?),
            gap_epoch: row::number(row.try_get(4)?),
        })
    };
    row.and_then(decode).map_err(fault("say what it knows of a sequence"))
}

pub const EPOCH: &str = "SELECT epoch FROM partitions WHERE partition = ?";

/// The first gap of an epoch stands (N-GAP-STANDS).
const PUBLISH: &str = "INSERT INTO gaps (application_id, chat_number, from_number, to_number, epoch, reason, at)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (application_id, ifnull(chat_number, 0), epoch) DO NOTHING";

pub const STANDING: &str = "SELECT from_number, to_number, epoch, at FROM gaps
    WHERE application_id = ? AND ifnull(chat_number, 0) = ? AND epoch = ?";

/// Two that were seeding over a loss would publish twice, the later one above what the earlier one has given meanwhile: the
/// epoch is looked at in the gap's own transaction (N-GAP-EPOCH).
async fn publish_gap(db: &mut SqliteConnection, gap: Gap, reason: String) -> Outcome<Option<Gap>> {
    if !is_current(db, &gap).await? {
        return Ok(None);
    }
    sqlx::query(PUBLISH)
        .bind(gap.sequence.app().0)
        .bind(gap.sequence.chat())
        .bind(gap.from)
        .bind(gap.to)
        .bind(gap.epoch)
        .bind(reason)
        .bind(gap.at.as_millis())
        .execute(&mut *db)
        .await
        .map_err(fault("publish a gap"))?;
    let standing = sqlx::query(STANDING)
        .bind(gap.sequence.app().0)
        .bind(gap.sequence.chat().unwrap_or(0))
        .bind(gap.epoch)
        .fetch_one(db)
        .await;
    standing.and_then(|row| decode_gap(gap.sequence, &row)).map(Some).map_err(fault("read a published gap"))
}

/// Whether a gap is of the epoch that is recorded.
async fn is_current(db: &mut SqliteConnection, gap: &Gap) -> Outcome<bool> {
    let current: Outcome<Option<u32>> = sqlx::query_scalar(EPOCH)
        .bind(gap.sequence.partition())
        .fetch_optional(db)
        .await
        .map_err(fault("read a partition's epoch"));
    Ok(current? == Some(gap.epoch))
}

/// What two give up at once is given up as far as either of them goes.
pub const GIVE_UP: &str = "INSERT INTO given_up (application_id, chat_number, from_number, to_number, epoch, at)
    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (application_id, chat_number, from_number)
    DO UPDATE SET to_number = MAX(to_number, excluded.to_number)";

async fn give_up(db: &mut SqliteConnection, gaps: Vec<Gap>) -> Outcome<bool> {
    for gap in gaps {
        // The transaction is the only one that writes: what the first one finds is so for all.
        if !is_current(db, &gap).await? {
            return Ok(false);
        }
        sqlx::query(GIVE_UP)
            .bind(gap.sequence.app().0)
            .bind(gap.sequence.chat().unwrap_or(0))
            .bind(gap.from)
            .bind(gap.to)
            .bind(gap.epoch)
            .bind(gap.at.as_millis())
            .execute(&mut *db)
            .await
            .map_err(fault("publish numbers that are given up"))?;
    }
    Ok(true)
}

pub const GAPS: &str = "SELECT from_number, to_number, epoch, at FROM gaps
        WHERE application_id = ?1 AND ifnull(chat_number, 0) = ?2
    UNION ALL SELECT from_number, to_number, epoch, at FROM given_up WHERE application_id = ?1 AND chat_number = ?2
    ORDER BY 1, 2";

async fn gaps(db: impl SqliteExecutor<'_>, sequence: Sequence) -> Outcome<Vec<Gap>> {
    let rows = sqlx::query(GAPS).bind(sequence.app().0).bind(sequence.chat().unwrap_or(0)).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(|row| decode_gap(sequence, row)).collect()).map_err(fault("list gaps"))
}

fn decode_gap(sequence: Sequence, row: &SqliteRow) -> Decoded<Gap> {
    Ok(Gap {
        sequence,
        from: row::number(row.try_get(0)?),
        to: row::number(row.try_get(1)?),
        epoch: row::number(row.try_get(2)?),
        at: row::time(row.try_get(3)?),
    })
}

pub const ONCE: &str =
    "SELECT number, count, entry_id, body_hash FROM idempotency WHERE key_hash = ? AND created_at >= ?";

async fn once(db: impl SqliteExecutor<'_>, key: &KeyHash, since: Timestamp) -> Outcome<Option<StoredOnce>> {
    let row = sqlx::query(ONCE).bind(key.as_slice()).bind(since.as_millis()).fetch_optional(db).await;
    row.and_then(|row| row.as_ref().map(decode_once).transpose()).map_err(fault("find an idempotency key"))
}

fn decode_once(row: &SqliteRow) -> Decoded<StoredOnce> {
    let body: Vec<u8> = row.try_get(3)?;
    Ok(StoredOnce {
        first: row::number(row.try_get(0)?),
        count: row::number(row.try_get(1)?),
        entry_id: EntryId::from_column(row.try_get(2)?),
        body: Digest::try_from(body).map_err(|_| sqlx::Error::Decode("a digest has 32 bytes".into()))?,
    })
}
