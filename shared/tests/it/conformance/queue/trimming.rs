//! What may leave the log, and what must stay.

use super::bench::{Bench, CHAT, SOON, accepted, acknowledge, confirm_above, create, read};
use chat_shared::clock::{Clock as _, SystemClock, Timestamp};
use chat_shared::queue::{EntryId, Group, Queue};
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
