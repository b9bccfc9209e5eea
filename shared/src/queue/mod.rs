//! The port to the queue: the counters that give numbers, the log of accepted entries, its consumer groups and the
//! clients' idempotency keys. Knows no adapter and nothing of chats but their sequences.
//!
//! Every call is atomic, and safe to be made by many processes at once. The protocol above it (seeding, confirming,
//! existence) is `crate::numbering`.

mod entry;
mod id;
mod key;
pub mod redis;
pub mod sqlite;

use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use futures::stream::BoxStream;
use serde::{Deserialize, Serialize};

pub use entry::{DecodeError, ENTRY_VERSION, Entry, Job, Once};
pub use id::{EntryId, InvalidEntryId};
pub use key::{InvalidKey, KeyHash, key_hash, parse_key};

use crate::clock::Timestamp;
use crate::domain::{AppId, Partition, Sequence};
use crate::fault::Outcome;

/// Grows whenever the queue may have lost something; 1 in a partition that never did.
pub type Epoch = u32;

/// The check value that is kept beside a counter, so that one changed by hand is noticed and seeded again
/// (N-SEED-CHECK). Exact in double precision, as a Redis script computes it.
#[must_use]
pub fn check_value(n: u32) -> u32 {
    // The remainder is below 1,000,003: it fits.
    u32::try_from((u64::from(n) * 7_919 + 104_729) % 1_000_003).unwrap_or(0)
}

/// How much the queue may hold.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// The most entries of one partition from the oldest on that waits for `persist` (N-CAPACITY).
    pub capacity: u32,
    /// The most bytes of the log.
    pub max_bytes: u64,
}

/// A consumer group: every entry passes through both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Into the store.
    Persist,
    /// Into the search index; never ahead of what `Persist` has acknowledged.
    Index,
}

impl Group {
    /// Both groups.
    pub const ALL: [Self; 2] = [Self::Persist, Self::Index];

    /// The name that operators and metrics use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Persist => "persist",
            Self::Index => "index",
        }
    }
}

/// What [`Queue::accept`] is to do in one atomic step.
#[derive(Debug, Clone)]
pub struct Accept {
    /// Whose counter, and by it which partition.
    pub sequence: Sequence,
    /// The epoch of the partition as the caller knows it.
    pub epoch: Epoch,
    /// What to append.
    pub work: Work,
    /// The client's idempotency key with the digest of its request, where it sent one.
    pub once: Option<Once>,
}

/// What is appended.
#[derive(Debug, Clone)]
pub enum Work {
    /// The next numbers of the sequence, one an encoded entry in the order given; all or nothing. 1 to 1,000.
    Create(Vec<Bytes>),
    /// A change of what has a number already; the counter is not looked at.
    Change(Change),
}

/// A change of something that exists.
#[derive(Debug, Clone)]
pub struct Change {
    /// The message's number; 0 changes the sequence's owner (the application or the chat) itself.
    pub number: u32,
    /// The encoded entry.
    pub payload: Bytes,
    /// Only where the last accepted change is this one (`If-Match`).
    pub if_version: Option<IfVersion>,
    /// Closes the sequence: later creations answer [`Accepted::Gone`]. For the deletion of a chat or an application.
    pub closes: bool,
}

/// The condition of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IfVersion {
    /// What the client saw.
    pub expected: EntryId,
    /// The row's version, for where the queue remembers no later change.
    pub row: EntryId,
}

/// How [`Queue::accept`] went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Accepted {
    /// Appended, durably as the adapter promises. Numbers are `first .. first + count`.
    Done(Receipt),
    /// The idempotency key is known with another request.
    KeyConflict,
    /// The partition's epoch is absent or another than the caller's: perhaps other data.
    Epoch,
    /// The queue was closed by an operator's pause (N-PAUSE-CLOSED).
    Closed,
    /// The counter is absent, of an old epoch, or its check value is wrong. The log's last id, which the counter now holds.
    Seed(EntryId),
    /// The partition's log, or the whole, is full; try again after about this long.
    Full(Duration),
    /// The sequence is closed: the chat is deleted.
    Gone,
    /// `if_version` did not hold; this is the version now.
    Changed(EntryId),
}

/// What was appended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The first number given (of a change: its number).
    pub first: u32,
    /// How many numbers were given.
    pub count: u32,
    /// The id of the last entry appended.
    pub last_id: EntryId,
    /// Whether it is the old answer of a known idempotency key.
    pub replayed: bool,
}

/// A counter as it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counter {
    /// The last number given; `None` where it is still to be seeded.
    pub n: Option<u32>,
    /// The epoch that it was seeded in.
    pub epoch: Epoch,
    /// Whether the check value belongs to n: false for a counter changed by hand.
    pub check_ok: bool,
    /// Whether the sequence is closed.
    pub closed: bool,
}

/// How [`Queue::seed`] went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seeded {
    /// The counter holds n now.
    Set,
    /// A valid counter was there and was left alone.
    Kept,
    /// The partition's epoch is another.
    Epoch,
    /// The counter no longer holds the `last` of the caller's [`Accepted::Seed`]: ask again.
    Moved,
}

/// A sequence's value to be set by [`Queue::seed`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seed {
    /// Whose counter.
    pub sequence: Sequence,
    /// The epoch in which `n` was found.
    pub epoch: Epoch,
    /// What [`Accepted::Seed`] gave.
    pub last: EntryId,
    /// The last number that counts as given.
    pub n: u32,
    /// Whether the sequence is closed (the chat is deleted).
    pub closed: bool,
}

/// An entry in the hands of a consumer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Where it stands on the log.
    pub record: Record,
    /// How often it was delivered to this group, this time included.
    pub deliveries: u32,
}

/// An entry as it stands on the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its id: grows within the partition, never given twice, not even after a loss.
    pub id: EntryId,
    /// Its partition.
    pub partition: Partition,
    /// The number it was given, or that it changes; 0 where it changes the owner itself.
    pub number: u32,
    /// The encoded entry; see [`Entry::decode`].
    pub payload: Bytes,
}

/// How much one read may take.
#[derive(Debug, Clone, Copy)]
pub struct ReadLimits {
    /// The most entries.
    pub entries: usize,
    /// The most bytes of payload (one entry is given in any case).
    pub bytes: usize,
    /// How long to wait for the first entry.
    pub wait: Duration,
    /// How long to gather more after the first.
    pub linger: Duration,
}

/// Which pending entries [`Queue::claim`] takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// What the consumer itself holds.
    Own,
    /// What any consumer holds and was delivered last at least this long ago.
    Idle(Duration),
}

/// How far a group is, over all partitions or in one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct GroupStatus {
    /// Entries not acknowledged.
    pub depth: u64,
    /// Entries not delivered yet.
    pub lag: u64,
    /// Entries delivered and not acknowledged.
    pub pending: u64,
    /// When the oldest entry that is not acknowledged was appended.
    pub oldest: Option<Timestamp>,
    /// The last entry delivered.
    pub last_delivered: EntryId,
}

/// An entry that was delivered and is not acknowledged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// The entry.
    pub id: EntryId,
    /// Its partition.
    pub partition: Partition,
    /// The consumer that holds it.
    pub consumer: String,
    /// When it was delivered last.
    pub delivered_at: Timestamp,
    /// How often it was delivered.
    pub deliveries: u32,
}

/// The log as a whole.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct LogStatus {
    /// Entries on the log, acknowledged ones that are not trimmed yet included.
    pub entries: u64,
    /// About how many bytes they take.
    pub bytes: u64,
    /// The fill of the fullest bound (a partition's capacity, or the bytes of the whole), 0.0 to 1.0.
    pub fill: f64,
}

/// Where to look at the log from.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Only ids above this one.
    pub after: EntryId,
    /// The last entries instead of the first ones after `after`.
    pub newest: bool,
    /// Only this partition.
    pub partition: Option<Partition>,
    /// The most entries, at most 1,000.
    pub limit: usize,
}

/// What [`Queue::examine`] finds out about the server or file that the queue is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examination {
    /// The installation that the queue's data belongs to; `None` where it is new or empty.
    pub installation: Option<String>,
    /// The server process (Redis: run id; SQLite: the birth of the file) whose data it is.
    pub server: String,
    /// The confirmation number that the data carries; `None` where it carries none.
    pub confirmation: Option<u64>,
    /// Whether whatever it answered survives its death (`appendfsync always`, `synchronous=FULL`).
    pub durable: bool,
    /// Whether it may have been a replica that was promoted.
    pub promoted: bool,
    /// Whether nothing is accepted in any partition, as the last confirmation said.
    pub closed: bool,
    /// Each partition's epoch (`None` where absent) and last id, in the order of partitions.
    pub partitions: Vec<(Option<Epoch>, EntryId)>,
}

/// The state that [`Queue::enter`] brings the queue into after the store recorded it.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and any may stand with any other")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// The installation.
    pub installation: String,
    /// Counts confirmations.
    pub number: u64,
    /// The server that was confirmed.
    pub server: String,
    /// Whether it is durable.
    pub durable: bool,
    /// Each partition's epoch, and the id that all later ids must be above.
    pub partitions: Vec<(Epoch, EntryId)>,
    /// The most entries that a partition's log may hold.
    pub capacity: u32,
    /// Whether something may be lost: the epochs that begin say so.
    pub loss: bool,
    /// Whether nothing is accepted from here on, by any process: an operator has stopped it (N-PAUSE-CLOSED).
    pub closed: bool,
    /// Whether the queue that is confirmed counts as drained.
    pub drained: bool,
}

/// The queue. `partition` arguments are below [`crate::domain::PARTITIONS`].
#[async_trait]
pub trait Queue: Send + Sync {
    /// Appends and numbers in one atomic step: nothing is numbered before the append succeeded (N-APPEND-FIRST), nor in
    /// another epoch than the caller's (N-ACCEPT-EPOCH), nor in a full log (N-CAPACITY). A client's key is looked up first
    /// (N-KEYS-IN-QUEUE) and set in the same step (N-KEYS-WITH-APPEND).
    async fn accept(&self, request: Accept) -> Outcome<Accepted>;

    /// Gives the chat that this process has just created (N-OPEN-OWN) its counter at 0, where the counter is absent, so
    /// that nothing was ever numbered by it (N-OPEN-ABSENT). `epoch` is the one that was known before the creation was
    /// sent: in any other this does nothing (N-OPEN-EPOCH). `after` is what [`Self::horizon`] said of the partition before
    /// the creation was sent: where counters can vanish, one that is absent tells nothing by itself.
    async fn open(&self, sequence: Sequence, epoch: Epoch, after: EntryId) -> Outcome<()>;

    /// The last id of each partition that this process knows of without asking: older than it may be, never newer. Empty
    /// where [`Self::open`] needs none.
    fn horizon(&self) -> Vec<EntryId>;

    /// Sets a counter after the store was asked, where the epoch is still the seed's (N-SEED-EPOCH) and the counter still
    /// waits for the id that the seed waited for (N-SEED-MARK).
    async fn seed(&self, seed: Seed) -> Outcome<Seeded>;

    /// Makes a counter unsure, so that its next use seeds it from the store: asked for where the store shows that it
    /// stands too low (`number_conflict`). An absent one is left absent.
    async fn distrust(&self, sequence: Sequence) -> Outcome<()>;

    /// The counters of these sequences, in their order; `None` where there is none.
    async fn counters(&self, sequences: &[Sequence]) -> Outcome<Vec<Option<Counter>>>;

    /// The counter, where there is one.
    async fn counter(&self, sequence: Sequence) -> Outcome<Option<Counter>> {
        Ok(self.counters(&[sequence]).await?.pop().flatten())
    }

    /// All counters, of one application or of everything, a page at a time in the order of their sequences: for who must
    /// see every one of them. Each page is as it was when it was read; what is made meanwhile may be missing. Where the
    /// queue keeps no order of its own, 16 bytes a counter are held until the end, and pages are empty while it is looked
    /// through.
    fn walk_counters(&self, app: Option<AppId>) -> BoxStream<'static, Outcome<Vec<(Sequence, Counter)>>>;

    /// Waits until `group` has acknowledged everything of `partition` up to `id`; false where it did not in time. That is
    /// so only where the group exists (N-SEED-WAIT-GROUP), nothing up to `id` is still to be delivered
    /// (N-SEED-WAIT-UNREAD) and nothing up to it is pending (N-SEED-WAIT-PENDING).
    async fn settled(&self, group: Group, partition: Partition, id: EntryId, wait: Duration) -> Outcome<bool>;

    /// The partition's last id, whether or not its entry is still on the log.
    async fn last_id(&self, partition: Partition) -> Outcome<EntryId>;

    /// Takes the next entries that were never delivered to the group (or not since a start). Empty after `limits.wait`.
    async fn read(&self, group: Group, consumer: &str, limits: ReadLimits) -> Outcome<Vec<Delivery>>;

    /// Claims what is pending: what the consumer itself holds since before a restart, or what any holds without a sign
    /// of life.
    async fn claim(&self, group: Group, consumer: &str, what: Claim, limit: usize) -> Outcome<Vec<Delivery>>;

    /// Acknowledges. Only after the rows, tombstones or documents are committed (W-COMMIT-FIRST).
    async fn acknowledge(&self, group: Group, consumer: &str, records: &[(Partition, EntryId)]) -> Outcome<()>;

    /// Counts for [`Group::Index`] as done what `persist` is done with: for an installation without an index, whose log
    /// must not fill for nobody. An adapter that need not read the entries for that does not.
    async fn pass_index_over(&self, consumer: &str) -> Outcome<()> {
        loop {
            let limits = ReadLimits { entries: 1_000, bytes: 1 << 20, wait: Duration::ZERO, linger: Duration::ZERO };
            let passed = self.read(Group::Index, consumer, limits).await?;
            if passed.is_empty() {
                return Ok(());
            }
            let passed: Vec<_> =
                passed.iter().map(|delivery| (delivery.record.partition, delivery.record.id)).collect();
            self.acknowledge(Group::Index, consumer, &passed).await?;
        }
    }

    /// Records durably that this entry is about to be worked on alone, and returns how often that was recorded: an
    /// entry that ends the process each time is known by it.
    async fn suspect(&self, group: Group, partition: Partition, id: EntryId) -> Outcome<u32>;

    /// Removes what both groups are done with (nothing that is pending, W-TRIM-PENDING; nothing where a group is missing,
    /// W-TRIM-NEEDS-GROUP), but nothing younger than `keep`; and keys past their 24 hours. Returns how many entries.
    async fn trim(&self, keep: Duration) -> Outcome<u64>;

    /// How far a group is over all partitions.
    async fn group(&self, group: Group) -> Outcome<GroupStatus>;

    /// How far a group is in each partition that holds entries.
    async fn group_partitions(&self, group: Group) -> Outcome<Vec<(Partition, GroupStatus)>>;

    /// What a group holds, oldest first, not delivered again for at least `idle`; at most `limit`.
    async fn pending(&self, group: Group, idle: Duration, limit: usize) -> Outcome<Vec<Pending>>;

    /// The log as a whole.
    async fn log(&self) -> Outcome<LogStatus>;

    /// Looks at entries without touching any group.
    async fn look(&self, at: Look) -> Outcome<Vec<Record>>;

    /// One entry, where it is still on the log.
    async fn entry(&self, id: EntryId) -> Outcome<Option<Record>>;

    /// The entries of `partition` that `persist` has not acknowledged, newest first, at most `limit`.
    async fn unpersisted(&self, partition: Partition, limit: usize) -> Outcome<Vec<Record>>;

    /// What the queue's data says of itself.
    async fn examine(&self) -> Outcome<Examination>;

    /// Enters the confirmed state: epochs, floors of ids, capacity, and whether anything is accepted. A closed queue answers
    /// what its counters say and lets them be seeded; only nothing is appended. An epoch and the floor of its ids are set in one step
    /// (N-JUMP-WITH-KEY). Counters and logs that are there are kept (N-KEEP-LOG).
    async fn enter(&self, confirmation: &Confirmation) -> Outcome<()>;

    /// Takes over a confirmation that another process has brought to its end, as the store has recorded it: its number
    /// names the scripts that a remote queue answers to (N-CONFIRMATION-NUMBER).
    async fn follow(&self, confirmation: u64, epochs: &[Epoch]) -> Outcome<()>;

    /// Whether it answers, within a second.
    async fn ping(&self) -> Outcome<()>;

    /// Finishes what is in hand and closes.
    async fn close(&self);
}
