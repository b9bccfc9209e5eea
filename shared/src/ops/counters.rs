//! What is to be thought of a counter. Never a bare difference: what is in flight is taken into account, and a number is
//! called lost only where nothing of it is left on the log, in the store or in a published gap.
//!
//! The facts must have been gathered in this order: `before`, then what is in flight, then the store, then `after`. An
//! entry moves from the log to the store, so a number that was given before the first look is seen by one of the two,
//! and a number that either has seen was given before the last look. So neither verdict can be a mistake of timing.

use super::verify::without;
use crate::api::types::admin::{CountVerdict, CounterVerdict, Severity};
use crate::queue::{Counter, Epoch};

/// How long a sequence must have been quiet before numbers of it are called lost.
pub const SETTLED_MS: u64 = 30_000;

/// What is known of a sequence.
#[derive(Debug, Clone, Default)]
pub struct Facts<'a> {
    /// The counter as it was before everything else was looked at.
    pub before: Option<Counter>,
    /// The counter as it was after everything else was looked at.
    pub after: Option<Counter>,
    /// The partition's epoch.
    pub epoch: Epoch,
    /// The greatest number with a row; 0 where there is none.
    pub greatest_row: u32,
    /// The end of the greatest published gap; 0 where there is none.
    pub gap_end: u32,
    /// The numbers of creations that are on the log and not persisted, in any order.
    pub in_flight: &'a [u32],
    /// Whether these are all; else the oldest may be missing.
    pub complete: bool,
    /// How long ago the last sign was that a number was given; `None` where there is none at all.
    pub quiet_ms: Option<u64>,
    /// Whether the owner is deleted.
    pub deleted: bool,
}

impl Facts<'_> {
    /// The greater of the greatest row and the end of the greatest gap.
    #[must_use]
    pub fn base(&self) -> u32 {
        self.greatest_row.max(self.gap_end)
    }

    /// The greatest number that is known to have been given or published.
    fn greatest_known(&self) -> u32 {
        self.in_flight.iter().copied().max().unwrap_or(0).max(self.base())
    }

    /// The greatest number that proves anything, of a counter that stands at `n`: what was given since the first look
    /// proves nothing.
    fn given(&self, n: u32) -> u32 {
        self.before.and_then(|counter| counter.n).unwrap_or(n).min(n)
    }
}

/// The verdict on a counter with its reason.
#[must_use]
pub fn verdict(facts: &Facts<'_>) -> (CounterVerdict, String) {
    if facts.deleted || facts.after.is_some_and(|counter| counter.closed) {
        return (CounterVerdict::Closed, "the sequence is closed: nothing is numbered in it any more".into());
    }
    let Some(after) = facts.after else {
        return (CounterVerdict::Unseeded, "the queue holds no counter: it is seeded at its next use".into());
    };
    let Some(n) = after.n else {
        return (CounterVerdict::Unseeded, "the counter waits to be seeded at its next use".into());
    };
    if after.epoch != facts.epoch {
        let why = format!("the counter is of epoch {}, not {}: it is seeded at its next use", after.epoch, facts.epoch);
        return (CounterVerdict::Unseeded, why);
    }
    if !after.check_ok {
        return (CounterVerdict::Behind, format!("n = {n} was changed by hand: its check value is not its own"));
    }
    let known = facts.greatest_known();
    if n < known {
        return (
            CounterVerdict::Behind,
            format!("n = {n}, but number {known} was given: {} could be given twice", n + 1),
        );
    }
    above(facts, n)
}

/// The verdict on a counter that no known number is above.
fn above(facts: &Facts<'_>, n: u32) -> (CounterVerdict, String) {
    let base = facts.base();
    if n == base {
        return (CounterVerdict::Ok, format!("n = {n}, all persisted"));
    }
    let given = facts.given(n);
    let flying = facts.in_flight.iter().filter(|number| (base..given).contains(&(**number - 1))).count();
    let flying = u32::try_from(flying).unwrap_or(u32::MAX);
    let missing = given.saturating_sub(base).saturating_sub(flying);
    if missing == 0 {
        return (CounterVerdict::Lagging, format!("n = {n}, persisted up to {base}, the rest is on the log"));
    }
    if !facts.complete {
        let why = format!("n = {n}, persisted up to {base}; the backlog is longer than what was looked through");
        return (CounterVerdict::Lagging, why);
    }
    if facts.quiet_ms.is_some_and(|quiet| quiet < SETTLED_MS) {
        let why = format!(
            "n = {n}, persisted up to {base}, {flying} on the log; not settled for {} s yet",
            SETTLED_MS / 1_000
        );
        return (CounterVerdict::Lagging, why);
    }
    let why = format!("n = {n}, persisted up to {base}, {flying} on the log: {missing} answered and lost");
    (CounterVerdict::Ahead, why)
}

/// The numbers that were answered and lost, as ranges in their order: above all that is known, and not on the log. None
/// unless the verdict is *ahead*.
#[must_use]
pub fn lost(facts: &Facts<'_>) -> Vec<(u32, u32)> {
    let Some(n) = facts.after.and_then(|counter| counter.n) else { return Vec::new() };
    let (given, base) = (facts.given(n), facts.base());
    if verdict(facts).0 != CounterVerdict::Ahead || given <= base {
        return Vec::new();
    }
    let mut flying: Vec<_> = facts.in_flight.iter().map(|number| (*number, *number)).collect();
    flying.sort_unstable();
    without(&[(base + 1, given)], &flying)
}

/// The verdict on a stored count. Counts move in the transaction of the rows, so nothing in flight explains a difference.
#[must_use]
pub fn count_verdict(stored: u64, counted: u64) -> CountVerdict {
    if stored == counted { CountVerdict::Ok } else { CountVerdict::Stale }
}

/// How bad that is.
#[must_use]
pub fn severity(verdict: CounterVerdict, count: Option<CountVerdict>) -> Severity {
    let counter = match verdict {
        CounterVerdict::Unseeded | CounterVerdict::Ok | CounterVerdict::Lagging | CounterVerdict::Closed => {
            Severity::Ok
        }
        CounterVerdict::Ahead => Severity::Warning,
        CounterVerdict::Behind => Severity::Critical,
    };
    counter.max(if count == Some(CountVerdict::Stale) { Severity::Warning } else { Severity::Ok })
}

#[cfg(test)]
mod tests {
    use super::*;
    use CounterVerdict::{Ahead, Behind, Closed, Lagging, Ok, Unseeded};

    #[expect(clippy::unnecessary_wraps, reason = "evidence holds a counter that may be absent")]
    fn counter(n: u32) -> Option<Counter> {
        Some(Counter { n: Some(n), epoch: 1, check_ok: true, closed: false })
    }

    /// A settled sequence whose counter stands still at `n`.
    fn still(n: u32, greatest_row: u32, in_flight: &[u32]) -> Facts<'_> {
        Facts {
            before: counter(n),
            after: counter(n),
            epoch: 1,
            greatest_row,
            in_flight,
            complete: true,
            quiet_ms: Some(SETTLED_MS),
            ..Facts::default()
        }
    }

    #[test]
    fn every_standing_of_a_counter_has_its_verdict() {
        let lowered = Some(Counter { check_ok: false, ..counter(9).expect("some") });
        let closed = Some(Counter { closed: true, ..counter(2).expect("some") });
        let waiting = Some(Counter { n: None, ..counter(0).expect("some") });
        let table = [
            ("gone", Facts { before: None, after: None, ..still(0, 9, &[]) }, Unseeded),
            ("waiting for its seed", Facts { after: waiting, ..still(0, 9, &[]) }, Unseeded),
            ("of an old epoch", Facts { epoch: 2, ..still(4, 9, &[]) }, Unseeded),
            ("below a row", still(8, 9, &[]), Behind),
            ("below an entry on the log", still(9, 9, &[10]), Behind),
            ("below the end of a gap", Facts { gap_end: 100, ..still(50, 9, &[]) }, Behind),
            ("changed by hand", Facts { after: lowered, ..still(9, 9, &[]) }, Behind),
            ("new", still(0, 0, &[]), Ok),
            ("equal to the rows", still(9, 9, &[]), Ok),
            ("equal to the end of a gap", Facts { gap_end: 100, ..still(100, 9, &[]) }, Ok),
            ("above by what is on the log", still(12, 9, &[12, 10, 11]), Lagging),
            ("above with the gap and the log", Facts { gap_end: 100, ..still(102, 9, &[101, 102]) }, Lagging),
            ("persisted out of order", still(12, 11, &[10, 12]), Lagging),
            ("above by more than is on the log", still(12, 9, &[10]), Ahead),
            ("above with nothing on the log", still(12, 9, &[]), Ahead),
            ("above with only old numbers on the log", still(12, 9, &[8, 9]), Ahead),
            ("above without any sign of numbers", Facts { quiet_ms: None, ..still(3, 0, &[]) }, Ahead),
            ("above, not settled", Facts { quiet_ms: Some(SETTLED_MS - 1), ..still(12, 9, &[]) }, Lagging),
            ("above a backlog too long to look through", Facts { complete: false, ..still(12, 9, &[12]) }, Lagging),
            ("closed", Facts { after: closed, ..still(2, 9, &[]) }, Closed),
            ("of a deleted owner", Facts { deleted: true, ..still(9, 3, &[]) }, Closed),
        ];
        for (what, facts, expected) in table {
            let (found, why) = verdict(&facts);
            assert_eq!(found, expected, "{what}: {why}");
        }
    }

    #[test]
    fn what_was_given_while_looking_is_no_loss() {
        let facts = Facts { after: counter(20), ..still(9, 9, &[]) };
        assert_eq!(verdict(&facts).0, Lagging);
        let seeded_meanwhile = Facts { before: None, after: counter(9), ..still(0, 9, &[]) };
        assert_eq!(verdict(&seeded_meanwhile).0, Ok);
    }

    #[test]
    fn the_reason_names_the_numbers() {
        let (_, why) = verdict(&still(12, 9, &[10]));
        assert_eq!(why, "n = 12, persisted up to 9, 1 on the log: 2 answered and lost");
        let (_, why) = verdict(&still(8, 9, &[]));
        assert_eq!(why, "n = 8, but number 9 was given: 9 could be given twice");
    }

    #[test]
    fn lost_is_what_was_given_and_is_neither_stored_nor_published_nor_on_the_log() {
        let given_meanwhile = Facts { after: counter(20), ..still(12, 9, &[10]) };
        let table = [
            (still(12, 9, &[]), vec![(10, 12)]),
            (still(15, 9, &[12, 10]), vec![(11, 11), (13, 15)]),
            (Facts { gap_end: 11, ..still(12, 9, &[]) }, vec![(12, 12)]),
            (given_meanwhile, vec![(11, 12)]),
            (still(12, 9, &[10, 11, 12]), Vec::new()),
            (Facts { quiet_ms: Some(0), ..still(12, 9, &[]) }, Vec::new()),
            (Facts { complete: false, ..still(12, 9, &[]) }, Vec::new()),
            (still(8, 9, &[]), Vec::new()),
            (still(u32::MAX, 9, &[u32::MAX]), vec![(10, u32::MAX - 1)]),
        ];
        for (facts, expected) in table {
            assert_eq!(lost(&facts), expected, "{facts:?}");
        }
    }

    #[test]
    fn the_worse_of_both_verdicts_decides() {
        assert_eq!(severity(Ok, Some(count_verdict(3, 3))), Severity::Ok);
        assert_eq!(severity(Lagging, Some(count_verdict(3, 4))), Severity::Warning);
        assert_eq!(severity(Behind, Some(count_verdict(3, 4))), Severity::Critical);
    }
}
