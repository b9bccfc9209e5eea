//! Boxes over the view: questions and lines being typed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Widget as _};

use super::text::{columns, plain, wrap};
use crate::tui::state::State;
use crate::tui::state::input::Input;
use crate::tui::state::overlay::{Ask, Confirm};
use crate::tui::theme::{Role, Theme};

/// No box is wider: longer lines are hard to read.
const WIDEST: u16 = 72;

/// A box in the middle of `area` for so many lines; what lay there is wiped out.
pub fn open(title: &str, lines: usize, area: Rect, buffer: &mut Buffer, theme: Theme) -> Rect {
    let width = area.width.saturating_sub(4).min(WIDEST);
    let height = u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(2).min(area.height.saturating_sub(2));
    let x = area.x + (area.width - width) / 2;
    let y = area.y + (area.height - height) / 2;
    let outer = Rect { x, y, width, height };
    Clear.render(outer, buffer);
    let block = Block::bordered().title(Span::styled(format!(" {title} "), theme.style(Role::Title)));
    let inner = block.inner(outer);
    block.render(outer, buffer);
    inner
}

/// A line being typed, with its cursor.
#[must_use]
pub fn typed(input: &Input, theme: Theme) -> Vec<Span<'static>> {
    let before: String = input.text.chars().take(input.cursor).collect();
    let under: String = input.text.chars().skip(input.cursor).take(1).collect();
    let after: String = input.text.chars().skip(input.cursor + 1).collect();
    let under = if under.is_empty() { " ".to_owned() } else { plain(&under).into_owned() };
    vec![
        Span::raw(plain(&before).into_owned()),
        Span::styled(under, theme.style(Role::Selected)),
        Span::raw(plain(&after).into_owned()),
    ]
}

/// The line in `width` columns: its end, where the cursor mostly is.
fn fitted(input: &Input, width: usize, theme: Theme) -> Line<'static> {
    let room = width.saturating_sub(2);
    let hidden = input.cursor.saturating_sub(room / 2);
    let tail: String = input.text.chars().skip(if columns(&input.text) > room { hidden } else { 0 }).collect();
    let skipped = input.text.chars().count() - tail.chars().count();
    Line::from(typed(&Input { cursor: input.cursor - skipped, text: tail }, theme))
}

/// Draws a line being typed.
pub fn ask(ask: &Ask, area: Rect, buffer: &mut Buffer, theme: Theme) {
    let inner = open(&ask.prompt, 1, area, buffer, theme);
    buffer.set_line(inner.x + 1, inner.y, &fitted(&ask.input, usize::from(inner.width), theme), inner.width - 1);
}

/// Draws a question.
pub fn confirm(state: &State, confirm: &Confirm, area: Rect, buffer: &mut Buffer, theme: Theme) {
    let width = usize::from(area.width.saturating_sub(8).min(WIDEST - 4));
    let question = confirm.question();
    let mut lines: Vec<Line<'static>> =
        wrap(&plain(&capital(&question)), width).into_iter().take(8).map(Line::raw).collect();
    lines.push(Line::default());
    if confirm.acts.len() > 1 {
        lines.push(Line::raw(format!("{} acts, one after the other", confirm.acts.len())));
    }
    if let Some(name) = &confirm.name {
        if state.context.protected {
            let words = format!("The context {} is PROTECTED.", plain(&state.context.name));
            lines.push(Line::styled(words, theme.style(Role::Bad)));
        }
        lines.push(Line::raw(format!("Type {} to go on:", plain(name))));
        let mut spans = vec![Span::raw("> ")];
        spans.extend(typed(&confirm.input, theme));
        lines.push(Line::from(spans));
        lines.push(Line::default());
    }
    lines.push(buttons(confirm, theme));
    let inner = open("Confirm", lines.len(), area, buffer, theme);
    for (y, line) in (inner.y..inner.bottom()).zip(&lines) {
        buffer.set_line(inner.x + 1, y, line, inner.width.saturating_sub(1));
    }
}

/// The one with the focus stands in brackets, so that it is seen without colours.
fn buttons(confirm: &Confirm, theme: Theme) -> Line<'static> {
    let button = |label: &str, focused: bool, possible: bool| {
        let text = if focused { format!("[ {label} ]") } else { format!("  {label}  ") };
        let style = theme.style(if focused { Role::Selected } else { Role::Plain });
        Span::styled(text, if possible { style } else { style.add_modifier(Modifier::DIM) })
    };
    let go = if confirm.name.is_some() { "Do it" } else { "Do it (y)" };
    Line::from(vec![
        button("Cancel", !confirm.on_go, true),
        Span::raw("   "),
        button(go, confirm.on_go, confirm.is_ready()),
    ])
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
