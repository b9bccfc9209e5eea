//! The port over chatd's HTTP API, by the typed client.

use std::borrow::Cow;
use std::future::Future;
use std::io::Write;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use bytes::Bytes;
use chat_shared::api::client::{Client, ClientError, ExportScope, Page, Paging, WriteOptions};
use chat_shared::api::codes::Code;
use chat_shared::api::types::{
    Accepted, ApplicationCreated, ApplicationDetail, ApplicationSummary, BeginRestore, ChatCreated, ChatDetail,
    ChatSummary, CreateMessage, ExportLine, FinishRestore, FoundMessage, Message, MessageCreated, RotateToken,
    TokenRotated,
};
use chat_shared::domain::{ChatNumber, MessageNumber};
use chat_shared::queue::EntryId;
use futures::StreamExt;
use futures::stream::BoxStream;

use super::{Ask, Backend, Batch, BatchAccepted, ChatOf, MOST_ROWS, Reach, Through, Writing, failure, version};
use crate::context::{AdminKey, KeyOrigin, Target};
use crate::output::failure::Failure;

/// chatd, over HTTP.
pub struct Http {
    /// For what needs more than the port gives: imports, exports, load.
    pub client: Client,
    key_origin: Option<KeyOrigin>,
    verbose: bool,
}

impl Http {
    /// A client of the chatd at `target`. Opens no connection yet.
    pub fn new(target: &Target, timeout: Duration, verbose: bool) -> Result<Self, Failure> {
        let builder = Client::builder(&target.api)
            .timeout(timeout)
            .connect_timeout(timeout)
            .user_agent(concat!("chatctl/", env!("CARGO_PKG_VERSION")));
        let builder = match &target.key {
            Some(key) => builder.admin_key(AdminKey::reveal(key)),
            None => builder,
        };
        let client = builder.build().map_err(|error| failure(format!("talk to chatd at {}", target.api), &error))?;
        Ok(Self { client, key_origin: target.key_origin.clone(), verbose })
    }

    /// Makes one request; says so where that is wanted.
    pub async fn call<T>(
        &self,
        doing: impl Into<Cow<'static, str>>,
        request: impl Future<Output = Result<T, ClientError>>,
    ) -> Result<T, Failure> {
        let doing = doing.into();
        let begun = Instant::now();
        let answer = request.await;
        if self.verbose {
            let how = if answer.is_ok() { "done" } else { "failed" };
            let (base, took) = (self.client.base(), begun.elapsed().as_millis());
            // Where standard error is closed nobody listens.
            let _ = writeln!(std::io::stderr(), "{base} {doing}: {how} in {took} ms");
        }
        match answer {
            Ok(answer) => Ok(answer),
            Err(error) => Err(self.explained(doing, &error).await),
        }
    }

    /// The failure with what is known of this chatd, and can be asked of it.
    async fn explained(&self, doing: Cow<'static, str>, error: &ClientError) -> Failure {
        let failure = failure(doing, error);
        match &self.key_origin {
            Some(origin) if error.code() == Some(Code::Unauthorized) => {
                failure.hint(format!("the key from {origin} is not this chatd's; see `chatctl context show`"))
            }
            _ if version::is_suspect(error) => match self.client.version().await {
                Ok(chatd) => version::told(failure, &chatd.version),
                // Something else is wrong with it, or it is no chatd at all.
                Err(_) => failure,
            },
            _ => failure,
        }
    }
}

impl Reach for Http {
    fn through(&self) -> Through {
        Through::Chatd
    }
}

fn paging(ask: &Ask) -> Paging {
    let limit = ask.limit.clamp(1, MOST_ROWS);
    if let Some(cursor) = &ask.cursor {
        return Paging::from_link(with_limit(cursor, limit));
    }
    let mut paging = Paging::default().limit(limit);
    paging = ask.after.map_or(paging.clone(), |number| paging.after(number));
    paging = ask.before.map_or(paging.clone(), |number| paging.before(number));
    if ask.descending { paging.descending() } else { paging }
}

/// A cursor is the query of the link to the next page; how many rows are asked for may differ from page to page.
fn with_limit(query: &str, limit: u32) -> String {
    let others = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("limit="));
    others.map(str::to_owned).chain([format!("limit={limit}")]).collect::<Vec<_>>().join("&")
}

fn batch<B, T>(page: Page<B>, items: impl FnOnce(B) -> Vec<T>) -> Batch<T> {
    let next = page.next.as_ref().and_then(Paging::link).map(str::to_owned);
    Batch { items: items(page.body), next, degraded: page.degraded }
}

fn options(how: Writing<'_>) -> WriteOptions<'_> {
    WriteOptions { idempotency_key: how.key, wait: how.wait, if_match: how.if_version, ..WriteOptions::default() }
}

#[async_trait]
impl Backend for Http {
    async fn applications(&self, ask: &Ask) -> Result<Batch<ApplicationSummary>, Failure> {
        let page = self.call("list the applications", self.client.applications(&paging(ask))).await?;
        Ok(batch(page, |applications| applications))
    }

    async fn application(&self, token: &str) -> Result<Option<ApplicationDetail>, Failure> {
        let found = self.client.application(token).await;
        if found.as_ref().is_err_and(|error| error.code() == Some(Code::ApplicationNotFound)) {
            return Ok(None);
        }
        self.call("look the application up", async { found }).await.map(Some)
    }

    async fn create_application(&self, name: &str) -> Result<ApplicationCreated, Failure> {
        Ok(self.call("create the application", self.client.create_application(name)).await?.body)
    }

    async fn rename_application(&self, token: &str, name: &str, how: Writing<'_>) -> Result<Accepted, Failure> {
        let how = options(how);
        let request = self.client.update_application(token, name, &how);
        Ok(self.call("rename the application", request).await?.body)
    }

    async fn rotate_token(&self, token: &str, grace: Duration) -> Result<TokenRotated, Failure> {
        let grace = RotateToken { grace_seconds: u32::try_from(grace.as_secs()).unwrap_or(u32::MAX) };
        self.call("replace the token", self.client.rotate_token(token, &grace)).await
    }

    async fn delete_application(&self, token: &str) -> Result<Accepted, Failure> {
        let how = WriteOptions::default();
        Ok(self.call("delete the application", self.client.delete_application(token, &how)).await?.body)
    }

    async fn chats(&self, token: &str, ask: &Ask) -> Result<Batch<ChatSummary>, Failure> {
        let page = self.call("list the chats", self.client.chats(token, &paging(ask))).await?;
        Ok(batch(page, |list| list.chats))
    }

    async fn chat(&self, of: ChatOf<'_>) -> Result<ChatDetail, Failure> {
        Ok(self.call("get the chat", self.client.chat(of.token, of.chat)).await?.chat)
    }

    async fn create_chat(&self, token: &str, title: Option<&str>, how: Writing<'_>) -> Result<ChatCreated, Failure> {
        Ok(self.call("create the chat", self.client.create_chat(token, title, &options(how))).await?.body)
    }

    async fn rename_chat(&self, of: ChatOf<'_>, title: &str, how: Writing<'_>) -> Result<Accepted, Failure> {
        let how = options(how);
        let request = self.client.update_chat(of.token, of.chat, title, &how);
        Ok(self.call("rename the chat", request).await?.body)
    }

    async fn messages(&self, of: ChatOf<'_>, ask: &Ask) -> Result<Batch<Message>, Failure> {
        let page = self.call("list the messages", self.client.messages(of.token, of.chat, &paging(ask))).await?;
        Ok(batch(page, |messages| messages))
    }

    async fn message(&self, of: ChatOf<'_>, number: MessageNumber) -> Result<(Message, Option<EntryId>), Failure> {
        let found = self.call("get the message", self.client.message(of.token, of.chat, number)).await?;
        Ok((found.body, found.version))
    }

    async fn post(
        &self,
        of: ChatOf<'_>,
        message: &CreateMessage<'_>,
        how: Writing<'_>,
    ) -> Result<MessageCreated, Failure> {
        let how = options(how);
        let request = self.client.create_message(of.token, of.chat, message, &how);
        Ok(self.call("post the message", request).await?.body)
    }

    async fn post_batch(&self, of: ChatOf<'_>, body: Bytes, key: &str) -> Result<BatchAccepted, Failure> {
        let how = WriteOptions { idempotency_key: Some(key), ..WriteOptions::default() };
        let request = self.client.create_messages_raw(of.token, of.chat, body, &how);
        let answer = self.call("post the messages", request).await?;
        Ok(BatchAccepted { job_id: answer.body.job_id, replayed: answer.replayed() })
    }

    async fn export(
        &self,
        token: &str,
        chat: Option<ChatNumber>,
    ) -> Result<BoxStream<'static, Result<ExportLine, Failure>>, Failure> {
        let scope = ExportScope { application: Some(token), chat };
        let lines = self.call("begin the export", self.client.export(&scope)).await?;
        let stream = futures::stream::try_unfold(lines, |mut lines| async move {
            let line = lines.next().await.map_err(|error| failure("go on with the export", &error))?;
            Ok(line.map(|line| (line, lines)))
        });
        Ok(stream.boxed())
    }

    async fn backup(&self, token: &str) -> Result<BoxStream<'static, Result<Bytes, Failure>>, Failure> {
        let lines = self.call("begin the backup", self.client.backup(token)).await?;
        let stream = futures::stream::try_unfold(lines, |mut lines| async move {
            let line = lines.next_raw().await.map_err(|error| failure("go on with the backup", &error))?;
            Ok(line.map(|line| (line, lines)))
        });
        Ok(stream.boxed())
    }

    async fn begin_restore(&self, begin: &BeginRestore) -> Result<String, Failure> {
        Ok(self.call("begin to restore the application", self.client.begin_restore(begin)).await?.restore)
    }

    async fn restore_lines(&self, restore: &str, body: Bytes) -> Result<(), Failure> {
        self.call("restore chats and messages", self.client.restore_lines(restore, body)).await
    }

    async fn finish_restore(&self, restore: &str, finish: &FinishRestore) -> Result<String, Failure> {
        Ok(self.call("end the restoring", self.client.finish_restore(restore, finish)).await?.token)
    }

    async fn edit(
        &self,
        of: ChatOf<'_>,
        number: MessageNumber,
        content: &str,
        how: Writing<'_>,
    ) -> Result<Accepted, Failure> {
        let how = options(how);
        let request = self.client.update_message(of.token, of.chat, number, content, &how);
        Ok(self.call("edit the message", request).await?.body)
    }

    async fn delete(&self, of: ChatOf<'_>, number: MessageNumber, how: Writing<'_>) -> Result<Accepted, Failure> {
        let how = options(how);
        let request = self.client.delete_message(of.token, of.chat, number, &how);
        Ok(self.call("delete the message", request).await?.body)
    }

    async fn search(
        &self,
        token: &str,
        chat: Option<ChatNumber>,
        text: &str,
        ask: &Ask,
    ) -> Result<Batch<FoundMessage>, Failure> {
        let paging = paging(ask);
        let page = match chat {
            Some(chat) => self.call("search the chat", self.client.search_chat(token, chat, text, &paging)).await?,
            None => self.call("search the application", self.client.search_application(token, text, &paging)).await?,
        };
        Ok(batch(page, |messages| messages))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_keeps_its_place_and_takes_another_limit() {
        assert_eq!(with_limit("content=a%26b&limit=50&after=7", 3), "content=a%26b&after=7&limit=3");
        assert_eq!(with_limit("", 3), "limit=3");
    }
}
