//! `/admin/export`: the lines of an export as they come, in memory no more than a line at a time.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::{Method, StatusCode};
use reqwest::{Request, Response};

use super::send::not_understood;
use super::{Client, ClientError};
use crate::api::types::ExportLine;
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

/// An export under way.
#[derive(Debug)]
pub struct ExportLines {
    client: Client,
    response: Response,
    buffer: BytesMut,
    ended: bool,
}

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

    /// Begins a backup of an application: lines of [`crate::api::types::BackupLine`], to be taken as they come. Admin.
    pub async fn backup(&self, token: &str) -> Result<ExportLines, ClientError> {
        self.lines(self.url(&["admin", "backups", token])?).await
    }

    async fn lines(&self, url: reqwest::Url) -> Result<ExportLines, ClientError> {
        let mut request = Request::new(Method::GET, url);
        *request.timeout_mut() = Some(EXPORT_TIMEOUT);
        let begun = tokio::time::timeout(self.inner.timeout, self.stream(request, "application/x-ndjson")).await;
        let response = begun.map_err(|_| ClientError::TimedOut { sent: true, source: None })??;
        Ok(ExportLines { client: self.clone(), response, buffer: BytesMut::new(), ended: false })
    }
}

impl ExportLines {
    /// The next line; `None` after the `end` line. An export that stops without one is [`ClientError::Truncated`].
    pub async fn next(&mut self) -> Result<Option<ExportLine>, ClientError> {
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
