//! `chatctl verify --repair`: what of the findings can be mended, shown, asked about, and mended. Counters by the same plans
//! as `counter reconcile`, the index by a reindexing. What only people can judge is listed and left.

use std::collections::BTreeSet;

use chat_shared::api::types::admin::{
    ApplyCounters, CounterAction, CounterStep, ReindexParams, StartOperation, StepOutcome, VerifyFinding,
    VerifyInvariant, VerifyReport,
};

use crate::backend::Operator;
use crate::commands::counter::plan;
use crate::commands::job;
use crate::output::confirm::Danger;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::Failure;
use crate::output::record::{Column, Kind as Holds, Record, Value};
use crate::runtime::ComeBack;
use crate::session::Session;

/// The most steps of one request.
const AT_A_TIME: usize = 1_000;

/// What became of a finding.
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

/// What can be done about the findings.
struct Repair {
    counters: Vec<CounterStep>,
    /// Applications of which the index lacks something.
    applications: BTreeSet<i64>,
    /// The index as a whole differs: it is built anew.
    whole_index: bool,
    /// For people.
    left: Vec<VerifyFinding>,
}

impl Repair {
    fn of(report: &VerifyReport, counters: Vec<CounterStep>) -> Self {
        let mut repair = Self { counters, applications: BTreeSet::new(), whole_index: false, left: Vec::new() };
        let planned: BTreeSet<&str> = repair.counters.iter().map(|step| step.key.as_str()).collect();
        let mut left = Vec::new();
        for finding in &report.findings {
            let application = finding.place.split(':').next().and_then(|id| id.parse().ok());
            match (finding.invariant, application) {
                (VerifyInvariant::I1 | VerifyInvariant::I3 | VerifyInvariant::I5, _)
                    if planned.contains(finding.place.as_str()) => {}
                (VerifyInvariant::I6, Some(id)) => {
                    repair.applications.insert(id);
                }
                (VerifyInvariant::I6, None) => repair.whole_index = true,
                _ => left.push(finding.clone()),
            }
        }
        repair.left = left;
        repair
    }

    /// How many things would be changed.
    fn acts(&self) -> usize {
        let counters = self.counters.iter().filter(|step| step.action != CounterAction::Report).count();
        counters + self.indexings().len()
    }

    /// What is reindexed: with the place that is named for it.
    fn indexings(&self) -> Vec<(String, ReindexParams)> {
        if self.whole_index {
            return vec![("index".to_owned(), ReindexParams::default())];
        }
        let of = |id: &i64| (id.to_string(), ReindexParams { application_id: Some(*id), ..ReindexParams::default() });
        self.applications.iter().map(of).collect()
    }
}

/// Mends what a report has found.
pub async fn run(
    operator: &dyn Operator,
    session: &mut Session,
    report: &VerifyReport,
    app: Option<String>,
    back: &ComeBack,
) -> Outcome {
    let counters = if report.ok { Vec::new() } else { plan::steps(operator, session, app).await? };
    let repair = Repair::of(report, counters);
    let dry_run = session.global.dry_run;
    if !dry_run && repair.acts() > 0 {
        for finding in &report.findings {
            session.printer.note(&format!("{}: {}", finding.place, finding.what));
        }
        session.confirm(Danger::Moderate, &format!("mend {} things", repair.acts())).await?;
    }
    let mut mended = counters_of(operator, &repair, dry_run).await?;
    for (place, params) in repair.indexings() {
        mended.push(indexed(operator, session, place, &params, back).await?);
    }
    mended.extend(repair.left.into_iter().map(|finding| Mended {
        action: "report",
        place: finding.place,
        outcome: StepOutcome::Reported,
        why: finding.what,
    }));
    let undone = |row: &&Mended| matches!(row.outcome, StepOutcome::Reported | StepOutcome::Stale);
    let left = mended.iter().filter(undone).count();
    let mut list = session.printer.list("verify.repair")?;
    for row in &mended {
        list.push(row)?;
    }
    list.finish()?;
    Ok(if left > 0 { Done::Differences } else { Done::All })
}

async fn counters_of(operator: &dyn Operator, repair: &Repair, dry_run: bool) -> Result<Vec<Mended>, Failure> {
    let mut mended = Vec::new();
    for steps in repair.counters.chunks(AT_A_TIME) {
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

async fn indexed(
    operator: &dyn Operator,
    session: &Session,
    place: String,
    params: &ReindexParams,
    back: &ComeBack,
) -> Result<Mended, Failure> {
    if session.global.dry_run {
        let why = "what the index lacks would be written once more".to_owned();
        return Ok(Mended { action: "reindex", place, outcome: StepOutcome::WouldDo, why });
    }
    let job = operator.start_operation(&StartOperation::reindex(params)).await?;
    let ended = job::watch(operator, session, job, back).await?;
    job::outcome(&ended)?;
    let why = format!("job {} wrote {} messages", ended.id, ended.result["indexed"]);
    Ok(Mended { action: "reindex", place, outcome: StepOutcome::Done, why })
}
