//! What every accepted write answers.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::queue::EntryId;

/// How far a write is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WriteState {
    /// On the log: never lost from here on.
    Accepted,
    /// In the store.
    Persisted,
    /// It could never be persisted; operators find it among the dead letters.
    Dead,
}

/// A change that was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Accepted {
    /// What happened, for people.
    pub message: Cow<'static, str>,
    /// The id of the entry on the log.
    #[serde(rename = "jobId")]
    #[schema(value_type = String, example = "1717000000000-3")]
    pub job_id: EntryId,
    /// How far it is, where the request asked to wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<WriteState>,
}
