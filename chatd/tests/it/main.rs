//! The integration tests of chatd: one binary.

#![expect(clippy::expect_used, clippy::panic, reason = "a test ends at the first surprise")]

mod api;
mod begin_and_end;
mod crash;
mod deployment;
mod engine;
mod mixes;
mod moving;
mod operations;
mod outage;
mod pipeline;
mod proofs;
mod proxy;
mod refusals;
mod scaled;
mod settings;
mod stores;
mod support;
mod tls;
mod trouble;
mod working;
