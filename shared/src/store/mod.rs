//! The port to the store: applications, chats, messages, and what must survive the loss of the queue. Knows no adapter.
//!
//! The port is the sum of small traits, one a concern, so that each adapter's files mirror these.

mod applications;
mod chats;
mod column;
mod dead_letters;
mod directives;
mod ingest;
mod messages;
pub mod mysql;
mod numbers;
mod operations;
pub mod rows;
pub mod sqlite;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

pub use applications::{Applications, NewApplication, Tenant};
pub use chats::{ApplicationTally, ChatTally, Chats, Recounted};
pub use dead_letters::{DeadLetter, DeadLetterFilter, DeadLetters, NewDeadLetter};
pub use directives::{Bidding, Directive, Directives, Station, pause_of};
pub use ingest::{Conflict, Ingest, Logged, Persisted, Purged};
pub use messages::{MessageKey, Messages};
pub use numbers::{ConfirmationLock, Evidence, Numbers, PartitionRecord, Recorded, StoredOnce};
pub use operations::{Backlog, Control, Node, Operation, OperationState, Operations, OperatorAct};

use crate::fault::Outcome;

/// The store.
#[async_trait]
pub trait Store: Applications + Chats + Messages + Ingest + Numbers + DeadLetters + Operations + Directives {
    /// Whether it answers, within a second.
    async fn ping(&self) -> Outcome<()>;

    /// What it holds, for status pages: exact counts of applications and chats, messages as the chats count them.
    async fn totals(&self) -> Outcome<Totals>;

    /// Finishes what is in hand and closes.
    async fn close(&self);
}

/// What the store holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Applications that are not deleted.
    pub applications: u64,
    /// Chats that are not deleted.
    pub chats: u64,
    /// Messages that are not deleted.
    pub messages: u64,
}

/// Which direction a page goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// From the smallest number.
    #[default]
    Asc,
    /// From the greatest number.
    Desc,
}

/// A page of a numbered list: numbers above `after` and below `before`.
///
/// With `before` alone the numbers nearest to it are taken, with anything else those nearest to the end that `order`
/// starts from; the answer is in `order`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Only numbers above this one.
    pub after: Option<u32>,
    /// Only numbers below this one.
    pub before: Option<u32>,
    /// The most rows, 1 to 1,000.
    pub limit: u32,
    /// The order of the answer.
    pub order: Order,
}

impl Default for Window {
    /// The first 50.
    fn default() -> Self {
        Self { after: None, before: None, limit: 50, order: Order::Asc }
    }
}

impl Window {
    /// Whether rows are taken from the greatest number downward (they may have to be turned round for the answer).
    #[must_use]
    pub fn takes_from_top(&self) -> bool {
        match (self.after, self.before) {
            (None, Some(_)) => true,
            _ => self.order == Order::Desc,
        }
    }

    /// What a store is asked for this page: one row more, by which a further page is known.
    #[must_use]
    pub fn and_one_more(self) -> Self {
        Self { limit: self.limit + 1, ..self }
    }

    /// Cuts the row too many off, and says after which number (in the direction in which rows are taken) there is more.
    pub fn cut<T>(&self, rows: &mut Vec<T>, number: impl Fn(&T) -> u32) -> Option<u32> {
        if rows.len() <= self.limit as usize {
            return None;
        }
        if self.takes_from_top() == (self.order == Order::Desc) {
            rows.truncate(self.limit as usize);
            rows.last().map(number)
        } else {
            rows.remove(0);
            rows.first().map(number)
        }
    }

    /// Puts rows that were taken as [`Self::takes_from_top`] says into the order of the answer.
    #[must_use]
    pub fn arrange<T>(&self, mut rows: Vec<T>) -> Vec<T> {
        if self.takes_from_top() != (self.order == Order::Desc) {
            rows.reverse();
        }
        rows
    }
}
