//! Everything that leaves the program: results to standard output in eight formats, warnings and failures to standard
//! error. Commands hand over records and know neither format nor terminal.

pub mod colour;
pub mod confirm;
mod delimited;
pub mod escape;
pub mod exit;
pub mod failure;
pub mod human;
pub mod json;
pub mod layout;
pub mod progress;
pub mod record;
pub mod schema;
pub mod sink;
mod table;
mod yaml;

use std::io::{self, Write};

use chat_shared::clock::Timestamp;
use clap::ValueEnum;

use colour::{Tone, paint};
use failure::Failure;
use human::{TimeStyle, Times};
use layout::Sort;
use record::{Column, Record, Row, Show, Value};
use sink::{Head, Page, Shape, Sink, Tail};

/// The values of `-o`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// Aligned columns, for eyes.
    #[default]
    Table,
    /// The same with more columns.
    Wide,
    /// One object: schema, context, items, page, warnings.
    Json,
    /// One object a line, as they come.
    Jsonl,
    /// The object of `json` as YAML.
    Yaml,
    /// Comma-separated values with a line of names.
    Csv,
    /// Tab-separated values with a line of names; `\t` and `\n` as escapes.
    Tsv,
    /// The name of each thing, one a line.
    Name,
    /// Metrics in Prometheus' text format; for `check` only.
    #[value(hide = true)]
    Prometheus,
}

impl Format {
    /// Whether errors go with it as an object.
    #[must_use]
    pub fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::Jsonl)
    }

    /// Whether it is for eyes.
    #[must_use]
    pub fn is_table(self) -> bool {
        matches!(self, Self::Table | Self::Wide)
    }

    /// Whether it carries warnings itself.
    fn holds_warnings(self) -> bool {
        matches!(self, Self::Json | Self::Yaml)
    }
}

/// A stream as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Screen {
    /// Columns of the terminal; `None` where it is none.
    pub width: Option<u16>,
    /// Whether colours are wanted.
    pub colour: bool,
}

/// What the line asks of the output.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// The format.
    pub format: Format,
    /// The named columns, in their order; empty for the format's own choice.
    pub columns: Vec<String>,
    /// What to sort by.
    pub sort: Option<Sort>,
    /// Without the line of names.
    pub no_headers: bool,
    /// How moments are written in tables, CSV and TSV.
    pub time: Option<TimeStyle>,
    /// Without warnings.
    pub quiet: bool,
}

/// Writes results.
pub struct Printer {
    layout: Layout,
    screen: Screen,
    /// Whether standard error gets colours.
    err_colour: bool,
    context: Option<String>,
    now: Timestamp,
    out: Box<dyn Write + Send>,
    warnings: Vec<String>,
    printed: Option<Printed>,
}

/// What was printed last.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    /// `chatctl.<command>/v1`.
    pub schema: String,
    /// The thing itself; `None` for a list.
    pub item: Option<serde_json::Value>,
    /// Its rows; one for a thing.
    pub rows: u64,
}

impl Printer {
    /// A printer onto `out`, which is as `screen` says.
    pub fn new(layout: Layout, screen: Screen, err_colour: bool, now: Timestamp, out: Box<dyn Write + Send>) -> Self {
        Self { layout, screen, err_colour, context: None, now, out, warnings: Vec::new(), printed: None }
    }

    /// From here on results are from `context`.
    pub fn set_context(&mut self, context: Option<String>) {
        self.context = context;
    }

    /// Where results are from.
    #[must_use]
    pub fn context(&self) -> Option<&str> {
        self.context.as_deref()
    }

    /// The format.
    #[must_use]
    pub fn format(&self) -> Format {
        self.layout.format
    }

    /// From here on results are printed in this format.
    pub fn set_format(&mut self, format: Format) {
        self.layout.format = format;
    }

    /// What was printed last; `None` before anything was.
    #[must_use]
    pub fn printed(&self) -> Option<&Printed> {
        self.printed.as_ref()
    }

    /// Something that the caller should know of the next result.
    pub fn warn(&mut self, warning: impl Into<String>) {
        self.warnings.push(warning.into());
    }

    /// Begins the list that `chatctl.<command>/v1` names.
    pub fn list<T: Record>(&mut self, command: &str) -> Result<List<'_, T>, Failure> {
        let columns = layout::select(T::columns(), &self.layout.columns, self.shown(Shape::List))?;
        let sort = match &self.layout.sort {
            Some(sort) => Some((layout::sorter(&T::columns(), sort)?, sort.descending)),
            None => None,
        };
        let (sink, head) = (self.sink(), self.head(command, &columns, Shape::List));
        self.printed = Some(Printed { schema: head.schema.clone(), item: None, rows: 0 });
        let page = Page::default();
        Ok(List { printer: self, sink, head: Some(head), columns, sort, kept: Vec::new(), page, note: None })
    }

    /// Prints one thing as the result of `command`.
    pub fn item<T: Record>(&mut self, command: &str, item: &T) -> Result<(), Failure> {
        let columns = layout::select(T::columns(), &self.layout.columns, self.shown(Shape::Item))?;
        let mut sink = self.sink();
        let head = self.head(command, &columns, Shape::Item);
        let tail = self.tail(Page::default());
        let row = Row { name: item.name(), values: columns.iter().map(|column| (column.value)(item)).collect() };
        let object = serde_json::to_value(json::Object { fields: &head.fields, values: &row.values });
        self.printed = Some(Printed { schema: head.schema.clone(), item: object.ok(), rows: 1 });
        let printed = sink
            .begin(&mut self.out, &head)
            .and_then(|()| sink.row(&mut self.out, row))
            .and_then(|()| sink.end(&mut self.out, &tail))
            .and_then(|()| self.out.flush());
        printed.map_err(|error| Failure::printing(&error))
    }

    /// Prints text that is data in itself: a completion script, an exported line.
    pub fn raw(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.out.write_all(bytes).and_then(|()| self.out.flush()).map_err(|error| Failure::printing(&error))
    }

    /// Prints a line of JSON without an envelope; seen at the latest after [`Self::flush`].
    pub fn raw_line<T: serde::Serialize>(&mut self, value: &T) -> Result<(), Failure> {
        let written = json::write_to(&mut self.out, value).and_then(|()| self.out.write_all(b"\n"));
        written.map_err(|error| Failure::printing(&error))
    }

    /// What was printed is to be seen now.
    pub fn flush(&mut self) -> Result<(), Failure> {
        self.out.flush().map_err(|error| Failure::printing(&error))
    }

    /// Which columns the format shows when none is named. The data formats show all: the same fields everywhere.
    fn shown(&self, shape: Shape) -> &'static [Show] {
        match (self.layout.format, shape) {
            (Format::Table, Shape::List) => &[Show::Always],
            (Format::Wide, Shape::List) => &[Show::Always, Show::Wide],
            _ => &[Show::Always, Show::Wide, Show::Asked],
        }
    }

    fn head<T>(&self, command: &str, columns: &[Column<T>], shape: Shape) -> Head {
        Head {
            schema: format!("chatctl.{command}/v1"),
            context: self.context.clone(),
            fields: columns.iter().map(|column| column.field).collect(),
            shape,
        }
    }

    fn sink(&self) -> Box<dyn Sink + Send> {
        let times = |default| Times { style: self.layout.time.unwrap_or(default), now: self.now };
        let headers = !self.layout.no_headers;
        let terminal = self.screen.width.is_some();
        match self.layout.format {
            Format::Table | Format::Wide => {
                Box::new(table::Table::new(times(TimeStyle::Relative), self.screen, headers))
            }
            Format::Json => Box::new(json::Json::default()),
            Format::Jsonl => Box::new(json::JsonLines::default()),
            Format::Yaml => Box::new(yaml::Yaml::default()),
            Format::Csv => Box::new(delimited::Csv::new(times(TimeStyle::Iso), headers, terminal)),
            Format::Tsv => Box::new(delimited::Tsv::new(times(TimeStyle::Iso), headers, terminal)),
            Format::Name | Format::Prometheus => Box::new(delimited::Names::new(terminal)),
        }
    }

    /// Says something on standard error that is of use beside a table; the data formats say it themselves.
    pub fn note(&self, note: &str) {
        if !self.layout.quiet && !self.layout.format.holds_warnings() {
            // Where standard error is closed nobody reads notes.
            let _ = writeln!(io::stderr(), "{}", escape::visible(note));
        }
    }

    /// Takes the warnings: into the envelope where the format has one, else to standard error.
    fn tail(&mut self, page: Page) -> Tail {
        let warnings = std::mem::take(&mut self.warnings);
        if self.layout.format.holds_warnings() {
            return Tail { page, warnings };
        }
        if !self.layout.quiet {
            for warning in warnings {
                // Where standard error is closed nobody reads warnings.
                let _ = writeln!(
                    io::stderr(),
                    "{} {}",
                    paint("warning:", Tone::Doubtful, self.err_colour),
                    escape::visible(&warning)
                );
            }
        }
        Tail { page, warnings: Vec::new() }
    }
}

/// What a list is sorted by, and whether from the greatest down.
type SortedBy<T> = (fn(&T) -> Value, bool);

/// A list being printed.
pub struct List<'p, T> {
    printer: &'p mut Printer,
    sink: Box<dyn Sink + Send>,
    /// Until the first row is written: whoever fails before it has printed nothing.
    head: Option<Head>,
    columns: Vec<Column<T>>,
    sort: Option<SortedBy<T>>,
    kept: Vec<(Value, Row)>,
    page: Page,
    note: Option<String>,
}

impl<T: Record> List<'_, T> {
    /// The next thing.
    pub fn push(&mut self, item: &T) -> Result<(), Failure> {
        let row = Row { name: item.name(), values: self.columns.iter().map(|column| (column.value)(item)).collect() };
        match self.sort {
            Some((key, _)) => {
                self.kept.push((key(item), row));
                Ok(())
            }
            None => self.write(row),
        }
    }

    /// Shows what there is so far: more may come only later.
    pub fn pause(&mut self) -> Result<(), Failure> {
        self.begin()?;
        let out = &mut self.printer.out;
        self.sink.pause(out).and_then(|()| out.flush()).map_err(|error| Failure::printing(&error))
    }

    /// Something that the caller should know of this list.
    pub fn warn(&mut self, warning: impl Into<String>) {
        self.printer.warn(warning);
    }

    /// Something of use beside a table, once it is printed; the data formats say it themselves.
    pub fn note(&mut self, note: impl Into<String>) {
        self.note = Some(note.into());
    }

    /// Something that is to be known at once, while the list goes on.
    pub fn say(&self, note: &str) {
        self.printer.note(note);
    }

    /// Whether it is being sorted, and so shown only when it is whole.
    #[must_use]
    pub fn sorts(&self) -> bool {
        self.sort.is_some()
    }

    /// Where the list goes on.
    pub fn set_page(&mut self, page: Page) {
        self.page = page;
    }

    /// After the last thing.
    pub fn finish(mut self) -> Result<(), Failure> {
        if let Some((_, descending)) = self.sort {
            let mut kept = std::mem::take(&mut self.kept);
            kept.sort_by(|(a, _), (b, _)| layout::order(a, b, descending));
            for (_, row) in kept {
                self.write(row)?;
            }
        }
        self.begin()?;
        let tail = self.printer.tail(std::mem::take(&mut self.page));
        let out = &mut self.printer.out;
        self.sink.end(out, &tail).and_then(|()| out.flush()).map_err(|error| Failure::printing(&error))?;
        if let Some(note) = &self.note {
            self.printer.note(note);
        }
        Ok(())
    }

    fn begin(&mut self) -> Result<(), Failure> {
        let Some(head) = self.head.take() else { return Ok(()) };
        self.sink.begin(&mut self.printer.out, &head).map_err(|error| Failure::printing(&error))
    }

    fn write(&mut self, row: Row) -> Result<(), Failure> {
        self.begin()?;
        if let Some(printed) = &mut self.printer.printed {
            printed.rows += 1;
        }
        self.sink.row(&mut self.printer.out, row).map_err(|error| Failure::printing(&error))
    }
}

#[cfg(test)]
mod tests;
