//! Two ways, one output: every look through chatd and straight at the parts, with chatd running and stopped, settled and with
//! entries that nobody takes.

use std::time::{Duration, Instant};

use chat_shared::config::Role;

use super::{Way, leaves, words};
use crate::place::{Place, Printed};

/// What differs from one look to the next, whichever way it comes.
const MOVES: [&str; 8] = [
    "heartbeat_at",
    "heartbeat_age_ms",
    "oldest_age_ms",
    "idle_ms",
    "request_id",
    r#"persist_oldest_age", "unit": "s", "value"#,
    r#"index_oldest_age", "unit": "s", "value"#,
    r#"search_size", "unit": "B", "value"#,
];

/// The same, its times aside.
fn still(printed: &Printed, moves: &[&str]) -> Printed {
    let mask = |text: &str| moves.iter().fold(text.to_owned(), |text, name| masked(&text, name));
    Printed { code: printed.code, out: mask(&printed.out), told: mask(&printed.told) }
}

/// The text without what the fields of this name hold.
fn masked(text: &str, name: &str) -> String {
    let key = format!("\"{name}\":");
    let mut parts = text.split(&key);
    let mut masked = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        masked.push_str(&key);
        masked.push_str(part.trim_start_matches(|c: char| !matches!(c, ',' | '}' | '\n')));
    }
    masked
}

/// What the lines of looks are about.
struct Things {
    app: String,
    old: String,
    entry: String,
    worker: String,
    letter: String,
    counter: String,
    job: String,
    file: String,
}

impl Things {
    /// Something in each list.
    fn make(place: &Place) -> Self {
        let server = place.server();
        let old = server.app("seen twice");
        server.post(&old, &["one", "Two of them", "three"]);
        server.item(&["msg", "delete", &old, "1", "2", "--yes", "--wait", "10s"]);
        let app = server.item(&["app", "rotate-token", &old, "--grace", "1h", "--yes"])["token"].clone();
        let app = app.as_str().expect("a token").to_owned();
        let other = server.app("another");
        server.post(&other, &["elsewhere"]);
        let entry = server.item(&["msg", "post", &app, "1", "four", "--wait", "10s"])["job_id"].clone();
        let letter = server.dead_letter().to_string();
        let dropped = server.lost_message(3, "lost").to_string();
        server.items(&["dlq", "drop", &dropped, "--yes"]);
        super::until_no_job_is_left(server);
        let job = server.item(&["index", "reindex"])["id"].to_string();
        server.settle();
        Self {
            app,
            old,
            letter,
            job,
            entry: entry.as_str().expect("an id").to_owned(),
            worker: server.items(&["worker", "ls"])[0]["id"].as_str().expect("an id").to_owned(),
            counter: server.items(&["counter", "ls"])[1]["key"].as_str().expect("a key").to_owned(),
            file: place.folder().join("written").display().to_string(),
        }
    }

    fn of<'a>(&'a self, word: &'a str) -> &'a str {
        match word {
            "APP" => &self.app,
            "OLD" => &self.old,
            "ENTRY" => &self.entry,
            "WORKER" => &self.worker,
            "LETTER" => &self.letter,
            "COUNTER" => &self.counter,
            "JOB" => &self.job,
            "FILE" => &self.file,
            word => word,
        }
    }

    /// The lines of all looks: the leaf, and all words.
    fn looks(&self) -> Vec<Vec<String>> {
        let mut looks = Vec::new();
        for (leaf, way) in leaves() {
            let Way::Looks(lines) = way else { continue };
            looks.extend(lines.iter().map(|line| {
                let rest = words(line).into_iter().map(|word| self.of(word).to_owned());
                words(&leaf).into_iter().map(str::to_owned).chain(rest).collect()
            }));
        }
        looks
    }
}

/// A look in a format, with nothing about how far it is.
fn line<'a>(look: &'a [String], format: &'a [&str]) -> Vec<&'a str> {
    let wide = look.iter().any(|word| word == "-o");
    let format = if wide { &format[2..] } else { format };
    look.iter().map(String::as_str).chain(["--progress", "none"]).chain(format.iter().copied()).collect()
}

const JSON: &[&str] = &["-o", "json", "--timeout", "20s"];
const TABLE: &[&str] = &["-o", "table", "--time", "iso"];

/// What both ways show of a look: the same, once the log has come to rest, which chatd trims while it is looked at.
pub fn same_both_ways(place: &Place, look: &[&str], file: &str) -> Printed {
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        let through = still(&place.through(look), &MOVES);
        let written = std::fs::read(file).ok();
        let straight = still(&place.straight(look), &MOVES);
        if straight == through {
            assert!(std::fs::read(file).ok() == written, "{look:?} writes the same file");
            return through;
        }
        assert!(Instant::now() < deadline, "{look:?}\n straight {straight:?}\n through  {through:?}");
    }
}

/// Without chatd everything is as chatd showed it last.
fn same_without_chatd(place: &Place, seen: &[(Vec<String>, Printed)]) {
    // How many live, and how long the log is, is said in a sentence there; chatd trims it until its end.
    let says_so = |look: &[String]| look[..2] == ["check", "queue"] || look[..2] == ["check", "redis"];
    for (look, through) in seen.iter().filter(|(look, _)| !says_so(look)) {
        // Whether a process is alive is a matter of time, and an engine packs its index when it likes.
        let more: &[&str] = match &*look[0] {
            "worker" => &["state"],
            "index" => &["size_bytes"],
            _ => &[],
        };
        let moves = [&MOVES[..], more].concat();
        let json = line(look, JSON);
        assert_eq!(still(&place.straight(&json), &moves), still(through, &moves), "{look:?} without chatd");
    }
}

fn every_look_is_the_same(mut place: Place) {
    let things = Things::make(&place);
    let looks = things.looks();
    let seen = |place: &Place, looks: &[Vec<String>]| -> Vec<(Vec<String>, Printed)> {
        let json = |look: &Vec<String>| same_both_ways(place, &line(look, JSON), &things.file);
        looks.iter().map(|look| (look.clone(), json(look))).collect()
    };
    let mut settled = seen(&place, &looks);
    // Ages in tables are in words.
    for look in looks.iter().filter(|look| look[0] != "worker") {
        same_both_ways(&place, &line(look, TABLE), &things.file);
    }
    place.stop();
    // The log is trimmed to its end.
    settled.retain(|(look, _)| look[0] != "queue");
    same_without_chatd(&place, &settled);
    for look in looks.iter().filter(|look| look[..2] != ["queue", "wait"]) {
        let nobody = if look[0] == "check" { 2 } else { 7 };
        assert_eq!(place.through(&line(look, JSON)).code, nobody, "{look:?}: nobody answers");
    }
    let mut looks = [looks, backlog(&mut place, &things.app)].concat();
    // It waits for what nobody persists.
    looks.retain(|look| look[0] != "backup");
    let waiting = seen(&place, &looks);
    place.stop();
    same_without_chatd(&place, &waiting);
}

/// A queue that nobody works on, and the looks at what is on it.
fn backlog(place: &mut Place, app: &str) -> Vec<Vec<String>> {
    // What was parked by hand is newer than the log, which counts as a loss: its counters are seeded while somebody works.
    place.restart_as(Role::All);
    let server = place.server();
    server.post(app, &["five"]);
    server.item(&["chat", "create", app, "--wait", "10s"]);
    server.settle();
    place.restart_as(Role::Api);
    let server = place.server();
    let message = server.item(&["msg", "post", app, "1", "on its way"])["message_number"].clone();
    let chat = server.item(&["chat", "create", app, "--title", "on its way"])["chat_number"].to_string();
    server.item(&["msg", "post", app, &chat, "on its way"]);
    [
        format!("msg get {app} 1 {message}"),
        format!("msg get {app} {chat} 1"),
        format!("msg ls {app} {chat}"),
        format!("chat get {app} {chat}"),
        format!("counter get 1:{chat}"),
    ]
    .map(|look| words(&look).into_iter().map(str::to_owned).collect())
    .into()
}

#[test]
fn every_look_in_a_data_folder_shows_the_same_both_ways_and_without_chatd() {
    every_look_is_the_same(Place::embedded());
}

#[test]
fn every_look_at_servers_shows_the_same_both_ways_and_without_chatd() {
    if let Some(place) = Place::on_servers() {
        every_look_is_the_same(place);
    }
}

#[test]
fn times_are_set_aside_and_nothing_else() {
    let text = "{\n  \"idle_ms\": 17,\n  \"n\": 3, \"heartbeat_at\": \"2026-01-01T00:00:00Z\"}";
    assert_eq!(masked(&masked(text, "idle_ms"), "heartbeat_at"), "{\n  \"idle_ms\":,\n  \"n\": 3, \"heartbeat_at\":}");
}
