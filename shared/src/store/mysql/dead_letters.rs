//! Dead letters on the server. What parks them is `ingest`.

use async_trait::async_trait;
use sqlx::mysql::{MySqlConnection, MySqlRow};
use sqlx::{MySqlExecutor, Row as _};

use super::row::{self, Decoded};
use super::transaction::in_transaction;
use super::{MysqlStore, fault};
use crate::clock::Timestamp;
use crate::domain::Partition;
use crate::fault::Outcome;
use crate::queue::EntryId;
use crate::store::{DeadLetter, DeadLetterFilter, DeadLetters, NewDeadLetter};

#[async_trait]
impl DeadLetters for MysqlStore {
    async fn dead_letters(&self, filter: &DeadLetterFilter) -> Outcome<Vec<DeadLetter>> {
        page(&self.pool, filter).await
    }

    async fn dead_letter(&self, id: i64) -> Outcome<Option<DeadLetter>> {
        one(&self.pool, id).await
    }

    async fn dead_letter_of(&self, partition: Partition, entry: EntryId) -> Outcome<Option<i64>> {
        let id =
            sqlx::query_scalar(ID_OF_ENTRY).bind(partition).bind(entry.to_column()).fetch_optional(&self.pool).await;
        id.map_err(fault("find an entry's dead letter"))
    }

    async fn count_dead_letters(&self) -> Outcome<u64> {
        count(&self.pool).await
    }

    async fn record_retry(&self, id: i64, failure: Option<&str>, at: Timestamp) -> Outcome<()> {
        record_retry(&self.pool, id, failure, at).await
    }

    async fn edit_dead_letter(&self, id: i64, seen: &[u8], payload: &[u8]) -> Outcome<bool> {
        let (seen, payload) = (seen.to_vec(), payload.to_vec());
        in_transaction(&self.pool, move |db| Box::pin(edit(db, id, seen.clone(), payload.clone()))).await
    }

    async fn original_of_dead_letter(&self, id: i64) -> Outcome<Option<Vec<u8>>> {
        original(&self.pool, id).await
    }
}

const INSERT: &str = "INSERT INTO dead_letters
        (`partition`, entry_id, number, kind, payload, reason, attempts, first_at, last_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id";

pub const ID_OF_ENTRY: &str = "SELECT id FROM dead_letters WHERE `partition` = ? AND entry_id = ?";

/// Writes a dead letter where the entry has none, and returns the id of the one that stands.
pub async fn insert(db: &mut MySqlConnection, dead: &NewDeadLetter) -> Outcome<i64> {
    sqlx::query(INSERT)
        .bind(dead.record.partition)
        .bind(dead.record.id.to_column())
        .bind(dead.record.number)
        .bind(&dead.kind)
        .bind(dead.record.payload.as_ref())
        .bind(&dead.reason)
        .bind(dead.attempts)
        .bind(dead.at.as_millis())
        .bind(dead.last_at.as_millis())
        .execute(&mut *db)
        .await
        .map_err(fault("write a dead letter"))?;
    sqlx::query_scalar(ID_OF_ENTRY)
        .bind(dead.record.partition)
        .bind(dead.record.id.to_column())
        .fetch_one(db)
        .await
        .map_err(fault("find an entry's dead letter"))
}

/// Whether they are resolved and of which kind is a condition on the rows of the page, which ids bound.
pub const PAGE: &str =
    "SELECT id, `partition`, entry_id, number, kind, payload, reason, attempts, first_at, last_at, resolved_at
    FROM dead_letters WHERE id > ? AND (? OR resolved_at IS NULL) AND kind = COALESCE(?, kind) ORDER BY id LIMIT ?";

async fn page(db: impl MySqlExecutor<'_>, filter: &DeadLetterFilter) -> Outcome<Vec<DeadLetter>> {
    let rows = sqlx::query(PAGE)
        .bind(filter.after)
        .bind(filter.resolved)
        .bind(filter.kind.as_deref())
        .bind(filter.limit)
        .fetch_all(db)
        .await;
    rows.and_then(|rows| rows.iter().map(decode).collect()).map_err(fault("list dead letters"))
}

pub const ONE: &str =
    "SELECT id, `partition`, entry_id, number, kind, payload, reason, attempts, first_at, last_at, resolved_at
    FROM dead_letters WHERE id = ?";

async fn one(db: impl MySqlExecutor<'_>, id: i64) -> Outcome<Option<DeadLetter>> {
    let row = sqlx::query(ONE).bind(id).fetch_optional(db).await;
    row.and_then(|row| row.as_ref().map(decode).transpose()).map_err(fault("read a dead letter"))
}

/// Counted over the index of those that are open.
pub const COUNT: &str = "SELECT COUNT(*) FROM dead_letters WHERE resolved_at IS NULL";

async fn count(db: impl MySqlExecutor<'_>) -> Outcome<u64> {
    sqlx::query_scalar(COUNT).fetch_one(db).await.map(row::count).map_err(fault("count dead letters"))
}

const RESOLVE: &str = "UPDATE dead_letters SET resolved_at = ?, last_at = ?, attempts = attempts + 1
    WHERE id = ? AND resolved_at IS NULL";

const TRIED: &str = "UPDATE dead_letters SET reason = ?, last_at = ?, attempts = attempts + 1
    WHERE id = ? AND resolved_at IS NULL";

async fn record_retry(db: impl MySqlExecutor<'_>, id: i64, failure: Option<&str>, at: Timestamp) -> Outcome<()> {
    let at = at.as_millis();
    let query = match failure {
        None => sqlx::query(RESOLVE).bind(at),
        Some(reason) => sqlx::query(TRIED).bind(reason),
    };
    query.bind(at).bind(id).execute(db).await.map_err(fault("record a retry of a dead letter"))?;
    Ok(())
}

const EDIT: &str = "UPDATE dead_letters SET payload = ? WHERE id = ? AND payload = ? AND resolved_at IS NULL";

/// The first one stands, however often the letter is edited.
const KEEP_ORIGINAL: &str = "INSERT INTO dead_letter_originals (dead_letter_id, payload) VALUES (?, ?) ON DUPLICATE KEY UPDATE dead_letter_id = dead_letter_id";

async fn edit(db: &mut MySqlConnection, id: i64, seen: Vec<u8>, payload: Vec<u8>) -> Outcome<bool> {
    let edited = sqlx::query(EDIT).bind(payload).bind(id).bind(&seen).execute(&mut *db).await;
    if edited.map_err(fault("edit a dead letter"))?.rows_affected() == 0 {
        return Ok(false);
    }
    let kept = sqlx::query(KEEP_ORIGINAL).bind(id).bind(seen).execute(db).await;
    kept.map(|_| true).map_err(fault("keep what a dead letter said"))
}

pub const ORIGINAL: &str = "SELECT payload FROM dead_letter_originals WHERE dead_letter_id = ?";

async fn original(db: impl MySqlExecutor<'_>, id: i64) -> Outcome<Option<Vec<u8>>> {
    let payload = sqlx::query_scalar(ORIGINAL).bind(id).fetch_optional(db).await;
    payload.map_err(fault("read what a dead letter said"))
}

fn decode(row: &MySqlRow) -> Decoded<DeadLetter> {
    Ok(DeadLetter {
        id: row.try_get(0)?,
        partition: row.try_get(1)?,
        entry_id: EntryId::from_column(row.try_get(2)?),
        number: row.try_get(3)?,
        kind: row.try_get(4)?,
        payload: row.try_get(5)?,
        reason: row.try_get(6)?,
        attempts: row.try_get(7)?,
        first_at: row::time(row.try_get(8)?),
        last_at: row::time(row.try_get(9)?),
        resolved_at: row.try_get::<Option<i64>, _>(10)?.map(row::time),
    })
}
