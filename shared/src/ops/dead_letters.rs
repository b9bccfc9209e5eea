//! Dead letters: looking at them, trying them again one by one or all, and dropping them.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::entries::body;
use super::watch::{Ended, Mark, Pacer, Watch};
use super::{Asked, DEFAULT_LIMIT, Installation, MAX_LIMIT, OpsError, Thing, limit};
use crate::api::types::admin::{
    DeadLetter as Shown, DeadLetterDetail, DeadLetterRetry, DeadLettersQuery, List, RetryDeadLettersParams,
};
use crate::fault::Outcome;
use crate::queue::{Entry, Job};
use crate::search::{Document, Scope};
use crate::store::{Backlog, DeadLetter, DeadLetterFilter, Logged, MessageKey};

/// Dead letters read at a time for trying them again: their payloads are in memory.
const PAGE: u32 = 50;

/// What trying dead letters again came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetriedDeadLetters {
    /// How many were tried.
    pub tried: u64,
    /// How many of them are persisted now.
    pub resolved: u64,
    /// How many failed again.
    pub failed: u64,
}

/// Where trying them again goes on.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Position {
    after: i64,
    so_far: RetriedDeadLetters,
}

impl Installation {
    /// Dead letters in the order of their ids.
    pub async fn dead_letters(&self, query: &DeadLettersQuery) -> Asked<List<Shown>> {
        let limit = limit(query.limit, DEFAULT_LIMIT, MAX_LIMIT)?;
        let filter = DeadLetterFilter {
            after: query.after.unwrap_or(0),
            resolved: query.resolved,
            kind: query.kind.clone(),
            limit,
        };
        let letters = self.store.dead_letters(&filter).await?;
        Ok(List::page(letters.iter().map(shown).collect(), limit as usize, |last: &Shown| last.id.to_string()))
    }

    /// One dead letter with what it says.
    pub async fn dead_letter(&self, id: i64) -> Asked<DeadLetterDetail> {
        let letter = self.letter(id).await?;
        let record = letter.record();
        let (entry, raw) = body(&record, Entry::decode(&record));
        Ok(DeadLetterDetail { dead_letter: shown(&letter), entry, raw })
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

    /// Tries dead letters again, all or those of a kind, from a position on.
    pub(super) async fn retry_dead_letters(
        &self,
        params: &RetryDeadLettersParams,
        position: &Value,
        watch: &mut dyn Watch,
    ) -> Outcome<Ended<RetriedDeadLetters>> {
        let mut at = Position::deserialize(position).unwrap_or_default();
        let mut pacer = Pacer::new(params.rate);
        let open = self.store.count_dead_letters().await?;
        let total = params.kind.is_none().then_some(open + at.so_far.resolved);
        loop {
            let limit = pacer.piece(PAGE);
            let filter = DeadLetterFilter { after: at.after, resolved: false, kind: params.kind.clone(), limit };
            let letters = self.store.dead_letters(&filter).await?;
            for letter in &letters {
                let failure = self.retry(letter).await?;
                at.after = letter.id;
                at.so_far.tried += 1;
                *(if failure.is_none() { &mut at.so_far.resolved } else { &mut at.so_far.failed }) += 1;
            }
            let position = serde_json::to_value(&at).unwrap_or_default();
            let mark = Mark { step: "retry", done: at.so_far.tried, total, position };
            if !watch.goes_on(mark).await? {
                return Ok(Ended::Stopped);
            }
            if letters.len() < limit as usize {
                return Ok(Ended::Done(at.so_far));
            }
            pacer.done(letters.len()).await;
        }
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
            Err(cause) if cause.is_transient() => return Err(cause),
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
