//! Whatever keys are pressed, whatever is answered and in whichever order: nothing panics, the state stays valid, the
//! screen can be drawn, and nothing is changed without a question that was answered.

use std::time::Duration;

use chat_shared::clock::Timestamp;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use proptest::prelude::*;

use super::sample::{failure, full, state_in, status};
use super::screens::shown;
use crate::tui::action::Action;
use crate::tui::event::{Msg, Outcome};
use crate::tui::state::State;
use crate::tui::state::overlay::Overlay;
use crate::tui::state::page::Page;
use crate::tui::update::update;
use crate::tui::view::View;

#[derive(Debug, Clone)]
enum Step {
    Key(KeyCode, bool),
    Paste(String),
    Click(u16, u16),
    Wheel(bool),
    Resize(u16, u16),
    Wait(u16),
    Answer(Answer),
}

#[derive(Debug, Clone, Copy)]
enum Answer {
    Full,
    Empty,
    Shorter,
    Failure,
}

fn step() -> impl Strategy<Value = Step> {
    let codes = prop_oneof![
        8 => proptest::char::range(' ', '~').prop_map(KeyCode::Char),
        2 => prop::sample::select(vec![KeyCode::Enter, KeyCode::Esc, KeyCode::Tab, KeyCode::Down, KeyCode::Up,
            KeyCode::PageDown, KeyCode::End, KeyCode::Home, KeyCode::Backspace, KeyCode::Left, KeyCode::F(5)]),
        3 => prop::sample::select("2345678jjjRDNEWAXVPCSULTpeiv?s:/y*x\u{e9}".chars().map(KeyCode::Char).collect::<Vec<_>>()),
    ];
    let answer =
        prop::sample::select(vec![Answer::Full, Answer::Full, Answer::Empty, Answer::Shorter, Answer::Failure]);
    prop_oneof![
        12 => (codes, prop::bool::weighted(0.05)).prop_map(|(code, ctrl)| Step::Key(code, ctrl)),
        4 => answer.prop_map(Step::Answer),
        1 => ".{0,12}".prop_map(Step::Paste),
        1 => (0u16..170, 0u16..60).prop_map(|(x, y)| Step::Click(x, y)),
        1 => any::<bool>().prop_map(Step::Wheel),
        1 => (1u16..170, 1u16..60).prop_map(|(width, height)| Step::Resize(width, height)),
        2 => (0u16..5_000).prop_map(Step::Wait),
    ]
}

/// What was asked for and is not answered yet.
#[derive(Default)]
struct Asked(Vec<Action>);

impl Asked {
    fn answer(&mut self, how: Answer) -> Option<Msg> {
        if self.0.is_empty() {
            return None;
        }
        let found = |view: &View| match how {
            Answer::Full => Ok(full(view)),
            Answer::Empty => Ok(Page::default()),
            Answer::Shorter => {
                let mut page = full(view);
                page.rows.truncate(page.rows.len() / 2);
                Ok(page)
            }
            Answer::Failure => Err(failure()),
        };
        Some(match self.0.remove(0) {
            Action::Look { seq, view, from, .. } => Msg::Looked { seq, from, found: found(&view) },
            Action::Status => Msg::Status {
                found: if matches!(how, Answer::Failure) { Err(failure()) } else { Ok(status(1)) },
                took: Duration::from_millis(1),
            },
            Action::Do(acts) => {
                let said = || if matches!(how, Answer::Failure) { Err(failure()) } else { Ok("done".to_owned()) };
                Msg::Did { outcomes: acts.iter().map(|act| Outcome { target: act.target(), said: said() }).collect() }
            }
            _ => return None,
        })
    }
}

fn msg(state: &State, step: Step, asked: &mut Asked) -> Option<Msg> {
    let mouse = |kind, column, row| Msg::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE });
    Some(match step {
        Step::Key(code, ctrl) => {
            Msg::Key(KeyEvent::new(code, if ctrl { KeyModifiers::CONTROL } else { KeyModifiers::NONE }))
        }
        Step::Paste(text) => Msg::Paste(text),
        Step::Click(x, y) => mouse(MouseEventKind::Down(MouseButton::Left), x, y),
        Step::Wheel(true) => mouse(MouseEventKind::ScrollDown, 0, 0),
        Step::Wheel(false) => mouse(MouseEventKind::ScrollUp, 0, 0),
        Step::Resize(width, height) => Msg::Resize(width, height),
        Step::Wait(ms) => Msg::Tick(Timestamp::from_millis(state.now.as_millis() + i64::from(ms))),
        Step::Answer(how) => return asked.answer(how),
    })
}

/// Whether this message, in this state, answers a question with yes.
fn consents(state: &State, msg: &Msg) -> bool {
    let (Some(Overlay::Confirm(confirm)), Msg::Key(key)) = (&state.overlay, msg) else { return false };
    match key.code {
        KeyCode::Char('y') => confirm.name.is_none(),
        KeyCode::Enter => confirm.is_ready() && (confirm.on_go || confirm.name.is_some()),
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_and_nothing_is_changed_without_consent(steps in prop::collection::vec(step(), 1..80), protected: bool) {
        let mut state = state_in(&View::Pulse, 80, 24);
        state.context.protected = protected;
        let mut asked = Asked::default();
        for step in steps {
            let Some(msg) = msg(&state, step, &mut asked) else { continue };
            let consented = consents(&state, &msg);
            let actions = update(&mut state, msg);
            let acts = actions.iter().any(|action| matches!(action, Action::Do(_)));
            prop_assert!(!acts || consented, "{actions:?} without a yes");
            state.trail.here().list.check();
            if state.screen.width > 0 && state.screen.height > 0 {
                shown(&state);
            }
            asked.0.extend(actions.into_iter().filter(|action| {
                matches!(action, Action::Look { .. } | Action::Status | Action::Do(_))
            }));
        }
    }
}
