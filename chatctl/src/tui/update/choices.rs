//! What menus and the palette offer: made from the key map, the screen and the rows at the moment when they are opened.

use chat_shared::domain::Sequence;
use chat_shared::queue::{EntryId, Group};

use crate::commands::named::is_token;
use crate::output::human::cell;
use crate::output::record::Field;
use crate::tui::keymap::{self, BINDINGS, Command};
use crate::tui::screens::{self, Offer};
use crate::tui::state::State;
use crate::tui::state::filter::is_spread;
use crate::tui::state::overlay::{Choice, Item, Menu};
use crate::tui::state::page::Row;
use crate::tui::view::{App, Root, View};

use super::commands::{current, no_row, offers, with_row};

/// So many finds are shown in the palette.
const MOST_FOUND: usize = 12;

fn heading(label: &str) -> Item {
    Item { key: String::new(), label: label.to_owned(), choice: None, why_not: None }
}

fn command(binding: &keymap::Binding, label: &str) -> Item {
    Item {
        key: keymap::written(binding),
        label: label.to_owned(),
        choice: Some(Choice::Run(binding.command)),
        why_not: None,
    }
}

/// What can be done here, with the reason where it cannot; then all keys.
pub fn menu(state: &State) -> Menu {
    let mut items = here(state);
    for group in keymap::groups() {
        items.push(heading(group));
        let of_group = BINDINGS.iter().filter(|binding| binding.group == group && state.offers(binding.command));
        // What can be changed stands above already.
        let keys = of_group.filter(|binding| !matches!(binding.command, Command::Do(_)));
        items.extend(keys.map(|binding| command(binding, binding.help)));
    }
    let cursor = items.iter().position(|item| item.choice.is_some()).unwrap_or(0);
    Menu { title: "Actions and keys".to_owned(), items, cursor }
}

fn here(state: &State) -> Vec<Item> {
    let screen = screens::of(&state.trail.here().view);
    let mut items = vec![heading("Here")];
    for (verb, _) in screen.verbs {
        let Some(binding) = keymap::binding(Command::Do(*verb)) else { continue };
        let found = offers(state, *verb);
        let label = match found.first() {
            Some(Offer::Act(act)) if found.len() == 1 => act.phrase(),
            Some(Offer::Act(_)) => format!("{} ({} rows)", binding.help, found.len()),
            Some(Offer::Ask(..)) => binding.help.to_owned(),
            // The reason needs the room.
            _ => binding.short.to_owned(),
        };
        let refused = found.iter().all(|offer| matches!(offer, Offer::Not(_)));
        let reason = found.iter().find_map(|offer| match offer {
            Offer::Not(why) => Some(*why),
            _ => None,
        });
        let why_not = reason.filter(|_| refused).map(str::to_owned);
        items.push(Item { why_not, ..command(binding, &label) });
    }
    items.extend(ways(state));
    if items.len() == 1 { Vec::new() } else { items }
}

/// What belongs to the row beside what ↵ shows.
fn ways(state: &State) -> impl Iterator<Item = Item> {
    let side = keymap::binding(Command::Side).map(keymap::written).unwrap_or_default();
    screens::of(&state.trail.here().view).ways.iter().map(move |way| {
        let view = with_row(state, current(state), way.leads);
        let own = way.command.and_then(keymap::binding).map(keymap::written);
        Item {
            key: own.unwrap_or_else(|| side.clone()),
            label: way.label.to_owned(),
            why_not: view.is_none().then(|| no_row(state).to_owned()),
            choice: Some(view.map_or(Choice::Run(Command::Side), Choice::Open)),
        }
    })
}

/// The same as a menu of its own, in which the key that opened it says nothing.
pub fn ways_of(state: &State) -> Menu {
    let side = keymap::binding(Command::Side).map(keymap::written);
    let bare = |item: Item| if Some(&item.key) == side.as_ref() { Item { key: String::new(), ..item } } else { item };
    Menu { title: "More of it".to_owned(), items: ways(state).map(bare).collect(), cursor: 0 }
}

/// The columns to sort by.
pub fn sort(state: &State) -> Menu {
    let list = &state.trail.here().list;
    let item = |(place, field): (usize, &Field)| {
        let how = match list.sorting {
            Some(sorting) if sorting.column == place && sorting.descending => "▼",
            Some(sorting) if sorting.column == place => "▲",
            _ => "",
        };
        let choice = Some(Choice::Sort(place));
        Item { key: how.to_owned(), label: field.name.to_owned(), choice, why_not: None }
    };
    let items = list.fields.iter().enumerate().map(item).collect();
    let cursor = list.sorting.map_or(0, |sorting| sorting.column);
    Menu { title: "Sort by".to_owned(), items, cursor }
}

/// What can be copied of a row.
pub fn copy(state: &State, row: Option<&Row>) -> Option<Menu> {
    let fields = &state.trail.here().list.fields;
    let mut items = Vec::new();
    let item = |key: &str, label: String, text: String| Item {
        key: key.to_owned(),
        label,
        choice: Some(Choice::Copy(text)),
        why_not: None,
    };
    let marked: Vec<&Row> = state.trail.here().list.chosen();
    if marked.len() > 1 {
        let lines: Vec<String> = marked.iter().map(|row| row.json(fields)).collect();
        items.push(item("", format!("{} marked rows as JSON lines", marked.len()), lines.join("\n")));
    }
    if let Some(row) = row {
        items.push(item("", "the row as JSON".to_owned(), row.json(fields)));
        let cells: Vec<String> =
            fields.iter().zip(&row.values).map(|(field, value)| raw(value, field, state)).collect();
        items.push(item("", "the row, tabs between its cells".to_owned(), cells.join("\t")));
    }
    if let Some(line) = &state.line {
        items.push(item("", format!("the line {line}"), line.clone()));
    }
    for (field, value) in fields.iter().zip(row.map(|row| row.values.as_slice()).unwrap_or_default()) {
        items.push(item("", field.name.to_owned(), raw(value, field, state)));
    }
    (!items.is_empty()).then(|| Menu { title: "Copy".to_owned(), items, cursor: 0 })
}

/// A value as it is, without the escapes that a terminal needs.
fn raw(value: &crate::output::record::Value, field: &Field, state: &State) -> String {
    match value {
        crate::output::record::Value::Text(text) => text.clone(),
        crate::output::record::Value::Time(at) => at.to_string(),
        value => cell(value, field.kind, state.times()),
    }
}

/// Views, commands and rows whose names fit what was typed, the best first.
pub fn palette(state: &State, typed: &str) -> Vec<Item> {
    let typed = typed.trim().to_lowercase();
    let views = Root::ALL.into_iter().map(|root| Item {
        key: (root.place() + 1).to_string(),
        label: root.title().to_owned(),
        choice: Some(Choice::Open(root.view())),
        why_not: None,
    });
    let actions = BINDINGS.iter().filter(|binding| {
        !matches!(binding.command, Command::Go(_) | Command::Palette) && state.offers(binding.command)
    });
    let actions = actions.map(|binding| command(binding, binding.help));
    let mut found: Vec<(u8, Item)> = views
        .chain(actions)
        .chain(ways(state))
        .chain(by_id(&typed))
        .filter_map(|item| Some((fit(&item.label, &typed)?, item)))
        .collect();
    if !typed.is_empty() {
        let list = &state.trail.here().list;
        let rows = list.rows_from(0).filter_map(|row| {
            let label = row_label(row, &list.fields);
            let choice = Some(Choice::Seek(row.id.clone()));
            Some((fit(&label, &typed)?, Item { key: "row".to_owned(), label, choice, why_not: None }))
        });
        found.extend(rows.take(MOST_FOUND));
    }
    found.sort_by_key(|(fit, _)| *fit);
    found.into_iter().map(|(_, item)| item).take(MOST_FOUND).collect()
}

/// What could be meant by an id, loaded or not: the last word that was typed.
fn by_id(typed: &str) -> Vec<Item> {
    let word = typed.rsplit(' ').next().unwrap_or_default();
    let mut views = Vec::new();
    if let Some(id) = word.parse::<i64>().ok().filter(|id| *id > 0) {
        views.extend([(format!("job {id}"), View::Job { id }), (format!("dead letter {id}"), View::DeadLetter { id })]);
    }
    if word.contains(':') && word.parse::<Sequence>().is_ok() {
        views.push((format!("counter {word}"), View::Counter { key: word.to_owned() }));
    }
    if word.parse::<EntryId>().is_ok() {
        views.push((format!("entry {word}"), View::Entry { queue: Group::Persist, id: word.to_owned() }));
    }
    if is_token(word) {
        let app = App { token: word.to_owned(), name: word.to_owned() };
        views.push((format!("application {word}"), View::Chats { app }));
    }
    let item = |(label, view)| Item { key: "id".to_owned(), label, choice: Some(Choice::Open(view)), why_not: None };
    views.into_iter().map(item).collect()
}

/// What a row is called: its identity and its first text.
fn row_label(row: &Row, fields: &[Field]) -> String {
    let named = ["name", "title", "kind", "queue"].iter().find_map(|name| row.text(fields, name));
    match named {
        Some(named) if named != row.id => format!("{named} {}", row.id),
        _ => row.id.clone(),
    }
}

/// How well a name fits: the less the better.
fn fit(name: &str, typed: &str) -> Option<u8> {
    let name = name.to_lowercase();
    if name == typed {
        Some(0)
    } else if name.starts_with(typed) {
        Some(1)
    } else if name.split(' ').any(|word| word.starts_with(typed)) {
        Some(2)
    } else if name.contains(typed) {
        Some(3)
    } else {
        name.split(' ').any(|word| is_spread(word, typed)).then_some(4)
    }
}
