//! Measuring the log: how far the groups are, how much it holds, how fast it drains.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use redis::Value;
use tokio::time::{Instant, sleep};

use super::reply;
use super::{Shared, evalsha, ids};
use crate::domain::{PARTITIONS, Partition};
use crate::fault::Outcome;
use crate::queue::{EntryId, Group, GroupStatus, LogStatus};

/// How often the log is measured where no worker of this process does: what tells a process that only accepts whether
/// the log is over its bytes, and up to where it has grown.
const EVERY: Duration = Duration::from_secs(1);

/// What was measured so lately is not measured again where this process did nothing since.
const LATELY: Duration = Duration::from_millis(50);

/// The time that the drain rate is taken over, at the least.
const RATE_OVER: Duration = Duration::from_secs(1);

/// What a client's idempotency key takes beside the log, measured with Redis 7.0.
const KEY_BYTES: u64 = 250;

/// What is known of a partition's log.
pub struct Measured {
    /// Which.
    pub partition: Partition,
    /// Entries on the log.
    pub entries: u64,
    /// Entries ever appended.
    pub added: u64,
    /// About how many bytes they take, with the clients' keys that came with them within a day.
    pub bytes: u64,
    persist: GroupStatus,
    index: GroupStatus,
}

impl Measured {
    /// How far a group is.
    pub fn group(&self, group: Group) -> GroupStatus {
        match group {
            Group::Persist => self.persist,
            Group::Index => self.index,
        }
    }
}

/// How full the queue is, for those who accept.
pub struct Room {
    over: AtomicBool,
    retry_after_s: AtomicU64,
    progress: Mutex<Option<Progress>>,
    /// One bit a partition.
    filled: AtomicU64,
    /// How often this process has changed something.
    moves: AtomicU64,
    last: Mutex<Option<Last>>,
}

/// What was measured, when, and after how many changes.
struct Last {
    at: Instant,
    moves: u64,
    measured: Arc<Vec<Measured>>,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            over: AtomicBool::new(false),
            retry_after_s: AtomicU64::new(1),
            progress: Mutex::default(),
            filled: AtomicU64::new(u64::MAX),
            moves: AtomicU64::new(0),
            last: Mutex::default(),
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Progress {
    at: Instant,
    done: u64,
}

impl Room {
    /// Whether the log takes more bytes than it may.
    pub fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }

    /// When a full log is worth trying again: when a tenth of what waits is drained at the rate of late.
    pub fn retry_after(&self) -> Duration {
        Duration::from_secs(self.retry_after_s.load(Ordering::Relaxed))
    }

    /// This process has changed something: what was measured is no longer so.
    pub fn moved(&self) {
        self.moves.fetch_add(1, Ordering::Relaxed);
    }

    /// The same, and a partition's log holds entries.
    pub fn appended(&self, partition: Partition) {
        self.filled.fetch_or(1 << partition, Ordering::Relaxed);
        self.moved();
    }

    fn moves(&self) -> u64 {
        self.moves.load(Ordering::Relaxed)
    }

    fn lately(&self) -> Option<Arc<Vec<Measured>>> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = last.as_ref().filter(|last| last.at.elapsed() < LATELY && last.moves == self.moves())?;
        Some(Arc::clone(&fresh.measured))
    }

    fn keep(&self, moves: u64, measured: Arc<Vec<Measured>>) {
        let last = Last { at: Instant::now(), moves, measured };
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(last);
    }

    fn measured(&self, bytes: u64, max_bytes: u64, added: u64, waiting: u64) {
        self.over.store(bytes >= max_bytes, Ordering::Relaxed);
        let now = Progress { at: Instant::now(), done: added.saturating_sub(waiting) };
        let mut last = self.progress.lock().unwrap_or_else(PoisonError::into_inner);
        let elapsed = last.map_or(Duration::ZERO, |last| now.at - last.at);
        if let Some(before) = last.filter(|_| elapsed >= RATE_OVER) {
            let millis = u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX).max(1);
            let per_second = now.done.saturating_sub(before.done) * 1_000 / millis;
            self.retry_after_s.store((waiting / 10 / per_second.max(1)).clamp(1, 30), Ordering::Relaxed);
        }
        if last.is_none() || elapsed >= RATE_OVER {
            *last = Some(now);
        }
    }

    fn measured_lately(&self) -> bool {
        let last = self.progress.lock().unwrap_or_else(PoisonError::into_inner);
        last.is_some_and(|last| last.at.elapsed() < EVERY)
    }
}

/// Measures as long as the queue is there.
pub(super) async fn keep_measuring(shared: Weak<Shared>) {
    loop {
        sleep(EVERY).await;
        let Some(shared) = shared.upgrade() else { return };
        if !shared.room.measured_lately()
            && let Err(cause) = shared.survey().await
        {
            tracing::debug!(error = &cause as &dyn std::error::Error, "the log could not be measured");
        }
    }
}

impl Shared {
    /// Measures every partition's log: one call for a server, one for each partition of a cluster, whose slots one
    /// script may not span. Partitions without a log are left out.
    pub(super) async fn survey(&self) -> Outcome<Vec<Measured>> {
        let script = &self.scripts.survey;
        let spans: Vec<Vec<Partition>> = self.spans();
        let call = |span: &Vec<Partition>| {
            let of = span.iter().map(|partition| self.keys.of(*partition));
            let keys: Vec<&str> = of.flat_map(|keys| [keys.log.as_str(), keys.once_counts.as_str()]).collect();
            (span.first().copied().unwrap_or(0), evalsha(script, &keys))
        };
        let calls: Vec<_> = spans.iter().map(call).collect();
        let mut measured = Vec::new();
        for (span, answer) in spans.iter().zip(self.nodes.run_each(script, &calls).await) {
            let answer = answer.map_err(reply::fault("measure the log"))?;
            for (partition, line) in span.iter().zip(reply::list(&answer)) {
                measured.extend(measured_line(*partition, line)?);
            }
        }
        self.learn(&measured);
        Ok(measured)
    }

    /// What was measured a moment ago, where this process has done nothing since: who watches asks several things at once.
    async fn survey_lately(&self) -> Outcome<Arc<Vec<Measured>>> {
        if let Some(measured) = self.room.lately() {
            return Ok(measured);
        }
        let moves = self.room.moves();
        let measured = Arc::new(self.survey().await?);
        self.room.keep(moves, Arc::clone(&measured));
        Ok(measured)
    }

    /// The partitions that one script may look at together.
    pub(super) fn spans(&self) -> Vec<Vec<Partition>> {
        if self.nodes.is_cluster() {
            (0..PARTITIONS).map(|partition| vec![partition]).collect()
        } else {
            vec![(0..PARTITIONS).collect()]
        }
    }

    fn learn(&self, measured: &[Measured]) {
        let sum = |of: fn(&Measured) -> u64| measured.iter().map(of).sum::<u64>();
        self.room.measured(
            sum(|log| log.bytes),
            self.bounds.max_bytes,
            sum(|log| log.added),
            sum(|log| log.persist.depth),
        );
        let filled = measured.iter().filter(|log| log.entries > 0);
        self.room.filled.store(filled.fold(0, |mask, log| mask | 1 << log.partition), Ordering::Relaxed);
    }

    /// The partitions whose logs may hold entries: those that did when they were measured, or were appended to since.
    pub(super) fn filled(&self) -> Vec<Partition> {
        let mask = self.room.filled.load(Ordering::Relaxed);
        (0..PARTITIONS).filter(|partition| mask & (1 << partition) != 0).collect()
    }

    pub(super) async fn group(&self, group: Group) -> Outcome<GroupStatus> {
        let measured = self.survey().await?;
        let statuses = measured.iter().map(|log| log.group(group));
        Ok(statuses.fold(GroupStatus::default(), |sum, one| GroupStatus {
            depth: sum.depth + one.depth,
            lag: sum.lag + one.lag,
            pending: sum.pending + one.pending,
            oldest: [sum.oldest, one.oldest].into_iter().flatten().min(),
            last_delivered: sum.last_delivered.max(one.last_delivered),
        }))
    }

    pub(super) async fn group_partitions(&self, group: Group) -> Outcome<Vec<(Partition, GroupStatus)>> {
        let measured = self.survey_lately().await?;
        let busy = measured.iter().map(|log| (log.partition, log.group(group)));
        Ok(busy.filter(|(_, status)| status.depth > 0).collect())
    }

    pub(super) async fn log(&self) -> Outcome<LogStatus> {
        let measured = self.survey_lately().await?;
        let bytes = measured.iter().map(|log| log.bytes).sum();
        let fullest = measured.iter().map(|log| log.persist.depth).max().unwrap_or(0);
        let fill = share(fullest, u64::from(self.bounds.capacity)).max(share(bytes, self.bounds.max_bytes));
        Ok(LogStatus { entries: measured.iter().map(|log| log.entries).sum(), bytes, fill: fill.min(1.0) })
    }

    pub(super) async fn last_id(&self, partition: Partition) -> Outcome<EntryId> {
        let mut cmd = redis::cmd("XINFO");
        cmd.arg("STREAM").arg(&self.keys.of(partition).log);
        let answer = match self.nodes.call(partition, &cmd).await {
            // Where there is no log yet there is no id.
            Err(reply::Failure::Refused(error)) if error.to_string().contains("no such key") => {
                return Ok(EntryId::ZERO);
            }
            answer => answer.map_err(reply::fault("read the log's last id"))?,
        };
        let last =
            reply::field(&answer, "last-generated-id").ok_or_else(|| reply::strange("read the log's last id"))?;
        reply::id_of(last, partition)
    }
}

fn measured_line(partition: Partition, line: &Value) -> Outcome<Option<Measured>> {
    let [entries, _last, added, bytes, keys, rest @ ..] = reply::list(line) else { return Ok(None) };
    let [persist @ .., _, _, _, _] = rest else { return Err(reply::strange("measure the log")) };
    let index = rest.get(persist.len()..).unwrap_or_default();
    Ok(Some(Measured {
        partition,
        entries: reply::count(Some(entries)),
        added: reply::count(Some(added)),
        bytes: reply::count(Some(bytes)) + reply::count(Some(keys)) * KEY_BYTES,
        persist: group_status(partition, persist)?,
        index: group_status(partition, index)?,
    }))
}

fn group_status(partition: Partition, fields: &[Value]) -> Outcome<GroupStatus> {
    let [delivered, pending, lag, oldest] = fields else { return Err(reply::strange("measure a group")) };
    let (pending, lag) = (reply::count(Some(pending)), reply::count(Some(lag)));
    Ok(GroupStatus {
        depth: lag + pending,
        lag,
        pending,
        oldest: reply::text(oldest).and_then(ids::moment_of),
        last_delivered: reply::id_of(delivered, partition)?,
    })
}

#[expect(clippy::cast_precision_loss, reason = "a share is shown with two digits")]
fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}
