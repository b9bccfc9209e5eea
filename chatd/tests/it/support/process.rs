//! A chatd as a process of its own, on a port of its own: to be killed.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use chat_shared::api::client::Client;
use rustix::process::{Pid, Signal, kill_process};
use serde::Deserialize;
use tokio::time::{Instant, sleep};

/// How long a start may take, on a machine that is busy with other tests.
const STARTED_WITHIN: Duration = Duration::from_mins(1);

/// The binary.
const CHATD: &str = env!("CARGO_BIN_EXE_chatd");

/// Variables of chatd's settings, with their values.
pub type Settings = [(&'static str, String)];

/// A running chatd. Killed when dropped.
pub struct Process {
    child: Child,
    /// A client that knows the admin key.
    pub client: Client,
    /// Where it listens.
    pub address: String,
}

/// What chatd writes into its data folder once it listens.
#[derive(Deserialize)]
struct Whereabouts {
    address: String,
    pid: u32,
}

impl Process {
    /// Starts chatd on a data folder with these settings (variables and values) besides what the tests themselves are
    /// given, and waits until it is ready.
    pub async fn start(data: &Path, settings: &Settings) -> Self {
        Self::start_as(command(data, settings), data, settings).await
    }

    /// The same where no file may become larger than so many blocks of 512 or 1,024 bytes, as the shell counts them:
    /// writing more fails as on a full disk.
    pub async fn start_without_room(data: &Path, settings: &Settings, blocks: u32) -> Self {
        let mut command = of_chatd(Command::new("sh"), data, settings);
        // Without the trap the signal would end the process before it learns of the error.
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\"");
        command.args(["-c", &script, CHATD]);
        Self::start_as(command, data, settings).await
    }

    async fn start_as(mut command: Command, data: &Path, settings: &Settings) -> Self {
        let child = command.stdout(Stdio::null()).stderr(log_of(data)).spawn().expect("chatd starts");
        let whereabouts = until_listening(data, child.id()).await;
        let given = settings.iter().find(|(name, _)| *name == "CHATD_ADMIN_KEY").map(|(_, key)| key.clone());
        let key = given.unwrap_or_else(|| std::fs::read_to_string(data.join("admin.key")).expect("an admin key"));
        let client = Client::builder(&format!("http://{}", whereabouts.address))
            .admin_key(key.trim())
            .build()
            .expect("a client");
        let process = Self { child, client, address: whereabouts.address };
        until("chatd is ready", || async { process.client.readyz().await.is_ok() }).await;
        process
    }

    /// Sends it a signal.
    pub fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).expect("it runs");
    }

    /// Asks it to stop, and waits until it has.
    pub async fn terminate(mut self) {
        self.signal(Signal::TERM);
        let deadline = Instant::now() + STARTED_WITHIN;
        while self.child.try_wait().expect("a child").is_none() {
            assert!(Instant::now() < deadline, "chatd does not stop");
            sleep(Duration::from_millis(5)).await;
        }
    }

    /// Ends it without a chance to finish anything.
    pub fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("ended");
    }
}

/// What starts chatd on a data folder with these settings.
pub fn command(data: &Path, settings: &Settings) -> Command {
    of_chatd(Command::new(CHATD), data, settings)
}

fn of_chatd(mut command: Command, data: &Path, settings: &Settings) -> Command {
    command.env("CHATD_LISTEN", "127.0.0.1:0").envs(settings.iter().cloned()).env("CHATD_DATA", data);
    command.stdin(Stdio::null());
    command
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have been killed already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn log_of(data: &Path) -> Stdio {
    let path: PathBuf = data.with_extension("log");
    let log = std::fs::OpenOptions::new().create(true).append(true).open(path).expect("a log");
    log.into()
}

async fn until_listening(data: &Path, pid: u32) -> Whereabouts {
    let deadline = Instant::now() + STARTED_WITHIN;
    loop {
        let text = std::fs::read_to_string(data.join("chatd.json")).unwrap_or_default();
        if let Ok(whereabouts) = serde_json::from_str::<Whereabouts>(&text)
            && whereabouts.pid == pid
        {
            return whereabouts;
        }
        assert!(Instant::now() < deadline, "chatd does not listen; its log is beside its data folder");
        sleep(Duration::from_millis(5)).await;
    }
}

/// Polls a condition until it holds, and fails at a deadline.
pub async fn until<F: Future<Output = bool>>(what: &str, condition: impl Fn() -> F) {
    let deadline = Instant::now() + STARTED_WITHIN;
    while !condition().await {
        assert!(Instant::now() < deadline, "not in time: {what}");
        sleep(Duration::from_millis(5)).await;
    }
}
