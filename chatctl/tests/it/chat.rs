//! Applications, chats and messages through the real chatd: the stories of a first hour.

use crate::server::Server;
use crate::support::{code, stderr, stdout, until};

#[test]
fn a_message_is_posted_found_edited_and_deleted() {
    let server = Server::shared();
    let app = server.app("a first hour");
    let posted = server.item(&["msg", "post", &app, "1", "Where is my order?", "--sender", "ann", "--wait", "10s"]);
    assert_eq!((&posted["message_number"], &posted["state"]), (&1.into(), &"persisted".into()));
    let listed = server.items(&["msg", "ls", &app, "1"]);
    assert_eq!((&listed[0]["sender"], &listed[0]["message_content"]), (&"ann".into(), &"Where is my order?".into()));
    let version = server.item(&["msg", "get", &app, "1", "1"])["version"].as_str().expect("a version").to_owned();
    server.item(&["msg", "edit", &app, "1", "1", "Here it is", "--if-version", &version, "--wait", "10s"]);
    let stale = server.failure(&["msg", "edit", &app, "1", "1", "Gone", "--if-version", &version]);
    assert_eq!((&stale["exit"], &stale["code"]), (&6.into(), &"version_mismatch".into()));
    server.item(&["msg", "delete", &app, "1", "1", "--yes", "--wait", "10s"]);
    let gone = server.failure(&["msg", "get", &app, "1", "1"]);
    assert_eq!((&gone["exit"], &gone["code"]), (&5.into(), &"message_gone".into()));
}

#[test]
fn a_search_marks_what_it_found_in_one_chat_and_in_all() {
    let server = Server::shared();
    let app = server.app("search");
    server.item(&["chat", "create", &app, "--wait", "10s"]);
    for (chat, text) in [("1", "naïve Köln"), ("2", "KOLN again"), ("2", "nothing")] {
        server.item(&["msg", "post", &app, chat, text, "--wait", "10s"]);
    }
    let found = until("both are indexed", || {
        Some(server.items(&["msg", "search", &app, "koln"])).filter(|found| found.len() == 2)
    });
    assert_eq!(found[0]["highlights"], serde_json::json!([{"start": 6, "end": 10}]));
    let found = server.items(&["msg", "search", &app, "2", "koln"]);
    assert_eq!((found.len(), &found[0]["chat_number"]), (1, &2.into()));
}

#[test]
fn an_application_is_found_by_its_name_unless_several_have_it() {
    let server = Server::shared();
    let first = server.app("twins");
    assert_eq!(server.item(&["app", "get", "twins"])["token"], first.as_str());
    let again = server.item(&["app", "create", "twins", "--if-not-exists"]);
    assert_eq!((&again["token"], &again["created"]), (&first.as_str().into(), &false.into()));
    let second = server.app("twins");
    let ambiguous = server.failure(&["chat", "ls", "twins"]);
    assert_eq!((&ambiguous["exit"], &ambiguous["code"]), (&6.into(), &"ambiguous_name".into()));
    let hint = ambiguous["hint"].as_str().expect("a hint");
    assert!(hint.contains(&first) && hint.contains(&second), "{hint}");
    assert_eq!(server.failure(&["app", "create", "twins", "--if-not-exists"])["exit"], 6);
    assert_eq!(server.failure(&["app", "get", "nobody"])["exit"], 5);
}

#[test]
fn lists_go_on_where_they_ended_and_say_so() {
    let server = Server::shared();
    let app = server.app("paging");
    for number in 1..=7 {
        server.item(&["msg", "post", &app, "1", &format!("message {number}")]);
    }
    server.item(&["msg", "post", &app, "1", "message 8", "--wait", "10s"]);
    let numbers = |page: &serde_json::Value| -> Vec<u64> {
        let items = page["items"].as_array().expect("a list");
        items.iter().map(|item| item["message_number"].as_u64().expect("a number")).collect()
    };
    let first = server.json(&["msg", "ls", &app, "1", "--limit", "3"]);
    assert_eq!(numbers(&first), [1, 2, 3]);
    let cursor = first["page"]["next"].as_str().expect("more");
    let second = server.json(&["msg", "ls", &app, "1", "--limit", "4", "--cursor", cursor]);
    assert_eq!(numbers(&second), [4, 5, 6, 7]);
    assert_eq!(numbers(&server.json(&["msg", "ls", &app, "1", "--last", "2"])), [7, 8]);
    assert_eq!(numbers(&server.json(&["msg", "ls", &app, "1", "--from", "3", "--to", "5"])), [3, 4, 5]);
    assert_eq!(numbers(&server.json(&["msg", "tail", &app, "1", "-n", "2"])), [7, 8]);
    let sorted = server.json(&["msg", "ls", &app, "1", "--all", "--sort", "-message_number"]);
    assert_eq!(numbers(&sorted), [8, 7, 6, 5, 4, 3, 2, 1]);
    let sorted = server.json(&["msg", "ls", &app, "1", "--limit", "3", "--sort", "-message_number"]);
    assert!(sorted["warnings"][0].as_str().is_some_and(|warning| warning.contains("only the first 3 were sorted")));
}

#[test]
fn a_content_comes_from_standard_input_or_a_file_only_where_that_is_asked_for() {
    let server = Server::shared();
    let app = server.app("contents");
    let posted = server.command(&["msg", "post", &app, "1", "-", "--wait", "10s"]).write_stdin("two\nlines\n").output();
    assert_eq!(code(&posted.expect("runs")), 0);
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), "from a file\r\n").expect("written");
    let path = file.path().to_str().expect("text");
    server.item(&["msg", "post", &app, "1", "--file", path, "--wait", "10s"]);
    let contents: Vec<_> =
        server.items(&["msg", "ls", &app, "1"]).iter().map(|row| row["message_content"].clone()).collect();
    assert_eq!(contents, ["two\nlines", "from a file"]);
    let nothing = server.command(&["msg", "post", &app, "1"]).write_stdin("not asked for").output().expect("runs");
    assert_eq!(code(&nothing), 2);
    assert_eq!(server.failure(&["msg", "post", &app, "1", "--file", "/nonexistent"])["exit"], 5);
    let bytes = server.command(&["msg", "post", &app, "1", "-"]).write_stdin(&b"\xff"[..]).output().expect("runs");
    assert_eq!(code(&bytes), 2);
}

#[test]
fn what_chatd_refuses_is_a_usage_error_that_names_the_field() {
    let server = Server::shared();
    let app = server.app("refusals");
    let blank = server.failure(&["msg", "post", &app, "1", " "]);
    assert_eq!((&blank["exit"], &blank["code"]), (&2.into(), &"validation_failed".into()));
    assert!(blank["message"].as_str().is_some_and(|message| message.contains("content")), "{blank}");
    assert!(blank["request_id"].as_str().is_some_and(|id| !id.is_empty()));
    assert_eq!(server.failure(&["msg", "ls", &app, "99"])["code"], "chat_not_found");
    assert_eq!(server.failure(&["msg", "get", &app, "1", "99"])["exit"], 5);
}

#[test]
fn nothing_is_changed_by_a_rehearsal() {
    let server = Server::shared();
    let app = server.app("rehearsal");
    server.item(&["msg", "post", &app, "1", "stays", "--wait", "10s"]);
    for args in [
        &["app", "create", "never made"][..],
        &["app", "rename", &app, "other"],
        &["chat", "create", &app],
        &["chat", "rename", &app, "1", "other"],
        &["msg", "post", &app, "1", "never sent"],
        &["msg", "edit", &app, "1", "1", "changed"],
        &["msg", "delete", &app, "1", "1"],
    ] {
        let rehearsed: Vec<&str> = args.iter().copied().chain(["--dry-run"]).collect();
        assert_eq!(server.item(&rehearsed)["dry_run"], true, "{args:?}");
    }
    assert_eq!(server.item(&["app", "get", &app])["name"], "rehearsal");
    assert_eq!(server.items(&["chat", "ls", &app])[0]["title"], "first");
    let messages = server.items(&["msg", "ls", &app, "1"]);
    assert_eq!((messages.len(), &messages[0]["message_content"]), (1, &"stays".into()));
    assert_eq!(server.failure(&["app", "get", "never made"])["exit"], 5);
}

#[test]
fn deleting_without_a_terminal_needs_the_flag_and_names_it() {
    let server = Server::shared();
    let app = server.app("confirmation");
    server.item(&["msg", "post", &app, "1", "stays", "--wait", "10s"]);
    let asked = server.failure(&["msg", "delete", &app, "1", "1"]);
    assert_eq!((&asked["exit"], &asked["code"]), (&10.into(), &"confirmation_required".into()));
    assert!(asked["hint"].as_str().is_some_and(|hint| hint.contains("--yes")));
    assert_eq!(server.items(&["msg", "ls", &app, "1"])[0]["state"], "persisted");
}

#[test]
fn without_the_admin_key_a_token_still_opens_its_own_application() {
    let server = Server::shared();
    let app = server.app("tenant");
    let address = server.item(&["context", "show"])["api"].as_str().expect("an address").to_owned();
    let as_tenant =
        |args: &[&str]| crate::support::chatctl(args).env("CHATCTL_API", &address).output().expect("chatctl runs");
    assert_eq!(code(&as_tenant(&["chat", "ls", &app])), 0);
    let refused = as_tenant(&["app", "ls"]);
    assert_eq!(code(&refused), 4);
    assert!(stderr(&refused).contains("CHATCTL_ADMIN_KEY_FILE"), "{}", stderr(&refused));
    assert_eq!(code(&as_tenant(&["chat", "ls", "tenant"])), 4);
}

#[test]
fn a_content_with_escape_sequences_is_printed_as_they_are_written() {
    let server = Server::shared();
    let app = server.app("escapes");
    server.item(&["msg", "post", &app, "1", "\u{1b}[2Jgone\u{202e}", "--wait", "10s"]);
    for format in ["table", "wide", "json", "jsonl", "yaml"] {
        let shown = stdout(&server.run(&["msg", "ls", &app, "1", "-o", format]));
        assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{format}: {shown}");
    }
    let raw = stdout(&server.run(&["msg", "ls", &app, "1", "-o", "csv"]));
    assert!(raw.contains("\u{1b}[2Jgone\u{202e}"), "into a pipe CSV is the content as it is");
}

#[test]
fn a_chatd_that_does_not_answer_is_unavailable_in_every_format() {
    let output = crate::support::run(&["app", "ls", "--api", "http://127.0.0.1:1"]);
    assert_eq!((code(&output), stdout(&output).as_str()), (7, ""));
    assert!(stderr(&output).contains("http://127.0.0.1:1"), "{}", stderr(&output));
    let output = crate::support::run(&["app", "ls", "--api", "http://127.0.0.1:1", "-o", "json"]);
    let error = crate::support::error(&output);
    assert_eq!((&error["code"], &error["retryable"]), (&"unavailable".into(), &true.into()));
    assert_eq!(code(&crate::support::run(&["app", "ls", "--api", "ftp://host"])), 2);
}
