//! Files of the data folder that are not what they should be: refused at the start with what to do about it, or lived
//! with until somebody does.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chat_shared::api::client::{Client, ClientError, WriteOptions};
use chat_shared::api::codes::Code;
use chat_shared::api::types::CreateMessage;
use chat_shared::api::types::admin::{DeadLettersQuery, PendingQuery, StartOperation, VerifyParams, VerifyReport};
use chat_shared::clock::Timestamp;
use chat_shared::domain::{AppId, MessageState};
use chat_shared::queue::{Entry, Group, Job};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _};
use tempfile::TempDir;

use crate::support::afterwards::settled;
use crate::support::binary::{output, text};
use crate::support::process::{Process, until};

/// The three files, each with what is advised where it cannot be used.
const FILES: [(&str, &str); 3] = [
    ("chat.db", "start the version of chatd that used it last, or restore a backup"),
    ("queue.db", "moved away it is begun anew"),
    ("search.db", "move its file away: it is built anew from the store"),
];

/// A data folder with all schemas.
fn folder() -> (TempDir, PathBuf) {
    let outer = tempfile::tempdir().expect("a folder");
    let data = outer.path().join("data");
    assert_eq!(output(&data, &["migrate"]).status.code(), Some(0));
    (outer, data)
}

/// Does to a file what no chatd does.
async fn meddle(path: &Path, sql: &str) {
    let mut db = SqliteConnectOptions::new().filename(path).connect().await.expect("opens");
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut db).await.expect("done");
    db.close().await.expect("closes");
}

/// What chatd says when it refuses to start, by serving and by migrating alike.
#[track_caller]
fn refused(data: &Path) -> String {
    let [served, migrated] = [&["--listen", "127.0.0.1:0"][..], &["migrate"]].map(|args| output(data, args));
    let [served_said, migrated_said] = [&served, &migrated].map(|said| text(&said.stderr));
    assert_eq!((served.status.code(), migrated.status.code()), (Some(1), Some(1)), "{served_said}{migrated_said}");
    let said = served_said.lines().last().expect("a line").to_owned();
    let line: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    let reason = line["error"].as_str().expect("a reason").to_owned();
    assert!(migrated_said.ends_with(&format!("chatd: {reason}\n")), "{reason}\n{migrated_said}");
    reason
}

#[test]
fn a_file_that_is_no_database_is_refused_by_name_with_a_way_out() {
    for (file, advice) in FILES {
        let (_outer, data) = folder();
        std::fs::write(data.join(file), "not a database, however one looks at it. ".repeat(300)).expect("written");
        let said = refused(&data);
        assert!(said.contains(file) && said.contains("is not a database") && said.contains(advice), "{said}");
        assert_eq!(said.matches("is not a database").count(), 1, "once is enough: {said}");
    }
}

#[test]
fn a_folder_in_the_place_of_a_file_is_refused_as_what_cannot_be_opened() {
    for (file, _) in FILES {
        let (_outer, data) = folder();
        let path = data.join(file);
        std::fs::remove_file(&path).and_then(|()| std::fs::create_dir(&path)).expect("replaced");
        let said = refused(&data);
        assert!(said.contains(&path.display().to_string()) && said.contains("cannot be opened; look at"), "{said}");
    }
}

#[tokio::test]
async fn a_schema_newer_than_the_binary_is_refused_for_each_file() {
    for (file, advice) in FILES {
        let (_outer, data) = folder();
        let later = "INSERT INTO _sqlx_migrations SELECT 9999, 'later', installed_on, success, checksum, execution_time
            FROM _sqlx_migrations LIMIT 1";
        meddle(&data.join(file), later).await;
        let said = refused(&data);
        assert!(said.contains("version 9999, which is newer than this binary") && said.contains(advice), "{said}");
    }
}

#[tokio::test]
async fn a_migration_that_is_not_this_binarys_or_was_interrupted_is_refused() {
    for (damage, says) in [("checksum = x'00'", "has been modified"), ("success = 0", "partially applied")] {
        let (_outer, data) = folder();
        meddle(&data.join("chat.db"), &format!("UPDATE _sqlx_migrations SET {damage} WHERE version = 1")).await;
        let said = refused(&data);
        assert!(said.contains("chat.db") && said.contains(says), "{said}");
    }
}

#[tokio::test]
async fn a_missing_table_column_or_index_is_refused_by_its_name() {
    for (file, damage, says) in [
        ("chat.db", "DROP TABLE messages", "the table messages is missing"),
        ("chat.db", "ALTER TABLE messages RENAME COLUMN sender TO sendr", "the column messages.sender is missing"),
        ("queue.db", "DROP TABLE log", "the table log is missing"),
        ("queue.db", "DROP INDEX idx_once_key", "the index idx_once_key is missing"),
        ("search.db", "DROP TABLE chats", "the table chats is missing"),
    ] {
        let (_outer, data) = folder();
        meddle(&data.join(file), damage).await;
        let said = refused(&data);
        assert!(said.contains(file) && said.contains(says), "{damage}: {said}");
    }
    let (_outer, data) = folder();
    meddle(&data.join("search.db"), "DROP TABLE tail_1").await;
    let said = refused(&data);
    assert!(said.contains("the table tail_1 is missing") && said.contains(FILES[2].1), "{said}");
}

#[tokio::test]
async fn what_others_have_added_to_a_schema_is_let_be() {
    let (_outer, data) = folder();
    let added = "ALTER TABLE messages ADD COLUMN theirs TEXT; CREATE TABLE theirs (a); CREATE INDEX i ON theirs (a)";
    meddle(&data.join("chat.db"), added).await;
    assert_eq!(output(&data, &["migrate"]).status.code(), Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_foreign_entries_on_the_log_rubbish_is_parked_and_a_newer_encoding_waits() {
    let (_outer, data) = folder();
    let entries = "INSERT INTO log (id, partition, number, payload) VALUES
        (4611686018427387904, 5, 1, x'ff00'), (4611686018427387905, 5, 2, CAST('{\"v\":99}' AS BLOB))";
    meddle(&data.join("queue.db"), entries).await;
    let process = Process::start(&data, &[]).await;
    let client = &process.client;
    until("the rubbish is parked", || async { !dead(client).await.is_empty() }).await;
    assert_eq!(dead(client).await, [("undecodable".to_owned(), 1)]);
    // What is parked is acknowledged a moment later.
    until("the newer one alone waits", || async {
        let held = client.pending(Group::Persist, &PendingQuery::default()).await.expect("answers").items;
        held.iter().map(|entry| entry.partition).eq([5])
    })
    .await;
    let metrics = client.metrics().await.expect("answers");
    assert!(metrics.lines().any(|line| line.starts_with("chatd_entries_newer{") && !line.ends_with(" 0")), "{metrics}");
    // Neither stands in the way of what follows in other partitions.
    let token = client.create_application("after").await.expect("created").body.token;
    let wait = WriteOptions { wait: Some(Duration::from_secs(20)), ..WriteOptions::default() };
    let chat = client.create_chat(&token, Some("after"), &wait).await.expect("accepted");
    assert_eq!(chat.status, 201, "it is persisted, and said to be");
    let number = post(client, &token, "hello").await.expect("accepted");
    until("the message is persisted", || async {
        client.message(&token, 1, number).await.is_ok_and(|message| message.body.state == MessageState::Persisted)
    })
    .await;
    process.terminate().await;

    // In the place of a chatd that can read it, the entry becomes one that this one can.
    let job = Job::CreateMessage { content: "of nobody".into(), sender: None, sent_at: None };
    let at = Timestamp::from_millis(0);
    let entry = Entry { app: AppId(99), chat: Some(1), number: 2, job, at, request_id: "newer".into(), once: None };
    let payload = entry.encode().iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    meddle(&data.join("queue.db"), &format!("UPDATE log SET payload = x'{payload}' WHERE id = 4611686018427387905"))
        .await;
    let process = Process::start(&data, &[]).await;
    settled(&process.client).await.expect("nothing waits any more, and the index has come as far");
    process.terminate().await;
}

async fn dead(client: &Client) -> Vec<(String, u32)> {
    let letters = client.dead_letters(&DeadLettersQuery::default()).await.expect("lists").items;
    letters.into_iter().map(|letter| (letter.kind, letter.number)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_full_disk_writes_are_refused_for_a_while_and_nothing_that_was_answered_is_lost() {
    let outer = tempfile::tempdir().expect("a folder");
    let data = outer.path().join("data");
    let process = Process::start_without_room(&data, &[], 1_200).await;
    let client = &process.client;
    let token = client.create_application("full").await.expect("created").body.token;
    client.create_chat(&token, None, &WriteOptions::default()).await.expect("accepted");
    let content = "x".repeat(60_000);
    let mut answered = 0;
    let refused = loop {
        match post(client, &token, &content).await {
            Ok(number) => answered = number,
            Err(error) => break error,
        }
        assert!(answered < 100, "the disk is never full");
    };
    assert_eq!(refused.code(), Some(Code::QueueUnavailable), "{refused:?}");
    assert!(refused.retryable() && refused.retry_after().is_some(), "{refused:?}");
    assert!(answered > 0 && client.application(&token).await.is_ok(), "what is read is still answered");
    drop(process);

    let process = Process::start(&data, &[]).await;
    let client = &process.client;
    let next = post(client, &token, &content).await.expect("there is room again");
    assert_eq!(next, answered + 1, "what was refused has spent no number");
    let id = client.start_operation(&StartOperation::verify(&VerifyParams::default())).await.expect("starts").id;
    until("it is verified", || async { client.operation(id).await.expect("is there").state.is_final() }).await;
    let report: VerifyReport =
        serde_json::from_value(client.operation(id).await.expect("is there").result).expect("a report");
    assert!(report.ok && report.checked.messages >= u64::from(answered), "{report:?}");
}

async fn post(client: &Client, token: &str, content: &str) -> Result<u32, ClientError> {
    let message = CreateMessage { content: content.into(), sender: None, sent_at: None };
    Ok(client.create_message(token, 1, &message, &WriteOptions::default()).await?.body.message_number)
}
