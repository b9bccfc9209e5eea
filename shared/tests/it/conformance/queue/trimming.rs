//! What may leave the log, and what must stay.

use super::bench::{Bench, CHAT, OTHER, SOON, accepted, acknowledge, confirm_above, create, read};
use chat_shared::clock::{Clock as _, SystemClock, Timestamp};
use chat_shared::domain::Sequence;
use chat_shared::queue::{Accepted, EntryId, Group, Queue};
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

pub async fn a_log_whose_ids_run_ahead_of_the_clock_is_trimmed_all_the_same(bench: Bench) {
    let in_an_hour = SystemClock.now().as_millis() + 3_600_000;
    confirm_above(&*bench.queue, 1, EntryId::first_at(Timestamp::from_millis(in_an_hour))).await;
    accepted(&*bench.queue, create(CHAT, 2)).await;
    for group in Group::ALL {
        let entries = read(&*bench.queue, group, 9).await;
        acknowledge(&*bench.queue, group, &entries).await;
    }
    assert_eq!(bench.queue.trim(Duration::from_secs(10)).await.expect("trims"), 2);
}

pub async fn only_what_both_groups_are_done_with_is_trimmed_and_ids_are_not_forgotten(bench: Bench) {
    let last = accepted(&*bench.queue, create(CHAT, 2)).await.last_id;
    let entries = read(&*bench.queue, Group::Persist, 9).await;
    acknowledge(&*bench.queue, Group::Persist, &entries).await;
    assert_eq!(bench.queue.trim(Duration::ZERO).await.expect("trims"), 0);
    let entries = read(&*bench.queue, Group::Index, 9).await;
    acknowledge(&*bench.queue, Group::Index, &entries).await;
    assert_eq!(bench.queue.trim(Duration::from_hours(1)).await.expect("trims"), 0, "young entries stay");
    wait_until_trimmed(&*bench.queue, 2).await;
    assert_eq!(bench.queue.log().await.expect("measures").entries, 0);
    let bench = bench.reopen().await;
    assert_eq!(bench.queue.last_id(CHAT.partition()).await.expect("answers"), last);
    assert_eq!(accepted(&*bench.queue, create(CHAT, 1)).await.first, 3);
}

/// An entry of this very millisecond is as young as can be: trimming without mercy takes it a moment later.
async fn wait_until_trimmed(queue: &dyn Queue, entries: u64) {
    let trimming = async {
        let mut trimmed = 0;
        while trimmed < entries {
            trimmed += queue.trim(Duration::ZERO).await.expect("trims");
        }
    };
    tokio::time::timeout(SOON, trimming).await.expect("trimmed in time");
}

/// Entries of each of two sequences: many times what the log may hold.
const UNDER_LOAD: u32 = 600;

pub async fn trimming_while_others_write_and_read_takes_nothing_from_them(bench: Bench) {
    assert_ne!(CHAT.partition(), OTHER.partition(), "else their numbers could not be told apart");
    let write = |sequence| tokio::spawn(write_all(Arc::clone(&bench.queue), sequence));
    let read = |group| tokio::spawn(read_all(Arc::clone(&bench.queue), group));
    let writing = [write(CHAT), write(OTHER)];
    let mut reading = futures::future::join_all([read(Group::Persist), read(Group::Index)]);
    let working = async {
        loop {
            tokio::select! {
                told = &mut reading => break told,
                trimmed = bench.queue.trim(Duration::ZERO) => { trimmed.expect("trims"); }
            }
        }
    };
    for told in tokio::time::timeout(10 * SOON, working).await.expect("everything is read in time") {
        let seen = told.expect("no panic");
        let every = [CHAT, OTHER].map(Sequence::partition);
        assert!(every.iter().all(|of| (1..=UNDER_LOAD).all(|number| seen.contains(&(*of, number)))), "{seen:?}");
    }
    for writer in writing {
        writer.await.expect("no panic");
    }
}

/// Creates entries, waiting where there is no room.
async fn write_all(queue: Arc<dyn Queue>, sequence: Sequence) {
    let mut given = 0;
    while given < UNDER_LOAD {
        match queue.accept(create(sequence, 3)).await.expect("answers") {
            Accepted::Done(receipt) => given = receipt.first + 2,
            Accepted::Full(_) => tokio::time::sleep(Duration::from_millis(2)).await,
            other => panic!("not accepted: {other:?}"),
        }
    }
}

/// Reads and acknowledges until every number was seen: partitions with numbers.
async fn read_all(queue: Arc<dyn Queue>, group: Group) -> HashSet<(u16, u32)> {
    let mut seen = HashSet::new();
    while seen.len() < 2 * UNDER_LOAD as usize {
        let entries = read(&*queue, group, 7).await;
        seen.extend(entries.iter().map(|entry| (entry.record.partition, entry.record.number)));
        acknowledge(&*queue, group, &entries).await;
    }
    seen
}
