//! chatd and chatctl as processes: the release binaries that stand beside each other.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

/// How long a chatd may take to start or to stop.
const PATIENCE: Duration = Duration::from_mins(1);

/// A chatd on a data folder.
pub struct Chatd {
    child: Child,
    data: PathBuf,
    /// `127.0.0.1:PORT`.
    pub address: String,
    /// From its start to its first ready answer.
    pub ready_after: Duration,
}

/// A binary of this build: chatd stands beside chatctl.
pub fn binary(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_BIN_EXE_chatctl")).with_file_name(name);
    assert!(path.exists(), "{} is missing: cargo build --release --workspace --bins", path.display());
    path
}

impl Chatd {
    /// Starts it with these flags and waits until it is ready.
    pub fn start(data: &Path, flags: &[&str]) -> Self {
        Self::start_with(data, flags, &[])
    }

    /// The same with settings from the environment.
    pub fn start_with(data: &Path, flags: &[&str], settings: &[(&str, &str)]) -> Self {
        let log = File::create(data.with_extension("log")).expect("a log");
        let begun = Instant::now();
        let child = Command::new(binary("chatd"))
            .args(["--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .args(flags)
            .envs(settings.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .expect("chatd starts");
        let mut chatd = Self { child, data: data.to_owned(), address: String::new(), ready_after: Duration::ZERO };
        while !chatd.is_ready() {
            let ended = chatd.child.try_wait().expect("a child").is_some();
            if ended || begun.elapsed() > PATIENCE {
                let log = std::fs::read_to_string(data.with_extension("log")).unwrap_or_default();
                panic!("chatd is not ready: {log}");
            }
            thread::sleep(Duration::from_millis(1));
        }
        chatd.ready_after = begun.elapsed();
        chatd
    }

    fn is_ready(&mut self) -> bool {
        if self.address.is_empty() {
            let Ok(text) = std::fs::read(self.data.join("chatd.json")) else { return false };
            let Ok(said) = serde_json::from_slice::<Value>(&text) else { return false };
            if said["pid"].as_u64().is_some_and(|pid| pid != u64::from(self.child.id())) {
                return false;
            }
            let base = said["address"].as_str().unwrap_or_default();
            base.trim_start_matches("http://").trim_end_matches('/').clone_into(&mut self.address);
        }
        let Ok(mut stream) = TcpStream::connect(&self.address) else {
            self.address.clear();
            return false;
        };
        let asked = stream.write_all(b"GET /readyz HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n");
        let mut answer = String::new();
        asked.is_ok() && stream.read_to_string(&mut answer).is_ok() && answer.starts_with("HTTP/1.1 200")
    }

    /// The key of the admin API.
    pub fn admin_key(&self) -> String {
        std::fs::read_to_string(self.data.join("admin.key")).expect("the key").trim().to_owned()
    }

    /// The most memory it has had so far, and what it has now, in MB.
    pub fn memory(&self) -> (f64, f64) {
        memory_of(self.child.id())
    }

    /// Its data folder.
    pub fn folder(&self) -> &Path {
        &self.data
    }

    /// The processor time that it has used so far, in seconds.
    pub fn processor_seconds(&self) -> f64 {
        processor_seconds(self.child.id())
    }

    /// Runs chatctl against it and gives the item that it prints.
    pub fn chatctl(&self, args: &[&str]) -> Value {
        chatctl(&["--data", self.data.to_str().expect("text")], args)
    }
}

/// The processor time that a process has used so far, in seconds.
pub fn processor_seconds(process: u32) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).expect("its times");
    let behind = stat.rsplit_once(')').expect("its name").1;
    // User and system time, in hundredths: the 14th and 15th fields, counted behind the name.
    let ticks: f64 = behind.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum();
    ticks / 100.0
}

impl Drop for Chatd {
    fn drop(&mut self) {
        let pid = self.child.id().to_string();
        // Asked to stop, so that the files it leaves are whole.
        let asked = Command::new("kill").args(["-TERM", &pid]).status();
        let begun = Instant::now();
        while asked.is_ok() && begun.elapsed() < PATIENCE && matches!(self.child.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(10));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The most memory that a process has had so far, and what it has now, in MB; none of one that has ended.
pub fn memory_of(pid: u32) -> (f64, f64) {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let of = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        line.split_whitespace().nth(1).and_then(|kib| kib.parse::<f64>().ok()).unwrap_or_default() / 1024.0
    };
    (of("VmHWM"), of("VmRSS"))
}

/// Runs chatctl and gives the item that it prints.
pub fn chatctl(at: &[&str], args: &[&str]) -> Value {
    let output = Command::new(binary("chatctl"))
        .args(at)
        .args(args)
        .args(["-o", "json", "-q"])
        .args(if args.contains(&"--timeout") { &[][..] } else { &["--timeout", "10m"] })
        .output()
        .expect("chatctl runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "chatctl {args:?}: {told}");
    serde_json::from_slice::<Value>(&output.stdout).expect("JSON")["item"].take()
}

/// The rate that `chatctl bench` has measured, in messages a second.
pub fn rate(item: &Value) -> f64 {
    item["messages_per_second"].as_f64().expect("a rate")
}

/// How long a chatctl takes that asks nobody, in milliseconds: the median of some runs.
pub fn takes(variables: &[(&str, &str)], args: &[&str]) -> f64 {
    let mut took: Vec<f64> = (0..21)
        .map(|_| {
            let begun = Instant::now();
            let output = Command::new(binary("chatctl")).envs(variables.iter().copied()).args(args).output();
            let output = output.expect("chatctl runs");
            assert!(output.status.success() && !output.stdout.is_empty());
            begun.elapsed().as_secs_f64() * 1_000.0
        })
        .collect();
    super::report::percentile(&mut took, 0.5)
}
