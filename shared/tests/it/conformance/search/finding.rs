//! What is found: any text, anywhere in a message, as it stands.

use chat_shared::domain::AppId;
use chat_shared::search::fold::fold;
use chat_shared::search::{Document, Scope};

use super::bench::{Bench, EVERYWHERE, created, find, in_chat, index};

pub async fn text_is_found_inside_words_across_spaces_and_from_one_character_on(bench: Bench) {
    index(
        &*bench.index,
        &[created(1, 1, "the quick brown fox"), created(1, 2, "quickly, brownies"), created(1, 3, "x")],
    )
    .await;
    for (text, expected) in [
        ("uick", vec![(1, 1), (1, 2)]),
        ("k b", vec![(1, 1)]),
        ("the quick brown fox", vec![(1, 1)]),
        ("y, b", vec![(1, 2)]),
        ("x", vec![(1, 1), (1, 3)]),
        ("ow", vec![(1, 1), (1, 2)]),
        (" ", vec![(1, 1), (1, 2)]),
        ("the quick brown fox ", vec![]),
        ("quick fox", vec![]),
    ] {
        assert_eq!(find(&*bench.index, in_chat(1), text).await, expected, "{text:?}");
    }
}

pub async fn every_script_is_found_in_pieces_of_any_length(bench: Bench) {
    const TEXTS: [&str; 12] = [
        "Grüße aus Köln, naïve façade",
        "Καλημέρα κόσμε",
        "Съешь ещё этих мягких французских булок",
        "今日はいい天気ですね。明日も晴れるかな",
        "안녕하세요 세계",
        "สวัสดีชาวโลก",
        "नमस्ते दुनिया",
        "வணக்கம் உலகம்",
        "مرحبا بالعالم",
        "שלום עולם",
        "👩‍👩‍👧 fish & chips 🐟🇩🇪",
        "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𐍈 beyond the first plane",
    ];
    let folded: Vec<String> = TEXTS.iter().map(|text| fold(text)).collect();
    let documents: Vec<_> = (1..).zip(&folded).map(|(number, text)| created(1, number, text)).collect();
    index(&*bench.index, &documents).await;
    for text in &folded {
        let characters: Vec<char> = text.chars().collect();
        for length in [1, 2, 3, 5, 8, characters.len()] {
            for piece in characters.windows(length).step_by(3) {
                let piece: String = piece.iter().collect();
                let holding = (1..).zip(&folded).filter(|(_, text)| text.contains(&piece));
                let expected: Vec<_> = holding.map(|(number, _)| (1, number)).collect();
                assert_eq!(find(&*bench.index, in_chat(1), &piece).await, expected, "{piece:?}");
            }
        }
    }
}

pub async fn special_characters_are_literal(bench: Bench) {
    const TEXTS: [&str; 9] = [
        "100% sure_thing",
        "say \"and\" or 'not'",
        "c:\\temp\\*.?",
        "(a|b)[c]{2}^$+",
        "near/2 title:foo -bar; drop table messages;--",
        "tab\there\nnew line\r\u{1}\u{7f}",
        "a\u{200b}b\u{200d}c\u{feff}",
        "\u{301}e\u{301}",
        "and or not near",
    ];
    let documents: Vec<_> = (1..).zip(TEXTS).map(|(number, text)| created(1, number, text)).collect();
    index(&*bench.index, &documents).await;
    let pieces = TEXTS.iter().flat_map(|text| text.chars().map(String::from));
    let phrases =
        ["% s", "_t", "\"and\"", "'not'", "\\temp\\*.?", "(a|b)", "; drop", ";--", "\t", "\u{200b}b", "and", "*"];
    for piece in pieces.chain(phrases.map(String::from)) {
        let holding = (1..).zip(TEXTS).filter(|(_, text)| text.contains(&piece));
        let expected: Vec<_> = holding.map(|(number, _)| (1, number)).collect();
        assert_eq!(find(&*bench.index, EVERYWHERE, &piece).await, expected, "{piece:?}");
    }
}

pub async fn nothing_is_found_across_two_messages(bench: Bench) {
    let documents: Vec<_> = (1..=600).map(|number| created(1, number, "ab")).collect();
    index(&*bench.index, &documents).await;
    assert!(find(&*bench.index, in_chat(1), "ba").await.is_empty());
    assert_eq!(find(&*bench.index, in_chat(1), "ab").await.len(), 600);
}

pub async fn only_the_scope_is_searched(bench: Bench) {
    let foreign = Document { app: AppId(8), ..created(1, 9, "needle") };
    index(&*bench.index, &[created(1, 1, "needle"), created(2, 2, "needle"), foreign]).await;
    assert_eq!(find(&*bench.index, in_chat(2), "needle").await, [(2, 2)]);
    assert_eq!(find(&*bench.index, EVERYWHERE, "needle").await, [(1, 1), (2, 2)]);
    assert_eq!(find(&*bench.index, Scope { app: AppId(8), chat: None }, "needle").await, [(1, 9)]);
    assert!(find(&*bench.index, in_chat(3), "needle").await.is_empty());
    assert!(find(&*bench.index, Scope { app: AppId(9), chat: None }, "needle").await.is_empty());
}

pub async fn the_largest_contents_are_found_from_end_to_end(bench: Bench) {
    const LARGEST: usize = 64 * 1024;
    let content = |number: u32| format!("<{number}>{}<end {number}>", "m".repeat(LARGEST - 20));
    for batch in (1..=60).collect::<Vec<_>>().chunks(7) {
        let documents: Vec<_> = batch.iter().map(|number| created(1, *number, &content(*number))).collect();
        index(&*bench.index, &documents).await;
    }
    assert_eq!(find(&*bench.index, in_chat(1), "<17>").await, [(1, 17)]);
    assert_eq!(find(&*bench.index, in_chat(1), "m<end 60>").await, [(1, 60)]);
    assert_eq!(find(&*bench.index, in_chat(1), &content(33)).await, [(1, 33)]);
    assert_eq!(find(&*bench.index, in_chat(1), "mmmm").await.len(), 60);
}

pub async fn what_folds_to_nothing_is_found_by_nothing_and_is_no_document(bench: Bench) {
    index(&*bench.index, &[created(1, 1, ""), created(1, 2, "a")]).await;
    assert_eq!(find(&*bench.index, in_chat(1), "a").await, [(1, 2)]);
    assert_eq!(bench.index.status().await.expect("answers").documents, 1);
}
