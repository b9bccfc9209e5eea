//! Counting again on the server, under the lock of the owner's row.
//! What a batch does to the same owner is wholly before it or wholly after it.

use sqlx::Row as _;
use sqlx::mysql::MySqlConnection;

use super::fault::fault;
use super::row;
use crate::domain::{AppId, ChatNumber, Sequence};
use crate::fault::Outcome;
use crate::store::Recounted;

const CHAT: &str = "SELECT id, CAST(messages_count AS SIGNED) FROM chats
    WHERE application_id = ? AND chat_number = ? AND deleted_at IS NULL FOR UPDATE";

const MESSAGES: &str = "SELECT COUNT(*) FROM messages WHERE chat_id = ? AND create_version IS NOT NULL AND state = 0";

const SET_MESSAGES: &str = "UPDATE chats SET messages_count = ? WHERE id = ?";

const APPLICATION: &str =
    "SELECT id, CAST(chats_count AS SIGNED) FROM applications WHERE id = ? AND deleted_at IS NULL FOR UPDATE";

const CHATS: &str = "SELECT COUNT(*) FROM chats WHERE application_id = ? AND deleted_at IS NULL AND state = 0";

const SET_CHATS: &str = "UPDATE applications SET chats_count = ? WHERE id = ?";

/// Counts what the owner of `sequence` has, and stores that where the stored count is `seen`.
pub async fn recount(db: &mut MySqlConnection, sequence: Sequence, seen: u64) -> Outcome<Recounted> {
    match sequence {
        Sequence::Messages(app, chat) => {
            let owner = chat_row(db, app, chat).await?;
            set(db, owner, seen, MESSAGES, SET_MESSAGES).await
        }
        Sequence::Chats(app) => {
            let owner = application_row(db, app).await?;
            set(db, owner, seen, CHATS, SET_CHATS).await
        }
    }
}

/// An owner's id and its count as it is stored.
type Owner = Option<(i64, u64)>;

async fn chat_row(db: &mut MySqlConnection, app: AppId, chat: ChatNumber) -> Outcome<Owner> {
    let row = sqlx::query(CHAT).bind(app.0).bind(chat).fetch_optional(db).await;
    let owner = row.and_then(|row| row.map(|row| Ok((row.try_get(0)?, row::count(row.try_get(1)?)))).transpose());
    owner.map_err(fault("read a chat's count"))
}

async fn application_row(db: &mut MySqlConnection, app: AppId) -> Outcome<Owner> {
    let row = sqlx::query(APPLICATION).bind(app.0).fetch_optional(db).await;
    let owner = row.and_then(|row| row.map(|row| Ok((row.try_get(0)?, row::count(row.try_get(1)?)))).transpose());
    owner.map_err(fault("read an application's count"))
}

async fn set(
    db: &mut MySqlConnection,
    owner: Owner,
    seen: u64,
    counting: &'static str,
    setting: &'static str,
) -> Outcome<Recounted> {
    let Some((id, stored)) = owner else { return Ok(Recounted::Gone) };
    if stored != seen {
        return Ok(Recounted::Changed(stored));
    }
    let counted: i64 = sqlx::query_scalar(counting).bind(id).fetch_one(&mut *db).await.map_err(fault("count again"))?;
    sqlx::query(setting).bind(counted).bind(id).execute(db).await.map_err(fault("store what was counted again"))?;
    Ok(Recounted::Set(row::count(counted)))
}
