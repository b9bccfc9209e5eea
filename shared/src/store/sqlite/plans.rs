//! How SQLite executes what requests and workers wait for: by indexes, never by reading a table through.

use sqlx::{AssertSqlSafe, Row as _};

use super::{SqliteStore, applications, backlog, chats, dead_letters, ingest, messages, numbers, operations, tokens};
use crate::clock::SystemClock;

/// What a plan may read through: the rows of a JSON parameter, of a list of VALUES, of a subquery that is bounded.
const MAY_BE_SCANNED: [&str; 7] = ["j VIRTUAL TABLE", "v", "(subquery-1)", "CONSTANT ROW", "s", "c", "purges"];

/// What requests and workers wait for, but for lists that end with a sort of a bounded number of rows.
fn in_order() -> Vec<(&'static str, &'static str)> {
    let mut statements = vec![
        ("an application by its token", applications::BY_TOKEN),
        ("an application by its id", applications::BY_ID),
        ("applications", applications::PAGE),
        ("applications of a name", applications::NAMED),
        ("renaming", applications::RENAME),
        ("earlier tokens", tokens::SHORTEN),
        ("another token", tokens::REPLACE),
        ("tokens past their time", tokens::PRUNE),
        ("marking deleted", applications::MARK_DELETED),
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
        ("a scan of an application", messages::LATER_CHATS_OF),
        ("a scan of everything", messages::LATER_CHATS),
        ("counting a number's messages", messages::COUNT_NUMBERED),
        ("messages of a number, by chats", messages::NUMBERED_BY_CHATS),
        ("evidence of chats", numbers::EVIDENCE_OF_CHATS),
        ("evidence of messages", numbers::EVIDENCE_OF_MESSAGES),
        ("a partition's epoch", numbers::EPOCH),
        ("a standing gap", numbers::STANDING),
        ("numbers that are given up", numbers::GIVE_UP),
        ("a key", numbers::ONCE),
        ("a dead letter", dead_letters::ONE),
        ("dead letters", dead_letters::PAGE),
        ("an entry's dead letter", dead_letters::ID_OF_ENTRY),
        ("what a dead letter said", dead_letters::ORIGINAL),
        ("an operation", operations::ONE),
        ("operations", operations::PAGE),
        ("an operation's progress", operations::UPDATE),
        ("merging backlog", backlog::TAKE_TOUCHING),
    ];
    statements.extend(ingest::statements());
    statements
}

/// Lists that are sorted, of a number of rows that is bounded by what is asked for.
const SORTED: [(&str, &str); 3] = [
    ("messages by their keys", messages::BY_KEY),
    ("messages of a number", messages::NUMBERED),
    ("gaps", numbers::GAPS),
];

async fn plan(store: &SqliteStore, statement: &str) -> Vec<String> {
    let explained = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"))).fetch_all(&store.readers);
    explained.await.expect("explained").iter().map(|row| row.get(3)).collect()
}

fn scans(step: &str) -> bool {
    step.strip_prefix("SCAN ")
        .is_some_and(|what| !MAY_BE_SCANNED.iter().any(|may| what == *may || what.starts_with(&format!("{may} "))))
}

#[tokio::test]
async fn no_request_reads_a_table_through() {
    let dir = tempfile::tempdir().expect("a folder");
    let clock = std::sync::Arc::new(SystemClock);
    let store = SqliteStore::open(&dir.path().join("chat.db"), clock).await.expect("opens");
    for (name, statement) in in_order().into_iter().chain(SORTED) {
        let plan = plan(&store, statement).await;
        assert!(!plan.iter().any(|step| scans(step)), "{name}: {plan:#?}");
        let sorts = plan.iter().any(|step| step.contains("TEMP B-TREE"));
        assert!(!sorts || SORTED.iter().any(|(sorted, _)| *sorted == name), "{name}: {plan:#?}");
    }
}
