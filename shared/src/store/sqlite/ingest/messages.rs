//! The rows of a batch's messages: read where there may be any, and written.

use std::sync::LazyLock;

use sqlx::Arguments as _;
use sqlx::Row as _;
use sqlx::sqlite::{SqliteArguments, SqliteConnection, SqliteRow};

use crate::clock::Timestamp;
use crate::domain::MessageNumber;
use crate::fault::Outcome;
use crate::queue::EntryId;
use crate::store::rows::{ChatWork, MessageChange, MessageRow, StoredMessages};
use crate::store::sqlite::fault;
use crate::store::sqlite::row::{self, Decoded};
use crate::store::sqlite::wide::Wide;

pub const LOAD: &str =
    "SELECT m.chat_id, m.message_number, m.id, m.create_version, m.version, m.state, m.created_at, m.updated_at
    FROM json_each(?) j
    CROSS JOIN messages m ON m.chat_id = j.value ->> 0 AND m.message_number = j.value ->> 1";

/// Reads the rows that the batch is about. New messages come above all others of their chat: they are not looked for.
pub async fn load(db: &mut SqliteConnection, work: &[ChatWork]) -> Outcome<StoredMessages> {
    let keys: Vec<(i64, MessageNumber)> =
        work.iter().flat_map(|chat| chat.perhaps_stored().map(|number| (chat.id, number))).collect();
    if keys.is_empty() {
        return Ok(StoredMessages::new());
    }
    let rows = sqlx::query(LOAD).bind(serde_json::json!(keys).to_string()).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(decode).collect()).map_err(fault("read a batch's messages"))
}

fn decode(stored: &SqliteRow) -> Decoded<((i64, MessageNumber), (i64, MessageRow))> {
    let message = MessageRow {
        create_version: stored.try_get::<Option<i64>, _>(3)?.map(EntryId::from_column),
        version: EntryId::from_column(stored.try_get(4)?),
        status: row::status(stored.try_get(5)?),
        created_at: stored.try_get::<Option<i64>, _>(6)?.map(row::time),
        updated_at: row::time(stored.try_get(7)?),
        ..MessageRow::default()
    };
    Ok(((stored.try_get(0)?, row::number(stored.try_get(1)?)), (stored.try_get(2)?, message)))
}

static INSERT: LazyLock<Wide> = LazyLock::new(|| {
    Wide::new(
        "INSERT INTO messages (chat_id, message_number, message_content, sender, sent_at, create_version, version, state,
            created_at, updated_at)",
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "",
    )
});

/// What is not given is left as it is stored.
pub static UPDATE: LazyLock<Wide> = LazyLock::new(|| {
    Wide::new(
        "UPDATE messages SET message_content = COALESCE(v.column2, message_content), sender = COALESCE(v.column3, sender),
            sent_at = COALESCE(v.column4, sent_at), create_version = v.column5, version = v.column6,
            state = v.column7, created_at = v.column8, updated_at = v.column9
        FROM (",
        "(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ") AS v WHERE messages.id = v.column1",
    )
});

/// Writes the rows that are new or changed.
pub async fn save(db: &mut SqliteConnection, changes: Vec<MessageChange>) -> Outcome<()> {
    let (stored, new): (Vec<_>, Vec<_>) = changes.into_iter().partition(|change| change.stored.is_some());
    let inserting = INSERT.execute(db, new, |values, MessageChange { chat_id, number, mut row, .. }| {
        values.add(chat_id)?;
        values.add(number)?;
        row.content.get_or_insert_default();
        add_columns(values, row)
    });
    inserting.await.map_err(fault("insert messages"))?;
    let updating = UPDATE.execute(db, stored, |values, MessageChange { stored, row, .. }| {
        values.add(stored)?;
        add_columns(values, row)
    });
    updating.await.map_err(fault("update messages"))
}

fn add_columns(values: &mut SqliteArguments, row: MessageRow) -> Result<(), sqlx::error::BoxDynError> {
    values.add(row.content)?;
    values.add(row.sender)?;
    values.add(row.sent_at.map(Timestamp::as_millis))?;
    values.add(row.create_version.map(EntryId::to_column))?;
    values.add(row.version.to_column())?;
    values.add(row::status_column(row.status))?;
    values.add(row.created_at.map(Timestamp::as_millis))?;
    values.add(row.updated_at.as_millis())
}
