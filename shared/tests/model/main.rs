//! The numbering protocol as models that are searched through: with every rule no invariant breaks, and without any
//! one of them one does.
//!
//! It knows the protocol and nothing of the code that implements it: the two meet in the ids of `rules`, which `sources`
//! looks for in the code.

mod keys;
mod numbering;
mod persist;
mod retry;
mod rows;
mod rules;
mod search;
mod seeding;
mod sources;

use crate::rules::Rule;

/// The rules that some search leaves out.
fn left_out() -> impl Iterator<Item = Rule> {
    let numbering = numbering::LEFT_OUT.iter().map(|(rule, _)| rule);
    let seeding = seeding::LEFT_OUT.iter().map(|(rule, _)| rule);
    let keys = keys::LEFT_OUT.iter().map(|(rule, _)| rule);
    let rows = rows::MESSAGE_LEFT_OUT.iter().map(|(rule, _)| rule).chain(rows::CHAT_LEFT_OUT);
    numbering.chain(seeding).chain(keys).chain(retry::LEFT_OUT).chain(rows).copied()
}

#[test]
fn every_rule_is_left_out_by_a_search() {
    let searched: Vec<Rule> = left_out().collect();
    let missing: Vec<&str> = Rule::ALL.iter().filter(|rule| !searched.contains(rule)).map(|rule| rule.id()).collect();
    assert!(missing.is_empty(), "rules that no search leaves out: {missing:?}");
}

#[test]
fn every_rule_has_an_id_of_its_own() {
    let ids: Vec<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
    assert!((1..ids.len()).all(|i| !ids[..i].contains(&ids[i])), "an id stands for two rules: {ids:?}");
}
