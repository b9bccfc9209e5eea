//! Examining the servers, and entering the state that the store recorded. Both go over the same connections, which are
//! never made anew meanwhile: one that breaks takes the confirmation with it, and it is begun again (N-CONFIRM-CONNECTION).

use std::collections::BTreeMap;

use redis::aio::MultiplexedConnection;
use redis::{Cmd, Pipeline, Value};
use sha1::{Digest as _, Sha1};

use super::nodes::Topology;
use super::preflight::{self, Character};
use super::reply::{self, Failure};
use super::scripts::Script;
use super::{Shared, ids};
use crate::domain::{PARTITIONS, Partition};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::{Confirmation, EntryId, Epoch, Examination};

/// What stands behind the epoch in the key of a partition that accepts nothing.
const CLOSED: &str = " closed";

/// A confirmation under way.
pub struct Confirming {
    topology: std::sync::Arc<Topology>,
    connections: Vec<MultiplexedConnection>,
    /// What is recorded beside the number: which processes were confirmed, each with its earlier replication.
    masters: String,
    epochs: Vec<Option<Epoch>>,
}

impl Confirming {
    fn connection(
        &mut self,
        of: impl Fn(&Topology) -> Option<&std::sync::Arc<super::nodes::Node>>,
    ) -> Outcome<&mut MultiplexedConnection> {
        let address = of(&self.topology).map(|node| node.address.clone());
        let place = self.topology.nodes.iter().position(|node| Some(&node.address) == address.as_ref());
        place.and_then(|place| self.connections.get_mut(place)).ok_or_else(|| reply::strange("find its servers"))
    }

    async fn call(&mut self, key: &str, cmd: &Cmd) -> Outcome<Value> {
        let connection = self.connection(|topology| topology.of_key(key))?;
        let answer = connection.send_packed_command(cmd).await.and_then(Value::extract_error);
        answer.map_err(broken)
    }

    /// Commands, each to the server of its partition; answers by partition.
    async fn call_each(&mut self, cmds: impl Fn(Partition) -> Vec<Cmd>) -> Outcome<BTreeMap<Partition, Vec<Value>>> {
        let mut answers = BTreeMap::new();
        for (node, partitions) in self.topology.spread() {
            let mut pipeline = Pipeline::new();
            let mut counts = Vec::with_capacity(partitions.len());
            for partition in &partitions {
                let cmds = cmds(*partition);
                counts.push(cmds.len());
                for cmd in cmds {
                    pipeline.add_command(cmd);
                }
            }
            let connection = self.connections.get_mut(node).ok_or_else(|| reply::strange("find its servers"))?;
            let mut found =
                connection.send_packed_commands(&pipeline, 0, pipeline.len()).await.map_err(broken)?.into_iter();
            for (partition, count) in partitions.into_iter().zip(counts) {
                answers.insert(partition, found.by_ref().take(count).collect());
            }
        }
        Ok(answers)
    }
}

impl Shared {
    /// What the servers' data says of itself. Begins a confirmation.
    pub(super) async fn examine(&self) -> Outcome<Examination> {
        let mut held = self.confirming.lock().await;
        *held = None;
        if self.nodes.is_cluster() {
            self.nodes.refresh().await.map_err(reply::fault("find the cluster's masters"))?;
        }
        let mut confirming = self.begin().await?;
        let examination = self.look_into(&mut confirming).await?;
        *held = Some(confirming);
        Ok(examination)
    }

    /// Takes the partitions' epochs as they stand on the servers.
    pub(super) async fn learn_epochs(&self) -> Outcome<()> {
        let ask = |partition| {
            let mut epoch = redis::cmd("GET");
            epoch.arg(&self.keys.of(partition).epoch);
            (partition, epoch)
        };
        let cmds: Vec<_> = (0..PARTITIONS).map(ask).collect();
        for (known, answer) in self.epochs.iter().zip(self.nodes.call_each(&cmds).await) {
            let answer = answer.map_err(reply::fault("read the epochs"))?;
            let epoch = epoch_in(&answer).unwrap_or(0);
            known.store(epoch, std::sync::atomic::Ordering::Relaxed);
        }
        Ok(())
    }

    async fn begin(&self) -> Outcome<Confirming> {
        let topology = self.nodes.topology();
        let mut connections = Vec::with_capacity(topology.nodes.len());
        for node in &topology.nodes {
            connections.push(node.link.separate().await.map_err(broken)?);
        }
        Ok(Confirming { topology, connections, masters: String::new(), epochs: Vec::new() })
    }

    async fn look_into(&self, confirming: &mut Confirming) -> Outcome<Examination> {
        let characters = characters(&mut confirming.connections).await?;
        if let Some(replica) = characters.iter().position(|character| !character.master) {
            let address = confirming.topology.nodes.get(replica).map_or("", |node| node.address.as_str());
            let doing = format!("be confirmed: {address} is a replica now");
            return Err(Fault::new(Part::Queue, Kind::Unavailable, doing));
        }
        confirming.masters = masters(&characters);
        let key = self.keys.installation();
        let installation = confirming.call(&key, redis::cmd("GET").arg(&key)).await?;
        let key = self.keys.confirmation();
        let entered = confirming.call(&key, redis::cmd("GET").arg(&key)).await?;
        let entered = reply::text(&entered).and_then(|text| text.split_once(' '));
        let (partitions, closed) = self.partitions(confirming).await?;
        confirming.epochs = partitions.iter().map(|(epoch, _)| *epoch).collect();
        for (partition, (_, last_id)) in (0..).zip(&partitions) {
            self.hear_of(partition, *last_id);
        }
        // A promotion that the last confirmation has seen already is no news.
        let known = entered.is_some_and(|(_, masters)| masters == confirming.masters);
        Ok(Examination {
            installation: reply::text(&installation).map(str::to_owned),
            server: server(&characters),
            confirmation: entered.and_then(|(number, _)| number.parse().ok()),
            durable: characters.iter().all(Character::is_durable),
            promoted: !known && characters.iter().any(Character::was_promoted),
            closed,
            partitions,
        })
    }

    /// Each partition's epoch and last id, and whether all of them are closed.
    async fn partitions(&self, confirming: &mut Confirming) -> Outcome<(Vec<(Option<Epoch>, EntryId)>, bool)> {
        let ask = |partition| {
            let keys = self.keys.of(partition);
            let mut epoch = redis::cmd("GET");
            epoch.arg(&keys.epoch);
            let mut stream = redis::cmd("XINFO");
            stream.arg("STREAM").arg(&keys.log);
            vec![epoch, stream]
        };
        let answers = confirming.call_each(ask).await?;
        let closed = answers.values().all(|answers| answers.first().is_some_and(is_closed));
        let states = answers.into_iter().map(|(partition, answers)| partition_state(partition, &answers));
        Ok((states.collect::<Outcome<_>>()?, closed))
    }

    /// Enters the confirmed state, over the connections that were examined. The accept script is handed out last: from
    /// then on numbers are given (N-NO-BLIND-LOAD).
    pub(super) async fn enter(&self, confirmation: &Confirmation) -> Outcome<()> {
        let mut held = self.confirming.lock().await;
        let Some(mut confirming) = held.take() else {
            return Err(Fault::new(Part::Queue, Kind::Unavailable, "be confirmed: it was not examined before"));
        };
        self.claim_prefix(&mut confirming, &confirmation.installation).await?;
        self.enter_partitions(&mut confirming, confirmation).await?;
        let key = self.keys.confirmation();
        let entered = format!("{} {}", confirmation.number, confirming.masters);
        confirming.call(&key, redis::cmd("SET").arg(&key).arg(entered)).await?;
        let script = Script::accept(confirmation.number);
        let mut load = redis::cmd("SCRIPT");
        load.arg("LOAD").arg(&script.text);
        for connection in &mut confirming.connections {
            connection.send_packed_command(&load).await.and_then(Value::extract_error).map_err(broken)?;
        }
        for (partition, (_, above)) in (0..).zip(&confirmation.partitions) {
            self.hear_of(partition, *above);
        }
        self.believe(confirmation.number, confirmation.partitions.iter().map(|(epoch, _)| *epoch));
        Ok(())
    }

    /// Two installations that find a prefix empty at the same time: the second is refused.
    async fn claim_prefix(&self, confirming: &mut Confirming, installation: &str) -> Outcome<()> {
        let key = self.keys.installation();
        confirming.call(&key, redis::cmd("SET").arg(&key).arg(installation).arg("NX")).await?;
        let holder = confirming.call(&key, redis::cmd("GET").arg(&key)).await?;
        match reply::text(&holder) {
            Some(holder) if holder == installation => Ok(()),
            holder => {
                let holder = holder.unwrap_or("another one").to_owned();
                let doing =
                    format!("be used: its prefix belongs to installation {holder}; give each its own queue.prefix");
                Err(Fault::new(Part::Queue, Kind::Corrupt, doing))
            }
        }
    }

    async fn enter_partitions(&self, confirming: &mut Confirming, confirmation: &Confirmation) -> Outcome<()> {
        let seen = confirming.epochs.clone();
        let enter = |partition: Partition| {
            let place = usize::from(partition);
            let (epoch, above) = confirmation.partitions.get(place).copied().unwrap_or_default();
            // N-KEYS-ON-LOSS.
            let what = if seen.get(place).copied().flatten() == Some(epoch) { "keep" } else { "raise" };
            let keys = self.keys.of(partition);
            let mut cmd = redis::cmd("EVAL");
            cmd.arg(&self.scripts.enter.text).arg(3).arg(&keys.epoch).arg(&keys.log).arg(&keys.done);
            cmd.arg(what).arg(epoch).arg(ids::floor_of(above)).arg(confirmation.number);
            cmd.arg(if confirmation.closed { CLOSED } else { "" });
            vec![cmd]
        };
        for (partition, answers) in confirming.call_each(enter).await? {
            let entered = answers.into_iter().next().unwrap_or_default().extract_error().map_err(broken)?;
            if reply::text(&entered) != Some("OK") {
                let doing = format!("be confirmed: partition {partition} changed meanwhile");
                return Err(Fault::new(Part::Queue, Kind::Unavailable, doing));
            }
        }
        Ok(())
    }
}

async fn characters(connections: &mut [MultiplexedConnection]) -> Outcome<Vec<Character>> {
    let mut characters = Vec::with_capacity(connections.len());
    for connection in connections {
        let info = connection.send_packed_command(&preflight::info()).await.and_then(Value::extract_error);
        let synced = connection.send_packed_command(&preflight::appendfsync()).await.and_then(Value::extract_error);
        characters.push(preflight::character(&info.map_err(broken)?, &synced.unwrap_or(Value::Nil)));
    }
    Ok(characters)
}

/// The process behind the data: a server's run id, or one name for those of all masters.
fn server(characters: &[Character]) -> String {
    let mut runs: Vec<&str> = characters.iter().map(|character| character.run_id.as_str()).collect();
    runs.sort_unstable();
    match runs.as_slice() {
        [one] => (*one).to_owned(),
        several => {
            let digest = Sha1::digest(several.join(" ").as_bytes());
            let hex: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            format!("cluster-{}", hex.concat())
        }
    }
}

/// The masters as a confirmation records them.
fn masters(characters: &[Character]) -> String {
    let mut masters: Vec<String> =
        characters.iter().map(|master| format!("{}={}", master.run_id, master.earlier_replication)).collect();
    masters.sort_unstable();
    masters.join(",")
}

fn is_closed(epoch: &Value) -> bool {
    reply::text(epoch).is_some_and(|text| text.ends_with(CLOSED))
}

/// An epoch whose log is gone is none: what was on it is lost.
fn partition_state(partition: Partition, answers: &[Value]) -> Outcome<(Option<Epoch>, EntryId)> {
    let [epoch, stream] = answers else { return Err(reply::strange("examine a partition")) };
    let Some(last) = reply::field(stream, "last-generated-id") else {
        return no_log(stream).map(|()| (None, EntryId::ZERO));
    };
    Ok((epoch_in(epoch), reply::id_of(last, partition)?))
}

/// The epoch in a partition's key, whether or not the partition is closed.
fn epoch_in(key: &Value) -> Option<Epoch> {
    reply::text(key).and_then(|text| text.strip_suffix(CLOSED).unwrap_or(text).parse().ok())
}

/// That there is no log, where that is what the server says.
fn no_log(stream: &Value) -> Outcome<()> {
    match stream.clone().extract_error() {
        Err(error) if error.to_string().contains("no such key") => Ok(()),
        Err(error) => Err(broken(error)),
        Ok(_) => Err(reply::strange("examine a log")),
    }
}

fn broken(error: redis::RedisError) -> Fault {
    let over = reply::Over { server: "".into(), id: 0 };
    reply::fault("be confirmed")(Failure::of(error, &over))
}

const _: () = assert!(PARTITIONS == 64, "the low bits of an id hold the partition");
