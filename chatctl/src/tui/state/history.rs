//! What the installation was like in the last minutes: the samples that graphs are drawn from. Pure.

use std::collections::VecDeque;

use chat_shared::api::types::admin::Status;
use chat_shared::clock::Timestamp;
use chat_shared::queue::Group;

/// So many samples are kept: at one every two seconds, four minutes.
const MOST_SAMPLES: usize = 120;

/// The installation at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// When, by chatd's clock.
    pub at: Timestamp,
    /// Messages in the store.
    pub stored: Option<u64>,
    /// Entries not delivered, by queue.
    pub lag: [u64; 2],
}

/// The last samples.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History(VecDeque<Sample>);

fn place(group: Group) -> usize {
    match group {
        Group::Persist => 0,
        Group::Index => 1,
    }
}

impl History {
    /// Takes in a status, unless it is the one that was taken in last.
    pub fn push(&mut self, status: &Status) {
        if self.0.back().is_some_and(|last| last.at >= status.at) {
            return;
        }
        let mut lag = [0; 2];
        for queue in &status.queues {
            lag[place(queue.queue)] = queue.lag;
        }
        self.0.push_back(Sample { at: status.at, stored: status.totals.map(|totals| totals.messages), lag });
        if self.0.len() > MOST_SAMPLES {
            self.0.pop_front();
        }
    }

    /// Messages stored a second between samples, oldest first. Deletions count against them.
    #[must_use]
    pub fn stored_a_second(&self) -> Vec<u64> {
        let pairs = self.0.iter().zip(self.0.iter().skip(1));
        let rate = |(before, after): (&Sample, &Sample)| {
            let ms = after.at.millis_since(before.at).max(1);
            let (Some(from), Some(to)) = (before.stored, after.stored) else { return 0 };
            to.saturating_sub(from).saturating_mul(1000) / ms
        };
        pairs.map(rate).collect()
    }

    /// Entries that no worker of a queue had taken, oldest first.
    #[must_use]
    pub fn lag(&self, group: Group) -> Vec<u64> {
        self.0.iter().map(|sample| sample.lag[place(group)]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history(samples: &[(i64, u64)]) -> History {
        let sample = |(ms, stored): &(i64, u64)| Sample {
            at: Timestamp::from_millis(*ms),
            stored: Some(*stored),
            lag: [*stored, 0],
        };
        History(samples.iter().map(sample).collect())
    }

    #[test]
    fn a_rate_is_what_came_between_two_samples_by_the_second() {
        let history = history(&[(0, 100), (2_000, 300), (2_500, 300), (3_500, 200)]);
        assert_eq!(history.stored_a_second(), [100, 0, 0]);
        assert_eq!(history.lag(Group::Persist), [100, 300, 300, 200]);
    }
}
