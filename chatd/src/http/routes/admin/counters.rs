//! `/admin/counters`: counters, and what is to be thought of them.

use axum::extract::State;
use axum::response::Response;
use chat_shared::api::problem::Problem;
use chat_shared::api::types::admin::{Counter, CountersQuery, List};
use chat_shared::domain::Sequence;

use super::ok;
use crate::http::error::ApiError;
use crate::http::extract::{Admin, Asked, Named};
use crate::http::state::AppState;

/// Counters in the order of application and chat
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
