//! Numbers, clients' keys, conditions, capacity.

use super::bench::{Bench, CAPACITY, CHAT, OTHER, accepted, acknowledge, change, close, confirm, create, read};
use chat_shared::queue::{Accept, Accepted, Group, IfVersion, Once, Receipt, Seed, Seeded};
use std::sync::Arc;
use std::time::Duration;

pub async fn numbers_begin_at_one_and_each_sequence_counts_for_itself(bench: Bench) {
    assert_eq!(accepted(&*bench.queue, create(CHAT, 1)).await.first, 1);
    assert_eq!(accepted(&*bench.queue, create(CHAT, 3)).await.first, 2);
    assert_eq!(accepted(&*bench.queue, create(CHAT, 1)).await.first, 5);
    assert_eq!(accepted(&*bench.queue, create(OTHER, 1)).await.first, 1);
}

pub async fn fifty_callers_at_once_get_dense_numbers_and_none_twice(bench: Bench) {
    // The capacity bounds what waits for persist: 50 callers fit.
    let calls = (0..50).map(|_| {
        let queue = Arc::clone(&bench.queue);
        tokio::spawn(async move { accepted(&*queue, create(CHAT, 1)).await.first })
    });
    let mut given = Vec::new();
    for call in calls.collect::<Vec<_>>() {
        given.push(call.await.expect("ends"));
    }
    given.sort_unstable();
    assert_eq!(given, (1..=50).collect::<Vec<_>>());
}

pub async fn a_known_key_answers_again_and_refuses_another_request(bench: Bench) {
    let once = Once { key: [1; 32], body: [2; 32], count: 1, index: 0 };
    let request = Accept { once: Some(once), ..create(CHAT, 1) };
    let first = accepted(&*bench.queue, request.clone()).await;
    accepted(&*bench.queue, create(CHAT, 1)).await;
    let bench = bench.reopen().await;
    assert_eq!(accepted(&*bench.queue, request.clone()).await, Receipt { replayed: true, ..first });
    let other = Accept { once: Some(Once { body: [3; 32], ..once }), ..create(CHAT, 1) };
    assert_eq!(bench.queue.accept(other).await.expect("answers"), Accepted::KeyConflict);
    assert_eq!(accepted(&*bench.queue, create(CHAT, 1)).await.first, 3);
}

pub async fn another_epoch_is_refused_and_spends_nothing(bench: Bench) {
    let request = Accept { epoch: 2, ..create(CHAT, 1) };
    assert_eq!(bench.queue.accept(request).await.expect("answers"), Accepted::Epoch);
    assert_eq!(accepted(&*bench.queue, create(CHAT, 1)).await.first, 1);
}

pub async fn a_full_partition_refuses_until_persist_has_acknowledged(bench: Bench) {
    accepted(&*bench.queue, create(CHAT, CAPACITY as usize)).await;
    let Accepted::Full(retry_after) = bench.queue.accept(create(CHAT, 1)).await.expect("answers") else {
        panic!("accepted into a full partition")
    };
    assert!(retry_after >= Duration::from_secs(1));
    let deliveries = read(&*bench.queue, Group::Persist, 1_000).await;
    acknowledge(&*bench.queue, Group::Persist, &deliveries).await;
    assert_eq!(accepted(&*bench.queue, create(CHAT, 1)).await.first, CAPACITY + 1);
}

pub async fn if_match_is_compared_with_the_last_accepted_change(bench: Bench) {
    let created = accepted(&*bench.queue, create(CHAT, 1)).await.last_id;
    let condition = IfVersion { expected: created, row: created };
    let changed = accepted(&*bench.queue, change(1, Some(condition), false)).await.last_id;
    let again = bench.queue.accept(change(1, Some(condition), false)).await.expect("answers");
    assert_eq!(again, Accepted::Changed(changed));
    let condition = IfVersion { expected: changed, row: created };
    accepted(&*bench.queue, change(1, Some(condition), false)).await;
}

pub async fn a_closed_sequence_numbers_nothing_more_even_after_a_restart(bench: Bench) {
    accepted(&*bench.queue, create(CHAT, 1)).await;
    accepted(&*bench.queue, change(0, None, true)).await;
    let bench = bench.reopen().await;
    assert_eq!(bench.queue.accept(create(CHAT, 1)).await.expect("answers"), Accepted::Gone);
    assert!(bench.queue.counter(CHAT).await.expect("answers").expect("is there").closed);
}

pub async fn a_closed_queue_accepts_nothing_and_is_worked_off_and_asked_as_ever(bench: Bench) {
    let last = accepted(&*bench.queue, create(CHAT, 2)).await.last_id;
    bench.queue.distrust(OTHER).await.expect("unsure");
    close(&*bench.queue).await;
    assert!(bench.queue.examine().await.expect("examined").closed);
    for request in [create(CHAT, 1), change(1, None, false)] {
        assert_eq!(bench.queue.accept(request).await.expect("answers"), Accepted::Closed);
    }
    // What counters say is still to be had, and what they wait for.
    assert_eq!(accepted(&*bench.queue, create(CHAT, 0)).await.first, 3);
    let Accepted::Seed(mark) = bench.queue.accept(create(OTHER, 0)).await.expect("answers") else {
        panic!("the counter is not seeded")
    };
    let seed = Seed { sequence: OTHER, epoch: 1, last: mark, n: 5, closed: false };
    assert_eq!(bench.queue.seed(seed).await.expect("answers"), Seeded::Set);
    let settled = |group| bench.queue.settled(group, CHAT.partition(), last, Duration::ZERO);
    for group in Group::ALL {
        assert!(!settled(group).await.expect("answers"));
        let deliveries = read(&*bench.queue, group, 10).await;
        acknowledge(&*bench.queue, group, &deliveries).await;
        assert!(settled(group).await.expect("answers"));
    }
    confirm(&*bench.queue, 1).await;
    assert!(!bench.queue.examine().await.expect("examined").closed);
    assert_eq!(accepted(&*bench.queue, create(CHAT, 1)).await.first, 3);
    assert_eq!(accepted(&*bench.queue, create(OTHER, 1)).await.first, 6);
}
