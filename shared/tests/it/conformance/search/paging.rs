//! In which order, and that going on from `resume` sees every match exactly once.

use chat_shared::search::{Document, Query, Scope};

use super::bench::{Bench, EVERYWHERE, Pages, Place, all_pages, created, find, in_chat, index};

/// Everything both ways, whatever the limit.
async fn assert_pages(bench: &Bench, scope: Scope, text: &str, expected: &[Place]) {
    for limit in [1, 7, 256, 1_000] {
        // A page a match is slow where there are many.
        if expected.len() / limit as usize <= 400 {
            assert_pages_of(limit, bench, scope, text, expected).await;
        }
    }
}

async fn assert_pages_of(limit: u32, bench: &Bench, scope: Scope, text: &str, expected: &[Place]) {
    let pages = Pages { scope, descending: false, limit };
    assert_eq!(all_pages(&*bench.index, pages, text).await, expected, "{text:?}, {limit} a page");
    let backward: Vec<Place> = expected.iter().rev().copied().collect();
    let pages = Pages { descending: true, ..pages };
    assert_eq!(all_pages(&*bench.index, pages, text).await, backward, "{text:?}, {limit} a page, backward");
}

fn numbered(chat: u32, numbers: impl IntoIterator<Item = u32>) -> Vec<Document> {
    let text = |number: u32| if number.is_multiple_of(37) { "every rare one" } else { "every one" };
    numbers.into_iter().map(|number| created(chat, number, text(number))).collect()
}

pub async fn a_chat_is_paged_in_the_order_of_numbers(bench: Bench) {
    for batch in numbered(1, 1..=3_000).chunks(700) {
        index(&*bench.index, batch).await;
    }
    let all: Vec<Place> = (1..=3_000).map(|number| (1, number)).collect();
    let rare: Vec<Place> = all.iter().copied().filter(|(_, number)| number.is_multiple_of(37)).collect();
    assert_pages(&bench, in_chat(1), "every", &all).await;
    assert_pages(&bench, in_chat(1), "rare", &rare).await;
    assert_pages(&bench, in_chat(1), "absent", &[]).await;
}

pub async fn an_application_is_paged_in_the_order_of_chat_and_number(bench: Bench) {
    // Chats come in no order, some with blocks, some without, some with nothing to find.
    let mut all = Vec::new();
    for chat in [40, 7, 12, u32::MAX, 3, 1_000_000, 25] {
        let documents = numbered(chat, 1..=chat % 9 * 70);
        all.extend(documents.iter().map(|document| (chat, document.number)));
        index(&*bench.index, &documents).await;
    }
    all.sort_unstable();
    let rare: Vec<Place> = all.iter().copied().filter(|(_, number)| number.is_multiple_of(37)).collect();
    assert_pages(&bench, EVERYWHERE, "every", &all).await;
    assert_pages(&bench, EVERYWHERE, "rare", &rare).await;
    assert_pages(&bench, EVERYWHERE, "absent", &[]).await;
}

pub async fn an_application_of_hundreds_of_chats_is_searched_to_its_end(bench: Bench) {
    let text = |chat: u32| if chat.is_multiple_of(97) { "rare" } else { "usual" };
    let documents: Vec<_> = (1..=650).map(|chat| created(chat, 1, text(chat))).collect();
    index(&*bench.index, &documents).await;
    let rare: Vec<Place> = (1..=650_u32).filter(|chat| chat.is_multiple_of(97)).map(|chat| (chat, 1)).collect();
    assert_pages(&bench, EVERYWHERE, "rare", &rare).await;
    assert_pages(&bench, EVERYWHERE, "absent", &[]).await;
    assert_eq!(find(&*bench.index, EVERYWHERE, "u").await.len(), 650 - rare.len());
}

pub async fn more_than_one_call_looks_through_is_searched_to_its_end(bench: Bench) {
    // 40 MB in two chats of large contents, of which three hold what is looked for.
    let large = "m".repeat(60_000);
    let places = [(1, 1), (1, 300), (2, 300)];
    for chat in [1, 2] {
        for batch in (1..=340).collect::<Vec<u32>>().chunks(100) {
            let rare = |number| if places.contains(&(chat, number)) { "needle" } else { "" };
            let text = |number| format!("{large}{}", rare(number));
            let documents: Vec<_> = batch.iter().map(|number| created(chat, *number, &text(*number))).collect();
            index(&*bench.index, &documents).await;
        }
    }
    assert_pages_of(2, &bench, EVERYWHERE, "needle", &places).await;
    assert_pages_of(2, &bench, in_chat(1), "needle", &places[..2]).await;
}

pub async fn holes_in_numbers_and_the_greatest_numbers_are_no_obstacle(bench: Bench) {
    let runs = [1..=10, 200..=700, 90_000..=90_300, 5_000_000..=5_000_003, u32::MAX - 511..=u32::MAX];
    let numbers: Vec<u32> = runs.into_iter().flatten().filter(|number| number % 7 != 0).collect();
    for batch in numbered(1, numbers.iter().copied()).chunks(300) {
        index(&*bench.index, batch).await;
    }
    let all: Vec<Place> = numbers.iter().map(|number| (1, *number)).collect();
    assert_pages(&bench, in_chat(1), "every", &all).await;
    // Late ones, into each of the holes.
    let late: Vec<u32> = numbers.iter().map(|number| number / 7 * 7).filter(|number| *number > 0).collect();
    index(&*bench.index, &numbered(1, late.iter().copied())).await;
    let mut all: Vec<Place> = all.into_iter().chain(late.into_iter().map(|number| (1, number))).collect();
    all.sort_unstable();
    all.dedup();
    assert_pages(&bench, in_chat(1), "every", &all).await;
    assert_eq!(bench.index.status().await.expect("answers").documents, all.len() as u64);
}

pub async fn a_chat_that_comes_backward_in_small_batches_is_paged_as_any_other(bench: Bench) {
    let mut documents = numbered(1, 1..=2_000);
    documents.reverse();
    for batch in documents.chunks(90) {
        index(&*bench.index, batch).await;
    }
    let all: Vec<Place> = (1..=2_000).map(|number| (1, number)).collect();
    assert_pages(&bench, in_chat(1), "every", &all).await;
}

pub async fn only_what_stands_after_a_place_is_found(bench: Bench) {
    for chat in [1, 2, 3] {
        index(&*bench.index, &numbered(chat, 1..=300)).await;
    }
    let found = |scope, after, descending| {
        let bench = &bench;
        async move {
            let query = Query { scope, text: "every", after: Some(after), descending, limit: 2 };
            bench.index.find(&query).await.expect("found").places
        }
    };
    assert_eq!(found(in_chat(2), (2, 298), false).await, [(2, 299), (2, 300)]);
    assert_eq!(found(in_chat(2), (2, 300), false).await, []);
    assert_eq!(found(in_chat(2), (2, u32::MAX), false).await, []);
    assert_eq!(found(in_chat(2), (2, 3), true).await, [(2, 2), (2, 1)]);
    assert_eq!(found(in_chat(2), (2, 1), true).await, []);
    assert_eq!(found(in_chat(2), (2, 0), true).await, []);
    assert_eq!(found(EVERYWHERE, (1, 300), false).await, [(2, 1), (2, 2)]);
    assert_eq!(found(EVERYWHERE, (3, 1), true).await, [(2, 300), (2, 299)]);
    // Places of other chats than the one that is searched.
    assert_eq!(found(in_chat(2), (1, 77), false).await, [(2, 1), (2, 2)]);
    assert_eq!(found(in_chat(2), (3, 77), false).await, []);
    assert_eq!(found(in_chat(2), (1, 77), true).await, []);
}
