//! The queues on the wire. A *queue* is a consumer group over all partitions.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{StationState, StationStatus};
use crate::clock::Timestamp;
use crate::domain::Partition;
use crate::queue::{EntryId, Group};

/// The log and its queues.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Queues {
    /// The log that they read.
    pub log: Log,
    /// The queues, `persist` first.
    pub queues: Vec<QueueStatus>,
    /// What operators can stop: accepting, and each queue.
    #[serde(default)]
    pub stations: Vec<StationStatus>,
}

/// The log as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Log {
    /// Entries on the log, acknowledged ones that are not trimmed yet included.
    pub entries: u64,
    /// About how many bytes they take.
    pub size_bytes: u64,
    /// How full the fullest bound is, 0 to 1: at 0.8 readiness warns, at 1 nothing is accepted.
    #[schema(minimum = 0, maximum = 1)]
    pub fill: f64,
}

/// How far a queue is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QueueStatus {
    /// Which one.
    pub queue: Group,
    /// Whether workers read it.
    #[serde(default)]
    pub state: StationState,
    /// Entries not acknowledged: `lag` + `pending`.
    pub depth: u64,
    /// Entries not delivered to a worker yet.
    pub lag: u64,
    /// Entries delivered and not acknowledged.
    pub pending: u64,
    /// When the oldest entry that is not acknowledged was appended.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub oldest_at: Option<Timestamp>,
    /// How long ago that was.
    pub oldest_age_ms: Option<u64>,
    /// The last entry delivered; `null` where none ever was.
    #[schema(value_type = Option<String>, example = "1717000000000-3")]
    pub last_delivered: Option<EntryId>,
    /// The same by partition, for those that hold entries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partitions: Vec<QueuePartition>,
}

/// How far a queue is in one partition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QueuePartition {
    /// Which one.
    #[schema(value_type = u16, maximum = 63)]
    pub partition: Partition,
    /// Entries not acknowledged.
    pub depth: u64,
    /// Entries not delivered yet.
    pub lag: u64,
    /// Entries delivered and not acknowledged.
    pub pending: u64,
    /// How long ago the oldest entry that is not acknowledged was appended.
    pub oldest_age_ms: Option<u64>,
    /// The last entry delivered.
    #[schema(value_type = Option<String>, example = "1717000000000-3")]
    pub last_delivered: Option<EntryId>,
}

/// An entry in a worker's hands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PendingEntry {
    /// The entry.
    #[schema(value_type = String, example = "1717000000000-3")]
    pub id: EntryId,
    /// Its partition.
    #[schema(value_type = u16, maximum = 63)]
    pub partition: Partition,
    /// The worker that holds it.
    pub consumer: String,
    /// When it was delivered last.
    #[schema(value_type = String, format = DateTime)]
    pub delivered_at: Timestamp,
    /// How long ago that was.
    pub idle_ms: u64,
    /// How often it was delivered: more than 5 times means that it is worked on alone.
    pub deliveries: u32,
}

/// Which pending entries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PendingQuery {
    /// Only those not delivered again for at least so long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idle_ms: Option<u64>,
    /// The most rows, 1 to 1,000; 100 unless said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}
