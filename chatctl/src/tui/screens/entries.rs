//! Entries of the log: the newest, what workers hold, and one whole.

use chat_shared::api::types::admin::{EntryDetail, PendingEntry};
use chat_shared::queue::Group;

use super::{On, Screen, Shape, nowhere};
use crate::commands::queue::Seen;
use crate::tui::keymap::Command;
use crate::tui::state::page::fields;
use crate::tui::view::View;

/// The newest entries.
pub static ENTRIES: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<Seen>,
    open,
    side: Some(("what workers hold", |on| queue(on).map(|queue| View::Pending { queue }))),
    verbs: &[],
    commands: &[Command::Tail],
    empty: "the log is empty: everything is done with",
};

/// What workers hold.
pub static PENDING: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<PendingEntry>,
    open,
    side: None,
    verbs: &[],
    commands: &[],
    empty: "workers hold nothing",
};

/// One entry.
pub static ENTRY: Screen = Screen {
    shape: Shape::Sheet,
    fields: fields::<EntryDetail>,
    open: nowhere,
    side: None,
    verbs: &[],
    commands: &[],
    empty: "it is not on the log any more",
};

fn queue(on: On<'_>) -> Option<Group> {
    match on.view {
        View::Entries { queue } | View::Pending { queue } => Some(*queue),
        _ => None,
    }
}

fn open(on: On<'_>) -> Option<View> {
    Some(View::Entry { queue: queue(on)?, id: on.text("id")?.to_owned() })
}
