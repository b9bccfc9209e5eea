//! The row rules: what entries make of the rows of chats and messages, the same for every adapter. Pure values, no SQL.
//!
//! The rules commute: the same entries give the same rows in whatever order, how often and in whatever batches they come.
//! An adapter reads the rows that a batch is about, applies the rules and writes what changed, all in one
//! transaction and under the locks of the chats' rows.

mod chat;
mod message;
mod steps;
mod work;

pub use chat::ChatRow;
pub use message::{MessageRow, MessageStatus};
pub use steps::{ApplicationStep, ChatStep, Keys, MessageStep, Step, Steps, What};
pub(in crate::store) use work::{ChatWork, Living, MessageChange, Moved, StoredMessages, gather, moved};

use crate::queue::EntryId;

/// The number belongs to another entry, which stays (R-CREATE-VERSION).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// The entry that holds the number.
    pub holder: EntryId,
}
