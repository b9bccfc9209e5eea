//! All counters against all that is stored, in one pass: what the queue holds, the applications and the chats, each read in
//! the order of keys and merged, so that a million of them take seconds and a few megabytes.
//!
//! What agrees plainly is only counted. Whatever does not, or has a creation on the log, is looked at once more by itself,
//! in the order that [`super::counters`] asks for: so nothing that merely moves is called drift.

use std::collections::VecDeque;
use std::sync::Arc;

use futures::stream::{BoxStream, try_unfold};
use futures::{Stream, TryStreamExt as _};

use super::ahead::ahead;
use super::counters::{Facts, count_verdict, severity, verdict};
use super::evidence::{Beside, Look, Place, place, sequence};
use super::{Asked, Installation};
use crate::api::types::admin::{
    Counter as Shown, CounterDiffLine, CounterDiffQuery, CounterSums, CounterVerdict, Drift, Severity,
};
use crate::domain::{AppId, Sequence};
use crate::fault::Outcome;
use crate::queue::Counter;
use crate::store::{ApplicationTally, ChatTally, Store};

/// Applications that the store counts at a time: each has all its chats counted.
const APPLICATIONS: u32 = 1_000;

/// A source is read on while fewer are left.
const LEFT: usize = 5_000;

/// A comparison under way.
pub struct CounterDiff {
    sources: Sources,
    judging: Judging,
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
        let held = self
            .queue
            .walk_counters(app)
            .map_ok(|page| page.into_iter().map(|(sequence, counter)| (place(sequence), counter)).collect());
        let chats = self
            .store
            .walk_tallies(app)
            .map_ok(|page| page.iter().map(|tally| ((tally.app, tally.chat), Stored::of_chat(tally))).collect());
        let sources = Sources {
            held: Source::new(held),
            applications: Source::new(applications(Arc::clone(&self.store), app)),
            chats: Source::new(chats),
        };
        let judging = Judging {
            parts: self.clone(),
            look,
            only: query.only,
            room: query.limit.map_or(u64::MAX, u64::from),
            sums: CounterSums::default(),
        };
        Ok(CounterDiff { sources, judging, ended: false })
    }
}

impl CounterDiff {
    /// The next lines; `None` after the last one.
    pub async fn next(&mut self) -> Outcome<Option<Vec<CounterDiffLine>>> {
        if self.ended {
            return Ok(None);
        }
        let pairs = self.sources.merge();
        // What was read ahead is taken while what came is judged.
        let (read, shown) = tokio::join!(self.sources.read_on(), self.judging.judge(pairs));
        read?;
        let shown = shown?;
        let mut lines: Vec<_> = shown.into_iter().map(|counter| CounterDiffLine::Counter(Box::new(counter))).collect();
        lines.push(if self.sources.are_exhausted() {
            self.ended = true;
            CounterDiffLine::End(self.judging.sums)
        } else {
            CounterDiffLine::Progress { looked: self.judging.sums.looked }
        });
        Ok(Some(lines))
    }

    /// All lines, as they come.
    #[must_use]
    pub fn lines(self) -> BoxStream<'static, Outcome<Vec<CounterDiffLine>>> {
        Box::pin(try_unfold(self, |mut diff| async move { Ok(diff.next().await?.map(|lines| (lines, diff))) }))
    }
}

/// What thinks of counters.
struct Judging {
    parts: Installation,
    look: Look,
    only: Option<Drift>,
    /// Counters that may still be shown.
    room: u64,
    sums: CounterSums,
}

impl Judging {
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

    /// One that is not deleted.
    fn of_application(tally: &ApplicationTally) -> Self {
        Self { deleted: false, max: tally.max, gap_end: tally.gap_end, count: tally.stored_count, counted: tally.live }
    }
}

/// Everything that is to be compared.
struct Sources {
    /// What the queue holds.
    held: Source<Counter>,
    /// The applications of the store.
    applications: Source<Stored>,
    /// The chats of the store.
    chats: Source<Stored>,
}

impl Sources {
    /// Takes the next page of those sources of which few are left, whichever comes first: none is held up by another.
    async fn read_on(&mut self) -> Outcome<()> {
        let Self { held, applications, chats } = self;
        tokio::select! {
            read = held.read_on(), if held.runs_short() => read,
            read = applications.read_on(), if applications.runs_short() => read,
            read = chats.read_on(), if chats.runs_short() => read,
            else => Ok(()),
        }
    }

    /// What is known to be next, as long as every source that has not ended tells its next one.
    fn merge(&mut self) -> Vec<Pair> {
        let Self { held, applications, chats } = self;
        let mut pairs = Vec::new();
        while held.tells() && applications.tells() && chats.tells() {
            let next = [held.next(), applications.next(), chats.next()];
            let Some(least) = next.into_iter().flatten().min() else { break };
            let stored = applications.take(least).or_else(|| chats.take(least));
            pairs.push(Pair { sequence: sequence(least), held: held.take(least), stored });
        }
        pairs
    }

    fn are_exhausted(&self) -> bool {
        self.held.is_exhausted() && self.applications.is_exhausted() && self.chats.is_exhausted()
    }
}

/// Pages of a source, in the order of places.
type PlacePages<T> = BoxStream<'static, Outcome<Vec<(Place, T)>>>;

/// Something that tells of sequences in the order of their places.
struct Source<T> {
    pages: PlacePages<T>,
    read: VecDeque<(Place, T)>,
    ended: bool,
}

impl<T: Send + 'static> Source<T> {
    fn new(pages: impl Stream<Item = Outcome<Vec<(Place, T)>>> + Send + 'static) -> Self {
        Self { pages: ahead(pages), read: VecDeque::new(), ended: false }
    }

    /// Whether it is to be read on.
    fn runs_short(&self) -> bool {
        !self.ended && self.read.len() < LEFT
    }

    /// Takes its next page. Loses nothing where it is not waited for to the end.
    async fn read_on(&mut self) -> Outcome<()> {
        match self.pages.try_next().await? {
            None => self.ended = true,
            Some(page) => self.read.extend(page),
        }
        Ok(())
    }

    /// Where its next one stands.
    fn next(&self) -> Option<Place> {
        self.read.front().map(|(place, _)| *place)
    }

    /// Takes the next one, where it stands there.
    fn take(&mut self, place: Place) -> Option<T> {
        self.read.pop_front_if(|(at, _)| *at == place).map(|(_, told)| told)
    }

    /// Whether it is known what comes next, or that nothing does.
    fn tells(&self) -> bool {
        self.ended || !self.read.is_empty()
    }

    /// Whether everything was taken from it.
    fn is_exhausted(&self) -> bool {
        self.ended && self.read.is_empty()
    }
}

/// The applications of the store, or one of them.
fn applications(store: Arc<dyn Store>, app: Option<AppId>) -> PlacePages<Stored> {
    let limit = if app.is_some() { 1 } else { APPLICATIONS };
    // The place before an application's is read on from.
    let first = app.map(|app| AppId(app.0 - 1));
    Box::pin(try_unfold(Some(first), move |after| {
        let store = Arc::clone(&store);
        async move {
            let Some(after) = after else { return Ok(None) };
            let page = store.tally_applications(after, limit).await?;
            let more = app.is_none() && page.len() == limit as usize;
            let next = page.last().filter(|_| more).map(|last| Some(last.app));
            let wanted = page.iter().filter(|tally| app.is_none_or(|app| tally.app == app));
            let told = wanted.map(|tally| ((tally.app, 0), Stored::of_application(tally))).collect();
            Ok(Some((told, next)))
        }
    }))
}
