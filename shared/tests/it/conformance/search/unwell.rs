//! An engine that is unwell, or none at all: a server that answers what it is told to, so that every fault can be had at
//! will. Each has one clear error, and none shows a password.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use chat_shared::config::Secret;
use chat_shared::fault::{Fault, Kind, Outcome};
use chat_shared::search::elastic::{ElasticSearch, Options};
use chat_shared::search::{Query, Search as _};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::bench::{EVERYWHERE, created};

/// A request as the server saw it.
#[derive(Debug, Clone)]
struct Seen {
    /// Method and path, without parameters.
    line: String,
    authorization: Option<String>,
    content_type: Option<String>,
    body: String,
}

/// What the server does with the nth bulk; everything else it answers as an engine with an index does.
type Bulks = Box<dyn Fn(usize, &Seen) -> (u16, Value) + Send + Sync>;

/// A server that looks like an engine.
struct Server {
    url: String,
    seen: Arc<Mutex<Vec<Seen>>>,
    task: JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    async fn new(answer: impl Fn(&Seen) -> (u16, Value) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let seen: Arc<Mutex<Vec<Seen>>> = Arc::default();
        let (answer, noting) = (Arc::new(answer), Arc::clone(&seen));
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (answer, noting) = (Arc::clone(&answer), Arc::clone(&noting));
                tokio::spawn(async move {
                    let mut stream = BufReader::new(stream);
                    while let Some(request) = read(&mut stream).await {
                        noting.lock().expect("whole").push(request.clone());
                        let (status, body) = answer(&request);
                        write(&mut stream, status, &body.to_string()).await;
                    }
                });
            }
        });
        Self { url, seen, task }
    }

    /// An engine whose bulks end as `bulks` says.
    async fn engine(bulks: impl Fn(usize, &Seen) -> (u16, Value) + Send + Sync + 'static) -> Self {
        let (bulks, count): (Bulks, _) = (Box::new(bulks), Mutex::new(0));
        Self::new(move |seen| {
            if !seen.line.ends_with("/_bulk") {
                return usual(seen);
            }
            let mut count = count.lock().expect("whole");
            *count += 1;
            bulks(*count, seen)
        })
        .await
    }

    fn bulks(&self) -> Vec<Seen> {
        let seen = self.seen.lock().expect("whole");
        seen.iter().filter(|seen| seen.line.ends_with("/_bulk")).cloned().collect()
    }

    fn seen(&self) -> Vec<Seen> {
        self.seen.lock().expect("whole").clone()
    }
}

async fn read(stream: &mut BufReader<TcpStream>) -> Option<Seen> {
    let mut first = String::new();
    if stream.read_line(&mut first).await.ok()? == 0 {
        return None;
    }
    let mut parts = first.split_whitespace();
    let (method, target) = (parts.next()?, parts.next()?);
    let line = format!("{method} {}", target.split('?').next().unwrap_or_default());
    let mut seen = Seen { line, authorization: None, content_type: None, body: String::new() };
    let mut length = 0;
    loop {
        let mut header = String::new();
        stream.read_line(&mut header).await.ok()?;
        let Some((name, value)) = header.trim().split_once(": ") else { break };
        match name.to_ascii_lowercase().as_str() {
            "authorization" => seen.authorization = Some(value.to_owned()),
            "content-type" => seen.content_type = Some(value.to_owned()),
            "content-length" => length = value.parse().ok()?,
            _ => {}
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.ok()?;
    seen.body = String::from_utf8(body).ok()?;
    Some(seen)
}

async fn write(stream: &mut BufReader<TcpStream>, status: u16, body: &str) {
    let head =
        format!("HTTP/1.1 {status} So\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n", body.len());
    // Who asked may be gone.
    let _ = stream.write_all((head + body).as_bytes()).await;
}

/// What an engine answers that has nothing yet, and takes every change.
fn usual(seen: &Seen) -> (u16, Value) {
    match seen.line.as_str() {
        "GET /" => (200, json!({ "version": { "number": "8.15.0" } })),
        "GET /messages-v*" => (200, an_index()),
        line if line.starts_with("GET /_alias") => (404, json!({ "status": 404 })),
        line if line.ends_with("/_search") => (200, json!({ "hits": { "hits": [] } })),
        _ => (200, json!({ "acknowledged": true })),
    }
}

/// The index of `messages`, as an engine tells it.
fn an_index() -> Value {
    let gram = |analyzer: &str| json!({ "type": "text", "analyzer": analyzer, "norms": false });
    let (mut text, mut short) = (gram("trigram"), gram("short"));
    short["index_options"] = json!("docs");
    text["fields"] = json!({ "short": short });
    let keyword = json!({ "type": "keyword", "doc_values": false });
    json!({ "messages-v1": {
        "aliases": { "messages": {}, "messages-write": {} },
        "mappings": {
            "_meta": { "chatd": { "form": 1, "fold": 1, "filled": true } },
            "_source": { "enabled": false },
            "_routing": { "required": true },
            "properties": { "app": keyword, "chat": keyword, "place": { "type": "long" }, "text": text },
        },
    }})
}

fn items(statuses: &[u16]) -> Value {
    let item = |status: &u16| match status {
        200 | 201 => json!({ "index": { "status": status } }),
        409 => json!({ "index": { "status": 409, "error": { "type": "version_conflict_engine_exception" } } }),
        429 => json!({ "index": { "status": 429, "error": { "type": "es_rejected_execution_exception" } } }),
        _ => json!({ "index": { "status": status, "error": { "type": "some_exception", "reason": "no" } } }),
    };
    json!({ "errors": true, "items": statuses.iter().map(item).collect::<Vec<_>>() })
}

fn options(nodes: &[&str]) -> Options {
    let nodes = nodes.iter().copied().map(Secret::new).collect();
    Options { nodes, api_key: None, ca_file: None, prefix: String::new(), shards: 1 }
}

async fn open(nodes: &[&str]) -> Outcome<ElasticSearch> {
    ElasticSearch::open(&options(nodes)).await
}

/// With a password in the address.
fn with_password(url: &str) -> String {
    url.replace("://", "://me:hunter2@")
}

fn told(fault: &Fault) -> String {
    let chain = fault.chain();
    assert!(!chain.contains("hunter2") && !format!("{fault:?}").contains("hunter2"), "a password is shown: {chain}");
    chain
}

async fn search(index: &ElasticSearch) -> Outcome<()> {
    let query = Query { scope: EVERYWHERE, text: "abc", after: None, descending: false, limit: 1 };
    index.find(&query).await.map(drop)
}

#[tokio::test]
async fn what_an_engine_has_no_room_for_is_sent_again_and_nothing_else() {
    let server = Server::engine(|nth, _| match nth {
        1 => (429, json!({ "error": { "type": "circuit_breaking_exception" } })),
        2 => (200, items(&[201, 429, 409])),
        _ => (200, items(&[201])),
    })
    .await;
    let index = open(&[&server.url]).await.expect("opens");
    index.index(&[1, 2, 3].map(|number| created(1, number, "text"))).await.expect("indexed");
    let bulks = server.bulks();
    let held: Vec<usize> = bulks.iter().map(|seen| seen.body.lines().count() / 2).collect();
    assert_eq!(held, [3, 3, 1]);
    assert!(bulks[2].body.contains("\"7:1:2\""), "{}", bulks[2].body);
    assert!(bulks.iter().all(|seen| seen.content_type.as_deref() == Some("application/json")));
}

#[tokio::test]
async fn one_refused_item_fails_its_batch_and_is_named() {
    let server = Server::engine(|_, _| (200, items(&[201, 400, 201]))).await;
    let index = open(&[&server.url]).await.expect("opens");
    let refused = index.index(&[1, 2, 3].map(|number| created(1, number, "text"))).await.expect_err("refused");
    assert_eq!(refused.kind, Kind::Refused);
    assert!(told(&refused).contains("the message 7:1:2 (400, some_exception: no)"), "{}", told(&refused));
}

#[tokio::test]
async fn an_item_that_an_engine_cannot_take_now_is_no_refusal() {
    let server = Server::engine(|_, _| (200, items(&[201, 503]))).await;
    let index = open(&[&server.url]).await.expect("opens");
    let failed = index.index(&[1, 2].map(|number| created(1, number, "text"))).await.expect_err("failed");
    assert_eq!(failed.kind, Kind::Unavailable);
}

#[tokio::test]
async fn a_wrong_password_is_told_at_the_start() {
    let server = Server::new(|_| (401, json!({ "error": { "type": "security_exception", "reason": "who?" } }))).await;
    let refused = open(&[&with_password(&server.url)]).await.map(drop).expect_err("refused");
    let said = told(&refused);
    assert!(said.contains("refuses the credentials (401") && said.contains("search.api_key"), "{said}");
}

#[tokio::test]
async fn credentials_that_are_refused_later_make_entries_wait() {
    let server = Server::engine(|_, _| (401, json!({ "error": { "type": "security_exception" } }))).await;
    let index = open(&[&with_password(&server.url)]).await.expect("opens");
    let failed = index.index(&[created(1, 1, "text")]).await.expect_err("refused");
    assert!(failed.is_transient(), "an operator can mend it: {}", told(&failed));
}

#[tokio::test]
async fn users_and_keys_go_with_every_request_and_not_into_addresses() {
    let server = Server::engine(|_, _| (200, items(&[201]))).await;
    let index = open(&[&with_password(&server.url)]).await.expect("opens");
    index.index(&[created(1, 1, "text")]).await.expect("indexed");
    let basic = Some("Basic bWU6aHVudGVyMg==".to_owned());
    assert!(server.seen().iter().all(|seen| seen.authorization == basic), "{:?}", server.seen());

    let keyed = Server::engine(|_, _| (200, items(&[201]))).await;
    let key = Options { api_key: Some(Secret::new("a2V5")), ..options(&[&keyed.url]) };
    ElasticSearch::open(&key).await.expect("opens").index(&[created(1, 1, "text")]).await.expect("indexed");
    assert!(keyed.seen().iter().all(|seen| seen.authorization.as_deref() == Some("ApiKey a2V5")));
}

#[tokio::test]
async fn what_is_no_engine_or_too_old_a_one_is_refused() {
    for (status, body, part) in [
        (200, json!({ "hello": "world" }), "no Elasticsearch and no OpenSearch"),
        (404, json!({}), "no Elasticsearch and no OpenSearch"),
        (200, json!({ "version": { "number": "7.9.3" } }), "elasticsearch 7.9.3 is too old"),
        (200, json!({ "version": { "number": "1.3.0", "distribution": "opensearch" } }), "opensearch 1.3.0 is too old"),
    ] {
        let server = Server::new(move |_| (status, body.clone())).await;
        let refused = open(&[&with_password(&server.url)]).await.map(drop).expect_err(part);
        assert!(told(&refused).contains(part), "{}", told(&refused));
    }
}

#[tokio::test]
async fn an_engine_that_is_away_is_no_reason_not_to_start_and_is_told_by_every_call() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://me:hunter2@{}", listener.local_addr().expect("an address"));
    drop(listener);
    let index = open(&[&url]).await.expect("starts without it");
    let failed = index.index(&[created(1, 1, "text")]).await.expect_err("away");
    assert!(failed.is_transient() && told(&failed).contains("cannot be reached"), "{}", told(&failed));
    assert!(told(&search(&index).await.expect_err("away")).contains("answered a moment ago"));
    assert!(told(&index.ping().await.expect_err("away")).contains("answer within a second"));
}

#[tokio::test]
async fn https_to_a_node_that_speaks_http_is_told_as_that() {
    let server = Server::engine(|_, _| (200, items(&[201]))).await;
    let index = open(&[&with_password(&server.url).replace("http:", "https:")]).await.expect("starts");
    let failed = index.index(&[created(1, 1, "text")]).await.expect_err("no TLS");
    assert!(told(&failed).contains("write http:// in search.url"), "{}", told(&failed));
}

#[tokio::test]
async fn a_connection_that_ends_without_an_answer_says_that_it_may_be_tls() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let closing = tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            // The request is read, so that the end is an end and no reset.
            let _ = stream.read(&mut [0; 4_096]).await;
        }
    });
    let index = open(&[&url]).await.expect("starts");
    let failed = index.index(&[created(1, 1, "text")]).await.expect_err("cut off");
    assert!(told(&failed).contains("write https:// in search.url"), "{}", told(&failed));
    closing.abort();
}

/// A port that takes connections and never answers.
async fn silence() -> (String, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let holding = tokio::spawn(async move {
        let mut held = Vec::new();
        while let Ok((stream, _)) = listener.accept().await {
            held.push(stream);
        }
    });
    (url, holding)
}

#[tokio::test]
async fn a_node_that_hangs_is_given_up_in_time_and_then_not_waited_for() {
    let (url, holding) = silence().await;
    let index = open(&[&url]).await.expect("starts");
    let began = Instant::now();
    let failed = index.ping().await.expect_err("hangs");
    assert!(told(&failed).contains("did not answer within"), "{}", told(&failed));
    assert!(began.elapsed() < Duration::from_secs(5));
    let began = Instant::now();
    search(&index).await.expect_err("known to be away");
    assert!(began.elapsed() < Duration::from_millis(500), "{:?}", began.elapsed());
    holding.abort();
}

#[tokio::test]
async fn another_node_answers_for_one_that_hangs() {
    let (url, holding) = silence().await;
    let server = Server::engine(|_, _| (200, items(&[201]))).await;
    let index = open(&[&url, &server.url]).await.expect("opens");
    for number in 1..=3 {
        index.index(&[created(1, number, "text")]).await.expect("indexed");
        search(&index).await.expect("found");
    }
    assert_eq!(server.bulks().len(), 3);
    holding.abort();
}

#[tokio::test]
async fn another_node_answers_for_one_that_cannot() {
    let failing =
        Server::new(|_| (503, json!({ "error": { "type": "cluster_manager_not_discovered_exception" } }))).await;
    let server = Server::engine(|_, _| (200, items(&[201]))).await;
    let index = open(&[&failing.url, &server.url]).await.expect("opens");
    for number in 1..=3 {
        index.index(&[created(1, number, "text")]).await.expect("indexed");
    }
    assert_eq!(server.bulks().len(), 3);
}
