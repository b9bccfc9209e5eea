//! Applications: all of them, and what is known of one.

use chat_shared::api::types::{ApplicationDetail, ApplicationSummary};

use super::{Offer, On, Screen, Shape, Way, index};
use crate::commands::app::Stats;
use crate::tui::act::Act;
use crate::tui::keymap::{Command, Verb};
use crate::tui::state::page::fields;
use crate::tui::view::{App, View};

/// Applications; their chats are below them.
pub static APPS: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<ApplicationSummary>,
    open: |on| app(on).map(|app| View::Chats { app }),
    ways: &[
        Way::of("about it", |on| app(on).map(|app| View::AppDetail { app })),
        Way::of("what it holds, counted", |on| app(on).map(|app| View::AppStats { app })),
        Way::of("its counters", |on| app(on).map(|app| View::Counters { app: Some(app.token) })),
        Way::by(Command::Plan, "what is to be done about its counters", |on| {
            app(on).map(|app| View::Plan { app: Some(app.token) })
        }),
    ],
    verbs: &[
        (Verb::Create, create),
        (Verb::Edit, rename),
        (Verb::Delete, delete),
        (Verb::Verify, verify),
        (Verb::Reindex, reindex),
        (Verb::Rotate, rotate),
        (Verb::Export, export),
        (Verb::Backup, back_up),
    ],
    commands: &[Command::Find],
    empty: "no applications yet: N creates one",
    heavy: false,
};

/// One application, whole.
pub static APP_DETAIL: Screen = Screen { fields: fields::<ApplicationDetail>, ..OF_ONE };

/// What an application holds, by a walk over its chats.
pub static APP_STATS: Screen = Screen { fields: fields::<Stats>, heavy: true, ..OF_ONE };

const OF_ONE: Screen = Screen {
    shape: Shape::Sheet,
    fields: fields::<ApplicationDetail>,
    open: |on| app(on).map(|app| View::Chats { app }),
    ways: &[],
    verbs: &[(Verb::Edit, rename), (Verb::Delete, delete)],
    commands: &[Command::Find],
    empty: "there is no such application",
    heavy: false,
};

/// The application of a row, or of the view.
pub fn app(on: On<'_>) -> Option<App> {
    match on.view {
        View::AppDetail { app } | View::AppStats { app } => Some(app.clone()),
        _ => Some(App { token: on.text("token")?.to_owned(), name: on.text("name")?.to_owned() }),
    }
}

fn create(_: On<'_>) -> Offer {
    Offer::Ask("name of the application", String::new(), Act::CreateApp { name: String::new() })
}

/// What a verb comes to on an application.
fn of(on: On<'_>, offer: impl FnOnce(App) -> Offer) -> Offer {
    app(on).map_or(Offer::Not("no application is selected"), offer)
}

fn rename(on: On<'_>) -> Offer {
    of(on, |app| Offer::Ask("new name", app.name.clone(), Act::RenameApp { app, name: String::new() }))
}

fn delete(on: On<'_>) -> Offer {
    of(on, |app| Offer::Act(Act::DeleteApp { app }))
}

fn verify(on: On<'_>) -> Offer {
    of(on, |app| Offer::Act(Act::Verify { app: Some(app), chat: None }))
}

fn reindex(on: On<'_>) -> Offer {
    of(on, |app| index::unless_building(on, Act::Reindex { app: Some(app), swap: true }))
}

fn rotate(on: On<'_>) -> Offer {
    of(on, |app| {
        Offer::Ask("how long the old token works still", "24h".to_owned(), Act::RotateToken { app, grace_s: 0 })
    })
}

fn export(on: On<'_>) -> Offer {
    of(on, |app| {
        Offer::Ask("file (.gz compresses)", String::new(), Act::Export { app, chat: None, file: String::new() })
    })
}

fn back_up(on: On<'_>) -> Offer {
    of(on, |app| Offer::Ask("file (.gz and .zst compress)", String::new(), Act::BackUp { app, file: String::new() }))
}
