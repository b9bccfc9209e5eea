//! The edge of the API: what every request passes through, whatever it asks for. Gives it an id and a deadline, survives
//! its panics, writes errors as problem documents, and leaves one log line and one count of it.
//!
//! One layer instead of a stack of them: each would box the request's future once more.

use std::any::Any;
use std::convert::Infallible;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::extract::{MatchedPath, Request};
use axum::response::Response;
use chat_shared::api::codes::Code;
use chat_shared::api::headers::X_REQUEST_ID;
use futures::FutureExt as _;
use http::header::CONTENT_TYPE;
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method};
use http_body::Body as _;
use tokio::time::{Instant, timeout_at};
use tower::{Layer, Service};

use super::error::{ApiError, Rendering};
use super::ids::RequestIds;
use super::meter::Meter;
use crate::telemetry::ACCESS;

/// A body has to be there this long before the deadline, so that its lateness is told from that of its handling.
const BODY_MARGIN: Duration = Duration::from_millis(20);

/// The longest id that is taken over from a client, in bytes.
const MAX_ID: usize = 128;

/// What the edge knows of a request; among its extensions for whoever needs it.
#[derive(Debug, Clone)]
pub struct RequestInfo {
    id: HeaderValue,
    /// Ours, where `id` is the client's: two requests may carry the same id, but no two entries must.
    unique: Option<String>,
    deadline: Instant,
}

impl RequestInfo {
    /// The request's, which every request that came through the edge has.
    pub fn of(parts: &Parts) -> Result<Self, ApiError> {
        let missing = || ApiError::new(Code::Internal, "the request has no id");
        parts.extensions.get().cloned().ok_or_else(missing)
    }

    /// The id that travels with what the request puts on the log: never that of another request.
    #[must_use]
    pub fn entry_id(&self) -> String {
        match &self.unique {
            None => self.id().to_owned(),
            Some(unique) => format!("{}~{unique}", self.id()),
        }
    }

    /// How long the request has left.
    #[must_use]
    pub fn remaining(&self) -> Duration {
        self.deadline.saturating_duration_since(Instant::now())
    }

    /// When its body has to be there.
    #[must_use]
    pub fn body_deadline(&self) -> Instant {
        self.deadline.checked_sub(BODY_MARGIN).unwrap_or(self.deadline)
    }

    fn id(&self) -> &str {
        // Taken over or made, it is visible ASCII.
        self.id.to_str().unwrap_or_default()
    }
}

/// Puts the edge round every route.
#[derive(Clone)]
pub struct EdgeLayer(Arc<Shared>);

struct Shared {
    deadline: Duration,
    ids: RequestIds,
    meter: Meter,
}

impl EdgeLayer {
    /// An edge that gives requests this long.
    #[must_use]
    pub fn new(deadline: Duration) -> Self {
        Self(Arc::new(Shared { deadline, ids: RequestIds::new(), meter: Meter::default() }))
    }
}

impl<S> Layer<S> for EdgeLayer {
    type Service = Edge<S>;

    fn layer(&self, inner: S) -> Edge<S> {
        Edge { inner, shared: Arc::clone(&self.0) }
    }
}

/// A route with the edge round it.
#[derive(Clone)]
pub struct Edge<S> {
    inner: S,
    shared: Arc<Shared>,
}

impl<S> Service<Request> for Edge<S>
where
    S: Service<Request, Response = Response, Error = Infallible>,
    S::Future: Send + 'static,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request) -> Self::Future {
        let seen = Seen::of(&request, &self.shared);
        request.extensions_mut().insert(seen.info.clone());
        let answer = self.inner.call(request);
        let shared = Arc::clone(&self.shared);
        Box::pin(async move {
            let response = match timeout_at(seen.info.deadline, AssertUnwindSafe(answer).catch_unwind()).await {
                Ok(Ok(Ok(response))) => response,
                Ok(Err(panic)) => seen.problem(&panicked(&*panic).rendering()),
                Err(_) => seen.problem(&seen.too_late().rendering()),
            };
            Ok(seen.finish(response, &shared.meter))
        })
    }
}

/// What is kept of a request until its answer.
struct Seen {
    info: RequestInfo,
    method: Method,
    route: Option<MatchedPath>,
    began: Instant,
}

impl Seen {
    fn of(request: &Request, shared: &Shared) -> Self {
        let began = Instant::now();
        let unique = shared.ids.next();
        let (id, unique) = match given_id(request.headers()) {
            Some(given) => (given, Some(unique)),
            None => (HeaderValue::try_from(unique).unwrap_or(HeaderValue::from_static("-")), None),
        };
        Self {
            info: RequestInfo { id, unique, deadline: began + shared.deadline },
            method: request.method().clone(),
            route: request.extensions().get().cloned(),
            began,
        }
    }

    /// Errors become problem documents, those that a library answered by itself too.
    fn finish(&self, mut response: Response, meter: &Meter) -> Response {
        if response.status().is_client_error() || response.status().is_server_error() {
            response = self.mended(response);
        }
        response.headers_mut().insert(X_REQUEST_ID, self.info.id.clone());
        let route = self.route.as_ref().map_or("unmatched", MatchedPath::as_str);
        let took = self.began.elapsed();
        meter.count(&self.method, route, response.status(), took);
        let status = response.status().as_u16();
        if tracing::enabled!(target: ACCESS, tracing::Level::INFO) {
            let ms = took.as_secs_f64() * 1_000.0;
            let (method, id) = (self.method.as_str(), self.info.id());
            let bytes = response.body().size_hint().exact();
            tracing::info!(target: ACCESS, method, route, status, ms, bytes, request_id = id, "request");
        }
        response
    }

    fn mended(&self, mut response: Response) -> Response {
        if let Some(rendering) = ApiError::take(&mut response) {
            return self.problem(&rendering);
        }
        // Whoever answers JSON of its own means it; a library's words are plain text, or nothing.
        let own = response.headers().get(CONTENT_TYPE).is_some_and(|kind| !kind.as_bytes().starts_with(b"text/plain"));
        if own {
            return response;
        }
        let code = match response.status().as_u16() {
            404 => Code::RouteNotFound,
            405 => Code::MethodNotAllowed,
            408 => Code::RequestTimeout,
            413 => Code::BodyTooLarge,
            415 => Code::UnsupportedMediaType,
            400..500 => Code::MalformedRequest,
            _ => Code::Internal,
        };
        self.problem(&ApiError::new(code, code.row().meaning).rendering())
    }

    fn problem(&self, rendering: &Rendering) -> Response {
        if let Some(cause) = rendering.cause() {
            let (code, id) = (rendering.code().name(), self.info.id());
            let route = self.route.as_ref().map_or("unmatched", MatchedPath::as_str);
            if rendering.code().needs_operator() {
                tracing::error!(route, code, error = cause, request_id = id, "a request failed");
            } else {
                tracing::warn!(route, code, error = cause, request_id = id, "a request failed");
            }
        }
        rendering.response(self.info.id())
    }

    fn too_late(&self) -> ApiError {
        let error = ApiError::new(Code::DeadlineExceeded, "the request was not done within its deadline");
        if self.method.is_safe() { error } else { error.outcome_unknown() }
    }
}

/// The client's own id, where it is one that can be repeated in headers and logs.
fn given_id(headers: &HeaderMap) -> Option<HeaderValue> {
    let id = headers.get(X_REQUEST_ID)?;
    let bytes = id.as_bytes();
    let fit = (1..=MAX_ID).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_graphic);
    fit.then(|| id.clone())
}

fn panicked(panic: &(dyn Any + Send)) -> ApiError {
    let told = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let told = told.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
    ApiError::new(Code::Internal, "the request could not be carried out").because(format!("it panicked: {told}"))
}
