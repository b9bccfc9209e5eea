//! `doctor` names what is wrong and the line that mends it, and its bundle holds no secret; `trace` follows one message.

use std::os::unix::fs::PermissionsExt as _;

use chat_shared::config::Role;
use serde_json::Value;

use crate::server::Own;
use crate::support::{chatctl, code, run, stable, stdout, until};

/// An installation with one message, persisted and indexed.
fn furnished() -> (Own, String) {
    let own = Own::new();
    let app = own.app("patient");
    own.post(&app, &["hush, nobody else may read this"]);
    own.settle();
    (own, app)
}

/// What the doctor finds that is not as it should be: area, words, what mends it.
fn ailments(own: &Own, expected: i32) -> Vec<(String, String, String)> {
    let printed: Value = serde_json::from_str(&own.text(&["doctor", "-o", "json"], expected)).expect("JSON");
    let text = |row: &Value, field: &str| row[field].as_str().unwrap_or_default().to_owned();
    let rows = printed["items"].as_array().expect("a list").iter();
    let ill = rows.filter(|row| row["severity"] == "warning" || row["severity"] == "critical");
    ill.map(|row| (text(row, "area"), text(row, "found"), text(row, "mend"))).collect()
}

#[test]
fn where_all_is_well_the_doctor_has_nothing_to_do() {
    let (own, _) = furnished();
    assert_eq!(ailments(&own, 0), []);
    let areas: Vec<_> =
        own.items(&["doctor"]).iter().map(|row| row["area"].as_str().expect("a word").to_owned()).collect();
    for area in ["api", "redis", "mysql", "search", "queue", "dlq", "index", "counters"] {
        assert!(areas.contains(&area.to_owned()), "{area} was looked at: {areas:?}");
    }
}

#[test]
fn each_fault_is_named_with_the_line_that_mends_it() {
    let (mut own, app) = furnished();
    own.dead_letter();
    own.item(&["queue", "pause", "index"]);
    own.damage("queue.db", "UPDATE counters SET n = 0 WHERE owner LIKE '%:1'");
    own.behind_its_back(|data| {
        let open = std::fs::Permissions::from_mode(0o644);
        std::fs::set_permissions(data.join("admin.key"), open).expect("opened");
    });
    let found = ailments(&own, 1);
    for (area, mend) in [
        ("dlq", "chatctl dlq errors"),
        ("queue", "chatctl queue resume index"),
        ("counters", "chatctl counter reconcile"),
        ("local", "# chmod 600 "),
    ] {
        assert!(found.iter().any(|row| row.0 == area && row.2.starts_with(mend)), "{area}: {found:?}");
    }
    assert_eq!(found[0].0, "counters", "the worst comes first: {found:?}");
    // Each line mends what it was named for.
    own.item(&["queue", "resume", "index"]);
    own.text(&["counter", "reconcile", "--yes"], 0);
    let left: Vec<_> = ailments(&own, 1).into_iter().map(|row| row.0).collect();
    assert_eq!(left, ["dlq", "local"], "{app}");
    own.restart_as(Role::Api);
    // Until the process that worked here has given no sign of life for a while.
    until("nobody works", || {
        let found = ailments(&own, 1);
        found.iter().any(|row| row.0 == "queue" && row.2.contains("start a chatd that works")).then_some(())
    });
}

#[test]
fn a_chatd_that_does_not_answer_is_what_is_wrong() {
    let output = run(&["doctor", "--api", "http://127.0.0.1:1"]);
    assert_eq!(code(&output), 1);
    assert!(stdout(&output).contains("critical") && stdout(&output).contains("start chatd"), "{}", stdout(&output));
}

#[test]
fn past_a_chatd_that_is_down_everything_else_is_looked_at() {
    let (mut own, _) = furnished();
    own.dead_letter();
    let data = own.folder().to_owned();
    own.stop();
    let straight = |args: &[&str]| chatctl(args).arg("--direct").env("CHATCTL_DATA", &data).output().expect("runs");
    until("no sign of life is left", || {
        let output = straight(&["doctor", "-o", "json"]);
        assert_eq!(code(&output), 1, "{}", stdout(&output));
        let printed: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
        let rows = printed["items"].as_array().expect("a list").clone();
        let of = |area: &str| rows.iter().find(|row| row["area"] == area).cloned().unwrap_or_default();
        assert_eq!(
            (&of("dlq")["severity"], &of("counters")["severity"]),
            (&"warning".into(), &"ok".into()),
            "{rows:?}"
        );
        let api = of("api");
        (api["severity"] == "critical" && api["mend"].as_str().is_some_and(|mend| mend.contains("start chatd")))
            .then_some(())
    });
    let output = straight(&["top", "--refresh", "10ms", "-o", "json"]);
    let sample: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!((&sample["item"]["messages"], &sample["item"]["dead_letters"]), (&1.into(), &1.into()), "{sample}");
}

#[test]
fn a_bundle_holds_what_was_looked_at_and_no_secret() {
    let (own, app) = furnished();
    own.lost_message(7, "a secret that was parked");
    own.item(&["index", "reindex"]);
    let file = own.data().join("bundle.json");
    let path = file.to_str().expect("text");
    own.text(&["doctor", "--bundle", path], 1);
    let bundle = std::fs::read_to_string(&file).expect("written");
    let key = std::fs::read_to_string(own.data().join("admin.key")).expect("a key");
    for secret in [key.trim(), &app, "hush", "a secret that was parked", "patient"] {
        assert!(!bundle.contains(secret), "{secret}: {bundle}");
    }
    let parsed: Value = serde_json::from_str(&bundle).expect("JSON");
    assert_eq!(parsed["schema"], "chatctl.doctor.bundle/v1");
    assert_eq!(parsed["gathered"]["status"]["totals"]["messages"], 1, "{parsed}");
    assert_eq!(parsed["gathered"]["dead_letters"]["total"], 1, "{parsed}");
    assert!(parsed["findings"].as_array().is_some_and(|found| found.len() > 7), "{parsed}");
    assert_eq!(std::fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o600);
    assert_eq!(code(&own.run(&["doctor", "--bundle", path])), 6, "a file that is there is left alone");
}

#[test]
fn a_message_is_followed_to_where_it_is() {
    let (own, app) = furnished();
    let rows = own.items(&["trace", "msg", &app, "1", "1"]);
    let steps: Vec<_> = rows.iter().map(|row| row["step"].as_str().expect("a word")).collect();
    assert_eq!(steps, ["accepted", "persist", "index", "row", "search", "now"]);
    assert_eq!(rows[5]["state"], "searchable");
    assert_eq!(own.items(&["trace", "msg", "patient", "1", "1"]), rows);
    let lost = own.lost_message(7, "parked");
    let dead = own.items(&["trace", "message", &app, "1", "7"]);
    let last = dead.last().expect("a row");
    assert_eq!(last["state"], "dead", "{dead:?}");
    let said = format!("dead letter {lost}: ");
    assert!(dead.iter().any(|row| row["what"].as_str().is_some_and(|what| what.starts_with(&said))), "{dead:?}");
    for (args, expected) in [(["1", "9"], "message_not_found"), (["9", "1"], "chat_not_found")] {
        let failure = own.failure(&["trace", "msg", &app, args[0], args[1]]);
        assert_eq!((&failure["exit"], &failure["code"]), (&5.into(), &expected.into()));
    }
    assert_eq!(own.failure(&["trace", "msg", &app, "1", "0"])["exit"], 2);
    let _stable = stable().bind_to_scope();
    insta::assert_snapshot!("trace", own.in_every_format(&["trace", "msg", &app, "1", "1"], 0));
}
