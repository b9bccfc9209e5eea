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
    let own = own.chain(screen.side.map(|_| Command::Side));
    let own =
        own.chain(screen.verbs.iter().map(|(verb, _)| Command::Do(*verb)).filter(|_| state.forbidden().is_none()));
    let all = own.chain(USUAL).filter(|command| state.offers(*command));
    let mut x = 1u16;
    let mut shown = Vec::new();
    for command in all {
        let Some(binding) = keymap::binding(command) else { continue };
        let key = binding.keys.first().map(|key| key.name()).unwrap_or_default();
        let word = match (command, screen.side) {
            (Command::Side, Some((word, _))) => word.to_owned(),
            _ => binding.short.to_owned(),
        };
        let taken = u16::try_from(columns(&key) + columns(&word) + 3).unwrap_or(u16::MAX);
        if x.saturating_add(taken) > width + 1 {
            break;
        }
        shown.push(Shown { command, x, key, word });
        x += taken;
    }
    shown
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

/// The keys of what lies over the view.
fn over(state: &State) -> Option<&'static str> {
    match state.overlay.as_ref()? {
        Overlay::Filter(_) => Some(" ↵ keep  esc clear   words, column>number, column~text, !not"),
        Overlay::Ask(_) => Some(" ↵ go on  esc cancel  ctrl-u empty"),
        Overlay::Menu(_) => Some(" ↵ run  ↑↓ move  esc close"),
        Overlay::Palette(_) => Some(" ↵ go  ↑↓ choose  esc close"),
        Overlay::Confirm(confirm) if confirm.name.is_some() => Some(" type the name, then ↵  esc cancel"),
        Overlay::Confirm(_) => Some(" y do it  ↵ or esc cancel  tab the other button"),
    }
}

/// Draws the chatctl line that equals the last action.
pub fn line(state: &State, area: Rect, buffer: &mut Buffer, theme: Theme) {
    let line = state.line.clone().unwrap_or_else(|| state.chatctl(&state.trail.here().view.words()));
    let shown = plain(&line);
    let shown = format!(" @ {}", cut(&shown, usize::from(area.width).saturating_sub(4)));
    buffer.set_line(area.x, area.y, &Line::styled(shown, theme.style(Role::Faint)), area.width);
}
