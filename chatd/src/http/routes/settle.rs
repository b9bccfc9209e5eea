//! How accepted writes are answered: at once, or (`Prefer: wait`) when they are persisted.

use axum::response::Response;
use chat_shared::api::headers::{IDEMPOTENCY_REPLAYED, PREFERENCE_APPLIED};
use chat_shared::api::types::{Accepted, WriteState};
use chat_shared::domain::Sequence;
use chat_shared::queue::Receipt;
use http::StatusCode;
use serde::Serialize;

use crate::http::answer::{self, header_value};
use crate::http::extract::Write;
use crate::http::state::AppState;

/// How far an accepted write is when it is answered.
pub struct Settled {
    receipt: Receipt,
    waited: Option<Waited>,
}

struct Waited {
    seconds: u64,
    persisted: bool,
}

/// Waits for an accepted write as its request prefers.
pub async fn settle(state: &AppState, write: &Write, sequence: Sequence, receipt: Receipt) -> Settled {
    let Some((seconds, wait)) = write.wait() else { return Settled { receipt, waited: None } };
    let persisted = state.numbering.persisted(sequence, receipt.last_id, wait).await.unwrap_or_else(|cause| {
        // It is accepted all the same, and that is what its client has to know.
        tracing::warn!(error = cause.chain(), "how far a write is could not be found out");
        false
    });
    Settled { receipt, waited: Some(Waited { seconds, persisted }) }
}

impl Settled {
    /// Whether it was waited for, and is persisted or parked as a dead letter.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.waited.as_ref().is_some_and(|waited| waited.persisted)
    }

    /// How far a creation is, `dead` being known of its row.
    #[must_use]
    pub fn state(&self, dead: bool) -> WriteState {
        match (self.is_done(), dead) {
            (_, true) => WriteState::Dead,
            (true, false) => WriteState::Persisted,
            (false, false) => WriteState::Accepted,
        }
    }

    /// The answer to a creation: 201, or 202 where it was waited for in vain.
    pub fn created<T: Serialize>(&self, body: &T, location: Option<String>) -> Response {
        let in_vain = self.waited.is_some() && !self.is_done();
        let mut response = self.answer(if in_vain { StatusCode::ACCEPTED } else { StatusCode::CREATED }, body);
        if let Some(location) = location {
            answer::set_location(&mut response, location);
        }
        if self.receipt.replayed {
            answer::set(&mut response, IDEMPOTENCY_REPLAYED, "true");
        }
        response
    }

    /// The answer to a change: 202, or 200 where it was waited for.
    pub fn changed(&self, message: &'static str) -> Response {
        let state = self.waited.is_some().then(|| self.state(false));
        let body = Accepted { message: message.into(), job_id: self.receipt.last_id, state };
        self.answer(if self.is_done() { StatusCode::OK } else { StatusCode::ACCEPTED }, &body)
    }

    fn answer<T: Serialize>(&self, status: StatusCode, body: &T) -> Response {
        let mut response = answer::json(status, body);
        if let Some(waited) = &self.waited {
            let applied = header_value(format!("wait={}", waited.seconds));
            response.headers_mut().insert(PREFERENCE_APPLIED, applied);
        }
        response
    }
}
