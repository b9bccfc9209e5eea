//! Operations across stops and losses: an index that was lost is built anew without being asked, and a reindexing that a
//! hard stop interrupted goes on where it was.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chat_shared::api::types::admin::{Operation, OperationsQuery, ReindexParams, StartOperation, VerifyParams};
use chat_shared::clock::{Clock, SystemClock};
use chat_shared::config::Config;
use chat_shared::domain::{Sequence, Token};
use chat_shared::numbering::{NewMessage, RequestContext};
use chat_shared::ops::{Ended, Installation, Plan, Unwatched};
use chat_shared::store::{NewApplication, OperationState};
use chatd::lifecycle::Lifecycle;
use chatd::parts::Parts;
use serde_json::Value;

use crate::support::process::until;

const SOON: Duration = Duration::from_mins(1);

const MESSAGES: u64 = 200;

struct Plant {
    parts: Parts,
    operators: Installation,
    lifecycle: Lifecycle,
}

impl Plant {
    async fn start(data: &Path) -> Self {
        let config = Config::with_data(data);
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let parts = Parts::open(&config, Arc::clone(&clock)).await.expect("opens");
        let lifecycle = Lifecycle::new();
        parts.spawn_workers(&config, &lifecycle);
        Self { operators: parts.installation(), parts, lifecycle }
    }

    /// One chat with messages, persisted.
    async fn furnish(&self) {
        let new =
            NewApplication { token: Token::from_random([7; 16]), name: "demo".into(), at: self.parts.clock.now() };
        let numbering = &self.parts.numbering;
        let app = numbering.create_application(&new).await.expect("created").id;
        let context = RequestContext { request_id: "test".into(), wait: SOON, once: None };
        numbering.create_chat(app, None, &context).await.expect("accepted");
        let new = |n| NewMessage { content: format!("message {n}"), sender: None, sent_at: None };
        let messages = (1..=MESSAGES).map(new).collect();
        let receipt = numbering.create_messages(app, 1, messages, &context).await.expect("accepted");
        let sequence = Sequence::Messages(app, 1);
        assert!(numbering.persisted(sequence, receipt.last_id, SOON).await.expect("answers"));
    }

    async fn stop(self) {
        self.lifecycle.stop();
        assert_eq!(self.lifecycle.run(SOON, self.parts.close()).await.code(), 0);
    }

    /// Drops every task where it stands, as a kill does.
    async fn kill(self) {
        self.lifecycle.give_up().await;
        self.parts.close().await;
    }

    async fn operation(&self, id: i64) -> Operation {
        self.operators.operation(id).await.expect("is there")
    }

    async fn verified(&self) {
        let plan = Plan::Verify(VerifyParams { samples: None, ..VerifyParams::default() });
        let report = self.operators.carry_out(&plan, &Value::Null, &mut Unwatched).await.expect("verifies");
        let Ended::Done(report) = report else { panic!("stopped") };
        assert_eq!(
            (report["ok"].as_bool(), report["checked"]["messages"].as_u64()),
            (Some(true), Some(MESSAGES)),
            "{report}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_index_that_was_lost_is_built_anew_without_being_asked() {
    let dir = tempfile::tempdir().expect("a folder");
    let plant = Plant::start(dir.path()).await;
    until("the empty index counts as filled", || async {
        !plant.parts.search.status().await.expect("answers").needs_filling
    })
    .await;
    plant.furnish().await;
    plant.stop().await;
    for file in ["search.db", "search.db-wal", "search.db-shm"] {
        // The write-ahead log goes with a clean stop.
        let _ = std::fs::remove_file(dir.path().join(file));
    }

    let plant = Plant::start(dir.path()).await;
    until("the index is filled", || async { !plant.parts.search.status().await.expect("answers").needs_filling }).await;
    plant.verified().await;
    let operations = plant.operators.operations(&OperationsQuery::default()).await.expect("lists").items;
    assert_eq!(operations.iter().map(|operation| operation.kind.as_str()).collect::<Vec<_>>(), ["reindex"]);
    plant.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_interrupted_reindexing_goes_on_where_it_was() {
    let dir = tempfile::tempdir().expect("a folder");
    let plant = Plant::start(dir.path()).await;
    plant.furnish().await;
    let slow = ReindexParams { rate: Some(60), ..ReindexParams::default() };
    let id = plant.operators.start_operation(&StartOperation::reindex(&slow), "test").await.expect("starts").id;
    until("something of it is written down", || async { plant.operation(id).await.done > 0 }).await;
    let before = plant.operation(id).await;
    assert_eq!((before.state, before.step.as_deref()), (OperationState::Running, Some("fill")));
    plant.kill().await;

    let plant = Plant::start(dir.path()).await;
    until("it is done", || async {
        let now = plant.operation(id).await;
        assert!(now.done >= before.done, "it began again: {now:?}");
        now.state.is_final()
    })
    .await;
    let after = plant.operation(id).await;
    assert_eq!((after.state, after.done, after.error), (OperationState::Done, MESSAGES, None));
    plant.verified().await;
    plant.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paused_operation_stays_where_it_is_over_a_restart_and_a_throttled_one_hastens() {
    let dir = tempfile::tempdir().expect("a folder");
    let plant = Plant::start(dir.path()).await;
    plant.furnish().await;
    let slow = ReindexParams { rate: Some(20), ..ReindexParams::default() };
    let id = plant.operators.start_operation(&StartOperation::reindex(&slow), "test").await.expect("starts").id;
    until("something of it is written down", || async { plant.operation(id).await.done > 0 }).await;
    let paused = plant.operators.pause_operation(id, "test").await.expect("pauses");
    assert_eq!(paused.state, OperationState::Paused);
    // Its runner takes up what else there is as soon as it has left the paused one.
    let other = StartOperation::verify(&VerifyParams::default());
    let other = plant.operators.start_operation(&other, "test").await.expect("starts").id;
    until("another one goes before it", || async { plant.operation(other).await.state == OperationState::Done }).await;
    let held = plant.operation(id).await;
    assert!(held.state == OperationState::Paused && held.done < MESSAGES, "{held:?}");
    plant.stop().await;

    let plant = Plant::start(dir.path()).await;
    let other = StartOperation::verify(&VerifyParams::default());
    let other = plant.operators.start_operation(&other, "test").await.expect("starts").id;
    until("another one goes before it", || async { plant.operation(other).await.state == OperationState::Done }).await;
    let after = plant.operation(id).await;
    assert_eq!((after.state, after.done), (OperationState::Paused, held.done), "no restart begins it again");
    plant.operators.throttle_operation(id, 0, "test").await.expect("throttles");
    plant.operators.resume_operation(id, "test").await.expect("resumes");
    until("it is done", || async { plant.operation(id).await.state == OperationState::Done }).await;
    plant.verified().await;
    plant.stop().await;
}
