//! What operators see.

use super::bench::{Bench, CHAT, OTHER, accepted, create, open_counter, read};
use chat_shared::clock::{Clock as _, SystemClock};
use chat_shared::domain::{AppId, Sequence};
use chat_shared::queue::{EntryId, Group, Look};
use futures::TryStreamExt as _;
use std::sync::Arc;

pub async fn status_counts_what_lags_and_what_is_pending(bench: Bench) {
    accepted(&*bench.queue, create(CHAT, 3)).await;
    let entries = read(&*bench.queue, Group::Persist, 2).await;
    let status = bench.queue.group(Group::Persist).await.expect("answers");
    assert_eq!((status.depth, status.lag, status.pending), (3, 1, 2));
    assert_eq!(status.oldest, Some(entries[0].record.id.at()));
    let partitions = bench.queue.group_partitions(Group::Persist).await.expect("answers");
    assert_eq!(partitions.len(), 1);
    assert_eq!((partitions[0].0, partitions[0].1.depth), (CHAT.partition(), 3));
    assert_eq!(bench.queue.group(Group::Index).await.expect("answers").lag, 3);
}

pub async fn looking_touches_nothing(bench: Bench) {
    let first = accepted(&*bench.queue, create(CHAT, 3)).await.last_id;
    // Entries of several partitions stand in the order of their moments.
    while SystemClock.now() <= first.at() {
        tokio::task::yield_now().await;
    }
    accepted(&*bench.queue, create(OTHER, 1)).await;
    let look = |at: Look| {
        let queue = Arc::clone(&bench.queue);
        async move { queue.look(at).await.expect("looks").iter().map(|record| record.number).collect::<Vec<_>>() }
    };
    let all = Look { after: EntryId::ZERO, newest: false, partition: None, limit: 10 };
    assert_eq!(look(all).await, [1, 2, 3, 1]);
    assert_eq!(look(Look { newest: true, limit: 2, ..all }).await, [3, 1]);
    assert_eq!(look(Look { after: first, ..all }).await, [1]);
    assert_eq!(look(Look { partition: Some(CHAT.partition()), ..all }).await, [1, 2, 3]);
    assert_eq!(bench.queue.entry(first).await.expect("looks").expect("is there").number, 3);
    assert_eq!(bench.queue.entry(EntryId::new(1, 1)).await.expect("looks"), None);
    assert_eq!(bench.queue.unpersisted(CHAT.partition(), 2).await.expect("looks").len(), 2);
    assert_eq!(bench.queue.group(Group::Persist).await.expect("answers").lag, 4);
}

pub async fn counters_are_read_as_they_are_named_and_walked_by_application_and_chat(bench: Bench) {
    for sequence in [Sequence::Chats(AppId(7)), Sequence::Messages(AppId(7), 12), Sequence::Chats(AppId(30))] {
        open_counter(&*bench.queue, sequence).await;
    }
    let missing = Sequence::Messages(AppId(30), 1);
    let named = [CHAT, missing, Sequence::Chats(AppId(30))];
    let numbers: Vec<_> = bench.queue.counters(&named).await.expect("read").into_iter().map(|held| held?.n).collect();
    assert_eq!(numbers, [bench.queue.counter(CHAT).await.expect("read").and_then(|held| held.n), None, Some(0)]);
    assert_eq!(bench.queue.counters(&[]).await.expect("read"), []);
    let walk = |app| {
        let pages = bench.queue.walk_counters(app);
        async move {
            let pages: Vec<_> = pages.try_collect().await.expect("walks");
            pages.concat().iter().map(|(sequence, _)| sequence.to_string()).collect::<Vec<_>>()
        }
    };
    assert_eq!(walk(None).await, ["7", "7:3", "7:4", "7:12", "30"]);
    assert_eq!(walk(Some(AppId(7))).await, ["7", "7:3", "7:4", "7:12"]);
}
