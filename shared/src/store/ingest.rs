//! How entries become rows. The row rules, under which the same entries give the same rows in whatever order and how
//! often they come, are the adapter's to keep; the conformance suite and the model hold them.
//!
//! - A create fills sender, `sent_at` and `created_at` (R-CREATE-FILLS), and content only where the row's version is older
//!   (R-CREATE-OLDER); it never touches a row of another `create_version` (R-CREATE-VERSION), unless that is a `dead`
//!   tombstone (R-DEAD-RETRY).
//! - Updates win by version, not by arrival (R-LAST-WRITER); they may come before their create (R-UPDATE-FIRST), as
//!   deletions may (R-DELETE-FIRST); `deleted` is final (R-DELETE-FINAL).
//! - Counts move in the same transaction by the rows really inserted or deleted (R-COUNT-ROWS).

use async_trait::async_trait;

use super::dead_letters::NewDeadLetter;
use super::rows::Step;
use crate::clock::Timestamp;
use crate::domain::Partition;
use crate::fault::Outcome;
use crate::queue::{Entry, EntryId};

/// A decoded entry with its place on the log.
#[derive(Debug, Clone)]
pub struct Logged {
    /// Its id.
    pub id: EntryId,
    /// Its partition.
    pub partition: Partition,
    /// The entry.
    pub entry: Entry,
}

/// An entry that found its number taken by another `create_version`: the incident `number_conflict`. It was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The entry's id.
    pub id: EntryId,
    /// Whose row is there.
    pub holder: EntryId,
}

/// What a batch came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Persisted {
    /// Messages that were inserted.
    pub messages: u64,
    /// Entries left out.
    pub conflicts: Vec<Conflict>,
}

/// What a purge removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Purged {
    /// Messages of deleted chats and applications.
    pub messages: u64,
    /// Chats of deleted applications.
    pub chats: u64,
    /// Idempotency keys past their time.
    pub keys: u64,
}

/// The part of the port that workers write with.
#[async_trait]
pub trait Ingest: Send + Sync {
    /// Writes a batch (up to 1,000 entries) in one transaction: rows, counts, idempotency keys (N-KEYS-WITH-ROW), and the
    /// checkpoint of each partition. A row wins over a gap that its number lies in (N-ROW-WINS). Repeating it changes
    /// nothing. A refused value fails the whole batch with
    /// [`crate::fault::Kind::Refused`]; the worker bisects.
    async fn persist(&self, batch: &[Logged]) -> Outcome<Persisted>;

    /// Writes rows of a backup by the same rules, in one transaction: steps in whatever order, of at most 1,000 chats and
    /// messages. Repeating it changes nothing; a row of another creation stays.
    async fn restore(&self, steps: Vec<Step>) -> Outcome<()>;

    /// Writes a dead letter, and for a create (R-DEAD-CREATE-ONLY) its `dead` tombstone where no row is
    /// (R-DEAD-ONLY-EMPTY), in one transaction. Repeating it for the same entry changes nothing. Returns the dead letter's id.
    async fn park(&self, dead: &NewDeadLetter) -> Outcome<i64>;

    /// Removes at most `limit` rows of what is deleted, and idempotency keys created before `keys_before`.
    async fn purge(&self, keys_before: Timestamp, limit: u32) -> Outcome<Purged>;
}
