//! What cannot be done without chatd, and why, where the screen looks straight at the parts. Pure; the port refuses the same.

use chat_shared::api::types::admin::Worker;

use crate::backend::Through;
use crate::tui::act::Act;
use crate::tui::state::State;

/// The role of a process that answers requests only.
const ANSWERS_ONLY: &str = "api";

/// A process that gave a sign of life within this time has not been stopped since: one comes every five seconds.
const JUST_NOW_MS: u64 = 6_000;

/// Why an act cannot be done from here now.
pub fn why_not(state: &State, act: &Act) -> Option<&'static str> {
    let Through::Parts { folder } = state.context.through else { return None };
    match act {
        Act::RenameApp { .. }
        | Act::DeleteApp { .. }
        | Act::CreateChat { .. }
        | Act::RenameChat { .. }
        | Act::Post { .. }
        | Act::Edit { .. }
        | Act::DeleteMessage { .. } => Some("chatd alone accepts what is written: leave --direct out"),
        Act::Export { .. } | Act::BackUp { .. } | Act::ExportLetters { .. } => None,
        act if is_for_workers(act) && folder => Some("chatd alone works on jobs in a data folder: leave --direct out"),
        act if is_for_workers(act) && !any(state, |worker| worker.alive && worker.role != ANSWERS_ONLY) => {
            Some("no worker is alive that would take the job up")
        }
        _ if folder && any(state, |worker| worker.heartbeat_age_ms < JUST_NOW_MS) => {
            Some("a living chatd holds the data folder: leave --direct out")
        }
        _ => None,
    }
}

/// Whether it is only written down, for workers to take up.
fn is_for_workers(act: &Act) -> bool {
    matches!(
        act,
        Act::RetryMany { .. }
            | Act::DropMany { .. }
            | Act::Reindex { .. }
            | Act::Verify { .. }
            | Act::VerifyIndex
            | Act::Claim { .. }
    )
}

/// Whether there is such a process, as far as the status is known.
fn any(state: &State, such: impl Fn(&Worker) -> bool) -> bool {
    state.status.last.iter().flat_map(|status| &status.workers).any(such)
}
