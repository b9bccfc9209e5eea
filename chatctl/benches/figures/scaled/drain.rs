//! Persisting alone: a log of a million entries is written into the database. And what such a log takes of Redis.

use std::time::{Duration, Instant};

use chat_shared::api::client::{Client, WriteOptions};
use chat_shared::api::types::{CreateMessage, CreateMessages};
use chat_shared::queue::Group;
use redis::{Commands as _, Connection};

use super::servers::Servers;
use super::site::{self, Site};
use super::{block_on, upsert};
use crate::report::Report;
use crate::texts;

const ENTRIES: u32 = 1_000_000;
pub const CHATS: u32 = 20;
const BATCH: u32 = 1_000;

/// Bytes of a content.
const CONTENT: usize = 100;

/// How many requests with a key of their own tell what a key takes.
const KEYS: u32 = 5_000;

pub fn measure(report: &mut Report) {
    let servers = Servers::up(&["mariadb", "redis"]);
    servers.fresh_redis("everysec");
    let contents = texts::of_bytes(CONTENT);
    let site = Site::new(&servers, "redis");
    let api = site.start("api");
    let client = site::client(&api);
    let mut redis = servers.redis();
    let before = used(&mut redis);
    let token = block_on(fill(&client, &contents, ENTRIES));
    let entry = (used(&mut redis) - before) / f64::from(ENTRIES);
    report.figure("Redis' memory for an entry of 100 bytes of content", format!("{entry:.0} bytes"), "");
    let outage = entry * 10_000.0 * 600.0 / f64::from(1 << 30);
    report.figure("the same for 10 minutes at 10,000 messages/s", format!("{outage:.1} GiB"), "");
    let raw = upsert::rows(&servers, &site.name, &contents, ENTRIES);
    let drained = f64::from(ENTRIES) / drain(&site, &client).as_secs_f64();
    let stored = servers.numbers(&site.name, "SELECT COUNT(*) FROM messages").first().copied();
    assert_eq!(stored, Some(i64::from(ENTRIES)), "everything is stored");
    report.ratio("persist a log of 1,000,000", drained, ("raw upserts of 1,000 rows", raw), "messages/s", "≥ 0.5");
    let key = block_on(key_bytes(&client, &token, &mut redis));
    report.figure("Redis' memory for a client's idempotency key", format!("{key:.0} bytes"), "");
}

/// So many messages on the log, 20 chats in turn; gives the application's token.
pub async fn fill<'a>(client: &Client, contents: &'a [String], entries: u32) -> String {
    let none = WriteOptions::default();
    let token = client.create_application("bench").await.expect("created").body.token;
    for _ in 0..CHATS {
        client.create_chat(&token, None, &none).await.expect("created");
    }
    let mut contents = contents.iter().cycle();
    for batch in 0..entries / BATCH {
        let message =
            |content: &'a String| CreateMessage { content: content.as_str().into(), sender: None, sent_at: None };
        let messages = contents.by_ref().take(BATCH as usize).map(message).collect();
        let chat = batch % CHATS + 1;
        client.create_messages(&token, chat, &CreateMessages { messages }, &none).await.expect("accepted");
    }
    token
}

/// How long a worker takes, its start included, until nothing waits any more.
fn drain(site: &Site, client: &Client) -> Duration {
    let begun = Instant::now();
    let worker = site.start("worker");
    while block_on(site::depth(client, Group::Persist)) > 0 {
        std::thread::sleep(Duration::from_millis(100));
    }
    let took = begun.elapsed();
    drop(worker);
    took
}

/// What a key takes: what there is more of before they are removed.
async fn key_bytes(client: &Client, token: &str, redis: &mut Connection) -> f64 {
    for nth in 0..KEYS {
        let key = format!("key-{nth}");
        let write = WriteOptions { idempotency_key: Some(&key), ..WriteOptions::default() };
        let message = CreateMessage { content: "with a key".into(), sender: None, sent_at: None };
        client.create_message(token, 1, &message, &write).await.expect("accepted");
    }
    let keys: Vec<String> = redis.scan_match("*:once:*").expect("scans").map(|key| key.expect("a key")).collect();
    assert_eq!(keys.len(), KEYS as usize);
    let before = used(redis);
    let () = redis.del(keys).expect("removed");
    (before - used(redis)) / f64::from(KEYS)
}

/// Bytes that the server has taken, its tables of keys included.
fn used(redis: &mut Connection) -> f64 {
    let info: String = redis::cmd("INFO").arg("memory").query(redis).expect("answers");
    let line = info.lines().find_map(|line| line.strip_prefix("used_memory:")).expect("its memory");
    line.trim().parse().expect("a number")
}
