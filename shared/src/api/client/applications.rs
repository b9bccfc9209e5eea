//! `/applications` and `/applications/{token}`.

use http::Method;

use super::{Answer, Client, ClientError, Page, Paging, WriteOptions};
use crate::api::types::{Accepted, ApplicationCreated, ApplicationDetail, ApplicationSummary, NameBody};

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

    /// Deletes an application with its chats and messages. Admin.
    pub async fn delete_application(
        &self,
        token: &str,
        options: &WriteOptions<'_>,
    ) -> Result<Answer<Accepted>, ClientError> {
        self.write(Method::DELETE, self.url(&["applications", token])?, None::<&()>, options).await
    }
}
