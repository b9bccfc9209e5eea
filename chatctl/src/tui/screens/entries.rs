//! Entries of the log: the newest, what workers hold, and one whole.

use chat_shared::api::types::admin::{EntryDetail, PendingEntry};
use chat_shared::queue::Group;

use super::{Offer, On, Screen, Shape, Way, nowhere, queues};
use crate::commands::queue::Seen;
use crate::tui::keymap::{Command, Verb};
use crate::tui::state::page::fields;
use crate::tui::view::View;

/// The newest entries.
pub static ENTRIES: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<Seen>,
    open,
    ways: &[Way::of("what workers hold", |on| queue(on).map(|queue| View::Pending { queue }))],
    verbs: &[(Verb::Claim, claim)],
    commands: &[Command::Tail],
    empty: "the log is empty: everything is done with",
    heavy: false,
};

/// What workers hold.
pub static PENDING: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<PendingEntry>,
    open,
    ways: &[],
    verbs: &[(Verb::Claim, claim)],
    commands: &[],
    empty: "workers hold nothing",
    heavy: false,
};

/// One entry.
pub static ENTRY: Screen = Screen {
    shape: Shape::Sheet,
    fields: fields::<EntryDetail>,
    open: nowhere,
    ways: &[],
    verbs: &[],
    commands: &[],
    empty: "it is not on the log any more",
    heavy: false,
};

fn queue(on: On<'_>) -> Option<Group> {
    match on.view {
        View::Entries { queue } | View::Pending { queue } => Some(*queue),
        _ => None,
    }
}

fn claim(on: On<'_>) -> Offer {
    queue(on).map_or(Offer::Not("no queue is open"), queues::claim_of)
}

fn open(on: On<'_>) -> Option<View> {
    Some(View::Entry { queue: queue(on)?, id: on.text("id")?.to_owned() })
}
