//! chatctl: parses the line, runs one command, reports how it went. The binary is three lines on top of it; the tests
//! walk its command tree.

mod backend;
pub mod cli;
mod commands;
mod complete;
mod context;
mod files;
mod output;
mod runtime;
mod session;
mod tui;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use cli::{Cli, Command};
use context::Contexts;
use output::Format;
use output::exit::{Outcome, code_of};
use output::failure::{Failure, Kind};
use session::{Session, Terminal};

/// The published JSON Schemas by name, as `schema show` prints them.
#[must_use]
pub fn schemas() -> Vec<(String, serde_json::Value)> {
    commands::schema::all().into_iter().map(|(name, _, document)| (name, document)).collect()
}

/// Runs the line that this process was called with.
#[must_use]
pub fn run() -> ExitCode {
    complete::answer();
    let args: Vec<OsString> = std::env::args_os().collect();
    let terminal = Terminal::of_this_process();
    match cli::parse(&args, terminal) {
        Ok((cli, given)) => execute(cli, given, terminal),
        Err(error) => refuse(&error, cli::Glance::at(&args), terminal),
    }
}

fn execute(cli: Cli, given: cli::Given, terminal: Terminal) -> ExitCode {
    let checks = matches!(cli.command, Command::Check(_));
    let contexts = Contexts::load(&session::env);
    // What needs no configuration works where it is broken, and helps to mend it.
    let contexts = if cli.command.needs_configuration() { contexts } else { Ok(contexts.unwrap_or_default()) };
    let (mut format, mut colour) = (cli.global.output, terminal.err_colour(cli.global.color));
    let outcome = contexts.and_then(|contexts| {
        let mut session = Session::open(cli.global, given, contexts, terminal);
        (format, colour) = (session.global.output, terminal.err_colour(session.global.color));
        let outcome = commands::run(cli.command, &mut session);
        session.sum_up(&outcome);
        outcome
    });
    match outcome {
        Err(failure) if checks => commands::check::unknown(&failure, format, colour),
        outcome => leave(&outcome, format.is_json(), colour),
    }
}

/// A line that clap does not take: its own words, or the error object. Help and version are answers, not errors.
fn refuse(error: &clap::Error, glance: cli::Glance, terminal: Terminal) -> ExitCode {
    if !error.use_stderr() {
        let printed = error.print().and_then(|()| io::stdout().flush());
        let outcome = printed.map(|()| output::exit::Done::All).map_err(|error| Failure::printing(&error));
        return leave(&outcome, glance.json, terminal.err_colour(glance.color));
    }
    if glance.checks {
        // Monitoring takes clap's 2 for a critical state, and shows the first line of standard output.
        let _ = error.print();
        if glance.plain {
            return commands::check::unknown(&misunderstood(&error.render().to_string()), Format::Table, false);
        }
        return ExitCode::from(output::exit::Verdict::Unknown as u8);
    }
    if glance.json {
        return leave(&Err(misunderstood(&error.render().to_string())), true, false);
    }
    // Where standard error is closed the code still says it.
    let _ = error.print();
    output::exit::Exit::Usage.into()
}

/// clap's words as a failure: what is wrong, and the tips as the hint.
fn misunderstood(rendered: &str) -> Failure {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (tips, rest): (Vec<&str>, Vec<&str>) =
        rendered.split("\n\n").partition(|part| part.trim_start().starts_with("tip: "));
    let why = rest.first().copied().unwrap_or_default().trim_start_matches("error: ");
    let failure = Failure::new(Kind::Usage, "understand the line").because(one_line(why));
    match tips.first() {
        Some(tip) => failure.hint(one_line(tip).trim_start_matches("tip: ")),
        None => failure.hint("--help after the command shows what it takes"),
    }
}

fn leave(outcome: &Outcome, as_json: bool, colour: bool) -> ExitCode {
    if let Err(failure) = outcome {
        // Where standard error is closed the code still says it.
        let _ = failure.report(&mut io::stderr().lock(), as_json, colour);
    }
    code_of(outcome).into()
}
