//! What the keys model keeps, and how a loss changes it.

use super::Fault;
use crate::persist::{Answered, Chat, Log, Workers};

/// How far ids jump at a loss: more than all ids that a search ever gives in one epoch.
const JUMP: u8 = 12;

/// What is kept under the key: the number it was answered with, and the body it came with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub number: u8,
    pub body: u8,
}

/// The partition's keys. `n` is absent where the counter has to be seeded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Data {
    pub epoch: u8,
    pub n: Option<u8>,
    pub key: Option<Key>,
    pub log: Log,
}

/// How far an attempt is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Doing {
    New,
    /// The store is to be asked for the key.
    LookingUp,
    /// The epoch is to be read: only where that comes last.
    ReadingEpoch,
    /// The script is to be called.
    Asking,
    /// The key is still to be set: only where that is a step of its own.
    Keying {
        number: u8,
    },
    Ended,
}

/// A request with the key, at some process that believes in `epoch`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Attempt {
    pub body: u8,
    pub epoch: u8,
    pub doing: Doing,
    /// True where the store was asked before.
    pub looked: bool,
}

/// The whole. Attempts are kept sorted: which is which makes no difference.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    pub data: Data,
    /// What the disk holds where it has fallen behind.
    pub behind: Option<Data>,
    /// The store's epoch.
    pub epoch: u8,
    pub chat: Chat,
    /// The store's row of the key.
    pub key: Option<Key>,
    pub attempts: Vec<Attempt>,
    pub workers: Workers,
    /// The numbers given, each for the request of its place.
    pub answered: Answered,
    /// The bodies they were given for.
    pub bodies: Vec<u8>,
    /// Requests whose entry a fault took from the log before it was stored, as bits: their key may get a second number.
    pub excused: u8,
    /// True where a second number was given without that excuse.
    pub twice: bool,
    /// True where a number was answered for another body than its own.
    pub wrong_body: bool,
    /// Faults that may still happen.
    pub faults: u8,
}

impl State {
    /// Gives a number to `body`.
    pub fn give(&mut self, number: u8, body: u8) {
        let request = self.answered.next();
        self.twice |= (0..request).any(|earlier| self.excused & 1 << earlier == 0);
        self.data.log.append(number, request);
        self.data.n = Some(number);
        self.answered.answer(number, &self.chat);
        self.bodies.push(body);
    }

    /// Writes the key beside the first row there is; a key that is there stays.
    pub fn write_key(&mut self) {
        let Some(row) = self.chat.rows.first() else { return };
        let body = self.bodies[usize::from(row.request)];
        self.key.get_or_insert(Key { number: row.number, body });
    }

    /// Lets `fault` strike.
    pub fn strike(&mut self, fault: Fault) {
        self.faults -= u8::from(fault != Fault::LoseTail);
        match fault {
            Fault::Suspect => self.lose(self.data.clone()),
            Fault::Flush => self.lose(Data { epoch: 0, n: None, key: None, log: Log::with_group() }),
            Fault::FallBehind => self.behind = Some(self.data.clone()),
            Fault::LoseTail => {
                let disk = self.behind.take();
                self.lose(disk.unwrap_or_else(|| self.data.clone()));
            }
        }
    }

    /// A loss: what is still there is kept, but for the counter; the epoch is raised, ids jump.
    fn lose(&mut self, data: Data) {
        self.epoch += 1;
        let before = std::mem::replace(&mut self.data, data);
        self.data.epoch = self.epoch;
        self.data.n = None;
        self.data.log.last_id = JUMP * (self.epoch - 1);
        for entry in before.log.entries {
            if !self.data.log.entries.contains(&entry) && self.chat.row(entry.number).is_none() {
                self.excused |= 1 << entry.request;
            }
        }
    }
}
