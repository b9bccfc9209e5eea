//! Confirming a queue: deciding whether its data is what the store knows, or whether something may be lost. Anything
//! that is not known to be harmless is a loss (N-ANY-CHANGE): the epoch grows, ids jump, counters are seeded anew.

use serde_json::Value;

use super::Settings;
use super::seed::Known;
use crate::clock::{Clock, Timestamp};
use crate::domain::PARTITIONS;
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::{Confirmation, EntryId, Examination, Queue};
use crate::store::{Operation, OperationState, Recorded, Store};

/// How far ids jump after a loss: above every id that a lost part of the log can have given (N-ID-JUMP).
const JUMP_MS: u64 = 60 * 60 * 1_000;

/// What a confirmation found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// A new installation: nothing can be lost.
    New,
    /// The data is what the store knows.
    NothingLost,
    /// It is other data, and the queue was drained before: nothing is lost, and every counter is seeded again.
    Moved,
    /// Something may be lost: every counter is seeded again.
    Loss,
}

/// A confirmed queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmed {
    /// What was found.
    pub verdict: Verdict,
    /// Its number: each confirmation counts one more.
    pub number: u64,
    /// What is known of each partition's epoch.
    pub epochs: Vec<Known>,
    /// Whether an operator has stopped accepting.
    pub paused: bool,
    /// The most entries that a partition's log was ever allowed to hold.
    pub capacity: u32,
}

/// Confirms the queue under the store's lock, and brings it into the state that the store has recorded. What is recorded of
/// the capacity only ever grows. One process at a time (N-CONFIRM-LOCK).
pub async fn confirm(
    store: &dyn Store,
    queue: &dyn Queue,
    clock: &dyn Clock,
    settings: Settings,
) -> Outcome<Confirmed> {
    let mut lock = store.lock_confirmation().await?;
    let recorded = lock.recorded().await?;
    let seen = queue.examine().await?;
    belongs_together(&recorded, &seen)?;
    let verdict = judge(&recorded, &seen);
    let next = plan(&recorded, &seen, verdict, settings.capacity, clock.now());
    if next.loss && settings.indexed {
        fill_index_again(store, clock).await?;
    }
    // A process may die between the two steps. Before anything is numbered the store must know of a new epoch, and that a
    // queue which was drained is so no longer; else the queue goes first, so that its number is never found behind the
    // store's (N-CONFIRM-ORDER).
    let uses_drained_up = recorded.drained && !next.drained;
    if matches!(verdict, Verdict::Moved | Verdict::Loss) || uses_drained_up {
        lock.record(&next).await?;
        queue.enter(&next).await?;
    } else {
        queue.enter(&next).await?;
        lock.record(&next).await?;
    }
    tell(verdict, &next);
    Ok(Confirmed {
        verdict,
        number: next.number,
        epochs: known(&recorded, &next),
        capacity: next.capacity,
        paused: next.closed,
    })
}

fn tell(verdict: Verdict, next: &Confirmation) {
    let epoch = next.partitions.iter().map(|(epoch, _)| *epoch).max();
    match verdict {
        Verdict::New | Verdict::NothingLost => {}
        Verdict::Moved => tracing::info!(epoch, "another queue takes the place of one that was drained"),
        Verdict::Loss => tracing::error!(
            epoch,
            "the queue may have lost entries: numbers go on above what may have been given, gaps are published as chats are used"
        ),
    }
}

/// What is known of the epochs once a confirmation is recorded.
fn known(recorded: &Recorded, next: &Confirmation) -> Vec<Known> {
    let partitions = recorded.partitions.iter().zip(&next.partitions);
    partitions
        .map(|(before, (epoch, _))| Known { epoch: *epoch, loss: if next.loss { *epoch } else { before.loss } })
        .collect()
}

/// What was persisted and not indexed yet may stand on no log any more, so the index is filled from the store again. Asked
/// for before the loss is recorded: a process that dies in between has it done for nothing, and never left out. A
/// reindexing that is under way may be past what is missing.
async fn fill_index_again(store: &dyn Store, clock: &dyn Clock) -> Outcome<()> {
    let open = store.open_operations().await?;
    let waits = |open: &Operation| open.kind == Operation::REINDEX && open.state == OperationState::Queued;
    if !open.iter().any(waits) {
        store.create_operation(Operation::REINDEX, &Value::Null, clock.now()).await?;
    }
    Ok(())
}

fn belongs_together(recorded: &Recorded, seen: &Examination) -> Outcome<()> {
    if recorded.partitions.len() != usize::from(PARTITIONS) || seen.partitions.len() != usize::from(PARTITIONS) {
        let doing = format!(
            "be used with {PARTITIONS} partitions: the installation was born with {}",
            recorded.partitions.len()
        );
        return Err(Fault::new(Part::Queue, Kind::Corrupt, doing));
    }
    match &seen.installation {
        Some(other) if *other != recorded.installation => Err(Fault::new(
            Part::Queue,
            Kind::Corrupt,
            format!(
                "be used: it belongs to installation {other}, the store to {}; give each its own",
                recorded.installation
            ),
        )),
        _ => Ok(()),
    }
}

/// Nothing is lost only where each partition's epoch is the store's (N-EPOCH-KEY), its last id is not below what was
/// committed of it (N-CHECKPOINT), and the process behind the data is known to lose nothing: another one than was recorded
/// is a loss (N-ANY-CHANGE), unless both keep all they answer (N-ALWAYS-RECORDED, N-ALWAYS-TRUE), or everything that was
/// ever answered was persisted before (N-PAUSE-DRAINED). Then no data can be a loss.
fn judge(recorded: &Recorded, seen: &Examination) -> Verdict {
    if recorded.confirmation == 0 {
        return Verdict::New;
    }
    let same_data = recorded
        .partitions
        .iter()
        .zip(&seen.partitions)
        .all(|(known, (epoch, last_id))| *epoch == Some(known.epoch) && *last_id >= known.checkpoint);
    let same_process = recorded.server.as_deref() == Some(seen.server.as_str());
    let no_older = seen.confirmation >= Some(recorded.confirmation);
    let durable = recorded.durable && seen.durable;
    let known_harmless = no_older && (same_process || durable) && !seen.promoted;
    match (same_data, recorded.drained) {
        (true, drained) if known_harmless || drained => Verdict::NothingLost,
        (_, true) => Verdict::Moved,
        (_, false) => Verdict::Loss,
    }
}

fn plan(recorded: &Recorded, seen: &Examination, verdict: Verdict, capacity: u32, now: Timestamp) -> Confirmation {
    let partitions = recorded
        .partitions
        .iter()
        .zip(&seen.partitions)
        .map(|(known, (_, last_id))| match verdict {
            Verdict::New => (known.epoch.max(1), *last_id),
            Verdict::NothingLost => (known.epoch, *last_id),
            Verdict::Moved | Verdict::Loss => (known.epoch + 1, above(known.checkpoint, *last_id, now)),
        })
        .collect();
    let widest = recorded.partitions.iter().map(|known| known.capacity).max().unwrap_or(0);
    Confirmation {
        installation: recorded.installation.clone(),
        number: recorded.confirmation + 1,
        server: seen.server.clone(),
        durable: seen.durable,
        partitions,
        // N-CAPACITY-KEPT: numbers were given under the widest one.
        capacity: capacity.max(widest),
        loss: verdict == Verdict::Loss,
        closed: recorded.paused,
        // Nothing was accepted since, and nothing is from here on.
        drained: recorded.drained && recorded.paused,
    }
}

/// Where ids go on after a loss: no id is given twice, whatever the log has forgotten (N-ID-JUMP).
fn above(checkpoint: EntryId, last_id: EntryId, now: Timestamp) -> EntryId {
    checkpoint.max(last_id).max(EntryId::first_at(now)).plus_millis(JUMP_MS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::PartitionRecord;

    fn recorded() -> Recorded {
        let partition = PartitionRecord { epoch: 1, loss: 1, capacity: 10, checkpoint: EntryId::new(5, 0) };
        Recorded {
            installation: "a".into(),
            confirmation: 3,
            server: Some("s".into()),
            durable: true,
            paused: false,
            drained: false,
            partitions: vec![partition; usize::from(PARTITIONS)],
        }
    }

    fn seen() -> Examination {
        Examination {
            installation: Some("a".into()),
            server: "s".into(),
            confirmation: Some(3),
            durable: true,
            promoted: false,
            closed: false,
            partitions: vec![(Some(1), EntryId::new(6, 0)); usize::from(PARTITIONS)],
        }
    }

    #[test]
    fn the_same_data_of_the_same_server_lost_nothing() {
        assert_eq!(judge(&recorded(), &seen()), Verdict::NothingLost);
        // The process died between the queue's step and the store's.
        assert_eq!(judge(&recorded(), &Examination { confirmation: Some(4), ..seen() }), Verdict::NothingLost);
    }

    #[test]
    fn whatever_is_not_known_to_be_harmless_is_a_loss() {
        let mut gone = seen();
        gone.partitions[7].0 = None;
        let mut behind = seen();
        behind.partitions[7].1 = EntryId::new(4, 0);
        let restored = Examination { confirmation: Some(2), ..seen() };
        let promoted = Examination { promoted: true, ..seen() };
        let careless = Examination { server: "t".into(), durable: false, ..seen() };
        let empty = Examination { server: "t".into(), confirmation: None, ..seen() };
        for (what, seen) in [gone, behind, restored, promoted, careless, empty].into_iter().enumerate() {
            assert_eq!(judge(&recorded(), &seen), Verdict::Loss, "case {what}");
        }
    }

    #[test]
    fn after_a_drained_queue_whatever_is_there_lost_nothing() {
        let drained = Recorded { paused: true, drained: true, durable: false, ..recorded() };
        let restarted = Examination { server: "t".into(), durable: false, ..seen() };
        assert_eq!(judge(&drained, &restarted), Verdict::NothingLost);
        let took_over = Examination { promoted: true, ..restarted.clone() };
        assert_eq!(judge(&drained, &took_over), Verdict::NothingLost);
        let mut other = Examination { installation: None, confirmation: None, ..restarted };
        other.partitions.iter_mut().for_each(|partition| *partition = (None, EntryId::ZERO));
        assert_eq!(judge(&drained, &other), Verdict::Moved);
        let next = plan(&drained, &other, Verdict::Moved, 20, Timestamp::from_millis(1_000_000));
        assert_eq!((next.partitions[0].0, next.loss, next.closed, next.drained), (2, false, true, true));
        assert_eq!(known(&drained, &next)[0], Known { epoch: 2, loss: 1 });
        // Taken back: the confirmation that opens the queue uses it up.
        let resumed = Recorded { paused: false, ..drained };
        let next = plan(&resumed, &other, Verdict::Moved, 20, Timestamp::from_millis(1_000_000));
        assert!(!next.closed && !next.drained);
    }

    #[test]
    fn after_a_loss_ids_go_on_an_hour_above_everything_known() {
        let now = Timestamp::from_millis(1_000_000);
        let next = plan(&recorded(), &seen(), Verdict::Loss, 20, now);
        assert_eq!(next.partitions[0], (2, EntryId::first_at(now).plus_millis(JUMP_MS)));
        assert_eq!((next.number, next.capacity), (4, 20));
    }

    #[test]
    fn a_queue_of_another_installation_is_refused() {
        let fault = belongs_together(&recorded(), &Examination { installation: Some("b".into()), ..seen() });
        assert_eq!(fault.map_err(|fault| fault.kind), Err(Kind::Corrupt));
    }
}
