//! The queue in one SQLite file, for one process: `queue.db`. A writer task commits in groups (`writer`), by decisions
//! that need no database (`ledger`); readers are served from memory while they keep up (`groups`), else from the file.
//!
//! Ids grow over the whole file, so "everything of a partition up to an id" is asked of the file as a whole.

mod file;
mod groups;
mod ledger;
mod sql;
mod writer;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use futures::stream::BoxStream;
use sqlx::sqlite::{SqliteConnection, SqlitePool};
use tokio::sync::{Notify, mpsc, oneshot, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};

pub use self::file::QueueFile;
use self::groups::{GroupState, Groups, Next};
use self::ledger::{Ledger, Room};
use self::writer::{Command, WAITING, Writer};
use super::{
    Accept, Accepted, Bounds, Claim, Confirmation, Counter, Delivery, EntryId, Epoch, Examination, Group, GroupStatus,
    LogStatus, Look, Pending, Queue, ReadLimits, Record, Seed, Seeded,
};
use crate::clock::{Clock, Timestamp};
use crate::domain::{AppId, PARTITIONS, Partition, Sequence};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::sqlite::{self, Durability};

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../migrations/sqlite/queue");

/// Reading connections: two groups that fell behind, and operators who look.
const READERS: u32 = 4;

/// Counters that a walk reads at a time.
const WALKED_AT_A_TIME: usize = 10_000;

/// How long clients' idempotency keys are remembered.
const KEYS_KEPT_MS: i64 = 24 * 60 * 60 * 1_000;

/// The queue on `queue.db`.
pub struct SqliteQueue {
    commands: Mutex<Option<mpsc::Sender<Command>>>,
    shared: Arc<SharedState>,
    readers: SqlitePool,
    clock: Arc<dyn Clock>,
    writer: Mutex<Option<JoinHandle<SqliteConnection>>>,
}

/// What the writer and the readers share: where the groups stand, and who waits for it to move.
struct SharedState {
    groups: Mutex<Groups>,
    appended: Notify,
    /// Told whenever a group has come further.
    progress: [watch::Sender<()>; 2],
    bounds: Bounds,
    /// Whether the last confirmation stopped accepting; the writer's ledger decides by its own.
    closed: AtomicBool,
}

impl SqliteQueue {
    /// Opens the file, makes it where it is missing, and takes up the log where the last process left it. What was
    /// delivered and not acknowledged then is delivered again, counted once more.
    pub async fn open(path: &Path, bounds: Bounds, clock: Arc<dyn Clock>) -> Outcome<Self> {
        let mut db = sqlite::open_writer(Part::Queue, path, Durability::Full, &MIGRATIONS).await?;
        if sql::meta(&mut db, "server").await?.is_none() {
            sql::set_meta(&mut db, "server", &birth(clock.now())?).await?;
        }
        let reserved = sql::meta(&mut db, "last_id").await?.and_then(|text| text.parse().ok()).unwrap_or(0);
        let last_id = sql::newest(&mut db).await?.max(EntryId::from_column(reserved));
        let groups = resume(&mut db, last_id).await?;
        let shared = Arc::new(SharedState::new(groups, bounds));
        // No epoch is believed before this process has confirmed the file: accept answers EPOCH until then.
        let ledger = Ledger::new(last_id, bounds);
        let readers = sqlite::open_readers(Part::Queue, path, READERS).await?;
        let (commands, receiver) = mpsc::channel(WAITING);
        let writer = Writer::new(db, ledger, Arc::clone(&shared), Arc::clone(&clock));
        let writer = tokio::spawn(writer.run(receiver));
        Ok(Self { commands: Mutex::new(Some(commands)), shared, readers, clock, writer: Mutex::new(Some(writer)) })
    }

    /// Brings the schema of the file up to date and closes it.
    pub async fn migrate(path: &Path) -> Outcome<()> {
        sqlite::close_writer(sqlite::open_writer(Part::Queue, path, Durability::Full, &MIGRATIONS).await?).await;
        Ok(())
    }

    async fn ask<T>(&self, command: impl FnOnce(oneshot::Sender<Outcome<T>>) -> Command) -> Outcome<T> {
        let (reply, answer) = oneshot::channel();
        let sender = lock(&self.commands).clone().ok_or_else(closed)?;
        sender.send(command(reply)).await.map_err(|_| closed())?;
        answer.await.map_err(|_| closed())?
    }

    async fn next(&self, group: Group, consumer: &str, limits: ReadLimits) -> Outcome<Vec<Delivery>> {
        let next = self.shared.lock().next(group, consumer, limits.entries, limits.bytes, self.clock.now());
        let (from, to) = match next {
            Next::Entries(deliveries) => return Ok(deliveries),
            Next::Nothing => return Ok(Vec::new()),
            Next::File(from, to) => (from, to),
        };
        let mut records = sql::range(&self.readers, from, to, limits.entries).await?;
        if records.is_empty() {
            self.shared.lock().skip_to(group, from, to);
            return Ok(Vec::new());
        }
        cut_to_bytes(&mut records, limits.bytes);
        Ok(self.shared.lock().deliver_from_file(group, from, records, consumer, self.clock.now()))
    }

    /// Records durably that these entries are in somebody's hands, before anybody works on them.
    async fn hand_out(&self, group: Group, deliveries: Vec<Delivery>) -> Outcome<Vec<Delivery>> {
        if let Some(last) = deliveries.iter().map(|delivery| delivery.record.id).max() {
            self.ask(|reply| Command::Delivered(group, last, reply)).await?;
        }
        Ok(deliveries)
    }
}

#[async_trait]
impl Queue for SqliteQueue {
    async fn accept(&self, request: Accept) -> Outcome<Accepted> {
        self.ask(|reply| Command::Accept(Box::new(request), reply)).await
    }

    async fn open(&self, sequence: Sequence, epoch: Epoch, _after: EntryId) -> Outcome<()> {
        self.ask(|reply| Command::Open(sequence, epoch, reply)).await
    }

    async fn seed(&self, seed: Seed) -> Outcome<Seeded> {
        self.ask(|reply| Command::Seed(seed, reply)).await
    }

    async fn distrust(&self, sequence: Sequence) -> Outcome<()> {
        self.ask(|reply| Command::Distrust(sequence, reply)).await
    }

    async fn counters(&self, sequences: &[Sequence]) -> Outcome<Vec<Option<Counter>>> {
        sql::counters(&self.readers, sequences).await
    }

    fn walk_counters(&self, app: Option<AppId>) -> BoxStream<'static, Outcome<Vec<(Sequence, Counter)>>> {
        walk_counters(self.readers.clone(), app)
    }

    async fn settled(&self, group: Group, partition: Partition, id: EntryId, wait: Duration) -> Outcome<bool> {
        let mut progress = self.shared.progress(group).subscribe();
        let settled = async {
            while !self.shared.lock().group(group).is_settled(partition, id) {
                // The sender lives as long as the queue.
                let _ = progress.changed().await;
            }
        };
        Ok(timeout_at(Instant::now() + wait, settled).await.is_ok())
    }

    async fn last_id(&self, _partition: Partition) -> Outcome<EntryId> {
        Ok(self.shared.lock().last_id)
    }

    async fn read(&self, group: Group, consumer: &str, limits: ReadLimits) -> Outcome<Vec<Delivery>> {
        let deadline = Instant::now() + limits.wait;
        let mut deliveries = loop {
            let moved = self.shared.appended.notified();
            tokio::pin!(moved);
            moved.as_mut().enable();
            let deliveries = self.next(group, consumer, limits).await?;
            if !deliveries.is_empty() {
                break deliveries;
            }
            if timeout_at(deadline, moved).await.is_err() {
                return Ok(Vec::new());
            }
        };
        self.linger(group, consumer, limits, &mut deliveries).await?;
        self.hand_out(group, deliveries).await
    }

    async fn claim(&self, group: Group, consumer: &str, what: Claim, limit: usize) -> Outcome<Vec<Delivery>> {
        let now = self.clock.now();
        let ids = self.shared.lock().claimable(group, consumer, what, now, limit);
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let records = sql::by_id(&self.readers, &ids).await?;
        Ok(self.shared.lock().claim(group, records, consumer, now))
    }

    async fn acknowledge(&self, group: Group, _consumer: &str, records: &[(Partition, EntryId)]) -> Outcome<()> {
        let ids = records.iter().map(|(_, id)| *id).collect();
        self.ask(|reply| Command::Acknowledge(group, ids, reply)).await
    }

    async fn suspect(&self, group: Group, _partition: Partition, id: EntryId) -> Outcome<u32> {
        self.ask(|reply| Command::Suspect(group, id, reply)).await
    }

    async fn trim(&self, keep: Duration) -> Outcome<u64> {
        let now = self.clock.now();
        let keep = i64::try_from(keep.as_millis()).unwrap_or(i64::MAX);
        let young = EntryId::first_at(Timestamp::from_millis(now.as_millis().saturating_sub(keep)));
        let keys = EntryId::first_at(Timestamp::from_millis(now.as_millis() - KEYS_KEPT_MS));
        let (done, last_id) = {
            let groups = self.shared.lock();
            (groups.trimmable().plus(1), groups.last_id)
        };
        // After a loss ids run ahead of the clock, and say nothing of an entry's age: the log must not fill meanwhile.
        let below = if last_id.at() > now { done } else { done.min(young) };
        self.ask(|reply| Command::Trim(below, keys, reply)).await
    }

    async fn group(&self, group: Group) -> Outcome<GroupStatus> {
        Ok(self.shared.lock().status(group))
    }

    async fn group_partitions(&self, group: Group) -> Outcome<Vec<(Partition, GroupStatus)>> {
        let (delivered, last_id, mut pending) = {
            let groups = self.shared.lock();
            (groups.group(group).delivered, groups.last_id, groups.pending_partitions(group))
        };
        let mut partitions: std::collections::BTreeMap<Partition, GroupStatus> = std::collections::BTreeMap::new();
        for (partition, lag) in sql::count_partitions(&self.readers, delivered, last_id).await? {
            partitions.entry(partition).or_default().lag = u64::from(lag);
        }
        for (partition, count) in pending.drain() {
            partitions.entry(partition).or_default().pending = count;
        }
        for status in partitions.values_mut() {
            status.depth = status.lag + status.pending;
            status.last_delivered = delivered;
        }
        Ok(partitions.into_iter().collect())
    }

    async fn pending(&self, group: Group, idle: Duration, limit: usize) -> Outcome<Vec<Pending>> {
        Ok(self.shared.lock().pending(group, idle, self.clock.now(), limit))
    }

    async fn log(&self) -> Outcome<LogStatus> {
        let groups = self.shared.lock();
        let Bounds { capacity, max_bytes } = self.shared.bounds;
        let fullest = groups.occupied().into_iter().max().unwrap_or(0);
        let fill = share(u64::from(fullest), u64::from(capacity)).max(share(groups.bytes, max_bytes));
        Ok(LogStatus { entries: groups.entries, bytes: groups.bytes, fill: fill.min(1.0) })
    }

    async fn look(&self, at: Look) -> Outcome<Vec<Record>> {
        sql::look(&self.readers, at).await
    }

    async fn entry(&self, id: EntryId) -> Outcome<Option<Record>> {
        Ok(sql::by_id(&self.readers, &[id]).await?.pop())
    }

    async fn unpersisted(&self, partition: Partition, limit: usize) -> Outcome<Vec<Record>> {
        let floor = self.shared.lock().group(Group::Persist).floor();
        sql::newest_of(&self.readers, partition, floor, limit).await
    }

    async fn examine(&self) -> Outcome<Examination> {
        let confirmation = sql::meta(&self.readers, "confirmation").await?.and_then(|text| text.parse().ok());
        let epochs = sql::epochs(&self.readers).await?;
        let last_id = self.shared.lock().last_id;
        Ok(Examination {
            installation: sql::meta(&self.readers, "installation").await?,
            server: sql::meta(&self.readers, "server").await?.unwrap_or_default(),
            confirmation,
            durable: true,
            promoted: false,
            closed: self.shared.closed.load(Ordering::Relaxed),
            partitions: epochs.into_iter().map(|epoch| (epoch, last_id)).collect(),
        })
    }

    async fn enter(&self, confirmation: &Confirmation) -> Outcome<()> {
        self.ask(|reply| Command::Enter(Box::new(confirmation.clone()), reply)).await
    }

    async fn follow(&self, _confirmation: u64, _epochs: &[Epoch]) -> Outcome<()> {
        // One process holds the file, and only its own confirmations count: what it entered is what it knows.
        Ok(())
    }

    fn horizon(&self) -> Vec<EntryId> {
        // While a creation is under way no counter is removed: `open` needs no id from before it.
        Vec::new()
    }

    async fn ping(&self) -> Outcome<()> {
        let asked = sql::meta(&self.readers, "server");
        match tokio::time::timeout(Duration::from_secs(1), asked).await {
            Ok(answer) => answer.map(|_| ()),
            Err(late) => Err(Fault::new(Part::Queue, Kind::Unavailable, "answer within a second").because(late)),
        }
    }

    async fn close(&self) {
        drop(lock(&self.commands).take());
        self.readers.close().await;
        let writer = lock(&self.writer).take();
        if let Some(Ok(connection)) = match writer {
            Some(writer) => Some(writer.await),
            None => None,
        } {
            sqlite::close_writer(connection).await;
        }
    }
}

impl SqliteQueue {
    /// Gathers more until the limits are reached or the time is up.
    async fn linger(
        &self,
        group: Group,
        consumer: &str,
        limits: ReadLimits,
        gathered: &mut Vec<Delivery>,
    ) -> Outcome<()> {
        let deadline = Instant::now() + limits.linger;
        loop {
            let bytes: usize = gathered.iter().map(|delivery| delivery.record.payload.len()).sum();
            if gathered.len() >= limits.entries || bytes >= limits.bytes {
                return Ok(());
            }
            let rest = ReadLimits { entries: limits.entries - gathered.len(), bytes: limits.bytes - bytes, ..limits };
            let more = self.next(group, consumer, rest).await?;
            if more.is_empty() {
                let now = Instant::now();
                if now >= deadline {
                    return Ok(());
                }
                // Many small appends are worth waiting for, not worth waking up for.
                tokio::time::sleep_until(deadline).await;
            }
            gathered.extend(more);
        }
    }
}

/// All counters of a file, a page at a time.
fn walk_counters(readers: SqlitePool, app: Option<AppId>) -> BoxStream<'static, Outcome<Vec<(Sequence, Counter)>>> {
    let next = move |after: Option<Sequence>| {
        let readers = readers.clone();
        async move {
            let page = sql::counters_after(&readers, app, after, WALKED_AT_A_TIME).await?;
            let Some((last, _)) = page.last() else { return Ok(None) };
            let after = Some(*last);
            Ok(Some((page, after)))
        }
    };
    Box::pin(futures::stream::try_unfold(None, next))
}

impl SharedState {
    fn new(groups: Groups, bounds: Bounds) -> Self {
        let progress = Group::ALL.map(|_| watch::Sender::new(()));
        Self { groups: Mutex::new(groups), appended: Notify::new(), progress, bounds, closed: AtomicBool::new(false) }
    }

    fn lock(&self) -> MutexGuard<'_, Groups> {
        lock(&self.groups)
    }

    fn progress(&self, group: Group) -> &watch::Sender<()> {
        match group {
            Group::Persist => &self.progress[0],
            Group::Index => &self.progress[1],
        }
    }

    fn room(&self) -> Room {
        let groups = self.lock();
        Room { occupied: groups.occupied(), bytes: groups.bytes, retry_after: groups.retry_after() }
    }

    fn append(&self, records: Vec<Record>) {
        if !records.is_empty() {
            self.lock().append(records);
            self.appended.notify_waiters();
        }
    }

    fn acknowledge(&self, group: Group, ids: &[EntryId], now: Timestamp) {
        self.lock().acknowledge(group, ids, now);
        self.wake(group);
    }

    fn reserve(&self, floor: EntryId) {
        self.lock().reserve(floor);
        for group in Group::ALL {
            self.wake(group);
        }
    }

    /// Wakes who waits for a group, and `index`, which may go as far as `persist` has come.
    fn wake(&self, group: Group) {
        self.progress(group).send_replace(());
        self.appended.notify_waiters();
    }
}

/// Takes the lock; what a panicking holder left is counts and positions, each of them sound by itself.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The log as the last process left it: each group goes on after what it has acknowledged. Both groups are there before
/// anything is waited for (N-SEED-WAIT-GROUP) or trimmed (W-TRIM-NEEDS-GROUP).
async fn resume(db: &mut SqliteConnection, last_id: EntryId) -> Outcome<Groups> {
    let persist = resume_group(db, Group::Persist, last_id).await?;
    let index = resume_group(db, Group::Index, last_id).await?;
    let mut occupied = [0; PARTITIONS as usize];
    for (partition, count) in sql::count_partitions(&mut *db, persist.floor(), last_id).await? {
        if let Some(place) = occupied.get_mut(usize::from(partition)) {
            *place = count;
        }
    }
    let mut groups = Groups::new(persist, index, occupied, last_id);
    (groups.entries, groups.bytes) = sql::size(db).await?;
    // With nothing left to do, a floor stands at the last id, wherever the last acknowledgement was.
    groups.reserve(last_id);
    Ok(groups)
}

async fn resume_group(db: &mut SqliteConnection, group: Group, last_id: EntryId) -> Outcome<GroupState> {
    let (acked, delivered) = sql::group(db, group).await?;
    let earlier = sql::redeliver(db, group, acked, delivered).await?;
    let lag = sql::count_after(&mut *db, acked).await?;
    Ok(GroupState::resume(acked.min(last_id), lag, earlier))
}

/// What tells this file from any other, however often the file is made anew at the same place.
fn birth(now: Timestamp) -> Outcome<String> {
    let mut random = [0; 8];
    getrandom::fill(&mut random)
        .map_err(|cause| Fault::new(Part::Queue, Kind::Unavailable, "name a new queue.db").because(cause))?;
    Ok(format!("{}-{:016x}", now.as_millis(), u64::from_le_bytes(random)))
}

fn closed() -> Fault {
    Fault::new(Part::Queue, Kind::Unavailable, "take the request: it is closing")
}

fn cut_to_bytes(records: &mut Vec<Record>, bytes: usize) {
    let mut total = 0;
    let fitting = records.iter().take_while(|record| {
        total += record.payload.len();
        total <= bytes
    });
    let keep = fitting.count().max(1);
    records.truncate(keep);
}

#[expect(clippy::cast_precision_loss, reason = "a share is shown with two digits")]
fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}
