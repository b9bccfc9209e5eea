//! Chats in `chat.db`, for readers. What writes them is `ingest`.

use async_trait::async_trait;
use futures::stream::{BoxStream, try_unfold};
use sqlx::Row as _;
use sqlx::SqliteExecutor;
use sqlx::sqlite::{SqlitePool, SqliteRow};

use super::row::{self, Decoded};
use super::{SqliteStore, fault, recount};
use crate::domain::{AppId, Chat, ChatNumber, Sequence};
use crate::fault::Outcome;
use crate::store::{ApplicationTally, ChatTally, Chats, Recounted, Window};

#[async_trait]
impl Chats for SqliteStore {
    async fn chat(&self, app: AppId, number: ChatNumber) -> Outcome<Option<Chat>> {
        one(&self.readers, app, number).await
    }

    async fn chats(&self, app: AppId, window: Window) -> Outcome<Vec<Chat>> {
        page(&self.readers, app, window).await
    }

    async fn every_chat(&self, app: AppId, after: ChatNumber, limit: u32) -> Outcome<Vec<Chat>> {
        every(&self.scanners, app, after, limit).await
    }

    async fn all_chats(
        &self,
        after: Option<(AppId, ChatNumber)>,
        number: Option<ChatNumber>,
        limit: u32,
    ) -> Outcome<Vec<Chat>> {
        let after = after.unwrap_or((AppId(0), 0));
        match number {
            Some(number) => numbered(&self.scanners, after, number, limit).await,
            None => all(&self.scanners, after, limit).await,
        }
    }

    async fn tally_chats(
        &self,
        app: Option<AppId>,
        after: Option<(AppId, ChatNumber)>,
        limit: u32,
    ) -> Outcome<Vec<ChatTally>> {
        tally(&self.scanners, app, after.unwrap_or((AppId(0), 0)), limit).await
    }

    fn walk_tallies(&self, app: Option<AppId>) -> BoxStream<'static, Outcome<Vec<ChatTally>>> {
        walk_tallies(self.scanners.clone(), app)
    }

    async fn tally_application(&self, app: AppId) -> Outcome<(u64, u64)> {
        tally_application(&self.scanners, app).await
    }

    async fn tally_applications(&self, after: Option<AppId>, limit: u32) -> Outcome<Vec<ApplicationTally>> {
        tally_applications(&self.scanners, after.unwrap_or(AppId(0)), limit).await
    }

    async fn recount(&self, sequence: Sequence, seen: u64) -> Outcome<Recounted> {
        self.writer.transaction(move |db| Box::pin(recount::recount(db, sequence, seen))).await
    }
}

pub const ONE: &str = "SELECT c.application_id, c.chat_number, c.title, c.messages_count, c.state,
        c.create_version IS NOT NULL, c.version, c.created_at, c.updated_at, COALESCE(c.deleted_at, a.deleted_at)
    FROM chats c JOIN applications a ON a.id = c.application_id
    WHERE c.application_id = ? AND c.chat_number = ?";

async fn one(db: impl SqliteExecutor<'_>, app: AppId, number: ChatNumber) -> Outcome<Option<Chat>> {
    let row = sqlx::query(ONE).bind(app.0).bind(number).fetch_optional(db).await;
    row.and_then(|row| row.as_ref().map(row::chat).transpose()).map_err(fault("read a chat"))
}

pub const PAGE_UP: &str = "SELECT c.application_id, c.chat_number, c.title, c.messages_count, c.state,
        c.create_version IS NOT NULL, c.version, c.created_at, c.updated_at, c.deleted_at
    FROM chats c
    WHERE c.application_id = ? AND c.chat_number > ? AND c.chat_number < ? AND c.deleted_at IS NULL
        AND EXISTS (SELECT 1 FROM applications a WHERE a.id = c.application_id AND a.deleted_at IS NULL)
    ORDER BY c.chat_number LIMIT ?";

pub const PAGE_DOWN: &str = "SELECT c.application_id, c.chat_number, c.title, c.messages_count, c.state,
        c.create_version IS NOT NULL, c.version, c.created_at, c.updated_at, c.deleted_at
    FROM chats c
    WHERE c.application_id = ? AND c.chat_number > ? AND c.chat_number < ? AND c.deleted_at IS NULL
        AND EXISTS (SELECT 1 FROM applications a WHERE a.id = c.application_id AND a.deleted_at IS NULL)
    ORDER BY c.chat_number DESC LIMIT ?";

async fn page(db: impl SqliteExecutor<'_>, app: AppId, window: Window) -> Outcome<Vec<Chat>> {
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

async fn every(db: impl SqliteExecutor<'_>, app: AppId, after: ChatNumber, limit: u32) -> Outcome<Vec<Chat>> {
    let rows = sqlx::query(EVERY).bind(app.0).bind(after).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::chat).collect()).map_err(fault("list every chat of an application"))
}

pub const ALL: &str = "SELECT c.application_id, c.chat_number, c.title, c.messages_count, c.state,
        c.create_version IS NOT NULL, c.version, c.created_at, c.updated_at, c.deleted_at
    FROM chats c
    WHERE (c.application_id, c.chat_number) > (?, ?) AND c.deleted_at IS NULL
        AND EXISTS (SELECT 1 FROM applications a WHERE a.id = c.application_id AND a.deleted_at IS NULL)
    ORDER BY c.application_id, c.chat_number LIMIT ?";

async fn all(db: impl SqliteExecutor<'_>, after: (AppId, ChatNumber), limit: u32) -> Outcome<Vec<Chat>> {
    let rows = sqlx::query(ALL).bind(after.0.0).bind(after.1).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::chat).collect()).map_err(fault("list all chats"))
}

/// By application: each has at most one chat of a number, which its unique index finds.
pub const NUMBERED: &str = "SELECT c.application_id, c.chat_number, c.title, c.messages_count, c.state,
        c.create_version IS NOT NULL, c.version, c.created_at, c.updated_at, c.deleted_at
    FROM applications a CROSS JOIN chats c ON c.application_id = a.id AND c.chat_number = ?
    WHERE a.id >= ? AND a.deleted_at IS NULL AND c.deleted_at IS NULL
    ORDER BY a.id LIMIT ?";

async fn numbered(
    db: impl SqliteExecutor<'_>,
    after: (AppId, ChatNumber),
    number: ChatNumber,
    limit: u32,
) -> Outcome<Vec<Chat>> {
    // The application of `after` comes again where its chat of this number is still ahead.
    let from = if number > after.1 { after.0.0 } else { after.0.0 + 1 };
    let rows = sqlx::query(NUMBERED).bind(number).bind(from).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::chat).collect()).map_err(fault("list all chats of a number"))
}

/// A page of chats with their rows counted, as one text: a row by itself costs a switch between SQLite's thread and the
/// reader's, which is as much as counting it.
macro_rules! tally {
    ($chats:literal) => {
        concat!(
            "SELECT json_group_array(json_array(application_id, chat_number, deleted, messages_count, live, created,
                greatest, gap_end))
            FROM (SELECT c.application_id, c.chat_number, COALESCE(c.deleted_at, a.deleted_at) IS NOT NULL AS deleted,
                    c.messages_count,
                    (SELECT COUNT(*) FROM messages m
                        WHERE m.chat_id = c.id AND m.create_version IS NOT NULL AND m.state = 0) AS live,
                    (SELECT COUNT(m.create_version) FROM messages m WHERE m.chat_id = c.id) AS created,
                    (SELECT COALESCE(MAX(m.message_number), 0) FROM messages m WHERE m.chat_id = c.id) AS greatest,
                    MAX((SELECT COALESCE(MAX(g.to_number), 0) FROM gaps g
                            WHERE g.application_id = c.application_id AND ifnull(g.chat_number, 0) = c.chat_number),
                        (SELECT COALESCE(MAX(u.to_number), 0) FROM given_up u
                            WHERE u.application_id = c.application_id AND u.chat_number = c.chat_number)) AS gap_end
                FROM chats c JOIN applications a ON a.id = c.application_id
                WHERE ",
            $chats,
            " LIMIT ?)"
        )
    };
}

const TALLY_ALL: &str = tally!("(c.application_id, c.chat_number) > (?, ?) ORDER BY c.application_id, c.chat_number");

const TALLY_OF: &str = tally!("c.application_id = ? AND c.chat_number > ? ORDER BY c.chat_number");

async fn tally(
    db: impl SqliteExecutor<'_>,
    app: Option<AppId>,
    after: (AppId, ChatNumber),
    limit: u32,
) -> Outcome<Vec<ChatTally>> {
    let query = match app {
        Some(app) if after.0 > app => return Ok(Vec::new()),
        Some(app) => sqlx::query_scalar(TALLY_OF).bind(app.0).bind(if after.0 == app { after.1 } else { 0 }),
        None => sqlx::query_scalar(TALLY_ALL).bind(after.0.0).bind(after.1),
    };
    let text: Result<String, _> = query.bind(limit).fetch_one(db).await;
    text.and_then(|text| tallies(&text)).map_err(fault("count the messages of chats"))
}

/// From: `application_id`, `chat_number`, whether it is deleted, `messages_count`, rows that count, rows that were created,
/// the greatest number, the end of the greatest gap.
type Tallied = (AppId, ChatNumber, u8, i64, i64, i64, i64, i64);

fn tallies(text: &str) -> Decoded<Vec<ChatTally>> {
    let rows: Vec<Tallied> = serde_json::from_str(text).map_err(|cause| sqlx::Error::Decode(cause.into()))?;
    let tally = |(app, chat, deleted, stored_count, live, rows, max, gap_end)| ChatTally {
        app,
        chat,
        deleted: deleted != 0,
        stored_count: row::count(stored_count),
        live: row::count(live),
        rows: row::count(rows),
        max: row::number(max),
        gap_end: row::number(gap_end),
    };
    let mut tallies: Vec<_> = rows.into_iter().map(tally).collect();
    // An aggregate promises no order.
    tallies.sort_unstable_by_key(|tally| (tally.app, tally.chat));
    Ok(tallies)
}

/// Chats that a walk counts at a time.
const WALKED_AT_A_TIME: u32 = 10_000;

fn walk_tallies(scanners: SqlitePool, app: Option<AppId>) -> BoxStream<'static, Outcome<Vec<ChatTally>>> {
    let next = move |after: (AppId, ChatNumber)| {
        let scanners = scanners.clone();
        async move {
            let page = tally(&scanners, app, after, WALKED_AT_A_TIME).await?;
            let Some(last) = page.last() else { return Ok(None) };
            let after = (last.app, last.chat);
            Ok(Some((page, after)))
        }
    };
    Box::pin(try_unfold((AppId(0), 0), next))
}

const TALLY_APPLICATION: &str = "SELECT
        COALESCE((SELECT chats_count FROM applications WHERE id = ?), 0),
        (SELECT COUNT(*) FROM chats WHERE application_id = ? AND deleted_at IS NULL AND state = 0)";

async fn tally_application(db: impl SqliteExecutor<'_>, app: AppId) -> Outcome<(u64, u64)> {
    let row = sqlx::query(TALLY_APPLICATION).bind(app.0).bind(app.0).fetch_one(db).await;
    row.and_then(|row| Ok((row::count(row.try_get(0)?), row::count(row.try_get(1)?))))
        .map_err(fault("count an application's chats"))
}

const TALLY_APPLICATIONS: &str = "SELECT a.id, a.chats_count,
        (SELECT COUNT(*) FROM chats c WHERE c.application_id = a.id AND c.deleted_at IS NULL AND c.state = 0),
        COALESCE((SELECT MAX(c.chat_number) FROM chats c WHERE c.application_id = a.id), 0),
        MAX(COALESCE((SELECT MAX(g.to_number) FROM gaps g
                WHERE g.application_id = a.id AND ifnull(g.chat_number, 0) = 0), 0),
            COALESCE((SELECT MAX(u.to_number) FROM given_up u
                WHERE u.application_id = a.id AND u.chat_number = 0), 0))
    FROM applications a WHERE a.id > ? AND a.deleted_at IS NULL ORDER BY a.id LIMIT ?";

async fn tally_applications(db: impl SqliteExecutor<'_>, after: AppId, limit: u32) -> Outcome<Vec<ApplicationTally>> {
    let decode = |row: &SqliteRow| -> Decoded<ApplicationTally> {
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
