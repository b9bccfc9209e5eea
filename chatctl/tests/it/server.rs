//! A chatd inside the test process, on a port and a data folder of its own.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::{Arc, OnceLock, mpsc};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use assert_cmd::Command;
use chat_shared::adapters::{self, Access};
use chat_shared::clock::{Clock, SystemClock};
use chat_shared::config::{Config, Role};
use chat_shared::domain::AppId;
use chat_shared::queue::{Entry, EntryId, Job, Record};
use chat_shared::store::NewDeadLetter;
use chatd::lifecycle::Lifecycle;
use serde_json::Value;
use sqlx::Connection as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::support::{chatctl, code, error, stderr, stdout, until};

/// A running chatd.
pub struct Server {
    config: Config,
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
        Self::start_as(data, Role::All)
    }

    /// The same in a role: without workers nothing moves but by the test's own hand.
    pub fn start_as(data: &Path, role: Role) -> Self {
        Self::start_at(data, role, "127.0.0.1:0".parse().expect("an address"))
    }

    fn start_at(data: &Path, role: Role, listen: SocketAddr) -> Self {
        let mut config = Config::with_data(data);
        config.role = role;
        config.http.listen = listen;
        Self::start_with(config)
    }

    /// One that is configured like this.
    pub fn start_with(config: Config) -> Self {
        let lifecycle = Lifecycle::new();
        let (tell, told) = mpsc::channel();
        let (of_thread, settings) = (lifecycle.clone(), config.clone());
        let thread = std::thread::spawn(move || serve(settings, &of_thread, &tell));
        told.recv().expect("chatd starts");
        Self { config, lifecycle, thread: Some(thread) }
    }

    /// The data folder.
    pub fn data(&self) -> &Path {
        &self.config.data
    }

    /// Where those who use it from here keep their configuration.
    pub fn config(&self) -> PathBuf {
        self.data().join("config-of-tests")
    }

    /// The address of its API.
    pub fn address(&self) -> String {
        self.item(&["context", "show"])["api"].as_str().expect("an address").to_owned()
    }

    /// A chatctl that finds this chatd by its data folder.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = chatctl(args);
        command.env("CHATCTL_DATA", self.data()).env("XDG_CONFIG_HOME", self.config());
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
        let printed = serde_json::from_str(&stdout(&output)).unwrap_or_else(|error| panic!("{args:?}: {error}"));
        // Named columns are fewer than the schema promises.
        if !args.iter().any(|arg| arg.starts_with("--columns")) {
            crate::schemas::envelope_conforms(&printed);
        }
        printed
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
        self.park("undecodable", "rubbish", |id| Record { id, partition: 5, number: 1, payload: vec![0xff].into() })
    }

    /// A dead letter of message `number` of the first chat of the first application, which could be persisted; its id.
    pub fn lost_message(&self, number: u32, content: &str) -> i64 {
        let entry = Entry {
            app: AppId(1),
            chat: Some(1),
            number,
            job: Job::CreateMessage { content: content.to_owned(), sender: None, sent_at: None },
            at: SystemClock.now(),
            request_id: "lost".to_owned(),
            once: None,
        };
        let partition = entry.sequence().partition();
        self.park("create_message", "refused", |id| Record { id, partition, number, payload: entry.encode() })
    }

    fn park(&self, kind: &str, reason: &str, record: impl FnOnce(EntryId) -> Record) -> i64 {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let at = clock.now();
        let record = record(EntryId::first_at(at));
        let dead = NewDeadLetter { record, kind: kind.into(), reason: reason.into(), attempts: 1, at, last_at: at };
        wait_for(async {
            let store = adapters::store(&self.config, Access::Beside, clock).await.expect("opens");
            let id = store.park(&dead).await.expect("parked");
            store.close().await;
            id
        })
    }

    /// Holds the store's write lock: workers take entries and cannot be done with them.
    pub fn lock_store(&self) -> StoreLock {
        let runtime = runtime();
        let options = SqliteConnectOptions::new().filename(self.data().join("chat.db"));
        let db = runtime.block_on(async {
            let mut db = SqliteConnection::connect_with(&options).await.expect("opens");
            sqlx::query("BEGIN IMMEDIATE").execute(&mut db).await.expect("locks");
            db
        });
        StoreLock { runtime, db }
    }

    /// What a chatctl that is to end with `expected` prints, as text.
    pub fn text(&self, args: &[&str], expected: i32) -> String {
        let output = self.run(args);
        assert_eq!(code(&output), expected, "{args:?}: {}{}", stdout(&output), stderr(&output));
        stdout(&output)
    }

    /// What a chatctl that is to end with `expected` prints in each format, one after the other.
    pub fn in_every_format(&self, args: &[&str], expected: i32) -> String {
        let formats = ["table", "wide", "json", "jsonl", "yaml", "csv", "tsv", "name"];
        let shown = formats
            .map(|format| format!("━━━ {format} ━━━\n{}", self.text(&[args, &["-o", format]].concat(), expected)));
        shown.concat()
    }

    /// Every row of its three databases, by their tables; without the processes' signs of life.
    pub fn contents(&self) -> BTreeMap<String, Vec<String>> {
        const SIGNS_OF_LIFE: &str = "chat.db nodes";
        let mut contents = BTreeMap::new();
        wait_for(async {
            for file in ["chat.db", "queue.db", "search.db"] {
                let options = SqliteConnectOptions::new().filename(self.data().join(file)).read_only(true);
                let mut db = SqliteConnection::connect_with(&options).await.expect("opens");
                for table in strings(&mut db, "SELECT name FROM sqlite_schema WHERE type = 'table'".to_owned()).await {
                    let named = format!("SELECT 'quote(' || name || ')' FROM pragma_table_info('{table}')");
                    let columns = strings(&mut db, named).await.join(" || ',' || ");
                    let rows = strings(&mut db, format!("SELECT {columns} FROM {table} ORDER BY 1")).await;
                    contents.insert(format!("{file} {table}"), rows);
                }
            }
        });
        contents.remove(SIGNS_OF_LIFE).expect("it has a table of its processes");
        contents
    }

    /// Posts to the first chat and waits until all of it is persisted.
    pub fn post(&self, app: &str, texts: &[&str]) {
        for text in texts {
            self.item(&["msg", "post", app, "1", text, "--wait", "10s"]);
        }
    }

    /// Waits until the workers are done with all that was accepted.
    pub fn settle(&self) {
        until("the queues are empty", || {
            self.items(&["queue", "ls"]).iter().all(|queue| queue["depth"] == 0).then_some(())
        });
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

/// A chatd on a folder of its own, to be stopped and started again; the folder goes with it.
pub struct Own {
    server: Option<Server>,
    folder: TempDir,
}

impl Own {
    /// A new installation.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { server: Some(Server::start(folder.path())), folder }
    }

    /// Its data folder, also while it is stopped.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Starts it again in another role.
    pub fn restart_as(&mut self, role: Role) {
        self.server = None;
        self.server = Some(Server::start_as(self.folder.path(), role));
    }

    /// Starts it again with its workers, where those who know it look for it.
    pub fn restart_at_the_same_address(&mut self) {
        let address = self.address();
        self.stop();
        self.start_at(&address);
    }

    /// Starts it, with its workers, at an address that it had before.
    pub fn start_at(&mut self, address: &str) {
        let address = address.trim_start_matches("http://").parse().expect("an address");
        self.server = Some(Server::start_at(self.folder.path(), Role::All, address));
    }

    /// Stops it and does something to its folder before it is started again.
    pub fn behind_its_back(&mut self, act: impl FnOnce(&Path)) {
        self.server = None;
        act(self.folder.path());
        self.server = Some(Server::start(self.folder.path()));
    }

    /// Stops it; the folder stays until this is dropped.
    pub fn stop(&mut self) {
        self.server = None;
    }

    /// The same for a statement on one of its databases, which must touch something.
    pub fn damage(&mut self, file: &str, statement: &'static str) {
        self.behind_its_back(|data| {
            let options = SqliteConnectOptions::new().filename(data.join(file));
            wait_for(async {
                let mut db = SqliteConnection::connect_with(&options).await.expect("opens");
                let touched = sqlx::query(statement).execute(&mut db).await.expect("damages").rows_affected();
                assert!(touched > 0, "{statement} touches nothing");
                db.close().await.expect("closes");
            });
        });
    }
}

impl Deref for Own {
    type Target = Server;

    fn deref(&self) -> &Server {
        self.server.as_ref().expect("it was not stopped")
    }
}

/// The store's write lock, held by the test.
pub struct StoreLock {
    runtime: Runtime,
    db: SqliteConnection,
}

impl StoreLock {
    /// Lets the workers go on.
    pub fn release(self) {
        self.runtime.block_on(self.db.close()).expect("closes");
    }
}

/// The texts that a statement selects.
async fn strings(db: &mut SqliteConnection, statement: String) -> Vec<String> {
    let found = sqlx::query_scalar(sqlx::AssertSqlSafe(statement)).fetch_all(db).await;
    found.expect("selects")
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
}

/// Waits for it, in a runtime of its own.
pub fn wait_for<T>(work: impl Future<Output = T>) -> T {
    runtime().block_on(work)
}

/// A program that another test starts holds copies of this process's locks until it has begun: a folder may look held for a
/// moment after its chatd has stopped.
async fn started(config: Config, lifecycle: &Lifecycle) -> chatd::app::Running {
    let deadline = Instant::now() + Duration::from_secs(10);
    loop {
        let cause = match chatd::app::start(config.clone(), lifecycle).await {
            Ok(running) => return running,
            Err(cause) => cause,
        };
        let is_held = cause.chain().any(<dyn std::error::Error>::is::<chatd::data_dir::Held>);
        assert!(is_held && Instant::now() < deadline, "chatd starts: {cause:#}");
        tokio::task::yield_now().await;
    }
}

fn serve(config: Config, lifecycle: &Lifecycle, tell: &mpsc::Sender<()>) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let deadline = config.shutdown.deadline;
        let running = Box::pin(started(config, lifecycle)).await;
        tell.send(()).expect("somebody waits");
        lifecycle.run(deadline, running.close()).await;
    });
}
