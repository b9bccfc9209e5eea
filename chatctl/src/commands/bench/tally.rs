//! What a benchmark counts: latencies in a histogram, failures by their codes. Knows no requests.

use std::collections::BTreeMap;
use std::time::Duration;

use hdrhistogram::Histogram;

/// Latencies above this are counted as this: no request is waited for so long.
const LONGEST: Duration = Duration::from_mins(2);

/// Figures per decade that the histogram keeps apart.
const DIGITS: u8 = 3;

/// What was counted.
pub struct Tally {
    latencies: Histogram<u64>,
    /// Requests that were answered as hoped.
    pub done: u64,
    /// Requests that were not, by the code of the problem.
    pub errors: BTreeMap<String, u64>,
}

impl Tally {
    /// Nothing yet. `None` never happens with these bounds.
    pub fn new() -> Option<Self> {
        let latencies = Histogram::new_with_bounds(1, micros(LONGEST), DIGITS).ok()?;
        Some(Self { latencies, done: 0, errors: BTreeMap::new() })
    }

    /// A request that was answered as hoped.
    pub fn done(&mut self, latency: Duration) {
        self.done += 1;
        self.latencies.saturating_record(micros(latency).max(1));
    }

    /// A request that was not; its time counts all the same.
    pub fn failed(&mut self, code: &str, latency: Duration) {
        *self.errors.entry(code.to_owned()).or_default() += 1;
        self.latencies.saturating_record(micros(latency).max(1));
    }

    /// A request that was never sent because the server was too slow; it has waited for so long at least.
    pub fn unsent(&mut self, waited: Duration) {
        self.latencies.saturating_record(micros(waited).max(1));
    }

    /// Requests that failed.
    pub fn failures(&self) -> u64 {
        self.errors.values().sum()
    }

    /// The latency that so many in a hundred do not exceed, in milliseconds.
    pub fn percentile_ms(&self, percentile: f64) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "microseconds of at most two minutes")]
        let micros = self.latencies.value_at_percentile(percentile) as f64;
        micros / 1000.0
    }

    /// The longest latency, in milliseconds.
    pub fn longest_ms(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "microseconds of at most two minutes")]
        let micros = self.latencies.max() as f64;
        micros / 1000.0
    }
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_within_a_thousandth() {
        let mut tally = Tally::new().expect("good bounds");
        for ms in 1..=1000 {
            tally.done(Duration::from_millis(ms));
        }
        assert!((tally.percentile_ms(50.0) - 500.0).abs() < 1.0);
        assert!((tally.percentile_ms(99.9) - 999.0).abs() < 2.0);
        assert!((tally.longest_ms() - 1000.0).abs() < 2.0);
        tally.failed("queue_full", Duration::from_mins(10));
        assert_eq!((tally.done, tally.failures()), (1000, 1));
    }
}
