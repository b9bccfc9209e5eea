//! The HTTP API as both sides see it: the codes of errors, the wire types, and the typed client. Knows nothing of how
//! chatd answers, and nothing of queue, store or search beyond the values that travel.

pub mod client;
pub mod codes;
pub mod cursor;
pub mod headers;
pub mod links;
pub mod problem;
pub mod types;
