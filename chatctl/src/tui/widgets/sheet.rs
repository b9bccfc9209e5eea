//! One thing, field by field: short values beside their names, long texts and JSON below them.

use ratatui::text::{Line, Span};

use super::text::{cut, lit, plain, wrap};
use crate::output::human::{TimeStyle, Times, moment};
use crate::output::record::{Field, Kind, Value};
use crate::tui::state::page::{Row, is_content, shown};
use crate::tui::theme::{Role, Theme, role_of, sign_of};

/// The room before what stands below its name.
const INDENT: usize = 2;

/// All lines of a thing, for a screen of so many columns.
pub fn lines(row: &Row, fields: &[Field], width: usize, cuts: bool, theme: Theme, times: Times) -> Vec<Line<'static>> {
    let names = fields.iter().map(|field| field.name.len()).max().unwrap_or(0);
    let mut lines = Vec::new();
    for (field, value) in fields.iter().zip(&row.values) {
        let name = Span::styled(format!(" {:names$}  ", field.name), theme.style(Role::Title));
        let room = width.saturating_sub(names + 3);
        match value {
            Value::Json(json) => below(&mut lines, name, &pretty(json), width, cuts),
            Value::Text(text) if field.kind == Kind::Text && is_long(text, room) => {
                if is_content(field) && !row.lit.is_empty() {
                    lines.push(Line::from(name));
                    lines.push(Line::from(lit(text, &row.lit, theme.style(Role::Plain), theme.style(Role::Lit))));
                } else {
                    below(&mut lines, name, text, width, cuts);
                }
            }
            value => lines.push(beside(name, field, value, room, theme, times)),
        }
    }
    lines
}

fn is_long(text: &str, room: usize) -> bool {
    text.contains('\n') || super::text::columns(text) > room
}

/// JSON for eyes. What it holds is a stranger's: its lines are made plain one by one.
fn pretty(json: &serde_json::Value) -> String {
    serde_json::to_string_pretty(json).unwrap_or_default()
}

fn beside(name: Span<'static>, field: &Field, value: &Value, room: usize, theme: Theme, times: Times) -> Line<'static> {
    let text = shown(value, field, times);
    let (text, role) = match (value, field.kind) {
        (Value::Text(word), Kind::State) => (format!("{} {text}", sign_of(word)), role_of(word)),
        (Value::Time(at), _) => {
            let exact = moment(*at, Times { style: TimeStyle::Iso, ..times });
            (format!("{text}  {exact}"), Role::Plain)
        }
        (Value::Null, _) => (text, Role::Faint),
        _ => (text, Role::Plain),
    };
    Line::from(vec![name, Span::styled(cut(&text, room).into_owned(), theme.style(role))])
}

fn below(lines: &mut Vec<Line<'static>>, name: Span<'static>, text: &str, width: usize, cuts: bool) {
    lines.push(Line::from(name));
    let room = width.saturating_sub(2 * INDENT);
    for line in text.split('\n') {
        let line = line.replace('\t', "    ");
        let shown = plain(&line);
        let pieces = if cuts { vec![cut(&shown, room).into_owned()] } else { wrap(&shown, room) };
        lines.extend(pieces.into_iter().map(|piece| Line::raw(format!("{:INDENT$}{piece}", ""))));
    }
}
