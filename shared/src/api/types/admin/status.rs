//! The installation at a glance, for `check`, `doctor` and dashboards. What does not answer is left out and named.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Log, QueueStatus, SearchStatus, StationStatus, Worker};
use crate::clock::Timestamp;
use crate::store::OperationState;

/// The installation at a glance. A part that does not answer leaves its fields out and is named in `faults`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Status {
    /// When this was found out.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// The version of the process that answers.
    pub version: String,
    /// The newest encoding of entries that it writes.
    pub entry_version: u32,
    /// How long it has been up; absent where no chatd was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uptime_ms: Option<u64>,
    /// The installation's identity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub installation: Option<String>,
    /// The queue server that was confirmed last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue_server: Option<String>,
    /// Whether whatever the queue answers survives its server's death.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue_durable: Option<bool>,
    /// The greatest epoch of a partition: above 1 the queue may have lost something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub epoch: Option<u32>,
    /// What the store holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub totals: Option<StoreTotals>,
    /// The log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub log: Option<Log>,
    /// The queues, without their partitions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub queues: Vec<QueueStatus>,
    /// What operators can stop: accepting, and each queue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stations: Vec<StationStatus>,
    /// Dead letters that are not resolved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dead_letters: Option<u64>,
    /// The search index.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<SearchStatus>,
    /// The processes of the installation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub workers: Vec<Worker>,
    /// Operations that are queued or running.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub operations: Vec<OpenOperation>,
    /// Parts that did not answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<PartFault>,
}

/// What the store holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StoreTotals {
    /// Applications that are not deleted.
    pub applications: u64,
    /// Chats that are not deleted.
    pub chats: u64,
    /// Messages that are not deleted, as the chats count them.
    pub messages: u64,
}

/// An operation that is queued or running.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OpenOperation {
    /// Its id.
    pub id: i64,
    /// What it does.
    pub kind: String,
    /// How far it is.
    pub state: OperationState,
    /// Steps done.
    pub done: u64,
    /// Steps in all, where that is known.
    pub total: Option<u64>,
}

/// A part of the installation that did not answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PartFault {
    /// `queue`, `store` or `search`.
    pub part: String,
    /// What could not be done, without addresses or secrets.
    pub reason: String,
}
