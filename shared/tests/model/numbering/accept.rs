//! The accepting side of the numbering model: what the accept script answers, how a counter is seeded, and how a
//! server is confirmed.

use super::Numbering;
use super::faults::begin_anew;
use super::scenario::Fault;
use super::state::{Api, Confirming, Counter, Data, Look, State, Verdict};
use crate::persist::Log;
use crate::rules::Rule;

/// How far ids jump at a loss: more than all ids that a search ever gives in one epoch. An hour of the clock has the
/// same effect: the targets of two losses are never the same, and always above every id given before.
const JUMP: u8 = 12;

/// What the accept script answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    NoScript,
    Epoch,
    Seed,
    Closed,
    Full,
    Number,
}

impl Numbering {
    /// What the accept script would answer to `api` now.
    pub fn answer(&self, state: &State, api: Api) -> Answer {
        let by_number = self.rules.follow(Rule::ConfirmationNumber);
        let loaded = if by_number { state.server.scripts & 1 << api.confirmation } else { state.server.scripts };
        if loaded == 0 {
            return Answer::NoScript;
        }
        if state.data.epoch != api.epoch && self.rules.follow(Rule::AcceptEpoch) {
            return Answer::Epoch;
        }
        if !self.valid(&state.data, api.epoch) {
            return Answer::Seed;
        }
        if state.data.closed {
            return Answer::Closed;
        }
        let counted = if self.rules.follow(Rule::CapacitySpan) {
            state.data.log.entries.len()
        } else {
            state.data.log.unacknowledged()
        };
        if counted >= usize::from(state.limit) && self.rules.follow(Rule::Capacity) {
            return Answer::Full;
        }
        Answer::Number
    }

    /// True where the counter can be counted on in `epoch`.
    pub fn valid(&self, data: &Data, epoch: u8) -> bool {
        data.counter.is_some_and(|counter| {
            (counter.epoch == epoch || !self.rules.follow(Rule::CounterEpoch))
                && (counter.sound || !self.rules.follow(Rule::CounterCheck))
        })
    }

    /// Seeds the counter in one step, for a process of `epoch`: persist has acknowledged the log, gap rows first.
    pub fn seed(&self, state: &mut State, epoch: u8) {
        let loss = if self.rules.follow(Rule::MoveAfterLoss) || state.store.losses & 1 << epoch != 0 {
            state.store.loss(epoch)
        } else {
            1
        };
        let (n, gap) = state.store.chat.seed(self.rules, epoch, loss, state.store.capacity);
        state.store.chat.publish(gap);
        state.data.counter = Some(Counter { n, epoch, sound: true });
    }

    /// True where `api` may begin to confirm: the script would not run, or accepts where it should not, or the other way
    /// round; the store says nothing newer, nobody else holds the row lock.
    pub fn may_look(&self, state: &State, api: Api) -> bool {
        let ends_a_pause = self.answer(state, api) == Answer::Closed && !state.store.paused;
        let begins_a_pause = state.store.paused && !state.data.closed;
        (matches!(self.answer(state, api), Answer::NoScript | Answer::Epoch) || ends_a_pause || begins_a_pause)
            && (api.epoch, api.confirmation) == (state.store.epoch, state.store.confirmation)
            && (!self.rules.follow(Rule::ConfirmLock) || !state.apis.iter().copied().any(holds_lock))
    }

    /// The next step of `api`'s confirmation.
    pub fn confirm(&self, state: &mut State, mut api: Api) -> Api {
        api.confirming = match api.confirming {
            Confirming::No => self.look(state),
            Confirming::Looked(look) if !self.rules.follow(Rule::ConfirmStoreFirst) => {
                api.confirmation += 1;
                if look.raises() {
                    api.epoch += 1;
                    self.set_keys(state, api.epoch);
                }
                state.data.closed = look.paused;
                state.server.scripts |= 1 << api.confirmation;
                Confirming::Early(look)
            }
            Confirming::Looked(look) => {
                api.confirmation += 1;
                api.epoch += u8::from(look.raises());
                self.record(state, api, look);
                Confirming::Recorded(look)
            }
            // A later one was entered meanwhile.
            Confirming::Recorded(_)
                if state.data.entered > api.confirmation && self.rules.follow(Rule::EnterInOrder) =>
            {
                return begin_anew(state.store.epoch, state.store.confirmation);
            }
            Confirming::Recorded(look) => {
                state.data.entered = api.confirmation;
                if look.raises() {
                    self.set_keys(state, api.epoch);
                } else if self.sets_keys_without_loss() {
                    state.data.epoch = api.epoch;
                }
                // A partition that is not what was looked at is left alone.
                if state.data.epoch == api.epoch {
                    state.data.closed = look.paused;
                }
                Confirming::Keyed
            }
            Confirming::Keyed => {
                state.server.scripts |= 1 << api.confirmation;
                Confirming::No
            }
            Confirming::Early(look) => {
                self.record(state, api, look);
                Confirming::No
            }
        };
        api
    }

    /// Who does not compare the key must set it, or nobody could ever accept again.
    fn sets_keys_without_loss(&self) -> bool {
        !self.rules.follow(Rule::KeysOnLoss) || !self.rules.follow(Rule::EpochKey)
    }

    /// Takes the row lock and judges whether the queue may have lost something.
    fn look(&self, state: &mut State) -> Confirming {
        let (server, store) = (state.server, &state.store);
        let same_epoch = state.data.epoch == store.epoch || !self.rules.follow(Rule::EpochKey);
        let not_below = state.data.log.last_id >= store.chat.checkpoint || !self.rules.follow(Rule::Checkpoint);
        let same_run = server.run == store.run || !self.rules.follow(Rule::RunId);
        let always = (store.always || !self.rules.follow(Rule::AlwaysRecorded))
            && (server.always || !self.rules.follow(Rule::AlwaysTrue));
        let (paused, drained) = (store.paused, store.drained);
        let verdict = if same_epoch && not_below && (same_run || always || drained) {
            Verdict::Kept
        } else if drained {
            Verdict::Moved
        } else {
            Verdict::Lost
        };
        if verdict != Verdict::Kept && !self.rules.follow(Rule::JumpWithKey) {
            self.make_ready(state, state.store.epoch + 1);
        }
        Confirming::Looked(Look { run: server.run, always: server.always, verdict, paused, drained })
    }

    /// The store's commit: confirmation number, run id, epoch. What was drained stays so while nothing is accepted.
    fn record(&self, state: &mut State, api: Api, look: Look) {
        let store = &mut state.store;
        store.epoch = api.epoch;
        store.confirmation = api.confirmation;
        store.run = look.run;
        store.always = self.recorded_always(look.always);
        store.drained = look.drained && look.paused;
        if look.verdict == Verdict::Lost {
            store.losses |= 1 << api.epoch;
        }
    }

    /// What is recorded about a server that syncs every write: a replica may be behind it all the same.
    pub fn recorded_always(&self, always: bool) -> bool {
        always && !(self.scenario.has(Fault::FailOver) && self.rules.follow(Rule::NotPromoted))
    }

    /// Sets the epoch key of a lost partition, with the jump of the ids in the same step.
    fn set_keys(&self, state: &mut State, epoch: u8) {
        if self.rules.follow(Rule::JumpWithKey) {
            self.make_ready(state, epoch);
        }
        state.data.epoch = epoch;
    }

    /// Makes the log ready for `epoch`: kept, or made anew where it is gone; its group at 0; ids far above all others.
    fn make_ready(&self, state: &mut State, epoch: u8) {
        let log = &mut state.data.log;
        if !self.rules.follow(Rule::KeepLog) {
            *log = Log { last_id: log.last_id, ..Log::default() };
        }
        log.group.get_or_insert_default();
        let least = log.last_id.max(state.store.chat.checkpoint);
        let clock = if self.rules.follow(Rule::IdJump) { JUMP * (epoch - 1) } else { 0 };
        log.last_id = least.max(clock);
    }
}

/// True where a process holds the row lock: from its look at the server to its commit.
pub fn holds_lock(api: Api) -> bool {
    matches!(api.confirming, Confirming::Looked(_) | Confirming::Early(_))
}

/// The accept script's last lines: append, then move the counter. The answer leaves at once.
pub fn accept(state: &mut State) {
    let Some(counter) = state.data.counter.as_mut() else { return };
    counter.n += 1;
    let number = counter.n;
    state.data.log.append(number, state.answered.next());
    state.answered.answer(number, &state.store.chat);
}

/// The append is refused where the counter moved first: a number is spent.
pub fn refuse_append(state: &mut State) {
    if let Some(counter) = state.data.counter.as_mut() {
        counter.n += 1;
    }
}
