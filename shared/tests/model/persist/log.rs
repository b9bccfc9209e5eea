//! A partition's log with its group `persist`.
//!
//! Whose a pending id is does not matter here: any worker may claim it at any time.

use super::workers::Worker;
use crate::rules::{Rule, Rules};

/// An entry on the log: message `number`, accepted for `request`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Entry {
    pub id: u8,
    pub number: u8,
    pub request: u8,
}

/// The group `persist`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Group {
    pub delivered: u8,
    pub pending: Vec<u8>,
}

/// A partition's log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Log {
    pub entries: Vec<Entry>,
    pub last_id: u8,
    /// The greatest id that was trimmed.
    pub trimmed: u8,
    pub group: Option<Group>,
}

impl Log {
    /// A new log, with its group at 0.
    pub fn with_group() -> Log {
        Log { group: Some(Group::default()), ..Log::default() }
    }

    /// Appends message `number`.
    pub fn append(&mut self, number: u8, request: u8) {
        self.last_id += 1;
        self.entries.push(Entry { id: self.last_id, number, request });
    }

    /// True where persist has acknowledged everything up to `id`.
    pub fn acknowledged(&self, id: u8) -> bool {
        self.group.is_some() && self.delivered(id) && self.least_pending() > id
    }

    /// True where persist has acknowledged everything.
    pub fn is_drained(&self) -> bool {
        self.acknowledged(self.last_id)
    }

    /// True where no entry up to `id` is still to be delivered.
    pub fn delivered(&self, id: u8) -> bool {
        let delivered = self.group.as_ref().map_or(0, |group| group.delivered);
        !self.entries.iter().any(|entry| entry.id <= id && entry.id > delivered)
    }

    /// The smallest pending id; beyond all ids where nothing is pending.
    pub fn least_pending(&self) -> u8 {
        self.group.as_ref().and_then(|group| group.pending.iter().copied().min()).unwrap_or(u8::MAX)
    }

    /// How many entries are undelivered or pending.
    pub fn unacknowledged(&self) -> usize {
        let Some(group) = self.group.as_ref() else { return self.entries.len() };
        let waits = |id: u8| id > group.delivered || group.pending.contains(&id);
        self.entries.iter().filter(|entry| waits(entry.id)).count()
    }

    /// Makes the absent group.
    pub fn make_group(&mut self, rules: Rules) {
        let delivered = if rules.follow(Rule::GroupAtZero) { 0 } else { self.last_id };
        self.group.get_or_insert(Group { delivered, pending: Vec::new() });
    }

    /// Delivers all that is new to a worker.
    pub fn read_new(&mut self) -> Worker {
        let Some(group) = self.group.as_mut() else { return Worker::Idle };
        let batch: Vec<Entry> = self.entries.iter().copied().filter(|entry| entry.id > group.delivered).collect();
        group.pending.extend(batch.iter().map(|entry| entry.id));
        group.delivered = self.last_id.max(group.delivered);
        Worker::Read(batch)
    }

    /// Claims all that is pending, a worker's own from before or another's that is slow.
    pub fn claim(&self) -> Worker {
        let pending = self.group.as_ref().map_or(&[][..], |group| &group.pending);
        Worker::Read(self.entries.iter().copied().filter(|entry| pending.contains(&entry.id)).collect())
    }

    /// Takes the batch's ids off the pending ones, whatever became of the group since.
    pub fn acknowledge(&mut self, batch: &[Entry]) {
        if let Some(group) = self.group.as_mut() {
            group.pending.retain(|id| !batch.iter().any(|entry| entry.id == *id));
        }
    }

    /// The least id that must stay, where the log may be trimmed at all. `seen` is the smallest pending id that a
    /// janitor without a script has seen.
    pub fn trim_below(&self, rules: Rules, seen: Option<u8>) -> Option<u8> {
        let Some(group) = self.group.as_ref() else {
            return (!rules.follow(Rule::TrimNeedsGroup)).then_some(self.last_id + 1);
        };
        let beyond_delivered = group.delivered + 1;
        if !rules.follow(Rule::TrimPending) {
            return Some(beyond_delivered);
        }
        let least_pending = if rules.follow(Rule::TrimOneScript) { Some(self.least_pending()) } else { seen };
        Some(least_pending?.min(beyond_delivered))
    }

    /// The least id that stays, where trimming now would take something away.
    pub fn may_trim(&self, rules: Rules, seen: Option<u8>) -> Option<u8> {
        self.trim_below(rules, seen).filter(|least| self.entries.iter().any(|entry| entry.id < *least))
    }

    /// Trims everything below `least`.
    pub fn trim(&mut self, least: u8) {
        let trimmed = self.entries.iter().map(|entry| entry.id).filter(|id| *id < least).max();
        self.trimmed = trimmed.unwrap_or(self.trimmed);
        self.entries.retain(|entry| entry.id >= least);
    }
}
