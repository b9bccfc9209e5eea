//! The integration tests of chatd: one binary.

mod pipeline;
mod support;
