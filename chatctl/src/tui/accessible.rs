//! The state as lines, for screen readers: each says something once, when it has changed, and nothing that was said is
//! ever drawn over. No boxes, no colours.

use std::collections::HashMap;

use super::draw::numbered;
use super::screens::{self, Shape};
use super::state::State;
use super::state::overlay::{Item, Overlay};
use super::state::page::{Row, shown};
use super::theme::Theme;
use super::view::Root;
use super::widgets::sheet;
use super::widgets::text::plain;
use crate::output::record::{Field, Show};

/// A thing is told in lines no longer than this.
const WIDTH: usize = 100;

/// What was said.
#[derive(Debug, Default)]
pub struct Speaker {
    /// What was said last of each subject.
    said: HashMap<&'static str, String>,
}

/// Something to be said: of what, what makes it news, and the words.
type Saying = (&'static str, String, String);

impl Speaker {
    /// What is new since the last time.
    pub fn lines(&mut self, state: &State) -> Vec<String> {
        let mut lines = Vec::new();
        for (subject, news, words) in sayings(state) {
            if self.said.get(subject) != Some(&news) {
                self.said.insert(subject, news);
                lines.extend(words.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned));
            }
        }
        lines
    }
}

fn sayings(state: &State) -> Vec<Saying> {
    let mut all = vec![(
        "start",
        String::new(),
        format!(
            "chatctl in {}. Views: {}. ? lists what can be done, Q leaves.",
            plain(&state.context.name),
            numbered()
        ),
    )];
    all.extend(place(state));
    all.extend(health(state));
    all.extend(row(state));
    all.extend(over(state));
    let toast = state.toast.as_ref();
    let words = toast.map_or_else(String::new, |toast| {
        format!("{}: {}", if toast.bad { "Problem" } else { "Note" }, plain(&toast.text))
    });
    all.push(("toast", toast.map_or_else(String::new, |toast| format!("{} {}", toast.at, toast.text)), words));
    all
}

/// Where one is, and how much there is.
fn place(state: &State) -> Vec<Saying> {
    let crumbs: Vec<String> = state.trail.crumbs().map(|place| plain(&place.view.to_string()).into_owned()).collect();
    let list = &state.trail.here().list;
    let (loaded, more) = list.loaded();
    let known = list.answered_at().is_some();
    let of = if more { "or more" } else { "in all" };
    let filter = if list.filter.is_empty() { String::new() } else { format!(", filter {}", plain(&list.filter)) };
    let words = match (screens::of(&state.trail.here().view).shape, known) {
        (_, false) => format!("View {}: loading.", crumbs.join(", ")),
        (Shape::Sheet, true) => format!("View {}.", crumbs.join(", ")),
        (_, true) if loaded == 0 => {
            format!("View {}: {}.", crumbs.join(", "), screens::of(&state.trail.here().view).empty)
        }
        (_, true) => format!("View {}: {} rows {of}{filter}.", crumbs.join(", "), list.len()),
    };
    vec![("place", words.clone(), words)]
}

/// How the parts of the installation fare, where one is not well or has become well again.
fn health(state: &State) -> Option<Saying> {
    if let Some((failure, _)) = state.failing().or(state.status.failing.as_ref()) {
        let words = plain(&failure.to_string()).into_owned();
        return Some(("health", words.clone(), format!("Problem: {words}.")));
    }
    let pulse = state.trail.root_list(Root::Pulse);
    let part = |row: &Row| Some(format!("{} {}", row.text(&pulse.fields, "check")?, row.text(&pulse.fields, "state")?));
    let parts: Vec<String> = pulse.rows_from(0).filter_map(part).collect();
    let words = parts.join(", ");
    (!parts.is_empty()).then(|| ("health", words.clone(), format!("Health: {words}.")))
}

/// The selected row, or the whole of one thing.
fn row(state: &State) -> Option<Saying> {
    let here = state.trail.here();
    let list = &here.list;
    if screens::of(&here.view).shape == Shape::Sheet {
        let row = list.only()?;
        let theme = Theme::new(false);
        let lines: Vec<String> = sheet::lines(row, &list.fields, WIDTH, false, theme, state.times())
            .iter()
            .map(ToString::to_string)
            .collect();
        // A job is told of again when it moves by a tenth.
        let tenth = match (row.int(&list.fields, "done"), row.int(&list.fields, "total")) {
            (Some(done), Some(total @ 1..)) => done * 10 / total,
            _ => 0,
        };
        let state_word = row.text(&list.fields, "state").unwrap_or_default();
        return Some(("row", format!("{} {state_word} {tenth}", here.view), lines.join("\n")));
    }
    if list.is_gone() {
        return Some(("row", "gone".to_owned(), "The selected row is gone.".to_owned()));
    }
    let row = list.selection()?;
    let mark = if list.marks.contains(&row.id) { ", marked" } else { "" };
    let cells: Vec<String> = list
        .fields
        .iter()
        .zip(&row.values)
        .filter(|(field, _)| field.show == Show::Always)
        .map(|(field, value)| format!("{} {}", spoken(field), shown(value, field, state.times())))
        .collect();
    let words = format!("Row {} of {}{mark}: {}.", list.cursor() + 1, list.len(), cells.join(", "));
    Some(("row", format!("{} {}{mark}", here.view, row.id), words))
}

fn spoken(field: &Field) -> String {
    field.title().to_lowercase().replace('_', " ")
}

/// What is asked, and what the cursor of a menu is on.
fn over(state: &State) -> Vec<Saying> {
    let item = |item: Option<&Item>| {
        let Some(item) = item else { return String::new() };
        let why = item.why_not.as_ref().map_or_else(String::new, |why| format!(", not now: {why}"));
        format!("{} {}{why}", plain(&item.label), item.key)
    };
    let (news, words) = match &state.overlay {
        None => (String::new(), String::new()),
        Some(Overlay::Filter(input)) => (String::from("filter"), format!("Filter, now: {}", plain(&input.text))),
        Some(Overlay::Ask(ask)) => {
            (ask.prompt.clone(), format!("Type: {}. Enter goes on, escape cancels.", ask.prompt))
        }
        Some(Overlay::Menu(menu)) => {
            let words = item(menu.items.get(menu.cursor));
            (format!("{} {}", menu.title, menu.cursor), format!("{}: {words}", menu.title))
        }
        Some(Overlay::Palette(palette)) => {
            let words = item(palette.found.get(palette.cursor));
            (
                format!("{} {}", palette.input.text, palette.cursor),
                format!("Go to {}: {words}", plain(&palette.input.text)),
            )
        }
        Some(Overlay::Confirm(confirm)) => {
            let how = match &confirm.name {
                Some(name) => format!("Type {} and enter to do it, escape to cancel.", plain(name)),
                None => "y does it, escape cancels.".to_owned(),
            };
            (confirm.question(), format!("Question: {} {how}", plain(&confirm.question())))
        }
    };
    vec![("over", news, words)]
}
