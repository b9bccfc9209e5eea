//! What operators look at and do, over the embedded adapters: a small installation whose workers run when the story says
//! so, and whose files the story damages.

mod counters;
mod dead_letters;
mod looking;
mod reindex;
mod trace;
mod verify;

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chat_shared::api::types::admin::{VerifyFinding, VerifyInvariant, VerifyParams, VerifyReport};
use chat_shared::clock::{Clock, ManualClock, SystemClock};
use chat_shared::domain::{AppId, Token};
use chat_shared::fault::Outcome;
use chat_shared::numbering::{NewMessage, Numbering, RequestContext, Settings};
use chat_shared::ops::{Ended, Installation, Mark, Plan, Unwatched, Watch};
use chat_shared::queue::sqlite::SqliteQueue;
use chat_shared::queue::{Bounds, Entry, Group, Job, ReadLimits, Receipt};
use chat_shared::search::Document;
use chat_shared::search::sqlite::SqliteSearch;
use chat_shared::store::sqlite::SqliteStore;
use chat_shared::store::{Logged, MessageKey, NewApplication};
use serde_json::Value;
use sqlx::Connection as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use tempfile::TempDir;

const CAPACITY: u32 = 1_000;
const SOON: Duration = Duration::from_secs(10);

/// An installation in a folder.
struct Bench {
    dir: TempDir,
    parts: Installation,
    numbering: Numbering,
    clock: Arc<ManualClock>,
}

impl Bench {
    async fn new() -> Self {
        Self::open(tempfile::tempdir().expect("a folder")).await
    }

    async fn open(dir: TempDir) -> Self {
        let system: Arc<dyn Clock> = Arc::new(SystemClock);
        let bounds = Bounds { capacity: CAPACITY, max_bytes: 1 << 26 };
        let queue = SqliteQueue::open(&dir.path().join("queue.db"), bounds, Arc::clone(&system)).await.expect("opens");
        let store = SqliteStore::open(&dir.path().join("chat.db"), Arc::clone(&system)).await.expect("opens");
        let search = SqliteSearch::open(&dir.path().join("search.db")).await.expect("opens");
        // Operators' time is the story's: the parts' own goes on.
        let clock = Arc::new(ManualClock::at(system.now()));
        let parts = Installation {
            queue: Arc::new(queue),
            store: Arc::new(store),
            search: Arc::new(search),
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            started_at: None,
        };
        let settings = Settings { capacity: CAPACITY, reuse: false, indexed: true };
        let numbering = Numbering::new(Arc::clone(&parts.queue), Arc::clone(&parts.store), system, settings);
        numbering.confirm().await.expect("confirmed");
        Self { dir, parts, numbering, clock }
    }

    /// Two chats of 30 messages each, persisted and indexed; message 7 of the first is edited, message 8 is deleted.
    async fn furnished() -> (Self, AppId) {
        let bench = Self::new().await;
        let app = bench.tenant(7).await;
        for chat in 1..=2 {
            bench.numbering.create_chat(app, Some(format!("chat {chat}")), &context()).await.expect("accepted");
            bench
                .post(app, chat, &(1..=30).map(|n| format!("Message {n} of chat {chat}: straße")).collect::<Vec<_>>())
                .await;
        }
        bench.numbering.update_message(app, 1, 7, "edited".into(), None, &context()).await.expect("accepted");
        bench.numbering.delete_message(app, 1, 8, None, &context()).await.expect("accepted");
        bench.work().await;
        bench.parts.search.mark_filled().await.expect("marked");
        (bench, app)
    }

    async fn tenant(&self, seed: u8) -> AppId {
        let token = Token::from_random([seed; 16]);
        let new = NewApplication { token, name: format!("tenant {seed}"), at: SystemClock.now() };
        self.numbering.create_application(&new).await.expect("created").id
    }

    async fn post<S: AsRef<str>>(&self, app: AppId, chat: u32, contents: &[S]) -> Receipt {
        let new = |content: &S| NewMessage { content: content.as_ref().to_owned(), sender: None, sent_at: None };
        let messages = contents.iter().map(new).collect();
        self.numbering.create_messages(app, chat, messages, &context()).await.expect("accepted")
    }

    /// Persists and indexes everything that is on the log.
    async fn work(&self) {
        self.persist().await;
        self.index().await;
    }

    async fn persist(&self) {
        while let Some(batch) = self.take(Group::Persist).await {
            self.parts.store.persist(&batch).await.expect("persists");
            self.done(Group::Persist, &batch).await;
        }
    }

    async fn index(&self) {
        while let Some(batch) = self.take(Group::Index).await {
            let keys: Vec<_> = batch.iter().filter_map(|logged| key(&logged.entry)).collect();
            let messages = self.parts.store.messages_by_key(&keys).await.expect("reads");
            self.parts.search.index(&messages.iter().map(Document::of).collect::<Vec<_>>()).await.expect("indexes");
            self.done(Group::Index, &batch).await;
        }
    }

    async fn take(&self, group: Group) -> Option<Vec<Logged>> {
        let limits = ReadLimits { entries: 500, bytes: 1 << 24, wait: Duration::ZERO, linger: Duration::ZERO };
        let batch = self.parts.queue.read(group, "bench", limits).await.expect("reads");
        let logged = batch.into_iter().map(|delivery| {
            let record = delivery.record;
            Logged { id: record.id, partition: record.partition, entry: Entry::decode(&record).expect("an entry") }
        });
        Some(logged.collect::<Vec<_>>()).filter(|batch| !batch.is_empty())
    }

    async fn done(&self, group: Group, batch: &[Logged]) {
        let records: Vec<_> = batch.iter().map(|logged| (logged.partition, logged.id)).collect();
        self.parts.queue.acknowledge(group, "bench", &records).await.expect("acknowledges");
    }

    /// Closes the installation, damages a file, and opens it again.
    async fn damaged(self, file: &str, statement: &'static str) -> Self {
        let dir = self.close().await;
        let options = SqliteConnectOptions::new().filename(dir.path().join(file));
        let mut db = SqliteConnection::connect_with(&options).await.expect("opens");
        let touched = sqlx::query(statement).execute(&mut db).await.expect("damages").rows_affected();
        assert!(touched > 0, "{statement} touches nothing");
        db.close().await.expect("closes");
        Self::open(dir).await
    }

    async fn close(self) -> TempDir {
        self.parts.search.close().await;
        self.parts.store.close().await;
        self.parts.queue.close().await;
        self.dir
    }

    async fn verify(&self) -> VerifyReport {
        self.verify_as(VerifyParams { samples: None, ..VerifyParams::default() }).await
    }

    async fn verify_as(&self, params: VerifyParams) -> VerifyReport {
        done(self.parts.carry_out(&Plan::Verify(params), &Value::Null, &mut Unwatched).await.expect("verifies"))
    }
}

fn context() -> RequestContext {
    RequestContext { request_id: "bench".into(), wait: SOON, once: None }
}

/// The message that an entry is about.
fn key(entry: &Entry) -> Option<MessageKey> {
    let message = matches!(entry.job, Job::CreateMessage { .. } | Job::UpdateMessage { .. } | Job::DeleteMessage);
    let chat = entry.chat.filter(|_| message)?;
    Some(MessageKey { app: entry.app, chat, number: entry.number })
}

fn done<T: serde::de::DeserializeOwned>(ended: Ended<Value>) -> T {
    match ended {
        Ended::Done(report) => serde_json::from_value(report).expect("a report"),
        Ended::Stopped => panic!("it was stopped"),
    }
}

fn found(report: &VerifyReport) -> Vec<(VerifyInvariant, &str)> {
    report.findings.iter().map(|finding: &VerifyFinding| (finding.invariant, finding.place.as_str())).collect()
}

/// Stops the work at a mark that a story names; the marks that it was told of.
struct StopWhere<F>(F, Vec<Mark>);

#[async_trait]
impl<F: FnMut(&Mark) -> bool + Send + Sync> Watch for StopWhere<F> {
    async fn goes_on(&mut self, mark: Mark) -> Outcome<bool> {
        let goes_on = !(self.0)(&mark);
        self.1.push(mark);
        Ok(goes_on)
    }
}
