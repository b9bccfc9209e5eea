//! One file a command, a folder for a group. A command gets its arguments and the session, and gives an outcome.

pub mod completion;
pub mod context;
mod version;

use crate::cli::Command;
use crate::output::exit::Outcome;
use crate::session::Session;

/// Runs a command.
pub fn run(command: Command, session: &mut Session) -> Outcome {
    match command {
        Command::Completion(args) => completion::run(&args, session),
        Command::Context(command) => context::run(&command, session),
        Command::Version => version::run(session),
    }
}
