//! What was seen of the log by who follows it. Pure.

use std::collections::HashSet;
use std::time::Duration;

use chat_shared::api::types::admin::LogEntry;
use chat_shared::clock::Timestamp;
use chat_shared::domain::Partition;
use chat_shared::queue::EntryId;

/// Entries of different partitions are appended at the same time: what follows is looked for from this long before the
/// last one seen, and shown once.
const OVERLAP: Duration = Duration::from_secs(2);

/// What was seen of the log: its newest part is read again, for ids grow within a partition only.
#[derive(Default)]
pub struct Horizon {
    seen: HashSet<(Partition, EntryId)>,
    greatest: EntryId,
    /// What is not above this was there before the tail began.
    floor: EntryId,
}

impl Horizon {
    /// `entries` were there before, and where they fill a page so were others before them.
    pub fn begin_with(&mut self, entries: &[LogEntry], whole_page: bool, now: Timestamp) {
        self.seen.extend(entries.iter().map(|entry| (entry.partition, entry.id)));
        self.greatest = entries.iter().map(|entry| entry.id).max().unwrap_or_default();
        if whole_page {
            self.floor = entries.iter().map(|entry| entry.id).min().unwrap_or_default();
        } else if entries.is_empty() {
            self.greatest = EntryId::first_at(now);
        }
        self.forget();
    }

    /// Those of `entries` that were not seen before.
    pub fn fresh(&mut self, entries: Vec<LogEntry>) -> Vec<LogEntry> {
        let fresh: Vec<LogEntry> = entries
            .into_iter()
            .filter(|entry| entry.id > self.floor && self.seen.insert((entry.partition, entry.id)))
            .collect();
        self.greatest = fresh.iter().map(|entry| entry.id).fold(self.greatest, EntryId::max);
        self.forget();
        fresh
    }

    /// After which id to go on. Behind a full page there is more, and nothing is gained by looking back.
    pub fn after(&self, full: bool) -> EntryId {
        if full { self.greatest } else { self.overlapping() }
    }

    fn forget(&mut self) {
        let after = self.overlapping();
        self.seen.retain(|(_, id)| *id > after);
    }

    fn overlapping(&self) -> EntryId {
        EntryId::first_at(ago(self.greatest.at(), OVERLAP))
    }
}

/// `span` before `now`.
pub fn ago(now: Timestamp, span: Duration) -> Timestamp {
    let ms = i64::try_from(span.as_millis()).unwrap_or(i64::MAX);
    Timestamp::from_millis(now.as_millis().saturating_sub(ms).max(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(partition: Partition, ms: u64, count: u64) -> LogEntry {
        let id = EntryId::new(ms, count);
        LogEntry {
            id,
            partition,
            at: id.at(),
            number: 1,
            kind: "create_chat".to_owned(),
            size_bytes: 1,
            entry: None,
            raw: None,
        }
    }

    #[test]
    fn an_entry_that_comes_late_in_another_partition_is_shown_and_none_twice() {
        let mut horizon = Horizon::default();
        assert_eq!(horizon.fresh(vec![entry(1, 10_000, 0), entry(2, 10_001, 0)]).len(), 2);
        assert!(horizon.after(false) < EntryId::new(10_000, 0));
        let again = vec![entry(1, 10_000, 0), entry(3, 10_000, 0), entry(2, 10_001, 0)];
        assert_eq!(horizon.fresh(again).iter().map(|entry| entry.partition).collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn what_stood_before_the_beginning_is_never_new() {
        let mut horizon = Horizon::default();
        let page = vec![entry(1, 10_000, 0), entry(2, 10_001, 0)];
        horizon.begin_with(&page, true, Timestamp::from_millis(0));
        let again = [vec![entry(3, 9_999, 0)], page, vec![entry(3, 10_001, 0)]].concat();
        assert_eq!(horizon.fresh(again).iter().map(|entry| entry.partition).collect::<Vec<_>>(), [3]);
        let mut empty = Horizon::default();
        empty.begin_with(&[], false, Timestamp::from_millis(10_000));
        assert!(empty.after(false) > EntryId::ZERO, "an empty log is not read from its beginning each time");
    }

    #[test]
    fn what_was_seen_long_ago_is_forgotten() {
        let mut horizon = Horizon::default();
        horizon.fresh((0..100).map(|n| entry(1, 1_000 * n, 0)).collect());
        assert!(horizon.seen.len() <= 3, "{}", horizon.seen.len());
    }
}
