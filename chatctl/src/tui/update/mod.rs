//! What each thing that happens does to the state, and what it asks the runtime for. Pure: the same messages give the
//! same state.

mod arrive;
mod choices;
mod commands;
mod mouse;
mod over;
mod straight;

use chat_shared::clock::Timestamp;
use crossterm::event::{KeyEvent, KeyEventKind};

use super::action::Action;
use super::draw;
use super::event::Msg;
use super::keymap::{self, Command, Key};
use super::screens;
use super::state::page::From;
use super::state::{Look, State, TOAST_MS};
use super::view::View;

/// The status is asked for anew when it is this old.
const STATUS_MS: u64 = 2_000;

/// What is followed is asked for anew when it is this old: what a person takes for "at once".
const TAIL_MS: u64 = 400;

/// What failed is asked for anew after this long.
const AGAIN_MS: u64 = 2_000;

/// Takes in what happened.
pub fn update(state: &mut State, msg: Msg) -> Vec<Action> {
    let mut actions = match msg {
        Msg::Tick(now) => tick(state, now),
        Msg::Key(key) if key.kind == KeyEventKind::Release => Vec::new(),
        Msg::Key(key) => press(state, key),
        Msg::Paste(text) => over::paste(state, &text),
        Msg::Mouse(event) => mouse::mouse(state, event),
        Msg::Resize(width, height) => {
            (state.screen.width, state.screen.height) = (width, height);
            Vec::new()
        }
        Msg::Looked { seq, from, found } => arrive::looked(state, seq, from, found),
        Msg::Status { found, took } => arrive::status(state, found, took),
        Msg::Did { outcomes } => arrive::did(state, &outcomes),
        Msg::Gone => {
            state.gone = true;
            Vec::new()
        }
        Msg::Resumed => vec![Action::Mouse(state.screen.mouse), Action::Redraw],
    };
    let height = draw::rows_seen(state);
    let list = &mut state.trail.here_mut().list;
    list.keep_in_sight(height);
    actions.extend(ask(state, height));
    actions
}

fn tick(state: &mut State, now: Timestamp) -> Vec<Action> {
    state.now = now;
    if state.toast.as_ref().is_some_and(|toast| now.millis_since(toast.at) >= TOAST_MS) {
        state.toast = None;
    }
    Vec::new()
}

/// What is missing or old of what is seen is asked for, one question at a time.
fn ask(state: &mut State, height: usize) -> Vec<Action> {
    if state.frozen {
        return Vec::new();
    }
    ask_status(state).into_iter().chain(ask_view(state, height)).collect()
}

fn ask_status(state: &mut State) -> Option<Action> {
    let watch = &mut state.status;
    let lately = |at: Option<Timestamp>, span| at.is_some_and(|at| state.now.millis_since(at) < span);
    let known = !watch.is_stale && (lately(watch.at, STATUS_MS) || lately(watch.retry_at, AGAIN_MS));
    (watch.asked_at.is_none() && !known).then(|| {
        watch.is_stale = false;
        watch.asked_at = Some(state.now);
        Action::Status
    })
}

fn ask_view(state: &mut State, height: usize) -> Option<Action> {
    let (now, refresh) = (state.now, state.refresh_ms);
    let here = state.trail.here();
    if here.view == View::Pulse || state.look.as_ref().is_some_and(|look| look.view == here.view) {
        return None;
    }
    let failed_lately = here.failing.as_ref().is_some_and(|_| now.millis_since(state.asked_view_at) < AGAIN_MS);
    if failed_lately {
        return None;
    }
    let stale = if here.list.tail {
        TAIL_MS.min(refresh)
    } else if screens::of(&here.view).heavy {
        u64::MAX
    } else {
        refresh
    };
    let from = here.list.wanted(now, height, stale)?;
    Some(look(state, from))
}

/// Begins a look at the view that is shown.
fn look(state: &mut State, from: From) -> Action {
    state.seq += 1;
    state.asked_view_at = state.now;
    let here = state.trail.here();
    let (seq, view, turned) = (state.seq, here.view.clone(), here.list.turned);
    state.look = Some(Look { seq, view: view.clone(), at: state.now });
    Action::Look { seq, view, from, turned }
}

fn press(state: &mut State, key: KeyEvent) -> Vec<Action> {
    let Some(bound) = Key::of(key) else { return Vec::new() };
    // Whoever goes on has read it.
    state.toast = None;
    // What stops or shows the program does so wherever one is.
    match keymap::commands(bound, false).next() {
        Some(Command::Suspend) => return vec![Action::Suspend],
        Some(Command::Redraw) => return vec![Action::Redraw],
        _ => {}
    }
    if state.overlay.is_some() {
        return over::press(state, key);
    }
    let prefixed = state.prefix.take() == Some(bound);
    let mut candidates = keymap::commands(bound, prefixed);
    let first = candidates.next();
    let offered = first.into_iter().chain(candidates).find(|command| state.offers(*command));
    if let Some(command) = offered.or(first) {
        return commands::run(state, command);
    }
    state.prefix = keymap::is_prefix(bound).then_some(bound);
    Vec::new()
}
