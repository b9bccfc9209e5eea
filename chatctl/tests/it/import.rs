//! Messages brought in and out: every line once and in its order, whatever happens on the way.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::server::{Own, Server};
use crate::support::{Running, code, error, stderr, stdout, until};

/// A file of so many messages for one application, in turn for each of the chats.
fn lines(app: &str, chats: &[&str], messages: usize) -> String {
    (0..messages).fold(String::new(), |mut text, number| {
        let chat = chats[number % chats.len()];
        let line = json!({"app": app, "chat": chat, "sender": "ann", "sent_at": "2004-11-15T12:18:00.000Z", "content": format!("{chat} {number}")});
        writeln!(text, "{line}").expect("a String takes everything");
        text
    })
}

/// A folder with a file of this content, and its path.
fn file(content: impl AsRef<[u8]>) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("messages.ndjson");
    std::fs::write(&path, content).expect("written");
    (folder, path)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("text")
}

/// The contents of each chat of an application, by its title, in the order of their numbers.
fn contents(server: &Server, app: &str) -> BTreeMap<String, Vec<String>> {
    let word = |value: &Value| value.as_str().expect("text").to_owned();
    server
        .items(&["chat", "ls", app])
        .iter()
        .map(|chat| {
            let messages = server.items(&["msg", "ls", app, &chat["chat_number"].to_string(), "--all"]);
            (word(&chat["title"]), messages.iter().map(|message| word(&message["message_content"])).collect())
        })
        .collect()
}

/// What `contents` must be after an import of [`lines`].
fn expected(chats: &[&str], messages: usize) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for number in 0..messages {
        let chat = chats[number % chats.len()];
        all.entry(chat.to_owned()).or_default().push(format!("{chat} {number}"));
    }
    all
}

#[test]
fn plain_compressed_and_piped_input_give_the_same_messages() {
    let server = Server::shared();
    let chats = ["a", "b", "c"];
    let (_plain, plain) = file(lines("imported plain", &chats, 30));
    let report = server.item(&["import", text(&plain), "--wait"]);
    assert_eq!((&report["lines"], &report["messages"], &report["chats_created"]), (&30.into(), &30.into(), &3.into()));
    assert!(report["persisted_ms"].is_u64() && report["searchable_ms"].is_null(), "{report}");
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(lines("imported gzip", &chats, 30).as_bytes()).expect("compresses");
    let (_gzip, gzip) = file(gzip.finish().expect("compresses"));
    let report = server.item(&["import", text(&gzip), "--wait=searchable"]);
    assert!(report["searchable_ms"].is_u64(), "{report}");
    let piped = server
        .command(&["import", "-", "--wait", "-o", "json"])
        .write_stdin(lines("imported stdin", &chats, 30))
        .output();
    assert_eq!(code(&piped.expect("runs")), 0);
    for app in ["imported plain", "imported gzip", "imported stdin"] {
        assert_eq!(contents(server, app), expected(&chats, 30), "{app}");
    }
    let message = server.item(&["msg", "get", "imported gzip", "1", "1"]);
    assert_eq!((&message["sender"], &message["sent_at"]), (&"ann".into(), &"2004-11-15T12:18:00.000Z".into()));
}

#[test]
fn a_second_run_adds_nothing_and_what_was_appended_is_gone_on_with() {
    let server = Server::shared();
    let (_folder, path) = file(lines("imported twice", &["a"], 10));
    server.item(&["import", text(&path), "--wait"]);
    let again = server.item(&["import", text(&path)]);
    assert_eq!((&again["messages"], &again["known"], &again["replayed"]), (&0.into(), &10.into(), &0.into()));
    std::fs::remove_file(path.with_extension("ndjson.chatctl-state.json")).expect("there was a state");
    let by_keys = server.item(&["import", text(&path)]);
    assert_eq!((&by_keys["messages"], &by_keys["replayed"]), (&0.into(), &10.into()));
    std::fs::write(&path, lines("imported twice", &["a"], 13)).expect("written");
    let appended = server.item(&["import", text(&path), "--wait"]);
    assert_eq!((&appended["messages"], &appended["known"]), (&3.into(), &10.into()));
    assert_eq!(contents(server, "imported twice"), expected(&["a"], 13));
    std::fs::write(&path, lines("imported twice", &["b"], 13)).expect("written");
    let changed = server.run(&["import", text(&path), "-o", "json"]);
    assert_eq!((code(&changed), &error(&changed)["code"]), (6, &"state_mismatch".into()));
}

/// Enough that an import is still at it when its first batches are noted.
const MANY: usize = 12_000;

/// Waits until some of a running import is noted in its state, for good.
fn some_is_noted(state: &Path) {
    let noted = || std::fs::read_to_string(state).unwrap_or_default().matches(r#""type":"batch""#).count();
    until("some batches are noted", || (noted() >= 2).then_some(()));
}

#[test]
fn a_run_that_was_killed_is_gone_on_with_and_every_message_is_there_once_in_its_order() {
    let own = Own::new();
    own.app("killed");
    let chats = ["first", "second", "third"];
    let (_folder, path) = file(lines("killed", &chats, MANY));
    let state = path.with_extension("ndjson.chatctl-state.json");
    let running = Running::start(&own, &["import", text(&path), "--clients", "3"]);
    some_is_noted(&state);
    running.signal("KILL");
    assert_eq!(running.end().0, None);
    // What the kill may have cut off is known to chatd by its keys.
    let journal = std::fs::read_to_string(&state).expect("a journal");
    let cut = journal.trim_end().rfind('\n').expect("several lines") + 10;
    std::fs::write(&state, &journal[..cut]).expect("written");
    let report = own.item(&["import", text(&path), "--wait"]);
    let count = |field: &str| report[field].as_u64().expect("a number");
    assert_eq!(count("messages") + count("replayed") + count("known"), MANY as u64, "{report}");
    assert!(count("replayed") > 0 && count("known") > 0, "{report}");
    assert_eq!(contents(&own, "killed"), expected(&chats, MANY));
    own.settle();
    own.text(&["verify"], 0);
    let again = own.item(&["import", text(&path)]);
    assert_eq!((&again["messages"], &again["known"]), (&0.into(), &MANY.into()));
}

#[test]
fn an_interrupted_import_says_that_the_same_command_goes_on() {
    let own = Own::new();
    own.app("interrupted");
    let chats = ["first", "new"];
    let (_folder, path) = file(lines("interrupted", &chats, MANY));
    let state = path.with_extension("ndjson.chatctl-state.json");
    let running = Running::start(&own, &["import", text(&path), "--clients", "1"]);
    some_is_noted(&state);
    running.signal("INT");
    let (ended, said) = running.end();
    assert_eq!(ended, Some(130));
    assert!(said.contains("the same command goes on where this one ended"), "{said}");
    let known = own.item(&["import", text(&path), "--wait"])["known"].as_u64().expect("a number");
    assert!((1..MANY as u64).contains(&known), "{known}");
    assert_eq!(contents(&own, "interrupted"), expected(&chats, MANY));
}

#[test]
fn bad_lines_are_named_by_their_numbers_and_kept() {
    let server = Server::shared();
    let good = lines("imported with rejects", &["a"], 3);
    let mut all: Vec<&str> = good.lines().collect();
    all.insert(1, r#"{"app":"imported with rejects","chat":"a"}"#);
    all.insert(3, "no JSON");
    let (_folder, path) = file(all.join("\n"));
    let stopped = server.run(&["import", text(&path), "-o", "json"]);
    assert_eq!((code(&stopped), &error(&stopped)["code"]), (1, &"bad_line".into()));
    assert!(
        error(&stopped)["message"].as_str().is_some_and(|message| message.contains("line 2")),
        "{}",
        stderr(&stopped)
    );
    let rehearsed = server.run(&["import", text(&path), "--on-error", "skip", "--dry-run", "-o", "json"]);
    assert_eq!(code(&rehearsed), 3);
    assert!(!path.with_extension("ndjson.rejects.ndjson").exists(), "a rehearsal writes nothing");
    let skipped = server.run(&["import", text(&path), "--on-error", "skip", "--wait", "-o", "json"]);
    assert_eq!(code(&skipped), 3, "{}", stderr(&skipped));
    let report: Value = serde_json::from_str(&stdout(&skipped)).expect("JSON");
    assert_eq!((&report["item"]["messages"], &report["item"]["rejected"]), (&3.into(), &2.into()));
    let said = stderr(&skipped);
    assert!(said.contains("line 2: missing field `content`") && said.contains("line 4: "), "{said}");
    let kept = std::fs::read_to_string(path.with_extension("ndjson.rejects.ndjson")).expect("kept");
    assert_eq!(kept.lines().collect::<Vec<_>>(), [all[1], all[3]]);
    assert_eq!(contents(server, "imported with rejects"), expected(&["a"], 3));
}

#[test]
fn the_state_of_another_installation_is_refused() {
    let own = Own::new();
    let (_folder, path) = file(lines("elsewhere", &["a"], 3));
    Server::shared().item(&["import", text(&path)]);
    let refused = own.failure(&["import", text(&path)]);
    assert_eq!((&refused["exit"], &refused["code"]), (&6.into(), &"state_mismatch".into()));
    assert!(own.items(&["app", "ls"]).is_empty(), "nothing was made");
    let state = path.with_extension("ndjson.other-state");
    assert_eq!(own.item(&["import", text(&path), "--state", text(&state), "--wait"])["messages"], 3);
}

#[test]
fn what_is_exported_imported_and_exported_again_is_the_same() {
    let (first, second) = (Own::new(), Own::new());
    let (folder, path) = file(lines("moved", &["a", "b", "c", "d", "e"], 40));
    first.item(&["import", text(&path), "--wait"]);
    first.item(&[
        "msg",
        "post",
        "moved",
        "2",
        "without a sender\u{1b}[2J \"quoted\"\nand on two lines",
        "--wait",
        "10s",
    ]);
    first.item(&["msg", "edit", "moved", "1", "2", "edited: naïve 日本語", "--wait", "10s"]);
    first.item(&["msg", "delete", "moved", "1", "3", "--yes", "--wait", "10s"]);
    let export = |own: &Own, name: &str| {
        let path = folder.path().join(name);
        let report = own.item(&["export", "moved", "--out", text(&path)]);
        (path, report)
    };
    let (out, report) = export(&first, "out.ndjson.gz");
    assert_eq!((&report["messages"], &report["tombstones"]), (&40.into(), &1.into()));
    second.item(&["import", text(&out), "--clients", "1", "--wait"]);
    let (plain, _) = export(&first, "first.ndjson");
    let (again, report) = export(&second, "second.ndjson");
    assert_eq!((&report["messages"], &report["tombstones"]), (&40.into(), &0.into()));
    let read = |path: &Path| std::fs::read_to_string(path).expect("text");
    assert_eq!(read(&plain), read(&again));
    assert_eq!(second.text(&["export", "moved"], 0), read(&again), "standard output gets the same");
}

#[test]
fn a_reader_that_has_had_enough_of_a_long_list_ends_it_quietly() {
    let server = Server::shared();
    let (_folder, path) = file(lines("imported long", &["a"], 2000));
    server.item(&["import", text(&path), "--wait"]);
    for args in [
        &["msg", "ls", "imported long", "1", "--all", "-o", "jsonl"][..],
        &["msg", "ls", "imported long", "1", "--all"],
        &["export", "imported long"],
    ] {
        let mut list = Running::start(server, args);
        list.line();
        list.stop_reading();
        assert_eq!(list.end(), (Some(0), String::new()), "{args:?}");
    }
}
