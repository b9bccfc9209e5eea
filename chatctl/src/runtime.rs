//! The async runtime of a command that waits for others: one thread, and the two signals that end it.

use std::cell::RefCell;
use std::future::Future;

use tokio::signal::unix::{SignalKind, signal};

use crate::output::failure::{Failure, Kind};

/// How to go on after an interruption; set by the work once there is something to go on with.
#[derive(Debug, Default)]
pub struct ComeBack(RefCell<Option<String>>);

impl ComeBack {
    /// From now on an interruption says this.
    pub fn by(&self, hint: impl Into<String>) {
        self.0.replace(Some(hint.into()));
    }
}

/// Runs `work` to its end, or until SIGINT or SIGTERM; then what was under way is dropped. `doing` goes on after "could
/// not".
pub fn block_on<T>(doing: &'static str, work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    block_on_or(doing, &ComeBack::default(), work)
}

/// The same, where the work says how to go on after an interruption.
pub fn block_on_or<T>(
    doing: &'static str,
    come_back: &ComeBack,
    work: impl Future<Output = Result<T, Failure>>,
) -> Result<T, Failure> {
    // One thread: the tool shares its machine with the server, and waits for the network most of its time.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::new(Kind::Failed, doing).because(error))?;
    let outcome = runtime.block_on(async {
        let failed = |error| Failure::new(Kind::Failed, doing).because(error);
        let mut interrupt = signal(SignalKind::interrupt()).map_err(failed)?;
        let mut terminate = signal(SignalKind::terminate()).map_err(failed)?;
        let ended = tokio::select! {
            outcome = work => return outcome,
            _ = interrupt.recv() => Failure::new(Kind::Interrupted, doing),
            _ = terminate.recv() => Failure::new(Kind::Terminated, doing),
        };
        Err(match come_back.0.take() {
            Some(hint) => ended.hint(hint),
            None => ended,
        })
    });
    // A thread that waits for a line of standard input would be waited for.
    runtime.shutdown_background();
    outcome
}
