//! Long work in chatd: followed, left alone, come back to, cancelled. Without workers a job waits for ever, and so does
//! whoever watches it.

use chat_shared::config::Role;

use crate::server::Own;
use crate::support::{Running, code, error, stable, stderr, stdout, until};

/// An installation with three messages, all persisted and indexed.
fn furnished() -> (Own, String) {
    let own = Own::new();
    let app = own.app("jobs");
    own.post(&app, &["the first sheep", "the second sheep", "the goat"]);
    own.settle();
    (own, app)
}

#[test]
fn a_reindexing_is_followed_to_its_end_and_found_in_the_list() {
    let (own, app) = furnished();
    let before = own.item(&["index", "status"]);
    assert_eq!((&before["documents"], &before["needs_filling"]), (&3.into(), &false.into()));
    let job = own.item(&["index", "reindex"]);
    assert_eq!((&job["kind"], &job["state"], &job["done"]), (&"reindex".into(), &"done".into(), &3.into()));
    let after = own.item(&["index", "status"]);
    assert!(after["generation"].as_u64() > before["generation"].as_u64(), "{after}");
    assert_eq!((&after["documents"], &after["building"]), (&3.into(), &serde_json::Value::Null));
    assert_eq!(own.items(&["msg", "search", &app, "sheep"]).len(), 2);
    assert_eq!(own.items(&["job", "ls"])[0]["id"], job["id"]);
    let _stable = stable().bind_to_scope();
    insta::assert_snapshot!("job_ls", own.in_every_format(&["job", "ls"], 0));
    let columns = "engine,generation,building,documents,needs_filling,backlog_ranges,backlog_messages,job_id";
    insta::assert_snapshot!("index_status", own.in_every_format(&["index", "status", "--columns", columns], 0));
}

#[test]
fn how_far_a_job_is_comes_as_lines_for_programs() {
    let (own, _) = furnished();
    let output = own.run(&["index", "reindex", "--progress", "json", "-o", "name"]);
    assert_eq!(code(&output), 0);
    let said: Vec<serde_json::Value> =
        stderr(&output).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!((&said[0]["type"], &said[0]["form"]), (&"version".into(), &"1.0".into()));
    assert_eq!((&said[1]["type"], &said[1]["job"]), (&"start".into(), &"job".into()));
    let [.., end, summary] = &said[..] else { panic!("{said:?}") };
    assert_eq!(end["type"], "end");
    assert_eq!((&summary["type"], &summary["exit"]), (&"summary".into(), &0.into()));
    for line in &said {
        crate::schemas::conforms("progress", line);
    }
    let id = summary["report"]["id"].as_i64().expect("the job that was printed");
    assert_eq!(summary["report"], own.item(&["job", "get", &id.to_string()]));
}

#[test]
fn the_last_line_for_programs_says_how_it_went_whatever_came_of_it() {
    let (mut own, app) = furnished();
    let summary = |own: &Own, args: &[&str]| -> serde_json::Value {
        let output = own.run(&[args, &["--progress", "json"]].concat());
        let said = stderr(&output);
        let mut last_first = said.lines().rev().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
        let last = last_first.next().expect("a line");
        assert_eq!((&last["type"], &last["exit"]), (&"summary".into(), &code(&output).into()), "{args:?}: {said}");
        crate::schemas::conforms("progress", &last);
        last
    };
    let diff = summary(&own, &["counter", "diff"]);
    let counters = own.items(&["counter", "diff"]).len();
    assert_eq!((&diff["schema"], &diff["rows"]), (&"chatctl.counter.diff/v1".into(), &counters.into()));
    let refused = summary(&own, &["backup", &app, "--out", "/nonexistent/file"]);
    assert_eq!((&refused["exit"], &refused["report"]), (&1.into(), &serde_json::Value::Null), "{refused}");
    assert!(refused["error"]["message"].as_str().is_some_and(|why| why.contains("/nonexistent/file")), "{refused}");
    own.damage("chat.db", "UPDATE chats SET messages_count = 31");
    let found = summary(&own, &["verify", "-o", "name"]);
    assert_eq!((&found["exit"], &found["report"]["state"]), (&9.into(), &"failed".into()), "{found}");
}

#[test]
fn a_job_that_was_left_alone_is_come_back_to() {
    let (mut own, _) = furnished();
    own.restart_as(Role::Api);
    let job = own.item(&["index", "reindex", "--detach"]);
    assert_eq!(job["state"], "queued");
    let id = job["id"].to_string();
    assert_eq!(own.item(&["job", "get", &id])["state"], "queued");
    let second = own.failure(&["index", "reindex"]);
    assert_eq!(second["exit"], 6, "{second}");
    assert!(second.to_string().contains(&id), "it names the one that is under way: {second}");
    own.restart_as(Role::All);
    let watched = own.item(&["job", "watch", &id]);
    assert_eq!((&watched["id"], &watched["state"]), (&job["id"], &"done".into()));
    own.item(&["index", "reindex"]);
}

#[test]
fn a_job_is_cancelled_with_consent_and_whoever_follows_it_learns_of_it() {
    let (mut own, _) = furnished();
    own.restart_as(Role::Api);
    let id = own.item(&["index", "reindex", "--detach"])["id"].to_string();
    let mut watch = Running::start(&own, &["job", "watch", &id, "--progress", "json", "-o", "jsonl"]);
    watch.said();
    assert_eq!(own.failure(&["job", "cancel", &id])["exit"], 10);
    assert_eq!(own.item(&["job", "cancel", &id, "--dry-run"])["state"], "queued");
    assert_eq!(own.item(&["job", "cancel", &id, "--yes"])["state"], "cancelled");
    assert_eq!(watch.json()["state"], "cancelled");
    let (ended, said) = watch.end();
    assert_eq!(ended, Some(1));
    assert!(said.contains("job_cancelled"), "{said}");
    assert_eq!(own.item(&["job", "cancel", &id, "--yes"])["state"], "cancelled", "again changes nothing");
    let job = own.item(&["index", "reindex", "--detach"]);
    assert_eq!(job["state"], "queued", "the way is free");
    assert_eq!(own.failure(&["job", "get", "99"])["exit"], 5);
    assert_eq!(own.failure(&["job", "cancel", "99", "--yes"])["exit"], 5);
}

#[test]
fn an_interrupt_leaves_the_job_to_chatd_and_says_how_to_come_back() {
    let (mut own, _) = furnished();
    own.restart_as(Role::Api);
    let ids = || own.items(&["job", "ls"]).iter().map(|job| job["id"].to_string()).collect::<Vec<_>>();
    for (args, expected) in [(&["index", "reindex"][..], "1"), (&["verify"], "2"), (&["job", "watch", "1"], "1")] {
        let mut running = Running::start(&own, &[args, &["--progress", "json"]].concat());
        running.said();
        running.signal("INT");
        let (ended, said) = running.end();
        assert_eq!(ended, Some(130), "{args:?}: {said}");
        assert!(said.contains(&format!("chatctl job watch {expected}")), "{args:?}: {said}");
    }
    assert_eq!(ids(), ["2", "1"]);
    assert!(own.items(&["job", "ls"]).iter().all(|job| job["state"] == "queued"), "they go on");
}

#[test]
fn a_job_is_followed_over_a_restart_of_chatd() {
    let (mut own, _) = furnished();
    own.restart_as(Role::Api);
    let id = own.item(&["index", "reindex", "--detach"])["id"].to_string();
    let mut watch = Running::start(&own, &["job", "watch", &id, "--progress", "json", "-o", "jsonl"]);
    watch.said();
    own.restart_at_the_same_address();
    let job = watch.json();
    assert_eq!((job["id"].to_string(), &job["state"]), (id, &"done".into()));
    assert_eq!(watch.end().0, Some(0));
}

#[test]
fn an_index_that_was_deleted_is_filled_again_by_itself() {
    let (mut own, app) = furnished();
    own.behind_its_back(|data| {
        for file in ["search.db", "search.db-wal", "search.db-shm"] {
            // The write-ahead log goes with a clean stop.
            let _ = std::fs::remove_file(data.join(file));
        }
        assert!(!data.join("search.db").exists());
    });
    until("the index is filled", || (own.item(&["index", "status"])["needs_filling"] == false).then_some(()));
    assert_eq!(own.items(&["msg", "search", &app, "sheep"]).len(), 2);
    assert_eq!(own.item(&["index", "status"])["documents"], 3);
    own.text(&["verify"], 0);
}

#[test]
fn a_reindexing_without_swap_leaves_the_old_index_in_its_place() {
    let (own, app) = furnished();
    let before = own.item(&["index", "status"]);
    let rehearsed = own.run(&["index", "reindex", "--dry-run", "-o", "json"]);
    assert!(stdout(&rehearsed).contains("3 documents would be built anew"), "{}", stdout(&rehearsed));
    own.item(&["index", "reindex", "--no-swap"]);
    let beside = own.item(&["index", "status"]);
    assert_eq!(beside["generation"], before["generation"]);
    assert!(beside["building"].is_u64(), "{beside}");
    assert_eq!(own.items(&["msg", "search", &app, "sheep"]).len(), 2);
    own.item(&["index", "reindex"]);
    let swapped = own.item(&["index", "status"]);
    assert_eq!((&swapped["generation"], swapped["building"].is_null()), (&beside["building"], true));
}

#[test]
fn an_unknown_job_is_not_found_before_anything_is_followed() {
    let (own, _) = furnished();
    let output = own.run(&["job", "watch", "99", "-o", "json"]);
    assert_eq!((code(&output), &error(&output)["exit"]), (5, &5.into()));
}

#[test]
fn a_job_is_held_slowed_let_go_and_waited_for() {
    let (mut own, _) = furnished();
    own.restart_as(Role::Api);
    let id = own.item(&["index", "reindex", "--detach"])["id"].to_string();
    assert_eq!(own.item(&["job", "pause", &id, "--dry-run"])["state"], "queued");
    assert_eq!(own.item(&["job", "pause", &id])["state"], "paused");
    assert_eq!(own.item(&["job", "throttle", &id, "--rate", "500"])["rate"], 500);
    let late = own.failure(&["job", "wait", &id, "--within", "300ms"]);
    assert_eq!(late["exit"], 8, "{late}");
    assert!(late["hint"].as_str().is_some_and(|hint| hint.contains("chatctl job wait")), "{late}");
    own.restart_as(Role::All);
    assert_eq!(own.item(&["job", "get", &id])["state"], "paused");
    own.item(&["job", "resume", &id]);
    assert_eq!(own.item(&["job", "wait", &id])["state"], "done");
    assert_eq!(own.json(&["job", "pause", &id])["warnings"][0], format!("job {id} has ended"));
    assert_eq!(own.failure(&["job", "wait", "999"])["exit"], 5);
    assert_eq!(own.failure(&["job", "throttle", &id, "--rate", "fast"])["exit"], 2);
}

#[test]
fn an_index_is_swapped_in_gone_back_from_and_pruned_with_consent() {
    let (own, app) = furnished();
    assert_eq!(own.failure(&["index", "swap", "--yes"])["exit"], 5);
    assert_eq!(own.failure(&["index", "rollback", "--yes"])["exit"], 5);
    let first = own.item(&["index", "status"])["generation"].clone();
    own.item(&["index", "reindex", "--no-swap", "--verify", "50%"]);
    let second = own.item(&["index", "status"])["building"].clone();
    assert_eq!(own.failure(&["index", "swap"])["exit"], 10);
    assert_eq!(own.item(&["index", "swap", "--dry-run"])["generation"], first);
    let swapped = own.item(&["index", "swap", "--yes"]);
    assert_eq!((&swapped["generation"], &swapped["previous"]), (&second, &first));
    own.item(&["msg", "post", &app, "1", "a late sheep", "--wait", "10s"]);
    own.settle();
    let back = own.item(&["index", "rollback", "--yes"]);
    assert_eq!((&back["generation"], &back["previous"]), (&first, &second));
    assert_eq!(own.items(&["msg", "search", &app, "sheep"]).len(), 3, "it was written to all the while");
    let pruned = own.item(&["index", "prune", "--yes"]);
    assert_eq!((&pruned["generation"], &pruned["previous"]), (&first, &serde_json::Value::Null));
    for wrong in ["-1", "101%", "many", "10001"] {
        assert_eq!(own.failure(&["index", "reindex", "--verify", wrong])["exit"], 2, "{wrong}");
    }
}
