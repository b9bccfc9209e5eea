//! The router: which path is which route, and what is put round them. Routes of others (administration, metrics) are
//! merged in, so that they have the same edge and stand in the same OpenAPI document.

use axum::Router;
use axum::response::Response;
use chat_shared::api::codes::Code;
use chat_shared::domain::Limits;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::SizeAbove;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::edge::EdgeLayer;
use super::error::ApiError;
use super::openapi;
use super::routes::{admin, applications, chats, docs, everything, export, health, messages, search};
use super::state::{AppState, HttpSettings};

/// Answers smaller than this are not compressed: it would cost more than it saves.
const COMPRESSED_ABOVE: u64 = 1024;

/// The whole API: its own routes, and `others`.
pub fn router(state: AppState, others: OpenApiRouter<AppState>) -> Router {
    let (routes, document) = all(others).split_for_parts();
    let document = openapi::finished(document, &state.limits, &state.settings);
    routes
        .merge(docs::routes(document.into()).layer(compression()))
        .fallback(no_route)
        .method_not_allowed_fallback(no_method)
        .layer(EdgeLayer::new(state.settings.deadline))
        .with_state(state)
}

/// The OpenAPI document of the API with default limits, as JSON.
#[must_use]
pub fn document(others: OpenApiRouter<AppState>) -> Vec<u8> {
    openapi::finished(all(others).into_openapi(), &Limits::default(), &HttpSettings::default())
}

fn all(others: OpenApiRouter<AppState>) -> OpenApiRouter<AppState> {
    OpenApiRouter::with_openapi(openapi::base()).merge(writes()).merge(reads().layer(compression())).merge(others)
}

fn compression() -> CompressionLayer<SizeAbove> {
    // An export is long, and to compress it well takes more of chatd's time than all the rest.
    CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(SizeAbove::new(COMPRESSED_ABOVE))
}

/// What is sent to chatd; answers are small.
fn writes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(applications::create))
        .routes(routes!(applications::update, applications::delete))
        .routes(routes!(applications::rotate_token))
        .routes(routes!(chats::create))
        .routes(routes!(chats::update, chats::delete))
        .routes(routes!(messages::create))
        .routes(routes!(messages::create_batch))
        .routes(routes!(messages::update, messages::delete))
        .merge(admin::writes())
}

/// What is asked of chatd.
fn reads() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(applications::list))
        .routes(routes!(applications::show))
        .routes(routes!(chats::list))
        .routes(routes!(chats::show))
        .routes(routes!(messages::list))
        .routes(routes!(messages::show))
        .routes(routes!(search::in_application))
        .routes(routes!(everything::chats))
        .routes(routes!(everything::messages))
        .routes(routes!(export::export))
        .routes(routes!(health::livez))
        .routes(routes!(health::up))
        .routes(routes!(health::readyz))
        .routes(routes!(health::version))
        .merge(admin::reads())
}

async fn no_route() -> Result<Response, ApiError> {
    Err(ApiError::new(Code::RouteNotFound, "there is no such path"))
}

async fn no_method() -> Result<Response, ApiError> {
    Err(ApiError::new(Code::MethodNotAllowed, "the path does not know this method"))
}
