//! A database of a test's own, dropped with it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use async_trait::async_trait;
use chat_shared::clock::{Clock, ManualClock, SystemClock};
use chat_shared::fault::Outcome;
use chat_shared::store::Store;
use chat_shared::store::mysql::MysqlStore;
use sqlx::mysql::{MySqlConnectOptions, MySqlConnection};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _};
use url::Url;

use super::super::bench::Home;
use crate::servers;

/// The connections of a store under test: fewer than the tasks that some tests start.
const CONNECTIONS: u32 = 4;

/// Where a test's user may come from; the nearer one goes before users without a name.
const HOSTS: [&str; 2] = ["localhost", "%"];

/// A database.
pub struct Database {
    server: Url,
    name: String,
}

impl Database {
    /// An empty one; `None` where tests with servers are left out.
    pub async fn create() -> Option<Self> {
        let server = servers::url("CHATD_TEST_MYSQL_URL", "MySQL or MariaDB server")?;
        Some(Self::create_at(server.parse().expect("CHATD_TEST_MYSQL_URL is no URL")).await)
    }

    /// An empty one on this server.
    pub async fn create_at(server: Url) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("chatd_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let database = Self { server, name };
        let mut db = connect(&database.server).await;
        // As a server's operator may have set it up: the tables say what they need.
        let sql = format!("CREATE DATABASE {} CHARACTER SET latin1", database.name);
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut db).await.expect("created");
        db.close().await.expect("closes");
        database
    }

    /// The same one, through another node of the server's cluster.
    pub async fn store_through(&self, node: &Url) -> Outcome<MysqlStore> {
        let mut url = node.clone();
        url.set_path(&self.name);
        MysqlStore::open(url.as_str(), CONNECTIONS, Arc::new(SystemClock)).await
    }

    /// Its URL.
    pub fn url(&self) -> Url {
        let mut url = self.server.clone();
        url.set_path(&self.name);
        url
    }

    /// Its URL for a user of its own who has these rights, with a password.
    pub async fn url_for_user(&self, rights: &str) -> Url {
        let name = &self.name;
        for host in HOSTS {
            let user = format!("{name}@'{host}'");
            self.meddle(&format!("CREATE USER {user} IDENTIFIED BY 'hunter2'; GRANT {rights} ON {name}.* TO {user}"))
                .await;
        }
        let mut url = self.url();
        url.set_username(name).expect("a user");
        url.set_password(Some("hunter2")).expect("a password");
        url
    }

    /// A store over it.
    pub async fn store(&self) -> Outcome<MysqlStore> {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        MysqlStore::open(self.url().as_str(), CONNECTIONS, clock).await
    }

    /// A connection beside the store's.
    pub async fn connect(&self) -> MySqlConnection {
        connect(&self.url()).await
    }

    /// Does to it what no chatd does.
    pub async fn meddle(&self, sql: &str) {
        let mut db = self.connect().await;
        sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut db).await.expect("done");
        db.close().await.expect("closes");
    }
}

async fn connect(url: &Url) -> MySqlConnection {
    MySqlConnectOptions::from_url(url).expect("a URL of a server").connect().await.expect("the server answers")
}

#[async_trait]
impl Home for Database {
    async fn open(&self, clock: Arc<ManualClock>) -> Arc<dyn Store> {
        Arc::new(MysqlStore::open(self.url().as_str(), CONNECTIONS, clock).await.expect("opens"))
    }
}

#[async_trait]
impl Home for Arc<Database> {
    async fn open(&self, clock: Arc<ManualClock>) -> Arc<dyn Store> {
        self.as_ref().open(clock).await
    }
}

impl Drop for Database {
    /// Drops it in a thread and a runtime of its own: the test's may be unwinding.
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let mut db = connect(&server).await;
                let users = HOSTS.map(|host| format!("{name}@'{host}'")).join(", ");
                let sql = format!("SET lock_wait_timeout = 10; DROP DATABASE {name}; DROP USER IF EXISTS {users}");
                sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut db).await.expect("dropped");
            });
        });
        let dropped = dropping.join().is_ok();
        assert!(dropped || std::thread::panicking(), "the database of a test is left behind");
    }
}
