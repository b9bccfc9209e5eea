//! Where one message is, and what of its way is known: its entries on the log, its row, a search for it, its dead letter,
//! a gap. Looks only. When a row was written is kept nowhere: of an entry that is acknowledged only that it is.

use super::{Asked, Installation, OpsError, Thing};
use crate::api::types::admin::{
    EntryStanding, MessageTrace, TraceQuery, TraceStanding, TraceState, TraceStep, TraceStepKind,
};
use crate::clock::Timestamp;
use crate::domain::{Chat, Message, MessageState, Sequence};
use crate::fault::Outcome;
use crate::queue::{Entry, EntryId, Group, Job, Record};
use crate::store::{DeadLetter, DeadLetterFilter, MessageKey};

/// Unpersisted entries of its partition that are looked through: a tenth of a full log.
const LOOKED_THROUGH: usize = 10_000;

/// Dead letters that are looked through, so many at a time.
const LETTERS: u32 = 100;
const LETTERS_LOOKED_THROUGH: u32 = 1_000;

/// Something that was put onto the log about the message.
struct Put {
    id: EntryId,
    at: Timestamp,
    kind: TraceStepKind,
    /// The entry, while it is still there.
    record: Option<Record>,
}

/// A trace in the making.
struct Tracing<'a> {
    parts: &'a Installation,
    key: MessageKey,
    sequence: Sequence,
    steps: Vec<TraceStep>,
}

impl Installation {
    /// Where a message is, and when it passed each step, as far as that is kept.
    pub async fn trace(&self, query: &TraceQuery) -> Asked<MessageTrace> {
        let app = self.application_of(&query.app).await?;
        let key = MessageKey { app, chat: query.chat, number: query.number };
        let sequence = Sequence::Messages(app, query.chat);
        let mut tracing = Tracing { parts: self, key, sequence, steps: Vec::new() };
        let now = tracing.follow().await?;
        Ok(MessageTrace {
            application_id: app.0,
            chat_number: key.chat,
            message_number: key.number,
            partition: sequence.partition(),
            now,
            means: means(now).to_owned(),
            steps: tracing.steps,
        })
    }
}

impl Tracing<'_> {
    async fn follow(&mut self) -> Asked<TraceStanding> {
        let owner = self.parts.store.chat(self.key.app, self.key.chat).await?;
        // In this order: what leaves the log in between is in the store by then.
        let mut puts = self.on_the_log().await?;
        let row = self.parts.store.message(self.key).await?;
        if let Some(row) = &row {
            self.by_the_row(row, &mut puts).await?;
        }
        puts.sort_by_key(|put| put.id);
        let (mut persist, mut indexed) = (TraceState::Done, TraceState::Done);
        for put in &puts {
            self.steps.push(TraceStep {
                at: Some(put.at),
                entry_id: Some(put.id),
                ..step(put.kind, TraceState::Done, "put onto the log")
            });
            let reached = self.queues(put).await?;
            if put.kind == TraceStepKind::Accepted {
                persist = reached.0;
            }
            indexed = reached.1;
        }
        let letter = self.letter(&puts).await?;
        if let Some(row) = &row {
            return Ok(self.stored(row, indexed).await);
        }
        if puts.iter().any(|put| put.kind == TraceStepKind::Accepted) && persist != TraceState::Done {
            return Ok(match persist {
                TraceState::Pending => TraceStanding::Pending,
                _ => TraceStanding::Waiting,
            });
        }
        if letter {
            return Ok(TraceStanding::Dead);
        }
        self.never_stored(owner).await
    }

    /// What is about the message on the log and not persisted.
    async fn on_the_log(&self) -> Outcome<Vec<Put>> {
        let records = self.parts.queue.unpersisted(self.sequence.partition(), LOOKED_THROUGH).await?;
        let puts = records.into_iter().filter_map(|record| {
            let entry = Entry::decode(&record).ok()?;
            let kind = match entry.job {
                Job::CreateMessage { .. } => TraceStepKind::Accepted,
                Job::UpdateMessage { .. } => TraceStepKind::Edited,
                Job::DeleteMessage => TraceStepKind::Deleted,
                _ => return None,
            };
            let about = entry.sequence() == self.sequence && record.number == self.key.number;
            about.then_some(Put { id: record.id, at: entry.at, kind, record: Some(record) })
        });
        Ok(puts.collect())
    }

    /// What the row says that was put onto the log: its creation, and its last change.
    async fn by_the_row(&self, row: &Message, puts: &mut Vec<Put>) -> Outcome<()> {
        let changed = if row.state == MessageState::Deleted { TraceStepKind::Deleted } else { TraceStepKind::Edited };
        let known =
            [(row.create_version, row.created_at, TraceStepKind::Accepted), (row.version, row.updated_at, changed)];
        for (id, at, kind) in known {
            if !puts.iter().any(|put| put.id == id) {
                puts.push(Put { id, at, kind, record: self.parts.queue.entry(id).await? });
            }
        }
        Ok(())
    }

    /// How far an entry is in both queues.
    async fn queues(&mut self, put: &Put) -> Outcome<(TraceState, TraceState)> {
        let persist = self.queue(put, Group::Persist, TraceStepKind::Persist).await?;
        let index = self.queue(put, Group::Index, TraceStepKind::Index).await?;
        Ok((persist, index))
    }

    async fn queue(&mut self, put: &Put, queue: Group, kind: TraceStepKind) -> Outcome<TraceState> {
        let Some(record) = &put.record else {
            // What is no longer on the log was acknowledged by both.
            self.steps.push(TraceStep { entry_id: Some(put.id), ..step(kind, TraceState::Done, "acknowledged") });
            return Ok(TraceState::Done);
        };
        let progress = self.parts.progress(queue, record).await?;
        let (state, what) = match progress.standing {
            EntryStanding::Waiting => (TraceState::Waiting, "not delivered to a worker"),
            EntryStanding::Pending => (TraceState::Pending, "delivered and not acknowledged"),
            EntryStanding::Acknowledged => (TraceState::Done, "acknowledged"),
        };
        self.steps.push(TraceStep {
            at: progress.delivered_at,
            entry_id: Some(put.id),
            consumer: progress.consumer,
            deliveries: progress.deliveries,
            ..step(kind, state, what)
        });
        Ok(state)
    }

    /// The message's row, and whether a search finds it.
    async fn stored(&mut self, row: &Message, indexed: TraceState) -> TraceStanding {
        let (standing, state, what) = match row.state {
            MessageState::Deleted => (TraceStanding::Deleted, TraceState::Done, "a tombstone: it was deleted"),
            MessageState::Dead => (TraceStanding::Dead, TraceState::Dead, "a tombstone: it could never be persisted"),
            MessageState::Accepted | MessageState::Persisted => {
                (TraceStanding::Persisted, TraceState::Done, "in the store")
            }
        };
        self.steps.push(TraceStep { entry_id: Some(row.version), ..step(TraceStepKind::Row, state, what) });
        if standing != TraceStanding::Persisted {
            return standing;
        }
        let (state, what) = self.searched(row, indexed).await;
        self.steps.push(step(TraceStepKind::Search, state, what));
        if state == TraceState::Done { TraceStanding::Searchable } else { standing }
    }

    /// A search engine that is away keeps nobody from knowing the rest.
    async fn searched(&self, row: &Message, indexed: TraceState) -> (TraceState, String) {
        let found = async {
            self.parts.search.refresh().await?;
            self.parts.is_found(None, row).await
        };
        match found.await {
            Ok(true) => (TraceState::Done, "found by its own text".to_owned()),
            Ok(false) if indexed == TraceState::Done => (
                TraceState::Missing,
                "not found by its own text: `chatctl verify --repair` writes it once more".to_owned(),
            ),
            Ok(false) => (TraceState::Waiting, "not found yet".to_owned()),
            Err(fault) => (TraceState::Unknown, fault.to_string()),
        }
    }

    /// The dead letters about the message; whether its creation is one that is not resolved.
    async fn letter(&mut self, puts: &[Put]) -> Outcome<bool> {
        let mut found: Vec<DeadLetter> = Vec::new();
        for put in puts {
            if let Some(id) = self.parts.store.dead_letter_of(self.sequence.partition(), put.id).await? {
                found.extend(self.parts.store.dead_letter(id).await?);
            }
        }
        if puts.is_empty() {
            found = self.letters_of_its_number().await?;
        }
        for letter in &found {
            let (state, what) = match letter.resolved_at {
                Some(_) => (TraceState::Done, format!("dead letter {} is resolved", letter.id)),
                None => (TraceState::Dead, format!("dead letter {}: {}", letter.id, letter.reason)),
            };
            let at = letter.resolved_at.or(Some(letter.last_at));
            self.steps.push(TraceStep {
                at,
                entry_id: Some(letter.entry_id),
                ..step(TraceStepKind::DeadLetter, state, what)
            });
        }
        Ok(found.iter().any(|letter| letter.resolved_at.is_none()))
    }

    /// Where neither log nor row names an entry, a dead letter may still name the message.
    async fn letters_of_its_number(&self) -> Outcome<Vec<DeadLetter>> {
        let mut filter = DeadLetterFilter { limit: LETTERS, ..DeadLetterFilter::default() };
        let mut found = Vec::new();
        for _ in 0..LETTERS_LOOKED_THROUGH / LETTERS {
            let letters = self.parts.store.dead_letters(&filter).await?;
            let whole = letters.len() == LETTERS as usize;
            filter.after = letters.last().map_or(filter.after, |last| last.id);
            found.extend(letters.into_iter().filter(|letter| self.is_about(&letter.record())));
            if !whole {
                break;
            }
        }
        Ok(found)
    }

    fn is_about(&self, record: &Record) -> bool {
        let sequence = Entry::decode(record).map(|entry| entry.sequence());
        record.number == self.key.number && sequence.is_ok_and(|sequence| sequence == self.sequence)
    }

    /// A number with nothing on the log and no row: left out, gone with its chat, lost, or never given.
    async fn never_stored(&mut self, owner: Option<Chat>) -> Asked<TraceStanding> {
        let gaps = self.parts.store.gaps(self.sequence).await?;
        if let Some(gap) = gaps.iter().find(|gap| (gap.from..=gap.to).contains(&self.key.number)) {
            let what = format!(
                "{} to {} were published as a gap in epoch {}: perhaps answered, and never to be given again",
                gap.from, gap.to, gap.epoch
            );
            self.steps.push(TraceStep { at: Some(gap.at), ..step(TraceStepKind::Gap, TraceState::Done, what) });
            return Ok(TraceStanding::Gap);
        }
        if let Some(at) = owner.as_ref().and_then(|chat| chat.deleted_at) {
            let what = "the chat is deleted, and its messages with it";
            self.steps.push(TraceStep { at: Some(at), ..step(TraceStepKind::Chat, TraceState::Done, what) });
            return Ok(TraceStanding::Deleted);
        }
        let counter = self.parts.queue.counter(self.sequence).await?;
        let base = self.parts.store.evidence(self.sequence).await?.base();
        let given = counter.and_then(|counter| counter.n).unwrap_or(0).max(base);
        if self.key.number > given {
            let thing = if owner.is_none() && counter.is_none() { Thing::Chat } else { Thing::Message };
            return Err(OpsError::NotFound(thing));
        }
        let what =
            format!("numbers up to {given} were given; there is no row, no entry and no dead letter of this one");
        self.steps.push(step(TraceStepKind::Counter, TraceState::Missing, what));
        Ok(TraceStanding::Lost)
    }
}

fn step(step: TraceStepKind, state: TraceState, what: impl Into<String>) -> TraceStep {
    TraceStep { step, state, at: None, entry_id: None, consumer: None, deliveries: None, what: what.into() }
}

fn means(now: TraceStanding) -> &'static str {
    match now {
        TraceStanding::Waiting => {
            "accepted and safe on the log; no worker has taken it yet: `chatctl queue get persist`"
        }
        TraceStanding::Pending => "accepted and safe on the log; a worker is at it: `chatctl queue pending persist`",
        TraceStanding::Persisted => "persisted; the index does not show it: `chatctl check index`",
        TraceStanding::Searchable => "persisted and searchable",
        TraceStanding::Deleted => "deleted; its number is never given again",
        TraceStanding::Dead => "never persisted; what it says is kept: `chatctl dlq ls`",
        TraceStanding::Gap => "left out: clients are answered 410 for it",
        TraceStanding::Lost => "answered and lost: `chatctl counter explain` and `chatctl verify` say more",
    }
}
