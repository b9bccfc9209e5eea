//! What comes in: keys, answers, signals and the time, all on one ordered channel.

use std::time::Duration;

use chat_shared::api::types::admin::Status;
use chat_shared::clock::Timestamp;
use crossterm::event::{KeyEvent, MouseEvent};

use super::state::page::{From, Page};
use crate::output::failure::Failure;

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// It is this late.
    Tick(Timestamp),
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something.
    Mouse(MouseEvent),
    /// The terminal has this many columns and rows.
    Resize(u16, u16),
    /// A look at a view was answered, or was given up.
    Looked {
        /// Which look.
        seq: u64,
        /// Which part of the list it was for.
        from: From,
        /// What there is.
        found: Result<Page, Failure>,
    },
    /// The installation's status was answered, or was given up.
    Status {
        /// What it is.
        found: Result<Box<Status>, Failure>,
        /// How long it took.
        took: Duration,
    },
    /// Acts were performed.
    Did {
        /// How each of them went, in order.
        outcomes: Vec<Outcome>,
    },
    /// The terminal is ours again after a suspension.
    Resumed,
    /// The terminal is gone.
    Gone,
}

/// How one act went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The row that it was about.
    pub target: String,
    /// What is to be said of it, or why it failed.
    pub said: Result<String, Failure>,
}
