//! What the state asks of the runtime: looks, acts, and what only the terminal can do. Values only.

use super::act::Act;
use super::state::page::From;
use super::view::View;

/// Something for the runtime to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Look at a view; an earlier look that has not been answered is dropped.
    Look {
        /// Comes back with the answer.
        seq: u64,
        /// At what.
        view: View,
        /// At which part of it.
        from: From,
        /// Whether a list of numbers is wanted from its other end.
        turned: bool,
    },
    /// Ask for the installation's status.
    Status,
    /// Perform these, one after the other.
    Do(Vec<Act>),
    /// Put this on the clipboard of the terminal.
    Copy(String),
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Give the terminal back and stop until called again.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Leave.
    Quit,
}
