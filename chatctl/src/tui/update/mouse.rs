//! The mouse: a click selects a row, a second one opens it; a click on a title sorts; the wheel moves.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::{commands, over};
use crate::tui::action::Action;
use crate::tui::draw::{self, Hit};
use crate::tui::keymap::Command;
use crate::tui::state::State;
use crate::tui::state::overlay::Overlay;

/// So many rows a turn of the wheel moves.
const WHEEL: isize = 3;

/// Takes what the mouse did.
pub fn mouse(state: &mut State, event: MouseEvent) -> Vec<Action> {
    let by = match event.kind {
        MouseEventKind::ScrollDown => WHEEL,
        MouseEventKind::ScrollUp => -WHEEL,
        MouseEventKind::Down(MouseButton::Left) => return click(state, event.column, event.row),
        _ => return Vec::new(),
    };
    if let Some(Overlay::Menu(menu)) = &mut state.overlay {
        menu.step(by.signum());
        return Vec::new();
    }
    if state.overlay.is_some() {
        return Vec::new();
    }
    let command = if by > 0 { Command::Down } else { Command::Up };
    (0..WHEEL).flat_map(|_| commands::run(state, command)).collect()
}

fn click(state: &mut State, column: u16, row: u16) -> Vec<Action> {
    // A question is answered by keys alone.
    if state.overlay.is_some() {
        return Vec::new();
    }
    match draw::hit(state, column, row) {
        Some(Hit::Row(place)) if place == state.trail.here().list.cursor() => commands::run(state, Command::Open),
        Some(Hit::Row(place)) => {
            let list = &mut state.trail.here_mut().list;
            list.tail = false;
            list.select(place);
            Vec::new()
        }
        Some(Hit::Title(column)) => {
            over::sort(state, column);
            Vec::new()
        }
        Some(Hit::Key(command)) => commands::run(state, command),
        None => Vec::new(),
    }
}
