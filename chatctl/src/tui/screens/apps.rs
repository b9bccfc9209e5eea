//! Applications.

use chat_shared::api::types::ApplicationSummary;

use super::{Offer, On, Screen, Shape};
use crate::tui::act::Act;
use crate::tui::keymap::{Command, Verb};
use crate::tui::state::page::fields;
use crate::tui::view::{App, View};

/// Applications; their chats are below them.
pub static APPS: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<ApplicationSummary>,
    open: |on| app(on).map(|app| View::Chats { app }),
    side: None,
    verbs: &[(Verb::Create, create), (Verb::Edit, rename), (Verb::Delete, delete)],
    commands: &[Command::Find],
    empty: "no applications yet: N creates one",
};

/// The application of a row.
pub fn app(on: On<'_>) -> Option<App> {
    Some(App { token: on.text("token")?.to_owned(), name: on.text("name")?.to_owned() })
}

fn create(_: On<'_>) -> Offer {
    Offer::Ask("name of the application", String::new(), Act::CreateApp { name: String::new() })
}

fn rename(on: On<'_>) -> Offer {
    match app(on) {
        Some(app) => Offer::Ask("new name", app.name.clone(), Act::RenameApp { app, name: String::new() }),
        None => Offer::Not("no application is selected"),
    }
}

fn delete(on: On<'_>) -> Offer {
    app(on).map_or(Offer::Not("no application is selected"), |app| Offer::Act(Act::DeleteApp { app }))
}
