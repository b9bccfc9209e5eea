//! The API in this process: parts, workers, and the router behind the real server, on a port of its own. Driven by the
//! typed client, and by raw requests for what no client would send. A story is told twice: with everything embedded, and
//! on servers.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use chat_shared::api::client::{Client, ClientError, Paging, WriteOptions};
use chat_shared::api::codes::Code;
use chat_shared::api::headers::X_REQUEST_ID;
use chat_shared::api::problem::{MEDIA_TYPE, Problem};
use chat_shared::api::types::CreateMessage;
use chat_shared::clock::{Clock, SystemClock};
use chat_shared::config::{Config, Environment, Flags, SearchUrl, load};
use chat_shared::domain::PARTITIONS;
use chat_shared::queue::Group;
use chatd::app::needs;
use chatd::http::serve::{Bounds, listen, serve};
use chatd::http::{AdminAccess, AppState, Gate, Needs, router};
use chatd::lifecycle::{Lifecycle, Stage};
use chatd::parts::Parts;
use http::header::{CONTENT_TYPE, HOST};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode};
use http_body_util::{BodyExt as _, Full};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tempfile::TempDir;
use tokio::net::TcpStream;
use utoipa_axum::router::OpenApiRouter;

use super::home::Home;

/// The admin key of every test's server.
pub const ADMIN_KEY: &str = "an admin key for tests";

/// How long anything may take, on a machine that is busy with other tests.
const SOON: Duration = Duration::from_secs(30);

/// A server in this process.
pub struct Server {
    /// A client that knows the admin key.
    pub client: Client,
    /// The parts behind the API.
    pub parts: Parts,
    /// Whether the process says that it wants requests.
    pub gate: Gate,
    /// What the search index calls itself.
    pub engine: &'static str,
    base: String,
    lifecycle: Lifecycle,
    _data: TempDir,
}

/// What a test's server is made of, wherever its parts are.
pub struct Recipe {
    change: Box<dyn Fn(&mut Config) + Send>,
    workers: bool,
    replace: Box<dyn Fn(&mut Needs) + Send>,
}

impl Recipe {
    /// What chatd is by default, on a folder of its own.
    pub fn new() -> Self {
        Self { change: Box::new(|_| {}), workers: true, replace: Box::new(|_| {}) }
    }

    /// Without workers: nothing is ever persisted.
    pub fn without_workers(mut self) -> Self {
        self.workers = false;
        self
    }

    /// With another configuration.
    pub fn config(mut self, change: impl Fn(&mut Config) + Send + 'static) -> Self {
        self.change = Box::new(change);
        self
    }

    /// With other parts than the configuration's.
    pub fn replace(mut self, change: impl Fn(&mut Needs) + Send + 'static) -> Self {
        self.replace = Box::new(change);
        self
    }

    /// Runs a test against such a server with everything embedded, then against one on MariaDB, Redis and OpenSearch,
    /// unless such tests are left out. Each is stopped in order: it must leave nothing behind.
    pub async fn run(self, test: impl AsyncFn(&Server)) {
        self.run_on(Config::with_data("unused"), &test).await;
        let Some(home) = Home::create().await else { return };
        // What a test that fails has printed tells where it did.
        println!("with everything embedded this went well; now on servers");
        self.run_on(on_servers(&home), &test).await;
    }

    async fn run_on(&self, config: Config, test: &impl AsyncFn(&Server)) {
        let server = self.start(config).await;
        test(&server).await;
        server.stop().await;
    }

    async fn start(&self, config: Config) -> Server {
        let data = tempfile::tempdir().expect("a folder");
        let mut config = Config { data: data.path().to_owned(), ..config };
        (self.change)(&mut config);
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let parts = Box::pin(Parts::open(&config, Arc::clone(&clock))).await.expect("opens");
        let lifecycle = Lifecycle::new();
        parts.spawn_lookout(&config, &lifecycle);
        if self.workers {
            parts.spawn_workers(&config, &lifecycle);
        }
        let gate = Gate::opened();
        let mut needs = needs(&config, &parts, AdminAccess::key(ADMIN_KEY), gate.clone());
        (self.replace)(&mut needs);
        let router = router(AppState::new(needs), OpenApiRouter::new());
        let listener = listen("127.0.0.1:0".parse().expect("an address")).expect("listens");
        let base = format!("http://{}", listener.local_addr().expect("bound"));
        let mut bounds = Bounds::of(&config);
        bounds.linger = Duration::ZERO;
        lifecycle.spawn(Stage::Requests, "http", |stop| serve(listener, router, bounds, stop));
        let client = Client::builder(&base).admin_key(ADMIN_KEY).build().expect("a client");
        let engine = if matches!(config.search.url, SearchUrl::Engine(_)) { "opensearch" } else { "sqlite" };
        Server { client, parts, gate, engine, base, lifecycle, _data: data }
    }
}

/// chatd's configuration with its parts in this home.
fn on_servers(home: &Home) -> Config {
    let vars = home.settings().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let flags = Flags { data: Some("unused".into()), ..Flags::default() };
    load(&Environment { vars, ..Environment::of_process() }, &flags).expect("valid settings").config
}

/// Runs a test against a server as chatd is by default.
pub async fn with_server(test: impl AsyncFn(&Server)) {
    Recipe::new().run(test).await;
}

/// Sends a request as it is to whoever listens there, on a connection of its own.
pub async fn send_to(
    address: &str,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
    body: impl Into<Bytes>,
) -> Raw {
    let mut request = Request::new(Full::new(body.into()));
    *request.method_mut() = method;
    *request.uri_mut() = path.parse().expect("a path");
    request.headers_mut().insert(HOST, HeaderValue::from_static("chat.test"));
    for (name, value) in headers {
        let value = HeaderValue::from_bytes(value.as_bytes()).expect("a value");
        request.headers_mut().append(HeaderName::from_bytes(name.as_bytes()).expect("a name"), value);
    }
    let socket = TcpStream::connect(address).await.expect("connects");
    let (mut sender, connection) = http1::handshake(TokioIo::new(socket)).await.expect("speaks HTTP");
    let connection = tokio::spawn(connection);
    let (parts, body) = sender.send_request(request).await.expect("answered").into_parts();
    let body = body.collect().await.expect("whole").to_bytes();
    drop(sender);
    // Where the server has refused a body before all of it was sent, the connection ends in the middle.
    let _ = connection.await.expect("ends");
    Raw { status: parts.status, headers: parts.headers, body }
}

/// An answer, taken as it came.
#[derive(Debug)]
pub struct Raw {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Bytes,
}

impl Raw {
    /// The problem that it must be: this code, with everything that belongs to it.
    #[track_caller]
    pub fn problem(&self, code: Code) -> Problem {
        let problem: Problem = serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("no problem document ({error}): {self:?}"));
        assert_eq!(problem.code, code.name(), "{problem:?}");
        assert_eq!((self.status.as_u16(), problem.status), (code.status(), code.status()), "{problem:?}");
        assert_eq!(self.header(CONTENT_TYPE.as_str()), Some(MEDIA_TYPE));
        assert_eq!(self.header(X_REQUEST_ID.as_str()), Some(&*problem.request_id));
        assert_eq!(problem.retryable, code.retryable());
        problem
    }

    /// A header's text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().expect("text"))
    }

    /// The body's JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("no JSON ({error}): {self:?}"))
    }
}

impl Server {
    /// Sends a request as it is, on a connection of its own.
    pub async fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Raw {
        send_to(self.address(), method, path, headers, body).await
    }

    /// Sends a request with a JSON body.
    pub async fn send_json(&self, method: Method, path: &str, body: impl Into<Bytes>) -> Raw {
        self.send(method, path, &[("content-type", "application/json")], body).await
    }

    /// Asks for something.
    pub async fn get(&self, path: &str) -> Raw {
        self.send(Method::GET, path, &[], Bytes::new()).await
    }

    /// The address without a scheme, for sockets.
    pub fn address(&self) -> &str {
        self.base.trim_start_matches("http://")
    }

    /// A client that knows no admin key.
    pub fn stranger(&self) -> Client {
        Client::builder(&self.base).build().expect("a client")
    }

    /// A new application's token.
    pub async fn tenant(&self) -> String {
        self.client.create_application("tenant").await.expect("created").body.token
    }

    /// A new application with its first chat.
    pub async fn tenant_with_chat(&self) -> String {
        let token = self.tenant().await;
        self.client.create_chat(&token, None, &WriteOptions::default()).await.expect("created");
        token
    }

    /// Posts messages to chat 1, one by one.
    pub async fn post(&self, token: &str, contents: &[&str]) {
        for content in contents {
            self.post_to(token, 1, content).await.expect("created");
        }
    }

    /// Posts a message and gives its number.
    pub async fn post_to(&self, token: &str, chat: u32, content: &str) -> Result<u32, ClientError> {
        let message = CreateMessage { content: content.into(), sender: None, sent_at: None };
        let answer = self.client.create_message(token, chat, &message, &WriteOptions::default()).await?;
        Ok(answer.body.message_number)
    }

    /// Waits until everything accepted so far is in the store and in the index.
    pub async fn settled(&self) {
        for partition in 0..PARTITIONS {
            let last = self.parts.queue.last_id(partition).await.expect("answers");
            for group in Group::ALL {
                let settled = self.parts.queue.settled(group, partition, last, SOON).await.expect("answers");
                assert!(settled, "partition {partition} is not settled in time");
            }
        }
        self.parts.search.refresh().await.expect("what is indexed is found");
    }

    /// All pages of a list, following `next`.
    pub async fn pages<T>(
        &self,
        first: Paging,
        fetch: impl AsyncFn(Paging) -> Result<chat_shared::api::client::Page<Vec<T>>, ClientError>,
    ) -> Vec<Vec<T>> {
        let mut pages = Vec::new();
        let mut next = Some(first);
        while let Some(paging) = next {
            let page = fetch(paging).await.expect("answers");
            pages.push(page.body);
            next = page.next;
            assert!(pages.len() < 1_000, "the list has no end");
        }
        pages
    }

    async fn stop(self) {
        self.lifecycle.stop();
        let exit = self.lifecycle.run(SOON, self.parts.close()).await;
        assert_eq!(exit.code(), 0, "the server did not stop in order: {:?}", self.lifecycle.failure());
    }
}
