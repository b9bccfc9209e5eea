//! What the store knows of numbers: the evidence for seeding counters, gaps, epochs, and clients' idempotency keys.

use async_trait::async_trait;

use crate::domain::{Digest, Gap, Sequence};
use crate::fault::Outcome;
use crate::queue::{Confirmation, EntryId, Epoch, KeyHash};

/// What is recorded of a partition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartitionRecord {
    /// Its epoch.
    pub epoch: Epoch,
    /// The newest epoch that began with a loss; 1 where none did (N-MOVE-AFTER-LOSS).
    pub loss: Epoch,
    /// The most entries that its log was ever allowed to hold.
    pub capacity: u32,
    /// The greatest id ever committed.
    pub checkpoint: EntryId,
}

/// What the store recorded of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The installation's identity, given when the store was made.
    pub installation: String,
    /// Counts confirmations; 0 before the first.
    pub confirmation: u64,
    /// The server that was confirmed last.
    pub server: Option<String>,
    /// Whether that server was durable.
    pub durable: bool,
    /// Whether an operator has stopped accepting.
    pub paused: bool,
    /// Whether the queue was found to be drained after that, and has accepted nothing since.
    pub drained: bool,
    /// Each partition, in order.
    pub partitions: Vec<PartitionRecord>,
}

/// What the store knows of a sequence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Evidence {
    /// The greatest number of a row, rows without `create_version` included; 0 where there is none.
    pub max_row: u32,
    /// The end of the greatest gap; 0 where there is none.
    pub max_gap: u32,
    /// The epoch of the newest gap of seeding; 0 where there is none.
    pub gap_epoch: Epoch,
    /// The owner (chat or application) has a row.
    pub exists: bool,
    /// The owner is deleted.
    pub deleted: bool,
}

impl Evidence {
    /// The *base*: the greater of the greatest row and the end of the greatest gap.
    #[must_use]
    pub fn base(&self) -> u32 {
        self.max_row.max(self.max_gap)
    }
}

/// A client's idempotency key as the store has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredOnce {
    /// The first number of its answer.
    pub first: u32,
    /// How many numbers.
    pub count: u32,
    /// The entry.
    pub entry_id: EntryId,
    /// The digest of the request's body.
    pub body: Digest,
}

/// Held while a queue server is confirmed, by one process of the installation at a time (N-CONFIRM-LOCK); released when
/// dropped.
#[async_trait]
pub trait ConfirmationLock: Send {
    /// What is recorded, read under the lock.
    async fn recorded(&mut self) -> Outcome<Recorded>;

    /// Records a confirmation: epochs and capacities never go down (N-CAPACITY-KEPT). Committed when this returns.
    async fn record(&mut self, confirmation: &Confirmation) -> Outcome<()>;

    /// Records that the queue which is recorded is drained, and accepts nothing. Committed when this returns.
    async fn record_drained(&mut self) -> Outcome<()>;
}

/// The part of the port about numbers.
#[async_trait]
pub trait Numbers: Send + Sync {
    /// What is recorded of the queue.
    async fn recorded(&self) -> Outcome<Recorded>;

    /// Waits for the lock under which a queue server is confirmed.
    async fn lock_confirmation(&self) -> Outcome<Box<dyn ConfirmationLock>>;

    /// What the store knows of a sequence. One consistent read.
    async fn evidence(&self, sequence: Sequence) -> Outcome<Evidence>;

    /// Publishes a gap; committed when this returns (N-GAP-BEFORE-NUMBER). At most one an epoch for each sequence: a
    /// second one changes nothing, and the one that stands is returned (N-GAP-STANDS). `None`, and nothing is published,
    /// where the recorded epoch of the partition is not the gap's (N-GAP-EPOCH).
    async fn publish_gap(&self, gap: Gap, reason: &str) -> Outcome<Option<Gap>>;

    /// Publishes gaps of one sequence that an operator gives up, beside those of seeding: all of them or none, and as often
    /// as one likes; committed when this returns. False, and nothing is published, where the recorded epoch of the
    /// partition is not theirs (N-GAP-EPOCH).
    async fn give_up(&self, gaps: &[Gap]) -> Outcome<bool>;

    /// Gaps of a sequence, ascending.
    async fn gaps(&self, sequence: Sequence) -> Outcome<Vec<Gap>>;

    /// A client's key, where it was persisted in the last 24 hours.
    async fn once(&self, key: &KeyHash) -> Outcome<Option<StoredOnce>>;
}
