//! `chatctl errors`: every error code, what it means and what to do about it. From the same tables that errors are made
//! of.

use chat_shared::api::codes::Code;
use clap::Subcommand;

use crate::backend::kind_of_status;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::record::{Column, Kind as Holds, Record};
use crate::session::Session;

/// `chatctl errors`
#[derive(Debug, Subcommand)]
pub enum ErrorsCommand {
    /// List every error code
    #[command(visible_alias = "list")]
    Ls,
    /// Say what an error code means and what to do about it
    Explain {
        /// The code, as it stands in the error
        code: String,
    },
}

/// The codes that are chatctl's own; whatever chatd answers has its own code.
const OWN: [(&str, Kind, &str, &str); 25] = [
    ("failed", Kind::Failed, "The command failed", "The message says why"),
    ("usage", Kind::Usage, "The line or the configuration is wrong", "`--help` after any command shows its form"),
    ("not_found", Kind::NotFound, "What was named does not exist", "The `ls` command of its kind lists what there is"),
    ("ambiguous_name", Kind::Conflict, "Several applications have the name", "Name the application by its token"),
    (
        "conflict",
        Kind::Conflict,
        "Something else is there already, or has changed since",
        "Look again, then repeat the command",
    ),
    (
        "unavailable",
        Kind::Unavailable,
        "chatd or a backend does not answer",
        "Start chatd, or name its address with --api, --data or --context",
    ),
    ("timeout", Kind::Timeout, "No answer came in time", "Wait longer with --timeout; look at /readyz"),
    (
        "confirmation_required",
        Kind::Unconfirmed,
        "The act needs a confirmation and there is nobody to ask",
        "Add --yes, or --confirm=NAME where the act cannot be taken back",
    ),
    ("declined", Kind::Declined, "The confirmation was declined", "Nothing was done"),
    ("interrupted", Kind::Interrupted, "SIGINT ended the command", "Repeat it; long work goes on where it ended"),
    ("terminated", Kind::Terminated, "SIGTERM ended the command", "Repeat it; long work goes on where it ended"),
    ("dead", Kind::Failed, "What was accepted can never be persisted", "`chatctl dlq ls` shows it with the reason"),
    ("job_failed", Kind::Failed, "A job ended by an error", "`chatctl job get` shows it"),
    ("job_cancelled", Kind::Failed, "An operator ended the job", "Start another"),
    (
        "bad_line",
        Kind::Failed,
        "A line of an import cannot be taken",
        "Mend the line, or leave such lines out with --on-error skip",
    ),
    (
        "state_mismatch",
        Kind::Conflict,
        "The state file of an import belongs to another file or another chatd",
        "Delete the state file to import everything anew",
    ),
    (
        "backup_damaged",
        Kind::Failed,
        "A backup is not what its checksums say",
        "Fetch the file anew, or restore another one",
    ),
    (
        "backup_newer",
        Kind::Failed,
        "A backup was made by a newer version",
        "Restore it with the chatctl that made it, or a later one",
    ),
    (
        "read_only",
        Kind::Unconfirmed,
        "Nothing may be changed in this context",
        "Use another context; what would be done is shown by --dry-run here too",
    ),
    (
        "plan_stale",
        Kind::Conflict,
        "Everything that a plan is about has changed since it was made",
        "Make a new one: chatctl counter plan, or chatctl verify --plan",
    ),
    (
        "nothing_lost",
        Kind::Conflict,
        "No number that the counter gave is known to be lost: there is nothing to give up",
        "`chatctl counter explain` says what is thought of it",
    ),
    ("not_direct", Kind::Usage, "Only chatd does this, not chatctl by itself", "Leave --direct out"),
    (
        "data_folder_held",
        Kind::Conflict,
        "A change without chatd found the data folder held by another process",
        "Leave --direct out, so that chatd does it; or stop it first",
    ),
    (
        "other_version",
        Kind::Failed,
        "chatd is older or newer than this chatctl, and they do not understand each other here",
        "Use the chatctl that came with this chatd",
    ),
    ("confirmation_mismatch", Kind::Declined, "--confirm names something else", "Name exactly what the act is about"),
];

pub struct Explained {
    code: &'static str,
    from: &'static str,
    status: Option<u32>,
    exit: u32,
    retryable: bool,
    meaning: &'static str,
    remedy: &'static str,
}

impl Explained {
    fn all() -> Vec<Self> {
        let api = Code::ALL.iter().map(|code| {
            let row = code.row();
            let kind = kind_of_status(row.status);
            Self {
                code: row.name,
                from: "chatd",
                status: Some(row.status.into()),
                exit: u32::from(kind.exit() as u8),
                retryable: row.retryable,
                meaning: row.meaning,
                remedy: row.remedy,
            }
        });
        let own = OWN.iter().map(|(code, kind, meaning, remedy)| Self {
            code,
            from: "chatctl",
            status: None,
            exit: u32::from(kind.exit() as u8),
            retryable: matches!(kind, Kind::Unavailable | Kind::Timeout),
            meaning,
            remedy,
        });
        own.chain(api).collect()
    }
}

impl Record for Explained {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("code", Holds::Word, |row: &Self| row.code.into()),
            Column::new("from", Holds::Word, |row| row.from.into()),
            Column::new("status", Holds::Number, |row: &Self| row.status.into()).or_null(),
            Column::new("exit", Holds::Number, |row| row.exit.into()),
            Column::new("retryable", Holds::Flag, |row| row.retryable.into()),
            Column::new("meaning", Holds::Text, |row| row.meaning.into()),
            Column::new("remedy", Holds::Text, |row: &Self| row.remedy.into()).wide(),
        ]
    }

    fn name(&self) -> String {
        self.code.to_owned()
    }
}

/// Runs it.
pub fn run(command: &ErrorsCommand, session: &mut Session) -> Outcome {
    match command {
        ErrorsCommand::Ls => {
            let mut list = session.printer.list("errors.list")?;
            for row in Explained::all() {
                list.push(&row)?;
            }
            list.finish()?;
        }
        ErrorsCommand::Explain { code } => {
            let all = Explained::all();
            let found = all.iter().find(|row| row.code == code).ok_or_else(|| unknown(code, &all))?;
            session.printer.item("errors.explain", found)?;
        }
    }
    Ok(Done::All)
}

fn unknown(code: &str, all: &[Explained]) -> Failure {
    let near = all.iter().map(|row| (strsim::jaro(row.code, code), row.code)).max_by(|a, b| a.0.total_cmp(&b.0));
    let failure =
        Failure::new(Kind::NotFound, format!("explain the error `{code}`")).because("there is no such error code");
    match near {
        Some((likeness, near)) if likeness > 0.7 => failure.hint(format!("did you mean `{near}`?")),
        _ => failure.hint("`chatctl errors ls` lists them"),
    }
}
