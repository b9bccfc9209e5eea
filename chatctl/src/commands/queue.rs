//! `chatctl queue`: the two queues (`persist` and `index`) over the log of what was accepted. Every look is read-only.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use chat_shared::api::types::admin::{
    EntriesQuery, EntryDetail, Log, LogEntry, PendingEntry, PendingQuery, QueuePartition, QueueStatus,
};
use chat_shared::clock::{Clock, SystemClock, Timestamp};
use chat_shared::domain::Partition;
use chat_shared::queue::{EntryId, Group};
use clap::{Args, Subcommand, ValueEnum};
use tokio::time::sleep;

use super::follow::refuse_what_needs_an_end;
use crate::backend::Operator;
use crate::cli::duration;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::Failure;
use crate::output::record::{Column, Kind as Holds, Record, Value};
use crate::output::{Format, List};
use crate::runtime::block_on;
use crate::session::Session;

/// How long to wait before asking for more of the log.
const EVERY: Duration = Duration::from_millis(400);

/// Entries of different partitions are appended at the same time: what follows is looked for from this long before the
/// last one seen, and shown once.
const OVERLAP: Duration = Duration::from_secs(2);

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
}

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

/// A queue with the log that it reads.
struct Queue {
    status: QueueStatus,
    log: Log,
}

impl Record for Queue {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("queue", Holds::Word, |queue: &Self| queue.status.queue.name().into()),
            Column::new("depth", Holds::Number, |queue| queue.status.depth.into()),
            Column::new("lag", Holds::Number, |queue| queue.status.lag.into()),
            Column::new("pending", Holds::Number, |queue| queue.status.pending.into()),
            Column::new("oldest_age_ms", Holds::Millis, |queue| queue.status.oldest_age_ms.into()),
            Column::new("oldest_at", Holds::Time, |queue: &Self| queue.status.oldest_at.into()).asked(),
            Column::new("last_delivered", Holds::Word, |queue: &Self| {
                queue.status.last_delivered.map(|id| id.to_string()).into()
            })
            .asked(),
            Column::new("log_entries", Holds::Number, |queue: &Self| queue.log.entries.into()).asked(),
            Column::new("log_size_bytes", Holds::Bytes, |queue: &Self| queue.log.size_bytes.into()).asked(),
            Column::new("log_fill", Holds::Number, |queue: &Self| queue.log.fill.into()).asked(),
            Column::new("partitions", Holds::Text, |queue: &Self| Value::json(&queue.status.partitions)).asked(),
        ]
    }

    fn name(&self) -> String {
        self.status.queue.name().to_owned()
    }
}

/// A queue in one partition.
struct Part {
    queue: Group,
    status: QueuePartition,
}

impl Record for Part {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("queue", Holds::Word, |part: &Self| part.queue.name().into()),
            Column::new("partition", Holds::Number, |part| part.status.partition.into()),
            Column::new("depth", Holds::Number, |part| part.status.depth.into()),
            Column::new("lag", Holds::Number, |part| part.status.lag.into()),
            Column::new("pending", Holds::Number, |part| part.status.pending.into()),
            Column::new("oldest_age_ms", Holds::Millis, |part| part.status.oldest_age_ms.into()),
            Column::new("last_delivered", Holds::Word, |part| {
                part.status.last_delivered.map(|id| id.to_string()).into()
            }),
        ]
    }

    fn name(&self) -> String {
        format!("{} {}", self.queue.name(), self.status.partition)
    }
}

/// An entry as a queue sees it.
struct Seen {
    entry: LogEntry,
    delivered: bool,
}

impl Record for Seen {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("id", Holds::Word, |seen: &Self| seen.entry.id.to_string().into()),
            Column::new("at", Holds::Time, |seen| seen.entry.at.into()),
            Column::new("standing", Holds::Word, |seen| if seen.delivered { "delivered" } else { "waiting" }.into()),
            Column::new("kind", Holds::Word, |seen| (&seen.entry.kind).into()),
            Column::new("key", Holds::Word, |seen| seen.entry.entry.as_ref().map(|entry| entry.key.clone()).into()),
            Column::new("number", Holds::Number, |seen| seen.entry.number.into()),
            Column::new("partition", Holds::Number, |seen: &Self| seen.entry.partition.into()).wide(),
            Column::new("size_bytes", Holds::Bytes, |seen: &Self| seen.entry.size_bytes.into()).wide(),
            Column::new("request_id", Holds::Word, |seen: &Self| {
                seen.entry.entry.as_ref().map(|entry| entry.request_id.clone()).into()
            })
            .wide(),
            Column::new("job", Holds::Text, |seen| match (&seen.entry.entry, &seen.entry.raw) {
                (Some(entry), _) => Value::json(&entry.job),
                (None, raw) => Value::json(raw),
            }),
        ]
    }

    fn name(&self) -> String {
        self.entry.id.to_string()
    }
}

impl Record for EntryDetail {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("id", Holds::Word, |one: &Self| one.entry.id.to_string().into()),
            Column::new("at", Holds::Time, |one| one.entry.at.into()),
            Column::new("partition", Holds::Number, |one| one.entry.partition.into()),
            Column::new("kind", Holds::Word, |one| (&one.entry.kind).into()),
            Column::new("number", Holds::Number, |one| one.entry.number.into()),
            Column::new("size_bytes", Holds::Bytes, |one| one.entry.size_bytes.into()),
            Column::new("progress", Holds::Text, |one| Value::json(&one.progress)),
            Column::new("entry", Holds::Text, |one| match &one.entry.entry {
                Some(entry) => Value::json(entry),
                None => Value::Null,
            }),
            Column::new("raw", Holds::Text, |one| match &one.entry.raw {
                Some(raw) => Value::json(raw),
                None => Value::Null,
            }),
        ]
    }

    fn name(&self) -> String {
        self.entry.id.to_string()
    }
}

impl Record for PendingEntry {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("id", Holds::Word, |held: &Self| held.id.to_string().into()),
            Column::new("partition", Holds::Number, |held| held.partition.into()),
            Column::new("consumer", Holds::Word, |held| (&held.consumer).into()),
            Column::new("deliveries", Holds::Number, |held| held.deliveries.into()),
            Column::new("idle_ms", Holds::Millis, |held| held.idle_ms.into()),
            Column::new("delivered_at", Holds::Time, |held: &Self| held.delivered_at.into()).wide(),
        ]
    }

    fn name(&self) -> String {
        self.id.to_string()
    }
}

/// Runs it.
pub fn run(command: QueueCommand, session: &mut Session) -> Outcome {
    let http = session.backend()?;
    let operator: &dyn Operator = &http;
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
            let idle_ms = idle.and_then(|idle| u64::try_from(idle.as_millis()).ok());
            pending(operator, session, queue.group(), idle_ms).await
        }),
    }
}

async fn ls(operator: &dyn Operator, session: &mut Session) -> Outcome {
    let log = operator.queues().await?.log;
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
        list.finish()?;
    } else {
        let mut list = session.printer.list("queue.list")?;
        for status in statuses {
            list.push(&Queue { status, log })?;
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

async fn tail(operator: &dyn Operator, session: &mut Session, args: TailArgs) -> Outcome {
    if args.follow {
        refuse_what_needs_an_end(session, "follow the log")?;
    }
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

fn ago(now: Timestamp, span: Duration) -> Timestamp {
    let ms = i64::try_from(span.as_millis()).unwrap_or(i64::MAX);
    Timestamp::from_millis(now.as_millis().saturating_sub(ms).max(0))
}

/// The last entry that was delivered in each partition that still holds some for the queue.
fn delivered(status: &QueueStatus) -> HashMap<Partition, Option<EntryId>> {
    status.partitions.iter().map(|part| (part.partition, part.last_delivered)).collect()
}

/// What was seen of the log: its newest part is read again, for ids grow within a partition only.
#[derive(Default)]
struct Horizon {
    seen: HashSet<(Partition, EntryId)>,
    greatest: EntryId,
    /// What is not above this was there before the tail began.
    floor: EntryId,
}

impl Horizon {
    /// `entries` were there before, and where they fill a page so were others before them.
    fn begin_with(&mut self, entries: &[LogEntry], whole_page: bool, now: Timestamp) {
        self.seen.extend(entries.iter().map(|entry| (entry.partition, entry.id)));
        self.greatest = entries.iter().map(|entry| entry.id).max().unwrap_or_default();
        if whole_page {
            self.floor = entries.iter().map(|entry| entry.id).min().unwrap_or_default();
        } else if entries.is_empty() {
            self.greatest = EntryId::first_at(now);
        }
        self.forget();
    }

    /// Those of `entries` that were not seen before.
    fn fresh(&mut self, entries: Vec<LogEntry>) -> Vec<LogEntry> {
        let fresh: Vec<LogEntry> = entries
            .into_iter()
            .filter(|entry| entry.id > self.floor && self.seen.insert((entry.partition, entry.id)))
            .collect();
        self.greatest = fresh.iter().map(|entry| entry.id).fold(self.greatest, EntryId::max);
        self.forget();
        fresh
    }

    /// After which id to go on. Behind a full page there is more, and nothing is gained by looking back.
    fn after(&self, full: bool) -> EntryId {
        if full { self.greatest } else { self.overlapping() }
    }

    fn forget(&mut self) {
        let after = self.overlapping();
        self.seen.retain(|(_, id)| *id > after);
    }

    fn overlapping(&self) -> EntryId {
        EntryId::first_at(ago(self.greatest.at(), OVERLAP))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(partition: Partition, ms: u64, count: u64) -> LogEntry {
        let id = EntryId::new(ms, count);
        LogEntry {
            id,
            partition,
            at: id.at(),
            number: 1,
            kind: "create_chat".to_owned(),
            size_bytes: 1,
            entry: None,
            raw: None,
        }
    }

    #[test]
    fn an_entry_that_comes_late_in_another_partition_is_shown_and_none_twice() {
        let mut horizon = Horizon::default();
        assert_eq!(horizon.fresh(vec![entry(1, 10_000, 0), entry(2, 10_001, 0)]).len(), 2);
        assert!(horizon.after(false) < EntryId::new(10_000, 0));
        let again = vec![entry(1, 10_000, 0), entry(3, 10_000, 0), entry(2, 10_001, 0)];
        assert_eq!(horizon.fresh(again).iter().map(|entry| entry.partition).collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn what_stood_before_the_beginning_is_never_new() {
        let mut horizon = Horizon::default();
        let page = vec![entry(1, 10_000, 0), entry(2, 10_001, 0)];
        horizon.begin_with(&page, true, Timestamp::from_millis(0));
        let again = [vec![entry(3, 9_999, 0)], page, vec![entry(3, 10_001, 0)]].concat();
        assert_eq!(horizon.fresh(again).iter().map(|entry| entry.partition).collect::<Vec<_>>(), [3]);
        let mut empty = Horizon::default();
        empty.begin_with(&[], false, Timestamp::from_millis(10_000));
        assert!(empty.after(false) > EntryId::ZERO, "an empty log is not read from its beginning each time");
    }

    #[test]
    fn what_was_seen_long_ago_is_forgotten() {
        let mut horizon = Horizon::default();
        horizon.fresh((0..100).map(|n| entry(1, 1_000 * n, 0)).collect());
        assert!(horizon.seen.len() <= 3, "{}", horizon.seen.len());
    }
}
