//! What operators pause and take back, on the wire: accepting, and each of the two queues.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::queue::Group;
use crate::store::Station;

/// What is done at a station.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StationState {
    /// The store, which knows what is stopped, does not tell.
    #[default]
    Unknown,
    /// What comes is worked on.
    Running,
    /// Nothing is taken from the queue until that is taken back.
    Paused,
    /// Nothing is accepted, and something that was accepted before is still to be done.
    Draining,
    /// Nothing is accepted, and everything that was is done: the queue's server may be restarted or replaced.
    Drained,
}

impl StationState {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Draining => "draining",
            Self::Drained => "drained",
        }
    }
}

/// A station, and who has stopped it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StationStatus {
    /// `accept`, `persist` or `index`.
    pub station: Station,
    /// What is done there.
    pub state: StationState,
    /// Since when it is stopped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub since: Option<Timestamp>,
    /// Who stopped it, as far as that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
}

/// What is to be taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClaimParams {
    /// What was not delivered again for so long; at least 1,000.
    #[schema(minimum = 1_000)]
    pub idle_ms: u64,
}

/// A claim that workers were asked to make. Each takes its share with its next read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ClaimAsked {
    /// Of which queue.
    pub queue: Group,
    /// What counts as idle.
    pub idle_ms: u64,
    /// Entries that were idle for so long when it was asked; at most 1,000 are counted.
    pub idle_entries: u64,
}
