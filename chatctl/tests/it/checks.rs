//! Whether all is well: `verify` proves it and names what is wrong, `check` answers as monitoring asks.

use serde_json::Value;

use crate::server::{Own, Server};
use crate::support::{chatctl, code, error, run, stable, stderr, stdout, until};

/// An installation with three messages, all persisted and indexed.
fn furnished() -> Own {
    let own = Own::new();
    let app = own.app("truth");
    own.post(&app, &["one", "two", "three"]);
    own.settle();
    until("the index counts as filled", || (own.item(&["index", "status"])["needs_filling"] == false).then_some(()));
    own
}

#[test]
fn where_all_is_well_verify_finds_nothing() {
    let own = furnished();
    let report = own.item(&["verify", "--all"]);
    let count = |field: &str| report[field].as_u64().expect("a number");
    assert_eq!((&report["state"], count("found")), (&"ok".into(), 0));
    let checked = ["applications", "chats", "messages", "counters", "looked_up", "in_flight"].map(count);
    assert_eq!(checked, [1, 1, 3, 2, 3, 0]);
    let _stable = stable().bind_to_scope();
    insta::assert_snapshot!("verify", own.text(&["verify", "--progress", "none"], 0));
}

#[test]
fn one_application_or_chat_is_verified_however_it_is_named() {
    let own = furnished();
    let token = own.item(&["app", "get", "truth"])["token"].as_str().expect("a token").to_owned();
    own.app("beside");
    own.settle();
    for name in ["truth", "1", &token] {
        let report = own.item(&["verify", "--app", name, "--chat", "1"]);
        assert_eq!((&report["applications"], &report["messages"]), (&1.into(), &3.into()), "{name}: {report}");
    }
    assert_eq!(own.item(&["verify", "--app", "2"])["messages"], 0);
    for (name, code) in [("nobody", "application_not_found"), ("99", "application_not_found")] {
        let failure = own.failure(&["verify", "--app", name]);
        assert_eq!((&failure["exit"], &failure["code"]), (&5.into(), &code.into()), "{name}");
    }
    let failure = own.failure(&["verify", "--app", "truth", "--chat", "9"]);
    assert_eq!((&failure["exit"], &failure["code"]), (&5.into(), &"chat_not_found".into()));
    assert_eq!(own.failure(&["verify", "--chat", "1"])["exit"], 2);
    let jobs = own.text(&["job", "ls", "-o", "json"], 0);
    assert!(!jobs.contains(&token), "a token is a key and is not kept: {jobs}");
}

#[test]
fn a_row_that_was_removed_behind_chatds_back_is_named_with_its_chat_and_number() {
    let mut own = furnished();
    own.damage("chat.db", "DELETE FROM messages WHERE message_number = 2");
    let report: Value = serde_json::from_str(&own.text(&["verify", "-o", "json"], 9)).expect("JSON");
    let report = &report["item"];
    assert_eq!(report["state"], "failed");
    let findings = report["findings"].as_array().expect("a list");
    assert_eq!(report["found"], findings.len());
    let hole = findings.iter().find(|finding| finding["invariant"] == "I2").expect("a hole");
    assert_eq!(hole["where"], "1:1");
    assert!(hole["what"].as_str().is_some_and(|what| what.starts_with("2 is neither")), "{hole}");
    assert!(findings.iter().any(|finding| finding["where"] == "1:1:2"), "the log still knows of it: {findings:?}");
    let _stable = stable().bind_to_scope();
    insta::assert_snapshot!("verify_with_findings", own.text(&["verify"], 9));
    let csv = own.text(&["verify", "-o", "csv", "--columns", "state,found"], 9);
    assert_eq!(csv, format!("state,found\nfailed,{}\n", findings.len()));
}

#[test]
fn one_sample_says_what_moves_and_what_waits() {
    let own = furnished();
    let sample = own.item(&["top", "--refresh", "50ms"]);
    for (field, value) in
        [("persist_depth", 0), ("index_lag", 0), ("dead_letters", 0), ("workers_up", 1), ("messages", 3)]
    {
        assert_eq!(sample[field], value, "{field}: {sample}");
    }
    assert!(sample["stored_per_second"].is_u64() && sample["log_fill"].is_number(), "{sample}");
    assert_eq!(own.failure(&["top", "--refresh", "0s"])["exit"], 2);
}

#[test]
fn what_the_index_lacks_is_found_by_verifying_it_alone() {
    let mut own = furnished();
    let report = own.item(&["index", "verify", "--sample", "2"]);
    assert_eq!((&report["state"], &report["messages"], &report["looked_up"]), (&"ok".into(), &3.into(), &2.into()));
    own.dead_letter();
    assert_eq!(own.item(&["index", "verify"])["state"], "ok", "only the index is looked at");
    own.damage("search.db", "DELETE FROM tail_1");
    let report: Value = serde_json::from_str(&own.text(&["index", "verify", "-o", "json"], 9)).expect("JSON");
    let found = report["item"]["findings"].as_array().expect("a list");
    assert!(found.iter().all(|finding| finding["invariant"] == "I6"), "{report}");
    assert!(
        found.iter().any(|finding| finding["what"].as_str().is_some_and(|what| what.contains("lacks 3"))),
        "{report}"
    );
    for wrong in [&["index", "verify", "--sample", "-1"][..], &["index", "verify", "--rate", "0"]] {
        assert_eq!(own.failure(wrong)["exit"], 2, "{wrong:?}");
    }
}

#[test]
fn a_check_answers_with_one_line_and_its_figures() {
    let own = furnished();
    let all = own.text(&["check"], 0);
    assert!(all.starts_with("CHATD OK - 8 checks | 'api_answer'="), "{all}");
    let line = own.text(&["check", "queue", "--lag-warn", "10", "--lag-crit", "100"], 0);
    let (words, figures) = line.split_once(" | ").expect("figures");
    assert_eq!(words, "QUEUE OK - persist lag 0 pending 0, index lag 0 pending 0, 1 workers");
    for figure in figures.split_whitespace() {
        let (name, values) = figure.split_once('=').expect("a value");
        assert!(name.starts_with('\'') && name.ends_with('\'') && values.split(';').count() == 4, "{figure}");
    }
    assert!(figures.contains("'persist_lag'=0;10;100;0") && figures.contains("'log_fill'="), "{figures}");
    for (check, words) in [
        ("redis", "REDIS OK - "),
        ("mysql", "MYSQL OK - 1 applications, 1 chats, 3 messages | "),
        ("store", "MYSQL OK - "),
        ("search", "SEARCH OK - "),
        ("counters", "COUNTERS OK - 2 counters, 0 critical, 0 doubtful | "),
        ("index", "INDEX OK - it has seen everything | "),
    ] {
        let line = own.text(&["check", check], 0);
        assert!(line.starts_with(words) && line.lines().count() == 1, "{line}");
    }
    let checks = own.items(&["check", "dlq"]);
    assert_eq!((&checks[0]["check"], &checks[0]["state"]), (&"dlq".into(), &"ok".into()));
    let _stable = stable().bind_to_scope();
    insta::assert_snapshot!("check_dlq", own.in_every_format(&["check", "dlq"], 0));
    insta::assert_snapshot!("check", own.text(&["check", "-o", "wide", "--columns", "check,state"], 0));
}

#[test]
fn the_exit_code_is_the_verdict() {
    let own = furnished();
    own.dead_letter();
    assert_eq!(own.text(&["check", "dlq"], 1), "DLQ WARNING - 1 dead letters | 'dead_letters'=1;1;;0\n");
    assert_eq!(
        own.text(&["check", "dlq", "--dlq-crit", "1"], 2),
        "DLQ CRITICAL - 1 dead letters | 'dead_letters'=1;1;1;0\n"
    );
    assert_eq!(own.text(&["check", "dlq", "--dlq-warn", "2"], 0), "DLQ OK - 1 dead letters | 'dead_letters'=1;2;;0\n");
    assert_eq!(
        own.text(&["check", "dlq", "--warning", "2", "--critical", "3"], 0),
        "DLQ OK - 1 dead letters | 'dead_letters'=1;2;3;0\n"
    );
    let all = own.text(&["check"], 1);
    assert!(all.starts_with("CHATD WARNING - dlq WARNING: 1 dead letters |"), "{all}");
    for args in [
        &["check", "--no-such-flag"][..],
        &["check", "everything"],
        &["check", "--columns", "x", "-o", "csv"],
        &["check", "--warning", "5"],
        &["check", "queue", "--warning", "5", "--critical", "4"],
    ] {
        let output = own.run(args);
        assert_eq!(code(&output), 3, "{args:?}");
        let (said, is_data) = (stdout(&output), args.contains(&"csv"));
        assert_eq!(said.starts_with("CHECK UNKNOWN - could not "), !is_data, "{args:?}: {said}");
        assert!(said.lines().count() == usize::from(!is_data), "{args:?}: {said}");
    }
}

#[test]
fn a_counter_that_could_give_a_number_twice_is_critical() {
    let mut own = furnished();
    own.damage("queue.db", "UPDATE counters SET n = 2 WHERE owner LIKE '%:1'");
    let line = own.text(&["check", "counters"], 2);
    assert!(line.starts_with("COUNTERS CRITICAL - 2 counters, 1 critical, the first 1:1, 0 doubtful |"), "{line}");
}

#[test]
fn a_chatd_that_is_down_is_critical_however_it_is_named() {
    let mut own = furnished();
    let data = own.data().to_owned();
    own.stop();
    let by_folder = chatctl(&["check"]).env("CHATCTL_DATA", &data).output().expect("runs");
    for output in [run(&["check", "--api", "http://127.0.0.1:1"]), by_folder] {
        assert_eq!(code(&output), 2, "{}", stderr(&output));
        assert!(stdout(&output).starts_with("CHATD CRITICAL - "), "{}", stdout(&output));
    }
    let list = run(&["check", "--api", "http://127.0.0.1:1", "-o", "json"]);
    let list: Value = serde_json::from_str(&stdout(&list)).expect("JSON");
    assert_eq!((&list["items"][0]["check"], &list["items"][0]["state"]), (&"api".into(), &"critical".into()));
    let queue = run(&["check", "queue", "--api", "http://127.0.0.1:1", "-o", "prometheus"]);
    assert!(stdout(&queue).contains("chatctl_check_state{check=\"queue\"} 2\n"), "it is told by its own name");
    assert_eq!(code(&run(&["check", "--api", "ftp://host"])), 3, "an address that is none is a mistake of the line");
}

#[test]
fn a_chatd_that_refuses_to_say_how_it_is_leaves_it_unknown() {
    let output = run(&["check", "--api", &Server::shared().address()]);
    assert_eq!(code(&output), 3, "without the admin key: {}", stdout(&output));
    assert!(stdout(&output).starts_with("CHATD UNKNOWN - "), "{}", stdout(&output));
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("chatctl.prom");
    let mut command = chatctl(&["check", "--api", &Server::shared().address(), "-o", "prometheus", "--outfile"]);
    let output = command.arg(&file).env("CHATCTL_ADMIN_KEY_FILE", "/nonexistent").output().expect("runs");
    assert_eq!(code(&output), 3, "{}", stderr(&output));
    let told = std::fs::read_to_string(&file).expect("a metrics agent is told too");
    assert!(told.contains("chatctl_check_state{check=\"api\"} 3\n"), "{told}");
}

#[test]
fn metrics_agents_get_their_text_on_the_line_or_in_a_file() {
    let server = Server::shared();
    let text = server.text(&["check", "api", "-o", "prometheus"], 0);
    assert!(text.contains("chatctl_check_state{check=\"api\"} 0\n"), "{text}");
    assert!(
        text.lines().all(|line| line.starts_with('#')
            || line.rsplit_once(' ').is_some_and(|(_, value)| value.parse::<f64>().is_ok())),
        "{text}"
    );
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("chatctl.prom");
    let path = file.to_str().expect("text");
    assert_eq!(server.text(&["check", "api", "-o", "prometheus", "--outfile", path], 0), "");
    assert!(std::fs::read_to_string(&file).expect("written").contains("chatctl_check_state{check=\"api\"} 0\n"));
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left beside it");
    assert_eq!(code(&server.run(&["check", "api", "--outfile", path, "-o", "json"])), 3);
    assert_eq!(code(&server.run(&["check", "api", "--outfile", "/nonexistent/file"])), 3);
    assert_eq!(code(&server.run(&["queue", "ls", "-o", "prometheus"])), 2, "it is for checks only");
}

#[test]
fn what_can_be_mended_is_mended_with_consent_and_what_only_people_can_judge_is_left() {
    let mut own = Own::new();
    let app = own.app("repair");
    own.post(&app, &["one sheep", "two sheep", "three sheep"]);
    own.settle();
    own.damage(
        "queue.db",
        "UPDATE counters SET n = 1, check_value = (1 * 7919 + 104729) % 1000003 WHERE owner LIKE '%:1'",
    );
    own.damage("chat.db", "UPDATE chats SET messages_count = 31");
    own.damage("search.db", "DELETE FROM tail_1");
    assert_eq!(own.failure(&["verify", "--repair"])["exit"], 10);
    let repair = |own: &Own, flags: &[&str], expected| -> Vec<(String, String)> {
        let printed = own.text(&[&["verify", "--repair", "-o", "json"][..], flags].concat(), expected);
        let printed: serde_json::Value = serde_json::from_str(&printed).expect("JSON");
        let rows = printed["items"].as_array().expect("a list").iter();
        rows.map(|row| {
            (row["action"].as_str().expect("a word").to_owned(), row["outcome"].as_str().expect("a word").to_owned())
        })
        .collect()
    };
    let plan = own.folder().join("plan.json");
    let planned = own.text(&["verify", "--plan"], 0);
    std::fs::write(&plan, &planned).expect("written");
    let planned: Value = serde_json::from_str(&planned).expect("a plan is JSON whatever the format of tables is");
    crate::schemas::envelope_conforms(&planned);
    let apply = ["verify", "--apply", plan.to_str().expect("text"), "-o", "json"];
    assert_eq!(error(&own.run(&apply))["exit"], 10);
    let rehearsed = repair(&own, &["--dry-run"], 9);
    for action in ["raise", "recount", "reindex"] {
        assert!(rehearsed.contains(&(action.to_owned(), "would_do".to_owned())), "{rehearsed:?}");
    }
    own.damage("chat.db", "UPDATE chats SET messages_count = 30");
    let applied: Value = serde_json::from_str(&own.text(&[&apply[..], &["--yes"]].concat(), 3)).expect("a part of it");
    let outcomes: Vec<_> = applied["items"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|row| (row["action"].as_str().expect("a word"), row["outcome"].as_str().expect("a word")))
        .collect();
    assert_eq!(outcomes, [("raise", "done"), ("recount", "stale"), ("reindex", "done"), ("report", "reported")]);
    assert_eq!(error(&own.run(&[&apply[..], &["--yes"]].concat()))["code"], "plan_stale", "the index is another");
    repair(&own, &["--yes"], 9);
    own.text(&["verify"], 0);
    assert!(repair(&own, &["--yes"], 0).is_empty(), "nothing is left to do");
    let lost = own.lost_message(4, "lost");
    let left = repair(&own, &["--yes"], 9);
    assert!(left.contains(&("report".to_owned(), "reported".to_owned())), "{lost}: {left:?}");
}
