//! The newest text of each message, whatever came first; and what is gone.

use std::sync::Arc;

use chat_shared::domain::AppId;
use chat_shared::search::{Document, Scope};

use super::bench::{APP, Bench, EVERYWHERE, changed, created, find, in_chat, index};

pub async fn a_newer_text_replaces_an_older_one_and_the_older_never_comes_back(bench: Bench) {
    let others: Vec<_> = (10..=600).map(|number| created(1, number, "other")).collect();
    // Message 5 is changed while it stands in the tail, message 300 in a block.
    index(&*bench.index, &[created(1, 5, "first")]).await;
    index(&*bench.index, &[changed(1, 5, 2, Some("third"))]).await;
    index(&*bench.index, &[changed(1, 5, 1, Some("second")), created(1, 5, "first")]).await;
    index(&*bench.index, &others).await;
    index(&*bench.index, &[changed(1, 300, 4, Some("third")), changed(1, 300, 3, Some("second"))]).await;
    index(&*bench.index, &[created(1, 300, "first"), changed(1, 5, 2, Some("third"))]).await;
    assert_eq!(find(&*bench.index, in_chat(1), "third").await, [(1, 5), (1, 300)]);
    for old in ["first", "second"] {
        assert!(find(&*bench.index, in_chat(1), old).await.is_empty(), "{old}");
    }
    assert_eq!(bench.index.status().await.expect("answers").documents, 592);
}

pub async fn a_change_that_comes_before_its_creation_stays(bench: Bench) {
    index(&*bench.index, &[changed(1, 1, 1, Some("new")), changed(1, 2, 2, None)]).await;
    index(&*bench.index, &[created(1, 1, "old"), created(1, 2, "old"), created(1, 3, "old")]).await;
    assert_eq!(find(&*bench.index, in_chat(1), "old").await, [(1, 3)]);
    assert_eq!(find(&*bench.index, in_chat(1), "new").await, [(1, 1)]);
}

pub async fn tombstones_are_found_by_nothing_and_are_no_documents(bench: Bench) {
    let documents: Vec<_> = (1..=300).map(|number| created(1, number, "text")).collect();
    index(&*bench.index, &documents).await;
    // In a block, in the tail, and of a message that was never seen.
    index(&*bench.index, &[7, 299, 1_000].map(|number| changed(1, number, 1, None))).await;
    let found = find(&*bench.index, in_chat(1), "t").await;
    assert_eq!(found.len(), 298);
    assert!(!found.contains(&(1, 7)) && !found.contains(&(1, 299)));
    assert_eq!(bench.index.status().await.expect("answers").documents, 298);
    index(&*bench.index, &documents).await;
    assert_eq!(find(&*bench.index, in_chat(1), "t").await, found);
}

pub async fn texts_that_grow_by_edits_stay_found(bench: Bench) {
    let documents: Vec<_> = (1..=256).map(|number| created(1, number, &format!("<{number}>"))).collect();
    index(&*bench.index, &documents).await;
    let large = "m".repeat(20_000);
    for batch in (1..=256).collect::<Vec<u32>>().chunks(40) {
        let text = |number| format!("<{number}>{large}");
        let documents: Vec<_> =
            batch.iter().map(|number| changed(1, *number, u64::from(*number), Some(&text(*number)))).collect();
        index(&*bench.index, &documents).await;
    }
    for number in [1, 2, 128, 255, 256] {
        assert_eq!(find(&*bench.index, in_chat(1), &format!("<{number}>m")).await, [(1, number)]);
    }
    assert_eq!(find(&*bench.index, in_chat(1), "mm").await.len(), 256);
    assert_eq!(bench.index.status().await.expect("answers").documents, 256);
}

pub async fn writing_the_same_again_changes_nothing(bench: Bench) {
    let documents: Vec<_> = (1..=700).map(|number| created(1, number, "text")).collect();
    for _ in 0..3 {
        index(&*bench.index, &documents).await;
        index(&*bench.index, &documents[600..]).await;
    }
    assert_eq!(find(&*bench.index, in_chat(1), "text").await.len(), 700);
    assert_eq!(bench.index.status().await.expect("answers").documents, 700);
}

pub async fn removing_a_scope_removes_all_of_it_and_nothing_else(bench: Bench) {
    let other = Scope { app: AppId(8), chat: None };
    for chat in 1..=3 {
        let documents: Vec<_> = (1..=300).map(|number| created(chat, number, "text")).collect();
        index(&*bench.index, &documents).await;
        index(&*bench.index, &[changed(chat, 300, 9, Some("text"))]).await;
        index(&*bench.index, &[Document { app: other.app, ..created(chat, 1, "text") }]).await;
    }
    bench.index.remove(in_chat(2)).await.expect("removed");
    assert!(find(&*bench.index, in_chat(2), "text").await.is_empty());
    assert_eq!(find(&*bench.index, EVERYWHERE, "text").await.len(), 600);
    bench.index.remove(EVERYWHERE).await.expect("removed");
    assert!(find(&*bench.index, EVERYWHERE, "text").await.is_empty());
    assert_eq!(find(&*bench.index, other, "text").await.len(), 3);
    assert_eq!(bench.index.status().await.expect("answers").documents, 3);
    // A number may be looked for again afterwards.
    index(&*bench.index, &[created(2, 1, "again")]).await;
    assert_eq!(find(&*bench.index, Scope { app: APP, chat: None }, "again").await, [(2, 1)]);
}

pub async fn reopening_keeps_everything(bench: Bench) {
    let documents: Vec<_> = (1..=400).map(|number| created(1, number, "text")).collect();
    index(&*bench.index, &documents).await;
    index(&*bench.index, &[changed(1, 9, 1, Some("edited")), changed(1, 399, 2, None)]).await;
    let before = bench.index.status().await.expect("answers");
    let bench = bench.reopen().await;
    assert_eq!(bench.index.status().await.expect("answers").documents, before.documents);
    // What was known of texts and of how far the chat is packed still holds.
    index(&*bench.index, &[created(1, 9, "text"), created(1, 399, "text")]).await;
    let more: Vec<_> = (401..=900).map(|number| created(1, number, "text")).collect();
    index(&*bench.index, &more).await;
    assert_eq!(find(&*bench.index, in_chat(1), "edited").await, [(1, 9)]);
    assert_eq!(find(&*bench.index, in_chat(1), "text").await.len(), 898);
}

pub async fn several_workers_at_once_lose_nothing(bench: Bench) {
    let workers = (0..4_u32).map(|worker| {
        let index = Arc::clone(&bench.index);
        tokio::spawn(async move {
            // Each has every fourth hundred of each of two chats.
            for hundred in (worker..20).step_by(4) {
                let numbers = hundred * 100 + 1..=hundred * 100 + 100;
                let documents: Vec<_> =
                    numbers.flat_map(|number| [created(1, number, "text"), created(2, number, "text")]).collect();
                super::bench::index(&*index, &documents).await;
            }
        })
    });
    for worker in workers.collect::<Vec<_>>() {
        worker.await.expect("ends");
    }
    assert_eq!(find(&*bench.index, EVERYWHERE, "text").await.len(), 4_000);
}
