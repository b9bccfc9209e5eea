//! Following a chat: what is posted comes at once, an interrupt ends it, and it never takes the place of a list.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::server::{Own, Server};
use crate::support::{Running, code, error, stdout, until};

#[test]
fn what_is_posted_while_one_looks_is_shown_and_an_interrupt_ends_it() {
    let server = Server::shared();
    let app = server.app("tail");
    for text in ["one", "two"] {
        server.item(&["msg", "post", &app, "1", text, "--wait", "10s"]);
    }
    let address = server.item(&["context", "show"])["api"].as_str().expect("an address").to_owned();
    let mut child = Command::new(env!("CARGO_BIN_EXE_chatctl"))
        .args(["msg", "tail", &app, "1", "-f", "-n", "1", "-o", "jsonl", "--api", &address])
        .stdout(Stdio::piped())
        .spawn()
        .expect("chatctl runs");
    let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    let mut next =
        || -> serde_json::Value { serde_json::from_str(&lines.next().expect("a line").expect("text")).expect("JSON") };
    assert_eq!(next()["message_content"], "two");
    server.item(&["msg", "post", &app, "1", "three"]);
    assert_eq!(next()["message_content"], "three");
    let interrupted = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill runs");
    assert!(interrupted.success());
    let ended = until("the tail ends", || child.try_wait().expect("it is a child"));
    assert_eq!(ended.code(), Some(130));
}

#[test]
fn what_never_ends_is_refused_where_the_format_needs_an_end() {
    let server = Server::shared();
    let app = server.app("tail formats");
    let output = server.run(&["msg", "tail", &app, "1", "-f", "-o", "json"]);
    assert_eq!(code(&output), 2);
    assert!(error(&output)["hint"].as_str().is_some_and(|hint| hint.contains("jsonl")));
    assert_eq!(code(&server.run(&["msg", "tail", &app, "1", "-f", "--sort", "sender"])), 2);
}

#[test]
fn a_tail_goes_on_exactly_where_an_interrupted_one_ended_and_over_a_restart_of_chatd() {
    let mut own = Own::new();
    let app = own.app("resumed");
    own.post(&app, &["one", "two", "three"]);
    let args = ["msg", "tail", "resumed", "1", "-f", "-o", "jsonl", "--since", "1"];
    let mut tail = Running::start(&own, &args);
    assert_eq!([tail.json(), tail.json()].map(|shown| shown["message_number"].clone()), [2, 3]);
    own.restart_at_the_same_address();
    own.post(&app, &["four"]);
    assert_eq!(tail.json()["message_number"], 4);
    tail.signal("INT");
    let (ended, said) = tail.end();
    assert_eq!(ended, Some(130), "{said}");
    assert!(said.contains("chatctl msg tail resumed 1 -f --since 4"), "{said}");
    own.post(&app, &["five", "six"]);
    let on = own.run(&["msg", "tail", "resumed", "1", "--since", "4", "-o", "name"]);
    assert_eq!((code(&on), stdout(&on)), (0, "5\n6\n".to_owned()));
}

#[test]
fn what_lies_in_a_gap_is_passed_over_and_what_is_not_persisted_yet_is_waited_for() {
    let mut own = Own::new();
    let app = own.app("holes");
    own.post(&app, &["one"]);
    // The log is lost: numbers go on above whatever may have been given.
    own.behind_its_back(|data| std::fs::remove_file(data.join("queue.db")).expect("removed"));
    own.post(&app, &["after the gap"]);
    let mut tail = Running::start(&own, &["msg", "tail", &app, "1", "-f", "-o", "jsonl", "--since", "0"]);
    assert_eq!(tail.json()["message_content"], "one");
    assert_eq!(tail.json()["message_content"], "after the gap");
    own.post(&app, &["on"]);
    assert_eq!(tail.json()["message_content"], "on");
}
