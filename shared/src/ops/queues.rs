//! The queues and who works on them.

use std::time::Duration;

use super::stations::state_of;
use super::status::answer;
use super::{Asked, DEFAULT_LIMIT, Installation, MAX_LIMIT, limit};
use crate::api::types::admin::{
    List, Log, PendingEntry, PendingQuery, QueuePartition, QueueStatus, Queues, StationState, StationStatus, Worker,
};
use crate::clock::Timestamp;
use crate::domain::Partition;
use crate::fault::Part;
use crate::queue::{EntryId, Group, GroupStatus, LogStatus, Pending};
use crate::store::Node;

/// A worker that gave no sign of life for so long counts as gone: four heartbeats.
pub(super) const ALIVE_MS: u64 = 20_000;

impl Installation {
    /// The log and its queues, by partition too.
    pub async fn queues(&self) -> Asked<Queues> {
        let mut queues = Vec::with_capacity(Group::ALL.len());
        let stations = self.stations_if_told().await?;
        for queue in Group::ALL {
            queues.push(self.queue_among(queue, &stations).await?);
        }
        Ok(Queues { log: log(self.queue.log().await?), queues, stations })
    }

    /// One queue, by partition too.
    pub async fn queue(&self, queue: Group) -> Asked<QueueStatus> {
        self.queue_among(queue, &self.stations_if_told().await?).await
    }

    /// What operators have stopped; nothing where the store is away: the queues are looked at all the same.
    async fn stations_if_told(&self) -> Asked<Vec<StationStatus>> {
        match answer(Part::Store, self.standing_stations()).await {
            Err(fault) if fault.is_transient() => Ok(Vec::new()),
            stations => Ok(stations?),
        }
    }

    async fn queue_among(&self, queue: Group, stations: &[StationStatus]) -> Asked<QueueStatus> {
        let (whole, partitions) = (self.queue.group(queue).await?, self.queue.group_partitions(queue).await?);
        let now = self.clock.now();
        let partitions = partitions.into_iter().map(|(partition, status)| by_partition(partition, status, now));
        let state = state_of(queue, stations);
        Ok(QueueStatus { partitions: partitions.collect(), ..group(queue, state, whole, now) })
    }

    /// What a queue's workers hold, oldest first.
    pub async fn pending(&self, queue: Group, query: &PendingQuery) -> Asked<List<PendingEntry>> {
        let limit = limit(query.limit, DEFAULT_LIMIT, MAX_LIMIT)?;
        let idle = Duration::from_millis(query.idle_ms.unwrap_or(0));
        let pending = self.queue.pending(queue, idle, limit as usize).await?;
        let now = self.clock.now();
        Ok(List::whole(pending.into_iter().map(|held| pending_entry(held, now)).collect()))
    }

    /// The processes of the installation.
    pub async fn workers(&self) -> Asked<List<Worker>> {
        let now = self.clock.now();
        Ok(List::whole(self.store.nodes().await?.into_iter().map(|node| worker(node, now)).collect()))
    }
}

/// A queue without its partitions.
pub(super) fn group(queue: Group, state: StationState, status: GroupStatus, now: Timestamp) -> QueueStatus {
    QueueStatus {
        queue,
        state,
        depth: status.depth,
        lag: status.lag,
        pending: status.pending,
        oldest_at: status.oldest,
        oldest_age_ms: status.oldest.map(|oldest| now.millis_since(oldest)),
        last_delivered: delivered(status.last_delivered),
        partitions: Vec::new(),
    }
}

fn by_partition(partition: Partition, status: GroupStatus, now: Timestamp) -> QueuePartition {
    QueuePartition {
        partition,
        depth: status.depth,
        lag: status.lag,
        pending: status.pending,
        oldest_age_ms: status.oldest.map(|oldest| now.millis_since(oldest)),
        last_delivered: delivered(status.last_delivered),
    }
}

fn delivered(id: EntryId) -> Option<EntryId> {
    (id != EntryId::ZERO).then_some(id)
}

pub(super) fn log(status: LogStatus) -> Log {
    // A millionth is exact enough, and short enough to be read back from JSON as it was written.
    let fill = (status.fill * 1e6).round() / 1e6;
    Log { entries: status.entries, size_bytes: status.bytes, fill }
}

fn pending_entry(held: Pending, now: Timestamp) -> PendingEntry {
    PendingEntry {
        id: held.id,
        partition: held.partition,
        consumer: held.consumer,
        delivered_at: held.delivered_at,
        idle_ms: now.millis_since(held.delivered_at),
        deliveries: held.deliveries,
    }
}

pub(super) fn worker(node: Node, now: Timestamp) -> Worker {
    let heartbeat_age_ms = now.millis_since(node.heartbeat_at);
    Worker {
        id: node.id,
        role: node.role,
        pid: node.pid,
        version: node.version,
        entry_version: node.entry_version,
        started_at: node.started_at,
        heartbeat_at: node.heartbeat_at,
        heartbeat_age_ms,
        alive: heartbeat_age_ms <= ALIVE_MS,
        search_generation: node.search_generation,
    }
}
