//! What only a queue with a server of its own can suffer. Whatever it is, no number is given twice, and each that was
//! answered is stored as it was sent or lies in a published gap.

use super::bench::{BOUNDS, CAPACITY, SOON};
use chat_shared::clock::{Clock as _, SystemClock};
use chat_shared::domain::{AppId, Sequence};
use chat_shared::queue::{Claim, Group, Queue, ReadLimits};
use futures::TryStreamExt as _;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use chat_shared::domain::Token;
use chat_shared::fault::{Fault, Kind};
use chat_shared::numbering::{NewMessage, Numbering, Refusal, RequestContext, Settings, gap_holding};
use chat_shared::queue::Entry;
use chat_shared::queue::redis::RedisQueue;
use chat_shared::store::sqlite::SqliteStore;
use chat_shared::store::{Logged, MessageKey, NewApplication, Store};

use super::server::{Proxy, Server};

/// An API process and its worker on one store and one server.
pub struct Installation {
    pub dir: tempfile::TempDir,
    pub store: Arc<dyn Store>,
    pub queue: Arc<dyn Queue>,
    pub numbering: Numbering,
    pub app: AppId,
    /// What was answered: number and content.
    pub answered: BTreeMap<u32, String>,
}

impl Installation {
    pub async fn on(server: &Server) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let store = SqliteStore::open(&dir.path().join("chat.db"), Arc::new(SystemClock)).await.expect("opens");
        let store: Arc<dyn Store> = Arc::new(store);
        let (queue, numbering) = process(&server.url(), &store).await;
        numbering.confirm().await.expect("confirmed");
        let new = NewApplication { token: Token::from_random([1; 16]), name: "tenant".into(), at: SystemClock.now() };
        let app = numbering.create_application(&new).await.expect("created").id;
        let mut installation = Self { dir, store, queue, numbering, app, answered: BTreeMap::new() };
        installation.numbering.create_chat(app, None, &context("chat")).await.expect("accepted");
        installation.send(3).await;
        installation.persist().await;
        installation.send(2).await;
        installation
    }

    /// The key of the chat's counter, or another of its partition.
    fn key(&self, name: &str) -> String {
        format!("chat:{{{}}}:{name}", Sequence::Messages(self.app, 1).partition())
    }

    fn counter(&self) -> String {
        self.key(&format!("n:{}:1", self.app))
    }

    pub async fn send(&mut self, count: u32) {
        for _ in 0..count {
            let content = format!("content {}", self.answered.len());
            let message = NewMessage { content: content.clone(), sender: None, sent_at: None };
            let ctx = context(&content);
            let sending = self.numbering.create_messages(self.app, 1, vec![message], &ctx);
            // A seed waits for what is on the log to be persisted: the worker works meanwhile.
            let receipt = tokio::select! {
                receipt = sending => receipt.expect("accepted"),
                () = self.work() => unreachable!("a worker works on"),
            };
            let twice = self.answered.insert(receipt.first, content);
            assert_eq!(twice, None, "number {} was given twice", receipt.first);
        }
    }

    /// A worker that goes on whatever the queue says.
    async fn work(&self) {
        loop {
            let _ = self.persist_some().await;
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Until nothing is left. What the queue refuses in passing is tried again.
    pub async fn persist(&self) {
        let working = async { while !matches!(self.persist_some().await, Ok(0)) {} };
        tokio::time::timeout(SOON, working).await.expect("persisted in time");
    }

    async fn persist_some(&self) -> Result<usize, Fault> {
        let limits = ReadLimits { entries: 100, bytes: 1 << 20, wait: Duration::ZERO, linger: Duration::ZERO };
        // What a read that was given up had taken comes first.
        let mut batch = self.queue.claim(Group::Persist, "worker", Claim::Own, 100).await?;
        if batch.is_empty() {
            batch = self.queue.read(Group::Persist, "worker", limits).await?;
        }
        let logged = batch.into_iter().map(|delivery| {
            let record = delivery.record;
            Logged { id: record.id, partition: record.partition, entry: Entry::decode(&record).expect("an entry") }
        });
        let logged: Vec<_> = logged.collect();
        let persisted = self.store.persist(&logged).await?;
        assert_eq!(persisted.conflicts, [], "a number was given to two entries");
        let records: Vec<_> = logged.iter().map(|logged| (logged.partition, logged.id)).collect();
        self.queue.acknowledge(Group::Persist, "worker", &records).await?;
        Ok(logged.len())
    }

    /// Every number that was answered is stored as it was sent, or lies in a published gap.
    pub async fn verify(mut self) {
        self.send(5).await;
        self.persist().await;
        let chat = Sequence::Messages(self.app, 1);
        for (number, content) in &self.answered {
            let key = MessageKey { app: self.app, chat: 1, number: *number };
            match self.store.message(key).await.expect("reads") {
                Some(message) => assert_eq!(&message.content, content, "number {number}"),
                None => assert!(
                    gap_holding(&*self.store, chat, *number).await.expect("reads").is_some(),
                    "number {number} was answered, and is neither stored nor in a gap"
                ),
            }
        }
        self.queue.close().await;
        self.store.close().await;
        drop(self.dir);
    }

    /// Waits until the restarted server is reached again: what was sent over the old connection may be unknown.
    pub async fn reconnect(&self) {
        let answering = async { while self.queue.ping().await.is_err() {} };
        tokio::time::timeout(SOON, answering).await.expect("answers in time");
    }

    /// The process is started anew on another queue.
    pub fn take_over(&mut self, queue: Arc<dyn Queue>) {
        self.numbering = numbering(&queue, &self.store);
        self.queue = queue;
    }

    /// Another process on the same store and server, that knows what is confirmed.
    pub async fn another(&self, server: &Server) -> Numbering {
        let (_, numbering) = process(&server.url(), &self.store).await;
        numbering.look_around().await.expect("told");
        numbering
    }

    pub async fn epoch(&self) -> u32 {
        self.store.recorded().await.expect("recorded").partitions[0].epoch
    }
}

/// An API process.
async fn process(url: &str, store: &Arc<dyn Store>) -> (Arc<dyn Queue>, Numbering) {
    let queue: Arc<dyn Queue> = Arc::new(RedisQueue::open(url, "chat", BOUNDS).await.expect("opens"));
    let numbering = numbering(&queue, store);
    (queue, numbering)
}

fn numbering(queue: &Arc<dyn Queue>, store: &Arc<dyn Store>) -> Numbering {
    let settings = Settings { capacity: CAPACITY, reuse: false, indexed: true };
    Numbering::new(Arc::clone(queue), Arc::clone(store), Arc::new(SystemClock), settings)
}

pub fn context(request: &str) -> RequestContext {
    RequestContext { request_id: request.into(), wait: SOON, once: None }
}

#[tokio::test]
async fn a_flushed_server_is_a_loss() {
    let Some(server) = Server::start(&[]).await else { return };
    let mut installation = Installation::on(&server).await;
    server.meddle(&["FLUSHALL"]).await;
    installation.send(2).await;
    assert_eq!(installation.epoch().await, 2);
    installation.verify().await;
}

#[tokio::test]
async fn flushed_scripts_lose_nothing() {
    let Some(server) = Server::start(&[]).await else { return };
    let mut installation = Installation::on(&server).await;
    server.meddle(&["SCRIPT", "FLUSH"]).await;
    installation.send(2).await;
    assert_eq!((installation.epoch().await, installation.answered.len()), (1, 7));
    assert!(installation.answered.contains_key(&7), "numbers are dense: {:?}", installation.answered);
    installation.verify().await;
}

#[tokio::test]
async fn a_counter_that_was_meddled_with_is_seen_and_seeded_again() {
    let Some(server) = Server::start(&[]).await else { return };
    let mut installation = Installation::on(&server).await;
    let counter = installation.counter();
    let meddlings: [&[&str]; 5] = [
        &["DEL", &counter],
        &["HSET", &counter, "n", "1"],
        &["HSET", &counter, "n", "many"],
        &["HDEL", &counter, "check"],
        &["SET", &counter, "text"],
    ];
    for (done, meddling) in (6..).zip(meddlings) {
        server.meddle(meddling).await;
        let walked: Vec<_> = installation.queue.walk_counters(None).try_collect().await.expect("walked");
        let seen = walked.concat().into_iter().find(|(sequence, _)| sequence.chat().is_some());
        // The one that was deleted is gone; of the others an operator sees that they are not to be relied on.
        assert_eq!(seen.map(|(_, counter)| counter.check_ok), (done > 6).then_some(false), "after {meddling:?}");
        installation.send(1).await;
        assert!(installation.answered.contains_key(&done), "after {meddling:?}: {:?}", installation.answered);
    }
    assert_eq!(installation.epoch().await, 1);
    installation.verify().await;
}

#[tokio::test]
async fn a_destroyed_group_reads_the_log_again() {
    let Some(server) = Server::start(&[]).await else { return };
    let mut installation = Installation::on(&server).await;
    server.meddle(&["XGROUP", "DESTROY", &installation.key("log"), "persist"]).await;
    installation.send(2).await;
    assert_eq!(installation.epoch().await, 1);
    installation.verify().await;
}

#[tokio::test]
async fn an_epoch_key_that_is_gone_is_a_loss() {
    let Some(server) = Server::start(&[]).await else { return };
    let mut installation = Installation::on(&server).await;
    server.meddle(&["DEL", &installation.key("epoch")]).await;
    installation.send(2).await;
    assert_eq!(installation.epoch().await, 2);
    installation.verify().await;
}

#[tokio::test]
async fn a_log_that_is_gone_is_a_loss() {
    let Some(server) = Server::start(&[]).await else { return };
    let mut installation = Installation::on(&server).await;
    server.meddle(&["DEL", &installation.key("log")]).await;
    installation.send(2).await;
    assert_eq!(installation.epoch().await, 2);
    installation.verify().await;
}

#[tokio::test]
async fn a_restart_of_a_server_that_keeps_everything_loses_nothing() {
    let Some(server) = Server::start(&[]).await else { return };
    let mut installation = Installation::on(&server).await;
    let server = server.restart(false).await;
    installation.reconnect().await;
    installation.send(2).await;
    assert_eq!(installation.epoch().await, 1);
    assert!(installation.answered.contains_key(&7), "numbers are dense: {:?}", installation.answered);
    installation.verify().await;
    drop(server);
}

#[tokio::test]
async fn a_restart_of_a_server_that_syncs_once_a_second_is_a_loss() {
    let Some(server) = Server::start(&["--appendfsync", "everysec"]).await else { return };
    let mut installation = Installation::on(&server).await;
    let server = server.restart(false).await;
    installation.reconnect().await;
    installation.send(2).await;
    assert_eq!(installation.epoch().await, 2);
    installation.verify().await;
    drop(server);
}

#[tokio::test]
async fn a_server_that_comes_back_empty_is_a_loss() {
    let Some(server) = Server::start(&[]).await else { return };
    let mut installation = Installation::on(&server).await;
    let server = server.restart(true).await;
    installation.reconnect().await;
    installation.send(2).await;
    assert_eq!(installation.epoch().await, 2);
    installation.verify().await;
    drop(server);
}

#[tokio::test]
async fn full_memory_refuses_and_spends_no_number() {
    let Some(server) = Server::start(&[]).await else { return };
    let mut installation = Installation::on(&server).await;
    server.meddle(&["CONFIG", "SET", "maxmemory", "1"]).await;
    let message = NewMessage { content: "no room".into(), sender: None, sent_at: None };
    let refused = installation.numbering.create_messages(installation.app, 1, vec![message], &context("r")).await;
    assert!(matches!(refused, Err(Refusal::Full { .. })), "{refused:?}");
    server.meddle(&["CONFIG", "SET", "maxmemory", "0"]).await;
    installation.send(1).await;
    assert!(installation.answered.contains_key(&6), "numbers are dense: {:?}", installation.answered);
    installation.verify().await;
}

#[tokio::test]
async fn a_server_that_throws_keys_away_is_refused() {
    let Some(server) = Server::start(&["--maxmemory-policy", "allkeys-lru"]).await else { return };
    let refused = RedisQueue::open(&server.url(), "chat", BOUNDS).await.err().expect("refused");
    assert_eq!(refused.kind, Kind::Corrupt);
    assert!(refused.chain().contains("maxmemory-policy to noeviction"), "{}", refused.chain());
}

#[tokio::test]
async fn another_installations_prefix_is_refused() {
    let Some(server) = Server::start(&[]).await else { return };
    let installation = Installation::on(&server).await;
    let dir = tempfile::tempdir().expect("a folder");
    let other = SqliteStore::open(&dir.path().join("chat.db"), Arc::new(SystemClock)).await.expect("opens");
    let other: Arc<dyn Store> = Arc::new(other);
    let (queue, numbering) = process(&server.url(), &other).await;
    let refused = numbering.confirm().await.expect_err("refused");
    assert!(
        refused.kind == Kind::Corrupt && refused.chain().contains("belongs to installation"),
        "{}",
        refused.chain()
    );
    queue.close().await;
    other.close().await;
    installation.verify().await;
}

#[tokio::test]
async fn a_second_process_takes_over_what_the_first_has_confirmed() {
    let Some(server) = Server::start(&[]).await else { return };
    let mut installation = Installation::on(&server).await;
    let (queue, second) = process(&server.url(), &installation.store).await;
    second.confirm().await.expect("confirmed");
    server.meddle(&["FLUSHALL"]).await;
    server.meddle(&["SCRIPT", "FLUSH"]).await;
    installation.send(1).await;
    let first = std::mem::replace(&mut installation.numbering, second);
    installation.send(1).await;
    installation.numbering = first;
    installation.send(1).await;
    assert_eq!(installation.epoch().await, 2, "one loss is confirmed once");
    queue.close().await;
    installation.verify().await;
}

#[tokio::test]
async fn a_request_that_its_connection_took_along_is_sent_again_once() {
    let Some(server) = Server::start(&[]).await else { return };
    let mut installation = Installation::on(&server).await;
    server.meddle(&["CLIENT", "PAUSE", "10000", "WRITE"]).await;
    let breaking = async {
        server.wait_for_a_paused_client().await;
        server.meddle(&["CLIENT", "KILL", "TYPE", "normal"]).await;
        server.meddle(&["CLIENT", "UNPAUSE"]).await;
    };
    tokio::join!(installation.send(1), breaking);
    assert!(installation.answered.contains_key(&6), "sent once: {:?}", installation.answered);
    installation.verify().await;
}

#[tokio::test]
async fn a_request_whose_answer_was_lost_is_found_on_the_log() {
    let Some(server) = Server::start(&[]).await else { return };
    let mut installation = Installation::on(&server).await;
    let proxy = Proxy::before(&server).await;
    let (queue, numbering) = process(&proxy.url, &installation.store).await;
    numbering.confirm().await.expect("confirmed");
    let message = NewMessage { content: "heard".into(), sender: None, sent_at: None };
    let first = numbering.create_messages(installation.app, 1, vec![message], &context("heard")).await;
    assert_eq!(first.expect("accepted").first, 6);
    proxy.swallow_the_next_answer();
    let message = NewMessage { content: "not heard".into(), sender: None, sent_at: None };
    let receipt = numbering.create_messages(installation.app, 1, vec![message], &context("not heard")).await;
    assert_eq!(receipt.expect("found").first, 7);
    assert_eq!(
        installation.queue.counter(Sequence::Messages(installation.app, 1)).await.expect("reads").expect("is there").n,
        Some(7)
    );
    queue.close().await;
    installation.answered.extend([(6, "heard".into()), (7, "not heard".into())]);
    installation.verify().await;
}

#[tokio::test]
async fn a_request_that_cannot_be_looked_for_is_unknown_and_not_sent_again() {
    let Some(server) = Server::start(&[]).await else { return };
    let mut installation = Installation::on(&server).await;
    let proxy = Proxy::before(&server).await;
    let (queue, numbering) = process(&proxy.url, &installation.store).await;
    numbering.confirm().await.expect("confirmed");
    // Somebody has cut the log's tail off, without a word of it: what stood there tells nothing any more.
    server.meddle(&["XTRIM", &installation.key("log"), "MAXLEN", "0"]).await;
    server.meddle(&["CLIENT", "PAUSE", "10000", "WRITE"]).await;
    let message = NewMessage { content: "perhaps".into(), sender: None, sent_at: None };
    let ctx = context("perhaps");
    let sending = numbering.create_messages(installation.app, 1, vec![message], &ctx);
    let breaking = async {
        server.wait_for_a_paused_client().await;
        server.meddle(&["CLIENT", "KILL", "TYPE", "normal"]).await;
        server.meddle(&["CLIENT", "UNPAUSE"]).await;
    };
    let (sent, ()) = tokio::join!(sending, breaking);
    assert!(matches!(sent, Err(Refusal::Unknown(_))), "{sent:?}");
    queue.close().await;
    // Two answered entries went with the log's tail; the rest of the story is the operators'.
    installation.answered.clear();
    installation.queue.close().await;
    installation.store.close().await;
}

#[tokio::test]
async fn ids_that_run_ahead_of_the_clock_go_on_to_the_next_millisecond_before_their_count_is_full() {
    let Some(server) = Server::start(&[]).await else { return };
    let mut installation = Installation::on(&server).await;
    let in_an_hour = SystemClock.now().as_millis() + 3_600_000;
    server.meddle(&["XSETID", &installation.key("log"), &format!("{in_an_hour}-9998")]).await;
    installation.send(4).await;
    let partition = Sequence::Messages(installation.app, 1).partition();
    let last = installation.queue.last_id(partition).await.expect("answers");
    assert_eq!(last.at().as_millis(), in_an_hour + 1);
    assert!(installation.answered.contains_key(&9), "numbers are dense: {:?}", installation.answered);
    installation.verify().await;
}
