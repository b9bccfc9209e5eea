//! Writing documents into a generation, inside a transaction: into the tail, and from the tail into blocks.

use std::collections::{BTreeMap, HashMap};

use sqlx::sqlite::SqliteConnection;
use sqlx::{QueryBuilder, Row as _, Sqlite};

use super::pack::{BLOCK_BYTES, Block, Row, SLOTS, pack};
use super::{chat_range, fault, id};
use crate::domain::{AppId, ChatNumber};
use crate::fault::Outcome;
use crate::search::Document;

/// Rows of one statement.
const ROWS: usize = 100;

/// Chats whose state is kept in memory (about 60 bytes each).
const CHATS_KEPT: usize = 100_000;

/// What is known of a chat in a generation.
#[derive(Debug, Clone, Copy)]
struct ChatState {
    key: i64,
    /// The last number that a block holds; later ones are in the tail.
    packed_to: u32,
    tail_rows: u32,
    tail_bytes: usize,
}

/// What the writer remembers of chats, by generation. Forgotten whenever a transaction fails.
#[derive(Debug, Default)]
pub struct Known(HashMap<(i64, AppId, ChatNumber), ChatState>);

impl Known {
    /// Forgets everything.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

/// Writes documents into a generation.
pub async fn write(
    db: &mut SqliteConnection,
    known: &mut Known,
    generation: i64,
    documents: &[Document],
) -> Outcome<()> {
    let mut chats: BTreeMap<(AppId, ChatNumber), Vec<&Document>> = BTreeMap::new();
    for document in documents {
        chats.entry((document.app, document.chat)).or_default().push(document);
    }
    if known.0.len() + chats.len() > CHATS_KEPT {
        known.clear();
    }
    let mut tail = Vec::new();
    for ((app, chat), documents) in chats {
        let mut state = match known.0.get(&(generation, app, chat)) {
            Some(state) => *state,
            None => load(db, generation, app, chat).await?,
        };
        write_chat(db, generation, &mut state, documents, &mut tail).await?;
        known.0.insert((generation, app, chat), state);
    }
    insert_tail(db, generation, &tail).await
}

async fn write_chat(
    db: &mut SqliteConnection,
    generation: i64,
    state: &mut ChatState,
    documents: Vec<&Document>,
    tail: &mut Vec<(i64, Vec<u8>)>,
) -> Outcome<()> {
    let mut new: BTreeMap<u32, Vec<u8>> = BTreeMap::new();
    for document in newest(db, generation, state.key, documents).await? {
        let text = document.text.as_deref().unwrap_or_default().as_bytes();
        if document.number <= state.packed_to {
            rewrite(db, generation, state.key, document.number, text).await?;
        } else if text.is_empty() {
            delete_tail(db, generation, id(state.key, document.number)..=id(state.key, document.number)).await?;
            new.remove(&document.number);
        } else {
            new.insert(document.number, text.to_vec());
        }
    }
    let bytes: usize = new.values().map(Vec::len).sum();
    let rows = state.tail_rows + u32::try_from(new.len()).unwrap_or(u32::MAX);
    if rows < SLOTS && state.tail_bytes + bytes < BLOCK_BYTES {
        state.tail_rows = rows;
        state.tail_bytes += bytes;
        tail.extend(new.into_iter().map(|(number, text)| (id(state.key, number), text)));
        return Ok(());
    }
    pack_tail(db, generation, state, new, tail).await
}

/// Of each message the newest document, unless what the generation holds of it is newer: an older text never replaces
/// a newer one, in whatever order they come.
async fn newest<'a>(
    db: &mut SqliteConnection,
    generation: i64,
    key: i64,
    documents: Vec<&'a Document>,
) -> Outcome<Vec<&'a Document>> {
    let mut newest: BTreeMap<u32, &Document> = BTreeMap::new();
    for document in documents {
        let known = newest.entry(document.number).or_insert(document);
        if document.version > known.version {
            *known = document;
        }
    }
    let (Some(first), Some(last)) = (newest.keys().next(), newest.keys().next_back()) else { return Ok(Vec::new()) };
    let edited: HashMap<i64, i64> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT id, version FROM edited_{generation} WHERE id BETWEEN ? AND ?"
    )))
    .bind(id(key, *first))
    .bind(id(key, *last))
    .fetch_all(&mut *db)
    .await
    .map_err(fault("read what was edited"))?
    .into_iter()
    .collect();
    newest.retain(|number, document| {
        edited.get(&id(key, *number)).is_none_or(|version| document.version.to_column() > *version)
    });
    for document in newest.values().filter(|document| document.edited) {
        sqlx::query(sqlx::AssertSqlSafe(format!(
            "INSERT OR REPLACE INTO edited_{generation} (id, version) VALUES (?, ?)"
        )))
        .bind(id(key, document.number))
        .bind(document.version.to_column())
        .execute(&mut *db)
        .await
        .map_err(fault("remember what was edited"))?;
    }
    Ok(newest.into_values().collect())
}

/// Takes the chat's tail and what is new, writes the blocks that they fill, and leaves the rest to the tail.
async fn pack_tail(
    db: &mut SqliteConnection,
    generation: i64,
    state: &mut ChatState,
    new: BTreeMap<u32, Vec<u8>>,
    tail: &mut Vec<(i64, Vec<u8>)>,
) -> Outcome<()> {
    let unpacked = id(state.key, state.packed_to.saturating_add(1))..=*chat_range(state.key).end();
    let mut rows: BTreeMap<u32, Vec<u8>> = read_tail(db, generation, unpacked.clone()).await?.into_iter().collect();
    rows.extend(new);
    let (blocks, rest) = pack(rows.into_iter().collect());
    for block in &blocks {
        put_block(db, generation, state.key, block).await?;
        state.packed_to = state.packed_to.max(block.last());
    }
    delete_tail(db, generation, unpacked).await?;
    state.tail_rows = u32::try_from(rest.len()).unwrap_or(u32::MAX);
    state.tail_bytes = rest.iter().map(|(_, text)| text.len()).sum();
    tail.extend(rest.into_iter().map(|(number, text)| (id(state.key, number), text)));
    Ok(())
}

/// A number that blocks have passed: its slot is written anew, or it stands in the tail where a hole was left.
async fn rewrite(db: &mut SqliteConnection, generation: i64, key: i64, number: u32, text: &[u8]) -> Outcome<()> {
    let holder = sqlx::query(sqlx::AssertSqlSafe(format!(
        "SELECT id, slots, texts FROM blocks_{generation} WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1"
    )))
    .bind(chat_range(key).start())
    .bind(id(key, number))
    .fetch_optional(&mut *db)
    .await
    .map_err(fault("read a block"))?;
    let block = holder.map(|row| Block { first: number_of(row.get(0)), slots: row.get(1), texts: row.get(2) });
    if let Some(block) = block.filter(|block| number <= block.last()) {
        if let Some(changed) = block.with(number, text) {
            put_block(db, generation, key, &changed).await?;
        }
        return Ok(());
    }
    let place = id(key, number);
    if text.is_empty() {
        return delete_tail(db, generation, place..=place).await;
    }
    insert_tail(db, generation, &[(place, text.to_vec())]).await
}

async fn load(db: &mut SqliteConnection, generation: i64, app: AppId, chat: ChatNumber) -> Outcome<ChatState> {
    let key = chat_key(db, app, chat).await?;
    let range = chat_range(key);
    let last: Option<(i64, u32)> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT id, slots FROM blocks_{generation} WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1"
    )))
    .bind(range.start())
    .bind(range.end())
    .fetch_optional(&mut *db)
    .await
    .map_err(fault("read a chat's last block"))?;
    let packed_to = last.map_or(0, |(id, slots)| number_of(id) + slots - 1);
    let (tail_rows, tail_bytes): (u32, i64) = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT count(*), coalesce(sum(length(text)), 0) FROM tail_{generation} WHERE id BETWEEN ? AND ?"
    )))
    .bind(id(key, packed_to.saturating_add(1)))
    .bind(range.end())
    .fetch_one(&mut *db)
    .await
    .map_err(fault("measure a chat's tail"))?;
    Ok(ChatState { key, packed_to, tail_rows, tail_bytes: usize::try_from(tail_bytes).unwrap_or(0) })
}

async fn chat_key(db: &mut SqliteConnection, app: AppId, chat: ChatNumber) -> Outcome<i64> {
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

async fn put_block(db: &mut SqliteConnection, generation: i64, key: i64, block: &Block) -> Outcome<()> {
    let statement = format!("INSERT OR REPLACE INTO blocks_{generation} (id, live, slots, texts) VALUES (?, ?, ?, ?)");
    sqlx::query(sqlx::AssertSqlSafe(statement))
        .bind(id(key, block.first))
        .bind(block.live())
        .bind(block.slots)
        .bind(block.texts.as_slice())
        .execute(db)
        .await
        .map_err(fault("write a block"))?;
    Ok(())
}

async fn read_tail(
    db: &mut SqliteConnection,
    generation: i64,
    ids: std::ops::RangeInclusive<i64>,
) -> Outcome<Vec<Row>> {
    let statement = format!("SELECT id, text FROM tail_{generation} WHERE id BETWEEN ? AND ? ORDER BY id");
    let rows: Vec<(i64, Vec<u8>)> = sqlx::query_as(sqlx::AssertSqlSafe(statement))
        .bind(ids.start())
        .bind(ids.end())
        .fetch_all(db)
        .await
        .map_err(fault("read a chat's tail"))?;
    Ok(rows.into_iter().map(|(id, text)| (number_of(id), text)).collect())
}

async fn delete_tail(db: &mut SqliteConnection, generation: i64, ids: std::ops::RangeInclusive<i64>) -> Outcome<()> {
    sqlx::query(sqlx::AssertSqlSafe(format!("DELETE FROM tail_{generation} WHERE id BETWEEN ? AND ?")))
        .bind(ids.start())
        .bind(ids.end())
        .execute(db)
        .await
        .map_err(fault("shorten a chat's tail"))?;
    Ok(())
}

async fn insert_tail(db: &mut SqliteConnection, generation: i64, rows: &[(i64, Vec<u8>)]) -> Outcome<()> {
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

/// The message's number in an id.
fn number_of(id: i64) -> u32 {
    u32::try_from(id & i64::from(u32::MAX)).unwrap_or(0)
}
