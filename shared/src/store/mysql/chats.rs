//! Chats on the server, for readers. What writes them is `ingest`.

use std::sync::Arc;

use async_trait::async_trait;
use futures::stream::BoxStream;
use sqlx::MySqlExecutor;

use super::fault::fault;
use super::transaction::in_transaction;
use super::walk::{Strides, Walk};
use super::{MysqlStore, recount, row, tally};
use crate::domain::{AppId, Chat, ChatNumber, Sequence};
use crate::fault::Outcome;
use crate::store::{ApplicationTally, ChatTally, Chats, Recounted, Window};

#[async_trait]
impl Chats for MysqlStore {
    async fn chat(&self, app: AppId, number: ChatNumber) -> Outcome<Option<Chat>> {
        one(&self.pool, app, number).await
    }

    async fn chats(&self, app: AppId, window: Window) -> Outcome<Vec<Chat>> {
        page(&self.pool, app, window).await
    }

    async fn every_chat(&self, app: AppId, after: ChatNumber, limit: u32) -> Outcome<Vec<Chat>> {
        let _scanning = self.scan().await?;
        every(&self.pool, app, after, limit).await
    }

    async fn all_chats(
        &self,
        after: Option<(AppId, ChatNumber)>,
        number: Option<ChatNumber>,
        limit: u32,
    ) -> Outcome<Vec<Chat>> {
        let _scanning = self.scan().await?;
        let after = after.unwrap_or((AppId(0), 0));
        match number {
            Some(number) => numbered(&self.pool, after, number, limit).await,
            None => all(&self.pool, after, limit).await,
        }
    }

    async fn tally_chats(
        &self,
        app: Option<AppId>,
        after: Option<(AppId, ChatNumber)>,
        limit: u32,
    ) -> Outcome<Vec<ChatTally>> {
        let _scanning = self.scan().await?;
        tally::page(&self.pool, app, after.unwrap_or((AppId(0), 0)), limit).await
    }

    fn walk_tallies(&self, app: Option<AppId>) -> BoxStream<'static, Outcome<Vec<ChatTally>>> {
        Walk::new(self.pool.clone(), Arc::clone(&self.scanning), app, Strides::default()).pages()
    }

    async fn tally_application(&self, app: AppId) -> Outcome<(u64, u64)> {
        let _scanning = self.scan().await?;
        tally::application(&self.pool, app).await
    }

    async fn tally_applications(&self, after: Option<AppId>, limit: u32) -> Outcome<Vec<ApplicationTally>> {
        let _scanning = self.scan().await?;
        tally::applications(&self.pool, after.unwrap_or(AppId(0)), limit).await
    }

    async fn recount(&self, sequence: Sequence, seen: u64) -> Outcome<Recounted> {
        in_transaction(&self.pool, move |db| Box::pin(recount::recount(db, sequence, seen))).await
    }
}

pub const ONE: &str = "SELECT c.application_id, c.chat_number, c.title, c.messages_count, c.state,
        c.create_version IS NOT NULL, c.version, c.created_at, c.updated_at, COALESCE(c.deleted_at, a.deleted_at)
    FROM chats c JOIN applications a ON a.id = c.application_id
    WHERE c.application_id = ? AND c.chat_number = ?";

async fn one(db: impl MySqlExecutor<'_>, app: AppId, number: ChatNumber) -> Outcome<Option<Chat>> {
    let row = sqlx::query(ONE).bind(app.0).bind(number).fetch_optional(db).await;
    row.and_then(|row| row.as_ref().map(row::chat).transpose()).map_err(fault("read a chat"))
}

/// Left alone, the server takes the index for the application only, and walks over all chats before the page.
pub const PAGE_UP: &str = "SELECT c.application_id, c.chat_number, c.title, c.messages_count, c.state,
        c.create_version IS NOT NULL, c.version, c.created_at, c.updated_at, c.deleted_at
    FROM chats c FORCE INDEX (idx_chat_application_id_chat_number)
    STRAIGHT_JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    WHERE c.application_id = ? AND c.chat_number > ? AND c.chat_number < ? AND c.deleted_at IS NULL
    ORDER BY c.chat_number LIMIT ?";

pub const PAGE_DOWN: &str = "SELECT c.application_id, c.chat_number, c.title, c.messages_count, c.state,
        c.create_version IS NOT NULL, c.version, c.created_at, c.updated_at, c.deleted_at
    FROM chats c FORCE INDEX (idx_chat_application_id_chat_number)
    STRAIGHT_JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    WHERE c.application_id = ? AND c.chat_number > ? AND c.chat_number < ? AND c.deleted_at IS NULL
    ORDER BY c.chat_number DESC LIMIT ?";

async fn page(db: impl MySqlExecutor<'_>, app: AppId, window: Window) -> Outcome<Vec<Chat>> {
    let rows = sqlx::query(if window.takes_from_top() { PAGE_DOWN } else { PAGE_UP })
        .bind(app.0)
        .bind(i64::from(window.after.unwrap_or(0)))
        .bind(window.before.map_or(i64::MAX, i64::from))
        .bind(window.limit)
        .fetch_all(db)
        .await;
    let chats =
        rows.and_then(|rows| rows.iter().map(row::chat).collect()).map_err(fault("list an application's chats"))?;
    Ok(window.arrange(chats))
}

pub const EVERY: &str = "SELECT c.application_id, c.chat_number, c.title, c.messages_count, c.state,
        c.create_version IS NOT NULL, c.version, c.created_at, c.updated_at, c.deleted_at
    FROM chats c FORCE INDEX (idx_chat_application_id_chat_number)
    WHERE c.application_id = ? AND c.chat_number > ? ORDER BY c.chat_number LIMIT ?";

async fn every(db: impl MySqlExecutor<'_>, app: AppId, after: ChatNumber, limit: u32) -> Outcome<Vec<Chat>> {
    let rows = sqlx::query(EVERY).bind(app.0).bind(after).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::chat).collect()).map_err(fault("list every chat of an application"))
}

pub const ALL: &str = "SELECT c.application_id, c.chat_number, c.title, c.messages_count, c.state,
        c.create_version IS NOT NULL, c.version, c.created_at, c.updated_at, c.deleted_at
    FROM chats c FORCE INDEX (idx_chat_application_id_chat_number)
    STRAIGHT_JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    WHERE (c.application_id > ? OR (c.application_id = ? AND c.chat_number > ?)) AND c.deleted_at IS NULL
    ORDER BY c.application_id, c.chat_number LIMIT ?";

async fn all(db: impl MySqlExecutor<'_>, after: (AppId, ChatNumber), limit: u32) -> Outcome<Vec<Chat>> {
    let rows = sqlx::query(ALL).bind(after.0.0).bind(after.0.0).bind(after.1).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::chat).collect()).map_err(fault("list all chats"))
}

/// By application: each has at most one chat of a number, which its unique index finds.
pub const NUMBERED: &str = "SELECT c.application_id, c.chat_number, c.title, c.messages_count, c.state,
        c.create_version IS NOT NULL, c.version, c.created_at, c.updated_at, c.deleted_at
    FROM applications a STRAIGHT_JOIN chats c ON c.application_id = a.id AND c.chat_number = ?
    WHERE a.id >= ? AND a.deleted_at IS NULL AND c.deleted_at IS NULL
    ORDER BY a.id LIMIT ?";

async fn numbered(
    db: impl MySqlExecutor<'_>,
    after: (AppId, ChatNumber),
    number: ChatNumber,
    limit: u32,
) -> Outcome<Vec<Chat>> {
    // The application of `after` comes again where its chat of this number is still ahead.
    let from = if number > after.1 { after.0.0 } else { after.0.0 + 1 };
    let rows = sqlx::query(NUMBERED).bind(number).bind(from).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::chat).collect()).map_err(fault("list all chats of a number"))
}
