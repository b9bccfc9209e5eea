//! What long work tells of itself, and asks, between its steps: progress, whether to go on, how fast.

use std::time::Duration;

use async_trait::async_trait;
use serde_json::Value;
use tokio::time::{Instant, sleep_until};

use crate::fault::Outcome;

/// How far long work is.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// What it does at the moment.
    pub step: &'static str,
    /// Steps done.
    pub done: u64,
    /// Steps in all, where that is known.
    pub total: Option<u64>,
    /// Where it goes on after a restart; its kind's own form. All before it is committed.
    pub position: Value,
}

/// Who watches long work.
#[async_trait]
pub trait Watch: Send + Sync {
    /// Told between steps; false ends the work at this mark.
    async fn goes_on(&mut self, mark: Mark) -> Outcome<bool>;

    /// The rate a second to keep to, where `asked` is the one that the work was begun with.
    fn rate(&self, asked: Option<u32>) -> Option<u32> {
        asked
    }
}

/// Nobody: the work runs to its end.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

#[async_trait]
impl Watch for Unwatched {
    async fn goes_on(&mut self, _mark: Mark) -> Outcome<bool> {
        Ok(true)
    }
}

/// How long work ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Ended<T> {
    /// With this result.
    Done(T),
    /// Its watcher stopped it; it goes on from its last mark.
    Stopped,
}

/// Holds long work to a rate.
#[derive(Debug)]
pub struct Pacer {
    per_second: Option<u32>,
    due: Instant,
}

impl Pacer {
    /// A pacer of so many items a second; unbounded where that is `None`.
    #[must_use]
    pub fn new(per_second: Option<u32>) -> Self {
        Self { per_second: per_second.filter(|rate| *rate > 0), due: Instant::now() }
    }

    /// Keeps to another rate from now on.
    pub fn keep_to(&mut self, per_second: Option<u32>) {
        self.per_second = per_second.filter(|rate| *rate > 0);
    }

    /// The items that are worth doing at a time: a second's worth where there is a rate, so that it is held evenly.
    #[must_use]
    pub fn piece(&self, most: u32) -> u32 {
        self.per_second.map_or(most, |rate| rate.clamp(1, most))
    }

    /// Waits until `items` more are due.
    pub async fn done(&mut self, items: usize) {
        if let Some(due) = self.due_after(items, Instant::now()) {
            sleep_until(due).await;
        }
    }

    fn due_after(&mut self, items: usize, now: Instant) -> Option<Instant> {
        let rate = self.per_second?;
        let items = u32::try_from(items).unwrap_or(u32::MAX);
        // What was missed is not caught up on: a pause of the store must not be followed by a burst.
        self.due = self.due.max(now) + Duration::from_secs(1).mul_f64(f64::from(items) / f64::from(rate));
        Some(self.due)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_held_and_missed_time_is_not_caught_up_on() {
        let begun = Instant::now();
        let after = |seconds| begun + Duration::from_secs(seconds);
        let mut pacer = Pacer { per_second: Some(100), due: begun };
        assert_eq!((pacer.piece(1_000), Pacer::new(None).piece(1_000)), (100, 1_000));
        assert_eq!(pacer.due_after(200, begun), Some(after(2)));
        assert_eq!(pacer.due_after(100, after(1)), Some(after(3)), "the pieces add up");
        assert_eq!(pacer.due_after(100, after(12)), Some(after(13)), "ten seconds went unused");
        assert_eq!(Pacer::new(None).due_after(1_000_000, begun), None);
        pacer.keep_to(Some(50));
        assert_eq!((pacer.piece(1_000), pacer.due_after(50, after(20))), (50, Some(after(21))));
        pacer.keep_to(Some(0));
        assert_eq!(pacer.due_after(50, after(20)), None, "no rate is no bound");
    }
}
