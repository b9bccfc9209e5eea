//! What an operator mends from the screen, in a real terminal against a running chatd: counters, dead letters of a kind, the
//! index and its generations, queues; and looks that go deeper than a list.

use crate::server::{Own, Server};
use crate::support::{code, until};
use crate::tui::at;

#[test]
fn a_counter_that_was_lowered_is_reconciled_by_a_plan_that_was_seen() {
    let mut own = Own::new();
    let app = own.app("lowered");
    own.post(&app, &["one", "two", "three"]);
    own.settle();
    own.damage(
        "queue.db",
        "UPDATE counters SET n = 2, check_value = (2 * 7919 + 104729) % 1000003 WHERE owner LIKE '%:1'",
    );
    let Some(tmux) = at(&own, "tui counters") else { return };
    tmux.wait_for("■ behind");
    tmux.press(&["j", "i"]);
    tmux.wait_for_all(&["counter 1:1 explained", "greatest_persisted"]);
    tmux.press(&["Escape"]);
    tmux.wait_for("VERDICT");
    tmux.press(&["p"]);
    let shown = tmux.wait_for("raise");
    assert!(shown.contains("Counters > plan"), "{shown}");
    tmux.press(&["A", "A"]);
    let shown = tmux.wait_for("Raise counter 1:1");
    assert!(shown.contains("[ Cancel ]"), "the key that asks does not consent: {shown}");
    tmux.press(&["y"]);
    tmux.wait_for("nothing is to be done");
    tmux.press(&["@"]);
    tmux.wait_for("@ chatctl counter reconcile --key 1:1 --yes");
    assert_eq!(own.item(&["msg", "post", &app, "1", "the next"])["message_number"], 4);
    own.text(&["counter", "diff", "--only", "drift", "--exit-code"], 0);
}

#[test]
fn dead_letters_are_seen_by_error_mended_and_dropped() {
    let own = Own::new();
    let app = own.app("by error");
    let lost = own.lost_message(1, "mistyped");
    let rubbish = own.dead_letter().to_string();
    let Some(tmux) = at(&own, "tui dlq") else { return };
    tmux.wait_for("undecodable");
    tmux.press(&["e"]);
    let shown = tmux.wait_for("EXAMPLE_ID");
    assert!(shown.contains("refused") && shown.contains("rubbish"), "{shown}");
    tmux.type_in("/refused");
    tmux.press(&["Enter", "Enter"]);
    tmux.wait_for("kind=create_message and group=refused");
    tmux.wait_until("the letter of the group", |shown| shown.contains("1:1") && !shown.contains("undecodable"));
    tmux.press(&["Enter"]);
    tmux.wait_for("application_id");
    tmux.press(&["E"]);
    tmux.wait_for_all(&["new text", "mistyped"]);
    tmux.press(&["C-u"]);
    tmux.type_in("well typed");
    tmux.press(&["Enter", "y"]);
    tmux.wait_for("says it");
    tmux.press(&["R", "y"]);
    tmux.wait_for(&format!("dead letter {lost} is persisted"));
    assert_eq!(own.item(&["msg", "get", &app, "1", "1"])["message_content"], "well typed");
    tmux.type_in("4");
    tmux.wait_until("what is left", |shown| shown.contains("undecodable") && !shown.contains("create_message"));
    // The one that was selected is gone.
    tmux.press(&["j", "D", "y"]);
    tmux.wait_for("no dead letters");
    assert!(!own.item(&["dlq", "get", &rubbish])["resolved_at"].is_null());
}

#[test]
fn an_index_is_built_beside_swapped_in_gone_back_from_and_dropped() {
    let own = Own::new();
    let app = own.app("generations");
    own.post(&app, &["one", "two"]);
    own.settle();
    let generation = || own.item(&["index", "status"])["generation"].as_i64().expect("a number");
    let first = generation();
    let Some(tmux) = at(&own, "tui index") else { return };
    tmux.wait_for("generation");
    tmux.press(&["S"]);
    tmux.wait_for("none was built");
    tmux.type_in(":leave it beside");
    tmux.press(&["Enter"]);
    tmux.wait_for("leave it beside the one that");
    tmux.press(&["y"]);
    until("it is built", || {
        let index = own.item(&["index", "status"]);
        (!index["building"].is_null() && index["job_id"].is_null()).then_some(())
    });
    // What is seen may still be from before.
    tmux.wait_until("the question", |shown| {
        let asked = shown.contains("of the search index answer?");
        if !asked {
            tmux.press(&["r", "S"]);
        }
        asked
    });
    tmux.press(&["y"]);
    tmux.wait_for("answers");
    assert!(generation() > first, "the new one answers");
    tmux.wait_until("the old one is kept", |shown| shown.contains(&format!("previous          {first}")));
    tmux.press(&["U", "y"]);
    tmux.wait_for(&format!("generation {first} answers"));
    assert_eq!(generation(), first);
    tmux.press(&["V", "y"]);
    tmux.wait_for("(verify) has begun");
}

#[test]
fn a_queue_is_paused_and_accepting_stopped_and_both_taken_back() {
    let own = Own::new();
    let app = own.app("halted");
    let state = |queue: &str| own.item(&["queue", "get", queue])["state"].clone();
    let Some(tmux) = at(&own, "tui queues") else { return };
    tmux.wait_for("persist");
    tmux.press(&["j", "P", "y"]);
    tmux.wait_for("▲ paused");
    assert_eq!(state("index"), "paused");
    tmux.press(&["P", "y"]);
    tmux.wait_until("both run", |shown| shown.matches("● running").count() == 2);
    assert_eq!(state("index"), "running");
    tmux.type_in(":stop accepting");
    tmux.press(&["Enter"]);
    tmux.wait_for("Stop accepting creations and changes");
    tmux.press(&["y"]);
    tmux.wait_for("accepting is stopped by");
    until("nothing is accepted", || (code(&own.run(&["msg", "post", &app, "1", "x"])) == 7).then_some(()));
    tmux.wait_for("queue▲");
    tmux.type_in(":stop accepting");
    tmux.press(&["Enter"]);
    tmux.wait_for("Accept creations and changes again?");
    tmux.press(&["y"]);
    until("it accepts again", || (code(&own.run(&["msg", "post", &app, "1", "two"])) == 0).then_some(()));
}

#[test]
fn a_message_is_traced_a_chat_counted_and_an_installation_examined() {
    let server = Server::shared();
    let app = server.app("looked into");
    server.post(&app, &["one", "two"]);
    let Some(tmux) = at(server, "tui apps") else { return };
    tmux.wait_for("TOKEN");
    tmux.type_in("/looked into");
    tmux.press(&["Enter", "Enter"]);
    tmux.wait_for("MESSAGES_COUNT");
    tmux.press(&["v", "j", "Enter"]);
    let shown = tmux.wait_for("numbers_without_message");
    assert!(shown.contains("chat 1 counted") && shown.contains("last_number"), "{shown}");
    tmux.press(&["Escape"]);
    tmux.wait_for("MESSAGES_COUNT");
    tmux.press(&["Enter"]);
    tmux.wait_for("MESSAGE_CONTENT");
    tmux.press(&["T"]);
    let shown = tmux.wait_for("ENTRY_ID");
    assert!(shown.contains("way of message 1/2") && shown.contains("STEP") && shown.contains("now"), "{shown}");
    tmux.press(&["1", "i"]);
    tmux.wait_for("SEVERITY");
    tmux.press(&["V"]);
    tmux.wait_for("Verify queue, database and index?");
}

#[test]
fn what_verifying_found_is_a_list() {
    let mut own = Own::new();
    let app = own.app("found out");
    own.post(&app, &["one", "two", "three"]);
    own.settle();
    own.damage("chat.db", "UPDATE chats SET messages_count = 31");
    let Some(tmux) = at(&own, "tui") else { return };
    tmux.wait_for("live ");
    tmux.press(&["V", "y"]);
    tmux.wait_for("(verify) has begun");
    tmux.press(&["7"]);
    tmux.wait_for("● done");
    tmux.press(&["v"]);
    let shown = tmux.wait_for("INVARIANT");
    assert!(shown.contains("findings of job") && shown.contains("I5"), "{shown}");
    tmux.press(&["p"]);
    tmux.wait_for("recount");
}

#[test]
fn an_application_is_written_to_files_from_its_menu() {
    let server = Server::shared();
    let app = server.app("written down");
    server.post(&app, &["one", "two"]);
    let folder = tempfile::tempdir().expect("a folder");
    let Some(tmux) = at(server, "tui apps") else { return };
    tmux.wait_for("TOKEN");
    tmux.type_in("/written down");
    tmux.press(&["Enter"]);
    for (action, file, said) in [
        ("write messages", "messages.ndjson", "holds 2 messages"),
        ("write an application", "backup.jsonl", "with 2 messages"),
    ] {
        let file = folder.path().join(file);
        tmux.type_in(&format!(":{action}"));
        tmux.press(&["Enter"]);
        tmux.wait_for("file (");
        tmux.type_in(file.to_str().expect("text"));
        tmux.press(&["Enter"]);
        tmux.wait_for("Do it (y)");
        tmux.press(&["y"]);
        tmux.wait_for(said);
        assert!(std::fs::read_to_string(&file).expect("written").contains("two"));
    }
}
