//! Following a chat: what is posted comes at once, an interrupt ends it, and it never takes the place of a list.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::server::Server;
use crate::support::{code, error, until};

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
