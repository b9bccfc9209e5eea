//! What goes wrong in the numbering model, and what an operator does to the queue.

use super::Numbering;
use super::accept::refuse_append;
use super::scenario::Fault;
use super::state::{Api, Confirming, Data, Server, State};
use crate::rules::Rule;

impl Numbering {
    /// True where `fault` may strike now and would change something.
    pub fn may_strike(&self, state: &State, fault: Fault) -> bool {
        let free = matches!(fault, Fault::LoseTail | Fault::Raise | Fault::Lower);
        if state.faults == 0 && !free {
            return false;
        }
        let data = &state.data;
        match fault {
            Fault::Restart | Fault::RestartEmpty | Fault::KillApi => true,
            Fault::FallBehind => state.behind.is_none() && (!state.server.always || self.scenario.has(Fault::FailOver)),
            Fault::LoseTail => state.behind.is_some() && !state.server.always,
            Fault::FlushAll => *data != Data::default(),
            Fault::FlushScripts => state.server.scripts != 0,
            Fault::DeleteCounter => data.counter.is_some(),
            Fault::LowerCounter => data.counter.is_some_and(|counter| counter.n > 0 && counter.sound),
            Fault::DestroyGroup => data.log.group.is_some(),
            Fault::RefuseAppend => {
                !self.rules.follow(Rule::AppendFirst) && state.data.counter.is_some() && !state.data.closed
            }
            Fault::FailOver => !state.took_over || is_met(state) || !self.rules.follow(Rule::TakeoverMet),
            Fault::TurnEverysec => state.always_next,
            Fault::TurnAlways => !state.always_next,
            Fault::Pause => !state.store.paused,
            Fault::Raise => self.may_raise(state),
            Fault::Lower => self.may_lower(state),
        }
    }

    /// Lets `fault` strike.
    pub fn strike(&self, state: &mut State, fault: Fault) {
        if !matches!(fault, Fault::LoseTail | Fault::Raise | Fault::Lower) {
            state.faults -= 1;
        }
        match fault {
            Fault::Restart => {
                state.behind = None;
                self.restart(state);
            }
            Fault::FallBehind => state.behind = Some(state.data.clone()),
            Fault::LoseTail => {
                let disk = state.behind.take().unwrap_or_default();
                hold(state, disk);
                self.restart(state);
            }
            Fault::RestartEmpty => {
                hold(state, Data::default());
                self.restart(state);
            }
            Fault::FlushAll => hold(state, Data::default()),
            Fault::FlushScripts => state.server.scripts = 0,
            Fault::DeleteCounter => state.data.counter = None,
            Fault::LowerCounter => {
                if let Some(counter) = state.data.counter.as_mut() {
                    counter.n -= 1;
                    counter.sound = false;
                }
            }
            Fault::DestroyGroup => state.data.log.group = None,
            Fault::RefuseAppend => refuse_append(state),
            Fault::FailOver => self.fail_over(state),
            Fault::TurnEverysec => {
                state.server.always = false;
                state.always_next = false;
            }
            Fault::TurnAlways => state.always_next = true,
            // Which process dies is the step's own; here it is only paid for.
            Fault::KillApi => {}
            Fault::Pause => state.store.paused = true,
            Fault::Raise => self.raise(state),
            Fault::Lower => self.lower(state),
        }
    }

    /// Another process of the same server: no scripts, another run id.
    fn restart(&self, state: &mut State) {
        state.runs += 1;
        state.server = Server { run: state.runs, always: state.always_next, scripts: 0 };
        self.break_connections(state);
    }

    /// The standby becomes master with what it has; the old master becomes its replica and keeps its process.
    fn fail_over(&self, state: &mut State) {
        if let Some(replica) = state.behind.take() {
            hold(state, replica);
        }
        std::mem::swap(&mut state.server, &mut state.standby);
        state.took_over = true;
        self.break_connections(state);
    }

    /// Whoever was confirming the server that is gone starts over.
    fn break_connections(&self, state: &mut State) {
        if !self.rules.follow(Rule::ConfirmConnection) {
            return;
        }
        for api in &mut state.apis {
            if api.confirming != Confirming::No {
                *api = begin_anew(state.store.epoch, state.store.confirmation);
            }
        }
    }

    fn may_raise(&self, state: &State) -> bool {
        state.limit == self.scenario.capacity || state.store.capacity == self.scenario.capacity
    }

    /// Two steps, for the greater capacity: recorded, and used.
    fn raise(&self, state: &mut State) {
        let greater = self.scenario.capacity + 1;
        let recorded = state.store.capacity == greater;
        if recorded || !self.rules.follow(Rule::CapacityRecorded) && state.limit != greater {
            state.limit = greater;
        } else {
            state.store.capacity = greater;
        }
    }

    fn may_lower(&self, state: &State) -> bool {
        state.limit == self.scenario.capacity
            || state.store.capacity == self.scenario.capacity && !self.rules.follow(Rule::CapacityKept)
    }

    /// Used at once; recorded only where the rule is broken.
    fn lower(&self, state: &mut State) {
        let less = self.scenario.capacity - 1;
        if state.limit == less {
            state.store.capacity = less;
        } else {
            state.limit = less;
        }
    }
}

/// A process that has just read the store.
pub fn begin_anew(epoch: u8, confirmation: u8) -> Api {
    Api { epoch, confirmation, confirming: Confirming::No }
}

/// True where every process knows the server, and it them: confirmed to the end, and by all.
fn is_met(state: &State) -> bool {
    let known = begin_anew(state.store.epoch, state.store.confirmation);
    state.apis.iter().all(|api| *api == known)
        && state.data.epoch == known.epoch
        && state.server.scripts & 1 << known.confirmation != 0
}

/// Replaces what the server holds.
fn hold(state: &mut State, data: Data) {
    let before = std::mem::replace(&mut state.data, data);
    state.answered.note_lost(&before.log.entries, &state.data.log, &state.workers);
}
