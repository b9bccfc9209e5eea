//! What operators look at and do without chatd. Jobs and claims are rows that chatd's workers take up: one that nobody
//! would take up is not written.

use async_trait::async_trait;
use chat_shared::api::types::admin::{
    ApplyCounters, ClaimAsked, ClaimParams, Counter, CounterDiffLine, CounterDiffQuery, CountersQuery, DeadLetter,
    DeadLetterDetail, DeadLetterErrors, DeadLetterLine, DeadLetterRetry, DeadLettersQuery, EditDeadLetter,
    EntriesQuery, EntryDetail, ImportDeadLetters, ImportedDeadLetter, List, LogEntry, MessageTrace, Operation,
    OperationsQuery, PendingEntry, PendingQuery, QueueStatus, Queues, SearchStatus, SelectDeadLetters, StartOperation,
    StationStatus, Status, SteppedCounter, TraceQuery, Worker,
};
use chat_shared::domain::Sequence;
use chat_shared::ops::Installation;
use chat_shared::queue::{EntryId, Group};
use chat_shared::store::Station;
use futures::stream::BoxStream;

use super::Direct;
use crate::backend::Operator;
use crate::output::failure::{Failure, Kind};

/// The role of a process that answers requests only.
const ANSWERS_ONLY: &str = "api";

impl Direct {
    /// Refuses where no worker is alive that would do what is asked for. On a data folder that is whoever holds it.
    async fn must_have_workers(&self, doing: &'static str) -> Result<(), Failure> {
        if self.hold(doing)?.is_none() {
            let workers = self.workers().await?.items;
            if workers.iter().any(|worker| worker.alive && worker.role != ANSWERS_ONLY) {
                return Ok(());
            }
        }
        Err(Failure::new(Kind::Unavailable, doing)
            .because("no worker is alive that would take it up")
            .hint("start a chatd that works; `chatctl worker ls --direct` shows those that were there"))
    }
}

#[async_trait]
impl Operator for Direct {
    async fn queues(&self) -> Result<Queues, Failure> {
        self.look("look at the queues", self.looks.queues()).await
    }

    async fn queue(&self, queue: Group) -> Result<QueueStatus, Failure> {
        self.look("look at the queue", self.looks.queue(queue)).await
    }

    async fn pending(&self, queue: Group, query: &PendingQuery) -> Result<List<PendingEntry>, Failure> {
        self.look("look at what workers hold", self.looks.pending(queue, query)).await
    }

    async fn pause(&self, station: Station) -> Result<StationStatus, Failure> {
        self.change("pause it", |parts: Installation| async move { parts.pause(station, &self.who).await }).await
    }

    async fn resume(&self, station: Station) -> Result<StationStatus, Failure> {
        self.change("resume it", |parts: Installation| async move { parts.resume(station, &self.who).await }).await
    }

    async fn claim(&self, queue: Group, params: ClaimParams) -> Result<ClaimAsked, Failure> {
        let doing = "have idle entries taken over";
        self.must_have_workers(doing).await?;
        self.change(doing, |parts: Installation| async move { parts.claim(queue, params, &self.who).await }).await
    }

    async fn entries(&self, query: &EntriesQuery) -> Result<List<LogEntry>, Failure> {
        self.look("look at the log", self.looks.entries(query)).await
    }

    async fn entry(&self, id: EntryId) -> Result<EntryDetail, Failure> {
        self.look("look at the entry", self.looks.entry(id)).await
    }

    async fn workers(&self) -> Result<List<Worker>, Failure> {
        self.look("look at the workers", self.looks.workers()).await
    }

    async fn counters(&self, query: &CountersQuery) -> Result<List<Counter>, Failure> {
        self.look("look at the counters", self.looks.counters(query)).await
    }

    async fn counter(&self, key: Sequence) -> Result<Counter, Failure> {
        self.look("look at the counter", self.looks.counter(key)).await
    }

    async fn diff_counters(
        &self,
        query: &CounterDiffQuery,
    ) -> Result<BoxStream<'static, Result<CounterDiffLine, Failure>>, Failure> {
        const DOING: &str = "compare the counters";
        let diff = self.look(DOING, self.looks.diff_counters(query)).await?;
        Ok(self.lines(DOING, diff.lines()))
    }

    async fn apply_counters(&self, apply: &ApplyCounters) -> Result<List<SteppedCounter>, Failure> {
        const DOING: &str = "carry out the plan";
        if apply.dry_run {
            return self.look(DOING, self.looks.apply_counters(apply, &self.who)).await;
        }
        self.change(DOING, |parts: Installation| async move { parts.apply_counters(apply, &self.who).await }).await
    }

    async fn dead_letters(&self, query: &DeadLettersQuery) -> Result<List<DeadLetter>, Failure> {
        self.look("list the dead letters", self.looks.dead_letters(query)).await
    }

    async fn dead_letter(&self, id: i64) -> Result<DeadLetterDetail, Failure> {
        self.look("look at the dead letter", self.looks.dead_letter(id)).await
    }

    async fn retry_dead_letter(&self, id: i64) -> Result<DeadLetterRetry, Failure> {
        let retry = |parts: Installation| async move { parts.retry_dead_letter(id, &self.who).await };
        self.change("retry the dead letter", retry).await
    }

    async fn drop_dead_letter(&self, id: i64) -> Result<DeadLetter, Failure> {
        let drop = |parts: Installation| async move { parts.drop_dead_letter(id, &self.who).await };
        self.change("drop the dead letter", drop).await
    }

    async fn dead_letter_errors(&self, asked: &SelectDeadLetters) -> Result<DeadLetterErrors, Failure> {
        self.look("group the dead letters", self.looks.dead_letter_errors(asked)).await
    }

    async fn edit_dead_letter(&self, id: i64, edit: &EditDeadLetter) -> Result<DeadLetterDetail, Failure> {
        const DOING: &str = "edit the dead letter";
        if edit.dry_run {
            return self.look(DOING, self.looks.edit_dead_letter(id, edit, &self.who)).await;
        }
        let mend = |parts: Installation| async move { parts.edit_dead_letter(id, edit, &self.who).await };
        self.change(DOING, mend).await
    }

    async fn export_dead_letters(
        &self,
        asked: &SelectDeadLetters,
    ) -> Result<BoxStream<'static, Result<DeadLetterLine, Failure>>, Failure> {
        const DOING: &str = "export the dead letters";
        let pieces = self.look(DOING, async { self.looks.export_dead_letters(asked) }).await?;
        Ok(self.lines(DOING, pieces))
    }

    async fn import_dead_letters(&self, import: &ImportDeadLetters) -> Result<List<ImportedDeadLetter>, Failure> {
        const DOING: &str = "import the dead letters";
        if import.dry_run {
            return self.look(DOING, self.looks.import_dead_letters(import, &self.who)).await;
        }
        let park = |parts: Installation| async move { parts.import_dead_letters(import, &self.who).await };
        self.change(DOING, park).await
    }

    async fn search_status(&self) -> Result<SearchStatus, Failure> {
        self.look("look at the search index", self.looks.search_status()).await
    }

    async fn swap_search(&self) -> Result<SearchStatus, Failure> {
        let swap = |parts: Installation| async move { parts.swap_index(&self.who).await };
        self.change("swap the new index in", swap).await
    }

    async fn rollback_search(&self) -> Result<SearchStatus, Failure> {
        let rollback = |parts: Installation| async move { parts.rollback_index(&self.who).await };
        self.change("go back to the old index", rollback).await
    }

    async fn prune_search(&self) -> Result<SearchStatus, Failure> {
        let prune = |parts: Installation| async move { parts.prune_index(&self.who).await };
        self.change("drop the old index", prune).await
    }

    async fn operations(&self, query: &OperationsQuery) -> Result<List<Operation>, Failure> {
        self.look("list the jobs", self.looks.operations(query)).await
    }

    async fn operation(&self, id: i64) -> Result<Operation, Failure> {
        self.look("look at the job", self.looks.operation(id)).await
    }

    async fn start_operation(&self, start: &StartOperation) -> Result<Operation, Failure> {
        let doing = "start the job";
        self.must_have_workers(doing).await?;
        self.change(doing, |parts: Installation| async move { parts.start_operation(start, &self.who).await }).await
    }

    async fn cancel_operation(&self, id: i64) -> Result<Operation, Failure> {
        let cancel = |parts: Installation| async move { parts.cancel_operation(id, &self.who).await };
        self.change("cancel the job", cancel).await
    }

    async fn pause_operation(&self, id: i64) -> Result<Operation, Failure> {
        let pause = |parts: Installation| async move { parts.pause_operation(id, &self.who).await };
        self.change("pause the job", pause).await
    }

    async fn resume_operation(&self, id: i64) -> Result<Operation, Failure> {
        let resume = |parts: Installation| async move { parts.resume_operation(id, &self.who).await };
        self.change("resume the job", resume).await
    }

    async fn throttle_operation(&self, id: i64, rate: u32) -> Result<Operation, Failure> {
        let throttle = |parts: Installation| async move { parts.throttle_operation(id, rate, &self.who).await };
        self.change("throttle the job", throttle).await
    }

    async fn trace(&self, query: &TraceQuery) -> Result<MessageTrace, Failure> {
        self.look("follow the message", self.looks.trace(query)).await
    }

    async fn status(&self) -> Result<Status, Failure> {
        self.look("ask for the installation's status", async { Ok(self.looks.status().await) }).await
    }
}
