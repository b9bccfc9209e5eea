//! What each screen looks like: at the size that every terminal has and on a wide one; empty, loading, failing, full.

use std::fmt::Write as _;
use std::time::Duration;

use chat_shared::clock::Timestamp;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Color;

use super::sample::{failure, full, now, state_in, status};
use crate::tui::draw;
use crate::tui::event::Msg;
use crate::tui::screens::tests::every_view;
use crate::tui::state::State;
use crate::tui::state::page::{From, Page};
use crate::tui::update::update;
use crate::tui::view::{Root, View};

/// What the backend of tests tells behind a line with wide characters.
const TOLD_BEHIND: &str = "\" Hidden by multi-width symbols: ";

/// What a terminal of the state's size shows, without the room at the ends of lines.
pub fn shown(state: &State) -> String {
    let mut terminal = drawn(state);
    let lines = terminal.backend_mut().to_string();
    let seen = |line: &'_ str| line.split(TOLD_BEHIND).next().unwrap_or(line).trim_matches('"').trim_end().to_owned();
    lines.lines().map(seen).collect::<Vec<_>>().join("\n")
}

fn drawn(state: &State) -> Terminal<TestBackend> {
    let mut terminal = Terminal::new(TestBackend::new(state.screen.width, state.screen.height)).expect("a terminal");
    terminal.draw(|frame| draw::draw(state, frame)).expect("drawn");
    terminal
}

/// Two minutes of statuses.
pub fn with_history(state: &mut State) {
    for moment in 0..60 {
        update(state, Msg::Status { found: Ok(status(moment)), took: Duration::from_millis(3) });
    }
}

/// A view with an answer to its look.
pub fn answered(view: &View, width: u16, height: u16, page: Page) -> State {
    let mut state = state_in(view, width, height);
    with_history(&mut state);
    update(&mut state, Msg::Tick(now()));
    if let Some(look) = state.look.clone() {
        update(&mut state, Msg::Looked { seq: look.seq, from: From::Start, found: Ok(page) });
    }
    state
}

pub fn type_in(state: &mut State, keys: &str) {
    for c in keys.chars() {
        let code = match c {
            '\n' => KeyCode::Enter,
            '\x1b' => KeyCode::Esc,
            c => KeyCode::Char(c),
        };
        update(state, Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)));
    }
}

fn failing(view: &View, width: u16, height: u16) -> State {
    let mut state = state_in(view, width, height);
    update(&mut state, Msg::Tick(now()));
    update(&mut state, Msg::Status { found: Err(failure()), took: Duration::from_secs(1) });
    if let Some(look) = state.look.clone() {
        update(&mut state, Msg::Looked { seq: look.seq, from: From::Start, found: Err(failure()) });
    }
    update(&mut state, Msg::Tick(Timestamp::from_millis(now().as_millis() + 12_000)));
    state
}

#[test]
fn every_screen_is_as_it_was_agreed() {
    for view in every_view() {
        let mut text = String::new();
        for (width, height) in [(80, 24), (160, 50)] {
            let states = [
                ("loading", state_in(&view, width, height)),
                ("empty", answered(&view, width, height, Page::default())),
                ("failing", failing(&view, width, height)),
                ("full", answered(&view, width, height, full(&view))),
            ];
            for (name, state) in states {
                writeln!(text, "━━━ {width}x{height} {name} ━━━\n{}", shown(&state))
                    .expect("a String takes everything");
            }
        }
        let name = format!("{view}").replace(|c: char| !c.is_ascii_alphanumeric(), "_");
        insta::assert_snapshot!(format!("screen_{name}"), text);
    }
}

#[test]
fn what_lies_over_a_screen_is_as_it_was_agreed() {
    let cases: [(&str, View, &str); 9] = [
        ("menu", View::DeadLetters, "?"),
        ("palette", View::Apps, ":tenant 4"),
        ("filter", View::Counters { app: None }, "/behind"),
        ("wrong filter", View::Counters { app: None }, "/lagg>3"),
        ("sort", View::DeadLetters, "s"),
        ("copy", View::DeadLetters, "y"),
        ("question", View::DeadLetters, "xxR"),
        ("typed name", View::Apps, "Dten"),
        ("line", View::Jobs, "@X"),
    ];
    let mut text = String::new();
    for (name, view, keys) in cases {
        let mut state = answered(&view, 80, 24, full(&view));
        type_in(&mut state, keys);
        writeln!(text, "━━━ {name}: {keys} ━━━\n{}", shown(&state)).expect("a String takes everything");
    }
    insta::assert_snapshot!(text);
}

#[test]
fn a_context_is_marked_in_words_whatever_its_colour() {
    let mut state = answered(&View::Jobs, 80, 24, full(&View::Jobs));
    (state.context.protected, state.context.colour) = (true, Some("red".to_owned()));
    state.screen.colour = false;
    type_in(&mut state, "X");
    let text = shown(&state);
    assert!(text.contains("PROTECTED") && text.contains("Type prod-eu to go on"), "{text}");
    let terminal = drawn(&state);
    let colours =
        terminal.backend().buffer().content.iter().filter(|cell| (cell.fg, cell.bg) != (Color::Reset, Color::Reset));
    assert_eq!(colours.count(), 0, "no colours where none are wanted");
    state.context.read_only = true;
    type_in(&mut state, "\x1bX");
    assert!(shown(&state).contains("read-only"), "{}", shown(&state));
}

#[test]
fn a_terminal_that_is_too_small_is_told_what_is_needed() {
    let state = answered(&View::Jobs, 40, 10, full(&View::Jobs));
    insta::assert_snapshot!(shown(&state), @r"
    This terminal has 40x10.
    chatctl tui needs 60x15.
    Enlarge it, or Q to leave.
    ");
}

#[test]
fn nothing_of_a_message_reaches_the_screen_as_a_command() {
    let view =
        View::Messages { app: crate::tui::view::App { token: "t".to_owned(), name: "\x1b[2J".to_owned() }, chat: 1 };
    for (width, height) in [(80, 24), (160, 50)] {
        let terminal = drawn(&answered(&view, width, height, full(&view)));
        for cell in &terminal.backend().buffer().content {
            assert!(!cell.symbol().chars().any(char::is_control), "{:?}", cell.symbol());
        }
    }
}

#[test]
fn accessible_lines_say_each_thing_once() {
    let mut speaker = crate::tui::accessible::Speaker::default();
    let mut state = answered(&Root::DeadLetters.view(), 80, 24, full(&View::DeadLetters));
    let mut said = speaker.lines(&state);
    assert_eq!(speaker.lines(&state), Vec::<String>::new(), "nothing has changed");
    type_in(&mut state, "j");
    said.extend(speaker.lines(&state));
    type_in(&mut state, "R");
    said.extend(speaker.lines(&state));
    type_in(&mut state, "\x1b");
    said.extend(speaker.lines(&state));
    insta::assert_snapshot!(said.join("\n"));
}
