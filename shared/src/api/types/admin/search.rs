//! The search index on the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The state of the search index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SearchStatus {
    /// The engine and its version.
    pub engine: String,
    /// The generation that answers.
    pub generation: i64,
    /// The generation that is being built, where one is.
    pub building: Option<i64>,
    /// The generation that answered before, where it is kept; it is written to as well.
    pub previous: Option<i64>,
    /// Documents in the answering generation.
    pub documents: u64,
    /// About how many bytes it takes.
    pub size_bytes: u64,
    /// Whether it was made empty and never filled from the store, and so lacks what was written before: a reindexing is
    /// needed. False for an index as it should be.
    pub needs_filling: bool,
    /// What it was cut loose from.
    pub backlog: SearchBacklog,
    /// The open reindexing, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation_id: Option<i64>,
}

/// What the index was cut loose from and has not seen yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SearchBacklog {
    /// Ranges of chats' messages.
    pub ranges: u64,
    /// Numbers in them.
    pub messages: u64,
    /// Whether there are more than these.
    pub more: bool,
}
