//! `/admin/counters`: counters, and what is to be thought of them.

use axum::extract::State;
use axum::response::Response;
use chat_shared::api::problem::Problem;
use chat_shared::api::types::admin::{
    ApplyCounters, Counter, CounterDiffLine, CounterDiffQuery, CountersQuery, List, SteppedCounter,
};
use chat_shared::domain::Sequence;

use super::{lines, ok};
use crate::http::error::ApiError;
use crate::http::extract::{Admin, Asked, JsonBody, Named, Who};
use crate::http::state::AppState;

/// Counters in the order of application and chat
///
/// Those of the applications and chats that are stored, whether the queue holds them or not; without verdicts, and while the
/// store does not answer, those that the queue holds. One that belongs to nothing stored is found at `/admin/counters/diff`.
#[utoipa::path(
    get, path = "/admin/counters", tag = "operators", security(("admin" = [])), params(CountersQuery),
    responses(
        (status = 200, body = List<Counter>),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn list(
    _admin: Admin,
    State(state): State<AppState>,
    Asked(query): Asked<CountersQuery>,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.counters(&query).await?))
}

/// All counters against what is stored and in flight
///
/// One JSON object a line; a whole comparison ends with a line of type `end`.
#[utoipa::path(
    get, path = "/admin/counters/diff", tag = "operators", security(("admin" = [])), params(CounterDiffQuery),
    responses(
        (status = 200, body = CounterDiffLine, content_type = "application/x-ndjson"),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn diff(
    _admin: Admin,
    State(state): State<AppState>,
    Asked(query): Asked<CounterDiffQuery>,
) -> Result<Response, ApiError> {
    Ok(lines(state.operators.diff_counters(&query).await?.lines(), "a comparison of counters"))
}

/// Carry out rows of a plan on counters, each only where what it rests on is still so
#[utoipa::path(
    post, path = "/admin/counters/apply", tag = "operators", security(("admin" = [])), request_body = ApplyCounters,
    responses(
        (status = 200, body = List<SteppedCounter>),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn apply(
    _admin: Admin,
    State(state): State<AppState>,
    Who(who): Who,
    body: JsonBody,
) -> Result<Response, ApiError> {
    let apply: ApplyCounters = body.parse(&[])?;
    Ok(ok(&state.operators.apply_counters(&apply, &who).await?))
}

/// One counter with its verdicts and their evidence
#[utoipa::path(
    get, path = "/admin/counters/{key}", tag = "operators", security(("admin" = [])), params(("key" = String, Path, example = "12:3")),
    responses(
        (status = 200, body = Counter),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn show(
    _admin: Admin,
    State(state): State<AppState>,
    Named(key): Named<Sequence>,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.counter(key).await?))
}
