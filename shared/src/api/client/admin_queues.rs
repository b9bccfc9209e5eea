//! `/admin/queues`, `/admin/entries` and `/admin/workers`: what is on the log and who works on it.

use super::{Client, ClientError};
use crate::api::types::admin::{
    ClaimAsked, ClaimParams, EntriesQuery, EntryDetail, List, LogEntry, MessageTrace, PendingEntry, PendingQuery,
    QueueStatus, Queues, StationStatus, TraceQuery, Worker,
};
use crate::queue::{EntryId, Group};
use crate::store::Station;

impl Client {
    /// The log and its queues. Admin.
    pub async fn queues(&self) -> Result<Queues, ClientError> {
        self.look(&["admin", "queues"], &()).await
    }

    /// One queue, by partition too. Admin.
    pub async fn queue(&self, queue: Group) -> Result<QueueStatus, ClientError> {
        self.look(&["admin", "queues", queue.name()], &()).await
    }

    /// What a queue's workers hold, oldest first. Admin.
    pub async fn pending(&self, queue: Group, query: &PendingQuery) -> Result<List<PendingEntry>, ClientError> {
        self.look(&["admin", "queues", queue.name(), "pending"], query).await
    }

    /// Entries of the log, decoded. Takes nothing from any queue. Admin.
    pub async fn log_entries(&self, query: &EntriesQuery) -> Result<List<LogEntry>, ClientError> {
        self.look(&["admin", "entries"], query).await
    }

    /// One entry, where it is still on the log, with how far it is in each queue. Admin.
    pub async fn log_entry(&self, id: EntryId) -> Result<EntryDetail, ClientError> {
        self.look(&["admin", "entries", &id.to_string()], &()).await
    }

    /// Where a message is, and the steps of its way. Admin.
    pub async fn trace(&self, query: &TraceQuery) -> Result<MessageTrace, ClientError> {
        self.look(&["admin", "trace"], query).await
    }

    /// Stops accepting, or reading one of the queues, until that is taken back. Admin.
    pub async fn pause(&self, station: Station) -> Result<StationStatus, ClientError> {
        self.act(&["admin", "queues", station.name(), "pause"], None::<&()>).await
    }

    /// Takes a pause back. Admin.
    pub async fn resume(&self, station: Station) -> Result<StationStatus, ClientError> {
        self.act(&["admin", "queues", station.name(), "resume"], None::<&()>).await
    }

    /// Asks workers to take over what is idle in a queue. Admin.
    pub async fn claim(&self, queue: Group, params: &ClaimParams) -> Result<ClaimAsked, ClientError> {
        self.act(&["admin", "queues", queue.name(), "claim"], Some(params)).await
    }

    /// The processes of the installation. Admin.
    pub async fn workers(&self) -> Result<List<Worker>, ClientError> {
        self.look(&["admin", "workers"], &()).await
    }
}
