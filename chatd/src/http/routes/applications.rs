//! `/applications` and `/applications/{token}`.

use std::time::Duration;

use axum::extract::State;
use axum::response::Response;
use chat_shared::api::problem::FieldError;
use chat_shared::api::types::{
    Accepted, ApplicationCreated, ApplicationDetail, ApplicationSummary, NameBody, RotateToken, TokenRotated,
};
use chat_shared::domain::{Limits, Sequence};
use chat_shared::ops::new_token;
use chat_shared::queue::Receipt;
use chat_shared::store::NewApplication;
use http::{StatusCode, Uri};

use super::settle::settle;
use crate::http::answer;
use crate::http::error::ApiError;
use crate::http::extract::{Admin, ApplicationsPage, InApplication, JsonBody, Who, Write, no_application};
use crate::http::state::AppState;

/// Create an application
#[utoipa::path(
    post, path = "/applications", operation_id = "createApplication", tag = "applications", security(("admin" = [])), request_body = NameBody,
    responses(
        (status = 201, body = ApplicationCreated, headers(("Location" = String, description = "Where it stands"))),
    )
)]
pub async fn create(_admin: Admin, State(state): State<AppState>, body: JsonBody) -> Result<Response, ApiError> {
    let request: NameBody<'_> = body.parse(&["chats_count", "token"])?;
    let name = checked_name(&state.limits, request)?;
    let new = NewApplication { token: new_token()?, name, at: state.clock.now() };
    let application = state.numbering.create_application(&new).await?;
    let token = application.token.reveal().to_owned();
    let location = format!("/applications/{token}");
    let created = ApplicationCreated { token, name: application.name, chats_count: application.chats_count };
    let mut response = answer::json(StatusCode::CREATED, &created);
    answer::set_location(&mut response, location);
    Ok(response)
}

/// List applications
#[utoipa::path(
    get, path = "/applications", operation_id = "listApplications", tag = "applications", security(("admin" = [])), params(ApplicationsPage),
    responses(
        (status = 200, body = Vec<ApplicationSummary>, headers(("Link" = String, description = "`next`, RFC 8288"))),
    )
)]
pub async fn list(
    _admin: Admin,
    State(state): State<AppState>,
    page: ApplicationsPage,
    uri: Uri,
) -> Result<Response, ApiError> {
    let page = state.operators.list_applications(page.cursor, page.name.as_deref(), page.limit).await?;
    let mut response = answer::json(StatusCode::OK, &page.rows);
    answer::set_links(&mut response, &uri, page.links);
    Ok(response)
}

/// Show an application
#[utoipa::path(
    get, path = "/applications/{token}", operation_id = "showApplication", tag = "applications",
    params(("token" = String, Path, description = "The application's token")),
    responses(
        (status = 200, body = ApplicationDetail),
    )
)]
pub async fn show(State(state): State<AppState>, at: InApplication) -> Result<Response, ApiError> {
    Ok(answer::json(StatusCode::OK, &state.operators.show_application(at.app, &at.token).await?))
}

/// Rename an application
#[utoipa::path(
    put, path = "/applications/{token}", operation_id = "renameApplication", tag = "applications", request_body = NameBody,
    params(
        ("token" = String, Path, description = "The application's token"),
        ("Prefer" = Option<String>, Header, description = "`wait=N`: answer when it is persisted, or after N seconds"),
    ),
    responses(
        (status = 202, body = Accepted),
        (status = 200, body = Accepted, description = "Persisted, where the request waited for it"),
    )
)]
pub async fn update(
    State(state): State<AppState>,
    at: InApplication,
    write: Write,
    body: JsonBody,
) -> Result<Response, ApiError> {
    let request: NameBody<'_> = body.parse(&["chats_count", "token"])?;
    let name = checked_name(&state.limits, request)?;
    let receipt = state.numbering.update_application(at.app, name, &write.context()).await?;
    Ok(settle(&state, &write, Sequence::Chats(at.app), receipt).await.changed("The application is being updated"))
}

/// Give an application another token
///
/// The new one works at once. The old one, and those before it, work for the grace that is asked for and are then found
/// no more, in every process within two seconds.
#[utoipa::path(
    post, path = "/applications/{token}/rotate-token", operation_id = "rotateToken", tag = "applications", security(("admin" = [])),
    request_body = Option<RotateToken>,
    params(("token" = String, Path, description = "The application's token")),
    responses(
        (status = 200, body = TokenRotated),
    )
)]
pub async fn rotate_token(
    _admin: Admin,
    State(state): State<AppState>,
    Who(who): Who,
    at: InApplication,
    body: JsonBody,
) -> Result<Response, ApiError> {
    let RotateToken { grace_seconds } = body.parse_optional(&[])?;
    let grace = Duration::from_secs(grace_seconds.into());
    let replaced = state.operators.replace_token(at.app, grace, &who).await?;
    state.tenants.replaced(&replaced.old, replaced.until);
    let token = replaced.application.token.reveal().to_owned();
    let told = TokenRotated { token, name: replaced.application.name, old_token_until: replaced.until };
    Ok(answer::json(StatusCode::OK, &told))
}

/// Delete an application with its chats and messages
#[utoipa::path(
    delete, path = "/applications/{token}", operation_id = "deleteApplication", tag = "applications", security(("admin" = [])),
    params(
        ("token" = String, Path, description = "The application's token"),
        ("Prefer" = Option<String>, Header, description = "`wait=N`: answer when it is persisted, or after N seconds"),
    ),
    responses(
        (status = 202, body = Accepted),
        (status = 200, body = Accepted, description = "Persisted, where the request waited for it"),
    )
)]
pub async fn delete(
    _admin: Admin,
    State(state): State<AppState>,
    at: InApplication,
    write: Write,
) -> Result<Response, ApiError> {
    state.numbering.must_accept()?;
    let deleted = state.store.delete_application(at.app, state.clock.now()).await?;
    state.tenants.deleted(&at.token);
    if !deleted {
        return Err(no_application());
    }
    let receipt = state.numbering.delete_application(at.app, &write.context()).await.unwrap_or_else(|refusal| {
        // Its token is found no more, and the janitor removes the rows of whatever is marked deleted.
        tracing::warn!(error = &refusal as &dyn std::error::Error, "a deleted application's clean-up was not logged");
        Receipt { first: 0, count: 0, last_id: chat_shared::queue::EntryId::ZERO, replayed: false }
    });
    Ok(settle(&state, &write, Sequence::Chats(at.app), receipt).await.changed("The application is being deleted"))
}

fn checked_name(limits: &Limits, request: NameBody<'_>) -> Result<String, ApiError> {
    let refused = |violation: chat_shared::domain::Violation| {
        ApiError::fields(vec![FieldError::new("name", violation, violation.to_string())])
    };
    limits.name(&request.name).map_err(refused)?;
    Ok(request.name.into_owned())
}
