//! Chats on the server, for readers. What writes them is `ingest`.

use async_trait::async_trait;
use sqlx::MySqlExecutor;
use sqlx::Row as _;
use sqlx::mysql::MySqlRow;

use super::fault::fault;
use super::row::{self, Decoded};
use super::transaction::in_transaction;
use super::{MysqlStore, recount};
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
        let after = after.unwrap_or((AppId(0), 0));
        match app {
            Some(app) if after.0 > app => Ok(Vec::new()),
            Some(app) => tally_of(&self.pool, app, if after.0 == app { after.1 } else { 0 }, limit).await,
            None => tally_all(&self.pool, after, limit).await,
        }
    }

    async fn tally_application(&self, app: AppId) -> Outcome<(u64, u64)> {
        let _scanning = self.scan().await?;
        tally_application(&self.pool, app).await
    }

    async fn tally_applications(&self, after: Option<AppId>, limit: u32) -> Outcome<Vec<ApplicationTally>> {
        let _scanning = self.scan().await?;
        tally_applications(&self.pool, after.unwrap_or(AppId(0)), limit).await
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

pub const PAGE_UP: &str = "SELECT c.application_id, c.chat_number, c.title, c.messages_count, c.state,
        c.create_version IS NOT NULL, c.version, c.created_at, c.updated_at, c.deleted_at
    FROM chats c STRAIGHT_JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
    WHERE c.application_id = ? AND c.chat_number > ? AND c.chat_number < ? AND c.deleted_at IS NULL
    ORDER BY c.chat_number LIMIT ?";

pub const PAGE_DOWN: &str = "SELECT c.application_id, c.chat_number, c.title, c.messages_count, c.state,
        c.create_version IS NOT NULL, c.version, c.created_at, c.updated_at, c.deleted_at
    FROM chats c STRAIGHT_JOIN applications a ON a.id = c.application_id AND a.deleted_at IS NULL
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
    FROM chats c WHERE c.application_id = ? AND c.chat_number > ? ORDER BY c.chat_number LIMIT ?";

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

/// Counts the rows of a page of chats, which is chosen first so that only its messages are read.
const TALLY_ALL: &str = "SELECT p.application_id, p.chat_number, p.deleted, p.messages_count,
        CAST(COALESCE(SUM(m.create_version IS NOT NULL AND m.state = 0), 0) AS SIGNED), COUNT(m.create_version),
        CAST(COALESCE(MAX(m.message_number), 0) AS SIGNED),
        CAST(GREATEST((SELECT COALESCE(MAX(g.to_number), 0) FROM gaps g
                WHERE g.application_id = p.application_id AND g.chat_number = p.chat_number),
            (SELECT COALESCE(MAX(u.to_number), 0) FROM given_up u
                WHERE u.application_id = p.application_id AND u.chat_number = p.chat_number)) AS SIGNED)
    FROM (SELECT c.id, c.application_id, c.chat_number, c.messages_count,
            COALESCE(c.deleted_at, a.deleted_at) IS NOT NULL AS deleted
        FROM chats c FORCE INDEX (idx_chat_application_id_chat_number)
        STRAIGHT_JOIN applications a ON a.id = c.application_id
        WHERE (c.application_id > ? OR (c.application_id = ? AND c.chat_number > ?))
        ORDER BY c.application_id, c.chat_number LIMIT ?) p
    LEFT JOIN messages m ON m.chat_id = p.id
    GROUP BY p.application_id, p.chat_number, p.deleted, p.messages_count
    ORDER BY p.application_id, p.chat_number";

async fn tally_all(db: impl MySqlExecutor<'_>, after: (AppId, ChatNumber), limit: u32) -> Outcome<Vec<ChatTally>> {
    let rows = sqlx::query(TALLY_ALL).bind(after.0.0).bind(after.0.0).bind(after.1).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(tally).collect()).map_err(fault("count the messages of chats"))
}

const TALLY_OF: &str = "SELECT p.application_id, p.chat_number, p.deleted, p.messages_count,
        CAST(COALESCE(SUM(m.create_version IS NOT NULL AND m.state = 0), 0) AS SIGNED), COUNT(m.create_version),
        CAST(COALESCE(MAX(m.message_number), 0) AS SIGNED),
        CAST(GREATEST((SELECT COALESCE(MAX(g.to_number), 0) FROM gaps g
                WHERE g.application_id = p.application_id AND g.chat_number = p.chat_number),
            (SELECT COALESCE(MAX(u.to_number), 0) FROM given_up u
                WHERE u.application_id = p.application_id AND u.chat_number = p.chat_number)) AS SIGNED)
    FROM (SELECT c.id, c.application_id, c.chat_number, c.messages_count,
            COALESCE(c.deleted_at, a.deleted_at) IS NOT NULL AS deleted
        FROM chats c STRAIGHT_JOIN applications a ON a.id = c.application_id
        WHERE c.application_id = ? AND c.chat_number > ?
        ORDER BY c.chat_number LIMIT ?) p
    LEFT JOIN messages m ON m.chat_id = p.id
    GROUP BY p.application_id, p.chat_number, p.deleted, p.messages_count
    ORDER BY p.application_id, p.chat_number";

async fn tally_of(db: impl MySqlExecutor<'_>, app: AppId, after: ChatNumber, limit: u32) -> Outcome<Vec<ChatTally>> {
    let rows = sqlx::query(TALLY_OF).bind(app.0).bind(after).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(tally).collect())
        .map_err(fault("count the messages of an application's chats"))
}

fn tally(row: &MySqlRow) -> Decoded<ChatTally> {
    Ok(ChatTally {
        app: AppId(row.try_get(0)?),
        chat: row.try_get(1)?,
        deleted: row.try_get(2)?,
        stored_count: row::count(row.try_get(3)?),
        live: row::count(row.try_get(4)?),
        rows: row::count(row.try_get(5)?),
        max: row::number(row.try_get(6)?),
        gap_end: row::number(row.try_get(7)?),
    })
}

const TALLY_APPLICATION: &str = "SELECT
        CAST(COALESCE((SELECT chats_count FROM applications WHERE id = ?), 0) AS SIGNED),
        (SELECT COUNT(*) FROM chats WHERE application_id = ? AND deleted_at IS NULL AND state = 0)";

async fn tally_application(db: impl MySqlExecutor<'_>, app: AppId) -> Outcome<(u64, u64)> {
    let row = sqlx::query(TALLY_APPLICATION).bind(app.0).bind(app.0).fetch_one(db).await;
    row.and_then(|row| Ok((row::count(row.try_get(0)?), row::count(row.try_get(1)?))))
        .map_err(fault("count an application's chats"))
}

const TALLY_APPLICATIONS: &str = "SELECT a.id, CAST(a.chats_count AS SIGNED),
        (SELECT COUNT(*) FROM chats c WHERE c.application_id = a.id AND c.deleted_at IS NULL AND c.state = 0),
        CAST(COALESCE((SELECT MAX(c.chat_number) FROM chats c WHERE c.application_id = a.id), 0) AS SIGNED),
        CAST(GREATEST(
            COALESCE((SELECT MAX(g.to_number) FROM gaps g WHERE g.application_id = a.id AND g.chat_number = 0), 0),
            COALESCE((SELECT MAX(u.to_number) FROM given_up u WHERE u.application_id = a.id AND u.chat_number = 0), 0)
        ) AS SIGNED)
    FROM applications a WHERE a.id > ? AND a.deleted_at IS NULL ORDER BY a.id LIMIT ?";

async fn tally_applications(db: impl MySqlExecutor<'_>, after: AppId, limit: u32) -> Outcome<Vec<ApplicationTally>> {
    let decode = |row: &MySqlRow| -> Decoded<ApplicationTally> {
        Ok(ApplicationTally {
            app: AppId(row.try_get(0)?),
            stored_count: row::count(row.try_get(1)?),
            live: row::count(row.try_get(2)?),
            max: row::number(row.try_get(3)?),
            gap_end: row::number(row.try_get(4)?),
        })
    };
    let rows = sqlx::query(TALLY_APPLICATIONS).bind(after.0).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(decode).collect()).map_err(fault("count the chats of applications"))
}
