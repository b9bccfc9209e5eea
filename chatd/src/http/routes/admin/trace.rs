//! `/admin/trace`: where one message is.

use axum::extract::State;
use axum::response::Response;
use chat_shared::api::problem::Problem;
use chat_shared::api::types::admin::{MessageTrace, TraceQuery};

use super::ok;
use crate::http::error::ApiError;
use crate::http::extract::{Admin, Asked};
use crate::http::state::AppState;

/// Where a message is, and when it passed each step
///
/// The log, its workers, the store, the search index, the dead letters. A number that was never given is not found.
#[utoipa::path(
    get, path = "/admin/trace", tag = "operators", security(("admin" = [])), params(TraceQuery),
    responses(
        (status = 200, body = MessageTrace),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn message(
    _admin: Admin,
    State(state): State<AppState>,
    Asked(query): Asked<TraceQuery>,
) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.trace(&query).await?))
}
