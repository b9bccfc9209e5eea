//! Many clients at once, with and without chatd being killed under them: numbers stay dense, none is given twice, and
//! everything that was answered is there.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use chat_shared::api::client::{Client, WriteOptions};
use chat_shared::api::types::CreateMessage;
use chat_shared::api::types::admin::{StartOperation, VerifyParams, VerifyReport};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use crate::support::history::History;
use crate::support::process::{Process, until};

const CLIENTS: u32 = 50;
const CHATS: u32 = 4;
const KILLS: u32 = 20;

/// The whole story must end within this, whatever hangs.
const STORY: Duration = Duration::from_mins(4);

#[tokio::test(flavor = "multi_thread")]
async fn fifty_clients_in_four_chats_get_dense_numbers_and_each_is_stored_once() {
    let dir = tempfile::tempdir().expect("a folder");
    let process = Process::start(&dir.path().join("data")).await;
    let token = tenant(&process.client).await;
    let (_keep, current) = watch::channel(process.client.clone());
    let (stop, stopping) = watch::channel(false);
    let history = Arc::new(History::default());
    let clients = clients(&current, &token, &history, &stopping);
    until("two thousand answers", || async { history.len() >= 2_000 }).await;
    stop.send_replace(true);
    finish(clients).await;
    persisted(&process.client, &token).await;
    must_be_stored(&history, &process.client, &token).await;
    verified(&process.client).await;
    process.terminate().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn chatd_killed_twenty_times_loses_doubles_and_skips_no_number() {
    let dir = tempfile::tempdir().expect("a folder");
    let data = dir.path().join("data");
    let mut process = Process::start(&data).await;
    let token = tenant(&process.client).await;
    let (announce, current) = watch::channel(process.client.clone());
    let (stop, stopping) = watch::channel(false);
    let history = Arc::new(History::default());
    let clients = clients(&current, &token, &history, &stopping);
    for kill in 0..KILLS {
        let answered = history.len();
        until("chatd answers again", || async { history.len() > answered + 20 }).await;
        // Any moment between one commit and the next, the same in each run of the test.
        sleep(Duration::from_millis(u64::from(kill * 37 % 200))).await;
        process.kill();
        process = Process::start(&data).await;
        announce.send_replace(process.client.clone());
    }
    stop.send_replace(true);
    finish(clients).await;
    persisted(&process.client, &token).await;
    must_be_stored(&history, &process.client, &token).await;
    verified(&process.client).await;
}

async fn tenant(client: &Client) -> String {
    let token = client.create_application("crash").await.expect("an application").body.token;
    for number in 1..=CHATS {
        let chat = client.create_chat(&token, None, &WriteOptions::default()).await.expect("a chat");
        assert_eq!(chat.body.chat_number, number);
    }
    token
}

type Clients = Vec<tokio::task::JoinHandle<()>>;

fn clients(
    current: &watch::Receiver<Client>,
    token: &str,
    history: &Arc<History>,
    stopping: &watch::Receiver<bool>,
) -> Clients {
    let one = |client: u32| {
        let (current, token) = (current.clone(), token.to_owned());
        let (history, stopping) = (Arc::clone(history), stopping.clone());
        tokio::spawn(async move {
            let mut sent = 0;
            while !*stopping.borrow() {
                let content = format!("message {sent} of client {client}");
                let chat = 1 + client % CHATS;
                let number = post_until_answered(&current, &token, chat, &content).await;
                history.note(chat, number, content);
                sent += 1;
            }
        })
    };
    (0..CLIENTS).map(one).collect()
}

/// Repeats the request with its key, as a client must that does not know whether it was accepted.
async fn post_until_answered(current: &watch::Receiver<Client>, token: &str, chat: u32, content: &str) -> u32 {
    let key = content.replace(' ', "-");
    let message = CreateMessage { content: Cow::Borrowed(content), sender: None, sent_at: None };
    let options = WriteOptions { idempotency_key: Some(&key), ..WriteOptions::default() };
    loop {
        let client = current.borrow().clone();
        match client.create_message(token, chat, &message, &options).await {
            Ok(answer) => return answer.body.message_number,
            Err(cause) => {
                assert!(cause.retryable() || cause.outcome_unknown(), "not to be repeated: {cause:?}");
                sleep(Duration::from_millis(10)).await;
            }
        }
    }
}

async fn finish(clients: Clients) {
    let all = futures::future::join_all(clients);
    for ended in timeout(STORY, all).await.expect("the clients end") {
        ended.expect("no client failed");
    }
}

/// Waits until everything accepted by now is persisted: the last message of each chat answers so.
async fn persisted(client: &Client, token: &str) {
    for chat in 1..=CHATS {
        let message = CreateMessage { content: Cow::Borrowed("the last one"), sender: None, sent_at: None };
        let options = WriteOptions { wait: Some(Duration::from_secs(20)), ..WriteOptions::default() };
        let answer = client.create_message(token, chat, &message, &options).await.expect("accepted");
        assert_eq!(answer.status, 201, "chat {chat} is not persisted in time");
    }
}

/// Every answered number is stored once with its content, none was answered for two contents, and in every chat the
/// numbers are 1, 2, 3 … (I1, I2, I3).
async fn must_be_stored(history: &History, client: &Client, token: &str) {
    let judgement = history.judge(client, token).await;
    assert!(judgement.is_clean() && judgement.in_gaps == 0, "{judgement:?}");
}

/// What `chatctl verify --all` asks for: every counter, row and index entry against each other.
async fn verified(client: &Client) {
    let params = VerifyParams { samples: None, ..VerifyParams::default() };
    let id = client.start_operation(&StartOperation::verify(&params)).await.expect("starts").id;
    until("it is verified", || async { client.operation(id).await.expect("is there").state.is_final() }).await;
    let ended = client.operation(id).await.expect("is there");
    let report: VerifyReport = serde_json::from_value(ended.result.clone()).unwrap_or_else(|_| panic!("{ended:?}"));
    assert!(report.ok && report.checked.looked_up > 0, "{report:?}");
}
