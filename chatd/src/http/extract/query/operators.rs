//! The queries of operators' requests: the wire types that the typed client sends, read as strictly as all others.

use axum::extract::FromRequestParts;
use chat_shared::api::codes::FieldCode;
use chat_shared::api::types::admin::{
    ActsQuery, CounterDiffQuery, CountersQuery, DeadLettersQuery, Drift, EntriesQuery, OperationsQuery, PendingQuery,
    SelectDeadLetters, TraceQuery,
};
use chat_shared::domain::PARTITIONS;
use http::request::Parts;

use super::raw::Raw;
use crate::http::error::ApiError;
use crate::http::state::AppState;

/// The most rows of an operator's list.
const MAX_ROWS: u32 = 1_000;

/// The most counters of a page: each may have its chat counted.
const MAX_COUNTERS: u32 = 200;

/// What an operator's query asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked<T>(pub T);

/// A query that can be read.
pub trait FromQuery: Sized {
    /// The parameters that it knows.
    const NAMES: &[&str];

    /// Reads them, and refuses what has no good value.
    fn read(raw: &mut Raw) -> Self;
}

impl<T: FromQuery> FromRequestParts<AppState> for Asked<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &AppState) -> Result<Self, ApiError> {
        let mut raw = Raw::of(&parts.uri, T::NAMES)?;
        let query = T::read(&mut raw);
        raw.unless_refused(Self(query))
    }
}

impl FromQuery for PendingQuery {
    const NAMES: &[&str] = &["idle_ms", "limit"];

    fn read(raw: &mut Raw) -> Self {
        Self { idle_ms: raw.number("idle_ms", 0, u32::MAX).map(u64::from), limit: raw.number("limit", 1, MAX_ROWS) }
    }
}

impl FromQuery for EntriesQuery {
    const NAMES: &[&str] = &["after", "newest", "partition", "limit"];

    fn read(raw: &mut Raw) -> Self {
        Self {
            after: parsed(raw, "after", "must be an entry's id, for instance 1717000000000-3"),
            newest: flag(raw, "newest"),
            partition: raw.number("partition", 0, u32::from(PARTITIONS) - 1).and_then(|number| number.try_into().ok()),
            limit: raw.number("limit", 1, MAX_ROWS),
        }
    }
}

impl FromQuery for CountersQuery {
    const NAMES: &[&str] = &["app", "after", "verdicts", "limit"];

    fn read(raw: &mut Raw) -> Self {
        Self {
            app: raw.text("app").map(str::to_owned),
            after: raw.text("after").map(str::to_owned),
            verdicts: flag(raw, "verdicts"),
            limit: raw.number("limit", 1, MAX_COUNTERS),
        }
    }
}

impl FromQuery for CounterDiffQuery {
    const NAMES: &[&str] = &["app", "only", "limit"];

    fn read(raw: &mut Raw) -> Self {
        let only = match raw.text("only") {
            None => None,
            Some("drift") => Some(Drift::Drift),
            Some("critical") => Some(Drift::Critical),
            Some(_) => {
                raw.refuse("only", FieldCode::Malformed, "must be drift or critical");
                None
            }
        };
        Self { app: raw.text("app").map(str::to_owned), only, limit: raw.number("limit", 0, u32::MAX) }
    }
}

impl FromQuery for DeadLettersQuery {
    const NAMES: &[&str] = &["after", "kind", "query", "resolved", "limit"];

    fn read(raw: &mut Raw) -> Self {
        Self {
            after: parsed(raw, "after", "must be a dead letter's id"),
            kind: raw.text("kind").map(str::to_owned),
            query: raw.text("query").map(str::to_owned),
            resolved: flag(raw, "resolved"),
            limit: raw.number("limit", 1, MAX_ROWS),
        }
    }
}

impl FromQuery for SelectDeadLetters {
    const NAMES: &[&str] = &["kind", "query", "resolved"];

    fn read(raw: &mut Raw) -> Self {
        Self {
            kind: raw.text("kind").map(str::to_owned),
            query: raw.text("query").map(str::to_owned),
            resolved: flag(raw, "resolved"),
        }
    }
}

impl FromQuery for OperationsQuery {
    const NAMES: &[&str] = &["after", "limit"];

    fn read(raw: &mut Raw) -> Self {
        Self { after: parsed(raw, "after", "must be an operation's id"), limit: raw.number("limit", 1, MAX_ROWS) }
    }
}

impl FromQuery for TraceQuery {
    const NAMES: &[&str] = &["app", "chat", "number"];

    fn read(raw: &mut Raw) -> Self {
        let app = raw.text("app").map(str::to_owned);
        let (chat, number) = (raw.number("chat", 1, u32::MAX), raw.number("number", 1, u32::MAX));
        for (name, there) in [("app", app.is_some()), ("chat", chat.is_some()), ("number", number.is_some())] {
            if !there && raw.text(name).is_none() {
                raw.refuse(name, FieldCode::Missing, "must be said");
            }
        }
        Self { app: app.unwrap_or_default(), chat: chat.unwrap_or_default(), number: number.unwrap_or_default() }
    }
}

impl FromQuery for ActsQuery {
    const NAMES: &[&str] = &["limit"];

    fn read(raw: &mut Raw) -> Self {
        Self { limit: raw.number("limit", 1, MAX_ROWS) }
    }
}

fn parsed<T: std::str::FromStr>(raw: &mut Raw, name: &'static str, must: &'static str) -> Option<T> {
    let value = raw.text(name)?.parse().ok();
    if value.is_none() {
        raw.refuse(name, FieldCode::Malformed, must);
    }
    value
}

fn flag(raw: &mut Raw, name: &'static str) -> bool {
    match raw.text(name) {
        None | Some("false") => false,
        Some("true") => true,
        Some(_) => {
            raw.refuse(name, FieldCode::Malformed, "must be true or false");
            false
        }
    }
}
