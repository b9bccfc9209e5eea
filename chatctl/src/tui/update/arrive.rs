//! Answers: rows, the status, and how acts went.

use std::time::Duration;

use chat_shared::api::types::admin::Status;

use crate::commands::check::Thresholds;
use crate::commands::check::judge;
use crate::output::failure::Failure;
use crate::tui::action::Action;
use crate::tui::event::Outcome;
use crate::tui::state::State;
use crate::tui::state::page::{From, Page};
use crate::tui::view::Root;

/// Rows of the view that was looked at; an answer to an older look is too late.
pub fn looked(state: &mut State, seq: u64, from: From, found: Result<Page, Failure>) -> Vec<Action> {
    let Some(look) = state.look.take_if(|look| look.seq == seq) else { return Vec::new() };
    if state.frozen || look.view != state.trail.here().view {
        return Vec::new();
    }
    let now = state.now;
    let here = state.trail.here_mut();
    match found {
        Ok(page) => {
            here.failing = None;
            here.list.take(from, page, now);
        }
        Err(failure) => {
            let since = here.failing.as_ref().map_or(now, |(_, since)| *since);
            here.failing = Some((failure, since));
        }
    }
    Vec::new()
}

/// The installation's status: the header, the graphs, and the rows of Pulse.
pub fn status(state: &mut State, found: Result<Box<Status>, Failure>, took: Duration) -> Vec<Action> {
    let now = state.now;
    state.status.asked_at = None;
    if state.frozen {
        return Vec::new();
    }
    match found {
        Ok(status) => {
            state.history.push(&status);
            let checks = judge::of_status(&status, took, &Thresholds::default());
            state.trail.first_of(Root::Pulse).list.take(From::Start, Page::whole(&checks), now);
            state.status.last = Some(status);
            (state.status.took, state.status.at, state.status.failing) = (took, Some(now), None);
        }
        Err(failure) => {
            let since = state.status.failing.as_ref().map_or(now, |(_, since)| *since);
            state.status.failing = Some((failure, since));
            // What is known stays; it is asked for again in a while.
            state.status.retry_at = Some(now);
        }
    }
    Vec::new()
}

/// How acts went: what failed stays marked, and what is seen is asked for anew.
pub fn did(state: &mut State, outcomes: &[Outcome]) -> Vec<Action> {
    state.doing.drain(..outcomes.len().min(state.doing.len()));
    let failed: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.said.is_err()).collect();
    let list = &mut state.trail.here_mut().list;
    for outcome in outcomes.iter().filter(|outcome| outcome.said.is_ok()) {
        list.marks.remove(&outcome.target);
    }
    list.forget_age();
    // A look that began before may not know of it yet.
    state.look = None;
    state.status.is_stale = true;
    match (outcomes, failed.as_slice()) {
        ([Outcome { said: Ok(said), .. }], _) => state.say(said.clone()),
        ([Outcome { said: Err(failure), .. }], _) => state.complain(failure.to_string()),
        (all, []) => state.say(format!("{} done", all.len())),
        (all, failed) => {
            let ids: Vec<&str> = failed.iter().map(|outcome| outcome.target.as_str()).take(5).collect();
            let more = if failed.len() > ids.len() { " …" } else { "" };
            let done = all.len() - failed.len();
            state.complain(format!("{done} of {} done; failed: {}{more}", all.len(), ids.join(", ")));
        }
    }
    Vec::new()
}
