//! Seeding a counter: asking the store what the last number is that may have been given, once everything of the log
//! that could say more has been persisted.

use crate::clock::Clock;
use crate::domain::{Gap, Sequence};
use crate::fault::Outcome;
use crate::queue::Epoch;
use crate::store::{Evidence, Store};

/// Why a gap is published, as operators read it.
const REASON: &str = "the queue may have lost entries that were answered";

/// What decides a seed beside the evidence.
#[derive(Debug, Clone, Copy)]
pub struct Policy {
    /// The most entries that a partition's log was ever allowed to hold: no number above base + capacity can have been
    /// given, none at or below base − capacity can be without its row.
    pub capacity: u32,
    /// Whether an operator prefers dense numbers to safe ones (`queue.on_loss = "reuse"`).
    pub reuse: bool,
}

/// What is known of a partition's epoch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known {
    /// The epoch; 0 before anything is known.
    pub epoch: Epoch,
    /// The newest epoch up to it that began with a loss; 1 where none did.
    pub loss: Epoch,
}

/// The last number that may have been given, with its gap published where there must be one; `None` where the store's
/// epoch is another by now.
///
/// Where nothing was ever lost (N-SEED-EXACT), or the gap of the newest loss is published already (N-GAP-ONCE), base is
/// exact: also in an epoch that began with a move after that loss (N-MOVE-AFTER-LOSS). Else the numbers that may have been given and have no row are published before the first new one is given
/// (N-GAP-BEFORE-NUMBER): up to where numbering resumes (N-GAP-ABOVE), and below base too, since rows are not persisted in
/// order (N-GAP-BELOW). Of two that seed at once, both take the gap that stands (N-GAP-STANDS).
pub async fn last_given(
    store: &dyn Store,
    clock: &dyn Clock,
    policy: Policy,
    sequence: Sequence,
    known: Known,
    evidence: &Evidence,
) -> Outcome<Option<u32>> {
    let base = evidence.base();
    let Known { epoch, loss } = known;
    if loss <= 1 || (loss..=epoch).contains(&evidence.gap_epoch) || policy.reuse {
        return Ok(Some(base));
    }
    let gap = Gap {
        sequence,
        from: base.saturating_sub(policy.capacity) + 1,
        to: base.saturating_add(policy.capacity),
        epoch,
        at: clock.now(),
    };
    let standing = store.publish_gap(gap, REASON).await?;
    Ok(standing.map(|gap| gap.to.max(base)))
}

/// The published gap that a number lies in. Whether the number has a row is asked first: a row wins over a gap, also one
/// that arrives late (N-ROW-WINS).
pub async fn gap_holding(store: &dyn Store, sequence: Sequence, number: u32) -> Outcome<Option<Gap>> {
    let gaps = store.gaps(sequence).await?;
    Ok(gaps.into_iter().find(|gap| gap.from <= number && number <= gap.to))
}
