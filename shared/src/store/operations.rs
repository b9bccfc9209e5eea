//! What operators and workers leave in the store: operations that outlive a restart, nodes' heartbeats, the operator
//! log, and what the search index was cut loose from.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::clock::Timestamp;
use crate::domain::{AppId, ChatNumber};
use crate::fault::Outcome;

/// How far an operation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OperationState {
    /// Waiting for a worker.
    Queued,
    /// Under way; goes on from its position after a restart.
    Running,
    /// Held by an operator; goes on from its position when it is resumed.
    Paused,
    /// Finished as asked.
    Done,
    /// Ended by an error.
    Failed,
    /// Ended by an operator.
    Cancelled,
}

impl OperationState {
    /// Whether nothing more will happen to it.
    #[must_use]
    pub fn is_final(self) -> bool {
        matches!(self, Self::Done | Self::Failed | Self::Cancelled)
    }
}

/// Long work that runs in chatd: reindexing, bulk retries, verifying.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Operation {
    /// The store's id of it, from 1.
    pub id: i64,
    /// `reindex`, `retry_dead_letters`, `verify` …
    pub kind: String,
    /// How far it is.
    pub state: OperationState,
    /// What was asked.
    pub params: Value,
    /// Steps done.
    pub done: u64,
    /// Steps in all, where that is known.
    pub total: Option<u64>,
    /// Where it goes on after a restart; its kind's own form.
    pub position: Value,
    /// What it found, when it is done.
    pub result: Value,
    /// Why it failed.
    pub error: Option<String>,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// When it moved last.
    pub updated_at: Timestamp,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
    /// The rate a second that an operator has set since it was begun, 0 for none; `None` where it is as it was begun.
    pub rate: Option<u32>,
}

/// What an operator asks of an operation that is open; what is `None` stays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Control {
    /// Whether it is to pause.
    pub paused: Option<bool>,
    /// Its rate a second from now on; 0 for no bound.
    pub rate: Option<u32>,
}

impl Operation {
    /// The kind that builds the search index anew from the store.
    pub const REINDEX: &str = "reindex";
}

/// A process of the installation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Its stable id.
    pub id: String,
    /// Its role.
    pub role: String,
    /// Its process id, on its machine.
    pub pid: u32,
    /// Its version.
    pub version: String,
    /// The newest entry encoding it can read.
    pub entry_version: u32,
    /// When it started.
    pub started_at: Timestamp,
    /// Its last sign of life.
    pub heartbeat_at: Timestamp,
    /// The search generation that it writes to, for dual writing.
    pub search_generation: i64,
}

/// A range of a chat's messages that the index has not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backlog {
    /// The application.
    pub app: AppId,
    /// The chat.
    pub chat: ChatNumber,
    /// The first number.
    pub from: u32,
    /// The last number.
    pub to: u32,
    /// Which writing of the range this is, as the store gave it: a range that grows while it is worked off is another
    /// one. 0 in what is to be added.
    pub generation: i64,
}

/// What an operator did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperatorAct {
    /// When.
    pub at: Timestamp,
    /// Who: the caller's name as far as it is known.
    pub who: String,
    /// What: a command or route.
    pub what: String,
    /// To which thing.
    pub target: String,
    /// How it went.
    pub result: String,
}

/// The part of the port about running an installation.
#[async_trait]
pub trait Operations: Send + Sync {
    /// Adds an operation in state `queued`.
    async fn create_operation(&self, kind: &str, params: &Value, at: Timestamp) -> Outcome<Operation>;

    /// One.
    async fn operation(&self, id: i64) -> Outcome<Option<Operation>>;

    /// Newest first, those with an id below `before`; at most `limit`.
    async fn operations(&self, before: Option<i64>, limit: u32) -> Outcome<Vec<Operation>>;

    /// Those that are queued, running or paused, oldest first.
    async fn open_operations(&self) -> Outcome<Vec<Operation>>;

    /// Writes state, progress, position, result and error, unless it is final already; false then. Whether it is paused,
    /// and its rate, are [`Self::control_operation`]'s alone.
    async fn update_operation(&self, operation: &Operation) -> Outcome<bool>;

    /// Records what its runner is to obey, unless it is final already; false then.
    async fn control_operation(&self, id: i64, control: Control) -> Outcome<bool>;

    /// Writes a node's heartbeat.
    async fn heartbeat(&self, node: &Node) -> Outcome<()>;

    /// Every node that was ever seen and not forgotten, in the order of ids.
    async fn nodes(&self) -> Outcome<Vec<Node>>;

    /// Adds to the operator log.
    async fn log_act(&self, act: &OperatorAct) -> Outcome<()>;

    /// The operator log, newest first.
    async fn acts(&self, limit: u32) -> Outcome<Vec<OperatorAct>>;

    /// Adds ranges that the index has not seen; those that overlap or touch are merged into one of a new generation.
    async fn add_backlog(&self, ranges: &[Backlog]) -> Outcome<()>;

    /// Some of the ranges, in order.
    async fn backlog(&self, limit: u32) -> Outcome<Vec<Backlog>>;

    /// Removes a range, as it was given by [`Self::backlog`], that the index has seen now. One that was added to
    /// meanwhile stays: the index may not have seen the newest of it.
    async fn clear_backlog(&self, range: &Backlog) -> Outcome<()>;
}
