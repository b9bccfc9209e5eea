//! A place of a story's own on the servers of the run: a database, a prefix in Redis and one in the search engine. Removed
//! with everything in it when dropped.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::SystemTime;

use elasticsearch::http::Method;
use elasticsearch::http::headers::HeaderMap;
use elasticsearch::http::transport::Transport;
use serde_json::Value;
use sqlx::mysql::MySqlConnection;
use sqlx::{AssertSqlSafe, Connection as _};
use tokio::runtime::Builder;
use tokio::sync::{Semaphore, SemaphorePermit};
use url::Url;

use super::servers;

/// Homes at once: each costs an engine memory and its cluster's state, and the machine is shared.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// A place on the servers.
pub struct Home {
    mysql: Url,
    redis: String,
    search: String,
    /// The database's name; the prefixes are made of it too.
    name: String,
    _permit: SemaphorePermit<'static>,
}

impl Home {
    /// An empty one, once there is room for one; `None` where tests with servers are left out.
    pub async fn create() -> Option<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let mysql = servers::url("CHATD_TEST_MYSQL_URL", "MySQL or MariaDB server")?;
        let redis = servers::url("CHATD_TEST_REDIS_URL", "Redis server")?;
        let search = servers::url("CHATD_TEST_SEARCH_URL", "OpenSearch server")?;
        // What another run has left behind, on servers that outlive it, is never met.
        let since = SystemTime::UNIX_EPOCH.elapsed().expect("after 1970").as_millis();
        let name = format!("chatd_it_{}_{since}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let mysql = mysql.parse().expect("CHATD_TEST_MYSQL_URL is no URL");
        let permit = AT_ONCE.acquire().await.expect("never closed");
        let home = Self { mysql, redis, search, name, _permit: permit };
        home.tell_mysql(&format!("CREATE DATABASE {}", home.name)).await;
        Some(home)
    }

    /// The settings that put a chatd there.
    pub fn settings(&self) -> Vec<(&'static str, String)> {
        vec![
            ("CHATD_STORE_URL", self.store()),
            ("CHATD_QUEUE_URL", self.redis.clone()),
            ("CHATD_QUEUE_PREFIX", self.name.clone()),
            ("CHATD_SEARCH_URL", self.search.clone()),
            ("CHATD_SEARCH_PREFIX", self.search_prefix()),
        ]
    }

    /// The same with some of them otherwise.
    pub fn settings_but(&self, others: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
        let is_other = |name: &str| others.iter().any(|(other, _)| *other == name);
        let rest = self.settings().into_iter().filter(|(name, _)| !is_other(name));
        rest.chain(others.iter().cloned()).collect()
    }

    /// The URL of the database.
    pub fn store(&self) -> String {
        let mut url = self.mysql.clone();
        url.set_path(&self.name);
        url.into()
    }

    /// The URL of the Redis server.
    pub fn redis(&self) -> String {
        self.redis.clone()
    }

    /// The URL of the engine.
    pub fn search(&self) -> String {
        self.search.clone()
    }

    /// Does to its database what no chatd does.
    pub async fn meddle(&self, sql: &str) {
        self.tell_mysql(&format!("USE {}; {sql}", self.name)).await;
    }

    /// Takes the queue away, as `FLUSHALL` would.
    pub async fn lose_the_queue(&self) {
        self.remove_keys().await;
    }

    fn search_prefix(&self) -> String {
        format!("{}-", self.name)
    }

    async fn tell_mysql(&self, sql: &str) {
        let mut db = MySqlConnection::connect(self.mysql.as_str()).await.expect("MySQL answers");
        sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut db).await.expect("done");
        db.close().await.expect("closes");
    }

    async fn remove(&self) {
        self.tell_mysql(&format!("SET lock_wait_timeout = 10; DROP DATABASE {}", self.name)).await;
        self.remove_keys().await;
        self.remove_indices().await;
    }

    /// Takes all its indices away.
    pub async fn remove_indices(&self) {
        let engine = Transport::single_node(&self.search).expect("CHATD_TEST_SEARCH_URL is no URL");
        let ask = async |method: Method, path: &str| {
            let answer = engine.send(method, path, HeaderMap::new(), None::<&()>, None::<&str>, None).await;
            answer.expect("the engine answers").json::<Value>().await.expect("JSON")
        };
        // One by one: engines may refuse to remove what a pattern names.
        let indices = ask(Method::Get, &format!("{}*/_alias", self.search_prefix())).await;
        for index in indices.as_object().into_iter().flat_map(|indices| indices.keys()) {
            let removed = ask(Method::Delete, index).await;
            assert_eq!(removed["acknowledged"], true, "{removed}");
        }
    }

    /// Takes all its keys away.
    pub async fn remove_keys(&self) {
        let client = redis::Client::open(&*self.redis).expect("CHATD_TEST_REDIS_URL is no URL");
        let mut server = client.get_multiplexed_async_connection().await.expect("Redis answers");
        let mut cursor = 0_u64;
        loop {
            let mut scan = redis::cmd("SCAN");
            scan.arg(cursor).arg("MATCH").arg(format!("{}:*", self.name)).arg("COUNT").arg(1_000);
            let (next, keys): (u64, Vec<String>) = scan.query_async(&mut server).await.expect("scans");
            if !keys.is_empty() {
                redis::cmd("UNLINK").arg(keys).query_async::<()>(&mut server).await.expect("removed");
            }
            cursor = next;
            if cursor == 0 {
                return;
            }
        }
    }
}

impl Drop for Home {
    /// Removes it in a thread and a runtime of its own: the test's may be unwinding.
    fn drop(&mut self) {
        let removed = std::thread::scope(|threads| {
            let removing = threads.spawn(|| {
                let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
                runtime.block_on(self.remove());
            });
            removing.join().is_ok()
        });
        assert!(removed || std::thread::panicking(), "what a test had on the servers is left behind");
    }
}
