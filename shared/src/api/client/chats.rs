//! `/applications/{token}/chats…` and `/chats`.

use http::Method;

use super::{Answer, Client, ClientError, Page, Paging, WriteOptions};
use crate::api::types::{Accepted, ChatAnswer, ChatCreated, ChatList, CreateChat, TenantChat, UpdateChat};
use crate::domain::ChatNumber;

impl Client {
    /// Creates a chat.
    pub async fn create_chat(
        &self,
        token: &str,
        title: Option<&str>,
        options: &WriteOptions<'_>,
    ) -> Result<Answer<ChatCreated>, ClientError> {
        let body = title.map(|title| CreateChat { title: Some(title.into()) });
        self.write(Method::POST, self.url(&["applications", token, "chats"])?, body.as_ref(), options).await
    }

    /// An application's chats, paged by number.
    pub async fn chats(&self, token: &str, paging: &Paging) -> Result<Page<ChatList>, ClientError> {
        let mut url = self.url(&["applications", token, "chats"])?;
        paging.write_to(&mut url, &[]);
        Ok(self.get(url).await?.into())
    }

    /// One chat.
    pub async fn chat(&self, token: &str, chat: ChatNumber) -> Result<ChatAnswer, ClientError> {
        Ok(self.get(self.url(&["applications", token, "chats", &chat.to_string()])?).await?.body)
    }

    /// Gives a chat another title.
    pub async fn update_chat(
        &self,
        token: &str,
        chat: ChatNumber,
        title: &str,
        options: &WriteOptions<'_>,
    ) -> Result<Answer<Accepted>, ClientError> {
        let url = self.url(&["applications", token, "chats", &chat.to_string()])?;
        self.write(Method::PUT, url, Some(&UpdateChat { title: title.into() }), options).await
    }

    /// Deletes a chat with its messages.
    pub async fn delete_chat(
        &self,
        token: &str,
        chat: ChatNumber,
        options: &WriteOptions<'_>,
    ) -> Result<Answer<Accepted>, ClientError> {
        let url = self.url(&["applications", token, "chats", &chat.to_string()])?;
        self.write(Method::DELETE, url, None::<&()>, options).await
    }

    /// Every tenant's chats, paged; with [`Paging::number`] only those of one number. Admin.
    pub async fn all_chats(&self, paging: &Paging) -> Result<Page<Vec<TenantChat>>, ClientError> {
        let mut url = self.url(&["chats"])?;
        paging.write_to(&mut url, &[]);
        Ok(self.get(url).await?.into())
    }
}
