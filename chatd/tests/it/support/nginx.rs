//! nginx with the configuration that ships, as a process of its own before whatever a test puts into its pools.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;
use tokio::time::{Instant, sleep};

/// How long a start may take, on a machine that is busy with other tests.
const STARTED_WITHIN: Duration = Duration::from_secs(30);

/// Between choosing a port and listening on it another process may take it.
const TRIES: u32 = 5;

/// The installed nginx. `None` where `CHATD_TEST=embedded` says that no server is wanted; a test without nginx fails
/// otherwise.
pub fn installed() -> Option<PathBuf> {
    if std::env::var_os("CHATD_TEST").is_some_and(|asked| asked == "embedded") {
        return None;
    }
    let named = std::env::var_os("CHATD_TEST_NGINX").map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let searched = std::env::split_paths(&path).chain(["/usr/sbin".into()]).map(|folder| folder.join("nginx"));
    let found = named.into_iter().chain(searched).find(|file| file.is_file());
    Some(found.expect(
        "nginx: run `tests/services/services up nginx`, name it in CHATD_TEST_NGINX, or set CHATD_TEST=embedded",
    ))
}

/// A file of the folder `deploy`.
pub fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../deploy").join(name)
}

/// The addresses of the accepting and of the reading pool: each the other's backup.
pub struct Pools<'a> {
    /// Where creations go.
    pub accepting: &'a str,
    /// Where everything else goes.
    pub reading: &'a str,
}

/// A running nginx. Killed when dropped, with its folder.
pub struct Proxy {
    child: Child,
    folder: TempDir,
    /// Where it listens, for sockets.
    pub address: String,
}

impl Proxy {
    /// Starts nginx before these pools and waits until it listens.
    pub async fn start(nginx: &Path, pools: &Pools<'_>) -> Self {
        Self::start_as(nginx, |folder, address| configure(folder, address, pools)).await
    }

    /// Starts it with the nginx.conf that is written into a folder for an address, and waits until it listens.
    pub async fn start_as(nginx: &Path, configure: impl Fn(&Path, &str)) -> Self {
        for _ in 0..TRIES {
            if let Some(proxy) = Self::try_start(nginx, &configure).await {
                return proxy;
            }
        }
        unreachable!("nginx found its port taken {TRIES} times");
    }

    /// What nginx has logged of requests so far.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).expect("a log")
    }

    async fn try_start(nginx: &Path, configure: &impl Fn(&Path, &str)) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let address = free_address();
        configure(folder.path(), &address);
        let log = std::fs::File::create(folder.path().join("log")).expect("a log");
        let child = Command::new(nginx)
            .args(["-e", "stderr", "-p"])
            .arg(folder.path())
            .arg("-c")
            .arg(folder.path().join("nginx.conf"))
            // In one process, which is killed as a whole.
            .args(["-g", "daemon off; master_process off;"])
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("a second handle"))
            .stderr(log)
            .spawn()
            .expect("nginx starts");
        let mut proxy = Self { child, folder, address };
        proxy.listens().await.then_some(proxy)
    }

    /// Waits for the file that nginx writes once it listens; false where its port was taken.
    async fn listens(&mut self) -> bool {
        let deadline = Instant::now() + STARTED_WITHIN;
        while !self.folder.path().join("nginx.pid").exists() {
            if self.child.try_wait().expect("asked").is_some() {
                let told = self.log();
                assert!(told.contains("Address already in use"), "nginx ended: {told}");
                return false;
            }
            assert!(Instant::now() < deadline, "nginx does not listen: {}", self.log());
            sleep(Duration::from_millis(5)).await;
        }
        true
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The shipped files, with this address and these pools in the place of the containers'.
fn configure(folder: &Path, address: &str, pools: &Pools<'_>) {
    std::fs::copy(shipped("nginx.conf"), folder.join("nginx.conf")).expect("copied");
    std::fs::create_dir(folder.join("nginx")).expect("a folder");
    std::fs::write(folder.join("nginx/listen.conf"), format!("listen {address};\n")).expect("written");
    let upstreams = std::fs::read_to_string(shipped("nginx/upstreams.conf")).expect("read");
    let [accepting, reading] = containers(&upstreams);
    let upstreams = upstreams.replace(&accepting, pools.accepting).replace(&reading, pools.reading);
    std::fs::write(folder.join("nginx/upstreams.conf"), upstreams).expect("written");
}

/// The addresses that the shipped pools begin with: that of the accepting one, that of the reading one.
pub fn containers(upstreams: &str) -> [String; 2] {
    ["accepting", "reading"].map(|pool| {
        let (_, after) = upstreams.split_once(&format!("upstream {pool} {{")).expect("a pool");
        let line = after.lines().map(str::trim).find_map(|line| line.strip_prefix("server ")).expect("a server");
        line.split(' ').next().expect("an address").to_owned()
    })
}

fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("bound").to_string()
}
