//! The workers: what happens to entries after they were answered. `runtime` reads, batches, retries and parks without
//! knowing what an entry means; `persist` and `index` know; `janitor` keeps the log short.

mod backlog;
mod index;
mod janitor;
mod operations;
mod persist;
mod runtime;

pub use backlog::Backlogger;
pub use index::Indexer;
pub use janitor::Janitor;
pub use operations::Runner;
pub use persist::Persister;
pub use runtime::{Handler, Pace, Worker};
