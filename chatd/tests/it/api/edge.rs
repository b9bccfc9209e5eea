//! What every request passes through: ids, methods, paths, compression, deadlines, bodies that do not come.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chat_shared::api::codes::Code;
use chat_shared::fault::Outcome;
use chat_shared::search::{Document, Found, IndexStatus, Query, Scope, Search};
use http::Method;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::support::server::{Recipe, with_server};

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_has_a_request_id_the_clients_own_where_it_is_fit() {
    with_server(async |server| {
        let id = async |sent: &str| {
            let answer = server.send(Method::GET, "/livez", &[("x-request-id", sent)], "").await;
            answer.header("x-request-id").expect("an id").to_owned()
        };
        assert_eq!(id("my-id.7:a/b").await, "my-id.7:a/b");
        let long = "x".repeat(129);
        for unfit in ["", "two words", "caf\u{e9}", &long] {
            let given = id(unfit).await;
            assert!(!given.is_empty() && given != unfit, "{unfit:?} {given:?}");
        }
        let (one, other) = (server.get("/livez").await, server.get("/nowhere").await);
        assert_ne!(one.header("x-request-id"), other.header("x-request-id"));
        let problem = server.send(Method::GET, "/nowhere", &[("x-request-id", "mine")], "").await;
        assert_eq!(problem.problem(Code::RouteNotFound).request_id, "mine");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeated_request_id_does_not_make_two_requests_one() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let path = format!("/applications/{token}/chats/1/messages");
        let headers = [("x-request-id", "always-the-same"), ("content-type", "application/json")];
        for number in 1..=3 {
            let created = server.send(Method::POST, &path, &headers, r#"{"content":"x"}"#).await;
            assert_eq!(created.json()["message_number"], number);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_method_that_a_resource_lacks_is_told_the_ones_it_has() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let app = format!("/applications/{token}");
        let allowed = async |method: Method, path: &str| {
            let refused = server.send(method, path, &[], "").await;
            refused.problem(Code::MethodNotAllowed);
            let mut allowed: Vec<_> = refused.header("allow").expect("allowed").split(',').map(str::to_owned).collect();
            allowed.sort();
            allowed.join(" ")
        };
        assert_eq!(allowed(Method::DELETE, "/applications").await, "GET HEAD POST");
        assert_eq!(allowed(Method::POST, &app).await, "DELETE GET HEAD PUT");
        assert_eq!(allowed(Method::PATCH, &format!("{app}/chats/1")).await, "DELETE GET HEAD PUT");
        assert_eq!(allowed(Method::PUT, &format!("{app}/chats/1/messages")).await, "GET HEAD POST");
        assert_eq!(allowed(Method::GET, &format!("{app}/chats/1/messages/batch")).await, "POST");
        assert_eq!(allowed(Method::POST, &format!("{app}/messages")).await, "GET HEAD");
        assert_eq!(allowed(Method::TRACE, "/livez").await, "GET HEAD");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn paths_that_are_none_are_not_found() {
    with_server(async |server| {
        for path in
            ["/", "/application", "/applications/", "/applications/x/chat", "/admin", "/a//b", "/a%FFb", "/%2e%2e/x"]
        {
            server.get(path).await.problem(Code::RouteNotFound);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn larger_answers_are_compressed_for_those_who_take_it() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let text = "all work and no play makes a dull chat ".repeat(30);
        server.post(&token, &[&text, &text]).await;
        server.settled().await;
        let path = format!("/applications/{token}/chats/1/messages");
        let plain = server.get(&path).await;
        assert_eq!(plain.header("content-encoding"), None);
        for encoding in ["gzip", "zstd", "br"] {
            let small = server.send(Method::GET, &path, &[("accept-encoding", encoding)], "").await;
            assert_eq!(small.header("content-encoding"), Some(encoding));
            assert!(small.body.len() * 2 < plain.body.len());
        }
        let tiny = server.send(Method::GET, "/livez", &[("accept-encoding", "gzip")], "").await;
        assert_eq!(tiny.header("content-encoding"), None, "too small to be worth it");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_does_not_come_is_not_waited_for() {
    let recipe = Recipe::new().config(|config| config.http.deadline = Duration::from_millis(300));
    recipe
        .run(async |server| {
            let token = server.tenant_with_chat().await;
            let head = format!(
                "POST /applications/{token}/chats/1/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n\
                 content-length: 20\r\n\r\n{{\"content\""
            );
            let mut socket = TcpStream::connect(server.address()).await.expect("connects");
            socket.write_all(head.as_bytes()).await.expect("sent");
            let mut answer = vec![0; 12];
            socket.read_exact(&mut answer).await.expect("answered");
            assert_eq!(String::from_utf8_lossy(&answer), "HTTP/1.1 408");
            assert_eq!(server.post_to(&token, 1, "next").await.expect("created"), 1, "no number was spent");
        })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_ends_early_spends_no_number() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let head = format!(
            "POST /applications/{token}/chats/1/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n\
             content-length: 40\r\n\r\n{{\"content\":\"cut"
        );
        let mut socket = TcpStream::connect(server.address()).await.expect("connects");
        socket.write_all(head.as_bytes()).await.expect("sent");
        socket.shutdown().await.expect("shut");
        let mut answer = Vec::new();
        // It may be answered 400, or the connection closed: there is nobody to read it.
        let _ = socket.read_to_end(&mut answer).await;
        assert_eq!(server.post_to(&token, 1, "next").await.expect("created"), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_engine_that_hangs_is_not_waited_for_beyond_the_deadline() {
    let recipe = Recipe::new().config(|config| config.http.deadline = Duration::from_millis(200));
    recipe
        .replace(|needs| needs.search = Arc::new(Hanging))
        .run(async |server| {
            let token = server.tenant_with_chat().await;
            let late = server.get(&format!("/applications/{token}/messages?content=abc")).await;
            let problem = late.problem(Code::DeadlineExceeded);
            assert_eq!((problem.outcome, late.header("retry-after")), (None, Some("1")), "reading changes nothing");
        })
        .await;
}

/// A search engine that takes a question and never answers it.
struct Hanging;

#[async_trait]
impl Search for Hanging {
    async fn index(&self, _documents: &[Document]) -> Outcome<()> {
        Ok(())
    }

    async fn remove(&self, _scope: Scope) -> Outcome<()> {
        Ok(())
    }

    async fn refresh(&self) -> Outcome<()> {
        Ok(())
    }

    async fn find(&self, _query: &Query<'_>) -> Outcome<Found> {
        std::future::pending().await
    }

    async fn find_in(&self, _generation: i64, _query: &Query<'_>) -> Outcome<Found> {
        std::future::pending().await
    }

    async fn documents(&self, _generation: i64) -> Outcome<u64> {
        Ok(0)
    }

    async fn status(&self) -> Outcome<IndexStatus> {
        Ok(IndexStatus::default())
    }

    async fn begin_generation(&self) -> Outcome<i64> {
        Ok(0)
    }

    async fn fill(&self, _generation: i64, _documents: &[Document]) -> Outcome<()> {
        Ok(())
    }

    async fn swap(&self, _generation: i64) -> Outcome<()> {
        Ok(())
    }

    async fn rollback(&self) -> Outcome<i64> {
        Ok(1)
    }

    async fn prune(&self) -> Outcome<i64> {
        Ok(1)
    }

    async fn abandon(&self, _generation: i64) -> Outcome<()> {
        Ok(())
    }

    async fn mark_filled(&self) -> Outcome<()> {
        Ok(())
    }

    async fn ping(&self) -> Outcome<()> {
        std::future::pending().await
    }

    async fn close(&self) {}
}
