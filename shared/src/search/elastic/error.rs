//! How an engine fails, and what its answers mean. Knows no request.

use std::time::Duration;

use serde::Deserialize;

use crate::fault::{Fault, Kind, Part};

/// What went wrong with an engine, and what to do about it. Holds no password: nodes are named by host and port.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// No connection, or one that broke.
    #[error("{node} cannot be reached: {cause}")]
    Unreachable {
        /// The node.
        node: String,
        /// The whole chain of the client's errors.
        cause: String,
    },
    /// https to a node that speaks http.
    #[error("{node} answers, but not with TLS: if it speaks plain HTTP, write http:// in search.url")]
    NoTls {
        /// The node.
        node: String,
    },
    /// A connection that ends without an answer, as a node with TLS ends one without.
    #[error("{node} ended the connection without an answer: if it speaks TLS, write https:// in search.url ({cause})")]
    CutOff {
        /// The node.
        node: String,
        /// The whole chain of the client's errors.
        cause: String,
    },
    /// No answer in time.
    #[error("{node} did not answer within {:.1} s", within.as_secs_f64())]
    Late {
        /// The node.
        node: String,
        /// How long it had.
        within: Duration,
    },
    /// Nodes that failed a moment ago are not asked by who cannot wait.
    #[error("no node of the search engine answered a moment ago")]
    Away,
    /// 401 or 403.
    #[error(
        "the engine refuses the credentials ({status}{reason}): check the user and the password in search.url, or \
         search.api_key, and what they may do with the index"
    )]
    Denied {
        /// 401 or 403.
        status: u16,
        /// What the engine says.
        reason: Said,
    },
    /// An answer that no such engine gives.
    #[error("what answers is no Elasticsearch and no OpenSearch ({what}): check search.url")]
    NoEngine {
        /// What was seen instead.
        what: String,
    },
    /// An engine that lacks what is needed.
    #[error("{found} is too old: Elasticsearch from 7.10 on is needed, or OpenSearch from 2 on")]
    TooOld {
        /// The engine and its version.
        found: String,
    },
    /// An index of somebody else, under our names.
    #[error(
        "{name} is not as chatd made it ({what}): give another search.prefix, or delete it and let chatd fill a new \
         one from the store"
    )]
    Foreign {
        /// The index or alias.
        name: String,
        /// What is different.
        what: String,
    },
    /// An index of a later chatd.
    #[error(
        "the index {name} has form {found}, this chatd knows {known}: start the newer chatd that made it, or delete the \
         index and let this one fill a new one from the store"
    )]
    Newer {
        /// The index.
        name: String,
        /// Its form.
        found: u32,
        /// Ours.
        known: u32,
    },
    /// Full queues or memory: later.
    #[error("the engine has too much to do ({status}{reason})")]
    Busy {
        /// The status of the answer.
        status: u16,
        /// What the engine says.
        reason: Said,
    },
    /// The engine cannot do it now.
    #[error("the engine answers {status}{reason}")]
    Failing {
        /// The status of the answer.
        status: u16,
        /// What the engine says.
        reason: Said,
    },
    /// The engine will never do it.
    #[error("the engine refuses {what} ({status}{reason})")]
    Refused {
        /// A request, or a document by its id.
        what: String,
        /// The status of the answer.
        status: u16,
        /// What the engine says.
        reason: Said,
    },
    /// Generations changed faster than a call could follow.
    #[error("the generations of the index kept changing")]
    Changing,
    /// No generation that answered before is kept.
    #[error("none is kept")]
    NoneKept,
    /// Work on what is not being built.
    #[error("generation {generation} is not being built")]
    NotBuilding {
        /// The generation.
        generation: i64,
    },
    /// No index of ours, asked by who makes none.
    #[error("the engine holds no index of this installation yet: chatd makes it when it is started")]
    NoIndex,
    /// Questions about what is not there.
    #[error("there is no generation {generation}")]
    NoGeneration {
        /// The generation.
        generation: i64,
    },
}

impl EngineError {
    /// Whether it may pass without anybody changing the configuration or the index.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        !matches!(
            self,
            Self::Denied { .. }
                | Self::NoEngine { .. }
                | Self::TooOld { .. }
                | Self::Foreign { .. }
                | Self::Newer { .. }
                | Self::Refused { .. }
                | Self::NotBuilding { .. }
                | Self::NoneKept
                | Self::NoGeneration { .. }
        )
    }

    /// What the callers of the port see. Only what is wrong with a call itself counts as refused: entries must wait, not
    /// be given up, while an operator mends credentials or an index.
    pub(super) fn fault(self, doing: &'static str) -> Fault {
        let kind = match self {
            Self::Refused { .. } | Self::NotBuilding { .. } | Self::NoneKept | Self::NoGeneration { .. } => {
                Kind::Refused
            }
            _ => Kind::Unavailable,
        };
        Fault::new(Part::Search, kind, doing).because(self)
    }

    /// What an answer that is no success means.
    pub(super) fn of_answer(what: impl Into<String>, status: u16, cause: Option<Cause>) -> Self {
        let passes = cause.as_ref().is_some_and(Cause::passes);
        let reason = Said(cause);
        match status {
            401 => Self::Denied { status, reason },
            403 if !passes => Self::Denied { status, reason },
            429 => Self::Busy { status, reason },
            400..=499 if !passes => Self::Refused { what: what.into(), status, reason },
            _ => Self::Failing { status, reason },
        }
    }
}

/// An error as engines tell it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Cause {
    /// Its kind.
    #[serde(rename = "type", default)]
    pub(super) kind: String,
    /// In words.
    #[serde(default)]
    pub(super) reason: Option<String>,
    /// What is behind it, where the reason says nothing.
    #[serde(default)]
    pub(super) caused_by: Option<Box<Cause>>,
}

impl Cause {
    /// Whether the same request may succeed later, whatever the status of the answer.
    fn passes(&self) -> bool {
        let kinds = [
            // A disk is full: writes are blocked until there is room.
            "cluster_block_exception",
            "snapshot_in_progress_exception",
            "es_rejected_execution_exception",
            "rejected_execution_exception",
            "circuit_breaking_exception",
            "process_cluster_event_timeout_exception",
            "timeout_exception",
        ];
        kinds.contains(&self.kind.as_str())
    }
}

/// What an engine says of an error: nothing, or ", " and its kind and reason, cut short.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said(pub(super) Option<Cause>);

impl Said {
    /// Words of our own.
    pub(super) fn of(reason: &str) -> Self {
        Self(Some(Cause { reason: Some(reason.to_owned()), ..Cause::default() }))
    }

    /// Whether the error, or one behind it, is of a kind.
    pub(super) fn is(&self, kind: &str) -> bool {
        let mut causes = std::iter::successors(self.0.as_ref(), |cause| cause.caused_by.as_deref());
        causes.any(|cause| cause.kind == kind)
    }
}

/// The most characters shown of a reason: engines put whole requests into theirs.
const SHOWN: usize = 300;

impl std::fmt::Display for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut next = self.0.as_ref();
        while let Some(cause) = next {
            let reason: String = cause.reason.as_deref().unwrap_or("no reason given").chars().take(SHOWN).collect();
            let between = if cause.kind.is_empty() { "" } else { ": " };
            write!(f, ", {}{between}{reason}", cause.kind)?;
            next = cause.caused_by.as_deref();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(status: u16, kind: &str) -> EngineError {
        let cause = Cause { kind: kind.into(), reason: Some("because".into()), caused_by: None };
        EngineError::of_answer("a request", status, Some(cause))
    }

    #[test]
    fn only_what_is_wrong_with_the_call_itself_is_refused() {
        for (status, kind, expected) in [
            (400, "mapper_parsing_exception", Kind::Refused),
            (413, "", Kind::Refused),
            (401, "security_exception", Kind::Unavailable),
            (403, "security_exception", Kind::Unavailable),
            (403, "cluster_block_exception", Kind::Unavailable),
            (400, "snapshot_in_progress_exception", Kind::Unavailable),
            (429, "es_rejected_execution_exception", Kind::Unavailable),
            (500, "anything", Kind::Unavailable),
            (503, "no_shard_available_action_exception", Kind::Unavailable),
        ] {
            let fault = of(status, kind).fault("index");
            assert_eq!(fault.kind, expected, "{status} {kind}");
        }
    }

    #[test]
    fn a_full_disk_passes_and_wrong_credentials_do_not() {
        assert!(of(403, "cluster_block_exception").is_passing());
        assert!(!of(403, "security_exception").is_passing());
    }

    #[test]
    fn long_reasons_are_cut() {
        let long = Cause { reason: Some("x".repeat(5_000)), ..Cause::default() };
        assert!(Said(Some(long)).to_string().len() < 400);
        assert_eq!(Said(None).to_string(), "");
    }
}
