//! The rows of a generation, one function a statement. Knows what stands where, not when it is written.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, QueryBuilder, Sqlite};

use super::pack::{Block, Texts, last};
use crate::domain::{AppId, ChatNumber};
use crate::fault::{Fault, Outcome, Part};
use crate::sqlite;

/// Rows of one statement.
const ROWS: usize = 100;

/// A row of the tail: where it stands, and its text.
pub type TailRow = (i64, Vec<u8>);

/// Where a message stands: its chat's own dense key, then its number.
pub fn id(key: i64, number: u32) -> i64 {
    key << 32 | i64::from(number)
}

/// The message's number in an id.
pub fn number_of(id: i64) -> u32 {
    u32::try_from(id & i64::from(u32::MAX)).unwrap_or(0)
}

/// All ids of a chat.
pub fn chat_range(key: i64) -> RangeInclusive<i64> {
    id(key, 0)..=id(key, u32::MAX)
}

/// A chat in a generation: whose rows these are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChatRows {
    /// The generation.
    pub generation: i64,
    /// The chat's own dense key.
    pub key: i64,
}

impl ChatRows {
    /// The block that holds `number`, or else the last one before it: the numbers of its slots.
    pub async fn block_at(self, db: &mut SqliteConnection, number: u32) -> Outcome<Option<RangeInclusive<u32>>> {
        let found: Option<(i64, u32)> = sqlx::query_as(AssertSqlSafe(format!(
            "SELECT id, slots FROM blocks_{} WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1",
            self.generation
        )))
        .bind(id(self.key, 0))
        .bind(id(self.key, number))
        .fetch_optional(db)
        .await
        .map_err(fault("look for a block"))?;
        Ok(found.map(|(id, slots)| number_of(id)..=last(number_of(id), slots)))
    }

    /// The first number of the next block after `number`, which no block holds.
    pub async fn next_block(self, db: &mut SqliteConnection, number: u32) -> Outcome<Option<u32>> {
        let found: Option<i64> = sqlx::query_scalar(AssertSqlSafe(format!(
            "SELECT id FROM blocks_{} WHERE id BETWEEN ? AND ? ORDER BY id LIMIT 1",
            self.generation
        )))
        .bind(id(self.key, number))
        .bind(id(self.key, u32::MAX))
        .fetch_optional(db)
        .await
        .map_err(fault("look for a block"))?;
        Ok(found.map(number_of))
    }

    /// The block that begins at `first`.
    pub async fn block(self, db: &mut SqliteConnection, first: u32) -> Outcome<Block> {
        let statement = format!("SELECT slots, texts FROM blocks_{} WHERE id = ?", self.generation);
        let (slots, texts) = sqlx::query_as(AssertSqlSafe(statement))
            .bind(id(self.key, first))
            .fetch_one(db)
            .await
            .map_err(fault("read a block"))?;
        Ok(Block { first, slots, texts })
    }

    /// Writes a block, in the place of one that begins where it does.
    pub async fn put_block(self, db: &mut SqliteConnection, block: &Block) -> Outcome<()> {
        let statement =
            format!("INSERT OR REPLACE INTO blocks_{} (id, live, slots, texts) VALUES (?, ?, ?, ?)", self.generation);
        sqlx::query(AssertSqlSafe(statement))
            .bind(id(self.key, block.first))
            .bind(block.live())
            .bind(block.slots)
            .bind(block.texts.as_slice())
            .execute(db)
            .await
            .map_err(fault("write a block"))?;
        Ok(())
    }

    /// How many rows and bytes of text the tail has among `numbers`.
    pub async fn measure_tail(self, db: &mut SqliteConnection, numbers: &RangeInclusive<u32>) -> Outcome<(u32, usize)> {
        let (rows, bytes): (u32, i64) = sqlx::query_as(AssertSqlSafe(format!(
            "SELECT count(*), coalesce(sum(length(text)), 0) FROM tail_{} WHERE id BETWEEN ? AND ?",
            self.generation
        )))
        .bind(id(self.key, *numbers.start()))
        .bind(id(self.key, *numbers.end()))
        .fetch_one(db)
        .await
        .map_err(fault("measure a chat's tail"))?;
        Ok((rows, usize::try_from(bytes).unwrap_or(0)))
    }

    /// The texts of the tail among `numbers`.
    pub async fn read_tail(self, db: &mut SqliteConnection, numbers: &RangeInclusive<u32>) -> Outcome<Texts> {
        let statement = format!("SELECT id, text FROM tail_{} WHERE id BETWEEN ? AND ?", self.generation);
        let rows: Vec<TailRow> = sqlx::query_as(AssertSqlSafe(statement))
            .bind(id(self.key, *numbers.start()))
            .bind(id(self.key, *numbers.end()))
            .fetch_all(db)
            .await
            .map_err(fault("read a chat's tail"))?;
        Ok(rows.into_iter().map(|(id, text)| (number_of(id), text)).collect())
    }

    /// Takes `numbers` out of the tail.
    pub async fn delete_tail(self, db: &mut SqliteConnection, numbers: &RangeInclusive<u32>) -> Outcome<()> {
        let statement = format!("DELETE FROM tail_{} WHERE id BETWEEN ? AND ?", self.generation);
        let ids = [id(self.key, *numbers.start()), id(self.key, *numbers.end())];
        execute(db, statement, &ids, "shorten a chat's tail").await
    }

    /// Which entry wrote the newest text, of those among `numbers` that were edited.
    pub async fn edits(self, db: &mut SqliteConnection, numbers: &RangeInclusive<u32>) -> Outcome<BTreeMap<u32, i64>> {
        let statement = format!("SELECT id, version FROM edited_{} WHERE id BETWEEN ? AND ?", self.generation);
        let rows: Vec<(i64, i64)> = sqlx::query_as(AssertSqlSafe(statement))
            .bind(id(self.key, *numbers.start()))
            .bind(id(self.key, *numbers.end()))
            .fetch_all(db)
            .await
            .map_err(fault("read what was edited"))?;
        Ok(rows.into_iter().map(|(id, version)| (number_of(id), version)).collect())
    }

    /// Whether any message of the chat was edited.
    pub async fn has_edits(self, db: &mut SqliteConnection) -> Outcome<bool> {
        let statement = format!("SELECT EXISTS (SELECT 1 FROM edited_{} WHERE id BETWEEN ? AND ?)", self.generation);
        let ids = chat_range(self.key);
        sqlx::query_scalar(AssertSqlSafe(statement))
            .bind(*ids.start())
            .bind(*ids.end())
            .fetch_one(db)
            .await
            .map_err(fault("look for edits"))
    }

    /// Remembers which entry wrote a text.
    pub async fn put_edit(self, db: &mut SqliteConnection, number: u32, version: i64) -> Outcome<()> {
        let statement = format!("INSERT OR REPLACE INTO edited_{} (id, version) VALUES (?, ?)", self.generation);
        execute(db, statement, &[id(self.key, number), version], "remember what was edited").await
    }
}

/// A chat's own key, given at its first document.
pub async fn chat_key(db: &mut SqliteConnection, app: AppId, chat: ChatNumber) -> Outcome<i64> {
    // The update makes RETURNING answer for a row that is there already.
    sqlx::query_scalar(
        "INSERT INTO chats (app, chat) VALUES (?, ?) ON CONFLICT (app, chat) DO UPDATE SET chat = chat RETURNING key",
    )
    .bind(app.0)
    .bind(chat)
    .fetch_one(db)
    .await
    .map_err(fault("give a chat its key"))
}

/// Puts rows, of any chats, into the tail.
pub async fn insert_tail(db: &mut SqliteConnection, generation: i64, rows: &[TailRow]) -> Outcome<()> {
    for rows in rows.chunks(ROWS) {
        let mut query = QueryBuilder::<Sqlite>::new(format!("INSERT OR REPLACE INTO tail_{generation} (id, text) "));
        query.push_values(rows, |mut row, (id, text)| {
            row.push_bind(*id).push_bind(text.as_slice());
        });
        // The number of rows varies from batch to batch: only whole pieces are worth keeping prepared.
        query.build().persistent(rows.len() == ROWS).execute(&mut *db).await.map_err(fault("write a chat's tail"))?;
    }
    Ok(())
}

/// Executes a statement whose parameters are numbers.
pub async fn execute(
    db: &mut SqliteConnection,
    statement: String,
    parameters: &[i64],
    doing: &'static str,
) -> Outcome<()> {
    let query = parameters.iter().fold(sqlx::query(AssertSqlSafe(statement)), |query, value| query.bind(*value));
    query.execute(db).await.map_err(fault(doing))?;
    Ok(())
}

/// What the index was doing when SQLite failed.
pub fn fault(doing: &'static str) -> impl FnOnce(sqlx::Error) -> Fault {
    move |cause| sqlite::fault(Part::Search, doing, cause)
}
