//! What must be true in every state of the numbering model: I1 to I3 of the reliability page, and two promises more.

use stateright::{Model as _, Property};

use super::state::{Confirming, State};
use super::{Numbering, Step};
use crate::rules::Rules;

/// All of them. Getting stuck counts only where every rule is followed: without one, it proves nothing about safety.
pub fn all(rules: Rules) -> Vec<Property<Numbering>> {
    let mut all = vec![
        Property::always("I3: a number is answered once, and its row holds what was answered", answered_once),
        Property::always("I1: what was answered is stored, or was lost and lies in a gap", answered_is_kept),
        Property::always("I2: the numbers up to the counter are rows or in gaps, and none is above", dense),
        Property::always("a number that was published as gone is not given", gone_is_gone),
        Property::always("one gap for each loss, and none before the first", one_gap_a_loss),
    ];
    if rules == Rules::ALL {
        all.push(Property::always("nothing gets stuck", never_stuck));
    }
    all
}

fn answered_once(_: &Numbering, state: &State) -> bool {
    state.answered.once(&state.store.chat)
}

fn answered_is_kept(model: &Numbering, state: &State) -> bool {
    !quiet(model, state) || state.answered.kept(&state.store.chat)
}

fn dense(model: &Numbering, state: &State) -> bool {
    !quiet(model, state) || state.data.counter.is_none_or(|counter| state.store.chat.ends_dense(counter.n))
}

fn gone_is_gone(_: &Numbering, state: &State) -> bool {
    !state.answered.inside_gap
}

fn one_gap_a_loss(_: &Numbering, state: &State) -> bool {
    state.store.chat.gaps_are_few()
}

fn never_stuck(model: &Numbering, state: &State) -> bool {
    let mut steps: Vec<Step> = Vec::new();
    model.progress(state, &mut steps);
    let finished = state.answered.numbers.len() == model.scenario.requests && state.data.log.entries.is_empty();
    !steps.is_empty() || finished && quiet(model, state) || !model.within_boundary(state)
}

/// True where nothing is under way any more, and the queue and the store agree on the server.
fn quiet(model: &Numbering, state: &State) -> bool {
    state.workers.are_idle()
        && state.apis.iter().all(|api| api.confirming == Confirming::No)
        && state.server.scripts & 1 << state.store.confirmation != 0
        && state.data.epoch == state.store.epoch
        && state.data.log.is_drained()
        && model.valid(&state.data, state.store.epoch)
}
