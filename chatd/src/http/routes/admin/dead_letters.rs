//! `/admin/dead-letters`: entries that could never be persisted.

use axum::extract::State;
use axum::response::Response;
use chat_shared::api::problem::Problem;
use chat_shared::api::types::admin::{
    DeadLetter, DeadLetterDetail, DeadLetterRetry, DeadLettersQuery, List, Operation, RetryDeadLettersParams,
    StartOperation,
};

use super::ok;
use super::operations::accepted;
use crate::http::error::ApiError;
use crate::http::extract::{Admin, Asked, JsonBody, LetterId, Named, Who};
use crate::http::state::AppState;

/// Dead letters in the order of their ids
#[utoipa::path(
    get, path = "/admin/dead-letters", tag = "operators", security(("admin" = [])), params(DeadLettersQuery),
    responses(
        (status = 200, body = List<DeadLetter>),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn list(
    _admin: Admin,
    State(state): State<AppState>,
    Asked(query): Asked<DeadLettersQuery>,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.dead_letters(&query).await?))
}

/// One dead letter with what it says
#[utoipa::path(
    get, path = "/admin/dead-letters/{id}", tag = "operators", security(("admin" = [])), params(("id" = i64, Path)),
    responses(
        (status = 200, body = DeadLetterDetail),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn show(
    _admin: Admin,
    State(state): State<AppState>,
    Named(LetterId(id)): Named<LetterId>,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.dead_letter(id).await?))
}

/// Try one dead letter again, at once
#[utoipa::path(
    post, path = "/admin/dead-letters/{id}/retry", tag = "operators", security(("admin" = [])), params(("id" = i64, Path)),
    responses(
        (status = 200, body = DeadLetterRetry),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn retry(
    _admin: Admin,
    State(state): State<AppState>,
    Named(LetterId(id)): Named<LetterId>,
    Who(who): Who,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.retry_dead_letter(id, &who).await?))
}

/// Say that nothing more is to be done about a dead letter; its tombstone stays
#[utoipa::path(
    post, path = "/admin/dead-letters/{id}/drop", tag = "operators", security(("admin" = [])), params(("id" = i64, Path)),
    responses(
        (status = 200, body = DeadLetter),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn discard(
    _admin: Admin,
    State(state): State<AppState>,
    Named(LetterId(id)): Named<LetterId>,
    Who(who): Who,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.drop_dead_letter(id, &who).await?))
}

/// Try dead letters again, all or those of a kind: starts an operation
#[utoipa::path(
    post, path = "/admin/dead-letters/retry", tag = "operators", security(("admin" = [])),
    request_body = RetryDeadLettersParams,
    responses(
        (status = 202, body = Operation, headers(("Location" = String))),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn retry_all(
    _admin: Admin,
    State(state): State<AppState>,
    Who(who): Who,
    body: JsonBody,
) -> Result<Response, ApiError> {
    let params: RetryDeadLettersParams = body.parse_optional(&[])?;
    let operation = state.operators.start_operation(&StartOperation::retry_dead_letters(&params), &who).await?;
    Ok(accepted(&operation))
}
