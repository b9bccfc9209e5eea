//! Counters that are absent or unsure, epochs, and what is confirmed.

use super::bench::{Bench, CHAT, SOON, accepted, acknowledge, confirm, create, open_counter, read};
use chat_shared::domain::{AppId, PARTITIONS, Sequence};
use chat_shared::queue::{Accept, Accepted, Group, Seed, Seeded};
use std::sync::Arc;
use std::time::Duration;

pub async fn an_absent_counter_is_seeded_once_by_whoever_waited_for_the_same_id(bench: Bench) {
    let chat = Sequence::Messages(AppId(9), 1);
    let Accepted::Seed(last) = bench.queue.accept(create(chat, 1)).await.expect("answers") else {
        panic!("an absent counter was believed")
    };
    accepted(&*bench.queue, create(CHAT, 1)).await;
    // A later asker waits for the same id.
    assert_eq!(bench.queue.accept(create(chat, 1)).await.expect("answers"), Accepted::Seed(last));
    let seed = Seed { sequence: chat, epoch: 1, last, n: 41, closed: false };
    let moved = Seed { last: last.plus(1), ..seed };
    assert_eq!(bench.queue.seed(moved).await.expect("answers"), Seeded::Moved);
    assert_eq!(bench.queue.seed(Seed { epoch: 2, ..seed }).await.expect("answers"), Seeded::Epoch);
    assert_eq!(bench.queue.seed(seed).await.expect("answers"), Seeded::Set);
    assert_eq!(bench.queue.seed(Seed { n: 7, ..seed }).await.expect("answers"), Seeded::Kept);
    assert_eq!(accepted(&*bench.queue, create(chat, 1)).await.first, 42);
}

pub async fn a_distrusted_counter_is_seeded_anew_also_after_a_restart(bench: Bench) {
    let last = accepted(&*bench.queue, create(CHAT, 2)).await.last_id;
    bench.queue.distrust(CHAT).await.expect("answers");
    let bench = bench.reopen().await;
    assert_eq!(bench.queue.accept(create(CHAT, 1)).await.expect("answers"), Accepted::Seed(last));
    let seed = Seed { sequence: CHAT, epoch: 1, last, n: 9, closed: false };
    assert_eq!(bench.queue.seed(seed).await.expect("answers"), Seeded::Set);
    assert_eq!(accepted(&*bench.queue, create(CHAT, 1)).await.first, 10);
    let absent = Sequence::Messages(AppId(9), 1);
    bench.queue.distrust(absent).await.expect("answers");
    assert_eq!(bench.queue.counter(absent).await.expect("answers"), None);
}

pub async fn opening_leaves_a_counter_that_is_there_alone(bench: Bench) {
    accepted(&*bench.queue, create(CHAT, 2)).await;
    open_counter(&*bench.queue, CHAT).await;
    assert_eq!(accepted(&*bench.queue, create(CHAT, 1)).await.first, 3);
}

pub async fn a_new_epoch_makes_every_counter_seed_again_and_ids_go_on_above(bench: Bench) {
    let old = accepted(&*bench.queue, create(CHAT, 1)).await;
    confirm(&*bench.queue, 2).await;
    let request = Accept { epoch: 2, ..create(CHAT, 1) };
    let Accepted::Seed(last) = bench.queue.accept(request.clone()).await.expect("answers") else {
        panic!("a counter of an old epoch was believed")
    };
    assert!(last >= old.last_id);
    let seed = Seed { sequence: CHAT, epoch: 2, last, n: 100, closed: false };
    assert_eq!(bench.queue.seed(seed).await.expect("answers"), Seeded::Set);
    let new = accepted(&*bench.queue, request).await;
    assert_eq!(new.first, 101);
    assert!(new.last_id > old.last_id);
}

pub async fn settling_is_waited_for(bench: Bench) {
    let last = accepted(&*bench.queue, create(CHAT, 1)).await.last_id;
    let partition = CHAT.partition();
    assert!(!bench.queue.settled(Group::Persist, partition, last, Duration::from_millis(20)).await.expect("answers"));
    let queue = Arc::clone(&bench.queue);
    let waiting = tokio::spawn(async move { queue.settled(Group::Persist, partition, last, SOON).await });
    let entries = read(&*bench.queue, Group::Persist, 9).await;
    acknowledge(&*bench.queue, Group::Persist, &entries).await;
    assert!(waiting.await.expect("ends").expect("answers"));
}

pub async fn the_examination_tells_what_is_confirmed(bench: Bench) {
    let seen = bench.queue.examine().await.expect("examined");
    assert_eq!(seen.partitions.len(), usize::from(PARTITIONS));
    assert!(seen.partitions.iter().all(|(epoch, _)| *epoch == Some(1)));
    assert_eq!((seen.installation.as_deref(), seen.confirmation), (Some("test"), Some(1)));
    let server = seen.server;
    let bench = bench.reopen().await;
    assert_eq!(bench.queue.examine().await.expect("examined").server, server);
}
