//! Which dead letters are meant: by kind, by a query, resolved or not. Reads them in the order of their ids, few at a time,
//! since each has its entry with it.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::errors::normalised;
use crate::api::types::admin::SelectDeadLetters;
use crate::clock::Timestamp;
use crate::ops::query::{Field, Fields, Found, Holds, Query};
use crate::ops::{Asked, OpsError};
use crate::queue::{Entry, Job};
use crate::store::{DeadLetter, DeadLetterFilter};

/// What a query can ask of a dead letter.
pub const DEAD_LETTER_FIELDS: &[Field] = &[
    Field { name: "id", alias: "id", holds: Holds::Number },
    Field { name: "kind", alias: "type", holds: Holds::Text },
    Field { name: "reason", alias: "error", holds: Holds::Text },
    Field { name: "group", alias: "group", holds: Holds::Text },
    Field { name: "content", alias: "payload", holds: Holds::Text },
    Field { name: "key", alias: "key", holds: Holds::Text },
    Field { name: "app", alias: "application", holds: Holds::Number },
    Field { name: "chat", alias: "chat", holds: Holds::Number },
    Field { name: "number", alias: "number", holds: Holds::Number },
    Field { name: "partition", alias: "partition", holds: Holds::Number },
    Field { name: "entry", alias: "entry_id", holds: Holds::Text },
    Field { name: "attempts", alias: "attempts", holds: Holds::Number },
    Field { name: "age", alias: "age", holds: Holds::Age },
    Field { name: "first", alias: "first_at", holds: Holds::Time },
    Field { name: "last", alias: "last_at", holds: Holds::Time },
    Field { name: "resolved", alias: "resolved", holds: Holds::Flag },
];

/// Which dead letters are meant.
#[derive(Debug, Clone)]
pub(super) struct Selection {
    kind: Option<String>,
    query: Option<Query>,
    resolved: bool,
}

impl Selection {
    /// Understands what was asked.
    pub fn of(asked: &SelectDeadLetters) -> Asked<Self> {
        let query = asked.query.as_deref().map(|text| Query::parse(text, DEAD_LETTER_FIELDS)).transpose();
        let query = query.map_err(|error| OpsError::Invalid { field: "query", reason: error.to_string() })?;
        Ok(Self { kind: asked.kind.clone(), query, resolved: asked.resolved })
    }

    /// What the store is asked for, so many after an id.
    pub fn page(&self, after: i64, limit: u32) -> DeadLetterFilter {
        DeadLetterFilter { after, resolved: self.resolved, kind: self.kind.clone(), limit }
    }

    /// Whether one that the store gave is meant.
    pub fn takes(&self, letter: &DeadLetter, now: Timestamp) -> bool {
        let Some(query) = &self.query else { return true };
        query.takes(&Asking { letter, entry: OnceCell::new() }, now)
    }

    /// Whether all that are open are meant.
    pub fn is_all(&self) -> bool {
        self.kind.is_none() && self.query.is_none() && !self.resolved
    }
}

/// A dead letter that is asked about; its entry is read when something of it is asked for.
struct Asking<'a> {
    letter: &'a DeadLetter,
    entry: OnceCell<Option<Entry>>,
}

impl Asking<'_> {
    fn entry(&self) -> Option<&Entry> {
        self.entry.get_or_init(|| Entry::decode(&self.letter.record()).ok()).as_ref()
    }

    /// What the entry says, or its bytes as far as they are text.
    fn content(&self) -> Cow<'_, str> {
        match self.entry().map(|entry| &entry.job) {
            Some(Job::CreateMessage { content, .. } | Job::UpdateMessage { content }) => content.into(),
            Some(Job::CreateChat { title: Some(title) } | Job::UpdateChat { title }) => title.into(),
            Some(Job::UpdateApplication { name }) => name.into(),
            Some(_) => "".into(),
            None => String::from_utf8_lossy(&self.letter.payload),
        }
    }
}

impl Fields for Asking<'_> {
    fn field(&self, name: &str) -> Found<'_> {
        let letter = self.letter;
        match name {
            "id" => Found::Number(letter.id),
            "kind" => Found::Text((&letter.kind).into()),
            "reason" => Found::Text((&letter.reason).into()),
            "group" => Found::Text(normalised(&letter.reason).into()),
            "content" => Found::Text(self.content()),
            "key" => self.entry().map_or(Found::Nothing, |entry| Found::Text(entry.sequence().to_string().into())),
            "app" => self.entry().map_or(Found::Nothing, |entry| Found::Number(entry.app.0)),
            "chat" => {
                self.entry().and_then(|entry| entry.chat).map_or(Found::Nothing, |chat| Found::Number(chat.into()))
            }
            "number" => Found::Number(letter.number.into()),
            "partition" => Found::Number(letter.partition.into()),
            "entry" => Found::Text(letter.entry_id.to_string().into()),
            "attempts" => Found::Number(letter.attempts.into()),
            "age" | "first" => Found::Time(letter.first_at),
            "last" => Found::Time(letter.last_at),
            "resolved" => Found::Flag(letter.resolved_at.is_some()),
            _ => Found::Nothing,
        }
    }

    fn mentions(&self, word: &str) -> bool {
        let letter = self.letter;
        [letter.kind.as_str(), &letter.reason].iter().any(|text| text.to_lowercase().contains(word))
            || self.entry().is_some_and(|entry| entry.sequence().to_string() == word)
            || self.content().to_lowercase().contains(word)
    }
}
