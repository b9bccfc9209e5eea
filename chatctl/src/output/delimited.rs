//! CSV (RFC 4180, quoted where needed), TSV (a record a line, `\t`, `\n`, `\r` and `\\` as escapes) and bare names.

use std::io::{self, Write};

use super::escape::visible;
use super::human::{Times, moment};
use super::record::{Row, Value};
use super::sink::{Head, Sink, Tail};

/// Comma-separated values.
pub struct Csv {
    times: Times,
    headers: bool,
    /// Whether a terminal reads it: contents are then shown, not obeyed.
    terminal: bool,
}

/// Tab-separated values.
pub struct Tsv {
    times: Times,
    headers: bool,
    terminal: bool,
}

/// The name of each thing on a line.
pub struct Names {
    terminal: bool,
}

impl Csv {
    /// With or without its line of names.
    #[must_use]
    pub fn new(times: Times, headers: bool, terminal: bool) -> Self {
        Self { times, headers, terminal }
    }

    fn line(&self, out: &mut dyn Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
        let mut writer = csv::Writer::from_writer(out);
        for cell in cells {
            let shown = if self.terminal { visible(&cell).into_owned() } else { cell };
            writer.write_field(shown).map_err(io_error)?;
        }
        writer.write_record(None::<&[u8]>).map_err(io_error)?;
        writer.flush()
    }
}

impl Sink for Csv {
    fn begin(&mut self, out: &mut dyn Write, head: &Head) -> io::Result<()> {
        if !self.headers {
            return Ok(());
        }
        self.line(out, head.fields.iter().map(|field| field.name.to_owned()))
    }

    fn row(&mut self, out: &mut dyn Write, row: Row) -> io::Result<()> {
        self.line(out, row.values.iter().map(|value| plain(value, self.times)))
    }

    fn end(&mut self, _out: &mut dyn Write, _tail: &Tail) -> io::Result<()> {
        Ok(())
    }
}

impl Tsv {
    /// With or without its line of names.
    #[must_use]
    pub fn new(times: Times, headers: bool, terminal: bool) -> Self {
        Self { times, headers, terminal }
    }
}

impl Sink for Tsv {
    fn begin(&mut self, out: &mut dyn Write, head: &Head) -> io::Result<()> {
        if !self.headers {
            return Ok(());
        }
        let names: Vec<&str> = head.fields.iter().map(|field| field.name).collect();
        writeln!(out, "{}", names.join("\t"))
    }

    fn row(&mut self, out: &mut dyn Write, row: Row) -> io::Result<()> {
        let escaped = |value| {
            let text = plain(value, self.times);
            let text = text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r");
            if self.terminal { visible(&text).into_owned() } else { text }
        };
        let cells: Vec<String> = row.values.iter().map(escaped).collect();
        writeln!(out, "{}", cells.join("\t"))
    }

    fn end(&mut self, _out: &mut dyn Write, _tail: &Tail) -> io::Result<()> {
        Ok(())
    }
}

impl Names {
    /// Onto a terminal or elsewhere.
    #[must_use]
    pub fn new(terminal: bool) -> Self {
        Self { terminal }
    }
}

impl Sink for Names {
    fn begin(&mut self, _out: &mut dyn Write, _head: &Head) -> io::Result<()> {
        Ok(())
    }

    fn row(&mut self, out: &mut dyn Write, row: Row) -> io::Result<()> {
        if self.terminal { writeln!(out, "{}", visible(&row.name)) } else { writeln!(out, "{}", row.name) }
    }

    fn end(&mut self, _out: &mut dyn Write, _tail: &Tail) -> io::Result<()> {
        Ok(())
    }
}

/// The text of a value for a program: nothing for what is absent, numbers in full.
fn plain(value: &Value, times: Times) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => yes.to_string(),
        Value::Int(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Time(at) => moment(*at, times),
        Value::Json(value) => value.to_string(),
    }
}

fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
