//! Dead letters on the wire.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{EntryBody, RawPayload};
use crate::clock::Timestamp;
use crate::domain::Partition;
use crate::queue::EntryId;

/// An entry that could never be persisted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeadLetter {
    /// Its id among the dead letters.
    pub id: i64,
    /// The entry's id.
    #[schema(value_type = String, example = "1717000000000-3")]
    pub entry_id: EntryId,
    /// The entry's partition.
    #[schema(value_type = u16, maximum = 63)]
    pub partition: Partition,
    /// What the entry does, or `undecodable`.
    #[schema(example = "create_message")]
    pub kind: String,
    /// The sequence it belongs to (an application's id, or `application:chat`), where it can be read.
    #[schema(example = "12:3")]
    pub key: Option<String>,
    /// The number that the entry was given or changes; 0 where it changes the chat or the application itself.
    pub number: u32,
    /// What went wrong last.
    pub reason: String,
    /// How often it was tried.
    pub attempts: u32,
    /// When it was parked.
    #[schema(value_type = String, format = DateTime)]
    pub first_at: Timestamp,
    /// When it was tried last.
    #[schema(value_type = String, format = DateTime)]
    pub last_at: Timestamp,
    /// When a retry succeeded or an operator dropped it.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub resolved_at: Option<Timestamp>,
}

/// A dead letter with what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeadLetterDetail {
    /// The dead letter.
    #[serde(flatten)]
    pub dead_letter: DeadLetter,
    /// What the entry says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryBody>,
    /// Its bytes, where this version cannot read them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<RawPayload>,
}

/// How a retry went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeadLetterRetry {
    /// Whether the entry is persisted now.
    pub resolved: bool,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
    /// The dead letter as it is now.
    pub dead_letter: DeadLetter,
}

/// Which dead letters.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct DeadLettersQuery {
    /// Only ids above this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<i64>,
    /// Only this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Resolved ones too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub resolved: bool,
    /// The most rows, 1 to 1,000; 100 unless said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}
