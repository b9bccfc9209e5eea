//! The two lines at the top: where this is and how it fares; where one is and what of it is seen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text::{columns, cut, grouped, plain};
use crate::backend::Through;
use crate::output::human::duration;
use crate::tui::screens;
use crate::tui::state::State;
use crate::tui::state::overlay::Overlay;
use crate::tui::theme::{Role, Theme, role_of, sign_of};
use crate::tui::view::Root;

/// An answer that is waited for longer than this is spoken of.
const SLOW_MS: u64 = 1_000;

fn span_of(ms: u64) -> String {
    duration(i64::try_from(ms / 1000 * 1000).unwrap_or(i64::MAX)).replace(".0s", "s").replace("0ms", "0s")
}

/// Draws the line of the context.
pub fn context(state: &State, area: Rect, buffer: &mut Buffer, theme: Theme) {
    let name = cut(&plain(&state.context.name), 28).into_owned();
    let mut left = vec![
        Span::styled(" chatctl ", theme.style(Role::Title)),
        Span::styled(format!(" {name} "), theme.context(state.context.colour.as_deref())),
        Span::raw(" "),
    ];
    if state.context.protected {
        left.push(Span::styled("PROTECTED ", theme.style(Role::Bad)));
    }
    if state.context.read_only {
        left.push(Span::styled("READ-ONLY ", theme.style(Role::Doubtful)));
    }
    if state.context.through != Through::Chatd {
        left.push(Span::styled("DIRECT ", theme.style(Role::Doubtful)));
    }
    left.extend(parts(state, theme));
    let right = age(state, theme);
    let room = area.width.saturating_sub(u16::try_from(right.width()).unwrap_or(0) + 1);
    buffer.set_line(area.x, area.y, &Line::from(left), room.saturating_sub(1));
    buffer.set_line(area.x + room, area.y, &right, area.width - room);
}

/// Each part of the installation with a sign of how it fares; the word too, where it is not well.
fn parts(state: &State, theme: Theme) -> Vec<Span<'static>> {
    if let Some((failure, _)) = &state.status.failing {
        return vec![Span::styled(format!(" api■ {}", failure.kind.code()), theme.style(Role::Bad))];
    }
    let pulse = state.trail.root_list(Root::Pulse);
    let part = |row: &crate::tui::state::page::Row| {
        let name = row.text(&pulse.fields, "check").unwrap_or_default().to_owned();
        let word = row.text(&pulse.fields, "state").unwrap_or_default();
        Span::styled(format!(" {name}{}", sign_of(word)), theme.style(role_of(word)))
    };
    pulse.rows_from(0).map(part).collect()
}

/// Whether what is seen is asked for anew by hand only.
fn is_heavy(state: &State) -> bool {
    screens::of(&state.trail.here().view).heavy
}

/// How old the data is, and why it is not younger.
fn age(state: &State, theme: Theme) -> Line<'static> {
    let waiting = state.look.as_ref().map(|look| state.now.millis_since(look.at)).filter(|ms| *ms >= SLOW_MS);
    let (words, role) = match (state.failing(), state.age_ms(), waiting) {
        _ if state.frozen => (format!("FROZEN {}", state.age_ms().map_or_else(String::new, span_of)), Role::Doubtful),
        (Some((_, since)), _, _) => (format!("failing {}", span_of(state.now.millis_since(*since))), Role::Bad),
        (None, _, Some(ms)) => (format!("waiting {}", span_of(ms)), Role::Doubtful),
        (None, Some(ms), None) if is_heavy(state) => (format!("seen {} ago", span_of(ms)), Role::Faint),
        (None, Some(ms), None) => (format!("live {}", span_of(ms)), Role::Good),
        (None, None, None) => ("loading".to_owned(), Role::Faint),
    };
    let mut spans = vec![Span::styled(words, theme.style(role))];
    if !state.doing.is_empty() {
        spans.insert(0, Span::styled(format!("{} under way  ", state.doing.len()), theme.style(Role::Doubtful)));
    }
    Line::from(spans)
}

/// Draws the line of the crumbs.
pub fn crumbs(state: &State, area: Rect, buffer: &mut Buffer, theme: Theme) {
    let count = Line::styled(count(state), theme.style(Role::Faint));
    let width = u16::try_from(count.width()).unwrap_or(0).min(area.width / 2);
    let room = area.width - width;
    buffer.set_line(area.x + room, area.y, &count, width);
    let names: Vec<String> = state.trail.crumbs().map(|place| plain(&place.view.to_string()).into_owned()).collect();
    let (last, before) = names.split_last().map_or(("", &[][..]), |(last, before)| (last.as_str(), before));
    let mut before: String = before.iter().flat_map(|name| [name, " > "]).collect();
    // The end of a long way says more than its beginning.
    let most = usize::from(room).saturating_sub(columns(last) + 2);
    if columns(&before) > most {
        before = cut("… > ", most).into_owned();
    }
    let mut spans = vec![
        Span::styled(format!(" {before}"), theme.style(Role::Faint)),
        Span::styled(cut(last, usize::from(room).saturating_sub(2)).into_owned(), theme.style(Role::Title)),
    ];
    let list = &state.trail.here().list;
    if let Some(Overlay::Filter(input)) = &state.overlay {
        spans.push(Span::styled("  /", theme.style(Role::Key)));
        spans.extend(super::dialog::typed(input, theme));
    } else if !list.filter.is_empty() {
        spans.push(Span::styled(format!("  /{}", plain(&list.filter)), theme.style(Role::Key)));
    }
    if let Some(wrong) = &list.wrong {
        spans.push(Span::styled(format!("  ■ at {}: {}", wrong.at + 1, plain(&wrong.why)), theme.style(Role::Bad)));
    }
    buffer.set_line(area.x, area.y, &Line::from(spans), room.saturating_sub(1));
}

/// How many rows are seen of how many: whatever is not loaded is owned to.
fn count(state: &State) -> String {
    let list = &state.trail.here().list;
    if screens::of(&state.trail.here().view).shape == screens::Shape::Sheet {
        return String::new();
    }
    let (loaded, more) = list.loaded();
    let mut words = Vec::new();
    if list.tail {
        words.push("following".to_owned());
    }
    if !list.marks.is_empty() {
        words.push(format!("{} marked", list.marks.len()));
    }
    words.extend(list.note().map(|note| plain(note).into_owned()));
    let of = if more { format!("{} loaded, more beyond", grouped(loaded as u64)) } else { grouped(loaded as u64) };
    words.push(if list.filter.is_empty() { of } else { format!("{} of {of}", grouped(list.len() as u64)) });
    format!("{} ", words.join("  "))
}
