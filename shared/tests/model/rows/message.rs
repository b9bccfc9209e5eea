//! One message's row under every order and repetition in which its entries can be written.
//!
//! Any accepted entry may be committed or parked at any time and any number of times: that covers every interleaving
//! of workers, claims and redeliveries, without modelling them. A content is the version of the entry it came with.

use stateright::{Model, Property};

use crate::rules::{Rule, Rules};

/// A version beyond those of all accepted entries: what a retry would get that takes a new id.
const NEW_ID: u8 = 100;

/// How many entries of each kind may be accepted for the message.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Creates; a second one is what `queue.on_loss = reuse` can lead to.
    pub creates: usize,
    pub updates: usize,
    pub deletes: usize,
}

/// One search: these rules, this many entries.
pub struct Message {
    pub rules: Rules,
    pub size: Size,
}

/// An entry of the log. Its version is its place among the accepted ones, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Create,
    Update,
    Delete,
}

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    Live,
    Deleted,
    Dead,
}

/// The row. Content 0 is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    pub create_version: Option<u8>,
    pub version: u8,
    pub content: u8,
    pub standing: Standing,
}

impl Row {
    /// True where clients see the message.
    pub fn shown(self) -> bool {
        self.standing == Standing::Live && self.create_version.is_some()
    }
}

/// What was accepted, what became of it, and what clients have seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct State {
    pub accepted: Vec<Kind>,
    /// Versions that were committed at least once, as bits.
    pub committed: u32,
    /// Versions that lie among the dead letters, as bits.
    pub parked: u32,
    pub row: Option<Row>,
    pub count: i8,
    /// The create whose message was shown first.
    pub shown: Option<u8>,
    /// True where a delete was ever committed.
    pub deleted: bool,
}

/// What can happen to the entry of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Accept(Kind),
    Commit(u8),
    Park(u8),
    Retry(u8),
}

impl Message {
    /// The create's upsert. `version` is what it writes and compares, `content` what it carries.
    fn create(&self, row: Option<Row>, id: u8, version: u8) -> Row {
        let Some(mut row) = row else {
            return Row { create_version: Some(id), version, content: id, standing: Standing::Live };
        };
        let other = row.create_version.is_some_and(|create_version| create_version != id);
        if row.standing == Standing::Dead && !self.rules.follow(Rule::DeadRetry)
            || row.create_version.is_none() && !self.rules.follow(Rule::CreateFills)
            || other && row.standing != Standing::Dead && self.rules.follow(Rule::CreateVersion)
        {
            return row;
        }
        row.create_version = Some(id);
        if row.standing == Standing::Deleted && self.rules.follow(Rule::DeleteFinal) {
            return row;
        }
        row.standing = Standing::Live;
        if row.version < version || !self.rules.follow(Rule::CreateOlder) {
            row.content = id;
        }
        row.version = row.version.max(version);
        row
    }

    fn update(&self, row: Option<Row>, version: u8) -> Option<Row> {
        let Some(mut row) = row else {
            let stub = Row { create_version: None, version, content: version, standing: Standing::Live };
            return self.rules.follow(Rule::UpdateFirst).then_some(stub);
        };
        if row.standing == Standing::Deleted {
            if self.rules.follow(Rule::DeleteFinal) || row.version >= version {
                return Some(row);
            }
            row.standing = Standing::Live;
        }
        if row.version < version || !self.rules.follow(Rule::UpdateNewer) {
            row.version = version;
            // Assigned first, the version is never older than itself when the content looks at it.
            if self.rules.follow(Rule::VersionLast) {
                row.content = version;
            }
        }
        Some(row)
    }

    fn delete(&self, row: Option<Row>, version: u8) -> Option<Row> {
        let tombstone = Row { create_version: None, version, content: 0, standing: Standing::Deleted };
        let Some(row) = row else {
            return self.rules.follow(Rule::DeleteFirst).then_some(tombstone);
        };
        if row.version > version && !self.rules.follow(Rule::DeleteAnyVersion) {
            return Some(row);
        }
        Some(Row { create_version: row.create_version, version: row.version.max(version), ..tombstone })
    }

    /// What an entry leaves behind that can never be persisted.
    fn park(&self, row: Option<Row>, kind: Kind, id: u8) -> Option<Row> {
        let tombstone = Row { create_version: Some(id), version: 0, content: 0, standing: Standing::Dead };
        match row {
            _ if kind != Kind::Create && self.rules.follow(Rule::DeadCreateOnly) => row,
            None => Some(tombstone),
            Some(stub) if stub.create_version.is_none() && self.rules.follow(Rule::DeadOverStub) => {
                let standing = if stub.standing == Standing::Deleted { stub.standing } else { Standing::Dead };
                Some(Row { create_version: Some(id), standing, ..stub })
            }
            Some(row) if !self.rules.follow(Rule::DeadWhereNone) || kind != Kind::Create => {
                Some(Row { standing: Standing::Dead, ..row })
            }
            Some(_) => row,
        }
    }

    /// How the chat's count moves with a write.
    fn counted(&self, kind: Option<Kind>, before: Option<Row>, after: Option<Row>) -> i8 {
        let shown = |row: Option<Row>| i8::from(row.is_some_and(Row::shown));
        match kind {
            Some(Kind::Create) if !self.rules.follow(Rule::CountRows) => 1,
            _ => shown(after) - shown(before),
        }
    }
}

impl Model for Message {
    type State = State;
    type Action = Step;

    fn init_states(&self) -> Vec<State> {
        vec![State::default()]
    }

    fn actions(&self, state: &State, steps: &mut Vec<Step>) {
        let many = |kind: Kind| state.accepted.iter().filter(|accepted| **accepted == kind).count();
        steps.extend((many(Kind::Create) < self.size.creates).then_some(Step::Accept(Kind::Create)));
        if !state.accepted.is_empty() {
            steps.extend((many(Kind::Update) < self.size.updates).then_some(Step::Accept(Kind::Update)));
            steps.extend((many(Kind::Delete) < self.size.deletes).then_some(Step::Accept(Kind::Delete)));
        }
        for (version, _) in (1..).zip(&state.accepted) {
            steps.extend([Step::Commit(version), Step::Park(version)]);
            steps.extend((state.parked & 1 << version != 0).then_some(Step::Retry(version)));
        }
    }

    fn next_state(&self, last: &State, step: Step) -> Option<State> {
        let mut state = last.clone();
        let kind = |id: u8| last.accepted[usize::from(id) - 1];
        let mut written = None;
        match step {
            Step::Accept(kind) => state.accepted.push(kind),
            Step::Commit(id) | Step::Retry(id) => {
                let retried_anew = matches!(step, Step::Retry(_)) && !self.rules.follow(Rule::RetryVersion);
                let version = if retried_anew { NEW_ID } else { id };
                written = Some(kind(id));
                state.row = match kind(id) {
                    Kind::Create => Some(self.create(last.row, id, version)),
                    Kind::Update => self.update(last.row, id),
                    Kind::Delete => self.delete(last.row, id),
                };
                state.committed |= 1 << id;
                state.parked &= !(1 << id);
                state.deleted |= kind(id) == Kind::Delete;
            }
            Step::Park(id) => {
                state.row = self.park(last.row, kind(id), id);
                state.parked |= 1 << id;
            }
        }
        state.count += self.counted(written, last.row, state.row);
        if let Some(row) = state.row.filter(|row| row.shown()) {
            state.shown = state.shown.or(row.create_version);
        }
        Some(state)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("I1: the content is the newest update's, else the create's", newest_content),
            Property::always("I2: there is a message or a tombstone", stands),
            Property::always("I3: a message that was shown is never replaced", never_replaced),
            Property::always("what is deleted stays deleted", stays_deleted),
            Property::always("I5: the count is that of the rows", count_is_exact),
        ]
    }
}

/// True where every entry has come to its end, for now.
fn settled(state: &State) -> bool {
    (1..).zip(&state.accepted).all(|(version, _): (u8, _)| (state.committed | state.parked) & 1 << version != 0)
}

/// The committed versions of a kind.
fn committed(state: &State, kind: Kind) -> impl Iterator<Item = u8> {
    let accepted = (1..).zip(&state.accepted).filter(move |(_, accepted)| **accepted == kind);
    accepted.map(|(version, _)| version).filter(|version| state.committed & 1 << version != 0)
}

fn newest_content(_: &Message, state: &State) -> bool {
    let Some(row) = state.row.filter(|row| settled(state) && row.shown()) else { return true };
    row.content == committed(state, Kind::Update).chain(row.create_version).max().unwrap_or(0)
}

fn stands(_: &Message, state: &State) -> bool {
    if state.accepted.is_empty() || !settled(state) {
        return true;
    }
    let standing = match () {
        () if state.deleted => Standing::Deleted,
        () if committed(state, Kind::Create).next().is_some() => Standing::Live,
        () => Standing::Dead,
    };
    state.row.is_some_and(|row| row.standing == standing && row.create_version.is_some())
}

fn never_replaced(_: &Message, state: &State) -> bool {
    state.shown.is_none_or(|create| {
        state.row.is_some_and(|row| row.create_version == Some(create) && row.standing != Standing::Dead)
    })
}

fn stays_deleted(_: &Message, state: &State) -> bool {
    !state.deleted || state.row.is_some_and(|row| row.standing == Standing::Deleted)
}

fn count_is_exact(_: &Message, state: &State) -> bool {
    state.count == i8::from(state.row.is_some_and(Row::shown))
}
