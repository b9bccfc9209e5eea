//! What consumers do beside reading: claiming, acknowledging, waiting until something is acknowledged; and trimming.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;
use std::time::Duration;

use redis::Value;
use tokio::time::{Instant, timeout_at};

use super::look::millis;
use super::reply::{self, Failure};
use super::{Shared, evalsha, ids};
use crate::domain::Partition;
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::{Claim, Delivery, EntryId, Group};

/// The first and the longest pause between two looks whether something is acknowledged; other processes acknowledge too.
const FIRST_LOOK: Duration = Duration::from_millis(2);
const LONGEST_LOOK: Duration = Duration::from_millis(50);

/// Ids of one XACK: what a script may hand on at once is bounded.
const ACKNOWLEDGED_AT_ONCE: usize = 2_000;

/// How long it is remembered which entries were worked on alone.
const SUSPECTS_KEPT_S: u64 = 7 * 24 * 60 * 60;

/// Where a claim goes on in a partition, and what it took.
struct Claimed {
    next: Option<String>,
    deliveries: Vec<Delivery>,
}

impl Shared {
    pub(super) async fn claim(
        &self,
        group: Group,
        consumer: &str,
        what: Claim,
        limit: usize,
    ) -> Outcome<Vec<Delivery>> {
        if what == Claim::Own {
            // What a read had taken and not handed out is pending like the rest.
            self.readers.forget(group, consumer);
        }
        let mut claimed = Vec::new();
        for partition in self.partitions_that_hold(group).await? {
            let mut start = Some("-".to_owned());
            while let Some(from) = start.take_if(|_| claimed.len() < limit) {
                let found = self.claim_from(group, consumer, what, partition, &from, limit - claimed.len()).await?;
                claimed.extend(found.deliveries);
                start = found.next;
            }
        }
        Ok(claimed)
    }

    async fn partitions_that_hold(&self, group: Group) -> Outcome<Vec<Partition>> {
        let measured = self.survey().await?;
        Ok(measured.iter().filter(|log| log.group(group).pending > 0).map(|log| log.partition).collect())
    }

    /// Own pending entries after `from` in a partition.
    pub(super) async fn own_after(
        &self,
        group: Group,
        consumer: &str,
        partition: Partition,
        from: &str,
        limit: usize,
    ) -> Outcome<(Option<String>, Vec<Delivery>)> {
        let claimed = self.claim_from(group, consumer, Claim::Own, partition, from, limit).await?;
        Ok((claimed.next, claimed.deliveries))
    }

    async fn claim_from(
        &self,
        group: Group,
        consumer: &str,
        what: Claim,
        partition: Partition,
        from: &str,
        limit: usize,
    ) -> Outcome<Claimed> {
        let script = &self.scripts.claim;
        let mut cmd = evalsha(script, &[&self.keys.of(partition).log]);
        match what {
            Claim::Own => cmd.arg("own").arg(group.name()).arg(consumer).arg(0),
            Claim::Idle(idle) => cmd.arg("idle").arg(group.name()).arg(consumer).arg(millis(idle)),
        };
        cmd.arg(from).arg(limit.clamp(1, ACKNOWLEDGED_AT_ONCE));
        let answer = self.nodes.run(script, partition, cmd).await.map_err(reply::fault("claim what is pending"))?;
        let [next, entries, times, gone] = reply::list(&answer) else { return Err(reply::strange("claim")) };
        tell_of_gone(group, partition, reply::list(gone));
        let times: BTreeMap<&str, &Value> = reply::list(times)
            .chunks_exact(2)
            .filter_map(|pair| Some((pair.first().and_then(reply::text)?, pair.get(1)?)))
            .collect();
        let deliveries_of = |id: EntryId| {
            let id = ids::to_stream(id, partition).unwrap_or_default();
            let times = times.get(id.as_str()).and_then(|times| reply::int(times));
            times.and_then(|times| u32::try_from(times).ok()).unwrap_or(1)
        };
        let records = reply::records(entries, partition)?;
        let deliveries =
            records.into_iter().map(|record| Delivery { deliveries: deliveries_of(record.id), record }).collect();
        let next = reply::text(next).filter(|next| *next != "0-0").map(str::to_owned);
        Ok(Claimed { next, deliveries })
    }

    /// Acknowledges, where the partition is still in the epoch that this process knows (W-COMMIT-FIRST is the caller's).
    pub(super) async fn acknowledge(&self, group: Group, records: &[(Partition, EntryId)]) -> Outcome<()> {
        let script = &self.scripts.acknowledge;
        let mut by_partition: BTreeMap<Partition, Vec<String>> = BTreeMap::new();
        for (partition, id) in records {
            // An id of another partition is on no log of this one.
            by_partition.entry(*partition).or_default().extend(ids::to_stream(*id, *partition));
        }
        let mut calls = Vec::with_capacity(by_partition.len());
        for (partition, ids) in &by_partition {
            for ids in ids.chunks(ACKNOWLEDGED_AT_ONCE) {
                let keys = self.keys.of(*partition);
                let mut cmd = evalsha(script, &[&keys.epoch, &keys.log]);
                cmd.arg(self.epoch(*partition)).arg(group.name()).arg(ids);
                calls.push((*partition, cmd));
            }
        }
        let answers = self.nodes.run_each(script, &calls).await;
        self.room.moved();
        if group == Group::Persist {
            self.persisted.notify_waiters();
        }
        let answered = calls.iter().zip(answers).map(|((partition, _), answer)| self.acknowledged(*partition, answer));
        // All of them are looked at, whichever fails.
        answered.fold(Ok(()), Result::and)
    }

    /// A log in a later epoch was kept, and its entries with it: the same acknowledgement counts there, and is sent again
    /// with that epoch. One without an epoch is to be confirmed first: what it holds is delivered again then.
    fn acknowledged(&self, partition: Partition, answer: Result<Value, Failure>) -> Outcome<()> {
        let answer = answer.map_err(reply::fault("acknowledge"))?;
        let epoch = match reply::text(&answer) {
            Some("OK" | "") => return Ok(()),
            Some(epoch) => epoch.parse::<u32>().map_err(|_| reply::strange("acknowledge"))?,
            None => return Err(reply::strange("acknowledge")),
        };
        if let Some(known) = self.epochs.get(usize::from(partition)) {
            known.store(epoch, Ordering::Relaxed);
        }
        Err(Fault::new(
            Part::Queue,
            Kind::Unavailable,
            "acknowledge: the queue was confirmed in another epoch meanwhile",
        ))
    }

    pub(super) async fn settled(
        &self,
        group: Group,
        partition: Partition,
        id: EntryId,
        wait: Duration,
    ) -> Outcome<bool> {
        let deadline = Instant::now() + wait;
        let mut pause = FIRST_LOOK;
        loop {
            let acknowledged = self.persisted.notified();
            tokio::pin!(acknowledged);
            acknowledged.as_mut().enable();
            match self.is_settled(group, partition, id).await? {
                Some(settled) if settled => return Ok(true),
                Some(_) if Instant::now() < deadline => {}
                _ => return Ok(false),
            }
            let _ = timeout_at(deadline.min(Instant::now() + pause), acknowledged).await;
            pause = (pause * 2).min(LONGEST_LOOK);
        }
    }

    /// `None` where the partition is in another epoch than this process knows: what was waited for tells nothing there.
    async fn is_settled(&self, group: Group, partition: Partition, id: EntryId) -> Outcome<Option<bool>> {
        let script = &self.scripts.settled;
        let keys = self.keys.of(partition);
        let mut cmd = evalsha(script, &[&keys.epoch, &keys.log]);
        cmd.arg(self.epoch(partition)).arg(group.name()).arg(ids::at_most(id, partition));
        let answer = self.nodes.run(script, partition, cmd).await.map_err(reply::fault("read a group"))?;
        match reply::int(&answer) {
            Some(1) => Ok(Some(true)),
            Some(0) => Ok(Some(false)),
            _ => Ok(None),
        }
    }

    pub(super) async fn suspect(&self, group: Group, partition: Partition, id: EntryId) -> Outcome<u32> {
        let key = &self.keys.of(partition).suspects;
        let mut count = redis::cmd("HINCRBY");
        count.arg(key).arg(format!("{}:{id}", group.name())).arg(1);
        let mut expire = redis::cmd("EXPIRE");
        expire.arg(key).arg(SUSPECTS_KEPT_S);
        let mut answers = self.nodes.call_each(&[(partition, count), (partition, expire)]).await.into_iter();
        let times = answers.next().ok_or_else(|| reply::strange("record a suspect"))?;
        let times = times.map_err(reply::fault("record a suspect"))?;
        reply::int(&times).and_then(|times| u32::try_from(times).ok()).ok_or_else(|| reply::strange("record a suspect"))
    }

    /// One step for each partition, whatever waits there: nothing is read.
    pub(super) async fn pass_index_over(&self) -> Outcome<()> {
        let script = &self.scripts.pass;
        let call = |partition| (partition, evalsha(script, &[&self.keys.of(partition).log]));
        let calls: Vec<_> = self.filled().into_iter().map(call).collect();
        for answer in self.nodes.run_each(script, &calls).await {
            answer.map_err(reply::fault("pass the log over for the index"))?;
        }
        Ok(())
    }

    /// Keys past their time are removed by the server itself.
    pub(super) async fn trim(&self, keep: Duration) -> Outcome<u64> {
        let script = &self.scripts.trim;
        let calls: Vec<_> = self
            .filled()
            .into_iter()
            .map(|partition| {
                let keys = self.keys.of(partition);
                let mut cmd = evalsha(script, &[&keys.log, &keys.done]);
                cmd.arg(millis(keep));
                (partition, cmd)
            })
            .collect();
        let mut trimmed = 0;
        for answer in self.nodes.run_each(script, &calls).await {
            trimmed += reply::count(Some(&answer.map_err(reply::fault("trim the log"))?));
        }
        self.room.moved();
        Ok(trimmed)
    }
}

/// An entry that is pending and not on the log was removed by somebody who is not chatd: it is lost.
fn tell_of_gone(group: Group, partition: Partition, gone: &[Value]) {
    if gone.is_empty() {
        return;
    }
    let ids: Vec<&str> = gone.iter().filter_map(reply::text).collect();
    let count = gone.len();
    tracing::error!(group = group.name(), partition, count, ?ids, "entries that were in hand are gone from the log");
}
