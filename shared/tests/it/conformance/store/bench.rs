//! What every story of the store gets: a fresh store that can be closed and opened again, a clock, and entries as a log
//! gives them.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use async_trait::async_trait;
use chat_shared::clock::{ManualClock, Timestamp};
use chat_shared::domain::{AppId, ChatNumber, Message, MessageNumber, Token};
use chat_shared::queue::{Entry, EntryId, Job, Once, Record};
use chat_shared::store::{
    ChatTally, Logged, MessageKey, NewApplication, NewDeadLetter, Order, Persisted, Store, Window,
};
use futures::TryStreamExt as _;

/// Where an adapter's data is: opens it, again and again.
#[async_trait]
pub trait Home: Send + Sync {
    /// A store over the data.
    async fn open(&self, clock: Arc<ManualClock>) -> Arc<dyn Store>;
}

/// A store under test.
pub struct Bench {
    pub store: Arc<dyn Store>,
    pub clock: Arc<ManualClock>,
    home: Box<dyn Home>,
    ids: AtomicU64,
}

/// The moment at which stories begin: times are told as milliseconds after it.
pub const DAWN: i64 = 1_700_000_000_000;

pub fn at(ms: i64) -> Timestamp {
    Timestamp::from_millis(DAWN + ms)
}

pub fn id(n: u64) -> EntryId {
    EntryId::first_at(at(0)).plus(n)
}

impl Bench {
    pub async fn new(home: Box<dyn Home>) -> Self {
        let clock = Arc::new(ManualClock::at(at(0)));
        let store = home.open(Arc::clone(&clock)).await;
        Self { store, clock, home, ids: AtomicU64::new(1) }
    }

    /// Closes the store and opens it again.
    pub async fn reopen(&mut self) {
        self.store.close().await;
        self.store = self.home.open(Arc::clone(&self.clock)).await;
    }

    /// A new application.
    pub async fn application(&self) -> AppId {
        let n = self.ids.fetch_add(1, Ordering::Relaxed);
        let new = NewApplication { token: Token::new(format!("token-{n}")), name: format!("name-{n}"), at: at(0) };
        self.store.create_application(&new).await.expect("created").id
    }

    /// An application with a chat 1 that is persisted.
    pub async fn chat(&self) -> AppId {
        let app = self.application().await;
        self.persist(&[self.create_chat(app, 1, Some("one"))]).await;
        app
    }

    /// A chat 1 with messages 1 to `count`, `text-1` and so on.
    pub async fn messages(&self, count: u32) -> AppId {
        let app = self.chat().await;
        let batch: Vec<_> = (1..=count).map(|n| self.create_message(app, 1, n, &format!("text-{n}"))).collect();
        for batch in batch.chunks(1_000) {
            self.persist(batch).await;
        }
        app
    }

    pub async fn persist(&self, batch: &[Logged]) -> Persisted {
        self.store.persist(batch).await.expect("persisted")
    }

    /// The next entry of the log.
    pub fn entry(&self, app: AppId, chat: Option<ChatNumber>, number: u32, job: Job) -> Logged {
        let n = self.ids.fetch_add(1, Ordering::Relaxed);
        logged(n, app, chat, number, job)
    }

    pub fn create_chat(&self, app: AppId, number: ChatNumber, title: Option<&str>) -> Logged {
        self.entry(app, None, number, Job::CreateChat { title: title.map(str::to_owned) })
    }

    pub fn update_chat(&self, app: AppId, chat: ChatNumber, title: &str) -> Logged {
        self.entry(app, Some(chat), 0, Job::UpdateChat { title: title.to_owned() })
    }

    pub fn delete_chat(&self, app: AppId, chat: ChatNumber) -> Logged {
        self.entry(app, Some(chat), 0, Job::DeleteChat)
    }

    pub fn create_message(&self, app: AppId, chat: ChatNumber, number: MessageNumber, content: &str) -> Logged {
        let job = Job::CreateMessage { content: content.to_owned(), sender: None, sent_at: None };
        self.entry(app, Some(chat), number, job)
    }

    pub fn update_message(&self, app: AppId, chat: ChatNumber, number: MessageNumber, content: &str) -> Logged {
        self.entry(app, Some(chat), number, Job::UpdateMessage { content: content.to_owned() })
    }

    pub fn delete_message(&self, app: AppId, chat: ChatNumber, number: MessageNumber) -> Logged {
        self.entry(app, Some(chat), number, Job::DeleteMessage)
    }

    pub async fn message(&self, app: AppId, chat: ChatNumber, number: MessageNumber) -> Option<Message> {
        self.store.message(MessageKey { app, chat, number }).await.expect("read")
    }

    pub async fn messages_count(&self, app: AppId, chat: ChatNumber) -> u64 {
        self.store.chat(app, chat).await.expect("read").expect("there").messages_count
    }

    pub async fn chats_count(&self, app: AppId) -> u64 {
        self.store.application(app).await.expect("read").expect("there").chats_count
    }

    /// Checks that what is counted is what is there.
    pub async fn counts_are_exact(&self) {
        let tallies = self.tallies().await;
        for tally in &tallies {
            let live = if tally.deleted { 0 } else { tally.live };
            let stored =
                if self.store.application(tally.app).await.expect("read").is_some() { tally.stored_count } else { 0 };
            assert_eq!(stored, live, "{tally:?}");
        }
        assert_eq!(self.walk(None).await, tallies);
        let mut totals = chat_shared::store::Totals::default();
        for app in self.store.applications(None, None, 1_000).await.expect("listed") {
            let (stored, counted) = self.store.tally_application(app.id).await.expect("counted");
            assert_eq!((stored, app.chats_count), (counted, counted), "{app:?}");
            totals.applications += 1;
            totals.chats += counted;
            let tallies = self.store.tally_chats(Some(app.id), None, 1_000_000).await.expect("counted");
            assert_eq!(self.walk(Some(app.id)).await, tallies);
            totals.messages += tallies.iter().filter(|tally| !tally.deleted).map(|tally| tally.live).sum::<u64>();
        }
        assert_eq!(self.store.totals().await.expect("totals"), totals);
    }

    /// All chats counted, page by page.
    async fn tallies(&self) -> Vec<ChatTally> {
        let mut tallies: Vec<ChatTally> = Vec::new();
        loop {
            let after = tallies.last().map(|last| (last.app, last.chat));
            let page = self.store.tally_chats(None, after, 100).await.expect("counted");
            if page.is_empty() {
                return tallies;
            }
            tallies.extend(page);
        }
    }

    /// All chats counted on a walk.
    pub async fn walk(&self, app: Option<AppId>) -> Vec<ChatTally> {
        let pages: Vec<_> = self.store.walk_tallies(app).try_collect().await.expect("counted");
        pages.concat()
    }
}

/// An entry of the log with a given place.
pub fn logged(n: u64, app: AppId, chat: Option<ChatNumber>, number: u32, job: Job) -> Logged {
    let at = at(i64::try_from(n).expect("small"));
    let entry = Entry { app, chat, number, job, at, request_id: "r".into(), once: None };
    Logged { id: id(n), partition: entry.sequence().partition(), entry }
}

pub fn with_key(mut logged: Logged, key: [u8; 32], count: u32, index: u32) -> Logged {
    logged.entry.once = Some(Once { key, body: [9; 32], count, index });
    logged
}

/// The dead letter of an entry.
pub fn dead(logged: &Logged, reason: &str) -> NewDeadLetter {
    let record = Record {
        id: logged.id,
        partition: logged.partition,
        number: logged.entry.number,
        payload: logged.entry.encode(),
    };
    NewDeadLetter {
        record,
        kind: logged.entry.job.kind().to_owned(),
        reason: reason.to_owned(),
        attempts: 5,
        at: at(50),
        last_at: at(50),
    }
}

pub fn window(after: Option<u32>, before: Option<u32>, limit: u32, order: Order) -> Window {
    Window { after, before, limit, order }
}

pub fn numbers(messages: &[Message]) -> Vec<u32> {
    messages.iter().map(|message| message.number).collect()
}
