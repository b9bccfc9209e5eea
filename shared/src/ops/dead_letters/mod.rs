//! Dead letters: looking at them, trying them again, dropping them, mending what they say, and carrying them elsewhere.

mod bulk;
mod carry;
mod edit;
mod errors;
mod select;

pub(in crate::ops) use bulk::Doing;
pub use bulk::RetriedDeadLetters;
pub(in crate::ops) use carry::parked;
pub use select::DEAD_LETTER_FIELDS;

use self::select::Selection;
use super::entries::body;
use super::{Asked, DEFAULT_LIMIT, Installation, MAX_LIMIT, OpsError, Thing, limit};
use crate::api::types::admin::{
    DeadLetter as Shown, DeadLetterDetail, DeadLetterRetry, DeadLettersQuery, List, SelectDeadLetters,
};
use crate::fault::{Kind, Outcome};
use crate::queue::{Entry, Job, Record};
use crate::search::{Document, Scope};
use crate::store::{Backlog, DeadLetter, Logged, MessageKey};

/// Dead letters read at a time, since their entries are in memory.
const PAGE: u32 = 200;

/// Dead letters that are looked through for one page of a list: what a query seldom takes is found by going on.
const LOOKED_THROUGH: usize = 5_000;

impl Installation {
    /// Dead letters in the order of their ids. With a query a page may be short, or empty, and the list go on.
    pub async fn dead_letters(&self, query: &DeadLettersQuery) -> Asked<List<Shown>> {
        let limit = limit(query.limit, DEFAULT_LIMIT, MAX_LIMIT)? as usize;
        let selection = Selection::of(&SelectDeadLetters {
            kind: query.kind.clone(),
            query: query.query.clone(),
            resolved: query.resolved,
        })?;
        let (mut after, mut items, mut looked, now) = (query.after.unwrap_or(0), Vec::new(), 0, self.clock.now());
        loop {
            let page = self.store.dead_letters(&selection.page(after, PAGE)).await?;
            for letter in &page {
                after = letter.id;
                if selection.takes(letter, now) {
                    items.push(shown(letter));
                }
                if items.len() == limit {
                    return Ok(List { items, next: Some(after.to_string()) });
                }
            }
            looked += page.len();
            if page.len() < PAGE as usize {
                return Ok(List::whole(items));
            }
            if looked >= LOOKED_THROUGH {
                return Ok(List { items, next: Some(after.to_string()) });
            }
        }
    }

    /// One dead letter with what it says, and what it said before it was edited.
    pub async fn dead_letter(&self, id: i64) -> Asked<DeadLetterDetail> {
        let letter = self.letter(id).await?;
        Ok(entries_body(&letter, self.store.original_of_dead_letter(id).await?))
    }

    /// Tries one again. One that is resolved already is left alone.
    pub async fn retry_dead_letter(&self, id: i64, who: &str) -> Asked<DeadLetterRetry> {
        let letter = self.letter(id).await?;
        let failure = if letter.resolved_at.is_some() { None } else { self.retry(&letter).await? };
        if letter.resolved_at.is_none() {
            let result = failure.as_ref().map_or_else(|| "persisted".to_owned(), |why| format!("failed: {why}"));
            self.record(who, "dead_letter.retry", format!("dead letter {id}"), result).await;
        }
        let dead_letter = shown(&self.letter(id).await?);
        Ok(DeadLetterRetry { resolved: failure.is_none(), failure, dead_letter })
    }

    /// Says that nothing more is to be done about one; its tombstone stays.
    pub async fn drop_dead_letter(&self, id: i64, who: &str) -> Asked<Shown> {
        if self.letter(id).await?.resolved_at.is_none() {
            self.store.record_retry(id, None, self.clock.now()).await?;
            self.record(who, "dead_letter.drop", format!("dead letter {id}"), "dropped").await;
        }
        Ok(shown(&self.letter(id).await?))
    }

    async fn letter(&self, id: i64) -> Asked<DeadLetter> {
        self.store.dead_letter(id).await?.ok_or(OpsError::NotFound(Thing::DeadLetter))
    }

    /// Persists the entry and indexes what it changed; the reason where it failed again. A part that does not answer is
    /// no failure of the entry.
    async fn retry(&self, letter: &DeadLetter) -> Outcome<Option<String>> {
        let failure = match Entry::decode(&letter.record()) {
            Ok(entry) => self.persist_late(letter, entry).await?,
            Err(cause) => Some(cause.to_string()),
        };
        self.store.record_retry(letter.id, failure.as_deref(), self.clock.now()).await?;
        Ok(failure)
    }

    async fn persist_late(&self, letter: &DeadLetter, entry: Entry) -> Outcome<Option<String>> {
        // Under its own id: it is not newer than the updates that followed it (R-RETRY-VERSION).
        let logged = Logged { id: letter.entry_id, partition: letter.partition, entry };
        let persisted = match self.store.persist(std::slice::from_ref(&logged)).await {
            Ok(persisted) => persisted,
            // Neither a server that is away nor a table that is gone is the letter's fault.
            Err(cause) if cause.kind != Kind::Refused => return Err(cause),
            Err(cause) => return Ok(Some(cause.chain())),
        };
        if let Some(conflict) = persisted.conflicts.first() {
            return Ok(Some(format!("number_conflict: its number belongs to entry {}", conflict.holder)));
        }
        self.index_late(&logged.entry).await?;
        Ok(None)
    }

    /// Brings into the index what an entry changed that the index group has long passed. What the engine does not take
    /// now is left to the backlog.
    async fn index_late(&self, entry: &Entry) -> Outcome<()> {
        if matches!(entry.job, Job::DeleteChat | Job::DeleteApplication) {
            return self.search.remove(Scope { app: entry.app, chat: entry.chat }).await;
        }
        let Some(chat) = entry.chat.filter(|_| entry.number > 0) else { return Ok(()) };
        let key = MessageKey { app: entry.app, chat, number: entry.number };
        let messages = self.store.messages_by_key(&[key]).await?;
        let documents: Vec<_> = messages.iter().map(Document::of).collect();
        if let Err(cause) = self.search.index(&documents).await {
            tracing::warn!(error = &cause as &dyn std::error::Error, "a retried entry is left to the search backlog");
            let range = Backlog { app: entry.app, chat, from: entry.number, to: entry.number, generation: 0 };
            self.store.add_backlog(&[range]).await?;
        }
        Ok(())
    }
}

fn entries_body(letter: &DeadLetter, original: Option<Vec<u8>>) -> DeadLetterDetail {
    let record = letter.record();
    let (entry, raw) = body(&record, Entry::decode(&record));
    let before = original.and_then(|payload| {
        let before = Record { payload: payload.into(), ..record };
        body(&before, Entry::decode(&before)).0
    });
    DeadLetterDetail { dead_letter: shown(letter), entry, raw, original: before }
}

fn shown(letter: &DeadLetter) -> Shown {
    Shown {
        id: letter.id,
        entry_id: letter.entry_id,
        partition: letter.partition,
        kind: letter.kind.clone(),
        key: Entry::decode(&letter.record()).ok().map(|entry| entry.sequence().to_string()),
        number: letter.number,
        reason: letter.reason.clone(),
        attempts: letter.attempts,
        first_at: letter.first_at,
        last_at: letter.last_at,
        resolved_at: letter.resolved_at,
    }
}
