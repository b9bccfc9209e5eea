//! `/chats` and `/messages`: every tenant's, for whoever administers.

use std::collections::HashMap;

use axum::extract::State;
use axum::response::Response;
use chat_shared::api::links::{append, cursor_links};
use chat_shared::api::types::{TenantChat, TenantMessage};
use chat_shared::domain::AppId;
use chat_shared::ops::wire;
use chat_shared::store::MessageKey;
use http::{StatusCode, Uri};
use serde::Serialize;

use crate::http::answer;
use crate::http::error::ApiError;
use crate::http::extract::{Admin, AllPage};
use crate::http::state::AppState;

/// List every tenant's chats
#[utoipa::path(
    get, path = "/chats", operation_id = "listAllChats", tag = "everything", security(("admin" = [])), params(AllPage),
    responses(
        (status = 200, body = Vec<TenantChat>, headers(("Link" = String, description = "`next`, RFC 8288"))),
    )
)]
pub async fn chats(
    _admin: Admin,
    State(state): State<AppState>,
    page: AllPage,
    uri: Uri,
) -> Result<Response, ApiError> {
    let after = page.cursor.map(|[app, chat, _]| (app_id(app), number(chat)));
    let mut chats = state.store.all_chats(after, page.number, page.limit + 1).await?;
    let more = cut(&mut chats, &page).map(|chat| [part(chat.app), u64::from(chat.number), 0]);
    let tokens = tokens(&state, chats.iter().map(|chat| chat.app)).await?;
    let rows = chats.into_iter().filter_map(|chat| {
        let token = tokens.get(&chat.app)?.clone();
        let title = chat.title;
        Some(TenantChat { token, chat_number: chat.number, messages_count: chat.messages_count, title })
    });
    Ok(answered(&rows.collect::<Vec<_>>(), &uri, &page, more))
}

/// List every tenant's messages
#[utoipa::path(
    get, path = "/messages", operation_id = "listAllMessages", tag = "everything", security(("admin" = [])), params(AllPage),
    responses(
        (status = 200, body = Vec<TenantMessage>, headers(("Link" = String, description = "`next`, RFC 8288"))),
    )
)]
pub async fn messages(
    _admin: Admin,
    State(state): State<AppState>,
    page: AllPage,
    uri: Uri,
) -> Result<Response, ApiError> {
    let after = page.cursor.map(|[app, chat, message]| MessageKey {
        app: app_id(app),
        chat: number(chat),
        number: number(message),
    });
    let mut messages = match page.number {
        Some(number) => state.store.messages_numbered(number, after, page.limit + 1).await?,
        None => state.store.scan_messages(None, None, after, page.limit + 1).await?,
    };
    let more = cut(&mut messages, &page)
        .map(|message| [part(message.app), u64::from(message.chat), u64::from(message.number)]);
    let tokens = tokens(&state, messages.iter().map(|message| message.app)).await?;
    let rows = messages.into_iter().filter_map(|message| {
        let token = tokens.get(&message.app)?.clone();
        Some(TenantMessage { token, chat_number: message.chat, message: wire::message(message) })
    });
    Ok(answered(&rows.collect::<Vec<_>>(), &uri, &page, more))
}

/// Cuts the row too many off; the last one that stays, where there was one too many.
fn cut<'a, T>(rows: &'a mut Vec<T>, page: &AllPage) -> Option<&'a T> {
    let more = rows.len() > page.limit as usize;
    rows.truncate(page.limit as usize);
    rows.last().filter(|_| more)
}

fn answered<T: Serialize>(rows: &[T], uri: &Uri, page: &AllPage, more: Option<[u64; 3]>) -> Response {
    let mut response = answer::json(StatusCode::OK, rows);
    let mut rest = String::new();
    if let Some(number) = page.number {
        append(&mut rest, "number", &number.to_string());
    }
    answer::set_links(&mut response, uri, cursor_links(more, page.limit, &rest));
    response
}

/// The tokens of the applications that a page is of; those being deleted have none.
async fn tokens(state: &AppState, apps: impl Iterator<Item = AppId>) -> Result<HashMap<AppId, String>, ApiError> {
    let mut tokens = HashMap::new();
    let mut last = None;
    for app in apps {
        // Rows come in the order of applications.
        if last.replace(app) == Some(app) {
            continue;
        }
        if let Some(application) = state.store.application(app).await? {
            tokens.insert(app, application.token.reveal().to_owned());
        }
    }
    Ok(tokens)
}

fn app_id(part: u64) -> AppId {
    AppId(part.cast_signed())
}

fn part(app: AppId) -> u64 {
    app.0.cast_unsigned()
}

fn number(part: u64) -> u32 {
    u32::try_from(part).unwrap_or(u32::MAX)
}
