//! All counters against all that is stored, in one pass: what the queue holds, the applications and the chats, each read in
//! the order of keys and merged, so that a million of them take seconds and a few megabytes.
//!
//! What agrees plainly is only counted. Whatever does not, or has a creation on the log, is looked at once more by itself,
//! in the order that [`super::counters`] asks for: so nothing that merely moves is called drift.

use std::collections::VecDeque;

use futures::StreamExt as _;
use futures::stream::BoxStream;

use super::counters::{Facts, count_verdict, severity, verdict};
use super::evidence::{Beside, Look, Place, place, sequence};
use super::{Asked, Installation};
use crate::api::types::admin::{
    Counter as Shown, CounterDiffLine, CounterDiffQuery, CounterSums, CounterVerdict, Drift, Severity,
};
use crate::domain::{AppId, Sequence};
use crate::fault::Outcome;
use crate::queue::Counter;
use crate::store::ChatTally;

/// Chats that the store counts at a time.
const CHATS: u32 = 10_000;

/// Applications that it counts at a time: each has all its chats counted.
const APPLICATIONS: u32 = 1_000;

/// A source is read on while fewer are left, so that the sources are read at the same time.
const LEFT: usize = 5_000;

/// A comparison under way.
pub struct CounterDiff {
    parts: Installation,
    only: Option<Drift>,
    /// Counters that may still be shown.
    room: u64,
    look: Look,
    held: Held,
    applications: Applications,
    chats: Chats,
    sums: CounterSums,
    ended: bool,
}

impl Installation {
    /// Begins to compare all counters, or those of an application, with what is stored and in flight.
    pub async fn diff_counters(&self, query: &CounterDiffQuery) -> Asked<CounterDiff> {
        let app = match &query.app {
            Some(app) => Some(self.application_of(app).await?),
            None => None,
        };
        let mut look = self.look().await?;
        self.look_at_whole_log(&mut look).await?;
        Ok(CounterDiff {
            only: query.only,
            room: query.limit.map_or(u64::MAX, u64::from),
            look,
            held: Held { pages: self.queue.walk_counters(app), read: VecDeque::new(), ended: false },
            applications: Applications { app, after: app.map(before), read: VecDeque::new(), ended: false },
            chats: Chats { app, after: None, read: VecDeque::new(), ended: false },
            sums: CounterSums::default(),
            ended: false,
            parts: self.clone(),
        })
    }
}

impl CounterDiff {
    /// The next lines; `None` after the last one.
    pub async fn next(&mut self) -> Outcome<Option<Vec<CounterDiffLine>>> {
        if self.ended {
            return Ok(None);
        }
        let (held, applications, chats) =
            tokio::join!(self.held.read_on(), self.applications.read_on(&self.parts), self.chats.read_on(&self.parts));
        held.and(applications).and(chats)?;
        let pairs = self.merge();
        let shown = self.judge(pairs).await?;
        let mut lines: Vec<_> = shown.into_iter().map(|counter| CounterDiffLine::Counter(Box::new(counter))).collect();
        let exhausted = self.held.is_exhausted() && self.applications.is_exhausted() && self.chats.is_exhausted();
        lines.push(if exhausted {
            self.ended = true;
            CounterDiffLine::End(self.sums)
        } else {
            CounterDiffLine::Progress { looked: self.sums.looked }
        });
        Ok(Some(lines))
    }

    /// All lines, as they come.
    #[must_use]
    pub fn lines(self) -> BoxStream<'static, Outcome<Vec<CounterDiffLine>>> {
        Box::pin(futures::stream::try_unfold(self, |mut diff| async move {
            Ok(diff.next().await?.map(|lines| (lines, diff)))
        }))
    }

    /// What is known to be next, as long as every source that has not ended tells its next one.
    fn merge(&mut self) -> Vec<Pair> {
        let mut pairs = Vec::new();
        while self.held.tells() && self.applications.tells() && self.chats.tells() {
            let next = [self.held.next(), self.applications.next(), self.chats.next()];
            let Some(least) = next.into_iter().flatten().min() else { break };
            let held = if self.held.next() == Some(least) { self.held.read.pop_front() } else { None };
            let stored = if self.applications.next() == Some(least) {
                self.applications.read.pop_front()
            } else if self.chats.next() == Some(least) {
                self.chats.read.pop_front()
            } else {
                None
            };
            let (held, stored) = (held.map(|(_, counter)| counter), stored.map(|(_, stored)| stored));
            pairs.push(Pair { sequence: sequence(least), held, stored });
        }
        pairs
    }

    /// Counts all of them, and gives those that are to be shown.
    async fn judge(&mut self, pairs: Vec<Pair>) -> Outcome<Vec<Shown>> {
        let mut shown: Vec<Option<Shown>> = Vec::new();
        let (mut doubtful, mut places) = (Vec::new(), Vec::new());
        for pair in pairs {
            self.sums.looked += 1;
            let Some(facts) = pair.plainly(&self.look) else {
                places.push(shown.len());
                shown.push(None);
                doubtful.push((pair.sequence, pair.held));
                continue;
            };
            let wanted = self.only.is_none();
            self.sums.fitting += u64::from(wanted);
            if wanted && self.room > 0 {
                self.room -= 1;
                shown.push(Some(pair.shown(&self.parts, &self.look, &facts).await?));
            }
        }
        let judged = if doubtful.is_empty() { Vec::new() } else { self.parts.judge_all(doubtful).await? };
        for (place, counter) in places.into_iter().zip(judged) {
            if self.count(&counter) && self.room > 0 {
                self.room -= 1;
                shown[place] = Some(counter);
            }
        }
        Ok(shown.into_iter().flatten().collect())
    }

    /// Counts a counter that was judged by itself; whether it is one of those that are asked for.
    fn count(&mut self, counter: &Shown) -> bool {
        let severity = counter.severity.unwrap_or(Severity::Ok);
        let wanted = self.only.is_none_or(|only| only.takes(severity));
        self.sums.fitting += u64::from(wanted);
        self.sums.drift += u64::from(severity > Severity::Ok);
        self.sums.critical += u64::from(severity == Severity::Critical);
        let counts = counter.evidence.as_ref().and_then(|evidence| evidence.stored_count.zip(evidence.counted));
        self.sums.stale += u64::from(counts.is_some_and(|(stored, counted)| stored != counted));
        wanted
    }
}

/// A sequence with what the queue holds of it and what the store says.
pub(super) struct Pair {
    pub sequence: Sequence,
    held: Option<Counter>,
    stored: Option<Stored>,
}

impl Pair {
    /// A chat, as it was counted, with its counter.
    pub fn of_chat(tally: &ChatTally, held: Option<Counter>) -> Self {
        Self { sequence: Sequence::Messages(tally.app, tally.chat), held, stored: Some(Stored::of_chat(tally)) }
    }

    /// The facts, where they leave nothing to be asked: nothing of it is on the log, and the counter equals what is
    /// stored, or is still to be seeded, or is closed.
    pub fn plainly(&self, look: &Look) -> Option<Facts<'static>> {
        let stored = self.stored?;
        if !look.flying(self.sequence).0.is_empty() {
            return None;
        }
        let facts = Facts {
            before: self.held,
            after: self.held,
            epoch: look.epoch(self.sequence),
            greatest_row: stored.max,
            gap_end: stored.gap_end,
            in_flight: &[],
            complete: true,
            quiet_ms: None,
            deleted: stored.deleted,
        };
        let (verdict, _) = verdict(&facts);
        let plain = matches!(verdict, CounterVerdict::Ok | CounterVerdict::Unseeded | CounterVerdict::Closed);
        let count = (!stored.deleted).then(|| count_verdict(stored.count, stored.counted));
        (plain && severity(verdict, count) == Severity::Ok).then_some(facts)
    }

    /// One that agrees plainly, as it is shown.
    async fn shown(&self, parts: &Installation, look: &Look, facts: &Facts<'_>) -> Outcome<Shown> {
        let given_at = parts.last_given_at(self.sequence, facts.greatest_row).await?;
        let counts = self.stored.map(|stored| (stored.count, stored.counted));
        parts.weighed(look, self.sequence, facts, Beside { exists: true, given_at, counts }).await
    }
}

/// What the store says of a sequence's owner.
#[derive(Clone, Copy)]
struct Stored {
    deleted: bool,
    max: u32,
    gap_end: u32,
    count: u64,
    counted: u64,
}

impl Stored {
    fn of_chat(tally: &ChatTally) -> Self {
        Self {
            deleted: tally.deleted,
            max: tally.max,
            gap_end: tally.gap_end,
            count: tally.stored_count,
            counted: tally.live,
        }
    }
}

/// The place before an application's, for reading on after it.
fn before(app: AppId) -> AppId {
    AppId(app.0 - 1)
}

/// What the queue holds.
struct Held {
    pages: BoxStream<'static, Outcome<Vec<(Sequence, Counter)>>>,
    read: VecDeque<(Place, Counter)>,
    ended: bool,
}

impl Held {
    async fn read_on(&mut self) -> Outcome<()> {
        if self.ended || self.read.len() >= LEFT {
            return Ok(());
        }
        match self.pages.next().await {
            None => self.ended = true,
            Some(page) => self.read.extend(page?.into_iter().map(|(sequence, counter)| (place(sequence), counter))),
        }
        Ok(())
    }
}

/// The applications of the store.
struct Applications {
    app: Option<AppId>,
    after: Option<AppId>,
    read: VecDeque<(Place, Stored)>,
    ended: bool,
}

impl Applications {
    async fn read_on(&mut self, parts: &Installation) -> Outcome<()> {
        if self.ended || !self.read.is_empty() {
            return Ok(());
        }
        let limit = if self.app.is_some() { 1 } else { APPLICATIONS };
        let page = parts.store.tally_applications(self.after, limit).await?;
        self.ended = self.app.is_some() || page.len() < limit as usize;
        self.after = page.last().map(|last| last.app).or(self.after);
        let wanted = page.into_iter().filter(|tally| self.app.is_none_or(|app| tally.app == app));
        self.read.extend(wanted.map(|tally| {
            let stored = Stored {
                deleted: false,
                max: tally.max,
                gap_end: tally.gap_end,
                count: tally.stored_count,
                counted: tally.live,
            };
            ((tally.app, 0), stored)
        }));
        Ok(())
    }
}

/// The chats of the store.
struct Chats {
    app: Option<AppId>,
    after: Option<Place>,
    read: VecDeque<(Place, Stored)>,
    ended: bool,
}

impl Chats {
    async fn read_on(&mut self, parts: &Installation) -> Outcome<()> {
        if self.ended || self.read.len() >= LEFT {
            return Ok(());
        }
        let page = parts.store.tally_chats(self.app, self.after, CHATS).await?;
        self.ended = page.len() < CHATS as usize;
        self.after = page.last().map(|last| (last.app, last.chat)).or(self.after);
        self.read.extend(page.iter().map(|tally| ((tally.app, tally.chat), Stored::of_chat(tally))));
        Ok(())
    }
}

/// What the three sources have in common.
trait Source {
    /// Where its next one stands.
    fn next(&self) -> Option<Place>;

    /// Whether nothing more will come from it.
    fn is_ended(&self) -> bool;

    /// Whether it is known what comes next, or that nothing does.
    fn tells(&self) -> bool {
        self.is_ended() || self.next().is_some()
    }

    /// Whether everything was taken from it.
    fn is_exhausted(&self) -> bool {
        self.is_ended() && self.next().is_none()
    }
}

impl Source for Held {
    fn next(&self) -> Option<Place> {
        self.read.front().map(|(place, _)| *place)
    }

    fn is_ended(&self) -> bool {
        self.ended
    }
}

impl Source for Applications {
    fn next(&self) -> Option<Place> {
        self.read.front().map(|(place, _)| *place)
    }

    fn is_ended(&self) -> bool {
        self.ended
    }
}

impl Source for Chats {
    fn next(&self) -> Option<Place> {
        self.read.front().map(|(place, _)| *place)
    }

    fn is_ended(&self) -> bool {
        self.ended
    }
}
