//! Reindexing: from nothing, beside writes, gone on with after a stop, begun anew where what was filled is lost, and
//! never swapped in with less than it must hold.

use chat_shared::api::types::admin::{ReindexParams, StartOperation};
use chat_shared::ops::{Ended, Installation, Mark, OpsError, Plan, ReindexReport, Standing, Unwatched, Watch};
use chat_shared::search::{Document, Query, Scope};
use chat_shared::store::OperationState;
use serde_json::Value;

use super::{Bench, StopWhere, done};

const WHO: &str = "ann@desk";

fn plan() -> Plan {
    Plan::Reindex(ReindexParams { verify_samples: 60, ..ReindexParams::default() })
}

/// A rate cuts the work into pieces of a second.
fn in_pieces() -> Plan {
    Plan::Reindex(ReindexParams { rate: Some(25), verify_samples: 60, ..ReindexParams::default() })
}

async fn reindex(parts: &Installation, plan: &Plan, position: &Value, watch: &mut dyn Watch) -> Ended<Value> {
    parts.carry_out(plan, position, watch).await.expect("answers")
}

async fn lose_the_index(bench: Bench) -> Bench {
    lose(bench, "search.db").await
}

async fn lose(bench: Bench, file: &str) -> Bench {
    let dir = bench.close().await;
    for file in [file.to_owned(), format!("{file}-wal"), format!("{file}-shm")] {
        // The write-ahead log goes with a clean stop.
        let _ = std::fs::remove_file(dir.path().join(file));
    }
    Bench::open(dir).await
}

/// Stops after the first piece; the mark that is stored then.
async fn stopped_half_way(bench: &Bench) -> Mark {
    let mut half_way = StopWhere(|mark: &Mark| mark.done > 0, Vec::new());
    assert_eq!(reindex(&bench.parts, &in_pieces(), &Value::Null, &mut half_way).await, Ended::Stopped);
    half_way.1.pop().expect("was told")
}

#[tokio::test]
async fn a_lost_index_is_built_from_the_store() {
    let (bench, _) = Bench::furnished().await;
    let bench = lose_the_index(bench).await;
    assert!(bench.parts.search_status().await.expect("answers").needs_filling);
    let report: ReindexReport = done(reindex(&bench.parts, &plan(), &Value::Null, &mut Unwatched).await);
    assert_eq!((report.scanned, report.indexed, report.swapped), (60, 59, true));
    assert_eq!(report.samples, 59);
    let status = bench.parts.search_status().await.expect("answers");
    assert_eq!((status.needs_filling, status.documents, status.building), (false, 59, None));
    assert!(bench.verify().await.ok);
}

#[tokio::test]
async fn what_a_lost_queue_had_not_handed_to_the_index_is_found_again() {
    let (bench, app) = Bench::furnished().await;
    bench.post(app, 1, &["persisted, and lost before it was indexed"]).await;
    bench.persist().await;
    let bench = lose(lose(bench, "queue.db").await, "queue.db").await;
    let open = bench.parts.store.open_operations().await.expect("answers");
    let [operation] = &*open else { panic!("two losses need one reindexing: {open:?}") };
    let plan = Plan::of(&operation.kind, &operation.params).expect("a plan");
    let report: ReindexReport = done(reindex(&bench.parts, &plan, &Value::Null, &mut Unwatched).await);
    assert_eq!((report.indexed, report.swapped), (60, true));
    assert!(bench.verify().await.ok);
}

#[tokio::test]
async fn a_reindexing_stopped_half_way_goes_on_from_there() {
    let (bench, _) = Bench::furnished().await;
    let mark = stopped_half_way(&bench).await;
    assert_eq!((mark.done, mark.total), (25, Some(59)));
    let bench = Bench::open(bench.close().await).await;
    let mut watch = StopWhere(|_: &_| false, Vec::new());
    let report: ReindexReport = done(reindex(&bench.parts, &plan(), &mark.position, &mut watch).await);
    let told: Vec<_> = watch.1.iter().map(|mark| (mark.step, mark.done)).collect();
    assert_eq!(told, [("fill", 25), ("verify", 60), ("swap", 60)]);
    assert_eq!((report.scanned, report.indexed, report.swapped), (60, 59, true));
    assert!(bench.verify().await.ok);
}

#[tokio::test]
async fn what_an_interrupted_reindexing_lost_is_noticed_and_it_is_begun_anew() {
    let (bench, _) = Bench::furnished().await;
    let mark = stopped_half_way(&bench).await;
    // The engine comes back without what it had not on disk.
    let emptied = format!("DELETE FROM tail_{}", mark.position["generation"]);
    let bench = bench.damaged("search.db", emptied.leak()).await;
    let report: ReindexReport = done(reindex(&bench.parts, &plan(), &mark.position, &mut Unwatched).await);
    assert_eq!((report.scanned, report.swapped), (60, true));
    assert!(bench.verify().await.ok);
}

#[tokio::test]
async fn what_is_written_meanwhile_is_in_the_new_generation() {
    let (bench, app) = Bench::furnished().await;
    let mark = stopped_half_way(&bench).await;
    bench.post(app, 1, &["behind the scan"]).await;
    bench
        .numbering
        .update_message(app, 1, 2, "edited meanwhile".into(), None, &super::context())
        .await
        .expect("accepted");
    bench.numbering.delete_message(app, 1, 3, None, &super::context()).await.expect("accepted");
    bench.work().await;
    let report: ReindexReport = done(reindex(&bench.parts, &plan(), &mark.position, &mut Unwatched).await);
    assert!(report.swapped);
    let report = bench.verify().await;
    assert!(report.ok, "{report:?}");
    for (text, places) in [("edited meanwhile", vec![(1, 2)]), ("behind the scan", vec![(1, 31)])] {
        let scope = Scope { app, chat: Some(1) };
        let query = Query { scope, text, after: None, descending: false, limit: 10 };
        assert_eq!(bench.parts.search.find(&query).await.expect("answers").places, places, "{text}");
    }
}

#[tokio::test]
async fn a_generation_that_lacks_something_is_dropped_and_the_old_one_goes_on_answering() {
    let (bench, app) = Bench::furnished().await;
    let search = std::sync::Arc::clone(&bench.parts.search);
    let generation = search.begin_generation().await.expect("begins");
    // A newer tombstone in the new generation alone: the message is not found in it.
    let newest = chat_shared::queue::EntryId::MAX;
    let blank = Document { app, chat: 2, number: 9, version: newest, edited: true, text: None };
    search.fill(generation, &[blank]).await.expect("fills");
    let result = bench.parts.carry_out(&plan(), &Value::Null, &mut Unwatched).await;
    let error = result.expect_err("is refused").to_string();
    assert!(error.contains("58 of 59"), "{error}");
    let status = bench.parts.search_status().await.expect("answers");
    assert_eq!((status.generation, status.building, status.documents), (1, None, 59));
}

#[tokio::test]
async fn without_a_swap_it_stays_beside_until_an_operator_decides() {
    let (bench, _) = Bench::furnished().await;
    let beside = Plan::Reindex(ReindexParams { swap: false, ..ReindexParams::default() });
    let report: ReindexReport = done(reindex(&bench.parts, &beside, &Value::Null, &mut Unwatched).await);
    assert_eq!((report.generation, report.swapped), (2, false));
    assert_eq!(bench.parts.swap_index(WHO).await.expect("swaps").generation, 2);
    let nothing = bench.parts.abandon_index(WHO).await;
    assert!(matches!(nothing, Err(OpsError::NotFound(_))), "{nothing:?}");
}

#[tokio::test]
async fn there_is_one_reindexing_at_a_time_and_a_cancelled_one_leaves_nothing_behind() {
    let (bench, _) = Bench::furnished().await;
    let start = StartOperation::reindex(&ReindexParams::default());
    let operation = bench.parts.start_operation(&start, WHO).await.expect("is added");
    let second = bench.parts.start_operation(&start, WHO).await;
    assert!(matches!(second, Err(OpsError::UnderWay(id)) if id == operation.id), "{second:?}");
    let mark = stopped_half_way(&bench).await;
    let mut stored = bench.parts.store.operation(operation.id).await.expect("reads").expect("is there");
    stored.state = OperationState::Running;
    let standing = Standing { runner: "n".into(), step: mark.step.into(), at: mark.position };
    stored.position = serde_json::to_value(standing).expect("serialises");
    assert!(bench.parts.store.update_operation(&stored).await.expect("writes"));
    let shown = bench.parts.operation(operation.id).await.expect("is there");
    assert_eq!((shown.step.as_deref(), shown.state), (Some("fill"), OperationState::Running));

    let cancelled = bench.parts.cancel_operation(operation.id, WHO).await.expect("answers");
    assert_eq!(cancelled.state, OperationState::Cancelled);
    assert_eq!(bench.parts.search_status().await.expect("answers").building, None);
    assert!(bench.parts.start_operation(&start, WHO).await.is_ok());
}
