//! Pulse: what `chatctl check` finds, part by part, below graphs of the last minutes.

use super::{On, Screen, Shape};
use crate::commands::check::judge::Check;
use crate::tui::keymap::Verb;
use crate::tui::state::page::fields;
use crate::tui::view::{Root, View};

/// Health, graphs, alerts.
pub static PULSE: Screen = Screen {
    shape: Shape::Graphs,
    fields: || fields::<Check>().into_iter().filter(|field| field.name != "figures").collect(),
    open,
    side: None,
    verbs: &[(Verb::Verify, super::index::verify)],
    commands: &[],
    empty: "nothing is known yet",
};

/// Where more is to be seen of a part.
fn open(on: On<'_>) -> Option<View> {
    let root = match on.text("check")? {
        "queue" | "redis" => Root::Queues,
        "search" | "index" => Root::Index,
        "dlq" => Root::DeadLetters,
        "mysql" => Root::Apps,
        "counters" => Root::Counters,
        _ => Root::Workers,
    };
    Some(root.view())
}
