//! Keeps the log short and the store free of what is deleted, gives signs of life, and measures what operators watch.

use std::sync::Arc;
use std::time::Duration;

use chat_shared::clock::{Clock, Timestamp};
use chat_shared::fault::Outcome;
use chat_shared::queue::{Group, Queue};
use chat_shared::store::{Node, Store};
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

/// How often the log is trimmed and measured: short, so that each step is small.
const EVERY: Duration = Duration::from_millis(250);

/// How long entries stay on the log in any case, for who looks for a lost answer.
const KEEP: Duration = Duration::from_secs(10);

/// How often what is deleted is removed, and a sign of life given.
const RARELY: Duration = Duration::from_secs(5);

/// Rows removed at a time: a few milliseconds of the store's writer.
const PURGED: u32 = 2_000;

/// How long the store remembers clients' idempotency keys.
const KEYS_KEPT_MS: i64 = 24 * 60 * 60 * 1_000;

/// The janitor.
pub struct Janitor {
    /// The queue.
    pub queue: Arc<dyn Queue>,
    /// The store.
    pub store: Arc<dyn Store>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// This process.
    pub node: Node,
    /// Whether there is a search index. Where there is none, what is persisted counts as indexed.
    pub indexed: bool,
}

impl Janitor {
    /// Works until `stop`.
    pub async fn run(mut self, stop: CancellationToken) {
        let mut rarely: Option<Instant> = None;
        while !stop.is_cancelled() {
            let mut result = self.often().await;
            if rarely.is_none_or(|at| at.elapsed() >= RARELY) {
                rarely = Some(Instant::now());
                result = result.and(self.rarely().await);
            }
            if let Err(cause) = result {
                tracing::warn!(error = &cause as &dyn std::error::Error, "the janitor could not do its rounds");
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = sleep(EVERY) => {}
            }
        }
    }

    async fn often(&self) -> Outcome<()> {
        if !self.indexed {
            self.queue.pass_index_over(&self.node.id).await?;
        }
        while self.queue.trim(KEEP).await? > 0 {}
        self.measure().await
    }

    async fn rarely(&mut self) -> Outcome<()> {
        let now = self.clock.now();
        self.node.heartbeat_at = now;
        self.store.heartbeat(&self.node).await?;
        let keys_before = Timestamp::from_millis(now.as_millis() - KEYS_KEPT_MS);
        let purged = self.store.purge(keys_before, PURGED).await?;
        if purged.messages > 0 || purged.chats > 0 {
            tracing::info!(messages = purged.messages, chats = purged.chats, "removed what was deleted");
        }
        gauge("chatd_dead_letters", self.store.count_dead_letters().await?);
        Ok(())
    }

    async fn measure(&self) -> Outcome<()> {
        for group in Group::ALL {
            let status = self.queue.group(group).await?;
            let age_ms = status.oldest.map_or(0, |oldest| self.clock.now().millis_since(oldest));
            let name = group.name();
            metrics::gauge!("chatd_queue_depth", "group" => name).set(float(status.depth));
            metrics::gauge!("chatd_queue_lag", "group" => name).set(float(status.lag));
            metrics::gauge!("chatd_queue_pending", "group" => name).set(float(status.pending));
            metrics::gauge!("chatd_queue_oldest_seconds", "group" => name).set(float(age_ms) / 1_000.0);
        }
        let log = self.queue.log().await?;
        gauge("chatd_log_entries", log.entries);
        gauge("chatd_log_bytes", log.bytes);
        metrics::gauge!("chatd_log_fill_ratio").set(log.fill);
        Ok(())
    }
}

fn gauge(name: &'static str, value: u64) {
    metrics::gauge!(name).set(float(value));
}

#[expect(clippy::cast_precision_loss, reason = "gauges are floating point")]
fn float(value: u64) -> f64 {
    value as f64
}
