//! Chats: those of an application, and what is known of one.

use chat_shared::api::types::{ChatDetail, ChatSummary};

use super::{Offer, On, Screen, Shape, Way};
use crate::commands::chat::Stats;
use crate::tui::act::Act;
use crate::tui::keymap::{Command, Verb};
use crate::tui::state::page::fields;
use crate::tui::view::{App, View};

/// Chats; their messages are below them.
pub static CHATS: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<ChatSummary>,
    open,
    ways: &[
        Way::of("about it", |on| chat(on).map(|(app, chat)| View::ChatDetail { app, chat })),
        Way::of("what it holds, counted", |on| chat(on).map(|(app, chat)| View::ChatStats { app, chat })),
    ],
    verbs: &[
        (Verb::Create, create),
        (Verb::Edit, rename),
        (Verb::Post, post),
        (Verb::Verify, verify),
        (Verb::Export, export),
    ],
    commands: &[Command::Find, Command::Goto, Command::Turn],
    empty: "no chats yet: N creates one",
    heavy: false,
};

/// One chat, whole.
pub static CHAT_DETAIL: Screen = Screen { fields: fields::<ChatDetail>, ..OF_ONE };

/// What a chat holds.
pub static CHAT_STATS: Screen = Screen { fields: fields::<Stats>, ..OF_ONE };

const OF_ONE: Screen = Screen {
    shape: Shape::Sheet,
    fields: fields::<ChatDetail>,
    open,
    ways: &[],
    verbs: &[(Verb::Edit, rename), (Verb::Post, post)],
    commands: &[Command::Find],
    empty: "there is no such chat",
    heavy: false,
};

/// The chat of a row, or of the view.
fn chat(on: On<'_>) -> Option<(App, u32)> {
    match on.view {
        View::Chats { app } => Some((app.clone(), on.number("chat_number")?)),
        View::ChatDetail { app, chat } | View::ChatStats { app, chat } => Some((app.clone(), *chat)),
        _ => None,
    }
}

fn open(on: On<'_>) -> Option<View> {
    chat(on).map(|(app, chat)| View::Messages { app, chat })
}

fn create(on: On<'_>) -> Offer {
    match on.view {
        View::Chats { app } => {
            Offer::Ask("title, or nothing", String::new(), Act::CreateChat { app: app.clone(), title: String::new() })
        }
        _ => Offer::Not("no application is open"),
    }
}

/// What a verb comes to on a chat.
fn of(on: On<'_>, offer: impl FnOnce(App, u32) -> Offer) -> Offer {
    chat(on).map_or(Offer::Not("no chat is selected"), |(app, chat)| offer(app, chat))
}

fn rename(on: On<'_>) -> Offer {
    let title = on.text("title").unwrap_or_default().to_owned();
    of(on, |app, chat| Offer::Ask("new title", title, Act::RenameChat { app, chat, title: String::new() }))
}

fn post(on: On<'_>) -> Offer {
    of(on, |app, chat| Offer::Ask("message", String::new(), Act::Post { app, chat, content: String::new() }))
}

fn verify(on: On<'_>) -> Offer {
    of(on, |app, chat| Offer::Act(Act::Verify { app: Some(app), chat: Some(chat) }))
}

fn export(on: On<'_>) -> Offer {
    let file = String::new();
    of(on, |app, chat| Offer::Ask("file (.gz compresses)", String::new(), Act::Export { app, chat: Some(chat), file }))
}
