//! What the search index has not seen, in `chat.db`: ranges of messages, of which no two touch.

use sqlx::sqlite::{SqliteConnection, SqliteRow};
use sqlx::{Row as _, SqliteExecutor};

use super::fault;
use super::row::{self, Decoded};
use crate::domain::AppId;
use crate::fault::Outcome;
use crate::store::Backlog;

/// Removes what a range touches, and says how far that reached.
pub const TAKE_TOUCHING: &str = "DELETE FROM search_backlog
    WHERE application_id = ? AND chat_number = ? AND from_number <= ? AND to_number >= ?
    RETURNING from_number, to_number";

const INSERT: &str =
    "INSERT INTO search_backlog (application_id, chat_number, from_number, to_number) VALUES (?, ?, ?, ?)";

/// Adds ranges, each merged with what it touches into one of a new generation.
pub async fn add(db: &mut SqliteConnection, ranges: Vec<Backlog>) -> Outcome<()> {
    for range in ranges {
        let touched = sqlx::query(TAKE_TOUCHING)
            .bind(range.app.0)
            .bind(range.chat)
            .bind(i64::from(range.to) + 1)
            .bind(i64::from(range.from) - 1)
            .fetch_all(&mut *db)
            .await
            .map_err(fault("merge the search backlog"))?;
        let (mut from, mut to) = (range.from, range.to);
        for row in touched {
            let ends = || -> Decoded<_> { Ok((row.try_get(0)?, row.try_get(1)?)) };
            let (begins, ends) = ends().map_err(fault("merge the search backlog"))?;
            from = from.min(row::number(begins));
            to = to.max(row::number(ends));
        }
        sqlx::query(INSERT)
            .bind(range.app.0)
            .bind(range.chat)
            .bind(from)
            .bind(to)
            .execute(&mut *db)
            .await
            .map_err(fault("add to the search backlog"))?;
    }
    Ok(())
}

pub const PAGE: &str = "SELECT application_id, chat_number, from_number, to_number, generation
    FROM search_backlog INDEXED BY idx_search_backlog_range
    ORDER BY application_id, chat_number, from_number LIMIT ?";

pub async fn page(db: impl SqliteExecutor<'_>, limit: u32) -> Outcome<Vec<Backlog>> {
    let rows = sqlx::query(PAGE).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(decode).collect()).map_err(fault("read the search backlog"))
}

fn decode(row: &SqliteRow) -> Decoded<Backlog> {
    Ok(Backlog {
        app: AppId(row.try_get(0)?),
        chat: row::number(row.try_get(1)?),
        from: row::number(row.try_get(2)?),
        to: row::number(row.try_get(3)?),
        generation: row.try_get(4)?,
    })
}

/// Removes a range unless it has grown since it was read.
pub async fn clear(db: &mut SqliteConnection, generation: i64) -> Outcome<()> {
    let cleared = sqlx::query("DELETE FROM search_backlog WHERE generation = ?").bind(generation).execute(db).await;
    cleared.map(|_| ()).map_err(fault("clear search backlog"))
}
