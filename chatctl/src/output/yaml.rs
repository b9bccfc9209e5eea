//! YAML: the same envelope as JSON, written when it is whole. As in JSON, what a terminal would obey stands as an escape
//! inside double quotes, which changes no value.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_saphyr::DoubleQuoted;

use super::escape::is_active;
use super::record::{Row, Value};
use super::sink::{Head, Shape, Sink, Tail};

/// YAML 1.2 that parsers of 1.1 read alike.
#[derive(Debug, Default)]
pub struct Yaml {
    head: Option<Head>,
    rows: Vec<Row>,
}

impl Sink for Yaml {
    fn begin(&mut self, _out: &mut dyn Write, head: &Head) -> io::Result<()> {
        self.head = Some(head.clone());
        Ok(())
    }

    fn row(&mut self, _out: &mut dyn Write, row: Row) -> io::Result<()> {
        self.rows.push(row);
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, tail: &Tail) -> io::Result<()> {
        let Some(head) = &self.head else { return Ok(()) };
        let options = serde_saphyr::ser_options! { prefer_block_scalars: false };
        let envelope = Envelope { head, rows: &self.rows, tail };
        let text = serde_saphyr::to_string_with_options(&envelope, options).map_err(io::Error::other)?;
        out.write_all(escaped(&text).as_bytes())
    }
}

/// The library escapes the control characters that YAML forbids; the others that a terminal obeys are all inside double
/// quotes by [`Text`], where an escape means the same.
fn escaped(yaml: &str) -> String {
    let mut shown = String::with_capacity(yaml.len());
    for c in yaml.chars() {
        if is_active(c) && c != '\n' {
            // Writing to a String cannot fail.
            let _ = write!(shown, "\\u{:04x}", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    shown
}

struct Envelope<'a> {
    head: &'a Head,
    rows: &'a [Row],
    tail: &'a Tail,
}

impl Serialize for Envelope<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let objects: Vec<Object<'_>> = self.rows.iter().map(|row| Object(self.head, row)).collect();
        let warnings: Vec<Text<'_>> = self.tail.warnings.iter().map(|warning| Text(warning)).collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", &self.head.schema)?;
        map.serialize_entry("context", &self.head.context.as_deref().map(Text))?;
        match self.head.shape {
            Shape::List => {
                map.serialize_entry("items", &objects)?;
                map.serialize_entry("page", &self.tail.page)?;
            }
            Shape::Item => map.serialize_entry("item", &objects.first())?,
        }
        map.serialize_entry("warnings", &warnings)?;
        map.end()
    }
}

struct Object<'a>(&'a Head, &'a Row);

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (field, value) in self.0.fields.iter().zip(&self.1.values) {
            match value {
                Value::Text(text) => map.serialize_entry(field.name, &Text(text))?,
                Value::Json(value) => map.serialize_entry(field.name, &Nested(value))?,
                value => map.serialize_entry(field.name, value)?,
            }
        }
        map.end()
    }
}

/// A text; in double quotes where it holds something that a terminal obeys.
struct Text<'a>(&'a str);

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.contains(is_active) {
            DoubleQuoted(self.0).serialize(serializer)
        } else {
            self.0.serialize(serializer)
        }
    }
}

struct Nested<'a>(&'a serde_json::Value);

impl Serialize for Nested<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            serde_json::Value::String(text) => Text(text).serialize(serializer),
            serde_json::Value::Array(items) => serializer.collect_seq(items.iter().map(Nested)),
            serde_json::Value::Object(map) => {
                serializer.collect_map(map.iter().map(|(key, value)| (key, Nested(value))))
            }
            plain => plain.serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::record::{Field, Kind, Show};
    use super::*;

    fn written(value: Value) -> String {
        let fields = vec![Field { name: "value", kind: Kind::Text, show: Show::Always, nullable: true }];
        let head = Head { schema: "s".to_owned(), context: None, fields, shape: Shape::Item };
        let mut out = Vec::new();
        let mut yaml = Yaml::default();
        yaml.begin(&mut out, &head).expect("a Vec takes everything");
        yaml.row(&mut out, Row { name: String::new(), values: vec![value] }).expect("a Vec takes everything");
        yaml.end(&mut out, &Tail::default()).expect("a Vec takes everything");
        String::from_utf8(out).expect("text")
    }

    fn read(yaml: &str) -> serde_json::Value {
        let mut envelope: serde_json::Value = serde_saphyr::from_str(yaml).expect("YAML");
        envelope["item"]["value"].take()
    }

    proptest! {
        #[test]
        fn any_text_is_read_back_as_it_was_and_moves_no_cursor(text in "[\\x01-\\u{2100}]{0,40}|\\PC{0,20}") {
            let yaml = written(Value::Text(text.clone()));
            prop_assert!(!yaml.contains(|c| is_active(c) && c != '\n'), "{yaml}");
            prop_assert_eq!(read(&yaml), serde_json::Value::String(text));
        }
    }

    #[test]
    fn words_that_yaml_takes_for_something_else_stay_text() {
        for word in [
            "no", "yes", "on", "null", "~", "1e3", "0x1f", "012", "1_000", "-", "? a", "a: b", "# c", " d", "=",
            "12:30:45",
        ] {
            assert_eq!(read(&written(word.into())), word);
        }
    }

    #[test]
    fn what_stands_inside_json_is_escaped_too() {
        let value = serde_json::json!({"a": ["\x1b[2J\u{202e}", {"b": "\u{9b}"}]});
        let yaml = written(value.clone().into());
        assert!(!yaml.contains(|c| is_active(c) && c != '\n'), "{yaml}");
        assert_eq!(read(&yaml), value);
    }
}
