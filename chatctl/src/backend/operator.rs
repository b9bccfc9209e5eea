//! What operators look at and do: the second port. chatd answers it over `/admin`; the same values come from a look
//! straight at queue, store and search.

use async_trait::async_trait;
use chat_shared::api::client::Lines;
use chat_shared::api::types::admin::{
    ApplyCounters, ClaimAsked, ClaimParams, Counter, CounterDiffLine, CounterDiffQuery, CountersQuery, DeadLetter,
    DeadLetterDetail, DeadLetterErrors, DeadLetterLine, DeadLetterRetry, DeadLettersQuery, EditDeadLetter,
    EntriesQuery, EntryDetail, ImportDeadLetters, ImportedDeadLetter, List, LogEntry, MessageTrace, Operation,
    OperationsQuery, PendingEntry, PendingQuery, QueueStatus, Queues, SearchStatus, SelectDeadLetters, StartOperation,
    StationStatus, Status, SteppedCounter, TraceQuery, Worker,
};
use chat_shared::domain::Sequence;
use chat_shared::queue::{EntryId, Group};
use chat_shared::store::Station;
use futures::stream::{self, BoxStream};
use serde::de::DeserializeOwned;

use super::{Http, failure};
use crate::output::failure::Failure;

/// What operators look at and do.
#[async_trait]
pub trait Operator: Send + Sync {
    /// The log and its queues.
    async fn queues(&self) -> Result<Queues, Failure>;

    /// One queue, by partition too.
    async fn queue(&self, queue: Group) -> Result<QueueStatus, Failure>;

    /// What a queue's workers hold, oldest first.
    async fn pending(&self, queue: Group, query: &PendingQuery) -> Result<List<PendingEntry>, Failure>;

    /// Stops accepting, or reading a queue.
    async fn pause(&self, station: Station) -> Result<StationStatus, Failure>;

    /// Takes a pause back.
    async fn resume(&self, station: Station) -> Result<StationStatus, Failure>;

    /// Asks workers to take over what is idle.
    async fn claim(&self, queue: Group, params: ClaimParams) -> Result<ClaimAsked, Failure>;

    /// Entries of the log.
    async fn entries(&self, query: &EntriesQuery) -> Result<List<LogEntry>, Failure>;

    /// One entry.
    async fn entry(&self, id: EntryId) -> Result<EntryDetail, Failure>;

    /// The processes of the installation.
    async fn workers(&self) -> Result<List<Worker>, Failure>;

    /// Counters in order.
    async fn counters(&self, query: &CountersQuery) -> Result<List<Counter>, Failure>;

    /// One counter with its verdicts and their evidence.
    async fn counter(&self, key: Sequence) -> Result<Counter, Failure>;

    /// All counters against what is stored and in flight; the last line is the end.
    async fn diff_counters(
        &self,
        query: &CounterDiffQuery,
    ) -> Result<BoxStream<'static, Result<CounterDiffLine, Failure>>, Failure>;

    /// Carries out rows of a plan on counters, each where its facts are still so.
    async fn apply_counters(&self, apply: &ApplyCounters) -> Result<List<SteppedCounter>, Failure>;

    /// Dead letters in the order of their ids.
    async fn dead_letters(&self, query: &DeadLettersQuery) -> Result<List<DeadLetter>, Failure>;

    /// One dead letter with what it says.
    async fn dead_letter(&self, id: i64) -> Result<DeadLetterDetail, Failure>;

    /// Tries one dead letter again, at once.
    async fn retry_dead_letter(&self, id: i64) -> Result<DeadLetterRetry, Failure>;

    /// Says that nothing more is to be done about one.
    async fn drop_dead_letter(&self, id: i64) -> Result<DeadLetter, Failure>;

    /// Dead letters by what went wrong.
    async fn dead_letter_errors(&self, asked: &SelectDeadLetters) -> Result<DeadLetterErrors, Failure>;

    /// Gives a parked entry another text.
    async fn edit_dead_letter(&self, id: i64, edit: &EditDeadLetter) -> Result<DeadLetterDetail, Failure>;

    /// Dead letters with everything that is needed to park them again; the last line is the end.
    async fn export_dead_letters(
        &self,
        asked: &SelectDeadLetters,
    ) -> Result<BoxStream<'static, Result<DeadLetterLine, Failure>>, Failure>;

    /// Parks entries that were exported.
    async fn import_dead_letters(&self, import: &ImportDeadLetters) -> Result<List<ImportedDeadLetter>, Failure>;

    /// The state of the search index.
    async fn search_status(&self) -> Result<SearchStatus, Failure>;

    /// Makes a generation that was built without a swap the one that answers.
    async fn swap_search(&self) -> Result<SearchStatus, Failure>;

    /// Makes the generation that answered before the one that answers again.
    async fn rollback_search(&self) -> Result<SearchStatus, Failure>;

    /// Drops the generation that answered before.
    async fn prune_search(&self) -> Result<SearchStatus, Failure>;

    /// Operations, newest first.
    async fn operations(&self, query: &OperationsQuery) -> Result<List<Operation>, Failure>;

    /// One operation.
    async fn operation(&self, id: i64) -> Result<Operation, Failure>;

    /// Starts an operation.
    async fn start_operation(&self, start: &StartOperation) -> Result<Operation, Failure>;

    /// Ends an operation.
    async fn cancel_operation(&self, id: i64) -> Result<Operation, Failure>;

    /// Holds an operation where it is.
    async fn pause_operation(&self, id: i64) -> Result<Operation, Failure>;

    /// Lets a paused operation go on.
    async fn resume_operation(&self, id: i64) -> Result<Operation, Failure>;

    /// Gives an operation another rate a second, 0 for no bound.
    async fn throttle_operation(&self, id: i64, rate: u32) -> Result<Operation, Failure>;

    /// Where a message is, and the steps of its way.
    async fn trace(&self, query: &TraceQuery) -> Result<MessageTrace, Failure>;

    /// The installation at a glance.
    async fn status(&self) -> Result<Status, Failure>;
}

#[async_trait]
impl Operator for Http {
    async fn queues(&self) -> Result<Queues, Failure> {
        self.call("look at the queues", self.client.queues()).await
    }

    async fn queue(&self, queue: Group) -> Result<QueueStatus, Failure> {
        self.call("look at the queue", self.client.queue(queue)).await
    }

    async fn pending(&self, queue: Group, query: &PendingQuery) -> Result<List<PendingEntry>, Failure> {
        self.call("look at what workers hold", self.client.pending(queue, query)).await
    }

    async fn pause(&self, station: Station) -> Result<StationStatus, Failure> {
        self.call("pause it", self.client.pause(station)).await
    }

    async fn resume(&self, station: Station) -> Result<StationStatus, Failure> {
        self.call("resume it", self.client.resume(station)).await
    }

    async fn claim(&self, queue: Group, params: ClaimParams) -> Result<ClaimAsked, Failure> {
        self.call("have idle entries taken over", self.client.claim(queue, &params)).await
    }

    async fn entries(&self, query: &EntriesQuery) -> Result<List<LogEntry>, Failure> {
        self.call("look at the log", self.client.log_entries(query)).await
    }

    async fn entry(&self, id: EntryId) -> Result<EntryDetail, Failure> {
        self.call("look at the entry", self.client.log_entry(id)).await
    }

    async fn workers(&self) -> Result<List<Worker>, Failure> {
        self.call("look at the workers", self.client.workers()).await
    }

    async fn counters(&self, query: &CountersQuery) -> Result<List<Counter>, Failure> {
        self.call("look at the counters", self.client.counters(query)).await
    }

    async fn counter(&self, key: Sequence) -> Result<Counter, Failure> {
        self.call("look at the counter", self.client.counter(key)).await
    }

    async fn diff_counters(
        &self,
        query: &CounterDiffQuery,
    ) -> Result<BoxStream<'static, Result<CounterDiffLine, Failure>>, Failure> {
        const DOING: &str = "compare the counters";
        Ok(coming(DOING, self.call(DOING, self.client.diff_counters(query)).await?))
    }

    async fn apply_counters(&self, apply: &ApplyCounters) -> Result<List<SteppedCounter>, Failure> {
        self.call("carry out the plan", self.client.apply_counters(apply)).await
    }

    async fn dead_letters(&self, query: &DeadLettersQuery) -> Result<List<DeadLetter>, Failure> {
        self.call("list the dead letters", self.client.dead_letters(query)).await
    }

    async fn dead_letter(&self, id: i64) -> Result<DeadLetterDetail, Failure> {
        self.call("look at the dead letter", self.client.dead_letter(id)).await
    }

    async fn retry_dead_letter(&self, id: i64) -> Result<DeadLetterRetry, Failure> {
        self.call("retry the dead letter", self.client.retry_dead_letter(id)).await
    }

    async fn drop_dead_letter(&self, id: i64) -> Result<DeadLetter, Failure> {
        self.call("drop the dead letter", self.client.drop_dead_letter(id)).await
    }

    async fn dead_letter_errors(&self, asked: &SelectDeadLetters) -> Result<DeadLetterErrors, Failure> {
        self.call("group the dead letters", self.client.dead_letter_errors(asked)).await
    }

    async fn edit_dead_letter(&self, id: i64, edit: &EditDeadLetter) -> Result<DeadLetterDetail, Failure> {
        self.call("edit the dead letter", self.client.edit_dead_letter(id, edit)).await
    }

    async fn export_dead_letters(
        &self,
        asked: &SelectDeadLetters,
    ) -> Result<BoxStream<'static, Result<DeadLetterLine, Failure>>, Failure> {
        const DOING: &str = "export the dead letters";
        Ok(coming(DOING, self.call(DOING, self.client.export_dead_letters(asked)).await?))
    }

    async fn import_dead_letters(&self, import: &ImportDeadLetters) -> Result<List<ImportedDeadLetter>, Failure> {
        self.call("import the dead letters", self.client.import_dead_letters(import)).await
    }

    async fn search_status(&self) -> Result<SearchStatus, Failure> {
        self.call("look at the search index", self.client.search_status()).await
    }

    async fn swap_search(&self) -> Result<SearchStatus, Failure> {
        self.call("swap the new index in", self.client.swap_search()).await
    }

    async fn rollback_search(&self) -> Result<SearchStatus, Failure> {
        self.call("go back to the old index", self.client.rollback_search()).await
    }

    async fn prune_search(&self) -> Result<SearchStatus, Failure> {
        self.call("drop the old index", self.client.prune_search()).await
    }

    async fn operations(&self, query: &OperationsQuery) -> Result<List<Operation>, Failure> {
        self.call("list the jobs", self.client.operations(query)).await
    }

    async fn operation(&self, id: i64) -> Result<Operation, Failure> {
        self.call("look at the job", self.client.operation(id)).await
    }

    async fn start_operation(&self, start: &StartOperation) -> Result<Operation, Failure> {
        self.call("start the job", self.client.start_operation(start)).await
    }

    async fn cancel_operation(&self, id: i64) -> Result<Operation, Failure> {
        self.call("cancel the job", self.client.cancel_operation(id)).await
    }

    async fn pause_operation(&self, id: i64) -> Result<Operation, Failure> {
        self.call("pause the job", self.client.pause_operation(id)).await
    }

    async fn resume_operation(&self, id: i64) -> Result<Operation, Failure> {
        self.call("resume the job", self.client.resume_operation(id)).await
    }

    async fn throttle_operation(&self, id: i64, rate: u32) -> Result<Operation, Failure> {
        self.call("throttle the job", self.client.throttle_operation(id, rate)).await
    }

    async fn trace(&self, query: &TraceQuery) -> Result<MessageTrace, Failure> {
        self.call("follow the message", self.client.trace(query)).await
    }

    async fn status(&self) -> Result<Status, Failure> {
        self.call("ask for the installation's status", self.client.status()).await
    }
}

/// The lines of an answer as they come.
fn coming<T: DeserializeOwned + 'static>(
    doing: &'static str,
    lines: Lines<T>,
) -> BoxStream<'static, Result<T, Failure>> {
    Box::pin(stream::try_unfold(lines, move |mut lines| async move {
        let line = lines.next().await.map_err(|error| failure(doing, &error))?;
        Ok(line.map(|line| (line, lines)))
    }))
}
