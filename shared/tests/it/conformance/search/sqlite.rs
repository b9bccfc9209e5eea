//! Every story on `search.db`, and what only an index in a file can be asked.

use std::ops::RangeInclusive;
use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use chat_shared::search::sqlite::SqliteSearch;
use chat_shared::search::{Document, IndexStatus, Search};
use sqlx::{Connection as _, SqliteConnection};

use super::bench::{Bench, Home, created, find, in_chat, index, told};

#[async_trait]
impl Home for tempfile::TempDir {
    async fn open(&self) -> Arc<dyn Search> {
        Arc::new(SqliteSearch::open(&self.path().join("search.db")).await.expect("opens"))
    }

    /// The folder goes with whoever holds it last.
    async fn remove(&self) {}
}

/// A fresh folder.
pub async fn a_folder() -> Option<Arc<dyn Home>> {
    Some(Arc::new(tempfile::tempdir().expect("a folder")))
}

every_story!(a_folder, 16);

/// Tells a story on a fresh index in a folder.
async fn on_an_index(story: impl AsyncFnOnce(Bench, &Path)) {
    let folder = Arc::new(tempfile::tempdir().expect("a folder"));
    let path = folder.path().to_owned();
    told(Some(folder), |bench| async move { story(bench, &path).await }).await;
}

async fn status(bench: &Bench) -> IndexStatus {
    bench.index.status().await.expect("answers")
}

/// Opens the file of a closed index.
async fn file(folder: &Path) -> SqliteConnection {
    let url = format!("sqlite://{}", folder.join("search.db").display());
    SqliteConnection::connect(&url).await.expect("opens")
}

/// Executes a statement on the closed file.
async fn tamper(folder: &Path, statement: &'static str) {
    let mut db = file(folder).await;
    sqlx::raw_sql(statement).execute(&mut db).await.expect("executed");
    db.close().await.expect("closed");
}

#[tokio::test]
async fn losing_the_file_makes_a_fresh_index() {
    on_an_index(async |bench, folder| {
        index(&*bench.index, &[created(1, 1, "text")]).await;
        bench.index.mark_filled().await.expect("marked");
        bench.index.close().await;
        for file in std::fs::read_dir(folder).expect("listed") {
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
    on_an_index(async |bench, folder| {
        index(&*bench.index, &[created(1, 1, "text")]).await;
        bench.index.mark_filled().await.expect("marked");
        let building = bench.index.begin_generation().await.expect("begun");
        bench.index.close().await;
        tamper(folder, "UPDATE meta SET value = value + 1 WHERE key = 'fold'").await;
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
    on_an_index(async |bench, folder| {
        bench.index.mark_filled().await.expect("marked");
        bench.index.close().await;
        tamper(folder, "DELETE FROM meta WHERE key = 'fold'").await;
        let bench = bench.reopen().await;
        assert!(status(&bench).await.needs_filling);
    })
    .await;
}

#[tokio::test]
async fn the_file_has_large_pages() {
    on_an_index(async |bench, folder| {
        bench.index.close().await;
        let header = std::fs::read(folder.join("search.db")).expect("read");
        // Where SQLite keeps the page size: <https://www.sqlite.org/fileformat2.html#the_database_header>.
        assert_eq!(u16::from_be_bytes([header[16], header[17]]), 16_384);
    })
    .await;
}

#[tokio::test]
async fn a_schema_newer_than_the_binary_is_refused() {
    on_an_index(async |bench, folder| {
        bench.index.close().await;
        tamper(
            folder,
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
             VALUES (9999, 'later', 1, x'00', 0)",
        )
        .await;
        let refused = SqliteSearch::open(&folder.join("search.db")).await.map(drop).expect_err("refused");
        assert!(refused.to_string().contains("newer than this binary"), "{refused}");
    })
    .await;
}

#[tokio::test]
async fn a_full_tail_of_late_messages_is_packed_too() {
    on_an_index(async |bench, folder| {
        let run =
            |numbers: RangeInclusive<u32>| numbers.map(|number| created(1, number, "text")).collect::<Vec<Document>>();
        index(&*bench.index, &run(5_001..=6_000)).await;
        for batch in run(1..=5_000).chunks(90) {
            index(&*bench.index, batch).await;
        }
        bench.index.close().await;
        let counts = sqlx::query_as("SELECT (SELECT count(*) FROM blocks_1), (SELECT count(*) FROM tail_1)");
        let (blocks, tail): (i64, i64) = counts.fetch_one(&mut file(folder).await).await.expect("counted");
        assert!(blocks <= 6_000 / 256 + 3, "{blocks} blocks");
        assert!(tail < 512, "{tail} messages in the tail");
    })
    .await;
}
