//! Stands before a search engine and answers in its place as it is told to: too busy, silent, or refusing one document of
//! a bulk and passing the others on.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use http::header::CONTENT_TYPE;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::server::send_to;

/// What becomes of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mood {
    /// It goes to the engine.
    Straight,
    /// 429, whatever it is.
    Busy,
    /// No answer for longer than anybody waits.
    Silent,
    /// Of a bulk the documents whose ids end so are refused; everything else goes to the engine.
    Refusing(String),
}

/// One that listens. Ends when dropped.
pub struct Meddler {
    /// Where it is to be found in the engine's place.
    pub url: String,
    mood: Arc<Mutex<Mood>>,
    task: JoinHandle<()>,
}

impl Drop for Meddler {
    fn drop(&mut self) {
        self.task.abort();
    }
}

#[derive(Clone)]
struct Before {
    /// Host and port.
    engine: String,
    mood: Arc<Mutex<Mood>>,
}

impl Meddler {
    /// One before this engine, straight at first.
    pub async fn before(engine: &str) -> Self {
        let mood = Arc::new(Mutex::new(Mood::Straight));
        let engine = engine.trim_start_matches("http://").trim_end_matches('/').to_owned();
        let before = Before { engine, mood: Arc::clone(&mood) };
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("bound"));
        let router = Router::new().fallback(answer).with_state(before);
        let task = tokio::spawn(async move { axum::serve(listener, router).await.expect("serves") });
        Self { url, mood, task }
    }

    /// Changes what becomes of requests from now on.
    pub fn feel(&self, mood: Mood) {
        *self.mood.lock().unwrap_or_else(PoisonError::into_inner) = mood;
    }
}

async fn answer(State(before): State<Before>, request: Request) -> Response {
    let mood = before.mood.lock().unwrap_or_else(PoisonError::into_inner).clone();
    match mood {
        Mood::Straight => before.pass_on(request, |body| (body, Vec::new())).await,
        Mood::Busy => {
            let said =
                json!({ "error": { "type": "es_rejected_execution_exception", "reason": "busy" }, "status": 429 });
            (StatusCode::TOO_MANY_REQUESTS, [(CONTENT_TYPE, "application/json")], said.to_string()).into_response()
        }
        Mood::Silent => {
            tokio::time::sleep(Duration::from_mins(5)).await;
            StatusCode::GATEWAY_TIMEOUT.into_response()
        }
        Mood::Refusing(end) if request.uri().path().ends_with("/_bulk") => {
            before.pass_on(request, |body| without(&body, &end)).await
        }
        Mood::Refusing(_) => before.pass_on(request, |body| (body, Vec::new())).await,
    }
}

impl Before {
    /// Sends it to the engine; what was taken out of a bulk is refused in the engine's name.
    async fn pass_on(&self, request: Request, change: impl FnOnce(Bytes) -> (Bytes, Vec<usize>)) -> Response {
        let (parts, body) = request.into_parts();
        let (body, refused) = change(to_bytes(body, usize::MAX).await.expect("a body"));
        let (status, mut body) = if body.is_empty() && !refused.is_empty() {
            (StatusCode::OK, Bytes::from(json!({ "errors": false, "items": [] }).to_string()))
        } else {
            let headers = [("content-type", "application/json")];
            let answer = send_to(&self.engine, parts.method, &parts.uri.to_string(), &headers, body).await;
            (answer.status, answer.body)
        };
        if !refused.is_empty() {
            body = refusing(&body, &refused);
        }
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = status;
        response.headers_mut().insert(CONTENT_TYPE, http::HeaderValue::from_static("application/json"));
        response
    }
}

/// A bulk without the documents whose ids end so, and their places.
fn without(bulk: &Bytes, end: &str) -> (Bytes, Vec<usize>) {
    let text = std::str::from_utf8(bulk).expect("text");
    let lines: Vec<&str> = text.lines().collect();
    let (mut kept, mut refused) = (String::new(), Vec::new());
    for (place, pair) in lines.chunks(2).enumerate() {
        let action: Value = serde_json::from_str(pair[0]).expect("an action");
        if action["index"]["_id"].as_str().is_some_and(|id| id.ends_with(end)) {
            refused.push(place);
        } else {
            kept.extend(pair.iter().flat_map(|line| [line, "\n"]));
        }
    }
    (kept.into(), refused)
}

/// The engine's answer with refusals at these places.
fn refusing(answer: &Bytes, refused: &[usize]) -> Bytes {
    let mut answer: Value = serde_json::from_slice(answer).expect("JSON");
    answer["errors"] = true.into();
    let items = answer["items"].as_array_mut().expect("items");
    for place in refused {
        let error = json!({ "type": "mapper_parsing_exception", "reason": "no such document" });
        items.insert(*place, json!({ "index": { "status": 400, "error": error } }));
    }
    answer.to_string().into()
}
