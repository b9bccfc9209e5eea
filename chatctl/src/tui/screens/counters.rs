//! The counters that give numbers, with chatd's verdicts on them.

use super::{Screen, Shape, nowhere};
use crate::commands::counter::Judged;
use crate::tui::keymap::Verb;
use crate::tui::state::page::fields;
use crate::tui::view::View;

/// Counters.
pub static COUNTERS: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<Judged>,
    open: |on| on.text("key").map(|key| View::Counter { key: key.to_owned() }),
    side: None,
    verbs: &[(Verb::Verify, super::index::verify)],
    commands: &[],
    empty: "no counters: nothing was numbered yet",
};

/// One counter with its evidence.
pub static COUNTER: Screen = Screen {
    shape: Shape::Sheet,
    fields: fields::<Judged>,
    open: nowhere,
    side: None,
    verbs: &[(Verb::Verify, super::index::verify)],
    commands: &[],
    empty: "there is no such counter",
};
