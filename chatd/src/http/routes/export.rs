//! `/admin/export`: applications, chats and messages in order, one JSON object a line, in memory no more than a few
//! hundred rows at a time. What fails on the way cuts the stream: a whole one ends with its `end` line.

use std::collections::VecDeque;

use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use bytes::Bytes;
use chat_shared::api::types::{ExportLine, ExportedApplication, ExportedChat, ExportedMessage};
use chat_shared::domain::{AppId, Application, Chat, ChatNumber, Message, Token};
use chat_shared::fault::Outcome;
use chat_shared::store::{MessageKey, Order, Window};
use futures::stream;
use http::HeaderValue;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};

use super::wire;
use crate::http::error::ApiError;
use crate::http::extract::{Admin, ExportQuery, no_application, no_chat};
use crate::http::state::AppState;

/// Applications and chats read at a time.
const HEADS: u32 = 100;

/// Messages read at a time; a content may have 64 KiB.
const MESSAGES: u32 = 500;

/// Export applications, chats and messages
///
/// One JSON object a line; a whole export ends with a line of type `end`. What is accepted and not persisted yet is not
/// in it.
#[utoipa::path(
    get, path = "/admin/export", operation_id = "export", tag = "everything", security(("admin" = [])), params(ExportQuery),
    responses(
        (status = 200, body = ExportLine, content_type = "application/x-ndjson"),
    )
)]
pub async fn export(_admin: Admin, State(state): State<AppState>, asked: ExportQuery) -> Result<Response, ApiError> {
    let mut export = Export::all(state.clone());
    if let Some(token) = asked.application {
        let token = Token::new(token);
        let tenant = state.store.application_by_token(&token.hash()).await?.ok_or_else(no_application)?;
        let application = tenant.application;
        if let Some(number) = asked.chat {
            let chat = state.store.chat(application.id, number).await?;
            export.chats =
                chat.filter(|chat| chat.deleted_at.is_none()).ok_or_else(no_chat).map(|chat| [chat].into())?;
            export.all_chats = false;
        }
        export.applications = [application].into();
        export.all_applications = false;
    }
    let lines = stream::try_unfold(export, |mut export| async move {
        let piece = export.next().await.inspect_err(|cause| {
            tracing::error!(error = cause.chain(), "an export was cut off");
        })?;
        Ok::<_, chat_shared::fault::Fault>(piece.map(|piece| (piece, export)))
    });
    let mut response = Response::new(Body::from_stream(lines));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-ndjson"));
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_static(r#"attachment; filename="chat-export.ndjson""#));
    Ok(response)
}

/// An export under way.
struct Export {
    state: AppState,
    /// Applications read and not begun.
    applications: VecDeque<Application>,
    /// Whether further applications are to be read, and after which.
    all_applications: bool,
    application_after: Option<AppId>,
    /// The application that is being written, with its chats read and not begun.
    application: Option<(AppId, String)>,
    chats: VecDeque<Chat>,
    all_chats: bool,
    chat_after: Option<ChatNumber>,
    /// The chat that is being written, and its last message written.
    chat: Option<(ChatNumber, Option<MessageKey>)>,
    written: Written,
    ended: bool,
}

#[derive(Default)]
struct Written {
    applications: u64,
    chats: u64,
    messages: u64,
}

impl Export {
    fn all(state: AppState) -> Self {
        Self {
            state,
            applications: VecDeque::new(),
            all_applications: true,
            application_after: None,
            application: None,
            chats: VecDeque::new(),
            all_chats: true,
            chat_after: None,
            chat: None,
            written: Written::default(),
            ended: false,
        }
    }

    /// The next lines; `None` after the `end` line.
    async fn next(&mut self) -> Outcome<Option<Bytes>> {
        loop {
            if let Some((chat, after)) = self.chat {
                let lines = self.messages(chat, after).await?;
                if !lines.is_empty() {
                    return Ok(Some(lines));
                }
            } else if self.application.is_some() {
                if let Some(line) = self.next_chat().await? {
                    return Ok(Some(line));
                }
            } else if let Some(line) = self.next_application().await? {
                return Ok(Some(line));
            } else if self.ended {
                return Ok(None);
            } else {
                self.ended = true;
                let Written { applications, chats, messages } = self.written;
                return Ok(Some(line(&ExportLine::End { applications, chats, messages })));
            }
        }
    }

    async fn next_application(&mut self) -> Outcome<Option<Bytes>> {
        if self.applications.is_empty() && self.all_applications {
            let read = self.state.store.applications(self.application_after, None, HEADS).await?;
            self.all_applications = !read.is_empty();
            self.applications = read.into();
        }
        let Some(application) = self.applications.pop_front() else { return Ok(None) };
        let token = application.token.reveal().to_owned();
        self.application_after = Some(application.id);
        self.application = Some((application.id, token.clone()));
        self.chat_after = None;
        self.written.applications += 1;
        Ok(Some(line(&ExportLine::Application(ExportedApplication {
            token,
            name: application.name,
            created_at: application.created_at,
            updated_at: application.updated_at,
        }))))
    }

    async fn next_chat(&mut self) -> Outcome<Option<Bytes>> {
        let Some((app, token)) = &self.application else { return Ok(None) };
        if self.chats.is_empty() && self.all_chats {
            let window = Window { after: self.chat_after, before: None, limit: HEADS, order: Order::Asc };
            self.chats = self.state.store.chats(*app, window).await?.into();
        }
        let Some(chat) = self.chats.pop_front() else {
            self.application = None;
            return Ok(None);
        };
        self.chat_after = Some(chat.number);
        self.chat = Some((chat.number, None));
        self.written.chats += 1;
        Ok(Some(line(&ExportLine::Chat(ExportedChat {
            token: token.clone(),
            chat_number: chat.number,
            title: chat.title,
            created_at: chat.created_at,
            updated_at: chat.updated_at,
        }))))
    }

    async fn messages(&mut self, chat: ChatNumber, after: Option<MessageKey>) -> Outcome<Bytes> {
        let Some((app, token)) = &self.application else { return Ok(Bytes::new()) };
        let messages = self.state.store.scan_messages(Some(*app), Some(chat), after, MESSAGES).await?;
        self.chat = messages.last().map(|last| (chat, Some(key(last))));
        self.written.messages += messages.len() as u64;
        let mut lines = Vec::new();
        for message in messages {
            let (token, chat_number) = (token.clone(), message.chat);
            let message = wire::message(message);
            write_line(&mut lines, &ExportLine::Message(ExportedMessage { token, chat_number, message }));
        }
        Ok(lines.into())
    }
}

fn key(message: &Message) -> MessageKey {
    MessageKey { app: message.app, chat: message.chat, number: message.number }
}

fn line(line: &ExportLine) -> Bytes {
    let mut text = Vec::new();
    write_line(&mut text, line);
    text.into()
}

fn write_line(text: &mut Vec<u8>, line: &ExportLine) {
    // A line of strings and numbers always has a JSON form, and a Vec takes whatever is written to it.
    let _ = serde_json::to_writer(&mut *text, line);
    text.push(b'\n');
}
