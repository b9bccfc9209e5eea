//! Moving an application to servers and back by its backup, as `chatctl backup` and `chatctl restore` do: everything that
//! can be seen of it stays.

use bytes::Bytes;
use chat_shared::api::client::{Client, Paging, WriteOptions};
use chat_shared::api::types::{
    BackupApplication, BackupLine, BeginRestore, CreateMessage, FinishRestore, RestoreLines,
};
use serde_json::{Value, json};

use crate::support::afterwards::{settled, verified};
use crate::support::home::Home;
use crate::support::process::{Process, until};

const MESSAGES: u32 = 150;

#[tokio::test(flavor = "multi_thread")]
async fn an_application_moves_to_servers_and_back_and_nothing_of_it_changes() {
    let Some(home) = Home::create().await else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let first = Process::start(&folder.path().join("first"), &[]).await;
    let token = furnished(&first.client).await;
    let before = everything(&first.client, &token).await;

    let servers = Process::start(&folder.path().join("servers"), &home.settings()).await;
    moved(&first.client, &token, &servers.client).await;
    assert_eq!(everything(&servers.client, &token).await, before);

    let last = Process::start(&folder.path().join("last"), &[]).await;
    moved(&servers.client, &token, &last.client).await;
    assert_eq!(everything(&last.client, &token).await, before);

    for client in [&servers.client, &last.client] {
        assert_eq!(post(client, &token, 1, "next").await, MESSAGES + 1);
        assert_eq!(post(client, &token, 2, "first").await, 1);
        let chat = client.create_chat(&token, None, &WriteOptions::default()).await.expect("created");
        assert_eq!(chat.body.chat_number, 4, "the number of a deleted chat is not given again");
        assert_eq!(client.chat(&token, 3).await.expect_err("it is deleted").status(), Some(410));
        settled(client).await.expect("settles");
        searchable(client).await;
        let found = client.search_chat(&token, 1, "edited", &Paging::default()).await.expect("answers");
        assert_eq!(found.body.len(), 1);
        verified(client, None).await.expect("everything agrees");
    }
    for process in [first, servers, last] {
        process.terminate().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_restored_after_a_loss_goes_on_where_it_ended_and_begins_at_one_where_it_had_no_number() {
    let Some(home) = Home::create().await else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let from = Process::start(&folder.path().join("from"), &[]).await;
    let token = furnished(&from.client).await;
    let bare = from.client.create_application("bare").await.expect("created").body.token;
    let to = Process::start(&folder.path().join("to"), &home.settings()).await;
    let client = &to.client;
    let witness = client.create_application("witness").await.expect("created").body.token;
    client.create_chat(&witness, None, &WriteOptions::default()).await.expect("created");
    settled(client).await.expect("settles");
    home.lose_the_queue().await;
    assert!(post(client, &witness, 1, "above what may have been given").await > 1, "it counts as a loss");

    for token in [&token, &bare] {
        moved(&from.client, token, client).await;
    }
    assert_eq!(post(client, &token, 1, "next").await, MESSAGES + 1);
    assert_eq!(post(client, &token, 2, "first").await, 1);
    for (token, next) in [(&token, 4), (&bare, 1)] {
        let chat = client.create_chat(token, None, &WriteOptions::default()).await.expect("created");
        assert_eq!(chat.body.chat_number, next);
    }
    settled(client).await.expect("settles");
    searchable(client).await;
    verified(client, None).await.expect("everything agrees");
    for process in [from, to] {
        process.terminate().await;
    }
}

async fn searchable(client: &Client) {
    until("what was restored is searchable", || async {
        client.search_status().await.expect("answers").backlog.ranges == 0
    })
    .await;
}

async fn furnished(client: &Client) -> String {
    let how = WriteOptions { wait: Some(std::time::Duration::from_secs(10)), ..WriteOptions::default() };
    let token = client.create_application("moving").await.expect("created").body.token;
    for title in [Some("one"), None, Some("doomed")] {
        client.create_chat(&token, title, &how).await.expect("created");
    }
    for number in 1..=MESSAGES {
        assert_eq!(post(client, &token, 1, &format!("message {number}")).await, number);
    }
    client.update_message(&token, 1, 7, "edited", &how).await.expect("edited");
    client.delete_message(&token, 1, 9, &how).await.expect("deleted");
    post(client, &token, 3, "goes with its chat").await;
    client.delete_chat(&token, 3, &how).await.expect("deleted");
    settled(client).await.expect("settles");
    token
}

async fn post(client: &Client, token: &str, chat: u32, content: &str) -> u32 {
    let sent_at = "2004-11-15T12:18:00Z".parse().ok();
    let message = CreateMessage { content: content.into(), sender: Some("ann".into()), sent_at };
    let answer = client.create_message(token, chat, &message, &WriteOptions::default()).await;
    answer.expect("posted").body.message_number
}

/// All that can be seen of the application's rows.
async fn everything(client: &Client, token: &str) -> Value {
    let application = client.application(token).await.expect("there");
    let mut chats = Vec::new();
    for chat in client.chats(token, &Paging::default()).await.expect("listed").body.chats {
        let number = chat.chat_number;
        let detail = client.chat(token, number).await.expect("there").chat;
        let messages = client.messages(token, number, &Paging::default().limit(200)).await.expect("listed").body;
        chats.push(json!([detail, messages]));
    }
    json!([application, chats])
}

/// Backs up and restores, every batch twice: what comes again changes nothing.
async fn moved(from: &Client, token: &str, to: &Client) {
    let mut stream = from.backup(token).await.expect("begins");
    let (mut application, mut rest): (Option<BackupApplication>, Vec<BackupLine>) = (None, Vec::new());
    while let Some(line) = stream.next_raw().await.expect("goes on") {
        match serde_json::from_slice(&line).expect("a line") {
            BackupLine::Application(head) => application = Some(head),
            BackupLine::End { chats, messages, dead_letters } => {
                assert_eq!(chats + messages + dead_letters, rest.len() as u64);
            }
            line => rest.push(line),
        }
    }
    let application = application.expect("an application");
    let begin = BeginRestore { source: "0".repeat(64), application: application.clone(), name: None };
    let restore = to.begin_restore(&begin).await.expect("begins").restore;
    for lines in rest.chunks(100) {
        let body = serde_json::to_vec(&RestoreLines { lines: lines.to_vec() }).expect("JSON");
        for _ in 0..2 {
            to.restore_lines(&restore, Bytes::from(body.clone())).await.expect("restored");
        }
        assert_eq!(to.application(token).await.expect_err("it is not finished").status(), Some(404));
    }
    assert_eq!(to.begin_restore(&begin).await.expect("is taken up").restore, restore);
    let finish = FinishRestore { application, name: None };
    assert_eq!(to.finish_restore(&restore, &finish).await.expect("ends").token, token);
    assert_eq!(to.begin_restore(&begin).await.expect_err("it exists").status(), Some(412));
}
