//! Scans over many chats on the server. An order by columns of two tables is always sorted there, so chats are chosen first,
//! as many as hold about what is asked for, and only their messages are read and sorted.

use sqlx::mysql::{MySqlPool, MySqlRow};
use sqlx::{MySqlExecutor, Row as _};

use super::fault::fault;
use super::row::{self, Decoded};
use crate::domain::{AppId, ChatNumber, Message};
use crate::fault::Outcome;

/// Chats that are looked at together.
const CHATS: u32 = 500;

/// A chat whose messages are to be read.
struct Next {
    id: i64,
    place: (AppId, ChatNumber),
    /// About how many messages it has: those that count, and one for what does not.
    weight: u64,
}

/// Adds the messages of the chats after a place, of all applications or of one, until there are `limit`.
pub async fn later_chats(
    db: &MySqlPool,
    app: Option<AppId>,
    mut after: (AppId, ChatNumber),
    limit: u32,
    messages: &mut Vec<Message>,
) -> Outcome<()> {
    loop {
        let missing = limit.saturating_sub(u32::try_from(messages.len()).unwrap_or(u32::MAX));
        if missing == 0 {
            return Ok(());
        }
        let mut chats = next(db, app, after).await?;
        chats.truncate(enough(&chats, missing));
        let Some(last) = chats.last() else { return Ok(()) };
        after = last.place;
        messages.extend(of_chats(db, &chats, missing).await?);
    }
}

/// How many of the chats hold about `missing` messages.
fn enough(chats: &[Next], missing: u32) -> usize {
    let mut held = 0;
    let before = chats.iter().take_while(|chat| {
        let needed = held < u64::from(missing);
        held += chat.weight;
        needed
    });
    before.count()
}

pub const NEXT: &str = "SELECT c.id, c.application_id, c.chat_number, c.messages_count
    FROM chats c FORCE INDEX (idx_chat_application_id_chat_number)
    STRAIGHT_JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    WHERE (c.application_id > ? OR (c.application_id = ? AND c.chat_number > ?)) AND c.deleted_at IS NULL
    ORDER BY c.application_id, c.chat_number LIMIT ?";

pub const NEXT_OF: &str = "SELECT c.id, c.application_id, c.chat_number, c.messages_count
    FROM chats c FORCE INDEX (idx_chat_application_id_chat_number)
    STRAIGHT_JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    WHERE c.application_id = ? AND c.chat_number > ? AND c.deleted_at IS NULL
    ORDER BY c.chat_number LIMIT ?";

async fn next(
    db: impl MySqlExecutor<'_>,
    app: Option<AppId>,
    (after_app, after): (AppId, ChatNumber),
) -> Outcome<Vec<Next>> {
    let query = match app {
        Some(app) => sqlx::query(NEXT_OF).bind(app.0),
        None => sqlx::query(NEXT).bind(after_app.0).bind(after_app.0),
    };
    let rows = query.bind(after).bind(CHATS).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(decode).collect()).map_err(fault("scan chats"))
}

fn decode(row: &MySqlRow) -> Decoded<Next> {
    Ok(Next {
        id: row.try_get(0)?,
        place: (AppId(row.try_get(1)?), row.try_get(2)?),
        weight: row::count(row.try_get(3)?).saturating_add(1),
    })
}

pub const OF_CHATS: &str =
    "SELECT c.application_id, c.chat_number, m.message_number, m.message_content, m.sender, m.sent_at,
        m.create_version, m.version, m.state, m.created_at, m.updated_at
    FROM JSON_TABLE(?, '$[*]' COLUMNS (place FOR ORDINALITY, id BIGINT PATH '$')) j
    STRAIGHT_JOIN chats c ON c.id = j.id
    STRAIGHT_JOIN messages m FORCE INDEX (idx_message_chat_id_message_number) ON m.chat_id = c.id
    WHERE m.create_version IS NOT NULL
    ORDER BY j.place, m.message_number LIMIT ?";

async fn of_chats(db: impl MySqlExecutor<'_>, chats: &[Next], limit: u32) -> Outcome<Vec<Message>> {
    let ids: Vec<i64> = chats.iter().map(|chat| chat.id).collect();
    let rows = sqlx::query(OF_CHATS).bind(serde_json::json!(ids).to_string()).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::message).collect()).map_err(fault("scan messages"))
}
