//! `chatctl dlq retry` and `drop`: some by their ids at once, or many by a job in chatd.

use chat_shared::api::types::admin::{DeadLettersQuery, Operation, RetryDeadLettersParams, StartOperation};

use super::{BulkArgs, WhichArgs};
use crate::backend::Operator;
use crate::commands::job;
use crate::output::confirm::Danger;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::record::{Column, Kind as Holds, Record};
use crate::runtime::{ComeBack, block_on, block_on_or};
use crate::session::Session;

/// What is done with each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Its entry is persisted late.
    Retry,
    /// Nothing more is to be done about it.
    Drop,
}

impl Doing {
    fn command(self) -> &'static str {
        match self {
            Self::Retry => "dlq.retry",
            Self::Drop => "dlq.drop",
        }
    }

    fn doing(self) -> &'static str {
        match self {
            Self::Retry => "retry the dead letters",
            Self::Drop => "drop the dead letters",
        }
    }

    fn verb(self) -> &'static str {
        match self {
            Self::Retry => "retry",
            Self::Drop => "drop",
        }
    }

    /// What a rehearsal says of one.
    fn would(self) -> &'static str {
        match self {
            Self::Retry => "would_retry",
            Self::Drop => "would_drop",
        }
    }

    fn participle(self) -> &'static str {
        match self {
            Self::Retry => "tried again",
            Self::Drop => "dropped",
        }
    }
}

/// What became of one.
pub struct Retried {
    id: i64,
    outcome: &'static str,
    reason: Option<String>,
}

impl Record for Retried {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("id", Holds::Number, |one: &Self| one.id.into()),
            Column::new("outcome", Holds::State, |one| one.outcome.into()),
            Column::new("reason", Holds::Text, |one: &Self| one.reason.clone().into()).or_null(),
        ]
    }

    fn name(&self) -> String {
        self.id.to_string()
    }
}

/// Runs it.
pub fn run(operator: &dyn Operator, session: &mut Session, what: Doing, args: BulkArgs) -> Outcome {
    if !args.ids.is_empty() {
        return block_on(what.doing(), some(operator, session, what, &args.ids));
    }
    let back = ComeBack::default();
    block_on_or(what.doing(), &back, many(operator, session, what, args, &back))
}

/// Each by itself: what cannot be helped does not stop the others.
async fn some(operator: &dyn Operator, session: &mut Session, what: Doing, ids: &[i64]) -> Outcome {
    let dry_run = session.global.dry_run;
    if what == Doing::Drop && !dry_run {
        session.confirm(Danger::Moderate, &format!("drop {} dead letters", ids.len())).await?;
    }
    let mut list = session.printer.list(what.command())?;
    let (mut well, mut unknown) = (0, 0);
    for id in ids {
        let done = match (dry_run, what) {
            (true, what) => rehearse(operator, what, *id).await,
            (false, Doing::Retry) => retry(operator, *id).await,
            (false, Doing::Drop) => drop(operator, *id).await,
        };
        let done = match done {
            Err(failure) if failure.kind == Kind::NotFound => {
                Retried { id: *id, outcome: "not_found", reason: Some(failure.to_string()) }
            }
            done => done?,
        };
        well += usize::from(!matches!(done.outcome, "failed" | "not_found"));
        unknown += usize::from(done.outcome == "not_found");
        list.push(&done)?;
    }
    list.finish()?;
    match well {
        all if all == ids.len() => Ok(Done::All),
        0 if unknown == ids.len() => {
            Err(Failure::new(Kind::NotFound, what.doing()).because("there are none of these ids"))
        }
        0 => Err(Failure::new(Kind::Failed, what.doing()).because("none could be persisted")),
        _ => Ok(Done::Partly),
    }
}

async fn retry(operator: &dyn Operator, id: i64) -> Result<Retried, Failure> {
    let retry = operator.retry_dead_letter(id).await?;
    let outcome = if retry.resolved { "persisted" } else { "failed" };
    Ok(Retried { id, outcome, reason: retry.failure })
}

async fn drop(operator: &dyn Operator, id: i64) -> Result<Retried, Failure> {
    let letter = operator.drop_dead_letter(id).await?;
    Ok(Retried { id, outcome: "dropped", reason: Some(letter.reason) })
}

async fn rehearse(operator: &dyn Operator, what: Doing, id: i64) -> Result<Retried, Failure> {
    let letter = operator.dead_letter(id).await?.dead_letter;
    Ok(Retried { id, outcome: what.would(), reason: Some(letter.reason) })
}

/// All that are meant: a job that runs in chatd. Shows how many before it asks.
async fn many(operator: &dyn Operator, session: &mut Session, what: Doing, args: BulkArgs, back: &ComeBack) -> Outcome {
    let WhichArgs { kind, query } = args.which.clone();
    if kind.is_none() && query.is_none() && !session.global.all {
        return Err(Failure::usage(what.doing(), "which ones?").hint("give ids, --kind KIND, --query QUERY, or --all"));
    }
    let total = operator.dead_letter_errors(&args.which.select(false)).await?.total;
    if session.global.dry_run {
        return would(operator, session, what, &args.which, total).await;
    }
    session.confirm(Danger::Moderate, &format!("{} {total} dead letters", what.verb())).await?;
    let params = RetryDeadLettersParams { kind, query, rate: args.rate };
    let start = match what {
        Doing::Retry => StartOperation::retry_dead_letters(&params),
        Doing::Drop => StartOperation::drop_dead_letters(&params),
    };
    let job = job::start(operator, session, &start, &args.follow, back).await?;
    job::report(session, what.command(), &job)?;
    of_job(what, &job)
}

/// A rehearsal of many: the first of them, and how many they are.
async fn would(operator: &dyn Operator, session: &mut Session, what: Doing, which: &WhichArgs, total: u64) -> Outcome {
    session.printer.warn(format!("{total} dead letters would be {}", what.participle()));
    let limit = usize::try_from(session.limit().unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
    let mut list = session.printer.list(what.command())?;
    let mut ask = DeadLettersQuery { kind: which.kind.clone(), query: which.query.clone(), ..Default::default() };
    let mut shown = 0;
    while shown < limit {
        let page = operator.dead_letters(&ask).await?;
        for letter in page.items.into_iter().take(limit - shown) {
            shown += 1;
            list.push(&Retried { id: letter.id, outcome: what.would(), reason: Some(letter.reason) })?;
        }
        match page.next.as_deref().map(super::parse_cursor).transpose()? {
            Some(next) => ask.after = Some(next),
            None => break,
        }
    }
    list.finish()?;
    Ok(Done::All)
}

/// The job is done whatever became of the letters; the exit code is about those.
fn of_job(what: Doing, job: &Operation) -> Outcome {
    let count = |field: &str| job.result[field].as_u64().unwrap_or(0);
    match (count("resolved"), count("failed")) {
        (_, 0) => Ok(Done::All),
        (0, _) => Err(Failure::new(Kind::Failed, what.doing()).because("none could be persisted")),
        _ => Ok(Done::Partly),
    }
}
