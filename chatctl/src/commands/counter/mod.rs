//! `chatctl counter`: the counters that give numbers, and whether they are right. Verdicts are chatd's: they take into
//! account what is in flight.

mod diff;
pub mod plan;

use std::path::PathBuf;

use chat_shared::api::types::admin::{Counter, CounterEvidence, CountersQuery, Drift};
use chat_shared::domain::Sequence;
use chat_shared::ops::{Reason, explain as in_words};
use clap::{Args, Subcommand, ValueEnum};

use super::listing;
use super::named::id_or_token;
use crate::backend::{Ask, Batch, Operator, Reach};
use crate::output::exit::{Done, Outcome};
use crate::output::record::{Column, Kind as Holds, Record, Value};
use crate::output::schema::inside;
use crate::runtime::block_on;
use crate::session::Session;

/// The most counters of one request; the API gives no more.
const MOST_ROWS: u32 = 200;

/// `chatctl counter`
#[derive(Debug, Subcommand)]
pub enum CounterCommand {
    /// List counters
    #[command(visible_alias = "list")]
    Ls(LsArgs),
    /// Show a counter with its verdict and the evidence
    Get {
        /// Its key: an application's id for its chats, id:chat for a chat's messages
        key: Sequence,
    },
    /// Compare counters with what is stored and in flight
    Diff(DiffArgs),
    /// Explain the verdict on a counter: every fact that it rests on, in words
    Explain {
        /// Its key: an application's id for its chats, id:chat for a chat's messages
        key: Sequence,
    },
    /// Print what is to be done about counters, for `apply`: as JSON, unless another format is asked for
    Plan(PlanArgs),
    /// Carry a plan out: rows whose counter has changed since are skipped
    Apply {
        /// The plan's file, as `plan` printed it; `-` is standard input
        file: PathBuf,
    },
    /// Plan, show, ask, and carry it out
    Reconcile(PlanArgs),
}

/// `chatctl counter plan` and `reconcile`
#[derive(Debug, Args)]
pub struct PlanArgs {
    /// Only those of this application: its id, its token, or its name where only one has it
    #[arg(long)]
    app: Option<String>,
    /// Only the counters of these keys
    #[arg(long = "key", value_name = "KEY")]
    keys: Vec<Sequence>,
    /// Give up the numbers that this counter gave and that are lost, as `verify` finds them: they are published as a gap,
    /// and clients are answered 410 for them; needs --confirm=KEY
    #[arg(long, value_name = "KEY")]
    give_up: Vec<Sequence>,
}

/// `chatctl counter ls`
#[derive(Debug, Args)]
pub struct LsArgs {
    /// Only those of this application: its id, its token, or its name where only one has it
    #[arg(long)]
    app: Option<String>,
    #[command(flatten)]
    cursor: listing::CursorArg,
}

/// `chatctl counter diff`
#[derive(Debug, Args)]
pub struct DiffArgs {
    /// Only those of this application: its id, its token, or its name where only one has it
    #[arg(long)]
    app: Option<String>,
    /// Only these
    #[arg(long, value_enum, value_name = "WHICH")]
    only: Option<Only>,
    /// Exit with 9 where there is drift
    #[arg(long)]
    exit_code: bool,
}

/// The values of `--only`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Only {
    /// Whatever is not as it should be.
    Drift,
    /// What must be dealt with at once.
    Critical,
}

impl From<Only> for Drift {
    fn from(only: Only) -> Self {
        match only {
            Only::Drift => Self::Drift,
            Only::Critical => Self::Critical,
        }
    }
}

/// A counter in a list, without evidence.
pub struct Plain(Counter);

impl Record for Plain {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("key", Holds::Word, |row: &Self| (&row.0.key).into()),
            Column::new("kind", Holds::Word, |row| Value::word(&row.0.kind)),
            Column::new("n", Holds::Number, |row: &Self| row.0.n.into()).or_null(),
            Column::new("epoch", Holds::Number, |row| row.0.epoch.into()),
            Column::new("check_ok", Holds::Flag, |row| row.0.check_ok.into()),
            Column::new("closed", Holds::Flag, |row| row.0.closed.into()),
            Column::new("partition", Holds::Number, |row: &Self| row.0.partition.into()).wide(),
            Column::new("application_id", Holds::Number, |row: &Self| row.0.application_id.into()).wide(),
            Column::new("chat_number", Holds::Number, |row: &Self| row.0.chat_number.into()).or_null().wide(),
        ]
    }

    fn name(&self) -> String {
        self.0.key.clone()
    }
}

/// A counter with what is to be thought of it.
pub struct Judged(pub Counter);

impl Judged {
    fn evidence<T: Into<Value>>(&self, of: impl FnOnce(&CounterEvidence) -> T) -> Value {
        self.0.evidence.as_ref().map(of).into()
    }
}

impl Record for Judged {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("key", Holds::Word, |row: &Self| (&row.0.key).into()),
            Column::new("kind", Holds::Word, |row| Value::word(&row.0.kind)),
            Column::new("n", Holds::Number, |row: &Self| row.0.n.into()).or_null(),
            Column::new("greatest_persisted", Holds::Number, |row: &Self| {
                row.evidence(|found| found.greatest_persisted)
            })
            .or_null(),
            Column::new("in_flight", Holds::Number, |row: &Self| row.evidence(|found| found.in_flight.entries))
                .or_null(),
            Column::new("verdict", Holds::State, |row: &Self| Value::word(&row.0.verdict)).or_null(),
            Column::new("stored_count", Holds::Number, |row: &Self| row.evidence(|found| found.stored_count)).or_null(),
            Column::new("counted", Holds::Number, |row: &Self| row.evidence(|found| found.counted)).or_null(),
            Column::new("count_verdict", Holds::State, |row: &Self| Value::word(&row.0.count_verdict)).or_null(),
            Column::new("severity", Holds::State, |row: &Self| Value::word(&row.0.severity)).or_null(),
            Column::new("why", Holds::Text, |row: &Self| row.0.why.clone().into()).or_null().wide(),
            Column::new("evidence", Holds::Text, |row: &Self| match &row.0.evidence {
                Some(evidence) => Value::json(evidence),
                None => Value::Null,
            })
            .or_null()
            .inside(inside::<CounterEvidence>)
            .asked(),
        ]
    }

    fn name(&self) -> String {
        self.0.key.clone()
    }
}

/// Runs it.
pub fn run(command: CounterCommand, session: &mut Session) -> Outcome {
    let reach = session.backend()?;
    match command {
        CounterCommand::Ls(args) => block_on("list the counters", ls(&*reach, session, args)),
        CounterCommand::Get { key } => block_on("show the counter", async {
            session.printer.item("counter.get", &Judged(Operator::counter(&*reach, key).await?))?;
            Ok(Done::All)
        }),
        CounterCommand::Diff(args) => block_on("compare the counters", diff::run(&*reach, session, args)),
        CounterCommand::Explain { key } => block_on("explain the counter", explain(&*reach, session, key)),
        CounterCommand::Plan(args) => {
            block_on("plan what to do about the counters", plan::print(&*reach, session, args))
        }
        CounterCommand::Apply { file } => block_on("carry out the plan", plan::apply(&*reach, session, &file)),
        CounterCommand::Reconcile(args) => block_on("reconcile the counters", plan::reconcile(&*reach, session, args)),
    }
}

async fn ls(reach: &dyn Reach, session: &mut Session, args: LsArgs) -> Outcome {
    let app = id_or_token(reach, args.app.as_deref()).await?;
    let (operator, app) = (reach as &dyn Operator, &app);
    let first = Ask { cursor: args.cursor.cursor, ..Ask::default() };
    listing::print(session, "counter.list", first, |ask| async move {
        let limit = Some(ask.limit.min(MOST_ROWS));
        let query = CountersQuery { app: app.clone(), after: ask.cursor, verdicts: false, limit };
        let page = operator.counters(&query).await?;
        Ok(Batch { items: page.items.into_iter().map(Plain).collect(), next: page.next, degraded: false })
    })
    .await
}

async fn explain(operator: &dyn Operator, session: &mut Session, key: Sequence) -> Outcome {
    let counter = operator.counter(key).await?;
    let mut list = session.printer.list("counter.explain")?;
    for reason in in_words(&counter) {
        list.push(&reason)?;
    }
    list.finish()?;
    Ok(Done::All)
}

impl Record for Reason {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("about", Holds::Word, |reason: &Self| reason.about.into()),
            Column::new("found", Holds::Word, |reason| (&reason.found).into()),
            Column::new("means", Holds::Text, |reason| (&reason.means).into()),
        ]
    }

    fn name(&self) -> String {
        self.about.to_owned()
    }
}
