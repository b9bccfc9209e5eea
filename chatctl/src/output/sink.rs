//! What a format does with rows. One sink a format; the rows and the selection of columns are the same for all.

use std::io::{self, Write};

use super::record::{Field, Row};

/// What is known before the first row.
#[derive(Debug, Clone)]
pub struct Head {
    /// `chatctl.<command>/v1`.
    pub schema: String,
    /// Where the data is from; `None` where it is from nowhere.
    pub context: Option<String>,
    /// The selected columns.
    pub fields: Vec<Field>,
    /// One thing, or a list of things.
    pub shape: Shape,
}

/// Whether a result is a list or one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `items`, any number of them.
    List,
    /// `item`, exactly one.
    Item,
}

/// What is known after the last row.
#[derive(Debug, Clone, Default)]
pub struct Tail {
    /// Where the list goes on.
    pub page: Page,
    /// What the caller should know of the answer.
    pub warnings: Vec<String>,
}

/// Where a list goes on.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Page {
    /// What `--cursor` (or `--from`) takes to go on; `None` at the end.
    pub next: Option<String>,
    /// How many there are in all, where that is known.
    pub total: Option<u64>,
}

/// A format at work on one result.
pub trait Sink {
    /// Before the first row.
    fn begin(&mut self, out: &mut dyn Write, head: &Head) -> io::Result<()>;

    /// The next row. May be kept until the end.
    fn row(&mut self, out: &mut dyn Write, row: Row) -> io::Result<()>;

    /// More may come only later: what was kept is to be seen now.
    fn pause(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// After the last row.
    fn end(&mut self, out: &mut dyn Write, tail: &Tail) -> io::Result<()>;
}
