//! The queues over the log, and stopping them.

use chat_shared::api::types::admin::StationState;
use chat_shared::queue::Group;
use chat_shared::store::Station;

use super::{Offer, On, Screen, Shape, Way};
use crate::commands::queue::Queue;
use crate::tui::act::Act;
use crate::tui::keymap::Verb;
use crate::tui::state::page::fields;
use crate::tui::view::View;

/// The queues; the entries of the log are below them.
pub static QUEUES: Screen = Screen {
    shape: Shape::Graphs,
    fields: fields::<Queue>,
    open: |on| group(on).map(|queue| View::Entries { queue }),
    ways: &[HELD, Way::of("the queue, by partition too", |on| group(on).map(|queue| View::Queue { queue }))],
    verbs: &[(Verb::Halt, halt), (Verb::Claim, claim), (Verb::Accept, accept)],
    commands: &[],
    empty: "no queues: is this a chatd?",
    heavy: false,
};

/// One queue, by partition too.
pub static QUEUE: Screen = Screen {
    shape: Shape::Sheet,
    fields: fields::<Queue>,
    open: |on| group(on).map(|queue| View::Entries { queue }),
    ways: &[HELD],
    verbs: &[(Verb::Halt, halt), (Verb::Claim, claim)],
    commands: &[],
    empty: "there is no such queue",
    heavy: false,
};

const HELD: Way = Way::of("what workers hold", |on| group(on).map(|queue| View::Pending { queue }));

/// What counts as idle, unless something else is typed.
const IDLE: &str = "60s";

/// The queue of a row.
fn group(on: On<'_>) -> Option<Group> {
    let name = on.text("queue")?;
    Group::ALL.into_iter().find(|group| group.name() == name)
}

fn halt(on: On<'_>) -> Offer {
    match (group(on).map(Station::from), on.text("state")) {
        (None, _) => Offer::Not("no queue is selected"),
        (Some(station), Some("running")) => Offer::Act(Act::Pause { station }),
        (Some(station), Some("paused")) => Offer::Act(Act::Resume { station }),
        _ => Offer::Not("the store, which knows what is paused, does not tell"),
    }
}

/// By what the status says, not by a row: accepting is no queue.
fn accept(on: On<'_>) -> Offer {
    let station = Station::Accept;
    let known = on.status.and_then(|status| status.stations.iter().find(|known| known.station == station));
    match known.map(|known| known.state) {
        Some(StationState::Running) => Offer::Act(Act::Pause { station }),
        Some(StationState::Paused | StationState::Draining | StationState::Drained) => {
            Offer::Act(Act::Resume { station })
        }
        Some(StationState::Unknown) | None => Offer::Not("whether anything is accepted is not known"),
    }
}

fn claim(on: On<'_>) -> Offer {
    group(on).map_or(Offer::Not("no queue is selected"), claim_of)
}

/// To have workers take over what is idle in a queue.
pub fn claim_of(queue: Group) -> Offer {
    Offer::Ask("what was not delivered again for", IDLE.to_owned(), Act::Claim { queue, idle_ms: 0 })
}
