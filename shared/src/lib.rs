//! What chatd and chatctl share: the rules of the domain, the three ports with their adapters, the numbering protocol
//! above them, what operators do, and the HTTP API's wire types with the typed client.
//!
//! Adapters are named in `adapters` only; everything else here speaks to ports.

pub mod adapters;
pub mod api;
pub mod clock;
pub mod config;
pub mod domain;
pub mod fault;
pub mod hold;
pub mod numbering;
pub mod ops;
pub mod queue;
pub mod search;
mod sqlite;
pub mod store;
