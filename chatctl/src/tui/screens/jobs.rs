//! Jobs: long work that runs in chatd.

use chat_shared::api::types::admin::Operation;

use super::{Offer, On, Screen, Shape, nowhere};
use crate::tui::act::Act;
use crate::tui::keymap::Verb;
use crate::tui::state::page::fields;
use crate::tui::view::View;

/// Jobs, newest first.
pub static JOBS: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<Operation>,
    open: |on| on.int("id").map(|id| View::Job { id }),
    side: None,
    verbs: &[
        (Verb::Cancel, cancel),
        (Verb::Reindex, |_| Offer::Act(Act::Reindex)),
        (Verb::Verify, super::index::verify),
    ],
    commands: &[],
    empty: "no jobs yet: B builds the search index anew, V verifies",
};

/// One job.
pub static JOB: Screen = Screen {
    shape: Shape::Sheet,
    fields: fields::<Operation>,
    open: nowhere,
    side: None,
    verbs: &[(Verb::Cancel, cancel)],
    commands: &[],
    empty: "there is no such job",
};

fn cancel(on: On<'_>) -> Offer {
    let id = match on.view {
        View::Job { id } => Some(*id),
        _ => on.int("id"),
    };
    match (id, on.text("state")) {
        (None, _) => Offer::Not("no job is selected"),
        (_, Some("done" | "failed" | "cancelled")) => Offer::Not("it has ended"),
        (Some(id), _) => Offer::Act(Act::Cancel { id }),
    }
}
