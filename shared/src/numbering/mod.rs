//! The numbering protocol above the ports: accepting, seeding, confirming a queue, and whether something exists.
//! The same for every adapter, and for any number of processes; the rules' names (N-…, W-…, R-…) are those of the model.

mod confirm;
mod drain;
mod seed;
mod seeing;
mod service;

use std::time::Duration;

pub use confirm::{Confirmed, Verdict, confirm};
pub use seed::{Known, Policy, gap_holding, last_given};
pub use seeing::{Onlooker, Sight};
pub use service::{Given, Numbering, READ_OWN_WAIT, Settings};

use crate::clock::Timestamp;
use crate::domain::{Chat, Gap, Message};
use crate::fault::{Fault, Kind};
use crate::queue::{EntryId, KeyHash};

/// What a request brings along, whatever it asks for.
#[derive(Debug, Clone)]
pub struct RequestContext {
    /// The request's id; it travels with the entry.
    pub request_id: String,
    /// How long this call may take, waits included.
    pub wait: Duration,
    /// The client's idempotency key (scope included) and the digest of its body.
    pub once: Option<(KeyHash, crate::domain::Digest)>,
}

/// A message to be created.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMessage {
    /// Its content, checked against the limits.
    pub content: String,
    /// Who sent it.
    pub sender: Option<String>,
    /// When the client says it was sent.
    pub sent_at: Option<Timestamp>,
}

/// Why a creation or a change was not accepted. Nothing was numbered, unless it is [`Refusal::Unknown`].
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The application is deleted, or was never created.
    #[error("there is no such application")]
    NoSuchApplication,
    /// The chat was never created.
    #[error("there is no such chat")]
    NoSuchChat,
    /// The message was never created.
    #[error("there is no such message")]
    NoSuchMessage,
    /// The chat is deleted, or its number lies in a gap.
    #[error("the chat is gone")]
    ChatGone,
    /// The message is deleted or dead, or its number lies in a gap.
    #[error("the message is gone")]
    MessageGone,
    /// The idempotency key was used for another request.
    #[error("the idempotency key belongs to another request")]
    KeyConflict,
    /// The request with this key is still under way.
    #[error("the request with this idempotency key is still under way")]
    KeyInFlight,
    /// `If-Match` did not hold.
    #[error("the resource has changed since")]
    Changed {
        /// Its version now.
        current: EntryId,
    },
    /// The log is full.
    #[error("the queue is full")]
    Full {
        /// When to try again.
        retry_after: Duration,
    },
    /// An operator has stopped accepting.
    #[error("an operator has stopped accepting")]
    Paused,
    /// The counter had to be seeded and what it waits for did not come in time.
    #[error("the counter could not be seeded in time")]
    SeedTimeout,
    /// A port failed before anything was appended.
    #[error("a part of the installation failed")]
    Fault(#[source] Fault),
    /// The append was sent and its answer was lost: it may have been accepted.
    #[error("whether it was accepted is not known")]
    Unknown(#[source] Fault),
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        if fault.kind == Kind::Unknown { Self::Unknown(fault) } else { Self::Fault(fault) }
    }
}

/// What a chat's number means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChatSeen {
    /// It is in the store, or on the log with state `accepted`.
    Here(Chat),
    /// It is deleted.
    Deleted,
    /// Its number lies in a gap.
    InGap(Gap),
    /// It was never given.
    Absent,
    /// It was given, and is too far down the backlog to be shown yet.
    NotYet {
        /// When to try again.
        retry_after: Duration,
    },
}

/// What a message's number means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MessageSeen {
    /// It is in the store (tombstones included), or on the log with state `accepted`.
    Here(Message),
    /// Its chat is deleted.
    ChatDeleted,
    /// Its number lies in a gap.
    InGap(Gap),
    /// Its chat was never created.
    NoChat,
    /// It was never given.
    Absent,
    /// It was given, and is too far down the backlog to be shown yet.
    NotYet {
        /// When to try again.
        retry_after: Duration,
    },
}
