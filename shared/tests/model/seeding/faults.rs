//! What goes wrong while counters are seeded.

use super::state::{Data, State};
use crate::persist::Log;

/// How far ids jump at a loss: more than all ids that a search ever gives in one epoch.
const JUMP: u8 = 12;

/// Each costs one fault, but for `LoseTail`, which `FallBehind` has paid for.
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
    /// The counter's key is deleted by hand.
    DeleteCounter,
    /// The counter is lowered by hand.
    LowerCounter,
    /// The group `persist` is destroyed by hand.
    DestroyGroup,
}

impl Fault {
    /// True where it may strike now and would change something.
    pub fn may_strike(self, state: &State) -> bool {
        if self == Fault::LoseTail {
            return state.behind.is_some();
        }
        let counter = state.data.counter;
        state.faults > 0
            && match self {
                Fault::Suspect | Fault::Flush | Fault::LoseTail => true,
                Fault::FallBehind => state.behind.is_none(),
                Fault::DeleteCounter => counter.is_some(),
                Fault::LowerCounter => counter.is_some_and(|hash| hash.sound && hash.n.is_some_and(|n| n > 0)),
                Fault::DestroyGroup => state.data.log.group.is_some(),
            }
    }

    /// Strikes.
    pub fn strike(self, state: &mut State) {
        state.faults -= u8::from(self != Fault::LoseTail);
        state.by_hand |= matches!(self, Fault::DeleteCounter | Fault::LowerCounter);
        match self {
            Fault::Suspect => {
                let same = state.data.clone();
                lose(state, same);
            }
            Fault::Flush => lose(state, Data { epoch: 0, counter: None, log: Log::with_group() }),
            Fault::FallBehind => state.behind = Some(state.data.clone()),
            Fault::LoseTail => {
                if let Some(disk) = state.behind.take() {
                    lose(state, disk);
                }
            }
            Fault::DeleteCounter => state.data.counter = None,
            Fault::LowerCounter => {
                if let Some(hash) = state.data.counter.as_mut() {
                    hash.n = hash.n.map(|n| n - 1);
                    hash.sound = false;
                }
            }
            Fault::DestroyGroup => state.data.log.group = None,
        }
    }
}

/// A loss: what is still there is kept, the epoch is raised, ids jump.
fn lose(state: &mut State, data: Data) {
    state.epoch += 1;
    let before = std::mem::replace(&mut state.data, data);
    state.data.epoch = state.epoch;
    state.data.log.last_id = JUMP * (state.epoch - 1);
    state.answered.note_lost(&before.log.entries, &state.data.log, &state.workers);
}
