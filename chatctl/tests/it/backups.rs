//! Backups: what they hold comes back exactly, what is damaged or there already is refused before anything is changed.

use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::server::{Own, Server};
use crate::support::{code, error};

/// An installation with an application that has everything that a backup must keep, and its token.
fn furnished() -> (Own, String) {
    let mut own = Own::new();
    let app = own.app("moved");
    own.post(&app, &["one", "two", "three", "four"]);
    own.item(&["msg", "edit", &app, "1", "2", "zwei", "--wait", "10s"]);
    own.item(&["msg", "delete", &app, "1", "4", "--yes", "--wait", "10s"]);
    own.item(&[
        "msg",
        "post",
        &app,
        "1",
        "five",
        "--sender",
        "ann",
        "--sent-at",
        "2004-11-15T12:18:00Z",
        "--wait",
        "10s",
    ]);
    own.item(&["chat", "create", &app, "--title", "empty", "--wait", "10s"]);
    own.item(&["chat", "rename", &app, "1", "renamed", "--wait", "10s"]);
    own.item(&["app", "rename", &app, "moved on", "--wait", "10s"]);
    // A number that was given and could never be persisted, and a log that was lost: a gap above it.
    own.lost_message(6, "lost");
    own.behind_its_back(|data| std::fs::remove_file(data.join("queue.db")).expect("removed"));
    own.post(&app, &["after the gap"]);
    own.settle();
    (own, app)
}

/// All that can be seen of an application but its token.
fn everything(server: &Server, app: &str) -> Value {
    let mut shown = server.item(&["app", "get", app]);
    shown["token"].take();
    let chats = server.items(&["chat", "ls", app, "--all"]);
    let details: Vec<Value> = chats
        .iter()
        .map(|chat| {
            let number = chat["chat_number"].to_string();
            let messages = server.items(&["msg", "ls", app, &number, "--all"]);
            serde_json::json!([server.item(&["chat", "get", app, &number]), messages])
        })
        .collect();
    serde_json::json!([shown, details])
}

fn backed_up(server: &Server, app: &str, name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    let report = server.item(&["backup", app, "--out", text(&path)]);
    assert_eq!((&report["applications"], &report["chats"], &report["messages"]), (&1.into(), &2.into(), &7.into()));
    assert_eq!(report["dead_letters"], 1);
    (folder, path)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("text")
}

#[test]
fn an_application_comes_back_elsewhere_with_its_token_numbers_times_and_tombstones() {
    let (from, app) = furnished();
    let (_folder, path) = backed_up(&from, &app, "moved.zst");
    let to = Own::new();
    let [restored] = &to.items(&["restore", text(&path)])[..] else { panic!("one application") };
    assert_eq!((&restored["token"], &restored["messages"]), (&app.as_str().into(), &7.into()));
    assert_eq!(everything(&to, &app), everything(&from, &app));
    assert_eq!(restored["dead_letters"], 1);
    let [letter] = &to.items(&["dlq", "ls"])[..] else { panic!("one dead letter") };
    assert_eq!((&letter["number"], &letter["reason"]), (&6.into(), &"refused".into()), "{letter}");
    let letter = letter["id"].to_string();
    assert_eq!(to.items(&["msg", "search", &app, "zwei"]).len(), 1);
    assert!(to.items(&["msg", "search", &app, "four"]).is_empty(), "what is deleted is not found");
    let last = |server: &Server| server.item(&["chat", "stats", &app, "1"])["last_number"].as_u64().expect("a number");
    for gone in ["4", "6", "7"] {
        let failure = to.failure(&["msg", "get", &app, "1", gone]);
        assert_eq!((&failure["exit"], &failure["code"]), (&5.into(), &"message_gone".into()), "{gone}: {failure}");
    }
    let next = last(&from) + 1;
    assert_eq!(to.item(&["msg", "post", &app, "1", "next", "--wait", "10s"])["message_number"], next);
    assert_eq!(to.item(&["msg", "post", &app, "2", "first", "--wait", "10s"])["message_number"], 1);
    assert_eq!(to.item(&["chat", "create", &app, "--wait", "10s"])["chat_number"], 3);
    to.item(&["msg", "edit", &app, "1", "3", "drei", "--wait", "10s"]);
    assert_eq!(
        to.item(&["msg", "get", &app, "1", "3"])["message_content"],
        "drei",
        "changes win over what was restored"
    );
    to.settle();
    to.items(&["dlq", "retry", &letter]);
    assert_eq!(to.item(&["msg", "get", &app, "1", "6"])["message_content"], "lost", "it keeps its number");
    to.settle();
    to.text(&["verify", "--all"], 0);
    to.text(&["counter", "diff", "--exit-code"], 0);
}

#[test]
fn what_exists_is_not_overwritten_and_another_name_gets_another_token() {
    let (own, app) = furnished();
    let (_folder, path) = backed_up(&own, &app, "backup.gz");
    let failure = own.failure(&["restore", text(&path)]);
    assert_eq!((&failure["exit"], &failure["code"]), (&6.into(), &"application_exists".into()), "{failure}");
    let [copied] = &own.items(&["restore", text(&path), "--as", "copied"])[..] else { panic!("one application") };
    let copy = copied["token"].as_str().expect("a token");
    assert_ne!(copy, app);
    let (mut before, mut after) = (everything(&own, &app), everything(&own, copy));
    assert_eq!([before[0]["name"].take(), after[0]["name"].take()], ["moved on", "copied"]);
    assert_eq!(own.items(&["dlq", "ls"]).len(), 2, "each has its own");
    assert_eq!(after, before);
    let next = own.item(&["chat", "stats", &app, "1"])["last_number"].as_u64().expect("a number") + 1;
    assert_eq!(
        own.item(&["msg", "post", copy, "1", "next", "--wait", "10s"])["message_number"],
        next,
        "of an epoch with a loss too"
    );
    assert_eq!(own.item(&["msg", "post", copy, "2", "first", "--wait", "10s"])["message_number"], 1, "where none was");
    // The one that was deleted comes back under its own token.
    own.item(&["app", "delete", &app, "--confirm=moved on"]);
    let [back] = &own.items(&["restore", text(&path)])[..] else { panic!("one application") };
    assert_eq!(back["token"], app);
    after[0]["name"] = "moved on".into();
    assert_eq!(everything(&own, &app), after);
}

#[test]
fn what_is_damaged_foreign_or_only_looked_at_changes_nothing() {
    let (own, app) = furnished();
    let (folder, path) = backed_up(&own, &app, "backup");
    let to = Own::new();
    let good = std::fs::read(&path).expect("read");
    let bad = folder.path().join("bad");
    let mut flipped = good.clone();
    flipped[good.len() / 2] ^= 1;
    for wrong in [&flipped[..], &good[..good.len() / 2], b"{\"app\":\"a\"}\n", b""] {
        std::fs::write(&bad, wrong).expect("written");
        let output = to.run(&["restore", text(&bad), "-o", "json"]);
        assert_eq!((code(&output), &error(&output)["code"]), (1, &"backup_damaged".into()));
    }
    let dry = to.items(&["restore", text(&path), "--dry-run"]);
    assert_eq!((&dry[0]["messages"], &dry[0]["token"]), (&7.into(), &Value::Null));
    assert!(to.items(&["app", "ls", "--all"]).is_empty());
    assert_eq!(code(&to.run(&["restore", "/nonexistent"])), 5);
    assert_eq!(code(&own.run(&["backup", "--out", text(&bad)])), 2, "no application is named");
    let all = own.item(&["backup", "--all", "--out", text(&bad)]);
    assert_eq!(all["applications"], 1);
}
