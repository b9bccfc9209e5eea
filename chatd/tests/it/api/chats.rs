//! `/applications/{token}/chats…`.

use chat_shared::api::client::{Paging, WriteOptions};
use chat_shared::api::codes::Code;
use chat_shared::domain::{ChatState, MessageState};
use http::{Method, StatusCode};
use serde_json::json;

use crate::support::server::{Recipe, with_server};

#[tokio::test(flavor = "multi_thread")]
async fn a_chat_is_created_with_and_without_a_body_shown_retitled_and_listed() {
    with_server(async |server| {
        let token = server.tenant().await;
        let chats = format!("/applications/{token}/chats");
        let created = server.send(Method::POST, &chats, &[], "").await;
        assert_eq!((created.status, created.header("location")), (StatusCode::CREATED, Some(&*format!("{chats}/1"))));
        let body = created.json();
        assert_eq!((&body["chat_number"], &body["state"]), (&json!(1), &json!("accepted")));
        assert!(body["jobId"].is_string() && body["message"].is_string());
        for body in ["{}", r#"{"title":null}"#, r#"{"title":"Order 1"}"#] {
            assert_eq!(server.send_json(Method::POST, &chats, body).await.status, StatusCode::CREATED, "{body}");
        }
        let put = server.send_json(Method::PUT, &format!("{chats}/4"), r#"{"title":"Order 1, returned"}"#).await;
        assert_eq!(put.status, StatusCode::ACCEPTED);
        server.settled().await;
        let shown = server.client.chat(&token, 4).await.expect("is there");
        assert_eq!((shown.token, shown.chat.title.as_deref()), (token.clone(), Some("Order 1, returned")));
        assert_eq!(shown.chat.state, ChatState::Persisted);
        let listed = server.get(&chats).await.json();
        assert_eq!(listed["token"], json!(token));
        assert_eq!(listed["chats"][0], json!({ "chat_number": 1, "messages_count": 0, "title": null }));
        assert_eq!(server.client.application(&token).await.expect("is there").chats_count, 4);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_and_owners_are_read_only() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let path = format!("/applications/{token}/chats/1");
        for field in ["messages_count", "application_id"] {
            let body = format!(r#"{{"title":"x","{field}":5}}"#);
            let problem = server.send_json(Method::PUT, &path, body).await.problem(Code::ValidationFailed);
            assert_eq!((&*problem.errors[0].field, &*problem.errors[0].code), (field, "read_only"));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_accepted_chat_is_shown_before_it_is_persisted() {
    Recipe::new()
        .without_workers()
        .run(async |server| {
            let token = server.tenant().await;
            let options = WriteOptions::default();
            server.client.create_chat(&token, Some("early"), &options).await.expect("created");
            let shown = server.client.chat(&token, 1).await.expect("is shown").chat;
            assert_eq!((shown.state, shown.title.as_deref()), (ChatState::Accepted, Some("early")));
            let empty = server.client.messages(&token, 1, &Paging::default()).await.expect("answers");
            assert!(empty.body.is_empty());
            server.get(&format!("/applications/{token}/chats/2")).await.problem(Code::ChatNotFound);
        })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_chat_is_gone_with_its_messages_and_its_number_is_never_given_again() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        server.post(&token, &["hello"]).await;
        let options = WriteOptions { wait: Some(std::time::Duration::from_secs(5)), ..WriteOptions::default() };
        let deleted = server.client.delete_chat(&token, 1, &options).await.expect("accepted");
        assert_eq!(deleted.status, 200);
        let chat = format!("/applications/{token}/chats/1");
        for path in ["", "/messages", "/messages?content=hello", "/messages/1"] {
            let gone = server.get(&format!("{chat}{path}")).await.problem(Code::ChatGone);
            let tombstone = gone.tombstone.expect("a tombstone");
            assert_eq!((tombstone.chat_number, tombstone.state), (1, MessageState::Deleted), "{path}");
        }
        let body = r#"{"content":"late"}"#;
        server.send_json(Method::POST, &format!("{chat}/messages"), body).await.problem(Code::ChatGone);
        server.send_json(Method::PUT, &chat, r#"{"title":"late"}"#).await.problem(Code::ChatGone);
        server.send(Method::DELETE, &chat, &[], "").await.problem(Code::ChatGone);
        let next = server.client.create_chat(&token, None, &WriteOptions::default()).await.expect("created");
        assert_eq!(next.body.chat_number, 2);
        server.settled().await;
        let listed = server.client.chats(&token, &Paging::default()).await.expect("answers").body.chats;
        assert_eq!(listed.iter().map(|chat| chat.chat_number).collect::<Vec<_>>(), [2]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn chats_are_paged_by_number_in_both_orders() {
    with_server(async |server| {
        let token = server.tenant().await;
        for _ in 0..5 {
            server.client.create_chat(&token, None, &WriteOptions::default()).await.expect("created");
        }
        server.settled().await;
        let numbers = async |paging: Paging| {
            let fetch = async |paging: Paging| {
                let page = server.client.chats(&token, &paging).await?;
                let body = page.body.chats.iter().map(|chat| chat.chat_number).collect();
                Ok(chat_shared::api::client::Page { body, next: page.next, prev: page.prev, degraded: false })
            };
            server.pages(paging, fetch).await
        };
        assert_eq!(numbers(Paging::default().limit(2)).await, [vec![1, 2], vec![3, 4], vec![5]]);
        assert_eq!(numbers(Paging::default().limit(2).descending()).await, [vec![5, 4], vec![3, 2], vec![1]]);
        assert_eq!(numbers(Paging::default().limit(2).before(3)).await, [vec![1, 2], vec![3, 4], vec![5]]);
        let link = server.get(&format!("/applications/{token}/chats?limit=2")).await;
        let expected = format!(r#"</applications/{token}/chats?after=2&limit=2>; rel="next""#);
        assert_eq!(link.header("link"), Some(&*expected));
    })
    .await;
}
