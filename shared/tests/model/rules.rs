//! The rules of the numbering protocol, each with the id under which the code names it.
//!
//! An id never changes its meaning. `N-` is numbering, loss and keys, `W-` the workers, `R-` rows. Each has a search
//! that finds what goes wrong without it, and is named in the sources where it is kept.

/// Declares the rules: each with its meaning as the doc comment, and its id.
macro_rules! rules {
    ($($(#[doc = $line:literal])+ $name:ident = $id:literal,)+) => {
        /// A rule of the protocol that a search can leave out.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Rule { $($(#[doc = $line])+ $name,)+ }

        impl Rule {
            /// All rules, in the order of the protocol.
            pub const ALL: &[Rule] = &[$(Rule::$name,)+];

            /// The id under which the production code names the rule.
            pub const fn id(self) -> &'static str {
                match self { $(Rule::$name => $id,)+ }
            }

            /// What the rule says.
            pub const fn meaning(self) -> &'static str {
                match self { $(Rule::$name => concat!($($line),+),)+ }
            }
        }
    };
}

rules! {
    /// The append comes before the counter moves, in one atomic step: an error half way has spent nothing.
    AppendFirst = "N-APPEND-FIRST",
    /// A partition's log holds at most `capacity` entries.
    Capacity = "N-CAPACITY",
    /// What counts against the capacity is the log from its oldest unacknowledged entry on, not the unacknowledged
    /// entries alone: else one that is held for long falls below `base - capacity`.
    CapacitySpan = "N-CAPACITY-SPAN",
    /// A greater capacity is recorded in the store before the queue uses it.
    CapacityRecorded = "N-CAPACITY-RECORDED",
    /// The recorded capacity is never lowered.
    CapacityKept = "N-CAPACITY-KEPT",
    /// After a loss numbering resumes at `base + capacity + 1`.
    GapAbove = "N-GAP-ABOVE",
    /// The numbers without a row from `base - capacity + 1` up to base are published as a gap, too.
    GapBelow = "N-GAP-BELOW",
    /// In an epoch where the chat has its gap rows, a counter is seeded exactly: one gap a chat and epoch.
    GapOnce = "N-GAP-ONCE",
    /// In epoch 1 a counter is seeded exactly and nothing is published: nothing was ever lost.
    GapNotInFirst = "N-SEED-EXACT",
    /// A row that arrives late, from a batch that a worker still held, wins over the gap.
    RowWins = "N-ROW-WINS",
    /// A counter whose epoch is not the partition's is not valid.
    CounterEpoch = "N-COUNTER-EPOCH",
    /// A counter whose check value does not fit is not valid.
    CounterCheck = "N-SEED-CHECK",
    /// The accept script carries the process's epoch, and an epoch key that is absent or other answers `EPOCH`.
    AcceptEpoch = "N-ACCEPT-EPOCH",
    /// NOSCRIPT means "perhaps other data": the server is confirmed before a script is loaded.
    NoBlindLoad = "N-NO-BLIND-LOAD",
    /// The script's text ends with the confirmation number: a server that was master before a later confirmation
    /// answers NOSCRIPT.
    ConfirmationNumber = "N-CONFIRMATION-NUMBER",
    /// Any change that is not known to be harmless is a loss: so is another run id, but for synced and drained servers.
    RunId = "N-ANY-CHANGE",
    /// No loss only where the partition's epoch key equals the store's.
    EpochKey = "N-EPOCH-KEY",
    /// No loss only where the log's last id is not below the checkpoint.
    Checkpoint = "N-CHECKPOINT",
    /// Another run id is no loss only where `appendfsync always` is recorded for the old process.
    AlwaysRecorded = "N-ALWAYS-RECORDED",
    /// Another run id is no loss only where `appendfsync always` is true of the new process, too.
    AlwaysTrue = "N-ALWAYS-TRUE",
    /// A promoted replica is a loss: where replicas are attached, `always` is not recorded.
    NotPromoted = "N-NOT-PROMOTED",
    /// Another run id is no loss where an operator stopped accepting and *then* drained the server.
    PauseDrained = "N-PAUSE-DRAINED",
    /// That a server is drained is found out on the server that is recorded, in the state that is recorded: not on one that
    /// took its place meanwhile, nor on one that a confirmation is still to open.
    PauseSameServer = "N-PAUSE-SAME-SERVER",
    /// A pause closes the queue itself, so that whatever a process knows it accepts nothing; that it is drained is found
    /// out after that.
    PauseClosed = "N-PAUSE-CLOSED",
    /// Other data after a drained queue begins an epoch that lost nothing: a counter is exact in it, but where a loss
    /// before it is still to be published for its chat.
    MoveAfterLoss = "N-MOVE-AFTER-LOSS",
    /// A server that took over is confirmed to the end, and every process has taken that confirmation, before another
    /// can take over from it: processes look every second, and a takeover lasts longer.
    TakeoverMet = "N-TAKEOVER-MET",
    /// A server is confirmed under a row lock in the store.
    ConfirmLock = "N-CONFIRM-LOCK",
    /// A server is confirmed over one connection: it breaks, the confirmation starts over.
    ConfirmConnection = "N-CONFIRM-CONNECTION",
    /// The store commits the confirmation first, then the epoch keys are set, then accepting goes on.
    ConfirmStoreFirst = "N-CONFIRM-ORDER",
    /// A confirmation is not entered where a later one was: one that is late opens nothing.
    EnterInOrder = "N-ENTER-IN-ORDER",
    /// The epoch keys are set only where the epoch was raised: a server confirmed without loss keeps its own.
    KeysOnLoss = "N-KEYS-ON-LOSS",
    /// A log that is still there after a loss is kept: its entries are persisted as ever.
    KeepLog = "N-KEEP-LOG",
    /// After a loss ids go on far above the checkpoint, the last id and the clock: no id is given twice.
    IdJump = "N-ID-JUMP",
    /// The jump of the ids and the epoch key are set in one step: a key is never set on a log without its jump.
    JumpWithKey = "N-JUMP-WITH-KEY",
    /// A batch is acknowledged after its commit, never before.
    CommitFirst = "W-COMMIT-FIRST",
    /// A log without its `persist` group is never trimmed.
    TrimNeedsGroup = "W-TRIM-NEEDS-GROUP",
    /// The log is trimmed below the smallest pending id, not only below the last delivered one.
    TrimPending = "W-TRIM-PENDING",
    /// The janitor reads the last-delivered id, *then* the smallest pending id, and trims, in one script.
    TrimOneScript = "W-TRIM-ONE-SCRIPT",
    /// An absent group is made at 0, never at `$`.
    GroupAtZero = "W-GROUP-AT-ZERO",
    /// A counter is seeded only after persist has acknowledged the log up to L.
    SeedWait = "N-SEED-WAIT",
    /// Persist has acknowledged the log up to L only where its group exists.
    WaitGroup = "N-SEED-WAIT-GROUP",
    /// Persist has acknowledged the log up to L only where no entry lies above last-delivered up to L.
    WaitUnread = "N-SEED-WAIT-UNREAD",
    /// Persist has acknowledged the log up to L only where no pending id is at or below L.
    WaitPending = "N-SEED-WAIT-PENDING",
    /// `SEED` writes L, the log's last id, into the counter's hash (or returns the one that is there), and the seed
    /// script sets n only where the hash still holds L.
    SeedMark = "N-SEED-MARK",
    /// Setting n takes L out of the hash: a counter that becomes unsure again gets an L of its own.
    MarkCleared = "N-SEED-MARK-CLEARED",
    /// The seed script sets n only where the partition's epoch is still the one the seed was made for.
    SeedEpoch = "N-SEED-EPOCH",
    /// The gap rows are committed before n is set.
    GapFirst = "N-GAP-BEFORE-NUMBER",
    /// The gap rows are committed only where the store's epoch is still the one the seed is made for.
    GapEpoch = "N-GAP-EPOCH",
    /// A chat has one gap an epoch: of two that seed at once, the second takes the gap that stands.
    GapStands = "N-GAP-STANDS",
    /// Only the process whose creation was just accepted seeds 0: the replay of a key does not.
    CreatorOnly = "N-OPEN-OWN",
    /// The creator seeds 0 only where the counter is absent.
    CreatorAbsent = "N-OPEN-ABSENT",
    /// The creator seeds 0 only in the epoch that it knew before the creation was sent.
    CreatorEpoch = "N-OPEN-EPOCH",
    /// The creator seeds 0 only where nothing of the chat was logged.
    CreatorLogged = "N-OPEN-UNLOGGED",
    /// That nothing of the chat was logged is known only where nothing was trimmed since before the creation was sent.
    CreatorTrimmed = "N-OPEN-UNTRIMMED",
    /// The accept script looks a client's idempotency key up before it numbers anything.
    KeyInQueue = "N-KEYS-IN-QUEUE",
    /// The accept script sets the key in the same step as the append.
    KeyWithAppend = "N-KEYS-WITH-APPEND",
    /// The key is written to the store in the transaction of its row.
    KeyWithRow = "N-KEYS-WITH-ROW",
    /// After an epoch changed, accept looks a client's key up in the store, too.
    KeyInStore = "N-KEYS-IN-STORE",
    /// The key is looked up in the store after reading the epoch that the script then carries.
    KeyEpochFirst = "N-KEYS-EPOCH-FIRST",
    /// The key is looked up in the store again after each change of the epoch.
    KeyAgain = "N-KEYS-AGAIN",
    /// A known key with another body is a conflict: its number belongs to another content.
    KeyBody = "N-KEYS-BODY",
    /// The retry after a lost reply first ends its old connection: nothing sent over it is accepted later.
    RetryKill = "N-RETRY-KILL",
    /// The retry looks for its request on the log before it sends again.
    RetryLook = "N-RETRY-LOOK",
    /// The retry looks from the last id that the process knew before it sent first.
    RetryKnown = "N-RETRY-KNOWN",
    /// Not finding the request on the log is conclusive only where nothing later was trimmed.
    RetryTrimmed = "N-RETRY-TRIMMED",
    /// The second attempt carries the first's epoch; `EPOCH` then means that the outcome is unknown.
    RetryEpoch = "N-RETRY-EPOCH",
    /// A create fills content only where the row's version is older than the create's.
    CreateOlder = "R-CREATE-OLDER",
    /// A create fills sender, time and `create_version` also where an update came first, whatever its version.
    CreateFills = "R-CREATE-FILLS",
    /// A create never touches a row with another `create_version`: that is the incident `number_conflict`.
    CreateVersion = "R-CREATE-VERSION",
    /// An update may come before its create and makes the row, with `create_version` null.
    UpdateFirst = "R-UPDATE-FIRST",
    /// An update changes a row only where the row's version is older: last writer wins by version, not by arrival.
    UpdateNewer = "R-LAST-WRITER",
    /// The version is assigned after everything that compares it.
    VersionLast = "R-VERSION-LAST",
    /// A delete may come before its create and makes the tombstone.
    DeleteFirst = "R-DELETE-FIRST",
    /// A delete applies whatever the row's version.
    DeleteAnyVersion = "R-DELETE-ANY-VERSION",
    /// `deleted` is final: no create, update or retry brings the message back.
    DeleteFinal = "R-DELETE-FINAL",
    /// The tombstone `dead` is inserted only where no row is: it never replaces a message.
    DeadWhereNone = "R-DEAD-ONLY-EMPTY",
    /// A row that an update made is no row for that: the tombstone gives it its `create_version`.
    DeadOverStub = "R-DEAD-OVER-STUB",
    /// Only a create leaves a tombstone: an update that can never succeed leaves the row alone.
    DeadCreateOnly = "R-DEAD-CREATE-ONLY",
    /// A retry may fill a tombstone `dead`.
    DeadRetry = "R-DEAD-RETRY",
    /// A retry keeps its entry's own id as its version: it is not newer than the updates that followed it.
    RetryVersion = "R-RETRY-VERSION",
    /// Counts move by the rows that were really inserted or deleted.
    CountRows = "R-COUNT-ROWS",
    /// A chat's create sets the title where version = 0: its id is another partition's and compares with nothing here.
    ChatTitle = "R-CHAT-TITLE",
    /// A chat's create sets `created_at` always, also where an update or a message made the row.
    ChatCreated = "R-CHAT-CREATED",
}

/// A set of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rules(u128);

impl Rules {
    /// Every rule.
    pub const ALL: Rules = Rules(u128::MAX);

    /// Every rule but `rule`.
    pub const fn without(rule: Rule) -> Rules {
        Rules(!(1 << rule as u32))
    }

    /// True where `rule` is followed.
    pub const fn follow(self, rule: Rule) -> bool {
        self.0 & (1 << rule as u32) != 0
    }
}
