//! What every `-f` refuses: formats and orders that need an end.

use crate::output::Format;
use crate::output::failure::Failure;
use crate::session::Session;

/// A list that never ends has no closing bracket, no greatest row and no last line. `doing` goes on after "could not".
pub fn refuse_what_needs_an_end(session: &Session, doing: &'static str) -> Result<(), Failure> {
    match session.global.output {
        Format::Json | Format::Yaml => {
            Err(Failure::usage(doing, "one object cannot hold what never ends").hint("use -o jsonl"))
        }
        _ if session.global.sort.is_some() => Err(Failure::usage(doing, "what never ends cannot be sorted")),
        _ => Ok(()),
    }
}
