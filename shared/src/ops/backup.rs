//! Backing an application up: its rows as lines, page by page, in memory no more than a page at a time.

use std::sync::Arc;

use bytes::Bytes;
use futures::future::try_join_all;

use super::dead_letters::parked;
use crate::api::types::{BackupApplication, BackupChat, BackupGap, BackupLine, BackupMessage, BackupNumbers};
use crate::domain::{AppId, Application, Chat, ChatNumber, Message, Sequence};
use crate::fault::Outcome;
use crate::queue::Entry;
use crate::store::{DeadLetter, DeadLetterFilter, MessageKey, Store};

/// Chats read at a time; the numbers of each are asked for by themselves.
const CHATS: u32 = 100;

/// Messages read at a time; a content may have 64 KiB.
const MESSAGES: u32 = 1_000;

/// Dead letters read at a time: their entries are in memory.
const DEAD_LETTERS: u32 = 100;

/// A backup under way. What is accepted and not persisted yet is not in it.
pub struct Backup {
    store: Arc<dyn Store>,
    app: AppId,
    stage: Stage,
    chats: u64,
    messages: u64,
    dead_letters: u64,
}

enum Stage {
    Application(Box<Application>),
    Chats(ChatNumber),
    Messages(Option<MessageKey>),
    DeadLetters(i64),
    Ended,
}

impl Backup {
    /// A backup of `application`.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, application: Application) -> Self {
        let (app, stage) = (application.id, Stage::Application(Box::new(application)));
        Self { store, app, stage, chats: 0, messages: 0, dead_letters: 0 }
    }

    /// The next lines, each with its line break; `None` after the end.
    pub async fn next(&mut self) -> Outcome<Option<Bytes>> {
        loop {
            let lines = match std::mem::replace(&mut self.stage, Stage::Ended) {
                Stage::Application(application) => {
                    self.stage = Stage::Chats(0);
                    vec![self.application(*application).await?]
                }
                Stage::Chats(after) => self.next_chats(after).await?,
                Stage::Messages(after) => self.next_messages(after).await?,
                Stage::DeadLetters(after) => self.next_dead_letters(after).await?,
                Stage::Ended => return Ok(None),
            };
            if !lines.is_empty() {
                return Ok(Some(written(&lines)));
            }
        }
    }

    async fn application(&self, application: Application) -> Outcome<BackupLine> {
        Ok(BackupLine::Application(BackupApplication {
            token: application.token.reveal().to_owned(),
            name: application.name,
            numbers: self.numbers(Sequence::Chats(self.app)).await?,
            version: application.version,
            created_at: application.created_at,
            updated_at: application.updated_at,
        }))
    }

    async fn next_chats(&mut self, after: ChatNumber) -> Outcome<Vec<BackupLine>> {
        let chats = self.store.every_chat(self.app, after, CHATS).await?;
        self.stage = chats.last().map_or(Stage::Messages(None), |last| Stage::Chats(last.number));
        self.chats += chats.len() as u64;
        try_join_all(chats.into_iter().map(|chat| self.chat(chat))).await
    }

    async fn chat(&self, chat: Chat) -> Outcome<BackupLine> {
        Ok(BackupLine::Chat(BackupChat {
            chat: chat.number,
            title: chat.title,
            state: chat.state,
            numbers: self.numbers(Sequence::Messages(self.app, chat.number)).await?,
            version: chat.version,
            created_at: chat.created_at,
            updated_at: chat.updated_at,
            deleted_at: chat.deleted_at,
        }))
    }

    async fn next_messages(&mut self, after: Option<MessageKey>) -> Outcome<Vec<BackupLine>> {
        let messages = self.store.scan_messages(Some(self.app), None, after, MESSAGES).await?;
        self.messages += messages.len() as u64;
        let Some(last) = messages.last() else {
            self.stage = Stage::DeadLetters(0);
            return Ok(Vec::new());
        };
        self.stage = Stage::Messages(Some(MessageKey { app: last.app, chat: last.chat, number: last.number }));
        Ok(messages.into_iter().map(message).collect())
    }

    /// Dead letters stand in one list for all applications; one that nobody can read is of none.
    async fn next_dead_letters(&mut self, after: i64) -> Outcome<Vec<BackupLine>> {
        let filter = DeadLetterFilter { after, limit: DEAD_LETTERS, ..DeadLetterFilter::default() };
        let page = self.store.dead_letters(&filter).await?;
        let is_of = |letter: &&DeadLetter| Entry::decode(&letter.record()).is_ok_and(|entry| entry.app == self.app);
        let mut lines: Vec<_> =
            page.iter().filter(is_of).map(|letter| BackupLine::DeadLetter(parked(letter))).collect();
        self.dead_letters += lines.len() as u64;
        match page.last().filter(|_| page.len() == DEAD_LETTERS as usize) {
            Some(last) => self.stage = Stage::DeadLetters(last.id),
            None => lines.push(BackupLine::End {
                chats: self.chats,
                messages: self.messages,
                dead_letters: self.dead_letters,
            }),
        }
        Ok(lines)
    }

    async fn numbers(&self, sequence: Sequence) -> Outcome<BackupNumbers> {
        let evidence = self.store.evidence(sequence).await?;
        let gaps = if evidence.max_gap > 0 { self.store.gaps(sequence).await? } else { Vec::new() };
        let gap = gaps.iter().map(|gap| BackupGap { from: gap.from, to: gap.to, at: gap.at });
        let gap = gap.reduce(|one, other| BackupGap {
            from: one.from.min(other.from),
            to: one.to.max(other.to),
            at: one.at.max(other.at),
        });
        Ok(BackupNumbers { last: evidence.base(), gap })
    }
}

fn message(message: Message) -> BackupLine {
    BackupLine::Message(BackupMessage {
        chat: message.chat,
        number: message.number,
        content: message.content,
        sender: message.sender,
        sent_at: message.sent_at,
        state: message.state,
        create_version: message.create_version,
        version: message.version,
        created_at: message.created_at,
        updated_at: message.updated_at,
    })
}

fn written(lines: &[BackupLine]) -> Bytes {
    let mut text = Vec::new();
    for line in lines {
        // A line of strings and numbers always has a JSON form, and a Vec takes whatever is written to it.
        let _ = serde_json::to_writer(&mut text, line);
        text.push(b'\n');
    }
    text.into()
}
