//! The workers of the group `persist`, and the janitor. A worker may be slow for ever, and die at any time.

use super::chat::Chat;
use super::log::{Entry, Log};
use crate::rules::{Rule, Rules};

/// A worker of the group `persist`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Worker {
    Idle,
    /// It holds a batch that it has read.
    Read(Vec<Entry>),
    /// It has committed a batch and not yet acknowledged it.
    Committed(Vec<Entry>),
    /// Only where acknowledging comes first.
    Acknowledged(Vec<Entry>),
}

/// What a worker, or the janitor, does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    MakeGroup,
    ReadNew(usize),
    Claim(usize),
    /// Commits, or acknowledges what was committed.
    Advance(usize),
    LookBeforeTrim,
    Trim,
}

/// The workers, kept sorted since which is which makes no difference, and what an unscripted janitor has seen.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Workers {
    pub all: Vec<Worker>,
    pub janitor: Option<u8>,
}

impl Workers {
    /// So many idle ones.
    pub fn idle(count: usize) -> Workers {
        Workers { all: vec![Worker::Idle; count], janitor: None }
    }

    /// True where none holds anything.
    pub fn are_idle(&self) -> bool {
        self.all.iter().all(|worker| *worker == Worker::Idle)
    }

    /// True where a worker could still commit `entry`.
    pub fn hold(&self, entry: Entry) -> bool {
        self.all.iter().any(|worker| match worker {
            Worker::Read(batch) | Worker::Acknowledged(batch) => batch.contains(&entry),
            Worker::Idle | Worker::Committed(_) => false,
        })
    }

    /// The workers that differ: equal ones do the same.
    pub fn distinct(&self) -> impl Iterator<Item = (usize, &Worker)> {
        self.all.iter().enumerate().filter(|(i, worker)| *i == 0 || **worker != self.all[i - 1])
    }

    /// What can be done with `log` now.
    pub fn work(&self, rules: Rules, log: &Log) -> Vec<Work> {
        let mut work = Vec::new();
        work.extend(log.group.is_none().then_some(Work::MakeGroup));
        for (i, worker) in self.distinct() {
            if *worker != Worker::Idle {
                work.push(Work::Advance(i));
                continue;
            }
            work.extend((log.group.is_some() && !log.delivered(log.last_id)).then_some(Work::ReadNew(i)));
            work.extend((log.least_pending() != u8::MAX).then_some(Work::Claim(i)));
        }
        let looks = !rules.follow(Rule::TrimOneScript) && self.janitor.is_none();
        work.extend(looks.then_some(Work::LookBeforeTrim));
        work.extend(log.may_trim(rules, self.janitor).map(|_| Work::Trim));
        work
    }

    /// Does it.
    pub fn perform(&mut self, rules: Rules, work: Work, log: &mut Log, chat: &mut Chat) {
        match work {
            Work::MakeGroup => log.make_group(rules),
            Work::ReadNew(i) => self.all[i] = log.read_new(),
            Work::Claim(i) => self.all[i] = log.claim(),
            Work::Advance(i) => {
                let worker = std::mem::replace(&mut self.all[i], Worker::Idle);
                self.all[i] = advance(rules, worker, log, chat);
            }
            Work::LookBeforeTrim => self.janitor = Some(log.least_pending()),
            Work::Trim => {
                let least = log.trim_below(rules, self.janitor).unwrap_or(0);
                log.trim(least);
                self.janitor = None;
            }
        }
        self.all.sort_unstable();
    }

    /// A worker dies; what it could still have committed is returned.
    pub fn forget(&mut self, i: usize) -> Vec<Entry> {
        let worker = std::mem::replace(&mut self.all[i], Worker::Idle);
        self.all.sort_unstable();
        match worker {
            Worker::Read(batch) => batch,
            // Acknowledging first is what the protocol forbids: what it loses is not excused.
            Worker::Idle | Worker::Committed(_) | Worker::Acknowledged(_) => Vec::new(),
        }
    }
}

/// The next step of a worker that holds a batch.
fn advance(rules: Rules, worker: Worker, log: &mut Log, chat: &mut Chat) -> Worker {
    match worker {
        Worker::Read(batch) if rules.follow(Rule::CommitFirst) => {
            chat.commit(rules, &batch);
            Worker::Committed(batch)
        }
        Worker::Read(batch) => {
            log.acknowledge(&batch);
            Worker::Acknowledged(batch)
        }
        Worker::Committed(batch) => {
            log.acknowledge(&batch);
            Worker::Idle
        }
        Worker::Acknowledged(batch) => {
            chat.commit(rules, &batch);
            Worker::Idle
        }
        Worker::Idle => Worker::Idle,
    }
}
