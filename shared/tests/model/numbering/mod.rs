//! The numbering model: accept, persist, seed, loss and confirmation for one chat in one partition.
//!
//! A seed is one step here (the seeding model takes it apart), answers leave at once, a worker may be slow for ever
//! and claimed from at any time. Updates, keys and lost replies have models of their own.

mod accept;
mod faults;
mod invariants;
mod scenario;
mod state;
mod tests;
mod worlds;

use stateright::{Model, Property};

pub use self::worlds::LEFT_OUT;

use self::accept::{Answer, accept};
use self::faults::begin_anew;
use self::scenario::{Fault, Scenario};
use self::state::{Api, Confirming, Counter, Data, Server, State, Store};
use crate::persist::{Answered, Chat, Log, Work, Worker, Workers};
use crate::rules::{Rule, Rules};

/// Confirmations that are searched: beyond that, two processes that bring a pause about only outdo each other.
const CONFIRMATIONS: u8 = 8;

/// One search: these rules, this much of the world.
pub struct Numbering {
    pub rules: Rules,
    pub scenario: Scenario,
}

/// What can happen. The numbers say which process or worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Accept(usize),
    TakeEpoch(usize),
    LoadBlindly(usize),
    Confirm(usize),
    Seed(usize),
    Work(Work),
    Forget(usize),
    Drained,
    Resume,
    KillApi(usize),
    Strike(Fault),
}

impl Numbering {
    /// What the protocol does by itself, without faults and deaths.
    fn progress(&self, state: &State, steps: &mut Vec<Step>) {
        self.accepting(state, steps);
        steps.extend(state.workers.work(self.rules, &state.data.log).into_iter().map(Step::Work));
        if state.store.paused {
            steps.push(Step::Resume);
            steps.extend(self.is_drained(state).then_some(Step::Drained));
        }
    }

    /// True where it may be recorded that the queue is drained.
    fn is_drained(&self, state: &State) -> bool {
        let closed = state.data.closed || !self.rules.follow(Rule::PauseClosed);
        let drained = state.data.log.is_drained() || !self.rules.follow(Rule::PauseDrained);
        let confirmed = state.server.scripts & 1 << state.store.confirmation != 0;
        let same = confirmed && state.server.run == state.store.run || !self.rules.follow(Rule::PauseSameServer);
        let locked = state.apis.iter().copied().any(accept::holds_lock);
        !state.store.drained && state.data.epoch == state.store.epoch && closed && drained && same && !locked
    }

    fn accepting(&self, state: &State, steps: &mut Vec<Step>) {
        for (i, api) in state.apis.iter().enumerate() {
            if i > 0 && *api == state.apis[i - 1] {
                continue;
            }
            let early = matches!(api.confirming, Confirming::Early(_));
            if api.confirming != Confirming::No {
                steps.push(Step::Confirm(i));
            }
            if api.confirming != Confirming::No && !early {
                continue;
            }
            let believes = (api.epoch, api.confirmation);
            match self.answer(state, *api) {
                Answer::Number | Answer::Closed | Answer::Full
                    if believes == (state.store.epoch, state.store.confirmation) && self.may_look(state, *api) =>
                {
                    steps.push(Step::Confirm(i));
                }
                // A process looks every second what the others have confirmed.
                Answer::Number | Answer::Closed | Answer::Full
                    if believes != (state.store.epoch, state.store.confirmation) =>
                {
                    steps.push(Step::TakeEpoch(i));
                }
                _ => {}
            }
            match self.answer(state, *api) {
                Answer::Number if state.answered.numbers.len() < self.scenario.requests => steps.push(Step::Accept(i)),
                Answer::Seed if state.data.log.is_drained() => steps.push(Step::Seed(i)),
                Answer::NoScript if !self.rules.follow(Rule::NoBlindLoad) => steps.push(Step::LoadBlindly(i)),
                Answer::NoScript | Answer::Epoch if early => {}
                Answer::NoScript | Answer::Epoch if believes != (state.store.epoch, state.store.confirmation) => {
                    steps.push(Step::TakeEpoch(i));
                }
                Answer::NoScript | Answer::Epoch if self.may_look(state, *api) => steps.push(Step::Confirm(i)),
                _ => {}
            }
        }
    }
}

impl Model for Numbering {
    type State = State;
    type Action = Step;

    fn init_states(&self) -> Vec<State> {
        let server = Server { run: 1, always: self.scenario.always, scripts: 1 << 1 };
        let store = Store {
            epoch: 1,
            confirmation: 1,
            run: 1,
            always: self.recorded_always(self.scenario.always),
            capacity: self.scenario.capacity,
            paused: false,
            drained: false,
            losses: 0,
            chat: Chat::default(),
        };
        let counter = Some(Counter { n: 0, epoch: 1, sound: true });
        let data = Data { epoch: 1, closed: false, entered: 1, counter, log: Log::with_group() };
        vec![State {
            server,
            standby: Server { run: 2, scripts: 0, ..server },
            data,
            behind: None,
            store,
            apis: vec![begin_anew(1, 1); self.scenario.apis],
            workers: Workers::idle(self.scenario.workers),
            limit: self.scenario.capacity,
            always_next: self.scenario.always,
            answered: Answered::default(),
            runs: 2,
            took_over: false,
            faults: self.scenario.faults,
        }]
    }

    fn actions(&self, state: &State, steps: &mut Vec<Step>) {
        self.progress(state, steps);
        let busy = state.workers.distinct().filter(|(_, worker)| **worker != Worker::Idle);
        steps.extend(busy.map(|(i, _)| Step::Forget(i)));
        for fault in self.scenario.kinds.iter().copied().filter(|fault| self.may_strike(state, *fault)) {
            if fault == Fault::KillApi {
                let at_it = state.apis.iter().enumerate().filter(|(_, api)| api.confirming != Confirming::No);
                steps.extend(at_it.map(|(i, _)| Step::KillApi(i)));
            } else {
                steps.push(Step::Strike(fault));
            }
        }
    }

    fn next_state(&self, last: &State, step: Step) -> Option<State> {
        let mut state = last.clone();
        let knows = |state: &State| begin_anew(state.store.epoch, state.store.confirmation);
        match step {
            Step::Accept(_) => accept(&mut state),
            Step::TakeEpoch(i) => state.apis[i] = knows(&state),
            Step::LoadBlindly(i) => state.server.scripts |= 1 << state.apis[i].confirmation,
            Step::Confirm(i) => {
                let api: Api = state.apis[i];
                state.apis[i] = self.confirm(&mut state, api);
            }
            Step::Seed(i) => {
                let epoch = state.apis[i].epoch;
                self.seed(&mut state, epoch);
            }
            Step::Work(work) => {
                state.workers.perform(self.rules, work, &mut state.data.log, &mut state.store.chat);
            }
            Step::Forget(i) => {
                let held = state.workers.forget(i);
                state.answered.note_lost(&held, &state.data.log, &state.workers);
            }
            Step::Drained => state.store.drained = true,
            Step::Resume => state.store.paused = false,
            Step::KillApi(i) => {
                self.strike(&mut state, Fault::KillApi);
                state.apis[i] = knows(&state);
            }
            Step::Strike(fault) => self.strike(&mut state, fault),
        }
        state.apis.sort_unstable();
        Some(state)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        invariants::all(self.rules)
    }

    fn within_boundary(&self, state: &State) -> bool {
        state.store.epoch <= self.scenario.epochs && state.store.confirmation <= CONFIRMATIONS
    }
}
