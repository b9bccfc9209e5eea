//! The counters that give numbers, with chatd's verdicts on them; the reasons of one verdict, and what is to be done.

use chat_shared::api::types::admin::CounterStep;
use chat_shared::ops::Reason;

use super::{Offer, On, Screen, Shape, Way, index, nowhere};
use crate::commands::counter::Judged;
use crate::tui::act::Act;
use crate::tui::keymap::{Command, Verb};
use crate::tui::state::page::fields;
use crate::tui::view::View;

/// Counters.
pub static COUNTERS: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<Judged>,
    open: |on| key(on).map(|key| View::Counter { key }),
    ways: &[EXPLAINED, PLANNED],
    verbs: &[(Verb::Apply, in_the_plan), (Verb::Verify, index::verify)],
    commands: &[],
    empty: "no counters: nothing was numbered yet",
    heavy: false,
};

/// One counter with its evidence.
pub static COUNTER: Screen = Screen {
    shape: Shape::Sheet,
    fields: fields::<Judged>,
    open: nowhere,
    ways: &[EXPLAINED, PLANNED],
    verbs: &[(Verb::Apply, in_the_plan), (Verb::Verify, index::verify)],
    commands: &[],
    empty: "there is no such counter",
    heavy: false,
};

/// A verdict, fact by fact.
pub static EXPLAIN: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<Reason>,
    open: nowhere,
    ways: &[PLANNED],
    verbs: &[],
    commands: &[],
    empty: "there is no such counter",
    heavy: false,
};

/// What is to be done: each row with the facts that it rests on, so that one that has grown old does nothing.
pub static PLAN: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<CounterStep>,
    open: |on| key(on).map(|key| View::Counter { key }),
    ways: &[EXPLAINED],
    verbs: &[(Verb::Apply, apply)],
    commands: &[],
    empty: "nothing is to be done: every counter is as it should be",
    heavy: true,
};

const EXPLAINED: Way =
    Way::by(Command::Explain, "its verdict explained", |on| key(on).map(|key| View::Explain { key }));

const PLANNED: Way = Way::by(Command::Plan, "what is to be done about counters", |on| {
    let app = match on.view {
        View::Counters { app } => app.clone(),
        _ => None,
    };
    Some(View::Plan { app })
});

/// The counter of a row, or of the view.
fn key(on: On<'_>) -> Option<String> {
    match on.view {
        View::Counter { key } | View::Explain { key } => Some(key.clone()),
        _ => on.text("key").map(str::to_owned),
    }
}

/// Nothing is done that was not planned and seen.
fn in_the_plan(_: On<'_>) -> Offer {
    Offer::Not("p shows what is to be done; A carries it out there")
}

fn apply(on: On<'_>) -> Offer {
    let step = on.row.and_then(|row| serde_json::from_str::<CounterStep>(&row.json(on.fields)).ok());
    match (step, on.text("action")) {
        (None, _) => Offer::Not("no row of the plan is selected"),
        (_, Some("report")) => Offer::Not("that is for people: look at the dead letters"),
        (Some(step), _) => Offer::Act(Act::Apply { step: Box::new(step) }),
    }
}
