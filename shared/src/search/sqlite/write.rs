//! Writing documents into a generation, inside a transaction: into the tail, and from the tail into blocks.

use std::collections::{BTreeMap, HashMap};
use std::ops::RangeInclusive;

use sqlx::sqlite::SqliteConnection;

use super::pack::{BLOCK_BYTES, SLOTS, Texts, pack};
use super::rows::{ChatRows, TailRow, chat_key, id, insert_tail};
use crate::domain::{AppId, ChatNumber};
use crate::fault::Outcome;
use crate::search::Document;

/// Chats whose state is kept in memory (about 60 bytes each).
const CHATS_KEPT: usize = 100_000;

/// What is known of a chat in a generation.
#[derive(Debug, Clone, Copy)]
struct ChatState {
    rows: ChatRows,
    /// The last number that a block holds. What stands in the tail after it:
    packed_to: u32,
    open: Tail,
    /// Whether a message of it was ever edited; of most chats none was, and nothing needs to be asked.
    edited: bool,
}

/// How much of a tail is in use; a little too much where the same messages were written again.
#[derive(Debug, Clone, Copy)]
struct Tail {
    rows: u32,
    bytes: usize,
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
    // Rows for the tail are gathered over all chats: a statement takes many of them.
    let mut tail = Vec::new();
    for ((app, chat), documents) in chats {
        let mut state = match known.0.get(&(generation, app, chat)) {
            Some(state) => *state,
            None => load(db, generation, app, chat).await?,
        };
        let mut texts = newest(db, &mut state, &documents).await?;
        let passed = texts.extract_if(..=state.packed_to, |_, _| true).collect();
        write_passed(db, state.rows, passed, &mut tail).await?;
        write_open(db, &mut state, texts, &mut tail).await?;
        known.0.insert((generation, app, chat), state);
    }
    insert_tail(db, generation, &tail).await
}

async fn load(db: &mut SqliteConnection, generation: i64, app: AppId, chat: ChatNumber) -> Outcome<ChatState> {
    let rows = ChatRows { generation, key: chat_key(db, app, chat).await? };
    let packed_to = rows.block_at(db, u32::MAX).await?.map_or(0, |numbers| *numbers.end());
    let open = measure(db, rows, &after(packed_to)).await?;
    let edited = rows.has_edits(db).await?;
    Ok(ChatState { rows, packed_to, open, edited })
}

/// The texts of the newest documents, unless what the generation holds is newer: an older text never replaces a newer
/// one, in whatever order they come. Of what was never edited there is one text only, so its version need not be kept.
async fn newest(db: &mut SqliteConnection, state: &mut ChatState, documents: &[&Document]) -> Outcome<Texts> {
    let mut newest: BTreeMap<u32, &Document> = BTreeMap::new();
    for document in documents {
        let known = newest.entry(document.number).or_insert(document);
        if document.version > known.version {
            *known = document;
        }
    }
    let (Some((first, _)), Some((last, _))) = (newest.first_key_value(), newest.last_key_value()) else {
        return Ok(Texts::new());
    };
    if state.edited {
        let edits = state.rows.edits(db, &(*first..=*last)).await?;
        newest.retain(|number, document| edits.get(number).is_none_or(|edit| document.version.to_column() > *edit));
    }
    for (number, document) in newest.iter().filter(|(_, document)| document.edited) {
        state.rows.put_edit(db, *number, document.version.to_column()).await?;
        state.edited = true;
    }
    let text = |document: &Document| document.text.as_deref().unwrap_or_default().as_bytes().to_vec();
    Ok(newest.into_iter().map(|(number, document)| (number, text(document))).collect())
}

/// Texts after the last block.
async fn write_open(
    db: &mut SqliteConnection,
    state: &mut ChatState,
    texts: Texts,
    tail: &mut Vec<TailRow>,
) -> Outcome<()> {
    if texts.is_empty() {
        return Ok(());
    }
    if let Some(last) = write_between(db, state.rows, &after(state.packed_to), &mut state.open, texts, tail).await? {
        state.packed_to = last;
    }
    Ok(())
}

/// Texts of numbers that blocks have passed: each block that holds some is written anew, and what falls into a hole
/// between two blocks stands in the tail until it makes blocks of its own. So filling a generation from the first
/// message on packs as well as ever while the newest messages were written before.
async fn write_passed(
    db: &mut SqliteConnection,
    rows: ChatRows,
    mut texts: Texts,
    tail: &mut Vec<TailRow>,
) -> Outcome<()> {
    while let Some((&number, _)) = texts.first_key_value() {
        let before = rows.block_at(db, number).await?;
        if let Some(block) = before.clone().filter(|block| block.contains(&number)) {
            let changes = texts.extract_if(block.clone(), |_, _| true).collect();
            rewrite(db, rows, *block.start(), &changes).await?;
            continue;
        }
        let next = rows.next_block(db, number).await?;
        let hole = before.map_or(1, |block| block.end() + 1)..=next.map_or(u32::MAX, |first| first - 1);
        let fallen = texts.extract_if(hole.clone(), |_, _| true).collect();
        let mut measured = measure(db, rows, &hole).await?;
        write_between(db, rows, &hole, &mut measured, fallen, tail).await?;
    }
    Ok(())
}

async fn rewrite(db: &mut SqliteConnection, rows: ChatRows, first: u32, changes: &Texts) -> Outcome<()> {
    if let Some(changed) = rows.block(db, first).await?.with(changes) {
        for piece in changed.split() {
            rows.put_block(db, &piece).await?;
        }
    }
    Ok(())
}

/// Texts of numbers that no block holds: into the tail, or into blocks with what stands there already, as soon as that
/// may fill one. Returns the last number that was packed.
async fn write_between(
    db: &mut SqliteConnection,
    rows: ChatRows,
    unpacked: &RangeInclusive<u32>,
    measured: &mut Tail,
    texts: Texts,
    tail: &mut Vec<TailRow>,
) -> Outcome<Option<u32>> {
    let (nothing, mut texts): (Texts, Texts) = texts.into_iter().partition(|(_, text)| text.is_empty());
    for number in nothing.into_keys() {
        rows.delete_tail(db, &(number..=number)).await?;
    }
    measured.count(&texts);
    let mut packed_to = None;
    if measured.may_fill(unpacked) {
        let mut all = rows.read_tail(db, unpacked).await?;
        all.append(&mut texts);
        rows.delete_tail(db, unpacked).await?;
        let (blocks, rest) = pack(all, *unpacked.end());
        for block in &blocks {
            rows.put_block(db, block).await?;
            packed_to = Some(*block.numbers().end());
        }
        texts = rest;
        *measured = Tail { rows: 0, bytes: 0 };
        measured.count(&texts);
    }
    tail.extend(texts.into_iter().map(|(number, text)| (id(rows.key, number), text)));
    Ok(packed_to)
}

async fn measure(db: &mut SqliteConnection, rows: ChatRows, numbers: &RangeInclusive<u32>) -> Outcome<Tail> {
    let (rows, bytes) = rows.measure_tail(db, numbers).await?;
    Ok(Tail { rows, bytes })
}

impl Tail {
    fn count(&mut self, texts: &Texts) {
        self.rows = self.rows.saturating_add(u32::try_from(texts.len()).unwrap_or(u32::MAX));
        self.bytes += texts.values().map(Vec::len).sum::<usize>();
    }

    fn may_fill(&self, unpacked: &RangeInclusive<u32>) -> bool {
        let width = unpacked.end().saturating_sub(*unpacked.start()).saturating_add(1);
        self.rows >= SLOTS.min(width) || self.bytes >= BLOCK_BYTES
    }
}

/// The numbers after the last block. Where that ends at the greatest number, nothing is ever written there.
fn after(packed_to: u32) -> RangeInclusive<u32> {
    packed_to.saturating_add(1)..=u32::MAX
}
