//! The search index: its state, building it anew, and which of its generations answers.

use chat_shared::api::types::admin::SearchStatus;

use super::{Offer, On, Screen, Shape, Way};
use crate::tui::act::Act;
use crate::tui::keymap::Verb;
use crate::tui::state::page::fields;
use crate::tui::view::View;

/// The index.
pub static INDEX: Screen = Screen {
    shape: Shape::Sheet,
    fields: fields::<SearchStatus>,
    open: job,
    ways: &[Way::of("its job", job)],
    verbs: &[
        (Verb::Reindex, |on| unless_building(on, Act::Reindex { app: None, swap: true })),
        (Verb::Build, |on| unless_building(on, Act::Reindex { app: None, swap: false })),
        (Verb::Verify, |_| Offer::Act(Act::VerifyIndex)),
        (Verb::Swap, swap),
        (Verb::Rollback, |on| previous(on, |generation| Act::Rollback { generation })),
        (Verb::Prune, |on| previous(on, |generation| Act::Prune { generation })),
    ],
    commands: &[],
    empty: "there is no search index",
    heavy: false,
};

fn job(on: On<'_>) -> Option<View> {
    on.int("job_id").map(|id| View::Job { id })
}

/// To build, unless that is under way.
pub fn unless_building(on: On<'_>, act: Act) -> Offer {
    let of_status = on.status.and_then(|status| status.search.as_ref()?.operation_id);
    match on.int("job_id").or(of_status) {
        Some(_) => Offer::Not("the index is being built anew already"),
        None => Offer::Act(act),
    }
}

fn swap(on: On<'_>) -> Offer {
    match (on.int("building"), on.int("job_id")) {
        (_, Some(_)) => Offer::Not("a job is at it"),
        (Some(generation), None) => Offer::Act(Act::Swap { generation }),
        (None, None) => Offer::Not("none was built: `build beside` in this menu builds one"),
    }
}

fn previous(on: On<'_>, act: impl FnOnce(i64) -> Act) -> Offer {
    on.int("previous").map_or(Offer::Not("none is kept"), |generation| Offer::Act(act(generation)))
}

/// To prove that everything agrees, wherever one is.
pub fn verify(_: On<'_>) -> Offer {
    Offer::Act(Act::Verify { app: None, chat: None })
}
