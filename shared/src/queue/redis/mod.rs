//! The queue on Redis (7.0 or later) or Valkey: one server, or the masters of a cluster; for any number of processes.
//!
//! Numbers are given by one script in one round trip (`lua/accept.lua`), run by name only: a server that does not know it
//! holds perhaps other data, and is confirmed first (`confirm`). Streams are the logs, their consumer groups the groups.
//! Commands go over one connection a server (`link`, `nodes`), reading that may block over another.

mod accept;
mod address;
mod confirm;
mod counters;
mod groups;
mod ids;
mod keys;
mod link;
mod look;
mod lost;
mod nodes;
mod preflight;
mod reader;
mod reply;
mod scripts;
mod survey;

use std::path::Path;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use async_trait::async_trait;
use futures::stream::BoxStream;
use redis::Cmd;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use self::address::Address;
use self::confirm::Confirming;
use self::keys::Keys;
use self::nodes::Nodes;
use self::reader::Readers;
use self::scripts::{Script, Scripts};
use self::survey::Room;
use super::{
    Accept, Accepted, Bounds, Claim, Confirmation, Counter, Delivery, EntryId, Epoch, Examination, Group, GroupStatus,
    LogStatus, Look, Pending, Queue, ReadLimits, Record, Seed, Seeded,
};
use crate::domain::{AppId, PARTITIONS, Partition, Sequence};
use crate::fault::{Fault, Kind, Outcome, Part};

/// The queue on Redis.
pub struct RedisQueue {
    shared: Arc<Shared>,
    measuring: Mutex<Option<JoinHandle<()>>>,
}

/// What the calls share.
struct Shared {
    nodes: Nodes,
    keys: Keys,
    bounds: Bounds,
    scripts: Scripts,
    /// The accept script of the last confirmation that this process knows of; none before it knows one.
    accept: RwLock<Option<Arc<Script>>>,
    /// Each partition's epoch as it was confirmed last, 0 before.
    epochs: Vec<AtomicU32>,
    /// Each partition's last id as far as it was heard of.
    known: Vec<AtomicI64>,
    confirming: tokio::sync::Mutex<Option<Confirming>>,
    readers: Readers,
    room: Room,
    /// Told whenever this process acknowledged something for `persist`.
    persisted: Notify,
}

impl RedisQueue {
    /// Finds the servers that `url` names and looks whether they can be trusted with a queue. Nothing is accepted before
    /// they are confirmed. `prefix` is what every key begins with.
    pub async fn open(url: &str, prefix: &str, bounds: Bounds) -> Outcome<Self> {
        Self::open_trusting(url, None, prefix, bounds).await
    }

    /// The same where the certificates of servers with TLS are signed by one of this file's, which is PEM.
    pub async fn open_trusting(url: &str, ca_file: Option<&Path>, prefix: &str, bounds: Bounds) -> Outcome<Self> {
        // Err means that another provider was installed before, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let nodes = Nodes::open(Address::parse(url, ca_file)?).await.map_err(reply::unusable)?;
        preflight::check(&nodes).await?;
        let shared = Arc::new(Shared::over(nodes, prefix, bounds));
        let measuring = tokio::spawn(survey::keep_measuring(Arc::downgrade(&shared)));
        Ok(Self { shared, measuring: Mutex::new(Some(measuring)) })
    }

    /// The same beside the processes that work with it, whatever the server is like: for operators, who look at the queue
    /// as it is and must not have to confirm it. Accepts nothing.
    pub async fn open_beside(url: &str, ca_file: Option<&Path>, prefix: &str, bounds: Bounds) -> Outcome<Self> {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let nodes = Nodes::open(Address::parse(url, ca_file)?).await.map_err(reply::unusable)?;
        let shared = Arc::new(Shared::over(nodes, prefix, bounds));
        shared.learn_epochs().await?;
        Ok(Self { shared, measuring: Mutex::new(None) })
    }
}

impl Shared {
    fn over(nodes: Nodes, prefix: &str, bounds: Bounds) -> Self {
        Self {
            nodes,
            keys: Keys::new(prefix),
            bounds,
            scripts: Scripts::new(),
            accept: RwLock::default(),
            epochs: (0..PARTITIONS).map(|_| AtomicU32::new(0)).collect(),
            known: (0..PARTITIONS).map(|_| AtomicI64::new(0)).collect(),
            confirming: tokio::sync::Mutex::default(),
            readers: Readers::default(),
            room: Room::default(),
            persisted: Notify::new(),
        }
    }

    fn accept_script(&self) -> Option<Arc<Script>> {
        self.accept.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn believe(&self, confirmation: u64, epochs: impl Iterator<Item = Epoch>) {
        for (known, epoch) in self.epochs.iter().zip(epochs) {
            known.store(epoch, Ordering::Relaxed);
        }
        *self.accept.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(Script::accept(confirmation)));
    }

    fn epoch(&self, partition: Partition) -> Epoch {
        self.epochs.get(usize::from(partition)).map_or(0, |epoch| epoch.load(Ordering::Relaxed))
    }

    fn hear_of(&self, partition: Partition, id: EntryId) {
        if let Some(known) = self.known.get(usize::from(partition)) {
            known.fetch_max(id.to_column(), Ordering::Relaxed);
        }
    }

    /// This process has appended up to here.
    fn appended(&self, partition: Partition, id: EntryId) {
        self.hear_of(partition, id);
        self.room.appended(partition);
    }

    /// The last id of a partition that this process has heard of.
    fn known(&self, partition: Partition) -> EntryId {
        let known = self.known.get(usize::from(partition));
        known.map_or(EntryId::ZERO, |known| EntryId::from_column(known.load(Ordering::Relaxed)))
    }
}

/// EVALSHA of a script with its keys; arguments follow.
fn evalsha(script: &Script, keys: &[impl AsRef<str>]) -> Cmd {
    let mut cmd = redis::cmd("EVALSHA");
    cmd.arg(&script.sha).arg(keys.len());
    for key in keys {
        cmd.arg(key.as_ref());
    }
    cmd
}

#[async_trait]
impl Queue for RedisQueue {
    async fn accept(&self, request: Accept) -> Outcome<Accepted> {
        self.shared.accept(request).await
    }

    async fn open(&self, sequence: Sequence, epoch: Epoch, after: EntryId) -> Outcome<()> {
        self.shared.open_counter(sequence, epoch, after).await
    }

    fn horizon(&self) -> Vec<EntryId> {
        (0..PARTITIONS).map(|partition| self.shared.known(partition)).collect()
    }

    async fn seed(&self, seed: Seed) -> Outcome<Seeded> {
        self.shared.seed(seed).await
    }

    async fn distrust(&self, sequence: Sequence) -> Outcome<()> {
        self.shared.distrust(sequence).await
    }

    async fn counters(&self, sequences: &[Sequence]) -> Outcome<Vec<Option<Counter>>> {
        self.shared.read_counters(sequences).await
    }

    fn walk_counters(&self, app: Option<AppId>) -> BoxStream<'static, Outcome<Vec<(Sequence, Counter)>>> {
        Arc::clone(&self.shared).walk_counters(app)
    }

    async fn settled(&self, group: Group, partition: Partition, id: EntryId, wait: Duration) -> Outcome<bool> {
        self.shared.settled(group, partition, id, wait).await
    }

    async fn last_id(&self, partition: Partition) -> Outcome<EntryId> {
        self.shared.last_id(partition).await
    }

    async fn read(&self, group: Group, consumer: &str, limits: ReadLimits) -> Outcome<Vec<Delivery>> {
        self.shared.read(group, consumer, limits).await
    }

    async fn claim(&self, group: Group, consumer: &str, what: Claim, limit: usize) -> Outcome<Vec<Delivery>> {
        self.shared.claim(group, consumer, what, limit).await
    }

    async fn acknowledge(&self, group: Group, _consumer: &str, records: &[(Partition, EntryId)]) -> Outcome<()> {
        self.shared.acknowledge(group, records).await
    }

    async fn pass_index_over(&self, _consumer: &str) -> Outcome<()> {
        self.shared.pass_index_over().await
    }

    async fn suspect(&self, group: Group, partition: Partition, id: EntryId) -> Outcome<u32> {
        self.shared.suspect(group, partition, id).await
    }

    async fn trim(&self, keep: Duration) -> Outcome<u64> {
        self.shared.trim(keep).await
    }

    async fn group(&self, group: Group) -> Outcome<GroupStatus> {
        self.shared.group(group).await
    }

    async fn group_partitions(&self, group: Group) -> Outcome<Vec<(Partition, GroupStatus)>> {
        self.shared.group_partitions(group).await
    }

    async fn pending(&self, group: Group, idle: Duration, limit: usize) -> Outcome<Vec<Pending>> {
        self.shared.pending(group, idle, limit).await
    }

    async fn log(&self) -> Outcome<LogStatus> {
        self.shared.log().await
    }

    async fn look(&self, at: Look) -> Outcome<Vec<Record>> {
        self.shared.look(at).await
    }

    async fn entry(&self, id: EntryId) -> Outcome<Option<Record>> {
        self.shared.entry(id).await
    }

    async fn unpersisted(&self, partition: Partition, limit: usize) -> Outcome<Vec<Record>> {
        self.shared.unpersisted(partition, limit).await
    }

    async fn examine(&self) -> Outcome<Examination> {
        self.shared.examine().await
    }

    async fn enter(&self, confirmation: &Confirmation) -> Outcome<()> {
        self.shared.enter(confirmation).await
    }

    async fn follow(&self, confirmation: u64, epochs: &[Epoch]) -> Outcome<()> {
        self.shared.believe(confirmation, epochs.iter().copied());
        Ok(())
    }

    async fn ping(&self) -> Outcome<()> {
        let asked = async {
            for node in &self.shared.nodes.topology().nodes {
                node.link.call(&redis::cmd("PING")).await.map_err(reply::fault("answer a ping"))?;
            }
            Ok(())
        };
        let late = |cause| Fault::new(Part::Queue, Kind::Unavailable, "answer within a second").because(cause);
        tokio::time::timeout(Duration::from_secs(1), asked).await.map_err(late)?
    }

    async fn close(&self) {
        let measuring = self.measuring.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(task) = measuring {
            task.abort();
        }
        self.shared.nodes.close();
    }
}
