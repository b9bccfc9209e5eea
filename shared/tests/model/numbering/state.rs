//! What the numbering model keeps: the queue's servers and data, the store, the processes, and what was answered.
//!
//! One chat in one partition. Ids, numbers and epochs are small integers; nothing here decides anything.

use crate::persist::{Answered, Chat, Log, Workers};

/// The counter's hash. `sound` says that its check value fits `n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Counter {
    pub n: u8,
    pub epoch: u8,
    pub sound: bool,
}

/// What a server of the queue holds. Epoch 0 is an absent epoch key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Data {
    pub epoch: u8,
    /// Whether the epoch key says that nothing is accepted.
    pub closed: bool,
    /// The number of the confirmation that was entered last.
    pub entered: u8,
    pub counter: Option<Counter>,
    pub log: Log,
}

/// A process of the queue's server: its run id, whether it syncs every write, and the confirmation numbers of the
/// script texts it has loaded, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Server {
    pub run: u8,
    pub always: bool,
    pub scripts: u16,
}

/// What the store holds: recorded about the queue, and the chat.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Store {
    pub epoch: u8,
    pub confirmation: u8,
    pub run: u8,
    pub always: bool,
    pub capacity: u8,
    /// Whether an operator has stopped accepting.
    pub paused: bool,
    /// Whether the queue was drained after that; until the confirmation that lets it accept again.
    pub drained: bool,
    /// The epochs that began with a loss, as bits.
    pub losses: u8,
    pub chat: Chat,
}

/// What a process has found out about the server that it confirms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Look {
    pub run: u8,
    pub always: bool,
    pub verdict: Verdict,
    /// Whether accepting was stopped.
    pub paused: bool,
    /// Whether the queue was drained.
    pub drained: bool,
}

impl Look {
    /// True where a new epoch begins.
    pub fn raises(self) -> bool {
        self.verdict != Verdict::Kept
    }
}

/// What is thought of the server's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// It is what the store knows.
    Kept,
    /// It is other data, and the queue was drained before.
    Moved,
    /// Something may be lost.
    Lost,
}

/// How far a process is with confirming a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Confirming {
    /// Not confirming: it accepts.
    No,
    /// The server was looked at, nothing is written.
    Looked(Look),
    /// Written to the store; the epoch keys are still to be set.
    Recorded(Look),
    /// The keys are set; the script is still to be loaded.
    Keyed,
    /// Only where the store is written last: it accepts already.
    Early(Look),
}

/// A process that accepts: what it believes, and what it is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Api {
    pub epoch: u8,
    pub confirmation: u8,
    pub confirming: Confirming,
}

impl Store {
    /// The newest epoch up to `epoch` that began with a loss; 1 where none did.
    pub fn loss(&self, epoch: u8) -> u8 {
        (2..=epoch).rev().find(|epoch| self.losses & 1 << epoch != 0).unwrap_or(1)
    }
}

/// The whole. Processes are kept sorted: which is which makes no difference.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    pub server: Server,
    /// The other server of a pair; it holds nothing of its own that would survive its becoming a replica.
    pub standby: Server,
    pub data: Data,
    /// What the disk or the replica holds where it has fallen behind.
    pub behind: Option<Data>,
    pub store: Store,
    pub apis: Vec<Api>,
    pub workers: Workers,
    /// Entries that accept lets onto the log now.
    pub limit: u8,
    /// Whether the next process of the server syncs every write.
    pub always_next: bool,
    pub answered: Answered,
    /// The greatest run id given so far.
    pub runs: u8,
    /// True where the server has become master by taking over.
    pub took_over: bool,
    /// Faults that may still happen.
    pub faults: u8,
}
