//! `chatctl counter plan`, `apply` and `reconcile`: what is to be done about counters, in a file that can be read before it
//! is carried out. What a row rests on goes with it, so a plan that has grown old does nothing.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use chat_shared::api::types::admin::{
    ApplyCounters, CounterAction, CounterDiffLine, CounterDiffQuery, CounterFacts, CounterStep, Drift, StepOutcome,
    SteppedCounter,
};
use chat_shared::domain::Sequence;
use futures::TryStreamExt as _;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::PlanArgs;
use crate::backend::{Operator, Reach};
use crate::commands::named::id_or_token;
use crate::files;
use crate::output::Format;
use crate::output::confirm::Danger;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::progress::Progress;
use crate::output::record::{Column, Kind as Holds, Record, Value};
use crate::output::schema::inside;
use crate::session::Session;

/// The schema that a plan's file names.
const SCHEMA: &str = "chatctl.counter.plan/v1";

/// Rows that chatd carries out in one request.
pub const AT_A_TIME: usize = 1_000;

impl Record for CounterStep {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("key", Holds::Word, |step: &Self| (&step.key).into()),
            Column::new("action", Holds::Word, |step| Value::word(&step.action)),
            Column::new("verdict", Holds::State, |step| Value::word(&step.verdict)),
            Column::new("dead_letters", Holds::Number, |step| step.dead_letters.into()),
            Column::new("why", Holds::Text, |step: &Self| (&step.why).into()),
            Column::new("facts", Holds::Text, |step: &Self| Value::json(&step.facts))
                .inside(inside::<CounterFacts>)
                .asked(),
        ]
    }

    fn name(&self) -> String {
        self.key.clone()
    }
}

impl Record for SteppedCounter {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("key", Holds::Word, |step: &Self| (&step.key).into()),
            Column::new("action", Holds::Word, |step| Value::word(&step.action)),
            Column::new("outcome", Holds::State, |step| Value::word(&step.outcome)),
            Column::new("why", Holds::Text, |step: &Self| (&step.why).into()),
        ]
    }

    fn name(&self) -> String {
        self.key.clone()
    }
}

/// A plan as it is read from a file: the envelope that `plan` printed.
#[derive(Deserialize)]
struct File {
    schema: String,
    items: Vec<CounterStep>,
}

/// Prints the plan.
pub async fn print(reach: &dyn Reach, session: &mut Session, args: PlanArgs) -> Outcome {
    let steps = plan(reach, session, args).await?;
    if session.printer.format() == Format::Table {
        session.printer.set_format(Format::Json);
    }
    let mut list = session.printer.list("counter.plan")?;
    for step in &steps {
        list.push(step)?;
    }
    list.finish()?;
    Ok(Done::All)
}

/// Carries out the plan of a file.
pub async fn apply(operator: &dyn Operator, session: &mut Session, file: &Path) -> Outcome {
    let steps = read(file)?;
    consent(session, &steps).await?;
    carry_out(operator, session, "counter.apply", steps).await
}

/// Plans, shows, asks, and carries it out.
pub async fn reconcile(reach: &dyn Reach, session: &mut Session, args: PlanArgs) -> Outcome {
    let steps = plan(reach, session, args).await?;
    if !session.global.dry_run && !session.global.yes {
        for step in &steps {
            session.printer.note(&format!("{} {}: {}", word(step.action), step.key, step.why));
        }
    }
    consent(session, &steps).await?;
    carry_out(reach, session, "counter.reconcile", steps).await
}

async fn plan(reach: &dyn Reach, session: &Session, args: PlanArgs) -> Result<Vec<CounterStep>, Failure> {
    let app = id_or_token(reach, args.app.as_deref()).await?;
    let mut steps = steps(reach, session, app).await?;
    let keys: Vec<String> = args.keys.iter().map(ToString::to_string).collect();
    steps.retain(|step| keys.is_empty() || keys.contains(&step.key));
    for key in args.give_up {
        let step = giving_up(reach, key).await?;
        steps.retain(|other| other.key != step.key || other.action != CounterAction::Report);
        steps.push(step);
    }
    Ok(steps)
}

/// The step that gives up what a counter has lost, which a rehearsal names.
async fn giving_up(operator: &dyn Operator, key: Sequence) -> Result<CounterStep, Failure> {
    let step = CounterStep::giving_up(&operator.counter(key).await?);
    let apply = ApplyCounters { steps: step.clone().into_iter().collect(), dry_run: true };
    let rehearsed = operator.apply_counters(&apply).await?.items.pop();
    match (step, rehearsed) {
        (Some(step), Some(SteppedCounter { outcome: StepOutcome::WouldDo, why, .. })) => {
            Ok(CounterStep { why, ..step })
        }
        (_, rehearsed) => Err(Failure::new(Kind::Conflict, format!("give up numbers of counter {key}"))
            .code("nothing_lost")
            .because(rehearsed.map_or_else(|| "it was not judged".to_owned(), |stepped| stepped.why))
            .hint(format!("see what is thought of it: chatctl counter explain {key}"))),
    }
}

/// What is to be done about all counters, or those of an application.
pub async fn steps(
    operator: &dyn Operator,
    session: &Session,
    app: Option<String>,
) -> Result<Vec<CounterStep>, Failure> {
    let progress = session.progress("counters", "counters", None);
    let steps = planned(operator, app, &progress).await?;
    progress.finish();
    Ok(steps)
}

/// The same, told to somebody else.
pub async fn planned(
    operator: &dyn Operator,
    app: Option<String>,
    progress: &Progress,
) -> Result<Vec<CounterStep>, Failure> {
    let query = CounterDiffQuery { app, only: Some(Drift::Drift), limit: None };
    let mut lines = operator.diff_counters(&query).await?;
    let mut steps = Vec::new();
    while let Some(line) = lines.try_next().await? {
        match line {
            CounterDiffLine::Counter(counter) => steps.extend(CounterStep::of(&counter)),
            CounterDiffLine::Progress { looked } => progress.set(looked),
            CounterDiffLine::End(_) => {}
        }
    }
    Ok(steps)
}

/// Asks where anything would be changed.
async fn consent(session: &Session, steps: &[CounterStep]) -> Result<(), Failure> {
    let mut counts: BTreeMap<CounterAction, usize> = BTreeMap::new();
    for step in steps.iter().filter(|step| step.action != CounterAction::Report) {
        *counts.entry(step.action).or_default() += 1;
    }
    if session.global.dry_run || counts.is_empty() {
        return Ok(());
    }
    let acts: Vec<String> =
        counts.iter().map(|(action, count)| format!("{} {count} counters", doing(*action))).collect();
    let given_up = steps.iter().filter(|step| step.action == CounterAction::GiveUp).map(|step| step.key.as_str());
    let names: Vec<&str> = given_up.collect();
    let danger = if names.is_empty() { Danger::Moderate } else { Danger::Severe { name: names.join(",") } };
    session.confirm(danger, &acts.join(" and ")).await
}

/// An action as it is written.
pub fn word(action: CounterAction) -> &'static str {
    match action {
        CounterAction::Raise => "raise",
        CounterAction::Recount => "recount",
        CounterAction::Report => "report",
        CounterAction::GiveUp => "give_up",
    }
}

/// What is done, in words that go on with how many.
fn doing(action: CounterAction) -> &'static str {
    match action {
        CounterAction::Raise => "raise",
        CounterAction::Recount => "recount",
        CounterAction::Report => "report",
        CounterAction::GiveUp => "give up lost numbers of",
    }
}

/// Carries rows out, or rehearses it, and prints what became of each as the result of `command`.
pub async fn carry_out(
    operator: &dyn Operator,
    session: &mut Session,
    command: &str,
    mut steps: Vec<CounterStep>,
) -> Outcome {
    let dry_run = session.global.dry_run;
    let (mut acts, mut stale) = (0usize, 0usize);
    let mut list = session.printer.list(command)?;
    // An empty plan is asked of chatd too: whoever scripts this learns whether it could have been carried out.
    loop {
        let rest = steps.split_off(steps.len().min(AT_A_TIME));
        let apply = ApplyCounters { steps: std::mem::replace(&mut steps, rest), dry_run };
        for stepped in operator.apply_counters(&apply).await?.items {
            acts += usize::from(stepped.outcome != StepOutcome::Reported);
            stale += usize::from(stepped.outcome == StepOutcome::Stale);
            list.push(&stepped)?;
        }
        if steps.is_empty() {
            break;
        }
    }
    list.finish()?;
    ending(acts, stale, "make a new one: chatctl counter plan")
}

/// How the carrying out of a plan ends of whose rows that act so many were skipped.
pub fn ending(acts: usize, stale: usize, hint: &'static str) -> Outcome {
    match stale {
        0 => Ok(Done::All),
        all if all == acts => Err(Failure::new(Kind::Conflict, "carry out the plan")
            .code("plan_stale")
            .because("everything in it has changed since")
            .hint(hint)),
        _ => Ok(Done::Partly),
    }
}

fn read(file: &Path) -> Result<Vec<CounterStep>, Failure> {
    let written_by = "chatctl counter plan > FILE";
    let plan: File = read_file(file, written_by)?;
    must_be(file, &plan.schema, SCHEMA, written_by)?;
    Ok(plan.items)
}

/// Reads a plan from a file, or from standard input where that is `-`.
pub fn read_file<T: DeserializeOwned>(file: &Path, written_by: &str) -> Result<T, Failure> {
    let doing = format!("read the plan {}", file.display());
    let mut text = String::new();
    let read = if file == Path::new("-") {
        std::io::stdin().read_to_string(&mut text).map(|_| ())
    } else {
        std::fs::read_to_string(file).map(|all| text = all)
    };
    read.map_err(|error| files::unreadable(doing.clone(), &error))?;
    serde_json::from_str(&text).map_err(|error| no_plan(file, error.to_string(), written_by))
}

/// Whether a plan is of the kind that is wanted.
pub fn must_be(file: &Path, schema: &str, wanted: &str, written_by: &str) -> Result<(), Failure> {
    if schema == wanted {
        return Ok(());
    }
    Err(no_plan(file, format!("it is a `{schema}`, not a `{wanted}`"), written_by))
}

fn no_plan(file: &Path, why: String, written_by: &str) -> Failure {
    let doing = format!("read the plan {}", file.display());
    Failure::usage(doing, why).hint(format!("give a file that `{written_by}` has written"))
}
