//! `[http]`: where chatd listens, and how long and how large things may be.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use super::codec::{Address, Count, KIB, MIB, Size, Span};
use super::setting::{Setting, at};

/// `[http]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Http {
    /// The address; port 0 takes any free one.
    pub listen: SocketAddr,
    /// How long a request may take from its head to its answer.
    pub deadline: Duration,
    /// The most bytes of a request's body.
    pub body_limit: usize,
    /// The most bytes of the body of a batch.
    pub batch_body_limit: usize,
    /// The most bytes of a request's head.
    pub header_limit: usize,
    /// How long a client may take to send a request's head once it began.
    pub header_timeout: Duration,
    /// How long a connection may stay open without a request.
    pub idle_timeout: Duration,
    /// How long a client may leave an answer untaken.
    pub write_timeout: Duration,
    /// The most connections at a time.
    pub connections: usize,
}

impl Default for Http {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8000)),
            deadline: Duration::from_secs(10),
            body_limit: 512 * 1024,
            batch_body_limit: 4 * 1024 * 1024,
            header_limit: 16 * 1024,
            header_timeout: Duration::from_secs(10),
            // Above the 60 s of nginx's keepalive_timeout: the side that may retry closes first.
            idle_timeout: Duration::from_secs(75),
            write_timeout: Duration::from_secs(30),
            // Ten thousand idle clients, and room for the others.
            connections: 16_384,
        }
    }
}

pub(super) fn settings() -> Vec<Setting> {
    let (ms, secs, hours) = (Duration::from_millis, Duration::from_secs, Duration::from_hours);
    vec![
        Setting::new(
            "http.listen",
            at!(http.listen),
            Address,
            "Where chatd listens. Port 0 takes any free one. On an address that other machines reach, put a proxy that \
             speaks TLS before it.",
        )
        .flag("listen")
        .env("CHATD_LISTEN"),
        Setting::new(
            "http.deadline",
            at!(http.deadline),
            Span::between(ms(100), hours(1)),
            "How long a request may take, from its head to its answer. What takes longer is answered 503 or 504.",
        ),
        Setting::new(
            "http.body_limit",
            at!(http.body_limit),
            Size::between(4 * KIB, 64 * MIB),
            "The most bytes of a request's body. A larger one is answered 413.",
        ),
        Setting::new(
            "http.batch_body_limit",
            at!(http.batch_body_limit),
            Size::between(4 * KIB, 256 * MIB),
            "The same for a batch of messages.",
        ),
        Setting::new(
            "http.header_limit",
            at!(http.header_limit),
            Size::between(8 * KIB, MIB),
            "The most bytes of a request's line and headers. More is answered 431.",
        ),
        Setting::new(
            "http.header_timeout",
            at!(http.header_timeout),
            Span::between(ms(100), hours(1)),
            "How long a client may take to send a request's line and headers once it began.",
        ),
        Setting::new(
            "http.idle_timeout",
            at!(http.idle_timeout),
            Span::between(ms(100), hours(24)),
            "How long a connection may stay open without a request. Keep it above that of the proxy before chatd.",
        ),
        Setting::new(
            "http.write_timeout",
            at!(http.write_timeout),
            Span::between(secs(1), hours(1)),
            "How long a client may leave an answer untaken before it is cut off.",
        ),
        Setting::new(
            "http.connections",
            at!(http.connections),
            Count::between(1, 1_000_000),
            "The most connections at a time. Further ones wait until one closes. Each needs a file descriptor.",
        ),
    ]
}
