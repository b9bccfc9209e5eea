//! What the client makes of servers that are not there, silent, or no chatd. What it makes of chatd itself is tested
//! where chatd is.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::*;
use crate::api::codes::Code;
use crate::api::problem::Problem;
use crate::api::types::ExportLine;
use crate::api::types::admin::CountersQuery;

/// A server that reads one request's head and writes `answer` (nothing where it is empty, and stays silent).
async fn server(answer: String) -> (Client, tokio::task::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("binds");
    let address = listener.local_addr().expect("bound");
    let task = tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.expect("accepts");
        let mut head = Vec::new();
        while !head.windows(4).any(|four| four == b"\r\n\r\n") {
            let mut byte = [0; 1024];
            let read = socket.read(&mut byte).await.expect("reads");
            head.extend_from_slice(&byte[..read]);
        }
        if answer.is_empty() {
            std::future::pending::<()>().await;
        }
        socket.write_all(answer.as_bytes()).await.expect("writes");
        String::from_utf8(head).expect("a head is text")
    });
    let client = Client::builder(&format!("http://{address}")).timeout(Duration::from_millis(300)).build();
    (client.expect("builds"), task)
}

fn response(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n{headers}\r\n{body}", body.len())
}

#[tokio::test]
async fn a_problem_is_taken_apart_and_the_request_carries_what_was_asked() {
    let problem = Problem::new(Code::QueueFull, "full");
    let body = serde_json::to_string(&problem).expect("serialises");
    let (client, request) = server(response("503 Service Unavailable", "retry-after: 3\r\n", &body)).await;
    let options =
        WriteOptions { idempotency_key: Some("k 1"), wait: Some(Duration::from_secs(1)), ..Default::default() };
    let error = client.create_chat("t/1", Some("x"), &options).await.expect_err("is refused");
    assert_eq!((error.code(), error.status()), (Some(Code::QueueFull), Some(503)));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3)));
    assert!(error.retryable() && !error.outcome_unknown());
    let head = request.await.expect("ends");
    assert!(head.starts_with("POST /applications/t%2F1/chats HTTP/1.1\r\n"), "{head}");
    for header in ["idempotency-key: \"k 1\"\r\n", "prefer: wait=1\r\n", "content-type: application/json\r\n"] {
        assert!(head.contains(header), "{header} in {head}");
    }
}

#[tokio::test]
async fn nobody_there_is_unreachable_and_was_not_sent() {
    let client = Client::builder("http://127.0.0.1:1").build().expect("builds");
    let error = client.application("t").await.expect_err("nobody there");
    assert!(matches!(&error, ClientError::Unreachable { sent: false, .. }), "{error:?}");
    assert!(error.retryable() && !error.outcome_unknown());
    assert!(!format!("{error:?}").contains("applications"), "the token is in the path: {error:?}");
}

#[tokio::test]
async fn silence_ends_in_a_timeout_whose_outcome_is_unknown() {
    let (client, _request) = server(String::new()).await;
    let error = client.create_chat("t", None, &WriteOptions::default()).await.expect_err("no answer");
    assert!(matches!(&error, ClientError::TimedOut { sent: true, .. }), "{error:?}");
    assert!(error.outcome_unknown());
}

#[tokio::test]
async fn a_proxys_page_is_not_understood_but_worth_repeating() {
    let (client, _request) = server(response("502 Bad Gateway", "", "<html>bad gateway</html>")).await;
    let error = client.application("t").await.expect_err("no chatd");
    assert!(matches!(&error, ClientError::NotUnderstood { start, .. } if start.contains("bad gateway")), "{error:?}");
    assert!(error.retryable());
}

#[tokio::test]
async fn an_export_ends_with_its_last_line_or_is_truncated() {
    let end = r#"{"type":"end","applications":0,"chats":0,"messages":0}"#;
    let (client, _request) = server(response("200 OK", "", &format!("{end}\n"))).await;
    let mut lines = client.export(&ExportScope::default()).await.expect("begins");
    let last = lines.next().await.expect("reads");
    assert_eq!(last, Some(ExportLine::End { applications: 0, chats: 0, messages: 0 }));
    assert_eq!(lines.next().await.expect("ended"), None);

    let (client, _request) = server(response("200 OK", "", end)).await;
    let mut lines = client.export(&ExportScope::default()).await.expect("begins");
    assert!(matches!(lines.next().await, Err(ClientError::Truncated)));
}

#[tokio::test]
async fn operators_queries_leave_out_what_is_not_asked() {
    let (client, request) = server(response("200 OK", "", r#"{"items":[],"next":"12:3"}"#)).await;
    let query = CountersQuery { app: Some("12".into()), limit: Some(5), ..CountersQuery::default() };
    let page = client.counters(&query).await.expect("answers");
    assert_eq!((page.items.len(), page.next.as_deref()), (0, Some("12:3")));
    let head = request.await.expect("ends");
    assert!(head.starts_with("GET /admin/counters?app=12&limit=5 HTTP/1.1\r\n"), "{head}");
}
