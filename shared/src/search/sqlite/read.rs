//! Looking for a text in a generation: through a chat's tail and blocks in the order of numbers, in pieces that grow,
//! and never further than one call may look.

use std::ops::RangeInclusive;

use memchr::memmem::Finder;
use sqlx::sqlite::SqlitePool;

use super::pack::{SLOTS, matches};
use super::{chat_range, fault, id};
use crate::domain::{AppId, ChatNumber, MessageNumber};
use crate::fault::Outcome;
use crate::search::{Found, Query};

/// Blocks read at first; each further piece has twice as many.
const FIRST_PIECE: u32 = 4;

/// Blocks read at most at a time: under 2 MiB of usual messages.
const LARGEST_PIECE: u32 = 64;

/// Bytes that one call looks through: about 150,000 messages of 100 bytes, some 10 ms.
const LOOK_THROUGH: usize = 16 << 20;

/// Chats that one call looks through: a statement or two each.
const CHATS: u32 = 200;

/// Finds candidates in a generation.
pub async fn find(db: &SqlitePool, generation: i64, query: &Query<'_>) -> Outcome<Found> {
    let mut search =
        Search { db, generation, query, finder: Finder::new(query.text), left: LOOK_THROUGH, found: Found::default() };
    search.run().await?;
    Ok(search.found)
}

struct Search<'a> {
    db: &'a SqlitePool,
    generation: i64,
    query: &'a Query<'a>,
    finder: Finder<'a>,
    left: usize,
    found: Found,
}

impl Search<'_> {
    async fn run(&mut self) -> Outcome<()> {
        let chats = self.chats().await?;
        let whole_page = chats.len() == CHATS as usize;
        let last = chats.last().map(|(_, chat)| *chat);
        for (key, chat) in chats {
            self.chat(key, chat).await?;
            if self.found.resume.is_some() {
                return Ok(());
            }
        }
        if whole_page && let Some(chat) = last {
            // Everything of this chat was looked at.
            self.found.resume = Some((chat, if self.query.descending { 0 } else { u32::MAX }));
        }
        Ok(())
    }

    async fn chats(&self) -> Outcome<Vec<(i64, ChatNumber)>> {
        let scope = self.query.scope;
        let (from, to) = match (scope.chat, self.query.after, self.query.descending) {
            (Some(chat), _, _) => (chat, chat),
            (None, None, _) => (0, u32::MAX),
            (None, Some((chat, _)), false) => (chat, u32::MAX),
            (None, Some((chat, _)), true) => (0, chat),
        };
        chats(self.db, scope.app, from..=to, self.query.descending).await
    }

    /// The numbers of `chat` that are still to be looked at.
    fn numbers(&self, chat: ChatNumber) -> Option<RangeInclusive<MessageNumber>> {
        match self.query.after {
            Some((after, number)) if after == chat && self.query.descending => Some(1..=number.checked_sub(1)?),
            Some((after, number)) if after == chat => Some(number.checked_add(1)?..=u32::MAX),
            _ => Some(1..=u32::MAX),
        }
    }

    async fn chat(&mut self, key: i64, chat: ChatNumber) -> Outcome<()> {
        let Some(mut numbers) = self.numbers(chat) else { return Ok(()) };
        let mut tail = self.tail(key, &numbers).await?;
        let mut piece = FIRST_PIECE;
        loop {
            let blocks = self.blocks(key, &numbers, piece).await?;
            let ended = blocks.len() < piece as usize;
            let Some(reached) = self.edge(&blocks).filter(|_| !ended) else {
                self.take(chat, &blocks, &numbers, &mut tail, &numbers.clone());
                return Ok(());
            };
            let looked = if self.query.descending { reached..=*numbers.end() } else { *numbers.start()..=reached };
            self.take(chat, &blocks, &numbers, &mut tail, &looked);
            if self.found.resume.is_some() {
                return Ok(());
            }
            if self.left == 0 {
                self.found.resume = Some((chat, reached));
                return Ok(());
            }
            let rest = if self.query.descending {
                reached.checked_sub(1).map(|end| *numbers.start()..=end)
            } else {
                reached.checked_add(1).map(|start| start..=*numbers.end())
            };
            let Some(rest) = rest else { return Ok(()) };
            numbers = rest;
            piece = (piece * 2).min(LARGEST_PIECE);
        }
    }

    /// The last number that these blocks cover, in the direction of the search.
    fn edge(&self, blocks: &[(i64, u32, Vec<u8>)]) -> Option<u32> {
        let (id, slots, _) = blocks.last()?;
        let first = number_of(*id);
        Some(if self.query.descending { first } else { first + slots - 1 })
    }

    /// Takes what matches within `looked`, in order, as far as the limit goes.
    fn take(
        &mut self,
        chat: ChatNumber,
        blocks: &[(i64, u32, Vec<u8>)],
        numbers: &RangeInclusive<u32>,
        tail: &mut Vec<u32>,
        looked: &RangeInclusive<u32>,
    ) {
        let mut hits: Vec<u32> = Vec::new();
        for (id, _, texts) in blocks {
            self.left = self.left.saturating_sub(texts.len());
            let found = matches(number_of(*id), texts, &self.finder);
            hits.extend(found.into_iter().filter(|number| numbers.contains(number)));
        }
        hits.extend(tail.extract_if(.., |number| looked.contains(number)));
        hits.sort_unstable();
        hits.dedup();
        if self.query.descending {
            hits.reverse();
        }
        let room = (self.query.limit as usize).saturating_sub(self.found.places.len());
        let full = hits.len() >= room;
        hits.truncate(room);
        self.found.places.extend(hits.into_iter().map(|number| (chat, number)));
        if full {
            self.found.resume = self.found.places.last().copied();
        }
    }

    /// The numbers in the chat's tail that match.
    async fn tail(&mut self, key: i64, numbers: &RangeInclusive<u32>) -> Outcome<Vec<u32>> {
        let statement = format!("SELECT id, text FROM tail_{} WHERE id BETWEEN ? AND ?", self.generation);
        let rows: Vec<(i64, Vec<u8>)> = sqlx::query_as(sqlx::AssertSqlSafe(statement))
            .bind(id(key, *numbers.start()))
            .bind(id(key, *numbers.end()))
            .fetch_all(self.db)
            .await
            .map_err(fault("search a chat's tail"))?;
        self.left = self.left.saturating_sub(rows.iter().map(|(_, text)| text.len()).sum());
        let hits = rows.iter().filter(|(_, text)| self.finder.find(text).is_some());
        Ok(hits.map(|(id, _)| number_of(*id)).collect())
    }

    /// The next blocks that overlap `numbers`.
    async fn blocks(&self, key: i64, numbers: &RangeInclusive<u32>, limit: u32) -> Outcome<Vec<(i64, u32, Vec<u8>)>> {
        let order = if self.query.descending { "DESC" } else { "ASC" };
        // A block that begins before the range may reach into it.
        let from = id(key, numbers.start().saturating_sub(SLOTS - 1)).max(*chat_range(key).start());
        let statement = format!(
            "SELECT id, slots, texts FROM blocks_{} WHERE id BETWEEN ? AND ? AND id + slots > ? ORDER BY id {order} LIMIT ?",
            self.generation
        );
        sqlx::query_as(sqlx::AssertSqlSafe(statement))
            .bind(from)
            .bind(id(key, *numbers.end()))
            .bind(id(key, *numbers.start()))
            .bind(limit)
            .fetch_all(self.db)
            .await
            .map_err(fault("search a chat's blocks"))
    }
}

async fn chats(
    db: &SqlitePool,
    app: AppId,
    numbers: RangeInclusive<u32>,
    descending: bool,
) -> Outcome<Vec<(i64, ChatNumber)>> {
    let order = if descending { "DESC" } else { "ASC" };
    let statement =
        format!("SELECT key, chat FROM chats WHERE app = ? AND chat BETWEEN ? AND ? ORDER BY chat {order} LIMIT ?");
    sqlx::query_as(sqlx::AssertSqlSafe(statement))
        .bind(app.0)
        .bind(numbers.start())
        .bind(numbers.end())
        .bind(CHATS)
        .fetch_all(db)
        .await
        .map_err(fault("list the chats of an application"))
}

fn number_of(id: i64) -> u32 {
    u32::try_from(id & i64::from(u32::MAX)).unwrap_or(0)
}
