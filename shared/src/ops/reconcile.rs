//! Carrying out plans on counters, each row only where what it rests on is still so. Numbers only ever go up, and counts
//! are set to what the rows say under the lock of their owner: whoever is interrupted, or does it twice, does no harm.

use super::verify::written;
use super::{Asked, Installation, OpsError};
use crate::api::types::admin::{
    ApplyCounters, CounterAction, CounterStep, CounterVerdict, List, StepOutcome, SteppedCounter,
};
use crate::domain::{Gap, Sequence};
use crate::fault::Outcome;
use crate::store::Recounted;

/// Rows that are carried out in one call.
const STEPS: usize = 1_000;

impl Installation {
    /// Carries out the rows of a plan in their order, or says what would be done.
    pub async fn apply_counters(&self, apply: &ApplyCounters, who: &str) -> Asked<List<SteppedCounter>> {
        if apply.steps.len() > STEPS {
            let reason = format!("must be at most {STEPS} at a time");
            return Err(OpsError::Invalid { field: "steps", reason });
        }
        let mut stepped = Vec::with_capacity(apply.steps.len());
        for step in &apply.steps {
            let reason = "must have a counter's key: an application's id, or id:chat";
            let invalid = |_| OpsError::Invalid { field: "steps", reason: reason.to_owned() };
            let sequence: Sequence = step.key.parse().map_err(invalid)?;
            let (outcome, why) = match step.action {
                CounterAction::Raise => self.raise(step, sequence, apply.dry_run, who).await?,
                CounterAction::Recount => self.recount(step, sequence, apply.dry_run, who).await?,
                CounterAction::Report => (StepOutcome::Reported, reported(step)),
                CounterAction::GiveUp => self.give_up(step, sequence, apply.dry_run, who).await?,
            };
            stepped.push(SteppedCounter { key: step.key.clone(), action: step.action, outcome, why });
        }
        Ok(List::whole(stepped))
    }

    /// Between looking and acting the counter may move: making it unsure does no harm then, it is only seeded once more.
    async fn raise(
        &self,
        step: &CounterStep,
        sequence: Sequence,
        dry_run: bool,
        who: &str,
    ) -> Asked<(StepOutcome, String)> {
        let now = self.counter(sequence).await?;
        if (now.n, now.epoch, now.check_ok) != (step.facts.n, step.facts.epoch, step.facts.check_ok) {
            return Ok((StepOutcome::Stale, format!("n is {} now", number(now.n))));
        }
        if now.verdict != Some(CounterVerdict::Behind) {
            return Ok((StepOutcome::Stale, now.why.unwrap_or_default()));
        }
        if dry_run {
            return Ok((StepOutcome::WouldDo, "its next use would seed it above all that was given".to_owned()));
        }
        self.queue.distrust(sequence).await?;
        let why = "it gives no number before its next use has raised it above all that was given";
        self.record(who, "counter.raise", format!("counter {sequence}"), format!("n was {}", number(now.n))).await;
        Ok((StepOutcome::Done, why.to_owned()))
    }

    async fn recount(
        &self,
        step: &CounterStep,
        sequence: Sequence,
        dry_run: bool,
        who: &str,
    ) -> Asked<(StepOutcome, String)> {
        let Some(seen) = step.facts.stored_count else {
            let reason = "must say which stored count is to be counted again".to_owned();
            return Err(OpsError::Invalid { field: "steps", reason });
        };
        if dry_run {
            return Ok(self.would_recount(sequence, seen).await?);
        }
        Ok(match self.store.recount(sequence, seen).await? {
            Recounted::Set(counted) => {
                let why = format!("the stored count was {seen} and is {counted}");
                self.record(who, "counter.recount", format!("counter {sequence}"), why.clone()).await;
                (StepOutcome::Done, why)
            }
            Recounted::Changed(stored) => (StepOutcome::Stale, format!("the stored count is {stored} now")),
            Recounted::Gone => (StepOutcome::Stale, "its owner is gone".to_owned()),
        })
    }

    /// Numbers are lost for good by a decision: exactly those that are lost now, where that is what was decided upon. A row
    /// that comes all the same wins over its gap, as over any other (N-ROW-WINS).
    async fn give_up(
        &self,
        step: &CounterStep,
        sequence: Sequence,
        dry_run: bool,
        who: &str,
    ) -> Asked<(StepOutcome, String)> {
        let now = self.counter(sequence).await?;
        let evidence = now.evidence.as_ref();
        let (base, epoch) = evidence.map_or((0, 0), |evidence| (evidence.base, evidence.partition_epoch));
        if (now.n, now.epoch, now.check_ok, base)
            != (step.facts.n, step.facts.epoch, step.facts.check_ok, step.facts.base)
        {
            let why = format!("n is {} now, and numbers up to {base} are stored or published", number(now.n));
            return Ok((StepOutcome::Stale, why));
        }
        let lost = self.lost_numbers(sequence, &now).await?;
        if lost.is_empty() {
            let why = format!("no number is known to be lost: {}", now.why.unwrap_or_default());
            return Ok((StepOutcome::Stale, why));
        }
        let numbers: Vec<_> = lost.iter().map(|range| written(*range)).collect();
        let numbers = numbers.join(", ");
        if dry_run {
            return Ok((StepOutcome::WouldDo, format!("{numbers} would be published as a gap")));
        }
        let at = self.clock.now();
        let gaps: Vec<_> = lost.into_iter().map(|(from, to)| Gap { sequence, from, to, epoch, at }).collect();
        if !self.store.give_up(&gaps).await? {
            return Ok((StepOutcome::Stale, "the queue was lost meanwhile".to_owned()));
        }
        self.record(who, "counter.give_up", format!("counter {sequence}"), format!("{numbers} given up")).await;
        let why = format!("{numbers} are published as a gap: clients are answered 410 for them");
        Ok((StepOutcome::Done, why))
    }

    async fn would_recount(&self, sequence: Sequence, seen: u64) -> Outcome<(StepOutcome, String)> {
        Ok(match self.counts(sequence).await? {
            Some((stored, counted)) if stored == seen => {
                (StepOutcome::WouldDo, format!("the stored count {stored} would become {counted}"))
            }
            Some((stored, _)) => (StepOutcome::Stale, format!("the stored count is {stored} now")),
            None => (StepOutcome::Stale, "its owner is gone".to_owned()),
        })
    }
}

fn reported(step: &CounterStep) -> String {
    match step.dead_letters {
        0 => format!("{}; no dead letter tells of them; a counter is never lowered", step.why),
        letters => format!("{}; {letters} dead letters tell of them; a counter is never lowered", step.why),
    }
}

fn number(n: Option<u32>) -> String {
    n.map_or_else(|| "unknown".to_owned(), |n| n.to_string())
}
