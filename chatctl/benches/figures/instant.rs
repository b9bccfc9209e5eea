//! The floor of accepting: chatd's own server, router and handlers, in front of a queue that numbers in memory and
//! keeps nothing. What is measured above it is what the promise costs that no answered number is lost.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use chat_shared::clock::{Clock, SystemClock};
use chat_shared::config::Config;
use chat_shared::domain::{AppId, Partition, Sequence};
use chat_shared::fault::Outcome;
use chat_shared::numbering::{Numbering, Settings};
use chat_shared::queue::{
    Accept, Accepted, Claim, Confirmation, Counter, Delivery, EntryId, Epoch, Examination, Group, GroupStatus,
    LogStatus, Look, Pending, Queue, ReadLimits, Receipt, Record, Seed, Seeded, Work,
};
use chatd::app::needs;
use chatd::http::serve::{Bounds, listen, serve};
use chatd::http::{AdminAccess, AppState, Gate, Needs, router};
use chatd::lifecycle::{Lifecycle, Stage};
use chatd::parts::Parts;
use futures::stream::BoxStream;
use utoipa_axum::router::OpenApiRouter;

/// Runs `measure` against the floor's address.
pub fn serving<T>(data: &Path, measure: impl FnOnce(&str) -> T) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    std::fs::create_dir_all(data).expect("a folder");
    let (config, lifecycle) = (Config::with_data(data), Lifecycle::new());
    let (address, parts) = runtime.block_on(start(&config, &lifecycle));
    let result = measure(&address);
    lifecycle.stop();
    runtime.block_on(async { lifecycle.run(Duration::from_secs(30), parts.close()).await });
    result
}

async fn start(config: &Config, lifecycle: &Lifecycle) -> (String, Parts) {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let parts = Parts::open(config, Arc::clone(&clock)).await.expect("opens");
    parts.spawn_workers(config, lifecycle);
    let queue: Arc<dyn Queue> = Arc::new(Instant { inner: Arc::clone(&parts.queue), given: Mutex::default() });
    let settings = Settings { capacity: config.queue.capacity, reuse: false, indexed: true };
    let numbering = Numbering::new(Arc::clone(&queue), Arc::clone(&parts.store), Arc::clone(&clock), settings);
    numbering.confirm().await.expect("confirms");
    let needs = needs(config, &parts, AdminAccess::Open, Gate::opened());
    let state = AppState::new(Needs { queue, numbering: Arc::new(numbering), ..needs });
    let listener = listen("127.0.0.1:0".parse().expect("an address")).expect("listens");
    let address = format!("http://{}", listener.local_addr().expect("bound"));
    let bounds = Bounds::of(config);
    lifecycle.spawn(Stage::Requests, "http", |stop| serve(listener, router(state, OpenApiRouter::new()), bounds, stop));
    (address, parts)
}

/// Answers the creation of messages by itself; everything else is the queue's behind it.
struct Instant {
    inner: Arc<dyn Queue>,
    given: Mutex<HashMap<Sequence, u32>>,
}

#[async_trait]
impl Queue for Instant {
    async fn accept(&self, request: Accept) -> Outcome<Accepted> {
        let (Sequence::Messages(..), Work::Create(payloads)) = (request.sequence, &request.work) else {
            return self.inner.accept(request).await;
        };
        let count = u32::try_from(payloads.len()).expect("few");
        let mut given = self.given.lock().expect("free");
        let n = given.entry(request.sequence).or_default();
        let first = *n + 1;
        *n += count;
        Ok(Accepted::Done(Receipt { first, count, last_id: EntryId::new(1, u64::from(first)), replayed: false }))
    }

    async fn open(&self, sequence: Sequence, epoch: Epoch, after: EntryId) -> Outcome<()> {
        self.inner.open(sequence, epoch, after).await
    }

    fn horizon(&self) -> Vec<EntryId> {
        self.inner.horizon()
    }

    async fn follow(&self, confirmation: u64, epochs: &[Epoch]) -> Outcome<()> {
        self.inner.follow(confirmation, epochs).await
    }

    async fn seed(&self, seed: Seed) -> Outcome<Seeded> {
        self.inner.seed(seed).await
    }

    async fn distrust(&self, sequence: Sequence) -> Outcome<()> {
        self.inner.distrust(sequence).await
    }

    async fn counters(&self, sequences: &[Sequence]) -> Outcome<Vec<Option<Counter>>> {
        self.inner.counters(sequences).await
    }

    fn walk_counters(&self, app: Option<AppId>) -> BoxStream<'static, Outcome<Vec<(Sequence, Counter)>>> {
        self.inner.walk_counters(app)
    }

    async fn settled(&self, group: Group, partition: Partition, id: EntryId, wait: Duration) -> Outcome<bool> {
        self.inner.settled(group, partition, id, wait).await
    }

    async fn last_id(&self, partition: Partition) -> Outcome<EntryId> {
        self.inner.last_id(partition).await
    }

    async fn read(&self, group: Group, consumer: &str, limits: ReadLimits) -> Outcome<Vec<Delivery>> {
        self.inner.read(group, consumer, limits).await
    }

    async fn claim(&self, group: Group, consumer: &str, what: Claim, limit: usize) -> Outcome<Vec<Delivery>> {
        self.inner.claim(group, consumer, what, limit).await
    }

    async fn acknowledge(&self, group: Group, consumer: &str, records: &[(Partition, EntryId)]) -> Outcome<()> {
        self.inner.acknowledge(group, consumer, records).await
    }

    async fn suspect(&self, group: Group, partition: Partition, id: EntryId) -> Outcome<u32> {
        self.inner.suspect(group, partition, id).await
    }

    async fn trim(&self, keep: Duration) -> Outcome<u64> {
        self.inner.trim(keep).await
    }

    async fn group(&self, group: Group) -> Outcome<GroupStatus> {
        self.inner.group(group).await
    }

    async fn group_partitions(&self, group: Group) -> Outcome<Vec<(Partition, GroupStatus)>> {
        self.inner.group_partitions(group).await
    }

    async fn pending(&self, group: Group, idle: Duration, limit: usize) -> Outcome<Vec<Pending>> {
        self.inner.pending(group, idle, limit).await
    }

    async fn log(&self) -> Outcome<LogStatus> {
        self.inner.log().await
    }

    async fn look(&self, at: Look) -> Outcome<Vec<Record>> {
        self.inner.look(at).await
    }

    async fn entry(&self, id: EntryId) -> Outcome<Option<Record>> {
        self.inner.entry(id).await
    }

    async fn unpersisted(&self, partition: Partition, limit: usize) -> Outcome<Vec<Record>> {
        self.inner.unpersisted(partition, limit).await
    }

    async fn examine(&self) -> Outcome<Examination> {
        self.inner.examine().await
    }

    async fn enter(&self, confirmation: &Confirmation) -> Outcome<()> {
        self.inner.enter(confirmation).await
    }

    async fn ping(&self) -> Outcome<()> {
        self.inner.ping().await
    }

    async fn close(&self) {
        self.inner.close().await;
    }
}
