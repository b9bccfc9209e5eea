//! What a write may be sent with, and what an answer brings beside its body.

use std::time::Duration;

use http::header::{ETAG, IF_MATCH, LOCATION};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::error::{ClientError, Invalid};
use crate::api::headers::{IDEMPOTENCY_KEY, IDEMPOTENCY_REPLAYED, PREFER, PREFERENCE_APPLIED, X_REQUEST_ID};
use crate::queue::EntryId;

/// What a write is sent with; nothing of it unless said.
#[derive(Debug, Clone, Copy, Default)]
pub struct WriteOptions<'a> {
    /// Makes a creation safe to repeat.
    pub idempotency_key: Option<&'a str>,
    /// Answer only when it is persisted, or after this long; whole seconds, rounded up.
    pub wait: Option<Duration>,
    /// Change only this version.
    pub if_match: Option<EntryId>,
    /// The request's id.
    pub request_id: Option<&'a str>,
}

impl WriteOptions<'_> {
    pub(super) fn write_to(&self, headers: &mut HeaderMap) -> Result<(), ClientError> {
        if let Some(key) = self.idempotency_key {
            headers.insert(IDEMPOTENCY_KEY, quoted(key)?);
        }
        if let Some(seconds) = self.wait_seconds() {
            headers.insert(PREFER, value(PREFER, format!("wait={seconds}"))?);
        }
        if let Some(version) = self.if_match {
            headers.insert(IF_MATCH, value(IF_MATCH, format!("\"{version}\""))?);
        }
        if let Some(id) = self.request_id {
            headers.insert(X_REQUEST_ID, value(X_REQUEST_ID, id)?);
        }
        Ok(())
    }

    pub(super) fn wait_seconds(&self) -> Option<u64> {
        self.wait.map(|wait| wait.as_secs() + u64::from(wait.subsec_nanos() > 0))
    }
}

/// A structured-field string: the form that takes every key.
fn quoted(key: &str) -> Result<HeaderValue, ClientError> {
    let plain = !key.contains(['"', '\\', ' ']);
    let text = if plain { key.to_owned() } else { format!("\"{}\"", key.replace('\\', r"\\").replace('"', "\\\"")) };
    value(IDEMPOTENCY_KEY, text)
}

fn value(name: HeaderName, text: impl AsRef<str>) -> Result<HeaderValue, ClientError> {
    HeaderValue::from_str(text.as_ref()).map_err(|_| ClientError::Invalid(Invalid::Header(name)))
}

/// An answer to a write.
#[derive(Debug, Clone)]
pub struct Answer<T> {
    /// Its body.
    pub body: T,
    /// Its HTTP status: 202 where a wait ended before the write was persisted.
    pub status: u16,
    /// Its headers.
    pub headers: HeaderMap,
}

impl<T> Answer<T> {
    /// Whether it is the old answer of a known idempotency key.
    #[must_use]
    pub fn replayed(&self) -> bool {
        self.headers.get(IDEMPOTENCY_REPLAYED).is_some_and(|value| value == "true")
    }

    /// Where what was created stands.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.text(&LOCATION)
    }

    /// The request's id.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.text(&X_REQUEST_ID)
    }

    /// What of the request's preferences was done.
    #[must_use]
    pub fn preference_applied(&self) -> Option<&str> {
        self.text(&PREFERENCE_APPLIED)
    }

    fn text(&self, name: &HeaderName) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// Something with the version that `If-Match` takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versioned<T> {
    /// The thing.
    pub body: T,
    /// Its version, from the `ETag`.
    pub version: Option<EntryId>,
}

impl<T> From<Answer<T>> for Versioned<T> {
    fn from(answer: Answer<T>) -> Self {
        let version = answer.text(&ETAG).and_then(|tag| tag.trim_matches('"').parse().ok());
        Self { body: answer.body, version }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::queue::parse_key;

    #[test]
    fn a_key_arrives_as_it_was_given() {
        for key in ["a-1", "two words", r#"a "quoted" \ one"#] {
            assert_eq!(parse_key(quoted(key).expect("a header").as_bytes()).as_deref(), Ok(key));
        }
        assert!(quoted("line\nbreak").is_err());
    }

    #[test]
    fn a_wait_is_rounded_up_to_whole_seconds() {
        let wait = |ms| WriteOptions { wait: Some(Duration::from_millis(ms)), ..WriteOptions::default() };
        assert_eq!(
            (wait(0).wait_seconds(), wait(1).wait_seconds(), wait(2000).wait_seconds()),
            (Some(0), Some(1), Some(2))
        );
    }
}
