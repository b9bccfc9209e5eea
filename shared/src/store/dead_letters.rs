//! Dead letters: entries that could never be persisted, kept with what is needed to try again.

use async_trait::async_trait;

use crate::clock::Timestamp;
use crate::domain::Partition;
use crate::fault::Outcome;
use crate::queue::{EntryId, Record};

/// An entry to be parked.
#[derive(Debug, Clone)]
pub struct NewDeadLetter {
    /// The entry as it stood on the log.
    pub record: Record,
    /// Its kind, or `undecodable`.
    pub kind: String,
    /// What went wrong, the whole chain.
    pub reason: String,
    /// How often it was tried.
    pub attempts: u32,
    /// When it was parked.
    pub at: Timestamp,
    /// When it was tried last.
    pub last_at: Timestamp,
}

/// A dead letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadLetter {
    /// The store's id of it.
    pub id: i64,
    /// The entry's partition.
    pub partition: Partition,
    /// The entry's id.
    pub entry_id: EntryId,
    /// The number that the entry was given or changes.
    pub number: u32,
    /// The entry's kind, or `undecodable`.
    pub kind: String,
    /// The entry's payload.
    pub payload: Vec<u8>,
    /// What went wrong last.
    pub reason: String,
    /// How often it was tried.
    pub attempts: u32,
    /// When it was parked.
    pub first_at: Timestamp,
    /// When it was tried last.
    pub last_at: Timestamp,
    /// When a retry succeeded or an operator dropped it.
    pub resolved_at: Option<Timestamp>,
}

impl DeadLetter {
    /// The entry as it stood on the log.
    #[must_use]
    pub fn record(&self) -> Record {
        Record {
            id: self.entry_id,
            partition: self.partition,
            number: self.number,
            payload: self.payload.clone().into(),
        }
    }
}

/// Which dead letters.
#[derive(Debug, Clone, Default)]
pub struct DeadLetterFilter {
    /// Those after this id.
    pub after: i64,
    /// Resolved ones too.
    pub resolved: bool,
    /// Only this kind.
    pub kind: Option<String>,
    /// The most.
    pub limit: u32,
}

/// The part of the port about dead letters.
#[async_trait]
pub trait DeadLetters: Send + Sync {
    /// In the order of ids.
    async fn dead_letters(&self, filter: &DeadLetterFilter) -> Outcome<Vec<DeadLetter>>;

    /// One.
    async fn dead_letter(&self, id: i64) -> Outcome<Option<DeadLetter>>;

    /// The id of an entry's dead letter, where it has one.
    async fn dead_letter_of(&self, partition: Partition, entry: EntryId) -> Outcome<Option<i64>>;

    /// How many are not resolved.
    async fn count_dead_letters(&self) -> Outcome<u64>;

    /// Records a retry: resolved where `failure` is `None`, else tried once more for this reason.
    async fn record_retry(&self, id: i64, failure: Option<&str>, at: Timestamp) -> Outcome<()>;

    /// Gives one that is not resolved another payload, where it has the one that was `seen`, and keeps the first one it ever
    /// had. False where it is resolved, or has another.
    async fn edit_dead_letter(&self, id: i64, seen: &[u8], payload: &[u8]) -> Outcome<bool>;

    /// What one said before it was edited; `None` where it never was.
    async fn original_of_dead_letter(&self, id: i64) -> Outcome<Option<Vec<u8>>>;
}
