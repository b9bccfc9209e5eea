//! What operators are told and may ask for, under `/admin`. The same values come from chatd and from a look straight at
//! queue, store and search. Contents of messages are in them, tokens of applications never.

mod acts;
mod counters;
mod dead_letters;
mod entries;
mod list;
mod operations;
mod queues;
mod search;
mod stations;
mod status;
mod workers;

pub use acts::{Act, ActsQuery};
pub use counters::{
    CountVerdict, Counter, CounterEvidence, CounterKind, CounterVerdict, CountersQuery, InFlight, Severity,
};
pub use dead_letters::{DeadLetter, DeadLetterDetail, DeadLetterRetry, DeadLettersQuery};
pub use entries::{EntriesQuery, EntryBody, EntryDetail, EntryProgress, EntryStanding, LogEntry, RawPayload};
pub use list::List;
pub use operations::{
    Operation, OperationKind, OperationsQuery, ReindexParams, RetryDeadLettersParams, StartOperation, VerifyChecked,
    VerifyFinding, VerifyInvariant, VerifyParams, VerifyReport,
};
pub use queues::{Log, PendingEntry, PendingQuery, QueuePartition, QueueStatus, Queues};
pub use search::{SearchBacklog, SearchStatus};
pub use stations::{ClaimAsked, ClaimParams, StationState, StationStatus};
pub use status::{OpenOperation, PartFault, Status, StoreTotals};
pub use workers::Worker;
