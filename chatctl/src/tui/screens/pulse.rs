//! Pulse: what `chatctl check` finds, part by part, below graphs of the last minutes; and what is wrong.

use super::{On, Screen, Shape, Way, index};
use crate::commands::check::judge::Check;
use crate::commands::doctor::Finding;
use crate::tui::keymap::{Command, Verb};
use crate::tui::state::page::fields;
use crate::tui::view::{Root, View};

/// Health, graphs, alerts.
pub static PULSE: Screen = Screen {
    shape: Shape::Graphs,
    fields: || fields::<Check>().into_iter().filter(|field| field.name != "figures").collect(),
    open: |on| on.text("check").map(part),
    ways: &[WRONG],
    verbs: &[(Verb::Verify, index::verify)],
    commands: &[],
    empty: "nothing is known yet",
    heavy: false,
};

/// What is wrong with the installation, the worst first, with what to do about it.
pub static DOCTOR: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<Finding>,
    open: |on| on.text("area").map(part),
    ways: &[Way::by(Command::Plan, "what is to be done about counters", |_| Some(View::Plan { app: None }))],
    verbs: &[(Verb::Verify, index::verify)],
    commands: &[],
    empty: "nothing is wrong",
    heavy: true,
};

const WRONG: Way = Way::by(Command::Explain, "what is wrong, and what to do: all parts, every counter", |_: On<'_>| {
    Some(View::Doctor)
});

/// Where more is to be seen of a part.
fn part(name: &str) -> View {
    let root = match name {
        "queue" | "redis" => Root::Queues,
        "search" | "index" => Root::Index,
        "dlq" => Root::DeadLetters,
        "mysql" => Root::Apps,
        "counters" => Root::Counters,
        "jobs" => Root::Jobs,
        _ => Root::Workers,
    };
    root.view()
}
