//! The nodes of an engine: asks one, and another where that one does not answer, within the deadline of the call. Every
//! request that is made here may be made twice. Knows HTTP and deadlines, not what is asked.

use std::error::Error as _;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use bytes::Bytes;
use elasticsearch::auth::Credentials;
use elasticsearch::http::Method;
use elasticsearch::http::headers::{ACCEPT_ENCODING, HeaderMap, HeaderValue};
use elasticsearch::http::transport::{SingleNodeConnectionPool, Transport, TransportBuilder};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::time::Instant;
use url::Url;

use super::error::{Cause, EngineError};
use super::options::{Options, Wrong};

/// How long a node that did not answer is asked last, and not at all by who cannot wait.
const AWAY: Duration = Duration::from_secs(2);

/// Who stops waiting sooner than this says nothing about the node.
const IMPATIENCE: Duration = Duration::from_secs(1);

/// The deadline of a call that names none.
const USUAL: Duration = Duration::from_secs(30);

/// A request.
#[derive(Debug, Clone)]
pub struct Call {
    method: Method,
    path: String,
    query: Vec<(&'static str, String)>,
    body: Option<Bytes>,
    within: Duration,
    urgent: bool,
}

impl Call {
    fn new(method: Method, path: String) -> Self {
        Self { method, path, query: Vec::new(), body: None, within: USUAL, urgent: false }
    }

    /// GET of a path.
    pub fn get(path: String) -> Self {
        Self::new(Method::Get, path)
    }

    /// POST to a path.
    pub fn post(path: String) -> Self {
        Self::new(Method::Post, path)
    }

    /// PUT of a path.
    pub fn put(path: String) -> Self {
        Self::new(Method::Put, path)
    }

    /// DELETE of a path.
    pub fn delete(path: String) -> Self {
        Self::new(Method::Delete, path)
    }

    /// With a parameter.
    pub fn query(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.query.push((name, value.into()));
        self
    }

    /// With JSON, or lines of JSON.
    pub fn body(self, body: impl Into<Bytes>) -> Self {
        Self { body: Some(body.into()), ..self }
    }

    /// With a deadline, over all nodes that are asked.
    pub fn within(self, within: Duration) -> Self {
        Self { within, ..self }
    }

    /// Fails at once while every node is known to be away.
    pub fn urgent(self) -> Self {
        Self { urgent: true, ..self }
    }
}

/// An answer with any status.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: u16,
    body: Bytes,
    what: String,
}

/// The body of an answer that is no success.
#[derive(Deserialize)]
struct Failed {
    error: Cause,
}

impl Answer {
    /// The answer where it is a success.
    pub fn checked(self) -> Result<Self, EngineError> {
        if (200..300).contains(&self.status) {
            return Ok(self);
        }
        let cause = self.cause();
        Err(EngineError::of_answer(self.what, self.status, cause))
    }

    /// What the engine says went wrong.
    pub fn cause(&self) -> Option<Cause> {
        serde_json::from_slice(&self.body).ok().map(|Failed { error }| error)
    }

    /// The JSON of the answer.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, EngineError> {
        let garbled = |cause: serde_json::Error| EngineError::NoEngine { what: format!("to {}: {cause}", self.what) };
        // With a filter an engine answers nothing at all where nothing passes it.
        let body: &[u8] = if self.body.is_empty() { b"{}" } else { &self.body };
        serde_json::from_slice(body).map_err(garbled)
    }
}

/// The nodes of an engine.
pub struct Nodes {
    nodes: Vec<Node>,
    turn: AtomicUsize,
    began: Instant,
}

struct Node {
    transport: Transport,
    /// Host and port.
    name: String,
    /// Milliseconds after `began` until which it counts as away.
    away_until: AtomicU64,
}

impl Nodes {
    /// The nodes that `options` name. Connects to none of them yet.
    pub fn new(options: &Options) -> Result<Self, Wrong> {
        let credentials = options.credentials()?;
        let node = |url: Url| -> Result<Node, Wrong> {
            let name = name_of(&url);
            let transport = transport(url, credentials.clone(), options)?;
            Ok(Node { transport, name, away_until: AtomicU64::new(0) })
        };
        let nodes = options.addresses()?.into_iter().map(node).collect::<Result<_, _>>()?;
        Ok(Self { nodes, turn: AtomicUsize::new(0), began: Instant::now() })
    }

    /// Asks the nodes in turn until one answers. A node has half of what is left of the deadline as long as there is
    /// another one to ask.
    pub async fn ask(&self, call: &Call) -> Result<Answer, EngineError> {
        let deadline = Instant::now() + call.within;
        let order = self.order();
        if call.urgent && order.iter().all(|node| self.is_away(node)) {
            return Err(EngineError::Away);
        }
        let mut ended = Err(EngineError::Away);
        for (nth, node) in order.iter().enumerate() {
            let left = deadline.saturating_duration_since(Instant::now());
            let another = nth + 1 < order.len();
            ended = self.ask_one(node, call, if another { left / 2 } else { left }).await;
            match &ended {
                // What one node cannot do now, another may.
                Ok(answer) if another && matches!(answer.status, 502..=504) => {}
                Ok(_) => break,
                Err(cause) => tracing::debug!(node = node.name, error = %cause, "a node of the engine failed"),
            }
        }
        ended
    }

    /// Asks, and reads the answer where it is a success.
    pub async fn json<T: DeserializeOwned>(&self, call: &Call) -> Result<T, EngineError> {
        self.ask(call).await?.checked()?.json()
    }

    /// All nodes, beginning with another one each time, those that are away last.
    fn order(&self) -> Vec<&Node> {
        let turn = self.turn.fetch_add(1, Ordering::Relaxed) % self.nodes.len().max(1);
        let (before, from) = self.nodes.split_at(turn.min(self.nodes.len()));
        let mut order: Vec<&Node> = from.iter().chain(before).collect();
        order.sort_by_key(|node| self.is_away(node));
        order
    }

    fn now(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn is_away(&self, node: &Node) -> bool {
        node.away_until.load(Ordering::Relaxed) > self.now()
    }

    async fn ask_one(&self, node: &Node, call: &Call, within: Duration) -> Result<Answer, EngineError> {
        let mut asking = Asking { nodes: self, node, since: Instant::now(), answered: false };
        let asked = async {
            let (headers, body) = (plain(), call.body.clone());
            let query = (!call.query.is_empty()).then_some(&call.query);
            let sent = node.transport.send(call.method, &call.path, headers, query, body, Some(within)).await?;
            let status = sent.status_code().as_u16();
            Ok((status, sent.bytes().await?))
        };
        let answer = tokio::time::timeout(within, asked).await;
        let failed = match answer {
            Ok(Ok((status, body))) => {
                asking.answered = true;
                return Ok(Answer { status, body, what: format!("{:?} {}", call.method, call.path) });
            }
            Ok(Err(cause)) => failure(node, within, &cause),
            Err(_) => EngineError::Late { node: node.name.clone(), within },
        };
        asking.failed();
        Err(failed)
    }
}

/// A request that is under way. A node is away not only when it fails: who waits no longer says so by dropping this.
struct Asking<'a> {
    nodes: &'a Nodes,
    node: &'a Node,
    since: Instant,
    answered: bool,
}

impl Asking<'_> {
    fn failed(&mut self) {
        self.answered = true;
        let until = self.nodes.now().saturating_add(u64::try_from(AWAY.as_millis()).unwrap_or(u64::MAX));
        self.node.away_until.store(until, Ordering::Relaxed);
    }
}

impl Drop for Asking<'_> {
    fn drop(&mut self) {
        if self.answered {
            return;
        }
        if self.since.elapsed() >= IMPATIENCE {
            self.failed();
        }
    }
}

fn transport(url: Url, credentials: Option<Credentials>, options: &Options) -> Result<Transport, Wrong> {
    let tls = url.scheme() == "https";
    // Nodes are reached as they are named: a proxy of the environment would see the credentials.
    let mut builder =
        TransportBuilder::new(SingleNodeConnectionPool::new(url)).disable_proxy().enable_meta_header(false);
    if let Some(credentials) = credentials {
        builder = builder.auth(credentials);
    }
    if tls {
        builder = builder.cert_validation(options.validation()?);
    }
    builder.build().map_err(|cause| Wrong::Client(cause.to_string()))
}

/// The client's own headers are plain `application/json`, which every version takes. Answers come uncompressed: they are
/// small, and the engine has better things to do.
fn plain() -> HeaderMap {
    HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static("identity"))])
}

fn name_of(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port_or_known_default().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// What a request that brought no answer means.
fn failure(node: &Node, within: Duration, cause: &elasticsearch::Error) -> EngineError {
    let name = node.name.clone();
    if cause.is_timeout() {
        return EngineError::Late { node: name, within };
    }
    let cause = chain(cause);
    // What a node says to a handshake that it does not know, or that it ends instead of saying anything.
    if cause.contains("InvalidContentType") || cause.contains("tls handshake eof") {
        return EngineError::NoTls { node: name };
    }
    if cause.contains("connection closed") || cause.contains("invalid HTTP") {
        return EngineError::CutOff { node: name, cause };
    }
    EngineError::Unreachable { node: name, cause }
}

fn chain(error: &elasticsearch::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        let said = cause.to_string();
        // The client repeats what is behind it.
        if !text.ends_with(&said) {
            let _ = write!(text, ": {said}");
        }
        next = cause.source();
    }
    text
}
