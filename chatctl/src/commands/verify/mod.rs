//! `chatctl verify`: the whole truth, queue against store against search. Runs in chatd as a job; what it finds is the
//! result, and exit code 9.

pub mod repair;

use std::path::PathBuf;

use chat_shared::api::types::admin::{Operation, StartOperation, VerifyFinding, VerifyParams, VerifyReport};
use chat_shared::domain::ChatNumber;
use clap::Args;

use super::job;
use super::named::id_or_token;
use crate::backend::{Operator, Reach};
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::record::{Column, Kind as Holds, Record, Value};
use crate::output::schema::inside;
use crate::runtime::{ComeBack, block_on_or};
use crate::session::Session;

/// `chatctl verify`
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// Only this application: its id, its token, or its name where only one has it
    #[arg(long)]
    app: Option<String>,
    /// Only this chat of it
    #[arg(long, value_name = "N", requires = "app", value_parser = clap::value_parser!(u32).range(1..))]
    chat: Option<ChatNumber>,
    /// Look so many messages of each chat up in the index; --all looks all of them up
    #[arg(long, value_name = "N", default_value_t = 20)]
    samples: u32,
    /// At most so many messages a second
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    rate: Option<u32>,
    /// Show what of it can be mended, ask, and mend it
    #[arg(long)]
    repair: bool,
    /// Print what --repair would do, for --apply: as JSON, unless another format is asked for
    #[arg(long, conflicts_with = "repair")]
    plan: bool,
    /// Verify nothing, but carry out the plan of this file, as --plan printed it; `-` is standard input. Rows that do not
    /// fit any more are skipped
    #[arg(long, value_name = "FILE", conflicts_with_all = ["repair", "plan", "app", "chat", "samples", "rate"])]
    apply: Option<PathBuf>,
}

impl VerifyArgs {
    /// Whether what is found is to be mended.
    pub fn mends(&self) -> bool {
        self.repair || self.apply.is_some()
    }
}

/// What was found, with the job that found it.
pub struct Found {
    job_id: i64,
    report: VerifyReport,
    /// Findings are a table of their own where tables are printed.
    apart: bool,
}

impl Record for Found {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("job_id", Holds::Number, |found: &Self| found.job_id.into()),
            Column::new("state", Holds::State, |found| if found.report.ok { "ok" } else { "failed" }.into()),
            Column::new("found", Holds::Number, |found| found.report.found.into()),
            Column::new("applications", Holds::Number, |found| found.report.checked.applications.into()),
            Column::new("chats", Holds::Number, |found| found.report.checked.chats.into()),
            Column::new("messages", Holds::Number, |found| found.report.checked.messages.into()),
            Column::new("counters", Holds::Number, |found| found.report.checked.counters.into()),
            Column::new("looked_up", Holds::Number, |found| found.report.checked.looked_up.into()),
            Column::new("in_flight", Holds::Number, |found| found.report.checked.in_flight.into()),
            Column::new("took_ms", Holds::Millis, |found| found.report.took_ms.into()),
            Column::new("findings", Holds::Text, |found: &Self| match (found.apart, found.report.findings.len()) {
                (true, 0) => Value::Null,
                (true, _) => "below".into(),
                (false, _) => Value::json(&found.report.findings),
            })
            .inside(inside::<Vec<VerifyFinding>>),
        ]
    }

    fn name(&self) -> String {
        self.job_id.to_string()
    }
}

impl Record for VerifyFinding {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("invariant", Holds::Word, |finding: &Self| Value::word(&finding.invariant)),
            Column::new("where", Holds::Word, |finding| (&finding.place).into()),
            Column::new("what", Holds::Text, |finding| (&finding.what).into()),
        ]
    }

    fn name(&self) -> String {
        self.place.clone()
    }
}

/// Runs it.
pub fn run(args: &VerifyArgs, session: &mut Session) -> Outcome {
    let reach = session.backend()?;
    let back = ComeBack::default();
    block_on_or("verify", &back, verify(&*reach, session, args, &back))
}

async fn verify(reach: &dyn Reach, session: &mut Session, args: &VerifyArgs, back: &ComeBack) -> Outcome {
    let operator: &dyn Operator = reach;
    if let Some(file) = &args.apply {
        return repair::apply(operator, session, file, back).await;
    }
    let app = id_or_token(reach, args.app.as_deref()).await?;
    let params = VerifyParams {
        app: app.clone(),
        chat_number: args.chat,
        samples: Some(args.samples).filter(|_| !session.global.all),
        rate: args.rate,
        ..VerifyParams::default()
    };
    let (job_id, report) = proved(operator, session, &params, back).await?;
    if args.repair || args.plan {
        let steps = repair::plan(operator, session, &report, app).await?;
        return if args.plan {
            repair::print(session, &steps)
        } else {
            repair::run(operator, session, &report, steps, back).await
        };
    }
    say(session, "verify", job_id, report)
}

/// Proves that the search index shows what the database has: counts, and so many messages looked up.
pub async fn index(
    operator: &dyn Operator,
    session: &mut Session,
    samples: u32,
    rate: Option<u32>,
    back: &ComeBack,
) -> Outcome {
    let params = VerifyParams { index_samples: Some(samples), rate, ..VerifyParams::default() };
    let (job_id, report) = proved(operator, session, &params, back).await?;
    say(session, "index.verify", job_id, report)
}

/// Prints what was found as the result of `command`.
fn say(session: &mut Session, command: &str, job_id: i64, report: VerifyReport) -> Outcome {
    let apart = session.printer.format().is_table();
    let found = Found { job_id, report, apart };
    session.printer.item(command, &found)?;
    if apart && session.global.columns.is_empty() && !found.report.findings.is_empty() {
        let mut list = session.printer.list(&format!("{command}.findings"))?;
        for finding in &found.report.findings {
            list.push(finding)?;
        }
        list.finish()?;
    }
    Ok(if found.report.ok { Done::All } else { Done::Differences })
}

/// What a job that proves it finds, with the job's id.
async fn proved(
    operator: &dyn Operator,
    session: &Session,
    params: &VerifyParams,
    back: &ComeBack,
) -> Result<(i64, VerifyReport), Failure> {
    let job = operator.start_operation(&StartOperation::verify(params)).await?;
    let ended = job::watch(operator, session, job, back).await?;
    job::outcome(&ended)?;
    Ok((ended.id, report_of(ended)?))
}

/// What a job that has proved it found.
pub fn report_of(job: Operation) -> Result<VerifyReport, Failure> {
    serde_json::from_value(job.result)
        .map_err(|error| Failure::new(Kind::Failed, "understand what verifying found").because(error))
}
