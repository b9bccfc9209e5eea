//! What the tests share: the binary in a clean environment, and its answers taken apart.

use std::io::{BufRead, BufReader, Lines};
use std::process::{Child, ChildStderr, ChildStdout, Output, Stdio};
use std::time::{Duration, Instant};

use assert_cmd::Command;

use crate::server::Server;

/// How soon to ask again.
const AGAIN: Duration = Duration::from_millis(5);

/// chatctl with nothing of the tester's own environment.
pub fn chatctl(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chatctl"));
    command.env_clear().env("HOME", "/nonexistent").timeout(Duration::from_mins(1)).args(args);
    command
}

/// Runs it to its end.
pub fn run(args: &[&str]) -> Output {
    chatctl(args).output().expect("chatctl runs")
}

/// The exit code.
pub fn code(output: &Output) -> i32 {
    output.status.code().expect("it was not killed")
}

/// Standard output as text.
pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("text")
}

/// Standard error as text.
pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("text")
}

/// The error object on standard error.
pub fn error(output: &Output) -> serde_json::Value {
    let text = stderr(output);
    let last = text.lines().last().unwrap_or_default();
    let object: serde_json::Value = serde_json::from_str(last).unwrap_or_else(|error| panic!("{error}: {text:?}"));
    assert_eq!(object["schema"], "chatctl.error/v1", "{object}");
    assert_eq!(object["exit"], code(output), "{object}");
    crate::schemas::conforms("error", &object);
    object
}

/// An address at which nobody listens, and nobody can as long as this is kept.
pub struct Nobody(tokio::net::TcpSocket);

impl Nobody {
    /// On this machine.
    pub fn new() -> Self {
        let socket = tokio::net::TcpSocket::new_v4().expect("a socket");
        socket.bind(([127, 0, 0, 1], 0).into()).expect("a free port");
        Self(socket)
    }

    /// Where.
    pub fn address(&self) -> std::net::SocketAddr {
        self.0.local_addr().expect("bound")
    }
}

/// Asks until there is an answer, and fails at a deadline.
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + Duration::from_secs(30);
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(Instant::now() < deadline, "not in time: {what}");
        // Spinning would take the processor from what is waited for.
        std::thread::park_timeout(AGAIN);
    }
}

/// A chatctl that goes on while the test looks at what it prints. Killed when dropped.
pub struct Running {
    child: Child,
    out: Option<Lines<BufReader<ChildStdout>>>,
    err: Lines<BufReader<ChildStderr>>,
}

impl Running {
    /// Starts one that finds `server` by its data folder.
    pub fn start(server: &Server, args: &[&str]) -> Self {
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_chatctl"))
            .env_clear()
            .env("HOME", "/nonexistent")
            .env("CHATCTL_DATA", server.data())
            .args(args)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("chatctl runs");
        let out = child.stdout.take().map(|out| BufReader::new(out).lines());
        let err = BufReader::new(child.stderr.take().expect("piped")).lines();
        Self { child, out, err }
    }

    /// The next line of its standard output.
    pub fn line(&mut self) -> String {
        self.out.as_mut().expect("still read").next().expect("a line").expect("text")
    }

    /// The same as JSON.
    pub fn json(&mut self) -> serde_json::Value {
        serde_json::from_str(&self.line()).expect("JSON")
    }

    /// The next line of its standard error.
    pub fn said(&mut self) -> String {
        self.err.next().expect("a line").expect("text")
    }

    /// Whoever reads its standard output goes away.
    pub fn stop_reading(&mut self) {
        self.out = None;
    }

    /// Sends it a signal, by its name.
    pub fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = std::process::Command::new("kill").args([&format!("-{name}"), &id]).status();
        assert!(sent.expect("kill runs").success());
    }

    /// Waits for its end: the exit code (`None` after a kill), and what else it has said on standard error.
    pub fn end(mut self) -> (Option<i32>, String) {
        let ended = until("chatctl ends", || self.child.try_wait().expect("it is a child"));
        let said: Result<Vec<String>, _> = self.err.by_ref().collect();
        (ended.code(), said.expect("text").join("\n"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Settings of a snapshot of tables: what changes from run to run is written as its kind, and columns are parted by two
/// spaces, for their width changes with it.
pub fn stable() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.add_filter(r"\d{13}-\d+", "[id]");
    settings.add_filter(r"\d{4}-\d\d-\d\dT[\d:.]+Z", "[time]");
    settings.add_filter(r"\bnow\b|\bin \d+[smhdy]\b|\b\d+[smhdy] ago\b", "[time]");
    settings.add_filter(r"\b\d+(\.\d+)?(ms|s)\b", "[span]");
    settings.add_filter(r"[0-9a-f]{32}", "[token]");
    settings.add_filter(r"(\S) {2,}", "$1  ");
    settings
}
