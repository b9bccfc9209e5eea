//! The bodies that travel: requests refuse unknown fields, answers may grow. One file a resource, in the API's words;
//! nothing here knows rows, entries or HTTP.

pub mod admin;
mod applications;
mod backup;
mod chats;
mod export;
mod health;
mod messages;
mod object;
mod writes;

pub use applications::{
    ApplicationCreated, ApplicationDetail, ApplicationSummary, NameBody, RotateToken, TokenRotated,
};
pub use backup::{
    BackupApplication, BackupChat, BackupGap, BackupLine, BackupMessage, BackupNumbers, BeginRestore, FinishRestore,
    RestoreBegun, RestoreLines,
};
pub use chats::{ChatAnswer, ChatCreated, ChatDetail, ChatList, ChatSummary, CreateChat, TenantChat, UpdateChat};
pub use export::{ExportLine, ExportedApplication, ExportedChat, ExportedMessage};
pub use health::{Check, CheckStatus, Health, HealthStatus, Version};
pub use messages::{
    BatchCreated, CreateMessage, CreateMessages, FoundMessage, GapRange, Highlight, Message, MessageCreated,
    NumberedMessage, TenantMessage, Tombstone, UpdateMessage,
};
pub use object::Object;
pub use writes::{Accepted, WriteState};
