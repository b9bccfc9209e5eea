//! What an operator's pause is good for: once the queue is drained, its server may be restarted or replaced without a gap
//! in any number. And what it does to those who write meanwhile.

use std::sync::Arc;

use chat_shared::clock::{Clock as _, SystemClock};
use chat_shared::domain::Sequence;
use chat_shared::numbering::{NewMessage, Refusal, Verdict};
use chat_shared::queue::sqlite::SqliteQueue;
use chat_shared::queue::{Claim, Group};
use chat_shared::store::{Bidding, Directive, Station};

use super::bench::{BOUNDS, SOON, limits};
use super::faults::{Installation, context};
use super::server::Server;

const EVERYSEC: &[&str] = &["--appendfsync", "everysec"];

impl Installation {
    /// An operator stops accepting, and the process hears of it.
    async fn pause(&self) {
        let directive =
            Directive { station: Station::Accept, bidding: Bidding::Pause, at: SystemClock.now(), who: "ann".into() };
        self.store.give_directive(&directive).await.expect("given");
        self.numbering.keep_paused().await.expect("closed");
    }

    async fn resume(&self) {
        assert!(self.store.end_pause(Station::Accept).await.expect("ended"));
        self.numbering.learn_pause().await.expect("opened");
    }

    /// Both groups work until nothing is left, and the queue is recorded as drained.
    async fn drain(&self) {
        self.persist().await;
        loop {
            let mut batch = self.queue.claim(Group::Index, "worker", Claim::Own, 100).await.expect("claims");
            batch.extend(self.queue.read(Group::Index, "worker", limits(100)).await.expect("reads"));
            if batch.is_empty() {
                break;
            }
            let records: Vec<_> = batch.iter().map(|one| (one.record.partition, one.record.id)).collect();
            self.queue.acknowledge(Group::Index, "worker", &records).await.expect("acknowledged");
        }
        self.numbering.keep_paused().await.expect("looked at");
        assert!(self.is_drained().await);
    }

    async fn is_drained(&self) -> bool {
        self.store.recorded().await.expect("recorded").drained
    }

    /// Whether a message is refused because accepting is stopped.
    async fn is_refused(&self) -> bool {
        let message = NewMessage { content: "not now".into(), sender: None, sent_at: None };
        let refused = self.numbering.create_messages(self.app, 1, vec![message], &context("not now")).await;
        matches!(refused, Err(Refusal::Paused))
    }

    /// No number was left out and none is a gap's.
    async fn ends_dense(self) {
        let chat = Sequence::Messages(self.app, 1);
        assert!(self.store.gaps(chat).await.expect("read").is_empty());
        let given = u32::try_from(self.answered.len()).expect("few");
        assert_eq!(self.answered.keys().copied().collect::<Vec<_>>(), (1..=given).collect::<Vec<_>>());
        self.verify().await;
    }
}

#[tokio::test]
async fn a_server_that_was_drained_may_restart_without_a_gap() {
    let Some(server) = Server::start(EVERYSEC).await else { return };
    let mut installation = Installation::on(&server).await;
    installation.pause().await;
    assert!(installation.is_refused().await && !installation.is_drained().await, "entries are still on the log");
    installation.drain().await;
    let server = server.restart(false).await;
    installation.reconnect().await;
    // The new process is confirmed while nothing is accepted, and stays drained.
    installation.numbering.keep_paused().await.expect("confirmed");
    assert!(installation.is_refused().await && installation.is_drained().await);
    installation.resume().await;
    installation.send(2).await;
    assert!(!installation.is_drained().await && installation.epoch().await == 1);
    installation.ends_dense().await;
    drop(server);
}

#[tokio::test]
async fn a_server_that_was_not_drained_yet_costs_a_gap_when_it_restarts() {
    let Some(server) = Server::start(EVERYSEC).await else { return };
    let mut installation = Installation::on(&server).await;
    installation.pause().await;
    let server = server.restart(false).await;
    installation.reconnect().await;
    installation.numbering.keep_paused().await.expect("confirmed");
    assert!(installation.is_refused().await, "the pause outlives the loss");
    installation.drain().await;
    installation.resume().await;
    installation.send(2).await;
    assert_eq!(installation.epoch().await, 2);
    installation.verify().await;
    drop(server);
}

#[tokio::test]
async fn a_drained_queue_may_be_moved_to_an_empty_server_without_a_gap() {
    let Some(server) = Server::start(EVERYSEC).await else { return };
    let mut installation = Installation::on(&server).await;
    installation.pause().await;
    installation.drain().await;
    let server = server.restart(true).await;
    installation.reconnect().await;
    installation.numbering.keep_paused().await.expect("confirmed");
    installation.resume().await;
    installation.send(2).await;
    let partition = installation.store.recorded().await.expect("recorded").partitions[0];
    assert_eq!((partition.epoch, partition.loss), (2, 1), "an epoch that lost nothing");
    installation.ends_dense().await;
    drop(server);
}

#[tokio::test]
async fn a_drained_queue_may_be_moved_from_a_server_to_the_data_folder() {
    let Some(server) = Server::start(EVERYSEC).await else { return };
    let mut installation = Installation::on(&server).await;
    installation.pause().await;
    installation.drain().await;
    installation.queue.close().await;
    let file = installation.dir.path().join("queue.db");
    let queue = SqliteQueue::open(&file, BOUNDS, Arc::new(SystemClock)).await.expect("opens");
    installation.take_over(Arc::new(queue));
    let confirmed = installation.numbering.confirm().await.expect("confirmed");
    assert_eq!((confirmed.verdict, confirmed.paused), (Verdict::Moved, true));
    installation.resume().await;
    installation.send(2).await;
    installation.ends_dense().await;
}

#[tokio::test]
async fn another_process_that_has_not_heard_of_the_pause_accepts_nothing() {
    let Some(server) = Server::start(&[]).await else { return };
    let mut installation = Installation::on(&server).await;
    let other = installation.another(&server).await;
    installation.pause().await;
    // It learns of it by being refused.
    let message = || vec![NewMessage { content: "late".into(), sender: None, sent_at: None }];
    let refused = other.create_messages(installation.app, 1, message(), &context("late")).await;
    assert!(matches!(refused, Err(Refusal::Paused)), "{refused:?}");
    assert_eq!(installation.queue.group(Group::Persist).await.expect("answers").depth, 2);
    installation.resume().await;
    other.heed(false);
    let receipt = other.create_messages(installation.app, 1, message(), &context("late")).await.expect("accepted");
    assert!(installation.answered.insert(receipt.first, "late".into()).is_none());
    installation.send(1).await;
    installation.ends_dense().await;
}

#[tokio::test]
async fn a_pause_that_is_taken_back_before_it_was_brought_about_changes_nothing() {
    let Some(server) = Server::start(&[]).await else { return };
    let mut installation = Installation::on(&server).await;
    installation.pause().await;
    installation.resume().await;
    tokio::time::timeout(SOON, installation.send(1)).await.expect("accepted in time");
    assert_eq!(installation.epoch().await, 1);
    installation.ends_dense().await;
}
