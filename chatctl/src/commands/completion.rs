//! `chatctl completion SHELL`: what the shell needs to complete chatctl's lines.

use clap::Args;
use clap_complete::Shell;
use clap_complete::env::Shells;

use crate::complete;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind as Fails};
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
pub struct Script {
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
    let script = script(args.shell)?;
    if session.printer.format().is_table() {
        session.printer.raw(&script)?;
    } else {
        let script = String::from_utf8_lossy(&script).into_owned();
        session.printer.item("completion", &Script { shell: args.shell.to_string(), script })?;
    }
    Ok(Done::All)
}

/// A file of the `fpath` is read with the first tab, which would go unanswered without this.
const ZSH_AUTOLOADED: &[u8] = b"[[ $funcstack[1] = _chatctl ]] && _clap_dynamic_completer_chatctl \"$@\"\n";

/// The script asks this program at every key, so that it knows the values of today's server and context.
fn script(shell: Shell) -> Result<Vec<u8>, Failure> {
    let mut script = Vec::new();
    let failed = |why: String| Failure::new(Fails::Failed, format!("write the script for {shell}")).because(why);
    Shells::builtins()
        .completer(&shell.to_string())
        .ok_or_else(|| failed("nothing is known of this shell".to_owned()))?
        .write_registration(complete::VARIABLE, "chatctl", "chatctl", "chatctl", &mut script)
        .map_err(|error| failed(error.to_string()))?;
    if shell == Shell::Zsh {
        script.extend_from_slice(ZSH_AUTOLOADED);
    }
    Ok(script)
}
