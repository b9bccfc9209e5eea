//! `/metrics`: what Prometheus scrapes, for who may administer.

use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use utoipa_axum::router::OpenApiRouter;

use crate::http::extract::Admin;
use crate::http::state::AppState;

/// The text format that Prometheus reads.
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// The route, with what `render` gives.
pub fn metrics(render: impl Fn() -> String + Clone + Send + Sync + 'static) -> OpenApiRouter<AppState> {
    OpenApiRouter::new().route("/metrics", get(async move |_: Admin| ([(CONTENT_TYPE, TEXT)], render())))
}
