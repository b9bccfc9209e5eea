//! What verifying finds, as it is found.

use std::time::Duration;

use crate::api::types::admin::{VerifyChecked, VerifyFinding, VerifyInvariant, VerifyReport};

/// Findings that are written down: whoever has more has one cause for many.
const WRITTEN_DOWN: usize = 1_000;

/// Findings so far.
#[derive(Debug, Default)]
pub struct Findings {
    /// What was checked so far.
    pub checked: VerifyChecked,
    written: Vec<VerifyFinding>,
    found: u64,
}

impl Findings {
    /// Adds something that does not hold.
    pub fn add(&mut self, invariant: VerifyInvariant, place: impl Into<String>, what: impl Into<String>) {
        self.found += 1;
        if self.written.len() < WRITTEN_DOWN {
            self.written.push(VerifyFinding { invariant, place: place.into(), what: what.into() });
        }
    }

    /// All of it.
    pub fn report(self, took: Duration) -> VerifyReport {
        VerifyReport {
            ok: self.found == 0,
            checked: self.checked,
            findings: self.written,
            found: self.found,
            took_ms: u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
        }
    }
}
