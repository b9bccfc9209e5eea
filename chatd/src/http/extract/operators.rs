//! What operators name in paths, and who they are.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, RawPathParams};
use chat_shared::api::codes::Code;
use chat_shared::api::headers::X_OPERATOR;
use chat_shared::domain::Sequence;
use chat_shared::queue::{EntryId, Group};
use chat_shared::store::Station;
use http::request::Parts;

use crate::http::error::ApiError;
use crate::http::state::AppState;

/// The longest name of an operator, in bytes.
const MAX_NAME: usize = 128;

/// Whom the operator log names where the request does not say.
const UNNAMED: &str = "admin";

/// The one thing that the path of an operator's request names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named<T>(pub T);

/// What a path may name. What cannot be read as one is not there.
pub trait Name: Sized {
    /// The error where there is none.
    const MISSING: Code;

    /// Reads it.
    fn read(text: &str) -> Option<Self>;
}

impl Name for Group {
    const MISSING: Code = Code::RouteNotFound;

    fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.name() == text)
    }
}

impl Name for Station {
    const MISSING: Code = Code::RouteNotFound;

    fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|station| station.name() == text)
    }
}

impl Name for EntryId {
    const MISSING: Code = Code::EntryNotFound;

    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl Name for Sequence {
    const MISSING: Code = Code::CounterNotFound;

    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

/// A dead letter's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LetterId(pub i64);

impl Name for LetterId {
    const MISSING: Code = Code::DeadLetterNotFound;

    fn read(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }
}

/// An operation's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OperationId(pub i64);

impl Name for OperationId {
    const MISSING: Code = Code::OperationNotFound;

    fn read(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }
}

impl<T: Name> FromRequestParts<AppState> for Named<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &AppState) -> Result<Self, ApiError> {
        let params = RawPathParams::from_request_parts(parts, &()).await.ok();
        let named = params.iter().flatten().next().and_then(|(_, text)| T::read(text));
        named.map(Self).ok_or_else(|| ApiError::new(T::MISSING, T::MISSING.row().meaning))
    }
}

/// Who administers, as far as the request says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who(pub String);

impl FromRequestParts<AppState> for Who {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &AppState) -> Result<Self, Infallible> {
        let name = parts.headers.get(X_OPERATOR).map(http::HeaderValue::as_bytes);
        let fit = |name: &&[u8]| (1..=MAX_NAME).contains(&name.len()) && name.iter().all(u8::is_ascii_graphic);
        let name = name.filter(fit).and_then(|name| std::str::from_utf8(name).ok()).unwrap_or(UNNAMED);
        Ok(Self(name.to_owned()))
    }
}
