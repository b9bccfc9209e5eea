//! The rows of a batch's chats: locked and read, inserted, written.

use std::collections::HashMap;
use std::sync::LazyLock;

use sqlx::Arguments as _;
use sqlx::Row as _;
use sqlx::mysql::{MySqlArguments, MySqlConnection, MySqlRow};

use crate::domain::{AppId, ChatNumber};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::EntryId;
use crate::store::mysql::fault::fault;
use crate::store::mysql::row::{self, DEAD, Decoded, STORED};
use crate::store::mysql::wide::Wide;
use crate::store::rows::{ChatRow, ChatWork};

/// Bytes of a chat's row, about: a title has at most 255 characters.
const BYTES: usize = 1_200;

/// By the index also where the server would rather read a small table through: it would lock all of it.
pub const HOLD: &str =
    "SELECT c.id, c.application_id, c.chat_number, c.title, c.messages_count, c.create_version, c.version,
        c.state, c.created_at, c.updated_at, c.deleted_at
    FROM JSON_TABLE(?, '$[*]' COLUMNS (app BIGINT PATH '$[0]', chat INT UNSIGNED PATH '$[1]')) j
    STRAIGHT_JOIN chats c FORCE INDEX (idx_chat_application_id_chat_number)
        ON c.application_id = j.app AND c.chat_number = j.chat
    FOR UPDATE";

/// Locks and reads the rows of the chats that are stored, in the order of their keys.
pub async fn hold(db: &mut MySqlConnection, work: &mut [ChatWork]) -> Outcome<()> {
    if work.is_empty() {
        return Ok(());
    }
    let keys = keys(work.iter());
    let mut places: HashMap<_, _> = work.iter_mut().map(|chat| ((chat.app, chat.number), chat)).collect();
    let rows = sqlx::query(HOLD).bind(keys).fetch_all(db).await;
    for stored in rows.map_err(fault("lock a batch's chats"))? {
        let mut take = || -> Decoded<()> {
            let key: (_, ChatNumber) = (AppId(stored.try_get(1)?), stored.try_get(2)?);
            if let Some(chat) = places.get_mut(&key) {
                // How far its messages go is looked for once its lock is held.
                chat.found(stored.try_get(0)?, decode(&stored)?, 0);
            }
            Ok(())
        };
        take().map_err(fault("read a batch's chats"))?;
    }
    Ok(())
}

fn keys<'a>(chats: impl Iterator<Item = &'a ChatWork>) -> String {
    serde_json::json!(chats.map(|chat| (chat.app, chat.number)).collect::<Vec<_>>()).to_string()
}

fn decode(stored: &MySqlRow) -> Decoded<ChatRow> {
    Ok(ChatRow {
        title: stored.try_get(3)?,
        messages_count: row::count(stored.try_get(4)?),
        create_version: stored.try_get::<Option<i64>, _>(5)?.map(EntryId::from_column),
        version: EntryId::from_column(stored.try_get(6)?),
        dead: stored.try_get::<i64, _>(7)? == DEAD,
        created_at: row::time(stored.try_get(8)?),
        updated_at: row::time(stored.try_get(9)?),
        deleted_at: stored.try_get::<Option<i64>, _>(10)?.map(row::time),
        changed: false,
    })
}

/// Whether a chat has no row yet.
pub fn any_new(work: &[ChatWork]) -> bool {
    work.iter().any(is_new)
}

fn is_new(chat: &ChatWork) -> bool {
    chat.stored.is_none() && chat.row.is_some()
}

/// A row that is there is written over: its application or it is held. What is new has no id.
static SAVE: LazyLock<Wide> = LazyLock::new(|| {
    Wide::new(
        "INSERT INTO chats (id, application_id, chat_number, title, messages_count, create_version, version, state,
            created_at, updated_at, deleted_at)",
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        " ON DUPLICATE KEY UPDATE title = VALUES(title), messages_count = VALUES(messages_count),
            create_version = VALUES(create_version), state = VALUES(state), created_at = VALUES(created_at),
            updated_at = VALUES(updated_at), deleted_at = VALUES(deleted_at), version = VALUES(version)",
    )
});

pub const IDS: &str = "SELECT c.id, c.application_id, c.chat_number
    FROM JSON_TABLE(?, '$[*]' COLUMNS (app BIGINT PATH '$[0]', chat INT UNSIGNED PATH '$[1]')) j
    STRAIGHT_JOIN chats c FORCE INDEX (idx_chat_application_id_chat_number)
        ON c.application_id = j.app AND c.chat_number = j.chat";

/// Inserts the rows of new chats, so that their messages can be written in the same statements as others': the applications
/// are held alone, nobody else makes one. Their ids are read back, since with several writers they are not given in a row.
pub async fn insert_new(db: &mut MySqlConnection, work: &mut [ChatWork]) -> Outcome<()> {
    let mut new: Vec<&mut ChatWork> = work.iter_mut().filter(|chat| is_new(chat)).collect();
    if new.is_empty() {
        return Ok(());
    }
    let inserting = SAVE.execute(db, &new, |_| BYTES, |values, chat| add_row(values, chat, None));
    inserting.await.map_err(fault("insert chats"))?;
    let keys = keys(new.iter().map(|chat| &**chat));
    let rows = sqlx::query(IDS).bind(keys).fetch_all(db).await.map_err(fault("read the ids of new chats"))?;
    let id = |row: &MySqlRow| -> Decoded<_> { Ok(((row.try_get(1)?, row.try_get(2)?), row.try_get(0)?)) };
    let ids: Result<HashMap<(i64, ChatNumber), i64>, _> = rows.iter().map(id).collect();
    let ids = ids.map_err(fault("read the ids of new chats"))?;
    for chat in &mut new {
        let gone = || Fault::new(Part::Store, Kind::Corrupt, "find a chat that it has just inserted");
        chat.id = *ids.get(&(chat.app.0, chat.number)).ok_or_else(gone)?;
        chat.stored = Some(chat.id);
        // Written as it is; what its messages move is written with the others.
        if let Some(row) = &mut chat.row {
            row.changed = false;
        }
    }
    Ok(())
}

const PURGE_LATER: &str =
    "INSERT INTO purges (application_id, chat_id) VALUES (?, ?) ON DUPLICATE KEY UPDATE chat_id = chat_id";

/// Writes the rows that changed.
pub async fn save(db: &mut MySqlConnection, work: Vec<ChatWork>) -> Outcome<()> {
    for chat in work.iter().filter(|chat| chat.deleted_now) {
        let noted = sqlx::query(PURGE_LATER).bind(chat.app.0).bind(chat.id).execute(&mut *db).await;
        noted.map_err(fault("note what is to be purged"))?;
    }
    let changed: Vec<_> = work.into_iter().filter(|chat| chat.row.as_ref().is_some_and(|row| row.changed)).collect();
    let saving = SAVE.execute(db, &changed, |_| BYTES, |values, chat| add_row(values, chat, Some(chat.id)));
    saving.await.map_err(fault("update chats"))
}

fn add_row(values: &mut MySqlArguments, chat: &ChatWork, id: Option<i64>) -> Result<(), sqlx::error::BoxDynError> {
    let Some(row) = &chat.row else { return Err("a chat without a row is not written".into()) };
    values.add(id)?;
    values.add(chat.app.0)?;
    values.add(chat.number)?;
    values.add(row.title.as_deref())?;
    values.add(row::count_column(row.messages_count))?;
    values.add(row.create_version.map(EntryId::to_column))?;
    values.add(row.version.to_column())?;
    values.add(if row.dead { DEAD } else { STORED })?;
    values.add(row.created_at.as_millis())?;
    values.add(row.updated_at.as_millis())?;
    values.add(row.deleted_at.map(crate::clock::Timestamp::as_millis))
}
