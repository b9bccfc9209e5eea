//! One chat's row: its create comes from the application's partition, its updates and messages from its own.
//!
//! The ids of two partitions say nothing about each other; here the create's is greater than every update's, so that
//! whoever compares them is found out. A title is the version of the update it came with, or `CREATED`.

use stateright::{Model, Property};

use crate::rules::{Rule, Rules};

/// The create's id on its own partition's log, and the title it carries.
const CREATED: u8 = 100;

/// One search: these rules, this many updates.
pub struct Chat {
    pub rules: Rules,
    pub updates: u8,
}

/// The row, and what was committed so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct State {
    pub row: Option<Row>,
    /// True where the create was committed.
    pub create: bool,
    /// The greatest committed update.
    pub update: u8,
}

/// `version` is that of updates only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Row {
    pub version: u8,
    pub title: u8,
    pub created_at: bool,
}

/// What is committed, in any order and any number of times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Create,
    Update(u8),
    /// A message of the chat, which makes the row where there is none.
    Message,
}

impl Chat {
    fn create(&self, row: &mut Row) {
        let fresh = *row == Row::default();
        let sets_title = if self.rules.follow(Rule::ChatTitle) { row.version == 0 } else { row.version < CREATED };
        if sets_title {
            row.title = CREATED;
        }
        row.created_at |= fresh || self.rules.follow(Rule::ChatCreated);
    }
}

impl Model for Chat {
    type State = State;
    type Action = Step;

    fn init_states(&self) -> Vec<State> {
        vec![State::default()]
    }

    fn actions(&self, _: &State, steps: &mut Vec<Step>) {
        steps.extend([Step::Create, Step::Message]);
        steps.extend((1..=self.updates).map(Step::Update));
    }

    fn next_state(&self, last: &State, step: Step) -> Option<State> {
        let mut state = last.clone();
        let row = state.row.get_or_insert_default();
        match step {
            Step::Create => {
                self.create(row);
                state.create = true;
            }
            Step::Update(version) => {
                if row.version < version {
                    *row = Row { version, title: version, ..*row };
                }
                state.update = state.update.max(version);
            }
            Step::Message => {}
        }
        Some(state)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("the title is the newest update's, else the create's", newest_title),
            Property::always("a created chat says when", says_when),
        ]
    }
}

fn newest_title(_: &Chat, state: &State) -> bool {
    let title = match state.update {
        0 if state.create => CREATED,
        update => update,
    };
    state.row.unwrap_or_default().title == title
}

fn says_when(_: &Chat, state: &State) -> bool {
    !state.create || state.row.is_some_and(|row| row.created_at)
}
