//! Reading for the groups. `persist` is read by XREADGROUP, which waits at the server where there is one server; in a
//! cluster one call cannot span slots, so that each server is asked for its partitions in turn, with pauses that grow.
//! `index` is read by a script that stays below what persist has acknowledged, also with pauses.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use redis::{Cmd, Pipeline, Value};
use tokio::time::{Instant, sleep_until, timeout_at};

use super::look::millis;
use super::reply::{self, Failure};
use super::{Shared, evalsha};
use crate::domain::{PARTITIONS, Partition};
use crate::fault::Outcome;
use crate::queue::{Delivery, Group, ReadLimits};

/// The first and the longest pause where reading cannot wait at the server.
const FIRST_PAUSE: Duration = Duration::from_millis(2);
const LONGEST_PAUSE: Duration = Duration::from_millis(25);

/// `index` is read in fewer, larger steps: nobody waits for it.
const INDEX_PAUSE: Duration = Duration::from_millis(100);

/// The longest that one question waits at the server: less than its answer is waited for.
const LONGEST_BLOCK: Duration = Duration::from_secs(2);

/// The least bytes that an entry is expected to take, for how many are asked for at once.
const ENTRY_BYTES: usize = 512;

/// Reading positions of this process's consumers.
#[derive(Default)]
pub struct Readers(Mutex<HashMap<(Group, String), Shareable>>);

/// A consumer's position, held while it reads.
type Shareable = Arc<tokio::sync::Mutex<Reader>>;

/// One consumer.
struct Reader {
    /// Taken from the server and not handed out yet.
    taken: VecDeque<Delivery>,
    /// Where to look for what the consumer held when the process started; partitions that are looked through are gone.
    earlier: BTreeMap<Partition, String>,
    /// Which partition is asked first next time.
    turn: Partition,
}

impl Reader {
    fn new() -> Self {
        let earlier = (0..PARTITIONS).map(|partition| (partition, "-".to_owned())).collect();
        Self { taken: VecDeque::new(), earlier, turn: 0 }
    }
}

impl Readers {
    fn of(&self, group: Group, consumer: &str) -> Shareable {
        let mut readers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let reader = readers.entry((group, consumer.to_owned()));
        Arc::clone(reader.or_insert_with(|| Arc::new(tokio::sync::Mutex::new(Reader::new()))))
    }

    /// Forgets what was taken and not handed out: it is claimed.
    pub fn forget(&self, group: Group, consumer: &str) {
        if let Ok(mut reader) = self.of(group, consumer).try_lock() {
            reader.taken.clear();
        }
    }
}

impl Shared {
    pub(super) async fn read(&self, group: Group, consumer: &str, limits: ReadLimits) -> Outcome<Vec<Delivery>> {
        let reader = self.readers.of(group, consumer);
        let mut reader = reader.lock().await;
        let deadline = Instant::now() + limits.wait;
        self.take_earlier(&mut reader, group, consumer, limits).await?;
        let mut pause = FIRST_PAUSE;
        loop {
            let acknowledged = self.persisted.notified();
            tokio::pin!(acknowledged);
            acknowledged.as_mut().enable();
            self.take_new(&mut reader, group, consumer, limits, deadline).await?;
            if !reader.taken.is_empty() || Instant::now() >= deadline {
                break;
            }
            let next = deadline.min(Instant::now() + pause);
            // What persist has acknowledged here is news for `index`.
            match group {
                Group::Persist => sleep_until(next).await,
                Group::Index => drop(timeout_at(next, acknowledged).await),
            }
            pause = (pause * 2).min(if group == Group::Index { INDEX_PAUSE } else { LONGEST_PAUSE });
        }
        if !reader.taken.is_empty() && !limits.linger.is_zero() && !is_enough(&reader.taken, limits) {
            // Many small appends are worth waiting for, not worth waking up for.
            tokio::time::sleep(limits.linger).await;
            self.take_new(&mut reader, group, consumer, limits, Instant::now()).await?;
        }
        if !reader.taken.is_empty() {
            self.room.moved();
        }
        Ok(hand_out(&mut reader.taken, limits))
    }

    /// What the consumer held before this process started comes first: it is delivered again.
    async fn take_earlier(&self, reader: &mut Reader, group: Group, consumer: &str, limits: ReadLimits) -> Outcome<()> {
        while !is_enough(&reader.taken, limits) {
            let Some((partition, from)) = reader.earlier.first_key_value().map(|(p, from)| (*p, from.clone())) else {
                return Ok(());
            };
            let room = limits.entries - reader.taken.len();
            let (next, deliveries) = self.own_after(group, consumer, partition, &from, room).await?;
            reader.taken.extend(deliveries);
            match next {
                Some(next) => drop(reader.earlier.insert(partition, next)),
                None => drop(reader.earlier.remove(&partition)),
            }
        }
        Ok(())
    }

    async fn take_new(
        &self,
        reader: &mut Reader,
        group: Group,
        consumer: &str,
        limits: ReadLimits,
        deadline: Instant,
    ) -> Outcome<()> {
        match group {
            Group::Persist => self.take_for_persist(reader, consumer, limits, deadline).await,
            Group::Index => self.take_for_index(reader, consumer, limits).await,
        }
    }

    /// Asks all partitions for a share each, and those that had more than it for the rest. Only the first question waits,
    /// and only where nothing is at hand.
    async fn take_for_persist(
        &self,
        reader: &mut Reader,
        consumer: &str,
        limits: ReadLimits,
        deadline: Instant,
    ) -> Outcome<()> {
        let mut partitions: Vec<Partition> = (0..PARTITIONS).collect();
        let mut wait = deadline.saturating_duration_since(Instant::now()).min(LONGEST_BLOCK);
        while !partitions.is_empty() && !is_enough(&reader.taken, limits) {
            if !reader.taken.is_empty() || self.nodes.is_cluster() {
                wait = Duration::ZERO;
            }
            let room = limits.entries - reader.taken.len();
            let most = room.min(limits.bytes / ENTRY_BYTES);
            let share = (most / partitions.len()).max(1);
            let found = self.read_new(consumer, &partitions, share, wait).await?;
            partitions.clear();
            for (partition, records) in found {
                if records.len() >= share {
                    partitions.push(partition);
                }
                reader.taken.extend(records.into_iter().map(|record| Delivery { record, deliveries: 1 }));
            }
        }
        Ok(())
    }

    async fn read_new(
        &self,
        consumer: &str,
        partitions: &[Partition],
        share: usize,
        wait: Duration,
    ) -> Outcome<Vec<(Partition, Vec<crate::queue::Record>)>> {
        let mut found = Vec::new();
        let mut asked = self.ask_for_new(consumer, partitions, share, wait).await;
        let lacks = |answer: &Result<Value, Failure>| matches!(answer, Err(failure) if failure.code() == "NOGROUP");
        if asked.iter().any(|(_, answer)| lacks(answer)) {
            let (lacking, answered): (Vec<_>, Vec<_>) = asked.into_iter().partition(|(_, answer)| lacks(answer));
            let lacking: Vec<Partition> = lacking.into_iter().flat_map(|(partitions, _)| partitions).collect();
            self.make_groups(&lacking).await?;
            asked = answered;
            asked.extend(self.ask_for_new(consumer, &lacking, share, Duration::ZERO).await);
        }
        for (partitions, answer) in asked {
            let answer = answer.map_err(reply::fault("read the log"))?;
            for stream in reply::list(&answer) {
                let [log, entries] = reply::list(stream) else { return Err(reply::strange("read the log")) };
                let of = |partition: &&Partition| Some(self.keys.of(**partition).log.as_str()) == reply::text(log);
                let partition = partitions.iter().find(of).ok_or_else(|| reply::strange("read the log"))?;
                found.push((*partition, reply::records(entries, *partition)?));
            }
        }
        Ok(found)
    }

    /// One server is asked for all partitions at once, over the connection that may wait; the servers of a cluster for
    /// each partition, in one go each.
    async fn ask_for_new(
        &self,
        consumer: &str,
        partitions: &[Partition],
        share: usize,
        wait: Duration,
    ) -> Vec<(Vec<Partition>, Result<Value, Failure>)> {
        let topology = self.nodes.topology();
        if let (false, Some(node)) = (self.nodes.is_cluster(), topology.nodes.first()) {
            let answer = node.reading.call(&self.xreadgroup(consumer, partitions, share, wait)).await;
            return vec![(partitions.to_vec(), answer)];
        }
        let asked = topology.spread().into_iter().filter_map(|(place, held)| {
            let node = Arc::clone(topology.nodes.get(place)?);
            let held: Vec<Partition> = held.into_iter().filter(|partition| partitions.contains(partition)).collect();
            let mut pipeline = Pipeline::with_capacity(held.len());
            for partition in &held {
                pipeline.add_command(self.xreadgroup(consumer, &[*partition], share, Duration::ZERO));
            }
            (!held.is_empty()).then_some(async move {
                match node.reading.call_all(&pipeline).await {
                    Ok(answers) => held.into_iter().map(|partition| vec![partition]).zip(answers).collect::<Vec<_>>(),
                    Err(failure) => vec![(held, Err(failure))],
                }
            })
        });
        let answers: Vec<_> = futures::future::join_all(asked).await.into_iter().flatten().collect();
        if answers.iter().any(|(_, answer)| answer.as_ref().is_err_and(|failure| failure.code() != "NOGROUP")) {
            // Slots move, or a master is another one now: whatever is found is used by the next try.
            let _ = self.nodes.refresh().await;
        }
        answers
    }

    fn xreadgroup(&self, consumer: &str, partitions: &[Partition], share: usize, wait: Duration) -> Cmd {
        let mut cmd = redis::cmd("XREADGROUP");
        cmd.arg("GROUP").arg(Group::Persist.name()).arg(consumer).arg("COUNT").arg(share);
        if !wait.is_zero() {
            cmd.arg("BLOCK").arg(millis(wait).max(1));
        }
        cmd.arg("STREAMS");
        for partition in partitions {
            cmd.arg(&self.keys.of(*partition).log);
        }
        for _ in partitions {
            cmd.arg(">");
        }
        cmd
    }

    /// A group that was destroyed is made at 0, never at the log's end: what is delivered again changes nothing
    /// (W-GROUP-AT-ZERO). A log that is gone stays gone until the queue is confirmed.
    async fn make_groups(&self, partitions: &[Partition]) -> Outcome<()> {
        tracing::warn!("the group persist was missing: it is made anew and reads the log from its beginning");
        let make = |partition: &Partition| {
            let mut cmd = redis::cmd("XGROUP");
            cmd.arg("CREATE").arg(&self.keys.of(*partition).log).arg(Group::Persist.name()).arg("0");
            (*partition, cmd)
        };
        let cmds: Vec<_> = partitions.iter().map(make).collect();
        let mut missing = 0;
        for answer in self.nodes.call_each(&cmds).await {
            match answer {
                Ok(_) => {}
                Err(failure) if failure.code() == "BUSYGROUP" => {}
                Err(Failure::Refused(_)) => missing += 1,
                Err(failure) => return Err(reply::fault("make a group")(failure)),
            }
        }
        if missing > 0 {
            let doing = "read the log: it is gone, and is made anew when the queue is confirmed";
            return Err(crate::fault::Fault::new(crate::fault::Part::Queue, crate::fault::Kind::Unavailable, doing));
        }
        Ok(())
    }

    /// In a cluster each partition is asked by itself, for a share each, and those that had more than it for the rest.
    async fn take_for_index(&self, reader: &mut Reader, consumer: &str, limits: ReadLimits) -> Outcome<()> {
        let script = &self.scripts.index;
        let mut spans = self.turned(reader);
        while !spans.is_empty() && !is_enough(&reader.taken, limits) {
            let room = (limits.entries - reader.taken.len()).min(limits.bytes / ENTRY_BYTES);
            let share = (room / spans.len()).max(1);
            let call = |span: &Vec<Partition>| {
                let logs: Vec<&str> = span.iter().map(|partition| self.keys.of(*partition).log.as_str()).collect();
                let mut cmd = evalsha(script, &logs);
                cmd.arg(consumer).arg(share);
                (span.first().copied().unwrap_or(0), cmd)
            };
            let calls: Vec<_> = spans.iter().map(call).collect();
            let answers = self.nodes.run_each(script, &calls).await;
            let mut more = Vec::new();
            for (span, answer) in spans.into_iter().zip(answers) {
                let answer = answer.map_err(reply::fault("read the log for the index"))?;
                let before = reader.taken.len();
                for (partition, entries) in span.iter().zip(reply::list(&answer)) {
                    let records = reply::records(entries, *partition)?;
                    reader.taken.extend(records.into_iter().map(|record| Delivery { record, deliveries: 1 }));
                }
                if reader.taken.len() - before >= share {
                    more.push(span);
                }
            }
            spans = more;
        }
        Ok(())
    }

    /// The partitions, another one first each time, so that none waits behind a busy one.
    fn turned(&self, reader: &mut Reader) -> Vec<Vec<Partition>> {
        reader.turn = (reader.turn + 1) % PARTITIONS;
        let mut spans = self.spans();
        for span in &mut spans {
            let turn = usize::from(reader.turn) % span.len().max(1);
            span.rotate_left(turn);
        }
        spans
    }
}

fn is_enough(taken: &VecDeque<Delivery>, limits: ReadLimits) -> bool {
    taken.len() >= limits.entries || bytes(taken.iter()) >= limits.bytes
}

fn bytes<'a>(deliveries: impl Iterator<Item = &'a Delivery>) -> usize {
    deliveries.map(|delivery| delivery.record.payload.len()).sum()
}

/// As much as the limits allow, one entry in any case; the rest is for the next read.
fn hand_out(taken: &mut VecDeque<Delivery>, limits: ReadLimits) -> Vec<Delivery> {
    let mut left = limits.bytes;
    let mut handed_out = Vec::new();
    while let Some(next) = taken.front() {
        let size = next.record.payload.len();
        if handed_out.len() >= limits.entries || size > left && !handed_out.is_empty() {
            break;
        }
        left = left.saturating_sub(size);
        handed_out.extend(taken.pop_front());
    }
    handed_out
}
