//! Lists of choices over the view: menus and the palette.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::dialog::{open, typed};
use super::text::{columns, cut, plain};
use crate::tui::state::overlay::{Item, Menu, Palette};
use crate::tui::theme::{Role, Theme};

/// The most room for keys.
const MOST_KEYS: usize = 12;

/// What cannot be done is named in at least so many columns, however long the reason is: the line at the bottom has the
/// whole of that of the item under the cursor.
const LEAST_LABEL: usize = 14;

/// Draws a menu.
pub fn menu(menu: &Menu, area: Rect, buffer: &mut Buffer, theme: Theme) {
    let inner = open(&menu.title, menu.items.len(), area, buffer, theme);
    items(&menu.items, menu.cursor, inner, buffer, theme);
}

/// Draws the palette: what is typed, and what fits.
pub fn palette(palette: &Palette, area: Rect, buffer: &mut Buffer, theme: Theme) {
    let inner = open("Go to", palette.found.len().max(1) + 1, area, buffer, theme);
    let mut spans = vec![Span::styled(":", theme.style(Role::Key))];
    spans.extend(typed(&palette.input, theme));
    buffer.set_line(inner.x, inner.y, &Line::from(spans), inner.width);
    let below = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
    if palette.found.is_empty() {
        buffer.set_line(
            below.x,
            below.y,
            &Line::styled(" nothing is called that", theme.style(Role::Faint)),
            below.width,
        );
    }
    items(&palette.found, palette.cursor, below, buffer, theme);
}

fn items(items: &[Item], cursor: usize, area: Rect, buffer: &mut Buffer, theme: Theme) {
    let height = usize::from(area.height);
    let keys = items.iter().map(|item| columns(&item.key)).max().unwrap_or(0).min(MOST_KEYS);
    let top = (cursor + 1).saturating_sub(height.saturating_sub(1).max(1));
    for (y, (place, item)) in (area.y..area.bottom()).zip(items.iter().enumerate().skip(top)) {
        buffer.set_line(area.x, y, &line(item, keys, usize::from(area.width), theme), area.width);
        if place == cursor && item.choice.is_some() {
            buffer.set_style(Rect { y, height: 1, ..area }, theme.style(Role::Selected));
        }
    }
}

fn line(item: &Item, room_for_keys: usize, width: usize, theme: Theme) -> Line<'static> {
    let label = plain(&item.label);
    if item.choice.is_none() {
        return Line::styled(format!(" {label}"), theme.style(Role::Title));
    }
    let room = width.saturating_sub(room_for_keys + 3);
    let keys = Span::styled(format!("  {:room_for_keys$} ", cut(&item.key, room_for_keys)), theme.style(Role::Key));
    match &item.why_not {
        None => Line::from(vec![keys, Span::raw(cut(&label, room).into_owned())]),
        Some(why) => {
            let why = format!(" — {}", plain(why));
            let label = cut(&label, room.saturating_sub(columns(&why)).max(LEAST_LABEL)).into_owned();
            let why = cut(&why, room.saturating_sub(columns(&label))).into_owned();
            let faint = theme.style(Role::Faint);
            Line::from(vec![keys, Span::styled(label, faint), Span::styled(why, theme.style(Role::Doubtful))])
        }
    }
}
