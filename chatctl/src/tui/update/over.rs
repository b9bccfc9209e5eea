//! Keys while something lies over the view: lines being typed, menus, the palette, questions.

use chat_shared::ops::DEAD_LETTER_FIELDS;
use chat_shared::ops::query::Query;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{choices, commands};
use crate::tui::action::Action;
use crate::tui::keymap::Key;
use crate::tui::state::State;
use crate::tui::state::list::Sorting;
use crate::tui::state::overlay::{Ask, Choice, Confirm, Item, Menu, Overlay, Palette, Purpose};
use crate::tui::state::page::From;
use crate::tui::view::View;

/// How far a page of a menu is.
const PAGE: isize = 10;

/// Takes a key for what lies on top.
pub fn press(state: &mut State, key: KeyEvent) -> Vec<Action> {
    let Some(overlay) = state.overlay.take() else { return Vec::new() };
    let cancels =
        key.code == KeyCode::Esc || (key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL));
    match overlay {
        Overlay::Filter(input) if cancels => {
            // What was typed is let go of; the filter that was there before is back with the next `/`.
            drop(input);
            set_filter(state, String::new());
            Vec::new()
        }
        _ if cancels => Vec::new(),
        Overlay::Filter(mut input) => {
            if key.code != KeyCode::Enter {
                input.press(key);
                set_filter(state, input.text.clone());
                state.overlay = Some(Overlay::Filter(input));
            }
            Vec::new()
        }
        Overlay::Ask(ask) => typed(state, ask, key),
        Overlay::Menu(menu) => chosen(state, menu, key),
        Overlay::Palette(palette) => sought(state, palette, key),
        Overlay::Confirm(confirm) => answered(state, confirm, key),
    }
}

/// Pasted text goes into the line that is being typed, and nowhere else.
pub fn paste(state: &mut State, text: &str) -> Vec<Action> {
    let mut overlay = state.overlay.take();
    match &mut overlay {
        Some(Overlay::Filter(input)) => {
            input.paste(text);
            set_filter(state, input.text.clone());
        }
        Some(Overlay::Ask(ask)) => ask.input.paste(text),
        Some(Overlay::Palette(palette)) => {
            palette.input.paste(text);
            palette.found = choices::palette(state, &palette.input.text);
            palette.cursor = 0;
        }
        Some(Overlay::Confirm(confirm)) if confirm.name.is_some() => confirm.input.paste(text),
        Some(Overlay::Menu(_) | Overlay::Confirm(_)) | None => {}
    }
    state.overlay = overlay;
    Vec::new()
}

/// Filters the list that is shown.
pub fn set_filter(state: &mut State, text: String) {
    let now = state.now;
    let list = &mut state.trail.here_mut().list;
    list.filter = text;
    list.arrange(now);
    if list.is_gone() {
        list.select(0);
    }
}

fn typed(state: &mut State, mut ask: Ask, key: KeyEvent) -> Vec<Action> {
    if key.code != KeyCode::Enter {
        ask.input.press(key);
        state.overlay = Some(Overlay::Ask(ask));
        return Vec::new();
    }
    let text = ask.input.text;
    match ask.purpose {
        Purpose::Find => find(state, text),
        Purpose::Goto => goto(state, &text),
        Purpose::Act(act) => match act.with_text(text) {
            Ok(act) => commands::confirm(state, vec![act]),
            Err(why) => state.complain(why),
        },
    }
    Vec::new()
}

fn find(state: &mut State, text: String) {
    if text.trim().is_empty() {
        return state.complain("nothing to find was typed");
    }
    let here = state.trail.here();
    if matches!(here.view, View::DeadLetters | View::Letters { .. } | View::Errors) {
        return match Query::parse(&text, DEAD_LETTER_FIELDS) {
            Ok(_) => commands::enter(state, View::Letters { query: text }),
            Err(error) => state.complain(format!("{} (at character {})", error.what, error.at + 1)),
        };
    }
    let (app, chat) = match &here.view {
        View::ChatDetail { app, chat }
        | View::ChatStats { app, chat }
        | View::Messages { app, chat }
        | View::Message { app, chat, .. } => (Some(app.clone()), Some(*chat)),
        View::AppDetail { app } | View::AppStats { app } | View::Chats { app } => (Some(app.clone()), None),
        View::Found { app, chat, .. } => (Some(app.clone()), *chat),
        _ => {
            let token = here.list.selection().and_then(|row| row.text(&here.list.fields, "token"));
            let name = here.list.selection().and_then(|row| row.text(&here.list.fields, "name"));
            let app = token.zip(name).map(|(token, name)| (token.to_owned(), name.to_owned()));
            (app.map(|(token, name)| crate::tui::view::App { token, name }), None)
        }
    };
    match app {
        Some(app) => commands::enter(state, View::Found { app, chat, text }),
        None => state.complain("select an application to search"),
    }
}

fn goto(state: &mut State, text: &str) {
    let Some(number) = text.trim().parse::<u32>().ok().filter(|number| *number > 0) else {
        return state.complain(format!("`{text}` is no number of a chat or a message"));
    };
    let newest_first = matches!(state.trail.here().view, View::Messages { .. });
    let list = &mut state.trail.here_mut().list;
    let descending = newest_first != list.turned;
    let before = if descending { number.checked_add(1) } else { Some(number - 1) };
    list.tail = false;
    list.begin_at(before.map_or(From::Start, From::Past));
    list.seek(&number.to_string());
    state.look = None;
}

fn chosen(state: &mut State, mut menu: Menu, key: KeyEvent) -> Vec<Action> {
    match key.code {
        KeyCode::Char('j') | KeyCode::Down => menu.step(1),
        KeyCode::Char('k') | KeyCode::Up => menu.step(-1),
        KeyCode::PageDown => menu.step(PAGE),
        KeyCode::PageUp => menu.step(-PAGE),
        KeyCode::Char('q' | '?') => return Vec::new(),
        KeyCode::Enter => {
            let Some(item) = menu.items.get(menu.cursor).cloned() else { return Vec::new() };
            return choose(state, item);
        }
        _ => {
            if let Some(item) = by_key(&menu, key) {
                return choose(state, item);
            }
        }
    }
    state.overlay = Some(Overlay::Menu(menu));
    Vec::new()
}

/// The item that a key stands before.
fn by_key(menu: &Menu, key: KeyEvent) -> Option<Item> {
    let name = Key::of(key)?.name();
    menu.items.iter().find(|item| item.key.split(' ').any(|key| key == name)).cloned()
}

/// Does what an item says, or says why it cannot be.
pub fn choose(state: &mut State, item: Item) -> Vec<Action> {
    if let Some(why) = item.why_not {
        state.complain(why);
        return Vec::new();
    }
    match item.choice {
        Some(Choice::Run(command)) => return commands::run(state, command),
        Some(Choice::Sort(column)) => sort(state, column),
        Some(Choice::Copy(text)) => {
            state.say("copied");
            return vec![Action::Copy(text)];
        }
        Some(Choice::Open(view)) => commands::enter(state, view),
        Some(Choice::Seek(id)) => state.trail.here_mut().list.seek(&id),
        None => {}
    }
    Vec::new()
}

/// Sorts by a column: first upward, then downward, then as it came.
pub fn sort(state: &mut State, column: usize) {
    let now = state.now;
    let list = &mut state.trail.here_mut().list;
    list.tail = false;
    list.sorting = match list.sorting {
        Some(Sorting { column: known, descending: false }) if known == column => {
            Some(Sorting { column, descending: true })
        }
        Some(Sorting { column: known, descending: true }) if known == column => None,
        _ => Some(Sorting { column, descending: false }),
    };
    list.arrange(now);
}

fn sought(state: &mut State, mut palette: Palette, key: KeyEvent) -> Vec<Action> {
    let last = palette.found.len().saturating_sub(1);
    match key.code {
        KeyCode::Down => palette.cursor = (palette.cursor + 1).min(last),
        KeyCode::Up => palette.cursor = palette.cursor.saturating_sub(1),
        KeyCode::Enter => {
            let Some(item) = palette.found.get(palette.cursor).cloned() else { return Vec::new() };
            return choose(state, item);
        }
        _ => {
            palette.input.press(key);
            palette.found = choices::palette(state, &palette.input.text);
            palette.cursor = 0;
        }
    }
    state.overlay = Some(Overlay::Palette(palette));
    Vec::new()
}

/// Enter does what has the focus, which is Cancel at first; `y` consents where no name is asked for. No other key does,
/// so that the key which put the question cannot answer it.
fn answered(state: &mut State, mut confirm: Confirm, key: KeyEvent) -> Vec<Action> {
    let named = confirm.name.is_some();
    match key.code {
        KeyCode::Tab | KeyCode::BackTab => confirm.on_go = !confirm.on_go,
        KeyCode::Left | KeyCode::Right if !named => confirm.on_go = !confirm.on_go,
        KeyCode::Enter if confirm.on_go && confirm.is_ready() => return commands::perform(state, confirm.acts),
        KeyCode::Enter if named && !confirm.input.text.is_empty() => {
            if confirm.is_ready() {
                return commands::perform(state, confirm.acts);
            }
            state.complain("that is another name");
        }
        KeyCode::Enter => {
            state.say("nothing was done");
            return Vec::new();
        }
        KeyCode::Char('y') if !named => return commands::perform(state, confirm.acts),
        KeyCode::Char('n') if !named => {
            state.say("nothing was done");
            return Vec::new();
        }
        _ if named => {
            confirm.input.press(key);
        }
        _ => {}
    }
    state.overlay = Some(Overlay::Confirm(confirm));
    Vec::new()
}
