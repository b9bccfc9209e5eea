//! `queue.db` as its file alone tells it: for whoever looks while another process holds it, hangs, or is gone. Writes
//! nothing.
//!
//! Which process holds which entry is in that process's memory. The file says up to where a group was delivered and
//! acknowledged, and that is told of it.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures::stream::BoxStream;
use sqlx::sqlite::SqlitePool;
use tokio::time::{Instant, sleep};

use super::{MIGRATIONS, READERS, share, sql, walk_counters};
use crate::clock::Clock;
use crate::domain::{AppId, PARTITIONS, Partition, Sequence};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::{
    Accept, Accepted, Bounds, Claim, Confirmation, Counter, Delivery, EntryId, Epoch, Examination, Group, GroupStatus,
    LogStatus, Look, Pending, Queue, ReadLimits, Record, Seed, Seeded,
};
use crate::sqlite;

/// The holder of an entry, which the file does not know.
const UNKNOWN: &str = "unknown";

/// How long to wait before looking again whether something is acknowledged.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// The queue on `queue.db`, for looking.
pub struct QueueFile {
    readers: SqlitePool,
    bounds: Bounds,
    clock: Arc<dyn Clock>,
}

/// How far a group is, as the file says.
#[derive(Debug, Clone, Copy)]
struct Marks {
    /// Everything up to here is acknowledged.
    acked: EntryId,
    /// Everything up to here was delivered.
    delivered: EntryId,
}

impl QueueFile {
    /// Opens a file that is there, with this binary's schema; any other is [`Kind::Corrupt`].
    pub async fn open(path: &Path, bounds: Bounds, clock: Arc<dyn Clock>) -> Outcome<Self> {
        let readers = sqlite::open_readers(Part::Queue, path, READERS).await?;
        sqlite::check_schema(Part::Queue, path, &readers, &MIGRATIONS).await?;
        Ok(Self { readers, bounds, clock })
    }

    async fn marks(&self, group: Group) -> Outcome<Marks> {
        let (acked, delivered) = sql::group_marks(&self.readers, group).await?;
        Ok(Marks { acked, delivered: delivered.max(acked) })
    }

    async fn last(&self) -> Outcome<EntryId> {
        let reserved = sql::meta(&self.readers, "last_id").await?.and_then(|text| text.parse().ok()).unwrap_or(0);
        Ok(sql::newest(&self.readers).await?.max(EntryId::from_column(reserved)))
    }

    /// What lies after `from`, up to and with `to`, by partition.
    async fn between(&self, from: EntryId, to: EntryId) -> Outcome<Vec<(Partition, u64)>> {
        let counts = sql::count_partitions(&self.readers, from, to).await?;
        Ok(counts.into_iter().map(|(partition, count)| (partition, u64::from(count))).collect())
    }
}

fn total(counts: &[(Partition, u64)]) -> u64 {
    counts.iter().map(|(_, count)| count).sum()
}

/// The end of any log.
fn beyond() -> EntryId {
    EntryId::from_column(i64::MAX)
}

fn looking<T>() -> Outcome<T> {
    Err(Fault::new(Part::Queue, Kind::Refused, "change: its file was opened to be looked at"))
}

#[async_trait]
impl Queue for QueueFile {
    async fn counters(&self, sequences: &[Sequence]) -> Outcome<Vec<Option<Counter>>> {
        sql::counters(&self.readers, sequences).await
    }

    fn walk_counters(&self, app: Option<AppId>) -> BoxStream<'static, Outcome<Vec<(Sequence, Counter)>>> {
        walk_counters(self.readers.clone(), app)
    }

    async fn settled(&self, group: Group, partition: Partition, id: EntryId, wait: Duration) -> Outcome<bool> {
        let deadline = Instant::now() + wait;
        loop {
            let acked = self.marks(group).await?.acked;
            let waiting = self.between(acked, id).await?;
            if waiting.iter().all(|(one, count)| *one != partition || *count == 0) {
                return Ok(true);
            }
            if Instant::now() + LOOK_AGAIN >= deadline {
                return Ok(false);
            }
            sleep(LOOK_AGAIN).await;
        }
    }

    async fn last_id(&self, _partition: Partition) -> Outcome<EntryId> {
        self.last().await
    }

    async fn group(&self, group: Group) -> Outcome<GroupStatus> {
        let Marks { acked, delivered } = self.marks(group).await?;
        let pending = total(&self.between(acked, delivered).await?);
        let lag = sql::count_after(&self.readers, delivered).await?;
        let oldest = sql::range(&self.readers, acked, beyond(), 1).await?.pop();
        let oldest = oldest.map(|record| record.id.at());
        Ok(GroupStatus { depth: lag + pending, lag, pending, oldest, last_delivered: delivered })
    }

    async fn group_partitions(&self, group: Group) -> Outcome<Vec<(Partition, GroupStatus)>> {
        let Marks { acked, delivered } = self.marks(group).await?;
        let mut partitions: std::collections::BTreeMap<Partition, GroupStatus> = std::collections::BTreeMap::new();
        for (partition, lag) in self.between(delivered, beyond()).await? {
            partitions.entry(partition).or_default().lag = lag;
        }
        for (partition, pending) in self.between(acked, delivered).await? {
            partitions.entry(partition).or_default().pending = pending;
        }
        for status in partitions.values_mut() {
            status.depth = status.lag + status.pending;
            status.last_delivered = delivered;
        }
        Ok(partitions.into_iter().collect())
    }

    /// The moment of delivery is taken to be that of the entry: it was no earlier.
    async fn pending(&self, group: Group, idle: Duration, limit: usize) -> Outcome<Vec<Pending>> {
        let Marks { acked, delivered } = self.marks(group).await?;
        let earlier = sql::deliveries(&self.readers, group, acked).await?;
        let now = self.clock.now();
        let held = sql::range(&self.readers, acked, delivered, limit).await?.into_iter().map(|record| Pending {
            id: record.id,
            partition: record.partition,
            consumer: UNKNOWN.to_owned(),
            delivered_at: record.id.at(),
            deliveries: earlier.get(&record.id).copied().unwrap_or(0) + 1,
        });
        let long = |held: &Pending| Duration::from_millis(now.millis_since(held.delivered_at)) >= idle;
        Ok(held.filter(long).collect())
    }

    async fn log(&self) -> Outcome<LogStatus> {
        let acked = self.marks(Group::Persist).await?.acked;
        let (entries, bytes) = sql::size(&self.readers).await?;
        let fullest = self.between(acked, beyond()).await?.into_iter().map(|(_, count)| count).max().unwrap_or(0);
        let fill = share(fullest, u64::from(self.bounds.capacity)).max(share(bytes, self.bounds.max_bytes));
        Ok(LogStatus { entries, bytes, fill: fill.min(1.0) })
    }

    async fn look(&self, at: Look) -> Outcome<Vec<Record>> {
        sql::look(&self.readers, at).await
    }

    async fn entry(&self, id: EntryId) -> Outcome<Option<Record>> {
        Ok(sql::by_id(&self.readers, &[id]).await?.pop())
    }

    async fn unpersisted(&self, partition: Partition, limit: usize) -> Outcome<Vec<Record>> {
        let acked = self.marks(Group::Persist).await?.acked;
        sql::newest_of(&self.readers, partition, acked, limit).await
    }

    /// Whether the queue is closed is known to the process that confirmed it.
    async fn examine(&self) -> Outcome<Examination> {
        let last = self.last().await?;
        let epochs = sql::epochs(&self.readers).await?;
        Ok(Examination {
            installation: sql::meta(&self.readers, "installation").await?,
            server: sql::meta(&self.readers, "server").await?.unwrap_or_default(),
            confirmation: sql::meta(&self.readers, "confirmation").await?.and_then(|text| text.parse().ok()),
            durable: true,
            promoted: false,
            closed: false,
            partitions: epochs.into_iter().take(usize::from(PARTITIONS)).map(|epoch| (epoch, last)).collect(),
        })
    }

    async fn ping(&self) -> Outcome<()> {
        sql::meta(&self.readers, "server").await.map(|_| ())
    }

    async fn close(&self) {
        self.readers.close().await;
    }

    fn horizon(&self) -> Vec<EntryId> {
        Vec::new()
    }

    async fn follow(&self, _confirmation: u64, _epochs: &[Epoch]) -> Outcome<()> {
        Ok(())
    }

    async fn accept(&self, _request: Accept) -> Outcome<Accepted> {
        looking()
    }

    async fn open(&self, _sequence: Sequence, _epoch: Epoch, _after: EntryId) -> Outcome<()> {
        looking()
    }

    async fn seed(&self, _seed: Seed) -> Outcome<Seeded> {
        looking()
    }

    async fn distrust(&self, _sequence: Sequence) -> Outcome<()> {
        looking()
    }

    async fn read(&self, _group: Group, _consumer: &str, _limits: ReadLimits) -> Outcome<Vec<Delivery>> {
        looking()
    }

    async fn claim(&self, _group: Group, _consumer: &str, _what: Claim, _limit: usize) -> Outcome<Vec<Delivery>> {
        looking()
    }

    async fn acknowledge(&self, _group: Group, _consumer: &str, _records: &[(Partition, EntryId)]) -> Outcome<()> {
        looking()
    }

    async fn suspect(&self, _group: Group, _partition: Partition, _id: EntryId) -> Outcome<u32> {
        looking()
    }

    async fn trim(&self, _keep: Duration) -> Outcome<u64> {
        looking()
    }

    async fn enter(&self, _confirmation: &Confirmation) -> Outcome<()> {
        looking()
    }
}
