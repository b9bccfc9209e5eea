//! Removing what is deleted, some rows at a time: messages of deleted chats (whose rows stay as tombstones), chats and
//! messages of deleted applications (whose rows stay, so that no id is given twice), idempotency keys past their time.

use sqlx::Row as _;
use sqlx::mysql::MySqlConnection;

use crate::clock::Timestamp;
use crate::fault::Outcome;
use crate::store::Purged;
use crate::store::mysql::fault::fault;
use crate::store::mysql::row::Decoded;

/// Chats of a deleted application that are taken at a time.
const CHATS: u32 = 200;

/// Removes at most `limit` rows of what is deleted, and at most `limit` keys.
pub async fn purge(db: &mut MySqlConnection, keys_before: Timestamp, limit: u32) -> Outcome<Purged> {
    let mut purged = Purged { keys: prune_keys(db, keys_before, limit).await?, ..Purged::default() };
    let mut left = limit;
    while left > 0 {
        let Some((app, chat_id)) = next(db).await? else { break };
        let done = if chat_id == 0 {
            purge_application(db, app, left, &mut purged).await?
        } else {
            purge_chat(db, app, chat_id, left, &mut purged).await?
        };
        // What was found empty counts for one, so that a step ends even over a thousand empty chats.
        left = left.saturating_sub(done.max(1));
    }
    Ok(purged)
}

/// What another process is at is left to it.
pub const NEXT: &str = "SELECT application_id, chat_id FROM purges ORDER BY application_id, chat_id LIMIT 1
    FOR UPDATE SKIP LOCKED";

async fn next(db: &mut MySqlConnection) -> Outcome<Option<(i64, i64)>> {
    let row = sqlx::query(NEXT).fetch_optional(db).await;
    let decoded =
        row.and_then(|row| row.map(|row| -> Decoded<_> { Ok((row.try_get(0)?, row.try_get(1)?)) }).transpose());
    decoded.map_err(fault("find what is to be purged"))
}

pub const MESSAGES_OF_CHAT: &str = "DELETE FROM messages WHERE chat_id = ? ORDER BY message_number LIMIT ?";

async fn purge_chat(db: &mut MySqlConnection, app: i64, chat_id: i64, left: u32, purged: &mut Purged) -> Outcome<u32> {
    let removed = sqlx::query(MESSAGES_OF_CHAT).bind(chat_id).bind(left).execute(&mut *db).await;
    let removed = removed.map_err(fault("purge a chat's messages"))?.rows_affected();
    purged.messages += removed;
    if removed < u64::from(left) {
        let done = sqlx::query("DELETE FROM purges WHERE application_id = ? AND chat_id = ?");
        done.bind(app).bind(chat_id).execute(db).await.map_err(fault("finish a purge"))?;
    }
    Ok(small(removed))
}

/// Of the first chats: who has none left goes afterwards.
pub const MESSAGES_OF_APPLICATION: &str = "SELECT m.id
    FROM (SELECT id FROM chats WHERE application_id = ? ORDER BY chat_number LIMIT ?) c
    STRAIGHT_JOIN messages m ON m.chat_id = c.id LIMIT ?";

pub const REMOVE: &str = "DELETE m FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j
    STRAIGHT_JOIN messages m FORCE INDEX (PRIMARY) ON m.id = j.id";

pub const CHATS_OF_APPLICATION: &str = "DELETE FROM chats WHERE application_id = ? ORDER BY chat_number LIMIT ?";

async fn purge_application(db: &mut MySqlConnection, app: i64, left: u32, purged: &mut Purged) -> Outcome<u32> {
    let chats = CHATS.min(left);
    let found: Result<Vec<i64>, _> =
        sqlx::query_scalar(MESSAGES_OF_APPLICATION).bind(app).bind(chats).bind(left).fetch_all(&mut *db).await;
    let ids = found.map_err(fault("find an application's messages"))?;
    if !ids.is_empty() {
        let removed = sqlx::query(REMOVE).bind(serde_json::json!(ids).to_string()).execute(&mut *db).await;
        let messages = removed.map_err(fault("purge an application's messages"))?.rows_affected();
        purged.messages += messages;
        // Their chats go in the next step, once nothing is left in them.
        return Ok(small(messages));
    }
    let removed = sqlx::query(CHATS_OF_APPLICATION).bind(app).bind(chats).execute(&mut *db).await;
    let removed = removed.map_err(fault("purge an application's chats"))?.rows_affected();
    purged.chats += removed;
    if removed == 0 {
        forget(db, app).await?;
    }
    Ok(small(removed))
}

/// Removes what is left of an application but its own row.
async fn forget(db: &mut MySqlConnection, app: i64) -> Outcome<()> {
    for statement in [
        "DELETE FROM gaps WHERE application_id = ?",
        "DELETE FROM given_up WHERE application_id = ?",
        "DELETE FROM search_backlog WHERE application_id = ?",
        "DELETE FROM retired_tokens WHERE application_id = ?",
        "DELETE FROM purges WHERE application_id = ?",
    ] {
        sqlx::query(statement).bind(app).execute(&mut *db).await.map_err(fault("finish an application's purge"))?;
    }
    Ok(())
}

pub const KEYS: &str = "DELETE FROM idempotency WHERE created_at < ? ORDER BY created_at LIMIT ?";

async fn prune_keys(db: &mut MySqlConnection, before: Timestamp, limit: u32) -> Outcome<u64> {
    let pruned = sqlx::query(KEYS).bind(before.as_millis()).bind(limit).execute(db).await;
    pruned.map(|pruned| pruned.rows_affected()).map_err(fault("prune idempotency keys"))
}

/// Rows of one step: never more than its limit, which is 32 bits.
fn small(rows: u64) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
