//! Whether this process wants requests: closed until it has started, and again once it is about to stop. Readiness tells
//! proxies so; requests that come all the same are answered.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The gate; clones are one gate. Closed at first.
#[derive(Debug, Clone, Default)]
pub struct Gate(Arc<AtomicBool>);

impl Gate {
    /// A gate that is open from the beginning.
    #[must_use]
    pub fn opened() -> Self {
        let gate = Self::default();
        gate.open();
        gate
    }

    /// Says that requests are welcome.
    pub fn open(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Says that they are not.
    pub fn close(&self) {
        self.0.store(false, Ordering::Relaxed);
    }

    /// Whether they are.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
