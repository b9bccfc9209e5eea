//! Any path of the API with any JSON type: for `/admin/…`, whose wire types live with the routes that use them.

use http::Method;
use reqwest::Url;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::{ClientError, Invalid};
use super::{Answer, Client, Page, WriteOptions};

impl Client {
    /// `GET path`; the path begins with `/` and is encoded already, its query included.
    pub async fn get_json<T: DeserializeOwned>(&self, path: &str) -> Result<T, ClientError> {
        Ok(self.get(self.raw_url(path)?).await?.body)
    }

    /// `GET path` of a paged list.
    pub async fn get_page<T: DeserializeOwned>(&self, path: &str) -> Result<Page<T>, ClientError> {
        Ok(self.get(self.raw_url(path)?).await?.into())
    }

    /// `POST path` with a JSON body.
    pub async fn post_json<B, T>(&self, path: &str, body: &B) -> Result<T, ClientError>
    where
        B: Serialize + ?Sized,
        T: DeserializeOwned,
    {
        Ok(self.send_json(Method::POST, path, Some(body), &WriteOptions::default()).await?.body)
    }

    /// Any method, with or without a JSON body.
    pub async fn send_json<B, T>(
        &self,
        method: Method,
        path: &str,
        body: Option<&B>,
        options: &WriteOptions<'_>,
    ) -> Result<Answer<T>, ClientError>
    where
        B: Serialize + ?Sized,
        T: DeserializeOwned,
    {
        self.write(method, self.raw_url(path)?, body, options).await
    }

    fn raw_url(&self, path: &str) -> Result<Url, ClientError> {
        let base = self.inner.base.as_str().trim_end_matches('/');
        Url::parse(&format!("{base}{path}")).map_err(|_| ClientError::Invalid(Invalid::Segment))
    }
}
