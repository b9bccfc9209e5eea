//! A batch taken apart: its entries as steps in the order of the rows that they are about, and what is written beside rows.
//! Knows no row.

use std::collections::BTreeMap;

use crate::clock::Timestamp;
use crate::domain::{AppId, ChatNumber, MessageNumber, PARTITIONS, Partition, Sequence};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::{Entry, EntryId, Job, KeyHash};
use crate::store::{Logged, NewDeadLetter, StoredOnce};

/// What one entry does, and to which row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The application.
    pub app: AppId,
    /// The entry.
    pub id: EntryId,
    /// When it was accepted.
    pub at: Timestamp,
    /// To what, and what.
    pub what: What,
}

/// Which row a step is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The application's own.
    Application(ApplicationStep),
    /// A chat's own.
    Chat(ChatNumber, ChatStep),
    /// A message's.
    Message(ChatNumber, MessageNumber, MessageStep),
}

/// A step about an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApplicationStep {
    /// Another name.
    Rename(String),
    /// It goes with all it holds.
    Delete,
}

/// A step about a chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChatStep {
    /// It is created.
    Create {
        /// Its title.
        title: Option<String>,
    },
    /// Another title.
    Update {
        /// The title.
        title: String,
    },
    /// It goes with its messages.
    Delete,
    /// Its creation was parked.
    Bury,
}

/// A step about a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MessageStep {
    /// It is created.
    Create {
        /// Its content.
        content: String,
        /// Who sent it.
        sender: Option<String>,
        /// When the client says it was sent.
        sent_at: Option<Timestamp>,
    },
    /// Another content.
    Update {
        /// The content.
        content: String,
    },
    /// It becomes a tombstone.
    Delete,
    /// Its creation was parked.
    Bury,
}

/// Clients' idempotency keys, each with the application whose entries carry it and the time of the newest.
pub type Keys = BTreeMap<KeyHash, (AppId, StoredOnce, Timestamp)>;

/// A batch taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Steps {
    /// The steps, in the order of application, chat, message and id; what concerns the whole comes before its parts.
    pub steps: Vec<Step>,
    /// The idempotency keys.
    pub keys: Keys,
    /// The greatest id of each partition.
    pub checkpoints: BTreeMap<Partition, EntryId>,
}

impl Steps {
    /// Takes a batch apart. Fails with [`Kind::Refused`] where an entry does not say what it is about: such an entry was
    /// never written by this project, and can never be persisted.
    pub fn of(batch: &[Logged]) -> Outcome<Self> {
        let mut taken = Self { steps: Vec::with_capacity(batch.len()), ..Self::default() };
        for logged in batch {
            taken.steps.push(step(logged)?);
            taken.remember(logged)?;
        }
        taken.steps.sort_by_key(|step| (step.app, place(&step.what), step.id));
        Ok(taken)
    }

    /// Steps that stand on no log. They raise no checkpoint: that of their applications' partitions is named all the same,
    /// for what is counted with it.
    #[must_use]
    pub fn restored(mut steps: Vec<Step>) -> Self {
        steps.sort_by_key(|step| (step.app, place(&step.what), step.id));
        let partitions = steps.iter().map(|step| (Sequence::Chats(step.app).partition(), EntryId::ZERO));
        Self { checkpoints: partitions.collect(), steps, ..Self::default() }
    }

    /// The step that puts a tombstone in the place of a parked creation; nothing where the entry cannot be read or created
    /// nothing.
    #[must_use]
    pub fn burial_of(dead: &NewDeadLetter) -> Self {
        let mut steps = Self::default();
        if let Ok(entry) = Entry::decode(&dead.record) {
            let logged = Logged { id: dead.record.id, partition: dead.record.partition, entry };
            steps.steps.extend(Self::burial(&logged));
            // A partition that there is not has no checkpoint.
            let _ = steps.remember(&logged);
        }
        steps
    }

    /// The tombstone that stands for a creation which was parked; `None` for what creates nothing (R-DEAD-CREATE-ONLY).
    fn burial(logged: &Logged) -> Option<Step> {
        let Step { app, id, at, what } = step(logged).ok()?;
        let what = match what {
            What::Chat(chat, ChatStep::Create { .. }) => What::Chat(chat, ChatStep::Bury),
            What::Message(chat, number, MessageStep::Create { .. }) => What::Message(chat, number, MessageStep::Bury),
            _ => return None,
        };
        Some(Step { app, id, at, what })
    }

    /// What is written beside rows: the entry's key and the partition's checkpoint.
    fn remember(&mut self, logged: &Logged) -> Outcome<()> {
        let Logged { id, partition, entry } = logged;
        if *partition >= PARTITIONS {
            return Err(refused(format!("persist entry {id}: there is no partition {partition}")));
        }
        let checkpoint = self.checkpoints.entry(*partition).or_default();
        *checkpoint = (*checkpoint).max(*id);
        if let Some(once) = entry.once {
            let first = entry.number.saturating_sub(once.index);
            let stored = StoredOnce { first, count: once.count, entry_id: *id, body: once.body };
            // The entries of one request carry one key: the last of them stands for all.
            let known = self.keys.entry(once.key).or_insert((entry.app, stored, entry.at));
            if known.1.entry_id < *id {
                *known = (entry.app, stored, entry.at);
            }
        }
        Ok(())
    }
}

fn place(what: &What) -> (Option<ChatNumber>, Option<MessageNumber>) {
    match what {
        What::Application(_) => (None, None),
        What::Chat(chat, _) => (Some(*chat), None),
        What::Message(chat, number, _) => (Some(*chat), Some(*number)),
    }
}

fn step(logged: &Logged) -> Outcome<Step> {
    let Logged { id, entry, .. } = logged;
    let what = match (entry.job.clone(), entry.chat) {
        (Job::CreateChat { title }, _) => What::Chat(entry.number, ChatStep::Create { title }),
        (Job::UpdateApplication { name }, _) => What::Application(ApplicationStep::Rename(name)),
        (Job::DeleteApplication, _) => What::Application(ApplicationStep::Delete),
        (Job::UpdateChat { title }, Some(chat)) => What::Chat(chat, ChatStep::Update { title }),
        (Job::DeleteChat, Some(chat)) => What::Chat(chat, ChatStep::Delete),
        (Job::CreateMessage { content, sender, sent_at }, Some(chat)) => {
            What::Message(chat, entry.number, MessageStep::Create { content, sender, sent_at })
        }
        (Job::UpdateMessage { content }, Some(chat)) => {
            What::Message(chat, entry.number, MessageStep::Update { content })
        }
        (Job::DeleteMessage, Some(chat)) => What::Message(chat, entry.number, MessageStep::Delete),
        (job, None) => return Err(refused(format!("persist entry {id}: its {} names no chat", job.kind()))),
    };
    Ok(Step { app: entry.app, id: *id, at: entry.at, what })
}

fn refused(doing: String) -> Fault {
    Fault::new(Part::Store, Kind::Refused, doing)
}
