//! Searching: in a chat by number, over an application by cursor. What is found, and how, is the finder's matter.

use axum::extract::State;
use axum::response::Response;
use chat_shared::api::headers::SEARCH_DEGRADED;
use chat_shared::api::types::FoundMessage;
use chat_shared::ops::Page;
use http::{StatusCode, Uri};

use crate::http::answer;
use crate::http::error::ApiError;
use crate::http::extract::{InApplication, InChat, NumberPage, SearchPage};
use crate::http::state::AppState;

/// The messages of a chat that contain `text`; the links go on from the last number that was looked at.
pub async fn in_chat(state: &AppState, at: &InChat, page: &NumberPage, text: &str) -> Result<Response, ApiError> {
    let place = (at.app, at.chat);
    let found = state.operators.search_chat(&*state.numbering, &state.limits, place, page.page(), text).await?;
    Ok(answered(found, &at.uri))
}

/// Search all chats of an application
///
/// A page may hold fewer messages than `limit`, even none, and have a next one.
#[utoipa::path(
    get, path = "/applications/{token}/messages", operation_id = "searchApplication", tag = "messages",
    params(("token" = String, Path, description = "The application's token"), SearchPage),
    responses(
        (status = 200, body = Vec<FoundMessage>, headers(
            ("Link" = String, description = "`next`, RFC 8288"),
            ("Search-Degraded" = String, description = "`true` where the search engine failed and the store was scanned"),
        )),
    )
)]
pub async fn in_application(
    State(state): State<AppState>,
    at: InApplication,
    page: SearchPage,
) -> Result<Response, ApiError> {
    let found =
        state.operators.search_application(&state.limits, at.app, page.cursor, page.limit, &page.content).await?;
    Ok(answered(found, &at.uri))
}

fn answered(found: Page<FoundMessage>, uri: &Uri) -> Response {
    let mut response = answer::json(StatusCode::OK, &found.rows);
    if found.degraded {
        answer::set(&mut response, SEARCH_DEGRADED, "true");
    }
    answer::set_links(&mut response, uri, found.links);
    response
}
