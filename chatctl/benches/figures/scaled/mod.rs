//! The figures of an installation on servers: Redis, MariaDB and OpenSearch, started for it on the same machine.

pub mod accept;
mod counters;
pub mod drain;
mod floor;
pub mod index;
pub mod operator;
mod servers;
mod site;
pub mod sustained;
mod upsert;

use crate::process::rate;

/// Posts messages of 100 bytes, as the floors take them too.
const POST: [&str; 4] = ["bench", "post", "--size", "100"];

/// Waits for what a measurement does beside its processes.
fn block_on<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(work)
}
