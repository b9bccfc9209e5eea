//! The numbering model searched: with all its rules, and with each left out.

use super::Numbering;
use super::scenario::Scenario;
use super::worlds::{LARGE, LEFT_OUT, SMALL};
use crate::rules::{Rule, Rules};
use crate::search;

#[test]
fn the_numbering_rules_hold_in_every_world() {
    let worlds = if search::large() { LARGE } else { SMALL };
    for scenario in worlds.iter().copied() {
        search::holds_within(scenario.name, Numbering { rules: Rules::ALL, scenario }, scenario.steps);
    }
}

#[test]
fn without_any_numbering_rule_an_invariant_breaks() {
    let without =
        |(rule, scenario): &(Rule, Scenario)| (*rule, Numbering { rules: Rules::without(*rule), scenario: *scenario });
    search::all_needed(LEFT_OUT.iter().map(without));
}
