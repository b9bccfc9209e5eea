//! Dead letters grouped by what went wrong, so that the twelve that matter are seen among many thousands.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Place;

use super::select::Selection;
use crate::api::types::admin::{DeadLetterError, DeadLetterErrors, SelectDeadLetters};
use crate::ops::pages::Pages;
use crate::ops::{Asked, Installation};
use crate::store::DeadLetter;

/// Groups that are kept.
const GROUPS: usize = 1_000;

/// The longest reason of a group, in characters.
const LONGEST: usize = 200;

impl Installation {
    /// What went wrong with dead letters, the most frequent first.
    pub async fn dead_letter_errors(&self, asked: &SelectDeadLetters) -> Asked<DeadLetterErrors> {
        let selection = Selection::of(asked)?;
        let (mut groups, mut after, now) = (HashMap::new(), 0, self.clock.now());
        let (mut errors, mut pages) = (DeadLetterErrors::default(), Pages::from_small());
        loop {
            let limit = pages.limit();
            let page = self.store.dead_letters(&selection.page(after, limit)).await?;
            pages.learn(page.iter().map(|letter| letter.payload.len()).sum());
            for letter in page.iter().filter(|letter| selection.takes(letter, now)) {
                errors.total += 1;
                errors.others += u64::from(!count(&mut groups, letter));
            }
            after = page.last().map_or(after, |last| last.id);
            if page.len() < limit as usize {
                break;
            }
        }
        errors.items = groups.into_values().collect();
        errors
            .items
            .sort_by(|one, other| (other.count, &one.kind, &one.reason).cmp(&(one.count, &other.kind, &other.reason)));
        Ok(errors)
    }
}

/// Counts a letter in its group; false where it has none and there is room for no more.
fn count(groups: &mut HashMap<(String, String), DeadLetterError>, letter: &DeadLetter) -> bool {
    let reason = normalised(&letter.reason);
    let full = groups.len() >= GROUPS;
    match groups.entry((letter.kind.clone(), reason.clone())) {
        Place::Occupied(mut place) => {
            let group = place.get_mut();
            group.count += 1;
            group.first_at = group.first_at.min(letter.first_at);
            group.last_at = group.last_at.max(letter.last_at);
            true
        }
        Place::Vacant(_) if full => false,
        Place::Vacant(place) => {
            place.insert(DeadLetterError {
                kind: letter.kind.clone(),
                reason,
                count: 1,
                first_at: letter.first_at,
                last_at: letter.last_at,
                example_id: letter.id,
            });
            true
        }
    }
}

/// A reason without what differs from letter to letter: numbers, ids, what is quoted.
pub(super) fn normalised(reason: &str) -> String {
    let (mut shown, mut length) = (String::new(), 0);
    let mut quote = None;
    for char in reason.chars() {
        let kept = match quote {
            Some(end) if char == end => {
                quote = None;
                shown.push('…');
                length += 1;
                Some(char)
            }
            Some(_) => None,
            None if matches!(char, '"' | '`') => {
                quote = Some(char);
                Some(char)
            }
            None if char.is_ascii_digit() => Some('#').filter(|_| !shown.ends_with('#')),
            // Ids of hexadecimal digits and numbers with separators are one number.
            None if shown.ends_with('#') && matches!(char, 'a'..='f' | '-' | '.' | ':' | ',') => None,
            None if char.is_whitespace() => Some(' ').filter(|_| !shown.ends_with(' ')),
            None => Some(char),
        };
        shown.extend(kept);
        length += usize::from(kept.is_some());
        if length >= LONGEST {
            break;
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_that_differ_in_numbers_and_quotations_only_are_one() {
        let one = "number_conflict: its number belongs to entry 1717000000000-3";
        let other = "number_conflict: its number belongs to entry 1717000000999-12";
        assert_eq!(normalised(one), normalised(other));
        assert_eq!(normalised("Data too long for `title`  at row 12"), "Data too long for `…` at row #");
        assert_eq!(normalised("a \"x\" b"), normalised("a \"y z\" b"));
        assert_ne!(normalised("disk full"), normalised("refused"));
        assert_eq!(normalised(&"x".repeat(10_000)).chars().count(), LONGEST);
    }
}
