//! The servers: one, or the masters of a cluster, and which of them holds a partition. Follows redirections, waits while
//! slots move, and finds the cluster's new order after a failover. What the server says it has not done is asked again;
//! what is not known to be undone never is.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use redis::{Cmd, ConnectionInfo, ErrorKind, Pipeline, RedisError, ServerErrorKind, Value};
use tokio::time::Instant;

use super::address::Address;
use super::keys;
use super::link::{Link, rest};
use super::reply::{self, Failure, Over};
use super::scripts::Script;
use crate::domain::{PARTITIONS, Partition};

/// How long an answer is waited for.
const ANSWER_WAIT: Duration = Duration::from_secs(3);

/// How long a reader's blocking call may take beside what it waits for.
const BLOCKED_WAIT: Duration = Duration::from_secs(5);

/// How long a call follows a cluster whose slots move or whose masters change.
const MOVING_WAIT: Duration = Duration::from_secs(4);

/// The longest pause between two looks at such a cluster.
const MOVING_PAUSE: Duration = Duration::from_millis(60);

/// A server.
pub struct Node {
    /// Host and port.
    pub address: String,
    /// For commands.
    pub link: Link,
    /// For reading `persist`, which may block.
    pub reading: Link,
}

/// Which node holds what.
pub struct Topology {
    /// The masters.
    pub nodes: Vec<Arc<Node>>,
    slots: Vec<(u16, u16, usize)>,
    of: Vec<usize>,
}

impl Topology {
    /// The node that holds a partition.
    pub fn of(&self, partition: Partition) -> Option<&Arc<Node>> {
        self.nodes.get(*self.of.get(usize::from(partition))?)
    }

    /// The node that holds a key without braces.
    pub fn of_key(&self, key: &str) -> Option<&Arc<Node>> {
        let slot = keys::slot_of(key.as_bytes());
        let holding = self.slots.iter().find(|(from, to, _)| (*from..=*to).contains(&slot));
        self.nodes.get(holding?.2)
    }

    /// The partitions of each node.
    pub fn spread(&self) -> BTreeMap<usize, Vec<Partition>> {
        let mut spread: BTreeMap<usize, Vec<Partition>> = BTreeMap::new();
        for (partition, node) in (0..PARTITIONS).zip(&self.of) {
            spread.entry(*node).or_default().push(partition);
        }
        spread
    }
}

/// The servers.
pub struct Nodes {
    address: Address,
    topology: RwLock<Arc<Topology>>,
    refreshing: tokio::sync::Mutex<()>,
}

impl Nodes {
    /// Finds the servers.
    pub async fn open(address: Address) -> Result<Self, Failure> {
        let nothing = Topology { nodes: Vec::new(), slots: Vec::new(), of: Vec::new() };
        let nodes =
            Self { address, topology: RwLock::new(Arc::new(nothing)), refreshing: tokio::sync::Mutex::default() };
        nodes.refresh().await?;
        Ok(nodes)
    }

    /// Whether it is a cluster.
    pub fn is_cluster(&self) -> bool {
        self.address.cluster
    }

    /// Which node holds what, as far as is known.
    pub fn topology(&self) -> Arc<Topology> {
        Arc::clone(&self.topology.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Sends a command to the server of a partition.
    pub async fn call(&self, partition: Partition, cmd: &Cmd) -> Result<Value, Failure> {
        let deadline = Instant::now() + MOVING_WAIT;
        let mut asked: Option<Arc<Node>> = None;
        loop {
            let answer = match asked.take() {
                Some(node) => ask(&node, cmd).await,
                None => match self.topology().of(partition) {
                    Some(node) => node.link.call(cmd).await,
                    None => Err(nowhere()),
                },
            };
            let Err(failure) = answer else { return answer };
            if Instant::now() >= deadline {
                return Err(failure);
            }
            match self.elsewhere(&failure).await {
                Elsewhere::Ask(node) => asked = Some(node),
                Elsewhere::Again => rest(MOVING_PAUSE).await,
                Elsewhere::Nowhere => return Err(failure),
            }
        }
    }

    /// Sends commands to the servers of their partitions, in one go for each server; answers in the order of commands.
    pub async fn call_each(&self, cmds: &[(Partition, Cmd)]) -> Vec<Result<Value, Failure>> {
        let topology = self.topology();
        let mut by_node: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (place, (partition, _)) in cmds.iter().enumerate() {
            by_node.entry(topology.of.get(usize::from(*partition)).copied()).or_default().push(place);
        }
        let calls = by_node.into_iter().map(|(node, places)| {
            let node = node.and_then(|node| topology.nodes.get(node));
            async move { (call_places(node, cmds, &places).await, places) }
        });
        let mut answers: Vec<Option<Result<Value, Failure>>> = cmds.iter().map(|_| None).collect();
        for (found, places) in futures::future::join_all(calls).await {
            for (place, answer) in places.into_iter().zip(found) {
                answers[place] = Some(answer);
            }
        }
        let mut settled = Vec::with_capacity(cmds.len());
        for ((partition, cmd), answer) in cmds.iter().zip(answers) {
            settled.push(match answer {
                Some(Err(failure)) if is_redirection(&failure) => self.call(*partition, cmd).await,
                Some(answer) => answer,
                None => Err(nowhere()),
            });
        }
        settled
    }

    /// Runs a script that may be handed to a server which does not know it, in each of the partitions.
    pub async fn run_each(&self, script: &Script, calls: &[(Partition, Cmd)]) -> Vec<Result<Value, Failure>> {
        let mut answers = self.call_each(calls).await;
        let unknown = |answer: &Result<Value, Failure>| matches!(answer, Err(failure) if failure.code() == "NOSCRIPT");
        if !answers.iter().any(unknown) {
            return answers;
        }
        self.load(script).await;
        for ((partition, cmd), answer) in calls.iter().zip(&mut answers) {
            if unknown(answer) {
                *answer = self.call(*partition, cmd).await;
            }
        }
        answers
    }

    /// The same in one partition.
    pub async fn run(&self, script: &Script, partition: Partition, cmd: Cmd) -> Result<Value, Failure> {
        let mut answers = self.run_each(script, &[(partition, cmd)]).await;
        answers.pop().unwrap_or_else(|| Err(nowhere()))
    }

    /// Hands a script to every server. One that does not take it will say so again when it is called.
    async fn load(&self, script: &Script) {
        for node in &self.topology().nodes {
            let _ = node.link.call(redis::cmd("SCRIPT").arg("LOAD").arg(&script.text)).await;
        }
    }

    /// Ends a connection over which something was sent whose answer did not come (N-RETRY-KILL).
    pub async fn end(&self, over: &Over) -> Result<(), Failure> {
        let node = self.node_at(&over.server).ok_or_else(nowhere)?;
        node.link.end(over.id).await
    }

    /// Lets go of every connection.
    pub fn close(&self) {
        for node in &self.topology().nodes {
            node.link.close();
            node.reading.close();
        }
    }

    /// Where to go after a failure that is known to have done nothing.
    async fn elsewhere(&self, failure: &Failure) -> Elsewhere {
        if !self.address.cluster {
            return Elsewhere::Nowhere;
        }
        match failure {
            Failure::Refused(error) => match error.kind() {
                ErrorKind::Server(ServerErrorKind::Ask) => {
                    let to = error.redirect_node().and_then(|(address, _)| self.node_at(address));
                    to.map_or(Elsewhere::Nowhere, Elsewhere::Ask)
                }
                _ if is_redirection(failure) => {
                    let _ = self.refresh().await;
                    Elsewhere::Again
                }
                _ => Elsewhere::Nowhere,
            },
            Failure::NotSent(_) => {
                let _ = self.refresh().await;
                Elsewhere::Again
            }
            Failure::Lost(..) => Elsewhere::Nowhere,
        }
    }

    /// Asks the cluster anew which master holds which slots.
    pub async fn refresh(&self) -> Result<(), Failure> {
        let Ok(_held) = self.refreshing.try_lock() else {
            // Somebody does already: what it finds is as new.
            drop(self.refreshing.lock().await);
            return Ok(());
        };
        let topology = if self.address.cluster { self.ask_for_slots().await? } else { self.one_server()? };
        *self.topology.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(topology);
        Ok(())
    }

    fn one_server(&self) -> Result<Topology, Failure> {
        let host = self.address.hosts.first().ok_or_else(nowhere)?;
        let node = self.node(host)?;
        Ok(Topology { nodes: vec![node], slots: vec![(0, 16_383, 0)], of: vec![0; usize::from(PARTITIONS)] })
    }

    async fn ask_for_slots(&self) -> Result<Topology, Failure> {
        let mut last = nowhere();
        let known = self.topology().nodes.clone();
        let seeds = self.address.hosts.iter().filter_map(|host| self.node(host).ok());
        for node in known.into_iter().chain(seeds.collect::<Vec<_>>()) {
            match node.link.call(redis::cmd("CLUSTER").arg("SLOTS")).await {
                Ok(slots) => match self.order(&slots, &node) {
                    Some(topology) => return Ok(topology),
                    None => last = incomplete(),
                },
                Err(failure) => last = failure,
            }
        }
        Err(last)
    }

    /// The order that CLUSTER SLOTS tells; `None` while a partition's slot has no master.
    fn order(&self, slots: &Value, asked: &Node) -> Option<Topology> {
        let mut topology = Topology { nodes: Vec::new(), slots: Vec::new(), of: Vec::new() };
        for range in reply::list(slots) {
            let [from, to, master, ..] = reply::list(range) else { return None };
            let [host, port, ..] = reply::list(master) else { return None };
            // A server that does not know its own name is where it was asked.
            let host = reply::text(host).filter(|host| !host.is_empty() && *host != "?");
            let host = host.or_else(|| asked.address.rsplit_once(':').map(|(host, _)| host))?;
            let node = self.node_at(&format!("{host}:{}", reply::int(port)?))?;
            let place = topology.nodes.iter().position(|known| known.address == node.address).unwrap_or_else(|| {
                topology.nodes.push(node);
                topology.nodes.len() - 1
            });
            let slot = |value| u16::try_from(reply::int(value)?).ok();
            topology.slots.push((slot(from)?, slot(to)?, place));
        }
        for partition in 0..PARTITIONS {
            let slot = keys::slot(partition);
            let (_, _, place) = topology.slots.iter().find(|(from, to, _)| (*from..=*to).contains(&slot))?;
            topology.of.push(*place);
        }
        Some(topology)
    }

    /// The node at `host:port`, reached as the URL says for the others.
    fn node_at(&self, address: &str) -> Option<Arc<Node>> {
        let (host, port) = address.rsplit_once(':')?;
        self.node(&self.address.at(host, port.parse().ok()?)?).ok()
    }

    /// The node that is known already, connections and all, or a new one.
    fn node(&self, info: &ConnectionInfo) -> Result<Arc<Node>, Failure> {
        let address = info.addr().to_string();
        if let Some(known) = self.topology().nodes.iter().find(|node| node.address == address) {
            return Ok(Arc::clone(known));
        }
        let link = |name, wait| Link::new(info.clone(), name, wait).map_err(Failure::NotSent);
        let (commands, reading) = (link("chatd", ANSWER_WAIT)?, link("chatd-reading", BLOCKED_WAIT)?);
        Ok(Arc::new(Node { address, link: commands, reading }))
    }
}

/// Where a call goes on.
enum Elsewhere {
    /// To this node, once, while a slot moves there.
    Ask(Arc<Node>),
    /// To whoever holds the partition in a moment.
    Again,
    /// Nowhere.
    Nowhere,
}

/// Refused because the slot is, or will be, somewhere else: nothing was done.
fn is_redirection(failure: &Failure) -> bool {
    let Failure::Refused(error) = failure else { return false };
    let ErrorKind::Server(kind) = error.kind() else { return false };
    matches!(
        kind,
        ServerErrorKind::Moved
            | ServerErrorKind::Ask
            | ServerErrorKind::TryAgain
            | ServerErrorKind::ClusterDown
            | ServerErrorKind::MasterDown
            | ServerErrorKind::ReadOnly
            | ServerErrorKind::BusyLoading
    )
}

/// Sends a command to where a slot is moving to.
async fn ask(node: &Node, cmd: &Cmd) -> Result<Value, Failure> {
    let mut both = Pipeline::new();
    both.add_command(redis::cmd("ASKING")).add_command(cmd.clone());
    node.link.call_all(&both).await?.pop().unwrap_or_else(|| Err(nowhere()))
}

async fn call_places(
    node: Option<&Arc<Node>>,
    cmds: &[(Partition, Cmd)],
    places: &[usize],
) -> Vec<Result<Value, Failure>> {
    let Some(node) = node else { return places.iter().map(|_| Err(nowhere())).collect() };
    let mut pipeline = Pipeline::with_capacity(places.len());
    for place in places {
        pipeline.add_command(cmds[*place].1.clone());
    }
    match node.link.call_all(&pipeline).await {
        Ok(answers) => answers,
        Err(failure) => places.iter().map(|_| Err(failure.clone())).collect(),
    }
}

fn nowhere() -> Failure {
    Failure::NotSent(RedisError::from((ErrorKind::Client, "no server of the queue is known")))
}

fn incomplete() -> Failure {
    Failure::NotSent(RedisError::from((ErrorKind::Client, "the cluster has slots without a master")))
}
