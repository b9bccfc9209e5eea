//! What the stories need: a queue that can be closed and opened again on the same data, and the calls they all make.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use chat_shared::domain::{AppId, Sequence};
use chat_shared::queue::{
    Accept, Accepted, Bounds, Change, Confirmation, Delivery, EntryId, Group, IfVersion, Queue, ReadLimits, Receipt,
    Work,
};

use std::future::Future;
use std::panic::AssertUnwindSafe;

use async_trait::async_trait;
use futures::FutureExt as _;

pub const CHAT: Sequence = Sequence::Messages(AppId(7), 3);
pub const OTHER: Sequence = Sequence::Messages(AppId(7), 4);
pub const SOON: Duration = Duration::from_secs(5);
pub const CAPACITY: u32 = 50;

pub const BOUNDS: Bounds = Bounds { capacity: CAPACITY, max_bytes: 1 << 20 };

/// Where a queue's data is.
#[async_trait]
pub trait Home: Send + Sync {
    /// Opens the queue on the data that is there.
    async fn open(&self) -> Arc<dyn Queue>;

    /// Removes the data.
    async fn clean(&self);
}

/// A queue that can be closed and opened again on the same data.
pub struct Bench {
    home: Arc<dyn Home>,
    pub queue: Arc<dyn Queue>,
}

impl Bench {
    pub async fn reopen(self) -> Self {
        self.queue.close().await;
        let queue = self.home.open().await;
        confirm(&*queue, 1).await;
        Self { home: self.home, queue }
    }
}

/// Runs a story on a fresh queue with two open chats, and leaves nothing behind.
pub async fn run<F: Future<Output = ()>>(home: Option<Arc<dyn Home>>, story: impl FnOnce(Bench) -> F) {
    let Some(home) = home else { return };
    let queue = home.open().await;
    confirm(&*queue, 1).await;
    open_counter(&*queue, CHAT).await;
    open_counter(&*queue, OTHER).await;
    let told = AssertUnwindSafe(story(Bench { home: Arc::clone(&home), queue })).catch_unwind().await;
    home.clean().await;
    if let Err(panic) = told {
        std::panic::resume_unwind(panic);
    }
}

/// Opens a counter as its creator does.
pub async fn open_counter(queue: &dyn Queue, sequence: Sequence) {
    let after = queue.horizon().get(usize::from(sequence.partition())).copied().unwrap_or_default();
    queue.open(sequence, 1, after).await.expect("opened");
}

pub async fn confirm(queue: &dyn Queue, epoch: u32) {
    confirm_above(queue, epoch, EntryId::ZERO).await;
}

/// All later ids are above this one.
pub async fn confirm_above(queue: &dyn Queue, epoch: u32, above: EntryId) {
    enter(queue, epoch, above, false).await;
}

/// Confirms the queue as it is, so that it accepts nothing.
pub async fn close(queue: &dyn Queue) {
    enter(queue, 1, EntryId::ZERO, true).await;
}

async fn enter(queue: &dyn Queue, epoch: u32, above: EntryId, closed: bool) {
    let seen = queue.examine().await.expect("examined");
    let partitions = seen.partitions.iter().map(|(_, last_id)| (epoch, above.max(*last_id))).collect();
    let confirmation = Confirmation {
        installation: "test".into(),
        number: seen.confirmation.unwrap_or(0) + 1,
        server: seen.server,
        durable: true,
        partitions,
        capacity: CAPACITY,
        loss: false,
        closed,
        drained: false,
    };
    queue.enter(&confirmation).await.expect("entered");
}

pub fn create(sequence: Sequence, count: usize) -> Accept {
    Accept { sequence, epoch: 1, work: Work::Create(vec![Bytes::from_static(b"{}"); count]), once: None }
}

pub fn change(number: u32, if_version: Option<IfVersion>, closes: bool) -> Accept {
    let change = Change { number, payload: Bytes::from_static(b"{}"), if_version, closes };
    Accept { sequence: CHAT, epoch: 1, work: Work::Change(change), once: None }
}

pub async fn accepted(queue: &dyn Queue, request: Accept) -> Receipt {
    match queue.accept(request).await.expect("answers") {
        Accepted::Done(receipt) => receipt,
        other => panic!("not accepted: {other:?}"),
    }
}

pub fn limits(entries: usize) -> ReadLimits {
    ReadLimits { entries, bytes: 1 << 20, wait: Duration::from_millis(200), linger: Duration::ZERO }
}

pub async fn read(queue: &dyn Queue, group: Group, entries: usize) -> Vec<Delivery> {
    queue.read(group, "worker", limits(entries)).await.expect("reads")
}

pub async fn acknowledge(queue: &dyn Queue, group: Group, deliveries: &[Delivery]) {
    let records: Vec<_> = deliveries.iter().map(|delivery| (delivery.record.partition, delivery.record.id)).collect();
    queue.acknowledge(group, "worker", &records).await.expect("acknowledges");
}

pub fn numbers(deliveries: &[Delivery]) -> Vec<u32> {
    deliveries.iter().map(|delivery| delivery.record.number).collect()
}
