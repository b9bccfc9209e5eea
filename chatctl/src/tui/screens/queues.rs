//! The queues over the log.

use chat_shared::queue::Group;

use super::{On, Screen, Shape};
use crate::commands::queue::Queue;
use crate::tui::state::page::fields;
use crate::tui::view::View;

/// The queues; the entries of the log are below them.
pub static QUEUES: Screen = Screen {
    shape: Shape::Graphs,
    fields: fields::<Queue>,
    open: |on| group(on).map(|queue| View::Entries { queue }),
    side: Some(("what workers hold", |on| group(on).map(|queue| View::Pending { queue }))),
    verbs: &[],
    commands: &[],
    empty: "no queues: is this a chatd?",
};

/// The queue of a row.
fn group(on: On<'_>) -> Option<Group> {
    let name = on.text("queue")?;
    Group::ALL.into_iter().find(|group| group.name() == name)
}
