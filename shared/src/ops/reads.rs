//! What applications, chats and messages are looked at, in the API's wire types and with the API's links: the same behind
//! its routes and for a look straight at the data. What numbers mean, a [`Sight`] says.

use super::wire;
use super::{Answer, Asked, Installation, OpsError};
use crate::api::codes::{Code, FieldCode};
use crate::api::links::{Link, append, cursor_links, number_links};
use crate::api::problem::{FieldError, Problem};
use crate::api::types::{
    ApplicationDetail, ApplicationSummary, ChatDetail, ChatSummary, FoundMessage, Highlight, Message,
};
use crate::domain::{self, AppId, Chat, ChatNumber, ChatState, Limits, MessageState, Token, Violation};
use crate::numbering::{ChatSeen, MessageSeen, READ_OWN_WAIT, Sight};
use crate::search::Scope;
use crate::search::finder::{Ask, FindError, Match, Matches, find};
use crate::store::{MessageKey, Window};

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// Its rows, in the order asked for.
    pub rows: Vec<T>,
    /// The links to the pages around it.
    pub links: Vec<Link>,
    /// Whether a search was answered without its engine.
    pub degraded: bool,
}

impl<T> Page<T> {
    fn of(rows: Vec<T>, links: Vec<Link>) -> Self {
        Self { rows, links, degraded: false }
    }

    /// The query of the link to the next page.
    #[must_use]
    pub fn next(&self) -> Option<&str> {
        self.links.iter().find(|(relation, _)| *relation == "next").map(|(_, query)| query.as_str())
    }
}

/// No application has this token: one text, whatever was wrong with it.
#[must_use]
pub fn no_application() -> OpsError {
    missing(Problem::new(Code::ApplicationNotFound, "no application has this token"))
}

/// The chat was never created.
#[must_use]
pub fn no_chat() -> OpsError {
    missing(Problem::new(Code::ChatNotFound, "the application has no chat of this number"))
}

/// The message was never created.
#[must_use]
pub fn no_message() -> OpsError {
    missing(Problem::new(Code::MessageNotFound, "the chat has no message of this number"))
}

fn missing(problem: Problem) -> OpsError {
    OpsError::Missing(Box::new(Answer { problem, retry_after: None }))
}

fn not_yet(what: &'static str, retry_after: std::time::Duration) -> OpsError {
    let problem = Problem::new(Code::NotYetPersisted, what);
    OpsError::Missing(Box::new(Answer { problem, retry_after: Some(retry_after) }))
}

impl Installation {
    /// The application of a token.
    pub async fn application_of_token(&self, token: &str) -> Asked<domain::Application> {
        let token = Token::new(token.to_owned());
        let tenant = self.store.application_by_token(&token.hash()).await?.ok_or_else(no_application)?;
        Ok(tenant.application)
    }

    /// Applications in the order of their ids, after this one, of this name or of any.
    pub async fn list_applications(
        &self,
        after: Option<[u64; 1]>,
        name: Option<&str>,
        limit: u32,
    ) -> Asked<Page<ApplicationSummary>> {
        let after = after.map(|[id]| AppId(id.cast_signed()));
        let mut applications = self.store.applications(after, name, limit + 1).await?;
        let more = applications.len() > limit as usize;
        applications.truncate(limit as usize);
        let last = applications.last().filter(|_| more).map(|application| [application.id.0.cast_unsigned()]);
        let mut rest = String::new();
        if let Some(name) = name {
            append(&mut rest, "name", name);
        }
        let rows = applications.into_iter().map(wire::application_summary).collect();
        Ok(Page::of(rows, cursor_links(last, limit, &rest)))
    }

    /// One application, as whoever asks by `token` sees it: one that was replaced does not tell the new one.
    pub async fn show_application(&self, app: AppId, token: &Token) -> Asked<ApplicationDetail> {
        let application = self.store.application(app).await?.ok_or_else(no_application)?;
        Ok(ApplicationDetail { token: token.reveal().to_owned(), ..wire::application_detail(application) })
    }

    /// An application's chats.
    pub async fn list_chats(&self, app: AppId, page: Window) -> Asked<Page<ChatSummary>> {
        let mut chats = self.store.chats(app, page.and_one_more()).await?;
        let more = page.cut(&mut chats, |chat| chat.number);
        let links = number_links(&page, chats.len(), more, "");
        Ok(Page::of(chats.into_iter().map(wire::chat_summary).collect(), links))
    }

    /// One chat.
    pub async fn show_chat(&self, sight: &dyn Sight, app: AppId, chat: ChatNumber) -> Asked<ChatDetail> {
        existing_chat(sight, app, chat).await.map(wire::chat_detail)
    }

    /// A chat's messages.
    pub async fn list_messages(
        &self,
        sight: &dyn Sight,
        app: AppId,
        chat: ChatNumber,
        page: Window,
    ) -> Asked<Page<Message>> {
        let mut messages = self.store.messages(app, chat, page.and_one_more()).await?;
        if messages.is_empty() {
            existing_chat(sight, app, chat).await?;
        }
        let more = page.cut(&mut messages, |message| message.number);
        let links = number_links(&page, messages.len(), more, "");
        Ok(Page::of(messages.into_iter().map(wire::message).collect(), links))
    }

    /// The messages of a chat that contain `text`; the links go on from the last number that was looked at.
    pub async fn search_chat(
        &self,
        sight: &dyn Sight,
        limits: &Limits,
        (app, chat): (AppId, ChatNumber),
        page: Window,
        text: &str,
    ) -> Asked<Page<FoundMessage>> {
        let descending = page.takes_from_top();
        let place = |number: Option<u32>| number.map(|number| (chat, number));
        let (after, until) = if descending { (page.before, page.after) } else { (page.after, page.before) };
        let ask = Ask {
            scope: Scope { app, chat: Some(chat) },
            text,
            after: place(after),
            until: place(until),
            descending,
            limit: page.limit as usize,
        };
        let matches = self.found(limits, &ask).await?;
        if matches.found.is_empty() {
            existing_chat(sight, app, chat).await?;
        }
        let more = matches.more_after.map(|(_, number)| number);
        let mut rest = String::new();
        append(&mut rest, "content", text);
        let links = number_links(&page, matches.found.len(), more, &rest);
        let rows = page.arrange(matches.found).into_iter().map(|one| found_message(one, false)).collect();
        Ok(Page { rows, links, degraded: matches.degraded })
    }

    /// The messages of an application that contain `text`.
    pub async fn search_application(
        &self,
        limits: &Limits,
        app: AppId,
        after: Option<[u64; 2]>,
        limit: u32,
        text: &str,
    ) -> Asked<Page<FoundMessage>> {
        let number = |part: u64| u32::try_from(part).unwrap_or(u32::MAX);
        let ask = Ask {
            scope: Scope { app, chat: None },
            text,
            after: after.map(|[chat, message]| (number(chat), number(message))),
            until: None,
            descending: false,
            limit: limit as usize,
        };
        let matches = self.found(limits, &ask).await?;
        let more = matches.more_after.map(|(chat, message)| [u64::from(chat), u64::from(message)]);
        let mut rest = String::new();
        append(&mut rest, "content", text);
        let rows = matches.found.into_iter().map(|one| found_message(one, true)).collect();
        Ok(Page { rows, links: cursor_links(more, limit, &rest), degraded: matches.degraded })
    }

    async fn found(&self, limits: &Limits, ask: &Ask<'_>) -> Asked<Matches> {
        let refused =
            |violation: Violation| OpsError::Field(FieldError::new("content", violation, violation.to_string()));
        limits.query(ask.text).map_err(refused)?;
        find(&*self.store, &*self.search, ask).await.map_err(|error| match error {
            FindError::NothingToFind => {
                OpsError::Field(FieldError::new("content", FieldCode::Blank, "holds nothing that can be searched for"))
            }
            FindError::Store(fault) => fault.into(),
        })
    }
}

/// The chat, or why there is none to be shown.
async fn existing_chat(sight: &dyn Sight, app: AppId, chat: ChatNumber) -> Asked<Chat> {
    match sight.see_chat(app, chat, READ_OWN_WAIT).await? {
        ChatSeen::Here(seen) if seen.state == ChatState::Dead => {
            Err(missing(wire::chat_gone(chat, MessageState::Dead)))
        }
        ChatSeen::Here(seen) => Ok(seen),
        ChatSeen::Deleted => Err(missing(wire::chat_gone(chat, MessageState::Deleted))),
        ChatSeen::InGap(gap) => {
            Err(missing(wire::in_gap(Code::ChatGone, "the chat's number lies in a published gap", gap)))
        }
        ChatSeen::Absent => Err(no_chat()),
        ChatSeen::NotYet { retry_after } => Err(not_yet("the chat is not persisted yet", retry_after)),
    }
}

/// The message, or why there is none to be shown.
pub async fn existing_message(sight: &dyn Sight, key: MessageKey) -> Asked<domain::Message> {
    match sight.see_message(key, READ_OWN_WAIT).await? {
        MessageSeen::Here(message) if wire::is_gone(message.state) => Err(missing(wire::message_gone(&message))),
        MessageSeen::Here(message) => Ok(message),
        MessageSeen::ChatDeleted => Err(missing(wire::chat_gone(key.chat, MessageState::Deleted))),
        MessageSeen::InGap(gap) => {
            Err(missing(wire::in_gap(Code::MessageGone, "the message's number lies in a published gap", gap)))
        }
        MessageSeen::NoChat => Err(no_chat()),
        MessageSeen::Absent => Err(no_message()),
        MessageSeen::NotYet { retry_after } => Err(not_yet("the message is not persisted yet", retry_after)),
    }
}

fn found_message(found: Match, with_chat: bool) -> FoundMessage {
    let at = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    let highlights = found.highlights.iter().map(|range| Highlight { start: at(range.start), end: at(range.end) });
    FoundMessage {
        chat_number: with_chat.then_some(found.message.chat),
        highlights: highlights.collect(),
        message: wire::message(found.message),
    }
}
