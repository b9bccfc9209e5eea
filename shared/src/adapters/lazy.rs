//! A part that is opened when it is first asked for, and asked with patience: what does not answer in time is a fault that
//! names the part. One line a method of the ports; knows no adapter.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures::TryStreamExt as _;
use futures::future::BoxFuture;
use futures::stream::{BoxStream, try_unfold};
use serde_json::Value;
use tokio::sync::OnceCell;
use tokio::time::timeout;

use crate::clock::Timestamp;
use crate::domain::{
    AppId, Application, Chat, ChatNumber, Digest, Gap, Message, MessageNumber, Partition, Sequence, Token,
};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::{
    Accept, Accepted, Claim, Confirmation, Counter, Delivery, EntryId, Epoch, Examination, Group, GroupStatus, KeyHash,
    LogStatus, Look, Pending, Queue, ReadLimits, Record, Seed, Seeded,
};
use crate::search::{Document, Found, IndexStatus, Query, Scope, Search};
use crate::store::rows::Step;
use crate::store::{
    ApplicationTally, Applications, Backlog, ChatTally, Chats, ConfirmationLock, Control, DeadLetter, DeadLetterFilter,
    DeadLetters, Directive, Directives, Evidence, Ingest, Logged, MessageKey, Messages, NewApplication, NewDeadLetter,
    Node, Numbers, Operation, Operations, OperatorAct, Persisted, Purged, Recorded, Recounted, Station, Store,
    StoredOnce, Tenant, Totals, Window,
};

/// Opens a part.
type Open<P> = Arc<dyn Fn() -> BoxFuture<'static, Outcome<Arc<P>>> + Send + Sync>;

/// A part that is opened when it is first asked for.
pub struct Lazy<P: ?Sized> {
    part: Part,
    patience: Duration,
    open: Open<P>,
    opened: Arc<OnceCell<Arc<P>>>,
}

impl<P: ?Sized> Clone for Lazy<P> {
    fn clone(&self) -> Self {
        let (open, opened) = (Arc::clone(&self.open), Arc::clone(&self.opened));
        Self { part: self.part, patience: self.patience, open, opened }
    }
}

impl<P: ?Sized + Send + Sync> Lazy<P> {
    /// What `open` gives. Opening, and each call after it, may take as long as `patience`.
    pub fn new(
        part: Part,
        patience: Duration,
        open: impl Fn() -> BoxFuture<'static, Outcome<Arc<P>>> + Send + Sync + 'static,
    ) -> Self {
        Self { part, patience, open: Arc::new(open), opened: Arc::new(OnceCell::new()) }
    }

    /// What could not be opened is tried again at the next call.
    async fn opened(&self) -> Outcome<&Arc<P>> {
        self.within(self.opened.get_or_try_init(|| (self.open)())).await
    }

    async fn within<T>(&self, call: impl Future<Output = Outcome<T>> + Send) -> Outcome<T> {
        let late = |cause| {
            let doing = format!("answer within {} s", self.patience.as_secs_f64());
            Fault::new(self.part, Kind::Unavailable, doing).because(cause)
        };
        timeout(self.patience, call).await.map_err(late)?
    }
}

impl<P: ?Sized + Send + Sync + 'static> Lazy<P> {
    /// Pages that are asked for one after another, with as much patience for each.
    fn pages<T: Send + 'static>(
        &self,
        begin: impl Fn(&P) -> BoxStream<'static, Outcome<T>> + Send + Sync + 'static,
    ) -> BoxStream<'static, Outcome<T>> {
        Box::pin(try_unfold((self.clone(), begin, None), |(lazy, begin, pages)| async move {
            let mut pages = match pages {
                Some(pages) => pages,
                None => begin(lazy.opened().await?),
            };
            let page = lazy.within(pages.try_next()).await?;
            Ok(page.map(|page| (page, (lazy, begin, Some(pages)))))
        }))
    }
}

/// Hands a port's methods on to the part, and takes what is written out as it stands.
macro_rules! hand_on {
    (
        $port:ident: { $(fn $name:ident($($arg:ident: $kind:ty),*) -> $answer:ty;)* } $($more:item)*
    ) => {
        hand_on! { $port of $port: { $(fn $name($($arg: $kind),*) -> $answer;)* } $($more)* }
    };
    (
        $port:ident of $whole:ident: { $(fn $name:ident($($arg:ident: $kind:ty),*) -> $answer:ty;)* } $($more:item)*
    ) => {
        #[async_trait]
        impl $port for Lazy<dyn $whole> {
            $(async fn $name(&self, $($arg: $kind),*) -> Outcome<$answer> {
                let part = self.opened().await?;
                self.within(part.$name($($arg),*)).await
            })*
            $($more)*
        }
    };
}

hand_on! {
    Queue: {
        fn accept(request: Accept) -> Accepted;
        fn open(sequence: Sequence, epoch: Epoch, after: EntryId) -> ();
        fn seed(seed: Seed) -> Seeded;
        fn distrust(sequence: Sequence) -> ();
        fn counters(sequences: &[Sequence]) -> Vec<Option<Counter>>;
        fn settled(group: Group, partition: Partition, id: EntryId, wait: Duration) -> bool;
        fn last_id(partition: Partition) -> EntryId;
        fn read(group: Group, consumer: &str, limits: ReadLimits) -> Vec<Delivery>;
        fn claim(group: Group, consumer: &str, what: Claim, limit: usize) -> Vec<Delivery>;
        fn acknowledge(group: Group, consumer: &str, records: &[(Partition, EntryId)]) -> ();
        fn pass_index_over(consumer: &str) -> ();
        fn suspect(group: Group, partition: Partition, id: EntryId) -> u32;
        fn trim(keep: Duration) -> u64;
        fn group(group: Group) -> GroupStatus;
        fn group_partitions(group: Group) -> Vec<(Partition, GroupStatus)>;
        fn pending(group: Group, idle: Duration, limit: usize) -> Vec<Pending>;
        fn log() -> LogStatus;
        fn look(at: Look) -> Vec<Record>;
        fn entry(id: EntryId) -> Option<Record>;
        fn unpersisted(partition: Partition, limit: usize) -> Vec<Record>;
        fn examine() -> Examination;
        fn enter(confirmation: &Confirmation) -> ();
        fn follow(confirmation: u64, epochs: &[Epoch]) -> ();
        fn ping() -> ();
    }
    fn horizon(&self) -> Vec<EntryId> {
        self.opened.get().map(|part| part.horizon()).unwrap_or_default()
    }
    fn walk_counters(&self, app: Option<AppId>) -> BoxStream<'static, Outcome<Vec<(Sequence, Counter)>>> {
        self.pages(move |queue| queue.walk_counters(app))
    }
    async fn close(&self) {
        if let Some(part) = self.opened.get() {
            part.close().await;
        }
    }
}

hand_on! {
    Search: {
        fn index(documents: &[Document]) -> ();
        fn remove(scope: Scope) -> ();
        fn refresh() -> ();
        fn find(query: &Query<'_>) -> Found;
        fn find_in(generation: i64, query: &Query<'_>) -> Found;
        fn documents(generation: i64) -> u64;
        fn status() -> IndexStatus;
        fn begin_generation() -> i64;
        fn fill(generation: i64, documents: &[Document]) -> ();
        fn swap(generation: i64) -> ();
        fn rollback() -> i64;
        fn prune() -> i64;
        fn abandon(generation: i64) -> ();
        fn mark_filled() -> ();
        fn ping() -> ();
    }
    async fn close(&self) {
        if let Some(part) = self.opened.get() {
            part.close().await;
        }
    }
}

hand_on! {
    Applications of Store: {
        fn create_application(new: &NewApplication) -> Application;
        fn application_by_token(hash: &Digest) -> Option<Tenant>;
        fn application(id: AppId) -> Option<Application>;
        fn applications(after: Option<AppId>, name: Option<&str>, limit: u32) -> Vec<Application>;
        fn replace_token(id: AppId, new: &Token, until: Timestamp) -> bool;
        fn delete_application(id: AppId, at: Timestamp) -> bool;
    }
}

hand_on! {
    Chats of Store: {
        fn chat(app: AppId, number: ChatNumber) -> Option<Chat>;
        fn chats(app: AppId, window: Window) -> Vec<Chat>;
        fn every_chat(app: AppId, after: ChatNumber, limit: u32) -> Vec<Chat>;
        fn all_chats(after: Option<(AppId, ChatNumber)>, number: Option<ChatNumber>, limit: u32) -> Vec<Chat>;
        fn tally_chats(app: Option<AppId>, after: Option<(AppId, ChatNumber)>, limit: u32) -> Vec<ChatTally>;
        fn tally_application(app: AppId) -> (u64, u64);
        fn tally_applications(after: Option<AppId>, limit: u32) -> Vec<ApplicationTally>;
        fn recount(sequence: Sequence, seen: u64) -> Recounted;
    }
    fn walk_tallies(&self, app: Option<AppId>) -> BoxStream<'static, Outcome<Vec<ChatTally>>> {
        self.pages(move |store| store.walk_tallies(app))
    }
}

hand_on! {
    Messages of Store: {
        fn message(key: MessageKey) -> Option<Message>;
        fn messages(app: AppId, chat: ChatNumber, window: Window) -> Vec<Message>;
        fn messages_by_key(keys: &[MessageKey]) -> Vec<Message>;
        fn scan_messages(
            app: Option<AppId>, chat: Option<ChatNumber>, after: Option<MessageKey>, limit: u32
        ) -> Vec<Message>;
        fn messages_numbered(number: MessageNumber, after: Option<MessageKey>, limit: u32) -> Vec<Message>;
    }
}

hand_on! {
    Ingest of Store: {
        fn persist(batch: &[Logged]) -> Persisted;
        fn restore(steps: Vec<Step>) -> ();
        fn park(dead: &NewDeadLetter) -> i64;
        fn purge(keys_before: Timestamp, limit: u32) -> Purged;
    }
}

hand_on! {
    Numbers of Store: {
        fn recorded() -> Recorded;
        fn lock_confirmation() -> Box<dyn ConfirmationLock>;
        fn evidence(sequence: Sequence) -> Evidence;
        fn publish_gap(gap: Gap, reason: &str) -> Option<Gap>;
        fn give_up(gaps: &[Gap]) -> bool;
        fn gaps(sequence: Sequence) -> Vec<Gap>;
        fn once(key: &KeyHash) -> Option<StoredOnce>;
    }
}

hand_on! {
    DeadLetters of Store: {
        fn dead_letters(filter: &DeadLetterFilter) -> Vec<DeadLetter>;
        fn dead_letter(id: i64) -> Option<DeadLetter>;
        fn dead_letter_of(partition: Partition, entry: EntryId) -> Option<i64>;
        fn count_dead_letters() -> u64;
        fn record_retry(id: i64, failure: Option<&str>, at: Timestamp) -> ();
        fn edit_dead_letter(id: i64, seen: &[u8], payload: &[u8]) -> bool;
        fn original_of_dead_letter(id: i64) -> Option<Vec<u8>>;
    }
}

hand_on! {
    Operations of Store: {
        fn create_operation(kind: &str, params: &Value, at: Timestamp) -> Operation;
        fn operation(id: i64) -> Option<Operation>;
        fn operations(before: Option<i64>, limit: u32) -> Vec<Operation>;
        fn open_operations() -> Vec<Operation>;
        fn update_operation(operation: &Operation) -> bool;
        fn control_operation(id: i64, control: Control) -> bool;
        fn heartbeat(node: &Node) -> ();
        fn nodes() -> Vec<Node>;
        fn log_act(act: &OperatorAct) -> ();
        fn acts(limit: u32) -> Vec<OperatorAct>;
        fn add_backlog(ranges: &[Backlog]) -> ();
        fn backlog(limit: u32) -> Vec<Backlog>;
        fn clear_backlog(range: &Backlog) -> ();
    }
}

hand_on! {
    Directives of Store: {
        fn directives() -> Vec<Directive>;
        fn give_directive(directive: &Directive) -> ();
        fn end_pause(station: Station) -> bool;
    }
}

hand_on! {
    Store: {
        fn ping() -> ();
        fn totals() -> Totals;
    }
    async fn close(&self) {
        if let Some(part) = self.opened.get() {
            part.close().await;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use futures::FutureExt as _;

    use super::*;
    use crate::search::off::SearchOff;

    #[tokio::test]
    async fn what_does_not_answer_is_named_after_as_long_as_was_allowed() {
        let patience = Duration::from_millis(1);
        let never: Lazy<dyn Search> = Lazy::new(Part::Search, patience, || futures::future::pending().boxed());
        let fault = never.status().await.expect_err("nobody answers");
        assert_eq!(fault.to_string(), "the search could not answer within 0.001 s");
        assert!(fault.is_transient());
    }

    #[tokio::test]
    async fn a_part_is_opened_once_it_can_be_and_not_before_it_is_asked() {
        static TRIES: AtomicU32 = AtomicU32::new(0);
        let open = || {
            let first = TRIES.fetch_add(1, Ordering::Relaxed) == 0;
            let opened: Outcome<Arc<dyn Search>> =
                if first { Err(Fault::new(Part::Search, Kind::Unavailable, "start")) } else { Ok(Arc::new(SearchOff)) };
            futures::future::ready(opened).boxed()
        };
        let part: Lazy<dyn Search> = Lazy::new(Part::Search, Duration::from_secs(5), open);
        part.close().await;
        assert_eq!(TRIES.load(Ordering::Relaxed), 0);
        part.refresh().await.expect_err("it is not there yet");
        part.refresh().await.expect("it is there");
        part.refresh().await.expect("it is there");
        assert_eq!(TRIES.load(Ordering::Relaxed), 2);
    }
}
