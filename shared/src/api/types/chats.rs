//! Chats on the wire.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::WriteState;
use crate::clock::Timestamp;
use crate::domain::{ChatNumber, ChatState};
use crate::queue::EntryId;

/// A chat to be created; the whole body may be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateChat<'a> {
    /// Its title: more than white space.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 255, pattern = r"^[^\u0000]*\S[^\u0000]*$", example = "Order 1204")]
    pub title: Option<Cow<'a, str>>,
}

/// Another title for a chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateChat<'a> {
    /// The title: more than white space.
    #[serde(borrow)]
    #[schema(
        min_length = 1,
        max_length = 255,
        pattern = r"^[^\u0000]*\S[^\u0000]*$",
        example = "Order 1204, returned"
    )]
    pub title: Cow<'a, str>,
}

/// A chat that was just numbered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChatCreated {
    /// Its number within the application.
    #[schema(value_type = u32, minimum = 1)]
    pub chat_number: ChatNumber,
    /// What happened, for people.
    pub message: Cow<'static, str>,
    /// The id of the entry on the log.
    #[serde(rename = "jobId")]
    #[schema(value_type = String, example = "1717000000000-3")]
    pub job_id: EntryId,
    /// How far it is.
    pub state: WriteState,
}

/// The chats of an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChatList {
    /// The application's token.
    pub token: String,
    /// A page of its chats, without deleted ones.
    pub chats: Vec<ChatSummary>,
}

/// A chat in the list of its application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChatSummary {
    /// Its number within the application.
    #[schema(value_type = u32, minimum = 1)]
    pub chat_number: ChatNumber,
    /// Messages that exist and are not deleted.
    pub messages_count: u64,
    /// Its title, where it has one.
    pub title: Option<String>,
}

/// A chat by itself, with the application that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChatAnswer {
    /// The application's token.
    pub token: String,
    /// The chat.
    pub chat: ChatDetail,
}

/// A chat by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChatDetail {
    /// Its number within the application.
    #[schema(value_type = u32, minimum = 1)]
    pub chat_number: ChatNumber,
    /// Messages that exist and are not deleted.
    pub messages_count: u64,
    /// Its title, where it has one.
    pub title: Option<String>,
    /// How far it is.
    pub state: ChatState,
    /// When it was accepted.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it was changed last.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
}

/// A chat in the list of all tenants' chats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TenantChat {
    /// The application's token.
    pub token: String,
    /// Its number within the application.
    #[schema(value_type = u32, minimum = 1)]
    pub chat_number: ChatNumber,
    /// Messages that exist and are not deleted.
    pub messages_count: u64,
    /// Its title, where it has one.
    pub title: Option<String>,
}
