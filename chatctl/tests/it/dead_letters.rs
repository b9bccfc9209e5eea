//! Dead letters: looked at, and tried again one by one and all.

use serde_json::Value;

use crate::server::Own;
use crate::support::{code, error, stable, stderr, stdout};

/// An installation with one chat, and in it a message that got lost, beside an entry that nobody can read.
fn lettered() -> (Own, String, [String; 2]) {
    let own = Own::new();
    let app = own.app("letters");
    own.settle();
    let ids = [own.lost_message(1, "the lost sheep"), own.dead_letter()].map(|id| id.to_string());
    (own, app, ids)
}

fn outcomes(printed: &str) -> Vec<(Value, Value)> {
    let printed: Value = serde_json::from_str(printed).expect("JSON");
    let items = printed["items"].as_array().expect("a list");
    items.iter().map(|item| (item["id"].clone(), item["outcome"].clone())).collect()
}

#[test]
fn dead_letters_are_listed_and_shown_with_what_they_say() {
    let (own, _, [lost, rubbish]) = lettered();
    let letters = own.items(&["dlq", "ls"]);
    assert_eq!(
        letters.iter().map(|letter| letter["kind"].clone()).collect::<Vec<_>>(),
        ["create_message", "undecodable"]
    );
    assert_eq!(own.items(&["dlq", "ls", "--kind", "undecodable"]).len(), 1);
    let shown = own.item(&["dlq", "get", &lost]);
    assert_eq!((&shown["key"], &shown["entry"]["job"]["content"]), (&"1:1".into(), &"the lost sheep".into()));
    assert_eq!(own.item(&["dlq", "get", &rubbish])["raw"]["payload_hex"], "ff");
    assert_eq!(own.failure(&["dlq", "get", "99"])["exit"], 5);
    let _stable = stable().bind_to_scope();
    insta::assert_snapshot!("dlq_ls", own.in_every_format(&["dlq", "ls"], 0));
    insta::assert_snapshot!("dlq_get", own.text(&["dlq", "get", &rubbish], 0));
}

#[test]
fn what_can_be_persisted_now_is_and_what_cannot_is_told_with_its_reason() {
    let (own, app, [lost, rubbish]) = lettered();
    assert_eq!(own.items(&["dlq", "retry", &lost])[0]["outcome"], "persisted");
    assert_eq!(own.item(&["msg", "get", &app, "1", "1"])["message_content"], "the lost sheep");
    assert!(own.items(&["dlq", "ls"]).iter().all(|letter| letter["id"] == 2));
    assert_eq!(own.items(&["dlq", "ls", "--resolved"]).len(), 2);
    let failed = own.run(&["dlq", "retry", &rubbish, "-o", "json"]);
    assert_eq!(outcomes(&stdout(&failed)), [(2.into(), "failed".into())]);
    assert_eq!((code(&failed), &error(&failed)["exit"]), (1, &1.into()));
    assert_eq!(own.item(&["dlq", "get", &rubbish])["attempts"], 2);
    let mixed = own.text(&["dlq", "retry", &lost, &rubbish, "-o", "json"], 3);
    assert_eq!(outcomes(&mixed), [(1.into(), "persisted".into()), (2.into(), "failed".into())]);
}

#[test]
fn an_id_that_nobody_has_is_not_found_and_does_not_stop_the_others() {
    let (own, _, [lost, _]) = lettered();
    let unknown = own.run(&["dlq", "retry", "98", "99", "-o", "json"]);
    assert_eq!(outcomes(&stdout(&unknown)), [(98.into(), "not_found".into()), (99.into(), "not_found".into())]);
    assert_eq!((code(&unknown), &error(&unknown)["code"]), (5, &"not_found".into()));
    let mixed = own.text(&["dlq", "retry", "99", &lost, "-o", "json"], 3);
    assert_eq!(outcomes(&mixed), [(99.into(), "not_found".into()), (1.into(), "persisted".into())]);
}

#[test]
fn a_rehearsal_changes_nothing() {
    let (own, _, [lost, _]) = lettered();
    assert_eq!(own.items(&["dlq", "retry", &lost, "--dry-run"])[0]["outcome"], "would_retry");
    let unknown = own.run(&["dlq", "retry", "99", &lost, "--dry-run", "-o", "json"]);
    assert_eq!(outcomes(&stdout(&unknown)), [(99.into(), "not_found".into()), (1.into(), "would_retry".into())]);
    assert_eq!(code(&unknown), 3);
    let all = own.json(&["dlq", "retry", "--all", "--dry-run"]);
    assert!(all["warnings"][0].as_str().is_some_and(|warning| warning.starts_with("2 dead letters")), "{all}");
    assert_eq!(own.item(&["dlq", "get", &lost])["attempts"], 1);
}

#[test]
fn trying_all_again_needs_consent_and_shows_how_many_they_are() {
    let (own, app, _) = lettered();
    let asked = own.failure(&["dlq", "retry", "--all"]);
    assert_eq!((&asked["exit"], &asked["code"]), (&10.into(), &"confirmation_required".into()));
    assert!(asked["message"].as_str().is_some_and(|message| message.contains("retry 2 dead letters")), "{asked}");
    assert!(asked["hint"].as_str().is_some_and(|hint| hint.contains("--yes")), "{asked}");
    assert_eq!(own.failure(&["dlq", "retry"])["exit"], 2);
    assert_eq!(own.failure(&["dlq", "retry", "1", "--all"])["exit"], 2);
    let job = own.item(&["dlq", "retry", "--kind", "create_message", "--yes"]);
    assert_eq!((&job["state"], &job["result"]["resolved"]), (&"done".into(), &1.into()));
    assert_eq!(own.items(&["msg", "ls", &app, "1"])[0]["message_content"], "the lost sheep");
    let rest = own.run(&["dlq", "retry", "--all", "--yes", "-o", "json"]);
    assert_eq!(code(&rest), 1, "{}", stderr(&rest));
    assert_eq!(serde_json::from_str::<Value>(&stdout(&rest)).expect("JSON")["item"]["result"]["failed"], 1);
}

#[test]
fn a_query_that_is_wrong_shows_where_and_which_fields_there_are() {
    let output = crate::support::run(&["dlq", "ls", "--query", "kynd=x"]);
    assert_eq!(code(&output), 2);
    let said = stderr(&output);
    assert!(said.contains("there is no field `kynd`") && said.contains('^') && said.contains("fields: id"), "{said}");
}

#[test]
fn a_query_chooses_what_is_listed_grouped_retried_and_dropped() {
    let (own, app, [lost, rubbish]) = lettered();
    assert_eq!(own.items(&["dlq", "ls", "--query", "content~sheep"])[0]["id"].to_string(), lost);
    let groups = own.items(&["dlq", "errors"]);
    assert_eq!(groups.iter().map(|group| group["count"].clone()).collect::<Vec<_>>(), [1, 1]);
    assert_eq!(own.json(&["dlq", "errors", "--query", "reason=rubbish"])["page"]["total"], 1);
    assert_eq!(own.json(&["dlq", "errors", "--query", "group=rubbish and kind=undecodable"])["page"]["total"], 1);
    let rehearsed = own.text(&["dlq", "retry", "--query", "kind=create_message", "--dry-run", "-o", "json"], 0);
    assert_eq!(outcomes(&rehearsed), [(1.into(), "would_retry".into())]);
    let job = own.item(&["dlq", "retry", "--query", "age<1h and sheep", "--rate", "50", "--yes"]);
    assert_eq!((&job["state"], &job["result"]["resolved"]), (&"done".into(), &1.into()));
    assert_eq!(own.item(&["msg", "get", &app, "1", "1"])["message_content"], "the lost sheep");
    assert_eq!(own.failure(&["dlq", "drop", &rubbish])["exit"], 10);
    assert_eq!(own.items(&["dlq", "drop", &rubbish, "--dry-run"])[0]["outcome"], "would_drop");
    let job = own.item(&["dlq", "drop", "--query", "kind=undecodable", "--yes"]);
    assert_eq!((&job["kind"], &job["result"]["resolved"]), (&"drop_dead_letters".into(), &1.into()));
    assert_eq!(own.items(&["dlq", "ls"]), [] as [Value; 0]);
}

#[test]
fn what_an_entry_says_is_mended_and_what_it_said_is_kept() {
    let (own, app, [lost, rubbish]) = lettered();
    assert_eq!(
        own.item(&["dlq", "edit", &lost, "--content", "found", "--dry-run"])["entry"]["job"]["content"],
        "found"
    );
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), "the found sheep\n").expect("written");
    let edited = own.item(&["dlq", "edit", &lost, "--file", file.path().to_str().expect("text")]);
    assert_eq!(edited["entry"]["job"]["content"], "the found sheep");
    assert_eq!(edited["original"]["job"]["content"], "the lost sheep");
    assert_eq!(own.failure(&["dlq", "edit", &lost])["exit"], 2, "without a terminal no editor is opened");
    assert_eq!(own.failure(&["dlq", "edit", &lost, "--title", "x"])["exit"], 2);
    assert_eq!(own.failure(&["dlq", "edit", &rubbish, "--content", "x"])["exit"], 2);
    own.items(&["dlq", "retry", &lost]);
    assert_eq!(own.item(&["msg", "get", &app, "1", "1"])["message_content"], "the found sheep");
    let late = own.failure(&["dlq", "edit", &lost, "--content", "late"]);
    assert_eq!((&late["exit"], &late["code"]), (&6.into(), &"dead_letter_changed".into()));
}

#[test]
fn dead_letters_are_written_to_a_file_and_those_that_are_here_already_are_left_alone() {
    let (own, _, _) = lettered();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("letters.ndjson").to_str().expect("text").to_owned();
    assert_eq!(own.item(&["dlq", "export", "--out", &file])["dead_letters"], 2);
    let lines = std::fs::read_to_string(&file).expect("reads");
    assert_eq!(lines.lines().count(), 2);
    let imported = own.items(&["dlq", "import", &file]);
    assert!(imported.iter().all(|one| one["outcome"] == "exists"), "{imported:?}");
    let other = Own::new();
    let strange = other.run(&["dlq", "import", &file, "-o", "json"]);
    let printed: Value = serde_json::from_str(&stdout(&strange)).expect("JSON");
    let outcomes: Vec<_> =
        printed["items"].as_array().expect("a list").iter().map(|one| one["outcome"].clone()).collect();
    assert_eq!((code(&strange), outcomes), (3, vec!["refused".into(), "parked".into()]));
    std::fs::write(&file, "{}\n").expect("written");
    let wrong = own.failure(&["dlq", "import", &file]);
    assert!(wrong["message"].as_str().is_some_and(|message| message.contains("line 1")), "{wrong}");
    assert_eq!(own.failure(&["dlq", "export", "--out", "/nonexistent/x"])["exit"], 1);
}
