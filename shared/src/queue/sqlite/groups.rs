//! Where the groups stand, in memory: what is delivered, pending and acknowledged, and the newest part of the log, so
//! that a worker that keeps up never reads the file. What must survive a restart the writer commits: the floor below
//! which everything is acknowledged, and how far was delivered.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use super::ledger::ENTRY_OVERHEAD;
use crate::clock::Timestamp;
use crate::domain::{PARTITIONS, Partition};
use crate::queue::{Claim, Delivery, EntryId, Group, GroupStatus, Pending, Record};

/// Bytes of the newest entries kept in memory: more than a second of full load, which is further than workers that keep
/// up ever fall behind.
const TAIL_BYTES: u64 = 16 << 20;

/// One group.
#[derive(Debug, Default)]
pub struct GroupState {
    /// The last entry handed out.
    pub delivered: EntryId,
    /// Entries after `delivered`.
    pub lag: u64,
    /// How often entries were delivered before this start; only those that were in somebody's hands.
    pub earlier: HashMap<EntryId, u32>,
    pending: BTreeMap<EntryId, Held>,
    floor: EntryId,
}

#[derive(Debug, Clone)]
struct Held {
    partition: Partition,
    consumer: Arc<str>,
    delivered_at: Timestamp,
    deliveries: u32,
}

impl GroupState {
    /// A group whose work up to `acked` is done, with `lag` entries after that.
    pub fn resume(acked: EntryId, lag: u64, earlier: HashMap<EntryId, u32>) -> Self {
        Self { delivered: acked, lag, earlier, pending: BTreeMap::new(), floor: acked }
    }

    /// Everything up to here is acknowledged.
    pub fn floor(&self) -> EntryId {
        self.floor
    }

    fn deliver(&mut self, records: Vec<Record>, consumer: &str, now: Timestamp) -> Vec<Delivery> {
        let consumer: Arc<str> = consumer.into();
        let mut deliveries = Vec::with_capacity(records.len());
        for record in records {
            self.delivered = record.id;
            self.lag = self.lag.saturating_sub(1);
            let times = self.earlier.remove(&record.id).unwrap_or(0) + 1;
            let held = Held {
                partition: record.partition,
                consumer: Arc::clone(&consumer),
                delivered_at: now,
                deliveries: times,
            };
            self.pending.insert(record.id, held);
            deliveries.push(Delivery { record, deliveries: times });
        }
        deliveries
    }

    fn acknowledge(&mut self, ids: &[EntryId], last_id: EntryId) -> Vec<Partition> {
        let partitions = ids.iter().filter_map(|id| self.pending.remove(id).map(|held| held.partition)).collect();
        self.raise_floor(last_id);
        partitions
    }

    fn raise_floor(&mut self, last_id: EntryId) {
        self.floor = self.floor_after(&HashSet::new(), last_id);
    }

    /// The floor as it is when `ids` are acknowledged: below what is pending (W-TRIM-PENDING, N-SEED-WAIT-PENDING) and not
    /// above what was delivered (N-SEED-WAIT-UNREAD); with nothing pending and nothing to deliver, everything there ever
    /// was is done.
    pub fn floor_after(&self, ids: &HashSet<EntryId>, last_id: EntryId) -> EntryId {
        let reached = match self.pending.keys().find(|id| !ids.contains(id)) {
            Some(first) => EntryId::from_column(first.to_column() - 1),
            None if self.lag == 0 => last_id,
            None => self.delivered,
        };
        self.floor.max(reached)
    }

    /// Whether nothing of a partition is left to do up to `id`: what is held of another one does not count.
    pub fn is_settled(&self, partition: Partition, id: EntryId) -> bool {
        let holds = |(_, held): (&EntryId, &Held)| held.partition == partition;
        self.floor >= id || (self.delivered >= id && !self.pending.range(..=id).any(holds))
    }

    fn claimable(&self, consumer: &str, what: Claim, now: Timestamp, limit: usize) -> Vec<EntryId> {
        let wanted = |held: &Held| match what {
            Claim::Own => &*held.consumer == consumer,
            Claim::Idle(idle) => idle_for(held, now) >= idle,
        };
        self.pending.iter().filter(|(_, held)| wanted(held)).map(|(id, _)| *id).take(limit).collect()
    }
}

fn idle_for(held: &Held, now: Timestamp) -> Duration {
    Duration::from_millis(now.millis_since(held.delivered_at))
}

/// The log as the process sees it.
#[derive(Debug)]
pub struct Groups {
    persist: GroupState,
    index: GroupState,
    /// Entries on the log that are not trimmed.
    pub entries: u64,
    /// About how many bytes they take.
    pub bytes: u64,
    /// The last entry appended.
    pub last_id: EntryId,
    occupied: [u32; PARTITIONS as usize],
    handed_out: [VecDeque<EntryId>; PARTITIONS as usize],
    tail: VecDeque<Record>,
    tail_bytes: u64,
    tail_after: EntryId,
    drained: Rate,
}

/// What a read finds.
#[derive(Debug)]
pub enum Next {
    /// Entries, delivered now.
    Entries(Vec<Delivery>),
    /// They are not in memory any more: read the file after this id, up to and with that one.
    File(EntryId, EntryId),
    /// Nothing to deliver.
    Nothing,
}

impl Groups {
    /// The log of a file that was just opened.
    pub fn new(persist: GroupState, index: GroupState, occupied: [u32; PARTITIONS as usize], last_id: EntryId) -> Self {
        Self {
            persist,
            index,
            entries: 0,
            bytes: 0,
            last_id,
            occupied,
            handed_out: std::array::from_fn(|_| VecDeque::new()),
            tail: VecDeque::new(),
            tail_bytes: 0,
            tail_after: last_id,
            drained: Rate::default(),
        }
    }

    /// A group's state.
    pub fn group(&self, group: Group) -> &GroupState {
        match group {
            Group::Persist => &self.persist,
            Group::Index => &self.index,
        }
    }

    fn group_mut(&mut self, group: Group) -> &mut GroupState {
        match group {
            Group::Persist => &mut self.persist,
            Group::Index => &mut self.index,
        }
    }

    /// Entries of each partition from the oldest on that waits for `persist`: what is done behind one that is held still
    /// counts, or the held one's number would fall out of what a gap covers (N-CAPACITY-SPAN).
    pub fn occupied(&self) -> [u32; PARTITIONS as usize] {
        self.occupied
    }

    /// When a full log is worth trying again: when a tenth of what waits is drained at the rate of late.
    pub fn retry_after(&self) -> Duration {
        let waiting = self.persist.lag + self.persist.pending.len() as u64;
        let seconds = (waiting / 10) / self.drained.per_second().max(1);
        Duration::from_secs(seconds.clamp(1, 30))
    }

    /// Takes over what was committed.
    pub fn append(&mut self, records: Vec<Record>) {
        for record in records {
            let bytes = record.payload.len() as u64 + ENTRY_OVERHEAD;
            self.last_id = record.id;
            self.entries += 1;
            self.bytes += bytes;
            self.persist.lag += 1;
            self.index.lag += 1;
            if let Some(count) = self.occupied.get_mut(usize::from(record.partition)) {
                *count += 1;
            }
            self.tail_bytes += bytes;
            self.tail.push_back(record);
        }
        while self.tail_bytes > TAIL_BYTES {
            self.drop_oldest();
        }
    }

    /// Ids go on above `floor` from now on; nothing was appended.
    pub fn reserve(&mut self, floor: EntryId) {
        self.last_id = self.last_id.max(floor);
        self.persist.raise_floor(self.last_id);
        self.index.raise_floor(self.last_id);
    }

    /// Up to where `group` may be delivered: `index` never passes what `persist` has acknowledged.
    pub fn limit(&self, group: Group) -> EntryId {
        match group {
            Group::Persist => self.last_id,
            Group::Index => self.persist.floor,
        }
    }

    /// Delivers what comes next, as far as it is in memory.
    pub fn next(&mut self, group: Group, consumer: &str, entries: usize, bytes: usize, now: Timestamp) -> Next {
        let (from, to) = (self.group(group).delivered, self.limit(group));
        if self.group(group).lag == 0 || from >= to {
            return Next::Nothing;
        }
        if from < self.tail_after {
            return Next::File(from, to.min(self.tail_after));
        }
        let start = self.tail.partition_point(|record| record.id <= from);
        let mut left = bytes;
        let records: Vec<Record> = self
            .tail
            .range(start..)
            .take(entries)
            .take_while(|record| record.id <= to)
            .enumerate()
            .take_while(|(place, record)| take_bytes(&mut left, record.payload.len()) || *place == 0)
            .map(|(_, record)| record.clone())
            .collect();
        if records.is_empty() {
            return Next::Nothing;
        }
        Next::Entries(self.deliver(group, records, consumer, now))
    }

    fn deliver(&mut self, group: Group, records: Vec<Record>, consumer: &str, now: Timestamp) -> Vec<Delivery> {
        if group == Group::Persist {
            for record in &records {
                if let Some(handed_out) = self.handed_out.get_mut(usize::from(record.partition)) {
                    handed_out.push_back(record.id);
                }
            }
        }
        self.group_mut(group).deliver(records, consumer, now)
    }

    /// Delivers what was read from the file after [`Next::File`], unless somebody else was faster.
    pub fn deliver_from_file(
        &mut self,
        group: Group,
        from: EntryId,
        records: Vec<Record>,
        consumer: &str,
        now: Timestamp,
    ) -> Vec<Delivery> {
        if self.group(group).delivered != from {
            return Vec::new();
        }
        self.deliver(group, records, consumer, now)
    }

    /// Nothing is left in the file up to `to`: the group goes on after it.
    pub fn skip_to(&mut self, group: Group, from: EntryId, to: EntryId) {
        let state = self.group_mut(group);
        if state.delivered == from {
            state.delivered = to;
        }
    }

    /// Acknowledges.
    pub fn acknowledge(&mut self, group: Group, ids: &[EntryId], now: Timestamp) {
        let last_id = self.last_id;
        let partitions = self.group_mut(group).acknowledge(ids, last_id);
        if group == Group::Persist {
            self.drained.add(partitions.len() as u64, now);
            for partition in partitions {
                self.vacate(partition);
            }
        }
    }

    /// What `persist` is done with gives its room back from the partition's oldest entry on.
    fn vacate(&mut self, partition: Partition) {
        let place = usize::from(partition);
        let (Some(handed_out), Some(count)) = (self.handed_out.get_mut(place), self.occupied.get_mut(place)) else {
            return;
        };
        while handed_out.pop_front_if(|id| !self.persist.pending.contains_key(id)).is_some() {
            *count = count.saturating_sub(1);
        }
    }

    /// The ids that a claim takes.
    pub fn claimable(&self, group: Group, consumer: &str, what: Claim, now: Timestamp, limit: usize) -> Vec<EntryId> {
        self.group(group).claimable(consumer, what, now, limit)
    }

    /// Gives claimed entries to their new consumer.
    pub fn claim(&mut self, group: Group, records: Vec<Record>, consumer: &str, now: Timestamp) -> Vec<Delivery> {
        let consumer: Arc<str> = consumer.into();
        let state = self.group_mut(group);
        records
            .into_iter()
            .filter_map(|record| {
                let held = state.pending.get_mut(&record.id)?;
                held.consumer = Arc::clone(&consumer);
                held.delivered_at = now;
                held.deliveries += 1;
                Some(Delivery { deliveries: held.deliveries, record })
            })
            .collect()
    }

    /// Up to where nobody needs the log any more: nothing pending is at or below it (W-TRIM-PENDING).
    pub fn trimmable(&self) -> EntryId {
        self.persist.floor.min(self.index.floor)
    }

    /// Takes over what was trimmed.
    pub fn trimmed(&mut self, through: EntryId, entries: u64, bytes: u64) {
        self.entries = self.entries.saturating_sub(entries);
        self.bytes = self.bytes.saturating_sub(bytes);
        while self.tail.front().is_some_and(|record| record.id <= through) {
            self.drop_oldest();
        }
    }

    /// How far a group is.
    pub fn status(&self, group: Group) -> GroupStatus {
        let state = self.group(group);
        let pending = state.pending.len() as u64;
        // Without anything pending, the first entry after the floor is about as old as what is in the tail behind it.
        let oldest = state.pending.keys().next().copied().or_else(|| {
            let start = self.tail.partition_point(|record| record.id <= state.floor);
            (state.lag > 0).then(|| self.tail.get(start).map_or(state.floor, |record| record.id))
        });
        GroupStatus {
            depth: state.lag + pending,
            lag: state.lag,
            pending,
            oldest: oldest.map(EntryId::at),
            last_delivered: state.delivered,
        }
    }

    /// What a group holds.
    pub fn pending(&self, group: Group, idle: Duration, now: Timestamp, limit: usize) -> Vec<Pending> {
        let held = self.group(group).pending.iter().filter(|(_, held)| idle_for(held, now) >= idle);
        held.take(limit)
            .map(|(id, held)| Pending {
                id: *id,
                partition: held.partition,
                consumer: held.consumer.to_string(),
                delivered_at: held.delivered_at,
                deliveries: held.deliveries,
            })
            .collect()
    }

    /// Pending entries of each partition.
    pub fn pending_partitions(&self, group: Group) -> HashMap<Partition, u64> {
        let mut counts = HashMap::new();
        for held in self.group(group).pending.values() {
            *counts.entry(held.partition).or_default() += 1;
        }
        counts
    }

    fn drop_oldest(&mut self) {
        if let Some(record) = self.tail.pop_front() {
            self.tail_bytes = self.tail_bytes.saturating_sub(record.payload.len() as u64 + ENTRY_OVERHEAD);
            self.tail_after = record.id;
        }
    }
}

fn take_bytes(left: &mut usize, bytes: usize) -> bool {
    let fits = *left >= bytes;
    *left = left.saturating_sub(bytes);
    fits
}

/// How many entries a second `persist` got done of late: the last whole span of about a second.
#[derive(Debug, Default)]
struct Rate {
    since: Timestamp,
    count: u64,
    per_second: u64,
}

impl Rate {
    fn add(&mut self, count: u64, now: Timestamp) {
        self.count += count;
        let elapsed = now.millis_since(self.since);
        if elapsed >= 1_000 {
            self.per_second = self.count * 1_000 / elapsed;
            self.count = 0;
            self.since = now;
        }
    }

    fn per_second(&self) -> u64 {
        self.per_second
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::*;

    const NOW: Timestamp = Timestamp::EPOCH;

    fn groups() -> Groups {
        Groups::new(GroupState::default(), GroupState::default(), [0; PARTITIONS as usize], EntryId::ZERO)
    }

    fn record(count: u64) -> Record {
        Record { id: EntryId::new(1, count), partition: 0, number: 1, payload: Bytes::from_static(b"x") }
    }

    fn take(groups: &mut Groups, group: Group) -> Vec<EntryId> {
        match groups.next(group, "w", 10, 1_000, NOW) {
            Next::Entries(deliveries) => deliveries.into_iter().map(|delivery| delivery.record.id).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn index_never_passes_what_persist_has_acknowledged() {
        let mut groups = groups();
        groups.append(vec![record(1), record(2)]);
        let ids = take(&mut groups, Group::Persist);
        assert_eq!(take(&mut groups, Group::Index), []);
        groups.acknowledge(Group::Persist, &ids[..1], NOW);
        assert_eq!(take(&mut groups, Group::Index), ids[..1]);
    }

    #[test]
    fn the_floor_waits_for_the_oldest_pending_entry() {
        let mut groups = groups();
        groups.append(vec![record(1), record(2)]);
        let ids = take(&mut groups, Group::Persist);
        groups.acknowledge(Group::Persist, &ids[1..], NOW);
        assert!(groups.group(Group::Persist).floor() < ids[0]);
        groups.acknowledge(Group::Persist, &ids[..1], NOW);
        assert_eq!(groups.group(Group::Persist).floor(), ids[1]);
        assert_eq!(groups.trimmable(), EntryId::ZERO);
    }

    #[test]
    fn what_is_done_behind_a_held_entry_takes_room_until_that_is_done_too() {
        let mut groups = groups();
        groups.append((1..=4).map(record).collect());
        let ids = take(&mut groups, Group::Persist);
        groups.acknowledge(Group::Persist, &ids[1..3], NOW);
        assert_eq!(groups.occupied()[0], 4);
        groups.acknowledge(Group::Persist, &ids[..1], NOW);
        assert_eq!(groups.occupied()[0], 1);
        groups.append(vec![record(5)]);
        groups.acknowledge(Group::Persist, &ids[3..], NOW);
        assert_eq!(groups.occupied()[0], 1, "what is not delivered takes room");
    }

    #[test]
    fn an_idle_entry_is_claimed_with_one_delivery_more() {
        let mut groups = groups();
        groups.append(vec![record(1)]);
        take(&mut groups, Group::Persist);
        let later = Timestamp::from_millis(5_000);
        let idle = Claim::Idle(Duration::from_secs(5));
        assert_eq!(groups.claimable(Group::Persist, "other", idle, later, 9), [record(1).id]);
        let claimed = groups.claim(Group::Persist, vec![record(1)], "other", later);
        assert_eq!(claimed[0].deliveries, 2);
        assert_eq!(groups.claimable(Group::Persist, "third", idle, later, 9), []);
    }
}
