//! Every story on `chat.db`, and what only a file can do: be of another schema, be read by others, be spoilt.

use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use chat_shared::clock::{Clock, ManualClock, SystemClock};
use chat_shared::fault::Kind;
use chat_shared::store::sqlite::SqliteStore;
use chat_shared::store::{Ingest as _, Messages as _, Numbers as _, Store, Window};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _};

use super::bench::{Bench, Home};

#[async_trait]
impl Home for tempfile::TempDir {
    async fn open(&self, clock: Arc<ManualClock>) -> Arc<dyn Store> {
        Arc::new(SqliteStore::open(&self.path().join("chat.db"), clock).await.expect("opens"))
    }
}

async fn a_bench() -> Option<Bench> {
    Some(Bench::new(Box::new(tempfile::tempdir().expect("a folder"))).await)
}

every_story!(a_bench);

fn a_clock() -> Arc<dyn Clock> {
    Arc::new(SystemClock)
}

/// Does to a file what no chatd does.
async fn meddle(path: &Path, sql: &str) {
    let mut db = SqliteConnectOptions::new().filename(path).connect().await.expect("opens");
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut db).await.expect("done");
    db.close().await.expect("closes");
}

async fn refusal(path: &Path) -> String {
    let fault = SqliteStore::open(path, a_clock()).await.err().expect("refused");
    assert_eq!(fault.kind, Kind::Corrupt);
    fault.chain()
}

#[tokio::test]
async fn a_schema_that_is_newer_than_the_binary_is_refused() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("chat.db");
    SqliteStore::migrate(&path).await.expect("migrated");
    let newer = "INSERT INTO _sqlx_migrations SELECT 9999, 'later', installed_on, success, checksum, execution_time
        FROM _sqlx_migrations LIMIT 1";
    meddle(&path, newer).await;
    let said = refusal(&path).await;
    assert!(said.contains("9999") && said.contains("newer than this binary"), "{said}");
    let read_only = SqliteStore::open_read_only(&path, a_clock()).await.err().expect("refused");
    assert!(read_only.kind == Kind::Corrupt && read_only.chain().contains("newer"), "{}", read_only.chain());
}

#[tokio::test]
async fn another_number_of_partitions_is_refused() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("chat.db");
    SqliteStore::migrate(&path).await.expect("migrated");
    meddle(&path, "UPDATE installation SET partitions = 32").await;
    let said = refusal(&path).await;
    assert!(said.contains("born with 32"), "{said}");
}

#[tokio::test]
async fn what_is_no_database_or_lacks_a_table_is_corrupt() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("chat.db");
    std::fs::write(&path, "x".repeat(8_192)).expect("written");
    refusal(&path).await;
    let path = dir.path().join("other.db");
    SqliteStore::migrate(&path).await.expect("migrated");
    let store = SqliteStore::open(&path, a_clock()).await.expect("opens");
    meddle(&path, "DROP TABLE gaps").await;
    let sequence = chat_shared::domain::Sequence::Chats(chat_shared::domain::AppId(1));
    assert_eq!(store.gaps(sequence).await.expect_err("no table").kind, Kind::Corrupt);
}

#[tokio::test]
async fn two_installations_are_not_the_same() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut identities = Vec::new();
    for name in ["a.db", "b.db"] {
        let store = SqliteStore::open(&dir.path().join(name), a_clock()).await.expect("opens");
        identities.push(store.recorded().await.expect("recorded").installation);
    }
    assert_ne!(identities[0], identities[1]);
}

#[tokio::test]
async fn another_process_may_read_what_is_being_written() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("chat.db");
    SqliteStore::open_read_only(&path, a_clock()).await.err().expect("there is nothing to read");
    let bench = Bench::new(Box::new(dir)).await;
    let app = bench.messages(3).await;
    let reading = SqliteStore::open_read_only(&path, a_clock()).await.expect("opens");
    let read = async || reading.messages(app, 1, Window::default()).await.expect("read").len();
    assert_eq!(read().await, 3);
    bench.persist(&[bench.create_message(app, 1, 4, "more")]).await;
    assert_eq!(read().await, 4);
    let refused = reading.persist(&[bench.create_message(app, 1, 5, "no")]).await.expect_err("read only");
    assert_eq!(refused.kind, Kind::Unavailable);
    reading.close().await;
    bench.store.close().await;
    // Nobody writes now: the file alone is whole.
    let reading = SqliteStore::open_read_only(&path, a_clock()).await.expect("opens");
    assert_eq!(reading.messages(app, 1, Window::default()).await.expect("read").len(), 4);
}

#[tokio::test]
async fn a_file_that_another_writer_holds_is_unavailable_not_broken() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("chat.db");
    let bench = Bench::new(Box::new(dir)).await;
    let app = bench.chat().await;
    let mut db = SqliteConnectOptions::new().filename(&path).connect().await.expect("opens");
    sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut db).await.expect("held");
    let message = bench.create_message(app, 1, 1, "waits");
    let waited = bench.store.persist(std::slice::from_ref(&message)).await.expect_err("held by another");
    assert_eq!(waited.kind, Kind::Unavailable, "{}", waited.chain());
    sqlx::raw_sql("ROLLBACK").execute(&mut db).await.expect("let go");
    assert_eq!(bench.persist(&[message]).await.messages, 1);
}
