//! The integration tests of the shared crate: one binary. `conformance` holds one suite a port, run against every
//! adapter with the same expectations.

mod conformance;
mod oracle;
