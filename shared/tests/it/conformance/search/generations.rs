//! Building an index anew beside the one that answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use chat_shared::fault::Kind;
use chat_shared::search::Document;

use super::bench::{Bench, EVERYWHERE, changed, created, find, in_chat, index};

fn run(chat: u32, numbers: std::ops::RangeInclusive<u32>, text: &str) -> Vec<Document> {
    numbers.map(|number| created(chat, number, text)).collect()
}

pub async fn beginning_twice_is_beginning_once(bench: Bench) {
    let live = bench.index.status().await.expect("answers").generation;
    let building = bench.index.begin_generation().await.expect("begun");
    assert_ne!(building, live);
    assert_eq!(bench.index.begin_generation().await.expect("begun"), building);
    let status = bench.index.status().await.expect("answers");
    assert_eq!((status.generation, status.building), (live, Some(building)));
    let bench = bench.reopen().await;
    assert_eq!(bench.index.begin_generation().await.expect("begun"), building);
}

pub async fn what_is_being_built_does_not_answer_before_the_swap(bench: Bench) {
    index(&*bench.index, &run(1, 1..=10, "old")).await;
    let building = bench.index.begin_generation().await.expect("begun");
    bench.index.fill(building, &run(1, 1..=500, "new")).await.expect("filled");
    assert!(find(&*bench.index, in_chat(1), "new").await.is_empty());
    assert_eq!(find(&*bench.index, in_chat(1), "old").await.len(), 10);
    bench.index.swap(building).await.expect("swapped");
    assert_eq!(find(&*bench.index, in_chat(1), "new").await.len(), 500);
    assert!(find(&*bench.index, in_chat(1), "old").await.is_empty());
    let status = bench.index.status().await.expect("answers");
    assert_eq!((status.generation, status.building, status.documents), (building, None, 500));
}

pub async fn what_is_written_meanwhile_is_in_both_generations(bench: Bench) {
    index(&*bench.index, &run(1, 1..=400, "before")).await;
    let building = bench.index.begin_generation().await.expect("begun");
    // So many that the generation has blocks of the newest messages before it is filled with the oldest.
    index(&*bench.index, &run(1, 401..=1_000, "meanwhile")).await;
    assert_eq!(find(&*bench.index, in_chat(1), "meanwhile").await.len(), 600);
    for batch in run(1, 1..=400, "before").chunks(150) {
        bench.index.fill(building, batch).await.expect("filled");
    }
    bench.index.fill(building, &run(1, 401..=1_000, "meanwhile")).await.expect("filled");
    bench.index.swap(building).await.expect("swapped");
    assert_eq!(find(&*bench.index, in_chat(1), "meanwhile").await.len(), 600);
    assert_eq!(find(&*bench.index, in_chat(1), "before").await.len(), 400);
    assert_eq!(bench.index.status().await.expect("answers").documents, 1_000);
}

pub async fn filling_never_overwrites_what_was_written_newer_meanwhile(bench: Bench) {
    index(&*bench.index, &run(1, 1..=600, "old")).await;
    let building = bench.index.begin_generation().await.expect("begun");
    bench.index.fill(building, &run(1, 1..=300, "old")).await.expect("filled");
    let changes = [5, 299, 400, 599].map(|number| changed(1, number, u64::from(number), Some("new")));
    index(&*bench.index, &changes).await;
    index(&*bench.index, &[changed(1, 500, 1, None)]).await;
    // Read from the store before the changes, written after them.
    bench.index.fill(building, &run(1, 1..=600, "old")).await.expect("filled");
    bench.index.swap(building).await.expect("swapped");
    assert_eq!(find(&*bench.index, in_chat(1), "new").await, [(1, 5), (1, 299), (1, 400), (1, 599)]);
    assert_eq!(find(&*bench.index, in_chat(1), "old").await.len(), 595);
}

pub async fn removing_reaches_the_generation_being_built(bench: Bench) {
    index(&*bench.index, &run(1, 1..=300, "text")).await;
    let building = bench.index.begin_generation().await.expect("begun");
    bench.index.fill(building, &run(1, 1..=300, "text")).await.expect("filled");
    bench.index.fill(building, &run(2, 1..=300, "text")).await.expect("filled");
    bench.index.remove(in_chat(1)).await.expect("removed");
    bench.index.swap(building).await.expect("swapped");
    assert_eq!(find(&*bench.index, EVERYWHERE, "text").await.len(), 300);
    assert!(find(&*bench.index, in_chat(1), "text").await.is_empty());
}

pub async fn abandoning_leaves_what_answers_alone(bench: Bench) {
    index(&*bench.index, &run(1, 1..=10, "old")).await;
    let building = bench.index.begin_generation().await.expect("begun");
    bench.index.fill(building, &run(1, 1..=500, "new")).await.expect("filled");
    bench.index.abandon(building).await.expect("abandoned");
    assert_eq!(bench.index.status().await.expect("answers").building, None);
    index(&*bench.index, &run(1, 11..=20, "old")).await;
    assert_eq!(find(&*bench.index, in_chat(1), "old").await.len(), 20);
    assert!(find(&*bench.index, in_chat(1), "new").await.is_empty());
}

pub async fn whoever_still_works_on_an_abandoned_generation_is_refused(bench: Bench) {
    let abandoned = bench.index.begin_generation().await.expect("begun");
    bench.index.abandon(abandoned).await.expect("abandoned");
    let next = bench.index.begin_generation().await.expect("begun");
    assert_ne!(next, abandoned);
    let live = bench.index.status().await.expect("answers").generation;
    for generation in [abandoned, live, 77] {
        let filled = bench.index.fill(generation, &run(1, 1..=3, "text")).await;
        assert_eq!(filled.expect_err("refused").kind, Kind::Refused);
        assert_eq!(bench.index.swap(generation).await.expect_err("refused").kind, Kind::Refused);
        assert_eq!(bench.index.abandon(generation).await.expect_err("refused").kind, Kind::Refused);
    }
    assert_eq!(bench.index.status().await.expect("answers").building, Some(next));
}

pub async fn a_new_index_is_fresh_until_it_was_filled(bench: Bench) {
    index(&*bench.index, &run(1, 1..=3, "text")).await;
    assert!(bench.index.status().await.expect("answers").needs_filling);
    let building = bench.index.begin_generation().await.expect("begun");
    assert!(bench.index.status().await.expect("answers").needs_filling);
    bench.index.swap(building).await.expect("swapped");
    assert!(!bench.index.status().await.expect("answers").needs_filling);
    let bench = bench.reopen().await;
    assert!(!bench.index.status().await.expect("answers").needs_filling);
}

pub async fn an_index_that_holds_everything_from_the_start_is_said_to_be_filled(bench: Bench) {
    bench.index.mark_filled().await.expect("marked");
    assert!(!bench.index.status().await.expect("answers").needs_filling);
    let bench = bench.reopen().await;
    assert!(!bench.index.status().await.expect("answers").needs_filling);
    bench.index.ping().await.expect("answers");
}

pub async fn no_search_misses_anything_while_generations_change(bench: Bench) {
    const MESSAGES: u32 = 700;
    index(&*bench.index, &run(1, 1..=MESSAGES, "text")).await;
    let (done, searches) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let searching = (0..3).map(|_| {
        let (index, done, searches) = (Arc::clone(&bench.index), Arc::clone(&done), Arc::clone(&searches));
        tokio::spawn(async move {
            while !done.load(Ordering::Relaxed) {
                assert_eq!(find(&*index, in_chat(1), "ex").await.len(), MESSAGES as usize);
                searches.fetch_add(1, Ordering::Relaxed);
            }
        })
    });
    let searching: Vec<_> = searching.collect();
    for _ in 0..10 {
        let building = bench.index.begin_generation().await.expect("begun");
        for batch in run(1, 1..=MESSAGES, "text").chunks(200) {
            bench.index.fill(building, batch).await.expect("filled");
        }
        bench.index.swap(building).await.expect("swapped");
    }
    done.store(true, Ordering::Relaxed);
    for task in searching {
        task.await.expect("never missed one");
    }
    assert!(searches.load(Ordering::Relaxed) > 0);
}

pub async fn what_answered_before_is_kept_and_written_to_until_it_is_pruned(bench: Bench) {
    index(&*bench.index, &run(1, 1..=10, "old")).await;
    assert_eq!(bench.index.rollback().await.expect_err("none is kept").kind, Kind::Refused);
    assert_eq!(bench.index.prune().await.expect_err("none is kept").kind, Kind::Refused);
    bench.index.mark_filled().await.expect("marked");
    let first = bench.index.status().await.expect("answers").generation;
    let second = bench.index.begin_generation().await.expect("begun");
    bench.index.fill(second, &run(1, 1..=10, "new")).await.expect("filled");
    bench.index.swap(second).await.expect("swapped");
    let stand = async |bench: &Bench| {
        let status = bench.index.status().await.expect("answers");
        (status.generation, status.previous, status.building)
    };
    assert_eq!(stand(&bench).await, (second, Some(first), None));
    index(&*bench.index, &run(1, 11..=20, "later")).await;
    let bench = bench.reopen().await;
    assert_eq!(bench.index.rollback().await.expect("goes back"), first);
    assert_eq!(stand(&bench).await, (first, Some(second), None));
    assert_eq!(find(&*bench.index, in_chat(1), "old").await.len(), 10);
    assert_eq!(find(&*bench.index, in_chat(1), "later").await.len(), 10, "nothing that was written since is lost");
    assert_eq!(bench.index.rollback().await.expect("and forth"), second);
    assert_eq!(find(&*bench.index, in_chat(1), "new").await.len(), 10);
    assert_eq!(bench.index.prune().await.expect("pruned"), first);
    assert_eq!(stand(&bench).await, (second, None, None));
    index(&*bench.index, &run(1, 21..=30, "later")).await;
    assert_eq!(find(&*bench.index, in_chat(1), "later").await.len(), 20);
}

pub async fn what_is_kept_makes_room_for_the_next_one(bench: Bench) {
    bench.index.mark_filled().await.expect("marked");
    for _ in 0..2 {
        let next = bench.index.begin_generation().await.expect("begun");
        assert_eq!(bench.index.status().await.expect("answers").previous, None);
        bench.index.swap(next).await.expect("swapped");
        assert!(bench.index.status().await.expect("answers").previous.is_some());
    }
}
