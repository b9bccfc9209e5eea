//! What a batch holds and writes beside the rows of chats and messages: applications, counts, clients' keys, checkpoints.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use sqlx::Arguments as _;
use sqlx::mysql::MySqlConnection;

use super::Hold;
use crate::domain::{AppId, Partition};
use crate::fault::Outcome;
use crate::queue::EntryId;
use crate::store::mysql::fault::fault;
use crate::store::mysql::wide::Wide;
use crate::store::rows::{Keys, Living, Moved};

/// By the index also where the server would rather read a small table through: it would lock all of it.
pub const SHARE: &str = "SELECT a.id FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j
    STRAIGHT_JOIN applications a FORCE INDEX (PRIMARY) ON a.id = j.id WHERE a.deleted_at IS NULL LOCK IN SHARE MODE";

pub const HOLD: &str = "SELECT a.id FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j
    STRAIGHT_JOIN applications a FORCE INDEX (PRIMARY) ON a.id = j.id WHERE a.deleted_at IS NULL FOR UPDATE";

/// Locks those of the applications that exist, in the order of their ids: entries for any other are done without effect.
pub async fn hold_living(db: &mut MySqlConnection, apps: BTreeSet<AppId>, hold: Hold) -> Outcome<Living> {
    if apps.is_empty() {
        return Ok(Living::new());
    }
    let sql = match hold {
        Hold::Shared => SHARE,
        Hold::Alone => HOLD,
    };
    let living: Result<Vec<i64>, _> =
        sqlx::query_scalar(sql).bind(serde_json::json!(apps).to_string()).fetch_all(db).await;
    living.map(|living| living.into_iter().map(AppId).collect()).map_err(fault("lock a batch's applications"))
}

pub const COUNT_CHATS: &str = "UPDATE JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$[0]', moved BIGINT PATH '$[1]')) j
    STRAIGHT_JOIN applications a FORCE INDEX (PRIMARY) ON a.id = j.id
    SET a.chats_count = GREATEST(a.chats_count + j.moved, 0)";

/// Moves the counts of applications' chats. None goes below 0, whatever hands have been at the rows: a batch must not be
/// refused for it.
pub async fn count_chats(db: &mut MySqlConnection, moved: &Moved) -> Outcome<()> {
    if moved.chats.is_empty() {
        return Ok(());
    }
    let moved: Vec<_> = moved.chats.iter().collect();
    let counting = sqlx::query(COUNT_CHATS).bind(serde_json::json!(moved).to_string()).execute(db).await;
    counting.map(|_| ()).map_err(fault("count chats"))
}

/// A key used again after its 24 hours takes the place of the old one; of one request's entries the last one stays. The
/// entry's id comes last: what stands before it is compared with the old one (R-VERSION-LAST).
static REMEMBER_KEYS: LazyLock<Wide> = LazyLock::new(|| {
    Wide::new(
        "INSERT INTO idempotency (key_hash, number, count, body_hash, entry_id, created_at)",
        "(?, ?, ?, ?, ?, ?)",
        " ON DUPLICATE KEY UPDATE number = IF(VALUES(entry_id) > entry_id, VALUES(number), number),
            count = IF(VALUES(entry_id) > entry_id, VALUES(count), count),
            body_hash = IF(VALUES(entry_id) > entry_id, VALUES(body_hash), body_hash),
            created_at = IF(VALUES(entry_id) > entry_id, VALUES(created_at), created_at),
            entry_id = GREATEST(entry_id, VALUES(entry_id))",
    )
});

/// Bytes of a key's row, about.
const KEY_BYTES: usize = 100;

/// Writes the clients' keys of living applications, in the transaction of the rows (N-KEYS-WITH-ROW).
pub async fn remember_keys(db: &mut MySqlConnection, keys: Keys, living: &Living) -> Outcome<()> {
    let keys: Vec<_> = keys.into_iter().filter(|(_, (app, ..))| living.contains(app)).collect();
    let remembering = REMEMBER_KEYS.execute(
        db,
        &keys,
        |_| KEY_BYTES,
        |values, (key, (_, once, at))| {
            values.add(key.as_slice())?;
            values.add(once.first)?;
            values.add(once.count)?;
            values.add(once.body.as_slice())?;
            values.add(once.entry_id.to_column())?;
            values.add(at.as_millis())
        },
    );
    remembering.await.map_err(fault("remember idempotency keys"))
}

pub const SETTLE: &str = "UPDATE JSON_TABLE(?, '$[*]' COLUMNS (
        place SMALLINT UNSIGNED PATH '$[0]', checkpoint BIGINT PATH '$[1]', messages BIGINT PATH '$[2]')) j
    STRAIGHT_JOIN partitions p FORCE INDEX (PRIMARY) ON p.`partition` = j.place
    SET p.checkpoint = GREATEST(p.checkpoint, j.checkpoint), p.messages = p.messages + j.messages";

/// Raises the partitions' checkpoints, never lowers one (N-CHECKPOINT), and moves the count of all messages. The last
/// statement of a batch: other batches wait for these rows.
pub async fn settle(db: &mut MySqlConnection, checkpoints: BTreeMap<Partition, EntryId>, messages: i64) -> Outcome<()> {
    if checkpoints.is_empty() {
        return Ok(());
    }
    let counted = std::iter::once(messages).chain(std::iter::repeat(0));
    let rows: Vec<_> =
        checkpoints.iter().zip(counted).map(|((place, id), counted)| (place, id.to_column(), counted)).collect();
    let raising = sqlx::query(SETTLE).bind(serde_json::json!(rows).to_string()).execute(db).await;
    raising.map(|_| ()).map_err(fault("raise checkpoints"))
}
