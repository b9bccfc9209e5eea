//! How a request fails, as its caller has to know it: refused with a reason, not reached, not answered in time, or
//! answered by something that is no chatd.

use std::time::Duration;

use http::{HeaderName, StatusCode};

use crate::api::codes::Code;
use crate::api::problem::{Outcome, Problem};

/// Why a request failed. Never names the request's path: it holds a token.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// chatd answered with a problem.
    #[error("chatd refused the request ({}): {}", .0.problem.code, .0.problem.detail)]
    Problem(Box<Refused>),
    /// No connection could be made, or it broke before the answer came.
    #[error("chatd could not be reached at {address}")]
    Unreachable {
        /// Where it was looked for.
        address: String,
        /// Whether the request may have been sent before the connection broke.
        sent: bool,
        /// What happened to the connection.
        #[source]
        source: reqwest::Error,
    },
    /// No answer came in time.
    #[error("chatd did not answer in time")]
    TimedOut {
        /// Whether the request may have been sent.
        sent: bool,
        /// What was waited for; absent for a stream's next piece.
        #[source]
        source: Option<reqwest::Error>,
    },
    /// What answered does not speak as chatd does.
    #[error("the answer (status {status}) is not one of chatd's: {start:?}")]
    NotUnderstood {
        /// The HTTP status.
        status: StatusCode,
        /// How the body begins.
        start: String,
        /// What its reader said.
        #[source]
        source: Option<serde_json::Error>,
    },
    /// A stream ended before its last line.
    #[error("the answer ended before it was whole")]
    Truncated,
    /// The request could not be made from what was given.
    #[error("the request could not be made")]
    Invalid(#[source] Invalid),
}

/// A problem with what came beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The body.
    pub problem: Problem,
    /// When to try again, where chatd said so.
    pub retry_after: Option<Duration>,
}

/// What a request cannot be made from.
#[derive(Debug, thiserror::Error)]
pub enum Invalid {
    /// The address is no http or https URL.
    #[error("the address must be an http:// or https:// URL without query or fragment")]
    Base,
    /// A part of the path would change its meaning (empty, `.` or `..`).
    #[error("a token or name must not be empty, `.` or `..`")]
    Segment,
    /// A value cannot stand in a header.
    #[error("the value of {0} cannot stand in a header")]
    Header(HeaderName),
    /// The body has no JSON form.
    #[error("the body has no JSON form")]
    Body(#[source] serde_json::Error),
    /// TLS could not be set up.
    #[error("TLS could not be set up")]
    Tls(#[source] rustls::Error),
    /// The HTTP client could not be set up.
    #[error("the HTTP client could not be set up")]
    Transport(#[source] reqwest::Error),
}

impl ClientError {
    pub(super) fn transport(base: &reqwest::Url, source: reqwest::Error) -> Self {
        let source = source.without_url();
        let sent = !source.is_connect();
        if source.is_timeout() {
            Self::TimedOut { sent, source: Some(source) }
        } else if source.is_builder() {
            Self::Invalid(Invalid::Transport(source))
        } else {
            Self::Unreachable { address: base.origin().ascii_serialization(), sent, source }
        }
    }

    /// The problem, where chatd answered with one.
    #[must_use]
    pub fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Problem(refused) => Some(&refused.problem),
            _ => None,
        }
    }

    /// Its code, where this version knows it.
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        self.problem().and_then(Problem::known)
    }

    /// The HTTP status, where there was an answer.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Problem(refused) => Some(refused.problem.status),
            Self::NotUnderstood { status, .. } => Some(status.as_u16()),
            _ => None,
        }
    }

    /// When to try again, where chatd said so.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Problem(refused) => refused.retry_after,
            _ => None,
        }
    }

    /// Whether the same request may succeed later. Whether it is also safe to repeat: [`Self::outcome_unknown`].
    #[must_use]
    pub fn retryable(&self) -> bool {
        match self {
            Self::Problem(refused) => refused.problem.retryable,
            Self::Unreachable { .. } | Self::TimedOut { .. } | Self::Truncated => true,
            // A proxy's own page while no chatd stands behind it.
            Self::NotUnderstood { status, .. } => matches!(status.as_u16(), 429 | 502 | 503 | 504),
            Self::Invalid(_) => false,
        }
    }

    /// Whether a write may have been accepted all the same: repeat it only with its idempotency key, or look first.
    #[must_use]
    pub fn outcome_unknown(&self) -> bool {
        match self {
            Self::Problem(refused) => {
                refused.problem.outcome == Some(Outcome::Unknown) || self.code() == Some(Code::DeadlineExceeded)
            }
            Self::Unreachable { sent, .. } | Self::TimedOut { sent, .. } => *sent,
            Self::NotUnderstood { status, .. } => status.is_success() || status.is_server_error(),
            Self::Truncated | Self::Invalid(_) => false,
        }
    }
}
