//! The integration tests of chatd: one binary.

mod crash;
mod pipeline;
mod support;
