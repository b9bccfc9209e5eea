//! An installation on servers: a database of its own, a fresh queue, and chatd processes with folders of their own.

use std::sync::atomic::{AtomicU32, Ordering};

use chat_shared::api::client::Client;
use tempfile::TempDir;

use super::servers::Servers;
use crate::looks::Way;
use crate::process::Chatd;

/// A log that whatever is measured fits into: the bounds are not what is measured.
const ROOM: [(&str, &str); 2] = [("CHATD_QUEUE_CAPACITY", "10000000"), ("CHATD_QUEUE_MAX_BYTES", "64GiB")];

/// An installation.
pub struct Site {
    folder: TempDir,
    /// The name of its database, and the prefix of its queue and of its index.
    pub name: String,
    store: String,
    queue: String,
    /// Where its chatd look for a search engine.
    pub search: String,
}

impl Site {
    /// A new one, on the database and the `queue` (`redis` or `redis-cluster`) of the servers, without searching.
    pub fn new(servers: &Servers, queue: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("bench{}", COUNT.fetch_add(1, Ordering::Relaxed));
        servers.on_database("", &[&format!("CREATE DATABASE {name} CHARACTER SET utf8mb4")]);
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            store: format!("{}/{name}", servers.url("mariadb")),
            queue: servers.url(queue),
            search: "none".into(),
            name,
        }
    }

    /// A file of the installation's own.
    pub fn file(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    /// Starts a chatd of this role: `api`, `worker` or `all`.
    pub fn start(&self, role: &str) -> Chatd {
        let flags = ["--role", role, "--store", &self.store, "--queue", &self.queue, "--search", &self.search];
        let named = ["CHATD_QUEUE_PREFIX", "CHATD_SEARCH_PREFIX"].map(|setting| (setting, self.name.as_str()));
        let settings: Vec<_> = ROOM.into_iter().chain(named).collect();
        Chatd::start_with(&self.folder.path().join(role), &flags, &settings)
    }

    /// Straight to its servers, by a context that says where they are.
    pub fn direct(&self) -> Way {
        let here = self.folder.path().join("chatctl");
        std::fs::create_dir_all(&here).expect("a folder");
        let Self { name, store, queue, search, .. } = self;
        let prefixes = format!("queue.prefix = \"{name}\"\nsearch.prefix = \"{name}\"\n");
        std::fs::write(here.join("chatd.toml"), prefixes).expect("written");
        let context = format!(
            "[contexts.bench]\nstore = \"{store}\"\nqueue = \"{queue}\"\nsearch = \"{search}\"\nchatd_config = \"chatd.toml\"\n"
        );
        std::fs::write(here.join("config.toml"), context).expect("written");
        let flags = ["--direct", "--context", "bench"].map(str::to_owned).to_vec();
        Way { name: "straight", flags, configuration: Some(self.folder.path().to_owned()) }
    }
}

/// A client of a chatd, with its admin key.
pub fn client(chatd: &Chatd) -> Client {
    let base = format!("http://{}", chatd.address);
    Client::builder(&base).admin_key(chatd.admin_key()).build().expect("a client")
}

/// Entries that `queue` has not acknowledged.
pub async fn depth(client: &Client, queue: chat_shared::queue::Group) -> u64 {
    let queues = client.queues().await.expect("answers").queues;
    queues.iter().find(|status| status.queue == queue).map_or(0, |status| status.depth)
}
