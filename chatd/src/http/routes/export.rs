//! `/admin/export`: applications, chats and messages in order, one JSON object a line. What fails on the way cuts the
//! stream: a whole one ends with its `end` line.

use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use bytes::Bytes;
use chat_shared::api::types::ExportLine;
use chat_shared::fault::Fault;
use futures::stream;
use http::HeaderValue;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};

use crate::http::error::ApiError;
use crate::http::extract::{Admin, ExportQuery};
use crate::http::state::AppState;

/// Export applications, chats and messages
///
/// One JSON object a line; a whole export ends with a line of type `end`. What is accepted and not persisted yet is not
/// in it.
#[utoipa::path(
    get, path = "/admin/export", operation_id = "export", tag = "everything", security(("admin" = [])), params(ExportQuery),
    responses(
        (status = 200, body = ExportLine, content_type = "application/x-ndjson"),
    )
)]
pub async fn export(_admin: Admin, State(state): State<AppState>, asked: ExportQuery) -> Result<Response, ApiError> {
    let export = state.operators.export(asked.application.as_deref(), asked.chat).await?;
    let lines = stream::try_unfold(export, |mut export| async move {
        let piece = export.next().await.inspect_err(|cause| {
            tracing::error!(error = cause.chain(), "an export was cut off");
        })?;
        Ok::<_, Fault>(piece.map(|lines| (written(&lines), export)))
    });
    let mut response = Response::new(Body::from_stream(lines));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-ndjson"));
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_static(r#"attachment; filename="chat-export.ndjson""#));
    Ok(response)
}

fn written(lines: &[ExportLine]) -> Bytes {
    let mut text = Vec::new();
    for line in lines {
        // A line of strings and numbers always has a JSON form, and a Vec takes whatever is written to it.
        let _ = serde_json::to_writer(&mut text, line);
        text.push(b'\n');
    }
    text.into()
}
