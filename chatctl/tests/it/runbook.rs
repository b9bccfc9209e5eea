//! docs/runbook.md, walked: its very lines against an installation that is really broken so, up to a clean `verify`.

use std::path::{Path, PathBuf};
use std::process::Output;

use chat_shared::config::Role;

use crate::server::Own;
use crate::support::{chatctl, code, stderr, stdout};

/// Sections whose fault needs servers or a disk of its own: `make faults` strikes those under load.
const STRUCK_ELSEWHERE: [&str; 2] = ["The database is down", "A disk is full"];

/// Those that this file walks.
const WALKED: [&str; 8] = [
    "A queue grows",
    "Dead letters",
    "A counter is behind",
    UNMENDABLE,
    "Counters are gone",
    "The queue was emptied",
    "The search index is away",
    "chatd is down",
];

/// What was lost stays lost: the only section that ends with a finding.
const UNMENDABLE: &str = "A counter is ahead";

/// Commands that may say that something is wrong, until it is mended.
const SAY_SO: [&str; 2] = ["check", "doctor"];

fn runbook() -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/runbook.md");
    std::fs::read_to_string(path).expect("the runbook")
}

/// The titles of all sections.
fn titles(runbook: &str) -> Vec<&str> {
    runbook.lines().filter_map(|line| line.strip_prefix("## ")).collect()
}

/// The lines of a section's block.
fn block(title: &str) -> Vec<String> {
    let runbook = runbook();
    let section = runbook.split("\n## ").find(|section| section.lines().next() == Some(title));
    let section = section.unwrap_or_else(|| panic!("no section {title}"));
    let block = section.split("```console\n").nth(1).and_then(|rest| rest.split("```").next());
    block.unwrap_or_else(|| panic!("{title} has no block")).lines().map(str::to_owned).collect()
}

/// An installation with three messages in its one chat, persisted and indexed.
fn furnished() -> Own {
    let own = Own::new();
    let app = own.app("walked");
    own.post(&app, &["one sheep", "two sheep", "three sheep"]);
    own.settle();
    own
}

/// Puts a counter to another number, as one that was given.
const FOUR: &str = "UPDATE counters SET n = 4, check_value = (4 * 7919 + 104729) % 1000003 WHERE owner LIKE '%:1'";
const ONE: &str = "UPDATE counters SET n = 1, check_value = (1 * 7919 + 104729) % 1000003 WHERE owner LIKE '%:1'";

/// Takes files away with their journals while nobody has them open.
fn remove(data: &Path, file: &str) {
    std::fs::remove_file(data.join(file)).expect("removed");
    for journal in [format!("{file}-wal"), format!("{file}-shm")] {
        // What was checkpointed has no journal.
        let _ = std::fs::remove_file(data.join(journal));
    }
}

/// Walks a section: each line as it stands there, with `words` for its capitals and `by_hand` for its `#` line. The first
/// one, which is the alert, ends with `alert`, unless that is left open.
fn walk(own: &mut Own, title: &str, words: &[(&str, &str)], alert: Option<i32>, by_hand: impl Fn(&mut Own)) {
    let data = own.folder().to_owned();
    let lines = block(title);
    let acts = lines.iter().filter(|line| line.starts_with("# ")).count();
    assert!(acts <= 1, "{title} asks for one thing outside of chatctl at a time");
    assert_eq!(lines.last().map(String::as_str), Some("$ chatctl verify"), "{title}");
    let mended = lines.iter().position(|line| line.starts_with("# ") || mends(line)).unwrap_or(0);
    for (place, line) in lines.iter().enumerate() {
        let Some(line) = line.strip_prefix("$ chatctl ") else {
            by_hand(own);
            continue;
        };
        let args: Vec<&str> = line.split_whitespace().map(|word| of(word, words)).collect();
        let output = chatctl(&args).env("CHATCTL_DATA", &data).output().expect("chatctl runs");
        let expected = match place {
            0 => alert.unwrap_or(0),
            place if place + 1 == lines.len() && title == UNMENDABLE => 9,
            _ => 0,
        };
        let says_so = (place > 0 || alert.is_none()) && place < mended && SAY_SO.contains(&args[0]);
        assert!(code(&output) == expected || says_so, "{title}: {line}: {}", said(&output));
    }
}

/// Whether a line changes something.
fn mends(line: &str) -> bool {
    ["retry", "reconcile", "post"].iter().any(|verb| line.split_whitespace().any(|word| word == *verb))
}

fn of<'a>(word: &'a str, words: &[(&str, &'a str)]) -> &'a str {
    words.iter().find(|(name, _)| *name == word).map_or(word, |(_, value)| value)
}

fn said(output: &Output) -> String {
    format!("{} {}{}", code(output), stdout(output), stderr(output))
}

#[test]
fn every_section_is_walked_and_every_alert_leads_to_one() {
    let runbook = runbook();
    let mut known: Vec<&str> = WALKED.into_iter().chain(STRUCK_ELSEWHERE).collect();
    let mut titles = titles(&runbook);
    known.sort_unstable();
    titles.sort_unstable();
    assert_eq!(titles, known);
    for title in titles {
        let anchor = format!("(#{})", title.to_lowercase().replace(' ', "-"));
        assert!(runbook.contains(&anchor), "no alert leads to {title}");
        for line in block(title).iter().filter(|line| !line.starts_with("# ")) {
            assert!(line.starts_with("$ chatctl "), "{title}: {line}");
        }
    }
}

#[test]
fn a_queue_that_grows_without_workers_is_empty_in_the_end() {
    let mut own = furnished();
    own.restart_as(Role::Api);
    for text in ["four", "five"] {
        own.item(&["msg", "post", "walked", "1", text]);
    }
    // Until the process that worked here has given no sign of life for a while.
    crate::support::until("the alert", || (code(&own.run(&["check", "queue"])) == 2).then_some(()));
    walk(&mut own, "A queue grows", &[], Some(2), |own| own.restart_as(Role::All));
}

#[test]
fn a_dead_letter_is_persisted_in_the_end() {
    let mut own = furnished();
    own.damage("queue.db", FOUR);
    let id = own.lost_message(4, "four sheep").to_string();
    walk(&mut own, "Dead letters", &[("ID", &id)], Some(1), |_| {});
    assert_eq!(own.item(&["msg", "get", "walked", "1", "4"])["message_content"], "four sheep");
}

#[test]
fn a_counter_that_is_behind_gives_no_number_twice_in_the_end() {
    let mut own = furnished();
    own.damage("queue.db", ONE);
    walk(&mut own, "A counter is behind", &[("KEY", "1:1")], Some(2), |_| {});
    assert_eq!(own.item(&["msg", "post", "walked", "1", "four"])["message_number"], 4);
}

#[test]
fn what_a_counter_that_is_ahead_has_given_is_named_and_goes_on_being_named() {
    let mut own = furnished();
    own.damage("queue.db", FOUR);
    own.damage("chat.db", "UPDATE messages SET created_at = created_at - 60000");
    let words = [("KEY", "1:1"), ("APP", "walked"), ("CHAT", "1"), ("N", "4")];
    walk(&mut own, UNMENDABLE, &words, Some(1), |_| {});
    let last = own.items(&["trace", "msg", "walked", "1", "4"]).pop().expect("a row");
    assert_eq!(last["state"], "lost", "{last}");
}

#[test]
fn counters_that_are_gone_come_back_by_themselves() {
    let mut own = furnished();
    own.damage("queue.db", "DELETE FROM counters");
    walk(&mut own, "Counters are gone", &[("KEY", "1:1"), ("APP", "walked"), ("CHAT", "1")], Some(0), |_| {});
    assert_eq!(own.item(&["counter", "get", "1:1"])["n"], 4);
}

#[test]
fn after_the_queue_was_emptied_no_number_is_given_twice() {
    let mut own = furnished();
    own.behind_its_back(|data| remove(data, "queue.db"));
    walk(&mut own, "The queue was emptied", &[("APP", "walked"), ("CHAT", "1")], Some(0), |_| {});
    let rows = own.items(&["msg", "ls", "walked", "1"]);
    assert_eq!(rows.len(), 4);
    assert!(rows[3]["message_number"].as_u64().is_some_and(|number| number > 4), "{rows:?}");
}

#[test]
fn an_index_that_was_lost_is_filled_again() {
    let mut own = furnished();
    own.behind_its_back(|data| remove(data, "search.db"));
    let job = crate::support::until("chatd begins to fill it", || {
        own.items(&["job", "ls"]).first().map(|job| job["id"].to_string())
    });
    // The job may have ended by now: then the doctor has nothing to say.
    walk(&mut own, "The search index is away", &[("JOB", &job)], None, |_| {});
    assert_eq!(own.items(&["msg", "search", "walked", "sheep"]).len(), 3);
}

#[test]
fn a_chatd_that_was_down_goes_on_where_it_ended() {
    let mut own = furnished();
    own.stop();
    walk(&mut own, "chatd is down", &[], Some(2), |own| own.restart_as(Role::All));
}
