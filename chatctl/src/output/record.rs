//! What a command has to show: records with named columns. One list of columns a type serves every format, so that no
//! format can know a field that another lacks. Knows no format.

use chat_shared::clock::Timestamp;
use serde::{Serialize, Serializer};

/// One value of a record.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Absent, or not known.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number with a fraction: a rate, a share.
    Float(f64),
    /// Text, perhaps of a user: shown, never obeyed.
    Text(String),
    /// A moment.
    Time(Timestamp),
    /// Something with an inside of its own.
    Json(serde_json::Value),
}

/// What a column holds, and by that how a table shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An identity or a word: never cut.
    Word,
    /// Free text: cut where the terminal is too narrow.
    Text,
    /// Yes or no.
    Flag,
    /// A whole number: to the right.
    Number,
    /// A number with a fraction, a rate or a share: to the right.
    Fraction,
    /// Milliseconds: a table shows `2m11s`.
    Millis,
    /// Bytes: a table shows `1.2 MiB`.
    Bytes,
    /// A moment.
    Time,
    /// A word that is good, doubtful or bad: coloured where colours are wanted.
    State,
}

/// Which tables show a column. The data formats always hold every column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// Every table.
    Always,
    /// `-o wide` only.
    Wide,
    /// No table, unless `--columns` names it.
    Asked,
}

/// A column as the formats see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// `snake_case`; the key in JSON, the header in CSV, the name that `--columns` and `--sort` take.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Which tables show it.
    pub show: Show,
    /// Whether it may be absent: `null` in JSON.
    pub nullable: bool,
}

impl Field {
    /// What stands above it in a table, where the unit stands with each value: `OLDEST` for `oldest_ms`.
    #[must_use]
    pub fn title(&self) -> String {
        let bare = match self.kind {
            Kind::Millis => self.name.strip_suffix("_ms"),
            Kind::Bytes => self.name.strip_suffix("_bytes"),
            Kind::Time => self.name.strip_suffix("_at"),
            _ => None,
        };
        bare.unwrap_or(self.name).to_uppercase()
    }

    /// Whether `--columns` and `--sort` mean it by `name`: its name, or its title in a table.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        self.name == name || self.title().eq_ignore_ascii_case(name)
    }
}

/// A column of records of type `T`.
#[derive(Debug)]
pub struct Column<T> {
    /// Its name and kind.
    pub field: Field,
    /// Its value in a record.
    pub value: fn(&T) -> Value,
    /// What its values are in JSON where they have an inside of their own.
    pub inside: Option<fn() -> serde_json::Value>,
}

impl<T> Column<T> {
    /// A column that every table shows.
    pub fn new(name: &'static str, kind: Kind, value: fn(&T) -> Value) -> Self {
        Self { field: Field { name, kind, show: Show::Always, nullable: false }, value, inside: None }
    }

    /// The same, in wide tables only.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.field.show = Show::Wide;
        self
    }

    /// The same, in no table unless it is asked for.
    #[must_use]
    pub fn asked(mut self) -> Self {
        self.field.show = Show::Asked;
        self
    }

    /// The same, where there may be no value.
    #[must_use]
    pub fn or_null(mut self) -> Self {
        self.field.nullable = true;
        self
    }

    /// The same, whose values have an inside with this JSON Schema.
    #[must_use]
    pub fn inside(mut self, schema: fn() -> serde_json::Value) -> Self {
        self.inside = Some(schema);
        self
    }
}

/// Something that can be listed.
pub trait Record: Sized {
    /// All columns, in the order in which they are shown.
    fn columns() -> Vec<Column<Self>>;

    /// What `-o name` prints: the argument by which other commands take this thing.
    fn name(&self) -> String;
}

/// A record taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// See [`Record::name`].
    pub name: String,
    /// One value a selected column.
    pub values: Vec<Value>,
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Int(number.into())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<u64> for Value {
    /// Nothing that is counted here comes near 2^63; what does is shown as 2^63 − 1.
    fn from(number: u64) -> Self {
        Self::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Float(number)
    }
}

impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        Self::Time(at)
    }
}

impl Value {
    /// Whatever has a JSON form.
    pub fn json<T: Serialize>(value: &T) -> Self {
        Self::Json(serde_json::to_value(value).unwrap_or_default())
    }

    /// The word that an enum is written as.
    pub fn word<T: Serialize>(value: &T) -> Self {
        match serde_json::to_value(value) {
            Ok(serde_json::Value::String(word)) => Self::Text(word),
            Ok(serde_json::Value::Null) | Err(_) => Self::Null,
            Ok(other) => Self::Json(other),
        }
    }
}

impl From<u16> for Value {
    fn from(number: u16) -> Self {
        Self::Int(number.into())
    }
}

impl From<serde_json::Value> for Value {
    fn from(value: serde_json::Value) -> Self {
        Self::Json(value)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(yes) => serializer.serialize_bool(*yes),
            Self::Int(number) => serializer.serialize_i64(*number),
            Self::Float(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Time(at) => at.serialize(serializer),
            Self::Json(value) => value.serialize(serializer),
        }
    }
}
