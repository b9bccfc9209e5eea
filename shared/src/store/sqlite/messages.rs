//! Messages in `chat.db`, for readers. What writes them is `ingest`.

use async_trait::async_trait;
use sqlx::SqliteExecutor;

use super::{SqliteStore, fault, row};
use crate::domain::{AppId, ChatNumber, Message, MessageNumber};
use crate::fault::Outcome;
use crate::store::{MessageKey, Messages, Window};

/// Up to so many messages of one number are sorted; of more, the chats are walked in their order instead, where one in
/// few has such a message.
const SORTED: u32 = 2_000;

#[async_trait]
impl Messages for SqliteStore {
    async fn message(&self, key: MessageKey) -> Outcome<Option<Message>> {
        one(&self.readers, key).await
    }

    async fn messages(&self, app: AppId, chat: ChatNumber, window: Window) -> Outcome<Vec<Message>> {
        page(&self.readers, app, chat, window).await
    }

    async fn messages_by_key(&self, keys: &[MessageKey]) -> Outcome<Vec<Message>> {
        by_key(&self.readers, keys).await
    }

    async fn scan_messages(
        &self,
        app: Option<AppId>,
        chat: Option<ChatNumber>,
        after: Option<MessageKey>,
        limit: u32,
    ) -> Outcome<Vec<Message>> {
        let Some(after) = MessageKey::scan_from(app, chat, after) else { return Ok(Vec::new()) };
        let window = Window { after: Some(after.number), limit, ..Window::default() };
        let mut messages =
            if after.chat == 0 { Vec::new() } else { page(&self.scanners, after.app, after.chat, window).await? };
        let missing = limit.saturating_sub(u32::try_from(messages.len()).unwrap_or(u32::MAX));
        if missing > 0 && (app.is_none() || chat.is_none()) {
            messages.extend(match app {
                Some(app) => later_chats_of(&self.scanners, app, after.chat, missing).await?,
                None => later_chats(&self.scanners, (after.app, after.chat), missing).await?,
            });
        }
        Ok(messages)
    }

    async fn messages_numbered(
        &self,
        number: MessageNumber,
        after: Option<MessageKey>,
        limit: u32,
    ) -> Outcome<Vec<Message>> {
        let after = after.map_or((AppId(0), 0, 0), |key| (key.app, key.chat, key.number));
        // The chat of `after` comes again where its message of this number is still ahead.
        let after = (after.0, if number > after.2 { after.1.saturating_sub(1) } else { after.1 });
        if many_numbered(&self.scanners, number).await? {
            numbered_by_chats(&self.scanners, number, after, limit).await
        } else {
            numbered(&self.scanners, number, after, limit).await
        }
    }
}

pub const ONE: &str =
    "SELECT c.application_id, c.chat_number, m.message_number, m.message_content, m.sender, m.sent_at,
        m.create_version, m.version, m.state, m.created_at, m.updated_at
    FROM chats c
    CROSS JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    CROSS JOIN messages m ON m.chat_id = c.id AND m.message_number = ?
    WHERE c.application_id = ? AND c.chat_number = ? AND c.deleted_at IS NULL AND m.create_version IS NOT NULL";

async fn one(db: impl SqliteExecutor<'_>, key: MessageKey) -> Outcome<Option<Message>> {
    let row = sqlx::query(ONE).bind(key.number).bind(key.app.0).bind(key.chat).fetch_optional(db).await;
    row.and_then(|row| row.as_ref().map(row::message).transpose()).map_err(fault("read a message"))
}

pub const PAGE_UP: &str = "SELECT c.application_id, c.chat_number, m.message_number, m.message_content, m.sender,
        m.sent_at, m.create_version, m.version, m.state, m.created_at, m.updated_at
    FROM chats c
    CROSS JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    CROSS JOIN messages m ON m.chat_id = c.id
    WHERE c.application_id = ? AND c.chat_number = ? AND c.deleted_at IS NULL
        AND m.message_number > ? AND m.message_number < ? AND m.create_version IS NOT NULL
    ORDER BY m.message_number LIMIT ?";

pub const PAGE_DOWN: &str = "SELECT c.application_id, c.chat_number, m.message_number, m.message_content, m.sender,
        m.sent_at, m.create_version, m.version, m.state, m.created_at, m.updated_at
    FROM chats c
    CROSS JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    CROSS JOIN messages m ON m.chat_id = c.id
    WHERE c.application_id = ? AND c.chat_number = ? AND c.deleted_at IS NULL
        AND m.message_number > ? AND m.message_number < ? AND m.create_version IS NOT NULL
    ORDER BY m.message_number DESC LIMIT ?";

async fn page(db: impl SqliteExecutor<'_>, app: AppId, chat: ChatNumber, window: Window) -> Outcome<Vec<Message>> {
    let rows = sqlx::query(if window.takes_from_top() { PAGE_DOWN } else { PAGE_UP })
        .bind(app.0)
        .bind(chat)
        .bind(i64::from(window.after.unwrap_or(0)))
        .bind(window.before.map_or(i64::MAX, i64::from))
        .bind(window.limit)
        .fetch_all(db)
        .await;
    let messages =
        rows.and_then(|rows| rows.iter().map(row::message).collect()).map_err(fault("list a chat's messages"))?;
    Ok(window.arrange(messages))
}

pub const BY_KEY: &str =
    "SELECT c.application_id, c.chat_number, m.message_number, m.message_content, m.sender, m.sent_at,
        m.create_version, m.version, m.state, m.created_at, m.updated_at
    FROM json_each(?) j
    CROSS JOIN chats c ON c.application_id = j.value ->> 0 AND c.chat_number = j.value ->> 1
    CROSS JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    CROSS JOIN messages m ON m.chat_id = c.id AND m.message_number = j.value ->> 2
    WHERE c.deleted_at IS NULL AND m.create_version IS NOT NULL
    ORDER BY j.key";

async fn by_key(db: impl SqliteExecutor<'_>, keys: &[MessageKey]) -> Outcome<Vec<Message>> {
    let keys: Vec<_> = keys.iter().map(|key| (key.app, key.chat, key.number)).collect();
    let rows = sqlx::query(BY_KEY).bind(serde_json::json!(keys).to_string()).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::message).collect()).map_err(fault("read messages by their keys"))
}

pub const LATER_CHATS_OF: &str =
    "SELECT c.application_id, c.chat_number, m.message_number, m.message_content, m.sender,
        m.sent_at, m.create_version, m.version, m.state, m.created_at, m.updated_at
    FROM chats c
    CROSS JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    CROSS JOIN messages m ON m.chat_id = c.id
    WHERE c.application_id = ? AND c.chat_number > ? AND c.deleted_at IS NULL AND m.create_version IS NOT NULL
    ORDER BY c.chat_number, m.message_number LIMIT ?";

async fn later_chats_of(
    db: impl SqliteExecutor<'_>,
    app: AppId,
    after: ChatNumber,
    limit: u32,
) -> Outcome<Vec<Message>> {
    let rows = sqlx::query(LATER_CHATS_OF).bind(app.0).bind(after).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::message).collect()).map_err(fault("scan an application's messages"))
}

pub const LATER_CHATS: &str = "SELECT c.application_id, c.chat_number, m.message_number, m.message_content, m.sender,
        m.sent_at, m.create_version, m.version, m.state, m.created_at, m.updated_at
    FROM chats c
    CROSS JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    CROSS JOIN messages m ON m.chat_id = c.id
    WHERE (c.application_id, c.chat_number) > (?, ?) AND c.deleted_at IS NULL AND m.create_version IS NOT NULL
    ORDER BY c.application_id, c.chat_number, m.message_number LIMIT ?";

async fn later_chats(db: impl SqliteExecutor<'_>, after: (AppId, ChatNumber), limit: u32) -> Outcome<Vec<Message>> {
    let rows = sqlx::query(LATER_CHATS).bind(after.0.0).bind(after.1).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::message).collect()).map_err(fault("scan messages"))
}

pub const COUNT_NUMBERED: &str = "SELECT COUNT(*) FROM (SELECT 1 FROM messages WHERE message_number = ? LIMIT ?)";

/// Whether more chats than are sorted have a message of this number.
async fn many_numbered(db: impl SqliteExecutor<'_>, number: MessageNumber) -> Outcome<bool> {
    let counted: Result<i64, _> = sqlx::query_scalar(COUNT_NUMBERED).bind(number).bind(SORTED + 1).fetch_one(db).await;
    counted.map(|counted| counted > i64::from(SORTED)).map_err(fault("estimate the messages of a number"))
}

/// Sorts: few messages have this number.
pub const NUMBERED: &str = "SELECT c.application_id, c.chat_number, m.message_number, m.message_content, m.sender,
        m.sent_at, m.create_version, m.version, m.state, m.created_at, m.updated_at
    FROM messages m
    CROSS JOIN chats c ON c.id = m.chat_id
    CROSS JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    WHERE m.message_number = ? AND m.create_version IS NOT NULL
        AND (c.application_id, c.chat_number) > (?, ?) AND c.deleted_at IS NULL
    ORDER BY c.application_id, c.chat_number LIMIT ?";

async fn numbered(
    db: impl SqliteExecutor<'_>,
    number: MessageNumber,
    after: (AppId, ChatNumber),
    limit: u32,
) -> Outcome<Vec<Message>> {
    let rows = sqlx::query(NUMBERED).bind(number).bind(after.0.0).bind(after.1).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::message).collect()).map_err(fault("list all messages of a number"))
}

pub const NUMBERED_BY_CHATS: &str = "SELECT c.application_id, c.chat_number, m.message_number, m.message_content,
        m.sender, m.sent_at, m.create_version, m.version, m.state, m.created_at, m.updated_at
    FROM chats c
    CROSS JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    CROSS JOIN messages m ON m.chat_id = c.id AND m.message_number = ?
    WHERE (c.application_id, c.chat_number) > (?, ?) AND c.deleted_at IS NULL AND m.create_version IS NOT NULL
    ORDER BY c.application_id, c.chat_number LIMIT ?";

async fn numbered_by_chats(
    db: impl SqliteExecutor<'_>,
    number: MessageNumber,
    after: (AppId, ChatNumber),
    limit: u32,
) -> Outcome<Vec<Message>> {
    let rows =
        sqlx::query(NUMBERED_BY_CHATS).bind(number).bind(after.0.0).bind(after.1).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::message).collect()).map_err(fault("list all messages of a number"))
}
