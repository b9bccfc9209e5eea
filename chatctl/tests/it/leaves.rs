//! Every leaf of the command tree keeps the contract with scripts, whatever the leaf does: nothing may be added to the
//! tree that this walk does not know how to call.

use std::path::Path;

use chatctl::cli;
use clap::Command;
use tempfile::TempDir;

use crate::server::Server;
use crate::support::{Nobody, code, error, run, stdout};

/// Monitoring takes 2 for a critical state: `check` leaves with 3 where it could not check.
const UNKNOWN: i32 = 3;

/// A screen is no list of values and needs a terminal: its contract stands in `tui.rs`.
const FOR_EYES: [&str; 1] = ["tui"];

/// Every command without subcommands, as its words.
fn leaves(command: &Command, path: &[String], found: &mut Vec<Vec<String>>) {
    let mut subs = command.get_subcommands().filter(|sub| sub.get_name() != "help").peekable();
    if subs.peek().is_none() {
        found.push(path.to_vec());
    }
    for sub in subs {
        let path: Vec<String> = path.iter().cloned().chain([sub.get_name().to_owned()]).collect();
        leaves(sub, &path, found);
    }
}

pub fn all_leaves() -> Vec<Vec<String>> {
    let mut found = Vec::new();
    leaves(&cli::command(), &[], &mut found);
    found
}

/// Those whose results scripts can read.
pub fn leaves_for_scripts() -> Vec<Vec<String>> {
    let mut leaves = all_leaves();
    leaves.retain(|leaf| !FOR_EYES.contains(&leaf.join(" ").as_str()));
    leaves
}

#[test]
fn every_leaf_refuses_an_unknown_flag_with_an_error_object() {
    for leaf in all_leaves() {
        let mut args: Vec<&str> = leaf.iter().map(String::as_str).collect();
        args.extend(["--no-such-flag", "-o", "json"]);
        let output = run(&args);
        if leaf == ["check"] {
            assert_eq!((code(&output), stdout(&output).as_str()), (UNKNOWN, ""), "{args:?}");
            continue;
        }
        assert_eq!((code(&output), stdout(&output).as_str()), (2, ""), "{args:?}");
        assert_eq!(error(&output)["code"], "usage", "{args:?}");
    }
}

#[test]
fn every_global_flag_is_taken_after_every_leaf() {
    let globals = ["--limit=0", "--sort=-", "--time=soon", "--color=red", "--progress=fast", "--timeout=x", "-o=xml"];
    for leaf in all_leaves() {
        for global in globals {
            let mut args: Vec<&str> = leaf.iter().map(String::as_str).collect();
            args.push(global);
            let output = run(&args);
            let flag = global.split('=').next().unwrap_or(global);
            let expected = if leaf == ["check"] { UNKNOWN } else { 2 };
            assert_eq!(code(&output), expected, "{args:?}");
            let shown = crate::support::stderr(&output);
            assert!(shown.contains("invalid value") && shown.contains(flag), "{args:?}: {shown}");
        }
    }
}

#[test]
fn every_leaf_ends_quietly_where_nobody_reads_what_it_prints() {
    let stage = Stage::new("leaves unread");
    for leaf in leaves_for_scripts() {
        let things = stage.things(&leaf);
        for format in ["table", "json"] {
            let line = things.line(&leaf);
            let args: Vec<&str> = line.iter().map(String::as_str).collect();
            let args = [&args[..], &["-o", format, "--progress", "none", "-q"]].concat();
            assert_eq!(unread(things.server, &args), (Some(0), String::new()), "{args:?}");
        }
    }
}

#[test]
fn every_leaf_whose_results_find_no_room_says_so_and_fails() {
    let stage = Stage::new("leaves on a full disk");
    for leaf in leaves_for_scripts() {
        let things = stage.things(&leaf);
        let line = things.line(&leaf);
        let args: Vec<&str> = line.iter().map(String::as_str).collect();
        let full = std::fs::File::options().write(true).open("/dev/full").expect("Linux has it");
        let args = [&args[..], &["-o", "json", "--progress", "none"]].concat();
        let output = printing_to(things.server, &args, full.into());
        let expected = if leaf == ["check"] { UNKNOWN } else { 1 };
        assert_eq!(code(&output), expected, "{args:?}");
        assert!(crate::support::stderr(&output).contains("standard output"), "{args:?}");
    }
}

#[test]
fn every_leaf_that_asks_chatd_says_in_the_same_way_that_none_answers() {
    const ASKS_NOBODY: [&str; 14] = [
        "config path",
        "config show",
        "context add",
        "context ls",
        "context rm",
        "context show",
        "context use",
        "errors ls",
        "errors explain",
        "schema ls",
        "schema show",
        "version",
        "completion",
        "man",
    ];
    let stage = Stage::new("leaves alone");
    let nobody = Nobody::new();
    let api = format!("http://{}", nobody.address());
    for leaf in leaves_for_scripts() {
        let name = leaf.join(" ");
        if ASKS_NOBODY.contains(&name.as_str()) {
            continue;
        }
        // Made where there is somebody, dead letters as well: they are only named.
        let line = Things { server: &stage.server, ..stage.things(&leaf) }.line(&leaf);
        let args: Vec<&str> = line.iter().map(String::as_str).collect();
        let patience: &[&str] = if name == "import" { &["--retry-for", "1ms"] } else { &[] };
        let output = run(&[&args[..], patience, &["--api", &api, "-o", "json", "--progress", "none"]].concat());
        if name == "check" {
            assert_eq!(code(&output), 2, "for monitoring that is critical");
            continue;
        }
        if name == "doctor" {
            let shown = stdout(&output);
            assert_eq!(code(&output), 1, "that is what is wrong: {shown}");
            assert!(shown.contains("critical") && shown.contains("start chatd"), "{shown}");
            continue;
        }
        let error = error(&output);
        assert_eq!((&error["code"], &error["exit"]), (&"unavailable".into(), &7.into()), "{name}: {error}");
        assert_eq!(error["retryable"], true, "{name}: {error}");
        assert!(error["hint"].as_str().is_some_and(|hint| hint.contains("start chatd")), "{name}: {error}");
    }
}

/// How a chatctl ends, and what it says on standard error, whose standard output nobody reads.
fn unread(server: &Server, args: &[&str]) -> (Option<i32>, String) {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let output = printing_to(server, args, writer.into());
    (output.status.code(), crate::support::stderr(&output))
}

fn printing_to(server: &Server, args: &[&str], out: std::process::Stdio) -> std::process::Output {
    std::process::Command::new(env!("CARGO_BIN_EXE_chatctl"))
        .env_clear()
        .env("HOME", "/nonexistent")
        .env("CHATCTL_DATA", server.data())
        .env("XDG_CONFIG_HOME", server.config())
        .args(args)
        .stdin(std::process::Stdio::null())
        .stdout(out)
        .output()
        .expect("runs")
}

/// How to call a leaf so that it succeeds on the shared chatd: what stands after its words. A new leaf must be given
/// its line here, and with it the walk.
pub fn arguments(leaf: &str, things: &Things<'_>) -> Vec<String> {
    let line = match leaf {
        "app ls" | "queue ls" | "worker ls" | "dlq ls" | "counter ls" | "counter diff" | "index status"
        | "index reindex" | "index verify" | "job ls" | "verify" | "context ls" | "context show" | "errors ls"
        | "version" | "counter plan" | "dlq errors" | "schema ls" | "config show" | "config path" | "context test"
        | "doctor" => "",
        "app rotate-token" => "ROTATED --yes",
        "app get" | "app stats" | "chat ls" | "chat create" | "export" => "APP",
        "app create" => "leaf",
        "app rename" => "APP leaves",
        "chat get" | "chat stats" | "msg ls" | "msg tail" => "APP 1",
        "chat rename" => "APP 1 title",
        "msg get" | "trace msg" => "APP 1 1",
        "msg post" | "msg search" => "APP 1 text",
        "msg edit" => "APP 1 2 text",
        "msg delete" => "APP 1 FRESH --yes",
        "app delete" => "DOOMED --confirm=doomed",
        "check" => "api",
        "top" => "--once --refresh 50ms",
        "queue get" | "queue tail" | "queue pending" => "persist",
        "queue claim" => "index --idle 1m",
        "queue pause" | "queue resume" => "index",
        "queue wait" => "persist --lag-below 1000",
        "queue peek" => "persist ENTRY",
        "worker get" => "WORKER",
        "counter get" | "counter explain" => "COUNTER",
        "counter apply" => "PLAN --yes",
        "counter reconcile" => "--yes",
        "dlq get" => "LETTER",
        "dlq drop" => "LETTER --yes",
        "dlq edit" => "LOST --content mended",
        "dlq export" => "--out LETTERS",
        "dlq import" => "EXPORTED",
        "dlq retry" => "LETTER --dry-run",
        "job get" | "job watch" | "job wait" | "job pause" | "job resume" => "JOB",
        "job throttle" => "JOB --rate 5",
        "job cancel" => "JOB --yes",
        "index swap" => "BUILT --yes --dry-run",
        "index rollback" | "index prune" => "KEPT --yes",
        "bench post" => "--duration 200ms --warmup 50ms --clients 2 --chats 2",
        "bench search" | "bench mixed" => "--duration 200ms --warmup 50ms --clients 2 --chats 2 --messages 50",
        "backup" => "APP --out BACKUP",
        "restore" => "BACKUP --as restored",
        "import" => "FILE",
        "completion" => "bash",
        "errors explain" => "usage",
        "schema show" => "app ls",
        "context add" => "another --api http://h --replace",
        "context use" | "context rm" => "CONTEXT",
        "man" => "FOLDER",
        unknown => panic!("say here how `chatctl {unknown}` is called"),
    };
    line.split_whitespace().map(|word| things.of(word)).filter(|word| !word.is_empty()).collect()
}

/// Two installations that leaves are called on, and their folder.
struct Stage {
    server: Server,
    /// Where the dead letters are: one is a finding of `verify`, and where there is one other leaves fail.
    letters: Server,
    app: String,
    file: String,
    /// Removed after those that work in it have ended.
    _folder: TempDir,
}

impl Stage {
    /// Of its own for each test: there is one reindexing at a time.
    fn new(app: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let start = |name: &str| Server::start(&folder.path().join(name));
        let (server, letters, file) = (start("data"), start("letters"), to_import(folder.path()));
        let app = server.app(app);
        server.post(&app, &["one", "two", "three", "four"]);
        Self { server, letters, app, file, _folder: folder }
    }

    /// What a leaf is called on.
    fn things(&self, leaf: &[String]) -> Things<'_> {
        let server = if leaf[0] == "dlq" { &self.letters } else { &self.server };
        Things { server, app: &self.app, file: &self.file }
    }
}

/// A file with a message of another application, to import.
pub fn to_import(folder: &Path) -> String {
    let file = folder.join("messages.ndjson");
    std::fs::write(&file, "{\"app\":\"imported\",\"chat\":\"c\",\"content\":\"x\"}\n").expect("written");
    file.to_str().expect("text").to_owned()
}

/// What leaves are called on, each made when it is asked for.
#[derive(Clone, Copy)]
pub struct Things<'a> {
    /// Where they are.
    pub server: &'a Server,
    /// An application with a chat of at least three messages, by its token.
    pub app: &'a str,
    /// A file to import; others are made beside it.
    pub file: &'a str,
}

impl Things<'_> {
    /// The line of a leaf, whose arguments are made.
    pub fn line(&self, leaf: &[String]) -> Vec<String> {
        leaf.iter().cloned().chain(arguments(&leaf.join(" "), self)).collect()
    }

    fn of(&self, word: &str) -> String {
        let text = |value: &serde_json::Value| match value {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        match word {
            "APP" => self.app.to_owned(),
            "FILE" => self.file.to_owned(),
            "FOLDER" => format!("{}.man", self.file),
            "FRESH" => {
                text(&self.server.item(&["msg", "post", self.app, "1", "fresh", "--wait", "10s"])["message_number"])
            }
            "DOOMED" => self.server.app("doomed"),
            "CONTEXT" => {
                self.server.item(&["context", "add", "leaf", "--api", "http://h", "--replace"]);
                "leaf".to_owned()
            }
            "PLAN" => {
                let plan = self.server.data().join("plan.json");
                std::fs::write(&plan, self.server.text(&["counter", "plan"], 0)).expect("written");
                plan.to_str().expect("text").to_owned()
            }
            "BACKUP" => {
                let path = format!("{}.backup.zst", self.file);
                self.server.item(&["backup", self.app, "--out", &path]);
                path
            }
            "ROTATED" => self.server.app("rotated"),
            "ENTRY" => text(&self.server.item(&["msg", "post", self.app, "1", "entry"])["job_id"]),
            "WORKER" => text(&self.server.items(&["worker", "ls"])[0]["id"]),
            "COUNTER" => text(&self.server.items(&["counter", "ls"])[0]["key"]),
            // States of the index that a leaf needs, and no words of its line.
            "BUILT" => {
                if self.server.item(&["index", "status"])["building"].is_null() {
                    self.server.item(&["index", "reindex", "--no-swap"]);
                }
                String::new()
            }
            "KEPT" => {
                self.server.item(&["index", "reindex"]);
                String::new()
            }
            "LOST" => self.server.lost_message(1, "lost").to_string(),
            "LETTERS" => self.server.data().join("letters.ndjson").to_str().expect("text").to_owned(),
            "EXPORTED" => {
                let file = self.of("LETTERS");
                self.server.item(&["dlq", "export", "--out", &file]);
                file
            }
            "LETTER" => self.server.dead_letter().to_string(),
            "JOB" => text(&self.server.item(&["index", "reindex"])["id"]),
            word => word.to_owned(),
        }
    }
}

#[test]
fn every_leaf_prints_one_json_object_with_its_schema() {
    let stage = Stage::new("leaves");
    for leaf in leaves_for_scripts() {
        let things = stage.things(&leaf);
        let line = things.line(&leaf);
        let args: Vec<&str> = line.iter().map(String::as_str).collect();
        let words: Vec<&str> = leaf.iter().map(|word| if word == "ls" { "list" } else { word.as_str() }).collect();
        let printed = things.server.json(&args);
        assert_eq!(printed["schema"], format!("chatctl.{}/v1", words.join(".")), "{args:?}");
        assert!(printed["items"].is_array() != printed["item"].is_object(), "{args:?}: {printed}");
        assert!(printed["warnings"].is_array(), "{args:?}");
    }
}
