//! `…/chats/{chat_number}/messages…`.

use std::borrow::Cow;

use axum::extract::State;
use axum::response::Response;
use chat_shared::api::codes::FieldCode;
use chat_shared::api::problem::FieldError;
use chat_shared::api::types::{
    Accepted, BatchCreated, CreateMessage, CreateMessages, FoundMessage, Message, MessageCreated, NumberedMessage,
    UpdateMessage,
};
use chat_shared::domain::{Limits, MessageState, Violation};
use chat_shared::numbering::NewMessage;
use chat_shared::ops::{existing_message, wire};
use chat_shared::queue::{EntryId, Receipt};
use chat_shared::store::MessageKey;
use http::StatusCode;
use http::header::ETAG;

use super::search;
use super::settle::settle;
use crate::http::answer;
use crate::http::error::ApiError;
use crate::http::extract::{
    BatchBody, IfMatch, InChat, JsonBody, MessagesPage, NumberPage, OfMessage, Preconditions, QueryText, Write,
};
use crate::http::state::AppState;

/// Fields of a message that clients cannot set.
const READ_ONLY: [&str; 6] = ["message_number", "chat_number", "chat_id", "state", "created_at", "updated_at"];

/// The most refused items of a batch that an error names.
const NAMED: usize = 20;

/// Create a message
#[utoipa::path(
    post, path = "/applications/{token}/chats/{chat_number}/messages", operation_id = "createMessage", tag = "messages", request_body = CreateMessage,
    params(
        ("token" = String, Path, description = "The application's token"),
        ("chat_number" = u32, Path, description = "The chat's number", minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, description = "Makes the request safe to repeat for 24 h"),
        ("Prefer" = Option<String>, Header, description = "`wait=N`: answer when it is persisted, or after N seconds"),
    ),
    responses(
        (status = 201, body = MessageCreated, headers(("Location" = String, description = "Where it stands"))),
        (status = 202, body = MessageCreated, description = "Not persisted within the wait that was asked for"),
    )
)]
pub async fn create(
    State(state): State<AppState>,
    at: InChat,
    write: Write,
    body: JsonBody,
) -> Result<Response, ApiError> {
    let request: CreateMessage<'_> = body.parse(&READ_ONLY)?;
    let mut errors = Vec::new();
    check(&state.limits, &request, String::new, &mut errors);
    if !errors.is_empty() {
        return Err(ApiError::fields(errors));
    }
    let context = write.creation(at.sequence(), "message", &request);
    let receipt = state.numbering.create_messages(at.app, at.chat, vec![owned(request)], &context).await?;
    let settled = settle(&state, &write, at.sequence(), receipt).await;
    let dead = settled.is_done() && any_dead(&state, &at, receipt).await;
    let created = MessageCreated {
        message_number: receipt.first,
        message: Cow::Borrowed("The message is created"),
        job_id: receipt.last_id,
        state: settled.state(dead),
    };
    Ok(settled.created(&created, Some(format!("{}/{}", at.uri.path(), receipt.first))))
}

/// Create messages with consecutive numbers, all or none
#[utoipa::path(
    post, path = "/applications/{token}/chats/{chat_number}/messages/batch", operation_id = "createMessages", tag = "messages",
    request_body = CreateMessages,
    params(
        ("token" = String, Path, description = "The application's token"),
        ("chat_number" = u32, Path, description = "The chat's number", minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, description = "Makes the request safe to repeat for 24 h"),
        ("Prefer" = Option<String>, Header, description = "`wait=N`: answer when it is persisted, or after N seconds"),
    ),
    responses(
        (status = 201, body = BatchCreated),
        (status = 202, body = BatchCreated, description = "Not persisted within the wait that was asked for"),
    )
)]
pub async fn create_batch(
    State(state): State<AppState>,
    at: InChat,
    write: Write,
    body: BatchBody,
) -> Result<Response, ApiError> {
    let request: CreateMessages<'_> = body.parse()?;
    check_batch(&state.limits, &request)?;
    let context = write.creation(at.sequence(), "batch", &request);
    let messages = request.messages.into_iter().map(owned).collect();
    let receipt = state.numbering.create_messages(at.app, at.chat, messages, &context).await?;
    let settled = settle(&state, &write, at.sequence(), receipt).await;
    let dead = settled.is_done() && any_dead(&state, &at, receipt).await;
    let created = BatchCreated {
        messages: numbers(receipt).map(|message_number| NumberedMessage { message_number }).collect(),
        message: Cow::Borrowed("The messages are created"),
        job_id: receipt.last_id,
        state: settled.state(dead),
    };
    Ok(settled.created(&created, None))
}

/// List a chat's messages, or those that contain a text
///
/// With `content`, only messages that contain the text, each with `highlights`; a page may then hold fewer than `limit`,
/// even none, and have a next one.
#[utoipa::path(
    get, path = "/applications/{token}/chats/{chat_number}/messages", operation_id = "listMessages", tag = "messages",
    params(
        ("token" = String, Path, description = "The application's token"),
        ("chat_number" = u32, Path, description = "The chat's number", minimum = 1),
        NumberPage,
        QueryText,
    ),
    responses(
        (status = 200, body = MessagesOrMatches, headers(
            ("Link" = String, description = "`next` and `prev`, RFC 8288"),
            ("Search-Degraded" = String, description = "`true` where the search engine failed and the store was scanned"),
        )),
    )
)]
pub async fn list(State(state): State<AppState>, at: InChat, asked: MessagesPage) -> Result<Response, ApiError> {
    let MessagesPage { page, content } = asked;
    if let Some(text) = content {
        return search::in_chat(&state, &at, &page, &text).await;
    }
    let page = state.operators.list_messages(&*state.numbering, at.app, at.chat, page.page()).await?;
    let mut response = answer::json(StatusCode::OK, &page.rows);
    answer::set_links(&mut response, &at.uri, page.links);
    Ok(response)
}

/// What a list of messages holds.
#[derive(utoipa::ToSchema)]
#[schema(as = MessageList)]
#[serde(untagged)]
#[expect(dead_code, reason = "read by nobody but the OpenAPI document")]
pub enum MessagesOrMatches {
    /// Without `content`.
    Messages(Vec<Message>),
    /// With `content`.
    Matches(Vec<FoundMessage>),
}

/// Show a message
#[utoipa::path(
    get, path = "/applications/{token}/chats/{chat_number}/messages/{message_number}", operation_id = "showMessage", tag = "messages",
    params(
        ("token" = String, Path, description = "The application's token"),
        ("chat_number" = u32, Path, description = "The chat's number", minimum = 1),
        ("message_number" = u32, Path, description = "The message's number", minimum = 1),
        ("If-None-Match" = Option<String>, Header, description = "Versions that the client has already"),
    ),
    responses(
        (status = 200, body = Message, headers(("ETag" = String, description = "Its version"))),
        (status = 304, description = "The client has it already"),
    )
)]
pub async fn show(
    State(state): State<AppState>,
    at: OfMessage,
    conditions: Preconditions,
) -> Result<Response, ApiError> {
    let message = existing_message(&*state.numbering, at.key()).await?;
    let etag = answer::etag(message.version);
    let mut response = match conditions.if_none_match {
        Some(IfMatch::Any) => not_modified(),
        Some(IfMatch::These(versions)) if versions.contains(&message.version) => not_modified(),
        _ => answer::json(StatusCode::OK, &wire::message(message)),
    };
    response.headers_mut().insert(ETAG, etag);
    Ok(response)
}

fn not_modified() -> Response {
    let mut response = Response::default();
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    response
}

/// Give a message another content
#[utoipa::path(
    put, path = "/applications/{token}/chats/{chat_number}/messages/{message_number}", operation_id = "changeMessage", tag = "messages",
    request_body = UpdateMessage,
    params(
        ("token" = String, Path, description = "The application's token"),
        ("chat_number" = u32, Path, description = "The chat's number", minimum = 1),
        ("message_number" = u32, Path, description = "The message's number", minimum = 1),
        ("If-Match" = Option<String>, Header, description = "Change only this version"),
        ("Prefer" = Option<String>, Header, description = "`wait=N`: answer when it is persisted, or after N seconds"),
    ),
    responses(
        (status = 202, body = Accepted),
        (status = 200, body = Accepted, description = "Persisted, where the request waited for it"),
    )
)]
pub async fn update(
    State(state): State<AppState>,
    at: OfMessage,
    write: Write,
    conditions: Preconditions,
    body: JsonBody,
) -> Result<Response, ApiError> {
    let request: UpdateMessage<'_> = body.parse(&READ_ONLY)?;
    let refused = |violation: Violation| ApiError::field("content", violation, violation.to_string());
    state.limits.content(&request.content).map_err(refused)?;
    let expected = expected(&state, &at, conditions).await?;
    let (key, text) = (at.key(), request.content.into_owned());
    let context = write.context();
    let receipt = state.numbering.update_message(key.app, key.chat, key.number, text, expected, &context).await?;
    Ok(settle(&state, &write, at.chat.sequence(), receipt).await.changed("The message is being updated"))
}

/// Delete a message
#[utoipa::path(
    delete, path = "/applications/{token}/chats/{chat_number}/messages/{message_number}", operation_id = "deleteMessage", tag = "messages",
    params(
        ("token" = String, Path, description = "The application's token"),
        ("chat_number" = u32, Path, description = "The chat's number", minimum = 1),
        ("message_number" = u32, Path, description = "The message's number", minimum = 1),
        ("If-Match" = Option<String>, Header, description = "Delete only this version"),
        ("Prefer" = Option<String>, Header, description = "`wait=N`: answer when it is persisted, or after N seconds"),
    ),
    responses(
        (status = 202, body = Accepted),
        (status = 200, body = Accepted, description = "Persisted, where the request waited for it"),
    )
)]
pub async fn delete(
    State(state): State<AppState>,
    at: OfMessage,
    write: Write,
    conditions: Preconditions,
) -> Result<Response, ApiError> {
    let expected = expected(&state, &at, conditions).await?;
    let key = at.key();
    let receipt = state.numbering.delete_message(key.app, key.chat, key.number, expected, &write.context()).await?;
    Ok(settle(&state, &write, at.chat.sequence(), receipt).await.changed("The message is being deleted"))
}

/// The one version that a change is meant for. Of several the one that the message has now is taken; where it has none of
/// them, any of them will be found not to match.
async fn expected(state: &AppState, at: &OfMessage, conditions: Preconditions) -> Result<Option<EntryId>, ApiError> {
    let Some(IfMatch::These(versions)) = conditions.if_match else { return Ok(None) };
    match versions.as_slice() {
        [] => Ok(Some(EntryId::ZERO)),
        [one] => Ok(Some(*one)),
        [first, ..] => {
            let now = existing_message(&*state.numbering, at.key()).await?.version;
            Ok(Some(if versions.contains(&now) { now } else { *first }))
        }
    }
}

fn check(limits: &Limits, message: &CreateMessage<'_>, at: impl Fn() -> String, errors: &mut Vec<FieldError>) {
    let mut refuse = |name: &str, checked: Result<(), Violation>| {
        if let Err(violation) = checked {
            errors.push(FieldError::new(at() + name, violation, violation.to_string()));
        }
    };
    refuse("content", limits.content(&message.content));
    refuse("sender", message.sender.as_deref().map_or(Ok(()), |sender| limits.sender(sender)));
}

fn check_batch(limits: &Limits, batch: &CreateMessages<'_>) -> Result<(), ApiError> {
    if batch.messages.is_empty() {
        return Err(ApiError::field("messages", FieldCode::Empty, "must hold at least one message"));
    }
    if batch.messages.len() > limits.batch_messages {
        let message = format!("holds {} messages; at most {} are allowed", batch.messages.len(), limits.batch_messages);
        return Err(ApiError::field("messages", FieldCode::TooMany, message));
    }
    let mut errors = Vec::new();
    for (index, message) in batch.messages.iter().enumerate() {
        check(limits, message, || format!("messages[{index}]."), &mut errors);
        if errors.len() >= NAMED {
            break;
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(ApiError::fields(errors)) }
}

fn owned(message: CreateMessage<'_>) -> NewMessage {
    NewMessage {
        content: message.content.into_owned(),
        sender: message.sender.map(Cow::into_owned),
        sent_at: message.sent_at,
    }
}

fn numbers(receipt: Receipt) -> std::ops::Range<u32> {
    receipt.first..receipt.first.saturating_add(receipt.count)
}

/// Whether any of what was created could never be persisted.
async fn any_dead(state: &AppState, at: &InChat, receipt: Receipt) -> bool {
    let keys: Vec<_> = numbers(receipt).map(|number| MessageKey { app: at.app, chat: at.chat, number }).collect();
    // It is accepted whatever the store says now: an error here must not hide that.
    let rows = state.store.messages_by_key(&keys).await.unwrap_or_default();
    rows.iter().any(|message| message.state == MessageState::Dead)
}
