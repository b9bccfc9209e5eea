//! The line at the bottom: the keys that mean something now, or what happened a moment ago.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text::{columns, cut, plain};
use crate::tui::keymap::{self, Command};
use crate::tui::screens;
use crate::tui::state::State;
use crate::tui::state::overlay::Overlay;
use crate::tui::theme::{Role, Theme};

/// What is said of the keys that every view has, after those of the view.
const USUAL: [Command; 8] = [
    Command::Filter,
    Command::Sort,
    Command::Mark,
    Command::Copy,
    Command::Menu,
    Command::Palette,
    Command::Back,
    Command::Quit,
];

/// A key in the footer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What it does.
    pub command: Command,
    /// Where it stands.
    pub x: u16,
    /// The key.
    pub key: String,
    /// What it does, in a word.
    pub word: String,
}

/// The keys that fit, the view's own first.
#[must_use]
pub fn keys(state: &State, width: u16) -> Vec<Shown> {
    let screen = screens::of(&state.trail.here().view);
    let own = [Command::Open].into_iter().filter(|_| screen.shape != screens::Shape::Sheet);
    let own = own.chain(screen.commands.iter().copied());
    let way = |way: &screens::Way| way.command.unwrap_or(Command::Side);
    let own = own.chain(screen.ways.iter().map(way));
    let own =
        own.chain(screen.verbs.iter().map(|(verb, _)| Command::Do(*verb)).filter(|_| state.forbidden().is_none()));
    let all = own.chain(USUAL).filter(|command| state.offers(*command));
    let (mut x, mut shown) = (1u16, Vec::new());
    // Whatever does not fit is found by it.
    let menu = key(Command::Menu, screen).filter(|_| state.offers(Command::Menu));
    let mut kept = menu.as_ref().map_or(0, room);
    for command in all {
        let known = shown.iter().any(|known: &Shown| known.command == command);
        let Some(next) = key(command, screen).filter(|_| !known) else { continue };
        kept = if command == Command::Menu { 0 } else { kept };
        let taken = room(&next);
        if x.saturating_add(taken).saturating_add(kept) > width + 1 {
            break;
        }
        shown.push(Shown { x, ..next });
        x += taken;
    }
    shown.extend(menu.filter(|_| kept > 0).map(|menu| Shown { x, ..menu }));
    shown
}

/// A command with its first key, wherever it will stand; nothing where no key has it.
fn key(command: Command, screen: &screens::Screen) -> Option<Shown> {
    let binding = keymap::binding(command)?;
    let key = binding.keys.first()?.name();
    let word = match (command, screen.ways) {
        (Command::Side, [way]) => way.label.to_owned(),
        _ => binding.short.to_owned(),
    };
    Some(Shown { command, x: 0, key, word })
}

/// So many columns it takes.
fn room(shown: &Shown) -> u16 {
    u16::try_from(columns(&shown.key) + columns(&shown.word) + 3).unwrap_or(u16::MAX)
}

/// Draws it.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer, theme: Theme) {
    if let Some(toast) = &state.toast {
        let (sign, role) = if toast.bad { ("■", Role::Bad) } else { ("●", Role::Good) };
        let text = plain(&toast.text);
        let text = format!(" {sign} {}", cut(&text, usize::from(area.width).saturating_sub(4)));
        buffer.set_line(area.x, area.y, &Line::styled(text, theme.style(role)), area.width);
        return;
    }
    if let Some(words) = over(state) {
        buffer.set_line(area.x, area.y, &Line::styled(words, theme.style(Role::Faint)), area.width);
        return;
    }
    for Shown { x, key, word, .. } in keys(state, area.width) {
        let line = Line::from(vec![Span::styled(key, theme.style(Role::Key)), Span::raw(" "), Span::raw(word)]);
        buffer.set_line(area.x + x, area.y, &line, area.width.saturating_sub(x));
    }
}

/// The keys of what lies over the view; or why what is under the cursor there cannot be done.
fn over(state: &State) -> Option<String> {
    let overlay = state.overlay.as_ref()?;
    let item = match overlay {
        Overlay::Menu(menu) => menu.items.get(menu.cursor),
        Overlay::Palette(palette) => palette.found.get(palette.cursor),
        Overlay::Filter(_) | Overlay::Ask(_) | Overlay::Confirm(_) => None,
    };
    if let Some(why) = item.and_then(|item| item.why_not.as_ref()) {
        return Some(format!(" ▲ {}", plain(why)));
    }
    let keys = match overlay {
        Overlay::Filter(_) => " ↵ keep  esc clear   words, column>number, column~text, !not",
        Overlay::Ask(_) => " ↵ go on  esc cancel  ctrl-u empty",
        Overlay::Menu(_) => " ↵ run  ↑↓ move  esc close",
        Overlay::Palette(_) => " ↵ go  ↑↓ choose  esc close",
        Overlay::Confirm(confirm) if confirm.name.is_some() => " type the name, then ↵  esc cancel",
        Overlay::Confirm(_) => " y do it  ↵ or esc cancel  tab the other button",
    };
    Some(keys.to_owned())
}

/// Draws the chatctl line that equals the last action.
pub fn line(state: &State, area: Rect, buffer: &mut Buffer, theme: Theme) {
    let line = state.line.clone().unwrap_or_else(|| state.chatctl(&state.trail.here().view.words()));
    let shown = plain(&line);
    let shown = format!(" @ {}", cut(&shown, usize::from(area.width).saturating_sub(4)));
    buffer.set_line(area.x, area.y, &Line::styled(shown, theme.style(Role::Faint)), area.width);
}
