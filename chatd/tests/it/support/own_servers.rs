//! Real servers, started by the project's own script in a folder of their own, to be killed and started again as they
//! were.

use std::collections::BTreeMap;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use sqlx::{Connection as _, MySqlConnection};
use tokio::time::{Instant, sleep};

/// How long a server may take to end or to listen again, on a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_mins(5);

/// The servers of one installation. Stopped, with their folders, when dropped.
pub struct Servers {
    state: PathBuf,
    /// Those that this process has started again, which the script knows nothing of.
    again: BTreeMap<String, Child>,
}

/// A server's process as it was started, so that it can be started so again.
#[derive(Debug, Clone)]
pub struct Stopped {
    name: String,
    /// As a shell reads it.
    command: String,
    folder: PathBuf,
    port: u16,
}

impl Servers {
    /// Starts these servers.
    pub fn up(state: &Path, names: &[&str]) -> Self {
        let servers = Self { state: state.to_owned(), again: BTreeMap::new() };
        servers.script("up", names);
        servers
    }

    /// Where a server is: what the script says.
    pub fn url(&self, name: &str) -> String {
        let url = std::fs::read_to_string(self.state.join(name).join("value")).expect("the server is up");
        url.trim().to_owned()
    }

    /// The port of a server; of the node-th one, of a cluster.
    pub fn port(&self, name: &str, node: usize) -> u16 {
        let url = self.url(name);
        let port = url.split(',').nth(node).and_then(|url| url.rsplit(':').next()).expect("a port");
        port.parse().expect("a port")
    }

    /// Ends a server (of a cluster: its node-th) without a chance to finish anything.
    pub async fn kill(&mut self, name: &str, node: usize) -> Stopped {
        let pid = self.pid(name, node);
        let folder = std::fs::read_link(format!("/proc/{pid}/cwd")).expect("it runs");
        let commands = std::fs::read_to_string(self.folder(name).join("commands")).expect("the server is up");
        let command = commands.lines().nth(node).expect("so many nodes").to_owned();
        let stopped = Stopped { name: key(name, node), command, folder, port: self.port(name, node) };
        self.signal(name, node, Signal::KILL);
        if let Some(mut child) = self.again.remove(&stopped.name) {
            child.wait().expect("ended");
        }
        let deadline = Instant::now() + PATIENCE;
        // Its threads may outlive it, and hold its port for a moment.
        while lives(pid) || TcpStream::connect(("127.0.0.1", stopped.port)).is_ok() {
            assert!(Instant::now() < deadline, "{name} does not end");
            sleep(Duration::from_millis(5)).await;
        }
        stopped
    }

    /// Sends a server (of a cluster: its node-th) a signal.
    pub fn signal(&self, name: &str, node: usize, signal: Signal) {
        let pid = Pid::from_raw(self.pid(name, node).try_into().expect("a pid")).expect("a pid");
        kill_process(pid, signal).expect("it runs");
    }

    /// Starts a server again as it was, with these flags besides, and waits until it listens.
    pub async fn start(&mut self, stopped: &Stopped, flags: &[&str]) {
        let log = std::fs::File::create(self.state.join(format!("{}-again.log", stopped.name))).expect("a log");
        let child = Command::new("bash")
            .args(["-c", &format!("exec {} {}", stopped.command, flags.join(" "))])
            .current_dir(&stopped.folder)
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("a second handle"))
            .stderr(log)
            .spawn()
            .expect("the server starts");
        self.again.insert(stopped.name.clone(), child);
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", stopped.port)).is_err() {
            assert!(Instant::now() < deadline, "{} does not listen again", stopped.name);
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// The folder of a server.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.state.join(name)
    }

    fn pid(&self, name: &str, node: usize) -> u32 {
        if let Some(child) = self.again.get(&key(name, node)) {
            return child.id();
        }
        let pids = std::fs::read_to_string(self.folder(name).join("pids")).expect("the server is up");
        let line = pids.lines().nth(node).expect("so many nodes");
        line.split(' ').next().and_then(|pid| pid.parse().ok()).expect("a pid")
    }

    fn script(&self, verb: &str, names: &[&str]) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/services/services");
        let done = Command::new(script)
            .arg(verb)
            .args(names)
            .env("CHATD_TEST_SERVICES_STATE", &self.state)
            // Always servers of one's own: those that were named are not for breaking.
            .env_remove("CHATD_TEST_MYSQL_URL")
            .env_remove("CHATD_TEST_REDIS_URL")
            .env_remove("CHATD_TEST_REDIS_CLUSTER_URL")
            .env_remove("CHATD_TEST_SEARCH_URL")
            .env_remove("CHATD_TEST_SERVICES_OWN")
            .stderr(Stdio::null())
            .status();
        assert!(done.expect("the script runs").success(), "tests/services/services {verb} {names:?} failed");
    }
}

impl Drop for Servers {
    fn drop(&mut self) {
        for child in self.again.values_mut() {
            // It may have been killed already.
            let _ = child.kill();
            let _ = child.wait();
        }
        self.script("down", &[]);
    }
}

fn key(name: &str, node: usize) -> String {
    format!("{name}-{node}")
}

/// Whether a process is there and does not only wait to be buried.
fn lives(pid: u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit(") ").next().is_some_and(|rest| !rest.is_empty() && !rest.starts_with('Z'))
}

/// Asks a Redis server something, by its own tool.
pub fn redis_cli(port: u16, arguments: &[&str]) -> String {
    let output = Command::new("redis-cli")
        .args(["-h", "127.0.0.1", "-p", &port.to_string()])
        .args(arguments)
        .output()
        .expect("redis-cli runs");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// Tells a MariaDB server something as its root, by its own tool, once it can be reached.
pub fn mariadb_cli(port: u16, sql: &str) {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let told = Command::new("mariadb")
            .args(["--no-defaults", "--protocol=tcp", "--host=127.0.0.1", "--user=root"])
            .args([&format!("--port={port}"), &format!("--execute={sql}")])
            .output()
            .expect("mariadb runs");
        let said = String::from_utf8_lossy(&told.stderr);
        // It listens a moment before it answers.
        let unreached = said.contains("ERROR 2002") || said.contains("ERROR 2013");
        if !unreached || Instant::now() > deadline {
            assert!(told.status.success(), "{sql}: {said}");
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Takes every connection that the user chat may have at a MariaDB server, also those that are in use, and holds them until
/// they are dropped. `SET GLOBAL max_connections` mends the rest.
pub async fn take_all_connections(port: u16) -> Vec<MySqlConnection> {
    let connect = async |user: &str| MySqlConnection::connect(&format!("mysql://{user}@127.0.0.1:{port}/chatd")).await;
    mariadb_cli(port, "SET GLOBAL max_connections = 20");
    // One more than the others may have is the administrator's.
    let mut root = connect("root").await.expect("connects");
    let mut held = Vec::new();
    let mut ours: Vec<u64> = Vec::new();
    loop {
        while let Ok(mut taken) = connect("chat").await {
            ours.push(sqlx::query_scalar("SELECT CONNECTION_ID()").fetch_one(&mut taken).await.expect("told"));
            held.push(taken);
        }
        let listed = "SELECT CAST(id AS UNSIGNED) FROM information_schema.processlist WHERE user = 'chat'";
        let all: Vec<u64> = sqlx::query_scalar(listed).fetch_all(&mut root).await.expect("listed");
        let Some(other) = all.into_iter().find(|id| !ours.contains(id)) else { break };
        // It may have ended by itself.
        let _ = sqlx::query("KILL ?").bind(other).execute(&mut root).await;
    }
    held.push(root);
    held
}
