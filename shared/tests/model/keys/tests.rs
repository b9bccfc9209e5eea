//! The keys model searched: with all its rules, and with each left out.

use super::{Keys, Size};
use crate::rules::{Rule, Rules};
use crate::search;

/// One body sent three times, over one loss.
const THRICE: Size = Size { name: "one body thrice", bodies: &[1, 1, 1], workers: 1, faults: 1 };

/// Two bodies under one key.
const TWO_BODIES: Size = Size { name: "two bodies", bodies: &[1, 2], workers: 1, faults: 1 };

/// One body sent twice, over two losses.
const TWO_LOSSES: Size = Size { name: "two losses", bodies: &[1, 1], workers: 1, faults: 2 };

/// More of everything.
const LARGE: Size = Size { name: "many attempts", bodies: &[1, 1, 1, 2], workers: 2, faults: 2 };

/// Each rule of this model, and the world in which its absence shows.
pub const LEFT_OUT: &[(Rule, Size)] = &[
    (Rule::KeyInQueue, TWO_BODIES),
    (Rule::KeyWithAppend, TWO_BODIES),
    (Rule::KeyWithRow, TWO_BODIES),
    (Rule::KeyInStore, TWO_BODIES),
    (Rule::KeyEpochFirst, TWO_BODIES),
    (Rule::KeyAgain, TWO_LOSSES),
    (Rule::KeyBody, TWO_BODIES),
];

#[test]
fn the_rules_of_keys_hold_for_every_retry() {
    let sizes: &[Size] = if search::large() { &[LARGE] } else { &[THRICE, TWO_BODIES, TWO_LOSSES] };
    for size in sizes.iter().copied() {
        search::holds(size.name, Keys { rules: Rules::ALL, size });
    }
}

#[test]
fn without_any_rule_of_keys_an_invariant_breaks() {
    let without = |(rule, size): &(Rule, Size)| (*rule, Keys { rules: Rules::without(*rule), size: *size });
    search::all_needed(LEFT_OUT.iter().map(without));
}
