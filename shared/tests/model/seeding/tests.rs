//! The seeding model searched: with all its rules, and with each left out.

use super::faults::Fault;
use super::{Seeding, Size};
use crate::rules::{Rule, Rules};
use crate::search;

/// Two processes, a counter that an operator's hand or a loss makes unsure.
const BY_HAND: Size = Size {
    name: "a counter made unsure",
    apis: 2,
    workers: 1,
    requests: 2,
    capacity: 2,
    faults: 1,
    kinds: &[Fault::DeleteCounter, Fault::LowerCounter, Fault::DestroyGroup, Fault::Suspect, Fault::Flush],
};

/// Two processes, one of which holds a seed over the loss of the log's tail.
const TAIL: Size = Size { name: "a tail lost", kinds: &[Fault::FallBehind, Fault::LoseTail], ..BY_HAND };

/// An operator's hand on the counter and on the group.
const BY_HAND_TWICE: Size = Size {
    name: "counter and group",
    apis: 1,
    faults: 2,
    kinds: &[Fault::DeleteCounter, Fault::LowerCounter, Fault::DestroyGroup],
    ..BY_HAND
};

/// Two losses declared while seeds are made.
const TWO_LOSSES: Size = Size { name: "two losses", requests: 1, faults: 2, kinds: &[Fault::Suspect], ..BY_HAND };

/// Every kind of fault.
const ANY: &[Fault] = &[
    Fault::Suspect,
    Fault::Flush,
    Fault::FallBehind,
    Fault::LoseTail,
    Fault::DeleteCounter,
    Fault::LowerCounter,
    Fault::DestroyGroup,
];

/// Each rule of this model, and the world in which its absence shows.
pub const LEFT_OUT: &[(Rule, Size)] = &[
    (Rule::SeedWait, BY_HAND),
    (Rule::WaitGroup, BY_HAND_TWICE),
    (Rule::WaitUnread, BY_HAND),
    (Rule::WaitPending, BY_HAND),
    (Rule::SeedMark, BY_HAND),
    (Rule::MarkCleared, BY_HAND),
    (Rule::SeedEpoch, TAIL),
    (Rule::GapFirst, BY_HAND),
    (Rule::GapEpoch, TWO_LOSSES),
    (Rule::GapStands, TWO_LOSSES),
    (Rule::CreatorOnly, BY_HAND),
    (Rule::CreatorAbsent, BY_HAND),
    (Rule::CreatorEpoch, BY_HAND),
    (Rule::CreatorLogged, BY_HAND),
    (Rule::CreatorTrimmed, BY_HAND),
];

/// Every world of the small search.
const SMALL: &[Size] = &[BY_HAND, BY_HAND_TWICE, TAIL, TWO_LOSSES];

/// The worlds of the large search.
const LARGE: &[Size] = &[
    Size { name: "three processes", apis: 3, ..BY_HAND },
    Size { name: "any two faults", faults: 2, kinds: ANY, ..BY_HAND },
    Size { name: "two workers, three messages", workers: 2, requests: 3, kinds: ANY, ..BY_HAND },
];

#[test]
fn the_seeding_rules_hold_in_every_world() {
    let worlds = if search::large() { LARGE } else { SMALL };
    for size in worlds.iter().copied() {
        search::holds(size.name, Seeding { rules: Rules::ALL, size });
    }
}

#[test]
fn without_any_seeding_rule_an_invariant_breaks() {
    let without = |(rule, size): &(Rule, Size)| (*rule, Seeding { rules: Rules::without(*rule), size: *size });
    search::all_needed(LEFT_OUT.iter().map(without));
}
