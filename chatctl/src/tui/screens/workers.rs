//! The processes of the installation.

use chat_shared::api::types::admin::Worker;

use super::{Screen, Shape, nowhere};
use crate::tui::state::page::fields;
use crate::tui::view::View;

/// The processes.
pub static WORKERS: Screen = Screen {
    shape: Shape::Table,
    fields: fields::<Worker>,
    open: |on| on.text("id").map(|id| View::Worker { id: id.to_owned() }),
    ways: &[],
    verbs: &[],
    commands: &[],
    empty: "no process was ever seen",
    heavy: false,
};

/// One process.
pub static WORKER: Screen = Screen {
    shape: Shape::Sheet,
    fields: fields::<Worker>,
    open: nowhere,
    ways: &[],
    verbs: &[],
    commands: &[],
    empty: "no process of this id was ever seen",
    heavy: false,
};
