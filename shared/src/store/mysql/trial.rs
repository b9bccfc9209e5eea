//! A database of a test's own, for tests that look into this adapter: on the server that `CHATD_TEST_MYSQL_URL` names.

use std::io::Write as _;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::mysql::MySqlConnection;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _};

/// Twenty applications with two hundred chats of five messages each, and one of ten thousand.
const ROWS: [&str; 6] = [
    "SET SESSION sql_mode = ''",
    "INSERT INTO applications (token_hash, token, name, chats_count, version, created_at, updated_at)
        WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 20)
        SELECT UNHEX(SHA2(n, 256)), CONCAT('t', n), CONCAT('name-', n), 200, 0, 0, 0 FROM n",
    "INSERT INTO chats (application_id, chat_number, messages_count, create_version, version, state, created_at, updated_at)
        WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 200)
        SELECT a.id, n, 5, 1, 0, 0, 0, 0 FROM applications a, n ORDER BY n, a.id",
    "INSERT INTO messages (chat_id, message_number, message_content, create_version, version, state, created_at, updated_at)
        WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 5)
        SELECT c.id, n, 'text', 1, 1, 0, 0, 0 FROM chats c, n ORDER BY n, c.id",
    "INSERT INTO messages (chat_id, message_number, message_content, create_version, version, state, created_at, updated_at)
        SELECT 7, 1000 + m.id, 'text', 1, 1, 0, 0, 0 FROM messages m LIMIT 10000",
    "INSERT INTO search_backlog (application_id, chat_number, from_number, to_number)
        SELECT application_id, chat_number, 1, 2 FROM chats",
];

const MORE_ROWS: [&str; 6] = [
    "INSERT INTO retired_tokens (token_hash, application_id, expires_at)
        SELECT UNHEX(SHA2(CONCAT('old', id), 256)), application_id, 1 FROM chats",
    "INSERT INTO idempotency SELECT UNHEX(SHA2(id, 256)), 1, 1, 'x', id, id FROM messages",
    "INSERT INTO dead_letters (`partition`, entry_id, number, kind, payload, reason, attempts, first_at, last_at, resolved_at)
        SELECT id % 64, id, 1, 'create_message', 'x', 'why', 1, 1, 1, IF(id % 100 = 0, NULL, 1) FROM messages",
    "INSERT INTO operations (kind, state, params, done, position, result, created_at, updated_at)
        SELECT 'verify', IF(id % 500 = 0, 'queued', 'done'), '1', 0, '1', '1', 1, 1 FROM chats",
    "INSERT INTO gaps (application_id, chat_number, from_number, to_number, epoch, reason, at)
        SELECT application_id, chat_number, 1, 2, 2, 'lost', 1 FROM chats",
    "INSERT INTO given_up (application_id, chat_number, from_number, to_number, epoch, at)
        SELECT application_id, chat_number, 3, 3, 2, 1 FROM chats",
];

/// Databases of this process so far.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// Writes the rows into a database with the schema.
pub async fn fill(db: &mut MySqlConnection) {
    for statement in ROWS.into_iter().chain(MORE_ROWS) {
        db.execute(statement).await.unwrap_or_else(|cause| panic!("{statement}: {cause}"));
    }
}

/// Does `work` on an empty database, which is dropped however it ends. `None` where it is left out, since none is wanted;
/// `what` says what that leaves out.
pub async fn on_a_database<T: Send + 'static, W: Future<Output = T> + Send + 'static>(
    what: &str,
    work: impl FnOnce(url::Url) -> W,
) -> Option<T> {
    let Ok(server) = std::env::var("CHATD_TEST_MYSQL_URL") else {
        assert!(
            std::env::var("CHATD_TEST").is_ok_and(|wanted| wanted == "embedded"),
            "there is no MySQL or MariaDB server to test against: CHATD_TEST_MYSQL_URL is not set. `make test` starts one; \
             or leave such tests out with CHATD_TEST=embedded"
        );
        writeln!(std::io::stderr(), "left out, since CHATD_TEST=embedded: {what}").expect("said");
        return None;
    };
    let name = format!("chatd_test_trial_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let mut url: url::Url = server.parse().expect("a URL");
    let mut admin = MySqlConnection::connect(url.as_str()).await.expect("the server answers");
    admin.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.expect("created");
    url.set_path(&name);
    let done = tokio::spawn(work(url)).await;
    admin.execute(AssertSqlSafe(format!("DROP DATABASE {name}"))).await.expect("dropped");
    Some(done.expect("no panic"))
}
