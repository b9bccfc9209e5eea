//! The admin key.

use axum::extract::FromRequestParts;
use chat_shared::api::codes::Code;
use http::header::AUTHORIZATION;
use http::request::Parts;

use crate::http::error::ApiError;
use crate::http::state::AppState;

/// Proof that the request may administer.
#[derive(Debug, Clone, Copy)]
pub struct Admin;

impl FromRequestParts<AppState> for Admin {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        if state.admin.admits(parts.headers.get(AUTHORIZATION)) {
            return Ok(Self);
        }
        Err(ApiError::new(Code::Unauthorized, "this needs the admin key as `Authorization: Bearer KEY`"))
    }
}
