//! chatd as a library: the process and its parts, so that tests start it inside themselves and the binary stays thin.
//!
//! `cli` reads the command line, `app` is the composition root, `lifecycle` begins and ends, `http` answers, `worker`
//! persists and indexes.

pub mod http;
pub mod lifecycle;
pub mod parts;
pub mod worker;
