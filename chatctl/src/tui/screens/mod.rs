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

use chat_shared::api::types::admin::Status;

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
    /// The installation's status, where it is known.
    pub status: Option<&'a Status>,
    /// How many rows the whole list has, where all of them are loaded.
    pub whole: Option<u64>,
    /// Whether a filter hides some of them.
    pub filtered: bool,
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
pub type Leads = fn(On<'_>) -> Option<View>;

/// What belongs to a row beside what ↵ shows.
pub struct Way {
    /// The key of its own that it has.
    pub command: Option<Command>,
    /// What it is called.
    pub label: &'static str,
    /// Where it is.
    pub leads: Leads,
}

impl Way {
    /// One that the menus lead to.
    pub const fn of(label: &'static str, leads: Leads) -> Self {
        Self { command: None, label, leads }
    }

    /// One that a key of its own leads to as well.
    pub const fn by(command: Command, label: &'static str, leads: Leads) -> Self {
        Self { command: Some(command), label, leads }
    }
}

/// A screen.
pub struct Screen {
    /// How it is drawn.
    pub shape: Shape,
    /// Its columns.
    pub fields: fn() -> Vec<Field>,
    /// Where ↵ leads from a row.
    pub open: Leads,
    /// What else belongs to a row.
    pub ways: &'static [Way],
    /// What can be changed, in the order of the menu.
    pub verbs: &'static [(Verb, OfferOf)],
    /// Which of the commands that not every screen has it has.
    pub commands: &'static [Command],
    /// What is said where there are no rows.
    pub empty: &'static str,
    /// Whether a look is much work for whoever answers it: it is asked for anew by hand only.
    pub heavy: bool,
}

/// Commands that only some screens have.
const SPECIAL: [Command; 4] = [Command::Find, Command::Goto, Command::Tail, Command::Turn];

/// Commands that lead somewhere from some rows.
const WAYS: [Command; 4] = [Command::Trace, Command::Errors, Command::Plan, Command::Explain];

/// Commands that only lists have.
const OF_LISTS: [Command; 5] = [Command::Filter, Command::Sort, Command::Mark, Command::MarkAll, Command::Unmark];

impl Screen {
    /// Whether a command means anything on it.
    #[must_use]
    pub fn offers(&self, command: Command) -> bool {
        match command {
            Command::Do(verb) => self.verbs.iter().any(|(known, _)| *known == verb),
            Command::Side => !self.ways.is_empty(),
            command if WAYS.contains(&command) => self.way(command).is_some(),
            command if SPECIAL.contains(&command) => self.commands.contains(&command),
            command if OF_LISTS.contains(&command) => self.shape != Shape::Sheet,
            _ => true,
        }
    }

    /// The way that a key of its own leads to.
    #[must_use]
    pub fn way(&self, command: Command) -> Option<&'static Way> {
        self.ways.iter().find(|way| way.command == Some(command))
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
        View::AppDetail { .. } => &apps::APP_DETAIL,
        View::AppStats { .. } => &apps::APP_STATS,
        View::Chats { .. } => &chats::CHATS,
        View::ChatDetail { .. } => &chats::CHAT_DETAIL,
        View::ChatStats { .. } => &chats::CHAT_STATS,
        View::Messages { .. } => &messages::MESSAGES,
        View::Found { .. } => &messages::FOUND,
        View::Message { .. } => &messages::MESSAGE,
        View::Trace { .. } => &messages::TRACE,
        View::Queues => &queues::QUEUES,
        View::Queue { .. } => &queues::QUEUE,
        View::Entries { .. } => &entries::ENTRIES,
        View::Pending { .. } => &entries::PENDING,
        View::Entry { .. } => &entries::ENTRY,
        View::DeadLetters | View::Letters { .. } => &dead_letters::DEAD_LETTERS,
        View::Errors => &dead_letters::ERRORS,
        View::DeadLetter { .. } => &dead_letters::DEAD_LETTER,
        View::Counters { .. } => &counters::COUNTERS,
        View::Counter { .. } => &counters::COUNTER,
        View::Explain { .. } => &counters::EXPLAIN,
        View::Plan { .. } => &counters::PLAN,
        View::Index => &index::INDEX,
        View::Jobs => &jobs::JOBS,
        View::Job { .. } => &jobs::JOB,
        View::Findings { .. } => &jobs::FINDINGS,
        View::Doctor => &pulse::DOCTOR,
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
            View::AppDetail { app: app() },
            View::AppStats { app: app() },
            View::Chats { app: app() },
            View::ChatDetail { app: app(), chat: 7 },
            View::ChatStats { app: app(), chat: 7 },
            View::Messages { app: app(), chat: 7 },
            View::Found { app: app(), chat: None, text: "order".to_owned() },
            View::Message { app: app(), chat: 7, number: 3 },
            View::Trace { app: app(), chat: 7, number: 3 },
            View::Queues,
            View::Queue { queue: Group::Persist },
            View::Entries { queue: Group::Persist },
            View::Pending { queue: Group::Persist },
            View::Entry { queue: Group::Persist, id: "1717000000000-3".to_owned() },
            View::DeadLetters,
            View::Letters { query: "kind=create_message and age<2h".to_owned() },
            View::Errors,
            View::DeadLetter { id: 5 },
            View::Counters { app: None },
            View::Counter { key: "1:7".to_owned() },
            View::Explain { key: "1:7".to_owned() },
            View::Plan { app: None },
            View::Index,
            View::Jobs,
            View::Job { id: 17 },
            View::Findings { job: 16 },
            View::Doctor,
            View::Workers,
            View::Worker { id: "w1".to_owned() },
        ]
    }

    #[test]
    fn a_verb_without_a_row_says_why_it_cannot_be_done_or_needs_none() {
        for view in every_view() {
            let screen = of(&view);
            let fields = (screen.fields)();
            let on = On { view: &view, fields: &fields, row: None, status: None, whole: None, filtered: false };
            for (verb, offer) in screen.verbs {
                let offer = offer(on);
                let of_all = [Verb::Create, Verb::RetryAll, Verb::DropAll, Verb::Accept, Verb::Build];
                let of_the_view = of_all.contains(verb)
                    || matches!((verb, &view), (Verb::Post | Verb::Export, View::Messages { .. }))
                    || matches!((verb, &view), (Verb::Export, View::DeadLetters | View::Letters { .. }))
                    || matches!((verb, &view), (Verb::Claim, View::Entries { .. } | View::Pending { .. }))
                    || (matches!(verb, Verb::Reindex | Verb::Verify)
                        && !matches!(view, View::Apps | View::Chats { .. }))
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
