//! Rows as values of the domain. Knows columns by their place in the lists below, and no statement.

use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use crate::domain::{AppId, Application, Chat, ChatState, Message, MessageState, Token};
use crate::queue::EntryId;
use crate::store::Tenant;
pub use crate::store::column::{DEAD, STORED, count, count_column, number, status, status_column, time};
use crate::store::rows::MessageStatus;

/// Decoding's result.
pub type Decoded<T> = Result<T, sqlx::Error>;

/// From: id, token, name, `chats_count`, version, `created_at`, `updated_at`.
pub fn application(row: &SqliteRow) -> Decoded<Application> {
    Ok(Application {
        id: AppId(row.try_get(0)?),
        token: Token::new(row.try_get::<String, _>(1)?),
        name: row.try_get(2)?,
        chats_count: count(row.try_get(3)?),
        version: EntryId::from_column(row.try_get(4)?),
        created_at: time(row.try_get(5)?),
        updated_at: time(row.try_get(6)?),
    })
}

/// From: an application's, and until when the token by which it was found is.
pub fn tenant(row: &SqliteRow) -> Decoded<Tenant> {
    Ok(Tenant { application: application(row)?, until: row.try_get::<Option<i64>, _>(7)?.map(time) })
}

/// From: `application_id`, `chat_number`, title, `messages_count`, state, whether it was created, version, `created_at`,
/// `updated_at`, `deleted_at` (of the chat or its application).
pub fn chat(row: &SqliteRow) -> Decoded<Chat> {
    let created: bool = row.try_get(5)?;
    let state = match row.try_get(4)? {
        DEAD => ChatState::Dead,
        // A stub: its creation is still on the log.
        _ if !created => ChatState::Accepted,
        _ => ChatState::Persisted,
    };
    Ok(Chat {
        app: AppId(row.try_get(0)?),
        number: number(row.try_get(1)?),
        title: row.try_get(2)?,
        messages_count: count(row.try_get(3)?),
        state,
        version: EntryId::from_column(row.try_get(6)?),
        created_at: time(row.try_get(7)?),
        updated_at: time(row.try_get(8)?),
        deleted_at: row.try_get::<Option<i64>, _>(9)?.map(time),
    })
}

/// From: `application_id`, `chat_number`, `message_number`, `message_content`, sender, `sent_at`, `create_version`,
/// version, state, `created_at`, `updated_at`.
pub fn message(row: &SqliteRow) -> Decoded<Message> {
    let create_version = EntryId::from_column(row.try_get(6)?);
    let state = match status(row.try_get(8)?) {
        MessageStatus::Stored => MessageState::Persisted,
        MessageStatus::Deleted => MessageState::Deleted,
        MessageStatus::Dead => MessageState::Dead,
    };
    // A dead row may hold the content of an update that waits for the creation's retry.
    let content = if state == MessageState::Persisted { row.try_get(3)? } else { String::new() };
    Ok(Message {
        app: AppId(row.try_get(0)?),
        chat: number(row.try_get(1)?),
        number: number(row.try_get(2)?),
        content,
        sender: row.try_get(4)?,
        sent_at: row.try_get::<Option<i64>, _>(5)?.map(time),
        create_version,
        version: EntryId::from_column(row.try_get(7)?).max(create_version),
        state,
        created_at: time(row.try_get(9)?),
        updated_at: time(row.try_get(10)?),
    })
}
