//! The processes of one installation and what reaches them: a chatd alone with everything embedded, or two for requests and
//! two for work, on servers, with nginx before them.

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use chat_shared::api::client::Client;
use tokio::sync::watch;

use super::nginx::{Pools, Proxy};
use super::process::{Process, Settings};

/// The one chatd of an embedded installation.
pub const CHATD: &str = "chatd";

/// The processes of a scaled installation. The first one is where creations go, the second one where reads go.
pub const NODES: [&str; 4] = ["api-1", "api-2", "worker-1", "worker-2"];

/// The key of a scaled installation's administrator.
const ADMIN_KEY: &str = "an-admin-key-for-tests";

/// Running processes, each with a folder of its own in one folder.
pub struct Fleet {
    nodes: BTreeMap<&'static str, Node>,
    client: watch::Sender<Client>,
    proxy: Option<Proxy>,
    folder: PathBuf,
    /// Blocks beyond which no file may grow, as the shell counts them, of a chatd that is started again from now on.
    pub room: Option<u32>,
}

/// A chatd, running or not.
#[derive(Default)]
struct Node {
    settings: Vec<(&'static str, String)>,
    process: Option<Process>,
}

impl Fleet {
    /// One chatd with everything embedded.
    pub async fn embedded(folder: &Path) -> Self {
        let process = Process::start(&folder.join(CHATD), &[]).await;
        let (client, _) = watch::channel(process.client.clone());
        let node = Node { process: Some(process), ..Node::default() };
        Self { nodes: BTreeMap::from([(CHATD, node)]), client, proxy: None, folder: folder.to_owned(), room: None }
    }

    /// Two chatd for requests and two for work with these settings, nginx before them.
    pub async fn scaled(folder: &Path, nginx: &Path, settings: &Settings) -> Self {
        let mut nodes = BTreeMap::new();
        for name in NODES {
            let (role, _) = name.split_once('-').expect("a role");
            let own =
                [("CHATD_ROLE", role.into()), ("CHATD_LISTEN", free_address()), ("CHATD_ADMIN_KEY", ADMIN_KEY.into())];
            let settings = [settings, &own].concat();
            let process = Some(Process::start(&folder.join(name), &settings).await);
            nodes.insert(name, Node { settings, process });
        }
        let address = |name: &str| process_of(&nodes, name).address.trim_start_matches("http://").to_owned();
        let proxy = Proxy::start(nginx, &Pools { accepting: &address("api-1"), reading: &address("api-2") }).await;
        let client = Client::builder(&format!("http://{}", proxy.address)).admin_key(ADMIN_KEY).build();
        let (client, _) = watch::channel(client.expect("a client"));
        Self { nodes, client, proxy: Some(proxy), folder: folder.to_owned(), room: None }
    }

    /// The client that reaches the installation now.
    pub fn client(&self) -> Client {
        self.client.borrow().clone()
    }

    /// The client that reaches it, as it changes.
    pub fn clients(&self) -> watch::Receiver<Client> {
        self.client.subscribe()
    }

    /// A chatd that runs.
    pub fn process(&self, name: &str) -> &Process {
        process_of(&self.nodes, name)
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
        let node = self.nodes.get_mut(name).expect("a chatd");
        let data = self.folder.join(name);
        let process = match self.room {
            None => Process::start(&data, &node.settings).await,
            Some(blocks) => Process::start_without_room(&data, &node.settings, blocks).await,
        };
        let process = node.process.insert(process);
        if self.proxy.is_none() {
            self.client.send_replace(process.client.clone());
        }
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

fn process_of<'a>(nodes: &'a BTreeMap<&str, Node>, name: &str) -> &'a Process {
    nodes[name].process.as_ref().expect("it runs")
}

/// An address that nobody listens on: nginx has to know it before, and after, a chatd does.
fn free_address() -> String {
    TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("bound").to_string()
}
