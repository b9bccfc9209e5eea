//! Works off what the search index was cut loose from, out of the store, as soon as the engine is back.

use std::sync::Arc;
use std::time::Duration;

use chat_shared::fault::Outcome;
use chat_shared::search::{Document, Search};
use chat_shared::store::{Backlog, Store, Window};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// How often it is looked for.
const EVERY: Duration = Duration::from_secs(5);

/// Ranges read at a time.
const RANGES: u32 = 100;

/// Messages indexed at a time.
const PAGE: u32 = 1_000;

/// The worker of the backlog.
pub struct Backlogger {
    /// Where the backlog and the messages are.
    pub store: Arc<dyn Store>,
    /// Where they are missing.
    pub search: Arc<dyn Search>,
}

impl Backlogger {
    /// Works until `stop`.
    pub async fn run(self, stop: CancellationToken) {
        loop {
            tokio::select! {
                () = stop.cancelled() => return,
                () = sleep(EVERY) => {}
            }
            if let Err(cause) = self.work_off(&stop).await {
                tracing::debug!(error = &cause as &dyn std::error::Error, "the search backlog waits for the engine");
            }
        }
    }

    async fn work_off(&self, stop: &CancellationToken) -> Outcome<()> {
        loop {
            let ranges = self.store.backlog(RANGES).await?;
            if ranges.is_empty() {
                return Ok(());
            }
            for range in ranges {
                if stop.is_cancelled() {
                    return Ok(());
                }
                self.index(&range).await?;
                self.store.clear_backlog(&range).await?;
            }
        }
    }

    async fn index(&self, range: &Backlog) -> Outcome<()> {
        let mut after = range.from - 1;
        while after < range.to {
            let window =
                Window { after: Some(after), before: range.to.checked_add(1), limit: PAGE, ..Window::default() };
            let messages = self.store.messages(range.app, range.chat, window).await?;
            let Some(last) = messages.last() else { return Ok(()) };
            after = last.number;
            self.search.index(&messages.iter().map(Document::of).collect::<Vec<_>>()).await?;
        }
        Ok(())
    }
}
