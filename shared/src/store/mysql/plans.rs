//! How the server executes what requests and workers wait for: by indexes, never by reading a table through. Needs a server
//! (`CHATD_TEST_MYSQL_URL`), since only a server with rows plans as servers do.

use std::sync::Arc;

use sqlx::mysql::{MySqlConnection, MySqlRow};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, Row as _};

use super::trial::{fill, on_a_database};
use super::{
    MysqlStore, applications, backlog, chats, confirmation, dead_letters, ingest, messages, numbers, operations, scan,
    tokens, walk,
};
use crate::clock::SystemClock;

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
        ("a scan of chats in order", scan::OF_CHATS_IN_ORDER),
        ("the greatest id of messages", walk::GREATEST_ID),
        ("messages that do not count", walk::UNCOUNTED),
        ("chats to be counted", walk::CHATS),
        ("rows of chats between ids", walk::ROWS_BETWEEN),
        ("rows of chats", walk::ROWS_OF),
        ("the ends of gaps", walk::GAP_ENDS),
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
const SORTED: [&str; 7] = [
    "rows of chats",
    "messages by their keys",
    "a scan of chats in order",
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
            before if before.ends_with("BETWEEN 1 AND ") => "9",
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
    let looked_at = on_a_database("how a MySQL or MariaDB server executes statements", look_at).await;
    let wrong = looked_at.unwrap_or_default();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with the plans.
async fn look_at(url: url::Url) -> Vec<String> {
    MysqlStore::open(url.as_str(), 1, Arc::new(SystemClock)).await.expect("opens");
    let mut db = MySqlConnection::connect(url.as_str()).await.expect("the server answers");
    fill(&mut db).await;
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

/// Pages of two rows whose first is the hundredth chat of an application.
async fn read_deep_pages(url: url::Url) {
    MysqlStore::open(url.as_str(), 1, Arc::new(SystemClock)).await.expect("opens");
    let mut db = MySqlConnection::connect(url.as_str()).await.expect("the server answers");
    fill(&mut db).await;
    db.fetch_all("ANALYZE TABLE applications, chats").await.expect("analyzed");
    for statement in [chats::PAGE_UP, chats::PAGE_DOWN, chats::EVERY] {
        let before = rows_walked_over(&mut db).await;
        let query = sqlx::query(statement).bind(1).bind(99);
        let query = if statement == chats::EVERY { query } else { query.bind(i64::MAX) };
        assert_eq!(query.bind(2).fetch_all(&mut db).await.expect("read").len(), 2);
        let walked_over = rows_walked_over(&mut db).await - before;
        assert!(walked_over < 20, "{walked_over} rows for {statement}");
    }
}

/// Entries of indexes that this session has gone on to so far.
async fn rows_walked_over(db: &mut MySqlConnection) -> i64 {
    let status = "SHOW SESSION STATUS WHERE Variable_name IN
        ('Handler_read_next', 'Handler_read_prev', 'Handler_icp_attempts')";
    let counted = db.fetch_all(status).await.expect("told");
    counted.iter().map(|row| row.get::<String, _>(1).parse::<i64>().expect("a number")).sum()
}

#[tokio::test]
async fn a_page_is_found_without_walking_over_what_stands_before_it() {
    on_a_database("how far pages walk on a MySQL or MariaDB server", read_deep_pages).await;
}
