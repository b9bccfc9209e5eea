//! The steps of a seed, each a script or a transaction of its own.

use super::Seeding;
use super::state::{Api, Data, Doing, Hash, State};
use crate::persist::Gap;
use crate::rules::Rule;

/// What a process can do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// A creation is accepted, on the application's partition.
    Create,
    /// The answer of a creation is given again for its key.
    Replay,
    SeedZero,
    TakeEpoch,
    Accept,
    AskForSeed,
    SeeAcknowledged,
    ReadStore,
    Publish,
    SetN,
    PublishLate,
}

impl Seeding {
    /// What `api` can do now.
    pub fn acts(&self, state: &State, api: Api) -> Vec<Act> {
        match api.doing {
            Doing::Nothing if api.epoch != state.data.epoch => vec![Act::TakeEpoch],
            Doing::Nothing if !state.created => vec![Act::Create],
            Doing::Nothing => self.idle_acts(state),
            Doing::Created { .. } => vec![Act::SeedZero],
            Doing::Waiting { mark } if self.acknowledged(&state.data, mark) => vec![Act::SeeAcknowledged],
            Doing::Waiting { .. } => Vec::new(),
            Doing::Acknowledged { .. } => vec![Act::ReadStore],
            Doing::Read { .. } => vec![Act::Publish],
            Doing::Seeding { .. } => vec![Act::SetN],
            Doing::Publishing { .. } => vec![Act::PublishLate],
        }
    }

    /// The accept script's answer decides; numbers are asked for by POST, seeds by GET, PUT and DELETE too.
    fn idle_acts(&self, state: &State) -> Vec<Act> {
        let mut acts = Vec::new();
        acts.extend((!self.rules.follow(Rule::CreatorOnly)).then_some(Act::Replay));
        if state.data.valid().is_none() {
            acts.push(Act::AskForSeed);
        } else {
            let wanted = state.answered.numbers.len() < self.size.requests;
            let full = state.data.log.entries.len() >= usize::from(self.size.capacity);
            acts.extend((wanted && !full).then_some(Act::Accept));
        }
        acts
    }

    /// The wait's script. It may leave the epoch alone: the seed script looks at it again.
    fn acknowledged(&self, data: &Data, mark: u8) -> bool {
        if !self.rules.follow(Rule::SeedWait) {
            return true;
        }
        if data.log.group.is_none() {
            return !self.rules.follow(Rule::WaitGroup);
        }
        (data.log.delivered(mark) || !self.rules.follow(Rule::WaitUnread))
            && (data.log.least_pending() > mark || !self.rules.follow(Rule::WaitPending))
    }

    /// Does it.
    pub fn act(&self, state: &mut State, mut api: Api, act: Act) -> Api {
        api.doing = match (act, api.doing) {
            (Act::Create | Act::Replay, _) => {
                state.created = true;
                Doing::Created { known: state.data.log.last_id }
            }
            (Act::SeedZero, Doing::Created { known }) => {
                self.seed_zero(state, api.epoch, known);
                Doing::Nothing
            }
            (Act::TakeEpoch, _) => {
                api.epoch = state.epoch;
                Doing::Nothing
            }
            (Act::Accept, _) => {
                accept(state);
                Doing::Nothing
            }
            (Act::AskForSeed, _) => Doing::Waiting { mark: mark(&mut state.data) },
            (Act::SeeAcknowledged, Doing::Waiting { mark }) => Doing::Acknowledged { mark },
            (Act::ReadStore, Doing::Acknowledged { mark }) => self.read_store(state, api.epoch, mark),
            (Act::Publish, Doing::Read { mark, gap }) => self.publish(state, api.epoch, mark, gap),
            (Act::SetN, Doing::Seeding { mark, n, unpublished }) => {
                let set = self.set_n(&mut state.data, api.epoch, mark, n);
                unpublished.filter(|_| set).map_or(Doing::Nothing, |gap| Doing::Publishing { gap })
            }
            (Act::PublishLate, Doing::Publishing { gap }) => {
                state.chat.publish(Some(gap));
                Doing::Nothing
            }
            (_, doing) => doing,
        };
        api
    }

    /// The creator's script: 0, where nobody can have given a number.
    fn seed_zero(&self, state: &mut State, epoch: u8, known: u8) {
        let data = &mut state.data;
        let same = data.epoch == epoch || !self.rules.follow(Rule::CreatorEpoch);
        let absent = data.counter.is_none() || !self.rules.follow(Rule::CreatorAbsent);
        let unlogged = data.log.entries.is_empty() || !self.rules.follow(Rule::CreatorLogged);
        let whole = data.log.trimmed <= known
            || !self.rules.follow(Rule::CreatorTrimmed)
            || !self.rules.follow(Rule::CreatorLogged);
        if same && absent && unlogged && whole {
            data.counter = Some(Hash { n: Some(0), epoch: data.epoch, sound: true, mark: None });
        }
    }

    /// The store says where the counter stands, and which gap there is to publish.
    fn read_store(&self, state: &State, epoch: u8, mark: u8) -> Doing {
        let (n, gap) = state.chat.seed(self.rules, epoch, epoch, self.size.capacity);
        gap.map_or(Doing::Seeding { mark, n, unpublished: None }, |gap| Doing::Read { mark, gap })
    }

    /// The gap's transaction. Whoever finds a gap of the epoch there takes that one.
    fn publish(&self, state: &mut State, epoch: u8, mark: u8, gap: Gap) -> Doing {
        if epoch != state.epoch && self.rules.follow(Rule::GapEpoch) {
            return Doing::Nothing;
        }
        let standing = state.chat.gaps.iter().find(|other| other.epoch == epoch && self.rules.follow(Rule::GapStands));
        match standing {
            Some(standing) => {
                let base = gap.to - self.size.capacity;
                Doing::Seeding { mark, n: standing.to.max(base), unpublished: None }
            }
            None if self.rules.follow(Rule::GapFirst) => {
                state.chat.publish(Some(gap));
                Doing::Seeding { mark, n: gap.to, unpublished: None }
            }
            None => Doing::Seeding { mark, n: gap.to, unpublished: Some(gap) },
        }
    }

    /// The seed script; true where it has set n.
    fn set_n(&self, data: &mut Data, epoch: u8, mark: u8, n: u8) -> bool {
        let same = data.epoch == epoch || !self.rules.follow(Rule::SeedEpoch);
        let still = data.counter.is_some_and(|hash| hash.mark == Some(mark)) || !self.rules.follow(Rule::SeedMark);
        if !same || !still || data.valid().is_some() {
            return false;
        }
        let kept = data.counter.and_then(|hash| hash.mark).filter(|_| !self.rules.follow(Rule::MarkCleared));
        data.counter = Some(Hash { n: Some(n), epoch: data.epoch, sound: true, mark: kept });
        true
    }
}

/// The accept script on a valid counter.
fn accept(state: &mut State) {
    let Some(hash) = state.data.counter.as_mut() else { return };
    let n = hash.n.unwrap_or(0) + 1;
    hash.n = Some(n);
    state.data.log.append(n, state.answered.next());
    state.answered.answer(n, &state.chat);
}

/// The accept script on a counter that is not valid: L, as written now or before.
fn mark(data: &mut Data) -> u8 {
    let last_id = data.log.last_id;
    let hash = data.counter.get_or_insert(Hash { n: None, epoch: data.epoch, sound: false, mark: None });
    *hash.mark.get_or_insert(last_id)
}
