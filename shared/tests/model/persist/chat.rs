//! What the store holds of one chat: its rows and gaps, and the partition's checkpoint.

use super::log::Entry;
use crate::rules::{Rule, Rules};

/// A message's row: whose content it holds, and the id of the entry that made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Row {
    pub number: u8,
    pub request: u8,
    pub create_version: u8,
}

/// A published gap; rows inside it win.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Gap {
    pub from: u8,
    pub to: u8,
    pub epoch: u8,
}

/// What the store holds of one chat, and the partition's checkpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Chat {
    pub rows: Vec<Row>,
    pub gaps: Vec<Gap>,
    pub checkpoint: u8,
}

impl Chat {
    /// The greater of the greatest row and the end of the greatest gap.
    pub fn base(&self) -> u8 {
        let rows = self.rows.iter().map(|row| row.number);
        rows.chain(self.gaps.iter().map(|gap| gap.to)).max().unwrap_or(0)
    }

    /// The row of `number`, if there is one.
    pub fn row(&self, number: u8) -> Option<&Row> {
        self.rows.iter().find(|row| row.number == number)
    }

    /// True where `number` lies in a gap, with a row or without.
    pub fn in_gap(&self, number: u8) -> bool {
        self.gaps.iter().any(|gap| (gap.from..=gap.to).contains(&number))
    }

    /// Where a counter of `epoch` is to be seeded, and the gap to be published before. `loss` is the newest epoch up to
    /// it that began with a loss, 1 where none did.
    pub fn seed(&self, rules: Rules, epoch: u8, loss: u8, capacity: u8) -> (u8, Option<Gap>) {
        let base = self.base();
        let published = self.gaps.iter().any(|gap| (loss..=epoch).contains(&gap.epoch)) && rules.follow(Rule::GapOnce);
        if published || loss == 1 && rules.follow(Rule::GapNotInFirst) {
            return (base, None);
        }
        let below = if rules.follow(Rule::GapBelow) { base.saturating_sub(capacity) } else { base };
        let n = if rules.follow(Rule::GapAbove) { base + capacity } else { base };
        (n, Some(Gap { from: below + 1, to: n, epoch }))
    }

    /// Publishes a gap.
    pub fn publish(&mut self, gap: Option<Gap>) {
        self.gaps.extend(gap);
        self.gaps.sort_unstable();
    }

    /// One transaction: the rows that are not there yet, and the checkpoint.
    pub fn commit(&mut self, rules: Rules, batch: &[Entry]) {
        for entry in batch {
            let barred = !rules.follow(Rule::RowWins) && self.in_gap(entry.number);
            if self.row(entry.number).is_none() && !barred {
                self.rows.push(Row { number: entry.number, request: entry.request, create_version: entry.id });
            }
            self.checkpoint = self.checkpoint.max(entry.id);
        }
        self.rows.sort_unstable();
    }

    /// True where there is at most one gap for each epoch, and none in the first.
    pub fn gaps_are_few(&self) -> bool {
        let once = |i: usize| self.gaps[..i].iter().all(|other| other.epoch != self.gaps[i].epoch);
        self.gaps.iter().enumerate().all(|(i, gap)| gap.epoch > 1 && once(i))
    }

    /// True where every number up to `n` is a row or in a gap, and no row is above.
    pub fn ends_dense(&self, n: u8) -> bool {
        (1..=n).all(|number| self.row(number).is_some() || self.in_gap(number))
            && self.rows.iter().all(|row| row.number <= n)
    }
}
