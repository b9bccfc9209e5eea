//! `/applications` and `/applications/{token}`.

use chat_shared::api::client::{Paging, WriteOptions};
use chat_shared::api::codes::Code;
use http::{Method, StatusCode};
use serde_json::json;

use crate::support::server::{ADMIN_KEY, Server, with_server};

async fn bare(server: &Server, method: Method, path: &str, body: &'static str) -> crate::support::server::Raw {
    let bearer = format!("Bearer {ADMIN_KEY}");
    server.send(method, path, &[("authorization", &bearer), ("content-type", "application/json")], body).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_application_is_created_shown_renamed_and_listed() {
    with_server(async |server| {
        let created = bare(server, Method::POST, "/applications", r#"{"name":"Support"}"#).await;
        assert_eq!(created.status, StatusCode::CREATED);
        let body = created.json();
        let token = body["token"].as_str().expect("a token").to_owned();
        assert_eq!(body, json!({ "token": token, "name": "Support", "chats_count": 0 }));
        assert_eq!(created.header("location"), Some(&*format!("/applications/{token}")));
        assert!(token.len() >= 32, "128 random bits");

        let renamed = server.send_json(Method::PUT, &format!("/applications/{token}"), r#"{"name":"Help"}"#).await;
        assert_eq!(renamed.status, StatusCode::ACCEPTED);
        let keys: Vec<_> = renamed.json().as_object().expect("an object").keys().cloned().collect();
        assert_eq!(keys, ["jobId", "message"]);
        server.settled().await;

        let shown = server.client.application(&token).await.expect("is there");
        assert_eq!((&*shown.name, shown.chats_count), ("Help", 0));
        assert!(shown.updated_at >= shown.created_at);
        let listed = bare(server, Method::GET, "/applications", "").await;
        assert_eq!(listed.json(), json!([{ "token": token, "name": "Help", "chats_count": 0 }]));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn applications_are_paged_in_the_order_of_creation_and_found_by_name() {
    with_server(async |server| {
        for name in ["a", "b", "a", "c", "a"] {
            server.client.create_application(name).await.expect("created");
        }
        let names = async |paging: Paging| {
            let pages = server.pages(paging, async |paging| server.client.applications(&paging).await).await;
            pages.into_iter().map(|page| page.into_iter().map(|app| app.name).collect()).collect::<Vec<Vec<String>>>()
        };
        assert_eq!(names(Paging::default().limit(2)).await, [vec!["a", "b"], vec!["a", "c"], vec!["a"]]);
        assert_eq!(names(Paging::from_link("name=a&limit=2")).await, [vec!["a", "a"], vec!["a"]]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_application_is_not_found_at_once_and_its_chats_are_gone_with_it() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        server.post(&token, &["hello"]).await;
        server.client.delete_application(&token, &WriteOptions::default()).await.expect("accepted");
        for path in ["", "/chats", "/chats/1", "/chats/1/messages", "/chats/1/messages/1", "/messages?content=a"] {
            server.get(&format!("/applications/{token}{path}")).await.problem(Code::ApplicationNotFound);
        }
        let body = r#"{"content":"late"}"#;
        let path = format!("/applications/{token}/chats/1/messages");
        server.send_json(Method::POST, &path, body).await.problem(Code::ApplicationNotFound);
        assert!(server.client.applications(&Paging::default()).await.expect("answers").body.is_empty());
        let again = server.client.delete_application(&token, &WriteOptions::default()).await.expect_err("is gone");
        assert_eq!(again.code(), Some(Code::ApplicationNotFound));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_admin_key_creates_lists_and_deletes_applications() {
    with_server(async |server| {
        let token = server.tenant().await;
        let stranger = server.stranger();
        let refused = stranger.create_application("x").await.expect_err("is refused");
        assert_eq!(refused.code(), Some(Code::Unauthorized));
        for authorization in ["", "Bearer", "Bearer wrong", "Basic YTpi", "Bearer \u{e9}"] {
            let headers = [("authorization", authorization)];
            let refused = server.send(Method::GET, "/applications", &headers, "").await;
            refused.problem(Code::Unauthorized);
            assert!(refused.header("www-authenticate").is_some_and(|asked| asked.starts_with("Bearer")));
        }
        let refused = server.send(Method::DELETE, &format!("/applications/{token}"), &[], "").await;
        refused.problem(Code::Unauthorized);
        assert!(stranger.application(&token).await.is_ok(), "its token is the tenant's key");
    })
    .await;
}
