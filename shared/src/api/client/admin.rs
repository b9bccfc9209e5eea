//! Any path of the API with any JSON type, and what the methods for `/admin/…` have in common.

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

    /// `GET` of what operators look at; what of `query` is `null` is left out.
    pub(super) async fn look<Q, T>(&self, path: &[&str], query: &Q) -> Result<T, ClientError>
    where
        Q: Serialize,
        T: DeserializeOwned,
    {
        Ok(self.get(self.asking(path, query)?).await?.body)
    }

    /// The address of a path with a query; what of it is `null` is left out.
    pub(super) fn asking<Q: Serialize>(&self, path: &[&str], query: &Q) -> Result<Url, ClientError> {
        let mut url = self.url(path)?;
        let query = serde_json::to_value(query).map_err(|source| ClientError::Invalid(Invalid::Body(source)))?;
        for (name, value) in query.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null()) {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            url.query_pairs_mut().append_pair(name, &text);
        }
        Ok(url)
    }

    /// `POST` of what operators do.
    pub(super) async fn act<B, T>(&self, path: &[&str], body: Option<&B>) -> Result<T, ClientError>
    where
        B: Serialize,
        T: DeserializeOwned,
    {
        Ok(self.write(Method::POST, self.url(path)?, body, &WriteOptions::default()).await?.body)
    }

    fn raw_url(&self, path: &str) -> Result<Url, ClientError> {
        let base = self.inner.base.as_str().trim_end_matches('/');
        Url::parse(&format!("{base}{path}")).map_err(|_| ClientError::Invalid(Invalid::Segment))
    }
}
