//! Dead letters: what was accepted and could never be persisted.

use chat_shared::api::types::admin::DeadLetter;

use super::{Offer, On, Screen, Shape, nowhere};
use crate::commands::dlq::Detail;
use crate::output::record::Value;
use crate::tui::act::Act;
use crate::tui::keymap::Verb;
use crate::tui::state::page::fields;
use crate::tui::view::View;

/// Dead letters that are not resolved.
pub static DEAD_LETTERS: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<DeadLetter>,
    open: |on| on.int("id").map(|id| View::DeadLetter { id }),
    side: Some(("its counter", counter)),
    verbs: &[(Verb::Retry, retry), (Verb::RetryAll, |_| Offer::Act(Act::RetryAll))],
    commands: &[],
    empty: "no dead letters",
};

/// One dead letter.
pub static DEAD_LETTER: Screen = Screen {
    shape: Shape::Sheet,
    fields: fields::<Detail>,
    open: nowhere,
    side: Some(("its counter", counter)),
    verbs: &[(Verb::Retry, retry)],
    commands: &[],
    empty: "there is no such dead letter",
};

fn counter(on: On<'_>) -> Option<View> {
    Some(View::Counter { key: on.text("key")?.to_owned() })
}

fn retry(on: On<'_>) -> Offer {
    let id = match on.view {
        View::DeadLetter { id } => Some(*id),
        _ => on.int("id"),
    };
    let resolved = on.row.and_then(|row| row.value(on.fields, "resolved_at"));
    match (id, resolved) {
        (None, _) => Offer::Not("no dead letter is selected"),
        (_, Some(Value::Time(_))) => Offer::Not("it is resolved"),
        (Some(id), _) => Offer::Act(Act::Retry { id }),
    }
}
