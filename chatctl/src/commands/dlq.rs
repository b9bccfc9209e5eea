//! `chatctl dlq`: dead letters, that is what was accepted and could never be persisted.

use chat_shared::api::types::admin::{
    DeadLetter, DeadLetterDetail, DeadLettersQuery, Operation, RetryDeadLettersParams, StartOperation,
};
use clap::{Args, Subcommand};

use super::job::{self, FollowArgs};
use super::listing;
use crate::backend::{Ask, Batch, Operator};
use crate::output::confirm::Danger;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::record::{Column, Kind as Holds, Record, Value};
use crate::runtime::{ComeBack, block_on, block_on_or};
use crate::session::Session;

/// The most dead letters of one request; the API gives no more.
const MOST_ROWS: u32 = 1_000;

/// `chatctl dlq`
#[derive(Debug, Subcommand)]
pub enum DlqCommand {
    /// List dead letters
    #[command(visible_alias = "list")]
    Ls {
        /// Only this kind, for instance `create_message`
        #[arg(long)]
        kind: Option<String>,
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
    /// Try dead letters again: some by their ids, those of a kind, or with --all all
    Retry(RetryArgs),
}

/// `chatctl dlq retry`
#[derive(Debug, Args)]
pub struct RetryArgs {
    /// Their ids
    #[arg(conflicts_with_all = ["kind", "all"])]
    ids: Vec<i64>,
    /// All of this kind, for instance `create_message`
    #[arg(long)]
    kind: Option<String>,
    /// At most so many a second
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    rate: Option<u32>,
    #[command(flatten)]
    follow: FollowArgs,
}

impl Record for DeadLetter {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("id", Holds::Number, |letter: &Self| letter.id.into()),
            Column::new("kind", Holds::Word, |letter| (&letter.kind).into()),
            Column::new("key", Holds::Word, |letter| letter.key.clone().into()),
            Column::new("number", Holds::Number, |letter| letter.number.into()),
            Column::new("attempts", Holds::Number, |letter| letter.attempts.into()),
            Column::new("first_at", Holds::Time, |letter: &Self| letter.first_at.into()).wide(),
            Column::new("last_at", Holds::Time, |letter| letter.last_at.into()),
            Column::new("resolved_at", Holds::Time, |letter: &Self| letter.resolved_at.into()).wide(),
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
            Column::new("key", Holds::Word, |one| one.0.dead_letter.key.clone().into()),
            Column::new("number", Holds::Number, |one| one.0.dead_letter.number.into()),
            Column::new("attempts", Holds::Number, |one| one.0.dead_letter.attempts.into()),
            Column::new("first_at", Holds::Time, |one| one.0.dead_letter.first_at.into()),
            Column::new("last_at", Holds::Time, |one| one.0.dead_letter.last_at.into()),
            Column::new("resolved_at", Holds::Time, |one| one.0.dead_letter.resolved_at.into()),
            Column::new("entry_id", Holds::Word, |one| one.0.dead_letter.entry_id.to_string().into()),
            Column::new("partition", Holds::Number, |one| one.0.dead_letter.partition.into()),
            Column::new("reason", Holds::Text, |one| (&one.0.dead_letter.reason).into()),
            Column::new("entry", Holds::Text, |one| match &one.0.entry {
                Some(entry) => Value::json(entry),
                None => Value::Null,
            }),
            Column::new("raw", Holds::Text, |one| match &one.0.raw {
                Some(raw) => Value::json(raw),
                None => Value::Null,
            }),
        ]
    }

    fn name(&self) -> String {
        self.0.dead_letter.id.to_string()
    }
}

/// What became of one.
struct Retried {
    id: i64,
    outcome: &'static str,
    reason: Option<String>,
}

impl Record for Retried {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("id", Holds::Number, |one: &Self| one.id.into()),
            Column::new("outcome", Holds::State, |one| one.outcome.into()),
            Column::new("reason", Holds::Text, |one| one.reason.clone().into()),
        ]
    }

    fn name(&self) -> String {
        self.id.to_string()
    }
}

/// Runs it.
pub fn run(command: DlqCommand, session: &mut Session) -> Outcome {
    let http = session.backend()?;
    let operator: &dyn Operator = &http;
    match command {
        DlqCommand::Ls { kind, resolved, cursor } => block_on("list the dead letters", async {
            let (first, kind) = (Ask { cursor: cursor.cursor, ..Ask::default() }, &kind);
            listing::print(session, "dlq.list", first, |ask| async move {
                let after = ask.cursor.as_deref().map(parse_cursor).transpose()?;
                let query = DeadLettersQuery { after, kind: kind.clone(), resolved, limit: Some(ask.limit) };
                let page = operator.dead_letters(&query).await?;
                Ok(Batch { items: page.items, next: page.next, degraded: false })
            })
            .await
        }),
        DlqCommand::Get { id } => block_on("show the dead letter", async {
            session.printer.item("dlq.get", &Detail(operator.dead_letter(id).await?))?;
            Ok(Done::All)
        }),
        DlqCommand::Retry(args) if !args.ids.is_empty() => {
            block_on("retry the dead letters", retry_some(operator, session, &args.ids))
        }
        DlqCommand::Retry(args) => {
            let back = ComeBack::default();
            block_on_or("retry the dead letters", &back, retry_many(operator, session, args, &back))
        }
    }
}

fn parse_cursor(cursor: &str) -> Result<i64, Failure> {
    cursor.parse().map_err(|_| Failure::usage("go on with the list", format!("`{cursor}` is no cursor of this list")))
}

/// Each by itself: what cannot be helped does not stop the others.
async fn retry_some(operator: &dyn Operator, session: &mut Session, ids: &[i64]) -> Outcome {
    let dry_run = session.global.dry_run;
    let mut list = session.printer.list("dlq.retry")?;
    let (mut well, mut unknown) = (0, 0);
    for id in ids {
        let retried = if dry_run { rehearse(operator, *id).await } else { retry(operator, *id).await };
        let retried = match retried {
            Err(failure) if failure.kind == Kind::NotFound => {
                Retried { id: *id, outcome: "not_found", reason: Some(failure.to_string()) }
            }
            retried => retried?,
        };
        well += usize::from(matches!(retried.outcome, "persisted" | "would_retry"));
        unknown += usize::from(retried.outcome == "not_found");
        list.push(&retried)?;
    }
    list.finish()?;
    let doing = "retry the dead letters";
    match well {
        all if all == ids.len() => Ok(Done::All),
        0 if unknown == ids.len() => Err(Failure::new(Kind::NotFound, doing).because("there are none of these ids")),
        0 => Err(Failure::new(Kind::Failed, doing).because("none could be persisted")),
        _ => Ok(Done::Partly),
    }
}

async fn retry(operator: &dyn Operator, id: i64) -> Result<Retried, Failure> {
    let retry = operator.retry_dead_letter(id).await?;
    let outcome = if retry.resolved { "persisted" } else { "failed" };
    Ok(Retried { id, outcome, reason: retry.failure })
}

async fn rehearse(operator: &dyn Operator, id: i64) -> Result<Retried, Failure> {
    let letter = operator.dead_letter(id).await?.dead_letter;
    Ok(Retried { id, outcome: "would_retry", reason: Some(letter.reason) })
}

/// All, or all of a kind: a job that runs in chatd. Shows how many before it asks.
async fn retry_many(operator: &dyn Operator, session: &mut Session, args: RetryArgs, back: &ComeBack) -> Outcome {
    if args.kind.is_none() && !session.global.all {
        return Err(Failure::usage("retry the dead letters", "which ones?").hint("give ids, --kind KIND, or --all"));
    }
    let params = RetryDeadLettersParams { kind: args.kind, rate: args.rate };
    let count = count(operator, params.kind.clone()).await?;
    if session.global.dry_run {
        session.printer.warn(format!("{count} dead letters would be tried again"));
        session.printer.list::<Retried>("dlq.retry")?.finish()?;
        return Ok(Done::All);
    }
    session.confirm(Danger::Moderate, &format!("retry {count} dead letters")).await?;
    let what = StartOperation::retry_dead_letters(&params);
    let job = job::start(operator, session, &what, &args.follow, back).await?;
    job::report(session, "dlq.retry", &job)?;
    of_job(&job)
}

/// The job is done whatever became of the letters; the exit code is about those.
fn of_job(job: &Operation) -> Outcome {
    let count = |field: &str| job.result[field].as_u64().unwrap_or(0);
    match (count("resolved"), count("failed")) {
        (_, 0) => Ok(Done::All),
        (0, _) => Err(Failure::new(Kind::Failed, "retry the dead letters").because("none could be persisted")),
        _ => Ok(Done::Partly),
    }
}

async fn count(operator: &dyn Operator, kind: Option<String>) -> Result<u64, Failure> {
    let mut query = DeadLettersQuery { kind, limit: Some(MOST_ROWS), ..DeadLettersQuery::default() };
    let mut count = 0;
    loop {
        let page = operator.dead_letters(&query).await?;
        count += page.items.len() as u64;
        match page.next.as_deref().map(parse_cursor).transpose()? {
            Some(next) => query.after = Some(next),
            None => return Ok(count),
        }
    }
}
