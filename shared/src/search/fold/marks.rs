//! Which combining marks folding drops, and which letters carry a mark that Unicode does not take apart.
//!
//! A mark is dropped only where people write and read the word without it: accents, points, vocalisation, appearance.
//! Everything that is not listed stays: vowel signs, viramas, nuktas and tone marks of the Indic scripts, Thai, Lao,
//! Khmer, Myanmar and Tibetan, Thaana vowels and the voicing of kana (U+3099, U+309A) tell one word from another.

/// Ranges of marks (first, last), ascending. Unassigned places inside a block made of such marks alone are included.
const DROPPED: [(char, char); 34] = [
    // Accents of Latin, Greek and Cyrillic letters; Vietnamese tones. "resume" finds "résumé".
    ('\u{0300}', '\u{036F}'),
    // Cyrillic titlo, breathings and the circles around numbers: old manuscripts.
    ('\u{0483}', '\u{0489}'),
    // Hebrew cantillation and vowel points: left out of everyday writing. The punctuation between them stays.
    ('\u{0591}', '\u{05BD}'),
    ('\u{05BF}', '\u{05BF}'),
    ('\u{05C1}', '\u{05C2}'),
    ('\u{05C4}', '\u{05C5}'),
    ('\u{05C7}', '\u{05C7}'),
    // Arabic honorifics, harakat, hamza and madda (so every alef is one), the superscript alef, Quranic marks.
    ('\u{0610}', '\u{061A}'),
    ('\u{064B}', '\u{065F}'),
    ('\u{0670}', '\u{0670}'),
    ('\u{06D6}', '\u{06DC}'),
    ('\u{06DF}', '\u{06E4}'),
    ('\u{06E7}', '\u{06E8}'),
    ('\u{06EA}', '\u{06ED}'),
    // Syriac superscript alaph, vowel points and diacritics: as in Hebrew.
    ('\u{0711}', '\u{0711}'),
    ('\u{0730}', '\u{074A}'),
    // More Arabic: annotations and vowels of African orthographies and of the Quran.
    ('\u{0898}', '\u{089F}'),
    ('\u{08CA}', '\u{08E1}'),
    ('\u{08E3}', '\u{08FF}'),
    // Mongolian free variation selectors: appearance only.
    ('\u{180B}', '\u{180D}'),
    ('\u{180F}', '\u{180F}'),
    // Accents of dialectology, phonetics and German handwriting.
    ('\u{1AB0}', '\u{1AFF}'),
    ('\u{1DC0}', '\u{1DFF}'),
    // Marks around symbols, the keycap of an emoji among them: "1" finds the keycap 1.
    ('\u{20D0}', '\u{20FF}'),
    // Coptic breathings.
    ('\u{2CEF}', '\u{2CF1}'),
    // Tone marks of classical Chinese and of Middle Korean: annotations of scholars.
    ('\u{302A}', '\u{302F}'),
    // More Cyrillic titla and enclosing signs; kavyka and payerok.
    ('\u{A66F}', '\u{A672}'),
    ('\u{A67C}', '\u{A67D}'),
    // Hebrew varika.
    ('\u{FB1E}', '\u{FB1E}'),
    // Variation selectors: the same character, as text or as emoji, in one drawing or another.
    ('\u{FE00}', '\u{FE0F}'),
    // Halves of accents over two letters.
    ('\u{FE20}', '\u{FE2F}'),
    // Arabic annotations of the supplementary plane.
    ('\u{10EFA}', '\u{10EFF}'),
    // Shorthand's letter selectors: appearance only.
    ('\u{1BC9D}', '\u{1BC9E}'),
    // Variation selectors of ideographs: the same character, drawn as one country does.
    ('\u{E0100}', '\u{E01EF}'),
];

/// Whether folding drops this mark.
pub(super) fn is_dropped(c: char) -> bool {
    if c < DROPPED[0].0 {
        return false;
    }
    let following = DROPPED.partition_point(|&(first, _)| first <= c);
    DROPPED[following - 1].1 >= c
}

/// The letter without the stroke or missing dot that Unicode gives no decomposition for, though Unicode's own collation
/// counts the strokes as accents: "lodz" finds "Łódź". The dotless i is here because its capital is the I of everyone
/// else, so that "ısparta" finds "ISPARTA". Expects a case-folded character.
pub(super) fn without_stroke(c: char) -> char {
    match c {
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        'ħ' => 'h',
        'ŧ' => 't',
        'ı' => 'i',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::char::{is_combining_mark, is_public_assigned};

    use super::*;

    #[test]
    fn ranges_ascend_and_do_not_touch_each_other() {
        assert!(DROPPED.iter().all(|(first, last)| first <= last));
        assert!(DROPPED.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }

    #[test]
    fn nothing_but_marks_is_dropped() {
        let letters: Vec<char> = (char::MIN..=char::MAX)
            .filter(|&c| is_dropped(c) && is_public_assigned(c) && !is_combining_mark(c))
            .collect();
        assert!(letters.is_empty(), "{letters:x?}");
    }

    #[test]
    fn the_ends_of_a_range_belong_to_it_and_their_neighbours_do_not() {
        for (c, dropped) in [
            ('\u{02FF}', false),
            ('\u{0300}', true),
            ('\u{036F}', true),
            ('\u{0370}', false),
            ('\u{05BE}', false),
            ('\u{05BF}', true),
            ('\u{05C0}', false),
            ('\u{E0100}', true),
            ('\u{E01EF}', true),
            ('\u{E01F0}', false),
            (char::MAX, false),
        ] {
            assert_eq!(is_dropped(c), dropped, "{:x}", u32::from(c));
        }
    }

    #[test]
    fn marks_that_carry_meaning_stay() {
        // Thai tone and vowel, Devanagari virama, nukta and vowel, Bengali, Tamil, Thaana, Khmer, Myanmar, Tibetan, kana.
        for c in
            "\u{0E48}\u{0E34}\u{094D}\u{093C}\u{093F}\u{09BF}\u{0BCD}\u{07A6}\u{17D2}\u{1039}\u{0F74}\u{3099}\u{309A}"
                .chars()
        {
            assert!(!is_dropped(c), "{:x}", u32::from(c));
        }
    }
}
