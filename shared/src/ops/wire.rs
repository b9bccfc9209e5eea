//! From the domain's values to the wire's, and what is left of what is gone.

use crate::api::codes::Code;
use crate::api::problem::Problem;
use crate::api::types::{ApplicationDetail, ApplicationSummary, ChatDetail, ChatSummary, GapRange, Message, Tombstone};
use crate::domain::{self, Gap, MessageState};

/// An application as lists have it.
#[must_use]
pub fn application_summary(application: domain::Application) -> ApplicationSummary {
    ApplicationSummary {
        token: application.token.reveal().to_owned(),
        name: application.name,
        chats_count: application.chats_count,
    }
}

/// An application with its times.
#[must_use]
pub fn application_detail(application: domain::Application) -> ApplicationDetail {
    ApplicationDetail {
        token: application.token.reveal().to_owned(),
        name: application.name,
        chats_count: application.chats_count,
        created_at: application.created_at,
        updated_at: application.updated_at,
    }
}

/// A chat as lists have it.
#[must_use]
pub fn chat_summary(chat: domain::Chat) -> ChatSummary {
    ChatSummary { chat_number: chat.number, messages_count: chat.messages_count, title: chat.title }
}

/// A chat with its times.
#[must_use]
pub fn chat_detail(chat: domain::Chat) -> ChatDetail {
    ChatDetail {
        chat_number: chat.number,
        messages_count: chat.messages_count,
        title: chat.title,
        state: chat.state,
        created_at: chat.created_at,
        updated_at: chat.updated_at,
    }
}

/// A message; of one that is gone without its content.
#[must_use]
pub fn message(message: domain::Message) -> Message {
    let gone = is_gone(message.state);
    Message {
        message_number: message.number,
        message_content: (!gone).then_some(message.content),
        sender: message.sender,
        sent_at: message.sent_at,
        state: message.state,
        created_at: message.created_at,
        updated_at: message.updated_at,
    }
}

/// Whether only a tombstone is left.
#[must_use]
pub fn is_gone(state: MessageState) -> bool {
    matches!(state, MessageState::Deleted | MessageState::Dead)
}

/// A message of which only a tombstone is left.
pub(super) fn message_gone(message: &domain::Message) -> Problem {
    let detail = match message.state {
        MessageState::Dead => "the message could never be persisted",
        _ => "the message is deleted",
    };
    let tombstone = Tombstone {
        chat_number: message.chat,
        message_number: Some(message.number),
        message_content: None,
        state: message.state,
        created_at: Some(message.created_at),
        updated_at: Some(message.updated_at),
    };
    Problem { tombstone: Some(tombstone), ..Problem::new(Code::MessageGone, detail) }
}

/// A chat that is gone with everything in it.
pub(super) fn chat_gone(chat: domain::ChatNumber, state: MessageState) -> Problem {
    let detail = if state == MessageState::Dead { "the chat could never be persisted" } else { "the chat is deleted" };
    let tombstone = Tombstone {
        chat_number: chat,
        message_number: None,
        message_content: None,
        state,
        created_at: None,
        updated_at: None,
    };
    Problem { tombstone: Some(tombstone), ..Problem::new(Code::ChatGone, detail) }
}

/// Something whose number lies in a published gap.
pub(super) fn in_gap(code: Code, detail: &'static str, gap: Gap) -> Problem {
    let gap = GapRange { from: gap.from, to: gap.to, epoch: gap.epoch, at: gap.at };
    Problem { gap: Some(gap), ..Problem::new(code, detail) }
}
