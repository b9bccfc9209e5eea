//! The search index: its state, and building it anew.

use chat_shared::api::types::admin::SearchStatus;

use super::{Offer, On, Screen, Shape};
use crate::tui::act::Act;
use crate::tui::keymap::Verb;
use crate::tui::state::page::fields;
use crate::tui::view::View;

/// The index.
pub static INDEX: Screen = Screen {
    shape: Shape::Sheet,
    fields: fields::<SearchStatus>,
    open: |on| on.int("job_id").map(|id| View::Job { id }),
    side: Some(("its job", |on| on.int("job_id").map(|id| View::Job { id }))),
    verbs: &[(Verb::Reindex, reindex), (Verb::Verify, verify)],
    commands: &[],
    empty: "there is no search index",
};

fn reindex(on: On<'_>) -> Offer {
    match on.int("job_id") {
        Some(_) => Offer::Not("it is being built anew already"),
        None => Offer::Act(Act::Reindex),
    }
}

/// To prove that everything agrees, wherever one is.
pub fn verify(_: On<'_>) -> Offer {
    Offer::Act(Act::Verify)
}
