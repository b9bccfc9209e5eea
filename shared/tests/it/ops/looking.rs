//! Queues, entries, workers and the installation at a glance: looking changes nothing.

use std::time::Duration;

use chat_shared::api::types::admin::{EntriesQuery, EntryStanding, PendingQuery};
use chat_shared::clock::{Clock as _, SystemClock};
use chat_shared::ops::{OpsError, Thing};
use chat_shared::queue::{EntryId, Group, ReadLimits};
use chat_shared::store::Node;

use super::{Bench, context};

#[tokio::test]
async fn an_entry_waits_is_pending_and_is_acknowledged_and_looking_takes_nothing() {
    let (bench, app) = Bench::furnished().await;
    let receipt = bench.post(app, 1, &["hello"]).await;
    let standing = |group: Group| {
        let entry = bench.parts.entry(receipt.last_id);
        async move {
            let entry = entry.await.expect("is there");
            entry.progress.into_iter().find(|progress| progress.queue == group).expect("is told")
        }
    };
    assert_eq!(standing(Group::Persist).await.standing, EntryStanding::Waiting);
    let limits = ReadLimits { entries: 9, bytes: 1 << 20, wait: Duration::from_secs(5), linger: Duration::ZERO };
    bench.parts.queue.read(Group::Persist, "worker-7", limits).await.expect("reads");
    let held = standing(Group::Persist).await;
    assert_eq!((held.standing, held.consumer.as_deref()), (EntryStanding::Pending, Some("worker-7")));
    let pending = bench.parts.pending(Group::Persist, &PendingQuery::default()).await.expect("lists").items;
    assert_eq!(pending.iter().map(|held| (held.id, held.deliveries)).collect::<Vec<_>>(), [(receipt.last_id, 1)]);
    let queues = bench.parts.queues().await.expect("answers");
    let depths: Vec<_> =
        queues.queues.iter().map(|queue| (queue.queue, queue.depth, queue.lag, queue.pending)).collect();
    assert_eq!(depths, [(Group::Persist, 1, 0, 1), (Group::Index, 1, 1, 0)]);
    assert_eq!(queues.queues[0].partitions.iter().map(|partition| partition.depth).sum::<u64>(), 1);

    let partition = pending[0].partition;
    bench.parts.queue.acknowledge(Group::Persist, "worker-7", &[(partition, receipt.last_id)]).await.expect("done");
    assert_eq!(standing(Group::Persist).await.standing, EntryStanding::Acknowledged);
    assert_eq!(standing(Group::Index).await.standing, EntryStanding::Waiting);
    let missing = bench.parts.entry(EntryId::MAX).await;
    assert!(matches!(missing, Err(OpsError::NotFound(Thing::Entry))), "{missing:?}");
}

#[tokio::test]
async fn entries_are_listed_from_either_end_in_ascending_order() {
    let bench = Bench::new().await;
    let app = bench.tenant(7).await;
    bench.numbering.create_chat(app, None, &context()).await.expect("accepted");
    bench.post(app, 1, &["1", "2", "3", "4"]).await;
    let of = |entries: &[chat_shared::api::types::admin::LogEntry]| {
        entries.iter().map(|entry| (entry.kind.clone(), entry.number)).collect::<Vec<_>>()
    };
    let newest = EntriesQuery { newest: true, limit: Some(2), ..EntriesQuery::default() };
    let newest = bench.parts.entries(&newest).await.expect("lists");
    assert_eq!(of(&newest.items), [("create_message".to_owned(), 3), ("create_message".to_owned(), 4)]);
    let mut seen = Vec::new();
    let mut query = EntriesQuery { limit: Some(2), ..EntriesQuery::default() };
    loop {
        let page = bench.parts.entries(&query).await.expect("lists");
        seen.extend(of(&page.items));
        let Some(next) = page.next else { break };
        query.after = Some(next.parse().expect("an id"));
    }
    assert_eq!(seen.len(), 5);
    assert_eq!(seen[0], ("create_chat".to_owned(), 1));
    let beyond = EntriesQuery { partition: Some(64), ..EntriesQuery::default() };
    assert!(matches!(bench.parts.entries(&beyond).await, Err(OpsError::Invalid { field: "partition", .. })));
}

#[tokio::test]
async fn the_status_tells_of_every_part_and_of_one_that_is_away() {
    let (bench, _) = Bench::furnished().await;
    let now = SystemClock.now();
    let node = Node {
        id: "n1".into(),
        role: "all".into(),
        pid: 1,
        version: "0".into(),
        entry_version: 1,
        started_at: now,
        heartbeat_at: now,
        search_generation: 0,
    };
    bench.parts.store.heartbeat(&node).await.expect("beats");
    let status = bench.parts.status().await;
    assert_eq!(status.faults, []);
    assert_eq!(status.totals.map(|totals| (totals.applications, totals.chats, totals.messages)), Some((1, 2, 59)));
    assert_eq!((status.dead_letters, status.epoch, status.queue_durable), (Some(0), Some(1), Some(true)));
    assert_eq!(status.search.as_ref().map(|search| search.documents), Some(59));
    assert_eq!(
        status.workers.iter().map(|worker| (worker.id.as_str(), worker.alive)).collect::<Vec<_>>(),
        [("n1", true)]
    );
    bench.clock.advance(60_000);
    assert!(!bench.parts.workers().await.expect("lists").items[0].alive);

    bench.parts.store.close().await;
    let status = bench.parts.status().await;
    assert!(status.totals.is_none() && status.log.is_some(), "{status:?}");
    assert!(status.faults.iter().any(|fault| fault.part == "store"), "{status:?}");
}
