//! The command line: what can be asked of the binary, and who does it. Knows neither adapters nor HTTP.

mod args;
mod serve;

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Context as _;
use chat_shared::config::{self, Config, Environment, Loaded, Problems};
use clap::Parser as _;
use tokio::runtime::Runtime;

pub use args::{Cli, Command, ConfigCommand};

use crate::data_dir::Held;
use crate::lifecycle::Exit;
use crate::node::NotAlone;
use crate::{app, healthcheck};

/// The whole program.
#[must_use]
pub fn main() -> ExitCode {
    // A wrong command line ends here, with clap's message and exit code 2.
    let cli = Cli::parse();
    let environment = Environment::of_process();
    let exit = match execute(&cli, &environment, &mut io::stdout().lock()) {
        Ok(exit) => exit,
        // Nobody reads any more: that is no failure.
        Err(error) if is_closed_pipe(&error) => Exit::Clean,
        Err(error) => {
            // Whatever else can fail says what it was doing.
            let bare = error.is::<io::Error>();
            let error = if bare { error.context("cannot write to standard output") } else { error };
            // Standard error may be closed too.
            let _ = writeln!(io::stderr(), "chatd: {error:#}");
            exit_of(&error)
        }
    };
    exit.into()
}

/// Does what the command line asks for. Data goes to `out`; messages go to standard error.
///
/// # Errors
///
/// With the whole reason; [`exit_of`] gives the exit code.
pub fn execute(cli: &Cli, environment: &Environment, out: &mut impl Write) -> anyhow::Result<Exit> {
    let load = || config::load(environment, &cli.flags.to_config());
    match &cli.command {
        None | Some(Command::Serve) => return serve::serve(load()?, environment),
        Some(Command::Migrate) => {
            let done = runtime()?.block_on(app::migrate(&load()?.config))?;
            writeln!(out, "{done}")?;
        }
        Some(Command::Config { command }) => configuration(command, load, out)?,
        Some(Command::Openapi) => writeln!(out, "{}", app::openapi()?)?,
        Some(Command::Healthcheck) => return health(&load()?.config, out),
        Some(Command::Version) => writeln!(out, "chatd {}", env!("CARGO_PKG_VERSION"))?,
    }
    Ok(Exit::Clean)
}

fn configuration(
    command: &ConfigCommand,
    load: impl FnOnce() -> Result<Loaded, Problems>,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    match command {
        ConfigCommand::Check => {
            let loaded = load()?;
            writeln!(out, "the configuration is valid")?;
            for warning in &loaded.warnings {
                writeln!(out, "  warning: {warning}")?;
            }
        }
        ConfigCommand::Show { origin } => out.write_all(load()?.show(*origin).as_bytes())?,
        ConfigCommand::Example => out.write_all(config::example().as_bytes())?,
    }
    Ok(())
}

/// 0 or 1 and nothing else: container engines know no other answer.
fn health(config: &Config, out: &mut impl Write) -> anyhow::Result<Exit> {
    match runtime()?.block_on(healthcheck::check(config)) {
        Ok(line) => writeln!(out, "{line}").map(|()| Exit::Clean),
        Err(error) => writeln!(out, "{error:#}").map(|()| Exit::Failed),
    }
    .context("cannot tell")
}

fn runtime() -> anyhow::Result<Runtime> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.enable_all().thread_name("chatd").build().context("cannot start the runtime")
}

/// The exit code of an error.
#[must_use]
pub fn exit_of(error: &anyhow::Error) -> Exit {
    if error.chain().any(<dyn Error>::is::<Problems>) {
        Exit::Usage
    } else if error.chain().any(|cause| cause.is::<Held>() || cause.is::<NotAlone>()) {
        Exit::Held
    } else {
        Exit::Failed
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let pipe = |cause: &io::Error| cause.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| cause.downcast_ref().is_some_and(pipe))
}

#[cfg(test)]
mod tests;
