//! The one language in which operators say which things they mean: `kind=create_message and reason~deadlock and age<2h`.
//! The same text on the command line, over HTTP and in views. Knows no thing: each says which fields it has.

mod parse;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::fmt;

pub use parse::QueryError;

use crate::clock::Timestamp;

/// A field that may be asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Another name that it answers to; the same where it has none.
    pub alias: &'static str,
    /// What it holds.
    pub holds: Holds,
}

/// What a field holds, and by that what it is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Text: `=` and `!=` are exact, `~` and `!~` look for a part of it, whatever its case.
    Text,
    /// A whole number.
    Number,
    /// A moment, as RFC 3339.
    Time,
    /// How long a moment is ago: `90s`, `2h`, `1h30m`, `3d`.
    Age,
    /// `true` or `false`.
    Flag,
}

/// How a field is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// `=`
    Is,
    /// `!=`
    IsNot,
    /// `<`
    Below,
    /// `<=`
    AtMost,
    /// `>`
    Above,
    /// `>=`
    AtLeast,
    /// `~`
    Contains,
    /// `!~`
    Lacks,
}

impl Op {
    const ALL: [(&'static str, Self); 8] = [
        ("!=", Self::IsNot),
        ("!~", Self::Lacks),
        ("<=", Self::AtMost),
        (">=", Self::AtLeast),
        ("=", Self::Is),
        ("<", Self::Below),
        (">", Self::Above),
        ("~", Self::Contains),
    ];

    fn is_for_text(self) -> bool {
        matches!(self, Self::Is | Self::IsNot | Self::Contains | Self::Lacks)
    }

    fn is_denial(self) -> bool {
        matches!(self, Self::IsNot | Self::Lacks)
    }

    fn holds<T: Ord + ?Sized>(self, found: &T, wanted: &T) -> bool {
        match self {
            Self::Is => found == wanted,
            Self::IsNot => found != wanted,
            Self::Below => found < wanted,
            Self::AtMost => found <= wanted,
            Self::Above => found > wanted,
            Self::AtLeast => found >= wanted,
            Self::Contains | Self::Lacks => false,
        }
    }
}

impl fmt::Display for Op {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = Self::ALL.iter().find(|(_, op)| op == self).map_or("=", |(sign, _)| sign);
        f.write_str(sign)
    }
}

/// What a field is compared with, read as what the field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Wanted {
    Text(String),
    Number(i64),
    Time(Timestamp),
    Age(i64),
    Flag(bool),
}

/// What a thing has in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found<'a> {
    /// Nothing: only denials hold of it.
    Nothing,
    /// Text.
    Text(Cow<'a, str>),
    /// A number.
    Number(i64),
    /// A moment; of a field that holds an age, the one that it is counted from.
    Time(Timestamp),
    /// Yes or no.
    Flag(bool),
}

/// A thing that can be asked about.
pub trait Fields {
    /// What it has in the field of this name, which is one of its table's.
    fn field(&self, name: &str) -> Found<'_>;

    /// Whether a bare word stands anywhere in what people would look through; `word` is in lower case.
    fn mentions(&self, word: &str) -> bool;
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Expr {
    All(Vec<Expr>),
    Any(Vec<Expr>),
    Not(Box<Expr>),
    Compare { field: Field, op: Op, text: String, wanted: Wanted },
    Word(String),
}

/// A query that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query(Expr);

impl Query {
    /// Understands `text` about things with these fields.
    pub fn parse(text: &str, fields: &'static [Field]) -> Result<Self, QueryError> {
        parse::parse(text, fields).map(Self)
    }

    /// Whether a thing is meant, as of `now`.
    #[must_use]
    pub fn takes(&self, thing: &dyn Fields, now: Timestamp) -> bool {
        takes(&self.0, thing, now)
    }
}

fn takes(expr: &Expr, thing: &dyn Fields, now: Timestamp) -> bool {
    match expr {
        Expr::All(all) => all.iter().all(|one| takes(one, thing, now)),
        Expr::Any(any) => any.iter().any(|one| takes(one, thing, now)),
        Expr::Not(inner) => !takes(inner, thing, now),
        Expr::Word(word) => thing.mentions(&word.to_lowercase()),
        Expr::Compare { field, op, wanted, .. } => compare(&thing.field(field.name), *op, wanted, now),
    }
}

fn compare(found: &Found<'_>, op: Op, wanted: &Wanted, now: Timestamp) -> bool {
    match (found, wanted) {
        (Found::Text(found), Wanted::Text(wanted)) => match op {
            Op::Contains => found.to_lowercase().contains(&wanted.to_lowercase()),
            Op::Lacks => !found.to_lowercase().contains(&wanted.to_lowercase()),
            op => op.holds(found.as_ref(), wanted.as_str()),
        },
        (Found::Number(found), Wanted::Number(wanted)) => op.holds(found, wanted),
        (Found::Time(found), Wanted::Time(wanted)) => op.holds(found, wanted),
        (Found::Time(found), Wanted::Age(wanted)) => {
            op.holds(&now.as_millis().saturating_sub(found.as_millis()), wanted)
        }
        (Found::Flag(found), Wanted::Flag(wanted)) => op.holds(found, wanted),
        _ => op.is_denial(),
    }
}

/// As it would be written: it is understood as the same again.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_expr(&self.0, f)
    }
}

fn write_expr(expr: &Expr, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match expr {
        Expr::All(parts) => write_parts(parts, " and ", f),
        Expr::Any(parts) => write_parts(parts, " or ", f),
        Expr::Not(inner) => {
            f.write_str("not (")?;
            write_expr(inner, f)?;
            f.write_str(")")
        }
        Expr::Compare { field, op, text, .. } => write!(f, "{}{op}{}", field.name, quoted(text)),
        Expr::Word(word) => f.write_str(&quoted(word)),
    }
}

fn write_parts(parts: &[Expr], between: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            f.write_str(between)?;
        }
        let grouped = matches!(part, Expr::All(_) | Expr::Any(_));
        f.write_str(if grouped { "(" } else { "" })?;
        write_expr(part, f)?;
        f.write_str(if grouped { ")" } else { "" })?;
    }
    Ok(())
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
