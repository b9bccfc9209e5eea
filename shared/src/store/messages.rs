//! Messages in the store.

use async_trait::async_trait;

use super::Window;
use crate::domain::{AppId, ChatNumber, Message, MessageNumber};
use crate::fault::Outcome;

/// Where a message stands in the order of application, chat and number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct MessageKey {
    /// The application.
    pub app: AppId,
    /// The chat.
    pub chat: ChatNumber,
    /// The message.
    pub number: MessageNumber,
}

impl MessageKey {
    /// Where a scan of everything, an application or a chat goes on after `after`; `None` where it is past its end. Chat 0
    /// stands before an application's chats.
    pub(super) fn scan_from(app: Option<AppId>, chat: Option<ChatNumber>, after: Option<Self>) -> Option<Self> {
        let chat = app.and(chat);
        let start = Self { app: app.unwrap_or(AppId(0)), chat: chat.unwrap_or(0), number: 0 };
        let after = after.map_or(start, |after| after.max(start));
        let beyond = app.is_some_and(|app| after.app != app) || chat.is_some_and(|chat| after.chat != chat);
        (!beyond).then_some(after)
    }
}

/// The part of the port about messages. Rows without a `create_version` (an update came first) are not given: their
/// message does not exist yet (R-UPDATE-FIRST). Those of deleted chats are not given either.
#[async_trait]
pub trait Messages: Send + Sync {
    /// One message; tombstones are given with their state.
    async fn message(&self, key: MessageKey) -> Outcome<Option<Message>>;

    /// A page of a chat's messages, tombstones included.
    async fn messages(&self, app: AppId, chat: ChatNumber, window: Window) -> Outcome<Vec<Message>>;

    /// Those of `keys` that there are, tombstones included, in the order of `keys`; at most 1,000.
    async fn messages_by_key(&self, keys: &[MessageKey]) -> Outcome<Vec<Message>>;

    /// Messages in the order of their keys, those after `after` (from the beginning where it is `None`), of everything,
    /// one application or one chat. Tombstones included. `limit` at most 5,000.
    async fn scan_messages(
        &self,
        app: Option<AppId>,
        chat: Option<ChatNumber>,
        after: Option<MessageKey>,
        limit: u32,
    ) -> Outcome<Vec<Message>>;

    /// Messages of all tenants of exactly this number within their chats, in the order of their keys, after `after`.
    async fn messages_numbered(
        &self,
        number: MessageNumber,
        after: Option<MessageKey>,
        limit: u32,
    ) -> Outcome<Vec<Message>>;
}
