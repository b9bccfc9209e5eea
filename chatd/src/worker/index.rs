//! The `index` group: entries become documents of the search index. What was edited is read from the store, so that the
//! index never holds an older text than the store; what the engine cannot take for long is written down as backlog.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_trait::async_trait;
use chat_shared::fault::Outcome;
use chat_shared::queue::{EntryId, Group, Job, Queue};
use chat_shared::search::fold::fold;
use chat_shared::search::{Document, Scope, Search};
use chat_shared::store::{Backlog, Logged, MessageKey, Store};

use super::Handler;

/// Past this share of the log a search engine that is away must not fill it further: the group is cut loose.
const CUT_LOOSE_AT: f64 = 0.5;

/// Writes batches into the search index.
pub struct Indexer {
    /// The queue, for how full it is.
    pub queue: Arc<dyn Queue>,
    /// The store, for what was edited and for what is cut loose.
    pub store: Arc<dyn Store>,
    /// The index.
    pub search: Arc<dyn Search>,
}

#[async_trait]
impl Handler for Indexer {
    fn group(&self) -> Group {
        Group::Index
    }

    fn parks(&self) -> bool {
        false
    }

    async fn handle(&self, batch: &[Logged]) -> Outcome<Vec<(EntryId, String)>> {
        match self.index(batch).await {
            Err(cause) if cause.is_transient() && self.queue.log().await?.fill >= CUT_LOOSE_AT => {
                tracing::warn!(
                    error = &cause as &dyn std::error::Error,
                    "the search engine is away and the log is filling: its group is cut loose"
                );
                self.store.add_backlog(&ranges(batch)).await?;
            }
            result => result?,
        }
        Ok(Vec::new())
    }
}

impl Indexer {
    async fn index(&self, batch: &[Logged]) -> Outcome<()> {
        let mut documents = Vec::with_capacity(batch.len());
        let mut edited = Vec::new();
        for Logged { id, entry, .. } in batch {
            let key = entry.chat.map(|chat| MessageKey { app: entry.app, chat, number: entry.number });
            match (&entry.job, key) {
                (Job::CreateMessage { content, .. }, Some(key)) => documents.push(created(key, *id, content)),
                (Job::UpdateMessage { .. } | Job::DeleteMessage, Some(key)) => edited.push(key),
                (Job::DeleteChat | Job::DeleteApplication, _) => {
                    // What was gathered so far goes first: it may be of this chat.
                    self.search.index(&std::mem::take(&mut documents)).await?;
                    self.search.remove(Scope { app: entry.app, chat: entry.chat }).await?;
                }
                _ => {}
            }
        }
        self.search.index(&documents).await?;
        self.index_as_stored(&mut edited).await
    }

    async fn index_as_stored(&self, keys: &mut Vec<MessageKey>) -> Outcome<()> {
        keys.sort_unstable();
        keys.dedup();
        for keys in keys.chunks(1_000) {
            let messages = self.store.messages_by_key(keys).await?;
            self.search.index(&messages.iter().map(Document::of).collect::<Vec<_>>()).await?;
        }
        Ok(())
    }
}

fn created(key: MessageKey, version: EntryId, content: &str) -> Document {
    let text = Some(fold(content));
    Document { app: key.app, chat: key.chat, number: key.number, version, edited: false, text }
}

/// The messages of a batch as ranges of their chats.
fn ranges(batch: &[Logged]) -> Vec<Backlog> {
    let mut ranges: BTreeMap<_, Backlog> = BTreeMap::new();
    for Logged { entry, .. } in batch {
        let Some(chat) = entry.chat.filter(|_| entry.number > 0) else { continue };
        let range = Backlog { app: entry.app, chat, from: entry.number, to: entry.number, generation: 0 };
        let known = ranges.entry((entry.app, chat)).or_insert(range);
        known.from = known.from.min(entry.number);
        known.to = known.to.max(entry.number);
    }
    ranges.into_values().collect()
}
