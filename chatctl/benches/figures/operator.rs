//! What operators wait for at an embedded installation.

use std::path::Path;
use std::time::{Duration, Instant};

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _};

use super::looks::{self, CHATS, LETTERS, OF_CHAT, Way};
use super::process::Chatd;
use super::report::Report;
use super::{reads, texts};

/// Messages that are verified, in chats of so many.
const VERIFIED: u32 = 1_000_000;
const OF_VERIFIED_CHAT: u32 = 1_000;

pub fn measure(report: &mut Report) {
    let folder = tempfile::tempdir().expect("a folder");
    let (large, verified) = (folder.path().join("large"), folder.path().join("verified"));
    let contents = texts::of_bytes(100);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let begun = Instant::now();
    let app = runtime.block_on(reads::generate(&large, CHATS * OF_CHAT, OF_CHAT, &contents));
    // Not what is measured here, and it would index all of them first.
    let without_search = ["--search", "none"];
    drop(Chatd::start(&large, &without_search));
    runtime.block_on(furnish(&large));
    eprintln!("  {CHATS} chats of {OF_CHAT} messages in {:.0} s", begun.elapsed().as_secs_f64());
    {
        let chatd = Chatd::start(&large, &without_search);
        let ways = [Way::api(&chatd), Way::on_data("straight", &["--direct"], &large)];
        looks::put_on_the_log(&chatd, &app);
        looks::first_lines(report, "embedded", &ways, &app);
        looks::counters(report, "embedded", &ways, &chatd);
        looks::beside_posting(report, "embedded", &chatd, &app);
    }
    runtime.block_on(reads::generate(&verified, VERIFIED, OF_VERIFIED_CHAT, &contents));
    let chatd = Chatd::start(&verified, &[]);
    while chatd.chatctl(&["queue", "get", "index"])["depth"].as_u64() != Some(0)
        || chatd.chatctl(&["index", "status"])["documents"].as_u64() < Some(u64::from(VERIFIED))
    {
        std::thread::sleep(Duration::from_millis(200));
    }
    let begun = Instant::now();
    chatd.chatctl(&["verify"]);
    let took = begun.elapsed().as_secs_f64();
    report.figure(format!("embedded: verify over {VERIFIED} messages"), format!("{took:.1} s"), "< 60 s");
}

/// Counters as they stand after so many messages, and dead letters.
async fn furnish(data: &Path) {
    let options = SqliteConnectOptions::new().filename(data.join("queue.db"));
    let mut db = SqliteConnection::connect_with(&options).await.expect("the queue's file");
    let store = data.join("chat.db").display().to_string();
    let statements = [
        format!("ATTACH '{store}' AS store"),
        "INSERT INTO counters (owner, n, epoch, check_value, seed, closed)
         SELECT application_id || ':' || chat_number, messages_count, (SELECT max(epoch) FROM partitions),
            (messages_count * 7919 + 104729) % 1000003, 0, 0 FROM store.chats"
            .to_owned(),
        format!(
            "WITH RECURSIVE letter (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM letter WHERE id < {LETTERS})
             INSERT INTO store.dead_letters (id, partition, entry_id, number, kind, payload, reason, attempts, first_at,
                last_at, resolved_at)
             SELECT id, 0, id, id, 'create_message', x'00', 'made for a measurement', 1, 0, 0, NULL FROM letter"
        ),
    ];
    for statement in statements {
        db.execute(AssertSqlSafe(statement)).await.expect("executes");
    }
    db.close().await.expect("closes");
}
