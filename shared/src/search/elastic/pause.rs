//! How long to wait before something is tried again.

use std::time::Duration;

/// The bound of the first pause.
const FIRST: Duration = Duration::from_millis(50);

/// The bound of the longest.
const LONGEST: Duration = Duration::from_secs(5);

/// Full jitter: anything between nothing and a bound that doubles with each try, so that many who were refused at once
/// do not come back at once. `tries` counts from 1.
pub fn after(tries: u32) -> Duration {
    let bound = FIRST.saturating_mul(1 << tries.saturating_sub(1).min(10)).min(LONGEST);
    let mut random = [0; 2];
    // Without randomness the pause is as long as it may be.
    let share = getrandom::fill(&mut random).map_or(u16::MAX, |()| u16::from_le_bytes(random));
    bound.mul_f64(f64::from(share) / f64::from(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_differ_and_stay_within_a_bound_that_grows() {
        for (tries, bound) in [(1, 50), (2, 100), (5, 800), (30, 5_000)] {
            let pauses: Vec<Duration> = (0..50).map(|_| after(tries)).collect();
            assert!(pauses.iter().all(|pause| *pause <= Duration::from_millis(bound)), "{tries}: {pauses:?}");
            assert!(pauses.iter().any(|pause| *pause != pauses[0]), "{tries}");
        }
    }
}
