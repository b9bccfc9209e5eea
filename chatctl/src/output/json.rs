//! JSON in one envelope, and JSON lines. Rows are written as they come. What a terminal would obey stands as an escape
//! inside the strings, which changes no value; so the output is the same into a pipe.

use std::io::{self, Write};

use serde::Serialize;
use serde::ser::SerializeMap;
use serde_json::ser::{CompactFormatter, Formatter};

use super::escape::is_active;
use super::record::{Field, Row, Value};
use super::sink::{Head, Shape, Sink, Tail};

/// `{"schema": …, "context": …, "items": […], "page": {…}, "warnings": […]}`, one item a line.
#[derive(Debug, Default)]
pub struct Json {
    fields: Vec<Field>,
    shape: Option<Shape>,
    rows: usize,
}

impl Sink for Json {
    fn begin(&mut self, out: &mut dyn Write, head: &Head) -> io::Result<()> {
        self.fields.clone_from(&head.fields);
        self.shape = Some(head.shape);
        write!(out, "{{\n  \"schema\": {},\n  \"context\": {},\n", text(&head.schema)?, text(&head.context)?)?;
        match head.shape {
            Shape::List => write!(out, "  \"items\": ["),
            Shape::Item => write!(out, "  \"item\": "),
        }
    }

    fn row(&mut self, out: &mut dyn Write, row: Row) -> io::Result<()> {
        if self.shape == Some(Shape::List) {
            out.write_all(if self.rows == 0 { b"\n    " } else { b",\n    " })?;
        }
        self.rows += 1;
        write_to(out, &Object { fields: &self.fields, values: &row.values })
    }

    fn end(&mut self, out: &mut dyn Write, tail: &Tail) -> io::Result<()> {
        if self.shape == Some(Shape::List) {
            out.write_all(if self.rows == 0 { b"],\n" } else { b"\n  ],\n" })?;
            writeln!(out, "  \"page\": {},", text(&tail.page)?)?;
        } else {
            out.write_all(if self.rows == 0 { b"null,\n" } else { b",\n" })?;
        }
        writeln!(out, "  \"warnings\": {}\n}}", text(&tail.warnings)?)
    }
}

/// One object a line, without an envelope.
#[derive(Debug, Default)]
pub struct JsonLines {
    fields: Vec<Field>,
}

impl Sink for JsonLines {
    fn begin(&mut self, _out: &mut dyn Write, head: &Head) -> io::Result<()> {
        self.fields.clone_from(&head.fields);
        Ok(())
    }

    fn row(&mut self, out: &mut dyn Write, row: Row) -> io::Result<()> {
        write_to(out, &Object { fields: &self.fields, values: &row.values })?;
        out.write_all(b"\n")
    }

    fn end(&mut self, _out: &mut dyn Write, _tail: &Tail) -> io::Result<()> {
        Ok(())
    }
}

/// A row as an object, its keys in the order of the columns.
pub struct Object<'a> {
    /// The keys.
    pub fields: &'a [Field],
    /// Their values.
    pub values: &'a [Value],
}

impl Serialize for Object<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.fields.len()))?;
        for (field, value) in self.fields.iter().zip(self.values) {
            map.serialize_entry(field.name, value)?;
        }
        map.end()
    }
}

/// Writes `value` on one line with a space after `:` and `,`, and nothing that a terminal obeys.
pub fn write_to<T: Serialize + ?Sized>(out: &mut dyn Write, value: &T) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(out, Shown(CompactFormatter));
    value.serialize(&mut serializer).map_err(io::Error::from)
}

fn text<T: Serialize + ?Sized>(value: &T) -> io::Result<String> {
    let mut bytes = Vec::new();
    write_to(&mut bytes, value)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// Compact JSON whose strings hold no active character.
struct Shown(CompactFormatter);

impl Formatter for Shown {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(is_active) {
            writer.write_all(&rest.as_bytes()[..at])?;
            let mut chars = rest[at..].chars();
            // Active characters beyond U+FFFF do not exist: one escape is enough.
            if let Some(c) = chars.next() {
                write!(writer, "\\u{:04x}", u32::from(c))?;
            }
            rest = chars.as_str();
        }
        writer.write_all(rest.as_bytes())
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn write_null<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.write_null(writer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_holds_nothing_that_a_terminal_obeys_and_still_means_the_same() {
        let nasty = "a\x1b[2J\u{7f}\u{9b}31m\u{202e}b\"\\";
        let written = text(nasty).expect("text");
        assert!(!written.contains(is_active), "{written}");
        assert_eq!(serde_json::from_str::<String>(&written).expect("JSON"), nasty);
    }
}
