//! What running an installation leaves behind: operations, nodes, the operator log, the search backlog.

use std::sync::Arc;

use std::time::Duration;

use chat_shared::clock::Timestamp;
use chat_shared::domain::AppId;
use chat_shared::store::{Backlog, Bidding, Control, Directive, Node, Operation, OperationState, OperatorAct, Station};
use serde_json::json;

use super::bench::{Bench, at};

pub async fn an_operation_is_worked_on_until_it_ends_and_then_stands(mut bench: Bench) {
    let created = bench.store.create_operation("reindex", &json!({"rate": 5}), at(1)).await.expect("created");
    assert_eq!((created.state, created.created_at, created.done), (OperationState::Queued, at(1), 0));
    assert_eq!(bench.store.operation(created.id).await.expect("read").as_ref(), Some(&created));
    let running = Operation {
        state: OperationState::Running,
        done: 3,
        total: Some(9),
        position: json!({"after": [1, 2]}),
        updated_at: at(2),
        ..created
    };
    assert!(bench.store.update_operation(&running).await.expect("updated"));
    bench.reopen().await;
    assert_eq!(bench.store.open_operations().await.expect("read"), std::slice::from_ref(&running));
    let failed = Operation {
        state: OperationState::Failed,
        error: Some("why".into()),
        result: json!({"found": 1}),
        finished_at: Some(at(3)),
        ..running.clone()
    };
    assert!(bench.store.update_operation(&failed).await.expect("updated"));
    assert!(!bench.store.update_operation(&running).await.expect("answered"), "it has ended");
    assert_eq!(bench.store.operation(failed.id).await.expect("read"), Some(failed));
    assert_eq!(bench.store.open_operations().await.expect("read"), []);
    let never = Operation { id: 999, ..running };
    assert!(!bench.store.update_operation(&never).await.expect("answered"));
}

pub async fn an_operation_is_paused_and_throttled_beside_its_progress_until_it_ends(bench: Bench) {
    let created = bench.store.create_operation("verify", &json!({}), at(1)).await.expect("created");
    let control = |paused, rate| {
        let store = Arc::clone(&bench.store);
        async move { store.control_operation(created.id, Control { paused, rate }).await.expect("answers") }
    };
    let now = || async {
        let now = bench.store.operation(created.id).await.expect("read").expect("is there");
        (now.state, now.rate)
    };
    assert_eq!(now().await, (OperationState::Queued, None));
    assert!(control(Some(true), None).await && control(None, Some(7)).await);
    assert_eq!(now().await, (OperationState::Paused, Some(7)));
    let running = Operation { state: OperationState::Running, done: 3, ..created.clone() };
    assert!(bench.store.update_operation(&running).await.expect("updated"));
    assert_eq!(now().await, (OperationState::Paused, Some(7)), "progress does not take it back");
    assert_eq!(bench.store.open_operations().await.expect("read").len(), 1);
    assert!(control(Some(false), Some(0)).await);
    assert_eq!(now().await, (OperationState::Running, Some(0)));
    let ended = Operation { state: OperationState::Done, finished_at: Some(at(9)), ..running };
    assert!(control(Some(true), None).await && bench.store.update_operation(&ended).await.expect("updated"));
    assert_eq!(now().await.0, OperationState::Done);
    assert!(!control(Some(true), None).await, "it has ended");
}

pub async fn operations_are_listed_newest_first(bench: Bench) {
    let mut ids = Vec::new();
    for n in 0..4 {
        ids.push(bench.store.create_operation("verify", &json!(n), at(n)).await.expect("created").id);
    }
    let list = async |before, limit| {
        let page = bench.store.operations(before, limit).await.expect("listed");
        page.into_iter().map(|operation| operation.id).collect::<Vec<_>>()
    };
    assert_eq!(list(None, 2).await, [ids[3], ids[2]]);
    assert_eq!(list(Some(ids[2]), 9).await, [ids[1], ids[0]]);
    let open = bench.store.open_operations().await.expect("read");
    assert_eq!(open.iter().map(|operation| operation.id).collect::<Vec<_>>(), ids);
}

pub async fn a_heartbeat_keeps_one_row_a_node(bench: Bench) {
    let node = |id: &str, beat| Node {
        id: id.into(),
        role: "all".into(),
        pid: u32::MAX,
        version: "1.2.3".into(),
        entry_version: 1,
        started_at: at(0),
        heartbeat_at: at(beat),
        search_generation: 4,
    };
    for node in [node("b", 1), node("a", 2), node("b", 3)] {
        bench.store.heartbeat(&node).await.expect("recorded");
    }
    assert_eq!(bench.store.nodes().await.expect("read"), [node("a", 2), node("b", 3)]);
}

pub async fn the_operator_log_is_read_newest_first(bench: Bench) {
    let act = |n: i64| OperatorAct {
        at: at(n),
        who: "ops".into(),
        what: "queue pause".into(),
        target: String::new(),
        result: format!("{n}"),
    };
    for n in 0..3 {
        bench.store.log_act(&act(n)).await.expect("logged");
    }
    assert_eq!(bench.store.acts(2).await.expect("read"), [act(2), act(1)]);
}

fn range(chat: u32, from: u32, to: u32) -> Backlog {
    Backlog { app: AppId(1), chat, from, to, generation: 0 }
}

async fn backlog(bench: &Bench) -> Vec<(u32, u32, u32)> {
    let ranges = bench.store.backlog(100).await.expect("read");
    ranges.into_iter().map(|range| (range.chat, range.from, range.to)).collect()
}

pub async fn ranges_of_the_backlog_that_overlap_or_touch_are_merged(bench: Bench) {
    bench.store.add_backlog(&[range(2, 10, 20), range(1, 5, 5), range(2, 30, 40)]).await.expect("added");
    assert_eq!(backlog(&bench).await, [(1, 5, 5), (2, 10, 20), (2, 30, 40)]);
    bench.store.add_backlog(&[range(2, 22, 28), range(1, 6, 9), range(1, 1, 3)]).await.expect("added");
    assert_eq!(backlog(&bench).await, [(1, 1, 3), (1, 5, 9), (2, 10, 20), (2, 22, 28), (2, 30, 40)]);
    bench.store.add_backlog(&[range(2, 15, 35), range(1, 4, 4), range(1, u32::MAX, u32::MAX)]).await.expect("added");
    assert_eq!(backlog(&bench).await, [(1, 1, 9), (1, u32::MAX, u32::MAX), (2, 10, 40)]);
    assert_eq!(bench.store.backlog(1).await.expect("read").len(), 1);
    bench.store.add_backlog(&[]).await.expect("added");
}

pub async fn a_range_that_was_added_to_while_it_was_worked_off_stays(bench: Bench) {
    bench.store.add_backlog(&[range(1, 1, 10), range(2, 1, 10)]).await.expect("added");
    let read = bench.store.backlog(100).await.expect("read");
    bench.store.add_backlog(&[range(1, 3, 4)]).await.expect("added");
    for range in &read {
        bench.store.clear_backlog(range).await.expect("cleared");
    }
    assert_eq!(backlog(&bench).await, [(1, 1, 10)]);
    for range in bench.store.backlog(100).await.expect("read") {
        bench.store.clear_backlog(&range).await.expect("cleared");
    }
    assert_eq!(backlog(&bench).await, []);
}

fn directive(station: Station, bidding: Bidding, at: i64, who: &str) -> Directive {
    Directive { station, bidding, at: Timestamp::from_millis(at), who: who.into() }
}

pub async fn a_pause_stands_as_it_was_given_until_it_is_taken_back(bench: Bench) {
    let store = &bench.store;
    assert!(!store.end_pause(Station::Accept).await.expect("answers"));
    let first = directive(Station::Accept, Bidding::Pause, 7, "ann");
    store.give_directive(&first).await.expect("given");
    store.give_directive(&directive(Station::Accept, Bidding::Pause, 8, "bob")).await.expect("given");
    let index = directive(Station::Index, Bidding::Pause, 9, "bob");
    store.give_directive(&index).await.expect("given");
    assert_eq!(store.directives().await.expect("listed"), [first, index.clone()]);
    assert!(store.recorded().await.expect("recorded").paused);
    assert!(store.end_pause(Station::Accept).await.expect("answers"));
    assert_eq!(store.directives().await.expect("listed"), [index]);
    assert!(!store.recorded().await.expect("recorded").paused);
}

pub async fn a_claim_replaces_an_earlier_one(bench: Bench) {
    let claim =
        |at, seconds| directive(Station::Persist, Bidding::Claim { idle: Duration::from_secs(seconds) }, at, "ann");
    bench.store.give_directive(&claim(7, 60)).await.expect("given");
    bench.store.give_directive(&claim(8, 5)).await.expect("given");
    assert_eq!(bench.store.directives().await.expect("listed"), [claim(8, 5)]);
    assert!(!bench.store.end_pause(Station::Persist).await.expect("answers"), "a claim is no pause");
}
