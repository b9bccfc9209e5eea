//! Tables for eyes. Borders and cutting only on a terminal; elsewhere plain columns, so that `awk` and `diff` see the
//! same text every time.

use std::io::{self, Write};

use comfy_table::{
    Attribute, Cell, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, Table as Grid, TableStyle,
    Width,
};

use super::Screen;
use super::colour::{Tone, tone};
use super::human::{Times, cell};
use super::record::{Field, Kind, Row};
use super::sink::{Head, Shape, Sink, Tail};

/// On a terminal one line parts the names from the rows: what is worth the space.
const RULED: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─'));

/// Free text is never cut below this many columns, however narrow the terminal.
const NARROWEST_TEXT: u16 = 12;

/// A table, or for one thing a list of its fields.
pub struct Table {
    times: Times,
    screen: Screen,
    headers: bool,
    fields: Vec<Field>,
    shape: Shape,
    rows: Vec<Row>,
    begun: bool,
}

impl Table {
    /// A table for `screen`.
    #[must_use]
    pub fn new(times: Times, screen: Screen, headers: bool) -> Self {
        Self { times, screen, headers, fields: Vec::new(), shape: Shape::List, rows: Vec::new(), begun: false }
    }

    fn list(&self) -> Grid {
        let mut grid = self.grid();
        if self.headers && !self.begun {
            grid.set_header(self.fields.iter().map(|field| self.title(field)).collect::<Vec<_>>());
        }
        for row in &self.rows {
            let cells: Vec<Cell> = self
                .fields
                .iter()
                .zip(&row.values)
                .map(|(field, value)| self.coloured(cell(value, field.kind, self.times), field.kind))
                .collect();
            grid.add_row(self.one_line(cells));
        }
        for (field, column) in self.fields.iter().zip(grid.column_iter_mut()) {
            if matches!(field.kind, Kind::Number | Kind::Fraction | Kind::Millis | Kind::Bytes) {
                column.set_cell_alignment(CellAlignment::Right);
            }
            column.set_constraint(self.constraint(field));
        }
        grid
    }

    fn fields_of_one(&self) -> Grid {
        let mut grid = self.grid();
        let Some(row) = self.rows.first() else { return grid };
        for (field, value) in self.fields.iter().zip(&row.values) {
            let shown = self.coloured(cell(value, field.kind, self.times), field.kind);
            grid.add_row(vec![self.title(field), shown]);
        }
        // Names are never broken; what is narrow is the room for values.
        if let Some(names) = grid.column_mut(0) {
            names.set_constraint(ColumnConstraint::ContentWidth);
        }
        grid
    }

    fn grid(&self) -> Grid {
        let mut grid = Grid::new();
        grid.force_no_tty();
        grid.set_truncation_indicator("…");
        if self.screen.colour {
            grid.enforce_styling();
        }
        match self.screen.width {
            Some(width) => {
                grid.load_style(RULED);
                grid.set_content_arrangement(ContentArrangement::Dynamic);
                grid.set_width(width);
            }
            None => {
                grid.load_style(TableStyle::new());
            }
        }
        grid
    }

    /// On a terminal a row is one line: what does not fit is cut, and says so.
    fn one_line(&self, cells: Vec<Cell>) -> comfy_table::Row {
        let mut row = comfy_table::Row::from(cells);
        if self.screen.width.is_some() {
            row.max_height(1);
        }
        row
    }

    fn constraint(&self, field: &Field) -> ColumnConstraint {
        if self.screen.width.is_none() || field.kind != Kind::Text {
            return ColumnConstraint::ContentWidth;
        }
        // Room for the name, which stands between two spaces.
        let name = if self.headers { u16::try_from(field.title().len() + 2).unwrap_or(NARROWEST_TEXT) } else { 0 };
        ColumnConstraint::LowerBoundary(Width::Fixed(NARROWEST_TEXT.max(name)))
    }

    fn title(&self, field: &Field) -> Cell {
        let title = Cell::new_owned(field.title());
        if self.screen.colour { title.add_attribute(Attribute::Bold) } else { title }
    }

    fn coloured(&self, text: String, kind: Kind) -> Cell {
        let tone = if kind == Kind::State && self.screen.colour { tone(&text) } else { Tone::Neutral };
        // Cut between any two characters: the default is to wrap between words, which would leave half a column empty.
        let cell = Cell::new_owned(text).set_delimiter('\u{0}');
        match tone {
            Tone::Good => cell.fg(Color::Green),
            Tone::Doubtful => cell.fg(Color::Yellow),
            Tone::Bad => cell.fg(Color::Red).add_attribute(Attribute::Bold),
            Tone::Neutral => cell,
        }
    }

    fn print(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let grid = match self.shape {
            Shape::List => self.list(),
            Shape::Item => self.fields_of_one(),
        };
        self.begun = true;
        self.rows.clear();
        // Cells are padded by one column on both sides; without borders the one at the start says nothing.
        for line in grid.lines() {
            let line = if self.screen.width.is_none() { line.strip_prefix(' ').unwrap_or(&line) } else { &line };
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

impl Sink for Table {
    fn begin(&mut self, _out: &mut dyn Write, head: &Head) -> io::Result<()> {
        self.fields.clone_from(&head.fields);
        self.shape = head.shape;
        Ok(())
    }

    fn row(&mut self, _out: &mut dyn Write, row: Row) -> io::Result<()> {
        self.rows.push(row);
        Ok(())
    }

    fn pause(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.rows.is_empty() { Ok(()) } else { self.print(out) }
    }

    fn end(&mut self, out: &mut dyn Write, _tail: &Tail) -> io::Result<()> {
        if self.begun && self.rows.is_empty() { Ok(()) } else { self.print(out) }
    }
}
