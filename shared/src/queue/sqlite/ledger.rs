//! The decisions of the queue, without a database: what a group commit answers and what it must write, given what is
//! stored. Nothing here is true before the writer has committed it; then the draft is folded into the ledger.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use bytes::Bytes;

use crate::clock::Timestamp;
use crate::domain::{PARTITIONS, Partition, Sequence};
use crate::queue::{
    Accept, Accepted, Bounds, Change, Counter, EntryId, Epoch, KeyHash, Once, Receipt, Record, Seed, Seeded, Work,
    check_value,
};

/// Counters kept in memory (about 100 bytes each). Past it all are forgotten and read again as they are needed.
const COUNTERS_KEPT: usize = 100_000;

/// About what an entry costs on the disk beside its payload: the row's header, its id, its share of the pages.
pub const ENTRY_OVERHEAD: u64 = 24;

/// A counter as its row holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// The last number given; `None` while it waits for its seed.
    pub n: Option<u32>,
    /// The epoch in which it was seeded, or began to wait.
    pub epoch: Epoch,
    /// The check value over n.
    pub check: u32,
    /// The log's last id when it began to wait for its seed.
    pub seed: EntryId,
    /// Whether the sequence is closed.
    pub closed: bool,
}

impl Stored {
    fn valid(n: u32, epoch: Epoch, closed: bool) -> Self {
        Self { n: Some(n), epoch, check: check_value(n), seed: EntryId::ZERO, closed }
    }

    /// The number, where it may be counted on: seeded in this epoch (N-COUNTER-EPOCH), changed by nobody else
    /// (N-SEED-CHECK).
    fn n_in(&self, epoch: Epoch) -> Option<u32> {
        self.n.filter(|n| self.epoch == epoch && self.check == check_value(*n))
    }

    /// As the port shows it.
    pub fn as_counter(&self) -> Counter {
        let check_ok = self.n.is_some_and(|n| self.check == check_value(n));
        Counter { n: self.n, epoch: self.epoch, check_ok, closed: self.closed }
    }
}

/// What a known idempotency key answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answered {
    /// The digest of the request.
    pub body: KeyHash,
    /// The answer.
    pub receipt: Receipt,
}

/// What the writer knows of the file, all of it committed.
#[derive(Debug)]
pub struct Ledger {
    /// Each partition's epoch; `None` before the queue is confirmed.
    pub epochs: [Option<Epoch>; PARTITIONS as usize],
    /// Whether the last confirmation stopped accepting.
    pub closed: bool,
    /// The greatest id ever given, or reserved by a confirmation.
    pub last_id: EntryId,
    bounds: Bounds,
    counters: HashMap<Sequence, Stored>,
}

/// How full the log is when a draft begins.
#[derive(Debug, Clone)]
pub struct Room {
    /// Entries of each partition from the oldest on that waits for `persist`.
    pub occupied: [u32; PARTITIONS as usize],
    /// Bytes of the log.
    pub bytes: u64,
    /// When a full log is worth trying again.
    pub retry_after: Duration,
}

impl Ledger {
    /// The ledger of a file that is still to be confirmed.
    pub fn new(last_id: EntryId, bounds: Bounds) -> Self {
        Self { epochs: [None; PARTITIONS as usize], closed: false, last_id, bounds, counters: HashMap::new() }
    }

    /// Whether the counter is in memory.
    pub fn knows(&self, sequence: &Sequence) -> bool {
        self.counters.contains_key(sequence)
    }

    /// Begins a group commit.
    pub fn draft(&self, now: Timestamp, room: Room) -> Draft<'_> {
        Draft {
            ledger: self,
            now,
            room,
            last_id: self.last_id,
            loaded: HashMap::new(),
            touched: HashSet::new(),
            keys: HashMap::new(),
            changes: HashMap::new(),
            written: Written::default(),
        }
    }

    /// Takes over what a draft wrote, after its COMMIT.
    pub fn commit(&mut self, committed: Committed) {
        self.last_id = committed.last_id;
        if self.counters.len() + committed.counters.len() > COUNTERS_KEPT {
            self.counters.clear();
        }
        self.counters.extend(committed.counters);
    }

    /// Forgets the counters in memory: they may no longer be what the file holds.
    pub fn forget(&mut self) {
        self.counters.clear();
    }
}

/// A group commit in the making.
#[derive(Debug)]
pub struct Draft<'a> {
    ledger: &'a Ledger,
    now: Timestamp,
    room: Room,
    last_id: EntryId,
    loaded: HashMap<Sequence, Option<Stored>>,
    touched: HashSet<Sequence>,
    keys: HashMap<KeyHash, Option<Answered>>,
    changes: HashMap<(Sequence, u32), EntryId>,
    written: Written,
}

/// What a draft wants to be written.
#[derive(Debug, Default)]
pub struct Written {
    /// Entries to append, ascending.
    pub records: Vec<Record>,
    /// Counters to set.
    pub counters: Vec<(Sequence, Stored)>,
    /// Idempotency keys to remember.
    pub keys: Vec<(KeyHash, Answered)>,
    /// Last changes to remember.
    pub changes: Vec<(Sequence, u32, EntryId)>,
}

/// What the ledger takes over after the commit.
#[derive(Debug)]
pub struct Committed {
    last_id: EntryId,
    counters: Vec<(Sequence, Stored)>,
}

impl Draft<'_> {
    /// Gives the draft what the file holds of a counter.
    pub fn load_counter(&mut self, sequence: Sequence, stored: Option<Stored>) {
        self.loaded.insert(sequence, stored);
    }

    /// Gives the draft what the file holds of a key.
    pub fn load_key(&mut self, key: KeyHash, answered: Option<Answered>) {
        self.keys.insert(key, answered);
    }

    /// Gives the draft the last change that the file holds.
    pub fn load_change(&mut self, sequence: Sequence, number: u32, id: EntryId) {
        self.changes.insert((sequence, number), id);
    }

    /// One atomic step: the caller's epoch (N-ACCEPT-EPOCH), known key (N-KEYS-IN-QUEUE), counter, room, append, and only
    /// then the number (N-APPEND-FIRST).
    pub fn accept(&mut self, request: &Accept) -> Accepted {
        let partition = request.sequence.partition();
        if self.epoch(partition) != Some(request.epoch) {
            return Accepted::Epoch;
        }
        // N-PAUSE-CLOSED: what the counter says may still be asked.
        if self.ledger.closed && !matches!(&request.work, Work::Create(payloads) if payloads.is_empty()) {
            return Accepted::Closed;
        }
        if let Some(answer) = request.once.as_ref().and_then(|once| self.replay(once)) {
            return answer;
        }
        match &request.work {
            Work::Create(payloads) => self.create(request, partition, payloads),
            Work::Change(change) => self.change(request.sequence, partition, change),
        }
    }

    /// The chat that its creator has just made (N-OPEN-OWN) starts at 0, in the epoch that the creator knew before
    /// (N-OPEN-EPOCH) and where there is no counter (N-OPEN-ABSENT): one that has numbered anything stays for a day at least,
    /// which is longer than a creation takes.
    pub fn open(&mut self, sequence: Sequence, epoch: Epoch) {
        if self.epoch(sequence.partition()) == Some(epoch) && self.counter(sequence).is_none() {
            self.set(sequence, Stored::valid(0, epoch, false));
        }
    }

    /// The counter waits for a seed again, with a log's last id of its own (N-SEED-MARK-CLEARED).
    pub fn distrust(&mut self, sequence: Sequence) {
        if let Some(stored) = self.counter(sequence).filter(|stored| stored.n.is_some()) {
            self.set(sequence, Stored { n: None, check: 0, seed: self.last_id, ..stored });
        }
    }

    /// Sets n only where the epoch is the same (N-SEED-EPOCH) and the counter still holds the id that its seeding waited
    /// for (N-SEED-MARK), which it then forgets (N-SEED-MARK-CLEARED); a valid counter is left alone.
    pub fn seed(&mut self, seed: &Seed) -> Seeded {
        if self.epoch(seed.sequence.partition()) != Some(seed.epoch) {
            return Seeded::Epoch;
        }
        match self.counter(seed.sequence) {
            Some(stored) if stored.n_in(seed.epoch).is_some() => Seeded::Kept,
            Some(stored) if stored.n.is_none() && stored.epoch == seed.epoch && stored.seed == seed.last => {
                self.set(seed.sequence, Stored::valid(seed.n, seed.epoch, seed.closed || stored.closed));
                Seeded::Set
            }
            _ => Seeded::Moved,
        }
    }

    /// What is to be written, and what the ledger takes over once it is committed.
    pub fn finish(mut self) -> (Written, Committed) {
        let counters: Vec<_> =
            self.touched.iter().filter_map(|sequence| Some((*sequence, (*self.loaded.get(sequence)?)?))).collect();
        // What was only read is worth keeping too.
        let known = self.loaded.iter().filter_map(|(sequence, stored)| Some((*sequence, (*stored)?))).collect();
        self.written.counters = counters;
        (self.written, Committed { last_id: self.last_id, counters: known })
    }

    fn epoch(&self, partition: Partition) -> Option<Epoch> {
        self.ledger.epochs.get(usize::from(partition)).copied().flatten()
    }

    fn counter(&self, sequence: Sequence) -> Option<Stored> {
        match self.loaded.get(&sequence) {
            Some(stored) => *stored,
            None => self.ledger.counters.get(&sequence).copied(),
        }
    }

    fn set(&mut self, sequence: Sequence, stored: Stored) {
        self.loaded.insert(sequence, Some(stored));
        self.touched.insert(sequence);
    }

    fn replay(&self, once: &Once) -> Option<Accepted> {
        let answered = self.keys.get(&once.key).copied().flatten()?;
        // Its number belongs to another content (N-KEYS-BODY).
        if answered.body != once.body {
            return Some(Accepted::KeyConflict);
        }
        Some(Accepted::Done(Receipt { replayed: true, ..answered.receipt }))
    }

    fn create(&mut self, request: &Accept, partition: Partition, payloads: &[Bytes]) -> Accepted {
        let stored = match self.counter(request.sequence) {
            Some(stored) if stored.closed => return Accepted::Gone,
            Some(stored) => stored,
            None => return self.wait_for_seed(request.sequence, request.epoch, false),
        };
        let Some(n) = stored.n_in(request.epoch) else {
            return self.wait_for_seed(request.sequence, request.epoch, stored.closed);
        };
        let count = u32::try_from(payloads.len()).unwrap_or(u32::MAX);
        if !self.has_room(partition, payloads.iter().map(Bytes::len).sum(), count) || n.checked_add(count).is_none() {
            return Accepted::Full(self.room.retry_after);
        }
        for (number, payload) in (n + 1..).zip(payloads) {
            self.append(partition, number, payload.clone());
        }
        self.set(request.sequence, Stored::valid(n + count, request.epoch, false));
        let receipt = Receipt { first: n + 1, count, last_id: self.last_id, replayed: false };
        // Committed with the entries (N-KEYS-WITH-APPEND).
        if let Some(once) = &request.once {
            let answered = Answered { body: once.body, receipt };
            self.keys.insert(once.key, Some(answered));
            self.written.keys.push((once.key, answered));
        }
        Accepted::Done(receipt)
    }

    fn change(&mut self, sequence: Sequence, partition: Partition, change: &Change) -> Accepted {
        let place = (sequence, change.number);
        if let Some(condition) = change.if_version {
            let current = self.changes.get(&place).copied().unwrap_or(condition.row);
            if current != condition.expected {
                return Accepted::Changed(current);
            }
        }
        if !self.has_room(partition, change.payload.len(), 1) {
            return Accepted::Full(self.room.retry_after);
        }
        self.append(partition, change.number, change.payload.clone());
        self.changes.insert(place, self.last_id);
        self.written.changes.push((sequence, change.number, self.last_id));
        if change.closes {
            self.close(sequence, self.epoch(partition).unwrap_or(0));
        }
        Accepted::Done(Receipt { first: change.number, count: 1, last_id: self.last_id, replayed: false })
    }

    fn close(&mut self, sequence: Sequence, epoch: Epoch) {
        let absent = Stored { n: None, epoch, check: 0, seed: EntryId::ZERO, closed: true };
        let stored = self.counter(sequence).unwrap_or(absent);
        self.set(sequence, Stored { closed: true, ..stored });
    }

    /// The counter holds the log's last id from the first asker on, so that all askers wait for the same (N-SEED-MARK).
    /// One that had an n, or waited in another epoch, takes an id of its own (N-SEED-MARK-CLEARED).
    fn wait_for_seed(&mut self, sequence: Sequence, epoch: Epoch, closed: bool) -> Accepted {
        let waiting = self.counter(sequence).filter(|stored| stored.n.is_none() && stored.epoch == epoch);
        let seed = waiting.map_or(self.last_id, |stored| stored.seed);
        if waiting.is_none() {
            self.set(sequence, Stored { n: None, epoch, check: 0, seed, closed });
        }
        Accepted::Seed(seed)
    }

    /// Whether the partition's log holds at most its capacity with `count` entries more (N-CAPACITY).
    fn has_room(&self, partition: Partition, bytes: usize, count: u32) -> bool {
        let occupied = self.room.occupied.get(usize::from(partition)).copied().unwrap_or(u32::MAX);
        occupied.saturating_add(count) <= self.ledger.bounds.capacity
            && self.room.bytes + bytes as u64 + u64::from(count) * ENTRY_OVERHEAD <= self.ledger.bounds.max_bytes
    }

    fn append(&mut self, partition: Partition, number: u32, payload: Bytes) {
        self.last_id = self.last_id.next(self.now);
        if let Some(occupied) = self.room.occupied.get_mut(usize::from(partition)) {
            *occupied += 1;
        }
        self.room.bytes += payload.len() as u64 + ENTRY_OVERHEAD;
        self.written.records.push(Record { id: self.last_id, partition, number, payload });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::AppId;

    const CHAT: Sequence = Sequence::Messages(AppId(1), 1);

    fn ledger(counters: &[(Sequence, Stored)]) -> Ledger {
        let mut ledger = Ledger::new(EntryId::ZERO, Bounds { capacity: 3, max_bytes: 1 << 20 });
        ledger.epochs = [Some(1); PARTITIONS as usize];
        ledger.counters.extend(counters.iter().copied());
        ledger
    }

    fn room() -> Room {
        Room { occupied: [0; PARTITIONS as usize], bytes: 0, retry_after: Duration::from_secs(1) }
    }

    fn create(count: usize) -> Accept {
        Accept { sequence: CHAT, epoch: 1, work: Work::Create(vec![Bytes::from_static(b"x"); count]), once: None }
    }

    fn firsts(answers: &[Accepted]) -> Vec<u32> {
        answers
            .iter()
            .filter_map(|answer| if let Accepted::Done(receipt) = answer { Some(receipt.first) } else { None })
            .collect()
    }

    #[test]
    fn numbers_are_dense_within_and_over_drafts() {
        let mut ledger = ledger(&[(CHAT, Stored::valid(0, 1, false))]);
        let mut draft = ledger.draft(Timestamp::from_millis(1), room());
        let answers = [draft.accept(&create(1)), draft.accept(&create(2))];
        assert_eq!(firsts(&answers), [1, 2]);
        let (written, committed) = draft.finish();
        assert_eq!(written.records.iter().map(|record| record.number).collect::<Vec<_>>(), [1, 2, 3]);
        ledger.commit(committed);
        let mut draft = ledger.draft(Timestamp::from_millis(1), room());
        assert_eq!(firsts(&[draft.accept(&create(1))]), [4]);
    }

    #[test]
    fn a_draft_that_is_not_committed_spends_no_number() {
        let ledger = ledger(&[(CHAT, Stored::valid(7, 1, false))]);
        let _ = ledger.draft(Timestamp::from_millis(1), room()).accept(&create(1));
        assert_eq!(firsts(&[ledger.draft(Timestamp::from_millis(1), room()).accept(&create(1))]), [8]);
    }

    #[test]
    fn a_full_partition_refuses_the_whole_batch() {
        let ledger = ledger(&[(CHAT, Stored::valid(0, 1, false))]);
        let mut draft = ledger.draft(Timestamp::from_millis(1), room());
        assert!(matches!(draft.accept(&create(4)), Accepted::Full(_)));
        assert_eq!(firsts(&[draft.accept(&create(3))]), [1]);
    }

    #[test]
    fn a_counter_changed_by_hand_is_seeded_again() {
        let ledger = ledger(&[(CHAT, Stored { n: Some(3), ..Stored::valid(9, 1, false) })]);
        let mut draft = ledger.draft(Timestamp::from_millis(1), room());
        let Accepted::Seed(last) = draft.accept(&create(1)) else { panic!("a wrong check value was believed") };
        let seed = Seed { sequence: CHAT, epoch: 1, last, n: 9, closed: false };
        assert_eq!(draft.seed(&seed), Seeded::Set);
        assert_eq!(draft.seed(&seed), Seeded::Kept);
        assert_eq!(firsts(&[draft.accept(&create(1))]), [10]);
    }

    #[test]
    fn a_distrusted_counter_is_seeded_again_and_an_absent_one_stays_absent() {
        let mut ledger = ledger(&[(CHAT, Stored::valid(3, 1, false))]);
        ledger.last_id = EntryId::new(5, 0);
        let mut draft = ledger.draft(Timestamp::from_millis(1), room());
        draft.distrust(CHAT);
        assert_eq!(draft.accept(&create(1)), Accepted::Seed(EntryId::new(5, 0)));
        let other = Sequence::Messages(AppId(1), 2);
        draft.distrust(other);
        assert_eq!(draft.counter(other), None);
    }

    #[test]
    fn a_closed_sequence_answers_gone_even_where_it_was_never_counted() {
        let ledger = ledger(&[]);
        let mut draft = ledger.draft(Timestamp::from_millis(1), room());
        let delete = Change { number: 0, payload: Bytes::from_static(b"d"), if_version: None, closes: true };
        draft.accept(&Accept { sequence: CHAT, epoch: 1, work: Work::Change(delete), once: None });
        assert_eq!(draft.accept(&create(1)), Accepted::Gone);
    }

    #[test]
    fn a_key_answers_again_and_refuses_another_request() {
        let ledger = ledger(&[(CHAT, Stored::valid(0, 1, false))]);
        let mut draft = ledger.draft(Timestamp::from_millis(1), room());
        let once = Once { key: [1; 32], body: [2; 32], count: 1, index: 0 };
        let first = Accept { once: Some(once), ..create(1) };
        let Accepted::Done(receipt) = draft.accept(&first) else { panic!("not accepted") };
        assert_eq!(draft.accept(&first), Accepted::Done(Receipt { replayed: true, ..receipt }));
        let other = Accept { once: Some(Once { body: [3; 32], ..once }), ..create(1) };
        assert_eq!(draft.accept(&other), Accepted::KeyConflict);
    }
}
