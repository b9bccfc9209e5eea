//! What every queue answers: numbering, keys, seeds, groups, trimming, looking, and coming back after a restart.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use chat_shared::clock::{Clock as _, SystemClock, Timestamp};
use chat_shared::domain::{AppId, PARTITIONS, Sequence};
use chat_shared::queue::sqlite::{Bounds, SqliteQueue};
use chat_shared::queue::{
    Accept, Accepted, Change, Claim, Confirmation, Delivery, EntryId, Group, IfVersion, Look, Once, Queue, ReadLimits,
    Receipt, Seed, Seeded, Work,
};

const CHAT: Sequence = Sequence::Messages(AppId(7), 3);
const OTHER: Sequence = Sequence::Messages(AppId(7), 4);
const SOON: Duration = Duration::from_secs(5);
const CAPACITY: u32 = 50;

/// A queue that can be closed and opened again on the same data.
struct Bench {
    dir: Arc<tempfile::TempDir>,
    queue: Arc<dyn Queue>,
}

impl Bench {
    async fn reopen(self) -> Self {
        self.queue.close().await;
        let queue = open(&self.dir).await;
        confirm(&*queue, 1).await;
        Self { dir: self.dir, queue }
    }
}

async fn open(dir: &tempfile::TempDir) -> Arc<dyn Queue> {
    let bounds = Bounds { capacity: CAPACITY, max_bytes: 1 << 20 };
    let path = dir.path().join("queue.db");
    Arc::new(SqliteQueue::open(&path, bounds, Arc::new(SystemClock)).await.expect("opens"))
}

async fn confirm(queue: &dyn Queue, epoch: u32) {
    confirm_above(queue, epoch, EntryId::ZERO).await;
}

/// All later ids are above this one.
async fn confirm_above(queue: &dyn Queue, epoch: u32, above: EntryId) {
    let seen = queue.examine().await.expect("examined");
    let partitions = seen.partitions.iter().map(|(_, last_id)| (epoch, above.max(*last_id))).collect();
    let confirmation = Confirmation {
        installation: "test".into(),
        number: seen.confirmation.unwrap_or(0) + 1,
        server: seen.server,
        durable: true,
        partitions,
        capacity: CAPACITY,
    };
    queue.enter(&confirmation).await.expect("entered");
}

/// Runs a story on a fresh queue with an open chat.
async fn on_a_queue<F: Future<Output = ()>>(story: impl FnOnce(Bench) -> F) {
    let dir = Arc::new(tempfile::tempdir().expect("a folder"));
    let queue = open(&dir).await;
    confirm(&*queue, 1).await;
    queue.open(CHAT, 1).await.expect("opened");
    queue.open(OTHER, 1).await.expect("opened");
    story(Bench { dir: Arc::clone(&dir), queue }).await;
}

fn create(sequence: Sequence, count: usize) -> Accept {
    Accept { sequence, epoch: 1, work: Work::Create(vec![Bytes::from_static(b"{}"); count]), once: None }
}

fn change(number: u32, if_version: Option<IfVersion>, closes: bool) -> Accept {
    let change = Change { number, payload: Bytes::from_static(b"{}"), if_version, closes };
    Accept { sequence: CHAT, epoch: 1, work: Work::Change(change), once: None }
}

async fn accepted(queue: &dyn Queue, request: Accept) -> Receipt {
    match queue.accept(request).await.expect("answers") {
        Accepted::Done(receipt) => receipt,
        other => panic!("not accepted: {other:?}"),
    }
}

fn limits(entries: usize) -> ReadLimits {
    ReadLimits { entries, bytes: 1 << 20, wait: Duration::from_millis(200), linger: Duration::ZERO }
}

async fn read(queue: &dyn Queue, group: Group, entries: usize) -> Vec<Delivery> {
    queue.read(group, "worker", limits(entries)).await.expect("reads")
}

async fn acknowledge(queue: &dyn Queue, group: Group, deliveries: &[Delivery]) {
    let records: Vec<_> = deliveries.iter().map(|delivery| (delivery.record.partition, delivery.record.id)).collect();
    queue.acknowledge(group, "worker", &records).await.expect("acknowledges");
}

fn numbers(deliveries: &[Delivery]) -> Vec<u32> {
    deliveries.iter().map(|delivery| delivery.record.number).collect()
}

#[tokio::test]
async fn numbers_begin_at_one_and_each_sequence_counts_for_itself() {
    on_a_queue(|bench| async move {
        assert_eq!(accepted(&*bench.queue, create(CHAT, 1)).await.first, 1);
        assert_eq!(accepted(&*bench.queue, create(CHAT, 3)).await.first, 2);
        assert_eq!(accepted(&*bench.queue, create(CHAT, 1)).await.first, 5);
        assert_eq!(accepted(&*bench.queue, create(OTHER, 1)).await.first, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_callers_at_once_get_dense_numbers_and_none_twice() {
    on_a_queue(|bench| async move {
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
    })
    .await;
}

#[tokio::test]
async fn a_known_key_answers_again_and_refuses_another_request() {
    on_a_queue(|bench| async move {
        let once = Once { key: [1; 32], body: [2; 32], count: 1, index: 0 };
        let request = Accept { once: Some(once), ..create(CHAT, 1) };
        let first = accepted(&*bench.queue, request.clone()).await;
        accepted(&*bench.queue, create(CHAT, 1)).await;
        let bench = bench.reopen().await;
        assert_eq!(accepted(&*bench.queue, request.clone()).await, Receipt { replayed: true, ..first });
        let other = Accept { once: Some(Once { body: [3; 32], ..once }), ..create(CHAT, 1) };
        assert_eq!(bench.queue.accept(other).await.expect("answers"), Accepted::KeyConflict);
        assert_eq!(accepted(&*bench.queue, create(CHAT, 1)).await.first, 3);
    })
    .await;
}

#[tokio::test]
async fn another_epoch_is_refused_and_spends_nothing() {
    on_a_queue(|bench| async move {
        let request = Accept { epoch: 2, ..create(CHAT, 1) };
        assert_eq!(bench.queue.accept(request).await.expect("answers"), Accepted::Epoch);
        assert_eq!(accepted(&*bench.queue, create(CHAT, 1)).await.first, 1);
    })
    .await;
}

#[tokio::test]
async fn an_absent_counter_is_seeded_once_by_whoever_waited_for_the_same_id() {
    on_a_queue(|bench| async move {
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
    })
    .await;
}

#[tokio::test]
async fn a_distrusted_counter_is_seeded_anew_also_after_a_restart() {
    on_a_queue(|bench| async move {
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
    })
    .await;
}

#[tokio::test]
async fn opening_leaves_a_counter_that_is_there_alone() {
    on_a_queue(|bench| async move {
        accepted(&*bench.queue, create(CHAT, 2)).await;
        bench.queue.open(CHAT, 1).await.expect("answers");
        assert_eq!(accepted(&*bench.queue, create(CHAT, 1)).await.first, 3);
    })
    .await;
}

#[tokio::test]
async fn a_new_epoch_makes_every_counter_seed_again_and_ids_go_on_above() {
    on_a_queue(|bench| async move {
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
    })
    .await;
}

#[tokio::test]
async fn a_full_partition_refuses_until_persist_has_acknowledged() {
    on_a_queue(|bench| async move {
        accepted(&*bench.queue, create(CHAT, CAPACITY as usize)).await;
        let Accepted::Full(retry_after) = bench.queue.accept(create(CHAT, 1)).await.expect("answers") else {
            panic!("accepted into a full partition")
        };
        assert!(retry_after >= Duration::from_secs(1));
        let deliveries = read(&*bench.queue, Group::Persist, 1_000).await;
        acknowledge(&*bench.queue, Group::Persist, &deliveries).await;
        assert_eq!(accepted(&*bench.queue, create(CHAT, 1)).await.first, CAPACITY + 1);
    })
    .await;
}

#[tokio::test]
async fn if_match_is_compared_with_the_last_accepted_change() {
    on_a_queue(|bench| async move {
        let created = accepted(&*bench.queue, create(CHAT, 1)).await.last_id;
        let condition = IfVersion { expected: created, row: created };
        let changed = accepted(&*bench.queue, change(1, Some(condition), false)).await.last_id;
        let again = bench.queue.accept(change(1, Some(condition), false)).await.expect("answers");
        assert_eq!(again, Accepted::Changed(changed));
        let condition = IfVersion { expected: changed, row: created };
        accepted(&*bench.queue, change(1, Some(condition), false)).await;
    })
    .await;
}

#[tokio::test]
async fn a_closed_sequence_numbers_nothing_more_even_after_a_restart() {
    on_a_queue(|bench| async move {
        accepted(&*bench.queue, create(CHAT, 1)).await;
        accepted(&*bench.queue, change(0, None, true)).await;
        let bench = bench.reopen().await;
        assert_eq!(bench.queue.accept(create(CHAT, 1)).await.expect("answers"), Accepted::Gone);
        assert!(bench.queue.counter(CHAT).await.expect("answers").expect("is there").closed);
    })
    .await;
}

#[tokio::test]
async fn every_entry_passes_through_both_groups_and_index_never_ahead_of_persist() {
    on_a_queue(|bench| async move {
        accepted(&*bench.queue, create(CHAT, 4)).await;
        let first = read(&*bench.queue, Group::Persist, 2).await;
        let second = read(&*bench.queue, Group::Persist, 9).await;
        assert_eq!((numbers(&first), numbers(&second)), (vec![1, 2], vec![3, 4]));
        assert!(read(&*bench.queue, Group::Index, 9).await.is_empty());
        acknowledge(&*bench.queue, Group::Persist, &first).await;
        assert_eq!(numbers(&read(&*bench.queue, Group::Index, 9).await), [1, 2]);
    })
    .await;
}

#[tokio::test]
async fn a_waiting_reader_is_woken_by_an_append() {
    on_a_queue(|bench| async move {
        let queue = Arc::clone(&bench.queue);
        let reader = tokio::spawn(async move {
            queue.read(Group::Persist, "worker", ReadLimits { wait: SOON, ..limits(9) }).await.expect("reads")
        });
        accepted(&*bench.queue, create(CHAT, 1)).await;
        assert_eq!(numbers(&reader.await.expect("ends")), [1]);
    })
    .await;
}

#[tokio::test]
async fn what_was_in_hand_at_a_restart_is_delivered_again_and_counted() {
    on_a_queue(|bench| async move {
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
    })
    .await;
}

#[tokio::test]
async fn what_a_consumer_holds_is_claimed_by_itself_and_when_idle_by_others() {
    on_a_queue(|bench| async move {
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
    })
    .await;
}

#[tokio::test]
async fn suspects_are_counted_over_restarts() {
    on_a_queue(|bench| async move {
        let id = accepted(&*bench.queue, create(CHAT, 1)).await.last_id;
        assert_eq!(bench.queue.suspect(Group::Persist, CHAT.partition(), id).await.expect("counts"), 1);
        let bench = bench.reopen().await;
        assert_eq!(bench.queue.suspect(Group::Persist, CHAT.partition(), id).await.expect("counts"), 2);
    })
    .await;
}

#[tokio::test]
async fn a_log_whose_ids_run_ahead_of_the_clock_is_trimmed_all_the_same() {
    on_a_queue(|bench| async move {
        let in_an_hour = SystemClock.now().as_millis() + 3_600_000;
        confirm_above(&*bench.queue, 1, EntryId::first_at(Timestamp::from_millis(in_an_hour))).await;
        accepted(&*bench.queue, create(CHAT, 2)).await;
        for group in Group::ALL {
            let entries = read(&*bench.queue, group, 9).await;
            acknowledge(&*bench.queue, group, &entries).await;
        }
        assert_eq!(bench.queue.trim(Duration::from_secs(10)).await.expect("trims"), 2);
    })
    .await;
}

#[tokio::test]
async fn only_what_both_groups_are_done_with_is_trimmed_and_ids_are_not_forgotten() {
    on_a_queue(|bench| async move {
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
    })
    .await;
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

#[tokio::test]
async fn status_counts_what_lags_and_what_is_pending() {
    on_a_queue(|bench| async move {
        accepted(&*bench.queue, create(CHAT, 3)).await;
        let entries = read(&*bench.queue, Group::Persist, 2).await;
        let status = bench.queue.group(Group::Persist).await.expect("answers");
        assert_eq!((status.depth, status.lag, status.pending), (3, 1, 2));
        assert_eq!(status.oldest, Some(entries[0].record.id.at()));
        let partitions = bench.queue.group_partitions(Group::Persist).await.expect("answers");
        assert_eq!(partitions.len(), 1);
        assert_eq!((partitions[0].0, partitions[0].1.depth), (CHAT.partition(), 3));
        assert_eq!(bench.queue.group(Group::Index).await.expect("answers").lag, 3);
    })
    .await;
}

#[tokio::test]
async fn settling_is_waited_for() {
    on_a_queue(|bench| async move {
        let last = accepted(&*bench.queue, create(CHAT, 1)).await.last_id;
        let partition = CHAT.partition();
        assert!(
            !bench.queue.settled(Group::Persist, partition, last, Duration::from_millis(20)).await.expect("answers")
        );
        let queue = Arc::clone(&bench.queue);
        let waiting = tokio::spawn(async move { queue.settled(Group::Persist, partition, last, SOON).await });
        let entries = read(&*bench.queue, Group::Persist, 9).await;
        acknowledge(&*bench.queue, Group::Persist, &entries).await;
        assert!(waiting.await.expect("ends").expect("answers"));
    })
    .await;
}

#[tokio::test]
async fn looking_touches_nothing() {
    on_a_queue(|bench| async move {
        let first = accepted(&*bench.queue, create(CHAT, 3)).await.last_id;
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
    })
    .await;
}

#[tokio::test]
async fn counters_are_listed_by_application_and_chat() {
    on_a_queue(|bench| async move {
        for sequence in [Sequence::Chats(AppId(7)), Sequence::Messages(AppId(7), 12), Sequence::Chats(AppId(30))] {
            bench.queue.open(sequence, 1).await.expect("opened");
        }
        let list = |app, after, limit| {
            let queue = Arc::clone(&bench.queue);
            async move {
                let counters = queue.counters(app, after, limit).await.expect("lists");
                counters.into_iter().map(|(sequence, _)| sequence.to_string()).collect::<Vec<_>>()
            }
        };
        assert_eq!(list(None, None, 10).await, ["7", "7:3", "7:4", "7:12", "30"]);
        assert_eq!(list(Some(AppId(7)), Some(CHAT), 1).await, ["7:4"]);
    })
    .await;
}

#[tokio::test]
async fn the_examination_tells_what_is_confirmed() {
    on_a_queue(|bench| async move {
        let seen = bench.queue.examine().await.expect("examined");
        assert_eq!(seen.partitions.len(), usize::from(PARTITIONS));
        assert!(seen.partitions.iter().all(|(epoch, _)| *epoch == Some(1)));
        assert_eq!((seen.installation.as_deref(), seen.confirmation), (Some("test"), Some(1)));
        let server = seen.server;
        let bench = bench.reopen().await;
        assert_eq!(bench.queue.examine().await.expect("examined").server, server);
    })
    .await;
}
