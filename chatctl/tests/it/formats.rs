//! The same fields whatever the format: no leaf of the tree prints something in one that it leaves out in another.

use serde_json::Value;

use crate::leaves::{Things, leaves_for_scripts, to_import};
use crate::server::{Own, Server};

/// Those that have nothing to list on an installation where all is well.
const EMPTY: [&str; 2] = ["context ls", "queue pending"];

/// The keys of an object, in alphabetical order.
fn keys(object: &Value) -> Vec<String> {
    let mut keys: Vec<String> = object.as_object().expect("an object").keys().cloned().collect();
    keys.sort();
    keys
}

/// The first row of an envelope, or its one thing.
fn first(whole: &Value) -> Option<Value> {
    match whole["items"].as_array() {
        Some(items) => items.first().cloned(),
        None => Some(whole["item"].clone()),
    }
}

#[test]
fn every_leaf_prints_the_same_fields_in_every_data_format() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = &Server::start(&folder.path().join("data"));
    let app = server.app("leaves in formats");
    server.post(&app, &["one", "two", "a text to be found"]);
    server.settle();
    let file = to_import(folder.path());
    let things = Things { server, app: &app, file: &file };
    let letters = Server::start(&folder.path().join("letters"));
    letters.dead_letter();
    let drifted = drifted();
    for leaf in leaves_for_scripts() {
        let name = leaf.join(" ");
        let server = match leaf[0].as_str() {
            "dlq" => &letters,
            "counter" => &*drifted,
            _ => server,
        };
        if name == "queue pending" {
            // What an earlier leaf has posted may still be in a worker's hands.
            server.settle();
        }
        // What was mended by one format would not be there for the next.
        let rehearse: &[&str] = if leaf[0] == "counter" { &["--dry-run"] } else { &[] };
        let printed = |format: &str| {
            let line = Things { server, ..things }.line(&leaf);
            let args: Vec<&str> = line.iter().map(String::as_str).collect();
            server.text(&[&args[..], rehearse, &["-o", format, "--progress", "none"]].concat(), 0)
        };
        let json: Value = serde_json::from_str(&printed("json")).expect("JSON");
        let yaml: Value = serde_saphyr::from_str(&printed("yaml")).expect("YAML");
        let Some(row) = first(&json) else {
            assert!(EMPTY.contains(&name.as_str()), "{name} lists nothing to compare");
            continue;
        };
        let fields = keys(&row);
        assert_eq!(keys(&first(&yaml).expect("a row")), fields, "{name} -o yaml");
        let lines = printed("jsonl");
        let line = serde_json::from_str(lines.lines().next().expect("a line")).expect("JSON");
        assert_eq!(keys(&line), fields, "{name} -o jsonl");
        for (format, between) in [("csv", ','), ("tsv", '\t')] {
            let printed = printed(format);
            let mut header: Vec<&str> = printed.lines().next().expect("a header").split(between).collect();
            header.sort_unstable();
            assert_eq!(header, fields, "{name} -o {format}");
        }
        let names = printed("name");
        assert!(names.lines().next().is_some_and(|line| !line.is_empty()), "{name} -o name");
    }
}

/// An installation with a counter to be mended.
fn drifted() -> Own {
    let mut own = Own::new();
    let app = own.app("drifted");
    own.post(&app, &["one", "two", "three"]);
    own.settle();
    own.damage("chat.db", "UPDATE chats SET messages_count = 31");
    own
}
