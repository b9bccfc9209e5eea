//! The worlds in which the numbering model is searched: small ones for every test run, large ones for the fault suite,
//! and for each rule one in which its absence shows.

use super::scenario::{Fault, Scenario};
use crate::rules::Rule;

/// Everything that may happen to a single server that syncs once a second, with two processes that accept.
const TWO_PROCESSES: Scenario = Scenario {
    name: "two processes",
    apis: 2,
    workers: 1,
    requests: 2,
    capacity: 2,
    always: false,
    epochs: 2,
    faults: 1,
    kinds: &[
        Fault::Restart,
        Fault::FallBehind,
        Fault::LoseTail,
        Fault::RestartEmpty,
        Fault::FlushAll,
        Fault::FlushScripts,
        Fault::DeleteCounter,
        Fault::LowerCounter,
        Fault::DestroyGroup,
        Fault::RefuseAppend,
        Fault::KillApi,
    ],
    steps: None,
};

/// Batches that are held, claimed and committed late.
const TWO_WORKERS: Scenario = Scenario {
    name: "two workers",
    apis: 1,
    workers: 2,
    requests: 3,
    kinds: &[Fault::FlushAll, Fault::DestroyGroup],
    ..TWO_PROCESSES
};

/// Two flushes, while two processes confirm.
const FLUSHED: Scenario =
    Scenario { name: "flushed twice", requests: 1, epochs: 3, faults: 2, kinds: &[Fault::FlushAll], ..TWO_PROCESSES };

/// The data of the server changes while it is confirmed.
const WHILE_CONFIRMING: Scenario = Scenario {
    name: "while confirming",
    apis: 1,
    faults: 2,
    kinds: &[Fault::FlushScripts, Fault::FallBehind, Fault::LoseTail, Fault::FlushAll],
    ..TWO_PROCESSES
};

/// A counter made unsure after a loss.
const AFTER_A_LOSS: Scenario = Scenario {
    name: "after a loss",
    apis: 1,
    epochs: 3,
    faults: 2,
    kinds: &[Fault::FallBehind, Fault::LoseTail, Fault::DeleteCounter, Fault::FlushAll],
    ..TWO_PROCESSES
};

/// Ids after two losses, with a batch held over them.
const HELD_OVER: Scenario = Scenario {
    name: "held over two losses",
    apis: 1,
    workers: 2,
    epochs: 3,
    faults: 2,
    kinds: &[Fault::FlushAll],
    ..TWO_PROCESSES
};

/// Restarts that lose everything, while one process confirms.
const EMPTIED: Scenario =
    Scenario { name: "emptied twice", apis: 1, epochs: 3, faults: 2, kinds: &[Fault::RestartEmpty], ..TWO_PROCESSES };

/// Every write is synced: restarts cost nothing, until an operator changes that.
const SYNCED: Scenario = Scenario {
    name: "every write synced",
    apis: 1,
    always: true,
    faults: 2,
    kinds: &[Fault::Restart, Fault::TurnEverysec, Fault::TurnAlways, Fault::FallBehind, Fault::LoseTail],
    ..TWO_PROCESSES
};

/// The restart that loses a tail is the first to sync every write.
const SYNCED_LATE: Scenario = Scenario { name: "every write synced too late", always: false, ..SYNCED };

/// A replica that is behind takes over, and the old master from it.
const FAILED_OVER: Scenario = Scenario {
    name: "failed over and back",
    apis: 1,
    always: true,
    epochs: 3,
    faults: 3,
    kinds: &[Fault::FailOver, Fault::FallBehind],
    ..TWO_PROCESSES
};

/// A restart that an operator has prepared.
const PREPARED: Scenario = Scenario {
    name: "prepared restart",
    apis: 1,
    faults: 2,
    kinds: &[Fault::Pause, Fault::Restart, Fault::FallBehind, Fault::LoseTail],
    ..TWO_PROCESSES
};

/// Another queue in the place of one that was drained, or of one that was not.
const MOVED: Scenario = Scenario {
    name: "moved",
    epochs: 3,
    kinds: &[Fault::Pause, Fault::RestartEmpty, Fault::FallBehind, Fault::LoseTail],
    ..PREPARED
};

/// A move after a loss that the chat has not met yet.
const MOVED_LATE: Scenario = Scenario {
    name: "moved after a loss",
    faults: 3,
    requests: 2,
    kinds: &[Fault::Pause, Fault::RestartEmpty, Fault::FlushAll],
    ..MOVED
};

/// Two processes that bring a pause about, and then a move.
const MOVED_BY_TWO: Scenario = Scenario {
    name: "moved by two",
    apis: 2,
    requests: 1,
    epochs: 2,
    kinds: &[Fault::Pause, Fault::RestartEmpty],
    ..MOVED_LATE
};

/// Another capacity.
const RESIZED: Scenario = Scenario {
    name: "another capacity",
    apis: 1,
    requests: 4,
    kinds: &[Fault::Raise, Fault::Lower, Fault::FlushAll],
    ..TWO_PROCESSES
};

/// Every world of the small search.
pub const SMALL: &[Scenario] = &[
    TWO_PROCESSES,
    TWO_WORKERS,
    FLUSHED,
    WHILE_CONFIRMING,
    AFTER_A_LOSS,
    HELD_OVER,
    EMPTIED,
    SYNCED,
    SYNCED_LATE,
    FAILED_OVER,
    PREPARED,
    MOVED,
    MOVED_LATE,
    RESIZED,
];

/// Any two faults of every kind, with a standby.
const ANY_TWO: Scenario = Scenario {
    name: "any two faults",
    epochs: 3,
    faults: 2,
    kinds: &[
        Fault::Restart,
        Fault::FallBehind,
        Fault::LoseTail,
        Fault::RestartEmpty,
        Fault::FlushAll,
        Fault::FlushScripts,
        Fault::DeleteCounter,
        Fault::LowerCounter,
        Fault::DestroyGroup,
        Fault::FailOver,
        Fault::TurnEverysec,
        Fault::TurnAlways,
        Fault::KillApi,
        Fault::Pause,
    ],
    steps: Some(24),
    ..TWO_PROCESSES
};

/// What makes batches that are held outlast the log they were read from.
const HELD: &[Fault] = &[Fault::FallBehind, Fault::LoseTail, Fault::FlushAll, Fault::DestroyGroup];

/// The worlds of the large search: each takes one thing further than the small ones, or many at once.
pub const LARGE: &[Scenario] = &[
    ANY_TWO,
    Scenario { name: "any two faults, every write synced", always: true, ..ANY_TWO },
    Scenario {
        name: "two faults, three messages",
        requests: 3,
        epochs: 3,
        faults: 2,
        steps: Some(26),
        ..TWO_PROCESSES
    },
    Scenario { name: "three faults", apis: 1, epochs: 4, faults: 3, ..TWO_PROCESSES },
    Scenario {
        name: "two processes, two workers",
        workers: 2,
        requests: 3,
        epochs: 3,
        steps: Some(30),
        ..TWO_PROCESSES
    },
    Scenario { name: "two workers, two faults", epochs: 3, faults: 2, kinds: HELD, ..TWO_WORKERS },
    Scenario { name: "two workers, four messages", requests: 4, kinds: HELD, ..TWO_WORKERS },
    Scenario { name: "two processes over a standby", apis: 2, requests: 3, ..FAILED_OVER },
    Scenario {
        name: "a pause over a standby",
        apis: 2,
        faults: 4,
        kinds: &[Fault::FailOver, Fault::FallBehind, Fault::Pause],
        ..FAILED_OVER
    },
    Scenario { name: "a pause, two processes", apis: 2, requests: 3, ..PREPARED },
    Scenario { name: "moved, two processes", apis: 2, requests: 3, ..MOVED },
    Scenario { name: "another capacity, two processes", apis: 2, ..RESIZED },
];

/// Each rule of this model, and the world in which its absence shows.
pub const LEFT_OUT: &[(Rule, Scenario)] = &[
    (Rule::AppendFirst, TWO_PROCESSES),
    (Rule::Capacity, TWO_WORKERS),
    (Rule::CapacitySpan, TWO_WORKERS),
    (Rule::CapacityRecorded, RESIZED),
    (Rule::CapacityKept, RESIZED),
    (Rule::GapAbove, TWO_PROCESSES),
    (Rule::GapBelow, TWO_WORKERS),
    (Rule::GapOnce, AFTER_A_LOSS),
    (Rule::GapNotInFirst, TWO_PROCESSES),
    (Rule::RowWins, TWO_WORKERS),
    (Rule::CounterEpoch, TWO_PROCESSES),
    (Rule::CounterCheck, TWO_PROCESSES),
    (Rule::AcceptEpoch, TWO_PROCESSES),
    (Rule::NoBlindLoad, TWO_PROCESSES),
    (Rule::ConfirmationNumber, FAILED_OVER),
    (Rule::RunId, TWO_PROCESSES),
    (Rule::EpochKey, TWO_PROCESSES),
    (Rule::Checkpoint, PREPARED),
    (Rule::AlwaysRecorded, SYNCED_LATE),
    (Rule::AlwaysTrue, SYNCED),
    (Rule::NotPromoted, FAILED_OVER),
    (Rule::PauseDrained, PREPARED),
    (Rule::PauseSameServer, MOVED_LATE),
    (Rule::PauseClosed, PREPARED),
    (Rule::MoveAfterLoss, MOVED_LATE),
    (Rule::EnterInOrder, MOVED_BY_TWO),
    (Rule::TakeoverMet, FAILED_OVER),
    (Rule::ConfirmLock, FLUSHED),
    (Rule::ConfirmConnection, WHILE_CONFIRMING),
    (Rule::ConfirmStoreFirst, EMPTIED),
    (Rule::KeysOnLoss, WHILE_CONFIRMING),
    (Rule::KeepLog, TWO_PROCESSES),
    (Rule::IdJump, TWO_WORKERS),
    (Rule::JumpWithKey, HELD_OVER),
    (Rule::CommitFirst, TWO_WORKERS),
    (Rule::TrimNeedsGroup, TWO_WORKERS),
    (Rule::TrimPending, TWO_WORKERS),
    (Rule::TrimOneScript, TWO_WORKERS),
    (Rule::GroupAtZero, TWO_WORKERS),
];
