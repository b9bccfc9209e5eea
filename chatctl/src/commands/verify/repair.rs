//! `chatctl verify --repair`: what of the findings can be mended, as a plan that is shown, asked about, and carried out; or
//! written to a file by `--plan` and carried out later by `--apply`. Counters by the same steps as `counter reconcile`, the
//! index by a reindexing. What only people can judge is listed and left.

use std::collections::BTreeSet;
use std::path::Path;

use chat_shared::api::types::admin::{
    ApplyCounters, CounterAction, CounterStep, ReindexParams, StartOperation, StepOutcome, VerifyFinding,
    VerifyInvariant, VerifyReport,
};
use serde::Deserialize;

use crate::backend::Operator;
use crate::commands::counter::plan;
use crate::commands::job;
use crate::output::Format;
use crate::output::confirm::Danger;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::record::{Column, Kind as Holds, Record, Value};
use crate::output::schema::inside;
use crate::runtime::ComeBack;
use crate::session::Session;

/// The schema that a plan's file names.
const SCHEMA: &str = "chatctl.verify.plan/v1";

/// The place of a finding about the index as a whole.
const WHOLE_INDEX: &str = "index";

/// A row of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepairStep {
    action: Action,
    /// A counter's key, an application's id, or `index`.
    #[serde(rename = "where")]
    place: String,
    why: String,
    /// What is to be done about a counter.
    counter: Option<CounterStep>,
    /// The generation of the index that lacks something.
    generation: Option<i64>,
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Action {
    /// A counter gives no number before it is seeded anew.
    Raise,
    /// A count is counted again.
    Recount,
    /// What the index lacks is written once more, or all of it anew.
    Reindex,
    /// It is for people.
    Report,
}

impl Action {
    fn word(self) -> &'static str {
        match self {
            Self::Raise => "raise",
            Self::Recount => "recount",
            Self::Reindex => "reindex",
            Self::Report => "report",
        }
    }
}

impl Record for RepairStep {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("action", Holds::Word, |step: &Self| step.action.word().into()),
            Column::new("where", Holds::Word, |step| (&step.place).into()),
            Column::new("why", Holds::Text, |step| (&step.why).into()),
            Column::new("counter", Holds::Text, |step: &Self| match &step.counter {
                Some(step) => Value::json(step),
                None => Value::Null,
            })
            .or_null()
            .inside(inside::<CounterStep>)
            .asked(),
            Column::new("generation", Holds::Number, |step: &Self| step.generation.into()).or_null().asked(),
        ]
    }

    fn name(&self) -> String {
        self.place.clone()
    }
}

/// What became of a row.
pub struct Mended {
    action: &'static str,
    place: String,
    outcome: StepOutcome,
    why: String,
}

impl Record for Mended {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("action", Holds::Word, |row: &Self| row.action.into()),
            Column::new("where", Holds::Word, |row| (&row.place).into()),
            Column::new("outcome", Holds::State, |row| Value::word(&row.outcome)),
            Column::new("why", Holds::Text, |row: &Self| (&row.why).into()),
        ]
    }

    fn name(&self) -> String {
        self.place.clone()
    }
}

/// A plan as it is read from a file: the envelope that `--plan` printed.
#[derive(Deserialize)]
struct File {
    schema: String,
    items: Vec<RepairStep>,
}

/// What is to be done about the findings of a report.
pub async fn plan(
    operator: &dyn Operator,
    session: &Session,
    report: &VerifyReport,
    app: Option<String>,
) -> Result<Vec<RepairStep>, Failure> {
    if report.ok {
        return Ok(Vec::new());
    }
    let counters = plan::steps(operator, session, app).await?;
    let lacks = report.findings.iter().any(|finding| finding.invariant == VerifyInvariant::I6);
    let generation = if lacks { Some(operator.search_status().await?.generation) } else { None };
    Ok(steps(report, counters, generation))
}

fn steps(report: &VerifyReport, counters: Vec<CounterStep>, generation: Option<i64>) -> Vec<RepairStep> {
    let planned: BTreeSet<String> = counters.iter().map(|step| step.key.clone()).collect();
    let mut steps: Vec<RepairStep> = counters.into_iter().map(of_counter).collect();
    let (mut reindexed, mut left) = (Vec::new(), Vec::new());
    for finding in &report.findings {
        match finding.invariant {
            VerifyInvariant::I1 | VerifyInvariant::I3 | VerifyInvariant::I5 if planned.contains(&finding.place) => {}
            VerifyInvariant::I6 => reindexed.push(lacking(finding)),
            _ => left.push(reported(finding)),
        }
    }
    // Building all of it anew leaves nothing to write once more.
    let whole = reindexed.iter().any(|place| place == WHOLE_INDEX);
    let places: BTreeSet<String> = reindexed.into_iter().filter(|place| !whole || place == WHOLE_INDEX).collect();
    steps.extend(places.into_iter().map(|place| {
        let why = match place.as_str() {
            WHOLE_INDEX => "the index as a whole is not what the messages say: it is built anew beside the old one",
            _ => "the index lacks messages of the application: they are written once more",
        };
        RepairStep { action: Action::Reindex, place, why: why.to_owned(), counter: None, generation }
    }));
    steps.extend(left);
    steps
}

fn of_counter(step: CounterStep) -> RepairStep {
    let action = match step.action {
        CounterAction::Raise => Action::Raise,
        CounterAction::Recount => Action::Recount,
        CounterAction::Report | CounterAction::GiveUp => Action::Report,
    };
    RepairStep { action, place: step.key.clone(), why: step.why.clone(), counter: Some(step), generation: None }
}

/// The application whose messages the index lacks, where a finding names one; else all of it.
fn lacking(finding: &VerifyFinding) -> String {
    let application = finding.place.split(':').next().filter(|id| id.parse::<i64>().is_ok());
    application.unwrap_or(WHOLE_INDEX).to_owned()
}

fn reported(finding: &VerifyFinding) -> RepairStep {
    let place = finding.place.clone();
    let why = match finding.invariant {
        VerifyInvariant::I2 => {
            format!("{}; `chatctl counter reconcile --give-up {place}` publishes it as a gap", finding.what)
        }
        _ => finding.what.clone(),
    };
    RepairStep { action: Action::Report, place, why, counter: None, generation: None }
}

/// Prints a plan, as JSON unless another format is asked for.
pub fn print(session: &mut Session, steps: &[RepairStep]) -> Outcome {
    if session.printer.format() == Format::Table {
        session.printer.set_format(Format::Json);
    }
    let mut list = session.printer.list("verify.plan")?;
    for step in steps {
        list.push(step)?;
    }
    list.finish()?;
    Ok(Done::All)
}

/// Mends what a report has found: shows it, asks, and carries it out.
pub async fn run(
    operator: &dyn Operator,
    session: &mut Session,
    report: &VerifyReport,
    steps: Vec<RepairStep>,
    back: &ComeBack,
) -> Outcome {
    if !session.global.dry_run && acts(&steps) > 0 {
        for finding in &report.findings {
            session.printer.note(&format!("{}: {}", finding.place, finding.what));
        }
    }
    let mended = carry_out(operator, session, steps, back).await?;
    let undone = |row: &&Mended| matches!(row.outcome, StepOutcome::Reported | StepOutcome::Stale);
    let left = mended.iter().filter(undone).count();
    show(session, "verify.repair", &mended)?;
    Ok(if left > 0 { Done::Differences } else { Done::All })
}

/// Carries out the plan of a file: rows of which the facts are others now are skipped.
pub async fn apply(operator: &dyn Operator, session: &mut Session, file: &Path, back: &ComeBack) -> Outcome {
    let written_by = "chatctl verify --plan > FILE";
    let File { schema, items: steps } = plan::read_file(file, written_by)?;
    plan::must_be(file, &schema, SCHEMA, written_by)?;
    let mended = carry_out(operator, session, steps, back).await?;
    show(session, "verify.apply", &mended)?;
    let acts = mended.iter().filter(|row| row.outcome != StepOutcome::Reported).count();
    let stale = mended.iter().filter(|row| row.outcome == StepOutcome::Stale).count();
    plan::ending(acts, stale, "make a new one: chatctl verify --plan")
}

/// How many rows change something.
fn acts(steps: &[RepairStep]) -> usize {
    steps.iter().filter(|step| step.action != Action::Report).count()
}

async fn carry_out(
    operator: &dyn Operator,
    session: &Session,
    steps: Vec<RepairStep>,
    back: &ComeBack,
) -> Result<Vec<Mended>, Failure> {
    if !session.global.dry_run && acts(&steps) > 0 {
        session.confirm(Danger::Moderate, &format!("mend {} things", acts(&steps))).await?;
    }
    let (counters, others): (Vec<_>, Vec<_>) = steps.into_iter().partition(|step| step.counter.is_some());
    let mut mended = counters_of(operator, counters, session.global.dry_run).await?;
    for step in others {
        mended.push(match step.action {
            Action::Reindex => indexed(operator, session, step, back).await?,
            _ => Mended { action: "report", place: step.place, outcome: StepOutcome::Reported, why: step.why },
        });
    }
    Ok(mended)
}

async fn counters_of(operator: &dyn Operator, steps: Vec<RepairStep>, dry_run: bool) -> Result<Vec<Mended>, Failure> {
    let steps: Vec<CounterStep> = steps.into_iter().filter_map(|step| step.counter).collect();
    let mut mended = Vec::new();
    for steps in steps.chunks(plan::AT_A_TIME) {
        let apply = ApplyCounters { steps: steps.to_vec(), dry_run };
        mended.extend(operator.apply_counters(&apply).await?.items.into_iter().map(|stepped| Mended {
            action: plan::word(stepped.action),
            place: stepped.key,
            outcome: stepped.outcome,
            why: stepped.why,
        }));
    }
    Ok(mended)
}

/// Writes once more what the index lacks, unless it is another index by now, or the application is gone.
async fn indexed(
    operator: &dyn Operator,
    session: &Session,
    step: RepairStep,
    back: &ComeBack,
) -> Result<Mended, Failure> {
    let RepairStep { place, generation, .. } = step;
    let mended = |outcome, why: String| Mended { action: "reindex", place: place.clone(), outcome, why };
    let now = operator.search_status().await?.generation;
    if generation != Some(now) {
        return Ok(mended(StepOutcome::Stale, format!("the index was built anew since: its generation is {now}")));
    }
    if session.global.dry_run {
        return Ok(mended(StepOutcome::WouldDo, "what the index lacks would be written once more".to_owned()));
    }
    let params = ReindexParams { application_id: place.parse().ok(), ..ReindexParams::default() };
    let job = match operator.start_operation(&StartOperation::reindex(&params)).await {
        Err(failure) if failure.kind == Kind::NotFound => {
            return Ok(mended(StepOutcome::Stale, "the application is gone".to_owned()));
        }
        started => started?,
    };
    let ended = job::watch(operator, session, job, back).await?;
    job::outcome(&ended)?;
    Ok(mended(StepOutcome::Done, format!("job {} wrote {} messages", ended.id, ended.result["indexed"])))
}

fn show(session: &mut Session, command: &str, mended: &[Mended]) -> Result<(), Failure> {
    let mut list = session.printer.list(command)?;
    for row in mended {
        list.push(row)?;
    }
    list.finish()
}
