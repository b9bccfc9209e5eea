//! One file a command, a folder for a group. A command gets its arguments and the session, and gives an outcome.

mod answers;
pub mod app;
pub mod backup;
pub mod bench;
pub mod chat;
pub mod check;
pub mod completion;
pub mod config;
pub mod context;
pub mod counter;
pub mod dlq;
pub mod doctor;
mod effect;
pub mod errors;
pub mod export;
mod follow;
pub mod import;
pub mod index;
pub mod job;
mod listing;
pub mod man;
pub mod msg;
pub mod named;
pub mod queue;
pub mod schema;
mod settle;
pub mod top;
pub mod trace;
pub mod verify;
mod version;
pub mod worker;
mod writes;

pub use effect::Effect;

use crate::cli::Command;
use crate::output::Format;
use crate::output::exit::Outcome;
use crate::output::failure::Failure;
use crate::session::Session;

/// Runs a command.
pub fn run(command: Command, session: &mut Session) -> Outcome {
    refuse_formats(&command, session)?;
    session.permit(command.effect())?;
    match command {
        Command::App(command) => app::run(command, session),
        Command::Chat(command) => chat::run(command, session),
        Command::Msg(command) => msg::run(command, session),
        Command::Queue(command) => queue::run(command, session),
        Command::Worker(command) => worker::run(command, session),
        Command::Dlq(command) => dlq::run(command, session),
        Command::Counter(command) => counter::run(command, session),
        Command::Index(command) => index::run(command, session),
        Command::Job(command) => job::run(command, session),
        Command::Verify(args) => verify::run(&args, session),
        Command::Doctor(args) => doctor::run(&args, session),
        Command::Top(args) => top::run(&args, session),
        Command::Trace(command) => trace::run(command, session),
        Command::Check(args) => check::run(&args, session),
        Command::Backup(args) => backup::run(&args, session),
        Command::Restore(args) => backup::run_restore(&args, session),
        Command::Export(args) => export::run(&args, session),
        Command::Import(args) => import::run(&args, session),
        Command::Tui(args) => crate::tui::run(&args, session),
        Command::Bench(command) => bench::run(&command, session),
        Command::Completion(args) => completion::run(&args, session),
        Command::Man(args) => man::run(&args, session),
        Command::Context(command) => context::run(command, session),
        Command::Config(command) => config::run(&command, session),
        Command::Errors(command) => errors::run(&command, session),
        Command::Schema(command) => schema::run(&command, session),
        Command::Version => version::run(session),
    }
}

/// One format is one command's own.
fn refuse_formats(command: &Command, session: &Session) -> Result<(), Failure> {
    if session.global.output == Format::Prometheus && !matches!(command, Command::Check(_)) {
        return Err(Failure::usage("print", "-o prometheus is for `check` only"));
    }
    Ok(())
}
