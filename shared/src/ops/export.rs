//! Exporting: applications, chats and messages in order, in memory no more than a page of each at a time. A whole
//! export ends with its `end` line. What is accepted and not persisted yet is not in it.

use std::collections::VecDeque;
use std::sync::Arc;

use super::pages::Pages;
use super::reads::no_chat;
use super::{Asked, Installation, wire};
use crate::api::types::{ExportLine, ExportedApplication, ExportedChat, ExportedMessage};
use crate::domain::{AppId, Application, Chat, ChatNumber, Message};
use crate::fault::Outcome;
use crate::store::{MessageKey, Order, Store, Window};

/// Applications and chats read at a time.
const HEADS: u32 = 1_000;

/// Lines of one piece, unless an export ends with fewer.
const LINES: usize = 500;

impl Installation {
    /// Begins an export of everything, of the application of a token, or of one chat of it.
    pub async fn export(&self, application: Option<&str>, chat: Option<ChatNumber>) -> Asked<Export> {
        let mut export = Export::all(Arc::clone(&self.store));
        let Some(token) = application else { return Ok(export) };
        let application = self.application_of_token(token).await?;
        if let Some(number) = chat {
            let chat = self.store.chat(application.id, number).await?;
            let chat = chat.filter(|chat| chat.deleted_at.is_none()).ok_or_else(no_chat)?;
            export.chats = [chat].into();
            export.only = Some(number);
        }
        export.applications = [application].into();
        export.all_applications = false;
        Ok(export)
    }
}

/// An export under way.
pub struct Export {
    store: Arc<dyn Store>,
    /// Applications read and not begun.
    applications: VecDeque<Application>,
    /// Whether further applications are to be read, and after which.
    all_applications: bool,
    application_after: Option<AppId>,
    /// The application that is being written, with its chats read and not begun.
    application: Option<(AppId, String)>,
    chats: VecDeque<Chat>,
    /// The one chat that is asked for.
    only: Option<ChatNumber>,
    chat_after: Option<ChatNumber>,
    /// The chat that is being written.
    chat: Option<ChatNumber>,
    /// The application's messages read across its chats and not written, and the last one read.
    messages: VecDeque<Message>,
    pages: Pages,
    message_after: Option<MessageKey>,
    all_messages: bool,
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
    fn all(store: Arc<dyn Store>) -> Self {
        Self {
            store,
            applications: VecDeque::new(),
            all_applications: true,
            application_after: None,
            application: None,
            chats: VecDeque::new(),
            only: None,
            chat_after: None,
            chat: None,
            messages: VecDeque::new(),
            pages: Pages::default(),
            message_after: None,
            all_messages: true,
            written: Written::default(),
            ended: false,
        }
    }

    /// The next lines; `None` after the `end` line.
    pub async fn next(&mut self) -> Outcome<Option<Vec<ExportLine>>> {
        let mut lines = Vec::new();
        while lines.len() < LINES && !self.ended {
            lines.push(self.next_line().await?);
        }
        Ok((!lines.is_empty()).then_some(lines))
    }

    async fn next_line(&mut self) -> Outcome<ExportLine> {
        if let Some(chat) = self.chat
            && let Some(line) = self.next_message(chat).await?
        {
            return Ok(line);
        }
        if self.application.is_some()
            && let Some(line) = self.next_chat().await?
        {
            return Ok(line);
        }
        if let Some(line) = self.next_application().await? {
            return Ok(line);
        }
        self.ended = true;
        let Written { applications, chats, messages } = self.written;
        Ok(ExportLine::End { applications, chats, messages })
    }

    async fn next_application(&mut self) -> Outcome<Option<ExportLine>> {
        if self.applications.is_empty() && self.all_applications {
            let read = self.store.applications(self.application_after, None, HEADS).await?;
            self.all_applications = !read.is_empty();
            self.applications = read.into();
        }
        let Some(application) = self.applications.pop_front() else { return Ok(None) };
        let token = application.token.reveal().to_owned();
        self.application_after = Some(application.id);
        self.application = Some((application.id, token.clone()));
        self.chat_after = None;
        (self.messages, self.message_after, self.all_messages) = (VecDeque::new(), None, true);
        self.written.applications += 1;
        Ok(Some(ExportLine::Application(ExportedApplication {
            token,
            name: application.name,
            created_at: application.created_at,
            updated_at: application.updated_at,
        })))
    }

    async fn next_chat(&mut self) -> Outcome<Option<ExportLine>> {
        let Some((app, token)) = &self.application else { return Ok(None) };
        if self.chats.is_empty() && self.only.is_none() {
            let window = Window { after: self.chat_after, before: None, limit: HEADS, order: Order::Asc };
            self.chats = self.store.chats(*app, window).await?.into();
        }
        let Some(chat) = self.chats.pop_front() else {
            self.application = None;
            return Ok(None);
        };
        self.chat_after = Some(chat.number);
        self.chat = Some(chat.number);
        self.written.chats += 1;
        Ok(Some(ExportLine::Chat(ExportedChat {
            token: token.clone(),
            chat_number: chat.number,
            title: chat.title,
            created_at: chat.created_at,
            updated_at: chat.updated_at,
        })))
    }

    /// The next message of a chat; `None` after its last one.
    async fn next_message(&mut self, chat: ChatNumber) -> Outcome<Option<ExportLine>> {
        loop {
            if self.messages.is_empty() && self.all_messages {
                self.read_messages().await?;
            }
            let Some(message) = self.messages.pop_front_if(|message| message.chat <= chat) else {
                self.chat = None;
                return Ok(None);
            };
            // Of a chat that was deleted meanwhile.
            if message.chat < chat {
                continue;
            }
            let Some((_, token)) = &self.application else { return Ok(None) };
            self.written.messages += 1;
            let (token, chat_number) = (token.clone(), message.chat);
            let message = wire::message(message);
            return Ok(Some(ExportLine::Message(ExportedMessage { token, chat_number, message })));
        }
    }

    async fn read_messages(&mut self) -> Outcome<()> {
        let Some((app, _)) = self.application else { return Ok(()) };
        let limit = self.pages.limit();
        let read = self.store.scan_messages(Some(app), self.only, self.message_after, limit).await?;
        self.pages.took(&read);
        self.all_messages = read.len() == limit as usize;
        self.message_after = read.last().map(key).or(self.message_after);
        self.messages = read.into();
        Ok(())
    }
}

fn key(message: &Message) -> MessageKey {
    MessageKey { app: message.app, chat: message.chat, number: message.number }
}
