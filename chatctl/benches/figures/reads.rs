//! Reading one message, and a page of 50, with 5,000,000 messages in the store against the same with 5,000.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use chat_shared::api::client::{Client, Paging};
use chat_shared::clock::{Clock, SystemClock, Timestamp};
use chat_shared::domain::{Sequence, Token};
use chat_shared::queue::{Entry, EntryId, Job};
use chat_shared::store::sqlite::SqliteStore;
use chat_shared::store::{Applications as _, Ingest as _, Logged, NewApplication, Store as _};

use super::process::Chatd;
use super::report::{Report, percentile};
use super::texts;

const FEW: u32 = 5_000;
const MANY: u32 = 5_000_000;

/// Messages of a chat: many chats, as an installation of this size has.
const OF_CHAT: u32 = 5_000;

const READS: u32 = 3_000;

pub fn measure(report: &mut Report) {
    let folder = tempfile::tempdir().expect("a folder");
    let contents = texts::contents();
    let (few, many) = (folder.path().join("few"), folder.path().join("many"));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let begun = Instant::now();
    let tokens = runtime.block_on(async {
        (generate(&few, FEW, OF_CHAT, &contents).await, generate(&many, MANY, OF_CHAT, &contents).await)
    });
    eprintln!("  {MANY} messages generated in {:.0} s", begun.elapsed().as_secs_f64());
    // Not what is measured here, and it would index all of them first.
    let without_search = ["--search", "none"];
    let small = Chatd::start(&few, &without_search);
    drop(Chatd::start(&many, &without_search));
    let large = Chatd::start(&many, &without_search);
    let start = large.ready_after.as_secs_f64() * 1_000.0;
    report.figure("start to ready with 5,000,000 messages", format!("{start:.0} ms"), "< 200 ms");
    let (few, many) = runtime.block_on(async {
        // In turns, so that what changes on the machine meets both.
        let (mut few, mut many) = (Times::default(), Times::default());
        for turn in 0..READS {
            few.read(&small, &tokens.0, FEW, turn).await;
            many.read(&large, &tokens.1, MANY, turn).await;
        }
        (few, many)
    });
    let mut compare = |what: &str, mut few: Vec<f64>, mut many: Vec<f64>| {
        for (name, share) in [("p50", 0.5), ("p99", 0.99)] {
            let floor = percentile(&mut few, share);
            let target = if share < 0.9 { "≤ 1.3" } else { "" };
            report.ratio(&format!("{what}, {name}"), percentile(&mut many, share), ("with 5,000", floor), "ms", target);
        }
    };
    compare("GET one message of 5,000,000", few.one, many.one);
    compare("GET a page of 50", few.page, many.page);
}

/// How long reads took, in milliseconds.
#[derive(Default)]
struct Times {
    client: Option<Client>,
    one: Vec<f64>,
    page: Vec<f64>,
}

impl Times {
    /// Reads a message and a page somewhere else each time.
    async fn read(&mut self, chatd: &Chatd, token: &str, messages: u32, turn: u32) {
        let base = format!("http://{}", chatd.address);
        let client = self.client.get_or_insert_with(|| Client::builder(&base).build().expect("a client"));
        let somewhere = turn.wrapping_mul(2_654_435_761) % messages;
        let (chat, number) = (somewhere / OF_CHAT + 1, somewhere % OF_CHAT + 1);
        let begun = Instant::now();
        client.message(token, chat, number).await.expect("is there");
        self.one.push(begun.elapsed().as_secs_f64() * 1_000.0);
        let begun = Instant::now();
        let page = client.messages(token, chat, &Paging::default().after(number.min(OF_CHAT - 50))).await;
        assert_eq!(page.expect("is there").body.len(), 50);
        self.page.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
}

/// A store with so many messages, `of_chat` of them in each chat, written as a worker writes them; gives its application's
/// token.
pub async fn generate(data: &Path, messages: u32, of_chat: u32, contents: &[String]) -> String {
    std::fs::create_dir_all(data).expect("a folder");
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let store = SqliteStore::open(&data.join("chat.db"), clock).await.expect("opens");
    let token = Token::from_random([7; 16]);
    let text = token.reveal().to_owned();
    let at = Timestamp::from_millis(1_700_000_000_000);
    let app = store.create_application(&NewApplication { token, name: "bench".into(), at }).await.expect("created").id;
    let mut texts = contents.iter().cycle();
    let mut id = EntryId::first_at(at);
    let mut entries = (1..=messages / of_chat)
        .flat_map(|chat| {
            let creation = (None, chat, Job::CreateChat { title: None });
            std::iter::once(creation).chain((1..=of_chat).map(move |number| {
                (
                    Some(chat),
                    number,
                    Job::CreateMessage { content: String::new(), sender: Some("somebody".into()), sent_at: None },
                )
            }))
        })
        .map(|(chat, number, mut job)| {
            if let Job::CreateMessage { content, .. } = &mut job {
                texts.next().expect("a cycle").clone_into(content);
            }
            id = id.next(at);
            let sequence = chat.map_or(Sequence::Chats(app), |chat| Sequence::Messages(app, chat));
            let entry = Entry { app, chat, number, job, at, request_id: "bench".into(), once: None };
            Logged { id, partition: sequence.partition(), entry }
        });
    loop {
        let batch: Vec<Logged> = entries.by_ref().take(1_000).collect();
        if batch.is_empty() {
            break;
        }
        store.persist(&batch).await.expect("persists");
    }
    drop(entries);
    store.close().await;
    text
}
