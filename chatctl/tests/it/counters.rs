//! Counters: shown as they are, and judged with what is in flight. What is made wrong behind chatd's back is found.

use serde_json::{Value, json};

use crate::server::Own;
use crate::support::{code, error, stable, stdout};

/// An installation with one chat of three messages, all persisted.
fn settled() -> Own {
    let own = Own::new();
    let app = own.app("counters");
    own.post(&app, &["one", "two", "three"]);
    own.settle();
    own
}

fn fields<'a>(counter: &'a Value, names: &[&str]) -> Vec<&'a Value> {
    names.iter().map(|name| &counter[*name]).collect()
}

#[test]
fn counters_are_listed_by_their_keys_and_an_application_may_be_named_as_one_likes() {
    let own = settled();
    let other = own.app("another");
    let all = own.items(&["counter", "ls"]);
    let shown: Vec<_> = all.iter().map(|counter| (counter["key"].clone(), counter["n"].clone())).collect();
    assert_eq!(
        shown,
        [("1".into(), 1.into()), ("1:1".into(), 3.into()), ("2".into(), 1.into()), ("2:1".into(), 0.into())]
    );
    for name in ["another", other.as_str(), "2"] {
        let keys: Vec<_> = own.items(&["counter", "ls", "--app", name]).iter().map(|row| row["key"].clone()).collect();
        assert_eq!(keys, ["2", "2:1"], "{name}");
    }
    let page = own.json(&["counter", "ls", "--limit", "1"]);
    let cursor = page["page"]["next"].as_str().expect("more").to_owned();
    assert_eq!(own.items(&["counter", "ls", "--limit", "1", "--cursor", &cursor])[0]["key"], "1:1");
    assert_eq!(own.failure(&["counter", "ls", "--app", "nobody"])["exit"], 5);
    assert_eq!(own.failure(&["counter", "get", "7:7"])["exit"], 5);
    assert_eq!(own.failure(&["counter", "get", "seven"])["exit"], 2);
}

#[test]
fn without_drift_a_diff_is_empty_and_succeeds() {
    let own = settled();
    let diff = own.json(&["counter", "diff", "--only", "drift", "--exit-code"]);
    assert_eq!((&diff["items"], &diff["page"]["total"]), (&json!([]), &2.into()));
    let all = own.items(&["counter", "diff", "--exit-code"]);
    assert!(all.iter().all(|row| row["severity"] == "ok" && row["verdict"] == "ok"), "{all:?}");
}

#[test]
fn what_is_on_the_log_is_no_drift() {
    let own = settled();
    let lock = own.lock_store();
    own.item(&["msg", "post", "counters", "1", "in flight"]);
    let lagging = own.item(&["counter", "get", "1:1"]);
    assert_eq!(
        fields(&lagging, &["verdict", "n", "greatest_persisted", "in_flight"]),
        [&json!("lagging"), &json!(4), &json!(3), &json!(1)]
    );
    own.items(&["counter", "diff", "--only", "drift", "--exit-code"]);
    lock.release();
}

#[test]
fn a_counter_that_was_lowered_is_critical_and_shows_its_evidence() {
    let mut own = settled();
    own.damage(
        "queue.db",
        "UPDATE counters SET n = 2, check_value = (2 * 7919 + 104729) % 1000003 WHERE owner LIKE '%:1'",
    );
    let args = ["counter", "diff", "--only", "critical", "--exit-code"];
    let found: Value = serde_json::from_str(&own.text(&[&args[..], &["-o", "json"]].concat(), 9)).expect("JSON");
    let [counter] = found["items"].as_array().expect("a list").as_slice() else { panic!("{found}") };
    assert_eq!(
        fields(counter, &["key", "verdict", "severity", "n", "greatest_persisted"]),
        [&json!("1:1"), &json!("behind"), &json!("critical"), &json!(2), &json!(3)]
    );
    assert!(counter["why"].as_str().is_some_and(|why| why.contains("3 could be given twice")), "{counter}");
    assert_eq!(own.item(&["counter", "get", "1:1"])["evidence"], counter["evidence"]);
    own.text(&["counter", "diff"], 0);
    let _stable = stable().bind_to_scope();
    insta::assert_snapshot!("counter_diff", own.in_every_format(&["counter", "diff", "--exit-code"], 9));
    insta::assert_snapshot!("counter_get", own.text(&["counter", "get", "1:1"], 0));
}

#[test]
fn a_stale_count_is_doubtful_and_not_critical() {
    let mut own = settled();
    own.damage("chat.db", "UPDATE chats SET messages_count = 31");
    let drift = own.text(
        &[
            "counter",
            "diff",
            "--only",
            "drift",
            "--exit-code",
            "-o",
            "csv",
            "--columns",
            "key,stored_count,counted,count_verdict,severity",
        ],
        9,
    );
    assert_eq!(drift, "key,stored_count,counted,count_verdict,severity\n1:1,31,3,stale,warning\n");
    let critical = own.text(&["counter", "diff", "--only", "critical", "--exit-code", "-o", "name"], 9);
    assert_eq!(critical, "", "the exit code speaks of all drift, whatever is shown");
}

#[test]
fn a_diff_shows_at_most_as_many_as_it_is_asked_for() {
    let mut own = settled();
    own.damage("chat.db", "UPDATE applications SET chats_count = 9");
    own.damage("chat.db", "UPDATE chats SET messages_count = 31");
    let page = own.json(&["counter", "diff", "--only", "drift", "--limit", "1"]);
    assert_eq!((page["items"].as_array().map(Vec::len), &page["page"]["total"]), (Some(1), &2.into()));
}

#[test]
fn a_counter_is_explained_fact_by_fact() {
    let own = settled();
    let reasons = own.items(&["counter", "explain", "1:1"]);
    let abouts: Vec<_> = reasons.iter().map(|reason| reason["about"].clone()).collect();
    let expected = ["verdict", "counter", "epoch", "owner", "greatest_persisted", "in_flight", "dead_letters", "count"];
    assert_eq!(abouts, expected);
    assert_eq!((&reasons[0]["found"], &reasons[1]["found"]), (&json!("ok"), &json!("3")));
    assert_eq!(own.failure(&["counter", "explain", "7:7"])["exit"], 5);
}

/// An installation whose first chat has lost its numbers 4 and 5.
fn lossy() -> Own {
    let mut own = settled();
    own.damage(
        "queue.db",
        "UPDATE counters SET n = 5, check_value = (5 * 7919 + 104729) % 1000003 WHERE owner LIKE '%:1'",
    );
    own.damage("chat.db", "UPDATE messages SET created_at = created_at - 60000");
    own
}

#[test]
fn numbers_are_given_up_by_a_decision_that_names_their_counter_and_nothing_is_lowered() {
    let own = lossy();
    let lost = own.item(&["counter", "get", "1:1"])["evidence"]["lost"].clone();
    assert_eq!(lost, json!([{"from": 4, "to": 5}]));
    assert_eq!(own.failure(&["counter", "reconcile", "--give-up", "1", "--confirm=1"])["code"], "nothing_lost");
    let reconcile = ["counter", "reconcile", "--give-up", "1:1", "-o", "json"];
    for (consent, exit) in [("--yes", 10), ("--confirm=1:2", 11)] {
        assert_eq!(own.failure(&[&reconcile[..4], &[consent]].concat())["exit"], exit);
    }
    assert_eq!(outcomes(&own.text(&[&reconcile[..], &["--dry-run"]].concat(), 0)), ["would_do"]);
    assert_eq!(own.item(&["counter", "get", "1:1"])["verdict"], "ahead", "a rehearsal touches nothing");
    assert_eq!(outcomes(&own.text(&["counter", "reconcile", "--yes", "-o", "json"], 0)), ["reported"]);
    let (file, planned) = plan_of(&own, &["--give-up", "1:1"]);
    assert_eq!(planned["items"][0]["action"], "give_up");
    let apply = ["counter", "apply", file.path().to_str().expect("text"), "--confirm=1:1", "-o", "json"];
    assert_eq!(outcomes(&own.text(&apply, 0)), ["done"]);
    assert_eq!(error(&own.run(&apply))["code"], "plan_stale", "it is done");
    let gone = own.failure(&["msg", "get", "counters", "1", "5"]);
    assert_eq!((&gone["code"], &gone["exit"]), (&json!("message_gone"), &json!(5)), "{gone}");
    assert_eq!(own.item(&["msg", "post", "counters", "1", "the next", "--wait", "10s"])["message_number"], 6);
    own.text(&["counter", "diff", "--only", "drift", "--exit-code"], 0);
    own.text(&["verify"], 0);
}

#[test]
fn numbers_are_given_up_without_chatd_too() {
    let mut own = lossy();
    own.stop();
    let direct = |args: &[&str]| {
        let args = [&["counter"], args, &["--direct", "--data"]].concat();
        crate::support::chatctl(&args).arg(own.folder()).output().expect("chatctl runs")
    };
    let given_up = direct(&["reconcile", "--give-up", "1:1", "--confirm=1:1", "-o", "json"]);
    assert_eq!((code(&given_up), outcomes(&stdout(&given_up))), (0, vec![json!("done")]));
    assert_eq!(code(&direct(&["diff", "--only", "drift", "--exit-code"])), 0);
}

/// A plan in a file, as `plan` prints it.
fn plan(own: &Own) -> (tempfile::NamedTempFile, Value) {
    plan_of(own, &[])
}

/// The same with more on the line.
fn plan_of(own: &Own, more: &[&str]) -> (tempfile::NamedTempFile, Value) {
    let printed = own.text(&[&["counter", "plan"], more].concat(), 0);
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), &printed).expect("written");
    (file, serde_json::from_str(&printed).expect("a plan is JSON whatever the format of tables is"))
}

fn outcomes(printed: &str) -> Vec<Value> {
    let printed: Value = serde_json::from_str(printed).expect("JSON");
    printed["items"].as_array().expect("a list").iter().map(|row| row["outcome"].clone()).collect()
}

#[test]
fn a_plan_is_applied_row_by_row_and_a_row_whose_counter_changed_since_is_skipped() {
    let mut own = settled();
    own.damage("chat.db", "UPDATE chats SET messages_count = 31");
    own.damage("chat.db", "UPDATE applications SET chats_count = 9");
    let (file, planned) = plan(&own);
    assert_eq!(planned["schema"], "chatctl.counter.plan/v1");
    assert_eq!(planned["items"].as_array().map(Vec::len), Some(2));
    let path = file.path().to_str().expect("text").to_owned();
    assert_eq!(own.failure(&["counter", "apply", &path])["exit"], 10, "nobody can be asked");
    let apply = ["counter", "apply", path.as_str(), "--yes", "-o", "json"];
    let rehearsed = own.text(&[&apply[..], &["--dry-run"]].concat(), 0);
    assert_eq!(outcomes(&rehearsed), ["would_do", "would_do"]);
    own.damage("chat.db", "UPDATE chats SET messages_count = 30");
    assert_eq!(outcomes(&own.text(&apply, 3)), ["done", "stale"]);
    let stale = own.run(&apply);
    assert_eq!((code(&stale), &error(&stale)["code"]), (6, &json!("plan_stale")));
    assert_eq!(outcomes(&own.text(&["counter", "reconcile", "--yes", "-o", "json"], 0)), ["done"]);
    own.text(&["counter", "diff", "--only", "drift", "--exit-code"], 0);
    assert_eq!(
        outcomes(&own.text(&["counter", "reconcile", "-o", "json"], 0)),
        [] as [Value; 0],
        "nothing is left to do"
    );
}

#[test]
fn a_plan_may_be_for_some_counters_only() {
    let mut own = settled();
    own.damage("chat.db", "UPDATE chats SET messages_count = 31");
    own.damage("chat.db", "UPDATE applications SET chats_count = 9");
    let keys = |args: &[&str]| -> Vec<Value> {
        let printed: Value = serde_json::from_str(&own.text(args, 0)).expect("JSON");
        printed["items"].as_array().expect("a list").iter().map(|row| row["key"].clone()).collect()
    };
    assert_eq!(keys(&["counter", "plan", "--key", "1:1"]), ["1:1"]);
    assert_eq!(keys(&["counter", "reconcile", "--key", "1", "--yes", "-o", "json"]), ["1"]);
    assert_eq!(keys(&["counter", "plan"]), ["1:1"], "the other one was left alone");
    assert_eq!(own.failure(&["counter", "plan", "--key", "one"])["exit"], 2);
}

#[test]
fn what_is_no_plan_is_refused_before_anything_is_done() {
    let own = settled();
    assert_eq!(own.failure(&["counter", "apply", "/nonexistent/plan"])["exit"], 5);
    let file = tempfile::NamedTempFile::new().expect("a file");
    for wrong in ["", "{}", r#"{"schema":"chatctl.counter.diff/v1","items":[]}"#] {
        std::fs::write(file.path(), wrong).expect("written");
        let refused = own.failure(&["counter", "apply", file.path().to_str().expect("text")]);
        assert_eq!(refused["exit"], 2, "{refused}");
    }
}

#[test]
fn a_counter_that_is_behind_is_raised_and_gives_no_number_twice() {
    let mut own = settled();
    own.damage(
        "queue.db",
        "UPDATE counters SET n = 2, check_value = (2 * 7919 + 104729) % 1000003 WHERE owner LIKE '%:1'",
    );
    let reconciled = own.text(&["counter", "reconcile", "--yes", "-o", "json"], 0);
    assert_eq!(outcomes(&reconciled), ["done"]);
    assert_eq!(own.item(&["msg", "post", "counters", "1", "the next"])["message_number"], 4);
}
