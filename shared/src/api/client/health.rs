//! `/livez`, `/readyz`, `/version`, `/metrics` and the OpenAPI document.

use http::Method;
use reqwest::Request;
use serde_json::Value;

use super::send::refused;
use super::{Client, ClientError};
use crate::api::types::{Health, Version};

impl Client {
    /// Whether the process lives.
    pub async fn livez(&self) -> Result<Health, ClientError> {
        Ok(self.get(self.url(&["livez"])?).await?.body)
    }

    /// Whether it should be sent requests, with the health of each dependency. A process that should not answers so too,
    /// with status 503.
    pub async fn readyz(&self) -> Result<Health, ClientError> {
        let response = self.send(Request::new(Method::GET, self.url(&["readyz"])?)).await?;
        let (status, headers) = (response.status(), response.headers().clone());
        let body = response.bytes().await.map_err(|source| self.failed(source))?;
        serde_json::from_slice(&body).map_err(|_| refused(status, &headers, &body))
    }

    /// Which chatd answers.
    pub async fn version(&self) -> Result<Version, ClientError> {
        Ok(self.get(self.url(&["version"])?).await?.body)
    }

    /// The metrics in Prometheus' text format. Admin.
    pub async fn metrics(&self) -> Result<String, ClientError> {
        let request = Request::new(Method::GET, self.url(&["metrics"])?);
        let response = self.stream(request, "text/plain").await?;
        response.text().await.map_err(|source| self.failed(source))
    }

    /// The OpenAPI document.
    pub async fn openapi(&self) -> Result<Value, ClientError> {
        Ok(self.get(self.url(&["api-docs", "openapi.json"])?).await?.body)
    }
}
