//! `chatctl queue`: the two queues (`persist` and `index`) over the log of what was accepted, and stopping them. Every look
//! is read-only.

pub mod halt;
mod horizon;
mod records;
mod tail;
mod wait;

use std::time::Duration;

use chat_shared::api::types::admin::{PendingQuery, StationState, StationStatus};
use chat_shared::queue::{EntryId, Group};
use chat_shared::store::Station;
use clap::{Subcommand, ValueEnum};

use crate::backend::Operator;
use crate::cli::duration;
use crate::output::Format;
use crate::output::exit::{Done, Outcome};
use crate::runtime::block_on;
use crate::session::Session;
use halt::{PauseArgs, StationName, claim, pause, resume};
use records::Part;
pub use records::{Queue, Seen};
pub use tail::delivered;
use tail::{TailArgs, tail};
use wait::{WaitArgs, wait};

/// The most entries of one request; the API gives no more.
const MOST_ROWS: u32 = 1_000;

/// `chatctl queue`
#[derive(Debug, Subcommand)]
pub enum QueueCommand {
    /// List the queues; with `-o wide` by partition
    #[command(visible_alias = "list")]
    Ls,
    /// Show a queue
    Get {
        /// The queue
        #[arg(value_enum)]
        queue: QueueName,
    },
    /// Print entries of the log as a queue sees them, and with `-f` those that follow
    Tail(TailArgs),
    /// Show an entry whole, with where it stands in each queue
    Peek {
        /// The queue
        #[arg(value_enum)]
        queue: QueueName,
        /// The entry's id, for instance a `jobId`
        id: EntryId,
    },
    /// List what workers hold and have not acknowledged
    Pending {
        /// The queue
        #[arg(value_enum)]
        queue: QueueName,
        /// Only what was not delivered again for so long
        #[arg(long, value_name = "DURATION", value_parser = duration)]
        idle: Option<Duration>,
    },
    /// Have workers take over what was not delivered again for so long
    Claim {
        /// The queue
        #[arg(value_enum)]
        queue: QueueName,
        /// How long, at least 1s
        #[arg(long, value_name = "DURATION", value_parser = duration)]
        idle: Duration,
    },
    /// Stop accepting, or working on a queue, in every process
    Pause(PauseArgs),
    /// Take a pause back
    Resume {
        /// What to resume
        #[arg(value_enum)]
        what: StationName,
    },
    /// Wait until a queue is empty or short, at most for --timeout (exit code 8 where it is not)
    Wait(WaitArgs),
}

/// The name of a queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum QueueName {
    /// Into the database.
    Persist,
    /// Into the search index.
    Index,
}

impl QueueName {
    fn group(self) -> Group {
        match self {
            Self::Persist => Group::Persist,
            Self::Index => Group::Index,
        }
    }
}

/// Runs it.
pub fn run(command: QueueCommand, session: &mut Session) -> Outcome {
    let reach = session.backend()?;
    let operator: &dyn Operator = &*reach;
    match command {
        QueueCommand::Ls => block_on("look at the queues", ls(operator, session)),
        QueueCommand::Get { queue } => block_on("look at the queue", async {
            let (status, log) = (operator.queue(queue.group()).await?, operator.queues().await?.log);
            session.printer.item("queue.get", &Queue { status, log })?;
            Ok(Done::All)
        }),
        QueueCommand::Tail(args) => block_on("follow the log", tail(operator, session, args)),
        QueueCommand::Peek { queue: _, id } => block_on("look at the entry", async {
            session.printer.item("queue.peek", &operator.entry(id).await?)?;
            Ok(Done::All)
        }),
        QueueCommand::Pending { queue, idle } => block_on("look at what workers hold", async {
            pending(operator, session, queue.group(), idle.map(millis)).await
        }),
        QueueCommand::Claim { queue, idle } => {
            block_on("have idle entries taken over", claim(operator, session, queue.group(), millis(idle)))
        }
        QueueCommand::Pause(args) => block_on("pause it", pause(operator, session, &args)),
        QueueCommand::Resume { what } => block_on("resume it", resume(operator, session, what)),
        QueueCommand::Wait(args) => block_on("wait for the queue", wait(operator, session, &args)),
    }
}

fn millis(span: Duration) -> u64 {
    u64::try_from(span.as_millis()).unwrap_or(u64::MAX)
}

/// What is said of accepting that is stopped: no queue's own state.
pub fn stopped(stations: &[StationStatus]) -> Option<String> {
    let accept = stations.iter().find(|status| status.station == Station::Accept)?;
    let who = accept.who.as_deref().unwrap_or("somebody");
    (accept.state != StationState::Running).then(|| {
        format!("accepting is stopped by {who} ({}); `chatctl queue resume accept` takes it back", accept.state.name())
    })
}

async fn ls(operator: &dyn Operator, session: &mut Session) -> Outcome {
    let queues = operator.queues().await?;
    let (log, warning) = (queues.log, stopped(&queues.stations));
    let mut statuses = Vec::new();
    for group in Group::ALL {
        statuses.push(operator.queue(group).await?);
    }
    if session.printer.format() == Format::Wide {
        let mut list = session.printer.list("queue.list")?;
        for status in statuses {
            for part in status.partitions {
                list.push(&Part { queue: status.queue, status: part })?;
            }
        }
        if let Some(warning) = warning {
            list.warn(warning);
        }
        list.finish()?;
    } else {
        let mut list = session.printer.list("queue.list")?;
        for status in statuses {
            list.push(&Queue { status, log })?;
        }
        if let Some(warning) = warning {
            list.warn(warning);
        }
        list.finish()?;
    }
    Ok(Done::All)
}

async fn pending(operator: &dyn Operator, session: &mut Session, queue: Group, idle_ms: Option<u64>) -> Outcome {
    let most = u32::try_from(session.limit().unwrap_or(MOST_ROWS.into())).unwrap_or(MOST_ROWS).min(MOST_ROWS);
    let held = operator.pending(queue, &PendingQuery { idle_ms, limit: Some(most) }).await?;
    let full = held.items.len() >= most as usize;
    let mut list = session.printer.list("queue.pending")?;
    for entry in &held.items {
        list.push(entry)?;
    }
    if full {
        list.warn(format!("only the oldest {most} are listed"));
    }
    list.finish()?;
    Ok(Done::All)
}
