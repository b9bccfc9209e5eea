//! How much of the world a search of the numbering model looks at: how many processes, how many messages, and which
//! faults may strike how often.

/// What may go wrong, or be done by an operator. Each costs one fault unless it says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The queue's server restarts with everything it held.
    Restart,
    /// The disk, or the replica, holds only what is there now; from here on it is behind.
    FallBehind,
    /// The server restarts with what the disk held: free, after `FallBehind`; not where every write is synced.
    LoseTail,
    /// The server restarts with nothing.
    RestartEmpty,
    /// FLUSHALL: the server goes on, with its scripts and without its data.
    FlushAll,
    /// SCRIPT FLUSH.
    FlushScripts,
    /// The counter's key is deleted by hand.
    DeleteCounter,
    /// The counter is lowered by hand, or turned to text.
    LowerCounter,
    /// The group `persist` is destroyed by hand.
    DestroyGroup,
    /// The append is refused in the midst of the accept script.
    RefuseAppend,
    /// The standby takes over, with what it holds.
    FailOver,
    /// `appendfsync` is turned to everysec, in the file and while the server runs.
    TurnEverysec,
    /// `appendfsync` is turned to always in the file: the next process has it.
    TurnAlways,
    /// A process dies while it confirms a server.
    KillApi,
    /// An operator stops accepting and drains the log.
    Pause,
    /// The capacity is configured one greater: free, and so is `Lower`.
    Raise,
    /// The capacity is configured one less.
    Lower,
}

/// The size of a search.
#[derive(Clone, Copy, Debug)]
pub struct Scenario {
    pub name: &'static str,
    /// Processes that accept.
    pub apis: usize,
    /// Workers of the group `persist`.
    pub workers: usize,
    /// Messages that clients send; at most 8.
    pub requests: usize,
    /// The configured capacity of the log, in entries.
    pub capacity: u8,
    /// True where the queue's servers sync every write.
    pub always: bool,
    /// Epochs that are searched. One fault causes one; beyond that, two processes that confirm at once only outdo each
    /// other, again and again.
    pub epochs: u8,
    /// How often a fault may strike.
    pub faults: u8,
    /// Which.
    pub kinds: &'static [Fault],
    /// How many steps are looked at, where all states are more than can be searched in minutes.
    pub steps: Option<usize>,
}

impl Scenario {
    /// True where `fault` may strike at all.
    pub fn has(&self, fault: Fault) -> bool {
        self.kinds.contains(&fault)
    }
}
