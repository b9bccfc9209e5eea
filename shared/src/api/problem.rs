//! The body of every error: problem details as RFC 9457 has them, with a stable code, the request's id, and a list of
//! what is wrong with which field. Never holds a stack, SQL, or another tenant's data.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::codes::{Code, FieldCode};
use super::types::{GapRange, Tombstone};

/// The media type of the body.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// What stands before the code in `type`.
const TYPE_PREFIX: &str = "urn:chatd:problem:";

/// The body of an error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// The problem's type: `urn:chatd:problem:` and the code.
    #[serde(rename = "type")]
    pub kind: Cow<'static, str>,
    /// What the code means.
    pub title: Cow<'static, str>,
    /// The HTTP status.
    pub status: u16,
    /// The stable code; see the table of codes.
    pub code: Cow<'static, str>,
    /// What was wrong this time.
    pub detail: Cow<'static, str>,
    /// The request's id, as in `X-Request-Id`.
    pub request_id: String,
    /// Whether the same request may succeed later without anybody changing it.
    pub retryable: bool,
    /// Which fields or parameters were refused, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// `unknown` where the request may have been accepted all the same; absent where nothing was accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// What is left of something that is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tombstone: Option<Tombstone>,
    /// The published gap in which the number lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap: Option<GapRange>,
}

/// Whether a failed request was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It may or may not have been.
    Unknown,
}

/// One field or parameter that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldError {
    /// The field of the body (`messages[3].content`), the query parameter or the header.
    pub field: Cow<'static, str>,
    /// The stable code of what is wrong with it.
    pub code: Cow<'static, str>,
    /// What is wrong with it; completes "`field` …".
    pub message: Cow<'static, str>,
}

impl FieldError {
    /// An error of `field`.
    pub fn new(
        field: impl Into<Cow<'static, str>>,
        code: impl Into<FieldCode>,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { field: field.into(), code: Cow::Borrowed(code.into().name()), message: message.into() }
    }
}

impl Problem {
    /// The problem `code` with its title; nobody's request yet.
    pub fn new(code: Code, detail: impl Into<Cow<'static, str>>) -> Self {
        Self {
            kind: Cow::Owned(format!("{TYPE_PREFIX}{code}")),
            title: Cow::Borrowed(code.row().meaning),
            status: code.status(),
            code: Cow::Borrowed(code.name()),
            detail: detail.into(),
            request_id: String::new(),
            retryable: code.retryable(),
            errors: Vec::new(),
            outcome: None,
            tombstone: None,
            gap: None,
        }
    }

    /// The code, where this version knows it.
    #[must_use]
    pub fn known(&self) -> Option<Code> {
        self.code.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_read_back_as_it_was_written_and_says_no_more_than_it_has_to() {
        let mut problem = Problem::new(Code::ValidationFailed, "the body was refused");
        problem.errors.push(FieldError::new("content", FieldCode::Blank, "must hold more than white space"));
        let text = serde_json::to_string(&problem).expect("serialises");
        assert!(!text.contains("gap") && !text.contains("outcome"), "{text}");
        assert_eq!(serde_json::from_str::<Problem>(&text).expect("parses"), problem);
        assert_eq!(problem.known(), Some(Code::ValidationFailed));
    }
}
