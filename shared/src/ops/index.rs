//! The search index: its state, its generations, and whether it shows a message as the store has it.

use std::time::Duration;

use super::{Asked, Installation, OpsError, Thing};
use crate::api::types::admin::{OperationKind, SearchBacklog, SearchStatus};
use crate::domain::{Message, Sequence};
use crate::fault::Outcome;
use crate::queue::Group;
use crate::search::{Document, Query, Scope};
use crate::store::MessageKey;

/// Ranges of the backlog that are counted.
const RANGES_COUNTED: u32 = 1_000;

/// How long a message may be on its way into the index before it counts as missing.
const ON_ITS_WAY: Duration = Duration::from_secs(5);

/// A message that changes faster than the index follows is looked at so often.
const LOOKS: u32 = 5;

/// The characters of a message's text that it is looked up by.
const SAMPLE_CHARS: usize = 24;

impl Installation {
    /// The state of the search index and what it was cut loose from. What was written before is found and counted.
    pub async fn search_status(&self) -> Asked<SearchStatus> {
        self.search.refresh().await?;
        let status = self.search.status().await?;
        let ranges = self.store.backlog(RANGES_COUNTED).await?;
        let messages = ranges.iter().map(|range| u64::from(range.to.saturating_sub(range.from)) + 1).sum();
        let backlog =
            SearchBacklog { ranges: ranges.len() as u64, messages, more: ranges.len() >= RANGES_COUNTED as usize };
        Ok(SearchStatus {
            engine: status.engine,
            generation: status.generation,
            building: status.building,
            previous: status.previous,
            documents: status.documents,
            size_bytes: status.bytes,
            needs_filling: status.needs_filling,
            backlog,
            operation_id: self.open_operation(OperationKind::Reindex).await?,
        })
    }

    /// Makes a generation that was built without being swapped in the one that answers. The old one is kept until it is
    /// pruned, or the next reindexing begins.
    pub async fn swap_index(&self, who: &str) -> Asked<SearchStatus> {
        let generation = self.idle_generation().await?;
        self.search.swap(generation).await?;
        self.record(who, "search.swap", format!("generation {generation}"), "answers now").await;
        self.search_status().await
    }

    /// Makes the generation that answered before the one that answers again; it has been written to ever since. The other
    /// one is kept in its place.
    pub async fn rollback_index(&self, who: &str) -> Asked<SearchStatus> {
        self.kept_generation().await?;
        let generation = self.search.rollback().await?;
        self.record(who, "search.rollback", format!("generation {generation}"), "answers again").await;
        self.search_status().await
    }

    /// Drops the generation that answered before: from then on there is no way back to it.
    pub async fn prune_index(&self, who: &str) -> Asked<SearchStatus> {
        self.kept_generation().await?;
        let generation = self.search.prune().await?;
        self.record(who, "search.prune", format!("generation {generation}"), "dropped").await;
        self.search_status().await
    }

    /// The generation that is kept, unless an operation works on the index.
    async fn kept_generation(&self) -> Asked<i64> {
        if let Some(id) = self.open_operation(OperationKind::Reindex).await? {
            return Err(OpsError::UnderWay(id));
        }
        self.search.status().await?.previous.ok_or(OpsError::NotFound(Thing::Kept))
    }

    /// Drops a generation that was built without being swapped in.
    pub async fn abandon_index(&self, who: &str) -> Asked<SearchStatus> {
        let generation = self.idle_generation().await?;
        self.search.abandon(generation).await?;
        self.record(who, "search.abandon", format!("generation {generation}"), "dropped").await;
        self.search_status().await
    }

    /// The generation beside the answering one, unless an operation works on it.
    async fn idle_generation(&self) -> Asked<i64> {
        if let Some(id) = self.open_operation(OperationKind::Reindex).await? {
            return Err(OpsError::UnderWay(id));
        }
        self.search.status().await?.building.ok_or(OpsError::NotFound(Thing::Generation))
    }

    /// Whether a generation (the answering one where it is `None`) shows a message as the store has it. What is on its
    /// way into the index is waited for; a message that keeps changing is not blamed.
    pub(super) async fn index_agrees(&self, generation: Option<i64>, message: &Message) -> Outcome<bool> {
        let mut message = message.clone();
        for _ in 0..LOOKS {
            if self.is_found(generation, &message).await? {
                return Ok(true);
            }
            let partition = Sequence::Messages(message.app, message.chat).partition();
            let arrived = self.queue.settled(Group::Index, partition, message.version, ON_ITS_WAY).await?;
            let key = MessageKey { app: message.app, chat: message.chat, number: message.number };
            let Some(now) = self.store.message(key).await? else { return Ok(true) };
            if now == message && arrived {
                self.search.refresh().await?;
                return self.is_found(generation, &message).await;
            }
            if now == message {
                return Ok(false);
            }
            message = now;
        }
        Ok(true)
    }

    /// Whether a message is found by a piece of its own text, where it can be found at all.
    pub(super) async fn is_found(&self, generation: Option<i64>, message: &Message) -> Outcome<bool> {
        let document = Document::of(message);
        let Some(text) = document.text.as_deref().filter(|text| !text.is_empty()) else { return Ok(true) };
        let query = Query {
            scope: Scope { app: message.app, chat: Some(message.chat) },
            text: sample(text, message.number),
            after: Some((message.chat, message.number - 1)),
            descending: false,
            limit: 1,
        };
        let found = match generation {
            Some(generation) => self.search.find_in(generation, &query).await?,
            None => self.search.find(&query).await?,
        };
        Ok(found.places.first() == Some(&(message.chat, message.number)))
    }
}

/// A piece of a folded text, from a place that differs from message to message.
fn sample(text: &str, seed: u32) -> &str {
    let chars = text.chars().count();
    let places = chars.saturating_sub(SAMPLE_CHARS) + 1;
    let start = seed as usize % places;
    let from = text.char_indices().nth(start).map_or(0, |(at, _)| at);
    let piece = &text[from..];
    let to = piece.char_indices().nth(SAMPLE_CHARS).map_or(piece.len(), |(at, _)| at);
    &piece[..to]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_sample_is_a_piece_of_the_text_of_the_usual_length(text in "\\PC{1,80}", seed in any::<u32>()) {
            let piece = sample(&text, seed);
            prop_assert!(text.contains(piece));
            prop_assert_eq!(piece.chars().count(), text.chars().count().min(SAMPLE_CHARS));
        }
    }
}
