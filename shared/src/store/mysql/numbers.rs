//! What the server knows of numbers: the record of the queue, evidence for seeds, gaps, clients' idempotency keys.

use async_trait::async_trait;
use sqlx::mysql::{MySqlConnection, MySqlRow};
use sqlx::{MySqlExecutor, Row as _};

use super::MysqlStore;
use super::confirmation::{self, Held};
use super::fault::fault;
use super::row::{self, Decoded};
use super::transaction::in_transaction;
use crate::clock::Timestamp;
use crate::domain::{Digest, Gap, Sequence};
use crate::fault::Outcome;
use crate::queue::{EntryId, KeyHash};
use crate::store::column::KEYS_KEPT_MS;
use crate::store::{ConfirmationLock, Evidence, Numbers, Recorded, StoredOnce};

#[async_trait]
impl Numbers for MysqlStore {
    async fn recorded(&self) -> Outcome<Recorded> {
        confirmation::recorded(&self.pool).await
    }

    async fn lock_confirmation(&self) -> Outcome<Box<dyn ConfirmationLock>> {
        Ok(Box::new(Held::wait(&self.address, &self.pool).await?))
    }

    async fn evidence(&self, sequence: Sequence) -> Outcome<Evidence> {
        evidence(&self.pool, sequence).await
    }

    async fn publish_gap(&self, gap: Gap, reason: &str) -> Outcome<Option<Gap>> {
        let reason = reason.to_owned();
        in_transaction(&self.pool, move |db| Box::pin(publish_gap(db, gap, reason.clone()))).await
    }

    async fn give_up(&self, gaps: &[Gap]) -> Outcome<bool> {
        let gaps = gaps.to_vec();
        in_transaction(&self.pool, move |db| Box::pin(give_up(db, gaps.clone()))).await
    }

    async fn gaps(&self, sequence: Sequence) -> Outcome<Vec<Gap>> {
        gaps(&self.pool, sequence).await
    }

    async fn once(&self, key: &KeyHash) -> Outcome<Option<StoredOnce>> {
        once(&self.pool, key, Timestamp::from_millis(self.clock.now().as_millis() - KEYS_KEPT_MS)).await
    }
}

/// One statement sees one state. Greatest numbers are the last of an index, not a MAX, which would read all of a chat.
pub const EVIDENCE_OF_CHATS: &str = "SELECT
        (SELECT deleted_at IS NOT NULL FROM applications WHERE id = ?),
        (SELECT chat_number FROM chats WHERE application_id = ? ORDER BY chat_number DESC LIMIT 1),
        (SELECT MAX(to_number) FROM gaps WHERE application_id = ? AND chat_number = 0),
        (SELECT MAX(to_number) FROM given_up WHERE application_id = ? AND chat_number = 0),
        (SELECT epoch FROM gaps WHERE application_id = ? AND chat_number = 0 ORDER BY epoch DESC LIMIT 1)";

pub const EVIDENCE_OF_MESSAGES: &str = "SELECT
        (SELECT COALESCE(c.deleted_at, a.deleted_at) IS NOT NULL
            FROM chats c LEFT JOIN applications a ON a.id = c.application_id
            WHERE c.application_id = ? AND c.chat_number = ?),
        (SELECT m.message_number
            FROM chats c
            STRAIGHT_JOIN messages m FORCE INDEX (idx_message_chat_id_message_number) ON m.chat_id = c.id
            WHERE c.application_id = ? AND c.chat_number = ? ORDER BY m.message_number DESC LIMIT 1),
        (SELECT MAX(to_number) FROM gaps WHERE application_id = ? AND chat_number = ?),
        (SELECT MAX(to_number) FROM given_up WHERE application_id = ? AND chat_number = ?),
        (SELECT epoch FROM gaps WHERE application_id = ? AND chat_number = ? ORDER BY epoch DESC LIMIT 1)";

async fn evidence(db: impl MySqlExecutor<'_>, sequence: Sequence) -> Outcome<Evidence> {
    let app = sequence.app().0;
    let query = match sequence {
        Sequence::Chats(_) => (0..5).fold(sqlx::query(EVIDENCE_OF_CHATS), |query, _| query.bind(app)),
        Sequence::Messages(_, chat) => {
            (0..5).fold(sqlx::query(EVIDENCE_OF_MESSAGES), |query, _| query.bind(app).bind(chat))
        }
    };
    let decode = |row: MySqlRow| -> Decoded<Evidence> {
        let deleted: Option<bool> = row.try_get(0)?;
        let number = |column: usize| -> Decoded<u32> { Ok(row.try_get::<Option<u32>, _>(column)?.unwrap_or(0)) };
        Ok(Evidence {
            exists: deleted.is_some(),
            deleted: deleted.unwrap_or(false),
            max_row: number(1)?,
            max_gap: number(2)?.max(number(3)?),
            gap_epoch: number(4)?,
        })
    };
    query.fetch_one(db).await.and_then(decode).map_err(fault("say what it knows of a sequence"))
}

pub const EPOCH: &str = "SELECT epoch FROM partitions WHERE `partition` = ? LOCK IN SHARE MODE";

/// The first gap of an epoch stands (N-GAP-STANDS).
const PUBLISH: &str = "INSERT INTO gaps (application_id, chat_number, from_number, to_number, epoch, reason, at)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id";

pub const STANDING: &str = "SELECT from_number, to_number, epoch, at FROM gaps
    WHERE application_id = ? AND chat_number = ? AND epoch = ?";

/// Two that were seeding over a loss would publish twice, the later one above what the earlier one has given meanwhile: the
/// epoch is looked at, and held, in the gap's own transaction (N-GAP-EPOCH).
async fn publish_gap(db: &mut MySqlConnection, gap: Gap, reason: String) -> Outcome<Option<Gap>> {
    if !is_current(db, &gap).await? {
        return Ok(None);
    }
    let (app, chat) = (gap.sequence.app().0, gap.sequence.chat().unwrap_or(0));
    sqlx::query(PUBLISH)
        .bind(app)
        .bind(chat)
        .bind(gap.from)
        .bind(gap.to)
        .bind(gap.epoch)
        .bind(reason)
        .bind(gap.at.as_millis())
        .execute(&mut *db)
        .await
        .map_err(fault("publish a gap"))?;
    let row = sqlx::query(STANDING).bind(app).bind(chat).bind(gap.epoch).fetch_one(db).await;
    row.and_then(|row| decode_gap(gap.sequence, &row)).map(Some).map_err(fault("read a published gap"))
}

/// Whether a gap is of the epoch that is recorded, which is held until the transaction ends.
async fn is_current(db: &mut MySqlConnection, gap: &Gap) -> Outcome<bool> {
    let current: Outcome<Option<u32>> = sqlx::query_scalar(EPOCH)
        .bind(gap.sequence.partition())
        .fetch_optional(db)
        .await
        .map_err(fault("read a partition's epoch"));
    Ok(current? == Some(gap.epoch))
}

/// What two give up at once is given up as far as either of them goes.
const GIVE_UP: &str = "INSERT INTO given_up (application_id, chat_number, from_number, to_number, epoch, at)
    VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE to_number = GREATEST(to_number, VALUES(to_number))";

async fn give_up(db: &mut MySqlConnection, gaps: Vec<Gap>) -> Outcome<bool> {
    for gap in gaps {
        // The first one holds the epoch for all of them: they are of one sequence.
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

pub const GAPS: &str = "SELECT from_number, to_number, epoch, at FROM gaps WHERE application_id = ? AND chat_number = ?
    UNION ALL SELECT from_number, to_number, epoch, at FROM given_up WHERE application_id = ? AND chat_number = ?
    ORDER BY from_number, to_number";

async fn gaps(db: impl MySqlExecutor<'_>, sequence: Sequence) -> Outcome<Vec<Gap>> {
    let (app, chat) = (sequence.app().0, sequence.chat().unwrap_or(0));
    let rows = sqlx::query(GAPS).bind(app).bind(chat).bind(app).bind(chat).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(|row| decode_gap(sequence, row)).collect()).map_err(fault("list gaps"))
}

fn decode_gap(sequence: Sequence, row: &MySqlRow) -> Decoded<Gap> {
    Ok(Gap {
        sequence,
        from: row.try_get(0)?,
        to: row.try_get(1)?,
        epoch: row.try_get(2)?,
        at: row::time(row.try_get(3)?),
    })
}

pub const ONCE: &str =
    "SELECT number, count, entry_id, body_hash FROM idempotency WHERE key_hash = ? AND created_at >= ?";

async fn once(db: impl MySqlExecutor<'_>, key: &KeyHash, since: Timestamp) -> Outcome<Option<StoredOnce>> {
    let row = sqlx::query(ONCE).bind(key.as_slice()).bind(since.as_millis()).fetch_optional(db).await;
    row.and_then(|row| row.as_ref().map(decode_once).transpose()).map_err(fault("find an idempotency key"))
}

fn decode_once(row: &MySqlRow) -> Decoded<StoredOnce> {
    let body: Vec<u8> = row.try_get(3)?;
    Ok(StoredOnce {
        first: row.try_get(0)?,
        count: row.try_get(1)?,
        entry_id: EntryId::from_column(row.try_get(2)?),
        body: Digest::try_from(body).map_err(|_| sqlx::Error::Decode("a digest has 32 bytes".into()))?,
    })
}
