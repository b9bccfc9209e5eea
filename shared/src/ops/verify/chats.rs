//! An application's chats, and a chat's messages: numbers without holes, counters and counts that agree with the rows,
//! and each message as the index shows it.

use super::Verification;
use super::holes::{Holes, written};
use crate::api::types::admin::{CountVerdict, Counter as Judged, CounterVerdict, VerifyInvariant};
use crate::domain::{AppId, Message, MessageState, Sequence};
use crate::fault::Outcome;
use crate::search::Document;
use crate::store::{ChatTally, MessageKey};

/// Chats whose rows are counted at a time.
const CHATS: u32 = 50;

impl Verification<'_> {
    /// An application; false where the watcher stopped it.
    pub(super) async fn application(&mut self, app: AppId) -> Outcome<bool> {
        let sequence = Sequence::Chats(app);
        let only = self.params.chat_number;
        self.findings.checked.applications += 1;
        let before = self.parts.queue.counter(sequence).await?;
        let mut seen = Holes::default();
        let mut after = only.map_or(0, |chat| chat - 1);
        loop {
            let limit = if only.is_some() { 1 } else { CHATS };
            let tallies = self.parts.store.tally_chats(Some(app), Some((app, after)), limit).await?;
            for tally in tallies.iter().filter(|tally| only.is_none_or(|chat| tally.chat == chat)) {
                seen.see(tally.chat);
                if !tally.deleted && !self.chat(tally).await? {
                    return Ok(false);
                }
            }
            after = tallies.last().map_or(after, |last| last.chat);
            if tallies.len() < CHATS as usize {
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

    /// A chat that is not deleted; false where the watcher stopped it.
    async fn chat(&mut self, tally: &ChatTally) -> Outcome<bool> {
        let sequence = Sequence::Messages(tally.app, tally.chat);
        self.findings.checked.chats += 1;
        self.counted += tally.stored_count;
        let before = self.parts.queue.counter(sequence).await?;
        self.parts.look_at_log_anew(&mut self.look, sequence).await?;
        let counts = (tally.stored_count, tally.live);
        let judged = self.parts.judge(&self.look, sequence, before, Some(counts)).await?;
        self.judged(&judged);
        let mut seen = Holes::default();
        if !self.messages(tally, &mut seen).await? {
            return Ok(false);
        }
        self.holes(sequence, &seen).await?;
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

    /// Streams a chat's messages: their numbers, and samples of them against the index.
    async fn messages(&mut self, tally: &ChatTally, seen: &mut Holes) -> Outcome<bool> {
        let stride = self.params.samples.map_or(1, |samples| (tally.live / u64::from(samples.max(1))).max(1));
        let sampled = self.searches && self.params.samples != Some(0);
        let mut live = 0u64;
        let mut after = None;
        loop {
            self.pacer.keep_to(self.watch.rate(self.params.rate));
            let limit = self.pacer.piece(self.pages.limit());
            let page = self.parts.store.scan_messages(Some(tally.app), Some(tally.chat), after, limit).await?;
            self.pages.took(&page);
            for message in &page {
                seen.see(message.number);
                if Document::of(message).is_findable() {
                    self.findable += 1;
                }
                if message.state == MessageState::Persisted {
                    if sampled && live.is_multiple_of(stride) {
                        self.look_up(message).await?;
                    }
                    live += 1;
                }
            }
            self.findings.checked.messages += page.len() as u64;
            after = page.last().map(|last| MessageKey { app: last.app, chat: last.chat, number: last.number });
            if !self.goes_on("chats").await? {
                return Ok(false);
            }
            if page.len() < limit as usize {
                return Ok(true);
            }
            self.pacer.done(page.len()).await;
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
