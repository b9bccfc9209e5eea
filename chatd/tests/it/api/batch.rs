//! `…/messages/batch`.

use chat_shared::api::client::{Paging, WriteOptions};
use chat_shared::api::codes::Code;
use chat_shared::api::types::{CreateMessage, CreateMessages};
use http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::server::with_server;

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_has_consecutive_numbers_in_the_order_given() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        server.post(&token, &["before"]).await;
        let contents: Vec<String> = (0..1_000).map(|n| format!("item {n}")).collect();
        let item = |content: &'static str| CreateMessage { content: content.into(), sender: None, sent_at: None };
        let messages = contents.iter().map(|content| CreateMessage { content: content.into(), ..item("") }).collect();
        let options = WriteOptions { wait: Some(std::time::Duration::from_secs(5)), ..WriteOptions::default() };
        let batch = CreateMessages { messages };
        let created = server.client.create_messages(&token, 1, &batch, &options).await.expect("created");
        let numbers: Vec<u32> = created.body.messages.iter().map(|message| message.message_number).collect();
        assert_eq!(numbers, (2..=1_001).collect::<Vec<_>>());
        let last = server.client.messages(&token, 1, &Paging::default().after(1_000)).await.expect("answers").body;
        assert_eq!(last[0].message_content.as_deref(), Some("item 999"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_bad_item_spends_no_number_and_is_named_by_its_index() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let path = format!("/applications/{token}/chats/1/messages/batch");
        let refused = async |body: Value, field: &str, code: &str| {
            let problem = server.send_json(Method::POST, &path, body.to_string()).await.problem(Code::ValidationFailed);
            assert_eq!((&*problem.errors[0].field, &*problem.errors[0].code), (field, code));
        };
        let good = json!({ "content": "good" });
        refused(json!({ "messages": [] }), "messages", "empty").await;
        refused(json!({ "messages": vec![&good; 1_001] }), "messages", "too_many").await;
        refused(json!({ "messages": [good, { "content": " " }] }), "messages[1].content", "blank").await;
        refused(json!({ "messages": [good, good, { "content": 5 }] }), "messages[2].content", "wrong_type").await;
        refused(json!({ "messages": [{ "content": "a", "sender": "" }] }), "messages[0].sender", "blank").await;
        refused(json!({ "messages": [{ "content": "a", "number": 1 }] }), "messages[0].number", "unknown").await;
        refused(json!({ "messages": [good, ["a"]] }), "messages[1]", "wrong_type").await;
        refused(json!({ "messages": "a" }), "messages", "wrong_type").await;
        refused(json!({}), "messages", "missing").await;
        let all_bad = json!({ "messages": [{ "content": "" }, { "content": "a\u{0}" }] }).to_string();
        let problem = server.send_json(Method::POST, &path, all_bad).await.problem(Code::ValidationFailed);
        assert_eq!(problem.errors.len(), 2);
        let accepted = server.send_json(Method::POST, &path, json!({ "messages": [good] }).to_string()).await;
        assert_eq!(accepted.status, StatusCode::CREATED);
        assert_eq!(accepted.json()["messages"], json!([{ "message_number": 1 }]));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_may_be_larger_than_a_message_but_not_than_its_own_limit() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let path = format!("/applications/{token}/chats/1/messages/batch");
        let item = json!({ "content": "x".repeat(60_000) });
        let body = json!({ "messages": vec![&item; 30] }).to_string();
        assert_eq!(server.send_json(Method::POST, &path, body).await.status, StatusCode::CREATED);
        let body = json!({ "messages": vec![&item; 80] }).to_string();
        server.send_json(Method::POST, &path, body).await.problem(Code::BodyTooLarge);
    })
    .await;
}
