//! What is to be done about counters that are not as they should be: rows of a plan, each with the facts that it rests on.
//! A row is carried out only where the facts are still these.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Counter, CounterVerdict, Severity};

/// What is to be done about a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CounterAction {
    /// The counter stands too low: it is made unsure at once, so that it gives no number before its next use has raised
    /// it above whatever was given.
    Raise,
    /// The stored count is not what the rows say: they are counted again under the lock of their owner.
    Recount,
    /// Numbers were answered and are lost. Nothing is lowered; this is for people, who look at the dead letters.
    Report,
    /// Numbers were answered and are lost, and an operator has decided that they stay so: they are published as a gap, so
    /// that clients are answered 410 for them. Nothing is lowered.
    GiveUp,
}

/// What a row of a plan rests on: as the counter was looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CounterFacts {
    /// The last number given.
    pub n: Option<u32>,
    /// The epoch that it was seeded in.
    pub epoch: u32,
    /// Whether its check value belonged to it.
    pub check_ok: bool,
    /// The greatest number that was known to be given or published.
    pub base: u32,
    /// The stored count.
    pub stored_count: Option<u64>,
    /// The same, counted from the rows.
    pub counted: Option<u64>,
}

/// A row of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CounterStep {
    /// The counter's key.
    #[schema(example = "12:3")]
    pub key: String,
    /// What is to be done.
    pub action: CounterAction,
    /// What was thought of the counter.
    pub verdict: CounterVerdict,
    /// The reason, for people.
    pub why: String,
    /// The sequence's dead letters that are not resolved.
    pub dead_letters: u64,
    /// What it rests on.
    pub facts: CounterFacts,
}

impl CounterStep {
    /// What is to be done about a counter that was judged; nothing where it is as it should be.
    #[must_use]
    pub fn of(counter: &Counter) -> Vec<Self> {
        let (Some(verdict), Some(evidence)) = (counter.verdict, &counter.evidence) else { return Vec::new() };
        let of_verdict = match verdict {
            CounterVerdict::Behind => Some(CounterAction::Raise),
            CounterVerdict::Ahead => Some(CounterAction::Report),
            _ => None,
        };
        let stale = evidence.stored_count.zip(evidence.counted).filter(|(stored, counted)| stored != counted);
        let by_verdict = of_verdict.and_then(|action| Self::about(counter, action));
        let by_count = stale.and_then(|(stored, counted)| {
            let why = format!("the stored count is {stored}, the rows are {counted}");
            Some(Self { why, ..Self::about(counter, CounterAction::Recount)? })
        });
        by_verdict.into_iter().chain(by_count).collect()
    }

    /// The step that gives up what a counter has lost, between its rows too; `None` for one that was not judged.
    #[must_use]
    pub fn giving_up(counter: &Counter) -> Option<Self> {
        Self::about(counter, CounterAction::GiveUp)
    }

    fn about(counter: &Counter, action: CounterAction) -> Option<Self> {
        let (verdict, evidence) = counter.verdict.zip(counter.evidence.as_ref())?;
        let facts = CounterFacts {
            n: counter.n,
            epoch: counter.epoch,
            check_ok: counter.check_ok,
            base: evidence.base,
            stored_count: evidence.stored_count,
            counted: evidence.counted,
        };
        let why = counter.why.clone().unwrap_or_default();
        Some(Self { key: counter.key.clone(), action, verdict, why, dead_letters: evidence.dead_letters, facts })
    }

    /// How bad what it is about is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        if self.action == CounterAction::Raise { Severity::Critical } else { Severity::Warning }
    }
}

/// A plan, or a part of one, to be carried out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApplyCounters {
    /// Its rows, at most 1,000.
    pub steps: Vec<CounterStep>,
    /// Only say what would be done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dry_run: bool,
}

/// How a row of a plan went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StepOutcome {
    /// It was done.
    Done,
    /// It would be done.
    WouldDo,
    /// The facts are others now: it was skipped.
    Stale,
    /// It is for people: nothing was changed.
    Reported,
}

/// What became of a row of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SteppedCounter {
    /// The counter's key.
    pub key: String,
    /// What was to be done.
    pub action: CounterAction,
    /// How it went.
    pub outcome: StepOutcome,
    /// What was done, or why not; for people.
    pub why: String,
}
