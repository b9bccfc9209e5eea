//! What every consumer group's worker does: read, batch, retry, bisect, park, acknowledge. Knows nothing of chats: a
//! [`Handler`] does the work.
//!
//! - A transient fault pauses the group, and so does a store or index that is damaged; the batch stays in hand and is tried
//!   again.
//! - A refused batch is cut in halves at once, so that only the bad entry is parked and the others are done with in the
//!   same second.
//! - An entry delivered too often is worked on alone, so that one that ends the process is known by it.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chat_shared::clock::{Clock, Timestamp};
use chat_shared::fault::{Fault, Kind, Outcome, Part, chain};
use chat_shared::queue::{Claim, DecodeError, Delivery, Entry, EntryId, Group, Queue, ReadLimits, Record};
use chat_shared::store::{Logged, NewDeadLetter, Store};
use futures::FutureExt as _;
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

use crate::bidden::Bidden;

/// Past so many deliveries an entry is worked on alone.
const DELIVERIES_TOGETHER: u32 = 5;

/// After so many errors of its own an entry is parked.
const ERRORS_OF_ITS_OWN: u32 = 5;

/// An entry that was worked on alone and ended the process so often is parked.
const ENDED_THE_PROCESS: u32 = 3;

/// The first pause after a transient fault, doubled each time.
const FIRST_PAUSE: Duration = Duration::from_millis(50);

/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// How long a read that is under way has when the process stops, beside its lingering: what it was given would wait for the
/// next start.
const LAST_READ: Duration = Duration::from_millis(100);

/// What a group's worker does with entries. Doing the same entries again, in whatever order, must change nothing.
#[async_trait]
pub trait Handler: Send + Sync {
    /// The group.
    fn group(&self) -> Group;

    /// Works on a batch: all of it is done when this returns `Ok`, but for those that are given back with a reason: they
    /// can never be done and are parked.
    async fn handle(&self, batch: &[Logged]) -> Outcome<Vec<(EntryId, String)>>;

    /// Whether entries that can never be done become dead letters (else they are dropped with a log line: they are
    /// parked already by the group before).
    fn parks(&self) -> bool;
}

/// How a worker reads.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// The most of one batch.
    pub limits: ReadLimits,
    /// What others hold for so long without a sign of life is claimed.
    pub claim_idle: Duration,
}

/// One group's worker.
pub struct Worker {
    /// The queue.
    pub queue: Arc<dyn Queue>,
    /// Where dead letters go.
    pub store: Arc<dyn Store>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The stable id of this node.
    pub consumer: String,
    /// What operators have asked of it.
    pub bidden: Bidden,
    /// How it reads.
    pub pace: Pace,
    /// What it does.
    pub handler: Arc<dyn Handler>,
}

/// An operator's claim: when it was asked for, and how long entries must have been idle.
type Asked = (Timestamp, Duration);

/// What a worker has claimed.
struct Claims {
    /// When it claimed by itself; not yet since it started, or since a fault.
    at: Option<Instant>,
    /// The last claim that an operator has asked for and that is done.
    heeded: Option<Asked>,
}

impl Worker {
    /// Works until `stop`, then finishes the batches in hand. While one is worked on the next one is read: the queue and the
    /// store do not wait for each other.
    pub async fn run(self, stop: CancellationToken) {
        // What was asked before this process was there is not asked of it: it claims what it finds at its start.
        let mut claims = Claims { at: None, heeded: self.bidden.claim(self.group()) };
        while !stop.is_cancelled() {
            self.bidden.until_resumed(self.group().into(), &stop).await;
            let mut batch = match self.due(&claims) {
                Some(due) => self.claim(due, &mut claims).await,
                None => self.read(&stop).await,
            };
            while let Some(in_hand) = self.handed_out(batch, &mut claims, &stop).await {
                if self.is_interrupted(&claims, &stop) {
                    self.work(in_hand, &stop).await;
                    break;
                }
                ((), batch) = tokio::join!(self.work(in_hand, &stop), self.read(&stop));
            }
        }
    }

    /// What is to be claimed before anything is read, and by which claim of an operator.
    fn due(&self, claims: &Claims) -> Option<(Claim, Option<Asked>)> {
        let asked = self.bidden.claim(self.group()).filter(|asked| claims.heeded.as_ref() != Some(asked));
        let idle = self.pace.claim_idle;
        match (asked, claims.at) {
            (Some((_, idle)), _) => Some((Claim::Idle(idle), asked)),
            (None, None) => Some((Claim::Own, None)),
            (None, Some(at)) => (at.elapsed() >= idle / 2).then_some((Claim::Idle(idle), None)),
        }
    }

    /// Whether something comes before the next read: what is claimed must not be in hand, and who is to pause takes
    /// nothing more.
    fn is_interrupted(&self, claims: &Claims, stop: &CancellationToken) -> bool {
        stop.is_cancelled() || self.bidden.is_paused(self.group().into()) || self.due(claims).is_some()
    }

    /// A batch that was read or claimed, or `None` where there is none; a fault is told of and waited out.
    async fn handed_out(
        &self,
        batch: Outcome<Vec<Delivery>>,
        claims: &mut Claims,
        stop: &CancellationToken,
    ) -> Option<Vec<Delivery>> {
        match batch {
            Ok(batch) => (!batch.is_empty()).then_some(batch),
            Err(cause) => {
                warn(&cause, "a batch could not be read; trying again");
                // What was handed out before the fault is claimed back.
                claims.at = None;
                pause(1, stop).await;
                None
            }
        }
    }

    /// Reads until there is something, the wait is over, or shortly after `stop`: what was handed out by then is worked on.
    async fn read(&self, stop: &CancellationToken) -> Outcome<Vec<Delivery>> {
        let over = async {
            stop.cancelled().await;
            sleep(self.pace.limits.linger + LAST_READ).await;
        };
        tokio::select! {
            biased;
            batch = self.queue.read(self.group(), &self.consumer, self.pace.limits) => batch,
            () = over => Ok(Vec::new()),
        }
    }

    /// Claims once of what is due by the time, and of what an operator has asked for until nothing is left of it.
    async fn claim(&self, (what, asked): (Claim, Option<Asked>), claims: &mut Claims) -> Outcome<Vec<Delivery>> {
        let batch = self.queue.claim(self.group(), &self.consumer, what, self.pace.limits.entries).await;
        match asked {
            None => claims.at = Some(Instant::now()),
            Some(_) if batch.as_ref().is_ok_and(Vec::is_empty) => claims.heeded = asked,
            Some(_) => {}
        }
        batch
    }

    fn group(&self) -> Group {
        self.handler.group()
    }

    async fn work(&self, batch: Vec<Delivery>, stop: &CancellationToken) {
        let begun = Instant::now();
        let size = batch.len();
        let (suspects, together): (Vec<_>, Vec<_>) =
            batch.into_iter().partition(|delivery| delivery.deliveries > DELIVERIES_TOGETHER);
        let together: Vec<Record> = together.into_iter().map(|delivery| delivery.record).collect();
        self.settle(together, stop).await;
        for suspect in suspects {
            self.work_alone(suspect, stop).await;
        }
        observe(self.group(), size, begun.elapsed());
    }

    /// Decodes, works, parks, and only then acknowledges (W-COMMIT-FIRST). Entries of a newer encoding stay pending for who
    /// can read them.
    async fn settle(&self, records: Vec<Record>, stop: &CancellationToken) {
        let mut logged = Vec::with_capacity(records.len());
        let mut done = Vec::with_capacity(records.len());
        for record in &records {
            match Entry::decode(record) {
                Ok(entry) => logged.push(Logged { id: record.id, partition: record.partition, entry }),
                Err(DecodeError::Newer(version)) => {
                    metrics::counter!("chatd_entries_newer", "group" => self.group().name()).increment(1);
                    tracing::warn!(id = %record.id, version, "an entry of a newer encoding waits for a newer chatd");
                }
                Err(cause) => {
                    let reason = chain(&cause);
                    if self.park(record, "undecodable", reason, 1, stop).await {
                        done.push((record.partition, record.id));
                    }
                }
            }
        }
        // Halves still to be worked on, the first one last.
        let mut pieces: Vec<(usize, usize)> = vec![(0, logged.len())];
        while let Some((from, to)) = pieces.pop() {
            let Some(piece) = logged.get(from..to).filter(|piece| !piece.is_empty()) else { continue };
            match self.try_until_decided(piece, stop).await {
                Some(Ok(hopeless)) => {
                    let mut left = Vec::new();
                    for (id, reason) in hopeless {
                        if !self.park_by_id(&records, piece, id, reason, 1, stop).await {
                            left.push(id);
                        }
                    }
                    let kept = piece.iter().filter(|logged| !left.contains(&logged.id));
                    done.extend(kept.map(|logged| (logged.partition, logged.id)));
                }
                Some(Err(refused)) if piece.len() == 1 => {
                    let id = piece.first().map(|logged| logged.id).unwrap_or_default();
                    if self.park_by_id(&records, piece, id, refused.chain(), ERRORS_OF_ITS_OWN, stop).await {
                        done.extend(piece.iter().map(|logged| (logged.partition, logged.id)));
                    }
                }
                Some(Err(_)) => {
                    let middle = from + piece.len() / 2;
                    pieces.push((middle, to));
                    pieces.push((from, middle));
                }
                // Stopping: what is not done stays pending and is delivered again.
                None => break,
            }
        }
        self.acknowledge(&done, stop).await;
    }

    /// Works on an entry that was delivered too often, after recording that it is about to be worked on.
    async fn work_alone(&self, suspect: Delivery, stop: &CancellationToken) {
        let record = suspect.record;
        let begun = self.until_it_answers("record a suspect", stop, || {
            self.queue.suspect(self.group(), record.partition, record.id)
        });
        let Some(times) = begun.await else { return };
        if times <= ENDED_THE_PROCESS {
            return self.settle(vec![record], stop).await;
        }
        let reason = format!("work on it alone ended the process {} times", times - 1);
        let kind = Entry::decode(&record).map_or("undecodable", |entry| entry.job.kind());
        if self.park(&record, kind, reason, times, stop).await {
            self.acknowledge(&[(record.partition, record.id)], stop).await;
        }
    }

    /// The batch's result once it is more than a passing fault; `None` when stopping. One entry alone is tried several
    /// times before it counts as refused.
    async fn try_until_decided(
        &self,
        batch: &[Logged],
        stop: &CancellationToken,
    ) -> Option<Outcome<Vec<(EntryId, String)>>> {
        let mut refusals = 0;
        let mut pauses = 0;
        loop {
            let result = AssertUnwindSafe(self.handler.handle(batch)).catch_unwind().await;
            let result =
                result.unwrap_or_else(|_| Err(Fault::new(Part::Store, Kind::Refused, "handle an entry: it panicked")));
            match result {
                Ok(hopeless) => return Some(Ok(hopeless)),
                // A table that is gone is no entry's fault either: once an operator has mended it the group goes on.
                Err(cause) if cause.kind != Kind::Refused => {
                    pauses += 1;
                    warn(&cause, "a batch could not be worked on; the group pauses");
                    metrics::counter!("chatd_worker_pauses_total", "group" => self.group().name()).increment(1);
                    if stop.is_cancelled() {
                        return None;
                    }
                    pause(pauses, stop).await;
                }
                Err(cause) => {
                    refusals += 1;
                    if batch.len() > 1 || refusals >= ERRORS_OF_ITS_OWN {
                        return Some(Err(cause));
                    }
                }
            }
        }
    }

    async fn park_by_id(
        &self,
        records: &[Record],
        piece: &[Logged],
        id: EntryId,
        reason: String,
        attempts: u32,
        stop: &CancellationToken,
    ) -> bool {
        let kind = piece.iter().find(|logged| logged.id == id).map_or("undecodable", |logged| logged.entry.job.kind());
        match records.iter().find(|record| record.id == id) {
            Some(record) => self.park(record, kind, reason, attempts, stop).await,
            None => false,
        }
    }

    /// Moves an entry to the dead letters; false when stopping before that was done.
    async fn park(&self, record: &Record, kind: &str, reason: String, attempts: u32, stop: &CancellationToken) -> bool {
        tracing::error!(id = %record.id, kind, reason, group = self.group().name(), "an entry can never be worked on");
        if !self.handler.parks() {
            return true;
        }
        metrics::counter!("chatd_dead_letters_total", "kind" => kind.to_owned()).increment(1);
        let at = self.clock.now();
        let dead = NewDeadLetter { record: record.clone(), kind: kind.to_owned(), reason, attempts, at, last_at: at };
        self.until_it_answers("park an entry", stop, || self.store.park(&dead)).await.is_some()
    }

    async fn acknowledge(&self, done: &[(u16, EntryId)], stop: &CancellationToken) {
        if !done.is_empty() {
            let acknowledged = self.until_it_answers("acknowledge a batch", stop, || {
                self.queue.acknowledge(self.group(), &self.consumer, done)
            });
            acknowledged.await;
        }
    }

    /// Calls until it succeeds; `None` when stopping first.
    async fn until_it_answers<T, F>(
        &self,
        doing: &'static str,
        stop: &CancellationToken,
        call: impl Fn() -> F,
    ) -> Option<T>
    where
        F: Future<Output = Outcome<T>>,
    {
        let mut pauses = 0;
        loop {
            match call().await {
                Ok(value) => return Some(value),
                Err(cause) => {
                    warn(&cause, doing);
                    if stop.is_cancelled() {
                        return None;
                    }
                    pauses += 1;
                    pause(pauses, stop).await;
                }
            }
        }
    }
}

/// Full jitter between nothing and a bound that doubles with each try.
async fn pause(tries: u32, stop: &CancellationToken) {
    let bound = FIRST_PAUSE.saturating_mul(1 << tries.min(10)).min(LONGEST_PAUSE);
    let mut random = [0; 2];
    // Without randomness the pause is as long as it may be.
    let share = getrandom::fill(&mut random).map_or(u16::MAX, |()| u16::from_le_bytes(random));
    let jittered = bound.mul_f64(f64::from(share) / f64::from(u16::MAX));
    tokio::select! {
        () = sleep(jittered) => {}
        () = stop.cancelled() => {}
    }
}

fn warn(cause: &Fault, what: &'static str) {
    tracing::warn!(error = cause as &dyn std::error::Error, "{what}");
}

#[expect(clippy::cast_precision_loss, reason = "a histogram's sample")]
fn observe(group: Group, size: usize, took: Duration) {
    metrics::histogram!("chatd_batch_entries", "group" => group.name()).record(size as f64);
    metrics::histogram!("chatd_batch_seconds", "group" => group.name()).record(took.as_secs_f64());
}
