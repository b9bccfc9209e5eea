//! Operations on the wire: long work that runs in chatd, what it is asked for, and what it finds.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use crate::clock::Timestamp;
use crate::store::OperationState;

/// Long work that runs in chatd and outlives its restarts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Operation {
    /// Its id, from 1.
    pub id: i64,
    /// What it does: `reindex`, `verify`, `retry_dead_letters` or `drop_dead_letters`.
    #[schema(example = "reindex")]
    pub kind: String,
    /// How far it is.
    pub state: OperationState,
    /// What was asked.
    #[schema(value_type = Object)]
    pub params: Value,
    /// What it does at the moment, where it has several steps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "fill")]
    pub step: Option<String>,
    /// Steps done.
    pub done: u64,
    /// Steps in all, where that is known.
    pub total: Option<u64>,
    /// What it found, when it is done: its kind's own form.
    #[schema(value_type = Object)]
    pub result: Value,
    /// Why it failed.
    pub error: Option<String>,
    /// When it was asked for.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it moved last.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
    /// When it ended.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub finished_at: Option<Timestamp>,
    /// The rate a second that an operator has set since it was begun, 0 for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<u32>,
}

/// How fast an operation is to be from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Throttle {
    /// The most steps a second; 0 for no bound.
    pub rate: u32,
}

/// What operations there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OperationKind {
    /// Builds the search index anew from the store and swaps it in; see [`ReindexParams`].
    Reindex,
    /// Proves that queue, store and search agree; see [`VerifyParams`].
    Verify,
    /// Tries dead letters again; see [`RetryDeadLettersParams`].
    RetryDeadLetters,
    /// Says that nothing more is to be done about dead letters; see [`RetryDeadLettersParams`].
    DropDeadLetters,
}

impl OperationKind {
    /// The name that it is stored and written under.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reindex => crate::store::Operation::REINDEX,
            Self::Verify => "verify",
            Self::RetryDeadLetters => "retry_dead_letters",
            Self::DropDeadLetters => "drop_dead_letters",
        }
    }
}

/// An operation to be started.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StartOperation {
    /// Which one.
    pub kind: OperationKind,
    /// How: the fields of [`ReindexParams`], [`VerifyParams`] or [`RetryDeadLettersParams`]; nothing of it has to be said.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    #[schema(value_type = Object)]
    pub params: Value,
}

impl StartOperation {
    /// To reindex.
    #[must_use]
    pub fn reindex(params: &ReindexParams) -> Self {
        Self::of(OperationKind::Reindex, params)
    }

    /// To verify.
    #[must_use]
    pub fn verify(params: &VerifyParams) -> Self {
        Self::of(OperationKind::Verify, params)
    }

    /// To try dead letters again.
    #[must_use]
    pub fn retry_dead_letters(params: &RetryDeadLettersParams) -> Self {
        Self::of(OperationKind::RetryDeadLetters, params)
    }

    /// To drop dead letters.
    #[must_use]
    pub fn drop_dead_letters(params: &RetryDeadLettersParams) -> Self {
        Self::of(OperationKind::DropDeadLetters, params)
    }

    fn of(kind: OperationKind, params: &impl Serialize) -> Self {
        // Structs of numbers, flags and texts always have a JSON form.
        Self { kind, params: serde_json::to_value(params).unwrap_or_default() }
    }
}

/// How to reindex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ReindexParams {
    /// The most messages a second; unbounded unless said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1)]
    pub rate: Option<u32>,
    /// Only this application, by its id or its token: its messages are written once more into the index that answers, which
    /// fills what it lacks. Kept as `application_id`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app: Option<String>,
    /// The same, by its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application_id: Option<i64>,
    /// Messages looked up in the new generation before it is swapped in, spread over all of them.
    pub verify_samples: u32,
    /// Whether to swap it in; else it stays beside the old one until the next reindexing goes on with it.
    pub swap: bool,
}

impl Default for ReindexParams {
    fn default() -> Self {
        Self { rate: None, app: None, application_id: None, verify_samples: 200, swap: true }
    }
}

/// How to verify.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct VerifyParams {
    /// Only this application, by its id or its token; kept as `application_id`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app: Option<String>,
    /// Only this application, by its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application_id: Option<i64>,
    /// Only this chat of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chat_number: Option<u32>,
    /// Messages of each chat that are looked up in the index, spread over it; all of them where it is `null`.
    pub samples: Option<u32>,
    /// Only the search index: its documents are counted against the store, and so many messages are looked up in it, spread
    /// over all. Of the whole installation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index_samples: Option<u32>,
    /// The most messages a second; unbounded unless said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1)]
    pub rate: Option<u32>,
}

impl Default for VerifyParams {
    fn default() -> Self {
        Self { app: None, application_id: None, chat_number: None, samples: Some(20), index_samples: None, rate: None }
    }
}

/// Which dead letters to try again, or to drop.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RetryDeadLettersParams {
    /// Only this kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Only those that this query takes, such as `reason~deadlock and age<2h`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// The most a second; unbounded unless said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1)]
    pub rate: Option<u32>,
}

/// What verifying found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VerifyReport {
    /// Whether nothing was found.
    pub ok: bool,
    /// What was checked.
    pub checked: VerifyChecked,
    /// What does not hold: at most a thousand.
    pub findings: Vec<VerifyFinding>,
    /// How many were found in all.
    pub found: u64,
    /// How long it took.
    pub took_ms: u64,
}

/// What was checked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VerifyChecked {
    /// Applications.
    pub applications: u64,
    /// Chats.
    pub chats: u64,
    /// Rows of messages, tombstones included.
    pub messages: u64,
    /// Counters.
    pub counters: u64,
    /// Messages and tombstones that were looked up in the index.
    pub looked_up: u64,
    /// Entries that are not persisted.
    pub in_flight: u64,
}

/// Something that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VerifyFinding {
    /// Which invariant.
    pub invariant: VerifyInvariant,
    /// Where: `12`, `12:3`, `12:3:44`, `queue persist`, `dead letter 5`, `index`.
    #[schema(example = "12:3:44")]
    #[serde(rename = "where")]
    pub place: String,
    /// What is not as it must be.
    pub what: String,
}

/// The invariants that verifying proves, once load has stopped and the queue is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
pub enum VerifyInvariant {
    /// Every number that was given is in the store.
    I1,
    /// In every chat the numbers are 1 to max, each a message, a tombstone, or inside a published gap.
    I2,
    /// No number can be given twice: no counter stands below a number that was given.
    I3,
    /// One idempotency key, one number, one row.
    I4,
    /// Counts equal rows.
    I5,
    /// The search index equals the store.
    I6,
    /// Log, pending entries, backlog and dead letters are at zero.
    I7,
}

/// Which operations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct OperationsQuery {
    /// Only ids below this one: the list goes from the newest to the oldest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<i64>,
    /// The most rows, 1 to 1,000; 100 unless said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}
