//! `/admin`: what operators look at and do. Each route takes what was asked, asks [`chat_shared::ops`], and answers.

mod counters;
mod dead_letters;
mod operations;
mod queues;
mod search;

use axum::response::Response;
use chat_shared::api::codes::{Code, FieldCode};
use chat_shared::ops::{OpsError, Thing};
use http::StatusCode;
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
        .routes(routes!(counters::show))
        .routes(routes!(dead_letters::list))
        .routes(routes!(dead_letters::show))
        .routes(routes!(operations::list))
        .routes(routes!(operations::show))
        .routes(routes!(operations::acts))
        .routes(routes!(search::status))
}

/// What is done. Each is written to the operator log.
pub fn writes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(queues::pause))
        .routes(routes!(queues::resume))
        .routes(routes!(queues::claim))
        .routes(routes!(dead_letters::retry))
        .routes(routes!(dead_letters::discard))
        .routes(routes!(dead_letters::retry_all))
        .routes(routes!(operations::start))
        .routes(routes!(operations::cancel))
        .routes(routes!(search::swap))
        .routes(routes!(search::abandon))
}

fn ok<T: Serialize>(body: &T) -> Response {
    answer::json(StatusCode::OK, body)
}

impl From<OpsError> for ApiError {
    fn from(error: OpsError) -> Self {
        match error {
            OpsError::Fault(fault) => fault.into(),
            OpsError::NotFound(thing) => Self::new(not_found(thing), error.to_string()),
            OpsError::UnderWay(_) => Self::new(Code::OperationUnderWay, error.to_string()),
            OpsError::Invalid { field, reason } => {
                let code = if matches!(field, "limit" | "partition" | "idle_ms") {
                    FieldCode::OutOfRange
                } else {
                    FieldCode::Malformed
                };
                Self::field(field, code, reason)
            }
        }
    }
}

fn not_found(thing: Thing) -> Code {
    match thing {
        Thing::Entry => Code::EntryNotFound,
        Thing::Counter => Code::CounterNotFound,
        Thing::DeadLetter => Code::DeadLetterNotFound,
        Thing::Operation => Code::OperationNotFound,
        Thing::Application => Code::ApplicationNotFound,
        Thing::Chat => Code::ChatNotFound,
        Thing::Generation => Code::GenerationNotFound,
    }
}
