//! The chatctl line that stands under `@`: whatever can be looked at or done has one, and chatctl takes it.

use std::collections::BTreeSet;

use super::sample::{full, status};
use crate::cli;
use crate::output::record::Value;
use crate::tui::act::{Act, words};
use crate::tui::keymap::{BINDINGS, Command, Verb};
use crate::tui::screens::tests::every_view;
use crate::tui::screens::{self, Offer, On};
use crate::tui::state::page::Row;
use crate::tui::view::View;

/// What is typed where a text is asked for: each act takes one of them.
const TYPED: [&str; 3] = ["24h", "7", "some words"];

fn is_taken(words: &[String]) {
    let line = ["chatctl".to_owned()].into_iter().chain(words.iter().cloned());
    if let Err(error) = cli::command().try_get_matches_from(line) {
        panic!("{words:?}: {error}");
    }
}

/// The rows of a view when there is much to show, and of the index one more: built and replaced, with no job at it.
fn rows(view: &View) -> Vec<Row> {
    let (fields, mut rows) = ((screens::of(view).fields)(), full(view).rows);
    if *view == View::Index {
        let mut still = rows[0].clone();
        for (field, value) in fields.iter().zip(&mut still.values) {
            match field.name {
                "job_id" => *value = Value::Null,
                "building" | "previous" => *value = Value::Int(3),
                _ => {}
            }
        }
        rows.push(still);
    }
    rows
}

/// Everything that can be done anywhere, each with the verb that leads to it.
fn everything() -> Vec<(Verb, Act)> {
    let (mut all, mut status) = (Vec::new(), status(1));
    if let Some(search) = &mut status.search {
        search.operation_id = None;
    }
    for view in every_view() {
        let (screen, rows) = (screens::of(&view), rows(&view));
        let fields = (screen.fields)();
        for row in rows.iter().map(Some).chain([None]) {
            let on = On { view: &view, fields: &fields, row, status: Some(&*status), whole: None, filtered: false };
            for (verb, offer) in screen.verbs {
                let act = match offer(on) {
                    Offer::Act(act) => Some(act),
                    Offer::Ask(_, _, act) => {
                        TYPED.iter().find_map(|typed| act.clone().with_text((*typed).to_owned()).ok())
                    }
                    Offer::Not(_) => None,
                };
                all.extend(act.map(|act| (*verb, act)));
            }
        }
    }
    all
}

#[test]
fn every_verb_can_be_done_somewhere_and_the_line_of_each_act_is_taken_by_chatctl() {
    let all = everything();
    let done: BTreeSet<String> = all.iter().map(|(verb, _)| format!("{verb:?}")).collect();
    for binding in BINDINGS {
        if let Command::Do(verb) = binding.command {
            assert!(done.contains(&format!("{verb:?}")), "{verb:?} cannot be done anywhere");
        }
    }
    let lines: BTreeSet<Vec<String>> = all.iter().map(|(_, act)| act.words()).collect();
    for line in &lines {
        is_taken(line);
    }
}

#[test]
fn the_line_of_each_view_is_taken_by_chatctl() {
    for view in every_view() {
        is_taken(&view.words());
    }
}

#[test]
fn several_acts_of_a_kind_are_one_line() {
    let several = |act: fn(i64) -> Act| words(&[act(1), act(2)]);
    assert_eq!(several(|id| Act::Retry { id }), ["dlq", "retry", "1", "2"]);
    assert_eq!(several(|id| Act::Drop { id }), ["dlq", "drop", "1", "2", "--yes"]);
    let steps = everything().into_iter().filter(|(verb, _)| *verb == Verb::Apply).map(|(_, act)| act);
    let line = words(&steps.collect::<Vec<_>>());
    assert_eq!(line, ["counter", "reconcile", "--key", "1:9", "--key", "1:12", "--yes"]);
    is_taken(&line);
}

#[test]
fn a_text_that_means_nothing_is_refused_before_anything_is_asked() {
    let app = || crate::tui::view::App { token: "t".to_owned(), name: "acme".to_owned() };
    for (act, typed) in [
        (Act::RotateToken { app: app(), grace_s: 0 }, "a day"),
        (Act::Claim { queue: chat_shared::queue::Group::Persist, idle_ms: 0 }, "long"),
        (Act::Throttle { id: 7, rate: 0 }, "fast"),
        (Act::BackUp { app: app(), file: String::new() }, "  "),
    ] {
        assert!(act.clone().with_text(typed.to_owned()).is_err(), "{act:?} of {typed:?}");
    }
}
