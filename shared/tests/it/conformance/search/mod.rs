//! What every search index answers: text anywhere in a message, in order and page by page; the newest text of each
//! message whatever came first; generations that change under searches. Texts here are folded already.

mod finding;
mod generations;
mod model;
mod paging;
mod sqlite;
mod versions;

use std::future::Future;
use std::sync::Arc;

use chat_shared::domain::{AppId, ChatNumber, MessageNumber};
use chat_shared::queue::EntryId;
use chat_shared::search::sqlite::SqliteSearch;
use chat_shared::search::{Document, Query, Scope, Search};

/// Where a message stands.
pub type Place = (ChatNumber, MessageNumber);

/// The application of most stories.
pub const APP: AppId = AppId(7);

/// The whole application.
pub const EVERYWHERE: Scope = Scope { app: APP, chat: None };

/// An index that can be closed and opened again on the same data.
pub struct Bench {
    dir: Arc<tempfile::TempDir>,
    pub index: Arc<dyn Search>,
}

impl Bench {
    /// A fresh index.
    pub async fn new() -> Self {
        let dir = Arc::new(tempfile::tempdir().expect("a folder"));
        let index = open(&dir).await;
        Self { dir, index }
    }

    pub async fn reopen(self) -> Self {
        self.index.close().await;
        let index = open(&self.dir).await;
        Self { dir: self.dir, index }
    }
}

/// Opens the adapter under test. Another adapter is another arm here.
async fn open(dir: &tempfile::TempDir) -> Arc<dyn Search> {
    Arc::new(SqliteSearch::open(&dir.path().join("search.db")).await.expect("opens"))
}

/// Runs a story on a fresh index.
async fn on_an_index<F: Future<Output = ()>>(story: impl FnOnce(Bench) -> F) {
    let bench = Bench::new().await;
    // A story that asks for the index alone would drop the folder before it has begun.
    let _dir = Arc::clone(&bench.dir);
    story(bench).await;
}

fn in_chat(chat: ChatNumber) -> Scope {
    Scope { app: APP, chat: Some(chat) }
}

/// A message as it was created.
fn created(chat: ChatNumber, number: MessageNumber, text: &str) -> Document {
    let version = EntryId::new(1, 0).plus(number.into());
    Document { app: APP, chat, number, version, edited: false, text: Some(text.into()) }
}

/// A message as the `nth` change left it; changes are later than every creation.
fn changed(chat: ChatNumber, number: MessageNumber, nth: u64, text: Option<&str>) -> Document {
    let version = EntryId::new(1_000_000, nth);
    Document { app: APP, chat, number, version, edited: true, text: text.map(Into::into) }
}

async fn index(index: &dyn Search, documents: &[Document]) {
    index.index(documents).await.expect("indexed");
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
        let page = index.find(&Query { scope, text, after, descending, limit }).await.expect("found");
        assert!(page.places.len() <= limit as usize, "more than asked for");
        found.extend(&page.places);
        assert!(found.is_sorted_by(|a, b| if descending { a > b } else { a < b }), "out of order: {found:?}");
        let Some(resume) = page.resume else { return found };
        assert!(after.is_none_or(|after| if descending { resume < after } else { resume > after }), "does not go on");
        assert!(found.last().is_none_or(|last| if descending { resume <= *last } else { resume >= *last }));
        after = Some(resume);
    }
}

async fn find(index: &dyn Search, scope: Scope, text: &str) -> Vec<Place> {
    all_pages(index, Pages { scope, descending: false, limit: 1_000 }, text).await
}
