//! Waiting until the workers are done with what was accepted.

use std::time::Duration;

use chat_shared::queue::{EntryId, Group};
use tokio::time::{Instant, sleep};

use crate::backend::Operator;
use crate::output::failure::{Failure, Kind};

/// How long to wait before asking again: short against what is measured by it.
const EVERY: Duration = Duration::from_millis(20);

/// Waits until `queue` has acknowledged everything that was accepted up to `last`, whatever others go on accepting.
pub async fn done_with(operator: &dyn Operator, queue: Group, last: EntryId, within: Duration) -> Result<(), Failure> {
    let deadline = Instant::now() + within;
    loop {
        match operator.queues().await {
            Ok(queues) => {
                let status = queues.queues.iter().find(|status| status.queue == queue);
                if status.is_none_or(|status| status.depth == 0 || status.oldest_at.is_some_and(|at| at > last.at())) {
                    return Ok(());
                }
            }
            // What was accepted is safe while chatd is away.
            Err(failure) if failure.is_retryable() => {}
            Err(failure) => return Err(failure),
        }
        if Instant::now() >= deadline {
            return Err(not_in_time(queue, within));
        }
        sleep(EVERY).await;
    }
}

fn not_in_time(queue: Group, within: Duration) -> Failure {
    let what = match queue {
        Group::Persist => "persisted",
        Group::Index => "searchable",
    };
    Failure::new(Kind::Timeout, format!("see everything {what} within {} s", within.as_secs()))
        .because("everything is accepted and safe, but workers are still at it")
        .hint("wait longer with --timeout; `chatctl queue ls` shows how far they are")
}
