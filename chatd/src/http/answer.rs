//! How answers are written: JSON bodies, and the headers that carry versions, places and pages.

use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use chat_shared::queue::EntryId;
use http::header::{CONTENT_TYPE, LINK, LOCATION};
use http::{HeaderName, HeaderValue, StatusCode, Uri};
use serde::Serialize;

/// `value` as a JSON body.
pub fn json<T: Serialize + ?Sized>(status: StatusCode, value: &T) -> Response {
    // Wire types are structs of strings, numbers and lists: they always have a JSON form.
    let body = Bytes::from(serde_json::to_vec(value).unwrap_or_default());
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// A version as an entity tag.
#[must_use]
pub fn etag(version: EntryId) -> HeaderValue {
    header_value(format!("\"{version}\""))
}

/// Says where what was created stands.
pub fn set_location(response: &mut Response, location: String) {
    response.headers_mut().insert(LOCATION, header_value(location));
}

/// Adds the links of a page.
pub fn set_links<'a>(response: &mut Response, uri: &Uri, links: impl IntoIterator<Item = (&'a str, String)>) {
    let links = links.into_iter().map(|(rel, query)| format!("<{}?{query}>; rel=\"{rel}\"", uri.path()));
    let joined = links.collect::<Vec<_>>().join(", ");
    if !joined.is_empty() {
        response.headers_mut().insert(LINK, header_value(joined));
    }
}

/// Sets a header to a constant.
pub fn set(response: &mut Response, name: HeaderName, value: &'static str) {
    response.headers_mut().insert(name, HeaderValue::from_static(value));
}

/// What we make of paths, numbers and encoded queries is ASCII without control characters.
pub(super) fn header_value(text: String) -> HeaderValue {
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static(""))
}
