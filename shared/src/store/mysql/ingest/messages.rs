//! The rows of a batch's messages: read where there may be any, and written.

use std::collections::HashMap;
use std::sync::LazyLock;

use sqlx::Arguments as _;
use sqlx::Row as _;
use sqlx::mysql::{MySqlConnection, MySqlRow};

use crate::clock::Timestamp;
use crate::domain::MessageNumber;
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::EntryId;
use crate::store::mysql::fault::fault;
use crate::store::mysql::row::{self, Decoded};
use crate::store::mysql::wide::Wide;
use crate::store::rows::{ChatWork, MessageChange, MessageRow, StoredMessages};

/// The most bytes of a MEDIUMTEXT.
const LONGEST: usize = 16_777_215;

/// Bytes of a message's row beside its content, about: a sender has at most 255 characters.
const BYTES: usize = 1_100;

/// The last of an index for each chat, not a MAX, which would read all of the chat.
pub const TOPS: &str = "SELECT j.id, (SELECT m.message_number
        FROM messages m FORCE INDEX (idx_message_chat_id_message_number)
        WHERE m.chat_id = j.id ORDER BY m.message_number DESC LIMIT 1)
    FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j";

/// Finds how far the messages of the chats go. A statement of its own, after that which waits for the chats' locks: what
/// others committed meanwhile must be seen.
pub async fn find_tops(db: &mut MySqlConnection, work: &mut [ChatWork]) -> Outcome<()> {
    let mut chats: HashMap<_, _> =
        work.iter_mut().filter(|chat| chat.has_messages()).filter_map(|chat| Some((chat.stored?, chat))).collect();
    if chats.is_empty() {
        return Ok(());
    }
    let ids: Vec<_> = chats.keys().collect();
    let rows = sqlx::query(TOPS).bind(serde_json::json!(ids).to_string()).fetch_all(db).await;
    for row in rows.map_err(fault("find the greatest messages of chats"))? {
        let mut take = || -> Decoded<()> {
            if let Some(chat) = chats.get_mut(&row.try_get(0)?) {
                chat.top = row.try_get::<Option<_>, _>(1)?.unwrap_or(0);
            }
            Ok(())
        };
        take().map_err(fault("find the greatest messages of chats"))?;
    }
    Ok(())
}

pub const LOAD: &str =
    "SELECT m.chat_id, m.message_number, m.id, m.create_version, m.version, m.state, m.created_at, m.updated_at
    FROM JSON_TABLE(?, '$[*]' COLUMNS (chat BIGINT PATH '$[0]', number INT UNSIGNED PATH '$[1]')) j
    STRAIGHT_JOIN messages m FORCE INDEX (idx_message_chat_id_message_number)
        ON m.chat_id = j.chat AND m.message_number = j.number";

/// Reads the rows that the batch is about. New messages come above all others of their chat: they are not looked for.
pub async fn load(db: &mut MySqlConnection, work: &[ChatWork]) -> Outcome<StoredMessages> {
    let keys: Vec<(i64, MessageNumber)> =
        work.iter().flat_map(|chat| chat.perhaps_stored().map(|number| (chat.id, number))).collect();
    if keys.is_empty() {
        return Ok(StoredMessages::new());
    }
    let rows = sqlx::query(LOAD).bind(serde_json::json!(keys).to_string()).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(decode).collect()).map_err(fault("read a batch's messages"))
}

fn decode(stored: &MySqlRow) -> Decoded<((i64, MessageNumber), (i64, MessageRow))> {
    let message = MessageRow {
        create_version: stored.try_get::<Option<i64>, _>(3)?.map(EntryId::from_column),
        version: EntryId::from_column(stored.try_get(4)?),
        status: row::status(stored.try_get(5)?),
        created_at: stored.try_get::<Option<i64>, _>(6)?.map(row::time),
        updated_at: row::time(stored.try_get(7)?),
        ..MessageRow::default()
    };
    Ok(((stored.try_get(0)?, stored.try_get(1)?), (stored.try_get(2)?, message)))
}

/// Assignments are made in their order, and each sees those before it: the version comes last, or the content would be
/// compared with the new one (R-VERSION-LAST). A content is given exactly where the version grows or the row is deleted;
/// what is not given is left as it is stored.
static SAVE: LazyLock<Wide> = LazyLock::new(|| {
    Wide::new(
        "INSERT INTO messages (chat_id, message_number, message_content, sender, sent_at, create_version, version, state,
            created_at, updated_at)",
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        " ON DUPLICATE KEY UPDATE
            message_content = IF(VALUES(state) = 1 OR VALUES(version) > version, VALUES(message_content), message_content),
            sender = COALESCE(VALUES(sender), sender), sent_at = COALESCE(VALUES(sent_at), sent_at),
            create_version = VALUES(create_version), state = VALUES(state), created_at = VALUES(created_at),
            updated_at = VALUES(updated_at), version = VALUES(version)",
    )
});

/// Writes the rows that are new or changed.
pub async fn save(db: &mut MySqlConnection, changes: &[MessageChange]) -> Outcome<()> {
    let content = |change: &MessageChange| change.row.content.as_ref().map_or(0, String::len);
    // Longer than any column takes: the server would cut the connection instead of refusing it.
    if let Some(long) = changes.iter().find(|change| content(change) > LONGEST) {
        let doing = format!("write message {}: its content of {} bytes is too long", long.number, content(long));
        return Err(Fault::new(Part::Store, Kind::Refused, doing));
    }
    let saving = SAVE.execute(
        db,
        changes,
        |change| BYTES + content(change),
        |values, change| {
            let MessageChange { chat_id, number, row, .. } = change;
            values.add(chat_id)?;
            values.add(number)?;
            values.add(row.content.as_deref().unwrap_or_default())?;
            values.add(row.sender.as_deref())?;
            values.add(row.sent_at.map(Timestamp::as_millis))?;
            values.add(row.create_version.map(EntryId::to_column))?;
            values.add(row.version.to_column())?;
            values.add(row::status_column(row.status))?;
            values.add(row.created_at.map(Timestamp::as_millis))?;
            values.add(row.updated_at.as_millis())
        },
    );
    saving.await.map_err(fault("write messages"))
}
