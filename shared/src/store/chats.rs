//! Chats in the store.

use async_trait::async_trait;
use futures::stream::BoxStream;

use super::Window;
use crate::domain::{AppId, Chat, ChatNumber, Sequence};
use crate::fault::Outcome;

/// What a chat's rows say when they are counted: the evidence for `verify` and for verdicts on counters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChatTally {
    /// The application.
    pub app: AppId,
    /// The chat.
    pub chat: ChatNumber,
    /// Whether the chat is deleted.
    pub deleted: bool,
    /// `messages_count` as it is stored.
    pub stored_count: u64,
    /// Rows that are not deleted, counted.
    pub live: u64,
    /// All rows with a `create_version`, tombstones included, counted.
    pub rows: u64,
    /// The greatest number of a row, 0 where there is none.
    pub max: u32,
    /// The end of the greatest published gap, 0 where there is none.
    pub gap_end: u32,
}

/// What an application's chats say when they are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApplicationTally {
    /// The application; it is not deleted.
    pub app: AppId,
    /// `chats_count` as it is stored.
    pub stored_count: u64,
    /// Chats that are not deleted, counted.
    pub live: u64,
    /// The greatest number of a chat, 0 where there is none.
    pub max: u32,
    /// The end of the greatest published gap in the numbers of chats, 0 where there is none.
    pub gap_end: u32,
}

/// What counting again came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recounted {
    /// The stored count was what the caller had seen; now it is this.
    Set(u64),
    /// The stored count is another than the caller had seen: this. Nothing was changed.
    Changed(u64),
    /// The owner is not there, or is deleted.
    Gone,
}

/// The part of the port about chats.
#[async_trait]
pub trait Chats: Send + Sync {
    /// One chat; deleted ones are given with their `deleted_at`.
    async fn chat(&self, app: AppId, number: ChatNumber) -> Outcome<Option<Chat>>;

    /// A page of an application's chats, without deleted ones.
    async fn chats(&self, app: AppId, window: Window) -> Outcome<Vec<Chat>>;

    /// An application's chats in the order of their numbers, those after `after`, deleted ones included; at most `limit`.
    async fn every_chat(&self, app: AppId, after: ChatNumber, limit: u32) -> Outcome<Vec<Chat>>;

    /// Chats of all tenants in the order of application and number, after `after`, without deleted ones; with `number`,
    /// only those of this number.
    async fn all_chats(
        &self,
        after: Option<(AppId, ChatNumber)>,
        number: Option<ChatNumber>,
        limit: u32,
    ) -> Outcome<Vec<Chat>>;

    /// Counts the rows of chats in the order of application and number, after `after`. Reads whole chats: for
    /// operators, not for requests.
    async fn tally_chats(
        &self,
        app: Option<AppId>,
        after: Option<(AppId, ChatNumber)>,
        limit: u32,
    ) -> Outcome<Vec<ChatTally>>;

    /// Counts the rows of all chats, of everything or of an application, a page at a time in the order of application and
    /// number: for who must see every one of them. Pages may be empty while much is read. Each page is as it was when it was
    /// read, but that of many chats `live` and `rows` may still count what was deleted or parked since the walk began.
    fn walk_tallies(&self, app: Option<AppId>) -> BoxStream<'static, Outcome<Vec<ChatTally>>>;

    /// `chats_count` of an application as it is stored, and as its rows count.
    async fn tally_application(&self, app: AppId) -> Outcome<(u64, u64)>;

    /// Counts the chats of applications in the order of their ids, after `after`, without deleted ones. For operators.
    async fn tally_applications(&self, after: Option<AppId>, limit: u32) -> Outcome<Vec<ApplicationTally>>;

    /// Counts the rows of a chat, or the chats of an application, and stores that, where `seen` is the count as it is
    /// stored: under the lock of the owner's row, so that no batch that is being persisted is missed or counted twice.
    async fn recount(&self, sequence: Sequence, seen: u64) -> Outcome<Recounted>;
}
