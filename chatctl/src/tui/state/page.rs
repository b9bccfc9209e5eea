//! Rows as the screens hold them, and the parts in which lists come. Any record of the commands becomes rows by its own
//! columns, so that no screen knows a field that the commands lack.

use crate::output::human::{Times, cell};
use crate::output::record::{Field, Kind, Record, Value};

/// A record taken apart: all of its columns, whether shown or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its identity: what selection, marks and acts follow.
    pub id: String,
    /// One value a column.
    pub values: Vec<Value>,
    /// Ranges of its text that a search found, in characters: from the first to the one after the last.
    pub lit: Vec<(u32, u32)>,
}

impl Row {
    /// Of any record.
    pub fn of<T: Record>(record: &T) -> Self {
        let values = T::columns().iter().map(|column| (column.value)(record)).collect();
        Self { id: record.name(), values, lit: Vec::new() }
    }

    /// The value of a column by its name.
    #[must_use]
    pub fn value(&self, fields: &[Field], name: &str) -> Option<&Value> {
        let place = fields.iter().position(|field| field.name == name)?;
        self.values.get(place)
    }

    /// A text of it.
    #[must_use]
    pub fn text(&self, fields: &[Field], name: &str) -> Option<&str> {
        match self.value(fields, name) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// A whole number of it.
    #[must_use]
    pub fn int(&self, fields: &[Field], name: &str) -> Option<i64> {
        match self.value(fields, name) {
            Some(Value::Int(number)) => Some(*number),
            _ => None,
        }
    }

    /// The number of a chat or a message.
    #[must_use]
    pub fn number(&self, fields: &[Field], name: &str) -> Option<u32> {
        self.int(fields, name).and_then(|number| u32::try_from(number).ok())
    }

    /// The whole of it as JSON, as `-o json` prints it.
    #[must_use]
    pub fn json(&self, fields: &[Field]) -> String {
        let value = |value: &Value| serde_json::to_value(value).unwrap_or_default();
        let object: serde_json::Map<_, _> =
            fields.iter().zip(&self.values).map(|(field, found)| (field.name.to_owned(), value(found))).collect();
        serde_json::Value::Object(object).to_string()
    }
}

/// The fields of a record's columns.
pub fn fields<T: Record>() -> Vec<Field> {
    T::columns().iter().map(|column| column.field).collect()
}

/// The column that holds the record's own text, where it has one: the content of a message.
#[must_use]
pub fn is_content(field: &Field) -> bool {
    field.kind == Kind::Text && field.name == "message_content"
}

/// A value as a cell shows it, safe for a terminal.
#[must_use]
pub fn shown(value: &Value, field: &Field, times: Times) -> String {
    super::super::widgets::text::plain(&cell(value, field.kind, times)).into_owned()
}

/// Where a part of a list begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum From {
    /// At its beginning.
    Start,
    /// Where another part ended; opaque.
    Cursor(String),
    /// After this number, in the list's order.
    Past(u32),
    /// It ends before this number, in the list's order.
    UpTo(u32),
    /// It is the last part.
    End,
}

/// A part of a list as it was answered. A view of one thing has one row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Its rows in order.
    pub rows: Vec<Row>,
    /// Where the part before begins, where there is one and that is known.
    pub before: Option<From>,
    /// Where the part after begins, where there is one.
    pub after: Option<From>,
    /// Something to know of it.
    pub note: Option<String>,
}

impl Page {
    /// A list, or one thing, that is whole.
    pub fn whole<T: Record>(records: &[T]) -> Self {
        Self { rows: records.iter().map(Row::of).collect(), ..Self::default() }
    }
}
