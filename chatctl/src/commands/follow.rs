//! What every `-f` does: refuses formats and orders that need an end, and ends itself when nobody reads any more.

use std::future::Future;
use std::io;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use tokio::task::spawn_blocking;

use crate::output::Format;
use crate::output::failure::Failure;
use crate::session::Session;

/// A list that never ends has no closing bracket, no greatest row and no last line. `doing` goes on after "could not".
pub fn refuse_what_needs_an_end(session: &Session, doing: &'static str) -> Result<(), Failure> {
    match session.global.output {
        Format::Json | Format::Yaml => {
            Err(Failure::usage(doing, "one object cannot hold what never ends").hint("use -o jsonl"))
        }
        _ if session.global.sort.is_some() => Err(Failure::usage(doing, "what never ends cannot be sorted")),
        _ => Ok(()),
    }
}

/// Follows as `work` says, until whoever reads standard output closes it: at once, and not at the next row, which may
/// never come.
pub async fn while_read<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    tokio::select! {
        outcome = work => outcome,
        () = nobody_reads() => Err(Failure::printing(&io::ErrorKind::BrokenPipe.into())),
    }
}

/// Ends when the other end of standard output is closed; never where it is a file, which has none.
async fn nobody_reads() {
    // Where it cannot be told, the next row will tell.
    if !spawn_blocking(closed).await.unwrap_or(false) {
        std::future::pending::<()>().await;
    }
}

/// Waits until the other end of standard output is closed; false where that cannot be told.
fn closed() -> bool {
    let out = io::stdout();
    loop {
        // That the other end is gone is told whatever is asked for.
        match poll(&mut [PollFd::new(&out, PollFlags::empty())], None) {
            Err(Errno::INTR) => {}
            told => return told.is_ok(),
        }
    }
}
