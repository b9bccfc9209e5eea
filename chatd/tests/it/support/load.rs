//! The load: fifty clients in some chats, each repeating a request with its key until it is answered, as a client must that
//! does not know whether it was accepted.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chat_shared::api::client::{Client, ClientError, WriteOptions};
use chat_shared::api::types::CreateMessage;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

use super::history::History;

/// Clients that write at once.
pub const CLIENTS: u32 = 50;

/// How long a client waits before it repeats.
const REPEAT_AFTER: Duration = Duration::from_millis(20);

/// What chatd promises of a request (`http.deadline`), and what a busy machine adds to it (I8).
const DEADLINE: Duration = Duration::from_secs(15);

/// Clients that are writing.
pub struct Load {
    clients: JoinSet<()>,
    stop: watch::Sender<bool>,
    seen: Arc<Seen>,
}

/// What clients saw.
#[derive(Default)]
struct Seen {
    history: History,
    answers: Mutex<Vec<Instant>>,
    /// What must never be answered, however broken something is: 500, 404, or nothing at all (I8, I9); how often.
    wrong: Mutex<BTreeMap<String, usize>>,
    failed: AtomicUsize,
}

/// What a load came to.
pub struct Wrote {
    /// Every answer.
    pub history: History,
    /// The longest time without any answer to anyone.
    pub longest_outage: Duration,
    /// Answers that must never be, with how often they were.
    pub wrong: BTreeMap<String, usize>,
    /// Requests that failed, and were repeated.
    pub failed: usize,
}

impl Load {
    /// Begins to write into the first `chats` of an application; the client that requests go through may change meanwhile.
    pub fn begin(clients: &watch::Receiver<Client>, token: &str, chats: u32) -> Self {
        let contents = Arc::new(contents());
        let (stop, stopping) = watch::channel(false);
        let seen = Arc::new(Seen::default());
        let mut running = JoinSet::new();
        for number in 0..CLIENTS {
            let writer = Writer {
                number,
                clients: clients.clone(),
                token: token.to_owned(),
                contents: Arc::clone(&contents),
                chats,
                stopping: stopping.clone(),
                seen: Arc::clone(&seen),
            };
            running.spawn(writer.run());
        }
        Self { clients: running, stop, seen }
    }

    /// Answers so far.
    pub fn answered(&self) -> usize {
        self.seen.history.len()
    }

    /// Lets every client finish its request.
    pub async fn end(self) -> Wrote {
        self.stop.send_replace(true);
        self.clients.join_all().await;
        let seen = Arc::into_inner(self.seen).expect("every client has ended");
        let mut answers = seen.answers.into_inner().unwrap_or_else(PoisonError::into_inner);
        answers.sort_unstable();
        let outages = answers.windows(2).map(|pair| pair[1].duration_since(pair[0]));
        let longest_outage = outages.max().unwrap_or_default();
        let wrong = seen.wrong.into_inner().unwrap_or_else(PoisonError::into_inner);
        Wrote { history: seen.history, longest_outage, wrong, failed: seen.failed.into_inner() }
    }
}

/// One client.
struct Writer {
    number: u32,
    clients: watch::Receiver<Client>,
    token: String,
    contents: Arc<Vec<String>>,
    chats: u32,
    stopping: watch::Receiver<bool>,
    seen: Arc<Seen>,
}

impl Writer {
    async fn run(self) {
        let mut sent = 0;
        while !*self.stopping.borrow() {
            let real = &self.contents[(sent * 31 + self.number as usize) % self.contents.len()];
            // Told apart from every other message, so that a number answered for two contents shows.
            let content = format!("{real} ({sent} of {})", self.number);
            let chat = 1 + self.number % self.chats;
            let key = format!("{}-{sent}", self.number);
            let number = self.post(chat, &content, &key).await;
            self.seen.answers.lock().unwrap_or_else(PoisonError::into_inner).push(Instant::now());
            self.seen.history.note(chat, number, content);
            sent += 1;
        }
    }

    async fn post(&self, chat: u32, content: &str, key: &str) -> u32 {
        let message = CreateMessage { content: Cow::Borrowed(content), sender: None, sent_at: None };
        let options = WriteOptions { idempotency_key: Some(key), ..WriteOptions::default() };
        loop {
            let client = self.clients.borrow().clone();
            let begun = Instant::now();
            match client.create_message(&self.token, chat, &message, &options).await {
                Ok(answer) => return answer.body.message_number,
                Err(cause) => self.judge(&cause, begun.elapsed()),
            }
            sleep(REPEAT_AFTER).await;
        }
    }

    fn judge(&self, cause: &ClientError, took: Duration) {
        self.seen.failed.fetch_add(1, Ordering::Relaxed);
        let allowed = cause.retryable() && cause.status() != Some(500);
        let wrong = if took > DEADLINE {
            format!("no answer within {DEADLINE:?}")
        } else if !allowed {
            format!("{cause}")
        } else {
            return;
        };
        *self.seen.wrong.lock().unwrap_or_else(PoisonError::into_inner).entry(wrong).or_default() += 1;
    }
}

/// Real messages: the project's sample.
fn contents() -> Vec<String> {
    let sample = include_str!("../../../../samples/irc-sample.ndjson");
    let content = |line: &str| {
        let line: serde_json::Value = serde_json::from_str(line).expect("a message");
        line["content"].as_str().expect("text").to_owned()
    };
    sample.lines().map(content).collect()
}
