//! The async runtime of a command that waits for others: one thread, and the two signals that end it.

use std::future::Future;

use tokio::signal::unix::{SignalKind, signal};

use crate::output::exit::Outcome;
use crate::output::failure::{Failure, Kind};

/// Runs `work` to its end, or until SIGINT or SIGTERM; then what was under way is dropped. `doing` goes on after "could
/// not".
pub fn block_on(doing: &'static str, work: impl Future<Output = Outcome>) -> Outcome {
    // One thread: the tool shares its machine with the server, and waits for the network most of its time.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::new(Kind::Failed, doing).because(error))?;
    runtime.block_on(async {
        let failed = |error| Failure::new(Kind::Failed, doing).because(error);
        let mut interrupt = signal(SignalKind::interrupt()).map_err(failed)?;
        let mut terminate = signal(SignalKind::terminate()).map_err(failed)?;
        tokio::select! {
            outcome = work => outcome,
            _ = interrupt.recv() => Err(Failure::new(Kind::Interrupted, doing)),
            _ = terminate.recv() => Err(Failure::new(Kind::Terminated, doing)),
        }
    })
}
