//! On a terminal: narrow ones, dumb ones, without colours; and what asks, asks only there.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::process::{Child, Command};

use chat_shared::config::Role;
use rustix::fs::{Mode, OFlags};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

use crate::server::{Own, Server};
use crate::support::until;

/// A chatctl all of whose streams are one terminal.
struct OnTerminal {
    child: Child,
    terminal: File,
    shown: Vec<u8>,
}

impl OnTerminal {
    fn start(server: &Server, columns: u16, env: &[(&str, &str)], args: &[&str]) -> Self {
        let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
        grantpt(&terminal).and_then(|()| unlockpt(&terminal)).expect("granted");
        let size = Winsize { ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&terminal, size).expect("sized");
        let name = ptsname(&terminal, Vec::new()).expect("a name");
        let its_side = rustix::fs::open(name.as_c_str(), OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).expect("opens");
        let its_side = File::from(its_side);
        let stream = || its_side.try_clone().expect("cloned");
        let child = Command::new(env!("CARGO_BIN_EXE_chatctl"))
            .env_clear()
            .envs([
                ("HOME", "/nonexistent"),
                ("TERM", "xterm"),
                ("CHATCTL_DATA", server.data().to_str().expect("text")),
            ])
            .envs(env.iter().copied())
            .args(args)
            .stdin(stream())
            .stdout(stream())
            .stderr(stream())
            .spawn()
            .expect("chatctl runs");
        Self { child, terminal: terminal.into(), shown: Vec::new() }
    }

    /// Reads until it has shown `text`.
    fn wait_for(&mut self, text: &str) {
        while !String::from_utf8_lossy(&self.shown).contains(text) {
            assert!(self.read(), "it has ended: {}", String::from_utf8_lossy(&self.shown));
        }
    }

    /// False at the end.
    fn read(&mut self) -> bool {
        let mut bytes = [0; 4096];
        // The terminal's end is an error on Linux.
        let read = self.terminal.read(&mut bytes).unwrap_or(0);
        self.shown.extend_from_slice(&bytes[..read]);
        read > 0
    }

    fn type_in(&mut self, text: &str) {
        self.terminal.write_all(text.as_bytes()).expect("typed");
    }

    fn interrupt(&self) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().expect("kill runs").success());
    }

    /// How it ends, and all that was shown.
    fn end(mut self) -> (Option<i32>, String) {
        while self.read() {}
        let ended = until("chatctl ends", || self.child.try_wait().expect("it is a child"));
        (ended.code(), String::from_utf8(std::mem::take(&mut self.shown)).expect("text").replace("\r\n", "\n"))
    }
}

impl Drop for OnTerminal {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a chatctl that is to succeed shows on a terminal of so many columns.
fn shown(columns: u16, env: &[(&str, &str)], args: &[&str]) -> String {
    let (code, shown) = OnTerminal::start(Server::shared(), columns, env, args).end();
    assert_eq!(code, Some(0), "{args:?}: {shown}");
    shown
}

#[test]
fn a_window_of_any_width_shows_every_name_whole() {
    let server = Server::shared();
    let app = server.app("narrow");
    server.post(&app, &["a message that is too long for a window of twenty columns"]);
    for columns in [0, 1, 20, 80, 500] {
        let list = shown(columns, &[("NO_COLOR", "1")], &["msg", "ls", &app, "1"]);
        let header = list.lines().next().expect("a header");
        for name in ["MESSAGE_NUMBER", "CREATED", "SENDER", "MESSAGE_CONTENT"] {
            assert!(header.contains(name), "{columns}: {list}");
        }
        let one = shown(columns, &[("NO_COLOR", "1")], &["index", "status"]);
        assert!(one.lines().any(|line| line.trim_start().starts_with("NEEDS_FILLING")), "{columns}: {one}");
        assert!(!shown(columns, &[], &["--help"]).is_empty());
    }
    let wide = shown(500, &[("NO_COLOR", "1")], &["msg", "ls", &app, "1"]);
    assert!(wide.contains("a message that is too long for a window of twenty columns"), "{wide}");
}

#[test]
fn what_users_wrote_is_shown_and_never_obeyed_whatever_prints_it() {
    const TRAP: &str = "\x1b]0;gotcha\x07\x1b[2J\r\u{9b}31m";
    let mut own = Own::new();
    let name = format!("trap {TRAP}");
    let app = own.app(&name);
    own.item(&["chat", "rename", &app, "1", &name, "--wait", "10s"]);
    own.item(&["msg", "post", &app, "1", &name, "--sender", &name, "--wait", "10s"]);
    own.settle();
    // Without workers the log keeps its entries.
    own.restart_as(Role::Api);
    let entry = own.item(&["msg", "post", &app, "1", &name])["job_id"].as_str().expect("an id").to_owned();
    let looks: [&[&str]; 14] = [
        &["app", "ls"],
        &["app", "get", &app],
        &["app", "stats", &app],
        &["app", "get", &name],
        &["chat", "ls", &app],
        &["chat", "get", &app, "1"],
        &["chat", "stats", &app, "1"],
        &["msg", "ls", &app, "1"],
        &["msg", "get", &app, "1", "1"],
        &["msg", "search", &app, "trap"],
        &["msg", "tail", &app, "1"],
        &["queue", "tail", "persist", "--last", "50"],
        &["queue", "peek", "persist", &entry],
        &["export", &app],
    ];
    let formats = ["table", "wide", "json", "jsonl", "yaml", "csv", "tsv", "name"];
    for look in looks {
        for (columns, format) in formats.into_iter().flat_map(|format| [(20, format), (120, format)]) {
            let args = [look, &["-o", format]].concat();
            let (code, shown) = OnTerminal::start(&own, columns, &[("NO_COLOR", "1")], &args).end();
            assert_eq!(code, Some(0), "{args:?}: {shown}");
            let obeyed = shown.chars().find(|shown| shown.is_control() && !matches!(shown, '\n' | '\t'));
            assert_eq!(obeyed, None, "{args:?} in {columns} columns: {shown:?}");
            assert!(!shown.is_empty(), "{args:?}");
        }
    }
    let (_, refused) = OnTerminal::start(&own, 80, &[("NO_COLOR", "1")], &["app", "get", TRAP]).end();
    assert!(refused.contains("gotcha") && !refused.contains('\x1b'), "{refused:?}");
}

#[test]
fn a_terminal_gets_colours_unless_it_is_dumb_or_they_are_not_wanted() {
    let version = ["version"];
    assert!(shown(80, &[], &version).contains('\x1b'));
    for env in [("NO_COLOR", "1"), ("TERM", "dumb"), ("CLICOLOR", "0")] {
        assert!(!shown(80, &[env], &version).contains('\x1b'), "{env:?}");
    }
    assert!(shown(80, &[("LC_ALL", "C"), ("LANG", "C")], &version).contains('\x1b'), "the locale is no matter");
}

#[test]
fn a_terminal_that_cannot_move_its_cursor_gets_lines_instead_of_a_bar() {
    let (bar, lines) = (shown(80, &[], &["verify"]), shown(80, &[("TERM", "dumb")], &["verify"]));
    assert!(bar.contains('\x1b') && !bar.contains("job: "), "{bar}");
    assert!(!lines.contains('\x1b') && lines.contains("job: "), "{lines}");
}

#[test]
fn what_cannot_be_taken_back_is_asked_for_by_its_name() {
    let server = Server::shared();
    for (typed, exit) in [("no\n", 11), ("\x04", 11), ("asked\n", 0)] {
        server.item(&["app", "create", "asked", "--if-not-exists"]);
        let mut delete = OnTerminal::start(server, 80, &[], &["app", "delete", "asked"]);
        delete.wait_for("Type asked to go on: ");
        delete.type_in(typed);
        assert_eq!(delete.end().0, Some(exit), "{typed:?}");
        assert_eq!(server.run(&["app", "get", "asked"]).status.success(), exit != 0, "{typed:?}");
    }
}

#[test]
fn a_question_is_ended_by_an_interrupt_that_says_so() {
    let server = Server::shared();
    server.app("interrupted question");
    let mut delete = OnTerminal::start(server, 80, &[], &["app", "delete", "interrupted question"]);
    delete.wait_for("to go on: ");
    delete.interrupt();
    let (code, shown) = delete.end();
    assert_eq!(code, Some(130), "{shown}");
    assert!(shown.contains("interrupted while trying to"), "{shown}");
    server.item(&["app", "get", "interrupted question"]);
}

#[test]
fn nothing_is_asked_where_it_cannot_or_must_not_be() {
    let server = Server::shared();
    server.app("never asked");
    let in_an_environment = [("TERM", "dumb"), ("CI", "true"), ("CHATCTL_NO_INPUT", "1")].map(|env| (env, vec![]));
    let by_a_flag = [vec!["--no-input"], vec!["-o", "json"]].map(|flags| (("TERM", "xterm"), flags));
    for (env, flags) in in_an_environment.into_iter().chain(by_a_flag) {
        let args = [&["app", "delete", "never asked"], &*flags].concat();
        let (code, shown) = OnTerminal::start(server, 80, &[env], &args).end();
        assert_eq!(code, Some(10), "{env:?} {flags:?}: {shown}");
        assert!(shown.contains("--confirm=never asked") && !shown.contains("to go on"), "{shown}");
    }
}
