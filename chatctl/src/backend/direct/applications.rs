//! Applications, chats and messages without chatd: looked at only, but for applications, which the store makes.

use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use chat_shared::api::links::{linked_page, linked_position};
use chat_shared::api::types::{
    Accepted, ApplicationCreated, ApplicationDetail, ApplicationSummary, BeginRestore, ChatCreated, ChatDetail,
    ChatSummary, CreateMessage, ExportLine, FinishRestore, FoundMessage, Message, MessageCreated, TokenRotated,
};
use chat_shared::domain::{AppId, ChatNumber, MessageNumber, Token};
use chat_shared::ops::{Asked, Backup, Installation, OpsError, Page, existing_message, wire};
use chat_shared::queue::EntryId;
use chat_shared::store::{MessageKey, Order, Window};
use futures::stream::{BoxStream, try_unfold};

use super::{Direct, through_chatd};
use crate::backend::{Ask, Backend, Batch, BatchAccepted, ChatOf, MOST_ROWS, Writing};
use crate::output::failure::Failure;

impl Direct {
    async fn app(&self, token: &str) -> Asked<AppId> {
        Ok(self.looks.application_of_token(token).await?.id)
    }
}

fn limit(ask: &Ask) -> u32 {
    ask.limit.clamp(1, MOST_ROWS)
}

/// The page of a list by number.
fn window(ask: &Ask) -> Result<Window, Failure> {
    let limit = limit(ask);
    let Some(cursor) = &ask.cursor else {
        let order = if ask.descending { Order::Desc } else { Order::Asc };
        return Ok(Window { after: ask.after, before: ask.before, limit, order });
    };
    let page = linked_page(cursor, Window { limit, ..Window::default() });
    if page.after.is_none() && page.before.is_none() { Err(no_cursor(cursor)) } else { Ok(page) }
}

/// Where a list by cursor goes on.
fn position<const N: usize>(ask: &Ask) -> Result<Option<[u64; N]>, Failure> {
    ask.cursor.as_ref().map(|cursor| linked_position(cursor).ok_or_else(|| no_cursor(cursor))).transpose()
}

fn no_cursor(cursor: &str) -> Failure {
    Failure::usage("go on with the list", format!("`{cursor}` is no cursor of this list"))
}

fn batch<T>(page: Page<T>) -> Batch<T> {
    Batch { next: page.next().map(str::to_owned), degraded: page.degraded, items: page.rows }
}

/// The lines of a piece, each without its line break.
fn split(piece: &Bytes) -> Vec<Bytes> {
    piece.split_inclusive(|byte| *byte == b'\n').map(|line| piece.slice_ref(line.trim_ascii_end())).collect()
}

#[async_trait]
impl Backend for Direct {
    async fn applications(&self, ask: &Ask) -> Result<Batch<ApplicationSummary>, Failure> {
        let after = position(ask)?;
        self.look("list the applications", self.looks.list_applications(after, None, limit(ask))).await.map(batch)
    }

    async fn application(&self, token: &str) -> Result<Option<ApplicationDetail>, Failure> {
        let look = async {
            let shown = match self.app(token).await {
                Ok(app) => self.looks.show_application(app, &Token::new(token)).await,
                Err(error) => Err(error),
            };
            match shown {
                Err(OpsError::Missing(_)) => Ok(None),
                shown => shown.map(Some),
            }
        };
        self.look("look the application up", look).await
    }

    async fn create_application(&self, name: &str) -> Result<ApplicationCreated, Failure> {
        let create =
            |parts: Installation| async move { parts.create_application(name, &self.config.limits, &self.who).await };
        self.change("create the application", create).await
    }

    async fn rename_application(&self, _token: &str, _name: &str, _how: Writing<'_>) -> Result<Accepted, Failure> {
        through_chatd("rename the application")
    }

    async fn rotate_token(&self, token: &str, grace: Duration) -> Result<TokenRotated, Failure> {
        let rotate = |parts: Installation| async move {
            let app = parts.application_of_token(token).await?.id;
            let replaced = parts.replace_token(app, grace, &self.who).await?;
            let token = replaced.application.token.reveal().to_owned();
            Ok(TokenRotated { token, name: replaced.application.name, old_token_until: replaced.until })
        };
        self.change("replace the token", rotate).await
    }

    async fn delete_application(&self, _token: &str) -> Result<Accepted, Failure> {
        through_chatd("delete the application")
    }

    async fn chats(&self, token: &str, ask: &Ask) -> Result<Batch<ChatSummary>, Failure> {
        let page = window(ask)?;
        let look = async { self.looks.list_chats(self.app(token).await?, page).await };
        self.look("list the chats", look).await.map(batch)
    }

    async fn chat(&self, of: ChatOf<'_>) -> Result<ChatDetail, Failure> {
        let look = async { self.looks.show_chat(&self.sight(), self.app(of.token).await?, of.chat).await };
        self.look("get the chat", look).await
    }

    async fn create_chat(&self, _: &str, _: Option<&str>, _: Writing<'_>) -> Result<ChatCreated, Failure> {
        through_chatd("create the chat")
    }

    async fn rename_chat(&self, _of: ChatOf<'_>, _title: &str, _how: Writing<'_>) -> Result<Accepted, Failure> {
        through_chatd("rename the chat")
    }

    async fn messages(&self, of: ChatOf<'_>, ask: &Ask) -> Result<Batch<Message>, Failure> {
        let page = window(ask)?;
        let look = async { self.looks.list_messages(&self.sight(), self.app(of.token).await?, of.chat, page).await };
        self.look("list the messages", look).await.map(batch)
    }

    async fn message(&self, of: ChatOf<'_>, number: MessageNumber) -> Result<(Message, Option<EntryId>), Failure> {
        let look = async {
            let key = MessageKey { app: self.app(of.token).await?, chat: of.chat, number };
            existing_message(&self.sight(), key).await
        };
        let message = self.look("get the message", look).await?;
        let version = message.version;
        Ok((wire::message(message), Some(version)))
    }

    async fn post(&self, _: ChatOf<'_>, _: &CreateMessage<'_>, _: Writing<'_>) -> Result<MessageCreated, Failure> {
        through_chatd("post the message")
    }

    async fn post_batch(&self, _of: ChatOf<'_>, _body: Bytes, _key: &str) -> Result<BatchAccepted, Failure> {
        through_chatd("post the messages")
    }

    async fn export(
        &self,
        token: &str,
        chat: Option<ChatNumber>,
    ) -> Result<BoxStream<'static, Result<ExportLine, Failure>>, Failure> {
        let export = self.look("begin the export", self.looks.export(Some(token), chat)).await?;
        let pieces =
            try_unfold(export, |mut export| async move { Ok(export.next().await?.map(|lines| (lines, export))) });
        Ok(self.lines("go on with the export", pieces))
    }

    async fn backup(&self, token: &str) -> Result<BoxStream<'static, Result<Bytes, Failure>>, Failure> {
        let application = self.look("begin the backup", self.looks.application_of_token(token)).await?;
        let backup = Backup::new(self.looks.store.clone(), application);
        let pieces =
            try_unfold(
                backup,
                |mut backup| async move { Ok(backup.next().await?.map(|piece| (split(&piece), backup))) },
            );
        Ok(self.lines("go on with the backup", pieces))
    }

    async fn begin_restore(&self, _begin: &BeginRestore) -> Result<String, Failure> {
        through_chatd("begin to restore the application")
    }

    async fn restore_lines(&self, _restore: &str, _body: Bytes) -> Result<(), Failure> {
        through_chatd("restore chats and messages")
    }

    async fn finish_restore(&self, _restore: &str, _finish: &FinishRestore) -> Result<String, Failure> {
        through_chatd("end the restoring")
    }

    async fn edit(&self, _: ChatOf<'_>, _: MessageNumber, _: &str, _: Writing<'_>) -> Result<Accepted, Failure> {
        through_chatd("edit the message")
    }

    async fn delete(&self, _of: ChatOf<'_>, _number: MessageNumber, _how: Writing<'_>) -> Result<Accepted, Failure> {
        through_chatd("delete the message")
    }

    async fn search(
        &self,
        token: &str,
        chat: Option<ChatNumber>,
        text: &str,
        ask: &Ask,
    ) -> Result<Batch<FoundMessage>, Failure> {
        let limits = &self.config.limits;
        let found = if let Some(chat) = chat {
            let page = window(ask)?;
            let look = async {
                let at = (self.app(token).await?, chat);
                self.looks.search_chat(&self.sight(), limits, at, page, text).await
            };
            self.look("search the chat", look).await?
        } else {
            let after = position(ask)?;
            let look =
                async { self.looks.search_application(limits, self.app(token).await?, after, limit(ask), text).await };
            self.look("search the application", look).await?
        };
        Ok(batch(found))
    }
}
