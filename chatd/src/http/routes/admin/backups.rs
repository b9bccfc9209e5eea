//! `/admin/backups` and `/admin/restores`: an application whole, out of one installation and into another.

use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use chat_shared::api::problem::Problem;
use chat_shared::api::types::{ApplicationDetail, BackupLine, BeginRestore, FinishRestore, RestoreBegun, RestoreLines};
use chat_shared::fault::Fault;
use chat_shared::ops::{Backup, wire};
use futures::stream;
use http::HeaderValue;
use http::header::CONTENT_TYPE;
use serde_json::json;

use super::ok;
use crate::http::error::ApiError;
use crate::http::extract::{Admin, BatchBody, InApplication, JsonBody, Who, no_application};
use crate::http::state::AppState;

/// Back an application up
///
/// One JSON object a line; a whole backup ends with a line of type `end`. What is accepted and not persisted yet is not
/// in it.
#[utoipa::path(
    get, path = "/admin/backups/{token}", tag = "operators", security(("admin" = [])), params(("token" = String, Path)),
    responses(
        (status = 200, body = BackupLine, content_type = "application/x-ndjson"),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn backup(_admin: Admin, State(state): State<AppState>, at: InApplication) -> Result<Response, ApiError> {
    let application = state.store.application(at.app).await?.ok_or_else(no_application)?;
    let backup = Backup::new(state.store.clone(), application);
    let lines = stream::try_unfold(backup, |mut backup| async move {
        let piece = backup.next().await.inspect_err(|cause| {
            tracing::error!(error = cause.chain(), "a backup was cut off");
        })?;
        Ok::<_, Fault>(piece.map(|piece| (piece, backup)))
    });
    let mut response = Response::new(Body::from_stream(lines));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/x-ndjson"));
    Ok(response)
}

/// Begin to restore an application, or take up what was begun
#[utoipa::path(
    post, path = "/admin/restores", tag = "operators", security(("admin" = [])), request_body = BeginRestore,
    responses(
        (status = 200, body = RestoreBegun),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn begin(
    _admin: Admin,
    State(state): State<AppState>,
    Who(who): Who,
    body: JsonBody,
) -> Result<Response, ApiError> {
    let begin: BeginRestore = body.parse(&[])?;
    let restore = state.operators.begin_restore(&begin, &who).await?;
    // It may have been another's a moment ago: the same backup is restored a second time.
    state.tenants.given(&restore);
    Ok(ok(&RestoreBegun { restore: restore.reveal().to_owned() }))
}

/// Restore some chats and messages; may be repeated
#[utoipa::path(
    post, path = "/admin/restores/{token}/lines", tag = "operators", security(("admin" = [])),
    params(("token" = String, Path, description = "What the restoring was begun with")), request_body = RestoreLines,
    responses(
        (status = 200, description = "They are stored"),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn lines(
    _admin: Admin,
    State(state): State<AppState>,
    at: InApplication,
    body: BatchBody,
) -> Result<Response, ApiError> {
    let RestoreLines { lines } = body.parse()?;
    let count = lines.len();
    state.operators.restore_lines(at.app, &at.token, lines).await?;
    Ok(ok(&json!({ "lines": count })))
}

/// End a restoring: from now on the application has its own token
#[utoipa::path(
    post, path = "/admin/restores/{token}/finish", tag = "operators", security(("admin" = [])),
    params(("token" = String, Path, description = "What the restoring was begun with")), request_body = FinishRestore,
    responses(
        (status = 200, body = ApplicationDetail),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn finish(
    _admin: Admin,
    State(state): State<AppState>,
    Who(who): Who,
    at: InApplication,
    body: JsonBody,
) -> Result<Response, ApiError> {
    let FinishRestore { application, name } = body.parse(&[])?;
    let restored = state.operators.finish_restore(at.app, &at.token, &application, name.as_deref(), &who).await?;
    state.tenants.deleted(&at.token);
    state.tenants.given(&restored.token);
    Ok(ok(&wire::application_detail(restored)))
}
