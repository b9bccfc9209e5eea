//! The marks of contexts, over every leaf: what is read-only is changed by none, and what is protected by none without
//! more consent than elsewhere.

use chat_shared::config::Role;
use serde_json::Value;

use crate::leaves::{Things, leaves_for_scripts, to_import};
use crate::server::Own;
use crate::support::{chatctl, error};

/// What changes nothing of the installation.
const LOOKS: [&str; 40] = [
    "app ls",
    "app get",
    "app stats",
    "chat ls",
    "chat get",
    "chat stats",
    "msg ls",
    "msg get",
    "msg search",
    "msg tail",
    "queue ls",
    "queue get",
    "queue tail",
    "queue peek",
    "queue pending",
    "queue wait",
    "worker ls",
    "worker get",
    "dlq ls",
    "dlq get",
    "dlq errors",
    "dlq export",
    "counter ls",
    "counter get",
    "counter diff",
    "counter explain",
    "counter plan",
    "index status",
    "index verify",
    "job ls",
    "job get",
    "job watch",
    "job wait",
    "verify",
    "doctor",
    "trace msg",
    "check",
    "top",
    "export",
    "backup",
];

/// What is about this machine only.
const OWN: [&str; 7] = ["completion", "man", "context", "config", "errors", "schema", "version"];

/// Of the two states of the index that leaves need there is only one at a time: this one has an installation of its own.
const NEEDS_A_BUILT_INDEX: &str = "index swap";

/// The lines of those leaves that change something in an installation, and are `wanted`.
fn changes(own: &mut Own, wanted: impl Fn(&str) -> bool) -> Vec<Vec<String>> {
    let app = own.app("marked");
    own.post(&app, &["one", "two", "three"]);
    // Where nothing is to be done about counters nothing is asked.
    own.damage("chat.db", "UPDATE chats SET messages_count = 31");
    let file = to_import(own.data());
    let things = Things { server: own, app: &app, file: &file };
    let is_change = |leaf: &Vec<String>| {
        let name = leaf.join(" ");
        !LOOKS.contains(&name.as_str()) && !OWN.contains(&leaf[0].as_str()) && wanted(&name)
    };
    let line = |leaf: Vec<String>| -> Vec<String> {
        things.line(&leaf).into_iter().filter(|word| word != "--dry-run").collect()
    };
    let lines = leaves_for_scripts().into_iter().filter(is_change).map(line).collect();
    own.settle();
    // Without workers nothing moves by itself.
    own.restart_as(Role::Api);
    lines
}

/// The error object of a line that is run in a context of these marks.
fn refused(own: &Own, marks: &str, args: &[&str]) -> Value {
    let home = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(home.path().join("chatctl")).expect("a folder");
    let data = own.data().display();
    let config = format!("context = \"guarded\"\n[contexts.guarded]\ndata = \"{data}\"\n{marks} = true\n");
    std::fs::write(home.path().join("chatctl/config.toml"), config).expect("written");
    let args = [args, &["-o", "json", "--progress", "none"]].concat();
    let output = chatctl(&args).env("XDG_CONFIG_HOME", home.path()).output().expect("runs");
    assert_ne!(output.status.code(), Some(0), "{args:?} did it");
    error(&output)
}

#[test]
fn a_read_only_context_is_changed_by_no_leaf() {
    let mut own = Own::new();
    let lines = changes(&mut own, |_| true);
    let before = own.contents();
    for line in &lines {
        let args: Vec<&str> = line.iter().map(String::as_str).collect();
        let refused = refused(&own, "read_only", &args);
        assert_eq!((&refused["exit"], &refused["code"]), (&10.into(), &"read_only".into()), "{args:?}: {refused}");
        assert!(refused["message"].as_str().is_some_and(|why| why.contains("`guarded` is read-only")), "{refused}");
        assert_eq!(own.contents(), before, "{args:?}");
    }
}

#[test]
fn a_protected_context_asks_one_level_more_of_every_leaf() {
    ask_one_level_more(|leaf| leaf != NEEDS_A_BUILT_INDEX);
    ask_one_level_more(|leaf| leaf == NEEDS_A_BUILT_INDEX);
}

fn ask_one_level_more(wanted: impl Fn(&str) -> bool) {
    let mut own = Own::new();
    let lines = changes(&mut own, wanted);
    assert!(!lines.is_empty());
    let before = own.contents();
    for line in &lines {
        let args: Vec<&str> = line.iter().map(String::as_str).collect();
        let (asked, args): (&str, Vec<&str>) = match args.iter().find(|word| word.starts_with("--confirm=")) {
            Some(severe) => (severe, args.iter().copied().filter(|word| word != severe).collect()),
            None if args.contains(&"--yes") => ("--confirm=guarded", args),
            None => ("--yes", args),
        };
        let refused = refused(&own, "protected", &args);
        assert_eq!(
            (&refused["exit"], &refused["code"]),
            (&10.into(), &"confirmation_required".into()),
            "{args:?}: {refused}"
        );
        assert!(refused["hint"].as_str().is_some_and(|hint| hint.ends_with(asked)), "{args:?}: {refused}");
        assert_eq!(own.contents(), before, "{args:?}");
    }
}
