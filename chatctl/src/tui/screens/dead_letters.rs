//! Dead letters: what was accepted and could never be persisted. One by one, by a query, or grouped by what went wrong.

use std::borrow::Cow;

use chat_shared::api::types::admin::{DeadLetter, DeadLetterError, EntryBody};

use super::{Offer, On, Screen, Shape, Way, nowhere};
use crate::commands::dlq::Detail;
use crate::commands::dlq::edit::Text;
use crate::output::record::Value;
use crate::tui::act::Act;
use crate::tui::keymap::{Command, Verb};
use crate::tui::state::page::fields;
use crate::tui::view::View;

/// Dead letters that are not resolved: all, or those that a query takes.
pub static DEAD_LETTERS: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<DeadLetter>,
    open: |on| on.int("id").map(|id| View::DeadLetter { id }),
    ways: &[Way::by(Command::Errors, "all by what went wrong", |_| Some(View::Errors)), COUNTER],
    verbs: &[
        (Verb::Retry, retry),
        (Verb::RetryAll, retry_all),
        (Verb::Edit, edit),
        (Verb::Drop, drop),
        (Verb::DropAll, drop_all),
        (Verb::Export, export),
    ],
    commands: &[Command::Find],
    empty: "no dead letters",
    heavy: false,
};

/// By what went wrong, the most frequent first.
pub static ERRORS: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<DeadLetterError>,
    open: |on| group(on).map(|query| View::Letters { query }),
    ways: &[Way::of("one of them", |on| on.int("example_id").map(|id| View::DeadLetter { id }))],
    verbs: &[(Verb::RetryAll, retry_group), (Verb::DropAll, drop_group), (Verb::Export, export_group)],
    commands: &[Command::Find],
    empty: "no dead letters",
    heavy: false,
};

/// One dead letter.
pub static DEAD_LETTER: Screen = Screen {
    shape: Shape::Sheet,
    fields: fields::<Detail>,
    open: nowhere,
    ways: &[COUNTER],
    verbs: &[(Verb::Retry, retry), (Verb::Edit, edit), (Verb::Drop, drop)],
    commands: &[],
    empty: "there is no such dead letter",
    heavy: false,
};

const COUNTER: Way = Way::of("its counter", |on| on.text("key").map(|key| View::Counter { key: key.to_owned() }));

/// The dead letter of a row, or of the view; or why nothing can be done about it.
fn open_one(on: On<'_>) -> Result<i64, &'static str> {
    let id = match on.view {
        View::DeadLetter { id } => Some(*id),
        _ => on.int("id"),
    };
    let resolved = on.row.and_then(|row| row.value(on.fields, "resolved_at"));
    match (id, resolved) {
        (None, _) => Err("no dead letter is selected"),
        (_, Some(Value::Time(_))) => Err("it is resolved"),
        (Some(id), _) => Ok(id),
    }
}

fn retry(on: On<'_>) -> Offer {
    open_one(on).map_or_else(Offer::Not, |id| Offer::Act(Act::Retry { id }))
}

fn drop(on: On<'_>) -> Offer {
    open_one(on).map_or_else(Offer::Not, |id| Offer::Act(Act::Drop { id }))
}

fn edit(on: On<'_>) -> Offer {
    let id = match open_one(on) {
        Ok(id) => id,
        Err(why) => return Offer::Not(why),
    };
    let View::DeadLetter { .. } = on.view else { return Offer::Not("open it first: what it says is seen there") };
    let entry = match on.row.and_then(|row| row.value(on.fields, "entry")) {
        Some(Value::Json(entry)) => serde_json::from_value::<EntryBody>(entry.clone()).ok(),
        _ => None,
    };
    match entry.as_ref().and_then(Text::of) {
        Some(text) => Offer::Ask("new text", text.words().to_owned(), Act::EditLetter { id, text }),
        None => Offer::Not("it has no text that could be changed"),
    }
}

/// The query of the view, and how many it takes where that is known; or why not.
fn all(on: On<'_>) -> Result<(Option<String>, Option<u64>), &'static str> {
    if on.filtered {
        return Err("a filter hides some: * marks what fits it, f finds by a query");
    }
    let (query, count) = match on.view {
        View::Letters { query } => (Some(query.clone()), on.whole),
        _ => (None, on.whole.or_else(|| on.status?.dead_letters)),
    };
    if count == Some(0) { Err("there are none") } else { Ok((query, count)) }
}

fn retry_all(on: On<'_>) -> Offer {
    all(on).map_or_else(Offer::Not, |(query, count)| Offer::Act(Act::RetryMany { query, count }))
}

fn drop_all(on: On<'_>) -> Offer {
    all(on).map_or_else(Offer::Not, |(query, count)| Offer::Act(Act::DropMany { query, count }))
}

fn export(on: On<'_>) -> Offer {
    all(on).map_or_else(Offer::Not, |(query, _)| ask_file(query))
}

fn ask_file(query: Option<String>) -> Offer {
    Offer::Ask("file", String::new(), Act::ExportLetters { query, file: String::new() })
}

/// The query that takes the letters of a group.
fn group(on: On<'_>) -> Option<String> {
    Some(format!("kind={} and group={}", quoted(on.text("kind")?), quoted(on.text("reason")?)))
}

/// A text as queries take it.
fn quoted(text: &str) -> Cow<'_, str> {
    if !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
        return text.into();
    }
    format!("\"{}\"", text.replace('\\', r"\\").replace('"', "\\\"")).into()
}

fn of_group(on: On<'_>, offer: impl FnOnce(Option<String>, Option<u64>) -> Offer) -> Offer {
    let count = on.int("count").and_then(|count| u64::try_from(count).ok());
    group(on).map_or(Offer::Not("no group is selected"), |query| offer(Some(query), count))
}

fn retry_group(on: On<'_>) -> Offer {
    of_group(on, |query, count| Offer::Act(Act::RetryMany { query, count }))
}

fn drop_group(on: On<'_>) -> Offer {
    of_group(on, |query, count| Offer::Act(Act::DropMany { query, count }))
}

fn export_group(on: On<'_>) -> Offer {
    of_group(on, |query, _| ask_file(query))
}

#[cfg(test)]
mod tests {
    use chat_shared::ops::DEAD_LETTER_FIELDS;
    use chat_shared::ops::query::Query;

    use super::*;

    #[test]
    fn a_group_is_a_query_whatever_its_reason_quotes() {
        for reason in ["refused", "a \"…\" b", r"back\slash", "Data too long for `…` at row #"] {
            let query = format!("kind=create_message and group={}", quoted(reason));
            let understood = Query::parse(&query, DEAD_LETTER_FIELDS).expect("a query").to_string();
            assert_eq!(Query::parse(&understood, DEAD_LETTER_FIELDS), Query::parse(&query, DEAD_LETTER_FIELDS));
        }
    }
}
