//! Entries of the log on the wire, decoded where they can be.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::clock::Timestamp;
use crate::domain::{ChatNumber, Partition};
use crate::queue::{EntryId, Group, Job};

/// An entry as it stands on the log. Exactly one of `entry` and `raw` is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LogEntry {
    /// Its id.
    #[schema(value_type = String, example = "1717000000000-3")]
    pub id: EntryId,
    /// Its partition.
    #[schema(value_type = u16, maximum = 63)]
    pub partition: Partition,
    /// When it was appended, by the queue's clock.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// The number that it was given or that it changes; 0 where it changes the chat or the application itself.
    pub number: u32,
    /// What it does (`create_message`, `update_chat` …), or `newer`, or `undecodable`.
    #[schema(example = "create_message")]
    pub kind: String,
    /// The bytes of its payload.
    pub size_bytes: u64,
    /// What it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryBody>,
    /// Its bytes, where this version cannot read them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<RawPayload>,
}

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EntryBody {
    /// The sequence whose log it stands on: an application's id, or `application:chat`.
    #[schema(example = "12:3")]
    pub key: String,
    /// The application's id.
    pub application_id: i64,
    /// The chat, where it concerns one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chat_number: Option<ChatNumber>,
    /// When it was accepted.
    #[schema(value_type = String, format = DateTime)]
    pub accepted_at: Timestamp,
    /// The request that brought it.
    pub request_id: String,
    /// Whether the client sent an idempotency key.
    pub idempotent: bool,
    /// What to do: `kind` and its fields, contents included.
    #[schema(value_type = Object)]
    pub job: Job,
}

/// Bytes that this version cannot read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RawPayload {
    /// Why not.
    pub note: String,
    /// The bytes as hexadecimal digits.
    pub payload_hex: String,
    /// The same as text, where they are UTF-8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payload_text: Option<String>,
}

/// An entry with where it stands in each queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EntryDetail {
    /// The entry.
    #[serde(flatten)]
    pub entry: LogEntry,
    /// Each queue.
    pub progress: Vec<EntryProgress>,
}

/// Where an entry stands in a queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EntryProgress {
    /// The queue.
    pub queue: Group,
    /// How far it is.
    pub standing: EntryStanding,
    /// When it was delivered last, where it is pending.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub delivered_at: Option<Timestamp>,
    /// The worker that holds it, where it is pending.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consumer: Option<String>,
    /// How often it was delivered, where it is pending.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deliveries: Option<u32>,
}

/// How far an entry is in a queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EntryStanding {
    /// Not delivered to a worker yet.
    Waiting,
    /// In a worker's hands.
    Pending,
    /// Done with.
    Acknowledged,
}

/// Which entries.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct EntriesQuery {
    /// Only ids above this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>, example = "1717000000000-3")]
    pub after: Option<EntryId>,
    /// The last entries instead of the first ones.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub newest: bool,
    /// Only this partition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<u16>, maximum = 63)]
    pub partition: Option<Partition>,
    /// The most rows, 1 to 1,000; 100 unless said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}
