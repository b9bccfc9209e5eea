//! The rows of a batch's chats: read, given ids, written.

use std::collections::HashMap;
use std::sync::LazyLock;

use sqlx::Arguments as _;
use sqlx::Row as _;
use sqlx::sqlite::{SqliteArguments, SqliteConnection, SqliteRow};

use crate::domain::AppId;
use crate::fault::Outcome;
use crate::queue::EntryId;
use crate::store::rows::{ChatRow, ChatWork};
use crate::store::sqlite::fault;
use crate::store::sqlite::row::{self, DEAD, Decoded, STORED};
use crate::store::sqlite::wide::Wide;

pub const LOAD: &str =
    "SELECT c.id, c.application_id, c.chat_number, c.title, c.messages_count, c.create_version, c.version,
        c.state, c.created_at, c.updated_at, c.deleted_at,
        COALESCE((SELECT MAX(m.message_number) FROM messages m WHERE m.chat_id = c.id), 0)
    FROM json_each(?) j
    CROSS JOIN chats c ON c.application_id = j.value ->> 0 AND c.chat_number = j.value ->> 1";

/// Reads the rows of the chats that are stored.
pub async fn load(db: &mut SqliteConnection, work: &mut [ChatWork]) -> Outcome<()> {
    if work.is_empty() {
        return Ok(());
    }
    let keys: Vec<_> = work.iter().map(|chat| (chat.app, chat.number)).collect();
    let mut places: HashMap<_, _> = work.iter_mut().map(|chat| ((chat.app, chat.number), chat)).collect();
    let rows = sqlx::query(LOAD).bind(serde_json::json!(keys).to_string()).fetch_all(db).await;
    for stored in rows.map_err(fault("read a batch's chats"))? {
        let mut take = || -> Decoded<()> {
            let key = (AppId(stored.try_get(1)?), row::number(stored.try_get(2)?));
            if let Some(chat) = places.get_mut(&key) {
                chat.found(stored.try_get(0)?, decode(&stored)?, row::number(stored.try_get(11)?));
            }
            Ok(())
        };
        take().map_err(fault("read a batch's chats"))?;
    }
    Ok(())
}

fn decode(stored: &SqliteRow) -> Decoded<ChatRow> {
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

pub const GREATEST_ID: &str = "SELECT COALESCE(MAX(id), 0) FROM chats";

/// Gives new chats their ids, so that their messages can be written in the same statements as others': nobody else
/// writes.
pub async fn give_ids(db: &mut SqliteConnection, work: &mut [ChatWork]) -> Outcome<()> {
    if work.iter().all(|chat| chat.stored.is_some()) {
        return Ok(());
    }
    let greatest: i64 = sqlx::query_scalar(GREATEST_ID).fetch_one(db).await.map_err(fault("give a chat its id"))?;
    for (id, chat) in (greatest + 1..).zip(work.iter_mut().filter(|chat| chat.stored.is_none())) {
        chat.id = id;
    }
    Ok(())
}

static INSERT: LazyLock<Wide> = LazyLock::new(|| {
    Wide::new(
        "INSERT INTO chats (id, application_id, chat_number, title, messages_count, create_version, version, state,
            created_at, updated_at, deleted_at)",
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "",
    )
});

pub static UPDATE: LazyLock<Wide> = LazyLock::new(|| {
    Wide::new(
        "UPDATE chats SET title = v.column2, messages_count = v.column3, create_version = v.column4,
            version = v.column5, state = v.column6, created_at = v.column7, updated_at = v.column8,
            deleted_at = v.column9
        FROM (",
        "(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ") AS v WHERE chats.id = v.column1",
    )
});

const PURGE_LATER: &str = "INSERT INTO purges (application_id, chat_id) VALUES (?, ?) ON CONFLICT DO NOTHING";

/// Writes the rows that are new or changed.
pub async fn save(db: &mut SqliteConnection, work: Vec<ChatWork>) -> Outcome<()> {
    for chat in work.iter().filter(|chat| chat.deleted_now) {
        let noted = sqlx::query(PURGE_LATER).bind(chat.app.0).bind(chat.id).execute(&mut *db).await;
        noted.map_err(fault("note what is to be purged"))?;
    }
    let changed = work.into_iter().filter_map(|mut chat| {
        let row = chat.row.take().filter(|row| row.changed)?;
        Some((chat, row))
    });
    let (stored, new): (Vec<_>, Vec<_>) = changed.partition(|(chat, _)| chat.stored.is_some());
    let inserting = INSERT.execute(db, new, |values, (chat, row)| {
        values.add(chat.id)?;
        values.add(chat.app.0)?;
        values.add(chat.number)?;
        add_columns(values, row)
    });
    inserting.await.map_err(fault("insert chats"))?;
    let updating = UPDATE.execute(db, stored, |values, (chat, row)| {
        values.add(chat.id)?;
        add_columns(values, row)
    });
    updating.await.map_err(fault("update chats"))
}

fn add_columns(values: &mut SqliteArguments, row: ChatRow) -> Result<(), sqlx::error::BoxDynError> {
    values.add(row.title)?;
    values.add(row::count_column(row.messages_count))?;
    values.add(row.create_version.map(EntryId::to_column))?;
    values.add(row.version.to_column())?;
    values.add(if row.dead { DEAD } else { STORED })?;
    values.add(row.created_at.as_millis())?;
    values.add(row.updated_at.as_millis())?;
    values.add(row.deleted_at.map(crate::clock::Timestamp::as_millis))
}
