//! `/admin/status`, `/admin/queues`, `/admin/entries`, `/admin/workers`: what is on the log and who works on it.

use axum::extract::State;
use axum::response::Response;
use chat_shared::api::problem::Problem;
use chat_shared::api::types::admin::{
    ClaimAsked, ClaimParams, EntriesQuery, EntryDetail, List, LogEntry, PendingEntry, PendingQuery, QueueStatus,
    Queues, StationStatus, Status, Worker,
};
use chat_shared::queue::{EntryId, Group};
use chat_shared::store::Station;
use http::StatusCode;

use super::ok;
use crate::http::answer;
use crate::http::error::ApiError;
use crate::http::extract::{Admin, Asked, JsonBody, Named, Who};
use crate::http::state::AppState;

/// The installation at a glance; answers even while parts of it do not
#[utoipa::path(
    get, path = "/admin/status", tag = "operators", security(("admin" = [])),
    responses(
        (status = 200, body = Status),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn status(_admin: Admin, State(state): State<AppState>) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.status().await))
}

/// The log and its queues
#[utoipa::path(
    get, path = "/admin/queues", tag = "operators", security(("admin" = [])),
    responses(
        (status = 200, body = Queues),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn queues(_admin: Admin, State(state): State<AppState>) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.queues().await?))
}

/// One queue
#[utoipa::path(
    get, path = "/admin/queues/{queue}", tag = "operators", security(("admin" = [])), params(("queue" = Group, Path)),
    responses(
        (status = 200, body = QueueStatus),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn queue(
    _admin: Admin,
    State(state): State<AppState>,
    Named(queue): Named<Group>,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.queue(queue).await?))
}

/// What the workers of a queue hold
#[utoipa::path(
    get, path = "/admin/queues/{queue}/pending", tag = "operators", security(("admin" = [])), params(("queue" = Group, Path), PendingQuery),
    responses(
        (status = 200, body = List<PendingEntry>),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn pending(
    _admin: Admin,
    State(state): State<AppState>,
    Named(queue): Named<Group>,
    Asked(query): Asked<PendingQuery>,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.pending(queue, &query).await?))
}

/// Entries of the log, decoded
#[utoipa::path(
    get, path = "/admin/entries", tag = "operators", security(("admin" = [])), params(EntriesQuery),
    responses(
        (status = 200, body = List<LogEntry>),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn entries(
    _admin: Admin,
    State(state): State<AppState>,
    Asked(query): Asked<EntriesQuery>,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.entries(&query).await?))
}

/// One entry, with how far it is in each queue
#[utoipa::path(
    get, path = "/admin/entries/{id}", tag = "operators", security(("admin" = [])), params(("id" = String, Path, example = "1717000000000-3")),
    responses(
        (status = 200, body = EntryDetail),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn entry(
    _admin: Admin,
    State(state): State<AppState>,
    Named(id): Named<EntryId>,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.entry(id).await?))
}

/// The processes of the installation
#[utoipa::path(
    get, path = "/admin/workers", tag = "operators", security(("admin" = [])),
    responses(
        (status = 200, body = List<Worker>),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn workers(_admin: Admin, State(state): State<AppState>) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.workers().await?))
}

/// Stop accepting, or reading a queue, in every process, until that is taken back
///
/// With accepting stopped, creations and changes answer 503 `accepting_paused`. Once everything that was accepted is done,
/// the queue is recorded as drained: its server may be restarted or replaced without a gap in any number.
#[utoipa::path(
    post, path = "/admin/queues/{queue}/pause", tag = "operators", security(("admin" = [])), params(("queue" = Station, Path)),
    responses(
        (status = 200, body = StationStatus),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn pause(
    _admin: Admin,
    State(state): State<AppState>,
    Named(station): Named<Station>,
    Who(who): Who,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.pause(station, &who).await?))
}

/// Take a pause back
#[utoipa::path(
    post, path = "/admin/queues/{queue}/resume", tag = "operators", security(("admin" = [])), params(("queue" = Station, Path)),
    responses(
        (status = 200, body = StationStatus),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn resume(
    _admin: Admin,
    State(state): State<AppState>,
    Named(station): Named<Station>,
    Who(who): Who,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.resume(station, &who).await?))
}

/// Have workers take over, once, what was not delivered again for so long
#[utoipa::path(
    post, path = "/admin/queues/{queue}/claim", tag = "operators", security(("admin" = [])), params(("queue" = Group, Path)),
    request_body = ClaimParams,
    responses(
        (status = 202, body = ClaimAsked),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn claim(
    _admin: Admin,
    State(state): State<AppState>,
    Named(queue): Named<Group>,
    Who(who): Who,
    body: JsonBody,
) -> Result<Response, ApiError> {
    let params: ClaimParams = body.parse(&[])?;
    Ok(answer::json(StatusCode::ACCEPTED, &state.operators.claim(queue, params, &who).await?))
}
