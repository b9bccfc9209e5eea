//! Building the search index anew from the store, beside the one that answers: begin a generation (from then on whatever
//! is indexed goes into both), fill it from the store in the order of keys, verify it, swap it in.
//!
//! Goes on where it was stopped or killed. A generation that does not hold what it must is dropped; where the work had
//! been interrupted, which may have lost what the engine had not on disk yet, it is begun anew once.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Installation;
use super::pages::Pages;
use super::watch::{Ended, Mark, Pacer, Watch};
use crate::api::types::admin::ReindexParams;
use crate::domain::{AppId, ChatNumber, Message};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::Group;
use crate::search::{Document, Scope};
use crate::store::{MessageKey, Window};

/// Chats whose existence is asked for at a time.
const CHATS: u32 = 1_000;

/// What reindexing came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReindexReport {
    /// The generation that was built.
    pub generation: i64,
    /// Messages that were read from the store, tombstones included.
    pub scanned: u64,
    /// Those that a search can find.
    pub indexed: u64,
    /// Messages that were looked up in the new generation.
    pub samples: u64,
    /// Whether it answers now.
    pub swapped: bool,
}

/// Where reindexing goes on. All before `after` is in the generation.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Position {
    /// The generation being built.
    pub generation: i64,
    after: Option<MessageKey>,
    scanned: u64,
    indexed: u64,
    samples: Vec<MessageKey>,
    swapping: bool,
    begun_anew: bool,
}

impl Position {
    fn report(&self, swapped: bool) -> ReindexReport {
        ReindexReport {
            generation: self.generation,
            scanned: self.scanned,
            indexed: self.indexed,
            samples: self.samples.len() as u64,
            swapped,
        }
    }

    fn mark(&self, step: &'static str, total: u64) -> Mark {
        let position = serde_json::to_value(self).unwrap_or_default();
        Mark { step, done: self.scanned, total: Some(total.max(self.scanned)), position }
    }
}

impl Installation {
    /// Builds the search index anew from a position on.
    pub(super) async fn reindex(
        &self,
        params: &ReindexParams,
        position: &Value,
        watch: &mut dyn Watch,
    ) -> Outcome<Ended<ReindexReport>> {
        let mut at = Position::deserialize(position).unwrap_or_default();
        if let Some(app) = params.application_id {
            return self.fill_again(AppId(app), params, at, watch).await;
        }
        if at.swapping && self.search.status().await?.generation == at.generation {
            return Ok(Ended::Done(at.report(true)));
        }
        let interrupted = at.generation != 0;
        let generation = self.search.begin_generation().await?;
        if at.generation != generation {
            at = Position { generation, begun_anew: at.begun_anew, ..Position::default() };
        }
        let total = self.store.totals().await?.messages;
        loop {
            if !self.fill(params, &mut at, total, watch).await? {
                return Ok(Ended::Stopped);
            }
            if !watch.goes_on(at.mark("verify", total)).await? {
                return Ok(Ended::Stopped);
            }
            let Some(wrong) = self.wrong_with(&at).await? else { break };
            self.search.abandon(at.generation).await?;
            if at.begun_anew || !interrupted {
                let doing = format!("build generation {}: {wrong}; it was dropped", at.generation);
                return Err(Fault::new(Part::Search, Kind::Corrupt, doing));
            }
            tracing::warn!(generation = at.generation, wrong, "the interrupted reindexing is begun anew");
            at =
                Position { generation: self.search.begin_generation().await?, begun_anew: true, ..Position::default() };
        }
        if !params.swap {
            return Ok(Ended::Done(at.report(false)));
        }
        at.swapping = true;
        if !watch.goes_on(at.mark("swap", total)).await? {
            return Ok(Ended::Stopped);
        }
        self.search.swap(at.generation).await?;
        Ok(Ended::Done(at.report(true)))
    }

    /// Writes the messages of an application once more into the index that answers: what it holds already stays, what it
    /// lacks is there then.
    async fn fill_again(
        &self,
        app: AppId,
        params: &ReindexParams,
        mut at: Position,
        watch: &mut dyn Watch,
    ) -> Outcome<Ended<ReindexReport>> {
        at.generation = self.search.status().await?.generation;
        let mut pacer = Pacer::new(watch.rate(params.rate));
        let mut pages = Pages::default();
        loop {
            let position = serde_json::to_value(&at).unwrap_or_default();
            if !watch.goes_on(Mark { step: "fill", done: at.scanned, total: None, position }).await? {
                return Ok(Ended::Stopped);
            }
            pacer.keep_to(watch.rate(params.rate));
            let limit = pacer.piece(pages.limit());
            let page = self.store.scan_messages(Some(app), None, at.after, limit).await?;
            pages.took(&page);
            let documents: Vec<Document> = page.iter().map(Document::of).collect();
            self.search.index(&documents).await?;
            self.remove_deleted(&page).await?;
            at.indexed += documents.iter().filter(|document| document.is_findable()).count() as u64;
            at.scanned += page.len() as u64;
            at.after = page.last().map(key).or(at.after);
            if page.len() < limit as usize {
                self.search.refresh().await?;
                return Ok(Ended::Done(at.report(false)));
            }
            pacer.done(page.len()).await;
        }
    }

    /// Fills the generation from the store; false where the watcher stopped it.
    async fn fill(
        &self,
        params: &ReindexParams,
        at: &mut Position,
        total: u64,
        watch: &mut dyn Watch,
    ) -> Outcome<bool> {
        let mut pacer = Pacer::new(watch.rate(params.rate));
        let mut pages = Pages::default();
        let stride = (total / u64::from(params.verify_samples.max(1))).max(1);
        loop {
            if !watch.goes_on(at.mark("fill", total)).await? {
                return Ok(false);
            }
            pacer.keep_to(watch.rate(params.rate));
            let limit = pacer.piece(pages.limit());
            let page = self.store.scan_messages(None, None, at.after, limit).await?;
            pages.took(&page);
            let documents: Vec<Document> = page.iter().map(Document::of).collect();
            self.search.fill(at.generation, &documents).await?;
            self.remove_deleted(&page).await?;
            for (message, document) in page.iter().zip(&documents) {
                if document.is_findable() {
                    let wanted = at.samples.len() < params.verify_samples as usize;
                    if wanted && at.indexed.is_multiple_of(stride) {
                        at.samples.push(key(message));
                    }
                    at.indexed += 1;
                }
            }
            at.scanned += page.len() as u64;
            at.after = page.last().map(key).or(at.after);
            if page.len() < limit as usize {
                return Ok(true);
            }
            pacer.done(page.len()).await;
        }
    }

    /// Chats that were deleted between the reading of a page and its filling: the index group may have removed them
    /// before they were filled.
    async fn remove_deleted(&self, page: &[Message]) -> Outcome<()> {
        let mut chats: BTreeMap<AppId, Vec<ChatNumber>> = BTreeMap::new();
        for message in page {
            let numbers = chats.entry(message.app).or_default();
            if numbers.last() != Some(&message.chat) {
                numbers.push(message.chat);
            }
        }
        for (app, mut gone) in chats {
            let (first, last) = (gone.first().copied().unwrap_or(1), gone.last().copied().unwrap_or(1));
            let mut window =
                Window { after: Some(first - 1), before: last.checked_add(1), limit: CHATS, ..Window::default() };
            loop {
                let there = self.store.chats(app, window).await?;
                gone.retain(|chat| there.binary_search_by_key(chat, |there| there.number).is_err());
                match there.last() {
                    Some(last) if there.len() == CHATS as usize => window.after = Some(last.number),
                    _ => break,
                }
            }
            for chat in gone {
                self.search.remove(Scope { app, chat: Some(chat) }).await?;
            }
        }
        Ok(())
    }

    /// What a filled generation lacks; `None` where nothing.
    async fn wrong_with(&self, at: &Position) -> Outcome<Option<String>> {
        self.search.refresh().await?;
        let held = self.search.documents(at.generation).await?;
        if held < at.indexed {
            // What was deleted since explains it, or documents are lost: only counting again tells.
            let expected = self.count_findable().await?;
            let on_their_way = self.queue.group(Group::Index).await?.depth;
            self.search.refresh().await?;
            let held = self.search.documents(at.generation).await?;
            if held + on_their_way < expected {
                return Ok(Some(format!("it holds {held} of {expected} messages")));
            }
        }
        for keys in at.samples.chunks(CHATS as usize) {
            for message in self.store.messages_by_key(keys).await? {
                if !self.index_agrees(Some(at.generation), &message).await? {
                    let (app, chat, number) = (message.app, message.chat, message.number);
                    return Ok(Some(format!("message {app}:{chat}:{number} is not found in it")));
                }
            }
        }
        Ok(None)
    }

    /// Messages in the store that a search can find.
    async fn count_findable(&self) -> Outcome<u64> {
        let (mut count, mut after, mut pages) = (0, None, Pages::default());
        loop {
            let limit = pages.limit();
            let page = self.store.scan_messages(None, None, after, limit).await?;
            pages.took(&page);
            count += page.iter().filter(|message| Document::of(message).is_findable()).count() as u64;
            after = page.last().map(key);
            if page.len() < limit as usize {
                return Ok(count);
            }
        }
    }
}

fn key(message: &Message) -> MessageKey {
    MessageKey { app: message.app, chat: message.chat, number: message.number }
}
