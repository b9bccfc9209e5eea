//! The port to the search index: which messages may contain a text. Knows no adapter.
//!
//! The index holds folded text and keys only. It answers candidates; whether a candidate really contains the text, in
//! its newest content, is checked against the store by whoever asks, so a deleted message never shows and an edited
//! one shows as it is now.

pub mod elastic;
pub mod finder;
pub mod fold;
pub mod off;
pub mod sqlite;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::domain::{AppId, ChatNumber, Message, MessageNumber, MessageState};
use crate::fault::Outcome;
use crate::queue::EntryId;

/// A message as the index sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The application.
    pub app: AppId,
    /// The chat.
    pub chat: ChatNumber,
    /// The message.
    pub number: MessageNumber,
    /// The entry that the text is of; an older one never replaces a newer one.
    pub version: EntryId,
    /// Whether an update wrote the text (`version` is not that of the creation).
    pub edited: bool,
    /// The folded text; `None` for a tombstone, which is found by nothing.
    pub text: Option<String>,
}

impl Document {
    /// A stored message as the index sees it.
    #[must_use]
    pub fn of(message: &Message) -> Self {
        let shown = matches!(message.state, MessageState::Persisted | MessageState::Accepted);
        Self {
            app: message.app,
            chat: message.chat,
            number: message.number,
            version: message.version,
            edited: message.version != message.create_version || !shown,
            text: shown.then(|| fold::fold(&message.content)),
        }
    }

    /// Whether any search can find it: it is no tombstone, and its text does not fold to nothing.
    #[must_use]
    pub fn is_findable(&self) -> bool {
        self.text.as_ref().is_some_and(|text| !text.is_empty())
    }
}

/// Where to search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// The application.
    pub app: AppId,
    /// The chat; all of the application's where it is `None`.
    pub chat: Option<ChatNumber>,
}

/// What to search for.
#[derive(Debug, Clone)]
pub struct Query<'a> {
    /// Where.
    pub scope: Scope,
    /// The folded text, never empty.
    pub text: &'a str,
    /// Only what stands after this place (before it, where `descending`).
    pub after: Option<(ChatNumber, MessageNumber)>,
    /// From the greatest chat and number downward.
    pub descending: bool,
    /// The most candidates, 1 to 1,000.
    pub limit: u32,
}

/// What the index says: messages that may contain the text, in the order asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Their places. Every message up to `resume` that contains the text is among them.
    pub places: Vec<(ChatNumber, MessageNumber)>,
    /// Where to go on (as [`Query::after`]); `None` where everything was looked at. A search that had to look at much
    /// and found little ends here too, so that each call stays short.
    pub resume: Option<(ChatNumber, MessageNumber)>,
}

/// The state of the index.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct IndexStatus {
    /// The engine and its version.
    pub engine: String,
    /// The generation that answers.
    pub generation: i64,
    /// The generation that is being built, where one is.
    pub building: Option<i64>,
    /// The generation that answered before, where it is kept: it is written to as well, so that nothing is lost by going
    /// back to it.
    pub previous: Option<i64>,
    /// Messages in the answering generation of which something can be found: no tombstones, and no contents that fold
    /// to nothing.
    pub documents: u64,
    /// About how many bytes it takes.
    pub bytes: u64,
    /// Whether it was made empty and has never been filled from the store: its installation must reindex. False for an index as it should be.
    pub needs_filling: bool,
}

/// The search index.
#[async_trait]
pub trait Search: Send + Sync {
    /// Writes documents, into the generation being built and the one kept too. Repeating it, or writing an older version later, changes
    /// nothing. Committed when this returns, and found within a few seconds, or after [`Search::refresh`]; at most 20,000
    /// documents.
    async fn index(&self, documents: &[Document]) -> Outcome<()>;

    /// Removes everything of a scope.
    async fn remove(&self, scope: Scope) -> Outcome<()>;

    /// Returns when everything that was written before is found and counted.
    async fn refresh(&self) -> Outcome<()>;

    /// Candidates for a text.
    async fn find(&self, query: &Query<'_>) -> Outcome<Found>;

    /// Candidates for a text in the generation being built, so that it can be verified before it answers.
    async fn find_in(&self, generation: i64, query: &Query<'_>) -> Outcome<Found>;

    /// How many documents with a text a generation holds: the answering one, or the one being built.
    async fn documents(&self, generation: i64) -> Outcome<u64>;

    /// The state of the index.
    async fn status(&self) -> Outcome<IndexStatus>;

    /// Begins a new generation beside the answering one, or returns the one being built. One that is kept is dropped: there
    /// are two at a time.
    async fn begin_generation(&self) -> Outcome<i64>;

    /// Writes documents read from the store into the generation being built only.
    async fn fill(&self, generation: i64, documents: &[Document]) -> Outcome<()>;

    /// Makes the generation being built the one that answers, in one step. The old one is kept, and written to, until
    /// [`Self::prune`] or the next beginning; one that was never filled is dropped.
    async fn swap(&self, generation: i64) -> Outcome<()>;

    /// Makes the generation that is kept the one that answers again, in one step, and keeps the other. Refused where none
    /// is kept. Returns the one that answers now.
    async fn rollback(&self) -> Outcome<i64>;

    /// Drops the generation that is kept. Refused where none is. Returns it.
    async fn prune(&self) -> Outcome<i64>;

    /// Drops the generation being built.
    async fn abandon(&self, generation: i64) -> Outcome<()>;

    /// Says that everything in the store is in the index: the index is no longer in need of filling.
    async fn mark_filled(&self) -> Outcome<()>;

    /// Whether it answers, within a second.
    async fn ping(&self) -> Outcome<()>;

    /// Finishes what is in hand and closes.
    async fn close(&self);
}
