//! The `persist` group: entries become rows. All rules are the store's; this hands batches over, and has a counter seeded
//! anew whose number turned out to be another entry's.

use std::sync::Arc;

use async_trait::async_trait;
use chat_shared::fault::Outcome;
use chat_shared::queue::{EntryId, Group, Queue};
use chat_shared::store::{Logged, Store};

use super::Handler;

/// Writes batches into the store.
pub struct Persister {
    /// The queue, whose counters give the numbers.
    pub queue: Arc<dyn Queue>,
    /// The store.
    pub store: Arc<dyn Store>,
}

#[async_trait]
impl Handler for Persister {
    fn group(&self) -> Group {
        Group::Persist
    }

    fn parks(&self) -> bool {
        true
    }

    async fn handle(&self, batch: &[Logged]) -> Outcome<Vec<(EntryId, String)>> {
        let persisted = self.store.persist(batch).await?;
        metrics::counter!("chatd_persisted_messages_total").increment(persisted.messages);
        for conflict in &persisted.conflicts {
            if let Some(logged) = batch.iter().find(|logged| logged.id == conflict.id) {
                self.queue.distrust(logged.entry.sequence()).await?;
            }
        }
        let conflicts = persisted.conflicts.into_iter();
        Ok(conflicts
            .map(|conflict| (conflict.id, format!("number_conflict: its number belongs to entry {}", conflict.holder)))
            .collect())
    }
}
