//! The seeding model: the steps by which several processes seed one chat's counter at once, from its creation on.
//!
//! A loss is one step here (the numbering model takes it apart): the epochs of store and partition change together.

mod faults;
mod state;
mod steps;
mod tests;

use stateright::{Model, Property};

pub use self::tests::LEFT_OUT;

use self::faults::Fault;
use self::state::{Api, Data, Doing, State};
use self::steps::Act;
use crate::persist::{Answered, Chat, Log, Work, Worker, Workers};
use crate::rules::Rules;

/// How much of the world a search looks at.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub name: &'static str,
    /// Processes that accept.
    pub apis: usize,
    /// Workers of the group `persist`.
    pub workers: usize,
    /// Messages that clients send; at most 8.
    pub requests: usize,
    /// The log's capacity, in entries.
    pub capacity: u8,
    /// How often a fault may strike.
    pub faults: u8,
    /// Which.
    pub kinds: &'static [Fault],
}

/// One search: these rules, this much of the world.
pub struct Seeding {
    pub rules: Rules,
    pub size: Size,
}

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Api(usize, Act),
    GiveUp(usize),
    Work(Work),
    Forget(usize),
    Strike(Fault),
}

impl Seeding {
    /// What the protocol does by itself.
    fn progress(&self, state: &State, steps: &mut Vec<Step>) {
        for (i, api) in state.apis.iter().enumerate() {
            if i == 0 || *api != state.apis[i - 1] {
                steps.extend(self.acts(state, *api).into_iter().map(|act| Step::Api(i, act)));
            }
        }
        steps.extend(state.workers.work(self.rules, &state.data.log).into_iter().map(Step::Work));
    }
}

impl Model for Seeding {
    type State = State;
    type Action = Step;

    fn init_states(&self) -> Vec<State> {
        vec![State {
            data: Data { epoch: 1, counter: None, log: Log::with_group() },
            behind: None,
            epoch: 1,
            chat: Chat::default(),
            apis: vec![Api { epoch: 1, doing: Doing::Nothing }; self.size.apis],
            workers: Workers::idle(self.size.workers),
            created: false,
            answered: Answered::default(),
            by_hand: false,
            faults: self.size.faults,
        }]
    }

    fn actions(&self, state: &State, steps: &mut Vec<Step>) {
        self.progress(state, steps);
        let doing = state.apis.iter().enumerate().filter(|(_, api)| api.doing != Doing::Nothing);
        steps.extend(doing.map(|(i, _)| Step::GiveUp(i)));
        let busy = state.workers.distinct().filter(|(_, worker)| **worker != Worker::Idle);
        steps.extend(busy.map(|(i, _)| Step::Forget(i)));
        steps.extend(self.size.kinds.iter().copied().filter(|fault| fault.may_strike(state)).map(Step::Strike));
    }

    fn next_state(&self, last: &State, step: Step) -> Option<State> {
        let mut state = last.clone();
        match step {
            Step::Api(i, act) => {
                let api = state.apis[i];
                state.apis[i] = self.act(&mut state, api, act);
            }
            Step::GiveUp(i) => state.apis[i].doing = Doing::Nothing,
            Step::Work(work) => state.workers.perform(self.rules, work, &mut state.data.log, &mut state.chat),
            Step::Forget(i) => {
                let held = state.workers.forget(i);
                state.answered.note_lost(&held, &state.data.log, &state.workers);
            }
            Step::Strike(fault) => fault.strike(&mut state),
        }
        state.apis.sort_unstable();
        Some(state)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        let mut all = vec![
            Property::always("I3: a number is answered once, and its row holds what was answered", answered_once),
            Property::always("I1: what was answered is stored, or was lost and lies in a gap", answered_is_kept),
            Property::always("I2: the numbers up to the counter are rows or in gaps, and none is above", dense),
            Property::always("a number that was published as gone is not given, but for a hand", gone_is_gone),
            Property::always("one gap for each loss, and none before the first", one_gap_a_loss),
        ];
        if self.rules == Rules::ALL {
            all.push(Property::always("nothing gets stuck", never_stuck));
        }
        all
    }
}

/// The counter's n where nothing is under way any more.
fn quiet(state: &State) -> Option<u8> {
    let still = state.workers.are_idle()
        && state.apis.iter().all(|api| api.doing == Doing::Nothing)
        && state.data.log.is_drained();
    state.data.valid().filter(|_| still)
}

fn answered_once(_: &Seeding, state: &State) -> bool {
    state.answered.once(&state.chat)
}

fn answered_is_kept(_: &Seeding, state: &State) -> bool {
    quiet(state).is_none() || state.answered.kept(&state.chat)
}

fn dense(_: &Seeding, state: &State) -> bool {
    quiet(state).is_none_or(|n| state.chat.ends_dense(n))
}

/// A creator cannot know of a gap that was published for a seed whose L an operator then deleted. The gap says less than
/// the truth for a moment; the row wins.
fn gone_is_gone(_: &Seeding, state: &State) -> bool {
    !state.answered.inside_gap || state.by_hand
}

fn one_gap_a_loss(_: &Seeding, state: &State) -> bool {
    state.chat.gaps_are_few()
}

fn never_stuck(model: &Seeding, state: &State) -> bool {
    let mut steps = Vec::new();
    model.progress(state, &mut steps);
    let finished = state.answered.numbers.len() == model.size.requests && state.data.log.entries.is_empty();
    !steps.is_empty() || finished && quiet(state).is_some()
}
