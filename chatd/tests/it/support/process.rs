//! A chatd as a process of its own, on a port of its own: to be killed.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use chat_shared::api::client::Client;
use serde::Deserialize;
use tokio::time::{Instant, sleep};

/// How long a start may take, on a machine that is busy with other tests.
const STARTED_WITHIN: Duration = Duration::from_mins(1);

/// The binary.
const CHATD: &str = env!("CARGO_BIN_EXE_chatd");

/// A running chatd. Killed when dropped.
pub struct Process {
    child: Child,
    /// A client that knows the admin key.
    pub client: Client,
}

/// What chatd writes into its data folder once it listens.
#[derive(Deserialize)]
struct Whereabouts {
    address: String,
    pid: u32,
}

impl Process {
    /// Starts chatd on a data folder and waits until it is ready.
    pub async fn start(data: &Path) -> Self {
        Self::start_as(Command::new(CHATD), data).await
    }

    /// The same where no file may become larger than so many blocks of 512 or 1,024 bytes, as the shell counts them:
    /// writing more fails as on a full disk.
    pub async fn start_without_room(data: &Path, blocks: u32) -> Self {
        let mut command = Command::new("sh");
        // Without the trap the signal would end the process before it learns of the error.
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        command.args(["-c", &script, CHATD]);
        Self::start_as(command, data).await
    }

    async fn start_as(mut command: Command, data: &Path) -> Self {
        let child = command
            .arg("--data")
            .arg(data)
            .args(["--listen", "127.0.0.1:0"])
            .env_remove("CHATD_DATA")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log_of(data))
            .spawn()
            .expect("chatd starts");
        let whereabouts = until_listening(data, child.id()).await;
        let key = std::fs::read_to_string(data.join("admin.key")).expect("an admin key");
        let client = Client::builder(&format!("http://{}", whereabouts.address))
            .admin_key(key.trim())
            .build()
            .expect("a client");
        let process = Self { child, client };
        until("chatd is ready", || async { process.client.readyz().await.is_ok() }).await;
        process
    }

    /// Ends it without a chance to finish anything.
    pub fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("ended");
    }
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
