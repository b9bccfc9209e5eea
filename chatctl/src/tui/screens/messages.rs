//! Messages of a chat: the newest first, those that a search found, and one of them whole.

use chat_shared::api::types::{FoundMessage, Message};
use chat_shared::queue::Group;

use super::{Offer, On, Screen, Shape, Way, nowhere};
use crate::commands::msg::Versioned;
use crate::commands::trace::Step;
use crate::tui::act::Act;
use crate::tui::keymap::{Command, Verb};
use crate::tui::state::page::fields;
use crate::tui::view::{App, View};

/// Messages, newest first.
pub static MESSAGES: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<Message>,
    open,
    ways: &[TRACED],
    verbs: &[(Verb::Post, post), (Verb::Edit, edit), (Verb::Delete, delete), (Verb::Export, export)],
    commands: &[Command::Find, Command::Goto, Command::Tail, Command::Turn],
    empty: "no messages yet: W posts one",
    heavy: false,
};

/// Messages that a search found.
pub static FOUND: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<FoundMessage>,
    open,
    ways: &[Way::of("its chat", |on| place(on).map(|(app, chat, _)| View::Messages { app, chat })), TRACED],
    verbs: &[(Verb::Edit, edit), (Verb::Delete, delete)],
    commands: &[Command::Find],
    empty: "nothing was found",
    heavy: true,
};

/// One message.
pub static MESSAGE: Screen = Screen {
    shape: Shape::Sheet,
    fields: fields::<Versioned>,
    open: nowhere,
    ways: &[TRACED],
    verbs: &[(Verb::Edit, edit), (Verb::Delete, delete)],
    commands: &[Command::Find],
    empty: "there is no such message",
    heavy: false,
};

/// The steps of a message's way, and where it is now.
pub static TRACE: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<Step>,
    open: |on| {
        let id = on.text("entry_id")?.to_owned();
        Some(View::Entry { queue: Group::Persist, id })
    },
    ways: &[],
    verbs: &[],
    commands: &[],
    empty: "nothing is known of it",
    heavy: false,
};

/// Where a message is.
const TRACED: Way = Way::by(Command::Trace, "its way: log, workers, database, index", |on| {
    place(on).map(|(app, chat, number)| View::Trace { app, chat, number })
});

/// Which message a row is, or the view itself.
fn place(on: On<'_>) -> Option<(App, u32, u32)> {
    match on.view {
        View::Messages { app, chat } => Some((app.clone(), *chat, on.number("message_number")?)),
        View::Found { app, chat, .. } => {
            Some((app.clone(), chat.or_else(|| on.number("chat_number"))?, on.number("message_number")?))
        }
        View::Message { app, chat, number } => Some((app.clone(), *chat, *number)),
        _ => None,
    }
}

fn open(on: On<'_>) -> Option<View> {
    place(on).map(|(app, chat, number)| View::Message { app, chat, number })
}

fn post(on: On<'_>) -> Offer {
    match on.view {
        View::Messages { app, chat } => {
            let act = Act::Post { app: app.clone(), chat: *chat, content: String::new() };
            Offer::Ask("message", String::new(), act)
        }
        _ => Offer::Not("no chat is open"),
    }
}

fn export(on: On<'_>) -> Offer {
    match on.view {
        View::Messages { app, chat } => {
            let act = Act::Export { app: app.clone(), chat: Some(*chat), file: String::new() };
            Offer::Ask("file (.gz compresses)", String::new(), act)
        }
        _ => Offer::Not("no chat is open"),
    }
}

/// Why nothing can be done to a message: it is not there to be changed any more.
fn past_changing(on: On<'_>) -> Option<&'static str> {
    match on.text("state") {
        Some("deleted") => Some("it is deleted"),
        Some("dead") => Some("it is a dead letter"),
        _ => None,
    }
}

fn edit(on: On<'_>) -> Offer {
    match (place(on), past_changing(on)) {
        (None, _) => Offer::Not("no message is selected"),
        (_, Some(why)) => Offer::Not(why),
        (Some((app, chat, number)), None) => {
            let content = on.text("message_content").unwrap_or_default().to_owned();
            Offer::Ask("new content", content, Act::Edit { app, chat, number, content: String::new() })
        }
    }
}

fn delete(on: On<'_>) -> Offer {
    match (place(on), past_changing(on)) {
        (None, _) => Offer::Not("no message is selected"),
        (_, Some(why)) => Offer::Not(why),
        (Some((app, chat, number)), None) => Offer::Act(Act::DeleteMessage { app, chat, number }),
    }
}
