//! The processes of the installation on the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::clock::Timestamp;

/// A process of the installation, as its heartbeat says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Worker {
    /// Its stable id: the consumer name in the queues.
    pub id: String,
    /// Its role: `all`, `api` or `worker`.
    pub role: String,
    /// Its process id, on its machine.
    pub pid: u32,
    /// Its version.
    pub version: String,
    /// The newest encoding of entries that it reads.
    pub entry_version: u32,
    /// When it started.
    #[schema(value_type = String, format = DateTime)]
    pub started_at: Timestamp,
    /// Its last sign of life.
    #[schema(value_type = String, format = DateTime)]
    pub heartbeat_at: Timestamp,
    /// How long ago that was.
    pub heartbeat_age_ms: u64,
    /// Whether that is recent enough.
    pub alive: bool,
    /// The generation of the search index that it writes to.
    pub search_generation: i64,
}
