//! From accepting to the rows and the index, over the embedded adapters, without HTTP: what happens to entries, and to
//! numbers when a file is lost.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chat_shared::clock::{Clock, SystemClock};
use chat_shared::config::Config;
use chat_shared::domain::{AppId, MessageState, Sequence, Token};
use chat_shared::numbering::{MessageSeen, NewMessage, Refusal, RequestContext, Sight as _};
use chat_shared::queue::{Entry, EntryId, Group, Job, Receipt};
use chat_shared::search::{Query, Scope};
use chat_shared::store::{DeadLetterFilter, Logged, MessageKey, NewApplication};
use chatd::lifecycle::Lifecycle;
use chatd::parts::Parts;

use crate::support::process::until;

const CAPACITY: u32 = 1_000;
const SOON: Duration = Duration::from_mins(1);

/// The parts of an installation with workers, without a server.
struct Plant {
    parts: Parts,
    lifecycle: Lifecycle,
}

impl Plant {
    async fn start(data: &Path) -> Self {
        let mut config = Config::with_data(data);
        config.queue.capacity = CAPACITY;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let parts = Parts::open(&config, Arc::clone(&clock)).await.expect("opens");
        let lifecycle = Lifecycle::new();
        parts.spawn_workers(&config, &lifecycle);
        Self { parts, lifecycle }
    }

    /// Stops in order, as SIGTERM would.
    async fn stop(self) {
        self.lifecycle.stop();
        let exit = self.lifecycle.run(SOON, self.parts.close()).await;
        assert_eq!(exit.code(), 0);
    }

    async fn tenant(&self) -> AppId {
        let new =
            NewApplication { token: Token::from_random([7; 16]), name: "demo".into(), at: self.parts.clock.now() };
        self.parts.numbering.create_application(&new).await.expect("created").id
    }

    async fn post(&self, app: AppId, chat: u32, contents: &[&str]) -> Result<Receipt, Refusal> {
        let new = |content: &&str| NewMessage { content: (*content).to_owned(), sender: None, sent_at: None };
        self.parts.numbering.create_messages(app, chat, contents.iter().map(new).collect(), &context()).await
    }

    async fn persisted(&self, app: AppId, chat: u32, receipt: Receipt) {
        let sequence = Sequence::Messages(app, chat);
        assert!(self.parts.numbering.persisted(sequence, receipt.last_id, SOON).await.expect("answers"));
    }

    async fn see(&self, app: AppId, chat: u32, number: u32) -> MessageSeen {
        self.parts.numbering.see_message(MessageKey { app, chat, number }, SOON).await.expect("answers")
    }
}

fn context() -> RequestContext {
    RequestContext { request_id: "test".into(), wait: SOON, once: None }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_to_a_chat_created_a_moment_ago_is_numbered_persisted_counted_and_found() {
    let dir = tempfile::tempdir().expect("a folder");
    let plant = Plant::start(dir.path()).await;
    let app = plant.tenant().await;
    let chat = plant.parts.numbering.create_chat(app, Some("lobby".into()), &context()).await.expect("accepted");
    let receipt = plant.post(app, chat.first, &["Hello, Wörld", "second"]).await.expect("accepted");
    assert_eq!((chat.first, receipt.first, receipt.count), (1, 1, 2));
    assert!(matches!(plant.see(app, 1, 2).await, MessageSeen::Here(message) if message.content == "second"));
    plant.persisted(app, 1, receipt).await;
    let stored = plant.parts.store.chat(app, 1).await.expect("answers").expect("is there");
    assert_eq!((stored.title.as_deref(), stored.messages_count), (Some("lobby"), 2));
    let scope = Scope { app, chat: Some(1) };
    until("the message is found", || async {
        let query = Query { scope, text: "o, wor", after: None, descending: false, limit: 10 };
        plant.parts.search.find(&query).await.expect("answers").places == [(1, 1)]
    })
    .await;
    plant.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_poison_entry_alone_becomes_a_dead_letter_and_its_batch_persists() {
    let dir = tempfile::tempdir().expect("a folder");
    let plant = Plant::start(dir.path()).await;
    let app = plant.tenant().await;
    plant.parts.numbering.create_chat(app, None, &context()).await.expect("accepted");
    // No column takes more than 16 MiB; the API's own limit is far below.
    let poison = "x".repeat(16 << 20);
    let mut contents = vec!["good"; 499];
    contents.insert(250, &poison);
    let receipt = plant.post(app, 1, &contents).await.expect("accepted");
    plant.persisted(app, 1, receipt).await;
    let stored = plant.parts.store.chat(app, 1).await.expect("answers").expect("is there");
    assert_eq!(stored.messages_count, 499);
    assert!(matches!(plant.see(app, 1, 251).await, MessageSeen::Here(message) if message.state == MessageState::Dead));
    let filter = DeadLetterFilter { limit: 10, ..DeadLetterFilter::default() };
    let letters = plant.parts.store.dead_letters(&filter).await.expect("lists");
    assert_eq!(
        letters.iter().map(|letter| (letter.number, &*letter.kind)).collect::<Vec<_>>(),
        [(251, "create_message")]
    );
    plant.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_another_entry_holds_is_parked_and_its_counter_is_raised() {
    let dir = tempfile::tempdir().expect("a folder");
    let plant = Plant::start(dir.path()).await;
    let app = plant.tenant().await;
    plant.parts.numbering.create_chat(app, None, &context()).await.expect("accepted");
    let receipt = plant.post(app, 1, &["one"]).await.expect("accepted");
    // Rows of a log that this queue knows nothing of, as after a careless restore.
    let foreign = |number| {
        let content = format!("foreign {number}");
        let job = Job::CreateMessage { content, sender: None, sent_at: None };
        let at = plant.parts.clock.now();
        let entry = Entry { app, chat: Some(1), number, job, at, request_id: "elsewhere".into(), once: None };
        Logged { id: EntryId::new(7, u64::from(number)), partition: Sequence::Messages(app, 1).partition(), entry }
    };
    plant.persisted(app, 1, receipt).await;
    plant.parts.store.persist(&(2..=9).map(foreign).collect::<Vec<_>>()).await.expect("persists");

    let receipt = plant.post(app, 1, &["two"]).await.expect("accepted");
    assert_eq!(receipt.first, 2, "nobody can know yet");
    plant.persisted(app, 1, receipt).await;
    let filter = DeadLetterFilter { limit: 10, ..DeadLetterFilter::default() };
    let letters = plant.parts.store.dead_letters(&filter).await.expect("lists");
    assert!(matches!(&letters[..], [letter] if letter.reason.starts_with("number_conflict")), "{letters:?}");
    assert!(matches!(plant.see(app, 1, 2).await, MessageSeen::Here(message) if message.content == "foreign 2"));
    assert_eq!(plant.post(app, 1, &["ten"]).await.expect("accepted").first, 10);
    plant.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_go_on_after_a_restart_without_a_gap() {
    let dir = tempfile::tempdir().expect("a folder");
    let plant = Plant::start(dir.path()).await;
    let app = plant.tenant().await;
    plant.parts.numbering.create_chat(app, None, &context()).await.expect("accepted");
    plant.post(app, 1, &["one", "two"]).await.expect("accepted");
    plant.stop().await;
    let plant = Plant::start(dir.path()).await;
    assert_eq!(plant.post(app, 1, &["three"]).await.expect("accepted").first, 3);
    plant.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn losing_the_queue_loses_no_row_and_gives_no_number_twice() {
    let dir = tempfile::tempdir().expect("a folder");
    let plant = Plant::start(dir.path()).await;
    let app = plant.tenant().await;
    plant.parts.numbering.create_chat(app, None, &context()).await.expect("accepted");
    let receipt = plant.post(app, 1, &["one", "two"]).await.expect("accepted");
    plant.persisted(app, 1, receipt).await;
    plant.stop().await;
    for file in ["queue.db", "queue.db-wal", "queue.db-shm"] {
        // The write-ahead log goes with a clean stop.
        let _ = std::fs::remove_file(dir.path().join(file));
    }

    let plant = Plant::start(dir.path()).await;
    let receipt = plant.post(app, 1, &["three"]).await.expect("accepted");
    assert_eq!(receipt.first, 2 + CAPACITY + 1, "above everything that may have been given");
    plant.persisted(app, 1, receipt).await;
    assert!(matches!(plant.see(app, 1, 2).await, MessageSeen::Here(message) if message.content == "two"));
    assert!(matches!(plant.see(app, 1, 3).await, MessageSeen::InGap(gap) if (gap.from, gap.to) == (1, 2 + CAPACITY)));
    assert!(matches!(plant.see(app, 1, receipt.first + 1).await, MessageSeen::Absent));
    assert_eq!(plant.post(app, 1, &["four"]).await.expect("accepted").first, receipt.first + 1, "one gap a loss");
    let chat = plant.parts.numbering.create_chat(app, None, &context()).await.expect("accepted");
    assert_eq!(chat.first, 1 + CAPACITY + 1, "chats are numbered by the same rules");
    plant.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_to_a_chat_that_was_never_created_is_refused_and_spends_nothing() {
    let dir = tempfile::tempdir().expect("a folder");
    let plant = Plant::start(dir.path()).await;
    let app = plant.tenant().await;
    assert!(matches!(plant.post(app, 1, &["x"]).await, Err(Refusal::NoSuchChat)));
    assert!(matches!(plant.see(app, 1, 1).await, MessageSeen::NoChat));
    plant.parts.numbering.create_chat(app, None, &context()).await.expect("accepted");
    assert_eq!(plant.post(app, 1, &["x"]).await.expect("accepted").first, 1);
    plant.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_chat_is_gone_for_writers_and_readers() {
    let dir = tempfile::tempdir().expect("a folder");
    let plant = Plant::start(dir.path()).await;
    let app = plant.tenant().await;
    plant.parts.numbering.create_chat(app, None, &context()).await.expect("accepted");
    plant.post(app, 1, &["x"]).await.expect("accepted");
    let receipt = plant.parts.numbering.delete_chat(app, 1, &context()).await.expect("accepted");
    assert!(matches!(plant.post(app, 1, &["y"]).await, Err(Refusal::ChatGone)));
    plant.persisted(app, 1, receipt).await;
    until("its messages are gone", || async { matches!(plant.see(app, 1, 1).await, MessageSeen::ChatDeleted) }).await;
    assert_eq!(plant.parts.numbering.create_chat(app, None, &context()).await.expect("accepted").first, 2);
    plant.stop().await;
}

/// As another process meets it that has not heard of the deletion yet.
#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_application_is_unknown_to_who_would_create_a_chat_in_it() {
    let dir = tempfile::tempdir().expect("a folder");
    let plant = Plant::start(dir.path()).await;
    let app = plant.tenant().await;
    let numbering = &plant.parts.numbering;
    numbering.delete_application(app, &context()).await.expect("accepted");
    assert!(matches!(numbering.create_chat(app, None, &context()).await, Err(Refusal::NoSuchApplication)));
    plant.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_accepted_passes_through_both_groups_and_leaves_the_log() {
    let dir = tempfile::tempdir().expect("a folder");
    let plant = Plant::start(dir.path()).await;
    let app = plant.tenant().await;
    plant.parts.numbering.create_chat(app, None, &context()).await.expect("accepted");
    plant.post(app, 1, &["x"; 300]).await.expect("accepted");
    for group in Group::ALL {
        until("the group is done", || async { plant.parts.queue.group(group).await.expect("answers").depth == 0 })
            .await;
    }
    until("the log is trimmed", || async {
        plant.parts.queue.trim(Duration::ZERO).await.is_ok()
            && plant.parts.queue.log().await.expect("answers").entries == 0
    })
    .await;
    plant.stop().await;
}
