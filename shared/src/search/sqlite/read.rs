//! Looking for a text in a generation: chat by chat, through each in pieces that grow, and never further than one call
//! may look. Runs inside a read transaction, so that a message that moves from the tail into a block meanwhile is seen
//! once.

use std::ops::RangeInclusive;

use memchr::memmem::Finder;
use sqlx::AssertSqlSafe;
use sqlx::sqlite::SqliteConnection;

use super::pack::{SLOTS, last, matches};
use super::rows::{fault, id, number_of};
use crate::domain::ChatNumber;
use crate::fault::Outcome;
use crate::search::{Found, Query};

/// Blocks read at first; each further piece has twice as many.
const FIRST_PIECE: u32 = 4;

/// Blocks read at most at a time: under 2 MiB of usual messages.
const LARGEST_PIECE: u32 = 64;

/// Bytes that one call looks through: about 150,000 messages of 100 bytes, some 10 ms.
const LOOK_THROUGH: usize = 16 << 20;

/// Chats that one call looks through: two statements or more each.
const CHATS: usize = 200;

/// Finds candidates in a generation.
pub async fn find(db: &mut SqliteConnection, generation: i64, query: &Query<'_>) -> Outcome<Found> {
    let mut search =
        Search { db, generation, query, finder: Finder::new(query.text), left: LOOK_THROUGH, found: Found::default() };
    search.run().await?;
    Ok(search.found)
}

struct Search<'a> {
    db: &'a mut SqliteConnection,
    generation: i64,
    query: &'a Query<'a>,
    finder: Finder<'a>,
    /// Bytes that may still be looked through.
    left: usize,
    found: Found,
}

/// A block as it is read: the number of its first slot, how many slots, their texts.
struct Slots {
    first: u32,
    slots: u32,
    texts: Vec<u8>,
}

impl Search<'_> {
    async fn run(&mut self) -> Outcome<()> {
        let mut previous: Option<ChatNumber> = None;
        for (looked, (key, chat)) in self.chats().await?.into_iter().enumerate() {
            if let Some(previous) = previous.filter(|_| looked == CHATS || self.left == 0) {
                self.found.resume = Some((previous, self.end_of_a_chat()));
                return Ok(());
            }
            self.chat(key, chat).await?;
            if self.found.resume.is_some() {
                return Ok(());
            }
            previous = Some(chat);
        }
        Ok(())
    }

    /// The next chats, and one more, which tells that there are more.
    async fn chats(&mut self) -> Outcome<Vec<(i64, ChatNumber)>> {
        let after = self.query.after.map(|(chat, _)| chat);
        let within = if self.query.descending { 0..=after.unwrap_or(u32::MAX) } else { after.unwrap_or(0)..=u32::MAX };
        sqlx::query_as(AssertSqlSafe(format!(
            "SELECT key, chat FROM chats WHERE app = ?1 AND chat BETWEEN ?2 AND ?3 AND (?4 IS NULL OR chat = ?4)
             ORDER BY chat {} LIMIT ?5",
            self.order()
        )))
        .bind(self.query.scope.app.0)
        .bind(within.start())
        .bind(within.end())
        .bind(self.query.scope.chat)
        .bind(i64::try_from(CHATS + 1).unwrap_or(i64::MAX))
        .fetch_all(&mut *self.db)
        .await
        .map_err(fault("list the chats of an application"))
    }

    async fn chat(&mut self, key: i64, chat: ChatNumber) -> Outcome<()> {
        let mut ahead = self.ahead(chat);
        let mut piece = FIRST_PIECE;
        while let Some(numbers) = ahead {
            let blocks = self.blocks(key, &numbers, piece).await?;
            let edge = if blocks.len() < piece as usize { None } else { self.edge(&blocks) };
            let (looked, rest) = self.cut(&numbers, edge);
            let hits = self.hits(key, &blocks, &looked).await?;
            self.take(chat, hits);
            if self.found.resume.is_some() {
                return Ok(());
            }
            if let (0, Some(edge), true) = (self.left, edge, rest.is_some()) {
                self.found.resume = Some((chat, edge));
                return Ok(());
            }
            ahead = rest;
            piece = (piece * 2).min(LARGEST_PIECE);
        }
        Ok(())
    }

    /// The numbers of a chat that the search has ahead of it; none where it is past them.
    fn ahead(&self, chat: ChatNumber) -> Option<RangeInclusive<u32>> {
        match self.query.after {
            Some((after, number)) if after == chat => self.cut(&(1..=u32::MAX), Some(number)).1,
            _ => Some(1..=u32::MAX),
        }
    }

    /// Cuts numbers into those up to `edge`, in the direction of the search, and the rest; no edge, no rest.
    fn cut(
        &self,
        numbers: &RangeInclusive<u32>,
        edge: Option<u32>,
    ) -> (RangeInclusive<u32>, Option<RangeInclusive<u32>>) {
        let (start, end) = (*numbers.start(), *numbers.end());
        let Some(edge) = edge else { return (start..=end, None) };
        let (looked, rest) = if self.query.descending {
            (edge..=end, edge.checked_sub(1).map(|end| start..=end))
        } else {
            (start..=edge, edge.checked_add(1).map(|start| start..=end))
        };
        (looked, rest.filter(|rest| !rest.is_empty()))
    }

    /// The last number that these blocks hold, in the direction of the search.
    fn edge(&self, blocks: &[Slots]) -> Option<u32> {
        let block = blocks.last()?;
        Some(if self.query.descending { block.first } else { last(block.first, block.slots) })
    }

    fn end_of_a_chat(&self) -> u32 {
        if self.query.descending { 0 } else { u32::MAX }
    }

    fn order(&self) -> &'static str {
        if self.query.descending { "DESC" } else { "ASC" }
    }

    /// What matches among the numbers `looked` at, in the order of the search.
    async fn hits(&mut self, key: i64, blocks: &[Slots], looked: &RangeInclusive<u32>) -> Outcome<Vec<u32>> {
        let mut hits = self.tail(key, looked).await?;
        for block in blocks {
            self.left = self.left.saturating_sub(block.texts.len());
            let found = matches(block.first, &block.texts, &self.finder);
            hits.extend(found.into_iter().filter(|number| looked.contains(number)));
        }
        hits.sort_unstable();
        if self.query.descending {
            hits.reverse();
        }
        Ok(hits)
    }

    /// Takes hits as far as the limit goes.
    fn take(&mut self, chat: ChatNumber, hits: Vec<u32>) {
        let room = (self.query.limit as usize).saturating_sub(self.found.places.len());
        let full = hits.len() >= room;
        self.found.places.extend(hits.into_iter().take(room).map(|number| (chat, number)));
        if full {
            self.found.resume = self.found.places.last().copied();
        }
    }

    /// The numbers in the chat's tail that match.
    async fn tail(&mut self, key: i64, numbers: &RangeInclusive<u32>) -> Outcome<Vec<u32>> {
        let statement = format!("SELECT id, text FROM tail_{} WHERE id BETWEEN ? AND ?", self.generation);
        let rows: Vec<(i64, Vec<u8>)> = sqlx::query_as(AssertSqlSafe(statement))
            .bind(id(key, *numbers.start()))
            .bind(id(key, *numbers.end()))
            .fetch_all(&mut *self.db)
            .await
            .map_err(fault("search a chat's tail"))?;
        self.left = self.left.saturating_sub(rows.iter().map(|(_, text)| text.len()).sum());
        let hits = rows.iter().filter(|(_, text)| self.finder.find(text).is_some());
        Ok(hits.map(|(id, _)| number_of(*id)).collect())
    }

    /// The next blocks that hold some of `numbers`.
    async fn blocks(&mut self, key: i64, numbers: &RangeInclusive<u32>, limit: u32) -> Outcome<Vec<Slots>> {
        let statement = format!(
            "SELECT id, slots, texts FROM blocks_{} WHERE id BETWEEN ? AND ? AND id + slots > ? ORDER BY id {} LIMIT ?",
            self.generation,
            self.order()
        );
        // A block that begins before the first number may reach it.
        let reaching = numbers.start().saturating_sub(SLOTS - 1);
        let rows: Vec<(i64, u32, Vec<u8>)> = sqlx::query_as(AssertSqlSafe(statement))
            .bind(id(key, reaching))
            .bind(id(key, *numbers.end()))
            .bind(id(key, *numbers.start()))
            .bind(limit)
            .fetch_all(&mut *self.db)
            .await
            .map_err(fault("search a chat's blocks"))?;
        let slots = |(id, slots, texts)| Slots { first: number_of(id), slots, texts };
        Ok(rows.into_iter().map(slots).collect())
    }
}
