//! `chatctl dlq`: dead letters, that is what was accepted and could never be persisted.

pub mod bulk;
pub mod carry;
pub mod edit;

use std::path::PathBuf;

use chat_shared::api::types::admin::{
    DeadLetter, DeadLetterDetail, DeadLetterError, DeadLettersQuery, EntryBody, RawPayload, SelectDeadLetters,
};
use chat_shared::ops::DEAD_LETTER_FIELDS;
use chat_shared::ops::query::Query;
use clap::{Args, Subcommand};

use super::job::FollowArgs;
use super::listing;
use crate::backend::{Ask, Batch, Operator};
use crate::output::exit::{Done, Outcome};
use crate::output::failure::Failure;
use crate::output::record::{Column, Kind as Holds, Record, Value};
use crate::output::schema::inside;
use crate::output::sink::Page;
use crate::runtime::block_on;
use crate::session::Session;

/// `chatctl dlq`
#[derive(Debug, Subcommand)]
pub enum DlqCommand {
    /// List dead letters
    #[command(visible_alias = "list")]
    Ls {
        #[command(flatten)]
        which: WhichArgs,
        /// Resolved ones too
        #[arg(long)]
        resolved: bool,
        #[command(flatten)]
        cursor: listing::CursorArg,
    },
    /// Show a dead letter with what it says
    Get {
        /// Its id
        id: i64,
    },
    /// Group dead letters by what went wrong, the most frequent first
    Errors {
        #[command(flatten)]
        which: WhichArgs,
        /// Resolved ones too
        #[arg(long)]
        resolved: bool,
    },
    /// Try dead letters again: some by their ids, those of a kind or query, or with --all all
    Retry(BulkArgs),
    /// Say that nothing more is to be done about dead letters; their tombstones stay
    Drop(BulkArgs),
    /// Change what a parked entry says, with its number and ids kept: in an editor, unless the text is given
    Edit(edit::EditArgs),
    /// Write dead letters to a file, with everything that is needed to park them again
    Export(carry::ExportArgs),
    /// Park the entries of a file that `export` has written; those that are dead letters already are left alone
    Import {
        /// The file; `-` is standard input
        file: PathBuf,
    },
}

/// Which dead letters, where not by their ids.
#[derive(Debug, Clone, Default, Args)]
pub struct WhichArgs {
    /// Only this kind, for instance `create_message`
    #[arg(long)]
    kind: Option<String>,
    /// Only those that this query takes, such as `reason~deadlock and age<2h`
    #[arg(long, value_parser = query)]
    query: Option<String>,
}

impl WhichArgs {
    fn select(&self, resolved: bool) -> SelectDeadLetters {
        SelectDeadLetters { kind: self.kind.clone(), query: self.query.clone(), resolved }
    }
}

/// What is not understood is said before anything is asked of chatd.
fn query(text: &str) -> Result<String, String> {
    Query::parse(text, DEAD_LETTER_FIELDS).map(|_| text.to_owned()).map_err(|error| error.to_string())
}

/// `chatctl dlq retry` and `drop`
#[derive(Debug, Args)]
pub struct BulkArgs {
    /// Their ids
    #[arg(conflicts_with_all = ["kind", "query", "all"])]
    ids: Vec<i64>,
    #[command(flatten)]
    which: WhichArgs,
    /// At most so many a second
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    rate: Option<u32>,
    #[command(flatten)]
    follow: FollowArgs,
}

impl BulkArgs {
    /// Whether they are named one by one.
    pub fn names_some(&self) -> bool {
        !self.ids.is_empty()
    }
}

impl Record for DeadLetter {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("id", Holds::Number, |letter: &Self| letter.id.into()),
            Column::new("kind", Holds::Word, |letter| (&letter.kind).into()),
            Column::new("key", Holds::Word, |letter: &Self| letter.key.clone().into()).or_null(),
            Column::new("number", Holds::Number, |letter| letter.number.into()),
            Column::new("attempts", Holds::Number, |letter| letter.attempts.into()),
            Column::new("first_at", Holds::Time, |letter: &Self| letter.first_at.into()).wide(),
            Column::new("last_at", Holds::Time, |letter| letter.last_at.into()),
            Column::new("resolved_at", Holds::Time, |letter: &Self| letter.resolved_at.into()).or_null().wide(),
            Column::new("entry_id", Holds::Word, |letter: &Self| letter.entry_id.to_string().into()).wide(),
            Column::new("partition", Holds::Number, |letter: &Self| letter.partition.into()).wide(),
            Column::new("reason", Holds::Text, |letter| (&letter.reason).into()),
        ]
    }

    fn name(&self) -> String {
        self.id.to_string()
    }
}

/// A dead letter with what it says: the columns of the list, and the entry.
pub struct Detail(pub DeadLetterDetail);

impl Record for Detail {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("id", Holds::Number, |one: &Self| one.0.dead_letter.id.into()),
            Column::new("kind", Holds::Word, |one| (&one.0.dead_letter.kind).into()),
            Column::new("key", Holds::Word, |one: &Self| one.0.dead_letter.key.clone().into()).or_null(),
            Column::new("number", Holds::Number, |one| one.0.dead_letter.number.into()),
            Column::new("attempts", Holds::Number, |one| one.0.dead_letter.attempts.into()),
            Column::new("first_at", Holds::Time, |one| one.0.dead_letter.first_at.into()),
            Column::new("last_at", Holds::Time, |one| one.0.dead_letter.last_at.into()),
            Column::new("resolved_at", Holds::Time, |one: &Self| one.0.dead_letter.resolved_at.into()).or_null(),
            Column::new("entry_id", Holds::Word, |one| one.0.dead_letter.entry_id.to_string().into()),
            Column::new("partition", Holds::Number, |one| one.0.dead_letter.partition.into()),
            Column::new("reason", Holds::Text, |one| (&one.0.dead_letter.reason).into()),
            Column::new("entry", Holds::Text, |one: &Self| one.0.entry.as_ref().map(Value::json).into())
                .or_null()
                .inside(inside::<EntryBody>),
            Column::new("raw", Holds::Text, |one: &Self| one.0.raw.as_ref().map(Value::json).into())
                .or_null()
                .inside(inside::<RawPayload>),
            Column::new("original", Holds::Text, |one: &Self| one.0.original.as_ref().map(Value::json).into())
                .or_null()
                .inside(inside::<EntryBody>),
        ]
    }

    fn name(&self) -> String {
        self.0.dead_letter.id.to_string()
    }
}

impl Record for DeadLetterError {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("count", Holds::Number, |error: &Self| error.count.into()),
            Column::new("kind", Holds::Word, |error| (&error.kind).into()),
            Column::new("first_at", Holds::Time, |error| error.first_at.into()),
            Column::new("last_at", Holds::Time, |error| error.last_at.into()),
            Column::new("example_id", Holds::Number, |error| error.example_id.into()),
            Column::new("reason", Holds::Text, |error: &Self| (&error.reason).into()),
        ]
    }

    fn name(&self) -> String {
        self.example_id.to_string()
    }
}

/// Runs it.
pub fn run(command: DlqCommand, session: &mut Session) -> Outcome {
    let reach = session.backend()?;
    let operator: &dyn Operator = &*reach;
    match command {
        DlqCommand::Ls { which, resolved, cursor } => block_on("list the dead letters", async {
            let (first, which) = (Ask { cursor: cursor.cursor, ..Ask::default() }, &which);
            listing::print(session, "dlq.list", first, |ask| async move {
                let after = ask.cursor.as_deref().map(parse_cursor).transpose()?;
                let WhichArgs { kind, query } = which.clone();
                let query = DeadLettersQuery { after, kind, query, resolved, limit: Some(ask.limit) };
                let page = operator.dead_letters(&query).await?;
                Ok(Batch { items: page.items, next: page.next, degraded: false })
            })
            .await
        }),
        DlqCommand::Get { id } => block_on("show the dead letter", async {
            session.printer.item("dlq.get", &Detail(operator.dead_letter(id).await?))?;
            Ok(Done::All)
        }),
        DlqCommand::Errors { which, resolved } => {
            block_on("group the dead letters", errors(operator, session, &which.select(resolved)))
        }
        DlqCommand::Retry(args) => bulk::run(operator, session, bulk::Doing::Retry, args),
        DlqCommand::Drop(args) => bulk::run(operator, session, bulk::Doing::Drop, args),
        DlqCommand::Edit(args) => block_on("edit the dead letter", edit::run(operator, session, &args)),
        DlqCommand::Export(args) => block_on("export the dead letters", carry::export(operator, session, &args)),
        DlqCommand::Import { file } => block_on("import the dead letters", carry::import(operator, session, &file)),
    }
}

async fn errors(operator: &dyn Operator, session: &mut Session, asked: &SelectDeadLetters) -> Outcome {
    let errors = operator.dead_letter_errors(asked).await?;
    let limit = session.limit().unwrap_or(u64::MAX);
    let mut list = session.printer.list("dlq.errors")?;
    let mut shown = 0;
    for error in errors.items.iter().take(usize::try_from(limit).unwrap_or(usize::MAX)) {
        list.push(error)?;
        shown += error.count;
    }
    if shown < errors.total {
        list.note(format!("{} of {} dead letters are not in these rows", errors.total - shown, errors.total));
    }
    list.set_page(Page { next: None, total: Some(errors.total) });
    list.finish()?;
    Ok(Done::All)
}

fn parse_cursor(cursor: &str) -> Result<i64, Failure> {
    cursor.parse().map_err(|_| Failure::usage("go on with the list", format!("`{cursor}` is no cursor of this list")))
}
