//! Counters on the wire, with the evidence for what is said of them.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::types::GapRange;
use crate::clock::Timestamp;
use crate::domain::{ChatNumber, Partition};

/// A counter. `verdict`, `severity`, `why` and `evidence` are there where they were asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Counter {
    /// Its key: an application's id for its chats, `application:chat` for a chat's messages.
    #[schema(example = "12:3")]
    pub key: String,
    /// What it counts.
    pub kind: CounterKind,
    /// The application's id.
    pub application_id: i64,
    /// The chat, where it counts messages.
    pub chat_number: Option<ChatNumber>,
    /// Its partition.
    #[schema(value_type = u16, maximum = 63)]
    pub partition: Partition,
    /// Whether the queue holds it at all.
    pub present: bool,
    /// The last number given; `null` where it is still to be seeded.
    pub n: Option<u32>,
    /// The epoch that it was seeded in; 0 where it is absent.
    pub epoch: u32,
    /// Whether its check value belongs to n: false for a counter that was changed by hand.
    pub check_ok: bool,
    /// Whether the sequence is closed: the chat or application is deleted.
    pub closed: bool,
    /// What is to be thought of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<CounterVerdict>,
    /// What is to be thought of the stored count beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count_verdict: Option<CountVerdict>,
    /// How bad the worse of both is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// The reason, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// What the verdicts rest on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<CounterEvidence>,
}

/// What a counter counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CounterKind {
    /// Chats of an application.
    Chats,
    /// Messages of a chat.
    Messages,
}

/// What is to be thought of a counter. Never from a bare difference: what is in flight is taken into account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CounterVerdict {
    /// Absent, or of an older epoch: it is seeded at its next use. Normal.
    Unseeded,
    /// Below a number that was given, or its check value is wrong: a number could be given twice. Critical.
    Behind,
    /// Equal to what is persisted.
    Ok,
    /// Above what is persisted by what is on the log. Normal.
    Lagging,
    /// Above by more than that, and settled: numbers were answered and are lost.
    Ahead,
    /// The sequence is closed: nothing is numbered in it any more.
    Closed,
}

/// What is to be thought of a stored count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CountVerdict {
    /// It equals the rows.
    Ok,
    /// It does not: to be counted again.
    Stale,
}

/// How bad something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Nothing to do.
    Ok,
    /// To be looked at.
    Warning,
    /// To be dealt with at once.
    Critical,
}

/// What verdicts rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CounterEvidence {
    /// The partition's epoch, as the store has it.
    pub partition_epoch: u32,
    /// Whether the owner (the application, or the chat) is in the store.
    pub owner_exists: bool,
    /// Whether it is deleted.
    pub owner_deleted: bool,
    /// The greatest number with a row; 0 where there is none.
    pub greatest_persisted: u32,
    /// The greater of that and the end of the greatest published gap.
    pub base: u32,
    /// Published gaps, ascending.
    pub gaps: Vec<GapRange>,
    /// Creations of the sequence that are on the log and not persisted.
    pub in_flight: InFlight,
    /// Numbers that were answered and are neither stored, nor on the log, nor in a gap: what a counter that is `ahead` has
    /// lost, ascending. Absent in answers of a chatd that does not tell.
    #[serde(default)]
    pub lost: Vec<NumberRange>,
    /// The sequence's dead letters that are not resolved.
    pub dead_letters: u64,
    /// The last sign that a number was given.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub last_given_at: Option<Timestamp>,
    /// `messages_count` (or `chats_count`) as it is stored.
    pub stored_count: Option<u64>,
    /// The same, counted from the rows.
    pub counted: Option<u64>,
}

/// Creations of a sequence that are on the log and not persisted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct InFlight {
    /// How many.
    pub entries: u64,
    /// The smallest of their numbers.
    pub first: Option<u32>,
    /// The greatest of their numbers.
    pub last: Option<u32>,
    /// False where the backlog is longer than what was looked through: there may be more.
    pub complete: bool,
}

/// Numbers from `from` to `to`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NumberRange {
    /// The first number.
    pub from: u32,
    /// The last number.
    pub to: u32,
}

/// Which counters a comparison shows. All of them are looked at, whichever are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct CounterDiffQuery {
    /// Only those of this application: its id, or its token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<String>,
    /// Only these; all unless said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(inline)]
    pub only: Option<Drift>,
    /// The most counters that are shown; no bound unless said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Which counters are of interest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Drift {
    /// Whatever is not as it should be.
    Drift,
    /// What must be dealt with at once.
    Critical,
}

impl Drift {
    /// Whether a severity is of interest.
    #[must_use]
    pub fn takes(self, severity: Severity) -> bool {
        match self {
            Self::Drift => severity > Severity::Ok,
            Self::Critical => severity == Severity::Critical,
        }
    }
}

/// A line of a comparison of counters. The last one is the end; without it the comparison was cut off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum CounterDiffLine {
    /// A counter that was asked for, with verdicts and evidence.
    Counter(Box<Counter>),
    /// How far it is.
    Progress {
        /// Counters looked at so far.
        looked: u64,
    },
    /// All counters were looked at.
    End(CounterSums),
}

/// How many counters stand how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CounterSums {
    /// Counters looked at.
    pub looked: u64,
    /// Those that are of interest, shown or not.
    pub fitting: u64,
    /// Those that are not as they should be, whatever is of interest.
    pub drift: u64,
    /// Those of them that must be dealt with at once.
    pub critical: u64,
    /// Stored counts that are not what the rows say.
    pub stale: u64,
}

/// Which counters.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct CountersQuery {
    /// Only those of this application: its id, or its token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<String>,
    /// Only keys after this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(example = "12:3")]
    pub after: Option<String>,
    /// With verdicts and their evidence.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub verdicts: bool,
    /// The most rows, 1 to 200; 50 unless said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}
