//! Answers that are lines and may be long: exports, and the comparison of all counters. They are given as they come, in
//! memory no more than a line at a time.

use std::marker::PhantomData;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::{Method, StatusCode};
use reqwest::{Request, Response, Url};
use serde::de::DeserializeOwned;

use super::send::not_understood;
use super::{Client, ClientError};
use crate::api::types::admin::{CounterDiffLine, CounterDiffQuery, DeadLetterLine, SelectDeadLetters};
use crate::api::types::{BackupLine, ExportLine};
use crate::domain::ChatNumber;

/// How long an export may take as a whole; each piece of it has the client's timeout.
const EXPORT_TIMEOUT: Duration = Duration::from_hours(7 * 24);

/// What to export.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ExportScope<'a> {
    /// Only this application, by its token.
    pub application: Option<&'a str>,
    /// Only this chat of it.
    pub chat: Option<ChatNumber>,
}

/// Lines that are coming, each a `T`.
#[derive(Debug)]
pub struct Lines<T> {
    client: Client,
    response: Response,
    buffer: BytesMut,
    ended: bool,
    of: PhantomData<fn() -> T>,
}

/// An export under way.
pub type ExportLines = Lines<ExportLine>;

impl Client {
    /// Begins an export. Admin.
    pub async fn export(&self, scope: &ExportScope<'_>) -> Result<ExportLines, ClientError> {
        let mut url = self.url(&["admin", "export"])?;
        if let Some(token) = scope.application {
            url.query_pairs_mut().append_pair("application", token);
        }
        if let Some(chat) = scope.chat {
            url.query_pairs_mut().append_pair("chat", &chat.to_string());
        }
        self.lines(url).await
    }

    /// Compares all counters with what is stored and in flight. Admin.
    pub async fn diff_counters(&self, query: &CounterDiffQuery) -> Result<Lines<CounterDiffLine>, ClientError> {
        self.lines(self.asking(&["admin", "counters", "diff"], query)?).await
    }

    /// Dead letters with everything that is needed to park them again. Admin.
    pub async fn export_dead_letters(&self, asked: &SelectDeadLetters) -> Result<Lines<DeadLetterLine>, ClientError> {
        self.lines(self.asking(&["admin", "dead-letters", "export"], asked)?).await
    }

    /// Begins a backup of an application: its lines, to be taken as they come. Admin.
    pub async fn backup(&self, token: &str) -> Result<Lines<BackupLine>, ClientError> {
        self.lines(self.url(&["admin", "backups", token])?).await
    }

    async fn lines<T>(&self, url: Url) -> Result<Lines<T>, ClientError> {
        let mut request = Request::new(Method::GET, url);
        *request.timeout_mut() = Some(EXPORT_TIMEOUT);
        let begun = tokio::time::timeout(self.inner.timeout, self.stream(request, "application/x-ndjson")).await;
        let response = begun.map_err(|_| ClientError::TimedOut { sent: true, source: None })??;
        Ok(Lines { client: self.clone(), response, buffer: BytesMut::new(), ended: false, of: PhantomData })
    }
}

impl<T: DeserializeOwned> Lines<T> {
    /// The next line; `None` after the `end` line. An answer that stops without one is [`ClientError::Truncated`].
    pub async fn next(&mut self) -> Result<Option<T>, ClientError> {
        let Some(line) = self.next_raw().await? else { return Ok(None) };
        let parsed = serde_json::from_slice(&line);
        parsed.map(Some).map_err(|source| not_understood(StatusCode::OK, &line, Some(source)))
    }

    /// The next line as it came, without its line break; `None` after the `end` line.
    pub async fn next_raw(&mut self) -> Result<Option<Bytes>, ClientError> {
        if self.ended {
            return Ok(None);
        }
        let mut searched = 0;
        loop {
            if let Some(at) = self.buffer[searched..].iter().position(|byte| *byte == b'\n') {
                let line = self.buffer.split_to(searched + at + 1).freeze().slice(..searched + at);
                self.ended = line.starts_with(br#"{"type":"end""#);
                return Ok(Some(line));
            }
            searched = self.buffer.len();
            let piece = self.piece().await?;
            self.buffer.extend_from_slice(&piece);
        }
    }

    async fn piece(&mut self) -> Result<Bytes, ClientError> {
        match tokio::time::timeout(self.client.inner.timeout, self.response.chunk()).await {
            Ok(Ok(Some(piece))) => Ok(piece),
            Ok(Ok(None)) => Err(ClientError::Truncated),
            Ok(Err(source)) => Err(self.client.failed(source)),
            Err(_) => Err(ClientError::TimedOut { sent: true, source: None }),
        }
    }
}
