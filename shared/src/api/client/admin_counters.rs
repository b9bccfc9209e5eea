//! `/admin/counters`: counters with their evidence, `/admin/status` and `/admin/search`.

use super::{Client, ClientError};
use crate::api::types::admin::{ApplyCounters, Counter, CountersQuery, List, SearchStatus, Status, SteppedCounter};
use crate::domain::Sequence;

impl Client {
    /// Counters in the order of application and chat. Admin.
    pub async fn counters(&self, query: &CountersQuery) -> Result<List<Counter>, ClientError> {
        self.look(&["admin", "counters"], query).await
    }

    /// One counter with its verdicts and their evidence, whether or not the queue holds it. Admin.
    pub async fn counter(&self, key: Sequence) -> Result<Counter, ClientError> {
        self.look(&["admin", "counters", &key.to_string()], &()).await
    }

    /// Carries out rows of a plan on counters, each where its facts are still so. Admin.
    pub async fn apply_counters(&self, apply: &ApplyCounters) -> Result<List<SteppedCounter>, ClientError> {
        self.act(&["admin", "counters", "apply"], Some(apply)).await
    }

    /// The state of the search index. Admin.
    pub async fn search_status(&self) -> Result<SearchStatus, ClientError> {
        self.look(&["admin", "search"], &()).await
    }

    /// Makes a generation that was built without a swap the one that answers. Admin.
    pub async fn swap_search(&self) -> Result<SearchStatus, ClientError> {
        self.act(&["admin", "search", "swap"], None::<&()>).await
    }

    /// Makes the generation that answered before the one that answers again. Admin.
    pub async fn rollback_search(&self) -> Result<SearchStatus, ClientError> {
        self.act(&["admin", "search", "rollback"], None::<&()>).await
    }

    /// Drops the generation that answered before. Admin.
    pub async fn prune_search(&self) -> Result<SearchStatus, ClientError> {
        self.act(&["admin", "search", "prune"], None::<&()>).await
    }

    /// Drops a generation that was built without a swap. Admin.
    pub async fn abandon_search(&self) -> Result<SearchStatus, ClientError> {
        self.act(&["admin", "search", "abandon"], None::<&()>).await
    }

    /// The installation at a glance; answers even while parts of it do not. Admin.
    pub async fn status(&self) -> Result<Status, ClientError> {
        self.look(&["admin", "status"], &()).await
    }
}
