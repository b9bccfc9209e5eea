//! The typed client of chatd's HTTP API: one method an endpoint, used by chatctl, by load generators and by the server's
//! own tests. It never repeats a request by itself; [`ClientError::retryable`] and [`ClientError::outcome_unknown`] tell
//! its callers what a repetition would mean.

mod admin;
mod admin_counters;
mod admin_operations;
mod admin_queues;
mod applications;
mod builder;
mod chats;
mod error;
mod health;
mod lines;
mod messages;
mod options;
mod paging;
mod send;
#[cfg(test)]
mod tests;

pub use builder::ClientBuilder;
pub use error::{ClientError, Invalid, Refused};
pub use lines::{ExportLines, ExportScope, Lines};
pub use options::{Answer, Versioned, WriteOptions};
pub use paging::{Page, Paging};
pub use send::Endpoint;

use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;

/// A client of one chatd, or of the proxy before several. Cheap to clone; clones share their connections.
#[derive(Debug, Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    http: reqwest::Client,
    base: reqwest::Url,
    authorization: Option<HeaderValue>,
    timeout: Duration,
}

impl Client {
    /// Begins a client of the chatd at `base`, for instance `http://127.0.0.1:8000`; a path in it is kept as a prefix.
    pub fn builder(base: &str) -> ClientBuilder {
        ClientBuilder::new(base)
    }

    /// The address that requests go to, as it was given.
    #[must_use]
    pub fn base(&self) -> &str {
        self.inner.base.as_str()
    }
}
