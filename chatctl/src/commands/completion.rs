//! `chatctl completion SHELL`: what the shell needs to complete chatctl's lines.

use clap::Args;
use clap_complete::Shell;

use crate::cli;
use crate::output::exit::{Done, Outcome};
use crate::output::record::{Column, Kind, Record};
use crate::session::Session;

/// `chatctl completion`
#[derive(Debug, Args)]
pub struct CompletionArgs {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// A script as a record, for the formats that wrap it.
struct Script {
    shell: String,
    script: String,
}

impl Record for Script {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("shell", Kind::Word, |script| (&script.shell).into()),
            Column::new("script", Kind::Text, |script| (&script.script).into()),
        ]
    }

    fn name(&self) -> String {
        self.shell.clone()
    }
}

/// Prints the script; as it is, unless a data format was asked for.
pub fn run(args: &CompletionArgs, session: &mut Session) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut cli::command(), "chatctl", &mut script);
    if session.printer.format().is_table() {
        session.printer.raw(&script)?;
    } else {
        let script = String::from_utf8_lossy(&script).into_owned();
        session.printer.item("completion", &Script { shell: args.shell.to_string(), script })?;
    }
    Ok(Done::All)
}
