//! The retry model searched: with all its rules, and with each left out.

use super::{Retry, Size};
use crate::rules::{Rule, Rules};
use crate::search;

/// One other request, one loss.
const SMALL: Size = Size { others: 1, workers: 1, faults: 1 };

/// More of everything.
const LARGE: Size = Size { others: 2, workers: 2, faults: 2 };

/// Each rule of this model.
pub const LEFT_OUT: &[Rule] =
    &[Rule::RetryKill, Rule::RetryLook, Rule::RetryKnown, Rule::RetryTrimmed, Rule::RetryEpoch];

#[test]
fn the_rules_of_retries_hold_for_every_lost_reply() {
    let size = if search::large() { LARGE } else { SMALL };
    search::holds("a lost reply", Retry { rules: Rules::ALL, size });
}

#[test]
fn without_any_rule_of_retries_an_invariant_breaks() {
    let without = |rule: &Rule| (*rule, Retry { rules: Rules::without(*rule), size: SMALL });
    search::all_needed(LEFT_OUT.iter().map(without));
}
