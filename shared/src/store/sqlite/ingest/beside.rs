//! What a batch writes beside the rows of chats and messages: counts, clients' keys, checkpoints.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use sqlx::Arguments as _;
use sqlx::sqlite::SqliteConnection;

use crate::domain::{AppId, Partition};
use crate::fault::Outcome;
use crate::queue::EntryId;
use crate::store::rows::{Keys, Living, Moved};
use crate::store::sqlite::fault;
use crate::store::sqlite::wide::Wide;

pub const LIVING: &str = "SELECT a.id FROM json_each(?) j CROSS JOIN applications a ON a.id = j.value
    WHERE a.deleted_at IS NULL";

/// Those of the applications that exist: entries for any other are done without effect.
pub async fn living(db: &mut SqliteConnection, apps: BTreeSet<AppId>) -> Outcome<Living> {
    if apps.is_empty() {
        return Ok(Living::new());
    }
    let living: Result<Vec<i64>, _> =
        sqlx::query_scalar(LIVING).bind(serde_json::json!(apps).to_string()).fetch_all(db).await;
    living.map(|living| living.into_iter().map(AppId).collect()).map_err(fault("read a batch's applications"))
}

pub static COUNT_CHATS: LazyLock<Wide> = LazyLock::new(|| {
    Wide::new(
        "UPDATE applications SET chats_count = MAX(chats_count + v.column2, 0) FROM (",
        "(?, ?)",
        ") AS v WHERE applications.id = v.column1",
    )
});

const COUNT_TOTALS: &str = "UPDATE totals SET chats = MAX(chats + ?, 0), messages = MAX(messages + ?, 0) WHERE id = 1";

/// Moves the counts that are not the chats' own. None goes below 0, whatever hands have been at the file: a batch must
/// not be refused for it.
pub async fn count(db: &mut SqliteConnection, moved: Moved) -> Outcome<()> {
    let chats: i64 = moved.chats.values().sum();
    if !moved.chats.is_empty() {
        let counting = COUNT_CHATS.execute(db, moved.chats.into_iter().collect(), |values, (app, chats)| {
            values.add(app.0)?;
            values.add(chats)
        });
        counting.await.map_err(fault("count chats"))?;
    }
    if (chats, moved.messages) != (0, 0) {
        let counting = sqlx::query(COUNT_TOTALS).bind(chats).bind(moved.messages).execute(db).await;
        counting.map_err(fault("move the totals"))?;
    }
    Ok(())
}

/// A key used again after its 24 hours takes the place of the old one; of one request's entries the last one stays.
static REMEMBER_KEYS: LazyLock<Wide> = LazyLock::new(|| {
    Wide::new(
        "INSERT INTO idempotency (key_hash, number, count, body_hash, entry_id, created_at)",
        "(?, ?, ?, ?, ?, ?)",
        " ON CONFLICT (key_hash) DO UPDATE SET number = excluded.number, count = excluded.count,
            body_hash = excluded.body_hash, entry_id = excluded.entry_id, created_at = excluded.created_at
        WHERE excluded.entry_id > idempotency.entry_id",
    )
});

/// Writes the clients' keys of living applications, in the transaction of the rows (N-KEYS-WITH-ROW).
pub async fn remember_keys(db: &mut SqliteConnection, keys: Keys, living: &Living) -> Outcome<()> {
    let keys = keys.into_iter().filter(|(_, (app, ..))| living.contains(app)).collect();
    let remembering = REMEMBER_KEYS.execute(db, keys, |values, (key, (_, once, at))| {
        values.add(key.as_slice())?;
        values.add(once.first)?;
        values.add(once.count)?;
        values.add(once.body.as_slice())?;
        values.add(once.entry_id.to_column())?;
        values.add(at.as_millis())
    });
    remembering.await.map_err(fault("remember idempotency keys"))
}

pub static RAISE_CHECKPOINTS: LazyLock<Wide> = LazyLock::new(|| {
    Wide::new(
        "UPDATE partitions SET checkpoint = MAX(checkpoint, v.column2) FROM (",
        "(?, ?)",
        ") AS v WHERE partitions.partition = v.column1",
    )
});

/// Raises the partitions' checkpoints: never lowers one (N-CHECKPOINT).
pub async fn raise_checkpoints(db: &mut SqliteConnection, checkpoints: BTreeMap<Partition, EntryId>) -> Outcome<()> {
    let raising = RAISE_CHECKPOINTS.execute(db, checkpoints.into_iter().collect(), |values, (partition, id)| {
        values.add(partition)?;
        values.add(id.to_column())
    });
    raising.await.map_err(fault("raise checkpoints"))
}
