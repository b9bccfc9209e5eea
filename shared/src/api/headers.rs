//! Names of the headers that the API gives a meaning to, beside those that `http` knows already.

use http::HeaderName;

/// The request's id, from the client or given by chatd; in every answer.
pub const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Makes a creation safe to repeat.
pub const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// `true` on the answer of a creation that was accepted before under the same key.
pub const IDEMPOTENCY_REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// What the client would like (RFC 7240): `wait=N`.
pub const PREFER: HeaderName = HeaderName::from_static("prefer");

/// What of it was done (RFC 7240).
pub const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");

/// `true` on the answer of a search that was made without the engine, from the store.
pub const SEARCH_DEGRADED: HeaderName = HeaderName::from_static("search-degraded");

/// Who administers, in their own words, for the operator log: 1 to 128 visible ASCII characters.
pub const X_OPERATOR: HeaderName = HeaderName::from_static("x-operator");
