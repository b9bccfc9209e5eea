//! Rows below each other: which columns fit, how wide each is, and the rows themselves.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::text::{columns as width_of, cut, lit};
use crate::output::human::Times;
use crate::output::record::{Field, Kind, Show, Value};
use crate::tui::state::list::Listing;
use crate::tui::state::page::{Row, is_content, shown};
use crate::tui::theme::{Role, Theme, role_of, sign_of};

/// The room before the first column: the cursor's bar and the mark.
const MARGIN: u16 = 2;

/// The room between columns.
const BETWEEN: u16 = 2;

/// A free text gets at least this much before a further column is shown.
const LEAST_TEXT: u16 = 12;

/// A word is not shown wider than this: what is longer is cut.
const MOST_WORD: usize = 36;

/// A column on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its place among the fields.
    pub field: usize,
    /// Where it begins.
    pub x: u16,
    /// How wide it is.
    pub width: u16,
}

/// Which columns fit into `width`, for the rows that are seen.
pub fn columns(list: &Listing, rows: &[&Row], width: u16, times: Times) -> Vec<Column> {
    let natural: Vec<u16> = (0..list.fields.len()).map(|place| natural(list, rows, place, times)).collect();
    let always = |field: &Field| field.show == Show::Always;
    let wide = |field: &Field| field.show != Show::Asked;
    let chosen = |wanted: &dyn Fn(&Field) -> bool| -> Vec<usize> {
        (0..list.fields.len()).filter(|place| wanted(&list.fields[*place])).collect()
    };
    // The wide ones come where all of them fit at their whole width.
    let all: Vec<usize> = chosen(&wide);
    let needs: u16 = MARGIN + all.iter().map(|place| natural[*place].min(60) + BETWEEN).sum::<u16>();
    let places = if needs <= width { all } else { chosen(&always) };
    lay_out(&list.fields, &natural, &places, width)
}

fn natural(list: &Listing, rows: &[&Row], place: usize, times: Times) -> u16 {
    let field = &list.fields[place];
    // Room for the arrow of a sorted column.
    let title = width_of(&field.title()) + usize::from(list.sorting.is_some_and(|sorting| sorting.column == place));
    let cells = rows.iter().filter_map(|row| row.values.get(place)).map(|value| width_of(&cell(value, field, times)));
    let most = if field.kind == Kind::Text { usize::from(u16::MAX) } else { MOST_WORD };
    u16::try_from(cells.fold(title, usize::max).min(most)).unwrap_or(u16::MAX)
}

fn lay_out(fields: &[Field], natural: &[u16], places: &[usize], width: u16) -> Vec<Column> {
    let is_text = |place: usize| fields[place].kind == Kind::Text;
    let fixed: u16 = places.iter().map(|place| if is_text(*place) { 0 } else { natural[*place] }).sum();
    let between = BETWEEN * u16::try_from(places.len().saturating_sub(1)).unwrap_or(0);
    let mut room = width.saturating_sub(MARGIN + fixed + between);
    let mut texts: Vec<usize> = places.iter().copied().filter(|place| is_text(*place)).collect();
    let mut widths: Vec<u16> = natural.to_vec();
    // The short ones get what they need, the long ones share the rest.
    texts.sort_by_key(|place| natural[*place]);
    for (done, place) in texts.iter().enumerate() {
        let share = room / u16::try_from(texts.len() - done).unwrap_or(1);
        widths[*place] = natural[*place].min(share.max(LEAST_TEXT));
        room = room.saturating_sub(widths[*place]);
    }
    let mut x = MARGIN;
    let mut columns = Vec::new();
    for place in places {
        let left = width.saturating_sub(x);
        // Half a number is worse than none; half a text is better.
        if left == 0 || (left < widths[*place] && !is_text(*place) && !columns.is_empty()) {
            break;
        }
        columns.push(Column { field: *place, x, width: widths[*place].min(left) });
        x = x.saturating_add(widths[*place] + BETWEEN);
    }
    columns
}

/// A value as a table shows it: a state with its sign before its word.
fn cell(value: &Value, field: &Field, times: Times) -> String {
    let text = shown(value, field, times);
    match (field.kind, value) {
        (Kind::State, Value::Text(word)) => format!("{} {text}", sign_of(word)),
        _ => text,
    }
}

/// Draws titles and rows.
pub fn draw(list: &Listing, area: Rect, buffer: &mut Buffer, theme: Theme, times: Times) {
    let rows: Vec<&Row> = list.rows_from(list.top).take(usize::from(area.height.saturating_sub(1))).collect();
    let columns = columns(list, &rows, area.width, times);
    titles(list, &columns, area, buffer, theme);
    for ((y, place), row) in (area.y + 1..area.bottom()).zip(list.top..).zip(rows) {
        let selected = place == list.cursor() && !list.is_gone();
        draw_row(list, row, &columns, Rect { y, height: 1, ..area }, buffer, theme, times);
        if list.marks.contains(&row.id) {
            buffer.set_string(area.x + 1, y, "•", theme.style(Role::Key));
        }
        if selected {
            buffer.set_style(Rect { y, height: 1, ..area }, theme.style(Role::Selected));
            buffer.set_string(area.x, y, "▌", theme.style(Role::Title));
        }
    }
}

fn titles(list: &Listing, columns: &[Column], area: Rect, buffer: &mut Buffer, theme: Theme) {
    for column in columns {
        let field = &list.fields[column.field];
        let arrow = match list.sorting {
            Some(sorting) if sorting.column == column.field && sorting.descending => "▼",
            Some(sorting) if sorting.column == column.field => "▲",
            _ => "",
        };
        let title = format!("{}{arrow}", field.title());
        let title = cut(&title, usize::from(column.width));
        put(
            &Line::styled(title.into_owned(), theme.style(Role::Title)),
            field,
            *column,
            Rect { height: 1, ..area },
            buffer,
        );
    }
}

fn draw_row(
    list: &Listing,
    row: &Row,
    columns: &[Column],
    area: Rect,
    buffer: &mut Buffer,
    theme: Theme,
    times: Times,
) {
    for column in columns {
        let (field, Some(value)) = (&list.fields[column.field], row.values.get(column.field)) else { continue };
        let line = match value {
            Value::Text(text) if is_content(field) && !row.lit.is_empty() => {
                Line::from(lit(text, &row.lit, theme.style(Role::Plain), theme.style(Role::Lit)))
            }
            Value::Text(word) if field.kind == Kind::State => {
                Line::styled(cell(value, field, times), theme.style(role_of(word)))
            }
            Value::Null => Line::styled("-", theme.style(Role::Faint)),
            _ => Line::raw(cut(&cell(value, field, times), usize::from(column.width)).into_owned()),
        };
        put(&line, field, *column, area, buffer);
    }
}

/// Numbers stand to the right of their column, everything else to the left.
fn put(line: &Line<'_>, field: &Field, column: Column, area: Rect, buffer: &mut Buffer) {
    let right = matches!(field.kind, Kind::Number | Kind::Millis | Kind::Bytes);
    let room = usize::from(column.width);
    let before = if right { u16::try_from(room.saturating_sub(line.width())).unwrap_or(0) } else { 0 };
    buffer.set_line(area.x + column.x + before, area.y, line, column.width - before.min(column.width));
}
