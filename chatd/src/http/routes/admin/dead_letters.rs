//! `/admin/dead-letters`: entries that could never be persisted.

use axum::extract::State;
use axum::response::Response;
use chat_shared::api::problem::Problem;
use chat_shared::api::types::admin::{
    DeadLetter, DeadLetterDetail, DeadLetterErrors, DeadLetterLine, DeadLetterRetry, DeadLettersQuery, EditDeadLetter,
    ImportDeadLetters, ImportedDeadLetter, List, Operation, RetryDeadLettersParams, SelectDeadLetters, StartOperation,
};

use super::operations::accepted;
use super::{lines, ok};
use crate::http::error::ApiError;
use crate::http::extract::{Admin, Asked, BatchBody, JsonBody, LetterId, Named, Who};
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

/// Dead letters by what went wrong, the most frequent first
#[utoipa::path(
    get, path = "/admin/dead-letters/errors", tag = "operators", security(("admin" = [])), params(SelectDeadLetters),
    responses(
        (status = 200, body = DeadLetterErrors),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn errors(
    _admin: Admin,
    State(state): State<AppState>,
    Asked(asked): Asked<SelectDeadLetters>,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.dead_letter_errors(&asked).await?))
}

/// Dead letters with everything that is needed to park them again
///
/// One JSON object a line; a whole export ends with a line of type `end`.
#[utoipa::path(
    get, path = "/admin/dead-letters/export", tag = "operators", security(("admin" = [])), params(SelectDeadLetters),
    responses(
        (status = 200, body = DeadLetterLine, content_type = "application/x-ndjson"),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn export(
    _admin: Admin,
    State(state): State<AppState>,
    Asked(asked): Asked<SelectDeadLetters>,
) -> Result<Response, ApiError> {
    Ok(lines(state.operators.export_dead_letters(&asked)?, "an export of dead letters"))
}

/// Park entries that were exported; those that are dead letters already are left alone
#[utoipa::path(
    post, path = "/admin/dead-letters/import", tag = "operators", security(("admin" = [])),
    request_body = ImportDeadLetters,
    responses(
        (status = 200, body = List<ImportedDeadLetter>),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn import(
    _admin: Admin,
    State(state): State<AppState>,
    Who(who): Who,
    body: BatchBody,
) -> Result<Response, ApiError> {
    let import: ImportDeadLetters = body.parse()?;
    Ok(ok(&state.operators.import_dead_letters(&import, &who).await?))
}

/// Give a parked entry another text; its number and ids stay
#[utoipa::path(
    post, path = "/admin/dead-letters/{id}/edit", tag = "operators", security(("admin" = [])), params(("id" = i64, Path)),
    request_body = EditDeadLetter,
    responses(
        (status = 200, body = DeadLetterDetail),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn edit(
    _admin: Admin,
    State(state): State<AppState>,
    Named(LetterId(id)): Named<LetterId>,
    Who(who): Who,
    body: JsonBody,
) -> Result<Response, ApiError> {
    let edit: EditDeadLetter = body.parse(&[])?;
    Ok(ok(&state.operators.edit_dead_letter(id, &edit, &who).await?))
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
