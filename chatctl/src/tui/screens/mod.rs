//! The screens, each as a value: its columns, where one drills to from it, and what can be done there. Pure: what a
//! screen asks for is in `perform`, how it is drawn in `draw`.

mod apps;
mod chats;
mod counters;
mod dead_letters;
mod entries;
mod index;
mod jobs;
mod messages;
mod pulse;
mod queues;
mod workers;

use super::act::Act;
use super::keymap::{Command, Verb};
use super::state::page::Row;
use super::view::View;
use crate::output::record::Field;

/// How a view is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Rows below each other.
    Table,
    /// One thing, field by field.
    Sheet,
    /// Graphs above rows.
    Graphs,
}

/// What a verb comes to on a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// This, once it is confirmed.
    Act(Act),
    /// This with a text that is asked for: what is asked, and what the answer begins with.
    Ask(&'static str, String, Act),
    /// Nothing, for a reason.
    Not(&'static str),
}

impl Offer {
    /// What would be done.
    #[must_use]
    pub fn act(&self) -> Option<&Act> {
        match self {
            Self::Act(act) | Self::Ask(_, _, act) => Some(act),
            Self::Not(_) => None,
        }
    }
}

/// A row of a screen with its columns.
#[derive(Debug, Clone, Copy)]
pub struct On<'a> {
    /// What is looked at.
    pub view: &'a View,
    /// The columns of the row.
    pub fields: &'a [Field],
    /// The row; none where none is selected.
    pub row: Option<&'a Row>,
}

impl On<'_> {
    /// A text of the row.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.row?.text(self.fields, name)
    }

    /// A whole number of the row.
    #[must_use]
    pub fn int(&self, name: &str) -> Option<i64> {
        self.row?.int(self.fields, name)
    }

    /// The number of a chat or a message in the row.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<u32> {
        self.row?.number(self.fields, name)
    }
}

/// What a verb comes to.
pub type OfferOf = fn(On<'_>) -> Offer;

/// Where something leads from a row.
pub type Way = fn(On<'_>) -> Option<View>;

/// A screen.
pub struct Screen {
    /// How it is drawn.
    pub shape: Shape,
    /// Its columns.
    pub fields: fn() -> Vec<Field>,
    /// Where ↵ leads from a row.
    pub open: Way,
    /// What else belongs to a row: what it is called, and where it is.
    pub side: Option<(&'static str, Way)>,
    /// What can be changed, in the order of the menu.
    pub verbs: &'static [(Verb, OfferOf)],
    /// Which of the commands that not every screen has it has.
    pub commands: &'static [Command],
    /// What is said where there are no rows.
    pub empty: &'static str,
}

/// Commands that only some screens have.
const SPECIAL: [Command; 5] = [Command::Find, Command::Goto, Command::Tail, Command::Turn, Command::Side];

/// Commands that only lists have.
const OF_LISTS: [Command; 5] = [Command::Filter, Command::Sort, Command::Mark, Command::MarkAll, Command::Unmark];

impl Screen {
    /// Whether a command means anything on it.
    #[must_use]
    pub fn offers(&self, command: Command) -> bool {
        match command {
            Command::Do(verb) => self.verbs.iter().any(|(known, _)| *known == verb),
            Command::Side => self.side.is_some(),
            command if SPECIAL.contains(&command) => self.commands.contains(&command),
            command if OF_LISTS.contains(&command) => self.shape != Shape::Sheet,
            _ => true,
        }
    }

    /// What a verb comes to on a row.
    #[must_use]
    pub fn offer(&self, verb: Verb, on: On<'_>) -> Offer {
        let found = self.verbs.iter().find(|(known, _)| *known == verb);
        found.map_or(Offer::Not("this view does not know it"), |(_, offer)| offer(on))
    }
}

/// The screen of a view.
#[must_use]
pub fn of(view: &View) -> &'static Screen {
    match view {
        View::Pulse => &pulse::PULSE,
        View::Apps => &apps::APPS,
        View::Chats { .. } => &chats::CHATS,
        View::Messages { .. } => &messages::MESSAGES,
        View::Found { .. } => &messages::FOUND,
        View::Message { .. } => &messages::MESSAGE,
        View::Queues => &queues::QUEUES,
        View::Entries { .. } => &entries::ENTRIES,
        View::Pending { .. } => &entries::PENDING,
        View::Entry { .. } => &entries::ENTRY,
        View::DeadLetters => &dead_letters::DEAD_LETTERS,
        View::DeadLetter { .. } => &dead_letters::DEAD_LETTER,
        View::Counters { .. } => &counters::COUNTERS,
        View::Counter { .. } => &counters::COUNTER,
        View::Index => &index::INDEX,
        View::Jobs => &jobs::JOBS,
        View::Job { .. } => &jobs::JOB,
        View::Workers => &workers::WORKERS,
        View::Worker { .. } => &workers::WORKER,
    }
}

/// Nowhere to drill to.
fn nowhere(_: On<'_>) -> Option<View> {
    None
}

#[cfg(test)]
pub mod tests {
    use chat_shared::queue::Group;

    use super::*;
    use crate::tui::view::App;

    /// One view of each kind.
    pub fn every_view() -> Vec<View> {
        let app = || App { token: "6f1ed002ab5595859014ebf0951522d9".to_owned(), name: "acme".to_owned() };
        vec![
            View::Pulse,
            View::Apps,
            View::Chats { app: app() },
            View::Messages { app: app(), chat: 7 },
            View::Found { app: app(), chat: None, text: "order".to_owned() },
            View::Message { app: app(), chat: 7, number: 3 },
            View::Queues,
            View::Entries { queue: Group::Persist },
            View::Pending { queue: Group::Persist },
            View::Entry { queue: Group::Persist, id: "1717000000000-3".to_owned() },
            View::DeadLetters,
            View::DeadLetter { id: 5 },
            View::Counters { app: None },
            View::Counter { key: "1:7".to_owned() },
            View::Index,
            View::Jobs,
            View::Job { id: 17 },
            View::Workers,
            View::Worker { id: "w1".to_owned() },
        ]
    }

    #[test]
    fn a_verb_without_a_row_says_why_it_cannot_be_done_or_needs_none() {
        for view in every_view() {
            let screen = of(&view);
            let fields = (screen.fields)();
            let on = On { view: &view, fields: &fields, row: None };
            for (verb, offer) in screen.verbs {
                let offer = offer(on);
                let of_the_view = matches!(verb, Verb::Create | Verb::RetryAll | Verb::Reindex | Verb::Verify)
                    || matches!((verb, &view), (Verb::Post, View::Messages { .. }))
                    || screen.shape == Shape::Sheet;
                assert!(of_the_view || matches!(offer, Offer::Not(_)), "{view}: {verb:?} gives {offer:?}");
            }
        }
    }

    #[test]
    fn every_root_is_a_screen_of_its_own_and_says_what_it_is_without_rows() {
        for view in every_view() {
            assert!(!of(&view).empty.is_empty(), "{view}");
            assert!(!(of(&view).fields)().is_empty(), "{view}");
        }
    }
}
