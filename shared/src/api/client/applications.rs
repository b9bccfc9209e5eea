//! `/applications` and `/applications/{token}`.

use bytes::Bytes;
use http::Method;

use super::{Answer, Client, ClientError, Page, Paging, WriteOptions};
use crate::api::types::{
    Accepted, ApplicationCreated, ApplicationDetail, ApplicationSummary, BeginRestore, FinishRestore, NameBody,
    RestoreBegun, RotateToken, TokenRotated,
};

impl Client {
    /// Creates an application. Admin.
    pub async fn create_application(&self, name: &str) -> Result<Answer<ApplicationCreated>, ClientError> {
        let body = NameBody { name: name.into() };
        self.write(Method::POST, self.url(&["applications"])?, Some(&body), &WriteOptions::default()).await
    }

    /// All applications, paged. Admin.
    pub async fn applications(&self, paging: &Paging) -> Result<Page<Vec<ApplicationSummary>>, ClientError> {
        let mut url = self.url(&["applications"])?;
        paging.write_to(&mut url, &[]);
        Ok(self.get(url).await?.into())
    }

    /// One application.
    pub async fn application(&self, token: &str) -> Result<ApplicationDetail, ClientError> {
        Ok(self.get(self.url(&["applications", token])?).await?.body)
    }

    /// Gives an application another name.
    pub async fn update_application(
        &self,
        token: &str,
        name: &str,
        options: &WriteOptions<'_>,
    ) -> Result<Answer<Accepted>, ClientError> {
        let body = NameBody { name: name.into() };
        self.write(Method::PUT, self.url(&["applications", token])?, Some(&body), options).await
    }

    /// Gives an application another token; the old one works for the grace. Admin.
    pub async fn rotate_token(&self, token: &str, grace: &RotateToken) -> Result<TokenRotated, ClientError> {
        self.act(&["applications", token, "rotate-token"], Some(grace)).await
    }

    /// Begins to restore an application, or takes up what was begun. Admin.
    pub async fn begin_restore(&self, begin: &BeginRestore) -> Result<RestoreBegun, ClientError> {
        self.act(&["admin", "restores"], Some(begin)).await
    }

    /// Restores lines, from the request's body: a [`crate::api::types::RestoreLines`]. May be repeated. Admin.
    pub async fn restore_lines(&self, restore: &str, body: Bytes) -> Result<(), ClientError> {
        let url = self.url(&["admin", "restores", restore, "lines"])?;
        self.write_bytes::<serde_json::Value>(Method::POST, url, Some(body), &WriteOptions::default()).await.map(|_| ())
    }

    /// Ends a restoring. Admin.
    pub async fn finish_restore(
        &self,
        restore: &str,
        finish: &FinishRestore,
    ) -> Result<ApplicationDetail, ClientError> {
        self.act(&["admin", "restores", restore, "finish"], Some(finish)).await
    }

    /// Deletes an application with its chats and messages. Admin.
    pub async fn delete_application(
        &self,
        token: &str,
        options: &WriteOptions<'_>,
    ) -> Result<Answer<Accepted>, ClientError> {
        self.write(Method::DELETE, self.url(&["applications", token])?, None::<&()>, options).await
    }
}
