//! What every story of the search gets: a fresh index that can be closed and opened again, documents, and pages. When a
//! story is over, however it ended, nothing of its index is left.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chat_shared::domain::{AppId, ChatNumber, MessageNumber};
use chat_shared::queue::EntryId;
use chat_shared::search::{Document, Found, Query, Scope, Search};
use futures::FutureExt as _;
use tokio::time::{Instant, sleep};

/// Where a message stands.
pub type Place = (ChatNumber, MessageNumber);

/// How long a page is asked for again.
const PATIENCE: Duration = Duration::from_mins(1);

/// The application of most stories.
pub const APP: AppId = AppId(7);

/// The whole application.
pub const EVERYWHERE: Scope = Scope { app: APP, chat: None };

/// Where an adapter's data is: opens it, again and again.
#[async_trait]
pub trait Home: Send + Sync {
    /// An index over the data.
    async fn open(&self) -> Arc<dyn Search>;

    /// Removes the data.
    async fn remove(&self);
}

/// An index under test.
pub struct Bench {
    pub index: Arc<dyn Search>,
    home: Arc<dyn Home>,
}

impl Bench {
    /// Closes the index and opens it again.
    pub async fn reopen(self) -> Self {
        self.index.close().await;
        Self { index: self.home.open().await, home: self.home }
    }
}

/// Runs a story on a fresh index; not at all where there is no `home` for it.
pub async fn told<F: Future<Output = ()>>(home: Option<Arc<dyn Home>>, story: impl FnOnce(Bench) -> F) {
    let Some(home) = home else { return };
    let bench = Bench { index: home.open().await, home: Arc::clone(&home) };
    let ended = AssertUnwindSafe(story(bench)).catch_unwind().await;
    home.remove().await;
    if let Err(panic) = ended {
        resume_unwind(panic);
    }
}

pub fn in_chat(chat: ChatNumber) -> Scope {
    Scope { app: APP, chat: Some(chat) }
}

/// A message as it was created.
pub fn created(chat: ChatNumber, number: MessageNumber, text: &str) -> Document {
    let version = EntryId::new(1, 0).plus(number.into());
    Document { app: APP, chat, number, version, edited: false, text: Some(text.into()) }
}

/// A message as the `nth` change left it; changes are later than every creation.
pub fn changed(chat: ChatNumber, number: MessageNumber, nth: u64, text: Option<&str>) -> Document {
    let version = EntryId::new(1_000_000, nth);
    Document { app: APP, chat, number, version, edited: true, text: text.map(Into::into) }
}

/// Writes documents, and waits until they are found.
pub async fn index(index: &dyn Search, documents: &[Document]) {
    index.index(documents).await.expect("indexed");
    index.refresh().await.expect("refreshed");
}

/// What one call is asked for, apart from the text and the place.
#[derive(Debug, Clone, Copy)]
pub struct Pages {
    pub scope: Scope,
    pub descending: bool,
    pub limit: u32,
}

/// All candidates, page by page. Each page keeps to the limit, and every place comes once, in order.
pub async fn all_pages(index: &dyn Search, pages: Pages, text: &str) -> Vec<Place> {
    let Pages { scope, descending, limit } = pages;
    let mut found: Vec<Place> = Vec::new();
    let mut after = None;
    loop {
        let page = patiently(index, &Query { scope, text, after, descending, limit }).await;
        assert!(page.places.len() <= limit as usize, "more than asked for");
        found.extend(&page.places);
        assert!(found.is_sorted_by(|a, b| if descending { a > b } else { a < b }), "out of order: {found:?}");
        let Some(resume) = page.resume else { return found };
        assert!(after.is_none_or(|after| if descending { resume < after } else { resume > after }), "does not go on");
        assert!(found.last().is_none_or(|last| if descending { resume <= *last } else { resume >= *last }));
        after = Some(resume);
    }
}

/// A page. An engine that others keep busy is asked again: it is what it finds that matters here, not how soon.
async fn patiently(index: &dyn Search, query: &Query<'_>) -> Found {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match index.find(query).await {
            Err(fault) if fault.is_transient() && Instant::now() < deadline => sleep(Duration::from_millis(100)).await,
            page => return page.expect("found"),
        }
    }
}

pub async fn find(index: &dyn Search, scope: Scope, text: &str) -> Vec<Place> {
    all_pages(index, Pages { scope, descending: false, limit: 1_000 }, text).await
}
