//! The retry model: one request whose reply is lost, or late, and is sent again by the process that accepted it.
//!
//! Another process accepts beside it. Keys are no part of this: a request without one must not be stored twice either.

mod state;
mod tests;

use stateright::{Model, Property};

pub use self::tests::LEFT_OUT;

use self::state::{Doing, State};
use crate::persist::{Chat, Log, Work, Workers};
use crate::rules::{Rule, Rules};

/// Entries that the log may hold.
const CAPACITY: usize = 3;

/// How much of the world a search looks at.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Requests of another process.
    pub others: u8,
    /// Workers of the group `persist`.
    pub workers: usize,
    /// Losses that may be declared.
    pub faults: u8,
}

/// One search: these rules, this much of the world.
pub struct Retry {
    pub rules: Rules,
    pub size: Size,
}

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Send,
    /// The server runs what was sent; the reply arrives, or it does not.
    Run {
        replied: bool,
    },
    TimeOut,
    Look,
    SendAgain,
    Other,
    Seed,
    Work(Work),
    Forget(usize),
    /// A loss is declared; everything is gone, or nothing.
    Lose {
        everything: bool,
    },
}

impl Retry {
    /// The reply did not come in time: the connection is ended.
    fn time_out(&self, state: &mut State, epoch: u8, known: u8) {
        if self.rules.follow(Rule::RetryKill) {
            state.sent = None;
        }
        let known = if self.rules.follow(Rule::RetryKnown) { known } else { state.log.last_id };
        let looks = self.rules.follow(Rule::RetryLook);
        state.doing = if looks { Doing::Looking { epoch, known } } else { Doing::Resending { epoch } };
    }

    /// Looks for the request on the log.
    fn look(&self, state: &mut State, epoch: u8, known: u8) {
        let found = state.log.entries.iter().find(|entry| entry.id > known && entry.request == State::OWN);
        let conclusive = state.log.trimmed <= known || !self.rules.follow(Rule::RetryTrimmed);
        state.doing = match found {
            Some(entry) => Doing::Answered { number: entry.number },
            None if conclusive => Doing::Resending { epoch },
            None => Doing::Unknown,
        };
    }

    /// Sends a second time; what comes of it now is the end.
    fn send_again(&self, state: &mut State, epoch: u8) {
        let epoch = if self.rules.follow(Rule::RetryEpoch) { epoch } else { state.epoch };
        let given = state.accept(epoch, State::OWN);
        state.doing = given.map_or(Doing::Unknown, |number| Doing::Answered { number });
    }
}

impl Model for Retry {
    type State = State;
    type Action = Step;

    fn init_states(&self) -> Vec<State> {
        vec![State {
            epoch: 1,
            n: Some(0),
            log: Log::with_group(),
            chat: Chat::default(),
            doing: Doing::New,
            sent: None,
            workers: Workers::idle(self.size.workers),
            others: self.size.others,
            accepted: 0,
            faults: self.size.faults,
        }]
    }

    fn actions(&self, state: &State, steps: &mut Vec<Step>) {
        match state.doing {
            Doing::New => steps.push(Step::Send),
            Doing::Waiting { .. } => steps.push(Step::TimeOut),
            Doing::Looking { .. } => steps.push(Step::Look),
            Doing::Resending { .. } => steps.push(Step::SendAgain),
            Doing::Answered { .. } | Doing::Unknown => {}
        }
        if state.sent.is_some() {
            steps.extend([true, false].map(|replied| Step::Run { replied }));
        }
        steps.extend((state.others > 0 && state.n.is_some() && state.has_room()).then_some(Step::Other));
        steps.extend((state.n.is_none() && state.log.is_drained()).then_some(Step::Seed));
        steps.extend(state.workers.work(self.rules, &state.log).into_iter().map(Step::Work));
        steps.extend((0..self.size.workers).map(Step::Forget));
        if state.faults > 0 {
            steps.extend([true, false].map(|everything| Step::Lose { everything }));
        }
    }

    fn next_state(&self, last: &State, step: Step) -> Option<State> {
        let mut state = last.clone();
        match (step, last.doing) {
            (Step::Send, _) => {
                state.sent = Some(last.epoch);
                state.doing = Doing::Waiting { epoch: last.epoch, known: last.log.last_id };
            }
            (Step::Run { replied }, doing) => {
                let given = state.sent.take().and_then(|epoch| state.accept(epoch, State::OWN));
                if let (Doing::Waiting { .. }, true) = (doing, replied) {
                    state.doing = given.map_or(Doing::Unknown, |number| Doing::Answered { number });
                }
            }
            (Step::TimeOut, Doing::Waiting { epoch, known }) => self.time_out(&mut state, epoch, known),
            (Step::Look, Doing::Looking { epoch, known }) => self.look(&mut state, epoch, known),
            (Step::SendAgain, Doing::Resending { epoch }) => self.send_again(&mut state, epoch),
            (Step::TimeOut | Step::Look | Step::SendAgain, _) => return None,
            (Step::Other, _) => {
                state.others -= 1;
                let epoch = state.epoch;
                state.accept(epoch, State::OTHER);
            }
            (Step::Seed, _) => state.seed(self.rules),
            (Step::Work(work), _) => state.workers.perform(self.rules, work, &mut state.log, &mut state.chat),
            (Step::Forget(i), _) => {
                state.workers.forget(i);
            }
            (Step::Lose { everything }, _) => state.lose(everything),
        }
        Some(state)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("a request is accepted once", |_: &Retry, state: &State| state.accepted <= 1),
            Property::always("an answered request was accepted", |_: &Retry, state: &State| {
                !matches!(state.doing, Doing::Answered { .. }) || state.accepted > 0
            }),
        ]
    }
}
