//! `[start]` and `[shutdown]`: how long beginning and ending may take.

use std::time::Duration;

use super::codec::Span;
use super::setting::{Setting, at};

/// `[start]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// How long connecting and checking the parts of the installation may take.
    pub deadline: Duration,
}

impl Default for Start {
    fn default() -> Self {
        Self { deadline: Duration::from_mins(1) }
    }
}

/// `[shutdown]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shutdown {
    /// How long everything together may take.
    pub deadline: Duration,
    /// How long idle connections stay open after the listener was closed.
    pub linger: Duration,
}

impl Default for Shutdown {
    fn default() -> Self {
        // Below the 30 s after which the usual orchestrators kill.
        Self { deadline: Duration::from_secs(25), linger: Duration::from_secs(1) }
    }
}

pub(super) fn settings() -> Vec<Setting> {
    let (ms, hours) = (Duration::from_millis, Duration::from_hours);
    vec![
        Setting::new(
            "start.deadline",
            at!(start.deadline),
            Span::between(ms(100), hours(1)),
            "How long connecting to the database, the queue and the search engine may take, retries included, before \
             chatd gives up with exit code 1.",
        ),
        Setting::new(
            "shutdown.deadline",
            at!(shutdown.deadline),
            Span::between(ms(100), hours(1)),
            "How long a stop may take: requests are answered, then the batch in hand is finished. After it chatd ends \
             with exit code 4; what was accepted is safe and is done after the next start. Keep it below the time \
             after which your supervisor kills.",
        ),
        Setting::new(
            "shutdown.linger",
            at!(shutdown.linger),
            Span::between(Duration::ZERO, hours(1)),
            "How long connections without a request stay open once the listener is closed, so that a proxy that is just \
             using one is still answered.",
        ),
    ]
}
