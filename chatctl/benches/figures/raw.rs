//! The floor of storing: the same rows through sqlx into bare SQLite files, and nothing else.

use std::path::Path;
use std::time::{Duration, Instant};

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection as _, QueryBuilder, Sqlite};

/// Entries of one commit: as many as there are clients that wait for it.
const GROUP: usize = 64;

/// Rows of one transaction of messages, and of one statement.
const BATCH: usize = 1_000;
const ROWS: usize = 100;

/// Entries a second that group commits append and batches of 1,000 rows store, one after the other on one thread: every
/// message is written twice, as chatd does.
pub fn group_commits(folder: &Path, contents: &[String], within: Duration) -> f64 {
    block_on(async {
        let mut log = open(&folder.join("raw-log.db"), LOG).await;
        let mut chat = open(&folder.join("raw-chat.db"), MESSAGES).await;
        let (begun, mut done) = (Instant::now(), 0);
        let mut texts = contents.iter().map(|content| cut(content)).cycle();
        while begun.elapsed() < within {
            let batch: Vec<&str> = texts.by_ref().take(BATCH).collect();
            for (at, group) in (0..).zip(batch.chunks(GROUP)) {
                append(&mut log, done + at * GROUP, group).await;
            }
            store(&mut chat, done, &batch).await;
            done += BATCH;
        }
        done as f64 / begun.elapsed().as_secs_f64()
    })
}

/// Seconds that it takes to store these contents, 1,000 rows a transaction.
pub fn rows(folder: &Path, contents: &[String]) -> f64 {
    block_on(async {
        let mut chat = open(&folder.join("raw-rows.db"), MESSAGES).await;
        let begun = Instant::now();
        for (at, batch) in (0..).zip(contents.chunks(BATCH)) {
            let batch: Vec<&str> = batch.iter().map(String::as_str).collect();
            store(&mut chat, at * BATCH, &batch).await;
        }
        begun.elapsed().as_secs_f64()
    })
}

const LOG: &str = "CREATE TABLE log (id INTEGER PRIMARY KEY, partition INTEGER, number INTEGER, payload BLOB) STRICT";

const MESSAGES: &str = "CREATE TABLE messages (id INTEGER PRIMARY KEY, chat_id INTEGER, message_number INTEGER,
    message_content TEXT, sender TEXT, created_at INTEGER, version INTEGER) STRICT;
    CREATE UNIQUE INDEX one ON messages (chat_id, message_number);
    CREATE INDEX other ON messages (message_number)";

async fn open(path: &Path, schema: &'static str) -> SqliteConnection {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let mut db = SqliteConnection::connect_with(&options).await.expect("opens");
    sqlx::raw_sql(schema).execute(&mut db).await.expect("makes its tables");
    db
}

async fn append(db: &mut SqliteConnection, from: usize, contents: &[&str]) {
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *db).await.expect("begins");
    let mut insert = QueryBuilder::<Sqlite>::new("INSERT INTO log (id, partition, number, payload) ");
    insert.push_values((from..).zip(contents), |mut row, (id, content)| {
        row.push_bind(column(id)).push_bind(7).push_bind(column(id)).push_bind(content.as_bytes());
    });
    insert.build().execute(&mut *db).await.expect("appends");
    sqlx::query("COMMIT").execute(&mut *db).await.expect("commits");
}

async fn store(db: &mut SqliteConnection, from: usize, contents: &[&str]) {
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *db).await.expect("begins");
    for (at, rows) in (0..).zip(contents.chunks(ROWS)) {
        let mut insert = QueryBuilder::<Sqlite>::new(
            "INSERT INTO messages (chat_id, message_number, message_content, sender, created_at, version) ",
        );
        insert.push_values((from + at * ROWS..).zip(rows), |mut row, (number, content)| {
            row.push_bind(column(number) % 20).push_bind(column(number)).push_bind(*content);
            row.push_bind("somebody").push_bind(1).push_bind(column(number));
        });
        insert.push(" ON CONFLICT (chat_id, message_number) DO UPDATE SET message_content = excluded.message_content");
        insert.build().execute(&mut *db).await.expect("stores");
    }
    sqlx::query("COMMIT").execute(&mut *db).await.expect("commits");
}

fn column(number: usize) -> i64 {
    i64::try_from(number).expect("small")
}

/// The first hundred bytes, as accepting is measured with.
fn cut(content: &str) -> &str {
    content.get(..content.floor_char_boundary(100)).unwrap_or(content)
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(work)
}
