//! The terminal UI in a real terminal, against a running chatd: what an operator does with it, and that the terminal is
//! given back whatever ends it.

use std::net::TcpListener;
use std::path::Path;

use crate::server::{Own, Server};
use crate::support::{chatctl, code, error, stderr, stdout, until};
use crate::tmux::Tmux;

/// A shell in a terminal of 80×24 that finds `server`, with the line that starts chatctl typed into it.
pub fn at(server: &Server, line: &str) -> Option<Tmux> {
    at_folder(server.data(), line)
}

/// The same where no chatd need run.
fn at_folder(data: &Path, line: &str) -> Option<Tmux> {
    let tmux = Tmux::start(80, 24, &[("CHATCTL_DATA", data.to_str().expect("text"))])?;
    tmux.type_in(&format!("echo before; {} {line}; echo left $?", env!("CARGO_BIN_EXE_chatctl")));
    tmux.press(&["Enter"]);
    Some(tmux)
}

/// The process id of the chatctl that runs in the terminal.
fn process(tmux: &Tmux) -> String {
    let shell = tmux.says("#{pane_pid}");
    until("chatctl runs in the shell", || {
        let output = std::process::Command::new("ps").args(["-o", "pid=", "--ppid", &shell]).output().expect("ps runs");
        let id = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        (!id.is_empty()).then_some(id)
    })
}

fn signal(name: &str, id: &str) {
    assert!(std::process::Command::new("kill").args([name, id]).status().expect("kill runs").success());
}

/// The terminal is as it was: its own screen with what stood there, a cursor, and a shell that echoes.
fn is_given_back(tmux: &Tmux, status: i32) {
    let shown = tmux.wait_for(&format!("left {status}"));
    assert!(shown.contains("before"), "what stood there is there still: {shown}");
    assert_eq!(tmux.says("#{cursor_flag} #{alternate_on} #{mouse_any_flag}"), "1 0 0");
    tmux.type_in("echo sane $((40 + 2))");
    tmux.press(&["Enter"]);
    let shown = tmux.wait_for("sane 42");
    assert!(shown.contains("echo sane"), "what is typed is echoed: {shown}");
}

#[test]
fn leaving_gives_the_terminal_back() {
    let Some(tmux) = at(Server::shared(), "tui") else { return };
    let shown = tmux.wait_for("live ");
    assert!(shown.contains("Pulse") && !shown.contains("before"), "{shown}");
    tmux.press(&["Q"]);
    is_given_back(&tmux, 0);
}

#[test]
fn top_shows_what_moves_leads_nowhere_and_ends_with_q() {
    let Some(tmux) = at(Server::shared(), "top --refresh 200ms") else { return };
    let shown = tmux.wait_for("processes");
    assert!(
        shown.contains("persist lag  now") && shown.contains("dead letters") && shown.contains("stored/s"),
        "{shown}"
    );
    tmux.press(&["3"]);
    assert!(tmux.wait_for("means nothing").contains("stored/s"), "it is all there is");
    tmux.press(&["q"]);
    is_given_back(&tmux, 0);
}

#[test]
fn a_signal_gives_the_terminal_back() {
    for (name, status) in [("-TERM", 143), ("-INT", 130), ("-HUP", 143)] {
        let Some(tmux) = at(Server::shared(), "tui queues") else { return };
        tmux.wait_for("persist");
        signal(name, &process(&tmux));
        is_given_back(&tmux, status);
    }
}

#[test]
fn a_suspended_program_gives_the_terminal_back_and_takes_it_again() {
    let Some(tmux) = at(Server::shared(), "tui queues") else { return };
    tmux.wait_for("persist");
    tmux.press(&["C-z"]);
    let shown = tmux.wait_for("Stopped");
    assert!(shown.contains("before"), "{shown}");
    assert_eq!(tmux.says("#{cursor_flag} #{alternate_on}"), "1 0");
    tmux.type_in("fg");
    tmux.press(&["Enter"]);
    tmux.wait_for("persist");
    signal("-TSTP", &process(&tmux));
    tmux.wait_until("stopped again", |shown| shown.matches("Stopped").count() == 2);
    tmux.type_in("fg");
    tmux.press(&["Enter"]);
    tmux.wait_for("persist");
    tmux.press(&["Q"]);
    tmux.wait_until("the shell again", |shown| shown.contains("before") && shown.trim_end().ends_with('$'));
}

#[test]
fn one_browses_to_a_message_and_back() {
    let server = Server::shared();
    let app = server.app("browsed");
    server.post(&app, &["first of them", "\u{1b}[2J\u{202e}hostile\u{1b}]0;title\u{7}", "last of them"]);
    let Some(tmux) = at(server, "tui apps") else { return };
    tmux.wait_for("TOKEN");
    tmux.type_in("/browsed");
    tmux.press(&["Enter", "Enter"]);
    tmux.wait_for("MESSAGES_COUNT");
    tmux.press(&["Enter"]);
    let shown = tmux.wait_for("last of them");
    assert!(shown.contains("browsed > chat 1") && shown.contains("first of them"), "{shown}");
    assert!(shown.contains(r"\x1b[2J\u{202e}hostile\x1b]0;title\x07"), "shown and not obeyed: {shown}");
    tmux.press(&["j", "j", "Enter"]);
    tmux.wait_for_all(&["message 1/1", "persisted", "first of them"]);
    tmux.press(&["Escape"]);
    tmux.wait_for("MESSAGE_CONTENT");
    tmux.press(&["Escape"]);
    tmux.wait_for("MESSAGES_COUNT");
    tmux.press(&["Escape"]);
    tmux.wait_for("/browsed");
}

#[test]
fn the_marks_of_a_context_are_in_the_header_and_in_every_question() {
    let server = Server::shared();
    server.app("marked on the screen");
    for (mark, badge) in [("protected", "PROTECTED"), ("read_only", "READ-ONLY")] {
        let home = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(home.path().join("chatctl")).expect("a folder");
        let data = server.data().display();
        let config = format!("context = \"prod\"\n[contexts.prod]\ndata = \"{data}\"\n{mark} = true\n");
        std::fs::write(home.path().join("chatctl/config.toml"), config).expect("written");
        let Some(tmux) = Tmux::start(100, 24, &[("XDG_CONFIG_HOME", home.path().to_str().expect("text"))]) else {
            return;
        };
        tmux.type_in(&format!("{} tui apps", env!("CARGO_BIN_EXE_chatctl")));
        tmux.press(&["Enter"]);
        tmux.wait_for(badge);
        tmux.type_in("/marked on");
        tmux.press(&["Enter"]);
        tmux.wait_for("marked on the screen");
        tmux.press(&["D"]);
        match mark {
            "protected" => drop(tmux.wait_for("The context prod is PROTECTED")),
            _ => drop(tmux.wait_for("this context is read-only")),
        }
    }
    server.item(&["app", "get", "marked on the screen"]);
}

#[test]
fn a_search_lights_what_it_finds() {
    let server = Server::shared();
    let app = server.app("searched");
    server.post(&app, &["nothing of it", "the needle in here"]);
    let Some(tmux) = at(server, "tui apps") else { return };
    tmux.wait_for("TOKEN");
    tmux.type_in("/searched");
    tmux.press(&["Enter"]);
    until("the index has it", || (!server.items(&["msg", "search", &app, "needle"]).is_empty()).then_some(()));
    tmux.type_in("fneedle");
    tmux.press(&["Enter"]);
    let shown = tmux.wait_for("the needle in here");
    assert!(shown.contains("found “needle”") && !shown.contains("nothing of it"), "{shown}");
    let cells = tmux.call(&["capture-pane", "-p", "-e", "-t", "t"]);
    let line = cells.lines().find(|line| line.contains("in here")).expect("the line");
    assert!(line.contains("needle\u{1b}[") && !line.contains("the needle"), "it is lit: {line:?}");
}

#[test]
fn a_tail_shows_what_another_client_posts() {
    let server = Server::shared();
    let app = server.app("followed");
    server.post(&app, &["before the tail"]);
    let Some(tmux) = at(server, "tui apps") else { return };
    tmux.wait_for("TOKEN");
    tmux.type_in("/followed");
    tmux.press(&["Enter", "Enter"]);
    tmux.wait_for("MESSAGES_COUNT");
    tmux.press(&["Enter"]);
    tmux.wait_for("before the tail");
    tmux.press(&["t"]);
    tmux.wait_for("following");
    for text in ["came first", "came second"] {
        server.item(&["msg", "post", &app, "1", text]);
        tmux.wait_for(text);
    }
    let shown = tmux.shown();
    let line = shown.lines().find(|line| line.contains("came second")).expect("the line");
    assert!(line.starts_with('▌'), "the newest is selected: {shown}");
}

#[test]
fn a_dead_letter_is_retried_after_a_question() {
    let own = Own::new();
    own.app("letters");
    let id = own.lost_message(1, "found again");
    let Some(tmux) = at(&own, "tui dlq") else { return };
    tmux.wait_for("create_message");
    tmux.press(&["R", "R", "Enter"]);
    tmux.wait_for("nothing was done");
    assert!(own.item(&["dlq", "get", &id.to_string()])["resolved_at"].is_null());
    tmux.press(&["R", "y"]);
    tmux.wait_for(&format!("dead letter {id} is persisted"));
    tmux.wait_for("no dead letters");
    assert!(!own.item(&["dlq", "get", &id.to_string()])["resolved_at"].is_null());
    assert_eq!(own.items(&["msg", "ls", "letters", "1"])[0]["message_content"], "found again");
}

#[test]
fn an_index_is_built_anew_and_its_job_is_seen_to_its_end() {
    let own = Own::new();
    let app = own.app("indexed");
    own.post(&app, &["one", "two"]);
    let Some(tmux) = at(&own, "tui index") else { return };
    tmux.wait_for("generation");
    tmux.press(&["B", "y"]);
    tmux.wait_for("has begun");
    tmux.press(&["7"]);
    let shown = tmux.wait_for("● done");
    assert!(shown.contains("reindex"), "{shown}");
    tmux.press(&["Enter"]);
    tmux.wait_for_all(&["> job ", "100%"]);
}

#[test]
fn a_chatd_that_went_away_is_told_of_and_found_again() {
    let mut own = Own::new();
    own.app("away");
    let address = own.address();
    let Some(tmux) = at(&own, "tui apps") else { return };
    tmux.wait_for("away");
    own.stop();
    let shown = tmux.wait_for("failing");
    assert!(shown.contains("away") && shown.contains("api■"), "what was known stays: {shown}");
    tmux.press(&["8"]);
    tmux.wait_for("no chatd answers");
    own.start_at(&address);
    tmux.wait_for("live ");
    tmux.wait_for("● up");
}

#[test]
fn a_chatd_that_never_answers_holds_up_no_key() {
    let silent = TcpListener::bind("127.0.0.1:0").expect("bound");
    let api = format!("http://{}", silent.local_addr().expect("an address"));
    let Some(tmux) = at(Server::shared(), &format!("tui --api {api}")) else { return };
    tmux.wait_for("loading");
    tmux.press(&["3"]);
    tmux.wait_for("Queues");
    tmux.press(&["?"]);
    tmux.wait_for("Actions and keys");
    tmux.press(&["Escape"]);
    tmux.wait_for("waiting");
    tmux.press(&["Q"]);
    is_given_back(&tmux, 0);
}

#[test]
fn what_is_copied_is_on_the_terminals_clipboard() {
    let own = Own::new();
    own.app("copied");
    let id = own.dead_letter();
    let Some(tmux) = at(&own, "tui dlq") else { return };
    tmux.wait_for("undecodable");
    tmux.press(&["y", "Enter"]);
    tmux.wait_for("copied");
    let copied = until("the clipboard", || {
        let text = tmux.call(&["show-buffer"]);
        (!text.is_empty()).then_some(text)
    });
    let copied: serde_json::Value = serde_json::from_str(&copied).expect("JSON");
    assert_eq!(copied, own.items(&["dlq", "ls"])[0]);
    assert_eq!(copied["id"], id);
}

#[test]
fn a_storm_of_sizes_leaves_a_whole_screen() {
    let Some(tmux) = at(Server::shared(), "tui queues") else { return };
    tmux.wait_for("persist");
    for (width, height) in [(200, 60), (40, 10), (120, 30), (10, 3), (80, 24)] {
        tmux.resize(width, height);
    }
    tmux.resize(40, 10);
    tmux.wait_for("chatctl tui needs 60x15");
    tmux.resize(80, 24);
    let shown = tmux.wait_for("QUEUE");
    assert!(shown.contains("persist") && shown.contains("actions"), "{shown}");
}

#[test]
fn accessible_lines_follow_each_other_without_a_screen() {
    let server = Server::shared();
    server.app("read aloud");
    let Some(tmux) = at(server, "tui queues --accessible") else { return };
    let shown = tmux.wait_for("queue persist");
    assert!(shown.contains("before") && shown.contains("View Queues"), "{shown}");
    tmux.press(&["j"]);
    let shown = tmux.wait_for("Row 2 of 2");
    assert!(shown.contains("Row 1 of 2") && !shown.contains('│') && !shown.contains('█'), "{shown}");
    tmux.press(&["Q"]);
    is_given_back(&tmux, 0);
}

#[test]
fn without_a_terminal_there_is_no_screen() {
    let output = Server::shared().run(&["tui"]);
    assert_eq!((code(&output), stdout(&output).as_str()), (2, ""));
    assert!(stderr(&output).contains("chatctl check"), "{}", stderr(&output));
    let output = chatctl(&["tui", "-o", "json"]).output().expect("runs");
    assert_eq!(error(&output)["code"], "usage");
    let Some(tmux) = at(Server::shared(), "tui") else { return };
    tmux.wait_for("Pulse");
    tmux.press(&["Q"]);
    tmux.wait_for("left 0");
    tmux.type_in(&format!("TERM=dumb {} tui; echo dumb $?", env!("CARGO_BIN_EXE_chatctl")));
    tmux.press(&["Enter"]);
    tmux.wait_for("dumb 2");
}

#[test]
fn without_chatd_the_screens_are_the_same_and_say_what_cannot_be_done() {
    let mut own = Own::new();
    let app = own.app("without chatd");
    own.post(&app, &["seen all the same"]);
    own.lost_message(2, "found again");
    let data = own.data().to_owned();
    own.stop();
    let Some(tmux) = at_folder(&data, "--direct tui apps") else { return };
    let shown = tmux.wait_for("without chatd");
    assert!(shown.contains("DIRECT"), "{shown}");
    tmux.press(&["Enter"]);
    tmux.wait_for("MESSAGES_COUNT");
    tmux.press(&["Enter"]);
    tmux.wait_for("seen all the same");
    tmux.press(&["?"]);
    tmux.wait_for("chatd alone accepts");
    tmux.press(&["Escape"]);
    tmux.type_in("4");
    tmux.wait_for("create_message");
    tmux.type_in("A");
    tmux.wait_for("chatd alone works on jobs");
    // Who has just gone may be taken for alive at first.
    tmux.wait_until("the question", |shown| {
        let asked = shown.contains("Retry dead letter 1?");
        if !asked {
            tmux.type_in("R");
        }
        asked
    });
    tmux.type_in("y");
    tmux.wait_for("dead letter 1 is persisted");
    tmux.press(&["Q"]);
    is_given_back(&tmux, 0);
}
