//! Numbers that were given and are lost: neither stored, nor on the log, nor published as a gap. Between the rows they are
//! found by looking at all of them, above the rows by what is thought of the counter.

use super::Installation;
use super::evidence::Look;
use super::verify::{Holes, without};
use crate::api::types::admin::{Counter, CounterVerdict};
use crate::domain::{AppId, ChatNumber, Sequence};
use crate::fault::Outcome;
use crate::store::{MessageKey, Window};

/// Rows that are read at a time.
const ROWS: u32 = 200;

/// Rows looked at a second time within one hole.
const LOOKED_AGAIN: u32 = 1_000;

impl Installation {
    /// The numbers that a sequence has lost, as ranges in their order. `now` is its counter, judged.
    pub(super) async fn lost_numbers(&self, sequence: Sequence, now: &Counter) -> Outcome<Vec<(u32, u32)>> {
        if matches!(now.verdict, None | Some(CounterVerdict::Behind | CounterVerdict::Closed)) {
            return Ok(Vec::new());
        }
        let seen = self.rows_of(sequence).await?;
        let mut look = self.look().await?;
        let mut lost = self.missing(&mut look, sequence, &seen).await?;
        let above = now.evidence.iter().flat_map(|evidence| &evidence.lost);
        lost.extend(above.map(|range| (range.from, range.to)));
        Ok(lost)
    }

    /// What is missing between the numbers that were seen, is in no published gap, is not on the log, and has not come
    /// since. Nothing is called missing while the log is too long to be looked through.
    pub(super) async fn missing(&self, look: &mut Look, sequence: Sequence, seen: &Holes) -> Outcome<Vec<(u32, u32)>> {
        let mut missing = Vec::new();
        if seen.is_empty() {
            return Ok(missing);
        }
        let gaps = self.store.gaps(sequence).await?;
        let left = seen.outside(&gaps);
        if left.is_empty() {
            return Ok(missing);
        }
        // In this order: what has left the log meanwhile is in the store.
        self.look_at_log_anew(look, sequence).await?;
        let (flying, complete) = look.flying(sequence);
        if complete {
            for hole in without(&left, &each(flying.iter().copied())) {
                missing.extend(self.still_missing(sequence, hole).await?);
            }
        }
        Ok(missing)
    }

    async fn rows_of(&self, sequence: Sequence) -> Outcome<Holes> {
        let mut seen = Holes::default();
        match sequence {
            Sequence::Messages(app, chat) => {
                let mut after = None;
                loop {
                    let page = self.store.scan_messages(Some(app), Some(chat), after, ROWS).await?;
                    for message in &page {
                        seen.see(message.number);
                    }
                    let Some(last) = page.last() else { return Ok(seen) };
                    after = Some(MessageKey { app, chat, number: last.number });
                }
            }
            Sequence::Chats(app) => {
                let mut after = 0;
                loop {
                    let page = self.store.every_chat(app, after, ROWS).await?;
                    for chat in &page {
                        seen.see(chat.number);
                    }
                    let Some(last) = page.last() else { return Ok(seen) };
                    after = last.number;
                }
            }
        }
    }

    /// What of a hole has no row now. Of a wide one only its beginning is looked at.
    async fn still_missing(&self, sequence: Sequence, hole: (u32, u32)) -> Outcome<Vec<(u32, u32)>> {
        let window =
            Window { after: Some(hole.0 - 1), before: hole.1.checked_add(1), limit: LOOKED_AGAIN, ..Window::default() };
        let there: Vec<_> = match sequence {
            Sequence::Messages(app, chat) => {
                let messages = self.store.messages(app, chat, window).await?;
                messages.iter().map(|message| message.number).collect()
            }
            Sequence::Chats(app) => self.chats_there(app, hole).await?,
        };
        Ok(without(&[hole], &each(there)))
    }

    /// The chats of a hole that have a row now, deleted ones included.
    async fn chats_there(&self, app: AppId, (from, to): (u32, u32)) -> Outcome<Vec<ChatNumber>> {
        let mut there = Vec::new();
        for chat in from..=to.min(from.saturating_add(LOOKED_AGAIN - 1)) {
            if self.store.chat(app, chat).await?.is_some() {
                there.push(chat);
            }
        }
        Ok(there)
    }
}

/// Each number as a range, in their order.
fn each(numbers: impl IntoIterator<Item = u32>) -> Vec<(u32, u32)> {
    let mut ranges: Vec<_> = numbers.into_iter().map(|number| (number, number)).collect();
    ranges.sort_unstable();
    ranges
}
