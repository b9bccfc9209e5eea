//! `chatctl version`: which chatctl this is.

use crate::output::exit::{Done, Outcome};
use crate::output::record::{Column, Kind, Record};
use crate::session::Session;

pub struct Version;

impl Record for Version {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("program", Kind::Word, |_| env!("CARGO_PKG_NAME").into()),
            Column::new("version", Kind::Word, |_| env!("CARGO_PKG_VERSION").into()),
            Column::new("os", Kind::Word, |_| std::env::consts::OS.into()),
            Column::new("arch", Kind::Word, |_| std::env::consts::ARCH.into()),
        ]
    }

    fn name(&self) -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }
}

/// Prints it.
pub fn run(session: &mut Session) -> Outcome {
    session.printer.item("version", &Version)?;
    Ok(Done::All)
}
