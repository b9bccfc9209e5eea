//! How far something is: a bar with its figures.

use ratatui::text::{Line, Span};

use super::text::grouped;
use crate::tui::theme::{Role, Theme};

/// A bar of `width` columns for `done` of `total`, with the figures behind it.
#[must_use]
pub fn bar(done: u64, total: Option<u64>, width: usize, theme: Theme) -> Line<'static> {
    let Some(total) = total.filter(|total| *total > 0) else {
        return Line::raw(format!("{} done, nobody knows of how many", grouped(done)));
    };
    let share = u128::from(done.min(total)) * 100 / u128::from(total);
    let full = usize::try_from(share).unwrap_or(0) * width / 100;
    Line::from(vec![
        Span::styled("█".repeat(full), theme.style(Role::Good)),
        Span::styled("░".repeat(width - full), theme.style(Role::Faint)),
        Span::raw(format!(" {share:3}%  {} of {}", grouped(done), grouped(total))),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_full_as_its_share_and_never_more() {
        let shown = |done, total| bar(done, total, 10, Theme::new(false)).to_string();
        assert_eq!(shown(62, Some(100)), "██████░░░░  62%  62 of 100");
        assert_eq!(shown(9, Some(3)), "██████████ 100%  9 of 3");
        assert_eq!(shown(1_204, None), "1,204 done, nobody knows of how many");
    }
}
