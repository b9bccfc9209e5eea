//! Where commands get their data: one port, so that a command does not know whether chatd's API answers it or the
//! stores behind it. Values are the API's own wire types; failures are the program's.

mod direct;
mod http;
mod operator;
mod refusal;
pub mod version;

use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use chat_shared::api::types::{
    Accepted, ApplicationCreated, ApplicationDetail, ApplicationSummary, BeginRestore, ChatCreated, ChatDetail,
    ChatSummary, CreateMessage, ExportLine, FinishRestore, FoundMessage, Message, MessageCreated, TokenRotated,
};
use chat_shared::domain::{ChatNumber, MessageNumber};
use chat_shared::queue::EntryId;
use futures::stream::BoxStream;

pub use direct::{Direct, through_chatd};
pub use http::Http;
pub use operator::Operator;
pub use refusal::{failure, kind_of_status};

use crate::output::failure::Failure;

/// The most rows that one answer holds, whichever way it comes.
const MOST_ROWS: u32 = 200;

/// Who is asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Through {
    /// chatd, which does whatever it is asked.
    #[default]
    Chatd,
    /// The parts themselves. What chatd alone does is refused.
    Parts {
        /// Whether changes need the data folder, which a running chatd holds.
        folder: bool,
    },
}

/// An installation that was found: both ports.
pub trait Reach: Backend + Operator {
    /// Who answers.
    fn through(&self) -> Through;
}

/// Which part of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ask {
    /// On from where an earlier part ended; opaque.
    pub cursor: Option<String>,
    /// At most so many, at least 1.
    pub limit: u32,
    /// Only numbers above this one.
    pub after: Option<u32>,
    /// Only numbers below this one.
    pub before: Option<u32>,
    /// From the greatest number downward.
    pub descending: bool,
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch<T> {
    /// Its rows; fewer than asked for does not mean that it is the last part.
    pub items: Vec<T>,
    /// Where it goes on; `None` after the last part.
    pub next: Option<String>,
    /// Whether a search was answered without its engine.
    pub degraded: bool,
}

/// How a write is to be made.
#[derive(Debug, Clone, Copy, Default)]
pub struct Writing<'a> {
    /// Makes a creation safe to repeat.
    pub key: Option<&'a str>,
    /// Answer only when it is persisted, or after this long.
    pub wait: Option<Duration>,
    /// Change only this version.
    pub if_version: Option<EntryId>,
}

/// A chat of an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChatOf<'a> {
    /// The application's token.
    pub token: &'a str,
    /// The chat's number.
    pub chat: ChatNumber,
}

/// A batch that was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BatchAccepted {
    /// The entry of its last message.
    pub job_id: EntryId,
    /// Whether it had been accepted before under the same key.
    pub replayed: bool,
}

/// What commands ask for and do.
#[async_trait]
pub trait Backend: Send + Sync {
    /// Applications.
    async fn applications(&self, ask: &Ask) -> Result<Batch<ApplicationSummary>, Failure>;

    /// One application; `None` where no application has this token.
    async fn application(&self, token: &str) -> Result<Option<ApplicationDetail>, Failure>;

    /// Creates an application.
    async fn create_application(&self, name: &str) -> Result<ApplicationCreated, Failure>;

    /// Gives an application another name.
    async fn rename_application(&self, token: &str, name: &str, how: Writing<'_>) -> Result<Accepted, Failure>;

    /// Gives an application another token; the old one works for `grace` more, which is of whole seconds.
    async fn rotate_token(&self, token: &str, grace: Duration) -> Result<TokenRotated, Failure>;

    /// Deletes an application with everything in it.
    async fn delete_application(&self, token: &str) -> Result<Accepted, Failure>;

    /// An application's chats.
    async fn chats(&self, token: &str, ask: &Ask) -> Result<Batch<ChatSummary>, Failure>;

    /// One chat.
    async fn chat(&self, of: ChatOf<'_>) -> Result<ChatDetail, Failure>;

    /// Creates a chat.
    async fn create_chat(&self, token: &str, title: Option<&str>, how: Writing<'_>) -> Result<ChatCreated, Failure>;

    /// Gives a chat another title.
    async fn rename_chat(&self, of: ChatOf<'_>, title: &str, how: Writing<'_>) -> Result<Accepted, Failure>;

    /// A chat's messages.
    async fn messages(&self, of: ChatOf<'_>, ask: &Ask) -> Result<Batch<Message>, Failure>;

    /// One message with its version.
    async fn message(&self, of: ChatOf<'_>, number: MessageNumber) -> Result<(Message, Option<EntryId>), Failure>;

    /// Creates a message.
    async fn post(
        &self,
        of: ChatOf<'_>,
        message: &CreateMessage<'_>,
        how: Writing<'_>,
    ) -> Result<MessageCreated, Failure>;

    /// Creates 1 to 1,000 messages, all or none, from the request's body; safe to repeat with the same key.
    async fn post_batch(&self, of: ChatOf<'_>, body: Bytes, key: &str) -> Result<BatchAccepted, Failure>;

    /// Everything of an application, or of one chat of it, in order; the last line is the end.
    async fn export(
        &self,
        token: &str,
        chat: Option<ChatNumber>,
    ) -> Result<BoxStream<'static, Result<ExportLine, Failure>>, Failure>;

    /// Every row of an application as lines of a backup, each without its line break; the last one is the end.
    async fn backup(&self, token: &str) -> Result<BoxStream<'static, Result<Bytes, Failure>>, Failure>;

    /// Begins to restore an application, or takes up what was begun: what it is called by until it is finished.
    async fn begin_restore(&self, begin: &BeginRestore) -> Result<String, Failure>;

    /// Restores up to 1,000 lines, as a request's body; may be repeated.
    async fn restore_lines(&self, restore: &str, body: Bytes) -> Result<(), Failure>;

    /// Ends a restoring: the application's token.
    async fn finish_restore(&self, restore: &str, finish: &FinishRestore) -> Result<String, Failure>;

    /// Gives a message another content.
    async fn edit(
        &self,
        of: ChatOf<'_>,
        number: MessageNumber,
        content: &str,
        how: Writing<'_>,
    ) -> Result<Accepted, Failure>;

    /// Makes a message a tombstone.
    async fn delete(&self, of: ChatOf<'_>, number: MessageNumber, how: Writing<'_>) -> Result<Accepted, Failure>;

    /// The messages that contain `text`, of one chat or all of the application's.
    async fn search(
        &self,
        token: &str,
        chat: Option<ChatNumber>,
        text: &str,
        ask: &Ask,
    ) -> Result<Batch<FoundMessage>, Failure>;
}
