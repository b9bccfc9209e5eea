//! A chatd inside the test process, on a port and a data folder of its own.

use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::{Arc, OnceLock, mpsc};
use std::thread::JoinHandle;

use assert_cmd::Command;
use chat_shared::clock::{Clock, SystemClock};
use chat_shared::config::Config;
use chat_shared::queue::{EntryId, Record};
use chat_shared::store::sqlite::SqliteStore;
use chat_shared::store::{Ingest as _, NewDeadLetter, Store as _};
use chatd::lifecycle::Lifecycle;
use serde_json::Value;

use crate::support::{chatctl, code, error, stderr, stdout};

/// A running chatd.
pub struct Server {
    data: PathBuf,
    lifecycle: Lifecycle,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// The one that tests share: each works in applications of its own.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Server> = OnceLock::new();
        SHARED.get_or_init(|| {
            let data = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shared-chatd");
            // Left by the last run: a static is never dropped.
            let _ = std::fs::remove_dir_all(&data);
            Self::start(&data)
        })
    }

    /// One of its own, on `data`.
    pub fn start(data: &Path) -> Self {
        let mut config = Config::with_data(data);
        config.http.listen = "127.0.0.1:0".parse().expect("an address");
        let lifecycle = Lifecycle::new();
        let (tell, told) = mpsc::channel();
        let of_thread = lifecycle.clone();
        let thread = std::thread::spawn(move || serve(config, &of_thread, &tell));
        told.recv().expect("chatd starts");
        Self { data: data.to_owned(), lifecycle, thread: Some(thread) }
    }

    /// A chatctl that finds this chatd by its data folder.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = chatctl(args);
        command.env("CHATCTL_DATA", &self.data);
        command
    }

    /// Runs chatctl to its end.
    pub fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("chatctl runs")
    }

    /// The JSON that a successful chatctl prints.
    pub fn json(&self, args: &[&str]) -> Value {
        let args: Vec<&str> = args.iter().copied().chain(["-o", "json"]).collect();
        let output = self.run(&args);
        assert_eq!(code(&output), 0, "{args:?}: {}{}", stdout(&output), stderr(&output));
        serde_json::from_str(&stdout(&output)).unwrap_or_else(|error| panic!("{args:?}: {error}"))
    }

    /// What a successful chatctl prints about one thing.
    pub fn item(&self, args: &[&str]) -> Value {
        self.json(args)["item"].take()
    }

    /// What a successful chatctl lists.
    pub fn items(&self, args: &[&str]) -> Vec<Value> {
        self.json(args)["items"].as_array().expect("a list").clone()
    }

    /// The error object of a chatctl that fails.
    pub fn failure(&self, args: &[&str]) -> Value {
        let args: Vec<&str> = args.iter().copied().chain(["-o", "json"]).collect();
        let output = self.run(&args);
        assert_eq!(stdout(&output), "", "{args:?}");
        error(&output)
    }

    /// A dead letter whose entry nobody can read, parked behind chatd's back; its id.
    pub fn dead_letter(&self) -> i64 {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let at = clock.now();
        let record = Record { id: EntryId::first_at(at), partition: 5, number: 1, payload: vec![0xff].into() };
        let dead = NewDeadLetter { record, kind: "undecodable".into(), reason: "rubbish".into(), attempts: 1, at };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let store = SqliteStore::open(&self.data.join("chat.db"), clock).await.expect("opens");
            let id = store.park(&dead).await.expect("parked");
            store.close().await;
            id
        })
    }

    /// An application of this name with one chat, by its token.
    pub fn app(&self, name: &str) -> String {
        let token = self.item(&["app", "create", name])["token"].as_str().expect("a token").to_owned();
        self.item(&["chat", "create", &token, "--title", "first", "--wait", "10s"]);
        token
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.lifecycle.stop();
        if let Some(thread) = self.thread.take() {
            thread.join().expect("chatd stops");
        }
    }
}

fn serve(config: Config, lifecycle: &Lifecycle, tell: &mpsc::Sender<()>) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let deadline = config.shutdown.deadline;
        let running = chatd::app::start(config, lifecycle).await.expect("chatd starts");
        tell.send(()).expect("somebody waits");
        lifecycle.run(deadline, running.close()).await;
    });
}
