//! `…/chats/{chat_number}/messages` and one message of them.

use chat_shared::api::client::{Paging, WriteOptions};
use chat_shared::api::codes::Code;
use chat_shared::api::types::CreateMessage;
use chat_shared::domain::MessageState;
use http::{Method, StatusCode};
use serde_json::json;

use crate::support::server::{Recipe, with_server};

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_created_shown_changed_and_listed() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let messages = format!("/applications/{token}/chats/1/messages");
        let body = r#"{"content":"Where is it?","sender":"me","sent_at":"2020-02-03T04:05:06+01:00"}"#;
        let created = server.send_json(Method::POST, &messages, body).await;
        assert_eq!(created.status, StatusCode::CREATED);
        assert_eq!(created.header("location"), Some(&*format!("{messages}/1")));
        let said = created.json();
        assert_eq!((&said["message_number"], &said["state"]), (&json!(1), &json!("accepted")));
        assert!(said["jobId"].is_string() && said["message"].is_string());
        server.settled().await;

        let shown = server.get(&format!("{messages}/1")).await;
        let etag = shown.header("etag").expect("a version").to_owned();
        assert_eq!(etag.trim_matches('"'), said["jobId"].as_str().expect("an id"));
        let mut expected = shown.json();
        let times = (expected["created_at"].take(), expected["updated_at"].take());
        assert!(times.0.as_str().is_some_and(|at| at.ends_with('Z') && at.len() == 24), "{times:?}");
        assert_eq!(
            expected,
            json!({
                "message_number": 1, "message_content": "Where is it?", "sender": "me",
                "sent_at": "2020-02-03T03:05:06.000Z", "state": "persisted", "created_at": null, "updated_at": null,
            })
        );
        assert_eq!(server.get(&messages).await.json()[0]["message_content"], json!("Where is it?"));

        let put = server.send_json(Method::PUT, &format!("{messages}/1"), r#"{"message_content":"Found it"}"#).await;
        assert_eq!(put.status, StatusCode::ACCEPTED);
        server.settled().await;
        let changed = server.client.message(&token, 1, 1).await.expect("is there");
        assert_eq!(changed.body.message_content.as_deref(), Some("Found it"));
        assert_ne!(changed.version.map(|version| format!("\"{version}\"")), Some(etag));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_accepted_message_is_shown_before_it_is_persisted() {
    Recipe::new()
        .without_workers()
        .run(async |server| {
            let token = server.tenant_with_chat().await;
            server.post(&token, &["early"]).await;
            let shown = server.client.message(&token, 1, 1).await.expect("is shown");
            assert_eq!(
                (shown.body.state, shown.body.message_content.as_deref()),
                (MessageState::Accepted, Some("early"))
            );
            let path = format!("/applications/{token}/chats/1/messages/2");
            server.get(&path).await.problem(Code::MessageNotFound);
        })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_for_another_version_is_refused_and_tells_the_one_there_is() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        server.post(&token, &["one"]).await;
        server.settled().await;
        let path = format!("/applications/{token}/chats/1/messages/1");
        let version = server.get(&path).await.header("etag").expect("a version").to_owned();
        let json = ("content-type", "application/json");
        for tag in ["\"1-1\"", "\"no version\"", "W/\"1-1\"", "\"1-1\", \"1-2\""] {
            let refused = server.send(Method::PUT, &path, &[json, ("if-match", tag)], r#"{"content":"two"}"#).await;
            refused.problem(Code::VersionMismatch);
            assert_eq!(refused.header("etag"), Some(&*version), "{tag}");
            server.send(Method::DELETE, &path, &[("if-match", tag)], "").await.problem(Code::VersionMismatch);
        }
        let either = format!("\"1-1\", {version}");
        let changed = server.send(Method::PUT, &path, &[json, ("if-match", &either)], r#"{"content":"two"}"#).await;
        assert_eq!(changed.status, StatusCode::ACCEPTED);
        // Compared with what was accepted last, persisted or not.
        let stale = server.send(Method::PUT, &path, &[json, ("if-match", &version)], r#"{"content":"three"}"#).await;
        stale.problem(Code::VersionMismatch);
        let any = server.send(Method::PUT, &path, &[json, ("if-match", "*")], r#"{"content":"four"}"#).await;
        assert_eq!(any.status, StatusCode::ACCEPTED);
        let garbled = server.send(Method::PUT, &path, &[json, ("if-match", "5-1")], r#"{"content":"five"}"#).await;
        garbled.problem(Code::MalformedRequest);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_the_client_has_is_not_sent_again() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        server.post(&token, &["one"]).await;
        server.settled().await;
        let path = format!("/applications/{token}/chats/1/messages/1");
        let version = server.get(&path).await.header("etag").expect("a version").to_owned();
        let same = server.send(Method::GET, &path, &[("if-none-match", &version)], "").await;
        assert_eq!((same.status, same.body.len()), (StatusCode::NOT_MODIFIED, 0));
        let other = server.send(Method::GET, &path, &[("if-none-match", "\"1-1\"")], "").await;
        assert_eq!(other.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_message_leaves_a_tombstone_and_stays_in_the_list_without_content() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        server.post(&token, &["one", "two", "three"]).await;
        let options = WriteOptions { wait: Some(std::time::Duration::from_secs(5)), ..WriteOptions::default() };
        server.client.delete_message(&token, 1, 2, &options).await.expect("accepted");
        let path = format!("/applications/{token}/chats/1/messages/2");
        let gone = server.get(&path).await.problem(Code::MessageGone);
        let tombstone = gone.tombstone.expect("a tombstone");
        assert_eq!((tombstone.message_number, tombstone.message_content), (Some(2), None));
        server.send_json(Method::PUT, &path, r#"{"content":"x"}"#).await.problem(Code::MessageGone);
        server.send(Method::DELETE, &path, &[], "").await.problem(Code::MessageGone);
        server.settled().await;
        let list = server.client.messages(&token, 1, &Paging::default()).await.expect("answers").body;
        let contents: Vec<_> = list.iter().map(|message| message.message_content.as_deref()).collect();
        assert_eq!(contents, [Some("one"), None, Some("three")]);
        assert_eq!(list[1].state, MessageState::Deleted);
        assert_eq!(server.client.chat(&token, 1).await.expect("is there").chat.messages_count, 2);
        assert_eq!(server.post_to(&token, 1, "four").await.expect("created"), 4, "its number is never given again");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_are_paged_by_number() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let contents: Vec<String> = (1..=7).map(|n| format!("message {n}")).collect();
        server.post(&token, &contents.iter().map(String::as_str).collect::<Vec<_>>()).await;
        server.settled().await;
        let numbers = async |paging: Paging| {
            let pages = server.pages(paging, async |paging| server.client.messages(&token, 1, &paging).await).await;
            pages.iter().map(|page| page.iter().map(|m| m.message_number).collect()).collect::<Vec<Vec<u32>>>()
        };
        assert_eq!(numbers(Paging::default().limit(3)).await, [vec![1, 2, 3], vec![4, 5, 6], vec![7]]);
        assert_eq!(numbers(Paging::default().after(5)).await, [vec![6, 7]]);
        assert_eq!(numbers(Paging::default().before(7).after(2).limit(2)).await, [vec![3, 4], vec![5, 6]]);
        let last = server.client.messages(&token, 1, &Paging::default().before(8).limit(2)).await.expect("answers");
        assert_eq!(last.body.iter().map(|m| m.message_number).collect::<Vec<_>>(), [6, 7]);
        let earlier = server.client.messages(&token, 1, &last.prev.expect("a page before")).await.expect("answers");
        assert_eq!(earlier.body.iter().map(|m| m.message_number).collect::<Vec<_>>(), [4, 5]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn text_is_kept_exactly_as_it_was_sent() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let texts = [
            "\u{2}bold\u{1b}[31m\r\n\ttail ",
            "日本語 🦀 e\u{301}",
            "\u{feff}\u{200b}x\u{10ffff}",
            "%00 \\u0000 '\"`<>&",
        ];
        for text in texts {
            let message = CreateMessage { content: text.into(), sender: Some(text.into()), sent_at: None };
            server.client.create_message(&token, 1, &message, &WriteOptions::default()).await.expect("created");
        }
        server.settled().await;
        let list = server.client.messages(&token, 1, &Paging::default()).await.expect("answers").body;
        assert_eq!(list.iter().map(|m| m.message_content.as_deref().expect("kept")).collect::<Vec<_>>(), texts);
        assert_eq!(list.iter().map(|m| m.sender.as_deref().expect("kept")).collect::<Vec<_>>(), texts);
    })
    .await;
}
