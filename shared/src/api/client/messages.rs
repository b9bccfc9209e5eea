//! `…/chats/{n}/messages…`, `/applications/{token}/messages` and `/messages`.

use bytes::Bytes;
use http::Method;

use super::{Answer, Client, ClientError, Endpoint, Page, Paging, Versioned, WriteOptions};
use crate::api::types::{
    Accepted, BatchCreated, CreateMessage, CreateMessages, FoundMessage, Message, MessageCreated, TenantMessage,
    UpdateMessage,
};
use crate::domain::{ChatNumber, MessageNumber};

impl Client {
    /// Creates a message.
    pub async fn create_message(
        &self,
        token: &str,
        chat: ChatNumber,
        message: &CreateMessage<'_>,
        options: &WriteOptions<'_>,
    ) -> Result<Answer<MessageCreated>, ClientError> {
        self.create_message_at(&self.messages_endpoint(token, chat)?, message, options).await
    }

    /// The address of a chat's messages, for those who create many.
    pub fn messages_endpoint(&self, token: &str, chat: ChatNumber) -> Result<Endpoint, ClientError> {
        self.endpoint(&["applications", token, "chats", &chat.to_string(), "messages"])
    }

    /// Creates a message at an address made before.
    pub async fn create_message_at(
        &self,
        messages: &Endpoint,
        message: &CreateMessage<'_>,
        options: &WriteOptions<'_>,
    ) -> Result<Answer<MessageCreated>, ClientError> {
        self.write(Method::POST, messages.url(), Some(message), options).await
    }

    /// Creates a message from its JSON, at an address made before.
    pub async fn create_message_raw(
        &self,
        messages: &Endpoint,
        body: Bytes,
        options: &WriteOptions<'_>,
    ) -> Result<Answer<MessageCreated>, ClientError> {
        self.write_bytes(Method::POST, messages.url(), Some(body), options).await
    }

    /// Creates 1 to 1,000 messages with consecutive numbers, all or none.
    pub async fn create_messages(
        &self,
        token: &str,
        chat: ChatNumber,
        messages: &CreateMessages<'_>,
        options: &WriteOptions<'_>,
    ) -> Result<Answer<BatchCreated>, ClientError> {
        let url = self.url(&["applications", token, "chats", &chat.to_string(), "messages", "batch"])?;
        self.write(Method::POST, url, Some(messages), options).await
    }

    /// The same from the request's JSON.
    pub async fn create_messages_raw(
        &self,
        token: &str,
        chat: ChatNumber,
        body: Bytes,
        options: &WriteOptions<'_>,
    ) -> Result<Answer<BatchCreated>, ClientError> {
        let url = self.url(&["applications", token, "chats", &chat.to_string(), "messages", "batch"])?;
        self.write_bytes(Method::POST, url, Some(body), options).await
    }

    /// A chat's messages, tombstones included, paged by number.
    pub async fn messages(
        &self,
        token: &str,
        chat: ChatNumber,
        paging: &Paging,
    ) -> Result<Page<Vec<Message>>, ClientError> {
        let mut url = self.messages_endpoint(token, chat)?.url();
        paging.write_to(&mut url, &[]);
        Ok(self.get(url).await?.into())
    }

    /// The messages of a chat that contain `text`. A page may hold fewer than its limit, even none, and have a next.
    pub async fn search_chat(
        &self,
        token: &str,
        chat: ChatNumber,
        text: &str,
        paging: &Paging,
    ) -> Result<Page<Vec<FoundMessage>>, ClientError> {
        let mut url = self.messages_endpoint(token, chat)?.url();
        paging.write_to(&mut url, &[("content", text)]);
        Ok(self.get(url).await?.into())
    }

    /// The messages of all of an application's chats that contain `text`. Pages as in [`Self::search_chat`].
    pub async fn search_application(
        &self,
        token: &str,
        text: &str,
        paging: &Paging,
    ) -> Result<Page<Vec<FoundMessage>>, ClientError> {
        let mut url = self.url(&["applications", token, "messages"])?;
        paging.write_to(&mut url, &[("content", text)]);
        Ok(self.get(url).await?.into())
    }

    /// One message with its version.
    pub async fn message(
        &self,
        token: &str,
        chat: ChatNumber,
        number: MessageNumber,
    ) -> Result<Versioned<Message>, ClientError> {
        Ok(self.get(self.message_url(token, chat, number)?).await?.into())
    }

    /// Gives a message another content.
    pub async fn update_message(
        &self,
        token: &str,
        chat: ChatNumber,
        number: MessageNumber,
        content: &str,
        options: &WriteOptions<'_>,
    ) -> Result<Answer<Accepted>, ClientError> {
        let url = self.message_url(token, chat, number)?;
        self.write(Method::PUT, url, Some(&UpdateMessage { content: content.into() }), options).await
    }

    /// Makes a message a tombstone.
    pub async fn delete_message(
        &self,
        token: &str,
        chat: ChatNumber,
        number: MessageNumber,
        options: &WriteOptions<'_>,
    ) -> Result<Answer<Accepted>, ClientError> {
        let url = self.message_url(token, chat, number)?;
        self.write(Method::DELETE, url, None::<&()>, options).await
    }

    /// Every tenant's messages, paged; with [`Paging::number`] only those of one number. Admin.
    pub async fn all_messages(&self, paging: &Paging) -> Result<Page<Vec<TenantMessage>>, ClientError> {
        let mut url = self.url(&["messages"])?;
        paging.write_to(&mut url, &[]);
        Ok(self.get(url).await?.into())
    }

    fn message_url(&self, token: &str, chat: ChatNumber, number: MessageNumber) -> Result<reqwest::Url, ClientError> {
        self.url(&["applications", token, "chats", &chat.to_string(), "messages", &number.to_string()])
    }
}
