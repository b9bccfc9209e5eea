//! Chats of an application.

use chat_shared::api::types::ChatSummary;

use super::{Offer, On, Screen, Shape};
use crate::tui::act::Act;
use crate::tui::keymap::{Command, Verb};
use crate::tui::state::page::fields;
use crate::tui::view::{App, View};

/// Chats; their messages are below them.
pub static CHATS: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<ChatSummary>,
    open: |on| Some(View::Messages { app: app(on)?, chat: on.number("chat_number")? }),
    side: None,
    verbs: &[(Verb::Create, create), (Verb::Edit, rename), (Verb::Post, post)],
    commands: &[Command::Find, Command::Goto, Command::Turn],
    empty: "no chats yet: N creates one",
};

fn app(on: On<'_>) -> Option<App> {
    match on.view {
        View::Chats { app } => Some(app.clone()),
        _ => None,
    }
}

fn create(on: On<'_>) -> Offer {
    match app(on) {
        Some(app) => Offer::Ask("title, or nothing", String::new(), Act::CreateChat { app, title: String::new() }),
        None => Offer::Not("no application is open"),
    }
}

fn rename(on: On<'_>) -> Offer {
    match (app(on), on.number("chat_number")) {
        (Some(app), Some(chat)) => {
            let title = on.text("title").unwrap_or_default().to_owned();
            Offer::Ask("new title", title, Act::RenameChat { app, chat, title: String::new() })
        }
        _ => Offer::Not("no chat is selected"),
    }
}

fn post(on: On<'_>) -> Offer {
    match (app(on), on.number("chat_number")) {
        (Some(app), Some(chat)) => {
            Offer::Ask("message", String::new(), Act::Post { app, chat, content: String::new() })
        }
        _ => Offer::Not("no chat is selected"),
    }
}
