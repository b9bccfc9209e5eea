//! Reading, claiming, and what a restart leaves.

use super::bench::{Bench, CHAT, SOON, accepted, acknowledge, create, limits, numbers, read};
use chat_shared::queue::{Claim, Group, ReadLimits};
use std::sync::Arc;
use std::time::Duration;

pub async fn every_entry_passes_through_both_groups_and_index_never_ahead_of_persist(bench: Bench) {
    accepted(&*bench.queue, create(CHAT, 4)).await;
    let first = read(&*bench.queue, Group::Persist, 2).await;
    let second = read(&*bench.queue, Group::Persist, 9).await;
    assert_eq!((numbers(&first), numbers(&second)), (vec![1, 2], vec![3, 4]));
    assert!(read(&*bench.queue, Group::Index, 9).await.is_empty());
    acknowledge(&*bench.queue, Group::Persist, &first).await;
    assert_eq!(numbers(&read(&*bench.queue, Group::Index, 9).await), [1, 2]);
}

pub async fn an_index_that_is_passed_over_lets_go_of_what_is_persisted_and_no_more(bench: Bench) {
    accepted(&*bench.queue, create(CHAT, 2)).await;
    // Ids begin anew with each millisecond: persist is to hold the first one of another.
    tokio::time::sleep(Duration::from_millis(3)).await;
    accepted(&*bench.queue, create(CHAT, 3)).await;
    let persisted = read(&*bench.queue, Group::Persist, 3).await;
    acknowledge(&*bench.queue, Group::Persist, &persisted[..2]).await;
    // From a time when there was an index.
    assert_eq!(numbers(&read(&*bench.queue, Group::Index, 1).await), [1]);
    let bench = bench.reopen().await;
    bench.queue.pass_index_over("worker").await.expect("passes");
    let status = bench.queue.group(Group::Index).await.expect("measures");
    assert!(status.depth >= 3, "{status:?}");
    assert_eq!(bench.queue.trim(Duration::ZERO).await.expect("trims"), 2, "persist still holds the third");
    let rest = read(&*bench.queue, Group::Persist, 9).await;
    assert_eq!(numbers(&rest), [3, 4, 5]);
    acknowledge(&*bench.queue, Group::Persist, &rest).await;
    for _ in 0..2 {
        bench.queue.pass_index_over("worker").await.expect("passes");
    }
    let status = bench.queue.group(Group::Index).await.expect("measures");
    assert_eq!((status.depth, status.pending), (0, 0));
    assert_eq!(bench.queue.trim(Duration::ZERO).await.expect("trims"), 3);
}

pub async fn a_waiting_reader_is_woken_by_an_append(bench: Bench) {
    let queue = Arc::clone(&bench.queue);
    let reader = tokio::spawn(async move {
        queue.read(Group::Persist, "worker", ReadLimits { wait: SOON, ..limits(9) }).await.expect("reads")
    });
    accepted(&*bench.queue, create(CHAT, 1)).await;
    assert_eq!(numbers(&reader.await.expect("ends")), [1]);
}

pub async fn what_was_in_hand_at_a_restart_is_delivered_again_and_counted(bench: Bench) {
    accepted(&*bench.queue, create(CHAT, 3)).await;
    let first = read(&*bench.queue, Group::Persist, 2).await;
    acknowledge(&*bench.queue, Group::Persist, &first[..1]).await;
    let bench = bench.reopen().await;
    let again = read(&*bench.queue, Group::Persist, 9).await;
    assert_eq!(numbers(&again), [2, 3]);
    assert_eq!(again.iter().map(|delivery| delivery.deliveries).collect::<Vec<_>>(), [2, 1]);
    let bench = bench.reopen().await;
    let again = read(&*bench.queue, Group::Persist, 9).await;
    assert_eq!(again.iter().map(|delivery| delivery.deliveries).collect::<Vec<_>>(), [3, 2]);
}

pub async fn what_a_consumer_holds_is_claimed_by_itself_and_when_idle_by_others(bench: Bench) {
    accepted(&*bench.queue, create(CHAT, 1)).await;
    read(&*bench.queue, Group::Persist, 9).await;
    let claim = |who: &'static str, what| {
        let queue = Arc::clone(&bench.queue);
        async move { queue.claim(Group::Persist, who, what, 9).await.expect("claims") }
    };
    assert!(claim("other", Claim::Own).await.is_empty());
    assert!(claim("other", Claim::Idle(Duration::from_hours(1))).await.is_empty());
    assert_eq!(claim("worker", Claim::Own).await[0].deliveries, 2);
    assert_eq!(claim("other", Claim::Idle(Duration::ZERO)).await[0].deliveries, 3);
    assert_eq!(bench.queue.pending(Group::Persist, Duration::ZERO, 9).await.expect("lists")[0].consumer, "other");
}

pub async fn suspects_are_counted_over_restarts(bench: Bench) {
    let id = accepted(&*bench.queue, create(CHAT, 1)).await.last_id;
    assert_eq!(bench.queue.suspect(Group::Persist, CHAT.partition(), id).await.expect("counts"), 1);
    let bench = bench.reopen().await;
    assert_eq!(bench.queue.suspect(Group::Persist, CHAT.partition(), id).await.expect("counts"), 2);
}
