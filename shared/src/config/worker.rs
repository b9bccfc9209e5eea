//! `[worker]`: how accepted entries are persisted and indexed.

use std::time::Duration;

use super::codec::{Codec, Count, KIB, MIB, Place, Raw, Size, Span, Word, Wrong};
use super::setting::{Setting, at};

/// `[worker]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worker {
    /// The most entries of a batch.
    pub batch: usize,
    /// The most bytes of a batch.
    pub batch_bytes: usize,
    /// How long a batch waits for more after its first entry.
    pub linger: Duration,
    /// How long a batch may take from reading to acknowledging.
    pub batch_deadline: Duration,
    /// How long another worker's entries must have been left alone before they are claimed.
    pub claim_idle: Duration,
    /// The name of this process among all workers; `None`: made of the host's name and the data folder.
    pub node: Option<String>,
}

impl Default for Worker {
    fn default() -> Self {
        Self {
            batch: 1000,
            batch_bytes: 4 * 1024 * 1024,
            linger: Duration::from_millis(20),
            batch_deadline: Duration::from_secs(30),
            claim_idle: Duration::from_mins(1),
            node: None,
        }
    }
}

/// The most characters of a node's name.
const NODE_CHARS: usize = 64;

/// A node's name, where one is given.
struct NodeName;

impl Codec for NodeName {
    type Value = Option<String>;

    fn read(&self, raw: &Raw, place: &Place) -> Result<Option<String>, Wrong> {
        Word { max: NODE_CHARS }.read(raw, place).map(Some)
    }

    fn write(&self, value: &Option<String>) -> Option<String> {
        value.as_ref().and_then(|name| Word { max: NODE_CHARS }.write(name))
    }

    fn form(&self) -> String {
        Word { max: NODE_CHARS }.form()
    }

    fn example(&self) -> Option<&'static str> {
        Some("\"chat-1\"")
    }
}

pub(super) fn settings() -> Vec<Setting> {
    let (ms, secs, hours) = (Duration::from_millis, Duration::from_secs, Duration::from_hours);
    vec![
        Setting::new(
            "worker.batch",
            at!(worker.batch),
            Count::between(1, 10_000),
            "The most entries that are persisted in one transaction, or indexed in one request.",
        ),
        Setting::new(
            "worker.batch_bytes",
            at!(worker.batch_bytes),
            Size::between(4 * KIB, 64 * MIB),
            "The most bytes of such a batch.",
        ),
        Setting::new(
            "worker.linger",
            at!(worker.linger),
            Span::between(Duration::ZERO, secs(10)),
            "How long a batch waits for more after its first entry. Longer: fewer transactions; shorter: sooner visible.",
        ),
        Setting::new(
            "worker.batch_deadline",
            at!(worker.batch_deadline),
            Span::between(ms(100), hours(1)),
            "How long a batch may take from reading to acknowledging.",
        ),
        Setting::new(
            "worker.claim_idle",
            at!(worker.claim_idle),
            Span::between(ms(200), hours(24)),
            "How long another worker's entries must have been left alone before they are taken over. Must be longer \
             than worker.batch_deadline, or living workers would be robbed.",
        ),
        Setting::new(
            "worker.node",
            at!(worker.node),
            NodeName,
            "The name of this process among all workers. It must be its own, and the same after a restart. Without it \
             one is made of the host's name and the data folder.",
        ),
    ]
}
