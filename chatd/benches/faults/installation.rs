//! What faults strike: an embedded chatd, or processes on real servers behind nginx.

use std::path::PathBuf;

use tempfile::TempDir;

use crate::fleet::Fleet;
use crate::nginx::installed;
use crate::servers::{Servers, mariadb_cli};

/// A running installation.
pub struct Installation {
    /// Its processes.
    pub fleet: Fleet,
    servers: Option<Servers>,
    folder: TempDir,
}

impl Installation {
    /// One chatd with everything embedded.
    pub async fn embedded() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { fleet: Fleet::embedded(folder.path()).await, servers: None, folder }
    }

    /// Two chatd for requests and two for work on these servers, as the script names them, nginx before them. One of the
    /// servers is a Redis or a cluster of them; without an engine nothing is searched. What a worker holds is taken over
    /// soon, so that a story need not be long to see it.
    pub async fn scaled(names: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let servers = Servers::up(&folder.path().join("servers"), names);
        let url = |begins: &str| names.iter().find(|name| name.starts_with(begins)).map(|name| servers.url(name));
        let mariadb = servers.port("mariadb", 0);
        mariadb_cli(mariadb, "CREATE DATABASE chatd");
        // No administrator: those may write where nobody else may.
        mariadb_cli(mariadb, "CREATE USER chat@127.0.0.1; GRANT ALL ON chatd.* TO chat@127.0.0.1");
        let nginx = installed().expect("faults of several processes need nginx");
        let settings = [
            ("CHATD_STORE_URL", format!("mysql://chat@127.0.0.1:{mariadb}/chatd")),
            ("CHATD_QUEUE_URL", url("redis").expect("a queue")),
            ("CHATD_SEARCH_URL", url("opensearch").unwrap_or_else(|| "none".to_owned())),
            ("CHATD_WORKER_BATCH_DEADLINE", "2s".to_owned()),
            ("CHATD_WORKER_CLAIM_IDLE", "4s".to_owned()),
        ];
        let fleet = Fleet::scaled(folder.path(), &nginx, &settings).await;
        Self { fleet, servers: Some(servers), folder }
    }

    /// The servers that it is on.
    pub fn servers(&mut self) -> &mut Servers {
        self.servers.as_mut().expect("it is on servers")
    }

    /// The data folder of a chatd.
    pub fn data(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}
