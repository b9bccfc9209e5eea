//! `/api-docs/`: the OpenAPI document and Swagger UI, whose assets are inside the binary.

use std::sync::Arc;

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use bytes::Bytes;
use chat_shared::api::codes::Code;
use http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, LOCATION};
use http::{HeaderValue, StatusCode};
use utoipa_swagger_ui::Config;

use crate::http::answer::header_value;
use crate::http::error::ApiError;
use crate::http::state::AppState;

/// The routes of the documentation, showing `document`.
pub fn routes(document: Bytes) -> Router<AppState> {
    // Relative, so that it is found behind whatever prefix a proxy puts before it.
    let config = Arc::new(Config::new(["openapi.json"]));
    let index = Arc::clone(&config);
    Router::new()
        .route("/api-docs", get(redirect))
        .route("/api-docs/", get(async move || asset("", index)))
        .route("/api-docs/openapi.json", get(async move || openapi(document)))
        .route("/api-docs/{*path}", get(async move |Path(path): Path<String>| asset(&path, config)))
}

async fn redirect() -> Response {
    let mut response = Response::default();
    *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
    response.headers_mut().insert(LOCATION, HeaderValue::from_static("/api-docs/"));
    response
}

fn openapi(document: Bytes) -> Response {
    let mut response = Response::new(document.into());
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

fn asset(path: &str, config: Arc<Config<'static>>) -> Result<Response, ApiError> {
    let missing = || ApiError::new(Code::RouteNotFound, "the documentation has no such file");
    let served = utoipa_swagger_ui::serve(path, config).map_err(|cause| {
        ApiError::new(Code::Internal, "the documentation could not be made").because(cause.to_string())
    })?;
    let file = served.ok_or_else(missing)?;
    let mut response = Response::new(Bytes::from(file.bytes.into_owned()).into());
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, header_value(file.content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("max-age=3600"));
    if file.gzpipped {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    Ok(response)
}
