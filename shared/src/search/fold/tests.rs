//! Folding as people meet it, script by script, and the properties that the index depends on.

use std::fmt::Write as _;

use proptest::prelude::*;
use unicode_normalization::char::is_combining_mark;

use super::*;

fn finds(text: &str, query: &str) -> bool {
    contains(text, &fold(query))
}

#[test]
fn case_is_ignored_in_full() {
    for (text, query) in [
        ("Hello World", "hELLO wORLD"),
        ("STRASSE", "straße"),
        ("ΟΔΥΣΣΕΥΣ", "οδυσσευς"),
        ("ПРИВЕТ", "привет"),
        ("ISPARTA İzmir", "ısparta izmir"),
        ("ՀԱՅԱՍՏԱՆ", "հայաստան"),
        ("ᎣᏏᏲ", "ꭳꮟᏺ"),
    ] {
        assert!(finds(text, query), "{text} {query}");
        assert!(finds(query, text), "{query} {text}");
    }
}

#[test]
fn diacritics_are_ignored_however_they_are_encoded() {
    for (text, query) in [
        ("Crème brûlée", "creme brulee"),
        ("Cre\u{300}me", "crème"),
        ("Tiếng Việt", "tieng viet"),
        ("Łódź, Đà Nẵng, Ħal Għargħur, Tromsø", "lodz, da nang, hal ghargħur, tromso"),
        ("всё ещё", "все еще"),
        ("שָׁלוֹם", "שלום"),
        ("مُحَمَّد أحمد آب", "محمد احمد اب"),
        ("καλημέρα", "ΚΑΛΗΜΕΡΑ"),
        ("❤\u{FE0F} 1\u{FE0F}\u{20E3}", "❤ 1"),
    ] {
        assert_eq!(fold(text), fold(query));
        assert!(finds(text, query), "{text} {query}");
    }
}

#[test]
fn marks_that_carry_meaning_tell_words_apart() {
    for (text, other) in [("ไม่", "ไม้"), ("कि", "की"), ("தமிழ்", "தமிழா"), ("がく", "かく"), ("ពី", "ពិ")]
    {
        assert!(!finds(text, other), "{text} {other}");
        assert!(finds(text, text));
    }
}

#[test]
fn forms_of_the_same_character_are_one() {
    for (text, query) in [
        ("ＨＥＬＬＯ　ｗｏｒｌｄ", "hello world"),
        ("ｶﾞｷﾞｸﾞ", "ガギグ"),
        ("ﬁnal oﬀer ①②", "final offer 12"),
        ("𝓗𝓮𝓵𝓵𝓸 ℌ𝔦", "hello hi"),
        ("ﻣﺤﻤﺪ", "محمد"),
        ("a\u{A0}b", "a b"),
        ("㈎ ㉮", "(가) 가"),
        ("กำ", "ก\u{0E4D}า"),
    ] {
        assert_eq!(fold(text), fold(query), "{text} {query}");
    }
}

#[test]
fn hangul_stays_composed() {
    assert_eq!(fold("한국어"), "한국어");
    assert!(!finds("한국어", "하"));
    assert!(finds("ㅋㅋㅋ", "ㅋ"));
}

#[test]
fn what_folds_to_nothing_is_seen() {
    for nothing in ["", "\u{301}", "\u{FE0F}\u{20E3}", "\u{5B0}\u{64B}"] {
        assert!(fold(nothing).is_empty());
    }
    for something in [" ", "%", "\u{200D}", "\u{3099}", "\0"] {
        assert!(!fold(something).is_empty());
    }
}

#[test]
fn emoji_of_several_characters_are_found_whole_and_in_part() {
    let family = "👩\u{200D}👧\u{200D}👦 👍🏽 🇩🇪";
    for part in ["👩\u{200D}👧", "👦", "👍", "👍🏽", "🇩🇪"] {
        assert!(finds(family, part), "{part}");
    }
}

/// Every character there is, one by one. (The planes left out hold ideographs and private use alone.)
mod each_character {
    use super::*;

    fn all() -> impl Iterator<Item = (char, String)> {
        (char::MIN..='\u{2FFFF}').chain('\u{E0000}'..='\u{E0FFF}').map(|c| (c, fold(c.encode_utf8(&mut [0; 4]))))
    }

    #[test]
    fn folds_to_what_folds_to_itself() {
        let unstable: Vec<_> = all().filter(|(_, folded)| fold(folded) != *folded).collect();
        assert!(unstable.is_empty(), "{unstable:?}");
    }

    #[test]
    fn folds_like_its_capitals_and_small_letters() {
        // Scripts with two cases, complete in the tables of every crate. The iota below a Greek vowel is an accent here
        // and a letter of its own in capitals, so those differ.
        let cased = |c: char| {
            matches!(c, '\0'..='\u{58F}' | '\u{10A0}'..='\u{10FF}' | '\u{13A0}'..='\u{13FF}' | '\u{1C80}'..='\u{1F7F}'
                | '\u{2100}'..='\u{218F}' | '\u{24B6}'..='\u{24E9}' | '\u{2C00}'..='\u{2DFF}' | '\u{A640}'..='\u{A69F}'
                | '\u{AB70}'..='\u{ABBF}' | '\u{FB00}'..='\u{FB17}' | '\u{FF00}'..='\u{FF5E}' | '\u{10400}'..='\u{1044F}'
                | '\u{1E900}'..='\u{1E943}')
                && c != '\u{345}'
        };
        let unequal: Vec<_> = all()
            .filter(|(c, _)| cased(*c))
            .filter(|(c, folded)| {
                fold(&c.to_uppercase().to_string()) != *folded || fold(&c.to_lowercase().to_string()) != *folded
            })
            .collect();
        assert!(unequal.is_empty(), "{unequal:?}");
    }

    #[test]
    fn folds_to_nothing_only_if_it_is_a_mark() {
        let lost: Vec<_> =
            all().filter(|(c, folded)| folded.is_empty() && !marks::is_dropped(*c) && !is_combining_mark(*c)).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }

    #[test]
    fn folds_as_it_did_when_the_version_was_raised() {
        let mut lines = String::new();
        for (c, folded) in all().filter(|(c, folded)| !folded.chars().eq([*c])) {
            writeln!(lines, "{:x} {folded}", u32::from(c)).unwrap();
        }
        let sum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(lines.as_bytes());
        assert_eq!(
            (VERSION, sum),
            (1, 0xC2CF_4A40),
            "folding changed (newer Unicode tables?): raise VERSION, then this sum"
        );
    }
}

/// Text of many scripts, with what is odd about each of them.
fn odd_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "hello",
        "World ",
        "ß",
        "ẞ",
        "ﬃ",
        "İ",
        "ı",
        "e\u{301}",
        "ΐ",
        "ᾳ",
        "ς",
        "Σ",
        "ё",
        "й",
        "שׁ",
        "ﷺ",
        "لا",
        "أ",
        "ّ",
        "हिन्दी",
        "क्ष",
        "తె",
        "தமிழ்",
        "ไม่",
        "กำ",
        "ម្",
        "မြ",
        "བོད",
        "日本",
        "が",
        "か\u{3099}",
        "ｶﾞ",
        "ー",
        "한",
        "ᄒ",
        "ᅡ",
        "㈎",
        "ㅋ",
        "😀",
        "👩\u{200D}👧",
        "❤\u{FE0F}",
        "1\u{20E3}",
        "🇩🇪",
        "\u{301}",
        "\u{327}",
        "\u{200B}",
        "\u{AD}",
        "\0",
        "%",
        "\"",
        "\u{FFFD}",
        "½",
        "…",
    ]);
    let piece =
        prop_oneof![4 => pieces.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from), 1 => "[ -~]{0,4}"];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// A text and a part of it.
fn text_and_part() -> impl Strategy<Value = (String, String)> {
    (odd_text(), any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(|(text, from, count)| {
        let length = text.chars().count();
        let from = from.index(length + 1);
        let part = text.chars().skip(from).take(count.index(length - from + 1)).collect();
        (text, part)
    })
}

proptest! {
    #[test]
    fn folding_a_whole_is_folding_its_parts(a in odd_text(), b in odd_text()) {
        prop_assert_eq!(fold(&format!("{a}{b}")), fold(&a) + &fold(&b));
    }

    #[test]
    fn folding_twice_is_folding_once(text in odd_text()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn every_part_of_a_text_is_found_in_it((text, part) in text_and_part()) {
        let query = fold(&part);
        prop_assert_eq!(contains(&text, &query), !query.is_empty());
    }

    #[test]
    fn what_is_contained_is_highlighted_and_nothing_else(text in odd_text(), (_, part) in text_and_part()) {
        let query = fold(&part);
        let contained = !query.is_empty() && fold(&text).contains(&query);
        prop_assert_eq!(contains(&text, &query), contained);
        prop_assert_eq!(!highlights(&text, &query).is_empty(), contained);
    }

    #[test]
    fn highlights_are_in_order_and_each_covers_the_query_and_its_marks((text, part) in text_and_part()) {
        let (query, characters) = (fold(&part), text.chars().collect::<Vec<_>>());
        let mut reached = 0;
        for range in highlights(&text, &query) {
            prop_assert!(reached <= range.start && range.start < range.end && range.end <= characters.len());
            let covered: String = characters[range.clone()].iter().collect();
            prop_assert!(fold(&covered).contains(&query));
            prop_assert!(characters.get(range.end).is_none_or(|c| !fold(&c.to_string()).is_empty()));
            reached = range.end;
        }
    }

    #[test]
    fn text_of_ascii_folds_the_same_as_part_of_other_text(text in "[ -~]{0,40}", other in odd_text()) {
        let both = format!("{text}é{other}");
        prop_assert!(fold(&both).starts_with(&(fold(&text) + "e")));
        let query = fold(&text);
        prop_assert_eq!(contains(&text, &query), contains(&both, &query));
    }
}
