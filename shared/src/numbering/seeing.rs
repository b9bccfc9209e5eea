//! What a number means to a reader: a row, an entry that is still on the log, a gap, or nothing. A number that was
//! answered is never said to be absent.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;

use super::seed::gap_holding;
use super::service::{Given, Numbering, READ_OWN_WAIT};
use super::{ChatSeen, MessageSeen, Refusal};
use crate::clock::Timestamp;
use crate::domain::{AppId, Chat, ChatNumber, ChatState, Message, MessageState, Sequence};
use crate::fault::Outcome;
use crate::queue::{Entry, EntryId, Group, Job, Queue};
use crate::store::{MessageKey, Store};

/// How many unpersisted entries of a partition are looked through for one that is asked for.
const LOOKED_THROUGH: usize = 2_000;

/// When to ask again for what is further down the backlog.
const ASK_AGAIN: Duration = Duration::from_secs(1);

/// Who says what numbers mean.
#[async_trait]
pub trait Sight: Send + Sync {
    /// The counters and the log.
    fn queue(&self) -> &dyn Queue;

    /// The database.
    fn store(&self) -> &dyn Store;

    /// What a sequence's counter says.
    async fn given(&self, sequence: Sequence, wait: Duration) -> Result<Given, Refusal>;

    /// What a chat's number means; waits at most a quarter of a second for what was numbered a moment ago.
    async fn see_chat(&self, app: AppId, chat: ChatNumber, wait: Duration) -> Result<ChatSeen, Refusal> {
        if let Some(seen) = stored_chat(self.store(), app, chat).await? {
            return Ok(seen);
        }
        let sequence = Sequence::Chats(app);
        match self.given(sequence, wait).await? {
            Given::UpTo(n) if chat <= n => {}
            Given::UpTo(_) | Given::NoOwner | Given::Closed => return Ok(ChatSeen::Absent),
        }
        if let Some(gap) = gap_holding(self.store(), sequence, chat).await? {
            return Ok(ChatSeen::InGap(gap));
        }
        if caught_up(self.queue(), sequence, wait).await?
            && let Some(seen) = stored_chat(self.store(), app, chat).await?
        {
            return Ok(seen);
        }
        let logged = logged(self.queue(), sequence, chat).await?;
        if let Some(chat) = logged.iter().find_map(|(_, entry)| accepted_chat(entry)) {
            return Ok(ChatSeen::Here(chat));
        }
        // It may have been persisted while the log was read.
        Ok(stored_chat(self.store(), app, chat).await?.unwrap_or(ChatSeen::NotYet { retry_after: ASK_AGAIN }))
    }

    /// What a message's number means; waits at most a quarter of a second for what was numbered a moment ago.
    async fn see_message(&self, key: MessageKey, wait: Duration) -> Result<MessageSeen, Refusal> {
        if let Some(message) = self.store().message(key).await? {
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
        if let Some(gap) = gap_holding(self.store(), sequence, key.number).await? {
            return Ok(MessageSeen::InGap(gap));
        }
        if caught_up(self.queue(), sequence, wait).await?
            && let Some(message) = self.store().message(key).await?
        {
            return Ok(MessageSeen::Here(message));
        }
        let logged = logged(self.queue(), sequence, key.number).await?;
        if let Some(message) = accepted_message(key, &logged) {
            return Ok(MessageSeen::Here(message));
        }
        // It may have been persisted while the log was read.
        let stored = self.store().message(key).await?;
        Ok(stored.map_or(MessageSeen::NotYet { retry_after: ASK_AGAIN }, MessageSeen::Here))
    }
}

#[async_trait]
impl Sight for Numbering {
    fn queue(&self) -> &dyn Queue {
        &*self.queue
    }

    fn store(&self) -> &dyn Store {
        &*self.store
    }

    async fn given(&self, sequence: Sequence, wait: Duration) -> Result<Given, Refusal> {
        self.given_seeded(sequence, wait).await
    }
}

/// Who sees without touching anything: a counter that would have to be seeded is worked out, not seeded.
#[derive(Clone)]
pub struct Onlooker {
    /// The counters and the log.
    pub queue: Arc<dyn Queue>,
    /// The database.
    pub store: Arc<dyn Store>,
}

#[async_trait]
impl Sight for Onlooker {
    fn queue(&self) -> &dyn Queue {
        &*self.queue
    }

    fn store(&self) -> &dyn Store {
        &*self.store
    }

    async fn given(&self, sequence: Sequence, _wait: Duration) -> Result<Given, Refusal> {
        let partition = sequence.partition();
        let recorded = self.store.recorded().await?;
        let epoch = recorded.partitions.get(usize::from(partition)).map(|known| known.epoch);
        match self.queue.counter(sequence).await? {
            Some(counter) if counter.closed => return Ok(Given::Closed),
            Some(counter) if counter.check_ok && Some(counter.epoch) == epoch => {
                return Ok(counter.n.map_or(Given::NoOwner, Given::UpTo));
            }
            _ => {}
        }
        let evidence = self.store.evidence(sequence).await?;
        if evidence.deleted {
            return Ok(Given::Closed);
        }
        let records = self.queue.unpersisted(partition, LOOKED_THROUGH).await?;
        let created = records.iter().filter_map(|record| {
            let entry = Entry::decode(record).ok()?;
            let creates = matches!(entry.job, Job::CreateChat { .. } | Job::CreateMessage { .. });
            (creates && entry.sequence() == sequence).then_some(record.number)
        });
        Ok(Given::UpTo(created.max().unwrap_or(0).max(evidence.base())))
    }
}

async fn stored_chat(store: &dyn Store, app: AppId, chat: ChatNumber) -> Outcome<Option<ChatSeen>> {
    let stored = store.chat(app, chat).await?;
    Ok(stored.map(|chat| if chat.deleted_at.is_some() { ChatSeen::Deleted } else { ChatSeen::Here(chat) }))
}

/// Waits a moment until everything that is logged by now is persisted.
async fn caught_up(queue: &dyn Queue, sequence: Sequence, wait: Duration) -> Outcome<bool> {
    let partition = sequence.partition();
    let last = queue.last_id(partition).await?;
    queue.settled(Group::Persist, partition, last, wait.min(READ_OWN_WAIT)).await
}

/// The unpersisted entries about one number of a sequence, oldest first.
async fn logged(queue: &dyn Queue, sequence: Sequence, number: u32) -> Outcome<Vec<(EntryId, Entry)>> {
    let records = queue.unpersisted(sequence.partition(), LOOKED_THROUGH).await?;
    let about = records.iter().rev().filter(|record| record.number == number).filter_map(|record| {
        let entry = Entry::decode(record).ok()?;
        (entry.sequence() == sequence).then_some((record.id, entry))
    });
    Ok(about.collect())
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
