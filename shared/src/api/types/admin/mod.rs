//! What operators are told and may ask for, under `/admin`. The same values come from chatd and from a look straight at
//! queue, store and search. Contents of messages are in them, tokens of applications never.

mod acts;
mod counter_plan;
mod counters;
mod dead_letters;
mod entries;
mod list;
mod operations;
mod queues;
mod search;
mod stations;
mod status;
mod trace;
mod workers;

pub use acts::{Act, ActsQuery};
pub use counter_plan::{ApplyCounters, CounterAction, CounterFacts, CounterStep, StepOutcome, SteppedCounter};
pub use counters::{
    CountVerdict, Counter, CounterDiffLine, CounterDiffQuery, CounterEvidence, CounterKind, CounterSums,
    CounterVerdict, CountersQuery, Drift, InFlight, NumberRange, Severity,
};
pub use dead_letters::{
    DeadLetter, DeadLetterDetail, DeadLetterError, DeadLetterErrors, DeadLetterLine, DeadLetterRetry, DeadLettersQuery,
    EditDeadLetter, ImportDeadLetters, ImportOutcome, ImportedDeadLetter, ParkedEntry, SelectDeadLetters,
};
pub use entries::{EntriesQuery, EntryBody, EntryDetail, EntryProgress, EntryStanding, LogEntry, RawPayload};
pub use list::List;
pub use operations::{
    Operation, OperationKind, OperationsQuery, ReindexParams, RetryDeadLettersParams, StartOperation, Throttle,
    VerifyChecked, VerifyFinding, VerifyInvariant, VerifyParams, VerifyReport,
};
pub use queues::{Log, PendingEntry, PendingQuery, QueuePartition, QueueStatus, Queues};
pub use search::{SearchBacklog, SearchStatus};
pub use stations::{ClaimAsked, ClaimParams, StationState, StationStatus};
pub use status::{OpenOperation, PartFault, Status, StoreTotals};
pub use trace::{MessageTrace, TraceQuery, TraceStanding, TraceState, TraceStep, TraceStepKind};
pub use workers::Worker;
