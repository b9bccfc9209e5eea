//! What commands that change something have in common: how long to wait, and the report.

use std::time::Duration;

use chat_shared::api::types::{Accepted, WriteState};
use clap::Args;

use crate::cli::duration;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::record::{Column, Kind as Holds, Record};
use crate::session::Session;

/// The flag of writes.
#[derive(Debug, Clone, Args)]
pub struct WaitArg {
    /// Answer only when it is persisted, at most after so long
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub wait: Option<Duration>,
}

/// The word for how far a write is.
pub fn state_word(state: WriteState) -> &'static str {
    match state {
        WriteState::Accepted => "accepted",
        WriteState::Persisted => "persisted",
        WriteState::Dead => "dead",
    }
}

/// A change of something that was there before.
pub struct Change {
    /// What was changed, as `-o name` names it.
    pub target: String,
    /// `renamed`, `edited`, `deleted`.
    pub change: &'static str,
    /// The answer; `None` where nothing was sent (`--dry-run`).
    pub accepted: Option<Accepted>,
}

impl Record for Change {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("target", Holds::Word, |change: &Self| (&change.target).into()),
            Column::new("change", Holds::Word, |change| change.change.into()),
            Column::new("state", Holds::State, |change: &Self| {
                change
                    .accepted
                    .as_ref()
                    .map(|accepted| state_word(accepted.state.unwrap_or(WriteState::Accepted)))
                    .into()
            })
            .or_null(),
            Column::new("job_id", Holds::Word, |change: &Self| {
                change.accepted.as_ref().map(|accepted| accepted.job_id.to_string()).into()
            })
            .or_null()
            .wide(),
            Column::new("dry_run", Holds::Flag, |change: &Self| change.accepted.is_none().into()).wide(),
        ]
    }

    fn name(&self) -> String {
        self.target.clone()
    }
}

/// Prints the report of a change and says how it went: what could never be persisted has failed.
pub fn report(session: &mut Session, command: &str, change: &Change) -> Outcome {
    session.printer.item(command, change)?;
    match change.accepted.as_ref().and_then(|accepted| accepted.state) {
        Some(WriteState::Dead) => Err(dead()),
        _ => Ok(Done::All),
    }
}

/// What was accepted and can never be persisted.
pub fn dead() -> Failure {
    Failure::new(Kind::Failed, "persist what was accepted")
        .because("it can never be persisted")
        .code("dead")
        .hint("`chatctl dlq ls` shows it with the reason")
}
