//! Faults of an installation on servers: two chatd for requests and two for work, MariaDB, Redis, nginx before them.

use std::path::PathBuf;
use std::time::Duration;

use futures::FutureExt as _;
use rustix::process::Signal;
use sqlx::{Connection as _, Executor as _, MySqlConnection};
use tokio::time::{Instant, sleep};

use crate::installation::Installation;
use crate::servers::{mariadb_cli, redis_cli, take_all_connections};
use crate::story::Story;

pub fn stories() -> Vec<Story> {
    vec![
        story("scaled: an api process killed 10 times", |at| api_killed(at).boxed()),
        story("scaled: a worker killed 10 times", |at| worker_killed(at).boxed()),
        Story {
            flawless: true,
            ..story("scaled: every process stopped in order and started again", |at| rolling_restart(at).boxed())
        },
        story("scaled: a worker stopped for longer than its claim, and resumed", |at| worker_paused(at).boxed()),
        story("scaled: a worker stopped in a transaction, with rows locked", |at| worker_paused_with_locks(at).boxed()),
        Story {
            outage: Duration::from_secs(15),
            ..story("scaled: Redis killed, and started on its log (appendfsync always)", |at| redis_killed(at).boxed())
        },
        story("scaled: scripts flushed", |at| async move { redis_told(at, &["SCRIPT", "FLUSH"]) }.boxed()),
        Story { forgets: true, ..story("scaled: FLUSHALL", |at| async move { redis_told(at, &["FLUSHALL"]) }.boxed()) },
        Story { forgets: true, ..story("scaled: Redis killed, and started empty", |at| redis_emptied(at).boxed()) },
        Story {
            forgets: true,
            outage: Duration::from_secs(15),
            ..story("scaled: the end of Redis' log lost (appendfsync everysec)", |at| redis_tail_lost(at).boxed())
        },
        story("scaled: counters deleted, lowered and turned to text", |at| async move { counters_damaged(at) }.boxed()),
        story("scaled: the persist group destroyed", |at| async move { group_destroyed(at) }.boxed()),
        Story { flawless: true, ..story("scaled: MariaDB killed for 20 s", |at| mariadb_killed(at).boxed()) },
        story("scaled: MariaDB read-only for 15 s", |at| mariadb_read_only(at).boxed()),
        story("scaled: MariaDB without a connection left for 15 s", |at| mariadb_taken(at).boxed()),
        story("scaled: every chat's row locked for 30 s", |at| chats_locked(at).boxed()),
        Story {
            outage: Duration::from_secs(10),
            ..story("scaled: Redis' memory full for 5 s", |at| redis_full(at).boxed())
        },
        Story {
            on: || Installation::scaled(&["mariadb", "redis", "opensearch"]).boxed(),
            flawless: true,
            ..story("scaled: the search engine killed for 60 s", |at| engine_killed(at).boxed())
        },
        Story {
            on: || Installation::scaled(&["mariadb", "redis", "opensearch"]).boxed(),
            flawless: true,
            ..story("scaled: the search engine standing still for 60 s", |at| engine_paused(at).boxed())
        },
        Story {
            on: || Installation::scaled(&["mariadb", "redis-cluster"]).boxed(),
            outage: Duration::from_secs(15),
            ..story("cluster: a master of three killed, and started on its log", |at| master_killed(at).boxed())
        },
        Story {
            on: || Installation::scaled(&["mariadb", "redis-cluster"]).boxed(),
            ..story("cluster: 1,000 slots moved", |at| async move { slots_moved(at) }.boxed())
        },
    ]
}

fn story(name: &'static str, strike: for<'a> fn(&'a mut Installation) -> futures::future::BoxFuture<'a, ()>) -> Story {
    Story {
        name,
        on: || Installation::scaled(&["mariadb", "redis"]).boxed(),
        strike,
        forgets: false,
        flawless: false,
        outage: Duration::from_secs(5),
    }
}

async fn api_killed(at: &mut Installation) {
    for name in ["api-1", "api-2"].repeat(5) {
        at.fleet.kill(name);
        at.fleet.start(name).await;
        sleep(Duration::from_millis(500)).await;
    }
}

async fn worker_killed(at: &mut Installation) {
    for name in ["worker-1", "worker-2"].repeat(5) {
        at.fleet.kill(name);
        at.fleet.start(name).await;
        sleep(Duration::from_millis(500)).await;
    }
}

async fn rolling_restart(at: &mut Installation) {
    for name in ["api-1", "api-2", "worker-1", "worker-2"] {
        at.fleet.terminate(name).await;
        at.fleet.start(name).await;
        // Until nginx tries it again.
        sleep(Duration::from_secs(2)).await;
    }
}

async fn worker_paused(at: &mut Installation) {
    at.fleet.process("worker-1").signal(Signal::STOP);
    sleep(Duration::from_secs(15)).await;
    at.fleet.process("worker-1").signal(Signal::CONT);
}

/// It waits for the last chat's row, which is held until it stands still: then it has that row, and says nothing more. What
/// it holds is free again once the server ends its transaction, while it still stands.
async fn worker_paused_with_locks(at: &mut Installation) {
    at.fleet.terminate("worker-2").await;
    let database = format!("mysql://root@127.0.0.1:{}/chatd", at.servers().port("mariadb", 0));
    let connect = async || MySqlConnection::connect(&database).await.expect("connects");
    let (mut holder, mut looker) = (connect().await, connect().await);
    holder.execute("BEGIN; SELECT id FROM chats WHERE chat_number = 20 FOR UPDATE").await.expect("held");
    let waiting = "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'";
    until("worker-1 waits in the midst of its batch", &mut looker, waiting, 1).await;
    at.fleet.process("worker-1").signal(Signal::STOP);
    holder.execute("ROLLBACK").await.expect("let go");
    at.fleet.start("worker-2").await;
    let persisted = "SELECT messages_count FROM chats WHERE chat_number = 20";
    let before: i64 = sqlx::query_scalar(persisted).fetch_one(&mut looker).await.expect("counted");
    until("worker-2 persists into the same chat", &mut looker, persisted, before + 1).await;
    at.fleet.process("worker-1").signal(Signal::CONT);
}

/// Waits until a query counts at least so much; no longer than locks may be held by who stands still, with room to spare.
async fn until(what: &str, db: &mut MySqlConnection, query: &'static str, least: i64) {
    let deadline = Instant::now() + Duration::from_secs(30);
    while sqlx::query_scalar::<_, i64>(query).fetch_one(&mut *db).await.expect("counted") < least {
        assert!(Instant::now() < deadline, "not in time: {what}");
        sleep(Duration::from_millis(20)).await;
    }
}

async fn redis_killed(at: &mut Installation) {
    let redis = at.servers().kill("redis", 0).await;
    sleep(Duration::from_secs(1)).await;
    at.servers().start(&redis, &[]).await;
}

fn redis_told(at: &mut Installation, line: &[&str]) {
    assert_eq!(redis_cli(at.servers().port("redis", 0), line), "OK", "{line:?}");
}

async fn redis_emptied(at: &mut Installation) {
    let redis = at.servers().kill("redis", 0).await;
    std::fs::remove_dir_all(append_only(at)).expect("removed");
    at.servers().start(&redis, &[]).await;
}

async fn redis_tail_lost(at: &mut Installation) {
    let port = at.servers().port("redis", 0);
    assert_eq!(redis_cli(port, &["CONFIG", "SET", "appendfsync", "everysec"]), "OK");
    sleep(Duration::from_secs(2)).await;
    let redis = at.servers().kill("redis", 0).await;
    let newest = std::fs::read_dir(append_only(at))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .find(|path| path.to_string_lossy().ends_with(".incr.aof"))
        .expect("a log");
    let file = std::fs::OpenOptions::new().write(true).open(newest).expect("opens");
    let length = file.metadata().expect("a size").len();
    file.set_len(length.saturating_sub(200_000)).expect("cut");
    at.servers().start(&redis, &["--appendfsync", "everysec"]).await;
}

fn append_only(at: &mut Installation) -> PathBuf {
    at.servers().folder("redis").join("server/appendonlydir")
}

/// Of three chats: what an operator's slip or a foreign script may do to a counter.
fn counters_damaged(at: &mut Installation) {
    let port = at.servers().port("redis", 0);
    let keys = redis_cli(port, &["--scan", "--pattern", "chat:*:n:*:*"]);
    let keys: Vec<&str> = keys.lines().collect();
    for (number, key) in keys.iter().enumerate() {
        match number % 3 {
            0 => redis_cli(port, &["DEL", key]),
            1 => redis_cli(port, &["HINCRBY", key, "n", "-5"]),
            _ => redis_cli(port, &["HSET", key, "n", "many"]),
        };
    }
    assert!(keys.len() >= 20, "{} counters", keys.len());
}

fn group_destroyed(at: &mut Installation) {
    let port = at.servers().port("redis", 0);
    let keys = redis_cli(port, &["--scan", "--pattern", "chat:*:log"]);
    for key in keys.lines() {
        redis_cli(port, &["XGROUP", "DESTROY", key, "persist"]);
    }
}

async fn mariadb_killed(at: &mut Installation) {
    let mariadb = at.servers().kill("mariadb", 0).await;
    sleep(Duration::from_secs(20)).await;
    at.servers().start(&mariadb, &[]).await;
}

async fn mariadb_read_only(at: &mut Installation) {
    let port = at.servers().port("mariadb", 0);
    mariadb_cli(port, "SET GLOBAL read_only = 1");
    sleep(Duration::from_secs(15)).await;
    mariadb_cli(port, "SET GLOBAL read_only = 0");
}

async fn mariadb_taken(at: &mut Installation) {
    let port = at.servers().port("mariadb", 0);
    let held = take_all_connections(port).await;
    sleep(Duration::from_secs(15)).await;
    drop(held);
    mariadb_cli(port, "SET GLOBAL max_connections = 500");
}

async fn chats_locked(at: &mut Installation) {
    let port = at.servers().port("mariadb", 0);
    let held = "USE chatd; BEGIN; SELECT id FROM chats FOR UPDATE; SELECT SLEEP(30); ROLLBACK";
    tokio::task::spawn_blocking(move || mariadb_cli(port, held)).await.expect("held");
}

async fn redis_full(at: &mut Installation) {
    redis_told(at, &["CONFIG", "SET", "maxmemory", "1"]);
    sleep(Duration::from_secs(5)).await;
    redis_told(at, &["CONFIG", "SET", "maxmemory", "0"]);
}

async fn engine_killed(at: &mut Installation) {
    let engine = at.servers().kill("opensearch", 0).await;
    sleep(Duration::from_mins(1)).await;
    at.servers().start(&engine, &[]).await;
}

async fn engine_paused(at: &mut Installation) {
    at.servers().signal("opensearch", 0, Signal::STOP);
    sleep(Duration::from_mins(1)).await;
    at.servers().signal("opensearch", 0, Signal::CONT);
}

async fn master_killed(at: &mut Installation) {
    let master = at.servers().kill("redis-cluster", 1).await;
    sleep(Duration::from_secs(1)).await;
    at.servers().start(&master, &[]).await;
}

fn slots_moved(at: &mut Installation) {
    let [from, to] = [0, 1].map(|node| at.servers().port("redis-cluster", node));
    let id = |port| redis_cli(port, &["CLUSTER", "MYID"]);
    let (from_id, to_id) = (id(from), id(to));
    let moved = std::process::Command::new("redis-cli")
        .args(["--cluster", "reshard", &format!("127.0.0.1:{from}"), "--cluster-from", &from_id])
        .args(["--cluster-to", &to_id, "--cluster-slots", "1000", "--cluster-yes"])
        .output()
        .expect("redis-cli runs");
    assert!(moved.status.success(), "{}", String::from_utf8_lossy(&moved.stdout));
}
