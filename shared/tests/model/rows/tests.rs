//! The rows model searched: with all its rules, and with each left out.

use super::chat::Chat;
use super::message::{Message, Size};
use crate::rules::{Rule, Rules};
use crate::search;

/// A message that is created, changed twice and deleted.
const ONE: Size = Size { creates: 1, updates: 2, deletes: 1 };

/// A number that was given twice, as an operator may choose after a loss.
const REUSED: Size = Size { creates: 2, updates: 1, deletes: 1 };

/// More of everything than one message ever sees at once.
const LARGE: Size = Size { creates: 2, updates: 3, deletes: 1 };

/// Updates of one chat.
const CHAT_UPDATES: u8 = 3;

/// Each rule of a message's row, and the entries with which its absence shows.
pub const MESSAGE_LEFT_OUT: &[(Rule, Size)] = &[
    (Rule::CreateOlder, ONE),
    (Rule::CreateFills, ONE),
    (Rule::CreateVersion, REUSED),
    (Rule::UpdateFirst, ONE),
    (Rule::UpdateNewer, ONE),
    (Rule::VersionLast, ONE),
    (Rule::DeleteFirst, ONE),
    (Rule::DeleteAnyVersion, ONE),
    (Rule::DeleteFinal, ONE),
    (Rule::DeadWhereNone, ONE),
    (Rule::DeadOverStub, ONE),
    (Rule::DeadCreateOnly, ONE),
    (Rule::DeadRetry, ONE),
    (Rule::RetryVersion, ONE),
    (Rule::CountRows, ONE),
];

/// Each rule of a chat's row.
pub const CHAT_LEFT_OUT: &[Rule] = &[Rule::ChatTitle, Rule::ChatCreated];

#[test]
fn the_rules_of_rows_hold_in_every_order() {
    let sizes: &[Size] = if search::large() { &[ONE, REUSED, LARGE] } else { &[ONE, REUSED] };
    for size in sizes.iter().copied() {
        search::holds("a message's row", Message { rules: Rules::ALL, size });
    }
    search::holds("a chat's row", Chat { rules: Rules::ALL, updates: CHAT_UPDATES });
}

#[test]
fn without_any_rule_of_rows_an_invariant_breaks() {
    let message = |(rule, size): &(Rule, Size)| (*rule, Message { rules: Rules::without(*rule), size: *size });
    search::all_needed(MESSAGE_LEFT_OUT.iter().map(message));
    let chat = |rule: &Rule| (*rule, Chat { rules: Rules::without(*rule), updates: CHAT_UPDATES });
    search::all_needed(CHAT_LEFT_OUT.iter().map(chat));
}
