//! A tenant sees and changes nothing of another, and cannot tell a foreign token from a wrong one.

use chat_shared::api::client::{Paging, WriteOptions};
use chat_shared::api::codes::Code;
use http::Method;

use crate::support::server::with_server;

#[tokio::test(flavor = "multi_thread")]
async fn a_tenant_reaches_nothing_of_another() {
    with_server(async |server| {
        let (mine, theirs) = (server.tenant_with_chat().await, server.tenant_with_chat().await);
        server.client.create_chat(&theirs, Some("their second"), &WriteOptions::default()).await.expect("created");
        server.post(&theirs, &["their secret", "their other secret"]).await;
        server.settled().await;
        let me = server.stranger();
        assert!(me.messages(&mine, 1, &Paging::default()).await.expect("answers").body.is_empty());
        assert!(me.search_application(&mine, "secret", &Paging::default()).await.expect("answers").body.is_empty());
        for (path, code) in [("/chats/2", Code::ChatNotFound), ("/chats/1/messages/1", Code::MessageNotFound)] {
            let path = format!("/applications/{mine}{path}");
            server.get(&path).await.problem(code);
            server.send(Method::DELETE, &path, &[], "").await.problem(code);
        }
        assert_eq!(server.post_to(&mine, 1, "my first").await.expect("created"), 1, "numbers are a tenant's own");
        let chats = me.chats(&mine, &Paging::default()).await.expect("answers").body.chats;
        assert_eq!(chats.len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_tokens_of_any_form_are_answered_alike() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let longer = format!("{token}0");
        let shorter = &token[1..];
        let upper = token.to_uppercase();
        let zeros = "0".repeat(32);
        let garbled = ["x", "%FF%FE", "..%2f..", "%00", "*", "'%20OR%201=1", &longer, shorter, &zeros, "%F0%9F%A6%80"];
        let mut details = Vec::new();
        for wrong in garbled.into_iter().chain((upper != token).then_some(&*upper)) {
            for path in ["", "/chats", "/chats/1", "/chats/x", "/chats/1/messages/0", "/messages?content=a"] {
                let problem =
                    server.get(&format!("/applications/{wrong}{path}")).await.problem(Code::ApplicationNotFound);
                details.push(problem.detail);
            }
        }
        details.dedup();
        assert_eq!(details.len(), 1, "{details:?}");
    })
    .await;
}
