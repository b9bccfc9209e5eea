//! Messages on the server, for readers. What writes them is `ingest`.

use async_trait::async_trait;
use sqlx::MySqlExecutor;

use super::fault::fault;
use super::{MysqlStore, row, scan};
use crate::domain::{AppId, ChatNumber, Message, MessageNumber};
use crate::fault::Outcome;
use crate::store::{MessageKey, Messages, Window};

/// Up to so many messages of one number are sorted; of more, the chats are walked in their order instead, where one in
/// few has such a message.
const SORTED: u32 = 2_000;

#[async_trait]
impl Messages for MysqlStore {
    async fn message(&self, key: MessageKey) -> Outcome<Option<Message>> {
        one(&self.pool, key).await
    }

    async fn messages(&self, app: AppId, chat: ChatNumber, window: Window) -> Outcome<Vec<Message>> {
        page(&self.pool, app, chat, window).await
    }

    async fn messages_by_key(&self, keys: &[MessageKey]) -> Outcome<Vec<Message>> {
        by_key(&self.pool, keys).await
    }

    async fn scan_messages(
        &self,
        app: Option<AppId>,
        chat: Option<ChatNumber>,
        after: Option<MessageKey>,
        limit: u32,
    ) -> Outcome<Vec<Message>> {
        let _scanning = self.scan().await?;
        let Some(after) = MessageKey::scan_from(app, chat, after) else { return Ok(Vec::new()) };
        let window = Window { after: Some(after.number), limit, ..Window::default() };
        let mut messages =
            if after.chat == 0 { Vec::new() } else { page(&self.pool, after.app, after.chat, window).await? };
        if chat.is_none() || app.is_none() {
            scan::later_chats(&self.pool, app, (after.app, after.chat), limit, &mut messages).await?;
        }
        Ok(messages)
    }

    async fn messages_numbered(
        &self,
        number: MessageNumber,
        after: Option<MessageKey>,
        limit: u32,
    ) -> Outcome<Vec<Message>> {
        let _scanning = self.scan().await?;
        let after = after.map_or((AppId(0), 0, 0), |key| (key.app, key.chat, key.number));
        // The chat of `after` comes again where its message of this number is still ahead.
        let after = (after.0, if number > after.2 { after.1.saturating_sub(1) } else { after.1 });
        let by_chats = many_numbered(&self.pool, number).await?;
        numbered(&self.pool, if by_chats { NUMBERED_BY_CHATS } else { NUMBERED }, number, after, limit).await
    }
}

pub const ONE: &str =
    "SELECT c.application_id, c.chat_number, m.message_number, m.message_content, m.sender, m.sent_at,
        m.create_version, m.version, m.state, m.created_at, m.updated_at
    FROM chats c
    STRAIGHT_JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    STRAIGHT_JOIN messages m ON m.chat_id = c.id AND m.message_number = ?
    WHERE c.application_id = ? AND c.chat_number = ? AND c.deleted_at IS NULL AND m.create_version IS NOT NULL";

async fn one(db: impl MySqlExecutor<'_>, key: MessageKey) -> Outcome<Option<Message>> {
    let row = sqlx::query(ONE).bind(key.number).bind(key.app.0).bind(key.chat).fetch_optional(db).await;
    row.and_then(|row| row.as_ref().map(row::message).transpose()).map_err(fault("read a message"))
}

pub const PAGE_UP: &str = "SELECT c.application_id, c.chat_number, m.message_number, m.message_content, m.sender,
        m.sent_at, m.create_version, m.version, m.state, m.created_at, m.updated_at
    FROM chats c
    STRAIGHT_JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    STRAIGHT_JOIN messages m FORCE INDEX (idx_message_chat_id_message_number) ON m.chat_id = c.id
    WHERE c.application_id = ? AND c.chat_number = ? AND c.deleted_at IS NULL
        AND m.message_number > ? AND m.message_number < ? AND m.create_version IS NOT NULL
    ORDER BY m.message_number LIMIT ?";

pub const PAGE_DOWN: &str = "SELECT c.application_id, c.chat_number, m.message_number, m.message_content, m.sender,
        m.sent_at, m.create_version, m.version, m.state, m.created_at, m.updated_at
    FROM chats c
    STRAIGHT_JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    STRAIGHT_JOIN messages m FORCE INDEX (idx_message_chat_id_message_number) ON m.chat_id = c.id
    WHERE c.application_id = ? AND c.chat_number = ? AND c.deleted_at IS NULL
        AND m.message_number > ? AND m.message_number < ? AND m.create_version IS NOT NULL
    ORDER BY m.message_number DESC LIMIT ?";

pub async fn page(db: impl MySqlExecutor<'_>, app: AppId, chat: ChatNumber, window: Window) -> Outcome<Vec<Message>> {
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
    FROM JSON_TABLE(?, '$[*]' COLUMNS (place FOR ORDINALITY, app BIGINT PATH '$[0]', chat INT UNSIGNED PATH '$[1]',
        number INT UNSIGNED PATH '$[2]')) j
    STRAIGHT_JOIN chats c ON c.application_id = j.app AND c.chat_number = j.chat
    STRAIGHT_JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    STRAIGHT_JOIN messages m ON m.chat_id = c.id AND m.message_number = j.number
    WHERE c.deleted_at IS NULL AND m.create_version IS NOT NULL
    ORDER BY j.place";

async fn by_key(db: impl MySqlExecutor<'_>, keys: &[MessageKey]) -> Outcome<Vec<Message>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let keys: Vec<_> = keys.iter().map(|key| (key.app, key.chat, key.number)).collect();
    let rows = sqlx::query(BY_KEY).bind(serde_json::json!(keys).to_string()).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::message).collect()).map_err(fault("read messages by their keys"))
}

pub const COUNT_NUMBERED: &str =
    "SELECT COUNT(*) FROM (SELECT 1 FROM messages WHERE message_number = ? LIMIT ?) numbered";

/// Whether more chats than are sorted have a message of this number.
async fn many_numbered(db: impl MySqlExecutor<'_>, number: MessageNumber) -> Outcome<bool> {
    let counted: Result<i64, _> = sqlx::query_scalar(COUNT_NUMBERED).bind(number).bind(SORTED + 1).fetch_one(db).await;
    counted.map(|counted| counted > i64::from(SORTED)).map_err(fault("estimate the messages of a number"))
}

/// Sorts: few messages have this number.
pub const NUMBERED: &str = "SELECT c.application_id, c.chat_number, m.message_number, m.message_content, m.sender,
        m.sent_at, m.create_version, m.version, m.state, m.created_at, m.updated_at
    FROM messages m FORCE INDEX (idx_message_number)
    STRAIGHT_JOIN chats c ON c.id = m.chat_id
    STRAIGHT_JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    WHERE m.message_number = ? AND m.create_version IS NOT NULL
        AND (c.application_id > ? OR (c.application_id = ? AND c.chat_number > ?)) AND c.deleted_at IS NULL
    ORDER BY c.application_id, c.chat_number LIMIT ?";

/// In the order of chats.
pub const NUMBERED_BY_CHATS: &str = "SELECT c.application_id, c.chat_number, m.message_number, m.message_content,
        m.sender, m.sent_at, m.create_version, m.version, m.state, m.created_at, m.updated_at
    FROM chats c FORCE INDEX (idx_chat_application_id_chat_number)
    STRAIGHT_JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    STRAIGHT_JOIN messages m ON m.chat_id = c.id AND m.message_number = ?
    WHERE (c.application_id > ? OR (c.application_id = ? AND c.chat_number > ?)) AND c.deleted_at IS NULL
        AND m.create_version IS NOT NULL
    ORDER BY c.application_id, c.chat_number LIMIT ?";

async fn numbered(
    db: impl MySqlExecutor<'_>,
    sql: &'static str,
    number: MessageNumber,
    (app, chat): (AppId, ChatNumber),
    limit: u32,
) -> Outcome<Vec<Message>> {
    let rows = sqlx::query(sql).bind(number).bind(app.0).bind(app.0).bind(chat).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::message).collect()).map_err(fault("list all messages of a number"))
}
