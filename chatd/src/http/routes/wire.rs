//! From the domain's values to the wire's, and what is left of what is gone.

use chat_shared::api::codes::Code;
use chat_shared::api::types::{ApplicationDetail, ApplicationSummary, ChatDetail, ChatSummary, Message, Tombstone};
use chat_shared::domain::{self, MessageState};

use crate::http::error::ApiError;

pub fn application_summary(application: domain::Application) -> ApplicationSummary {
    ApplicationSummary {
        token: application.token.reveal().to_owned(),
        name: application.name,
        chats_count: application.chats_count,
    }
}

pub fn application_detail(application: domain::Application) -> ApplicationDetail {
    ApplicationDetail {
        token: application.token.reveal().to_owned(),
        name: application.name,
        chats_count: application.chats_count,
        created_at: application.created_at,
        updated_at: application.updated_at,
    }
}

pub fn chat_summary(chat: domain::Chat) -> ChatSummary {
    ChatSummary { chat_number: chat.number, messages_count: chat.messages_count, title: chat.title }
}

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

pub fn is_gone(state: MessageState) -> bool {
    matches!(state, MessageState::Deleted | MessageState::Dead)
}

/// A message of which only a tombstone is left.
pub fn message_gone(message: &domain::Message) -> ApiError {
    let detail = match message.state {
        MessageState::Dead => "the message could never be persisted",
        _ => "the message is deleted",
    };
    ApiError::new(Code::MessageGone, detail).tombstone(Tombstone {
        chat_number: message.chat,
        message_number: Some(message.number),
        message_content: None,
        state: message.state,
        created_at: Some(message.created_at),
        updated_at: Some(message.updated_at),
    })
}

/// A chat that is gone with everything in it.
pub fn chat_gone(chat: domain::ChatNumber, state: MessageState) -> ApiError {
    let detail = if state == MessageState::Dead { "the chat could never be persisted" } else { "the chat is deleted" };
    ApiError::new(Code::ChatGone, detail).tombstone(Tombstone {
        chat_number: chat,
        message_number: None,
        message_content: None,
        state,
        created_at: None,
        updated_at: None,
    })
}
