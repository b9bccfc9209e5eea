//! Changes without chatd: under the hold that chatd takes, by the same checks, and written to the operator log; and what is
//! left to chatd, with the reason.

use chat_shared::config::Role;

use super::{Way, leaves, words};
use crate::place::Place;

/// What the lines of changes are about.
struct Things {
    app: String,
    job: String,
    lost: String,
    edited: String,
    rubbish: String,
    letters: String,
    plan: String,
}

impl Things {
    /// Something to change of each kind, with nobody who works on it.
    fn make(place: &mut Place) -> Self {
        let server = place.server();
        let app = server.app("changed");
        server.post(&app, &["one", "two", "three"]);
        super::until_no_job_is_left(server);
        server.item(&["index", "reindex", "--no-swap"]);
        server.settle();
        place.restart_as(Role::Api);
        let server = place.server();
        let exported = server.lost_message(1, "carried").to_string();
        let letters = place.folder().join("letters.ndjson").display().to_string();
        server.item(&["dlq", "export", "--out", &letters]);
        server.items(&["dlq", "drop", &exported, "--yes"]);
        let of_another =
            std::fs::read_to_string(&letters).expect("read").replace("\"entry_id\": \"1", "\"entry_id\": \"2");
        std::fs::write(&letters, of_another).expect("written");
        let job = server.item(&["index", "reindex", "--detach"])["id"].to_string();
        Self {
            app,
            job,
            lost: server.lost_message(77, "found again").to_string(),
            edited: server.lost_message(78, "to be mended").to_string(),
            rubbish: server.dead_letter().to_string(),
            letters,
            plan: place.folder().join("plan.json").display().to_string(),
        }
    }

    fn of<'a>(&'a self, word: &'a str) -> &'a str {
        match word {
            "APP" => &self.app,
            "JOB" => &self.job,
            "LOST" => &self.lost,
            "EDITED" => &self.edited,
            "RUBBISH" => &self.rubbish,
            "LETTERS" => &self.letters,
            "PLAN" => &self.plan,
            word => word,
        }
    }

    fn line<'a>(&'a self, line: &'a str) -> Vec<&'a str> {
        words(line).into_iter().map(|word| self.of(word)).collect()
    }
}

/// Each change with what the operator log calls it, in an order in which each finds something to do.
const CHANGES: [(&str, &str, &str); 17] = [
    ("app create", "second", "application.create"),
    ("app rotate-token", "APP --yes", "application.rotate_token"),
    ("queue pause", "index", "queue.pause"),
    ("queue resume", "index", "queue.resume"),
    ("dlq retry", "LOST", "dead_letter.retry"),
    ("dlq edit", "EDITED --content mended", "dead_letter.edit"),
    ("dlq drop", "RUBBISH --yes", "dead_letter.drop"),
    ("dlq import", "LETTERS", "dead_letter.import"),
    ("job pause", "JOB", "operation.pause"),
    ("job throttle", "JOB --rate 5", "operation.throttle"),
    ("job resume", "JOB", "operation.resume"),
    ("job cancel", "JOB --yes", "operation.cancel"),
    ("index swap", "--yes", "search.swap"),
    ("index rollback", "--yes", "search.rollback"),
    ("index prune", "--yes", "search.prune"),
    ("counter apply", "PLAN --yes", "counter.recount"),
    ("counter reconcile", "--yes", "counter.recount"),
];

/// There is nothing to go back to before.
const NEED_A_SWAP: [&str; 2] = ["index rollback", "index prune"];

const MISCOUNT: &str = "UPDATE chats SET messages_count = messages_count + 1 WHERE chat_number = 1";

/// Something is to be done about a counter, and planned.
fn miscount(place: &Place, things: &Things) {
    place.damage(MISCOUNT);
    let plan = place.straight(&["counter", "plan"]);
    std::fs::write(&things.plan, &plan.out).expect("written");
}

fn everything_is_changed(mut place: Place) {
    let things = Things::make(&mut place);
    miscount(&place, &things);
    if place.is_held() {
        for (leaf, rest, _) in CHANGES.into_iter().filter(|(leaf, ..)| !NEED_A_SWAP.contains(leaf)) {
            let held = place.straight(&[words(leaf), things.line(rest)].concat());
            assert_eq!(held.code, 6, "{leaf}: {held:?}");
            assert!(held.told.contains("process") && held.told.contains("without --direct"), "{leaf}: {held:?}");
        }
        place.stop();
    }
    let before = place.acts();
    for (place_in_order, (leaf, rest, act)) in CHANGES.into_iter().enumerate() {
        if leaf.starts_with("counter ") {
            miscount(&place, &things);
        }
        let line = [words(leaf), things.line(rest)].concat();
        let unlogged = place.acts().len();
        let done = place.straight(&line);
        assert_eq!(done.code, 0, "{line:?}: {done:?}");
        let acts = place.acts();
        assert!(acts.len() > unlogged && acts[0] == format!("{act} by tester (direct)"), "{line:?}: {acts:?}");
        assert!(acts.len() > before.len() + place_in_order, "{acts:?}");
    }
    // What was done is there for chatd.
    place.restart_as(Role::All);
    let server = place.server();
    let apps = server.items(&["app", "ls"]);
    let token = |place: usize| apps[place]["token"].as_str().expect("a token").to_owned();
    assert_ne!(token(0), things.app, "it has another token");
    let found = server.item(&["msg", "get", &token(0), "1", "77"]);
    assert_eq!(found["message_content"], "found again");
    server.item(&["chat", "create", &token(1), "--wait", "10s"]);
    assert!(server.items(&["counter", "diff", "--only", "drift"]).is_empty());
    server.text(&["queue", "wait", "index", "--empty"], 0);
}

#[test]
fn changes_in_a_data_folder_need_chatd_stopped_and_are_written_to_the_operator_log() {
    everything_is_changed(Place::embedded());
}

#[test]
fn changes_on_servers_are_made_beside_chatd_and_written_to_the_operator_log() {
    if let Some(place) = Place::on_servers() {
        everything_is_changed(place);
    }
}

#[test]
fn every_change_of_the_tree_is_tried() {
    let mut tried: Vec<&str> = CHANGES.iter().map(|(leaf, ..)| *leaf).collect();
    tried.sort_unstable();
    let mut known: Vec<String> =
        leaves().into_iter().filter(|(_, way)| *way == Way::Changes).map(|(leaf, _)| leaf).collect();
    known.sort_unstable();
    assert_eq!(tried, known);
}

#[test]
fn what_chatd_alone_does_is_refused_with_a_hint() {
    let mut place = Place::embedded();
    let app = place.server().app("accepting");
    place.stop();
    for (leaf, way) in leaves() {
        let (rest, code, kind, hint) = match way {
            Way::Accepts(rest) => (rest, "not_direct", 2, "without --direct"),
            Way::Works(rest) => (rest, "unavailable", 7, "start a chatd that works"),
            Way::Looks(_) | Way::Changes | Way::Elsewhere => continue,
        };
        let rest = words(rest).into_iter().map(|word| if word == "APP" { app.as_str() } else { word });
        let line: Vec<&str> = words(&leaf).into_iter().chain(rest).chain(["-o", "json"]).collect();
        let refused = place.straight(&line);
        let error: serde_json::Value =
            serde_json::from_str(&refused.told).unwrap_or_else(|_| panic!("{line:?}: {refused:?}"));
        assert_eq!((refused.code, &error["code"]), (kind, &code.into()), "{line:?}: {error}");
        assert!(error["hint"].as_str().expect("a hint").contains(hint), "{line:?}: {error}");
        assert_eq!(refused.out, "", "{line:?}");
    }
}

#[test]
fn a_rehearsal_changes_nothing_and_needs_no_hold() {
    let mut place = Place::embedded();
    let things = Things::make(&mut place);
    miscount(&place, &things);
    let before = place.acts();
    for (leaf, rest, _) in CHANGES.into_iter().filter(|(leaf, ..)| !NEED_A_SWAP.contains(leaf)) {
        let line = [words(leaf), things.line(rest), vec!["--dry-run"]].concat();
        let rehearsed = place.straight(&line);
        assert_eq!(rehearsed.code, 0, "{line:?}: {rehearsed:?}");
    }
    assert_eq!(place.acts(), before);
}
