//! What the log still holds of what is persisted, against the rows: each answered number with the content that was sent
//! (I1), none of two entries (I3), each idempotency key with its number (I4).

use std::time::Duration;

use super::Verification;
use crate::api::types::admin::VerifyInvariant;
use crate::domain::{ChatNumber, MessageState};
use crate::fault::Outcome;
use crate::queue::{Entry, EntryId, Group, Job, Look, Record};
use crate::store::MessageKey;

/// Entries read at a time.
const PAGE: usize = 1_000;

/// Entries that are compared at most: the log keeps what is persisted for seconds only, unless the index is behind.
const COMPARED: usize = 20_000;

impl Verification<'_> {
    /// Compares what is on the log and persisted with the rows.
    pub(super) async fn log(&mut self) -> Outcome<()> {
        let mut after = EntryId::ZERO;
        for _ in 0..COMPARED / PAGE {
            let look = Look { after, newest: false, partition: None, limit: PAGE };
            let records = self.parts.queue.look(look).await?;
            for record in &records {
                after = after.max(record.id);
                if let Ok(entry) = Entry::decode(record)
                    && self.parts.queue.settled(Group::Persist, record.partition, record.id, Duration::ZERO).await?
                {
                    self.entry(record, &entry).await?;
                }
            }
            if records.len() < PAGE {
                break;
            }
        }
        Ok(())
    }

    async fn entry(&mut self, record: &Record, entry: &Entry) -> Outcome<()> {
        let (Job::CreateMessage { content, .. }, Some(chat)) = (&entry.job, entry.chat) else { return Ok(()) };
        if self.params.application_id.is_some_and(|app| app != entry.app.0) {
            return Ok(());
        }
        let place = format!("{}:{chat}:{}", entry.app, entry.number);
        let key = MessageKey { app: entry.app, chat, number: entry.number };
        let Some(message) = self.parts.store.message(key).await? else {
            if self.is_there(entry, chat).await? {
                let what = format!("entry {} is acknowledged, and there is no row of it", record.id);
                self.findings.add(VerifyInvariant::I1, place, what);
            }
            return Ok(());
        };
        if message.create_version != record.id {
            let what = format!("the number was given to entry {} and to entry {}", message.create_version, record.id);
            self.findings.add(VerifyInvariant::I3, place, what);
        } else if message.state == MessageState::Persisted
            && message.version == record.id
            && message.content != *content
        {
            let what = format!("its content is not that of entry {}", record.id);
            self.findings.add(VerifyInvariant::I1, place, what);
        }
        self.key(record, entry).await
    }

    /// Whether the chat exists: entries for deleted ones are done without effect.
    async fn is_there(&self, entry: &Entry, chat: ChatNumber) -> Outcome<bool> {
        let chat = self.parts.store.chat(entry.app, chat).await?;
        Ok(chat.is_some_and(|chat| chat.deleted_at.is_none()))
    }

    async fn key(&mut self, record: &Record, entry: &Entry) -> Outcome<()> {
        let Some(once) = &entry.once else { return Ok(()) };
        let first = entry.number.saturating_sub(once.index);
        let stored = self.parts.store.once(&once.key).await?;
        if stored.is_none_or(|stored| (stored.first, stored.count, stored.body) != (first, once.count, once.body)) {
            let held = stored.map_or_else(|| "nothing".to_owned(), |stored| format!("number {}", stored.first));
            let what = format!("the idempotency key of entry {} stands for {held}, not for number {first}", record.id);
            self.findings.add(VerifyInvariant::I4, entry.sequence().to_string(), what);
        }
        Ok(())
    }
}
