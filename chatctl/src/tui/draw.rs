//! The whole screen from the state, and nothing else: drawing changes nothing and asks nobody. What stands where is
//! said here once, for drawing and for the mouse.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::keymap::Command;
use super::screens::{self, Shape};
use super::state::overlay::Overlay;
use super::state::page::Row;
use super::state::{SMALLEST, State};
use super::theme::{Role, Theme};
use super::view::{Root, View};
use super::widgets::text::{cut, grouped, plain};
use super::widgets::{bars, dialog, footer, graph, header, menu, sheet, table};
use chat_shared::queue::Group;

/// From so many rows on, the selected row is shown whole below the list.
const DETAIL_FROM: u16 = 28;

/// So many rows the whole row takes there.
const DETAIL: u16 = 12;

/// Below a short list there may be room for so many of them.
const LEAST_DETAIL: u16 = 7;

/// Draws everything.
pub fn draw(state: &State, frame: &mut Frame<'_>) {
    let area = frame.area();
    paint(state, area, frame.buffer_mut());
}

/// The parts of the screen.
struct Parts {
    context: Rect,
    crumbs: Rect,
    body: Rect,
    line: Option<Rect>,
    footer: Rect,
}

fn parts(state: &State, area: Rect) -> Parts {
    let row = |y: u16| Rect { y: area.y + y, height: 1, ..area };
    let bottom = area.height.saturating_sub(1);
    let line = state.shows_line.then(|| row(bottom.saturating_sub(1)));
    let body = bottom.saturating_sub(2 + u16::from(line.is_some()));
    Parts {
        context: row(0),
        crumbs: row(1),
        body: Rect { y: area.y + 2, height: body, ..area },
        line,
        footer: row(bottom),
    }
}

/// The list of the body and what stands below it.
fn split(state: &State, body: Rect) -> (Rect, Rect) {
    let list = &state.trail.here().list;
    let rows = u16::try_from(list.len() + 1).unwrap_or(u16::MAX);
    let table = match screens::of(&state.trail.here().view).shape {
        Shape::Table if body.height >= DETAIL_FROM => body.height - DETAIL,
        Shape::Table if body.height >= rows.saturating_add(LEAST_DETAIL) => {
            rows.max(body.height.saturating_sub(DETAIL))
        }
        Shape::Table | Shape::Sheet => body.height,
        Shape::Graphs => u16::try_from(list.len().max(1) + 2).unwrap_or(u16::MAX).min(body.height),
    };
    let below = Rect { y: body.y + table, height: body.height - table, ..body };
    (Rect { height: table, ..body }, below)
}

fn screen(state: &State) -> Rect {
    Rect::new(0, 0, state.screen.width, state.screen.height)
}

/// So many rows are seen at once, of a list or of one thing.
#[must_use]
pub fn rows_seen(state: &State) -> usize {
    let (list, _) = split(state, parts(state, screen(state)).body);
    let titles = u16::from(screens::of(&state.trail.here().view).shape != Shape::Sheet);
    usize::from(list.height.saturating_sub(titles))
}

/// So many lines one thing has.
#[must_use]
pub fn sheet_length(state: &State) -> usize {
    sheet_lines(state, usize::from(state.screen.width)).len()
}

fn sheet_lines(state: &State, width: usize) -> Vec<Line<'static>> {
    let list = &state.trail.here().list;
    let theme = Theme::new(state.screen.colour);
    let Some(row) = list.only() else { return Vec::new() };
    let mut lines: Vec<Line<'static>> = progress(state, row, theme).into_iter().collect();
    lines.extend(sheet::lines(row, &list.fields, width, list.cuts, theme, state.times()));
    lines
}

/// How far the job is that a thing is, or that it speaks of.
fn progress(state: &State, row: &Row, theme: Theme) -> Option<Line<'static>> {
    let fields = &state.trail.here().list.fields;
    let count = |name: &str| row.int(fields, name).and_then(|count| u64::try_from(count).ok());
    let width = usize::from(state.screen.width / 3);
    let bar = if let Some(done) = count("done") {
        bars::bar(done, count("total"), width, theme)
    } else {
        let id = row.int(fields, "job_id")?;
        let open = &state.status.last.as_ref()?.operations;
        let job = open.iter().find(|job| job.id == id)?;
        bars::bar(job.done, job.total, width, theme)
    };
    Some(Line::from([vec![Span::raw(" ")], bar.spans].concat()))
}

/// What the mouse has hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hit {
    /// A row, by its place in the list.
    Row(usize),
    /// The title of a column.
    Title(usize),
    /// A key of the footer.
    Key(Command),
}

/// What stands at a place of the screen.
#[must_use]
pub fn hit(state: &State, x: u16, y: u16) -> Option<Hit> {
    if state.is_too_small() {
        return None;
    }
    let parts = parts(state, screen(state));
    if y == parts.footer.y && state.toast.is_none() {
        let keys = footer::keys(state, parts.footer.width);
        return keys.into_iter().rfind(|key| key.x <= x).map(|key| Hit::Key(key.command));
    }
    let (area, _) = split(state, parts.body);
    if screens::of(&state.trail.here().view).shape == Shape::Sheet || y < area.y || y >= area.bottom() {
        return None;
    }
    let list = &state.trail.here().list;
    if y == area.y {
        let rows: Vec<&Row> = list.rows_from(list.top).take(rows_seen(state)).collect();
        let columns = table::columns(list, &rows, area.width, state.times());
        return columns.iter().rfind(|column| column.x <= x).map(|column| Hit::Title(column.field));
    }
    let place = list.top + usize::from(y - area.y - 1);
    (place < list.len()).then_some(Hit::Row(place))
}

/// Draws everything onto a buffer.
pub fn paint(state: &State, area: Rect, buffer: &mut Buffer) {
    let theme = Theme::new(state.screen.colour);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return too_small(area, buffer);
    }
    let parts = parts(state, area);
    header::context(state, parts.context, buffer, theme);
    header::crumbs(state, parts.crumbs, buffer, theme);
    body(state, parts.body, buffer, theme);
    if let Some(line) = parts.line {
        footer::line(state, line, buffer, theme);
    }
    footer::draw(state, parts.footer, buffer, theme);
    match &state.overlay {
        Some(Overlay::Ask(ask)) => dialog::ask(ask, parts.body, buffer, theme),
        Some(Overlay::Confirm(confirm)) => dialog::confirm(state, confirm, parts.body, buffer, theme),
        Some(Overlay::Menu(over)) => menu::menu(over, parts.body, buffer, theme),
        Some(Overlay::Palette(over)) => menu::palette(over, parts.body, buffer, theme),
        Some(Overlay::Filter(_)) | None => {}
    }
}

fn too_small(area: Rect, buffer: &mut Buffer) {
    let words = [
        format!("This terminal has {}x{}.", area.width, area.height),
        format!("chatctl tui needs {}x{}.", SMALLEST.0, SMALLEST.1),
        "Enlarge it, or Q to leave.".to_owned(),
    ];
    for (y, line) in (area.y..area.bottom()).zip(words) {
        buffer.set_stringn(area.x, y, line, usize::from(area.width), Theme::new(false).style(Role::Plain));
    }
}

fn body(state: &State, area: Rect, buffer: &mut Buffer, theme: Theme) {
    let place = state.trail.here();
    let shape = screens::of(&place.view).shape;
    let (top, below) = split(state, area);
    if let Some((failure, since)) = state.failing()
        && place.list.only().is_none()
    {
        return failing(state, failure, *since, area, buffer, theme);
    }
    if place.list.only().is_none() {
        let loading = place.list.answered_at().is_none();
        let words = if loading { "loading …" } else { screens::of(&place.view).empty };
        buffer.set_line(top.x, top.y + 1, &Line::styled(format!("  {words}"), theme.style(Role::Faint)), top.width);
    } else if shape == Shape::Sheet {
        let lines = sheet_lines(state, usize::from(area.width));
        for (y, line) in (top.y..top.bottom()).zip(lines.iter().skip(place.list.scroll)) {
            buffer.set_line(top.x, y, line, top.width);
        }
    } else {
        table::draw(&place.list, top, buffer, theme, state.times());
        if place.list.len() == 0 {
            let words = Line::styled("  no row fits the filter: esc clears it", theme.style(Role::Faint));
            buffer.set_line(top.x, top.y + 1, &words, top.width);
        }
    }
    match shape {
        Shape::Table => detail(state, below, buffer, theme),
        Shape::Graphs if place.view == View::Pulse => pulse(state, below, buffer, theme),
        Shape::Graphs => graphs(state, below, buffer, theme),
        Shape::Sheet => {}
    }
}

fn failing(
    state: &State,
    failure: &crate::output::failure::Failure,
    since: chat_shared::clock::Timestamp,
    area: Rect,
    buffer: &mut Buffer,
    theme: Theme,
) {
    let room = usize::from(area.width).saturating_sub(4);
    let words = plain(&failure.to_string()).into_owned();
    let mut lines: Vec<Line<'_>> = super::widgets::text::wrap(&words, room)
        .into_iter()
        .map(|line| Line::styled(format!("  {line}"), theme.style(Role::Bad)))
        .collect();
    if let Some(hint) = failure.advice() {
        lines.push(Line::raw(format!("  {}", cut(&plain(hint), room))));
    }
    let ms = state.now.millis_since(since);
    lines.push(Line::styled(
        format!(
            "  since {}; asked again every two seconds",
            crate::output::human::duration(i64::try_from(ms).unwrap_or(0))
        ),
        theme.style(Role::Faint),
    ));
    for (y, line) in (area.y + 1..area.bottom()).zip(&lines) {
        buffer.set_line(area.x, y, line, area.width);
    }
}

/// The selected row whole, below its list.
fn detail(state: &State, area: Rect, buffer: &mut Buffer, theme: Theme) {
    let list = &state.trail.here().list;
    let Some(row) = list.selection().filter(|_| area.height > 2) else { return };
    let title = format!("─ {} {}", plain(&row.id), "─".repeat(usize::from(area.width)));
    buffer.set_line(area.x, area.y, &Line::styled(title, theme.style(Role::Faint)), area.width);
    let mut lines: Vec<Line<'static>> = progress(state, row, theme).into_iter().collect();
    lines.extend(sheet::lines(row, &list.fields, usize::from(area.width), true, theme, state.times()));
    for (y, line) in (area.y + 1..area.bottom()).zip(&lines) {
        buffer.set_line(area.x, y, line, area.width);
    }
}

/// The lag of each queue over the last minutes: what no worker has taken yet.
fn graphs(state: &State, area: Rect, buffer: &mut Buffer, theme: Theme) {
    let each = (area.height / 2).min(9);
    for (place, group) in (0u16..).zip(Group::ALL) {
        let part = Rect { y: area.y + place * each, height: each, ..area };
        graph::draw(&format!("{} lag", group.name()), &state.history.lag(group), part, buffer, theme);
    }
}

fn pulse(state: &State, area: Rect, buffer: &mut Buffer, theme: Theme) {
    let jobs = state.status.last.as_ref().map(|status| status.operations.as_slice()).unwrap_or_default();
    let rows = u16::try_from(jobs.len().min(3)).unwrap_or(0) + u16::from(!jobs.is_empty());
    let (graphs, below) = (area.height.saturating_sub(rows), rows.min(area.height));
    let half = area.width / 2;
    let upper = graphs / 2;
    let left = Rect { width: half, height: upper, ..area };
    graph::draw("stored/s", &state.history.stored_a_second(), left, buffer, theme);
    let right = Rect { x: area.x + half, width: area.width - half, height: upper, ..area };
    totals(state, right, buffer, theme);
    for (place, group) in (0u16..).zip(Group::ALL) {
        let x = area.x + place * half;
        let part = Rect { x, y: area.y + upper, width: half, height: graphs - upper };
        graph::draw(&format!("{} lag", group.name()), &state.history.lag(group), part, buffer, theme);
    }
    let below = Rect { y: area.y + graphs, height: below, ..area };
    if below.height > 0 {
        buffer.set_line(below.x, below.y, &Line::styled(" jobs under way", theme.style(Role::Title)), below.width);
    }
    for (y, job) in (below.y + 1..below.bottom()).zip(jobs) {
        let bar = bars::bar(job.done, job.total, usize::from(area.width / 3), theme);
        let name = Span::raw(format!("  {:4} {:20} ", job.id, plain(&job.kind)));
        buffer.set_line(below.x, y, &Line::from([vec![name], bar.spans].concat()), below.width);
    }
}

/// What the installation holds, in figures.
fn totals(state: &State, area: Rect, buffer: &mut Buffer, theme: Theme) {
    let Some(status) = &state.status.last else { return };
    let mut figures: Vec<(&str, String)> = Vec::new();
    if let Some(totals) = status.totals {
        figures.push(("applications", grouped(totals.applications)));
        figures.push(("chats", grouped(totals.chats)));
        figures.push(("messages", grouped(totals.messages)));
    }
    figures.extend(status.dead_letters.map(|count| ("dead letters", grouped(count))));
    if !status.workers.is_empty() {
        let up = status.workers.iter().filter(|worker| worker.alive).count();
        figures.push(("processes", format!("{up} of {} up", status.workers.len())));
    }
    figures.extend(
        status.log.map(|log| ("log", format!("{} entries, {:.1}% full", grouped(log.entries), log.fill * 100.0))),
    );
    for (y, (name, figure)) in (area.y..area.bottom()).zip(figures) {
        let line = Line::from(vec![Span::styled(format!(" {name:13} "), theme.style(Role::Title)), Span::raw(figure)]);
        buffer.set_line(area.x, y, &line, area.width);
    }
}

/// The first of the eight views that a number leads to: for the accessible lines.
#[must_use]
pub fn numbered() -> String {
    Root::ALL.iter().map(|root| format!("{} {}", root.place() + 1, root.title())).collect::<Vec<_>>().join(", ")
}
