//! `/admin/search`: the search index and its generations. Reindexing is an operation.

use axum::extract::State;
use axum::response::Response;
use chat_shared::api::problem::Problem;
use chat_shared::api::types::admin::SearchStatus;

use super::ok;
use crate::http::error::ApiError;
use crate::http::extract::{Admin, Who};
use crate::http::state::AppState;

/// The state of the search index
#[utoipa::path(
    get, path = "/admin/search", tag = "operators", security(("admin" = [])),
    responses(
        (status = 200, body = SearchStatus),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn status(_admin: Admin, State(state): State<AppState>) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.search_status().await?))
}

/// Make a generation that was built without a swap the one that answers
#[utoipa::path(
    post, path = "/admin/search/swap", tag = "operators", security(("admin" = [])),
    responses(
        (status = 200, body = SearchStatus),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn swap(_admin: Admin, State(state): State<AppState>, Who(who): Who) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.swap_index(&who).await?))
}

/// Drop a generation that was built without a swap
#[utoipa::path(
    post, path = "/admin/search/abandon", tag = "operators", security(("admin" = [])),
    responses(
        (status = 200, body = SearchStatus),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn abandon(_admin: Admin, State(state): State<AppState>, Who(who): Who) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.abandon_index(&who).await?))
}

/// Make the generation that answered before the one that answers again
#[utoipa::path(
    post, path = "/admin/search/rollback", tag = "operators", security(("admin" = [])),
    responses(
        (status = 200, body = SearchStatus),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn rollback(_admin: Admin, State(state): State<AppState>, Who(who): Who) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.rollback_index(&who).await?))
}

/// Drop the generation that answered before
#[utoipa::path(
    post, path = "/admin/search/prune", tag = "operators", security(("admin" = [])),
    responses(
        (status = 200, body = SearchStatus),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn prune(_admin: Admin, State(state): State<AppState>, Who(who): Who) -> Result<Response, ApiError> {
    Ok(ok(&state.operators.prune_index(&who).await?))
}
