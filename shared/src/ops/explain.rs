//! A verdict on a counter in words: each fact that it rests on, what it is, and what follows from it.

use crate::api::types::admin::{Counter, CounterEvidence, CounterVerdict};

/// A fact of a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// What was looked at.
    pub about: &'static str,
    /// What it is.
    pub found: String,
    /// What that means.
    pub means: String,
}

/// The verdict on a judged counter with all its evidence, the verdict first. Only the counter itself where it was not
/// judged.
#[must_use]
pub fn explain(counter: &Counter) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if let Some(verdict) = counter.verdict {
        reasons.push(reason("verdict", word(verdict), format!("{}; {}", text(counter), advice(verdict))));
    }
    reasons.push(stands(counter));
    if let Some(evidence) = &counter.evidence {
        reasons.extend(rests_on(counter, evidence));
    }
    reasons
}

fn reason(about: &'static str, found: impl Into<String>, means: impl Into<String>) -> Reason {
    Reason { about, found: found.into(), means: means.into() }
}

fn text(counter: &Counter) -> String {
    counter.why.clone().unwrap_or_default()
}

fn word(verdict: CounterVerdict) -> &'static str {
    match verdict {
        CounterVerdict::Unseeded => "unseeded",
        CounterVerdict::Behind => "behind",
        CounterVerdict::Ok => "ok",
        CounterVerdict::Lagging => "lagging",
        CounterVerdict::Ahead => "ahead",
        CounterVerdict::Closed => "closed",
    }
}

fn advice(verdict: CounterVerdict) -> &'static str {
    match verdict {
        CounterVerdict::Behind => "`counter reconcile` raises it at once",
        CounterVerdict::Ahead => {
            "look at the dead letters and at what the log says of losses; it is never lowered; `counter reconcile --give-up` \
             publishes the lost numbers as a gap"
        }
        CounterVerdict::Lagging => "normal: the rest is on its way",
        CounterVerdict::Unseeded | CounterVerdict::Ok | CounterVerdict::Closed => "normal",
    }
}

fn stands(counter: &Counter) -> Reason {
    match (counter.present, counter.n) {
        (false, _) => reason("counter", "absent", "the queue holds none of this key"),
        (true, None) => reason("counter", "unsure", "it gives no number before it is seeded from the store"),
        (true, Some(n)) if !counter.check_ok => {
            reason("counter", n.to_string(), "its check value is another number's: somebody changed it by hand")
        }
        (true, Some(n)) => reason("counter", n.to_string(), "the last number that the queue gave"),
    }
}

fn rests_on(counter: &Counter, evidence: &CounterEvidence) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let same = counter.epoch == evidence.partition_epoch;
    let epochs = format!("{} of {}", counter.epoch, evidence.partition_epoch);
    if counter.present {
        let means = if same { "seeded since the last loss" } else { "seeded before the last loss: not used any more" };
        reasons.push(reason("epoch", epochs, means));
    }
    let owner = match (evidence.owner_exists, evidence.owner_deleted) {
        (false, _) => ("absent", "its creation is on its way, or it never was"),
        (true, true) => ("deleted", "nothing is numbered in it any more"),
        (true, false) => ("stored", "it is there"),
    };
    reasons.push(reason("owner", owner.0, owner.1));
    reasons.push(reason(
        "greatest_persisted",
        evidence.greatest_persisted.to_string(),
        "the greatest number with a row in the store",
    ));
    for gap in &evidence.gaps {
        let means = format!("published as a gap in epoch {}: perhaps answered, and never to be given again", gap.epoch);
        reasons.push(reason("gap", format!("{}-{}", gap.from, gap.to), means));
    }
    reasons.push(in_flight(evidence));
    for range in &evidence.lost {
        let means = "answered, and neither stored, nor on the log, nor published as a gap";
        reasons.push(reason("lost", format!("{}-{}", range.from, range.to), means));
    }
    reasons.push(letters(evidence.dead_letters));
    if let Some((stored, counted)) = evidence.stored_count.zip(evidence.counted) {
        let means = if stored == counted {
            "the stored count is what the rows say".to_owned()
        } else {
            "the stored count is stale: `counter reconcile` counts the rows again".to_owned()
        };
        reasons.push(reason("count", format!("{stored} stored, {counted} rows"), means));
    }
    reasons
}

fn in_flight(evidence: &CounterEvidence) -> Reason {
    let flying = evidence.in_flight;
    let found = match flying.first.zip(flying.last) {
        None => "nothing".to_owned(),
        Some((first, last)) => format!("{} ({first}-{last})", flying.entries),
    };
    let means = if flying.complete {
        "creations on the log that are not persisted yet"
    } else {
        "creations on the log that are not persisted yet; the log is longer than what was looked through"
    };
    reason("in_flight", found, means)
}

fn letters(count: u64) -> Reason {
    let means = if count == 0 {
        "no creation of it was parked"
    } else {
        "creations of it were parked: `dlq ls` with its key shows them"
    };
    reason("dead_letters", count.to_string(), means)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::types::admin::{CounterKind, InFlight};

    fn judged(verdict: CounterVerdict, n: u32, stored: u64) -> Counter {
        Counter {
            key: "1:2".into(),
            kind: CounterKind::Messages,
            application_id: 1,
            chat_number: Some(2),
            partition: 3,
            present: true,
            n: Some(n),
            epoch: 1,
            check_ok: true,
            closed: false,
            verdict: Some(verdict),
            count_verdict: None,
            severity: None,
            why: Some("the reason".into()),
            evidence: Some(CounterEvidence {
                partition_epoch: 1,
                owner_exists: true,
                owner_deleted: false,
                greatest_persisted: 9,
                base: 9,
                gaps: Vec::new(),
                in_flight: InFlight { entries: 1, first: Some(10), last: Some(10), complete: true },
                lost: Vec::new(),
                dead_letters: 2,
                last_given_at: None,
                stored_count: Some(stored),
                counted: Some(9),
            }),
        }
    }

    #[test]
    fn each_fact_is_named_with_what_it_means_and_the_verdict_comes_first() {
        let reasons = explain(&judged(CounterVerdict::Behind, 8, 7));
        let abouts: Vec<_> = reasons.iter().map(|reason| reason.about).collect();
        let expected =
            ["verdict", "counter", "epoch", "owner", "greatest_persisted", "in_flight", "dead_letters", "count"];
        assert_eq!(abouts, expected);
        assert!(reasons[0].means.contains("reconcile"), "{reasons:?}");
        assert_eq!(reasons[5].found, "1 (10-10)");
        assert!(reasons[7].means.contains("stale"), "{reasons:?}");
    }
}
