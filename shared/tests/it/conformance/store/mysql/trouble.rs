//! A server that is not there, refuses, keeps one waiting or cuts connections: one clear fault each, and no secret in it.

use std::sync::Arc;
use std::time::Duration;

use chat_shared::clock::SystemClock;
use chat_shared::fault::{Fault, Kind};
use chat_shared::store::mysql::MysqlStore;
use sqlx::Executor as _;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpListener;
use tokio::time::timeout;

use super::super::bench::Bench;
use super::database::Database;

async fn refusal(url: &str) -> Fault {
    let opening = MysqlStore::open(url, 2, Arc::new(SystemClock));
    let fault = timeout(Duration::from_secs(20), opening).await.expect("in time").err().expect("refused");
    assert!(!fault.chain().contains("hunter2"), "{}", fault.chain());
    fault
}

async fn says(url: &str, hint: &str) {
    let fault = refusal(url).await;
    assert_eq!(fault.kind, Kind::Unavailable, "{}", fault.chain());
    assert!(fault.chain().contains(hint), "{}", fault.chain());
}

#[tokio::test]
async fn where_nobody_answers_it_is_said_who_was_asked() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    let url = format!("mysql://chat:hunter2@{address}/chat");
    says(&url, "is the server running").await;
    says(&url, &format!("mysql://chat:***@{address}/chat")).await;
    says("mysql://chat:hunter2@no-such-host.invalid/chat", "are host and port right").await;
}

#[tokio::test]
async fn who_speaks_something_else_or_nothing_is_no_server() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("mysql://chat:hunter2@{}/chat", listener.local_addr().expect("an address"));
    let something = tokio::spawn(async move {
        let (mut connection, _) = listener.accept().await.expect("a connection");
        connection
            .write_all(b"-ERR unknown command and nothing more that anybody would understand\r\n")
            .await
            .expect("said");
        let (silent, _) = listener.accept().await.expect("a connection");
        tokio::time::sleep(Duration::from_secs(30)).await;
        drop(silent);
    });
    let fault = refusal(&url).await;
    assert_eq!(fault.kind, Kind::Unavailable, "{}", fault.chain());
    says(&url, "no answer within 5 s").await;
    something.abort();
}

#[tokio::test]
async fn a_wrong_password_a_missing_right_and_a_missing_database_are_told_apart() {
    let Some(database) = Database::create().await else { return };
    let mut url = database.url_for_user("SELECT").await;
    url.set_password(Some("hunter22")).expect("a password");
    says(url.as_str(), "refuses the user or its password").await;
    url.set_password(Some("hunter2")).expect("a password");
    url.set_path("mysql");
    says(url.as_str(), "GRANT ALL ON mysql.*").await;
    let mut absent = database.url();
    absent.set_path("chatd_test_no_such_database");
    says(absent.as_str(), "CREATE DATABASE chatd_test_no_such_database").await;
}

#[tokio::test]
async fn tls_that_the_server_does_not_offer_is_not_done_without() {
    let Some(database) = Database::create().await else { return };
    let mut db = database.connect().await;
    let offered: Option<(String, String)> =
        sqlx::query_as("SHOW VARIABLES LIKE 'have_ssl'").fetch_optional(&mut db).await.expect("told");
    let mut url = database.url();
    url.set_query(Some("ssl-mode=REQUIRED"));
    if offered.is_some_and(|(_, offered)| offered == "DISABLED") {
        says(url.as_str(), "TLS could not be agreed on").await;
    } else {
        MysqlStore::migrate(url.as_str()).await.expect("over TLS");
    }
}

#[tokio::test]
async fn a_lock_that_somebody_keeps_is_waited_for_and_then_a_passing_fault() {
    let Some(database) = Database::create().await else { return };
    let database = Arc::new(database);
    let bench = Bench::new(Box::new(Arc::clone(&database))).await;
    let app = bench.chat().await;
    let mut db = database.connect().await;
    db.execute("BEGIN; SELECT id FROM chats FOR UPDATE").await.expect("held");
    let message = bench.create_message(app, 1, 1, "waits");
    let waited = bench.store.persist(std::slice::from_ref(&message)).await.expect_err("held by another");
    assert_eq!(waited.kind, Kind::Unavailable, "{}", waited.chain());
    // Who reads does not wait, and nothing is left of what was begun.
    assert_eq!(bench.message(app, 1, 1).await, None);
    db.execute("ROLLBACK").await.expect("let go");
    assert_eq!(bench.persist(&[message]).await.messages, 1);
    bench.counts_are_exact().await;
}

#[tokio::test]
async fn the_victim_of_a_deadlock_begins_again() {
    let Some(database) = Database::create().await else { return };
    let database = Arc::new(database);
    let bench = Bench::new(Box::new(Arc::clone(&database))).await;
    let app = bench.messages(20).await;
    bench.persist(&[bench.create_chat(app, 2, None)]).await;
    let mut db = database.connect().await;
    // More rows changed than the batch has: the batch is the one that is undone.
    db.execute(
        "BEGIN; UPDATE messages SET updated_at = updated_at + 1; SELECT id FROM chats WHERE chat_number = 2 FOR UPDATE",
    )
    .await
    .expect("held");
    let batch = vec![bench.create_message(app, 1, 21, "text"), bench.create_message(app, 2, 1, "text")];
    let store = Arc::clone(&bench.store);
    let mut waiting = tokio::spawn(async move { store.persist(&batch).await });
    assert!(
        timeout(Duration::from_millis(300), &mut waiting).await.is_err(),
        "the second chat's lock was not waited for"
    );
    db.execute("UPDATE chats SET updated_at = updated_at + 1 WHERE chat_number = 1; COMMIT")
        .await
        .expect("not the victim");
    let persisted = waiting.await.expect("no panic").map_err(|fault| fault.chain()).expect("begun again");
    assert_eq!(persisted.messages, 2);
    bench.counts_are_exact().await;
}

#[tokio::test]
async fn connections_that_were_cut_are_made_again() {
    let Some(database) = Database::create().await else { return };
    let database = Arc::new(database);
    let bench = Bench::new(Box::new(Arc::clone(&database))).await;
    let app = bench.messages(2).await;
    let mut db = database.connect().await;
    let others: Vec<u64> = sqlx::query_scalar(
        "SELECT CAST(id AS UNSIGNED) FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()",
    )
    .fetch_all(&mut db)
    .await
    .expect("listed");
    assert!(!others.is_empty());
    for other in &others {
        sqlx::query("KILL ?").bind(other).execute(&mut db).await.expect("cut");
    }
    let message = bench.create_message(app, 1, 3, "text");
    // Each connection that was cut costs one call at the most.
    let mut refused = 0;
    while let Err(fault) = bench.store.persist(std::slice::from_ref(&message)).await {
        assert_eq!(fault.kind, Kind::Unavailable, "{}", fault.chain());
        refused += 1;
        assert!(refused <= others.len(), "{}", fault.chain());
    }
    // Those that were not asked yet.
    for _ in 0..=others.len() {
        if let Err(fault) = bench.store.totals().await {
            refused += 1;
            assert!(refused <= others.len(), "{}", fault.chain());
        }
    }
    bench.counts_are_exact().await;
}
