//! docs/runbook.md, walked: its very lines against installations that are really broken so, embedded and on servers, through
//! chatd and past it, up to a clean `verify`.

mod without_room;

use std::cell::RefCell;
use std::path::PathBuf;

use chat_shared::api::client::{Client, WriteOptions};
use chat_shared::api::types::CreateMessage;
use chat_shared::config::Role;
use chat_shared::domain::{AppId, Sequence};

use crate::direct::both_ways::same_both_ways;
use crate::direct::{Way, way};
use crate::gate::Gate;
use crate::leaves::all_leaves;
use crate::place::{Place, Printed};
use crate::server::wait_for;
use crate::support::until;
use without_room::WithoutRoom;

/// The sections, each of which a test below walks.
const WALKED: [&str; 10] = [
    "A queue grows",
    "Dead letters",
    "A counter is behind",
    "A counter is ahead",
    "Counters are gone",
    "The queue was emptied",
    "The search index is away",
    "chatd is down",
    "The database is down",
    "A disk is full",
];

/// Commands that may say that something is wrong, until it is mended.
const SAY_SO: [&str; 2] = ["check", "doctor"];

/// The counter of the messages of the only chat.
const COUNTER: Sequence = Sequence::Messages(AppId(1), 1);

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

/// Puts three messages into the one chat of an installation, persisted and indexed; its application's token.
fn furnish(place: &Place) -> String {
    let server = place.server();
    let app = server.app("walked");
    server.post(&app, &["one sheep", "two sheep", "three sheep"]);
    server.settle();
    app
}

/// Does it on an installation in a data folder, and on one on servers.
fn everywhere(walked: impl Fn(Place)) {
    for place in [Some(Place::embedded()), Place::on_servers()].into_iter().flatten() {
        furnish(&place);
        walked(place);
    }
}

/// A walk of a section.
struct Walk<'a> {
    title: &'a str,
    /// What its words in capitals stand for.
    words: &'a [(&'a str, &'a str)],
    /// How its first line ends, which is the alert; `None` leaves it open.
    alert: Option<i32>,
    /// Whether what chatd knows can be read past it: on a full disk it could not write all of it down.
    is_written: bool,
}

impl Walk<'_> {
    /// Walks each line as it stands there, with what `by_hand` does for its `#` line; and past chatd what can be asked there.
    fn on(&self, place: &mut Place, by_hand: impl Fn(&mut Place)) {
        let title = self.title;
        let lines = block(title);
        let acts = lines.iter().filter(|line| line.starts_with("# ")).count();
        assert!(acts <= 1, "{title} asks for one thing outside of chatctl at a time");
        assert_eq!(lines.last().map(String::as_str), Some("$ chatctl verify"), "{title}");
        let mended = lines.iter().position(|line| line.starts_with("# ") || mends(line)).unwrap_or(0);
        for (number, line) in lines.iter().enumerate() {
            let Some(line) = line.strip_prefix("$ chatctl ") else {
                by_hand(place);
                continue;
            };
            let args: Vec<&str> = line.split_whitespace().map(|word| self.of(word)).collect();
            let expected = if number == 0 { self.alert.unwrap_or(0) } else { 0 };
            let may_say_so = (number > 0 || self.alert.is_none()) && number < mended && SAY_SO.contains(&args[0]);
            let printed = place.through(&args);
            assert!(printed.code == expected || may_say_so, "{title}: {line}: {}: {printed:?}", kind(place));
            self.past_chatd(place, &args, &printed);
        }
    }

    /// A look shows the same past chatd; where chatd does not answer it shows something all the same.
    fn past_chatd(&self, place: &Place, args: &[&str], through: &Printed) {
        let at = || format!("{}: {args:?} --direct: {}", self.title, kind(place));
        let is_answered = through.code != 7 && !through.out.contains("could not");
        match way(&leaf(args)) {
            // Who was asked is another matter for these.
            Way::Looks(_) if is_answered && self.is_written && !matches!(args, ["check"] | ["check", "api"]) => {
                same_both_ways(place, &[args, &["-o", "json"]].concat(), "");
            }
            Way::Looks(_) => {
                let straight = place.straight(args);
                let found = if SAY_SO.contains(&args[0]) { 0..=2 } else { 0..=0 };
                assert!(found.contains(&straight.code), "{}: {straight:?}", at());
            }
            Way::Elsewhere => {
                let straight = place.straight(args);
                assert!((0..=2).contains(&straight.code) && !straight.out.is_empty(), "{}: {straight:?}", at());
            }
            Way::Changes | Way::Accepts(_) | Way::Works(_) => {}
        }
    }

    fn of<'a>(&'a self, word: &'a str) -> &'a str {
        self.words.iter().find(|(name, _)| *name == word).map_or(word, |(_, value)| value)
    }
}

/// Whether a line changes something.
fn mends(line: &str) -> bool {
    ["retry", "reconcile", "post"].iter().any(|verb| line.split_whitespace().any(|word| word == *verb))
}

/// The words of a line that name its command.
fn leaf(args: &[&str]) -> String {
    let known = |words: &[&str]| all_leaves().iter().any(|leaf| leaf == words);
    let words = (1..=2).rev().filter_map(|count| args.get(..count)).find(|words| known(words));
    words.unwrap_or_else(|| panic!("no command: {args:?}")).join(" ")
}

fn kind(place: &Place) -> &'static str {
    if place.is_held() { "embedded" } else { "on servers" }
}

#[test]
fn every_section_is_walked_and_every_alert_leads_to_one() {
    let runbook = runbook();
    let mut known = WALKED.to_vec();
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
    everywhere(|mut place| {
        place.restart_as(Role::Api);
        for text in ["four", "five"] {
            place.server().item(&["msg", "post", "walked", "1", text]);
        }
        // Until the process that worked here has given no sign of life for a while.
        until("the alert", || (place.through(&["check", "queue"]).code == 2).then_some(()));
        let walk = Walk { title: "A queue grows", words: &[], alert: Some(2), is_written: true };
        walk.on(&mut place, |place| place.restart_as(Role::All));
    });
}

#[test]
fn a_dead_letter_is_persisted_in_the_end() {
    everywhere(|mut place| {
        place.behind_its_back(|place| place.set_counter(COUNTER, Some(4)));
        let id = place.server().lost_message(4, "four sheep").to_string();
        Walk { title: "Dead letters", words: &[("ID", &id)], alert: Some(1), is_written: true }.on(&mut place, |_| {});
        assert_eq!(place.server().item(&["msg", "get", "walked", "1", "4"])["message_content"], "four sheep");
    });
}

#[test]
fn a_counter_that_is_behind_gives_no_number_twice_in_the_end() {
    everywhere(|mut place| {
        place.behind_its_back(|place| place.set_counter(COUNTER, Some(1)));
        Walk { title: "A counter is behind", words: &[("KEY", "1:1")], alert: Some(2), is_written: true }
            .on(&mut place, |_| {});
        assert_eq!(place.server().item(&["msg", "post", "walked", "1", "four"])["message_number"], 4);
    });
}

#[test]
fn what_a_counter_that_is_ahead_has_given_is_named_and_given_up_in_the_end() {
    everywhere(|mut place| {
        place.behind_its_back(|place| place.set_counter(COUNTER, Some(4)));
        place.damage("UPDATE messages SET created_at = created_at - 60000");
        let words = [("KEY", "1:1"), ("APP", "walked"), ("CHAT", "1"), ("N", "4")];
        let traced = |place: &Place| {
            place.server().items(&["trace", "msg", "walked", "1", "4"]).pop().expect("a row")["state"].clone()
        };
        assert_eq!(traced(&place), "lost");
        Walk { title: "A counter is ahead", words: &words, alert: Some(1), is_written: true }.on(&mut place, |_| {});
        assert_eq!(traced(&place), "gap");
        assert_eq!(place.server().item(&["msg", "post", "walked", "1", "five"])["message_number"], 5);
    });
}

#[test]
fn counters_that_are_gone_come_back_by_themselves() {
    everywhere(|mut place| {
        place.behind_its_back(|place| {
            place.set_counter(COUNTER, None);
            place.set_counter(Sequence::Chats(AppId(1)), None);
        });
        let words = [("KEY", "1:1"), ("APP", "walked"), ("CHAT", "1")];
        Walk { title: "Counters are gone", words: &words, alert: Some(0), is_written: true }.on(&mut place, |_| {});
        assert_eq!(place.server().item(&["counter", "get", "1:1"])["n"], 4);
    });
}

#[test]
fn after_the_queue_was_emptied_no_number_is_given_twice() {
    everywhere(|mut place| {
        place.behind_its_back(Place::empty_queue);
        let words = [("APP", "walked"), ("CHAT", "1")];
        Walk { title: "The queue was emptied", words: &words, alert: Some(0), is_written: true }.on(&mut place, |_| {});
        let rows = place.server().items(&["msg", "ls", "walked", "1"]);
        assert_eq!(rows.len(), 4);
        assert!(rows[3]["message_number"].as_u64().is_some_and(|number| number > 4), "{rows:?}");
    });
}

#[test]
fn an_index_that_was_lost_is_filled_again() {
    everywhere(|mut place| {
        place.behind_its_back(Place::lose_index);
        let job = until("chatd begins to fill it", || {
            place.server().items(&["job", "ls"]).first().map(|job| job["id"].to_string())
        });
        // The job may have ended by now: then the doctor has nothing to say.
        Walk { title: "The search index is away", words: &[("JOB", &job)], alert: None, is_written: true }
            .on(&mut place, |_| {});
        assert_eq!(place.server().items(&["msg", "search", "walked", "sheep"]).len(), 3);
    });
}

#[test]
fn a_chatd_that_was_down_goes_on_where_it_ended() {
    everywhere(|mut place| {
        place.stop();
        let walk = Walk { title: "chatd is down", words: &[], alert: Some(2), is_written: true };
        walk.on(&mut place, |place| place.restart_as(Role::All));
    });
}

#[test]
fn a_database_that_was_down_is_caught_up_with() {
    let gate = RefCell::new(None);
    let place = Place::on_servers_but(|home| {
        let mut store: url::Url = home.store().parse().expect("a URL");
        let behind = store.socket_addrs(|| None).expect("an address")[0];
        let before = gate.borrow_mut().insert(Gate::before(behind)).address();
        store.set_ip_host(before.ip()).and_then(|()| store.set_port(Some(before.port()))).expect("a URL with a host");
        vec![("CHATD_STORE_URL", store.into())]
    });
    let Some(mut place) = place else { return };
    let app = furnish(&place);
    let gate = RefCell::new(gate.into_inner().expect("it stands before the database"));
    let client = Client::builder(&place.server().address()).build().expect("a client");
    gate.borrow_mut().close();
    // chatctl looks the application up first, which needs the database; its clients know it.
    wait_for(async {
        for content in ["four", "five"] {
            let message = CreateMessage { content: content.into(), sender: None, sent_at: None };
            client.create_message(&app, 1, &message, &WriteOptions::default()).await.expect("accepting goes on");
        }
    });
    let walk = Walk { title: "The database is down", words: &[], alert: Some(2), is_written: true };
    walk.on(&mut place, |_| gate.borrow_mut().open());
    assert_eq!(place.server().items(&["msg", "ls", "walked", "1"]).len(), 5);
}

#[test]
fn a_full_disk_is_waited_for_until_there_is_room() {
    let mut place = Place::embedded();
    furnish(&place);
    place.stop();
    let chatd = WithoutRoom::start(&place.data());
    let text = "x".repeat(60_000);
    let refused = until("the disk is full", || {
        let posted = place.through(&["msg", "post", "walked", "1", &text]);
        (posted.code != 0).then_some(posted)
    });
    assert_eq!(refused.code, 7, "{refused:?}");
    Walk { title: "A disk is full", words: &[], alert: None, is_written: false }.on(&mut place, |_| chatd.make_room());
}

#[test]
fn an_engine_whose_disk_was_full_is_caught_up_with() {
    let Some(mut place) = Place::on_servers() else { return };
    furnish(&place);
    place.block_indices(true);
    place.server().post("walked", &["four sheep"]);
    Walk { title: "A disk is full", words: &[], alert: None, is_written: true }
        .on(&mut place, |place| place.block_indices(false));
    assert_eq!(place.server().items(&["msg", "search", "walked", "sheep"]).len(), 4);
}
