//! How the server executes what requests and workers wait for: by indexes, never by reading a table through. Needs a server
//! (`CHATD_TEST_MYSQL_URL`), since only a server with rows plans as servers do.

use std::io::Write as _;
use std::sync::Arc;

use sqlx::mysql::{MySqlConnection, MySqlRow};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, Row as _};

use super::{
    MysqlStore, applications, backlog, chats, confirmation, dead_letters, ingest, messages, numbers, operations, scan,
    tokens,
};
use crate::clock::SystemClock;

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

/// What requests and workers wait for.
fn statements() -> Vec<(&'static str, &'static str)> {
    let mut statements = vec![
        ("an application by its token", applications::BY_TOKEN),
        ("an application by its id", applications::BY_ID),
        ("applications", applications::PAGE),
        ("applications of a name", applications::NAMED),
        ("renaming", applications::RENAME),
        ("earlier tokens", tokens::SHORTEN),
        ("another token", tokens::REPLACE),
        ("tokens past their time", tokens::PRUNE),
        ("holding an application", applications::HOLD),
        ("marking deleted", applications::MARK_DELETED),
        ("an application's messages", applications::MESSAGES),
        ("counting out", applications::COUNT_OUT),
        ("a chat", chats::ONE),
        ("chats upward", chats::PAGE_UP),
        ("chats downward", chats::PAGE_DOWN),
        ("every chat of an application", chats::EVERY),
        ("all chats", chats::ALL),
        ("all chats of a number", chats::NUMBERED),
        ("a message", messages::ONE),
        ("messages upward", messages::PAGE_UP),
        ("messages downward", messages::PAGE_DOWN),
        ("messages by their keys", messages::BY_KEY),
        ("counting a number's messages", messages::COUNT_NUMBERED),
        ("messages of a number", messages::NUMBERED),
        ("messages of a number, by chats", messages::NUMBERED_BY_CHATS),
        ("the next chats of a scan", scan::NEXT),
        ("the next chats of an application's scan", scan::NEXT_OF),
        ("a scan of chats", scan::OF_CHATS),
        ("evidence of chats", numbers::EVIDENCE_OF_CHATS),
        ("evidence of messages", numbers::EVIDENCE_OF_MESSAGES),
        ("a partition's epoch", numbers::EPOCH),
        ("a standing gap", numbers::STANDING),
        ("gaps", numbers::GAPS),
        ("a key", numbers::ONCE),
        ("the record of the queue", confirmation::RECORDED),
        ("a dead letter", dead_letters::ONE),
        ("dead letters", dead_letters::PAGE),
        ("counting dead letters", dead_letters::COUNT),
        ("an entry's dead letter", dead_letters::ID_OF_ENTRY),
        ("what a dead letter said", dead_letters::ORIGINAL),
        ("an operation", operations::ONE),
        ("operations", operations::PAGE),
        ("open operations", operations::OPEN),
        ("an operation's progress", operations::UPDATE),
        ("the backlog of chats", backlog::OF_CHATS),
        ("removing backlog", backlog::REMOVE),
        ("backlog", backlog::PAGE),
    ];
    statements.extend(ingest::statements());
    statements
}

/// Lists that are sorted, of a number of rows that is bounded by what is asked for, or that are few at all times.
const SORTED: [&str; 6] = [
    "messages by their keys",
    "a scan of chats",
    "messages of a number",
    "gaps",
    "open operations",
    "the record of the queue",
];

/// What walks along an index from its beginning and ends with its LIMIT, or is of sixty-four rows.
const WALKS: [&str; 3] = ["backlog", "what is to be purged next", "the record of the queue"];

/// A statement with values in the places of its parameters, told by what stands before each.
fn with_values(statement: &str) -> String {
    let mut parts = statement.split('?');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let value = match text.as_str() {
            before if before.ends_with("JSON_TABLE(") && part.contains("PATH '$')") => "'[1, 2, 3]'",
            before if before.ends_with("JSON_TABLE(") => "'[[1, 1, 1], [2, 2, 2]]'",
            before if before.ends_with(" name = ") || before.ends_with("CAST(") => "'name-7'",
            before if before.ends_with("_hash = ") => "'x'",
            before if before.ends_with("LIMIT ") => "10",
            before if before.ends_with("AND (") => "0",
            before if before.ends_with("COALESCE(") => "NULL",
            _ => "1",
        };
        text.push_str(value);
        text.push_str(part);
    }
    text
}

async fn plan(db: &mut MySqlConnection, statement: &str) -> Vec<MySqlRow> {
    let sql = format!("EXPLAIN {}", with_values(statement));
    db.fetch_all(AssertSqlSafe(sql)).await.unwrap_or_else(|cause| panic!("{statement}: {cause}"))
}

fn column(step: &MySqlRow, name: &str) -> String {
    step.try_get::<Option<String>, _>(name).expect("a column of a plan").unwrap_or_default()
}

#[tokio::test]
async fn no_request_reads_a_table_through() {
    let Ok(server) = std::env::var("CHATD_TEST_MYSQL_URL") else {
        assert!(
            std::env::var("CHATD_TEST").is_ok_and(|wanted| wanted == "embedded"),
            "there is no MySQL or MariaDB server to test against: CHATD_TEST_MYSQL_URL is not set. `make test` starts one; \
             or leave such tests out with CHATD_TEST=embedded"
        );
        let left_out = b"left out, since CHATD_TEST=embedded: how a MySQL or MariaDB server executes statements\n";
        std::io::stderr().write_all(left_out).expect("said");
        return;
    };
    let name = format!("chatd_test_plans_{}", std::process::id());
    let mut url: url::Url = server.parse().expect("a URL");
    let mut admin = MySqlConnection::connect(url.as_str()).await.expect("the server answers");
    admin.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.expect("created");
    url.set_path(&name);
    let looked_at = tokio::spawn(look_at(url)).await;
    admin.execute(AssertSqlSafe(format!("DROP DATABASE {name}"))).await.expect("dropped");
    let wrong = looked_at.expect("no panic");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with the plans.
async fn look_at(url: url::Url) -> Vec<String> {
    MysqlStore::open(url.as_str(), 1, Arc::new(SystemClock)).await.expect("opens");
    let mut db = MySqlConnection::connect(url.as_str()).await.expect("the server answers");
    for statement in ROWS.into_iter().chain(MORE_ROWS) {
        db.execute(statement).await.unwrap_or_else(|cause| panic!("{statement}: {cause}"));
    }
    let analyze = "ANALYZE TABLE applications, chats, messages, idempotency, dead_letters, operations, gaps, given_up, search_backlog, retired_tokens";
    db.fetch_all(analyze).await.expect("analyzed");
    let mut wrong = Vec::new();
    for (name, statement) in statements() {
        for step in plan(&mut db, statement).await {
            let (table, access, extra) = (column(&step, "table"), column(&step, "type"), column(&step, "Extra"));
            // Rows of a parameter, of a subquery that is bounded, or of two answers put together.
            let given =
                table == "j" || ["<derived", "<union"].iter().any(|of| table.starts_with(of)) || table.is_empty();
            let through = !given && (access == "ALL" || access == "index") && !WALKS.contains(&name);
            let sorts = extra.contains("filesort") || extra.contains("temporary");
            if through || sorts && !SORTED.contains(&name) {
                let key = column(&step, "key");
                wrong.push(format!("{name}: {table} by {access} of key {key:?}: {extra}"));
            }
        }
    }
    wrong
}
