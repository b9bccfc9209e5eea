//! What each command of the key map does.

use super::over::set_filter;
use super::{choices, straight};
use crate::tui::act::{Act, danger, question, words};
use crate::tui::action::Action;
use crate::tui::draw;
use crate::tui::keymap::{Command, Verb};
use crate::tui::screens::{self, Offer, On, Way};
use crate::tui::state::State;
use crate::tui::state::input::Input;
use crate::tui::state::overlay::{Ask, Confirm, Overlay, Palette, Purpose};
use crate::tui::state::page::{From, Row};
use crate::tui::view::{Root, View};

/// What is asked before dead letters are found.
const OF_LETTERS: &str = "find dead letters by a query such as reason~deadlock and age<2h";

/// Runs a command.
pub fn run(state: &mut State, command: Command) -> Vec<Action> {
    // Out of the only view is out of the program.
    let command = if state.alone && command == Command::Back { Command::Quit } else { command };
    if !state.offers(command) {
        state.complain("that means nothing in this view: ? shows what does");
        return Vec::new();
    }
    match command {
        Command::Down => step(state, 1),
        Command::Up => step(state, -1),
        Command::PageDown => step(state, half(state)),
        Command::PageUp => step(state, -half(state)),
        Command::Top => to_top(state),
        Command::Bottom => to_bottom(state),
        Command::Open => open(state),
        Command::Side => side(state),
        Command::Trace | Command::Errors | Command::Plan | Command::Explain => by_way(state, command),
        Command::Back => back(state),
        Command::Go(root) => {
            state.trail.go(root);
            came(state);
        }
        Command::Backward | Command::Forward => {
            let moved = if command == Command::Backward { state.trail.backward() } else { state.trail.forward() };
            if moved { came(state) } else { state.complain("there is nothing further that way") }
        }
        Command::Palette => {
            let found = choices::palette(state, "");
            state.overlay = Some(Overlay::Palette(Palette { found, ..Palette::default() }));
        }
        Command::Filter => {
            let input = Input::new(state.trail.here().list.filter.clone());
            state.overlay = Some(Overlay::Filter(input));
        }
        Command::Sort => state.overlay = Some(Overlay::Menu(choices::sort(state))),
        Command::Mark => mark(state),
        Command::MarkAll => mark_all(state),
        Command::Unmark => state.trail.here_mut().list.marks.clear(),
        Command::Copy => copy(state),
        Command::Wrap => {
            let list = &mut state.trail.here_mut().list;
            list.cuts = !list.cuts;
        }
        Command::Freeze => freeze(state),
        Command::Tail => tail(state),
        Command::Find => {
            let (prompt, begins) = match &state.trail.here().view {
                View::DeadLetters | View::Errors => (OF_LETTERS, String::new()),
                View::Letters { query } => (OF_LETTERS, query.clone()),
                _ => ("find messages that contain", String::new()),
            };
            ask(state, prompt, begins, Purpose::Find);
        }
        Command::Goto => ask(state, "go to number", String::new(), Purpose::Goto),
        Command::Turn => turn(state),
        Command::Refresh => refresh(state),
        Command::Menu => state.overlay = Some(Overlay::Menu(choices::menu(state))),
        Command::Line => state.shows_line = !state.shows_line,
        Command::Mouse => {
            state.screen.mouse = !state.screen.mouse;
            state.say(if state.screen.mouse { "the mouse is ours" } else { "the mouse is the terminal's" });
            return vec![Action::Mouse(state.screen.mouse)];
        }
        Command::Redraw => return vec![Action::Redraw],
        Command::Suspend => return vec![Action::Suspend],
        Command::Quit => {
            state.quits = true;
            return vec![Action::Quit];
        }
        Command::Do(verb) => begin(state, verb),
    }
    Vec::new()
}

fn half(state: &State) -> isize {
    isize::try_from((draw::rows_seen(state) / 2).max(1)).unwrap_or(1)
}

fn is_sheet(state: &State) -> bool {
    screens::of(&state.trail.here().view).shape == screens::Shape::Sheet
}

fn step(state: &mut State, by: isize) {
    if is_sheet(state) {
        let last = draw::sheet_length(state).saturating_sub(draw::rows_seen(state));
        let list = &mut state.trail.here_mut().list;
        list.scroll = list.scroll.saturating_add_signed(by).min(last);
    } else {
        state.trail.here_mut().list.step(by);
    }
}

fn to_top(state: &mut State) {
    let list = &mut state.trail.here_mut().list;
    list.scroll = 0;
    if list.is_at_start() {
        list.select(0);
    } else {
        list.begin_at(From::Start);
    }
}

/// A list of numbers is asked for from its other end; any other one ends, for now, where it is loaded.
fn to_bottom(state: &mut State) {
    if is_sheet(state) {
        step(state, isize::MAX);
        return;
    }
    let numbered = state.offers(Command::Goto);
    let list = &mut state.trail.here_mut().list;
    list.tail = false;
    if numbered && list.loaded().1 {
        list.begin_at(From::End);
        list.selects_last = true;
    } else {
        list.select(usize::MAX);
    }
}

/// After arriving in a view: its line is the one that equals what was done last.
fn came(state: &mut State) {
    state.line = Some(state.chatctl(&state.trail.here().view.words()));
    state.prefix = None;
}

/// Opens a view: one of the eight in its own place, any other one below this one.
pub fn enter(state: &mut State, view: View) {
    match Root::ALL.into_iter().find(|root| root.view() == view) {
        Some(root) => state.trail.go(root),
        None => state.trail.enter(view),
    }
    came(state);
}

/// Something of a row, as screens see it.
pub fn with_row<T>(state: &State, row: Option<&Row>, f: impl FnOnce(On<'_>) -> T) -> T {
    let here = state.trail.here();
    let (loaded, more) = here.list.loaded();
    let whole = (!more && here.list.answered_at().is_some()).then_some(loaded as u64);
    let (status, filtered) = (state.status.last.as_deref(), !here.list.filter.is_empty());
    f(On { view: &here.view, fields: &here.list.fields, row, status, whole, filtered })
}

/// The row that the view's acts are about: the selected one, or the one thing that is shown.
pub fn current(state: &State) -> Option<&Row> {
    let list = &state.trail.here().list;
    if is_sheet(state) { list.only() } else { list.selection() }
}

fn open(state: &mut State) {
    let screen = screens::of(&state.trail.here().view);
    match with_row(state, current(state), |on| (screen.open)(on)) {
        Some(view) => enter(state, view),
        None if is_sheet(state) || state.trail.here().list.len() == 0 => {}
        None => state.complain(no_row(state)),
    }
}

/// Where the only way leads, or a choice of them.
fn side(state: &mut State) {
    match screens::of(&state.trail.here().view).ways {
        [way] => lead(state, way),
        _ => state.overlay = Some(Overlay::Menu(choices::ways_of(state))),
    }
}

fn by_way(state: &mut State, command: Command) {
    if let Some(way) = screens::of(&state.trail.here().view).way(command) {
        lead(state, way);
    }
}

fn lead(state: &mut State, way: &Way) {
    match with_row(state, current(state), way.leads) {
        Some(view) => enter(state, view),
        None => state.complain(no_row(state)),
    }
}

/// Why there is nothing to be done with the row.
pub fn no_row(state: &State) -> &'static str {
    if state.trail.here().list.is_gone() {
        "the selected row is gone: move to select another one"
    } else {
        "there is nothing more to see of it"
    }
}

/// Out: first of the filter, then of the marks, then of the view.
fn back(state: &mut State) {
    let list = &mut state.trail.here_mut().list;
    if !list.filter.is_empty() {
        set_filter(state, String::new());
    } else if !list.marks.is_empty() {
        list.marks.clear();
    } else if state.trail.leave() {
        came(state);
    } else {
        state.say("this is the beginning: Q leaves");
    }
}

fn mark(state: &mut State) {
    let list = &mut state.trail.here_mut().list;
    let Some(id) = list.selection().map(|row| row.id.clone()) else { return };
    if !list.marks.remove(&id) {
        list.marks.insert(id);
    }
    list.step(1);
}

fn mark_all(state: &mut State) {
    let list = &mut state.trail.here_mut().list;
    let ids: Vec<String> = list.rows_from(0).map(|row| row.id.clone()).collect();
    let count = ids.len();
    let (_, more) = list.loaded();
    list.marks.extend(ids);
    if more {
        state.complain(format!("{count} marked: there are more that are not loaded"));
    } else {
        state.say(format!("{count} marked"));
    }
}

fn copy(state: &mut State) {
    match choices::copy(state, current(state)) {
        Some(menu) => state.overlay = Some(Overlay::Menu(menu)),
        None => state.complain(no_row(state)),
    }
}

fn freeze(state: &mut State) {
    state.frozen = !state.frozen;
    if !state.frozen {
        refresh(state);
    }
}

fn tail(state: &mut State) {
    let list = &mut state.trail.here_mut().list;
    list.tail = !list.tail;
    if list.tail {
        if list.turned || !list.is_at_start() {
            list.turned = false;
            list.begin_at(From::Start);
        }
        list.sorting = None;
        list.select(0);
    }
}

fn turn(state: &mut State) {
    let list = &mut state.trail.here_mut().list;
    list.turned = !list.turned;
    list.tail = false;
    list.begin_at(From::Start);
    // What was asked for in the other order is of no use.
    state.look = None;
}

fn refresh(state: &mut State) {
    let here = state.trail.here_mut();
    here.list.forget_age();
    here.failing = None;
    state.look = None;
    (state.status.asked_at, state.status.is_stale) = (None, true);
}

fn ask(state: &mut State, prompt: &str, begins: String, purpose: Purpose) {
    state.overlay = Some(Overlay::Ask(Ask { prompt: prompt.to_owned(), input: Input::new(begins), purpose }));
}

/// Begins to change something: asks for what is missing, then for consent.
fn begin(state: &mut State, verb: Verb) {
    let mut offers = offers(state, verb);
    // A text is for one thing: for the one under the cursor, whatever is marked.
    if offers.iter().any(|offer| matches!(offer, Offer::Ask(..))) {
        offers = vec![offer_on(state, verb, current(state))];
    }
    let (mut acts, mut refused) = (Vec::new(), None);
    for offer in offers {
        match offer {
            Offer::Act(act) => acts.push(act),
            Offer::Ask(prompt, begins, act) => return ask(state, prompt, begins, Purpose::Act(act)),
            Offer::Not(why) => refused = Some(why),
        }
    }
    acts.dedup();
    match refused {
        Some(why) if acts.is_empty() => state.complain(why),
        _ if acts.is_empty() => state.complain(no_row(state)),
        _ => confirm(state, acts),
    }
}

/// What a verb comes to on each of the chosen rows; the first refusal where there are none.
pub fn offers(state: &State, verb: Verb) -> Vec<Offer> {
    let rows = if is_sheet(state) { current(state).into_iter().collect() } else { state.trail.here().list.chosen() };
    if rows.is_empty() {
        return vec![offer_on(state, verb, None)];
    }
    rows.into_iter().map(|row| offer_on(state, verb, Some(row))).collect()
}

/// What a verb comes to on a row, by the row, by the context, and by whoever is asked.
fn offer_on(state: &State, verb: Verb, row: Option<&Row>) -> Offer {
    let screen = screens::of(&state.trail.here().view);
    let offer = with_row(state, row, |on| screen.offer(verb, on));
    let forbidden = |act: &Act| state.forbidden().filter(|_| !act.only_looks());
    let why = offer.act().and_then(|act| forbidden(act).or_else(|| straight::why_not(state, act)));
    why.map_or(offer, Offer::Not)
}

/// Puts the question: nothing is changed without its answer.
pub fn confirm(state: &mut State, acts: Vec<Act>) {
    let changes = acts.iter().any(|act| !act.only_looks());
    let protected = (state.context.protected && changes).then(|| state.context.name.clone());
    let danger = danger(&acts);
    state.overlay = Some(Overlay::Confirm(Confirm::new(acts, danger, protected.as_deref())));
}

/// Does what was consented to.
pub fn perform(state: &mut State, acts: Vec<Act>) -> Vec<Action> {
    state.say(format!("{} …", question(&acts)));
    state.line = Some(state.chatctl(&words(&acts)));
    state.doing.extend(acts.iter().cloned());
    vec![Action::Do(acts)]
}
