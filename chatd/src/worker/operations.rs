//! Carries out operations, one at a time: takes up what is queued, goes on with what a restart or a kill interrupted,
//! writes progress, ends what was cancelled. What an operation does is not known here.
//!
//! With several workers each operation has one: who takes it up writes its name into it, and one that did not move for
//! long is taken over.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use async_trait::async_trait;
use chat_shared::api::types::admin::{ReindexParams, StartOperation};
use chat_shared::fault::{Fault, Kind, Outcome, Part};
use chat_shared::ops::{Ended, Installation, Mark, OpsError, Plan, Standing, Watch};
use chat_shared::store::{Operation, OperationState};
use futures::FutureExt as _;
use serde_json::Value;
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

/// How often it is looked for operations.
const EVERY: Duration = Duration::from_millis(500);

/// The longest pause while something that an operation needs does not answer.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Progress is written this often at most; a kill costs so much work.
const WRITTEN_EVERY: Duration = Duration::from_secs(1);

/// An operation of another node that did not move for so long was left behind: thirty times its progress's interval.
const LEFT_BEHIND_MS: u64 = 30_000;

/// How long two nodes that take up the same operation at once may lie apart.
const BOTH_AT_ONCE: Duration = Duration::from_millis(500);

/// How often it is looked whether the index was lost: an engine may lose its data under a running chatd.
const INDEX_LOOKED_AT_EVERY: Duration = Duration::from_mins(1);

/// Whom the operator log names where nobody asked.
const CHATD: &str = "chatd";

/// Carries out operations.
pub struct Runner {
    parts: Installation,
    node: String,
    /// When the index was looked at, and whether it was fresh then.
    index: Option<(Instant, bool)>,
}

impl Runner {
    /// A runner of this node.
    #[must_use]
    pub fn new(parts: Installation, node: String) -> Self {
        Self { parts, node, index: None }
    }

    /// Works until `stop`.
    pub async fn run(mut self, stop: CancellationToken) {
        let mut pause = EVERY;
        while !stop.is_cancelled() {
            pause = match self.round(&stop).await {
                Ok(()) => EVERY,
                Err(cause) => {
                    tracing::warn!(error = &cause as &dyn std::error::Error, "operations wait");
                    (pause * 2).min(LONGEST_PAUSE)
                }
            };
            tokio::select! {
                () = stop.cancelled() => {}
                () = sleep(pause) => {}
            }
        }
    }

    async fn round(&mut self, stop: &CancellationToken) -> Outcome<()> {
        for operation in self.parts.store.open_operations().await? {
            if let Some(operation) = self.take(operation).await? {
                self.work(operation, stop).await?;
            }
            if stop.is_cancelled() {
                return Ok(());
            }
        }
        if self.index.is_none_or(|(at, _)| at.elapsed() >= INDEX_LOOKED_AT_EVERY) {
            let fresh = self.parts.search.status().await?.needs_filling;
            // One that still is fresh is on its way, or its reindexing failed: that is left to operators.
            if fresh && self.index.is_none_or(|(_, was_fresh)| !was_fresh) {
                self.fill_index().await?;
            }
            self.index = Some((Instant::now(), fresh));
        }
        Ok(())
    }

    /// An index that was never filled from the store, because it is new or was lost, is filled without being asked.
    async fn fill_index(&self) -> Outcome<()> {
        if self.parts.store.scan_messages(None, None, None, 1).await?.is_empty() {
            return self.parts.search.mark_filled().await;
        }
        tracing::info!("the search index was never filled from the store: reindexing");
        match self.parts.start_operation(&StartOperation::reindex(&ReindexParams::default()), CHATD).await {
            Ok(_) | Err(OpsError::UnderWay(_)) => Ok(()),
            Err(OpsError::Fault(fault)) => Err(fault),
            Err(other) => Err(Fault::new(Part::Search, Kind::Corrupt, "start to reindex").because(other)),
        }
    }

    /// Takes up an operation, unless another node works on it.
    async fn take(&self, mut operation: Operation) -> Outcome<Option<Operation>> {
        if operation.state == OperationState::Paused {
            return Ok(None);
        }
        let standing = Standing::of(&operation);
        let now = self.parts.clock.now();
        let mine = standing.runner == self.node;
        let moving = now.millis_since(operation.updated_at) < LEFT_BEHIND_MS;
        if operation.state == OperationState::Running && !mine && moving {
            return Ok(None);
        }
        operation.state = OperationState::Running;
        operation.updated_at = now;
        operation.position = as_json(&Standing { runner: self.node.clone(), ..standing });
        if !self.parts.store.update_operation(&operation).await? {
            return Ok(None);
        }
        if mine || self.is_alone().await? {
            return Ok(Some(operation));
        }
        // The last one to write its name has it.
        sleep(BOTH_AT_ONCE).await;
        let now = self.parts.store.operation(operation.id).await?;
        Ok(now.filter(|now| Standing::of(now).runner == self.node && !now.state.is_final()))
    }

    async fn is_alone(&self) -> Outcome<bool> {
        let now = self.parts.clock.now();
        let nodes = self.parts.store.nodes().await?;
        let moving = |age| age < LEFT_BEHIND_MS;
        Ok(!nodes.iter().any(|node| node.id != self.node && moving(now.millis_since(node.heartbeat_at))))
    }

    async fn work(&self, operation: Operation, stop: &CancellationToken) -> Outcome<()> {
        let (id, kind) = (operation.id, operation.kind.clone());
        tracing::info!(id, kind, done = operation.done, "an operation is under way");
        let plan = Plan::of(&kind, &operation.params);
        let at = Standing::of(&operation).at;
        let rate = operation.rate;
        let mut recorder = Recorder { runner: self, operation, written: None, rate, stop };
        let ended = match plan {
            Ok(plan) => {
                let work = self.parts.carry_out(&plan, &at, &mut recorder);
                let panicked = || Fault::new(Part::Store, Kind::Refused, "carry out an operation: it panicked");
                AssertUnwindSafe(work).catch_unwind().await.unwrap_or_else(|_| Err(panicked()))
            }
            Err(reason) => Err(Fault::new(Part::Store, Kind::Refused, "carry out an operation").because(reason)),
        };
        let operation = recorder.operation;
        match ended {
            Ok(Ended::Done(result)) => self.finish(operation, Ok(result)).await,
            Ok(Ended::Stopped) => self.leave(&operation).await,
            Err(cause) if cause.is_transient() => Err(cause),
            Err(cause) => self.finish(operation, Err(cause.chain())).await,
        }
    }

    /// Leaves an operation that was cancelled, or is gone on with after the next start.
    async fn leave(&self, operation: &Operation) -> Outcome<()> {
        match self.parts.store.operation(operation.id).await? {
            Some(now) if now.state == OperationState::Cancelled => self.parts.abandon_cancelled(operation).await,
            _ => Ok(()),
        }
    }

    async fn finish(&self, mut operation: Operation, result: Result<Value, String>) -> Outcome<()> {
        let now = self.parts.clock.now();
        operation.updated_at = now;
        operation.finished_at = Some(now);
        match result {
            Ok(result) => {
                operation.state = OperationState::Done;
                operation.result = result;
            }
            Err(reason) => {
                operation.state = OperationState::Failed;
                operation.error = Some(reason);
            }
        }
        if !self.parts.store.update_operation(&operation).await? {
            return self.leave(&operation).await;
        }
        let Operation { id, kind, done, error, .. } = operation;
        match error {
            None => tracing::info!(id, kind, done, "an operation is done"),
            Some(reason) => tracing::error!(id, kind, reason, "an operation failed"),
        }
        Ok(())
    }
}

/// Writes an operation's progress, and learns from it that the operation was cancelled, paused or throttled.
struct Recorder<'a> {
    runner: &'a Runner,
    operation: Operation,
    written: Option<(Instant, &'static str)>,
    /// The rate that an operator has set since it was begun.
    rate: Option<u32>,
    stop: &'a CancellationToken,
}

#[async_trait]
impl Watch for Recorder<'_> {
    async fn goes_on(&mut self, mark: Mark) -> Outcome<bool> {
        self.operation.done = mark.done;
        self.operation.total = mark.total;
        let standing = Standing { runner: self.runner.node.clone(), step: mark.step.to_owned(), at: mark.position };
        self.operation.position = as_json(&standing);
        let stopping = self.stop.is_cancelled();
        let fresh = self.written.is_some_and(|(at, step)| at.elapsed() < WRITTEN_EVERY && step == mark.step);
        if fresh && !stopping {
            return Ok(true);
        }
        self.written = Some((Instant::now(), mark.step));
        self.operation.updated_at = self.runner.parts.clock.now();
        let open = self.runner.parts.store.update_operation(&self.operation).await?;
        Ok(open && !stopping && self.obeys().await?)
    }

    fn rate(&self, asked: Option<u32>) -> Option<u32> {
        match self.rate {
            Some(0) => None,
            rate => rate.or(asked),
        }
    }
}

impl Recorder<'_> {
    /// Takes over what an operator asked meanwhile; false where the operation is to pause.
    async fn obeys(&mut self) -> Outcome<bool> {
        let Some(now) = self.runner.parts.store.operation(self.operation.id).await? else { return Ok(true) };
        self.rate = now.rate;
        Ok(now.state != OperationState::Paused)
    }
}

fn as_json(standing: &Standing) -> Value {
    // Two texts and a JSON value always have a JSON form.
    serde_json::to_value(standing).unwrap_or_default()
}
