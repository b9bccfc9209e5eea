//! A graph of the last minutes with its name and its figures above it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Sparkline, Widget as _};

use super::text::grouped;
use crate::tui::theme::{Role, Theme};

/// Draws `values`, the oldest first, into `area`; the last one stands at its right edge.
pub fn draw(name: &str, values: &[u64], area: Rect, buffer: &mut Buffer, theme: Theme) {
    if area.height < 2 || area.width < 10 {
        return;
    }
    let seen = &values[values.len().saturating_sub(usize::from(area.width) - 2)..];
    let figures = match (seen.last(), seen.iter().max()) {
        (Some(last), Some(most)) => format!("now {}  most {}", grouped(*last), grouped(*most)),
        _ => "no samples yet".to_owned(),
    };
    let head = Line::from(vec![
        Span::styled(format!(" {name}  "), theme.style(Role::Title)),
        Span::styled(figures, theme.style(Role::Faint)),
    ]);
    buffer.set_line(area.x, area.y, &head, area.width);
    let width = u16::try_from(seen.len()).unwrap_or(u16::MAX).min(area.width);
    let below = Rect { x: area.right() - width - 1, y: area.y + 1, width, height: area.height - 1 };
    Sparkline::default().data(seen).style(theme.style(Role::Key)).render(below, buffer);
}
