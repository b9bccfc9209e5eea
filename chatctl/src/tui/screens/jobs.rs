//! Jobs: long work that runs in chatd, and what those that verify have found.

use chat_shared::api::types::admin::{Operation, VerifyFinding};

use super::{Offer, On, Screen, Shape, Way, index, nowhere};
use crate::tui::act::Act;
use crate::tui::keymap::{Command, Verb};
use crate::tui::state::page::fields;
use crate::tui::view::View;

/// Jobs, newest first.
pub static JOBS: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<Operation>,
    open: |on| id(on).map(|id| View::Job { id }),
    ways: &[FOUND],
    verbs: &[
        (Verb::Cancel, cancel),
        (Verb::Halt, halt),
        (Verb::Throttle, throttle),
        (Verb::Reindex, |on| index::unless_building(with_no_row(on), Act::Reindex { app: None, swap: true })),
        (Verb::Verify, index::verify),
    ],
    commands: &[],
    empty: "no jobs yet: B builds the search index anew, V verifies",
    heavy: false,
};

/// One job.
pub static JOB: Screen = Screen {
    shape: Shape::Sheet,
    fields: fields::<Operation>,
    open: found,
    ways: &[FOUND],
    verbs: &[(Verb::Cancel, cancel), (Verb::Halt, halt), (Verb::Throttle, throttle)],
    commands: &[],
    empty: "there is no such job",
    heavy: false,
};

/// What does not hold.
pub static FINDINGS: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<VerifyFinding>,
    open: nowhere,
    ways: &[Way::by(Command::Plan, "what is to be done about counters", |_| Some(View::Plan { app: None }))],
    verbs: &[
        (Verb::Reindex, |on| index::unless_building(with_no_row(on), Act::Reindex { app: None, swap: true })),
        (Verb::Verify, index::verify),
    ],
    commands: &[],
    empty: "nothing was found: everything agrees",
    heavy: false,
};

const FOUND: Way = Way::of("what it found", found);

/// What a job found that has proved something.
fn found(on: On<'_>) -> Option<View> {
    let proved = on.text("kind") == Some("verify") && on.text("state") == Some("done");
    id(on).filter(|_| proved).map(|job| View::Findings { job })
}

/// Whether the index is being built is no matter of the row.
fn with_no_row(on: On<'_>) -> On<'_> {
    On { row: None, ..on }
}

/// The job of a row, or of the view.
fn id(on: On<'_>) -> Option<i64> {
    match on.view {
        View::Job { id } => Some(*id),
        _ => on.int("id"),
    }
}

/// What a verb comes to on a job that goes on.
fn going_on(on: On<'_>, offer: impl FnOnce(i64) -> Offer) -> Offer {
    match (id(on), on.text("state")) {
        (None, _) => Offer::Not("no job is selected"),
        (_, Some("done" | "failed" | "cancelled")) => Offer::Not("it has ended"),
        (Some(id), _) => offer(id),
    }
}

fn cancel(on: On<'_>) -> Offer {
    going_on(on, |id| Offer::Act(Act::Cancel { id }))
}

fn halt(on: On<'_>) -> Offer {
    let paused = on.text("state") == Some("paused");
    going_on(on, |id| Offer::Act(if paused { Act::ResumeJob { id } } else { Act::PauseJob { id } }))
}

fn throttle(on: On<'_>) -> Offer {
    let rate = on.int("rate").unwrap_or(0).to_string();
    going_on(on, |id| Offer::Ask("at most so many a second, 0 for no bound", rate, Act::Throttle { id, rate: 0 }))
}
