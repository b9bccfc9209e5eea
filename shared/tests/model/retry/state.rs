//! What the retry model keeps, and what the queue does in it.

use super::CAPACITY;
use crate::persist::{Chat, Log, Workers};
use crate::rules::Rules;

/// How far ids jump at a loss: more than all ids that a search ever gives in one epoch.
const JUMP: u8 = 12;

/// How far the process is with its request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doing {
    New,
    /// Sent once, in `epoch`; `known` is the log's last id from before.
    Waiting {
        epoch: u8,
        known: u8,
    },
    Looking {
        epoch: u8,
        known: u8,
    },
    Resending {
        epoch: u8,
    },
    Answered {
        number: u8,
    },
    Unknown,
}

/// The whole.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    /// The epoch of store and partition.
    pub epoch: u8,
    /// The counter; absent where it has to be seeded.
    pub n: Option<u8>,
    pub log: Log,
    pub chat: Chat,
    pub doing: Doing,
    /// What is on its way to the server: an accept script that carries this epoch.
    pub sent: Option<u8>,
    pub workers: Workers,
    /// Requests of the other process that are still to come.
    pub others: u8,
    /// How often the request was accepted.
    pub accepted: u8,
    /// Losses that may still be declared.
    pub faults: u8,
}

impl State {
    /// The request that is watched.
    pub const OWN: u8 = 0;
    /// All others.
    pub const OTHER: u8 = 1;

    /// The accept script: the number given, or none where the answer was another.
    pub fn accept(&mut self, epoch: u8, request: u8) -> Option<u8> {
        if epoch != self.epoch || !self.has_room() {
            return None;
        }
        let number = self.n? + 1;
        self.n = Some(number);
        self.log.append(number, request);
        self.accepted += u8::from(request == State::OWN);
        Some(number)
    }

    /// True where the log is not full.
    pub fn has_room(&self) -> bool {
        self.log.entries.len() < CAPACITY
    }

    /// Seeds the counter in one step.
    pub fn seed(&mut self, rules: Rules) {
        let (n, gap) = self.chat.seed(rules, self.epoch, self.epoch, u8::try_from(CAPACITY).unwrap_or(u8::MAX));
        self.chat.publish(gap);
        self.n = Some(n);
    }

    /// A loss: the epoch is raised, ids jump.
    pub fn lose(&mut self, everything: bool) {
        self.faults -= 1;
        self.epoch += 1;
        self.n = None;
        if everything {
            self.log = Log::with_group();
        }
        self.log.last_id = JUMP * (self.epoch - 1);
    }
}
