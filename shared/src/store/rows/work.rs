//! A batch's work, chat by chat: what is stored, what the steps make of it, and how the counts move. Knows no statement.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{ChatRow, ChatStep, MessageRow, MessageStep, Step, What};
use crate::clock::Timestamp;
use crate::domain::{AppId, ChatNumber, MessageNumber};
use crate::queue::EntryId;
use crate::store::{Conflict, Persisted};

/// Those of a batch's applications that exist.
pub type Living = BTreeSet<AppId>;

/// One chat of a batch.
pub struct ChatWork {
    /// Its application.
    pub app: AppId,
    /// Its number.
    pub number: ChatNumber,
    /// Its id, where its row is stored.
    pub stored: Option<i64>,
    /// Its id, given before its row is written where it is new.
    pub id: i64,
    /// The greatest number of its messages' rows: no row is above it.
    pub top: MessageNumber,
    /// Its row, once something made one.
    pub row: Option<ChatRow>,
    counted: bool,
    messages_counted: u64,
    /// Whether it is this batch that deletes it.
    pub deleted_now: bool,
    steps: Vec<(EntryId, Timestamp, ChatStep)>,
    messages: Vec<MessageWork>,
}

/// One step about a message.
struct MessageWork {
    number: MessageNumber,
    id: EntryId,
    at: Timestamp,
    step: MessageStep,
}

/// A message's row as it is to be written.
pub struct MessageChange {
    /// Its id, where its row is stored.
    pub stored: Option<i64>,
    /// The id of its chat.
    pub chat_id: i64,
    /// Its number.
    pub number: MessageNumber,
    /// The row.
    pub row: MessageRow,
}

/// Messages' rows that are stored, by the chat's id and their number, each with its id.
pub type StoredMessages = HashMap<(i64, MessageNumber), (i64, MessageRow)>;

/// How the counts move.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// Chats of each application.
    pub chats: BTreeMap<AppId, i64>,
    /// Messages of all.
    pub messages: i64,
}

/// Sorts the steps of living applications by their chats. Steps come in the order of chats.
pub fn gather(steps: Vec<Step>, living: &Living) -> Vec<ChatWork> {
    let mut work: Vec<ChatWork> = Vec::new();
    for Step { app, id, at, what } in steps {
        let number = match &what {
            What::Chat(number, _) | What::Message(number, ..) if living.contains(&app) => *number,
            _ => continue,
        };
        if work.last().is_none_or(|last| (last.app, last.number) != (app, number)) {
            work.push(ChatWork::new(app, number));
        }
        let Some(chat) = work.last_mut() else { continue };
        match what {
            What::Application(_) => {}
            What::Chat(_, step) => chat.steps.push((id, at, step)),
            What::Message(_, number, step) => chat.messages.push(MessageWork { number, id, at, step }),
        }
    }
    work
}

/// How the counts moved in all of a batch's chats.
pub fn moved(work: &[ChatWork]) -> Moved {
    let mut moved = Moved::default();
    for chat in work {
        let (counted, messages_counted) = chat.counts();
        let chats = i64::from(counted) - i64::from(chat.counted);
        if chats != 0 {
            *moved.chats.entry(chat.app).or_default() += chats;
        }
        moved.messages += difference(messages_counted, chat.messages_counted);
    }
    moved.chats.retain(|_, moved| *moved != 0);
    moved
}

impl ChatWork {
    fn new(app: AppId, number: ChatNumber) -> Self {
        Self {
            app,
            number,
            stored: None,
            id: 0,
            top: 0,
            row: None,
            counted: false,
            messages_counted: 0,
            deleted_now: false,
            steps: Vec::new(),
            messages: Vec::new(),
        }
    }

    /// Takes over the row that is stored.
    pub fn found(&mut self, id: i64, row: ChatRow, top: MessageNumber) {
        self.stored = Some(id);
        self.id = id;
        self.top = top;
        self.counted = row.counts();
        self.messages_counted = row.messages_count;
        self.row = Some(row);
    }

    /// Applies the rules to the chat's own row.
    pub fn apply_to_chat(&mut self, persisted: &mut Persisted) {
        let deleted_before = self.is_deleted();
        let steps = std::mem::take(&mut self.steps);
        for (id, at, step) in steps {
            if let ChatStep::Bury = step {
                self.row.get_or_insert_with(|| ChatRow::tombstone(id, at));
                continue;
            }
            let row = self.row.get_or_insert_with(|| ChatRow::stub(at));
            match step {
                ChatStep::Create { title } => {
                    if let Err(taken) = row.create(id, at, title) {
                        persisted.conflicts.push(Conflict { id, holder: taken.holder });
                    }
                }
                ChatStep::Update { title } => row.update(id, at, title),
                ChatStep::Delete => row.delete(at),
                ChatStep::Bury => {}
            }
        }
        if let Some(at) = self.messages.iter().map(|message| message.at).min() {
            self.row.get_or_insert_with(|| ChatRow::stub(at)).touch(at);
        }
        if self.is_deleted() {
            // A deleted chat is final: what still comes for it writes nothing.
            self.messages.clear();
            self.deleted_now = !deleted_before;
        }
    }

    /// Whether the batch is about messages of it.
    #[must_use]
    pub fn has_messages(&self) -> bool {
        !self.messages.is_empty()
    }

    /// The numbers that a row may be stored of.
    pub fn perhaps_stored(&self) -> impl Iterator<Item = MessageNumber> {
        let mut numbers: Vec<_> =
            self.messages.iter().map(|message| message.number).filter(|number| *number <= self.top).collect();
        numbers.dedup();
        numbers.into_iter()
    }

    /// Applies the rules to the rows of its messages, which come in the order of their numbers.
    pub fn apply_to_messages(&mut self, stored: &mut StoredMessages, persisted: &mut Persisted) -> Vec<MessageChange> {
        let mut changes: Vec<MessageChange> = Vec::with_capacity(self.messages.len());
        let mut count = 0;
        for MessageWork { number, id, at, step } in std::mem::take(&mut self.messages) {
            if changes.last().is_none_or(|last| last.number != number) {
                let (stored, row) = stored.remove(&(self.id, number)).unzip();
                changes.push(MessageChange { stored, chat_id: self.id, number, row: row.unwrap_or_default() });
            }
            let Some(MessageChange { row, .. }) = changes.last_mut() else { continue };
            let counted = row.counts();
            match step {
                MessageStep::Create { content, sender, sent_at } => {
                    match row.create(id, at, content, sender, sent_at) {
                        Ok(created) => persisted.messages += u64::from(created),
                        Err(taken) => persisted.conflicts.push(Conflict { id, holder: taken.holder }),
                    }
                }
                MessageStep::Update { content } => row.update(id, at, content),
                MessageStep::Delete => row.delete(id, at),
                MessageStep::Bury => row.bury(id, at),
            }
            // By what really came or went, so that an entry that comes again moves nothing (R-COUNT-ROWS).
            count += i64::from(row.counts()) - i64::from(counted);
        }
        if let Some(row) = self.row.as_mut().filter(|_| count != 0) {
            row.messages_count = row.messages_count.saturating_add_signed(count);
            row.changed = true;
        }
        changes.retain(|change| change.row.changed);
        changes
    }

    fn is_deleted(&self) -> bool {
        self.row.as_ref().is_some_and(|row| row.deleted_at.is_some())
    }

    fn counts(&self) -> (bool, u64) {
        self.row.as_ref().map_or((false, 0), |row| (row.counts(), row.messages_count))
    }
}

fn difference(after: u64, before: u64) -> i64 {
    i64::try_from(after).unwrap_or(i64::MAX) - i64::try_from(before).unwrap_or(i64::MAX)
}
