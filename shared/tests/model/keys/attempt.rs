//! One request with a key: reading the epoch, asking the store, calling the script.

use super::state::{Attempt, Doing, Key, State};
use super::{CAPACITY, Keys};
use crate::rules::Rule;

/// What a request can do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Begin,
    LookUp,
    ReadEpoch,
    Call,
    SetKey,
}

impl Keys {
    /// What `attempt` can do now. A log that is full and a counter that is not seeded are waited for.
    pub fn act_of(&self, state: &State, attempt: Attempt) -> Option<Act> {
        match attempt.doing {
            Doing::New => Some(Act::Begin),
            Doing::LookingUp => Some(Act::LookUp),
            Doing::ReadingEpoch => Some(Act::ReadEpoch),
            Doing::Keying { .. } => Some(Act::SetKey),
            Doing::Asking => {
                let other_epoch = state.data.epoch != attempt.epoch;
                let known = self.known_to_queue(state).is_some();
                let room = state.data.log.entries.len() < usize::from(CAPACITY);
                (other_epoch || known || state.data.n.is_some() && room).then_some(Act::Call)
            }
            Doing::Ended => None,
        }
    }

    /// Does it.
    pub fn act(&self, state: &mut State, mut attempt: Attempt, act: Act) -> Attempt {
        attempt.doing = match (act, attempt.doing) {
            (Act::Begin, _) if !self.rules.follow(Rule::KeyEpochFirst) => Doing::LookingUp,
            (Act::Begin, _) => Doing::Asking,
            (Act::LookUp, _) => {
                attempt.looked = true;
                match state.key {
                    Some(key) => self.answer(state, attempt, key),
                    None if self.rules.follow(Rule::KeyEpochFirst) => Doing::Asking,
                    None => Doing::ReadingEpoch,
                }
            }
            (Act::ReadEpoch, _) => {
                attempt.epoch = state.epoch;
                Doing::Asking
            }
            (Act::Call, _) if state.data.epoch != attempt.epoch => {
                attempt.epoch = state.epoch;
                self.after_epoch(attempt)
            }
            (Act::Call, _) => self.call(state, attempt),
            (Act::SetKey, Doing::Keying { number }) => {
                state.data.key.get_or_insert(Key { number, body: attempt.body });
                Doing::Ended
            }
            (Act::SetKey, doing) => doing,
        };
        attempt
    }

    /// Where an attempt goes on that was answered `EPOCH` and has read the store's.
    fn after_epoch(&self, attempt: Attempt) -> Doing {
        let enough = attempt.looked && !self.rules.follow(Rule::KeyAgain);
        if enough || !self.rules.follow(Rule::KeyInStore) { Doing::Asking } else { Doing::LookingUp }
    }

    /// The accept script, in the right epoch.
    fn call(&self, state: &mut State, attempt: Attempt) -> Doing {
        if let Some(key) = self.known_to_queue(state) {
            return self.answer(state, attempt, key);
        }
        let number = state.data.n.unwrap_or(0) + 1;
        state.give(number, attempt.body);
        if !self.rules.follow(Rule::KeyWithAppend) {
            return Doing::Keying { number };
        }
        state.data.key = Some(Key { number, body: attempt.body });
        Doing::Ended
    }

    /// The queue's key, as far as the script looks.
    fn known_to_queue(&self, state: &State) -> Option<Key> {
        state.data.key.filter(|_| self.rules.follow(Rule::KeyInQueue))
    }

    /// A key that is known: its number, or a conflict.
    fn answer(&self, state: &mut State, attempt: Attempt, key: Key) -> Doing {
        let conflict = key.body != attempt.body;
        state.wrong_body |= conflict && !self.rules.follow(Rule::KeyBody);
        Doing::Ended
    }
}
