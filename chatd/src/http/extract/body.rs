//! JSON bodies: bounded before they are read, plain `application/json` only, and refused field by field.
//!
//! A good body is parsed once, without anything beside; only a refused one is parsed again to find out which field.

use std::fmt::Write as _;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use bytes::{Bytes, BytesMut};
use chat_shared::api::codes::{Code, FieldCode};
use chat_shared::api::problem::FieldError;
use chat_shared::api::types::Object;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE, EXPECT};
use http::{HeaderMap, HeaderValue};
use http_body::Body as _;
use http_body_util::BodyExt as _;
use serde::Deserialize;
use tokio::time::{timeout, timeout_at};

use crate::http::edge::RequestInfo;
use crate::http::error::ApiError;
use crate::http::state::AppState;

/// How much of a client's own field name an error repeats, in characters.
const NAME_CHARS: usize = 64;

/// How much of a refused body is taken all the same, in bytes, and for how long.
const DISCARDED: usize = 8 << 20;
const DISCARD_TIME: Duration = Duration::from_millis(500);

/// A body of at most `http.body_limit` bytes.
#[derive(Debug)]
pub struct JsonBody(Bytes);

/// A body of at most `http.batch_body_limit` bytes.
#[derive(Debug)]
pub struct BatchBody(JsonBody);

impl FromRequest<AppState> for JsonBody {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, ApiError> {
        read(request, state.settings.body_limit).await.map(Self)
    }
}

impl FromRequest<AppState> for BatchBody {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, ApiError> {
        read(request, state.settings.batch_body_limit).await.map(JsonBody).map(Self)
    }
}

impl BatchBody {
    /// The object that the body is.
    pub fn parse<'a, T: Deserialize<'a>>(&'a self) -> Result<T, ApiError> {
        self.0.parse(&[])
    }
}

impl JsonBody {
    /// The object that the body is; `read_only` are fields that exist and that clients cannot set.
    pub fn parse<'a, T: Deserialize<'a>>(&'a self, read_only: &[&str]) -> Result<T, ApiError> {
        match serde_json::from_slice::<Object<T>>(&self.0) {
            Ok(Object(value)) => Ok(value),
            Err(_) => Err(refusal::<T>(&self.0, read_only)),
        }
    }

    /// The same where the body may be left out, or be `null`.
    pub fn parse_optional<'a, T: Deserialize<'a> + Default>(&'a self, read_only: &[&str]) -> Result<T, ApiError> {
        if matches!(self.0.trim_ascii(), b"" | b"null") { Ok(T::default()) } else { self.parse(read_only) }
    }
}

async fn read(request: Request, limit: usize) -> Result<Bytes, ApiError> {
    let deadline = request.extensions().get::<RequestInfo>().map(RequestInfo::body_deadline);
    let (parts, body) = request.into_parts();
    if body.is_end_stream() {
        return Ok(Bytes::new());
    }
    let refused = must_be_plain_json(&parts.headers)
        .and_then(|()| if body.size_hint().lower() > limit as u64 { Err(too_large(limit)) } else { Ok(()) });
    if let Err(error) = refused {
        // A client that asked first (`Expect: 100-continue`) has not sent it, and need not.
        if !parts.headers.contains_key(EXPECT) {
            discard(body).await;
        }
        return Err(error);
    }
    let collected = collect(body, limit);
    match deadline {
        Some(deadline) => timeout_at(deadline, collected).await.unwrap_or_else(|_| Err(too_slow())),
        None => collected.await,
    }
}

/// Takes what still comes of a refused body, up to a bound: a connection that is closed with something unread is reset,
/// and the refusal may be lost with it.
async fn discard(mut body: Body) {
    let mut left = DISCARDED;
    let taken = async {
        while let Some(Ok(frame)) = body.frame().await {
            left = left.saturating_sub(frame.data_ref().map_or(0, Bytes::len));
            if left == 0 {
                break;
            }
        }
    };
    // Whether or not all of it came in time, the refusal is sent now.
    let _ = timeout(DISCARD_TIME, taken).await;
}

/// The whole body; the one piece that it mostly comes in is not copied.
async fn collect(mut body: Body, limit: usize) -> Result<Bytes, ApiError> {
    let mut whole = Bytes::new();
    let mut rest = BytesMut::new();
    while let Some(frame) = body.frame().await {
        let Ok(piece) = frame.map_err(cut_short)?.into_data() else { continue };
        if whole.len() + rest.len() + piece.len() > limit {
            discard(body).await;
            return Err(too_large(limit));
        }
        if whole.is_empty() {
            whole = piece;
        } else {
            rest.extend_from_slice(&piece);
        }
    }
    if rest.is_empty() {
        return Ok(whole);
    }
    let mut joined = BytesMut::with_capacity(whole.len() + rest.len());
    joined.extend_from_slice(&whole);
    joined.extend_from_slice(&rest);
    Ok(joined.freeze())
}

fn too_large(limit: usize) -> ApiError {
    ApiError::new(Code::BodyTooLarge, format!("the body is larger than {limit} bytes"))
}

fn too_slow() -> ApiError {
    ApiError::new(Code::RequestTimeout, "the body did not arrive in time")
}

fn cut_short(cause: axum::Error) -> ApiError {
    ApiError::new(Code::MalformedRequest, "the body ended before it was whole").because(cause)
}

fn must_be_plain_json(headers: &HeaderMap) -> Result<(), ApiError> {
    let refused = |detail| Err(ApiError::new(Code::UnsupportedMediaType, detail));
    if headers.get(CONTENT_ENCODING).is_some_and(|encoding| !encoding.as_bytes().eq_ignore_ascii_case(b"identity")) {
        return refused("compressed bodies are not taken");
    }
    if headers.get(CONTENT_TYPE).is_some_and(is_json) {
        return Ok(());
    }
    refused("the body must be sent as `Content-Type: application/json`")
}

/// `application/json`, whatever parameters follow.
fn is_json(content_type: &HeaderValue) -> bool {
    let bytes = content_type.as_bytes();
    let end = bytes.iter().position(|byte| *byte == b';').unwrap_or(bytes.len());
    bytes[..end].trim_ascii().eq_ignore_ascii_case(b"application/json")
}

/// Why the body is no `T`: parsed again, keeping track of where.
fn refusal<'a, T: Deserialize<'a>>(body: &'a [u8], read_only: &[&str]) -> ApiError {
    let mut reader = serde_json::Deserializer::from_slice(body);
    let Err(refused) = serde_path_to_error::deserialize::<_, Object<T>>(&mut reader) else {
        // What was wrong stands after the object.
        return malformed(&reader.end().map_or_else(|cause| cause.to_string(), |()| String::new()));
    };
    let path = refused.path().to_string();
    let cause = refused.into_inner();
    if !cause.is_data() {
        return malformed(&cause.to_string());
    }
    // A body that is refused for a field and is no JSON further on is no JSON in the first place.
    if let Err(syntax) = serde_json::from_slice::<serde::de::IgnoredAny>(body) {
        return malformed(&syntax.to_string());
    }
    let told = cause.to_string();
    let message = told.rsplit_once(" at line ").map_or(told.as_str(), |(message, _)| message);
    ApiError::fields(vec![field_error(&path, message, read_only)])
}

fn malformed(why: &str) -> ApiError {
    ApiError::new(Code::MalformedJson, format!("the body is not JSON: {why}"))
}

/// serde tells apart what is wrong in words only.
fn field_error(path: &str, message: &str, read_only: &[&str]) -> FieldError {
    let path = path.trim_end_matches('?').trim_end_matches('.');
    if let Some(name) = named(message, "unknown field `") {
        let field = join(path, name);
        if read_only.contains(&name) {
            return FieldError::new(field, FieldCode::ReadOnly, "cannot be set");
        }
        return FieldError::new(field, FieldCode::Unknown, "is no field of this request");
    }
    if let Some(name) = named(message, "missing field `") {
        return FieldError::new(join(path, name), FieldCode::Missing, "is required");
    }
    if let Some(name) = named(message, "duplicate field `") {
        return FieldError::new(join(path, name), FieldCode::Duplicate, "was sent more than once");
    }
    let field = join(path, "");
    match message.rsplit_once(", expected ") {
        Some((what, expected)) if what.starts_with("invalid type") => {
            FieldError::new(field, FieldCode::WrongType, format!("must be {expected}"))
        }
        _ => FieldError::new(field, FieldCode::Malformed, format!("is {message}")),
    }
}

/// The name in backticks after `start`; it may hold backticks itself.
fn named<'m>(message: &'m str, start: &str) -> Option<&'m str> {
    let rest = message.strip_prefix(start)?;
    rest.rsplit_once("`, expected").map(|(name, _)| name).or_else(|| rest.strip_suffix('`'))
}

/// The field `name` of what stands at `path`; the body itself where both are empty.
fn join(path: &str, name: &str) -> String {
    let mut field: String = if path == "." { String::new() } else { path.to_owned() };
    // The path may end with the field itself.
    if !name.is_empty() && field != name && !field.ends_with(&format!(".{name}")) {
        let dot = if field.is_empty() { "" } else { "." };
        let name: String = name.chars().take(NAME_CHARS).collect();
        // Writing to a String cannot fail.
        let _ = write!(field, "{dot}{name}");
    }
    if field.is_empty() { "body".to_owned() } else { field }
}

#[cfg(test)]
mod tests {
    use chat_shared::api::types::{CreateMessage, CreateMessages, UpdateChat};

    use super::*;

    /// What the first error of a refused body says: code, and field with its code where there is one.
    fn refused<'a, T: Deserialize<'a>>(body: &'a [u8], read_only: &[&str]) -> String {
        let error = refusal::<T>(body, read_only).rendering();
        let response = error.response("r");
        assert!(response.status().is_client_error());
        let problem = error.problem();
        let fields = problem.errors.iter().map(|error| format!(" {}:{}", error.field, error.code));
        problem.code.to_string() + &fields.collect::<String>()
    }

    fn message(body: &str) -> String {
        refused::<CreateMessage<'_>>(body.as_bytes(), &[])
    }

    #[test]
    fn what_is_no_json_is_malformed() {
        let deep = format!(r#"{{"content":{}"#, "[".repeat(200));
        for body in
            ["", "{", "{\"content\":\"a\"", "nonsense", r#"{"content":"a"} x"#, r#"{"content":"\ud800"}"#, &deep]
        {
            assert_eq!(message(body), "malformed_json", "{body}");
        }
        assert_eq!(refused::<CreateMessage<'_>>(b"{\"content\":\"\xff\"}", &[]), "malformed_json");
    }

    #[test]
    fn a_wrong_field_is_named() {
        assert_eq!(message(r#"["a"]"#), "validation_failed body:wrong_type");
        assert_eq!(message("7"), "validation_failed body:wrong_type");
        assert_eq!(message("{}"), "validation_failed content:missing");
        assert_eq!(message(r#"{"content":5}"#), "validation_failed content:wrong_type");
        assert_eq!(message(r#"{"content":null}"#), "validation_failed content:wrong_type");
        assert_eq!(message(r#"{"content":"a","sender":[]}"#), "validation_failed sender:wrong_type");
        assert_eq!(message(r#"{"content":"a","sent_at":"noon"}"#), "validation_failed sent_at:malformed");
        assert_eq!(message(r#"{"content":"a","sent_at":7}"#), "validation_failed sent_at:wrong_type");
        assert_eq!(message(r#"{"content":"a","x`, expected":1}"#), "validation_failed x`, expected:unknown");
        assert_eq!(message(r#"{"content":"a","message_content":"b"}"#), "validation_failed content:duplicate");
    }

    #[test]
    fn a_wrong_item_of_a_batch_is_named_by_its_index() {
        let batch = |body: &str| refused::<CreateMessages<'_>>(body.as_bytes(), &[]);
        assert_eq!(batch(r#"{"messages":[{"content":"a"},{}]}"#), "validation_failed messages[1].content:missing");
        assert_eq!(batch(r#"{"messages":[{"content":"a","no":1}]}"#), "validation_failed messages[0].no:unknown");
        assert_eq!(batch(r#"{"messages":[{"content":"a"},"b"]}"#), "validation_failed messages[1]:wrong_type");
        assert_eq!(batch(r#"{"messages":{}}"#), "validation_failed messages:wrong_type");
    }

    #[test]
    fn what_clients_cannot_set_is_read_only() {
        let body = br#"{"title":"a","messages_count":3}"#;
        assert_eq!(refused::<UpdateChat<'_>>(body, &["messages_count"]), "validation_failed messages_count:read_only");
        assert_eq!(refused::<UpdateChat<'_>>(body, &[]), "validation_failed messages_count:unknown");
    }

    #[test]
    fn a_content_type_may_have_parameters() {
        assert!(is_json(&HeaderValue::from_static("Application/JSON ; charset=utf-8")));
        assert!(!is_json(&HeaderValue::from_static("application/jsonp")));
        assert!(!is_json(&HeaderValue::from_static("text/plain")));
    }
}
