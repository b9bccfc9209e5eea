//! Redis servers to run stories on: those that the environment names, where each story keeps to a prefix of its own; and
//! servers of a story's own, for what would disturb others.

use super::bench::{BOUNDS, Home, SOON};
use chat_shared::queue::Queue;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use chat_shared::queue::redis::RedisQueue;
use redis::aio::MultiplexedConnection;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// A prefix on a server.
pub struct Prefixed {
    pub url: String,
    pub prefix: String,
}

/// A prefix of its own on the server that a variable names; none where servers are not wanted.
pub fn named_by(variable: &str) -> Option<Arc<dyn Home>> {
    Some(Arc::new(prefixed(variable)?))
}

/// The same, by its name.
pub fn prefixed(variable: &str) -> Option<Prefixed> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let Ok(url) = std::env::var(variable) else {
        let embedded = std::env::var("CHATD_TEST").is_ok_and(|wanted| wanted == "embedded");
        assert!(
            embedded,
            "{variable} names no server: `make test` starts one, CHATD_TEST=embedded leaves its tests out"
        );
        eprintln!("left out: {variable} names no server");
        return None;
    };
    let prefix = format!("test-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    Some(Prefixed { url, prefix })
}

#[async_trait::async_trait]
impl Home for Prefixed {
    async fn open(&self) -> Arc<dyn Queue> {
        Arc::new(RedisQueue::open(&self.url, &self.prefix, BOUNDS).await.expect("opens"))
    }

    async fn clean(&self) {
        for mut server in masters(&self.url).await {
            for key in keys(&mut server, &format!("{}:*", self.prefix)).await {
                redis::cmd("UNLINK").arg(key).query_async::<()>(&mut server).await.expect("removed");
            }
        }
    }
}

/// Connections to every master.
async fn masters(url: &str) -> Vec<MultiplexedConnection> {
    let Some(hosts) = url.strip_prefix("redis+cluster://") else { return vec![connect(url).await] };
    let (user, hosts) =
        hosts.rsplit_once('@').map_or((String::new(), hosts), |(user, hosts)| (format!("{user}@"), hosts));
    let mut first = connect(&format!("redis://{user}{}", hosts.split(',').next().expect("a host"))).await;
    let nodes: String = redis::cmd("CLUSTER").arg("NODES").query_async(&mut first).await.expect("answers");
    let mut masters = Vec::new();
    for line in nodes.lines().filter(|line| line.contains("master")) {
        let address = line.split(' ').nth(1).and_then(|address| address.split('@').next()).expect("an address");
        masters.push(connect(&format!("redis://{user}{address}")).await);
    }
    masters
}

pub async fn connect(url: &str) -> MultiplexedConnection {
    let client = redis::Client::open(url).expect("a URL");
    client.get_multiplexed_async_connection().await.expect("connects")
}

pub async fn keys(server: &mut MultiplexedConnection, pattern: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut cursor = 0_u64;
    loop {
        let mut scan = redis::cmd("SCAN");
        scan.arg(cursor).arg("MATCH").arg(pattern).arg("COUNT").arg(1_000);
        let (next, keys): (u64, Vec<String>) = scan.query_async(server).await.expect("scans");
        found.extend(keys);
        cursor = next;
        if cursor == 0 {
            return found;
        }
    }
}

/// A server that only one story knows. Stopped when it is dropped.
pub struct Server {
    process: Child,
    port: u16,
    dir: Arc<tempfile::TempDir>,
    settings: Vec<&'static str>,
}

impl Server {
    /// A server that keeps everything it answers; `settings` come last, so that they may say otherwise. None where servers
    /// are not wanted.
    pub async fn start(settings: &[&'static str]) -> Option<Self> {
        if std::env::var("CHATD_TEST").is_ok_and(|wanted| wanted == "embedded") {
            eprintln!("left out: it starts a redis-server of its own");
            return None;
        }
        let dir = Arc::new(tempfile::tempdir().expect("a folder"));
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        Some(Self { process: launch(dir.path(), port, settings), port, dir, settings: settings.to_vec() }.ready().await)
    }

    /// Kills it and starts it again on what is on its disk; with nothing left of it where `emptied`.
    pub async fn restart(mut self, emptied: bool) -> Self {
        self.process.kill().expect("killed");
        self.process.wait().expect("ended");
        if emptied {
            self.dir = Arc::new(tempfile::tempdir().expect("a folder"));
        }
        self.process = launch(self.dir.path(), self.port, &self.settings);
        self.ready().await
    }

    async fn ready(self) -> Self {
        let client = redis::Client::open(self.url()).expect("a URL");
        let answering = async {
            loop {
                if let Ok(mut server) = client.get_multiplexed_async_connection().await
                    && redis::cmd("PING").query_async::<String>(&mut server).await.is_ok()
                {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(SOON, answering).await.expect("the server answers in time");
        self
    }

    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// Until a client waits for the end of a pause.
    pub async fn wait_for_a_paused_client(&self) {
        let mut server = connect(&self.url()).await;
        let waiting = async {
            loop {
                let info: String = redis::cmd("INFO").arg("clients").query_async(&mut server).await.expect("answers");
                if info.lines().any(|line| line.starts_with("blocked_clients:") && line != "blocked_clients:0") {
                    return;
                }
            }
        };
        tokio::time::timeout(SOON, waiting).await.expect("a client waits in time");
    }

    /// Does to the server what no chatd does.
    pub async fn meddle(&self, cmd: &[&str]) {
        let mut server = connect(&self.url()).await;
        let mut told = redis::cmd(cmd[0]);
        told.arg(&cmd[1..]);
        told.query_async::<redis::Value>(&mut server).await.expect("done");
    }
}

fn launch(dir: &Path, port: u16, settings: &[&'static str]) -> Child {
    let mut server = Command::new("redis-server");
    server.args(["--bind", "127.0.0.1", "--port", &port.to_string(), "--save", "", "--dir"]).arg(dir);
    server.args(["--appendonly", "yes", "--appendfsync", "always"]).args(settings);
    server.stdout(Stdio::null()).spawn().expect("redis-server starts; install it, or say CHATD_TEST=embedded")
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Stands between a process and its server, and swallows answers when it is told to: what was sent is carried out, and
/// its sender never hears of it.
pub struct Proxy {
    pub url: String,
    deaf: Arc<AtomicBool>,
    task: tokio::task::JoinHandle<()>,
}

impl Proxy {
    pub async fn before(server: &Server) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("redis://{}", listener.local_addr().expect("bound"));
        let deaf = Arc::new(AtomicBool::new(false));
        let (flag, port) = (Arc::clone(&deaf), server.port);
        let task = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(carry(client, port, Arc::clone(&flag)));
            }
        });
        Self { url, deaf, task }
    }

    /// The next answer, of whichever connection, is swallowed, and its connection ends with it.
    pub fn swallow_the_next_answer(&self) {
        self.deaf.store(true, Ordering::SeqCst);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn carry(client: TcpStream, port: u16, deaf: Arc<AtomicBool>) {
    let server = TcpStream::connect(("127.0.0.1", port)).await.expect("connects");
    let (mut from_client, mut to_client) = client.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let there = tokio::spawn(async move { tokio::io::copy(&mut from_client, &mut to_server).await });
    let mut answer = vec![0; 65_536];
    while let Ok(size @ 1..) = from_server.read(&mut answer).await {
        if deaf.swap(false, Ordering::SeqCst) || to_client.write_all(&answer[..size]).await.is_err() {
            break;
        }
    }
    there.abort();
}
