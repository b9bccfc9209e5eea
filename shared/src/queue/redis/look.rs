//! Looking at entries without touching a group.

use redis::{Cmd, Value};

use super::reply;
use super::{Shared, ids};
use crate::domain::{PARTITIONS, Partition};
use crate::fault::Outcome;
use crate::queue::{EntryId, Group, Look, Pending, Record};

/// The most entries of one look.
const LOOKED_AT: usize = 1_000;

impl Shared {
    pub(super) async fn look(&self, at: Look) -> Outcome<Vec<Record>> {
        let limit = at.limit.min(LOOKED_AT);
        let partitions: Vec<Partition> = at.partition.map_or_else(|| (0..PARTITIONS).collect(), |one| vec![one]);
        let ask = |partition: &Partition| {
            let from = format!("({}", ids::at_most(at.after, *partition));
            (*partition, self.range(*partition, &from, "+", at.newest, limit))
        };
        let cmds: Vec<_> = partitions.iter().map(ask).collect();
        let mut records = Vec::new();
        for (partition, answer) in partitions.iter().zip(self.nodes.call_each(&cmds).await) {
            records.extend(reply::records(&answer.map_err(reply::fault("look at the log"))?, *partition)?);
        }
        records.sort_unstable_by_key(|record| record.id);
        if at.newest {
            records.drain(..records.len().saturating_sub(limit));
        }
        records.truncate(limit);
        Ok(records)
    }

    /// An id tells its partition.
    pub(super) async fn entry(&self, id: EntryId) -> Outcome<Option<Record>> {
        let partition = ids::partition_of(id);
        let Some(at) = ids::to_stream(id, partition) else { return Ok(None) };
        let answer = self.nodes.call(partition, &self.range(partition, &at, &at, false, 1)).await;
        Ok(reply::records(&answer.map_err(reply::fault("look at an entry"))?, partition)?.pop())
    }

    /// Newest first. What persist holds or has not seen yet lies above what it is done with: the least of what is pending
    /// and what was delivered last.
    pub(super) async fn unpersisted(&self, partition: Partition, limit: usize) -> Outcome<Vec<Record>> {
        let log = &self.keys.of(partition).log;
        let mut pending = redis::cmd("XPENDING");
        pending.arg(log).arg(Group::Persist.name());
        let mut groups = redis::cmd("XINFO");
        groups.arg("GROUPS").arg(log);
        let mut answers = self.nodes.call_each(&[(partition, groups), (partition, pending)]).await.into_iter();
        let (Some(Ok(groups)), Some(Ok(pending))) = (answers.next(), answers.next()) else {
            // Without its group nothing is known to be persisted.
            let answer = self.nodes.call(partition, &self.range(partition, "-", "+", true, limit)).await;
            let mut records = reply::records(&answer.unwrap_or(Value::Nil), partition)?;
            records.reverse();
            return Ok(records);
        };
        let named = |group: &&Value| reply::field(group, "name").and_then(reply::text) == Some(Group::Persist.name());
        let persist = reply::list(&groups).iter().find(named);
        let delivered = persist.and_then(|group| reply::text(reply::field(group, "last-delivered-id")?));
        let from = match reply::list(&pending).get(1).and_then(reply::text) {
            Some(oldest) => oldest.to_owned(),
            None => format!("({}", delivered.unwrap_or("0-0")),
        };
        let answer = self.nodes.call(partition, &self.range(partition, &from, "+", true, limit)).await;
        reply::records(&answer.map_err(reply::fault("read what is not persisted"))?, partition)
    }

    pub(super) async fn pending(&self, group: Group, idle: std::time::Duration, limit: usize) -> Outcome<Vec<Pending>> {
        let now = jiff::Timestamp::now().as_millisecond();
        let ask = |partition| {
            let mut cmd = redis::cmd("XPENDING");
            cmd.arg(&self.keys.of(partition).log).arg(group.name()).arg("IDLE").arg(millis(idle));
            cmd.arg("-").arg("+").arg(limit);
            (partition, cmd)
        };
        let cmds: Vec<_> = (0..PARTITIONS).map(ask).collect();
        let mut held = Vec::new();
        for (partition, answer) in (0..PARTITIONS).zip(self.nodes.call_each(&cmds).await) {
            // A partition without the group holds nothing.
            let answer = match answer {
                Err(failure) if failure.code() == "NOGROUP" => continue,
                answer => answer.map_err(reply::fault("list what is pending"))?,
            };
            for line in reply::list(&answer) {
                held.push(pending_line(line, partition, now)?);
            }
        }
        held.sort_unstable_by_key(|pending| pending.id);
        held.truncate(limit);
        Ok(held)
    }

    fn range(&self, partition: Partition, from: &str, to: &str, newest: bool, count: usize) -> Cmd {
        let log = &self.keys.of(partition).log;
        let mut cmd = redis::cmd(if newest { "XREVRANGE" } else { "XRANGE" });
        if newest {
            cmd.arg(log).arg(to).arg(from);
        } else {
            cmd.arg(log).arg(from).arg(to);
        }
        cmd.arg("COUNT").arg(count);
        cmd
    }
}

fn pending_line(line: &Value, partition: Partition, now: i64) -> Outcome<Pending> {
    let [id, consumer, idle, deliveries] = reply::list(line) else {
        return Err(reply::strange("list what is pending"));
    };
    Ok(Pending {
        id: reply::id_of(id, partition)?,
        partition,
        consumer: reply::text(consumer).unwrap_or_default().to_owned(),
        delivered_at: crate::clock::Timestamp::from_millis(now - reply::int(idle).unwrap_or(0)),
        deliveries: reply::int(deliveries).and_then(|times| u32::try_from(times).ok()).unwrap_or(u32::MAX),
    })
}

/// Milliseconds as a command takes them.
pub fn millis(span: std::time::Duration) -> u64 {
    u64::try_from(span.as_millis()).unwrap_or(u64::MAX)
}
