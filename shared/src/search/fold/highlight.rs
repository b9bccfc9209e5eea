//! Where a folded query stands in a text that is not folded. Knows how folding works, not where the text comes from.

use std::ops::Range;

use super::{fold, fold_char};

/// Whether the folded content contains the folded query. An empty query is contained in nothing.
///
/// Folding into a string of its own and searching that took half the time of comparing in place (50 ns against 100 for
/// 100 bytes of ASCII), as both steps work on many bytes at once.
#[must_use]
pub fn contains(content: &str, folded_query: &str) -> bool {
    !folded_query.is_empty() && fold(content).contains(folded_query)
}

/// Where the folded query stands in the content, in Unicode scalar values, end exclusive, ascending, not overlapping.
///
/// Occurrences are taken from the left, each after the end of the one before it. A range covers every character of
/// which a folded character matched (all of "ß" for "s") and the dropped marks after it. Empty where nothing matches or
/// the query is empty.
#[must_use]
pub fn highlights(content: &str, folded_query: &str) -> Vec<Range<usize>> {
    if folded_query.is_empty() {
        return Vec::new();
    }
    let occurrences = |folded: &str| -> Vec<Range<usize>> {
        folded.match_indices(folded_query).map(|(start, found)| start..start + found.len()).collect()
    };
    if content.is_ascii() {
        return occurrences(&content.to_ascii_lowercase());
    }
    let folded = Traced::new(content);
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for occurrence in occurrences(&folded.text) {
        let range = folded.source(&occurrence);
        match ranges.last_mut() {
            // Two occurrences inside what one character folded to.
            Some(last) if range.start < last.end => last.end = range.end,
            _ => ranges.push(range),
        }
    }
    ranges
}

/// A folded text that remembers where each of its bytes comes from.
struct Traced {
    /// The folded text.
    text: String,
    /// For each character of the source, the length of `text` after it. Where it equals the one before it, the
    /// character folded to nothing.
    ends: Vec<usize>,
}

impl Traced {
    fn new(source: &str) -> Self {
        let mut text = String::with_capacity(source.len());
        let mut ends = Vec::with_capacity(source.len());
        for c in source.chars() {
            fold_char(c, &mut |piece| text.push(piece));
            ends.push(text.len());
        }
        Self { text, ends }
    }

    /// The characters of the source that a range of bytes of `text`, not empty, comes from, with what was dropped
    /// after them.
    fn source(&self, folded: &Range<usize>) -> Range<usize> {
        let first = self.ends.partition_point(|&end| end <= folded.start);
        let last = self.ends.partition_point(|&end| end < folded.end);
        let after_dropped = self.ends.partition_point(|&end| end <= folded.end);
        first..after_dropped.max(last + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn highlighted(content: &str, query: &str) -> Vec<(usize, usize)> {
        highlights(content, &fold(query)).into_iter().map(|range| (range.start, range.end)).collect()
    }

    #[test]
    fn every_occurrence_is_highlighted_from_the_left() {
        assert_eq!(highlighted("Banana, BANANA", "an"), [(1, 3), (3, 5), (9, 11), (11, 13)]);
        assert_eq!(highlighted("ababa", "ABA"), [(0, 3)]);
    }

    #[test]
    fn ranges_count_characters_not_bytes() {
        assert_eq!(highlighted("😀 Grüße 😀", "grusse"), [(2, 7)]);
        assert_eq!(highlighted("日本語の本", "本"), [(1, 2), (4, 5)]);
    }

    #[test]
    fn a_part_of_what_a_character_folds_to_highlights_all_of_it() {
        assert_eq!(highlighted("Maß", "s"), [(2, 3)]);
        assert_eq!(highlighted("ﬁsh", "i"), [(0, 1)]);
        assert_eq!(highlighted("Maßstab", "sst"), [(2, 5)]);
        assert_eq!(highlighted("½", "1"), [(0, 1)]);
    }

    #[test]
    fn neighbours_that_share_no_character_stay_apart() {
        assert_eq!(highlighted("ßß", "ss"), [(0, 1), (1, 2)]);
        assert_eq!(highlighted("sßs", "ss"), [(0, 3)]);
    }

    #[test]
    fn dropped_marks_after_a_match_belong_to_it_and_those_before_do_not() {
        assert_eq!(highlighted("cafe\u{301}\u{327}!", "e"), [(3, 6)]);
        assert_eq!(highlighted("e\u{301}a\u{308}b", "ab"), [(2, 5)]);
        assert_eq!(highlighted("❤\u{FE0F}x", "❤"), [(0, 2)]);
        assert_eq!(highlighted("\u{301}a", "a"), [(1, 2)]);
    }

    #[test]
    fn special_characters_are_literal() {
        assert_eq!(highlighted("100% \"sure\" (.*) _x_", "(.*)"), [(12, 16)]);
        assert_eq!(highlighted("100% sure", "%"), [(3, 4)]);
        assert!(highlighted("abc", "a%").is_empty());
    }

    #[test]
    fn an_empty_query_is_nowhere() {
        assert!(!contains("abc", ""));
        assert!(!contains("äbc", ""));
        assert!(highlights("äbc", "").is_empty());
    }

    #[test]
    fn a_query_longer_than_the_content_is_nowhere() {
        assert!(!contains("ab", "abc"));
        assert!(!contains("", "a"));
    }
}
