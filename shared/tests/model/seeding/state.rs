//! What the seeding model keeps: one partition's log and counter, the store, and the processes that seed.

use crate::persist::{Answered, Chat, Gap, Log, Workers};

/// The counter's hash: n may be absent while L is there, or unsound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Hash {
    pub n: Option<u8>,
    pub epoch: u8,
    pub sound: bool,
    /// L: the log's last id when a seed was first asked for.
    pub mark: Option<u8>,
}

/// The partition's keys.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Data {
    pub epoch: u8,
    pub counter: Option<Hash>,
    pub log: Log,
}

impl Data {
    /// The counter's n, where it can be counted on.
    pub fn valid(&self) -> Option<u8> {
        self.counter.filter(|hash| hash.sound && hash.epoch == self.epoch).and_then(|hash| hash.n)
    }
}

/// What a process is at. Any of it may be given up at any time: a deadline passes, the process dies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Doing {
    Nothing,
    /// The chat's creation was accepted; `known` is the log's last id from before it was sent.
    Created {
        known: u8,
    },
    /// `SEED` was answered, persist is to acknowledge L.
    Waiting {
        mark: u8,
    },
    /// Persist has acknowledged L.
    Acknowledged {
        mark: u8,
    },
    /// The store was read; the gap is to be published.
    Read {
        mark: u8,
        gap: Gap,
    },
    /// The gap is published where there must be one; n is to be set.
    Seeding {
        mark: u8,
        n: u8,
        unpublished: Option<Gap>,
    },
    /// Only where the gap comes last.
    Publishing {
        gap: Gap,
    },
}

/// A process that accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Api {
    pub epoch: u8,
    pub doing: Doing,
}

/// The whole. Processes are kept sorted: which is which makes no difference.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    pub data: Data,
    /// What the disk holds where it has fallen behind.
    pub behind: Option<Data>,
    /// The store's epoch.
    pub epoch: u8,
    pub chat: Chat,
    pub apis: Vec<Api>,
    pub workers: Workers,
    /// True where the chat was created.
    pub created: bool,
    pub answered: Answered,
    /// True where an operator had a hand on the counter.
    pub by_hand: bool,
    /// Faults that may still happen.
    pub faults: u8,
}
