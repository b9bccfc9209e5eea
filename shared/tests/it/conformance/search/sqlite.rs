//! What only an index in a file can be asked.

use std::ops::RangeInclusive;

use chat_shared::search::sqlite::SqliteSearch;
use chat_shared::search::{Document, IndexStatus};
use sqlx::{Connection as _, SqliteConnection};

use super::{Bench, created, find, in_chat, index, on_an_index};

async fn status(bench: &Bench) -> IndexStatus {
    bench.index.status().await.expect("answers")
}

/// Opens the file of a closed index.
async fn file(bench: &Bench) -> SqliteConnection {
    let url = format!("sqlite://{}", bench.dir.path().join("search.db").display());
    SqliteConnection::connect(&url).await.expect("opens")
}

/// Executes a statement on the closed file.
async fn tamper(bench: &Bench, statement: &'static str) {
    let mut db = file(bench).await;
    sqlx::raw_sql(statement).execute(&mut db).await.expect("executed");
    db.close().await.expect("closed");
}

#[tokio::test]
async fn losing_the_file_makes_a_fresh_index() {
    on_an_index(|bench| async move {
        index(&*bench.index, &[created(1, 1, "text")]).await;
        bench.index.mark_filled().await.expect("marked");
        bench.index.close().await;
        for file in std::fs::read_dir(bench.dir.path()).expect("listed") {
            std::fs::remove_file(file.expect("listed").path()).expect("removed");
        }
        let bench = bench.reopen().await;
        assert!(status(&bench).await.needs_filling);
        assert!(find(&*bench.index, in_chat(1), "text").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn texts_of_another_fold_make_it_fresh_and_drop_what_was_being_built_of_them() {
    on_an_index(|bench| async move {
        index(&*bench.index, &[created(1, 1, "text")]).await;
        bench.index.mark_filled().await.expect("marked");
        let building = bench.index.begin_generation().await.expect("begun");
        bench.index.close().await;
        tamper(&bench, "UPDATE meta SET value = value + 1 WHERE key = 'fold'").await;
        let bench = bench.reopen().await;
        let seen = status(&bench).await;
        assert_eq!((seen.needs_filling, seen.building), (true, None));
        assert_eq!(find(&*bench.index, in_chat(1), "text").await, [(1, 1)], "what is there goes on answering");
        let anew = bench.index.begin_generation().await.expect("begun");
        assert_ne!(anew, building);
        bench.index.swap(anew).await.expect("swapped");
        let bench = bench.reopen().await;
        assert!(!status(&bench).await.needs_filling);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_does_not_say_its_fold_is_fresh() {
    on_an_index(|bench| async move {
        bench.index.mark_filled().await.expect("marked");
        bench.index.close().await;
        tamper(&bench, "DELETE FROM meta WHERE key = 'fold'").await;
        let bench = bench.reopen().await;
        assert!(status(&bench).await.needs_filling);
    })
    .await;
}

#[tokio::test]
async fn the_file_has_large_pages() {
    on_an_index(|bench| async move {
        bench.index.close().await;
        let header = std::fs::read(bench.dir.path().join("search.db")).expect("read");
        // Where SQLite keeps the page size: <https://www.sqlite.org/fileformat2.html#the_database_header>.
        assert_eq!(u16::from_be_bytes([header[16], header[17]]), 16_384);
    })
    .await;
}

#[tokio::test]
async fn a_schema_newer_than_the_binary_is_refused() {
    on_an_index(|bench| async move {
        bench.index.close().await;
        tamper(
            &bench,
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
             VALUES (9999, 'later', 1, x'00', 0)",
        )
        .await;
        let refused = SqliteSearch::open(&bench.dir.path().join("search.db")).await.map(drop).expect_err("refused");
        assert!(refused.to_string().contains("newer than this binary"), "{refused}");
    })
    .await;
}

#[tokio::test]
async fn a_full_tail_of_late_messages_is_packed_too() {
    on_an_index(|bench| async move {
        let run =
            |numbers: RangeInclusive<u32>| numbers.map(|number| created(1, number, "text")).collect::<Vec<Document>>();
        index(&*bench.index, &run(5_001..=6_000)).await;
        for batch in run(1..=5_000).chunks(90) {
            index(&*bench.index, batch).await;
        }
        bench.index.close().await;
        let counts = sqlx::query_as("SELECT (SELECT count(*) FROM blocks_1), (SELECT count(*) FROM tail_1)");
        let (blocks, tail): (i64, i64) = counts.fetch_one(&mut file(&bench).await).await.expect("counted");
        assert!(blocks <= 6_000 / 256 + 3, "{blocks} blocks");
        assert!(tail < 512, "{tail} messages in the tail");
    })
    .await;
}
