//! How values stand in columns, the same in every database: numbers for states, milliseconds for times, signed integers for
//! counts. Knows no database.

use std::time::Duration;

use super::rows::MessageStatus;
use super::{Bidding, Directive, OperationState, Station};
use crate::clock::Timestamp;

/// `messages.state` and `chats.state` of what is stored.
pub const STORED: i64 = 0;

/// `messages.state` of a deleted message.
pub const DELETED: i64 = 1;

/// `messages.state` and `chats.state` of a tombstone of what was parked.
pub const DEAD: i64 = 2;

/// How long clients' idempotency keys are answered.
pub const KEYS_KEPT_MS: i64 = 24 * 60 * 60 * 1_000;

/// A message's state as its column has it.
pub fn status(column: i64) -> MessageStatus {
    match column {
        DELETED => MessageStatus::Deleted,
        DEAD => MessageStatus::Dead,
        _ => MessageStatus::Stored,
    }
}

/// The column of a message's state.
pub fn status_column(status: MessageStatus) -> i64 {
    match status {
        MessageStatus::Stored => STORED,
        MessageStatus::Deleted => DELETED,
        MessageStatus::Dead => DEAD,
    }
}

/// A time as its column has it.
pub fn time(column: i64) -> Timestamp {
    Timestamp::from_millis(column)
}

/// A count as its column has it; the schema keeps it from being negative.
pub fn count(column: i64) -> u64 {
    u64::try_from(column).unwrap_or(0)
}

/// A count as a column holds it.
pub fn count_column(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A number, capacity or epoch as its column has it; the schema keeps numbers within 32 bits.
pub fn number(column: i64) -> u32 {
    u32::try_from(column).unwrap_or(u32::MAX)
}

/// The column of an operation's state.
pub fn operation_state_column(state: OperationState) -> &'static str {
    match state {
        // What is paused is so by the controls beside it.
        OperationState::Queued | OperationState::Paused => "queued",
        OperationState::Running => "running",
        OperationState::Done => "done",
        OperationState::Failed => "failed",
        OperationState::Cancelled => "cancelled",
    }
}

/// An operation's state as its column has it; the schema holds no other.
pub fn operation_state(column: &str, paused: bool) -> OperationState {
    match column {
        "queued" | "running" if paused => OperationState::Paused,
        "queued" => OperationState::Queued,
        "running" => OperationState::Running,
        "done" => OperationState::Done,
        "cancelled" => OperationState::Cancelled,
        _ => OperationState::Failed,
    }
}

/// `directives.kind` of a pause.
pub const PAUSE: &str = "pause";

/// `directives.kind` of a claim.
pub const CLAIM: &str = "claim";

/// The kind and the idle time of a directive.
pub fn directive_parts(bidding: Bidding) -> (&'static str, i64) {
    match bidding {
        Bidding::Pause => (PAUSE, 0),
        Bidding::Claim { idle } => (CLAIM, i64::try_from(idle.as_millis()).unwrap_or(i64::MAX)),
    }
}

/// A directive as its columns have it; `None` for one that a newer version has given and this one does not know.
pub fn directive_of(station: &str, kind: &str, at: i64, who: String, idle_ms: i64) -> Option<Directive> {
    let station = Station::ALL.into_iter().find(|known| known.name() == station)?;
    let bidding = match kind {
        PAUSE => Bidding::Pause,
        CLAIM => Bidding::Claim { idle: Duration::from_millis(count(idle_ms)) },
        _ => return None,
    };
    Some(Directive { station, bidding, at: time(at), who })
}
