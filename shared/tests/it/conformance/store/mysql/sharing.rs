//! Several processes on one database: they wait for each other's rows, and what they write together is exact.

use std::sync::Arc;
use std::time::Duration;

use chat_shared::domain::AppId;
use chat_shared::fault::Kind;
use chat_shared::queue::Confirmation;
use chat_shared::store::{Backlog, Conflict, Logged, Persisted, Recorded, Store};
use sqlx::Executor as _;
use tokio::time::timeout;

use super::super::bench::Bench;
use super::database::Database;

/// A bench, and another process on the same database.
async fn two() -> Option<(Arc<Database>, Bench, Arc<dyn Store>)> {
    let database = Arc::new(Database::create().await?);
    let bench = Bench::new(Box::new(Arc::clone(&database))).await;
    let other: Arc<dyn Store> = Arc::new(database.store().await.expect("opens"));
    Some((database, bench, other))
}

fn confirmation(recorded: &Recorded, epoch: u32) -> Confirmation {
    Confirmation {
        installation: recorded.installation.clone(),
        number: recorded.confirmation + 1,
        server: "server".into(),
        durable: true,
        partitions: recorded.partitions.iter().map(|partition| (epoch, partition.checkpoint)).collect(),
        capacity: 100,
        loss: false,
        closed: false,
        drained: false,
    }
}

/// Creations of chats and messages, changes and deletions, by four for each of two applications.
fn entries(bench: &Bench, apps: &[AppId]) -> Vec<Logged> {
    let mut entries = Vec::new();
    for app in apps {
        for chat in 1..=12 {
            entries.push(bench.create_chat(*app, chat, Some("title")));
            entries.extend((1..=10).map(|number| bench.create_message(*app, chat, number, "text")));
            entries.extend((1..=10).step_by(3).map(|number| bench.update_message(*app, chat, number, "changed")));
            entries.push(bench.delete_message(*app, chat, 1 + chat % 10));
        }
        entries.push(bench.delete_chat(*app, 12));
    }
    entries
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn workers_that_write_the_same_chats_at_once_count_exactly() {
    let Some((_database, bench, other)) = two().await else { return };
    let again = write_the_same_chats(&bench, &[Arc::clone(&bench.store), other]).await;
    assert_eq!(again, 0, "what others do at the same time is borne by the store itself");
    whole(&bench).await;
}

/// Six workers persist the same entries of two applications, each in an order and in batches of its own, through these
/// stores in turn. Gives how often one of them had to begin again, as workers do after what passes.
pub async fn write_the_same_chats(bench: &Bench, stores: &[Arc<dyn Store>]) -> u32 {
    let apps = [bench.application().await, bench.application().await];
    let entries = entries(bench, &apps);
    let workers = (0..6_u32).zip(stores.iter().cycle()).map(|(worker, store)| {
        let (store, mut mine) = (Arc::clone(store), entries.clone());
        let length = mine.len();
        mine.sort_by_key(|entry| (entry.id.to_column() % 1_009).wrapping_mul(7_919 + 2 * i64::from(worker)) % 1_009);
        mine.rotate_left(worker as usize * length / 6);
        tokio::spawn(async move {
            let mut again = 0;
            for batch in mine.chunks(23 + worker as usize) {
                let persisted = loop {
                    match store.persist(batch).await {
                        Ok(persisted) => break persisted,
                        Err(fault) => assert!(fault.is_transient(), "{}", fault.chain()),
                    }
                    again += 1;
                };
                assert_eq!(persisted.conflicts, []);
            }
            again
        })
    });
    let mut again = 0;
    for worker in workers.collect::<Vec<_>>() {
        again += timeout(Duration::from_mins(1), worker).await.expect("in time").expect("no panic");
    }
    again
}

/// What they have written is there once, and counted exactly.
pub async fn whole(bench: &Bench) {
    bench.counts_are_exact().await;
    let totals = bench.store.totals().await.expect("totals");
    assert_eq!((totals.applications, totals.chats, totals.messages), (2, 22, 22 * 9));
}

#[tokio::test]
async fn who_waited_for_a_chat_sees_what_was_written_meanwhile() {
    let Some((database, bench, _other)) = two().await else { return };
    let app = bench.messages(3).await;
    let mut db = database.connect().await;
    db.execute("BEGIN; SELECT id FROM chats WHERE chat_number = 1 FOR UPDATE").await.expect("held");
    let rival = bench.create_message(app, 1, 4, "rival");
    let (store, batch) = (Arc::clone(&bench.store), vec![rival.clone()]);
    let mut waiting = tokio::spawn(async move { store.persist(&batch).await });
    assert!(timeout(Duration::from_millis(300), &mut waiting).await.is_err(), "the chat's lock was not waited for");
    db.execute(
        "INSERT INTO messages (chat_id, message_number, message_content, create_version, version, state, created_at, updated_at)
            SELECT id, 4, 'holder', 77, 77, 0, 1, 1 FROM chats WHERE chat_number = 1;
        UPDATE chats SET messages_count = messages_count + 1 WHERE chat_number = 1;
        UPDATE partitions SET messages = messages + 1 WHERE `partition` = 0;
        COMMIT",
    )
    .await
    .expect("written");
    let persisted = waiting.await.expect("no panic").expect("persisted");
    let conflict = Conflict { id: rival.id, holder: chat_shared::queue::EntryId::from_column(77) };
    assert_eq!(persisted, Persisted { messages: 0, conflicts: vec![conflict] });
    assert_eq!(bench.message(app, 1, 4).await.expect("there").content, "holder");
    bench.counts_are_exact().await;
}

#[tokio::test]
async fn batches_of_messages_do_not_wait_for_each_other_within_an_application() {
    let Some((database, bench, _other)) = two().await else { return };
    let app = bench.messages(1).await;
    bench.persist(&[bench.create_chat(app, 2, None)]).await;
    let mut db = database.connect().await;
    db.execute(
        "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; BEGIN; SELECT id FROM applications LOCK IN SHARE MODE;
        SELECT id FROM chats WHERE chat_number = 1 FOR UPDATE",
    )
    .await
    .expect("held");
    let batch = [bench.create_message(app, 2, 1, "text")];
    timeout(Duration::from_secs(4), bench.persist(&batch)).await.expect("another chat's batch is not waited for");
    db.execute("ROLLBACK").await.expect("let go");
}

#[tokio::test]
async fn one_process_at_a_time_confirms_the_queue() {
    let Some((_database, bench, other)) = two().await else { return };
    let mut held = bench.store.lock_confirmation().await.expect("locked");
    let mut waiting = tokio::spawn(async move {
        let mut lock = other.lock_confirmation().await.expect("locked");
        lock.recorded().await.expect("recorded").partitions[0].epoch
    });
    let recorded = held.recorded().await.expect("recorded");
    held.record(&confirmation(&recorded, 7)).await.expect("recorded");
    assert!(timeout(Duration::from_millis(300), &mut waiting).await.is_err(), "recording gave the lock away");
    drop(held);
    assert_eq!(timeout(Duration::from_secs(10), waiting).await.expect("in time").expect("no panic"), 7);
}

#[tokio::test]
async fn who_has_lost_the_lock_records_nothing() {
    let Some((database, bench, other)) = two().await else { return };
    let mut held = bench.store.lock_confirmation().await.expect("locked");
    let recorded = held.recorded().await.expect("recorded");
    let mut db = database.connect().await;
    let holder: u64 = sqlx::query_scalar(
        "SELECT CAST(trx_mysql_thread_id AS UNSIGNED) FROM information_schema.innodb_trx t
        JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id WHERE p.db = DATABASE()",
    )
    .fetch_one(&mut db)
    .await
    .expect("the holder's connection");
    sqlx::query("KILL ?").bind(holder).execute(&mut db).await.expect("cut");
    // Another one has it at once, and records.
    let mut next = other.lock_confirmation().await.expect("locked");
    next.record(&confirmation(&recorded, 2)).await.expect("recorded");
    let lost = held.record(&confirmation(&recorded, 9)).await.expect_err("the lock is lost");
    assert_eq!(lost.kind, Kind::Unavailable, "{}", lost.chain());
    let epoch = bench.store.recorded().await.expect("recorded").partitions[0].epoch;
    assert_eq!(epoch, 2);
}

#[tokio::test]
async fn a_record_that_moved_under_the_lock_is_not_written_over() {
    let Some((database, bench, _other)) = two().await else { return };
    let mut held = bench.store.lock_confirmation().await.expect("locked");
    let recorded = held.recorded().await.expect("recorded");
    // As on a cluster whose nodes do not see each other's locks.
    database.meddle("UPDATE installation SET revision = revision + 1").await;
    let refused = held.record(&confirmation(&recorded, 9)).await.expect_err("another one recorded");
    assert_eq!(refused.kind, Kind::Unavailable, "{}", refused.chain());
    assert_eq!(bench.store.recorded().await.expect("recorded"), recorded);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn ranges_that_several_add_at_once_are_merged_all_the_same() {
    let Some((_database, bench, other)) = two().await else { return };
    let adding = (0..8_u32).map(|worker| {
        let store = if worker % 2 == 0 { Arc::clone(&bench.store) } else { Arc::clone(&other) };
        tokio::spawn(async move {
            for step in 0..10 {
                let from = 1 + 10 * (8 * step + worker);
                let range = |chat| Backlog { app: AppId(1), chat, from, to: from + 9, generation: 0 };
                store.add_backlog(&[range(1), range(2)]).await.map_err(|fault| fault.chain()).expect("added");
            }
        })
    });
    for adding in adding.collect::<Vec<_>>() {
        adding.await.expect("no panic");
    }
    let ranges = bench.store.backlog(100).await.expect("read");
    let ranges: Vec<_> = ranges.iter().map(|range| (range.chat, range.from, range.to)).collect();
    assert_eq!(ranges, [(1, 1, 800), (2, 1, 800)]);
}
