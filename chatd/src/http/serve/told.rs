//! An answer's body that says when it is at its end: an export is made for as long as its client takes it. Knows nothing
//! of what it holds.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use http_body::{Body as HttpBody, Frame, SizeHint};

use super::patience::Phases;

/// A body while it is sent. Dropped at its end, whichever that is.
pub(super) struct Told {
    body: Body,
    phases: Arc<Phases>,
}

impl Told {
    pub(super) fn new(body: Body, phases: Arc<Phases>) -> Self {
        Self { body, phases }
    }
}

impl HttpBody for Told {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Told {
    fn drop(&mut self) {
        self.phases.answer_went();
    }
}
