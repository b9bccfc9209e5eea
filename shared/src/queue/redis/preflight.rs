//! What a server must be, and what it should be, before a queue is trusted to it. Says which setting to change.

use redis::Value;

use super::link::Link;
use super::nodes::Nodes;
use super::reply::{self, Failure};
use crate::fault::{Fault, Kind, Outcome, Part};

/// The oldest version that has everything that is used.
const OLDEST: (u32, u32) = (7, 0);

/// What a server says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Character {
    /// Its process.
    pub run_id: String,
    /// Its version, major and minor.
    pub version: (u32, u32),
    /// Whether it is a node of a cluster.
    pub clustered: bool,
    /// Whether it is a master.
    pub master: bool,
    /// How many replicas follow it.
    pub replicas: u64,
    /// The replication id that it had before it was promoted; zeros where it never was.
    pub earlier_replication: String,
    /// What it does when memory is full.
    pub policy: String,
    /// When writes are on its disk.
    pub disk: Disk,
}

/// When what a server has answered is on its disk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Disk {
    /// Not for long, if at all.
    #[default]
    Seldom,
    /// A second later.
    Soon,
    /// Before it answers.
    Always,
}

impl Character {
    /// Whether whatever it answered survives its death. A replica that takes over may lack the last of it, so one that is
    /// followed by replicas does not promise that (N-NOT-PROMOTED).
    pub fn is_durable(&self) -> bool {
        self.disk == Disk::Always && self.replicas == 0
    }

    /// Whether it was a replica before.
    pub fn was_promoted(&self) -> bool {
        self.earlier_replication.bytes().any(|byte| byte != b'0')
    }
}

/// Refuses what would lose data, and warns of what may.
pub async fn check(nodes: &Nodes) -> Outcome<()> {
    for node in &nodes.topology().nodes {
        let character = ask(&node.link).await.map_err(reply::unusable)?;
        if let Some(refusal) = refusal(&character, nodes.is_cluster()) {
            let doing = format!("be used at {}", node.address);
            return Err(Fault::new(Part::Queue, Kind::Corrupt, doing).because(refusal));
        }
        if let Some(warning) = warning(&character) {
            tracing::warn!(server = node.address, "{warning}");
        }
    }
    Ok(())
}

/// Why a server cannot be used; `as_cluster` says whether the URL names a cluster.
fn refusal(character: &Character, as_cluster: bool) -> Option<String> {
    let (major, minor) = character.version;
    if character.version < OLDEST {
        return Some(format!("it is version {major}.{minor}; use Redis 7.0 or later, or Valkey"));
    }
    if character.clustered && !as_cluster {
        return Some(
            "it is a node of a cluster; write redis+cluster:// (with TLS rediss+cluster://) in queue.url".into(),
        );
    }
    if !character.master {
        return Some("it is a replica; give the master's address in queue.url".into());
    }
    if character.policy != "noeviction" {
        let policy = &character.policy;
        return Some(format!(
            "its maxmemory-policy is {policy}, which throws accepted messages away when memory is full; set maxmemory-policy to noeviction"
        ));
    }
    None
}

fn warning(character: &Character) -> Option<&'static str> {
    match character.disk {
        Disk::Seldom => Some(
            "the server writes no append-only file: a crash loses every message that is accepted and not persisted yet, and \
             leaves gaps in the numbers; set appendonly to yes and appendfsync to always",
        ),
        Disk::Soon => Some(
            "the server writes its append-only file once a second: a crash may lose the messages accepted in the last \
             second, and each restart leaves gaps in the numbers; set appendfsync to always",
        ),
        Disk::Always if character.replicas > 0 => Some(
            "the server has replicas: one that takes over may lack the messages accepted last, and each failover or restart \
             leaves gaps in the numbers",
        ),
        Disk::Always => None,
    }
}

/// Asks a server what it is.
pub async fn ask(link: &Link) -> Result<Character, Failure> {
    let info = link.call(&info()).await?;
    // Where CONFIG is forbidden, as some services do, syncing is not known of, which is as good as not there.
    let synced = link.call(&appendfsync()).await.unwrap_or(Value::Nil);
    Ok(character(&info, &synced))
}

/// What [`character`] reads.
pub fn info() -> redis::Cmd {
    let mut cmd = redis::cmd("INFO");
    cmd.arg("server").arg("replication").arg("persistence").arg("memory");
    cmd
}

/// What [`character`] reads beside it.
pub fn appendfsync() -> redis::Cmd {
    let mut cmd = redis::cmd("CONFIG");
    cmd.arg("GET").arg("appendfsync");
    cmd
}

/// A server's character, out of the answers to [`info`] and [`appendfsync`].
pub fn character(info: &Value, synced: &Value) -> Character {
    let info = reply::text(info).unwrap_or_default();
    let said = |name: &str| {
        let line = info.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.unwrap_or_default().trim()
    };
    let mut version = said("redis_version").split('.').map(|part| part.parse().unwrap_or(0));
    let synced = reply::field(synced, "appendfsync").and_then(reply::text) == Some("always");
    let disk = match said("aof_enabled") {
        "1" if synced => Disk::Always,
        "1" => Disk::Soon,
        _ => Disk::Seldom,
    };
    Character {
        run_id: said("run_id").to_owned(),
        version: (version.next().unwrap_or(0), version.next().unwrap_or(0)),
        clustered: said("redis_mode") == "cluster",
        master: said("role") == "master",
        replicas: said("connected_slaves").parse().unwrap_or(0),
        earlier_replication: said("master_replid2").to_owned(),
        policy: said("maxmemory_policy").to_owned(),
        disk,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> Character {
        Character {
            run_id: "r".into(),
            version: (7, 0),
            clustered: false,
            master: true,
            replicas: 0,
            earlier_replication: "0000".into(),
            policy: "noeviction".into(),
            disk: Disk::Always,
        }
    }

    #[test]
    fn a_server_is_read_from_what_it_says() {
        let info = "# Server\r\nredis_version:7.0.15\r\nrun_id:abc\r\n# Replication\r\nrole:master\r\nconnected_slaves:2\r\n\
                    master_replid2:000\r\nmaxmemory_policy:noeviction\r\naof_enabled:1\r\n";
        let synced =
            Value::Array(vec![Value::SimpleString("appendfsync".into()), Value::SimpleString("always".into())]);
        let read = character(&Value::BulkString(info.into()), &synced);
        assert_eq!(read, Character { run_id: "abc".into(), replicas: 2, earlier_replication: "000".into(), ..good() });
        assert!(!read.is_durable() && !read.was_promoted());
        assert_eq!(character(&Value::BulkString(info.into()), &Value::Nil).disk, Disk::Soon);
    }

    #[test]
    fn what_would_lose_data_is_refused_with_the_setting_to_change() {
        assert_eq!(refusal(&good(), false), None);
        let refused = |character: Character| refusal(&character, false).expect("refused");
        assert!(refused(Character { version: (6, 2), ..good() }).contains("Redis 7.0"));
        assert!(refused(Character { master: false, ..good() }).contains("queue.url"));
        let clustered = Character { clustered: true, ..good() };
        assert_eq!(refusal(&clustered, true), None);
        assert!(refused(clustered).contains("redis+cluster://"));
        assert!(
            refused(Character { policy: "allkeys-lru".into(), ..good() }).contains("maxmemory-policy to noeviction")
        );
    }

    #[test]
    fn what_may_lose_data_is_warned_of() {
        assert_eq!(warning(&good()), None);
        assert!(warning(&Character { disk: Disk::Soon, ..good() }).expect("warned").contains("appendfsync"));
        let none = Character { disk: Disk::Seldom, ..good() };
        assert!(warning(&none).expect("warned").contains("appendonly"));
        assert!(warning(&Character { replicas: 1, ..good() }).expect("warned").contains("replicas"));
    }
}
