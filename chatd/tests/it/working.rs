//! How a worker goes about its batches: the next one is read meanwhile, and what is in hand is finished. What becomes of
//! entries that cannot be worked on: nothing may be acknowledged of which nothing is kept, and none is parked for what is
//! not its own fault.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use chat_shared::clock::{Clock, SystemClock};
use chat_shared::config::Config;
use chat_shared::domain::{Sequence, Token};
use chat_shared::fault::Outcome;
use chat_shared::numbering::RequestContext;
use chat_shared::queue::{EntryId, Group, Queue, ReadLimits};
use chat_shared::store::{Logged, NewApplication};
use chatd::lifecycle::Lifecycle;
use chatd::parts::Parts;
use chatd::worker::{Handler, Pace, Worker};
use sqlx::Connection as _;
use tokio_util::sync::CancellationToken;

/// Finds every entry hopeless, at the moment when the process is asked to end.
struct HopelessAtTheEnd {
    stop: CancellationToken,
}

#[async_trait]
impl Handler for HopelessAtTheEnd {
    fn group(&self) -> Group {
        Group::Persist
    }

    fn parks(&self) -> bool {
        true
    }

    async fn handle(&self, batch: &[Logged]) -> Outcome<Vec<(EntryId, String)>> {
        self.stop.cancel();
        Ok(batch.iter().map(|logged| (logged.id, "number_conflict".to_owned())).collect())
    }
}

/// Takes its time with each batch until the next one is read, and asks the process to end with the first.
struct Slow {
    queue: Arc<dyn Queue>,
    stop: CancellationToken,
    worked_on: AtomicUsize,
}

#[async_trait]
impl Handler for Slow {
    fn group(&self) -> Group {
        Group::Persist
    }

    fn parks(&self) -> bool {
        true
    }

    async fn handle(&self, _: &[Logged]) -> Outcome<Vec<(EntryId, String)>> {
        if self.worked_on.fetch_add(1, Ordering::Relaxed) == 0 {
            while self.queue.group(Group::Persist).await?.pending < 2 {
                tokio::task::yield_now().await;
            }
            self.stop.cancel();
        }
        Ok(Vec::new())
    }
}

/// An installation with an application and so many chats on the log, and nobody who works on them.
async fn with_chats(dir: &Path, chats: usize) -> Parts {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let parts = Parts::open(&Config::with_data(dir), Arc::clone(&clock)).await.expect("opens");
    let new = NewApplication { token: Token::from_random([7; 16]), name: "demo".into(), at: clock.now() };
    let app = parts.numbering.create_application(&new).await.expect("created").id;
    let context = RequestContext { request_id: "test".into(), wait: Duration::from_secs(10), once: None };
    for _ in 0..chats {
        parts.numbering.create_chat(app, None, &context).await.expect("accepted");
    }
    parts
}

/// A worker that reads so many entries at once.
fn worker(parts: &Parts, entries: usize, handler: Arc<dyn Handler>) -> Worker {
    let short = Duration::from_millis(1);
    let limits = ReadLimits { entries, bytes: 1 << 20, wait: Duration::from_secs(10), linger: short };
    Worker {
        queue: Arc::clone(&parts.queue),
        store: Arc::clone(&parts.store),
        clock: Arc::new(SystemClock),
        consumer: "test".into(),
        bidden: parts.bidden.clone(),
        pace: Pace { limits, claim_idle: Duration::from_mins(1) },
        handler,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_batch_is_read_while_one_is_worked_on_and_both_are_finished_before_the_end() {
    let dir = tempfile::tempdir().expect("a folder");
    let parts = with_chats(dir.path(), 3).await;
    let stop = CancellationToken::new();
    let slow = Arc::new(Slow { queue: Arc::clone(&parts.queue), stop: stop.clone(), worked_on: AtomicUsize::new(0) });
    let worker = worker(&parts, 1, slow.clone());
    tokio::time::timeout(Duration::from_secs(20), worker.run(stop)).await.expect("ends");

    assert_eq!(slow.worked_on.load(Ordering::Relaxed), 2, "what was read is worked on, and nothing more is read");
    let group = parts.queue.group(Group::Persist).await.expect("answers");
    assert_eq!((group.pending, group.lag), (0, 1));
    parts.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_whose_dead_letter_could_not_be_written_before_the_end_is_delivered_again() {
    let dir = tempfile::tempdir().expect("a folder");
    let parts = with_chats(dir.path(), 1).await;
    // Nothing can be parked any more.
    parts.store.close().await;

    let stop = CancellationToken::new();
    let worker = worker(&parts, 10, Arc::new(HopelessAtTheEnd { stop: stop.clone() }));
    tokio::time::timeout(Duration::from_secs(20), worker.run(stop)).await.expect("ends");

    assert_eq!(parts.queue.group(Group::Persist).await.expect("answers").pending, 1);
    parts.close().await;
}

/// Renames a table behind chatd's back.
async fn rename(chat_db: &std::path::Path, from: &str, to: &str) {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(chat_db).busy_timeout(Duration::from_secs(10));
    let mut db = sqlx::sqlite::SqliteConnection::connect_with(&options).await.expect("opens");
    let statement = sqlx::AssertSqlSafe(format!("PRAGMA legacy_alter_table = ON; ALTER TABLE {from} RENAME TO {to}"));
    sqlx::raw_sql(statement).execute(&mut db).await.expect("renamed");
    db.close().await.expect("closes");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_is_gone_for_a_while_makes_no_entry_a_dead_letter() {
    let dir = tempfile::tempdir().expect("a folder");
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let config = Config::with_data(dir.path());
    let parts = Parts::open(&config, Arc::clone(&clock)).await.expect("opens");
    let new = NewApplication { token: Token::from_random([7; 16]), name: "demo".into(), at: clock.now() };
    let app = parts.numbering.create_application(&new).await.expect("created").id;
    let context = RequestContext { request_id: "test".into(), wait: Duration::from_secs(10), once: None };
    let chat_db = dir.path().join("chat.db");
    rename(&chat_db, "chats", "elsewhere").await;
    let lifecycle = Lifecycle::new();
    parts.spawn_workers(&config, &lifecycle);
    let receipt = parts.numbering.create_chat(app, None, &context).await.expect("accepted");
    let sequence = Sequence::Chats(app);
    // Long enough for an entry that is blamed to be tried as often as it may be.
    let persisted = parts.numbering.persisted(sequence, receipt.last_id, Duration::from_secs(1)).await;
    assert!(!persisted.expect("answers"));
    assert_eq!(parts.store.count_dead_letters().await.expect("counted"), 0);
    rename(&chat_db, "elsewhere", "chats").await;
    let persisted = parts.numbering.persisted(sequence, receipt.last_id, Duration::from_mins(1)).await;
    assert!(persisted.expect("answers"), "the group goes on by itself");
    assert_eq!(parts.store.count_dead_letters().await.expect("counted"), 0);
    lifecycle.stop();
    lifecycle.give_up().await;
    parts.close().await;
}
