//! One request: its address, its headers, its body; and the answer read as what it should be or as a problem.

use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use reqwest::{Request, Response, Url};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::{ClientError, Invalid, Refused};
use super::{Answer, Client, WriteOptions};
use crate::api::problem::Problem;

/// How much of a body that was not understood is kept, in characters.
const START_CHARS: usize = 200;

/// An address that many requests go to, made once.
#[derive(Debug, Clone)]
pub struct Endpoint(Url);

impl Client {
    /// The address of a path, each segment encoded.
    pub(super) fn url(&self, segments: &[&str]) -> Result<Url, ClientError> {
        let invalid = || ClientError::Invalid(Invalid::Segment);
        if segments.iter().any(|segment| matches!(*segment, "" | "." | "..")) {
            return Err(invalid());
        }
        let mut url = self.inner.base.clone();
        url.path_segments_mut().map_err(|()| invalid())?.pop_if_empty().extend(segments);
        Ok(url)
    }

    pub(super) fn endpoint(&self, segments: &[&str]) -> Result<Endpoint, ClientError> {
        self.url(segments).map(Endpoint)
    }

    pub(super) async fn get<T: DeserializeOwned>(&self, url: Url) -> Result<Answer<T>, ClientError> {
        self.answer(Request::new(Method::GET, url)).await
    }

    pub(super) async fn write<B, T>(
        &self,
        method: Method,
        url: Url,
        body: Option<&B>,
        options: &WriteOptions<'_>,
    ) -> Result<Answer<T>, ClientError>
    where
        B: Serialize + ?Sized,
        T: DeserializeOwned,
    {
        let body = body.map(encode).transpose()?;
        self.write_bytes(method, url, body, options).await
    }

    pub(super) async fn write_bytes<T: DeserializeOwned>(
        &self,
        method: Method,
        url: Url,
        body: Option<Bytes>,
        options: &WriteOptions<'_>,
    ) -> Result<Answer<T>, ClientError> {
        let mut request = Request::new(method, url);
        options.write_to(request.headers_mut())?;
        if let Some(body) = body {
            request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
            *request.body_mut() = Some(body.into());
        }
        if let Some(wait) = options.wait_seconds() {
            *request.timeout_mut() = Some(self.inner.timeout + Duration::from_secs(wait));
        }
        self.answer(request).await
    }

    async fn answer<T: DeserializeOwned>(&self, request: Request) -> Result<Answer<T>, ClientError> {
        let mut response = self.send(request).await?;
        let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
        let body = response.bytes().await.map_err(|source| self.failed(source))?;
        if !status.is_success() {
            return Err(refused(status, &headers, &body));
        }
        match serde_json::from_slice(&body) {
            Ok(body) => Ok(Answer { body, status: status.as_u16(), headers }),
            Err(source) => Err(not_understood(status, &body, Some(source))),
        }
    }

    /// An answer whose body is taken as it comes: for streams and for what is no JSON.
    pub(super) async fn stream(&self, mut request: Request, accept: &'static str) -> Result<Response, ClientError> {
        request.headers_mut().insert(ACCEPT, HeaderValue::from_static(accept));
        let mut response = self.send(request).await?;
        if response.status().is_success() {
            return Ok(response);
        }
        let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
        let body = response.bytes().await.map_err(|source| self.failed(source))?;
        Err(refused(status, &headers, &body))
    }

    pub(super) async fn send(&self, mut request: Request) -> Result<Response, ClientError> {
        if let Some(authorization) = &self.inner.authorization {
            request.headers_mut().insert(AUTHORIZATION, authorization.clone());
        }
        request.timeout_mut().get_or_insert(self.inner.timeout);
        self.inner.http.execute(request).await.map_err(|source| self.failed(source))
    }

    pub(super) fn failed(&self, source: reqwest::Error) -> ClientError {
        ClientError::transport(&self.inner.base, source)
    }
}

impl Endpoint {
    pub(super) fn url(&self) -> Url {
        self.0.clone()
    }
}

fn encode<B: Serialize + ?Sized>(body: &B) -> Result<Bytes, ClientError> {
    serde_json::to_vec(body).map(Bytes::from).map_err(|source| ClientError::Invalid(Invalid::Body(source)))
}

pub(super) fn refused(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> ClientError {
    match serde_json::from_slice::<Problem>(body) {
        Ok(problem) => ClientError::Problem(Box::new(Refused { problem, retry_after: retry_after(headers) })),
        Err(_) => not_understood(status, body, None),
    }
}

fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    headers.get(RETRY_AFTER)?.to_str().ok()?.parse().ok().map(Duration::from_secs)
}

pub(super) fn not_understood(status: StatusCode, body: &[u8], source: Option<serde_json::Error>) -> ClientError {
    let start = String::from_utf8_lossy(body).chars().take(START_CHARS).collect();
    ClientError::NotUnderstood { status, start, source }
}
