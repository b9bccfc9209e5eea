//! Real servers of the benchmark's own, started and stopped by the project's script. Knows no chatd.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use redis::Commands as _;
use sqlx::mysql::MySqlConnection;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _};

/// What the script finds servers of somebody else's by: they are not to be measured.
const NAMED: [&str; 6] = [
    "CHATD_TEST_MYSQL_URL",
    "CHATD_TEST_REDIS_URL",
    "CHATD_TEST_REDIS_CLUSTER_URL",
    "CHATD_TEST_SEARCH_URL",
    "CHATD_TEST_NGINX",
    "CHATD_TEST_SERVICES_OWN",
];

/// A database has room for what is read again and again, as in docker-compose.yml; its log is MySQL's by default.
const DATABASE: [&str; 2] =
    ["SET GLOBAL innodb_buffer_pool_size = 1073741824", "SET GLOBAL innodb_log_file_size = 104857600"];

/// Pages of a database that has written almost everything, and how long it may take for that.
const FEW_PAGES: i64 = 100;
const SETTLING: Duration = Duration::from_mins(2);

/// Servers. Stopped, with their folders, when dropped.
pub struct Servers(PathBuf);

impl Servers {
    /// Starts these servers, without what an earlier run that was interrupted has left.
    pub fn up(names: &[&str]) -> Self {
        let servers = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join("servers"));
        servers.script("down", &[]);
        servers.script("up", names);
        if names.contains(&"mariadb") {
            servers.on_database("", &DATABASE);
        }
        servers
    }

    /// Where a server is.
    pub fn url(&self, name: &str) -> String {
        let url = std::fs::read_to_string(self.0.join(name).join("value")).expect("the server is up");
        url.trim().to_owned()
    }

    /// Executes statements, in a database where one is named.
    pub fn on_database(&self, database: &str, statements: &[&str]) {
        let url = format!("{}/{database}", self.url("mariadb"));
        super::block_on(async {
            let mut db = MySqlConnection::connect(&url).await.expect("the database");
            for statement in statements {
                db.execute(AssertSqlSafe((*statement).to_owned())).await.expect("executes");
            }
        });
    }

    /// What a query finds in its first column.
    pub fn numbers(&self, database: &str, query: &str) -> Vec<i64> {
        let url = format!("{}/{database}", self.url("mariadb"));
        super::block_on(async {
            let mut db = MySqlConnection::connect(&url).await.expect("the database");
            let found = sqlx::query_scalar(AssertSqlSafe(query.to_owned()));
            found.fetch_all(&mut db).await.expect("answers")
        })
    }

    /// Waits until the database has written what it was filled with: nobody's figures are to include that.
    pub fn settle(&self) {
        const DIRTY: &str = "SELECT CAST(VARIABLE_VALUE AS SIGNED) FROM information_schema.GLOBAL_STATUS
            WHERE VARIABLE_NAME = 'INNODB_BUFFER_POOL_PAGES_DIRTY'";
        self.on_database("", &["SET GLOBAL innodb_max_dirty_pages_pct = 0"]);
        let begun = Instant::now();
        while self.numbers("", DIRTY).first().is_some_and(|pages| *pages > FEW_PAGES) && begun.elapsed() < SETTLING {
            std::thread::sleep(Duration::from_millis(500));
        }
        self.on_database("", &["SET GLOBAL innodb_max_dirty_pages_pct = DEFAULT"]);
    }

    /// A connection to the one Redis server.
    pub fn redis(&self) -> redis::Connection {
        redis::Client::open(self.url("redis")).expect("a URL").get_connection().expect("connects")
    }

    /// Empties the one Redis server, and has it sync its file `always` or `everysec`. It does not write the file anew by
    /// itself: that would take a core in one turn and not in another.
    pub fn fresh_redis(&self, appendfsync: &str) {
        let mut redis = self.redis();
        let () = redis::cmd("CONFIG").arg("SET").arg("appendfsync").arg(appendfsync).query(&mut redis).expect("set");
        let mut once = redis::cmd("CONFIG");
        let () = once.arg("SET").arg("auto-aof-rewrite-percentage").arg(0).query(&mut redis).expect("set");
        let () = redis.flushall().expect("emptied");
    }

    fn script(&self, verb: &str, names: &[&str]) {
        let mut script = Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/services/services"));
        script.arg(verb).args(names).env("CHATD_TEST_SERVICES_STATE", &self.0).stdin(Stdio::null());
        for variable in NAMED {
            script.env_remove(variable);
        }
        let output = script.output().expect("the script runs");
        assert!(output.status.success(), "services {verb}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

impl Drop for Servers {
    fn drop(&mut self) {
        self.script("down", &[]);
    }
}
