//! `chatctl queue wait`: returns when a queue is as short as was asked, with exit code 8 where it is not in time.

use std::time::Duration;

use chat_shared::api::types::admin::QueueStatus;
use chat_shared::queue::Group;
use clap::Args;
use tokio::time::{Instant, sleep};

use super::QueueName;
use super::records::Queue;
use crate::backend::Operator;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::session::Session;

/// How long to wait before asking again.
const EVERY: Duration = Duration::from_millis(100);

/// `chatctl queue wait`
#[derive(Debug, Args)]
pub struct WaitArgs {
    /// The queue
    #[arg(value_enum)]
    queue: QueueName,
    /// Until nothing of it is left to be acknowledged
    #[arg(long, required_unless_present = "lag_below", conflicts_with = "lag_below")]
    empty: bool,
    /// Until fewer entries than this are left to be delivered
    #[arg(long, value_name = "N")]
    lag_below: Option<u64>,
}

impl WaitArgs {
    fn holds(&self, status: &QueueStatus) -> bool {
        match self.lag_below {
            Some(bound) => status.lag < bound,
            None => self.empty && status.depth == 0,
        }
    }
}

/// Waits, at most for `--timeout`, and prints the queue as it is then.
pub async fn wait(operator: &dyn Operator, session: &mut Session, args: &WaitArgs) -> Outcome {
    let (group, within) = (args.queue.group(), session.global.timeout);
    let deadline = Instant::now() + within;
    loop {
        match operator.queues().await {
            Ok(queues) => {
                let log = queues.log;
                let status = queues.queues.into_iter().find(|status| status.queue == group);
                if let Some(status) = status.filter(|status| args.holds(status)) {
                    session.printer.item("queue.wait", &Queue { status, log })?;
                    return Ok(Done::All);
                }
            }
            // It may be about to come back.
            Err(failure) if failure.is_retryable() && Instant::now() < deadline => {}
            Err(failure) => return Err(failure),
        }
        if Instant::now() >= deadline {
            return Err(late(group, within));
        }
        sleep(EVERY).await;
    }
}

fn late(queue: Group, within: Duration) -> Failure {
    Failure::new(Kind::Timeout, format!("see the queue {} short enough within {} s", queue.name(), within.as_secs()))
        .because("its workers are still at it, or paused")
        .hint("wait longer with --timeout; `chatctl queue ls` shows how far it is")
}
