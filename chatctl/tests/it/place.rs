//! An installation of a test's own that is reached both ways: in a data folder, or on servers with what chatd keeps beside
//! them in a folder.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use assert_cmd::Command;
use chat_shared::adapters::{self, Access};
use chat_shared::clock::SystemClock;
use chat_shared::config::{Config, Environment, Flags, Role, StoreUrl, load};
use chat_shared::domain::Sequence;
use chat_shared::queue::check_value;
use elasticsearch::http::Method;
use elasticsearch::http::headers::HeaderMap;
use elasticsearch::http::request::JsonBody;
use elasticsearch::http::transport::Transport;
use serde_json::json;
use sqlx::mysql::MySqlConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, Connection as _};
use tempfile::TempDir;

use crate::home::Home;
use crate::server::{Server, wait_for};
use crate::support::{chatctl, code, stderr, stdout};

/// What a chatctl printed, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    pub code: i32,
    pub out: String,
    pub told: String,
}

/// An installation.
pub struct Place {
    server: Option<Server>,
    config: Config,
    folder: TempDir,
    /// Removed last: the server is gone by then.
    home: Option<Home>,
}

impl Place {
    /// One in a data folder.
    pub fn embedded() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let config = listening(Config::with_data(folder.path().join("data")));
        Self { server: Some(Server::start_with(config.clone())), config, folder, home: None }
    }

    /// One on servers; `None` where tests with servers are left out.
    pub fn on_servers() -> Option<Self> {
        Self::on_servers_but(|_| Vec::new())
    }

    /// The same with some of the settings otherwise.
    pub fn on_servers_but(others: impl FnOnce(&Home) -> Vec<(&'static str, String)>) -> Option<Self> {
        let home = wait_for(Home::create())?;
        let folder = tempfile::tempdir().expect("a folder");
        let mut environment = Environment::of_process();
        environment.vars =
            home.settings_but(&others(&home)).into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let data = Some(folder.path().join("data").display().to_string());
        let loaded = load(&environment, &Flags { data, ..Flags::default() }).expect("a configuration");
        let config = listening(loaded.config);
        write_context(folder.path(), &environment);
        Some(Self { server: Some(Server::start_with(config.clone())), config, folder, home: Some(home) })
    }

    /// The running chatd.
    pub fn server(&self) -> &Server {
        self.server.as_ref().expect("it was not stopped")
    }

    /// Where a test keeps files.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Its data folder.
    pub fn data(&self) -> PathBuf {
        self.config.data.clone()
    }

    /// Whether a running chatd holds what changes need.
    pub fn is_held(&self) -> bool {
        self.home.is_none()
    }

    /// Stops chatd.
    pub fn stop(&mut self) {
        self.server = None;
    }

    /// Starts it again in a role.
    pub fn restart_as(&mut self, role: Role) {
        self.stop();
        self.server = Some(Server::start_with(Config { role, ..self.config.clone() }));
    }

    /// Stops chatd, does something to what it keeps, and starts it again.
    pub fn behind_its_back(&mut self, act: impl FnOnce(&Self)) {
        self.stop();
        act(self);
        self.restart_as(Role::All);
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = chatctl(args);
        command.env("USER", "tester");
        match self.home {
            None => command.env("CHATCTL_DATA", &self.config.data),
            Some(_) => command.env("XDG_CONFIG_HOME", self.folder.path()),
        };
        command
    }

    /// What a chatctl prints that asks chatd.
    pub fn through(&self, args: &[&str]) -> Printed {
        let output = self.command(args).output().expect("chatctl runs");
        let told = stderr(&output);
        // Only chatd gives requests ids.
        let told: Vec<&str> = told.lines().filter(|line| !line.starts_with("request: ")).collect();
        Printed { code: code(&output), out: stdout(&output), told: told.join("\n") }
    }

    /// What a chatctl prints that goes straight to the parts.
    pub fn straight(&self, args: &[&str]) -> Printed {
        self.through(&[args, &["--direct"]].concat())
    }

    /// What the operator log says, newest first.
    pub fn acts(&self) -> Vec<String> {
        let acts = wait_for(async {
            let store = adapters::store(&self.config, Access::ReadOnly, Arc::new(SystemClock)).await.expect("opens");
            let acts = store.acts(100).await.expect("read");
            store.close().await;
            acts
        });
        acts.into_iter().map(|act| format!("{} by {}", act.what, act.who)).collect()
    }

    /// Does something to the store behind everybody's back; it must touch something.
    pub fn damage(&self, statement: &'static str) {
        let touched = wait_for(async {
            match &self.config.store.url {
                StoreUrl::Mysql(url) => {
                    let mut db = MySqlConnection::connect(url.reveal()).await.expect("opens");
                    sqlx::query(statement).execute(&mut db).await.expect("damages").rows_affected()
                }
                StoreUrl::Sqlite(_) => meddle(&self.config.data.join("chat.db"), statement).await,
            }
        });
        assert!(touched > 0, "{statement} touches nothing");
    }

    /// Puts a counter to another number as one that was given, or takes it away, while chatd is stopped.
    pub fn set_counter(&self, sequence: Sequence, n: Option<u32>) {
        let touched = wait_for(async {
            if let Some(home) = &self.home {
                let key = format!("{}:{{{}}}:n:{sequence}", self.config.queue.prefix, sequence.partition());
                return set_in_redis(&home.redis(), &key, n).await;
            }
            let change = n.map_or("DELETE FROM counters".to_owned(), |n| {
                format!("UPDATE counters SET n = {n}, check_value = {}", check_value(n))
            });
            let statement = format!("{change} WHERE owner LIKE '%{sequence}'");
            meddle(&self.config.data.join("queue.db"), statement).await
        });
        assert!(touched > 0, "there is no counter {sequence}");
    }

    /// Forbids the engine to write to the indices, as it does itself when its disk is full, or takes that back.
    pub fn block_indices(&self, blocked: bool) {
        let home = self.home.as_ref().expect("it is on servers");
        let blocked = if blocked { json!(true) } else { json!(null) };
        let settings = json!({ "index.blocks.read_only_allow_delete": blocked });
        let path = format!("{}*/_settings", self.config.search.prefix);
        let set = wait_for(async {
            let engine = Transport::single_node(&home.search()).expect("a URL");
            let body = Some(JsonBody::new(settings));
            engine.send(Method::Put, &path, HeaderMap::new(), None::<&()>, body, None).await
        });
        assert!(set.expect("the engine answers").status_code().is_success());
    }

    /// Takes away all that the queue holds, while chatd is stopped.
    pub fn empty_queue(&self) {
        match &self.home {
            Some(home) => wait_for(home.remove_keys()),
            None => remove(&self.config.data.join("queue.db")),
        }
    }

    /// Takes the search index away, while chatd is stopped.
    pub fn lose_index(&self) {
        match &self.home {
            Some(home) => wait_for(home.remove_indices()),
            None => remove(&self.config.data.join("search.db")),
        }
    }
}

/// Executes a statement on a file of SQLite; how many rows it touches.
async fn meddle(file: &Path, statement: impl Into<String>) -> u64 {
    let options = SqliteConnectOptions::new().filename(file);
    let mut db = SqliteConnection::connect_with(&options).await.expect("opens");
    let done = sqlx::query(AssertSqlSafe(statement.into())).execute(&mut db).await.expect("damages");
    db.close().await.expect("closes");
    done.rows_affected()
}

/// Gives a counter another number, or takes it away; how many keys that touches.
async fn set_in_redis(server: &str, key: &str, n: Option<u32>) -> u64 {
    let client = redis::Client::open(server).expect("a URL");
    let mut server = client.get_multiplexed_async_connection().await.expect("Redis answers");
    let there: u64 = redis::cmd("EXISTS").arg(key).query_async(&mut server).await.expect("answers");
    let change = match n {
        None => redis::cmd("DEL").arg(key).to_owned(),
        Some(n) => redis::cmd("HSET").arg(key).arg("n").arg(n).arg("check").arg(check_value(n)).to_owned(),
    };
    change.query_async::<()>(&mut server).await.expect("changed");
    there
}

/// Takes a file away with its journals while nobody has it open.
fn remove(file: &Path) {
    std::fs::remove_file(file).expect("removed");
    for journal in ["-wal", "-shm"] {
        // What was checkpointed has no journal.
        let _ = std::fs::remove_file(format!("{}{journal}", file.display()));
    }
}

fn listening(mut config: Config) -> Config {
    config.http.listen = "127.0.0.1:0".parse().expect("an address");
    config
}

/// A context that finds the servers by what chatd is told, with the address of the store in a file.
fn write_context(folder: &Path, environment: &Environment) {
    let of = |name: &str| environment.var(name).expect("a setting").to_owned();
    let here = folder.join("chatctl");
    std::fs::create_dir(&here).expect("made");
    std::fs::write(here.join("store.url"), of("CHATD_STORE_URL")).expect("written");
    let (queue, search) = (of("CHATD_QUEUE_PREFIX"), of("CHATD_SEARCH_PREFIX"));
    let prefixes = format!("[queue]\nprefix = {queue:?}\n[search]\nprefix = {search:?}\n");
    std::fs::write(here.join("chatd.toml"), prefixes).expect("written");
    let context = format!(
        "context = \"servers\"\n[contexts.servers]\ndata = {:?}\nstore = \"file:store.url\"\nqueue = {:?}\nsearch = {:?}\n\
         chatd_config = \"chatd.toml\"\n",
        folder.join("data").display().to_string(),
        of("CHATD_QUEUE_URL"),
        of("CHATD_SEARCH_URL"),
    );
    std::fs::write(here.join("config.toml"), context).expect("written");
}
