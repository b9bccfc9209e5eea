//! chatd as a library: the process and its parts, so that tests start it inside themselves and the binary stays thin.
//!
//! `cli` reads the command line, `app` puts everything together, `parts` opens the adapters, `lifecycle` begins and ends,
//! `http` answers, `worker` persists and indexes, `bidden` tells both what operators ask.

pub mod app;
pub mod banner;
pub mod bidden;
pub mod cli;
pub mod data_dir;
pub mod descriptors;
pub mod healthcheck;
pub mod http;
pub mod lifecycle;
mod node;
pub mod parts;
pub mod telemetry;
pub mod worker;
