//! `chatctl dlq edit`: another text for a parked entry, from the line, a file, or an editor on a terminal.

use std::fs::OpenOptions;
use std::io::{IsTerminal as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use chat_shared::api::types::admin::{DeadLetterDetail, EditDeadLetter, EntryBody};
use chat_shared::queue::Job;
use clap::Args;

use super::Detail;
use crate::backend::Operator;
use crate::commands::msg::text;
use crate::files::{unreadable, unwritable};
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::session::{Session, env};

/// The editor where none is named.
const USUAL: &str = "vi";

const DOING: &str = "edit the dead letter";

/// `chatctl dlq edit`
#[derive(Debug, Args)]
pub struct EditArgs {
    /// Its id
    id: i64,
    /// The message's new content
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["title", "file"])]
    content: Option<String>,
    /// The chat's new title, or the application's new name
    #[arg(long, value_name = "TEXT", conflicts_with = "file")]
    title: Option<String>,
    /// Take the new text from this file; `-` is standard input
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
}

/// Which of its texts an entry has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// A message's content.
    Content(String),
    /// A chat's title, or an application's name.
    Title(String),
}

impl Text {
    /// The one of what an entry says; nothing where it has none.
    #[must_use]
    pub fn of(entry: &EntryBody) -> Option<Self> {
        match &entry.job {
            Job::CreateMessage { content, .. } | Job::UpdateMessage { content } => Some(Self::Content(content.clone())),
            Job::CreateChat { title } => Some(Self::Title(title.clone().unwrap_or_default())),
            Job::UpdateChat { title } => Some(Self::Title(title.clone())),
            Job::UpdateApplication { name } => Some(Self::Title(name.clone())),
            _ => None,
        }
    }

    /// Its words.
    #[must_use]
    pub fn words(&self) -> &str {
        let (Self::Content(words) | Self::Title(words)) = self;
        words
    }

    /// The same text with other words, as it is asked for.
    #[must_use]
    pub fn changed(&self, words: String) -> EditDeadLetter {
        match self {
            Self::Content(_) => EditDeadLetter { content: Some(words), ..EditDeadLetter::default() },
            Self::Title(_) => EditDeadLetter { title: Some(words), ..EditDeadLetter::default() },
        }
    }
}

/// Runs it.
pub async fn run(operator: &dyn Operator, session: &mut Session, args: &EditArgs) -> Outcome {
    let dry_run = session.global.dry_run;
    let edit = match (&args.content, &args.title) {
        (None, None) => {
            let letter = operator.dead_letter(args.id).await?;
            given(args, &letter, session.global.no_input)?
        }
        (content, title) => EditDeadLetter { content: content.clone(), title: title.clone(), dry_run },
    };
    let edited = operator.edit_dead_letter(args.id, &EditDeadLetter { dry_run, ..edit }).await?;
    session.printer.item("dlq.edit", &Detail(edited))?;
    Ok(Done::All)
}

fn given(args: &EditArgs, letter: &DeadLetterDetail, no_input: bool) -> Result<EditDeadLetter, Failure> {
    let before = letter.entry.as_ref().and_then(Text::of).ok_or_else(|| {
        Failure::usage(DOING, "it has no text that could be changed").hint("`chatctl dlq get` shows what it says")
    })?;
    let old = before.words();
    let new = match &args.file {
        Some(file) => text::of_file(file)?,
        None if !no_input && std::io::stdin().is_terminal() && std::io::stdout().is_terminal() => in_editor(old)?,
        None => {
            return Err(Failure::usage(DOING, "what is it to say?")
                .hint("give --content, --title or --file; an editor is opened on a terminal only"));
        }
    };
    if new == old {
        return Err(Failure::new(Kind::Declined, DOING).because("nothing was changed"));
    }
    Ok(before.changed(new))
}

/// Opens the user's editor on a file of its own, that only this user may read.
fn in_editor(old: &str) -> Result<String, Failure> {
    let path = std::env::temp_dir().join(format!("chatctl-dlq-{}.txt", std::process::id()));
    let edited = write(&path, old).and_then(|()| open(&path)).and_then(|()| text::of_file(&path));
    // Where it cannot be removed it is nobody else's to read.
    let _ = std::fs::remove_file(&path);
    edited
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| unwritable(format!("write {}", path.display()), &error))
}

fn open(path: &Path) -> Result<(), Failure> {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(env).find(|editor| !editor.trim().is_empty());
    let named = named.unwrap_or_else(|| USUAL.to_owned());
    let mut words = named.split_whitespace();
    let program = words.next().unwrap_or(USUAL);
    let doing = format!("edit with `{program}`");
    let status = Command::new(program).args(words).arg(path).status();
    match status.map_err(|error| unreadable(doing.clone(), &error).hint("name an editor in VISUAL or EDITOR"))? {
        status if status.success() => Ok(()),
        status => Err(Failure::new(Kind::Declined, doing).because(format!("it ended with {status}"))),
    }
}
