//! What is stored: applications, chats and messages as the store gives them back.

use serde::{Deserialize, Serialize};

use super::{AppId, ChatNumber, MessageNumber, Sequence, Token};
use crate::clock::Timestamp;
use crate::queue::EntryId;

/// A tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    /// The store's own id.
    pub id: AppId,
    /// The tenant's key.
    pub token: Token,
    /// The name, 1 to 255 characters.
    pub name: String,
    /// Chats that exist and are not deleted.
    pub chats_count: u64,
    /// The entry that changed it last; 0 as created.
    pub version: EntryId,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was changed last.
    pub updated_at: Timestamp,
}

/// How far a chat is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChatState {
    /// Numbered and on the log.
    Accepted,
    /// In the store.
    Persisted,
    /// Could never be persisted; a tombstone holds its number.
    Dead,
}

/// A chat of an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chat {
    /// The application.
    pub app: AppId,
    /// The number within it.
    pub number: ChatNumber,
    /// The title, where one was given.
    pub title: Option<String>,
    /// Messages that exist and are not deleted.
    pub messages_count: u64,
    /// How far it is.
    pub state: ChatState,
    /// The entry that updated it last; 0 as created.
    pub version: EntryId,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was changed last.
    pub updated_at: Timestamp,
    /// When it was deleted; a deleted chat answers 410.
    pub deleted_at: Option<Timestamp>,
}

/// How far a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MessageState {
    /// Numbered and on the log.
    Accepted,
    /// In the store.
    Persisted,
    /// A tombstone: deleted, its number never given again.
    Deleted,
    /// A tombstone: could never be persisted; see the dead letters.
    Dead,
}

/// A message of a chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The application.
    pub app: AppId,
    /// The chat's number.
    pub chat: ChatNumber,
    /// The number within the chat.
    pub number: MessageNumber,
    /// The content; empty in a tombstone.
    pub content: String,
    /// Who sent it, where that was given.
    pub sender: Option<String>,
    /// When the client says it was sent.
    pub sent_at: Option<Timestamp>,
    /// The entry that created it.
    pub create_version: EntryId,
    /// The entry that changed it last.
    pub version: EntryId,
    /// How far it is.
    pub state: MessageState,
    /// When it was accepted.
    pub created_at: Timestamp,
    /// When it was changed last.
    pub updated_at: Timestamp,
}

/// Numbers that were perhaps answered before the queue lost data, and have no row: `from ..= to`, published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Whose numbers.
    pub sequence: Sequence,
    /// The first number of the gap.
    pub from: u32,
    /// The last number of the gap.
    pub to: u32,
    /// The epoch in which it was published.
    pub epoch: u32,
    /// When it was published.
    pub at: Timestamp,
}
