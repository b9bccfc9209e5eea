//! Searching: in a chat by number, over an application by cursor. What is found, and how, is the finder's matter.

use axum::extract::State;
use axum::response::Response;
use chat_shared::api::codes::FieldCode;
use chat_shared::api::headers::SEARCH_DEGRADED;
use chat_shared::api::types::{FoundMessage, Highlight};
use chat_shared::search::Scope;
use chat_shared::search::finder::{Ask, FindError, Match, Matches, find};
use http::StatusCode;

use super::{chats, wire};
use crate::http::answer;
use crate::http::error::ApiError;
use crate::http::extract::{InApplication, InChat, NumberPage, SearchPage};
use crate::http::links::{append, cursor_links, number_links};
use crate::http::state::AppState;

/// The messages of a chat that contain `text`; the links go on from the last number that was looked at.
pub async fn in_chat(state: &AppState, at: &InChat, page: &NumberPage, text: &str) -> Result<Response, ApiError> {
    let window = page.page();
    let descending = window.takes_from_top();
    let place = |number: Option<u32>| number.map(|number| (at.chat, number));
    let (after, until) = if descending { (window.before, window.after) } else { (window.after, window.before) };
    let ask = Ask {
        scope: Scope { app: at.app, chat: Some(at.chat) },
        text,
        after: place(after),
        until: place(until),
        descending,
        limit: page.limit as usize,
    };
    let matches = found(state, &ask).await?;
    if matches.found.is_empty() {
        chats::existing(state, at).await?;
    }
    let more = matches.more_after.map(|(_, number)| number);
    let mut rest = String::new();
    append(&mut rest, "content", text);
    let links = number_links(page, matches.found.len(), more, &rest);
    let rows: Vec<_> = window.arrange(matches.found).into_iter().map(|one| row(one, false)).collect();
    let mut response = answered(&rows, matches.degraded);
    answer::set_links(&mut response, &at.uri, links);
    Ok(response)
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
    let number = |part: u64| u32::try_from(part).unwrap_or(u32::MAX);
    let ask = Ask {
        scope: Scope { app: at.app, chat: None },
        text: &page.content,
        after: page.cursor.map(|[chat, message]| (number(chat), number(message))),
        until: None,
        descending: false,
        limit: page.limit as usize,
    };
    let matches = found(&state, &ask).await?;
    let more = matches.more_after.map(|(chat, message)| [u64::from(chat), u64::from(message)]);
    let rows: Vec<_> = matches.found.into_iter().map(|one| row(one, true)).collect();
    let mut response = answered(&rows, matches.degraded);
    let mut rest = String::new();
    append(&mut rest, "content", &page.content);
    answer::set_links(&mut response, &at.uri, cursor_links(more, page.limit, &rest));
    Ok(response)
}

async fn found(state: &AppState, ask: &Ask<'_>) -> Result<Matches, ApiError> {
    let refused =
        |violation: chat_shared::domain::Violation| ApiError::field("content", violation, violation.to_string());
    state.limits.query(ask.text).map_err(refused)?;
    find(&*state.store, &*state.search, ask).await.map_err(|error| match error {
        FindError::NothingToFind => {
            ApiError::field("content", FieldCode::Blank, "holds nothing that can be searched for")
        }
        FindError::Store(fault) => fault.into(),
    })
}

fn answered(rows: &[FoundMessage], degraded: bool) -> Response {
    let mut response = answer::json(StatusCode::OK, rows);
    if degraded {
        answer::set(&mut response, SEARCH_DEGRADED, "true");
    }
    response
}

fn row(found: Match, with_chat: bool) -> FoundMessage {
    let at = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    let highlights = found.highlights.iter().map(|range| Highlight { start: at(range.start), end: at(range.end) });
    FoundMessage {
        chat_number: with_chat.then_some(found.message.chat),
        highlights: highlights.collect(),
        message: wire::message(found.message),
    }
}
