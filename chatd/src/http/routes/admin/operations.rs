//! `/admin/operations`: long work that runs in chatd, and the operator log at `/admin/acts`.

use axum::extract::State;
use axum::response::Response;
use chat_shared::api::problem::Problem;
use chat_shared::api::types::admin::{
    Act, ActsQuery, List, Operation, OperationsQuery, ReindexParams, RetryDeadLettersParams, StartOperation, Throttle,
    VerifyParams, VerifyReport,
};
use http::StatusCode;

use super::ok;
use crate::http::answer;
use crate::http::error::ApiError;
use crate::http::extract::{Admin, Asked, JsonBody, Named, OperationId, Who};
use crate::http::state::AppState;

/// What the document says of parameters and results, which are of each kind its own form.
#[derive(utoipa::OpenApi)]
#[openapi(components(schemas(ReindexParams, VerifyParams, RetryDeadLettersParams, VerifyReport)))]
pub struct Forms;

/// Operations, newest first
#[utoipa::path(
    get, path = "/admin/operations", tag = "operators", security(("admin" = [])), params(OperationsQuery),
    responses(
        (status = 200, body = List<Operation>),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn list(
    _admin: Admin,
    State(state): State<AppState>,
    Asked(query): Asked<OperationsQuery>,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.operations(&query).await?))
}

/// One operation
#[utoipa::path(
    get, path = "/admin/operations/{id}", tag = "operators", security(("admin" = [])), params(("id" = i64, Path)),
    responses(
        (status = 200, body = Operation),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn show(
    _admin: Admin,
    State(state): State<AppState>,
    Named(OperationId(id)): Named<OperationId>,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.operation(id).await?))
}

/// Start an operation
#[utoipa::path(
    post, path = "/admin/operations", tag = "operators", security(("admin" = [])),
    request_body = StartOperation,
    responses(
        (status = 202, body = Operation, headers(("Location" = String))),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn start(
    _admin: Admin,
    State(state): State<AppState>,
    Who(who): Who,
    body: JsonBody,
) -> Result<Response, ApiError> {
    let start: StartOperation = body.parse(&[])?;
    Ok(accepted(&state.operators.start_operation(&start, &who).await?))
}

/// End an operation; what it has done so far stays
#[utoipa::path(
    post, path = "/admin/operations/{id}/cancel", tag = "operators", security(("admin" = [])), params(("id" = i64, Path)),
    responses(
        (status = 200, body = Operation),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn cancel(
    _admin: Admin,
    State(state): State<AppState>,
    Named(OperationId(id)): Named<OperationId>,
    Who(who): Who,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.cancel_operation(id, &who).await?))
}

/// Hold an operation where it is; no restart begins it again
#[utoipa::path(
    post, path = "/admin/operations/{id}/pause", tag = "operators", security(("admin" = [])), params(("id" = i64, Path)),
    responses(
        (status = 200, body = Operation),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn pause(
    _admin: Admin,
    State(state): State<AppState>,
    Named(OperationId(id)): Named<OperationId>,
    Who(who): Who,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.pause_operation(id, &who).await?))
}

/// Let a paused operation go on from where it was
#[utoipa::path(
    post, path = "/admin/operations/{id}/resume", tag = "operators", security(("admin" = [])), params(("id" = i64, Path)),
    responses(
        (status = 200, body = Operation),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn resume(
    _admin: Admin,
    State(state): State<AppState>,
    Named(OperationId(id)): Named<OperationId>,
    Who(who): Who,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.resume_operation(id, &who).await?))
}

/// Give an operation another rate from now on
#[utoipa::path(
    post, path = "/admin/operations/{id}/throttle", tag = "operators", security(("admin" = [])), params(("id" = i64, Path)),
    request_body = Throttle,
    responses(
        (status = 200, body = Operation),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn throttle(
    _admin: Admin,
    State(state): State<AppState>,
    Named(OperationId(id)): Named<OperationId>,
    Who(who): Who,
    body: JsonBody,
) -> Result<Response, ApiError> {
    let throttle: Throttle = body.parse(&[])?;
    Ok(ok(&state.operators.throttle_operation(id, throttle.rate, &who).await?))
}

/// The operator log, newest first
#[utoipa::path(
    get, path = "/admin/acts", tag = "operators", security(("admin" = [])), params(ActsQuery),
    responses(
        (status = 200, body = List<Act>),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn acts(
    _admin: Admin,
    State(state): State<AppState>,
    Asked(query): Asked<ActsQuery>,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.acts(&query).await?))
}

/// An operation that is queued, and where it is watched.
pub(super) fn accepted(operation: &Operation) -> Response {
    let mut response = answer::json(StatusCode::ACCEPTED, operation);
    answer::set_location(&mut response, format!("/admin/operations/{}", operation.id));
    response
}
