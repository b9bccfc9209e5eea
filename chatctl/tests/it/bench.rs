//! A benchmark measures, says what it measured, and takes away what it made.

use serde_json::Value;

use crate::server::Server;
use crate::support::{Running, code, error, stdout};

const SHORT: [&str; 8] = ["bench", "post", "--duration", "300ms", "--warmup", "50ms", "--chats", "2"];

fn bench(server: &Server, args: &[&str]) -> Value {
    server.item(&[&SHORT[..], args].concat())
}

fn number(report: &Value, field: &str) -> f64 {
    report[field].as_f64().unwrap_or_else(|| panic!("{field}: {report}"))
}

#[test]
fn a_closed_loop_says_how_many_were_taken_and_how_long_each_took() {
    let server = Server::shared();
    let report = bench(server, &["--clients", "2"]);
    assert_eq!((&report["loop"], &report["clients"], &report["errors"]), (&"closed".into(), &2.into(), &0.into()));
    assert!(number(&report, "messages") > 0.0 && number(&report, "messages_per_second") > 0.0, "{report}");
    let latencies = ["p50_ms", "p90_ms", "p99_ms", "p999_ms", "max_ms"].map(|field| number(&report, field));
    assert!(latencies[0] > 0.0 && latencies.is_sorted(), "{report}");
    assert!(number(&report, "index_lag_ms") >= number(&report, "persist_lag_ms"), "{report}");
    let app = report["app"].as_str().expect("a token");
    assert_eq!(server.failure(&["app", "get", app])["exit"], 5, "it is taken away");
}

#[test]
fn an_open_loop_keeps_its_rate_and_what_is_kept_is_there() {
    let server = Server::shared();
    let report = bench(server, &["--rate", "100", "--clients", "8", "--size", "64", "--keep"]);
    assert_eq!((&report["loop"], &report["rate_asked"]), (&"open".into(), &100.into()));
    let sent = number(&report, "messages");
    assert!(sent > 0.0 && sent <= 30.0, "{report}");
    assert!(number(&report, "content_mean_bytes") <= 64.0, "{report}");
    let app = report["app"].as_str().expect("a token").to_owned();
    let stats = server.item(&["app", "stats", &app]);
    assert_eq!(stats["chats_count"], 2);
    assert!(number(&stats, "messages_count") >= sent, "with those of the warm-up: {stats}");
    let name = server.item(&["app", "get", &app])["name"].as_str().expect("a name").to_owned();
    server.item(&["app", "delete", &app, &format!("--confirm={name}")]);
}

#[test]
fn an_application_without_chats_is_not_posted_into_and_it_is_said_what_to_do() {
    let server = Server::shared();
    let app = server.item(&["app", "create", "without chats"])["token"].as_str().expect("a token").to_owned();
    let error = error(&server.run(&[&SHORT[..], &["--clients", "2", "--app", &app, "-o", "json"]].concat()));
    assert_eq!(error["exit"], 1, "{error}");
    assert!(error["hint"].as_str().expect("a hint").contains("chatctl chat create"), "{error}");
}

#[test]
fn searches_are_measured_alone_and_beside_posts() {
    let server = Server::shared();
    let short = ["--duration", "300ms", "--warmup", "50ms", "--chats", "2", "--clients", "2", "--messages", "60"];
    let report = server.item(&[&["bench", "search"][..], &short].concat());
    assert!(number(&report, "searches") > 0.0 && report["messages"].is_null(), "{report}");
    assert!(number(&report, "search_p50_ms") > 0.0 && report["errors"] == 0, "{report}");
    let report = server.item(&[&["bench", "mixed", "--searches", "50"][..], &short].concat());
    let (posts, searches) = (number(&report, "messages"), number(&report, "searches"));
    assert!(posts > 0.0 && searches > 0.0 && (posts - searches).abs() <= 100.0, "{report}");
    assert_eq!(server.failure(&["bench", "mixed", "--searches", "100"])["exit"], 2);
}

#[test]
fn a_result_is_kept_and_a_worse_one_is_a_difference() {
    let server = Server::shared();
    let folder = tempfile::tempdir().expect("a folder");
    let base = folder.path().join("base.json");
    let path = base.to_str().expect("text");
    let report = bench(server, &["--clients", "1", "--json-out", path]);
    let kept: Value = serde_json::from_str(&std::fs::read_to_string(&base).expect("kept")).expect("JSON");
    assert_eq!((&kept["schema"], &kept["item"]["p50_ms"]), (&"chatctl.bench.post/v1".into(), &report["p50_ms"]));
    // Whatever this machine does meanwhile: a base that nothing can be worse than, and one that nothing can reach.
    let change = |rate: f64, latency: f64| {
        let mut base = kept.clone();
        (base["item"]["messages_per_second"], base["item"]["p50_ms"]) = (rate.into(), latency.into());
        base["item"]["p99_ms"] = latency.into();
        std::fs::write(path, base.to_string()).expect("written");
    };
    change(0.001, 100_000.0);
    let report = bench(server, &["--clients", "1", "--compare", path]);
    let verdicts: Vec<_> = report["compared"].as_array().expect("rows").iter().map(|row| &row["verdict"]).collect();
    assert_eq!(verdicts, ["better", "better", "better"]);
    change(1e9, 0.000_001);
    let line = [&SHORT[..], &["--clients", "1", "--compare", path, "--tolerance", "50"]].concat();
    assert!(server.text(&line, 9).contains("worse"));
    for (args, exit) in [
        (vec!["--compare", "/nonexistent"], 5),
        (vec!["--compare", path, "--json-out", path], 2),
        (vec!["--compare", path, "--tolerance", "-1"], 2),
        (vec!["--tolerance", "5"], 2),
    ] {
        assert_eq!(server.failure(&[&SHORT[..], &args].concat())["exit"], exit, "{args:?}");
    }
    std::fs::write(path, "{\"schema\": \"chatctl.bench.search/v1\", \"item\": {}}").expect("written");
    assert_eq!(server.failure(&[&SHORT[..], &["--compare", path]].concat())["exit"], 2, "another benchmark's");
}

#[test]
fn an_interrupted_benchmark_takes_its_application_away_or_says_how_to() {
    let server = Server::shared();
    let mut running = Running::start(
        server,
        &[
            "bench",
            "post",
            "--duration",
            "1h",
            "--warmup",
            "50ms",
            "--chats",
            "1",
            "--clients",
            "1",
            "--progress",
            "json",
        ],
    );
    while !running.said().contains("measuring") {}
    running.signal("INT");
    let (ended, said) = running.end();
    assert_eq!(ended, Some(130), "{said}");
    let token = said
        .split_whitespace()
        .find(|word| word.len() == 32)
        .unwrap_or_else(|| panic!("it names what it left: {said}"));
    let name = server.item(&["app", "get", token])["name"].as_str().expect("a name").to_owned();
    assert!(said.contains(&format!("chatctl app delete {token} --confirm='{name}'")), "{said}");
    server.item(&["app", "delete", token, &format!("--confirm={name}")]);
}

#[test]
fn what_cannot_be_measured_is_refused_before_anything_is_made() {
    let server = Server::shared();
    let apps = || {
        server
            .items(&["app", "ls", "--all"])
            .iter()
            .filter(|app| app["name"].as_str().is_some_and(|name| name.contains("never")))
            .count()
    };
    let nothing = tempfile::NamedTempFile::new().expect("a file");
    let empty = nothing.path().to_str().expect("text");
    let output = server.run(&["bench", "post", "--text", empty, "-o", "json"]);
    assert_eq!((code(&output), stdout(&output).as_str(), &error(&output)["exit"]), (2, "", &2.into()));
    let output = server.run(&["bench", "post", "--text", "/nonexistent", "-o", "json"]);
    assert_eq!(code(&output), 5);
    assert_eq!(apps(), 0);
}

#[test]
fn an_application_that_is_there_is_posted_into_and_left_there() {
    let server = Server::shared();
    let app = server.item(&["app", "create", "to be measured"])["token"].as_str().expect("a token").to_owned();
    for _ in 0..2 {
        server.item(&["chat", "create", &app]);
    }
    let report = bench(server, &["--clients", "2", "--app", &app]);
    assert_eq!((&report["app"], &report["errors"]), (&app.as_str().into(), &0.into()));
    let stats = server.item(&["app", "stats", &app]);
    assert!(number(&stats, "messages_count") >= number(&report, "messages"), "{stats}");
    server.item(&["app", "delete", &app, "--confirm=to be measured"]);
}
