//! What the search index has not seen, on the server: ranges of messages, of which no two touch.

use std::collections::BTreeSet;

use sqlx::mysql::{MySqlConnection, MySqlPool, MySqlRow};
use sqlx::{MySqlExecutor, Row as _};

use super::fault::fault;
use super::locks::{self, Lock};
use super::row::Decoded;
use super::transaction::in_transaction;
use crate::domain::AppId;
use crate::fault::Outcome;
use crate::store::Backlog;

/// Adds ranges, each merged with what it touches into one of a new generation.
pub async fn add(pool: &MySqlPool, ranges: &[Backlog]) -> Outcome<()> {
    if ranges.is_empty() {
        return Ok(());
    }
    let ranges = ranges.to_vec();
    in_transaction(pool, move |db| Box::pin(merge_in(db, ranges.clone()))).await
}

/// All ranges of the chats, each held.
pub const OF_CHATS: &str = "SELECT b.application_id, b.chat_number, b.from_number, b.to_number, b.generation
    FROM JSON_TABLE(?, '$[*]' COLUMNS (app BIGINT PATH '$[0]', chat INT UNSIGNED PATH '$[1]')) j
    STRAIGHT_JOIN search_backlog b FORCE INDEX (idx_search_backlog_range)
        ON b.application_id = j.app AND b.chat_number = j.chat
    FOR UPDATE";

pub const REMOVE: &str = "DELETE b
    FROM JSON_TABLE(?, '$[*]' COLUMNS (generation BIGINT PATH '$')) j
    STRAIGHT_JOIN search_backlog b FORCE INDEX (PRIMARY) ON b.generation = j.generation";

const INSERT: &str = "INSERT INTO search_backlog (application_id, chat_number, from_number, to_number)
    SELECT app, chat, begins, ends
    FROM JSON_TABLE(?, '$[*]' COLUMNS (app BIGINT PATH '$[0]', chat INT UNSIGNED PATH '$[1]',
        begins INT UNSIGNED PATH '$[2]', ends INT UNSIGNED PATH '$[3]')) j";

async fn merge_in(db: &mut MySqlConnection, ranges: Vec<Backlog>) -> Outcome<()> {
    locks::hold(db, Lock::SearchBacklog).await?;
    let chats: BTreeSet<_> = ranges.iter().map(|range| (range.app, range.chat)).collect();
    let stored = sqlx::query(OF_CHATS).bind(serde_json::json!(chats).to_string()).fetch_all(&mut *db).await;
    let stored: Result<Vec<Backlog>, _> = stored.and_then(|rows| rows.iter().map(decode).collect());
    let Merged { gone, new } = merge(stored.map_err(fault("merge the search backlog"))?, ranges);
    if !gone.is_empty() {
        let removing = sqlx::query(REMOVE).bind(serde_json::json!(gone).to_string()).execute(&mut *db).await;
        removing.map_err(fault("merge the search backlog"))?;
    }
    let new: Vec<_> = new.iter().map(|range| (range.app, range.chat, range.from, range.to)).collect();
    let inserting = sqlx::query(INSERT).bind(serde_json::json!(new).to_string()).execute(db).await;
    inserting.map(|_| ()).map_err(fault("add to the search backlog"))
}

/// What becomes of ranges.
#[derive(Debug, Default, PartialEq, Eq)]
struct Merged {
    /// Generations that are part of a new range.
    gone: Vec<i64>,
    /// Ranges to be written.
    new: Vec<Backlog>,
}

/// Merges what is added with what it touches. Ranges that nothing is added to stay as they are.
fn merge(stored: Vec<Backlog>, added: Vec<Backlog>) -> Merged {
    // What is stored has a generation; what is added gets one.
    let added = added.into_iter().map(|range| Backlog { generation: 0, ..range });
    let mut all: Vec<_> = stored.into_iter().chain(added).collect();
    all.sort_unstable_by_key(|range| (range.app, range.chat, range.from));
    let mut merged = Merged::default();
    for run in all.chunk_by(touching()) {
        if run.iter().all(|range| range.generation != 0) {
            continue;
        }
        merged.gone.extend(run.iter().map(|range| range.generation).filter(|generation| *generation != 0));
        let to = run.iter().map(|range| range.to).max().unwrap_or(0);
        merged.new.extend(run.first().map(|first| Backlog { to, generation: 0, ..*first }));
    }
    merged
}

/// Whether a range goes on where those before it, in order, have reached.
fn touching() -> impl FnMut(&Backlog, &Backlog) -> bool {
    let mut reached = 0;
    move |before, next| {
        reached = before.to.max(reached);
        let touches = (before.app, before.chat) == (next.app, next.chat) && next.from <= reached.saturating_add(1);
        if !touches {
            reached = 0;
        }
        touches
    }
}

pub const PAGE: &str = "SELECT application_id, chat_number, from_number, to_number, generation
    FROM search_backlog FORCE INDEX (idx_search_backlog_range)
    ORDER BY application_id, chat_number, from_number LIMIT ?";

pub async fn page(db: impl MySqlExecutor<'_>, limit: u32) -> Outcome<Vec<Backlog>> {
    let rows = sqlx::query(PAGE).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(decode).collect()).map_err(fault("read the search backlog"))
}

fn decode(row: &MySqlRow) -> Decoded<Backlog> {
    Ok(Backlog {
        app: AppId(row.try_get(0)?),
        chat: row.try_get(1)?,
        from: row.try_get(2)?,
        to: row.try_get(3)?,
        generation: row.try_get(4)?,
    })
}

/// Removes a range unless it has grown since it was read.
pub async fn clear(db: impl MySqlExecutor<'_>, generation: i64) -> Outcome<()> {
    let cleared = sqlx::query("DELETE FROM search_backlog WHERE generation = ?").bind(generation).execute(db).await;
    cleared.map(|_| ()).map_err(fault("clear search backlog"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(chat: u32, from: u32, to: u32, generation: i64) -> Backlog {
        Backlog { app: AppId(1), chat, from, to, generation }
    }

    #[test]
    fn ranges_grow_together_and_others_stay() {
        let stored = vec![range(1, 1, 3, 1), range(1, 7, 20, 2), range(1, 40, 50, 3), range(2, 4, 4, 4)];
        let added = vec![range(1, 4, 4, 0), range(1, 8, 9, 0), range(1, 21, 30, 0), range(2, 6, 6, 0)];
        let merged = merge(stored, added);
        assert_eq!(merged.gone, [1, 2]);
        assert_eq!(merged.new, [range(1, 1, 4, 0), range(1, 7, 30, 0), range(2, 6, 6, 0)]);
    }

    #[test]
    fn the_greatest_number_ends_a_range() {
        let merged = merge(vec![range(1, 5, u32::MAX, 1)], vec![range(1, u32::MAX, u32::MAX, 0), range(2, 1, 1, 0)]);
        assert_eq!(merged.gone, [1]);
        assert_eq!(merged.new, [range(1, 5, u32::MAX, 0), range(2, 1, 1, 0)]);
    }
}
