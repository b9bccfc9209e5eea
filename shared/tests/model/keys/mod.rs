//! The keys model: one client's idempotency key, sent again and again, at once, and over losses of the queue.
//!
//! Seeds are one step here. Every message of this chat carries the key: the protocol sees no others.

mod attempt;
mod state;
mod tests;

use stateright::{Model, Property};

pub use self::tests::LEFT_OUT;

use self::attempt::Act;
use self::state::{Attempt, Data, Doing, State};
use crate::persist::{Answered, Chat, Log, Work, Worker, Workers};
use crate::rules::{Rule, Rules};

/// Entries that the log may hold. Reaching it is no matter of keys.
const CAPACITY: u8 = 3;

/// How much of the world a search looks at.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub name: &'static str,
    /// The body that each attempt carries.
    pub bodies: &'static [u8],
    /// Workers of the group `persist`.
    pub workers: usize,
    /// How often a fault may strike.
    pub faults: u8,
}

/// One search: these rules, this much of the world.
pub struct Keys {
    pub rules: Rules,
    pub size: Size,
}

/// What goes wrong. Each costs one fault, but for `LoseTail`, which `FallBehind` has paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A loss is declared, and nothing was lost.
    Suspect,
    /// Everything is gone, and a loss is declared.
    Flush,
    /// The disk holds only what is there now.
    FallBehind,
    /// The partition comes back as the disk had it, and a loss is declared.
    LoseTail,
}

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Attempt(usize, Act),
    Seed,
    Work(Work),
    /// Only where the key is not written with its row.
    WriteKey,
    Forget(usize),
    Strike(Fault),
}

impl Model for Keys {
    type State = State;
    type Action = Step;

    fn init_states(&self) -> Vec<State> {
        let new = |body: &u8| Attempt { body: *body, epoch: 1, doing: Doing::New, looked: false };
        vec![State {
            data: Data { epoch: 1, n: Some(0), key: None, log: Log::with_group() },
            behind: None,
            epoch: 1,
            chat: Chat::default(),
            key: None,
            attempts: self.size.bodies.iter().map(new).collect(),
            workers: Workers::idle(self.size.workers),
            answered: Answered::default(),
            bodies: Vec::new(),
            excused: 0,
            twice: false,
            wrong_body: false,
            faults: self.size.faults,
        }]
    }

    fn actions(&self, state: &State, steps: &mut Vec<Step>) {
        for (i, attempt) in state.attempts.iter().enumerate() {
            if i == 0 || *attempt != state.attempts[i - 1] {
                steps.extend(self.act_of(state, *attempt).map(|act| Step::Attempt(i, act)));
            }
        }
        steps.extend((state.data.n.is_none() && state.data.log.is_drained()).then_some(Step::Seed));
        steps.extend(state.workers.work(self.rules, &state.data.log).into_iter().map(Step::Work));
        let unwritten = state.key.is_none() && !state.chat.rows.is_empty();
        steps.extend(unwritten.then_some(Step::WriteKey));
        let busy = state.workers.distinct().filter(|(_, worker)| **worker != Worker::Idle);
        steps.extend(busy.map(|(i, _)| Step::Forget(i)));
        if state.faults > 0 {
            steps.extend([Fault::Suspect, Fault::Flush].map(Step::Strike));
            steps.extend(state.behind.is_none().then_some(Step::Strike(Fault::FallBehind)));
        }
        steps.extend(state.behind.is_some().then_some(Step::Strike(Fault::LoseTail)));
    }

    fn next_state(&self, last: &State, step: Step) -> Option<State> {
        let mut state = last.clone();
        match step {
            Step::Attempt(i, act) => {
                let attempt = state.attempts[i];
                state.attempts[i] = self.act(&mut state, attempt, act);
            }
            Step::Seed => {
                let (n, gap) = state.chat.seed(self.rules, state.data.epoch, state.data.epoch, CAPACITY);
                state.chat.publish(gap);
                state.data.n = Some(n);
            }
            Step::Work(work) => {
                state.workers.perform(self.rules, work, &mut state.data.log, &mut state.chat);
                if self.rules.follow(Rule::KeyWithRow) {
                    state.write_key();
                }
            }
            Step::WriteKey => state.write_key(),
            Step::Forget(i) => {
                state.workers.forget(i);
            }
            Step::Strike(fault) => state.strike(fault),
        }
        state.attempts.sort_unstable();
        Some(state)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("I4: one key, one number, unless its entry was lost", |_: &Keys, state: &State| {
                !state.twice
            }),
            Property::always("I3: a number is answered for one content", |_: &Keys, state: &State| {
                !state.wrong_body && state.answered.once(&state.chat)
            }),
        ]
    }
}
