//! The lines of an export: one JSON object a line, in the order of applications, chats and messages, and an `end` line
//! by which a reader knows that nothing was cut off.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Message;
use crate::clock::Timestamp;
use crate::domain::ChatNumber;

/// One line of an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ExportLine {
    /// An application; its chats follow.
    Application(ExportedApplication),
    /// A chat of the application before it; its messages follow.
    Chat(ExportedChat),
    /// A message of the chat before it.
    Message(ExportedMessage),
    /// The last line of a whole export.
    End {
        /// Lines of applications.
        applications: u64,
        /// Lines of chats.
        chats: u64,
        /// Lines of messages, tombstones included.
        messages: u64,
    },
}

/// An application in an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExportedApplication {
    /// Its token.
    pub token: String,
    /// Its name.
    pub name: String,
    /// When it was created.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it was changed last.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
}

/// A chat in an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExportedChat {
    /// The application's token.
    pub token: String,
    /// Its number within the application.
    #[schema(value_type = u32, minimum = 1)]
    pub chat_number: ChatNumber,
    /// Its title, where it has one.
    pub title: Option<String>,
    /// When it was accepted.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it was changed last.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
}

/// A message in an export, tombstones included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExportedMessage {
    /// The application's token.
    pub token: String,
    /// Its chat.
    #[schema(value_type = u32, minimum = 1)]
    pub chat_number: ChatNumber,
    /// The message.
    #[serde(flatten)]
    pub message: Message,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_what_it_is() {
        let end = ExportLine::End { applications: 1, chats: 2, messages: 3 };
        let text = serde_json::to_string(&end).expect("serialises");
        assert_eq!(text, r#"{"type":"end","applications":1,"chats":2,"messages":3}"#);
        assert_eq!(serde_json::from_str::<ExportLine>(&text).expect("parses"), end);
    }
}
