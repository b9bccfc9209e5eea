//! Numbers of a sequence that were not seen: what lies between those that were, less the published gaps.

use crate::domain::Gap;

/// Ranges that are remembered of one sequence: more would only say the same more often.
const RANGES: usize = 1_000;

/// The numbers between those that were seen, in ascending order.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Holes {
    /// The greatest number seen.
    pub max: u32,
    ranges: Vec<(u32, u32)>,
    more: bool,
}

impl Holes {
    /// Sees the next number: above all before it.
    pub fn see(&mut self, number: u32) {
        let expected = self.max.saturating_add(1);
        if number > expected {
            if self.ranges.len() < RANGES {
                self.ranges.push((expected, number - 1));
            } else {
                self.more = true;
            }
        }
        self.max = self.max.max(number);
    }

    /// Whether there are more holes than are remembered.
    pub fn more(&self) -> bool {
        self.more
    }

    /// Whether every number up to the greatest was seen.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// What is left without the numbers in `gaps`, ascending.
    pub fn outside(&self, gaps: &[Gap]) -> Vec<(u32, u32)> {
        let gaps: Vec<_> = gaps.iter().map(|gap| (gap.from, gap.to)).collect();
        without(&self.ranges, &gaps)
    }
}

/// The parts of `ranges` that lie in none of `others`, which are in the order of their beginnings.
pub fn without(ranges: &[(u32, u32)], others: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let mut left = Vec::new();
    for &(from, to) in ranges {
        let mut next = Some(from);
        for &(start, end) in others {
            let Some(begin) = next.filter(|begin| end >= *begin && start <= to) else { continue };
            if start > begin {
                left.push((begin, start - 1));
            }
            next = end.checked_add(1).filter(|after| *after <= to);
        }
        left.extend(next.map(|begin| (begin, to)));
    }
    left
}

/// `5` or `5–9`.
pub fn written((from, to): (u32, u32)) -> String {
    if from == to { from.to_string() } else { format!("{from}–{to}") }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn holes(numbers: impl IntoIterator<Item = u32>) -> Holes {
        let mut holes = Holes::default();
        numbers.into_iter().for_each(|number| holes.see(number));
        holes
    }

    #[test]
    fn what_lies_between_is_found_and_what_is_published_taken_away() {
        let seen = holes([1, 2, 5, 9]);
        assert_eq!(seen.outside(&[]), [(3, 4), (6, 8)]);
        assert_eq!(without(&[(3, 4), (6, 8)], &[(1, 3), (7, 7)]), [(4, 4), (6, 6), (8, 8)]);
        assert_eq!(without(&[(3, 4)], &[(1, u32::MAX)]), []);
        assert!(holes(1..=9).is_empty() && holes([]).is_empty());
        assert_eq!((written((3, 3)), written((3, 4))), ("3".to_owned(), "3–4".to_owned()));
    }

    proptest! {
        #[test]
        fn each_number_is_seen_published_or_left(
            numbers in proptest::collection::btree_set(1u32..60, 0..40),
            mut gaps in proptest::collection::vec((1u32..60, 0u32..20), 0..5),
        ) {
            gaps.sort_unstable();
            let gaps: Vec<_> = gaps.into_iter().map(|(from, more)| (from, from + more)).collect();
            let seen = holes(numbers.iter().copied());
            let left = without(&seen.ranges, &gaps);
            for number in 1..=seen.max {
                let inside = |ranges: &[(u32, u32)]| ranges.iter().any(|(from, to)| (*from..=*to).contains(&number));
                prop_assert_eq!(inside(&left), !numbers.contains(&number) && !inside(&gaps), "{}", number);
            }
        }
    }
}
