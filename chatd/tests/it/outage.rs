//! Servers that go on running and do less than they should: a database that is read-only or has no connection left, a
//! table that is gone, a Redis whose memory is full, a worker that stands still. What was accepted is kept and persisted,
//! nothing is parked for it, and everything goes on by itself. Only what a database refuses for its own sake is parked. The
//! servers are the story's own, or a database of it.

use std::path::Path;
use std::time::Duration;

use chat_shared::api::client::{Client, ClientError, Paging, WriteOptions};
use chat_shared::api::codes::Code;
use chat_shared::api::types::admin::{DeadLettersQuery, PendingQuery};
use chat_shared::api::types::{CreateMessage, CreateMessages};
use chat_shared::queue::Group;
use rustix::process::Signal;
use tokio::time::Instant;

use crate::support::afterwards::{settled, verified};
use crate::support::home::Home;
use crate::support::nginx::installed;
use crate::support::own_servers::{Servers, mariadb_cli, redis_cli, take_all_connections};
use crate::support::process::{Process, Settings, until};

/// How long a write is waited for before it counts as not persisted.
const NOT_NOW: WriteOptions<'static> =
    WriteOptions { wait: Some(Duration::from_millis(500)), idempotency_key: None, if_match: None, request_id: None };

fn message() -> CreateMessage<'static> {
    CreateMessage { content: "a message".into(), sender: None, sent_at: None }
}

async fn post(client: &Client, token: &str, how: &WriteOptions<'_>) -> Result<(u16, u32), ClientError> {
    let created = client.create_message(token, 1, &message(), how).await?;
    Ok((created.status, created.body.message_number))
}

/// A new application with a chat 1.
async fn tenant(client: &Client) -> String {
    let token = client.create_application("tenant").await.expect("created").body.token;
    client.create_chat(&token, None, &WriteOptions::default()).await.expect("accepted");
    token
}

async fn nothing_is_parked(client: &Client) {
    assert!(client.dead_letters(&DeadLettersQuery::default()).await.expect("lists").items.is_empty());
}

/// A chatd on a MariaDB of its own whose user may do only what users may.
struct OnMariadb {
    chatd: Process,
    token: String,
    port: u16,
    servers: Servers,
}

impl OnMariadb {
    async fn start(folder: &Path) -> Option<Self> {
        installed()?;
        let servers = Servers::up(&folder.join("servers"), &["mariadb"]);
        let port = servers.port("mariadb", 0);
        mariadb_cli(port, "CREATE DATABASE chatd");
        mariadb_cli(port, "CREATE USER chat@127.0.0.1; GRANT ALL ON chatd.* TO chat@127.0.0.1");
        let store = ("CHATD_STORE_URL", format!("mysql://chat@127.0.0.1:{port}/chatd"));
        let chatd = Process::start(&folder.join("data"), &[store]).await;
        let token = tenant(&chatd.client).await;
        settled(&chatd.client).await.expect("persisted");
        Some(Self { chatd, token, port, servers })
    }

    /// What is accepted while the database cannot be written to is persisted once it can again, and not parked. Reads are
    /// answered meanwhile, or so: 503, and when to ask again.
    async fn waits_for(&self, what: &str, reads: Option<Code>, broken: impl AsyncFnOnce(), mended: impl AsyncFnOnce()) {
        let client = &self.chatd.client;
        broken().await;
        let read = client.messages(&self.token, 1, &Paging::default()).await;
        match (read, reads) {
            (Ok(_), None) => {}
            (Err(cause), Some(code)) => {
                assert_eq!((cause.status(), cause.code()), (Some(503), Some(code)), "{what}: {cause:?}");
                assert!(cause.retryable() && cause.retry_after().is_some(), "{what}: {cause:?}");
            }
            (read, _) => panic!("{what}: {read:?}"),
        }
        let (status, first) = post(client, &self.token, &NOT_NOW).await.expect(what);
        assert_eq!(status, 202, "{what}: accepted, and not persisted");
        let (_, second) = post(client, &self.token, &NOT_NOW).await.expect(what);
        assert_eq!(second, first + 1, "{what}: numbers stay dense");
        mended().await;
        settled(client).await.expect("it goes on by itself");
        for number in [first, second] {
            client.message(&self.token, 1, number).await.expect("it is there");
        }
        nothing_is_parked(client).await;
    }

    fn tell(&self, sql: &str) {
        mariadb_cli(self.port, sql);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_cannot_be_written_to_is_waited_for_and_nothing_is_parked() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(on) = OnMariadb::start(folder.path()).await else { return };
    let tell = |sql: &'static str| async { on.tell(sql) };
    on.waits_for(
        "read-only",
        None,
        async || tell("SET GLOBAL read_only = 1").await,
        async || tell("SET GLOBAL read_only = 0").await,
    )
    .await;
    let damaged = Some(Code::StoreDamaged);
    for (table, reads) in [("messages", damaged), ("chats", damaged), ("applications", damaged), ("partitions", None)] {
        on.waits_for(
            &format!("{table} is gone"),
            reads,
            async || on.tell(&format!("RENAME TABLE chatd.{table} TO chatd.elsewhere")),
            async || on.tell(&format!("RENAME TABLE chatd.elsewhere TO chatd.{table}")),
        )
        .await;
    }
    on.waits_for(
        "a column is gone",
        damaged,
        async || tell("ALTER TABLE chatd.messages RENAME COLUMN sender TO sendr").await,
        async || tell("ALTER TABLE chatd.messages RENAME COLUMN sendr TO sender").await,
    )
    .await;
    let held = tokio::sync::Mutex::new(Vec::new());
    on.waits_for(
        "no connection is left",
        Some(Code::StoreUnavailable),
        async || *held.lock().await = take_all_connections(on.port).await,
        async || {
            held.lock().await.clear();
            on.tell("SET GLOBAL max_connections = 500");
        },
    )
    .await;
    verified(&on.chatd.client, None).await.expect("everything agrees");
    on.chatd.terminate().await;
    drop(on.servers);
}

/// How long the others of a batch may take where one of its entries is refused, on a machine that is busy with other tests.
const WITHOUT_THE_REFUSED: Duration = Duration::from_secs(10);

#[tokio::test(flavor = "multi_thread")]
async fn of_a_batch_of_500_the_row_that_a_database_refuses_is_parked_alone_and_can_be_tried_again() {
    let Some(home) = Home::create().await else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let chatd = Process::start(&folder.path().join("data"), &home.settings()).await;
    let client = &chatd.client;
    let token = tenant(client).await;
    settled(client).await.expect("the chat is persisted");
    home.meddle("ALTER TABLE messages ADD CONSTRAINT no_poison CHECK (message_content <> 'poison')").await;
    let content = |number| if number == 251 { "poison".to_owned() } else { format!("message {number}") };
    let new = |number| CreateMessage { content: content(number).into(), sender: None, sent_at: None };
    let messages = CreateMessages { messages: (1..=500).map(new).collect() };
    let begun = Instant::now();
    client.create_messages(&token, 1, &messages, &WriteOptions::default()).await.expect("accepted");
    let counted = async || client.chat(&token, 1).await.expect("answers").chat.messages_count;
    until("the others are persisted", || async { counted().await == 499 }).await;
    assert!(begun.elapsed() < WITHOUT_THE_REFUSED, "only after {:?}", begun.elapsed());
    settled(client).await.expect("nothing is left");

    let letters = client.dead_letters(&DeadLettersQuery::default()).await.expect("lists").items;
    let [letter] = &letters[..] else { panic!("{letters:?}") };
    assert_eq!((letter.number, &*letter.kind), (251, "create_message"));
    assert!(letter.reason.contains("no_poison"), "{}", letter.reason);
    let gone = client.message(&token, 1, 251).await.expect_err("it is parked");
    assert_eq!((gone.status(), gone.code()), (Some(410), Some(Code::MessageGone)));
    for number in [1, 250, 252, 500] {
        let read = client.message(&token, 1, number).await.expect("persisted").body;
        assert_eq!(read.message_content, Some(content(number)));
    }

    home.meddle("ALTER TABLE messages DROP CONSTRAINT no_poison").await;
    client.retry_dead_letter(letter.id).await.expect("persisted now");
    assert_eq!(counted().await, 500);
    settled(client).await.expect("nothing is left");
    verified(client, None).await.expect("everything agrees");
    chatd.terminate().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redis_whose_memory_is_full_refuses_for_a_while_and_no_number_is_left_out() {
    if installed().is_none() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let servers = Servers::up(&folder.path().join("servers"), &["redis"]);
    let port = servers.port("redis", 0);
    let settings = [("CHATD_QUEUE_URL", servers.url("redis"))];
    let chatd = Process::start(&folder.path().join("data"), &settings).await;
    let token = tenant(&chatd.client).await;
    assert_eq!(post(&chatd.client, &token, &WriteOptions::default()).await.expect("accepted").1, 1);
    assert_eq!(redis_cli(port, &["CONFIG", "SET", "maxmemory", "1"]), "OK");
    let refused = post(&chatd.client, &token, &WriteOptions::default()).await.expect_err("there is no room");
    assert_eq!((refused.status(), refused.code()), (Some(503), Some(Code::QueueFull)), "{refused:?}");
    assert!(refused.retryable() && refused.retry_after().is_some(), "{refused:?}");
    assert_eq!(redis_cli(port, &["CONFIG", "SET", "maxmemory", "0"]), "OK");
    assert_eq!(post(&chatd.client, &token, &WriteOptions::default()).await.expect("accepted").1, 2);
    settled(&chatd.client).await.expect("persisted");
    verified(&chatd.client, None).await.expect("everything agrees");
    chatd.terminate().await;
}

/// A worker that takes a batch and holds it for a while before it works on it.
fn slow(settings: &Settings) -> Vec<(&'static str, String)> {
    let slow = [("CHATD_WORKER_NODE", "slow".to_owned()), ("CHATD_WORKER_LINGER", "3s".to_owned())];
    [settings, &slow].concat()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_stood_still_with_a_batch_in_hand_undoes_nothing_when_it_goes_on() {
    let Some(home) = Home::create().await else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let data = |name: &str| folder.path().join(name);
    let role = |role: &str| ("CHATD_ROLE", role.to_owned());
    let soon = [
        ("CHATD_WORKER_BATCH_DEADLINE", "100ms".to_owned()),
        ("CHATD_WORKER_CLAIM_IDLE", "500ms".to_owned()),
        ("CHATD_SEARCH_URL", "none".to_owned()),
    ];
    let api = Process::start(&data("api"), &home.settings_but(&[&soon[..], &[role("api")]].concat())).await;
    let workers = home.settings_but(&[&soon[..], &[role("worker")]].concat());
    let client = &api.client;
    let token = tenant(client).await;
    let stopped = Process::start(&data("slow"), &slow(&workers)).await;
    settled(client).await.expect("the chat is persisted");
    // At once, so that one read takes them all.
    let messages = CreateMessages { messages: vec![message(); 3] };
    client.create_messages(&token, 1, &messages, &WriteOptions::default()).await.expect("accepted");
    until("the slow one has them in hand", || async {
        let held = client.pending(Group::Persist, &PendingQuery::default()).await.expect("lists").items;
        held.len() == 3 && held.iter().all(|entry| entry.consumer == "slow")
    })
    .await;
    stopped.signal(Signal::STOP);

    let other = Process::start(&data("other"), &workers).await;
    let wait = WriteOptions { wait: Some(Duration::from_secs(5)), ..WriteOptions::default() };
    let changed = client.update_message(&token, 1, 1, "changed", &wait).await.expect("accepted");
    assert_eq!(changed.status, 200, "the other one has taken the batch over");
    client.delete_message(&token, 1, 2, &wait).await.expect("deleted");
    settled(client).await.expect("the other one has done everything");
    let seen = async || client.messages(&token, 1, &Paging::default()).await.expect("lists").body;
    let before = seen().await;

    stopped.signal(Signal::CONT);
    until("the slow one has worked on its batch", || async {
        let metrics = stopped.client.metrics().await.expect("answers");
        let batches =
            metrics.lines().find_map(|line| line.strip_prefix("chatd_batch_seconds_count{group=\"persist\"} "));
        // The first one brought the chat.
        batches.and_then(|count| count.parse::<u32>().ok()).is_some_and(|count| count >= 2)
    })
    .await;
    settled(client).await.expect("nothing is left");
    assert_eq!(seen().await, before);
    let contents: Vec<_> = before.iter().map(|message| message.message_content.as_deref()).collect();
    assert_eq!(contents, [Some("changed"), None, Some("a message")]);
    nothing_is_parked(client).await;
    verified(client, None).await.expect("everything agrees");
    for process in [stopped, other, api] {
        process.terminate().await;
    }
}
