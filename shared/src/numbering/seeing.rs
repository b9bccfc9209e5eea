//! What a number means to a reader: a row, an entry that is still on the log, a gap, or nothing. A number that was
//! answered is never said to be absent.

use std::time::Duration;

use super::seed::gap_holding;
use super::service::{Given, Numbering, READ_OWN_WAIT};
use super::{ChatSeen, MessageSeen, Refusal};
use crate::clock::Timestamp;
use crate::domain::{AppId, Chat, ChatNumber, ChatState, Message, MessageState, Sequence};
use crate::fault::Outcome;
use crate::queue::{Entry, EntryId, Group, Job};
use crate::store::MessageKey;

/// How many unpersisted entries of a partition are looked through for one that is asked for.
const LOOKED_THROUGH: usize = 2_000;

/// When to ask again for what is further down the backlog.
const ASK_AGAIN: Duration = Duration::from_secs(1);

impl Numbering {
    /// What a chat's number means; waits at most a quarter of a second for what was numbered a moment ago.
    pub async fn see_chat(&self, app: AppId, chat: ChatNumber, wait: Duration) -> Result<ChatSeen, Refusal> {
        if let Some(seen) = self.stored_chat(app, chat).await? {
            return Ok(seen);
        }
        let sequence = Sequence::Chats(app);
        match self.given(sequence, wait).await? {
            Given::UpTo(n) if chat <= n => {}
            Given::UpTo(_) | Given::NoOwner | Given::Closed => return Ok(ChatSeen::Absent),
        }
        if let Some(gap) = gap_holding(&*self.store, sequence, chat).await? {
            return Ok(ChatSeen::InGap(gap));
        }
        if self.caught_up(sequence, wait).await?
            && let Some(seen) = self.stored_chat(app, chat).await?
        {
            return Ok(seen);
        }
        let logged = self.logged(sequence, chat).await?;
        if let Some(chat) = logged.iter().find_map(|(_, entry)| accepted_chat(entry)) {
            return Ok(ChatSeen::Here(chat));
        }
        // It may have been persisted while the log was read.
        Ok(self.stored_chat(app, chat).await?.unwrap_or(ChatSeen::NotYet { retry_after: ASK_AGAIN }))
    }

    /// What a message's number means; waits at most a quarter of a second for what was numbered a moment ago.
    pub async fn see_message(&self, key: MessageKey, wait: Duration) -> Result<MessageSeen, Refusal> {
        if let Some(message) = self.store.message(key).await? {
            return Ok(MessageSeen::Here(message));
        }
        match self.see_chat(key.app, key.chat, wait).await? {
            ChatSeen::Here(_) | ChatSeen::NotYet { .. } => {}
            ChatSeen::Deleted => return Ok(MessageSeen::ChatDeleted),
            ChatSeen::InGap(gap) => return Ok(MessageSeen::InGap(gap)),
            ChatSeen::Absent => return Ok(MessageSeen::NoChat),
        }
        let sequence = Sequence::Messages(key.app, key.chat);
        match self.given(sequence, wait).await? {
            Given::UpTo(n) if key.number <= n => {}
            Given::UpTo(_) => return Ok(MessageSeen::Absent),
            Given::Closed => return Ok(MessageSeen::ChatDeleted),
            Given::NoOwner => return Ok(MessageSeen::NoChat),
        }
        // Its row would have been found above: it wins (N-ROW-WINS).
        if let Some(gap) = gap_holding(&*self.store, sequence, key.number).await? {
            return Ok(MessageSeen::InGap(gap));
        }
        if self.caught_up(sequence, wait).await?
            && let Some(message) = self.store.message(key).await?
        {
            return Ok(MessageSeen::Here(message));
        }
        let logged = self.logged(sequence, key.number).await?;
        if let Some(message) = accepted_message(key, &logged) {
            return Ok(MessageSeen::Here(message));
        }
        // It may have been persisted while the log was read.
        let stored = self.store.message(key).await?;
        Ok(stored.map_or(MessageSeen::NotYet { retry_after: ASK_AGAIN }, MessageSeen::Here))
    }

    async fn stored_chat(&self, app: AppId, chat: ChatNumber) -> Outcome<Option<ChatSeen>> {
        let stored = self.store.chat(app, chat).await?;
        Ok(stored.map(|chat| if chat.deleted_at.is_some() { ChatSeen::Deleted } else { ChatSeen::Here(chat) }))
    }

    /// Waits a moment until everything that is logged by now is persisted.
    async fn caught_up(&self, sequence: Sequence, wait: Duration) -> Outcome<bool> {
        let partition = sequence.partition();
        let last = self.queue.last_id(partition).await?;
        self.queue.settled(Group::Persist, partition, last, wait.min(READ_OWN_WAIT)).await
    }

    /// The unpersisted entries about one number of a sequence, oldest first.
    async fn logged(&self, sequence: Sequence, number: u32) -> Outcome<Vec<(EntryId, Entry)>> {
        let records = self.queue.unpersisted(sequence.partition(), LOOKED_THROUGH).await?;
        let about = records.iter().rev().filter(|record| record.number == number).filter_map(|record| {
            let entry = Entry::decode(record).ok()?;
            (entry.sequence() == sequence).then_some((record.id, entry))
        });
        Ok(about.collect())
    }
}

fn accepted_chat(entry: &Entry) -> Option<Chat> {
    let Job::CreateChat { title } = &entry.job else { return None };
    Some(Chat {
        app: entry.app,
        number: entry.number,
        title: title.clone(),
        messages_count: 0,
        state: ChatState::Accepted,
        version: EntryId::ZERO,
        created_at: entry.at,
        updated_at: entry.at,
        deleted_at: None,
    })
}

/// The message as it will be when these entries are persisted, by the same row rules (R-LAST-WRITER, R-DELETE-FINAL).
fn accepted_message(key: MessageKey, entries: &[(EntryId, Entry)]) -> Option<Message> {
    let (id, creation) = entries.iter().find(|(_, entry)| matches!(entry.job, Job::CreateMessage { .. }))?;
    let Job::CreateMessage { content, sender, sent_at } = &creation.job else { return None };
    let mut message = Message {
        app: key.app,
        chat: key.chat,
        number: key.number,
        content: content.clone(),
        sender: sender.clone(),
        sent_at: *sent_at,
        create_version: *id,
        version: *id,
        state: MessageState::Accepted,
        created_at: creation.at,
        updated_at: creation.at,
    };
    for (id, entry) in entries {
        change(&mut message, *id, &entry.job, entry.at);
    }
    Some(message)
}

fn change(message: &mut Message, id: EntryId, job: &Job, at: Timestamp) {
    match job {
        Job::UpdateMessage { content } if message.state != MessageState::Deleted && id > message.version => {
            message.content.clone_from(content);
        }
        Job::DeleteMessage => {
            message.state = MessageState::Deleted;
            message.content.clear();
        }
        _ => return,
    }
    message.version = id;
    message.updated_at = at;
}
