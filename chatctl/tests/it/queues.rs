//! The queues as operators see them: a look shows what is there, takes nothing, and can be repeated.

use chat_shared::config::Role;
use serde_json::Value;

use crate::server::{Own, Server};
use crate::support::{Running, code, error, stable, stdout, until};

/// An installation without workers, with one chat and three messages that wait on the log.
fn waiting() -> (Own, String) {
    let mut own = Own::new();
    let app = own.app("queues");
    own.settle();
    own.restart_as(Role::Api);
    for text in ["one", "two", "three"] {
        own.item(&["msg", "post", &app, "1", text]);
    }
    (own, app)
}

fn contents(entries: &[Value]) -> Vec<&str> {
    entries.iter().filter_map(|entry| entry["job"]["content"].as_str()).collect()
}

#[test]
fn queues_are_listed_whole_and_by_partition_in_every_format() {
    let (own, _) = waiting();
    let queues = own.items(&["queue", "ls"]);
    assert_eq!(queues.iter().map(|queue| queue["queue"].clone()).collect::<Vec<_>>(), ["persist", "index"]);
    for queue in &queues {
        assert_eq!((&queue["depth"], &queue["lag"], &queue["pending"]), (&3.into(), &3.into(), &0.into()), "{queue}");
        assert!(queue["oldest_age_ms"].is_u64() && queue["oldest_at"].is_string(), "{queue}");
    }
    let one = own.item(&["queue", "get", "index"]);
    assert_eq!((&one["queue"], &one["depth"]), (&"index".into(), &3.into()));
    let _stable = stable().bind_to_scope();
    insta::assert_snapshot!("queue_ls", own.text(&["queue", "ls"], 0));
    let columns = ["queue", "ls", "--columns", "queue,depth,lag,pending"];
    insta::assert_snapshot!("queue_ls_in_every_format", own.in_every_format(&columns, 0));
    let wide = own.text(&["queue", "ls", "-o", "wide", "--columns", "queue,partition,depth", "--no-headers"], 0);
    let depth: u64 = wide
        .lines()
        .filter(|line| line.starts_with("persist"))
        .filter_map(|line| line.split_whitespace().last()?.parse::<u64>().ok())
        .sum();
    assert_eq!(depth, 3, "{wide}");
}

#[test]
fn a_look_takes_nothing_and_the_workers_still_do_their_work() {
    let (mut own, app) = waiting();
    let looks: [&[&str]; 4] = [
        &["queue", "tail", "persist", "-o", "jsonl"],
        &["queue", "tail", "index", "--since", "1h", "-o", "jsonl"],
        &["queue", "ls", "--columns", "queue,depth,lag,pending,last_delivered", "-o", "jsonl"],
        &["queue", "pending", "persist", "-o", "jsonl"],
    ];
    let look = || looks.map(|args| own.text(args, 0));
    let (first, second) = (look(), look());
    assert_eq!(first, second);
    let id = own.items(&["queue", "tail", "persist", "-n", "1"])[0]["id"].as_str().expect("an id").to_owned();
    let standing = |own: &Own| -> Vec<Value> {
        let entry = own.item(&["queue", "peek", "persist", &id]);
        assert_eq!((&entry["id"], &entry["kind"]), (&id.as_str().into(), &"create_message".into()));
        assert_eq!(entry["entry"]["job"]["content"], "three");
        entry["progress"].as_array().expect("each queue").iter().map(|queue| queue["standing"].clone()).collect()
    };
    assert_eq!(standing(&own), ["waiting", "waiting"]);
    own.restart_as(Role::All);
    own.settle();
    assert_eq!(own.items(&["msg", "ls", &app, "1"]).len(), 3);
    assert_eq!(standing(&own), ["acknowledged", "acknowledged"]);
    for queue in ["persist", "index"] {
        let tail = own.items(&["queue", "tail", queue]);
        assert!(tail.iter().all(|entry| entry["standing"] == "delivered"), "{tail:?}");
    }
    assert_eq!(own.failure(&["queue", "peek", "persist", "1-1"])["exit"], 5);
}

#[test]
fn what_a_worker_holds_is_pending_until_it_is_done() {
    let own = Own::new();
    let app = own.app("pending");
    own.settle();
    let lock = own.lock_store();
    own.item(&["msg", "post", &app, "1", "held"]);
    let held = until("a worker holds it", || own.items(&["queue", "pending", "persist"]).pop());
    assert_eq!(held["deliveries"], 1);
    assert!(held["consumer"].as_str().is_some_and(|consumer| !consumer.is_empty()), "{held}");
    assert!(own.items(&["queue", "pending", "persist", "--idle", "1h"]).is_empty());
    let tail = own.items(&["queue", "tail", "persist", "-n", "1"]);
    assert_eq!((&tail[0]["id"], &tail[0]["standing"]), (&held["id"], &"delivered".into()));
    lock.release();
    until("it is done", || own.items(&["queue", "pending", "persist"]).is_empty().then_some(()));
    own.settle();
    assert_eq!(own.items(&["msg", "ls", &app, "1"])[0]["message_content"], "held");
}

#[test]
fn a_tail_begins_where_it_is_told_to() {
    let (own, _) = waiting();
    let tail = |args: &[&str]| own.items(&[&["queue", "tail", "persist"], args].concat());
    assert_eq!(contents(&tail(&["-n", "2"])), ["two", "three"]);
    assert!(tail(&["-n", "0"]).is_empty());
    assert_eq!(contents(&tail(&["--since", "1h"])), ["one", "two", "three"]);
    let partition = tail(&["-n", "1"])[0]["partition"].to_string();
    let other = if partition == "0" { "1" } else { "0" };
    assert_eq!(contents(&tail(&["--partition", &partition])), ["one", "two", "three"]);
    assert!(contents(&tail(&["--partition", other])).is_empty());
    let newest = tail(&["--since", "1h", "--sort", "-id", "--columns", "id,job"]);
    assert_eq!(contents(&newest), ["three", "two", "one"]);
}

#[test]
fn a_tail_that_follows_shows_what_comes_and_nothing_from_before_its_beginning() {
    let (own, app) = waiting();
    let mut tail = Running::start(&own, &["queue", "tail", "persist", "-f", "-n", "1", "-o", "jsonl"]);
    assert_eq!(tail.json()["job"]["content"], "three");
    own.item(&["msg", "post", &app, "1", "four"]);
    assert_eq!(tail.json()["job"]["content"], "four");
    let mut none = Running::start(&own, &["queue", "tail", "index", "-f", "-n", "0", "-o", "csv", "--columns", "job"]);
    assert_eq!(none.line(), "job");
    own.item(&["msg", "post", &app, "1", "five"]);
    assert!(none.line().contains("five"));
    assert_eq!(tail.json()["job"]["content"], "five");
    tail.signal("INT");
    none.signal("TERM");
    assert_eq!((tail.end().0, none.end().0), (Some(130), Some(143)));
}

#[test]
fn a_tail_whose_reader_goes_away_ends_quietly_though_nothing_more_comes() {
    let (own, app) = waiting();
    for args in [&["queue", "tail", "persist"][..], &["msg", "tail", &app, "1"]] {
        for format in ["jsonl", "table"] {
            let mut tail = Running::start(&own, &[args, &["-f", "-n", "1", "-o", format]].concat());
            if args[0] == "queue" {
                tail.line();
            }
            tail.stop_reading();
            assert_eq!(tail.end(), (Some(0), String::new()), "{args:?} {format}");
        }
    }
}

#[test]
fn what_never_ends_is_refused_where_the_format_or_the_order_needs_an_end() {
    let server = Server::shared();
    for args in [&["-o", "json"][..], &["-o", "yaml"], &["-o", "jsonl", "--sort", "id"], &["--sort=-id"]] {
        let output = server.run(&[&["queue", "tail", "persist", "-f"], args].concat());
        assert_eq!((code(&output), stdout(&output).as_str()), (2, ""), "{args:?}");
    }
    let output = server.run(&["queue", "tail", "persist", "-f", "-o", "json"]);
    assert!(error(&output)["hint"].as_str().is_some_and(|hint| hint.contains("jsonl")));
}

#[test]
fn a_tail_says_how_many_it_shows_only_as_far_as_it_is_asked_to() {
    let (own, _) = waiting();
    let first = own.items(&["queue", "tail", "persist", "--since", "1h", "--limit", "1"]);
    assert_eq!(first.len(), 1);
}
