//! No search index at all (`search.url = "none"`): nothing is indexed, and every search is refused.

use async_trait::async_trait;

use super::{Document, Found, IndexStatus, Query, Scope, Search};
use crate::fault::{Fault, Kind, Outcome, Part};

/// The absent index.
#[derive(Debug, Clone, Copy, Default)]
pub struct SearchOff;

fn off(doing: &'static str) -> Fault {
    Fault::new(Part::Search, Kind::Unavailable, doing).because("search.url is \"none\": no message is indexed")
}

#[async_trait]
impl Search for SearchOff {
    async fn index(&self, _documents: &[Document]) -> Outcome<()> {
        Ok(())
    }

    async fn remove(&self, _scope: Scope) -> Outcome<()> {
        Ok(())
    }

    async fn refresh(&self) -> Outcome<()> {
        Ok(())
    }

    async fn find(&self, _query: &Query<'_>) -> Outcome<Found> {
        Err(off("search"))
    }

    async fn find_in(&self, _generation: i64, _query: &Query<'_>) -> Outcome<Found> {
        Err(off("search a generation"))
    }

    async fn documents(&self, _generation: i64) -> Outcome<u64> {
        Ok(0)
    }

    async fn status(&self) -> Outcome<IndexStatus> {
        Ok(IndexStatus { engine: "none".into(), ..IndexStatus::default() })
    }

    async fn begin_generation(&self) -> Outcome<i64> {
        Err(off("begin a generation"))
    }

    async fn fill(&self, _generation: i64, _documents: &[Document]) -> Outcome<()> {
        Err(off("fill a generation"))
    }

    async fn swap(&self, _generation: i64) -> Outcome<()> {
        Err(off("swap a generation"))
    }

    async fn rollback(&self) -> Outcome<i64> {
        Err(off("go back to a generation"))
    }

    async fn prune(&self) -> Outcome<i64> {
        Err(off("drop a generation"))
    }

    async fn abandon(&self, _generation: i64) -> Outcome<()> {
        Err(off("abandon a generation"))
    }

    async fn mark_filled(&self) -> Outcome<()> {
        Ok(())
    }

    async fn ping(&self) -> Outcome<()> {
        Ok(())
    }

    async fn close(&self) {}
}
