//! What counts as the same text in a search: one folding for the text and for the query.
//!
//! Each character is folded by itself, so `fold(a + b) = fold(a) + fold(b)` and a substring of a text folds to a
//! substring of the folded text. Knows no index and no language: the same text folds alike everywhere.

mod highlight;
mod marks;

use std::iter;

use caseless::Caseless;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_compatible;

pub use highlight::{contains, highlights};

/// Raised whenever any character folds otherwise than before. An index that was written under another version does
/// not answer rightly and must be rebuilt from the store.
pub const VERSION: u32 = 1;

/// Folds a text, or what is searched for: case and diacritics are gone, everything else stands for itself.
///
/// A character becomes its compatibility decomposition (NFKD: ﬁ → fi, ① → 1, full width → ASCII) without the marks that
/// [`marks`] names, with full case folding (ς → σ, ß → ss). Syllables of Hangul stay composed: taken apart, a syllable
/// would be found in every longer one. Invisible characters that are no marks (joiners, directions) stay too.
///
/// The result is empty where the text is empty or holds nothing but dropped marks: there is nothing to search for.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut |piece| folded.push(piece));
    }
    folded
}

/// Hands over what one character folds to: nothing, one character, or up to a few dozen.
fn fold_char(c: char, emit: &mut impl FnMut(char)) {
    match c {
        c if c.is_ascii() => emit(c.to_ascii_lowercase()),
        // Ideographs and syllables of Hangul: most of what is written with them, and none has a case or a mark.
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => emit(c),
        // Hangul in parentheses and circles: decomposed, its syllables would be the only ones taken apart.
        '\u{3200}'..='\u{321E}' | '\u{3260}'..='\u{327F}' => iter::once(c).nfkc().for_each(emit),
        c => decompose_compatible(c, |piece| {
            if !marks::is_dropped(piece) {
                iter::once(piece).default_case_fold().map(marks::without_stroke).for_each(&mut *emit);
            }
        }),
    }
}

#[cfg(test)]
mod tests;
