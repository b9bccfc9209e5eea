//! `Idempotency-Key` on creations.

use chat_shared::api::client::WriteOptions;
use chat_shared::api::codes::Code;
use chat_shared::api::types::{CreateMessage, CreateMessages};
use http::{Method, StatusCode};

use crate::support::server::with_server;

#[tokio::test(flavor = "multi_thread")]
async fn the_same_key_and_body_get_the_same_answer_and_another_body_is_refused() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let path = format!("/applications/{token}/chats/1/messages");
        let json = ("content-type", "application/json");
        let post = async |key: &str, body: &'static str| {
            server.send(Method::POST, &path, &[json, ("idempotency-key", key)], body).await
        };
        let first = post("k-1", r#"{"content":"once"}"#).await;
        assert_eq!((first.status, first.header("idempotency-replayed")), (StatusCode::CREATED, None));
        // A quoted key is the same key, and white space is no other body.
        for (key, body) in [("k-1", r#"{"content":"once"}"#), ("\"k-1\"", r#"{ "message_content": "once" }"#)] {
            let again = post(key, body).await;
            assert_eq!((again.status, again.header("idempotency-replayed")), (StatusCode::CREATED, Some("true")));
            assert_eq!(again.json(), first.json());
            assert_eq!(again.header("location"), first.header("location"));
        }
        post("k-1", r#"{"content":"other"}"#).await.problem(Code::IdempotencyKeyReused);
        let next = post("k-2", r#"{"content":"once"}"#).await;
        assert_eq!(next.json()["message_number"], 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_belongs_to_its_chat_its_tenant_and_its_kind() {
    with_server(async |server| {
        let (one, other) = (server.tenant_with_chat().await, server.tenant_with_chat().await);
        let options = WriteOptions { idempotency_key: Some("shared"), ..WriteOptions::default() };
        let message = CreateMessage { content: "hi".into(), sender: None, sent_at: None };
        for (token, chat) in [(&one, 1), (&other, 1)] {
            let created = server.client.create_message(token, chat, &message, &options).await.expect("created");
            assert!(!created.replayed());
        }
        let chat = server.client.create_chat(&one, Some("hi"), &options).await.expect("created");
        assert_eq!((chat.body.chat_number, chat.replayed()), (2, false));
        let again = server.client.create_chat(&one, Some("hi"), &options).await.expect("answered");
        assert_eq!((again.body.chat_number, again.replayed()), (2, true));
        let batch = CreateMessages { messages: vec![message] };
        let refused = server.client.create_messages(&one, 1, &batch, &options).await.expect_err("another request");
        assert_eq!(refused.code(), Some(Code::IdempotencyKeyReused));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_is_replayed_whole() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let options = WriteOptions { idempotency_key: Some("batch"), ..WriteOptions::default() };
        let item = CreateMessage { content: "hi".into(), sender: None, sent_at: None };
        let batch = CreateMessages { messages: vec![item; 3] };
        let first = server.client.create_messages(&token, 1, &batch, &options).await.expect("created");
        let again = server.client.create_messages(&token, 1, &batch, &options).await.expect("answered");
        assert!(again.replayed() && !first.replayed());
        assert_eq!(again.body, first.body);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn malformed_keys_are_refused() {
    with_server(async |server| {
        let token = server.tenant().await;
        let path = format!("/applications/{token}/chats");
        let long = "x".repeat(256);
        for key in ["", "\"\"", "two words", "\"open", "caf\u{e9}", long.as_str()] {
            let refused = server.send(Method::POST, &path, &[("idempotency-key", key)], "").await;
            refused.problem(Code::IdempotencyKeyMalformed);
        }
        let twice = [("idempotency-key", "a"), ("idempotency-key", "b")];
        server.send(Method::POST, &path, &twice, "").await.problem(Code::IdempotencyKeyMalformed);
        let good = server.send(Method::POST, &path, &[("idempotency-key", "\"two words\"")], "").await;
        assert_eq!(good.json()["chat_number"], 1, "no number was spent");
    })
    .await;
}
