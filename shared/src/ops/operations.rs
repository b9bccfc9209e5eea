//! Operations: long work that is asked for here, carried out by the worker processes, and watched from anywhere.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::dead_letters::{DEAD_LETTER_FIELDS, Doing};
use super::query::Query;
use super::reindex::Position;
use super::watch::{Ended, Watch};
use super::{Asked, DEFAULT_LIMIT, Installation, MAX_LIMIT, OpsError, Thing, limit};
use crate::api::types::admin::{
    Act, ActsQuery, List, Operation as Shown, OperationKind, OperationsQuery, ReindexParams, RetryDeadLettersParams,
    StartOperation, VerifyParams,
};
use crate::domain::AppId;
use crate::fault::{Kind, Outcome};
use crate::store::{Control, Operation, OperationState};

/// An operation's kind with its parameters.
#[derive(Debug, Clone, PartialEq)]
pub enum Plan {
    /// To build the search index anew.
    Reindex(ReindexParams),
    /// To prove that queue, store and search agree.
    Verify(VerifyParams),
    /// To try dead letters again.
    RetryDeadLetters(RetryDeadLettersParams),
    /// To drop dead letters.
    DropDeadLetters(RetryDeadLettersParams),
}

impl Plan {
    /// The plan of a stored operation, or what is wrong with it.
    pub fn of(kind: &str, params: &Value) -> Result<Self, String> {
        match kind {
            "reindex" => read(params).map(Self::Reindex),
            "verify" => read(params).map(Self::Verify),
            "retry_dead_letters" => read(params).map(Self::RetryDeadLetters),
            "drop_dead_letters" => read(params).map(Self::DropDeadLetters),
            other => Err(format!("there is no operation {other}")),
        }
    }
}

fn read<T: DeserializeOwned + Default>(params: &Value) -> Result<T, String> {
    if params.is_null() {
        return Ok(T::default());
    }
    T::deserialize(params).map_err(|cause| cause.to_string())
}

/// What is stored as an operation's position: who works on it, at which step, and its kind's own position.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Standing {
    /// The node that works on it.
    pub runner: String,
    /// What it does at the moment.
    pub step: String,
    /// Where it goes on.
    pub at: Value,
}

impl Standing {
    /// That of a stored operation.
    #[must_use]
    pub fn of(operation: &Operation) -> Self {
        Self::deserialize(&operation.position).unwrap_or_default()
    }
}

impl Installation {
    /// Operations, newest first.
    pub async fn operations(&self, query: &OperationsQuery) -> Asked<List<Shown>> {
        let limit = limit(query.limit, DEFAULT_LIMIT, MAX_LIMIT)?;
        let operations = self.store.operations(query.after, limit).await?;
        let items = operations.into_iter().map(shown).collect();
        Ok(List::page(items, limit as usize, |last: &Shown| last.id.to_string()))
    }

    /// One operation.
    pub async fn operation(&self, id: i64) -> Asked<Shown> {
        self.stored_operation(id).await.map(shown)
    }

    /// Adds an operation; a worker process takes it up. There is at most one reindexing at a time.
    pub async fn start_operation(&self, start: &StartOperation, who: &str) -> Asked<Shown> {
        let kind = start.kind.name();
        let plan = Plan::of(kind, &start.params).map_err(|reason| OpsError::Invalid { field: "params", reason })?;
        let params = match plan {
            Plan::Verify(params) => in_json(self.of_what_there_is(params).await?),
            Plan::RetryDeadLetters(params) | Plan::DropDeadLetters(params) => {
                // What is not understood is refused now, not when a worker takes it up.
                parsed(params.query.as_deref())?;
                start.params.clone()
            }
            Plan::Reindex(params) if params.app.is_none() && params.application_id.is_none() => start.params.clone(),
            Plan::Reindex(params) => {
                let id = self.of_one_application(params.app.as_deref(), params.application_id).await?;
                in_json(ReindexParams { app: None, application_id: id.map(|id| id.0), ..params })
            }
        };
        if start.kind == OperationKind::Reindex
            && let Some(id) = self.open_operation(start.kind).await?
        {
            return Err(OpsError::UnderWay(id));
        }
        let operation = self.store.create_operation(kind, &params, self.clock.now()).await?;
        self.record(who, "operation.start", format!("operation {}", operation.id), format!("{kind} queued")).await;
        Ok(shown(operation))
    }

    /// Ends an operation; what it has done so far stays, but for a generation of the index that is not whole. One that
    /// has ended already is left alone.
    pub async fn cancel_operation(&self, id: i64, who: &str) -> Asked<Shown> {
        let mut operation = self.stored_operation(id).await?;
        if operation.state.is_final() {
            return Ok(shown(operation));
        }
        let now = self.clock.now();
        operation.state = OperationState::Cancelled;
        operation.updated_at = now;
        operation.finished_at = Some(now);
        if self.store.update_operation(&operation).await? {
            self.abandon_cancelled(&operation).await?;
            self.record(who, "operation.cancel", format!("operation {id}"), "cancelled").await;
        }
        self.operation(id).await
    }

    /// Holds an operation where it is: its runner stops within about a second, and no restart begins it again. One that
    /// has ended is left alone.
    pub async fn pause_operation(&self, id: i64, who: &str) -> Asked<Shown> {
        self.control(id, Control { paused: Some(true), rate: None }, who, ("operation.pause", "paused".to_owned()))
            .await
    }

    /// Lets a paused operation go on from where it was.
    pub async fn resume_operation(&self, id: i64, who: &str) -> Asked<Shown> {
        self.control(id, Control { paused: Some(false), rate: None }, who, ("operation.resume", "resumed".to_owned()))
            .await
    }

    /// Gives an operation another rate a second, 0 for no bound, from within about a second on.
    pub async fn throttle_operation(&self, id: i64, rate: u32, who: &str) -> Asked<Shown> {
        let result = format!("{rate} a second");
        self.control(id, Control { paused: None, rate: Some(rate) }, who, ("operation.throttle", result)).await
    }

    async fn control(&self, id: i64, control: Control, who: &str, (what, result): (&str, String)) -> Asked<Shown> {
        self.stored_operation(id).await?;
        if self.store.control_operation(id, control).await? {
            self.record(who, what, format!("operation {id}"), result).await;
        }
        self.operation(id).await
    }

    /// Removes what a cancelled reindexing was building: it would be written to for ever. Asked for by whoever cancels,
    /// and by the runner when it notices, since the generation may have been begun in between.
    pub async fn abandon_cancelled(&self, operation: &Operation) -> Outcome<()> {
        let generation = Position::deserialize(&Standing::of(operation).at).map_or(0, |at| at.generation);
        if operation.kind != OperationKind::Reindex.name()
            || generation == 0
            || self.search.status().await?.building != Some(generation)
        {
            return Ok(());
        }
        match self.search.abandon(generation).await {
            // The other one was faster.
            Err(fault) if fault.kind == Kind::Refused => Ok(()),
            abandoned => abandoned,
        }
    }

    /// The operator log, newest first.
    pub async fn acts(&self, query: &ActsQuery) -> Asked<List<Act>> {
        let acts = self.store.acts(limit(query.limit, DEFAULT_LIMIT, MAX_LIMIT)?).await?;
        let act = |act: crate::store::OperatorAct| Act {
            at: act.at,
            who: act.who,
            what: act.what,
            target: act.target,
            result: act.result,
        };
        Ok(List::whole(acts.into_iter().map(act).collect()))
    }

    /// Carries a plan out, from a position on.
    pub async fn carry_out(&self, plan: &Plan, position: &Value, watch: &mut dyn Watch) -> Outcome<Ended<Value>> {
        match plan {
            Plan::Reindex(params) => self.reindex(params, position, watch).await.map(as_json),
            Plan::Verify(params) => self.verify(params, watch).await.map(as_json),
            Plan::RetryDeadLetters(params) => {
                self.go_through_dead_letters(Doing::Retry, params, position, watch).await.map(as_json)
            }
            Plan::DropDeadLetters(params) => {
                self.go_through_dead_letters(Doing::Drop, params, position, watch).await.map(as_json)
            }
        }
    }

    /// The open operation of a kind.
    pub(super) async fn open_operation(&self, kind: OperationKind) -> Outcome<Option<i64>> {
        let open = self.store.open_operations().await?;
        Ok(open.into_iter().find(|operation| operation.kind == kind.name()).map(|operation| operation.id))
    }

    /// What is kept of how to verify: the application by its id, however it was named. What is not there cannot be
    /// verified: a report that finds nothing wrong with it would be a lie.
    async fn of_what_there_is(&self, params: VerifyParams) -> Asked<VerifyParams> {
        let of_one = params.app.is_some() || params.application_id.is_some();
        if of_one && params.index_samples.is_some() {
            return Err(invalid("the index alone is verified as a whole"));
        }
        let Some(id) = self.of_one_application(params.app.as_deref(), params.application_id).await? else {
            let whole = params.chat_number.is_none();
            return if whole { Ok(params) } else { Err(invalid("name a chat without its application")) };
        };
        if let Some(chat) = params.chat_number
            && self.store.chat(id, chat).await?.is_none_or(|chat| chat.deleted_at.is_some())
        {
            return Err(OpsError::NotFound(Thing::Chat));
        }
        Ok(VerifyParams { app: None, application_id: Some(id.0), ..params })
    }

    /// The application that parameters name, by its id or its token.
    async fn of_one_application(&self, app: Option<&str>, id: Option<i64>) -> Asked<Option<AppId>> {
        let id = match (app, id) {
            (Some(_), Some(_)) => return Err(invalid("name the application twice: app and application_id")),
            (Some(app), None) => Some(self.application_of(app).await?),
            (None, id) => id.map(AppId),
        };
        match id {
            Some(id) if self.store.application(id).await?.is_none() => Err(OpsError::NotFound(Thing::Application)),
            id => Ok(id),
        }
    }

    async fn stored_operation(&self, id: i64) -> Asked<Operation> {
        self.store.operation(id).await?.ok_or(OpsError::NotFound(Thing::Operation))
    }
}

fn invalid(reason: &str) -> OpsError {
    OpsError::Invalid { field: "params", reason: reason.to_owned() }
}

fn parsed(query: Option<&str>) -> Asked<()> {
    let understood = query.map(|text| Query::parse(text, DEAD_LETTER_FIELDS)).transpose();
    understood.map(|_| ()).map_err(|error| OpsError::Invalid { field: "query", reason: error.to_string() })
}

fn as_json<T: Serialize>(ended: Ended<T>) -> Ended<Value> {
    match ended {
        Ended::Done(report) => Ended::Done(in_json(report)),
        Ended::Stopped => Ended::Stopped,
    }
}

/// Reports and parameters are structs of numbers and texts: they always have a JSON form.
fn in_json(value: impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn shown(operation: Operation) -> Shown {
    let step = Standing::of(&operation).step;
    Shown {
        id: operation.id,
        kind: operation.kind,
        state: operation.state,
        params: operation.params,
        step: Some(step).filter(|step| !step.is_empty()),
        done: operation.done,
        total: operation.total,
        result: operation.result,
        error: operation.error,
        created_at: operation.created_at,
        updated_at: operation.updated_at,
        finished_at: operation.finished_at,
        rate: operation.rate,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_not_said_has_its_default_and_what_is_unknown_is_refused() {
        assert_eq!(Plan::of("reindex", &Value::Null), Ok(Plan::Reindex(ReindexParams::default())));
        let slowly = ReindexParams { rate: Some(50), ..ReindexParams::default() };
        assert_eq!(Plan::of("reindex", &json!({"rate": 50})), Ok(Plan::Reindex(slowly)));
        assert!(Plan::of("reindex", &json!({"speed": 50})).is_err_and(|reason| reason.contains("speed")));
        assert!(
            Plan::of("verify", &json!({"samples": null}))
                .is_ok_and(|plan| { plan == Plan::Verify(VerifyParams { samples: None, ..VerifyParams::default() }) })
        );
        assert!(Plan::of("sweep", &Value::Null).is_err());
    }

    #[test]
    fn what_is_sent_to_start_an_operation_is_read_back_as_its_plan() {
        let params = VerifyParams { application_id: Some(3), samples: None, ..VerifyParams::default() };
        let start = StartOperation::verify(&params);
        assert_eq!(Plan::of(start.kind.name(), &start.params), Ok(Plan::Verify(params)));
    }
}
