//! nginx before two chatd, with the configuration that ships: which requests go where, what happens when one of the two
//! is gone, and what clients are told by the proxy itself. The two are installations of their own, so that it shows who
//! has answered.

use std::net::SocketAddr;

use bytes::Bytes;
use chat_shared::api::client::{Client, ClientError, Paging, WriteOptions};
use chat_shared::api::codes::Code;
use chat_shared::api::headers::X_REQUEST_ID;
use chat_shared::api::problem::Problem;
use chat_shared::api::types::CreateMessage;
use chat_shared::config::Config;
use http::{Method, StatusCode};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::support::nginx::{Pools, Proxy, installed};
use crate::support::process::{Process, until};
use crate::support::server::{Raw, send_to};

/// A chatd with an application and its first chat.
struct Chatd {
    process: Process,
    token: String,
    _folder: TempDir,
}

impl Chatd {
    async fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let process = Process::start(&folder.path().join("data"), &[]).await;
        let token = process.client.create_application("tenant").await.expect("created").body.token;
        process.client.create_chat(&token, None, &WriteOptions::default()).await.expect("created");
        Self { process, token, _folder: folder }
    }

    fn address(&self) -> &str {
        &self.process.address
    }

    /// How many messages its chat has.
    async fn messages(&self) -> usize {
        self.process.client.messages(&self.token, 1, &Paging::default()).await.expect("a page").body.len()
    }
}

/// Waits until nginx has logged this: it does so after its answer.
async fn logs(proxy: &Proxy, text: &str) {
    until(&format!("nginx logs {text}"), || async { proxy.log().contains(text) }).await;
}

/// A server that reads what it is sent and hangs up without an answer, however often.
async fn hangs_up() -> (SocketAddr, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("listens");
    let address = listener.local_addr().expect("bound");
    let task = tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut some = [0; 64];
            // It reads at least the beginning: the request was surely sent.
            let _ = stream.read(&mut some).await;
        }
    });
    (address, task)
}

fn client(proxy: &Proxy) -> Client {
    Client::builder(&format!("http://{}", proxy.address)).build().expect("a client")
}

fn message(content: &str) -> CreateMessage<'_> {
    CreateMessage { content: content.into(), sender: None, sent_at: None }
}

async fn post(client: &Client, token: &str, content: &str) -> Result<u32, ClientError> {
    let answer = client.create_message(token, 1, &message(content), &WriteOptions::default()).await?;
    Ok(answer.body.message_number)
}

/// Sends a request with a JSON body, as no client of ours would.
async fn send(proxy: &Proxy, method: Method, path: &str, body: impl Into<Bytes>) -> Raw {
    send_to(&proxy.address, method, path, &[("content-type", "application/json")], body).await
}

#[tokio::test(flavor = "multi_thread")]
async fn creations_go_to_the_accepting_pool_and_everything_else_to_the_reading_one() {
    let Some(nginx) = installed() else { return };
    let (accepting, reading) = tokio::join!(Chatd::start(), Chatd::start());
    let pools = Pools { accepting: accepting.address(), reading: reading.address() };
    let proxy = Proxy::start(&nginx, &pools).await;
    let client = client(&proxy);

    let chat = client.create_chat(&accepting.token, None, &WriteOptions::default()).await.expect("accepted");
    assert_eq!(chat.body.chat_number, 2);
    assert_eq!(post(&client, &accepting.token, "one").await.expect("accepted"), 1);
    let batch = json!({"messages": [{"content": "two"}, {"content": "three"}]});
    let path = format!("/applications/{}/chats/1/messages/batch", accepting.token);
    assert_eq!(send(&proxy, Method::POST, &path, batch.to_string()).await.status, StatusCode::CREATED);

    let elsewhere = post(&client, &reading.token, "one").await.expect_err("the other does not know the token");
    assert_eq!(elsewhere.code(), Some(Code::ApplicationNotFound));
    client.application(&reading.token).await.expect("read");
    client.messages(&reading.token, 1, &Paging::default()).await.expect("read");
    let path = format!("/applications/{}/chats/1", reading.token);
    let answer = send(&proxy, Method::PUT, &path, r#"{"title": "t"}"#).await;
    assert!(answer.status.is_success(), "{answer:?}");
    let elsewhere = client.application(&accepting.token).await.expect_err("the other does not know the token");
    assert_eq!(elsewhere.code(), Some(Code::ApplicationNotFound));
}

#[tokio::test(flavor = "multi_thread")]
async fn while_one_chatd_is_down_the_other_does_its_part() {
    let Some(nginx) = installed() else { return };
    let (accepting, reading) = tokio::join!(Chatd::start(), Chatd::start());
    let pools = Pools { accepting: accepting.address(), reading: reading.address() };
    let proxy = Proxy::start(&nginx, &pools).await;
    let client = client(&proxy);

    reading.process.kill();
    for _ in 0..10 {
        client.application(&accepting.token).await.expect("read from the accepting pool");
    }
    let number = post(&client, &accepting.token, "hello").await.expect("accepted");
    assert_eq!(number, 1);

    accepting.process.kill();
    let answer = send(&proxy, Method::GET, "/livez", "").await;
    assert_eq!(answer.problem(Code::ShuttingDown).outcome, None);
    assert!(answer.header("retry-after").is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_creation_that_could_not_be_sent_goes_to_the_other_chatd() {
    let Some(nginx) = installed() else { return };
    let (accepting, reading) = tokio::join!(Chatd::start(), Chatd::start());
    let pools = Pools { accepting: accepting.address(), reading: reading.address() };
    let proxy = Proxy::start(&nginx, &pools).await;
    accepting.process.kill();
    for number in 1..=10 {
        assert_eq!(post(&client(&proxy), &reading.token, "hello").await.expect("accepted"), number);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_creation_that_was_sent_is_never_repeated_and_its_client_is_told_so() {
    let Some(nginx) = installed() else { return };
    let other = Chatd::start().await;
    let (broken, task) = hangs_up().await;
    let pools = Pools { accepting: &broken.to_string(), reading: other.address() };
    let proxy = Proxy::start(&nginx, &pools).await;
    let path = format!("/applications/{}/chats/1/messages", other.token);
    let answer = send(&proxy, Method::POST, &path, r#"{"content": "once"}"#).await;
    assert_eq!(answer.problem(Code::OutcomeUnknown).title, Code::OutcomeUnknown.row().meaning);
    assert!(answer.header("retry-after").is_some());
    let error = post(&client(&proxy), &other.token, "twice").await.expect_err("no answer");
    assert!(error.outcome_unknown(), "{error:?}");
    assert_eq!(other.messages().await, 0, "{}", proxy.log());
    task.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_read_that_gets_no_answer_is_asked_of_the_other_chatd() {
    let Some(nginx) = installed() else { return };
    let other = Chatd::start().await;
    let (broken, task) = hangs_up().await;
    let pools = Pools { accepting: other.address(), reading: &broken.to_string() };
    let proxy = Proxy::start(&nginx, &pools).await;
    client(&proxy).application(&other.token).await.expect("read");
    let tried = format!("\"upstream\":\"{broken}, {}\"", other.address());
    logs(&proxy, &tried).await;
    task.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_longest_query_and_the_largest_bodies_pass() {
    let Some(nginx) = installed() else { return };
    let chatd = Chatd::start().await;
    let proxy = Proxy::start(&nginx, &Pools { accepting: chatd.address(), reading: chatd.address() }).await;
    let config = Config::with_data("unused");

    let longest = "\u{1F600}".repeat(config.limits.query_chars);
    let path = format!("/applications/{}/chats/1/messages", chatd.token);
    let query = format!("{path}?content={}", utf8_percent_encode(&longest, NON_ALPHANUMERIC));
    let answer = send(&proxy, Method::GET, &query, "").await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");

    let largest = "x".repeat(config.limits.content_bytes);
    assert_eq!(post(&client(&proxy), &chatd.token, &largest).await.expect("accepted"), 1);
    let many = config.http.body_limit / largest.len() + 1;
    let batch = json!({"messages": vec![json!({"content": largest}); many]});
    let answer = send(&proxy, Method::POST, &format!("{path}/batch"), batch.to_string()).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_proxy_itself_refuses_is_told_as_chatd_tells_it() {
    let Some(nginx) = installed() else { return };
    let chatd = Chatd::start().await;
    let proxy = Proxy::start(&nginx, &Pools { accepting: chatd.address(), reading: chatd.address() }).await;
    let path = format!("/applications/{}/chats/1/messages", chatd.token);
    let body = vec![b' '; Config::with_data("unused").http.body_limit + 1];
    let answer = send(&proxy, Method::POST, &path, body).await;
    assert_eq!(answer.problem(Code::BodyTooLarge).title, Code::BodyTooLarge.row().meaning);

    let endless = "x".repeat(Config::with_data("unused").http.header_limit);
    for head in [format!("GET /{endless} HTTP/1.1\r\nHost: h\r\n\r\n"), "GET / HTTP/1.1\r\n\r\n".to_owned()] {
        let told = exchange(&proxy, &head).await;
        assert!(told.starts_with("HTTP/1.1 400 "), "{told}");
        let body = told.split_once("\r\n\r\n").expect("a body").1;
        let problem: Problem = serde_json::from_str(body).expect("a problem document");
        assert_eq!(problem.known(), Some(Code::MalformedRequest));
        assert_eq!(problem.title, Code::MalformedRequest.row().meaning);
    }
}

/// Sends bytes as they are, and reads until the end.
async fn exchange(proxy: &Proxy, request: &str) -> String {
    let mut stream = TcpStream::connect(&proxy.address).await.expect("connects");
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut told = String::new();
    stream.read_to_string(&mut told).await.expect("answered");
    told
}

#[tokio::test(flavor = "multi_thread")]
async fn ids_of_requests_pass_and_tokens_are_in_no_log() {
    let Some(nginx) = installed() else { return };
    let chatd = Chatd::start().await;
    let (broken, task) = hangs_up().await;
    let proxy = Proxy::start(&nginx, &Pools { accepting: &broken.to_string(), reading: chatd.address() }).await;
    let path = format!("/applications/{}", chatd.token);
    let get = async |id| send_to(&proxy.address, Method::GET, &path, &[(X_REQUEST_ID.as_str(), id)], "").await;
    assert_eq!(get("order-66").await.header(X_REQUEST_ID.as_str()), Some("order-66"));
    assert_ne!(get("\"},{\"").await.header(X_REQUEST_ID.as_str()), Some("\"},{\""));
    let error = post(&client(&proxy), &chatd.token, "secret words").await.expect_err("no answer");
    assert_eq!(error.code(), Some(Code::OutcomeUnknown));

    logs(&proxy, "\"request_id\":\"order-66\"").await;
    logs(&proxy, "\"path\":\"/applications/-/chats/1/messages\"").await;
    let log = proxy.log();
    assert!(!log.contains(&chatd.token) && !log.contains("secret words"), "{log}");
    for line in log.lines() {
        serde_json::from_str::<serde_json::Value>(line).expect("a line of JSON");
    }
    task.abort();
}
