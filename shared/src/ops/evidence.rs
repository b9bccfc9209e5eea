//! Gathers what is known of counters, in the order that [`super::counters`] asks for: counter, log, store, counter.

use std::collections::HashMap;

use futures::{StreamExt as _, TryStreamExt as _, stream};

use super::counters::{Facts, count_verdict, lost, severity, verdict};
use super::{Asked, Installation, OpsError, Thing, limit};
use crate::api::types::GapRange;
use crate::api::types::admin::{
    Counter as Shown, CounterEvidence, CounterKind, CountersQuery, InFlight, List, NumberRange,
};
use crate::clock::Timestamp;
use crate::domain::{AppId, Gap, PARTITIONS, Partition, Sequence, Token};
use crate::fault::Outcome;
use crate::queue::{Counter, Entry, Epoch, Group, Job};
use crate::store::{DeadLetterFilter, MessageKey, Window};

/// The rows of a list of counters where nothing is said: each has its chat counted where verdicts are asked for.
const DEFAULT_ROWS: u32 = 50;

/// The most rows of a list of counters.
const MAX_ROWS: u32 = 200;

/// Unpersisted entries of a partition that are looked through: a tenth of a full log.
const LOOKED_THROUGH: usize = 10_000;

/// Counters that are judged one by one at the same time: the store has a few connections for what operators ask.
const JUDGED_AT_ONCE: usize = 4;

/// Dead letters that are looked through for those of a sequence, so many at a time.
const LETTERS: u32 = 100;
const LETTERS_LOOKED_THROUGH: u32 = 1_000;

/// What is the same for all counters of one look.
pub(super) struct Look {
    epochs: Vec<Epoch>,
    letters: HashMap<Sequence, u64>,
    in_flight: HashMap<Partition, Flying>,
}

/// Creations of a partition that are not persisted.
#[derive(Default)]
struct Flying {
    numbers: HashMap<Sequence, Vec<u32>>,
    newest: HashMap<Sequence, Timestamp>,
    complete: bool,
}

impl Flying {
    /// Nothing is on its way.
    fn none() -> Self {
        Self { complete: true, ..Self::default() }
    }
}

impl Look {
    /// The numbers of a sequence's creations that are not persisted, as its log was looked at last, and whether they are
    /// all.
    pub(super) fn flying(&self, sequence: Sequence) -> (&[u32], bool) {
        let flying = self.in_flight.get(&sequence.partition());
        let numbers = flying.and_then(|flying| flying.numbers.get(&sequence)).map_or(&[][..], Vec::as_slice);
        (numbers, flying.is_none_or(|flying| flying.complete))
    }

    /// The epoch of a sequence's partition.
    pub(super) fn epoch(&self, sequence: Sequence) -> Epoch {
        self.epochs.get(usize::from(sequence.partition())).copied().unwrap_or(0)
    }
}

/// What is shown beside the facts of a verdict.
pub(super) struct Beside {
    /// Whether the owner has a row.
    pub exists: bool,
    /// The last sign that a number was given.
    pub given_at: Option<Timestamp>,
    /// The owner's count as it is stored, and as its rows count.
    pub counts: Option<(u64, u64)>,
}

impl Installation {
    /// The counters of what is stored, in the order of application and chat; an application's own counter stands before its
    /// chats'. To find those that belong to nothing stored, every counter must be looked at: [`Self::diff_counters`] does.
    /// Without verdicts, and while the store does not answer, they are those that the queue holds.
    pub async fn counters(&self, query: &CountersQuery) -> Asked<List<Shown>> {
        let limit = limit(query.limit, DEFAULT_ROWS, MAX_ROWS)?;
        let app = match &query.app {
            Some(app) => Some(self.application_of(app).await?),
            None => None,
        };
        let after = query.after.as_deref().map(parse_after).transpose()?;
        let counters: Vec<_> = match self.stored_sequences(app, after, limit).await {
            Ok(sequences) => {
                let held = self.queue.counters(&sequences).await?;
                sequences.into_iter().zip(held).collect()
            }
            Err(fault) if query.verdicts => return Err(fault.into()),
            Err(_) => self.held_counters(app, after, limit).await?,
        };
        let items = if query.verdicts {
            self.judge_all(counters).await?
        } else {
            counters.into_iter().map(|(sequence, counter)| shown(sequence, counter)).collect()
        };
        Ok(List::page(items, limit as usize, |last| last.key.clone()))
    }

    /// One counter with its verdicts and their evidence, whether or not the queue holds it.
    pub async fn counter(&self, sequence: Sequence) -> Asked<Shown> {
        let before = self.queue.counter(sequence).await?;
        let mut judged = self.judge_all(vec![(sequence, before)]).await?;
        let never =
            |shown: &Shown| !shown.present && shown.evidence.as_ref().is_some_and(|evidence| !evidence.owner_exists);
        judged.pop().filter(|shown| !never(shown)).ok_or(OpsError::NotFound(Thing::Counter))
    }

    /// The application that an operator names by its id or its token.
    pub(super) async fn application_of(&self, text: &str) -> Asked<AppId> {
        // A token of digits only is longer than any id.
        let found = match text.parse() {
            Ok(id) => Some(AppId(id)),
            Err(_) => {
                self.store.application_by_token(&Token::new(text).hash()).await?.map(|tenant| tenant.application.id)
            }
        };
        found.ok_or(OpsError::NotFound(Thing::Application))
    }

    /// What the queue holds, looked through from its beginning.
    async fn held_counters(
        &self,
        app: Option<AppId>,
        after: Option<Sequence>,
        limit: u32,
    ) -> Outcome<Vec<(Sequence, Option<Counter>)>> {
        let is_wanted = |sequence: Sequence| after.is_none_or(|after| place(sequence) > place(after));
        let mut pages = self.queue.walk_counters(app);
        let mut found = Vec::new();
        while found.len() < limit as usize
            && let Some(page) = pages.try_next().await?
        {
            let wanted = page.into_iter().filter(|(sequence, _)| is_wanted(*sequence));
            found.extend(wanted.map(|(sequence, counter)| (sequence, Some(counter))));
        }
        found.truncate(limit as usize);
        Ok(found)
    }

    /// The sequences of what is in the store and not deleted.
    async fn stored_sequences(
        &self,
        app: Option<AppId>,
        after: Option<Sequence>,
        limit: u32,
    ) -> Outcome<Vec<Sequence>> {
        let (from, chat) = after.map_or((AppId(0), None), |after| (after.app(), Some(after.chat().unwrap_or(0))));
        if let Some(app) = app {
            if from > app {
                return Ok(Vec::new());
            }
            let chat = chat.filter(|_| from == app);
            let exists = self.store.application(app).await?.is_some();
            let own = (chat.is_none() && exists).then_some(Sequence::Chats(app));
            let window = Window { after: chat, limit, ..Window::default() };
            let chats = self.store.chats(app, window).await?;
            return Ok(own.into_iter().chain(chats.iter().map(|chat| Sequence::Messages(app, chat.number))).collect());
        }
        let apps = self.store.applications(Some(from), None, limit).await?;
        let chats = self.store.all_chats(chat.map(|chat| (from, chat)), None, limit).await?;
        let mut places: Vec<Place> = apps.iter().map(|app| (app.id, 0)).collect();
        places.extend(chats.iter().map(|chat| (chat.app, chat.number)));
        places.sort_unstable();
        places.truncate(limit as usize);
        Ok(places.into_iter().map(sequence).collect())
    }

    /// Judges counters of which the first look was taken already.
    pub(super) async fn judge_all(&self, before: Vec<(Sequence, Option<Counter>)>) -> Outcome<Vec<Shown>> {
        let mut look = self.look().await?;
        // All first looks lie before the log is looked at.
        for (sequence, _) in &before {
            self.look_at_log(&mut look, *sequence).await?;
        }
        let look = &look;
        let judging = before.into_iter().map(|(sequence, before)| async move {
            let counts = self.counts(sequence).await?;
            self.judge(look, sequence, before, counts).await
        });
        stream::iter(judging).buffered(JUDGED_AT_ONCE).try_collect().await
    }

    /// Takes the whole log into a look.
    pub(super) async fn look_at_whole_log(&self, look: &mut Look) -> Outcome<()> {
        // Each partition would ask this again.
        let idle = self.queue.group(Group::Persist).await?.depth == 0;
        for partition in 0..PARTITIONS {
            let flying = if idle { Flying::none() } else { self.flying(partition).await? };
            look.in_flight.insert(partition, flying);
        }
        Ok(())
    }

    /// Begins a look at counters.
    pub(super) async fn look(&self) -> Outcome<Look> {
        let recorded = self.store.recorded().await?;
        let epochs = recorded.partitions.iter().map(|partition| partition.epoch).collect();
        Ok(Look { epochs, letters: self.letters_by_sequence().await?, in_flight: HashMap::new() })
    }

    /// Takes the log into a look, for the counters of a sequence's partition: after their first look.
    pub(super) async fn look_at_log(&self, look: &mut Look, sequence: Sequence) -> Outcome<()> {
        if let std::collections::hash_map::Entry::Vacant(place) = look.in_flight.entry(sequence.partition()) {
            place.insert(self.flying(sequence.partition()).await?);
        }
        Ok(())
    }

    /// The same, though the partition was looked at before.
    pub(super) async fn look_at_log_anew(&self, look: &mut Look, sequence: Sequence) -> Outcome<()> {
        look.in_flight.clear();
        self.look_at_log(look, sequence).await
    }

    async fn flying(&self, partition: Partition) -> Outcome<Flying> {
        if self.queue.group(Group::Persist).await?.depth == 0 {
            return Ok(Flying::none());
        }
        let records = self.queue.unpersisted(partition, LOOKED_THROUGH).await?;
        let mut flying = Flying { complete: records.len() < LOOKED_THROUGH, ..Flying::default() };
        for record in &records {
            let Ok(entry) = Entry::decode(record) else {
                // It may be a creation of any sequence.
                flying.complete = false;
                continue;
            };
            if matches!(entry.job, Job::CreateMessage { .. } | Job::CreateChat { .. }) {
                let sequence = entry.sequence();
                flying.numbers.entry(sequence).or_default().push(record.number);
                let newest = flying.newest.entry(sequence).or_default();
                *newest = (*newest).max(record.id.at());
            }
        }
        Ok(flying)
    }

    /// Unresolved dead letters of creations, by their sequence.
    async fn letters_by_sequence(&self) -> Outcome<HashMap<Sequence, u64>> {
        let mut found = HashMap::new();
        let mut filter = DeadLetterFilter { limit: LETTERS, ..DeadLetterFilter::default() };
        for _ in 0..LETTERS_LOOKED_THROUGH / LETTERS {
            let letters = self.store.dead_letters(&filter).await?;
            for letter in &letters {
                filter.after = letter.id;
                if let Ok(entry) = Entry::decode(&letter.record()) {
                    *found.entry(entry.sequence()).or_default() += 1;
                }
            }
            if letters.len() < LETTERS as usize {
                break;
            }
        }
        Ok(found)
    }

    /// The owner's count as it is stored, and as its rows count.
    pub(super) async fn counts(&self, sequence: Sequence) -> Outcome<Option<(u64, u64)>> {
        let Sequence::Messages(app, chat) = sequence else {
            return self.store.tally_application(sequence.app()).await.map(Some);
        };
        let tally = self.store.tally_chats(Some(app), Some((app, chat - 1)), 1).await?.pop();
        Ok(tally.filter(|tally| tally.chat == chat).map(|tally| (tally.stored_count, tally.live)))
    }

    /// Judges a counter whose first look was taken before the log was looked at. `counts` is the owner's count as it is
    /// stored and as its rows count.
    pub(super) async fn judge(
        &self,
        look: &Look,
        sequence: Sequence,
        before: Option<Counter>,
        counts: Option<(u64, u64)>,
    ) -> Outcome<Shown> {
        let (in_flight, complete) = look.flying(sequence);
        let newest = look.in_flight.get(&sequence.partition()).and_then(|flying| flying.newest.get(&sequence).copied());
        let evidence = self.store.evidence(sequence).await?;
        let given_at = self.last_given_at(sequence, evidence.max_row).await?.max(newest);
        let after = self.queue.counter(sequence).await?;
        let facts = Facts {
            before,
            after,
            epoch: look.epoch(sequence),
            greatest_row: evidence.max_row,
            gap_end: evidence.max_gap,
            in_flight,
            complete,
            quiet_ms: given_at.map(|at| self.clock.now().millis_since(at)),
            deleted: evidence.deleted,
        };
        self.weighed(look, sequence, &facts, Beside { exists: evidence.exists, given_at, counts }).await
    }

    /// A counter as it is shown, with the verdict on it and what that rests on.
    pub(super) async fn weighed(
        &self,
        look: &Look,
        sequence: Sequence,
        facts: &Facts<'_>,
        beside: Beside,
    ) -> Outcome<Shown> {
        let gaps = if facts.gap_end > 0 { self.store.gaps(sequence).await? } else { Vec::new() };
        let (verdict, why) = verdict(facts);
        let counts = beside.counts.filter(|_| !facts.deleted);
        let count_verdict = counts.map(|(stored, counted)| count_verdict(stored, counted));
        let in_flight = facts.in_flight;
        Ok(Shown {
            severity: Some(severity(verdict, count_verdict)),
            verdict: Some(verdict),
            count_verdict,
            why: Some(why),
            evidence: Some(CounterEvidence {
                partition_epoch: facts.epoch,
                owner_exists: beside.exists,
                owner_deleted: facts.deleted,
                greatest_persisted: facts.greatest_row,
                base: facts.base(),
                gaps: gaps.into_iter().map(gap_range).collect(),
                in_flight: InFlight {
                    entries: in_flight.len() as u64,
                    first: in_flight.iter().copied().min(),
                    last: in_flight.iter().copied().max(),
                    complete: facts.complete,
                },
                lost: lost(facts).into_iter().map(|(from, to)| NumberRange { from, to }).collect(),
                dead_letters: look.letters.get(&sequence).copied().unwrap_or(0),
                last_given_at: beside.given_at,
                stored_count: counts.map(|(stored, _)| stored),
                counted: counts.map(|(_, counted)| counted),
            }),
            ..shown(sequence, facts.after)
        })
    }

    /// When the greatest number with a row was given; `None` where it is not a row that a creation made.
    pub(super) async fn last_given_at(&self, sequence: Sequence, greatest_row: u32) -> Outcome<Option<Timestamp>> {
        if greatest_row == 0 {
            return Ok(None);
        }
        match sequence {
            Sequence::Chats(app) => Ok(self.store.chat(app, greatest_row).await?.map(|chat| chat.created_at)),
            Sequence::Messages(app, chat) => {
                let key = MessageKey { app, chat, number: greatest_row };
                Ok(self.store.message(key).await?.map(|message| message.created_at))
            }
        }
    }
}

/// Where a sequence stands in lists: application, then chat; 0 is the application's own.
pub(super) type Place = (AppId, u32);

pub(super) fn place(sequence: Sequence) -> Place {
    (sequence.app(), sequence.chat().unwrap_or(0))
}

pub(super) fn sequence((app, chat): Place) -> Sequence {
    if chat == 0 { Sequence::Chats(app) } else { Sequence::Messages(app, chat) }
}

fn parse_after(text: &str) -> Asked<Sequence> {
    let reason = "must be a counter's key: an application's id, or id:chat";
    text.parse().map_err(|_| OpsError::Invalid { field: "after", reason: reason.to_owned() })
}

fn shown(sequence: Sequence, counter: Option<Counter>) -> Shown {
    Shown {
        key: sequence.to_string(),
        kind: if sequence.chat().is_some() { CounterKind::Messages } else { CounterKind::Chats },
        application_id: sequence.app().0,
        chat_number: sequence.chat(),
        partition: sequence.partition(),
        present: counter.is_some(),
        n: counter.and_then(|counter| counter.n),
        epoch: counter.map_or(0, |counter| counter.epoch),
        check_ok: counter.is_none_or(|counter| counter.check_ok),
        closed: counter.is_some_and(|counter| counter.closed),
        verdict: None,
        count_verdict: None,
        severity: None,
        why: None,
        evidence: None,
    }
}

fn gap_range(gap: Gap) -> GapRange {
    GapRange { from: gap.from, to: gap.to, epoch: gap.epoch, at: gap.at }
}
