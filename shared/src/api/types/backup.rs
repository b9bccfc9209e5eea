//! The lines of a backup: everything that an application's rows say, so that the same rows can be made elsewhere. Their
//! form is kept: a backup is restored by later versions too.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::admin::ParkedEntry;
use crate::clock::Timestamp;
use crate::domain::{ChatNumber, ChatState, MessageNumber, MessageState};
use crate::queue::EntryId;

/// One line of a backup: an application, then its chats, then their messages, then its dead letters, then the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum BackupLine {
    /// The application.
    Application(BackupApplication),
    /// A chat of it, deleted ones included.
    Chat(BackupChat),
    /// A message, tombstones included.
    Message(BackupMessage),
    /// A dead letter of it that is not resolved.
    DeadLetter(ParkedEntry),
    /// The last line of a whole backup.
    End {
        /// Lines of chats.
        chats: u64,
        /// Lines of messages.
        messages: u64,
        /// Lines of dead letters.
        #[serde(default)]
        dead_letters: u64,
    },
}

/// What was given of a sequence's numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BackupNumbers {
    /// The greatest number that was given, of a row or in a gap; 0 where there is none.
    pub last: u32,
    /// From the first to the last number of published gaps; those between them that have rows are what the rows say.
    pub gap: Option<BackupGap>,
}

/// Numbers that were perhaps given and have no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BackupGap {
    /// The first.
    pub from: u32,
    /// The last.
    pub to: u32,
    /// When the newest of them was published.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
}

/// An application in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BackupApplication {
    /// Its token.
    pub token: String,
    /// Its name.
    pub name: String,
    /// The numbers of its chats.
    pub numbers: BackupNumbers,
    /// The entry that changed it last.
    #[schema(value_type = String)]
    pub version: EntryId,
    /// When it was created.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it was changed last.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
}

/// A chat in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BackupChat {
    /// Its number.
    #[schema(value_type = u32, minimum = 1)]
    pub chat: ChatNumber,
    /// Its title.
    pub title: Option<String>,
    /// How far it is.
    pub state: ChatState,
    /// The numbers of its messages.
    pub numbers: BackupNumbers,
    /// The entry that updated it last; 0 as created.
    #[schema(value_type = String)]
    pub version: EntryId,
    /// When it was created.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it was changed last.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
    /// When it was deleted.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub deleted_at: Option<Timestamp>,
}

/// A message in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BackupMessage {
    /// Its chat.
    #[schema(value_type = u32, minimum = 1)]
    pub chat: ChatNumber,
    /// Its number.
    #[schema(value_type = u32, minimum = 1)]
    pub number: MessageNumber,
    /// Its content; empty in a tombstone.
    pub content: String,
    /// Who sent it.
    pub sender: Option<String>,
    /// When the client says it was sent.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub sent_at: Option<Timestamp>,
    /// How far it is.
    pub state: MessageState,
    /// The entry that created it.
    #[schema(value_type = String)]
    pub create_version: EntryId,
    /// The entry that changed it last.
    #[schema(value_type = String)]
    pub version: EntryId,
    /// When it was accepted.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it was changed last.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
}

/// What a restoring begins with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BeginRestore {
    /// Tells this backup from every other: a restoring that was interrupted is taken up again by it.
    #[schema(min_length = 32, max_length = 128)]
    pub source: String,
    /// The application as the backup has it.
    pub application: BackupApplication,
    /// Another name: the application gets another token then.
    #[serde(default)]
    pub name: Option<String>,
}

/// A restoring that was begun, or begun before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RestoreBegun {
    /// What the application is called by until it is finished; nobody else knows it.
    pub restore: String,
}

/// Lines to be restored: chats, messages and dead letters, up to 1,000. May be repeated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RestoreLines {
    /// The lines.
    pub lines: Vec<BackupLine>,
}

/// What a restoring ends with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FinishRestore {
    /// The application as the backup has it.
    pub application: BackupApplication,
    /// The name that it was begun with.
    #[serde(default)]
    pub name: Option<String>,
}
