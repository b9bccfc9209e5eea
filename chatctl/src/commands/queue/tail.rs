//! `chatctl queue tail`: entries of the log, and with `-f` those that follow. Reads as anybody may, and takes nothing.

use std::collections::HashMap;
use std::time::Duration;

use chat_shared::api::types::admin::{EntriesQuery, LogEntry, QueueStatus};
use chat_shared::clock::{Clock, SystemClock};
use chat_shared::domain::Partition;
use chat_shared::queue::{EntryId, Group};
use clap::Args;
use tokio::time::sleep;

use super::horizon::{Horizon, ago};
use super::records::Seen;
use super::{MOST_ROWS, QueueName};
use crate::backend::Operator;
use crate::cli::duration;
use crate::commands::follow::{refuse_what_needs_an_end, while_read};
use crate::output::List;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::Failure;
use crate::session::Session;

/// How long to wait before asking for more of the log.
const EVERY: Duration = Duration::from_millis(400);

/// `chatctl queue tail`
#[derive(Debug, Args)]
pub struct TailArgs {
    /// The queue
    #[arg(value_enum)]
    queue: QueueName,
    /// Begin with the last so many
    #[arg(short = 'n', long, value_name = "N", default_value_t = 10, conflicts_with = "since",
        value_parser = clap::value_parser!(u32).range(..=1000))]
    last: u32,
    /// Begin with what was accepted so long ago
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    since: Option<Duration>,
    /// Only entries of this partition
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(..=63))]
    partition: Option<Partition>,
    /// Go on with what is accepted, until interrupted
    #[arg(short, long)]
    follow: bool,
}

/// Prints what is there, and with `-f` what follows.
pub async fn tail(operator: &dyn Operator, session: &mut Session, args: TailArgs) -> Outcome {
    if args.follow {
        refuse_what_needs_an_end(session, "follow the log")?;
        return while_read(print_from(operator, session, args)).await;
    }
    print_from(operator, session, args).await
}

async fn print_from(operator: &dyn Operator, session: &mut Session, args: TailArgs) -> Outcome {
    let group = args.queue.group();
    let mut left = session.global.limit;
    // One page, however few are to be shown: what stands near the end of the log must not be taken for new later.
    let first = EntriesQuery {
        after: args.since.map(|since| EntryId::first_at(ago(SystemClock.now(), since))),
        newest: args.since.is_none(),
        partition: args.partition,
        limit: Some(MOST_ROWS),
    };
    let mut entries = operator.entries(&first).await?.items;
    let whole_page = entries.len() >= MOST_ROWS as usize;
    let mut full = args.since.is_some() && whole_page;
    let mut horizon = Horizon::default();
    if args.since.is_none() {
        horizon.begin_with(&entries, whole_page, SystemClock.now());
        entries.drain(..entries.len().saturating_sub(args.last as usize));
    } else {
        entries = horizon.fresh(entries);
    }
    let mut list = session.printer.list("queue.tail")?;
    loop {
        if let Some(left) = &mut left {
            entries.truncate(usize::try_from(*left).unwrap_or(usize::MAX));
            *left -= entries.len() as u64;
        }
        print(operator, group, entries, &mut list).await?;
        if left == Some(0) || (!args.follow && !full) {
            break;
        }
        if !full {
            list.pause()?;
            sleep(EVERY).await;
        }
        let more = EntriesQuery {
            after: Some(horizon.after(full)),
            partition: args.partition,
            limit: Some(MOST_ROWS),
            ..EntriesQuery::default()
        };
        let page = operator.entries(&more).await?.items;
        full = page.len() >= MOST_ROWS as usize;
        entries = horizon.fresh(page);
    }
    list.finish()?;
    Ok(Done::All)
}

/// Prints entries with where they stand in the queue.
async fn print(
    operator: &dyn Operator,
    group: Group,
    entries: Vec<LogEntry>,
    list: &mut List<'_, Seen>,
) -> Result<(), Failure> {
    if entries.is_empty() {
        return Ok(());
    }
    let delivered = delivered(&operator.queue(group).await?);
    for entry in entries {
        let delivered = delivered.get(&entry.partition).is_none_or(|last| Some(entry.id) <= *last);
        list.push(&Seen { entry, delivered })?;
    }
    Ok(())
}

/// The last entry that was delivered in each partition that still holds some for the queue.
pub fn delivered(status: &QueueStatus) -> HashMap<Partition, Option<EntryId>> {
    status.partitions.iter().map(|part| (part.partition, part.last_delivered)).collect()
}
