//! `/applications/{token}/chats…`.

use axum::extract::State;
use axum::response::Response;
use chat_shared::api::types::{Accepted, ChatAnswer, ChatCreated, ChatList, CreateChat, UpdateChat};
use chat_shared::domain::{ChatState, Sequence, Violation};
use http::StatusCode;

use super::settle::settle;
use crate::http::answer;
use crate::http::error::ApiError;
use crate::http::extract::{InApplication, InChat, JsonBody, NumberPage, Write};
use crate::http::state::AppState;

/// Fields of a chat that clients cannot set.
const READ_ONLY: [&str; 4] = ["messages_count", "application_id", "chat_number", "token"];

/// Create a chat
#[utoipa::path(
    post, path = "/applications/{token}/chats", operation_id = "createChat", tag = "chats", request_body = Option<CreateChat>,
    params(
        ("token" = String, Path, description = "The application's token"),
        ("Idempotency-Key" = Option<String>, Header, description = "Makes the request safe to repeat for 24 h"),
        ("Prefer" = Option<String>, Header, description = "`wait=N`: answer when it is persisted, or after N seconds"),
    ),
    responses(
        (status = 201, body = ChatCreated, headers(("Location" = String, description = "Where it stands"))),
        (status = 202, body = ChatCreated, description = "Not persisted within the wait that was asked for"),
    )
)]
pub async fn create(
    State(state): State<AppState>,
    at: InApplication,
    write: Write,
    body: JsonBody,
) -> Result<Response, ApiError> {
    let request: CreateChat<'_> = body.parse_optional(&READ_ONLY)?;
    if let Some(title) = &request.title {
        state.limits.name(title).map_err(title_refused)?;
    }
    let sequence = Sequence::Chats(at.app);
    let context = write.creation(sequence, "chat", &request);
    let title = request.title.map(std::borrow::Cow::into_owned);
    let receipt = state.numbering.create_chat(at.app, title, &context).await?;
    let settled = settle(&state, &write, sequence, receipt).await;
    let dead = settled.is_done() && is_dead(&state, &at, receipt.first).await;
    let created = ChatCreated {
        chat_number: receipt.first,
        message: "The chat is created".into(),
        job_id: receipt.last_id,
        state: settled.state(dead),
    };
    Ok(settled.created(&created, Some(format!("{}/{}", at.uri.path(), receipt.first))))
}

async fn is_dead(state: &AppState, at: &InApplication, number: u32) -> bool {
    // It is accepted whatever the store says now: an error here must not hide that.
    let chat = state.store.chat(at.app, number).await.unwrap_or_default();
    chat.is_some_and(|chat| chat.state == ChatState::Dead)
}

/// List an application's chats
#[utoipa::path(
    get, path = "/applications/{token}/chats", operation_id = "listChats", tag = "chats",
    params(("token" = String, Path, description = "The application's token"), NumberPage),
    responses(
        (status = 200, body = ChatList, headers(("Link" = String, description = "`next` and `prev`, RFC 8288"))),
    )
)]
pub async fn list(State(state): State<AppState>, at: InApplication, page: NumberPage) -> Result<Response, ApiError> {
    let page = state.operators.list_chats(at.app, page.page()).await?;
    let body = ChatList { token: at.token.reveal().to_owned(), chats: page.rows };
    let mut response = answer::json(StatusCode::OK, &body);
    answer::set_links(&mut response, &at.uri, page.links);
    Ok(response)
}

/// Show a chat
#[utoipa::path(
    get, path = "/applications/{token}/chats/{chat_number}", operation_id = "showChat", tag = "chats",
    params(
        ("token" = String, Path, description = "The application's token"),
        ("chat_number" = u32, Path, description = "The chat's number", minimum = 1),
    ),
    responses(
        (status = 200, body = ChatAnswer),
    )
)]
pub async fn show(State(state): State<AppState>, at: InChat) -> Result<Response, ApiError> {
    let chat = state.operators.show_chat(&*state.numbering, at.app, at.chat).await?;
    let body = ChatAnswer { token: at.token.reveal().to_owned(), chat };
    Ok(answer::json(StatusCode::OK, &body))
}

/// Give a chat another title
#[utoipa::path(
    put, path = "/applications/{token}/chats/{chat_number}", operation_id = "retitleChat", tag = "chats", request_body = UpdateChat,
    params(
        ("token" = String, Path, description = "The application's token"),
        ("chat_number" = u32, Path, description = "The chat's number", minimum = 1),
        ("Prefer" = Option<String>, Header, description = "`wait=N`: answer when it is persisted, or after N seconds"),
    ),
    responses(
        (status = 202, body = Accepted),
        (status = 200, body = Accepted, description = "Persisted, where the request waited for it"),
    )
)]
pub async fn update(
    State(state): State<AppState>,
    at: InChat,
    write: Write,
    body: JsonBody,
) -> Result<Response, ApiError> {
    let request: UpdateChat<'_> = body.parse(&READ_ONLY)?;
    state.limits.name(&request.title).map_err(title_refused)?;
    let title = request.title.into_owned();
    let receipt = state.numbering.update_chat(at.app, at.chat, title, &write.context()).await?;
    Ok(settle(&state, &write, at.sequence(), receipt).await.changed("The chat is being updated"))
}

/// Delete a chat with its messages
#[utoipa::path(
    delete, path = "/applications/{token}/chats/{chat_number}", operation_id = "deleteChat", tag = "chats",
    params(
        ("token" = String, Path, description = "The application's token"),
        ("chat_number" = u32, Path, description = "The chat's number", minimum = 1),
        ("Prefer" = Option<String>, Header, description = "`wait=N`: answer when it is persisted, or after N seconds"),
    ),
    responses(
        (status = 202, body = Accepted),
        (status = 200, body = Accepted, description = "Persisted, where the request waited for it"),
    )
)]
pub async fn delete(State(state): State<AppState>, at: InChat, write: Write) -> Result<Response, ApiError> {
    let receipt = state.numbering.delete_chat(at.app, at.chat, &write.context()).await?;
    Ok(settle(&state, &write, at.sequence(), receipt).await.changed("The chat is being deleted"))
}

fn title_refused(violation: Violation) -> ApiError {
    ApiError::field("title", violation, violation.to_string())
}
