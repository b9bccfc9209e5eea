//! The binary as a process, with an environment of its own: what it says where it ends by itself, and one that serves.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use chatd::data_dir::{Whereabouts, whereabouts};
use rustix::process::{Pid, Signal, kill_process};

/// How long anything may take on a machine that is busy with other tests.
pub const SOON: Duration = Duration::from_mins(1);
/// How often a condition is asked for.
pub const POLL: Duration = Duration::from_millis(5);

/// chatd with an environment of its own.
pub fn chatd(data: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chatd"));
    command.env_clear().arg("--data").arg(data).args(args);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What chatd says where it ends by itself.
pub fn output(data: &Path, args: &[&str]) -> Output {
    chatd(data, args).output().expect("chatd runs")
}

/// Bytes as text, whatever they are.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A chatd that serves; killed when dropped.
pub struct Serving {
    /// The process.
    pub child: Child,
    /// Where it listens.
    pub whereabouts: Whereabouts,
}

impl Serving {
    /// Starts one on any free port, and waits until it listens.
    pub fn start(data: &Path, args: &[&str]) -> Self {
        let mut child = chatd(data, &["--listen", "127.0.0.1:0"]).args(args).spawn().expect("chatd starts");
        let deadline = Instant::now() + SOON;
        loop {
            if let Some(whereabouts) = whereabouts(data).filter(|told| told.pid == child.id()) {
                return Self { child, whereabouts };
            }
            assert!(Instant::now() < deadline, "chatd does not listen");
            if let Some(status) = child.try_wait().expect("asked") {
                let mut told = String::new();
                let _ = child.stderr.take().expect("piped").read_to_string(&mut told);
                panic!("chatd ended with {status}: {told}");
            }
            sleep(POLL);
        }
    }

    /// Sends it a signal.
    pub fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).expect("signalled");
    }

    /// Waits for its end.
    pub fn end(&mut self) -> ExitStatus {
        let deadline = Instant::now() + SOON;
        loop {
            if let Some(status) = self.child.try_wait().expect("asked") {
                return status;
            }
            assert!(Instant::now() < deadline, "chatd does not end");
            sleep(POLL);
        }
    }

    /// A request under way: it was let in, and its body never comes.
    pub fn unfinished_request(&self, data: &Path) -> TcpStream {
        let key = std::fs::read_to_string(data.join("admin.key")).expect("an admin key");
        let head = format!(
            "POST /applications HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\nContent-Type: application/json\r\n\
             Content-Length: 20\r\nExpect: 100-continue\r\n\r\n",
            key.trim()
        );
        let mut stream = TcpStream::connect(self.whereabouts.address).expect("connected");
        stream.write_all(head.as_bytes()).expect("sent");
        let mut answer = [0; 21];
        stream.read_exact(&mut answer).expect("answered");
        assert_eq!(text(&answer), "HTTP/1.1 100 Continue");
        stream
    }

    /// A connection without a request, that was accepted.
    pub fn idle_connection(&self) -> TcpStream {
        let mut stream = TcpStream::connect(self.whereabouts.address).expect("connected");
        stream.write_all(b"GET /livez HTTP/1.1\r\nHost: x\r\n\r\n").expect("sent");
        stream.read_exact(&mut [0; 12]).expect("answered");
        stream
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
