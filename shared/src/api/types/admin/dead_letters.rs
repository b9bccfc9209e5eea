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
    /// What the entry said before it was edited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<EntryBody>,
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
    /// Only those that this query takes, such as `reason~deadlock and age<2h`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// Resolved ones too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub resolved: bool,
    /// The most rows, 1 to 1,000; 100 unless said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Which dead letters an act is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct SelectDeadLetters {
    /// Only this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Only those that this query takes, such as `reason~deadlock and age<2h`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// Resolved ones too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub resolved: bool,
}

/// Dead letters by what went wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeadLetterErrors {
    /// What went wrong, the most frequent first; at most 1,000.
    pub items: Vec<DeadLetterError>,
    /// Dead letters in all.
    pub total: u64,
    /// Those of them that no row counts, where there are more ways to go wrong than rows.
    pub others: u64,
}

/// Dead letters that have one thing wrong with them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeadLetterError {
    /// What their entries do.
    pub kind: String,
    /// What went wrong, with `#` for numbers and `…` for what was quoted.
    pub reason: String,
    /// How many.
    pub count: u64,
    /// When the first of them was parked.
    #[schema(value_type = String, format = DateTime)]
    pub first_at: Timestamp,
    /// When one of them was tried last.
    #[schema(value_type = String, format = DateTime)]
    pub last_at: Timestamp,
    /// One of them.
    pub example_id: i64,
}

/// Another text for a parked entry. Its number and its ids stay.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditDeadLetter {
    /// The message's content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// The chat's title, or the application's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Only show what it would be.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dry_run: bool,
}

/// A line of an export of dead letters. The last one is the end; without it the export was cut off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum DeadLetterLine {
    /// A dead letter, whole.
    DeadLetter(ParkedEntry),
    /// All of them were written.
    End {
        /// How many.
        dead_letters: u64,
    },
}

/// A dead letter with everything that is needed to park its entry again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ParkedEntry {
    /// The entry's id.
    #[schema(value_type = String, example = "1717000000000-3")]
    pub entry_id: EntryId,
    /// The entry's partition.
    #[schema(value_type = u16, maximum = 63)]
    pub partition: Partition,
    /// The number that the entry was given or changes.
    pub number: u32,
    /// What the entry does, or `undecodable`.
    pub kind: String,
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
    /// The entry, where its bytes are text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payload: Option<String>,
    /// The entry's bytes as hexadecimal digits, where they are not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payload_hex: Option<String>,
}

/// Dead letters to be parked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportDeadLetters {
    /// Them; at most 1,000.
    pub letters: Vec<ParkedEntry>,
    /// Only say what would be done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dry_run: bool,
}

/// How the import of a dead letter went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportOutcome {
    /// It is a dead letter now.
    Parked,
    /// It would be parked.
    WouldPark,
    /// Its entry is a dead letter already, resolved or not: left alone.
    Exists,
    /// It does not belong here.
    Refused,
}

/// What became of a dead letter that was to be parked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportedDeadLetter {
    /// The entry's id.
    #[schema(value_type = String, example = "1717000000000-3")]
    pub entry_id: EntryId,
    /// The dead letter's id, where it is one.
    pub id: Option<i64>,
    /// How it went.
    pub outcome: ImportOutcome,
    /// Why not, where it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}
