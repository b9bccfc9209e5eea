//! Where one message is, on the wire: each step of its way, as far as that is kept.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::clock::Timestamp;
use crate::domain::{ChatNumber, MessageNumber, Partition};
use crate::queue::EntryId;

/// Which message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct TraceQuery {
    /// The application, by its id or its token.
    pub app: String,
    /// The chat's number.
    #[param(minimum = 1)]
    pub chat: ChatNumber,
    /// The message's number.
    #[param(minimum = 1)]
    pub number: MessageNumber,
}

/// Where a message is, and the steps of its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MessageTrace {
    /// The application's id.
    pub application_id: i64,
    /// The chat's number.
    pub chat_number: ChatNumber,
    /// The message's number.
    pub message_number: MessageNumber,
    /// The partition whose log it stands on, or stood.
    #[schema(value_type = u16, maximum = 63)]
    pub partition: Partition,
    /// Where it is now.
    pub now: TraceStanding,
    /// What that means, for people.
    pub means: String,
    /// Its steps, the first one first.
    pub steps: Vec<TraceStep>,
}

/// Where a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TraceStanding {
    /// On the log, and no worker has taken it.
    Waiting,
    /// On the log, in a worker's hands.
    Pending,
    /// In the store, and not in the index.
    Persisted,
    /// In the store and in the index.
    Searchable,
    /// A tombstone, or its chat is deleted.
    Deleted,
    /// It could never be persisted: a dead letter keeps what it says.
    Dead,
    /// Inside a published gap: the queue may have lost it.
    Gap,
    /// Its number was given, and nothing is left of it.
    Lost,
}

/// A step of a message's way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TraceStep {
    /// Which step.
    pub step: TraceStepKind,
    /// How it went.
    pub state: TraceState,
    /// When, where that is kept: of an acknowledged entry it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub at: Option<Timestamp>,
    /// The entry that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "1717000000000-3")]
    pub entry_id: Option<EntryId>,
    /// The worker that holds the entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consumer: Option<String>,
    /// How often the entry was delivered, while a worker holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deliveries: Option<u32>,
    /// What is known of it, for people.
    pub what: String,
}

/// The steps that there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TraceStepKind {
    /// It was put onto the log.
    Accepted,
    /// A change of its content was.
    Edited,
    /// Its deletion was.
    Deleted,
    /// The workers that write to the store.
    Persist,
    /// The workers that write to the index.
    Index,
    /// Its row in the store.
    Row,
    /// A search for its own text.
    Search,
    /// Its dead letter.
    DeadLetter,
    /// The published gap that its number is in.
    Gap,
    /// Its chat.
    Chat,
    /// The counter that gave its number.
    Counter,
}

/// How a step went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TraceState {
    /// It is done.
    Done,
    /// It is still to come.
    Waiting,
    /// A worker is at it.
    Pending,
    /// It could not be done.
    Dead,
    /// What should be there is not.
    Missing,
    /// It could not be found out.
    Unknown,
}
