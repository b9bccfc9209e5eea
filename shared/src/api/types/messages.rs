//! Messages on the wire. `content` and `message_content` are one field in requests: the original's creation used one,
//! its update the other.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::WriteState;
use crate::clock::Timestamp;
use crate::domain::{ChatNumber, MessageNumber, MessageState};
use crate::queue::EntryId;

/// A message to be created.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateMessage<'a> {
    /// Its content: more than white space, without U+0000. `message_content` is the same field.
    #[serde(borrow, alias = "message_content")]
    #[schema(
        min_length = 1,
        max_length = 65536,
        pattern = r"^[^\u0000]*\S[^\u0000]*$",
        example = "Where is my order?"
    )]
    pub content: Cow<'a, str>,
    /// Who sent it, in the tenant's own words.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 255, pattern = r"^[^\u0000]*\S[^\u0000]*$", example = "customer-77")]
    pub sender: Option<Cow<'a, str>>,
    /// When the client says it was sent; never decides the order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub sent_at: Option<Timestamp>,
}

/// Messages to be created with consecutive numbers, all or none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateMessages<'a> {
    /// The messages, in order.
    #[serde(borrow, deserialize_with = "super::object::list")]
    #[schema(min_items = 1, max_items = 1000)]
    pub messages: Vec<CreateMessage<'a>>,
}

/// Another content for a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateMessage<'a> {
    /// The content: more than white space, without U+0000. `message_content` is the same field.
    #[serde(borrow, alias = "message_content")]
    #[schema(
        min_length = 1,
        max_length = 65536,
        pattern = r"^[^\u0000]*\S[^\u0000]*$",
        example = "Where is order 1204?"
    )]
    pub content: Cow<'a, str>,
}

/// A message that was just numbered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MessageCreated {
    /// Its number within the chat.
    #[schema(value_type = u32, minimum = 1)]
    pub message_number: MessageNumber,
    /// What happened, for people.
    pub message: Cow<'static, str>,
    /// The id of the entry on the log.
    #[serde(rename = "jobId")]
    #[schema(value_type = String, example = "1717000000000-3")]
    pub job_id: EntryId,
    /// How far it is.
    pub state: WriteState,
}

/// Messages that were just numbered together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BatchCreated {
    /// Their numbers, consecutive, in the order of the request.
    pub messages: Vec<NumberedMessage>,
    /// What happened, for people.
    pub message: Cow<'static, str>,
    /// The id of the last entry on the log.
    #[serde(rename = "jobId")]
    #[schema(value_type = String, example = "1717000000000-3")]
    pub job_id: EntryId,
    /// How far they are.
    pub state: WriteState,
}

/// One message of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NumberedMessage {
    /// Its number within the chat.
    #[schema(value_type = u32, minimum = 1)]
    pub message_number: MessageNumber,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Message {
    /// Its number within the chat.
    #[schema(value_type = u32, minimum = 1)]
    pub message_number: MessageNumber,
    /// Its content; `null` in a tombstone.
    pub message_content: Option<String>,
    /// Who sent it, where that was given.
    pub sender: Option<String>,
    /// When the client says it was sent.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub sent_at: Option<Timestamp>,
    /// How far it is.
    pub state: MessageState,
    /// When it was accepted.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it was changed last.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
}

/// A message that a search found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundMessage {
    /// Its chat, in a search over all chats of an application.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<u32>, minimum = 1)]
    pub chat_number: Option<ChatNumber>,
    /// The message.
    #[serde(flatten)]
    pub message: Message,
    /// Where the text stands in `message_content`: ascending, not overlapping.
    pub highlights: Vec<Highlight>,
}

/// A range of `message_content`, counted in Unicode scalar values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Highlight {
    /// The first character.
    pub start: u32,
    /// The character after the last.
    pub end: u32,
}

/// A message in the list of all tenants' messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TenantMessage {
    /// The application's token.
    pub token: String,
    /// Its chat.
    #[schema(value_type = u32, minimum = 1)]
    pub chat_number: ChatNumber,
    /// The message.
    #[serde(flatten)]
    pub message: Message,
}

/// What is left of a chat or a message that is gone; its number is never given again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Tombstone {
    /// The chat.
    #[schema(value_type = u32, minimum = 1)]
    pub chat_number: ChatNumber,
    /// The message, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<u32>, minimum = 1)]
    pub message_number: Option<MessageNumber>,
    /// Always `null`.
    pub message_content: Option<String>,
    /// `deleted` or `dead`.
    pub state: MessageState,
    /// When it was accepted, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub created_at: Option<Timestamp>,
    /// When it went, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub updated_at: Option<Timestamp>,
}

/// Numbers that were perhaps answered, are lost, and hold nothing: `from` to `to`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct GapRange {
    /// The first number.
    pub from: u32,
    /// The last number.
    pub to: u32,
    /// The epoch in which it was published.
    pub epoch: u32,
    /// When it was published.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_and_message_content_are_one_field() {
        for body in [r#"{"content":"a"}"#, r#"{"message_content":"a"}"#] {
            assert_eq!(serde_json::from_str::<UpdateMessage<'_>>(body).expect("parses").content, "a");
            assert_eq!(serde_json::from_str::<CreateMessage<'_>>(body).expect("parses").content, "a");
        }
        assert!(serde_json::from_str::<CreateMessage<'_>>(r#"{"content":"a","message_content":"b"}"#).is_err());
    }

    #[test]
    fn a_content_without_escapes_is_borrowed_from_the_body() {
        let body: CreateMessage<'_> = serde_json::from_str(r#"{"content":"plain","sender":"me"}"#).expect("parses");
        assert!(matches!((body.content, body.sender), (Cow::Borrowed(_), Some(_))));
    }

    #[test]
    fn a_found_message_is_one_flat_object() {
        let message = Message {
            message_number: 4,
            message_content: Some("héllo".into()),
            sender: None,
            sent_at: None,
            state: MessageState::Persisted,
            created_at: Timestamp::from_millis(0),
            updated_at: Timestamp::from_millis(0),
        };
        let found = FoundMessage { chat_number: None, message, highlights: vec![Highlight { start: 0, end: 2 }] };
        let text = serde_json::to_string(&found).expect("serialises");
        assert!(text.starts_with(r#"{"message_number":4,"message_content":"héllo","sender":null"#), "{text}");
        assert_eq!(serde_json::from_str::<FoundMessage>(&text).expect("parses"), found);
    }
}
