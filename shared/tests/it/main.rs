//! The integration tests of the shared crate: one binary. `conformance` holds one suite a port, run against every
//! adapter with the same expectations; `ops` is what operators look at and do.

#![expect(clippy::expect_used, clippy::panic, reason = "a test ends at the first surprise")]

mod conformance;
mod ops;
mod oracle;
mod servers;
