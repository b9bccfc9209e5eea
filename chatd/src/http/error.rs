//! How a route fails: a code of the table with what it was this time. It becomes a problem document at the edge, which
//! knows the request's id and writes the log line.

use std::borrow::Cow;
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use axum::response::{IntoResponse, Response};
use chat_shared::api::codes::{Code, FieldCode};
use chat_shared::api::problem::{FieldError, MEDIA_TYPE, Outcome, Problem};
use chat_shared::fault::{Fault, Kind, Part, chain};
use chat_shared::numbering::Refusal;
use chat_shared::ops::Answer;
use chat_shared::queue::EntryId;
use http::header::{CONTENT_TYPE, ETAG, RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderValue, StatusCode};

use super::answer::etag;
use super::extract::no_application;

/// When to try again where nothing better is known.
const RETRY_SOON: Duration = Duration::from_secs(1);

/// When to try again where it takes an operator, who has stopped accepting or has to mend something: nobody knows how long
/// that takes.
const RETRY_LATER: Duration = Duration::from_secs(5);

/// Why a request is not answered as it was asked. The cause is for the log, never for the client.
#[derive(Debug)]
pub struct ApiError(Box<Inner>);

#[derive(Debug)]
struct Inner {
    code: Code,
    problem: Problem,
    retry_after: Option<Duration>,
    version: Option<EntryId>,
    cause: Option<Box<dyn Error + Send + Sync>>,
}

/// The error on its way from the route to the edge.
#[derive(Clone)]
struct Carried(Arc<Inner>);

impl ApiError {
    /// The error `code`; `detail` says what it was this time, without anything that the client did not send.
    pub fn new(code: Code, detail: impl Into<Cow<'static, str>>) -> Self {
        let retry_after = code.retryable().then_some(RETRY_SOON);
        Self(Box::new(Inner { code, problem: Problem::new(code, detail), retry_after, version: None, cause: None }))
    }

    /// One field or parameter with a value that is not allowed.
    pub fn field(
        field: impl Into<Cow<'static, str>>,
        code: impl Into<FieldCode>,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::fields(vec![FieldError::new(field, code, message)])
    }

    /// Fields or parameters with values that are not allowed; at least one.
    #[must_use]
    pub fn fields(errors: Vec<FieldError>) -> Self {
        let detail = match errors.as_slice() {
            [one] => format!("`{}` {}", one.field, one.message),
            several => format!("{} fields have values that are not allowed", several.len()),
        };
        let mut error = Self::new(Code::ValidationFailed, detail);
        error.0.problem.errors = errors;
        error
    }

    /// The same, naming what was refused.
    #[must_use]
    pub fn naming(mut self, errors: Vec<FieldError>) -> Self {
        self.0.problem.errors = errors;
        self
    }

    /// The same, to be tried again after `wait`.
    #[must_use]
    pub fn retry_after(mut self, wait: Duration) -> Self {
        self.0.retry_after = Some(wait);
        self
    }

    /// The same, with the error that led to it.
    #[must_use]
    pub fn because(mut self, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.0.cause = Some(cause.into());
        self
    }

    /// The same, where the request may have been accepted.
    #[must_use]
    pub fn outcome_unknown(mut self) -> Self {
        self.0.problem.outcome = Some(Outcome::Unknown);
        self
    }

    /// The same in words that were found already.
    #[must_use]
    pub fn of(answer: Answer) -> Self {
        let code = answer.problem.known().unwrap_or(Code::Internal);
        let Answer { problem, retry_after } = answer;
        let retry_after = retry_after.or_else(|| code.retryable().then_some(RETRY_SOON));
        Self(Box::new(Inner { code, problem, retry_after, version: None, cause: None }))
    }

    /// The code.
    #[cfg(test)]
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// Takes an error out of the answer that a route gave.
    pub(super) fn take(response: &mut Response) -> Option<Rendering> {
        response.extensions_mut().remove::<Carried>().map(|carried| Rendering(carried.0))
    }

    /// The answer, where no route stands between.
    pub(super) fn rendering(self) -> Rendering {
        Rendering(Arc::from(self.0))
    }
}

/// An error that is about to be written.
pub(super) struct Rendering(Arc<Inner>);

impl Rendering {
    /// The problem document, for the request of this id.
    pub(super) fn response(&self, request_id: &str) -> Response {
        let problem = Problem { request_id: request_id.to_owned(), ..self.0.problem.clone() };
        // A problem of strings and numbers always has a JSON form.
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut response = Response::new(body.into());
        *response.status_mut() = status(self.0.code);
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
        if let Some(wait) = self.0.retry_after {
            headers.insert(RETRY_AFTER, HeaderValue::from(whole_seconds(wait)));
        }
        if let Some(version) = self.0.version {
            headers.insert(ETAG, etag(version));
        }
        if self.0.code == Code::Unauthorized {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static(r#"Bearer realm="chatd""#));
        }
        response
    }

    /// What led to it, the whole chain on one line.
    pub(super) fn cause(&self) -> Option<String> {
        self.0.cause.as_deref().map(|cause| chain(cause as &dyn Error))
    }

    /// The code.
    pub(super) fn code(&self) -> Code {
        self.0.code
    }

    /// The problem, nobody's request yet.
    #[cfg(test)]
    pub(super) fn problem(&self) -> &Problem {
        &self.0.problem
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = status(self.0.code).into_response();
        response.extensions_mut().insert(Carried(Arc::from(self.0)));
        response
    }
}

/// `Retry-After` has whole seconds, and 0 would mean at once.
fn whole_seconds(wait: Duration) -> u64 {
    (wait.as_secs() + u64::from(wait.subsec_nanos() > 0)).max(1)
}

fn status(code: Code) -> StatusCode {
    StatusCode::from_u16(code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn damaged(part: Part) -> ApiError {
    let (code, detail) = match part {
        Part::Queue => (Code::QueueDamaged, "the queue is not as it must be; an operator has to look at it"),
        Part::Store => (Code::StoreDamaged, "the database is not as it must be; an operator has to look at it"),
        Part::Search => (Code::SearchDamaged, "the search index is not as it must be; an operator has to look at it"),
    };
    ApiError::new(code, detail).retry_after(RETRY_LATER)
}

impl From<Fault> for ApiError {
    fn from(fault: Fault) -> Self {
        let error = match (fault.kind, fault.part) {
            (Kind::Unavailable, Part::Queue) => Self::new(Code::QueueUnavailable, "the queue does not answer"),
            (Kind::Unavailable, Part::Store) => Self::new(Code::StoreUnavailable, "the database does not answer"),
            (Kind::Unavailable, Part::Search) => Self::new(Code::SearchUnavailable, "the search does not answer"),
            // As for the workers, which pause: once an operator has mended it everything goes on.
            (Kind::Corrupt, part) => damaged(part),
            (Kind::Unknown, _) => Self::new(Code::OutcomeUnknown, "the answer of a part was lost").outcome_unknown(),
            (Kind::Refused, _) => Self::new(Code::Internal, "the request could not be carried out"),
        };
        error.because(fault)
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NoSuchApplication => no_application(),
            Refusal::NoSuchChat => Self::new(Code::ChatNotFound, "the application has no chat of this number"),
            Refusal::NoSuchMessage => Self::new(Code::MessageNotFound, "the chat has no message of this number"),
            Refusal::ChatGone => Self::new(Code::ChatGone, "the chat is gone"),
            Refusal::MessageGone => Self::new(Code::MessageGone, "the message is gone"),
            Refusal::KeyConflict => {
                Self::new(Code::IdempotencyKeyReused, "the Idempotency-Key belongs to a request with another body")
            }
            Refusal::KeyInFlight => {
                Self::new(Code::IdempotencyKeyInFlight, "the request with this Idempotency-Key is still under way")
            }
            Refusal::Changed { current } => {
                let mut error =
                    Self::new(Code::VersionMismatch, "the message has changed since the version in If-Match");
                error.0.version = Some(current);
                error
            }
            Refusal::Full { retry_after } => {
                Self::new(Code::QueueFull, "the log is full until workers have persisted some of it")
                    .retry_after(retry_after)
            }
            Refusal::Paused => {
                Self::new(Code::AcceptingPaused, "an operator has stopped accepting").retry_after(RETRY_LATER)
            }
            Refusal::SeedTimeout => {
                Self::new(Code::CounterNotReady, "what the counter waits for was not persisted in time")
            }
            Refusal::Fault(fault) => fault.into(),
            Refusal::Unknown(fault) => {
                Self::new(Code::OutcomeUnknown, "the queue's answer was lost").outcome_unknown().because(fault)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passing_fault_and_a_damaged_part_are_retryable_a_refusal_is_internal_and_none_tells_its_cause() {
        let fault = |kind| Fault::new(Part::Store, kind, "read a chat").because("SELECT secret FROM t");
        let down = ApiError::from(fault(Kind::Unavailable)).rendering();
        let response = down.response("r-1");
        assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(response.headers()[RETRY_AFTER], "1");
        assert_eq!(down.cause().as_deref(), Some("the store could not read a chat: SELECT secret FROM t"));
        assert!(!serde_json::to_string(&down.0.problem).expect("serialises").contains("SELECT"));
        let damaged = ApiError::from(fault(Kind::Corrupt)).rendering();
        assert_eq!((damaged.code(), damaged.code().status()), (Code::StoreDamaged, 503));
        assert_eq!(damaged.response("r-1").headers()[RETRY_AFTER], "5");
        assert!(!serde_json::to_string(&damaged.0.problem).expect("serialises").contains("SELECT"));
        assert_eq!(ApiError::from(fault(Kind::Refused)).code(), Code::Internal);
    }

    #[test]
    fn retry_after_is_rounded_up_to_whole_seconds() {
        let seconds = |ms| whole_seconds(Duration::from_millis(ms));
        assert_eq!((seconds(0), seconds(1), seconds(1000), seconds(1001)), (1, 1, 1, 2));
    }
}
