//! `/admin`: what operators look at and do. Each route takes what was asked, asks [`chat_shared::ops`], and answers.

mod backups;
mod counters;
mod dead_letters;
mod operations;
mod queues;
mod search;
mod trace;

use axum::body::Body;
use axum::response::Response;
use chat_shared::fault::Outcome;
use chat_shared::ops::OpsError;
use futures::TryStreamExt as _;
use futures::stream::BoxStream;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, StatusCode};
use serde::Serialize;
use utoipa::OpenApi as _;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::http::answer;
use crate::http::error::ApiError;
use crate::http::state::AppState;

/// What is looked at.
pub fn reads() -> OpenApiRouter<AppState> {
    OpenApiRouter::with_openapi(operations::Forms::openapi())
        .routes(routes!(queues::status))
        .routes(routes!(queues::queues))
        .routes(routes!(queues::queue))
        .routes(routes!(queues::pending))
        .routes(routes!(queues::entries))
        .routes(routes!(queues::entry))
        .routes(routes!(queues::workers))
        .routes(routes!(counters::list))
        .routes(routes!(counters::diff))
        .routes(routes!(counters::show))
        .routes(routes!(dead_letters::list))
        .routes(routes!(dead_letters::errors))
        .routes(routes!(dead_letters::export))
        .routes(routes!(dead_letters::show))
        .routes(routes!(operations::list))
        .routes(routes!(operations::show))
        .routes(routes!(operations::acts))
        .routes(routes!(search::status))
        .routes(routes!(trace::message))
        .routes(routes!(backups::backup))
}

/// What is done. Each is written to the operator log.
pub fn writes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(counters::apply))
        .routes(routes!(queues::pause))
        .routes(routes!(queues::resume))
        .routes(routes!(queues::claim))
        .routes(routes!(dead_letters::retry))
        .routes(routes!(dead_letters::discard))
        .routes(routes!(dead_letters::retry_all))
        .routes(routes!(dead_letters::edit))
        .routes(routes!(dead_letters::import))
        .routes(routes!(operations::start))
        .routes(routes!(operations::cancel))
        .routes(routes!(operations::pause))
        .routes(routes!(operations::resume))
        .routes(routes!(operations::throttle))
        .routes(routes!(search::swap))
        .routes(routes!(search::abandon))
        .routes(routes!(backups::begin))
        .routes(routes!(backups::lines))
        .routes(routes!(backups::finish))
        .routes(routes!(search::rollback))
        .routes(routes!(search::prune))
}

/// An answer of lines, each a JSON object, as they come. `what` names it in the log where it is cut off.
fn lines<T: Serialize + 'static>(of: BoxStream<'static, Outcome<Vec<T>>>, what: &'static str) -> Response {
    let written = of.map_ok(|lines| in_lines(&lines)).inspect_err(move |cause| {
        tracing::error!(error = cause.chain(), "{what} was cut off");
    });
    let mut response = Response::new(Body::from_stream(written));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/x-ndjson"));
    response
}

fn in_lines<T: Serialize>(lines: &[T]) -> Vec<u8> {
    let mut text = Vec::new();
    for line in lines {
        // Structs of numbers and texts always have a JSON form, and a Vec takes whatever is written to it.
        let _ = serde_json::to_writer(&mut text, line);
        text.push(b'\n');
    }
    text
}

fn ok<T: Serialize>(body: &T) -> Response {
    answer::json(StatusCode::OK, body)
}

impl From<OpsError> for ApiError {
    fn from(error: OpsError) -> Self {
        match error.answered() {
            Ok(answer) => Self::of(answer),
            Err(refusal) => refusal.into(),
        }
    }
}
