//! Proves that queue, store and search agree: the invariants of the numbers, the counts and the index, on a live
//! installation, in bounded memory, chat by chat.
//!
//! What was accepted before it begins is waited for first, so that nothing in flight is mistaken for lost. What can only
//! be compared while nothing moves (the number of documents, the totals) is left out where something did.

mod chats;
mod holes;
mod index;
mod log;
mod report;

pub use holes::{Holes, without, written};

use std::time::Duration;

use tokio::time::Instant;

use self::report::Findings;
use super::Installation;
use super::evidence::Look;
use super::pages::Pages;
use super::watch::{Ended, Mark, Pacer, Watch};
use crate::api::types::admin::{VerifyInvariant, VerifyParams, VerifyReport};
use crate::domain::{AppId, PARTITIONS};
use crate::fault::Outcome;
use crate::queue::{EntryId, Group, Queue};
use crate::store::DeadLetterFilter;

/// How long what was accepted before may take to be persisted and indexed.
const SETTLED_WITHIN: Duration = Duration::from_secs(30);

/// Applications read at a time.
const APPLICATIONS: u32 = 200;

/// Dead letters named one by one.
const LETTERS: u32 = 100;

/// Ranges of the backlog named one by one.
const RANGES: u32 = 100;

/// The engine's name where there is none.
const NO_ENGINE: &str = "none";

/// One verification under way.
struct Verification<'a> {
    parts: &'a Installation,
    params: &'a VerifyParams,
    watch: &'a mut dyn Watch,
    findings: Findings,
    look: Look,
    pacer: Pacer,
    pages: Pages,
    total: Option<u64>,
    /// Whether there is an index to compare with.
    searches: bool,
    /// Messages that a search must be able to find.
    findable: u64,
    /// `messages_count` of all chats together.
    counted: u64,
}

/// Where the queue stood: the same before and after means that nothing moved.
type Stand = (Vec<EntryId>, u64, u64);

impl Installation {
    /// Verifies the installation, or a part of it.
    pub(super) async fn verify(&self, params: &VerifyParams, watch: &mut dyn Watch) -> Outcome<Ended<VerifyReport>> {
        let begun = Instant::now();
        let index = self.search.status().await?;
        let whole = params.application_id.is_none();
        let mut verification = Verification {
            parts: self,
            params,
            watch,
            findings: Findings::default(),
            look: self.look().await?,
            pacer: Pacer::new(params.rate),
            pages: Pages::default(),
            total: if whole { Some(self.store.totals().await?.messages) } else { None },
            searches: index.engine != NO_ENGINE,
            findable: 0,
            counted: 0,
        };
        if verification.searches && index.needs_filling {
            verification.findings.add(VerifyInvariant::I6, "index", "it was never filled from the store: reindex");
        }
        if let Some(samples) = params.index_samples {
            let whole = verification.index_alone(samples).await?;
            let report = verification.findings.report(begun.elapsed());
            return Ok(if whole { Ended::Done(report) } else { Ended::Stopped });
        }
        verification.settle().await?;
        verification.log().await?;
        self.look_at_whole_log(&mut verification.look).await?;
        let before = verification.stand().await?;
        if !verification.applications().await? {
            return Ok(Ended::Stopped);
        }
        if whole {
            verification.compare_sums(&before).await?;
        }
        Ok(Ended::Done(verification.findings.report(begun.elapsed())))
    }
}

impl Verification<'_> {
    /// I7: what was accepted before this began is persisted and indexed; no dead letters, no backlog.
    async fn settle(&mut self) -> Outcome<()> {
        for group in Group::ALL {
            self.arrived(group).await?;
        }
        self.findings.checked.in_flight = self.parts.queue.group(Group::Persist).await?.depth;
        self.letters().await?;
        self.backlog().await
    }

    /// Waits until a queue is done with what was accepted before.
    async fn arrived(&mut self, group: Group) -> Outcome<()> {
        let deadline = Instant::now() + SETTLED_WITHIN;
        let mut late = Vec::new();
        for partition in 0..PARTITIONS {
            let last = self.parts.queue.last_id(partition).await?;
            let left = deadline.saturating_duration_since(Instant::now());
            if !self.parts.queue.settled(group, partition, last, left).await? {
                late.push(partition);
            }
        }
        if !late.is_empty() {
            let status = self.parts.queue.group(group).await?;
            let what = format!(
                "{} entries are not acknowledged after {} s, in {} partitions",
                status.depth,
                SETTLED_WITHIN.as_secs(),
                late.len()
            );
            self.findings.add(VerifyInvariant::I7, format!("queue {}", group.name()), what);
        }
        Ok(())
    }

    async fn letters(&mut self) -> Outcome<()> {
        let filter = DeadLetterFilter { limit: LETTERS, ..DeadLetterFilter::default() };
        let letters = self.parts.store.dead_letters(&filter).await?;
        for letter in &letters {
            let what = format!("{} was never persisted: {}", letter.kind, letter.reason);
            self.findings.add(VerifyInvariant::I7, format!("dead letter {}", letter.id), what);
        }
        let open = self.parts.store.count_dead_letters().await?;
        if open > letters.len() as u64 {
            let what = format!("{} more are not resolved", open - letters.len() as u64);
            self.findings.add(VerifyInvariant::I7, "dead letters", what);
        }
        Ok(())
    }

    async fn backlog(&mut self) -> Outcome<()> {
        for range in self.parts.store.backlog(RANGES).await? {
            let place = format!("{}:{}", range.app, range.chat);
            let what = format!("messages {} wait for the index", holes::written((range.from, range.to)));
            self.findings.add(VerifyInvariant::I7, place, what);
        }
        Ok(())
    }

    /// Every application, or the one asked for; false where the watcher stopped it.
    async fn applications(&mut self) -> Outcome<bool> {
        if let Some(id) = self.params.application_id {
            return self.application(AppId(id)).await;
        }
        let mut after = None;
        loop {
            let page = self.parts.store.applications(after, None, APPLICATIONS).await?;
            for application in &page {
                if !self.application(application.id).await? {
                    return Ok(false);
                }
            }
            after = page.last().map(|last| last.id);
            if page.len() < APPLICATIONS as usize {
                return Ok(true);
            }
        }
    }

    /// What can only be compared while nothing moves: I6 by the number of documents, I5 by the totals.
    async fn compare_sums(&mut self, before: &Stand) -> Outcome<()> {
        let (documents, totals) = (self.documents().await?, self.parts.store.totals().await?);
        if !self.unmoved_since(before).await? {
            return Ok(());
        }
        self.compare_documents(documents);
        if totals.messages != self.counted {
            let what = format!("the total of messages is {}, the chats count {}", totals.messages, self.counted);
            self.findings.add(VerifyInvariant::I5, "totals", what);
        }
        Ok(())
    }

    /// Whether nothing was in flight then, and nothing has moved since.
    async fn unmoved_since(&self, before: &Stand) -> Outcome<bool> {
        Ok(before.1 == 0 && before.2 == 0 && self.stand().await? == *before)
    }

    async fn documents(&self) -> Outcome<u64> {
        self.parts.search.refresh().await?;
        Ok(self.parts.search.status().await?.documents)
    }

    /// I6 by the number of documents.
    fn compare_documents(&mut self, documents: u64) {
        if self.searches && documents != self.findable {
            let what = match documents.checked_sub(self.findable) {
                Some(more) => format!("it holds {more} documents that no message in the store has"),
                None => format!("it lacks {} messages of the store", self.findable - documents),
            };
            self.findings.add(VerifyInvariant::I6, "index", what);
        }
    }

    async fn stand(&self) -> Outcome<Stand> {
        let queue: &dyn Queue = &*self.parts.queue;
        let mut last_ids = Vec::with_capacity(usize::from(PARTITIONS));
        for partition in 0..PARTITIONS {
            last_ids.push(queue.last_id(partition).await?);
        }
        Ok((last_ids, queue.group(Group::Persist).await?.depth, queue.group(Group::Index).await?.depth))
    }

    /// Tells how far it is; false where the watcher stops it.
    async fn goes_on(&mut self, step: &'static str) -> Outcome<bool> {
        let done = self.findings.checked.messages;
        let total = self.total.map(|total| total.max(done));
        self.watch.goes_on(Mark { step, done, total, position: serde_json::Value::Null }).await
    }
}
