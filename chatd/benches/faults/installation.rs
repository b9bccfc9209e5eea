//! What faults strike: an embedded chatd, or processes on real servers behind nginx.

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use chat_shared::api::client::Client;
use rustix::process::Signal;
use tempfile::TempDir;
use tokio::sync::watch;

use crate::nginx::{Pools, Proxy, installed};
use crate::process::Process;
use crate::servers::Servers;

/// The one chatd of an embedded installation.
pub const CHATD: &str = "chatd";

/// What a worker holds is taken over soon, so that a story need not be long to see it.
const PATIENCE: &str = "[worker]\nbatch_deadline = \"2s\"\nclaim_idle = \"4s\"\n";

/// A running installation.
pub struct Installation {
    nodes: BTreeMap<&'static str, Node>,
    client: watch::Sender<Client>,
    proxy: Option<Proxy>,
    /// The servers that it is on; none of an embedded one.
    pub servers: Option<Servers>,
    folder: TempDir,
}

/// A chatd of the installation, running or not.
struct Node {
    flags: Vec<String>,
    key: Option<PathBuf>,
    process: Option<Process>,
}

impl Node {
    async fn start(&mut self, data: &Path) -> &Process {
        let flags: Vec<&str> = self.flags.iter().map(String::as_str).collect();
        let process = match &self.key {
            None => Process::start(data).await,
            Some(key) => Process::start_with(data, &flags, Some(key)).await,
        };
        self.process.insert(process)
    }
}

impl Installation {
    /// One chatd with everything embedded.
    pub async fn embedded() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut node = Node { flags: Vec::new(), key: None, process: None };
        let client = node.start(&folder.path().join(CHATD)).await.client.clone();
        let (client, _) = watch::channel(client);
        Self { nodes: BTreeMap::from([(CHATD, node)]), client, proxy: None, servers: None, folder }
    }

    /// Two chatd for requests and two for work on these servers, as the script names them, nginx before them. One of the
    /// servers is a Redis or a cluster of them; without an engine nothing is searched.
    pub async fn scaled(names: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let servers = Servers::up(&folder.path().join("servers"), names);
        let url = |begins: &str| names.iter().find(|name| name.starts_with(begins)).map(|name| servers.url(name));
        make_database(servers.port("mariadb", 0));
        let key = folder.path().join("admin.key");
        std::fs::write(&key, "admin-key-for-faults\n").expect("written");
        let on = [
            ("--store", format!("{}/chatd", servers.url("mariadb"))),
            ("--queue", url("redis").expect("a queue")),
            ("--search", url("opensearch").unwrap_or_else(|| "none".to_owned())),
        ];
        let config = folder.path().join("chatd.toml");
        std::fs::write(&config, PATIENCE).expect("written");
        let mut nodes = BTreeMap::new();
        for name in ["api-1", "api-2", "worker-1", "worker-2"] {
            let (role, _) = name.split_once('-').expect("a role");
            let mut flags = vec!["--role".to_owned(), role.to_owned(), "--listen".to_owned(), free_address()];
            flags.extend(["--config".to_owned(), config.to_str().expect("text").to_owned()]);
            flags.extend(on.iter().flat_map(|(flag, url)| [(*flag).to_owned(), url.clone()]));
            let mut node = Node { flags, key: Some(key.clone()), process: None };
            node.start(&folder.path().join(name)).await;
            nodes.insert(name, node);
        }
        let address = |name: &str| {
            let process = nodes[name].process.as_ref().expect("it runs");
            process.address.trim_start_matches("http://").to_owned()
        };
        let nginx = installed().expect("faults of several processes need nginx");
        let proxy = Proxy::start(&nginx, &Pools { accepting: &address("api-1"), reading: &address("api-2") }).await;
        let client = Client::builder(&format!("http://{}", proxy.address)).admin_key("admin-key-for-faults").build();
        let (client, _) = watch::channel(client.expect("a client"));
        Self { nodes, client, proxy: Some(proxy), servers: Some(servers), folder }
    }

    /// The client that reaches it now.
    pub fn client(&self) -> Client {
        self.client.borrow().clone()
    }

    /// The client that reaches it, as it changes.
    pub fn clients(&self) -> watch::Receiver<Client> {
        self.client.subscribe()
    }

    /// The servers that it is on.
    pub fn servers(&mut self) -> &mut Servers {
        self.servers.as_mut().expect("it is on servers")
    }

    /// The data folder of a chatd.
    pub fn data(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Sends a chatd a signal.
    pub fn signal(&self, name: &str, signal: Signal) {
        self.nodes[name].process.as_ref().expect("it runs").signal(signal);
    }

    /// Ends a chatd without a chance to finish anything.
    pub fn kill(&mut self, name: &str) {
        self.take(name).kill();
    }

    /// Asks a chatd to stop, and waits until it has.
    pub async fn terminate(&mut self, name: &str) {
        self.take(name).terminate().await;
    }

    /// Starts a chatd again on the same data.
    pub async fn start(&mut self, name: &str) {
        let data = self.data(name);
        let process = self.nodes.get_mut(name).expect("a chatd").start(&data).await;
        if self.proxy.is_none() {
            self.client.send_replace(process.client.clone());
        }
    }

    /// Starts the embedded chatd where no file may grow beyond so many blocks, as the shell counts them.
    pub async fn start_without_room(&mut self, blocks: u32) {
        let process = Process::start_without_room(&self.data(CHATD), blocks).await;
        self.client.send_replace(process.client.clone());
        self.nodes.get_mut(CHATD).expect("a chatd").process = Some(process);
    }

    /// Stops everything in order.
    pub async fn stop(mut self) {
        drop(self.proxy.take());
        for node in self.nodes.values_mut() {
            if let Some(process) = node.process.take() {
                process.terminate().await;
            }
        }
    }

    fn take(&mut self, name: &str) -> Process {
        self.nodes.get_mut(name).and_then(|node| node.process.take()).expect("it runs")
    }
}

fn make_database(port: u16) {
    let made = Command::new("mariadb")
        .args(["--no-defaults", "--protocol=tcp", "--host=127.0.0.1", "--user=root"])
        .args([&format!("--port={port}"), "--execute=CREATE DATABASE chatd"])
        .status();
    assert!(made.expect("mariadb runs").success(), "no database could be made");
}

/// An address that nobody listens on: nginx has to know it before, and after, a chatd does.
fn free_address() -> String {
    TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("bound").to_string()
}
