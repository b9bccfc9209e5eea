//! What a write's headers say: its id and deadline, its idempotency key, how long it wants to wait, and which version it
//! is meant for.

use std::time::Duration;

use axum::extract::FromRequestParts;
use chat_shared::api::codes::{Code, FieldCode};
use chat_shared::api::headers::{IDEMPOTENCY_KEY, PREFER};
use chat_shared::api::problem::FieldError;
use chat_shared::domain::{Sequence, digest};
use chat_shared::numbering::RequestContext;
use chat_shared::queue::{EntryId, key_hash, parse_key};
use http::header::{IF_MATCH, IF_NONE_MATCH};
use http::request::Parts;
use http::{HeaderMap, HeaderName};
use serde::Serialize;

use crate::http::edge::RequestInfo;
use crate::http::error::ApiError;
use crate::http::state::AppState;

/// A wait ends this long before the request's deadline, so that there is an answer.
const ANSWER_TIME: Duration = Duration::from_millis(500);

/// A write's headers.
#[derive(Debug, Clone)]
pub struct Write {
    info: RequestInfo,
    key: Option<String>,
    wait: Option<u64>,
}

impl FromRequestParts<AppState> for Write {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &AppState) -> Result<Self, ApiError> {
        Ok(Self { info: RequestInfo::of(parts)?, key: idempotency_key(&parts.headers)?, wait: wait(&parts.headers) })
    }
}

impl Write {
    /// What a change brings along.
    #[must_use]
    pub fn context(&self) -> RequestContext {
        RequestContext { request_id: self.info.entry_id(), wait: self.info.remaining(), once: None }
    }

    /// What a creation brings along: the client's key too, with the digest of what is to be created. The digest is of the
    /// values, so that a repetition may be written another way.
    #[must_use]
    pub fn creation<T: Serialize + ?Sized>(&self, sequence: Sequence, kind: &str, what: &T) -> RequestContext {
        let once = self.key.as_ref().map(|key| {
            let mut body = kind.as_bytes().to_vec();
            // Requests are structs of strings and numbers: they always have a JSON form.
            body.extend(serde_json::to_vec(what).unwrap_or_default());
            (key_hash(sequence, key), digest(&body))
        });
        RequestContext { once, ..self.context() }
    }

    /// How long to wait for the write to be persisted: the seconds that were asked for and the time they come to within
    /// the request's deadline.
    #[must_use]
    pub fn wait(&self) -> Option<(u64, Duration)> {
        let possible = self.info.remaining().saturating_sub(ANSWER_TIME);
        self.wait.map(|seconds| {
            let wait = Duration::from_secs(seconds).min(possible);
            (seconds.min(wait.as_secs() + u64::from(wait.subsec_nanos() > 0)), wait)
        })
    }
}

fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, ApiError> {
    let refused = |detail: String| {
        let error = FieldError::new(IDEMPOTENCY_KEY.as_str().to_owned(), FieldCode::Malformed, "is malformed");
        ApiError::new(Code::IdempotencyKeyMalformed, detail).naming(vec![error])
    };
    let mut values = headers.get_all(IDEMPOTENCY_KEY).iter();
    let Some(value) = values.next() else { return Ok(None) };
    if values.next().is_some() {
        return Err(refused("there is more than one Idempotency-Key".to_owned()));
    }
    parse_key(value.as_bytes()).map(Some).map_err(|cause| refused(cause.to_string()))
}

/// The `wait` of RFC 7240. What cannot be read is not honoured, as the RFC has it.
fn wait(headers: &HeaderMap) -> Option<u64> {
    let values = headers.get_all(PREFER).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).find_map(|preference| {
        let first = preference.split(';').next()?;
        let (name, value) = first.split_once('=')?;
        let value = value.trim().trim_matches('"');
        name.trim().eq_ignore_ascii_case("wait").then(|| value.parse().ok())?
    })
}

/// Which versions a conditional request is meant for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IfMatch {
    /// Whatever is there.
    Any,
    /// One of these. Tags that are none of ours match nothing and are left out.
    These(Vec<EntryId>),
}

/// The conditions of a request for a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preconditions {
    /// `If-Match`.
    pub if_match: Option<IfMatch>,
    /// `If-None-Match`.
    pub if_none_match: Option<IfMatch>,
}

impl FromRequestParts<AppState> for Preconditions {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &AppState) -> Result<Self, ApiError> {
        Ok(Self {
            if_match: tags(&parts.headers, &IF_MATCH, Comparison::Strong)?,
            if_none_match: tags(&parts.headers, &IF_NONE_MATCH, Comparison::Weak)?,
        })
    }
}

/// Whether `W/"…"` may match (RFC 9110, section 8.8.3.2).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Strong,
    Weak,
}

fn tags(headers: &HeaderMap, name: &HeaderName, comparison: Comparison) -> Result<Option<IfMatch>, ApiError> {
    let mut versions = None;
    for value in headers.get_all(name) {
        let known = versions.get_or_insert_with(Vec::new);
        let text = value.to_str().map_err(|_| malformed(name))?;
        if text.trim() == "*" {
            return Ok(Some(IfMatch::Any));
        }
        for tag in text.split(',').map(str::trim).filter(|tag| !tag.is_empty()) {
            let (weak, quoted) = tag.strip_prefix("W/").map_or((false, tag), |strong| (true, strong));
            let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
            let version: Option<EntryId> = inner.ok_or_else(|| malformed(name))?.parse().ok();
            known.extend(version.filter(|_| !weak || comparison == Comparison::Weak));
        }
    }
    Ok(versions.map(IfMatch::These))
}

fn malformed(name: &HeaderName) -> ApiError {
    let error = FieldError::new(name.as_str().to_owned(), FieldCode::Malformed, "must hold entity tags, or *");
    ApiError::new(Code::MalformedRequest, "a header cannot be read").naming(vec![error])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, http::HeaderValue::from_static(value))])
    }

    #[test]
    fn a_wait_is_found_among_other_preferences() {
        let asked = |value| wait(&headers(PREFER, value));
        assert_eq!(asked("wait=5"), Some(5));
        assert_eq!(asked("respond-async, Wait = \"7\"; x=y, handling=lenient"), Some(7));
        for ignored in ["wait", "wait=", "wait=-1", "wait=soon", "waiting=3", ""] {
            assert_eq!(asked(ignored), None, "{ignored}");
        }
    }

    #[test]
    fn entity_tags_are_read_and_foreign_ones_match_nothing() {
        let read = |value, comparison| tags(&headers(IF_MATCH, value), &IF_MATCH, comparison).map_err(|e| e.code());
        let version = EntryId::new(5, 1);
        assert_eq!(read("\"5-1\"", Comparison::Strong), Ok(Some(IfMatch::These(vec![version]))));
        assert_eq!(read("\"x\", \"5-1\"", Comparison::Strong), Ok(Some(IfMatch::These(vec![version]))));
        assert_eq!(read("W/\"5-1\"", Comparison::Strong), Ok(Some(IfMatch::These(Vec::new()))));
        assert_eq!(read("W/\"5-1\"", Comparison::Weak), Ok(Some(IfMatch::These(vec![version]))));
        assert_eq!(read("*", Comparison::Strong), Ok(Some(IfMatch::Any)));
        assert_eq!(read("5-1", Comparison::Strong), Err(Code::MalformedRequest));
        assert_eq!(tags(&HeaderMap::new(), &IF_MATCH, Comparison::Weak).map_err(|e| e.code()), Ok(None));
    }
}
