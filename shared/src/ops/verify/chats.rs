//! An application's chats, and a chat's messages: numbers without holes, counters and counts that agree with the rows,
//! and each message as the index shows it.

use std::collections::VecDeque;

use futures::future::try_join_all;

use super::Verification;
use super::holes::{Holes, written};
use crate::api::types::admin::{CountVerdict, Counter as Judged, CounterVerdict, VerifyInvariant};
use crate::domain::{AppId, ChatNumber, Message, MessageState, Sequence};
use crate::fault::Outcome;
use crate::ops::drift::Pair;
use crate::queue::Counter;
use crate::search::Document;
use crate::store::{ChatTally, MessageKey};

/// Chats whose rows are counted, and whose counters are compared, at a time.
const CHATS: u32 = 500;

/// Counters that are asked for at the same time.
const COUNTERS: usize = 64;

/// An application's messages in their order, read across its chats: most chats are smaller than a page.
struct Rows {
    app: AppId,
    only: Option<ChatNumber>,
    read: VecDeque<Message>,
    after: Option<MessageKey>,
    ended: bool,
}

impl Verification<'_> {
    /// An application; false where the watcher stopped it.
    pub(super) async fn application(&mut self, app: AppId) -> Outcome<bool> {
        let sequence = Sequence::Chats(app);
        let only = self.params.chat_number;
        self.findings.checked.applications += 1;
        let before = self.parts.queue.counter(sequence).await?;
        let mut seen = Holes::default();
        let mut rows = Rows { app, only, read: VecDeque::new(), after: None, ended: false };
        let mut after = only.map_or(0, |chat| chat - 1);
        loop {
            let limit = if only.is_some() { 1 } else { CHATS };
            let mut tallies = self.parts.store.tally_chats(Some(app), Some((app, after)), limit).await?;
            after = tallies.last().map_or(after, |last| last.chat);
            let is_last = only.is_some() || tallies.len() < limit as usize;
            tallies.retain(|tally| only.is_none_or(|chat| tally.chat == chat));
            self.counters(&tallies).await?;
            for tally in &tallies {
                seen.see(tally.chat);
                if !tally.deleted && !self.chat(tally, &mut rows).await? {
                    return Ok(false);
                }
            }
            if is_last {
                break;
            }
        }
        if only.is_none() {
            self.holes(sequence, &seen).await?;
            let counts = self.parts.store.tally_application(app).await?;
            self.parts.look_at_log_anew(&mut self.look, sequence).await?;
            let judged = self.parts.judge(&self.look, sequence, before, Some(counts)).await?;
            self.judged(&judged);
        }
        Ok(true)
    }

    /// The counters of chats that are not deleted: what agrees plainly is only counted, whatever does not is looked at by
    /// itself.
    async fn counters(&mut self, tallies: &[ChatTally]) -> Outcome<()> {
        let alive: Vec<&ChatTally> = tallies.iter().filter(|tally| !tally.deleted).collect();
        let mut held: Vec<Option<Counter>> = Vec::with_capacity(alive.len());
        for asked in alive.chunks(COUNTERS) {
            let counter = |tally: &&ChatTally| self.parts.queue.counter(Sequence::Messages(tally.app, tally.chat));
            held.extend(try_join_all(asked.iter().map(counter)).await?);
        }
        let mut doubtful = Vec::new();
        for (tally, held) in alive.into_iter().zip(held) {
            let pair = Pair::of_chat(tally, held);
            if pair.plainly(&self.look).is_some() {
                self.findings.checked.counters += u64::from(held.is_some());
            } else {
                doubtful.push((pair.sequence, held));
            }
        }
        for judged in self.parts.judge_all(doubtful).await? {
            self.judged(&judged);
        }
        Ok(())
    }

    /// The messages of a chat that is not deleted: their numbers, and samples of them against the index. False where the
    /// watcher stopped it.
    async fn chat(&mut self, tally: &ChatTally, rows: &mut Rows) -> Outcome<bool> {
        self.findings.checked.chats += 1;
        self.counted += tally.stored_count;
        let stride = self.params.samples.map_or(1, |samples| (tally.live / u64::from(samples.max(1))).max(1));
        let sampled = self.searches && self.params.samples != Some(0);
        let (mut seen, mut live) = (Holes::default(), 0u64);
        loop {
            if rows.read.is_empty() && !rows.ended && !self.read_on(rows).await? {
                return Ok(false);
            }
            let Some(message) = rows.read.pop_front_if(|message| message.chat <= tally.chat) else { break };
            // Of a chat that was deleted meanwhile.
            if message.chat < tally.chat {
                continue;
            }
            self.findings.checked.messages += 1;
            seen.see(message.number);
            self.findable += u64::from(Document::of(&message).is_findable());
            if message.state == MessageState::Persisted {
                if sampled && live.is_multiple_of(stride) {
                    self.look_up(&message).await?;
                }
                live += 1;
            }
        }
        self.holes(Sequence::Messages(tally.app, tally.chat), &seen).await?;
        self.goes_on("chats").await
    }

    /// Reads the next page of an application's messages; false where the watcher stopped it.
    async fn read_on(&mut self, rows: &mut Rows) -> Outcome<bool> {
        if rows.after.is_some() && !self.goes_on("chats").await? {
            return Ok(false);
        }
        self.pacer.keep_to(self.watch.rate(self.params.rate));
        let limit = self.pacer.piece(self.pages.limit());
        let page = self.parts.store.scan_messages(Some(rows.app), rows.only, rows.after, limit).await?;
        self.pages.took(&page);
        let last = page.last().map(|last| MessageKey { app: last.app, chat: last.chat, number: last.number });
        rows.after = last.or(rows.after);
        rows.ended = page.len() < limit as usize;
        if !rows.ended {
            self.pacer.done(page.len()).await;
        }
        rows.read.extend(page);
        Ok(true)
    }

    /// I3 and I1 by the counter, I5 by the count.
    fn judged(&mut self, judged: &Judged) {
        self.findings.checked.counters += u64::from(judged.present);
        let why = judged.why.clone().unwrap_or_default();
        match judged.verdict {
            Some(CounterVerdict::Behind) => self.findings.add(VerifyInvariant::I3, judged.key.clone(), why),
            Some(CounterVerdict::Ahead) => self.findings.add(VerifyInvariant::I1, judged.key.clone(), why),
            _ => {}
        }
        if judged.count_verdict == Some(CountVerdict::Stale)
            && let Some((stored, counted)) = judged.evidence.as_ref().and_then(|e| e.stored_count.zip(e.counted))
        {
            let what = format!("the stored count is {stored}, the rows are {counted}");
            self.findings.add(VerifyInvariant::I5, judged.key.clone(), what);
        }
    }

    /// I6: the message is found by a piece of its own text.
    pub(super) async fn look_up(&mut self, message: &Message) -> Outcome<()> {
        self.findings.checked.looked_up += 1;
        if !self.parts.index_agrees(None, message).await? {
            let place = format!("{}:{}:{}", message.app, message.chat, message.number);
            self.findings.add(VerifyInvariant::I6, place, "a search for its own text does not find it");
        }
        Ok(())
    }

    /// I2: what is missing between the numbers.
    async fn holes(&mut self, sequence: Sequence, seen: &Holes) -> Outcome<()> {
        for hole in self.parts.missing(&mut self.look, sequence, seen).await? {
            let what = format!("{} is neither a row nor inside a published gap", written(hole));
            self.findings.add(VerifyInvariant::I2, sequence.to_string(), what);
        }
        if seen.more() {
            self.findings.add(VerifyInvariant::I2, sequence.to_string(), "there are more holes than these");
        }
        Ok(())
    }
}
