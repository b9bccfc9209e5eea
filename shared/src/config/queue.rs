//! `[queue]`: the counters and the log of accepted entries.

use std::fmt;
use std::path::{Path, PathBuf};

use super::codec::{Choice, Count, Endpoint, File, KIB, MIB, Named, ServerUrl, Size, UrlOf, Word, Wrong};
use super::setting::{Secrecy, Setting, at};

/// `[queue]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    /// Where it is.
    pub url: QueueUrl,
    /// Certificates that those of the servers may be signed with, instead of the system's.
    pub ca_file: Option<PathBuf>,
    /// What every key begins with on a shared server.
    pub prefix: String,
    /// The most entries that a partition's log may hold.
    pub capacity: u32,
    /// The most bytes that the queue may take as a whole.
    pub max_bytes: u64,
    /// What is done with numbers that may have been given when the queue lost something.
    pub on_loss: OnLoss,
}

impl Default for Queue {
    fn default() -> Self {
        Self {
            url: QueueUrl::Sqlite(None),
            ca_file: None,
            prefix: "chat".into(),
            capacity: 100_000,
            max_bytes: 1024 * 1024 * 1024,
            on_loss: OnLoss::Gap,
        }
    }
}

/// What is done with numbers that may have been given when the queue lost something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnLoss {
    /// They are left out, and the gap is published: no number is ever given twice.
    Gap,
    /// They are given again: numbers stay dense.
    Reuse,
}

impl Named for OnLoss {
    const ALL: &'static [(&'static str, Self)] = &[("gap", Self::Gap), ("reuse", Self::Reuse)];
}

/// Where the queue is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueueUrl {
    /// The embedded one, in this file or in `queue.db` of the data folder.
    Sqlite(Option<PathBuf>),
    /// One Redis or Valkey server.
    Redis(ServerUrl),
    /// A Redis cluster.
    RedisCluster(ServerUrl),
}

impl QueueUrl {
    /// The file of the embedded queue in the data folder `data`; `None` for a server.
    #[must_use]
    pub fn file(&self, data: &Path) -> Option<PathBuf> {
        match self {
            Self::Sqlite(file) => Some(file.clone().unwrap_or_else(|| data.join("queue.db"))),
            Self::Redis(_) | Self::RedisCluster(_) => None,
        }
    }
}

impl fmt::Display for QueueUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(None) => f.write_str("sqlite:"),
            Self::Sqlite(Some(file)) => write!(f, "sqlite:{}", file.display()),
            Self::Redis(url) | Self::RedisCluster(url) => url.fmt(f),
        }
    }
}

impl Endpoint for QueueUrl {
    const SCHEMES: &'static [&'static str] = &["sqlite", "redis", "rediss", "redis+cluster", "rediss+cluster"];
    const FORM: &'static str = "sqlite:, sqlite:FILE, redis://host, rediss://host, redis+cluster://host1,host2 or rediss+cluster://host1,host2";

    fn embedded(file: Option<PathBuf>) -> Self {
        Self::Sqlite(file)
    }

    fn server(scheme: &str, url: &str) -> Option<Result<Self, Wrong>> {
        match scheme {
            "redis" | "rediss" => Some(redis(url)),
            "redis+cluster" | "rediss+cluster" => Some(ServerUrl::several_hosts(url).map(Self::RedisCluster)),
            _ => None,
        }
    }

    fn masked(&self) -> String {
        self.to_string()
    }
}

fn redis(text: &str) -> Result<QueueUrl, Wrong> {
    if text.contains(',') {
        return Err(Wrong("several hosts need the scheme redis+cluster, or rediss+cluster".into()));
    }
    let server = ServerUrl::one(text)?;
    let url = url::Url::parse(text).map_err(|error| Wrong(error.to_string()))?;
    let database = url.path().trim_matches('/');
    if !database.is_empty() && database.parse::<u16>().is_err() {
        return Err(Wrong("what stands after the host is no database number".into()));
    }
    Ok(QueueUrl::Redis(server))
}

pub(super) fn settings() -> Vec<Setting> {
    vec![
        Setting::new(
            "queue.url",
            at!(queue.url),
            UrlOf::any(),
            "The queue. \"sqlite:\" is queue.db in the data folder; redis:// is a Redis or Valkey server, \
             redis+cluster:// a cluster; rediss:// and rediss+cluster:// speak TLS.",
        )
        .flag("queue")
        .secret(Secrecy::MayHold),
        Setting::new(
            "queue.ca_file",
            at!(queue.ca_file),
            File,
            "A file of certificates in PEM that those of Redis servers with TLS must be signed with. Without it, they are \
             those that the system trusts.",
        ),
        Setting::new(
            "queue.prefix",
            at!(queue.prefix),
            Word { max: 32 },
            "What every key begins with on a Redis server, so that several installations can share it.",
        ),
        Setting::new(
            "queue.capacity",
            at!(queue.capacity),
            Count::between(1, 10_000_000),
            "The most accepted entries that may wait in one of the 64 partitions; beyond it requests are answered 503 \
             until the workers have caught up. After a loss of the queue so many numbers are left out in each chat.",
        ),
        Setting::new(
            "queue.max_bytes",
            at!(queue.max_bytes),
            Size::between(64 * KIB, 1024 * 1024 * MIB),
            "The most bytes that the queue's log may take; beyond it requests are answered 503 until the workers have \
             caught up. On Redis it is measured once a second, and clients' idempotency keys count too (250 bytes each, \
             for a day); the counters (about 150 bytes a chat) are bounded by the server's maxmemory only.",
        ),
        Setting::new(
            "queue.on_loss",
            at!(queue.on_loss),
            Choice::any(),
            "What happens to numbers that may have been given when the queue lost something. gap: they are left out, \
             and the gap is published. reuse: they are given again, so that numbers stay dense, at the price that \
             one number may have been answered for two contents.",
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::codec::{Codec, Place, Raw};
    use super::*;

    fn read(text: &str) -> Result<QueueUrl, Wrong> {
        UrlOf::any().read(&Raw::Text(text.into()), &Place::default())
    }

    #[test]
    fn every_kind_of_queue_is_known() {
        assert_eq!(read("sqlite:"), Ok(QueueUrl::Sqlite(None)));
        assert!(matches!(read("redis://localhost"), Ok(QueueUrl::Redis(_))));
        assert!(matches!(read("rediss://:pw@cache:6380/2"), Ok(QueueUrl::Redis(_))));
        for scheme in ["redis+cluster", "rediss+cluster"] {
            let read = read(&format!("{scheme}://a:7000,b:7001,c"));
            assert!(matches!(read, Ok(QueueUrl::RedisCluster(_))), "{read:?}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_queue_is_said() {
        let says = |text: &str, part: &str| {
            let Wrong(what) = read(text).expect_err(text);
            assert!(what.contains(part), "{what}");
        };
        says("redis://a,b", "redis+cluster");
        says("redis://a/first", "no database number");
        says("amqp://a", "\"amqp\" is unknown");
        says("radis://a", "did you mean redis?");
    }
}
