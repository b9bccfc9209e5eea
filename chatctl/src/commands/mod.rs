//! One file a command, a folder for a group. A command gets its arguments and the session, and gives an outcome.

pub mod app;
pub mod chat;
pub mod completion;
pub mod context;
pub mod errors;
pub mod export;
pub mod import;
mod listing;
pub mod msg;
mod named;
mod version;
mod writes;

use crate::cli::Command;
use crate::output::exit::Outcome;
use crate::session::Session;

/// Runs a command.
pub fn run(command: Command, session: &mut Session) -> Outcome {
    match command {
        Command::App(command) => app::run(command, session),
        Command::Chat(command) => chat::run(command, session),
        Command::Msg(command) => msg::run(command, session),
        Command::Completion(args) => completion::run(&args, session),
        Command::Context(command) => context::run(&command, session),
        Command::Errors(command) => errors::run(&command, session),
        Command::Export(args) => export::run(&args, session),
        Command::Import(args) => import::run(args, session),
        Command::Version => version::run(session),
    }
}
