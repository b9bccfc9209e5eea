//! Whether a queue that an operator has stopped is drained: closed, and everything on it done with by both groups. Then
//! whatever becomes of its server costs no number. Knows nothing of who asks, and confirms nothing itself.

use std::time::Duration;

use crate::fault::Outcome;
use crate::queue::{Examination, Group, Queue};
use crate::store::{Recorded, Store};

/// How far a queue is that accepts nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drained {
    /// It is recorded as drained.
    Yes,
    /// There is still something on it.
    NotYet,
    /// It is not what is recorded, or not closed: it is to be confirmed.
    Otherwise,
}

/// Looks at a queue that accepts nothing, and records it as drained once it is. That is found out under the lock of
/// confirmations, on the server that is recorded and in the state that was entered last (N-PAUSE-SAME-SERVER), after it was
/// closed (N-PAUSE-CLOSED), by both groups having acknowledged everything (N-PAUSE-DRAINED): what is on the log and not in
/// the index would be missing there.
pub async fn look(store: &dyn Store, queue: &dyn Queue) -> Outcome<Drained> {
    let recorded = store.recorded().await?;
    let seen = queue.examine().await?;
    if !is_recorded(&recorded, &seen) {
        return Ok(Drained::Otherwise);
    }
    if recorded.drained {
        return Ok(Drained::Yes);
    }
    if !is_done_with(queue, &seen).await? {
        return Ok(Drained::NotYet);
    }
    let mut lock = store.lock_confirmation().await?;
    let recorded = lock.recorded().await?;
    let before = queue.examine().await?;
    if !recorded.paused || !is_recorded(&recorded, &before) || !is_done_with(queue, &before).await? {
        return Ok(Drained::NotYet);
    }
    // What was found out is true of this server only where it is still the same one afterwards.
    if queue.examine().await? != before {
        return Ok(Drained::NotYet);
    }
    lock.record_drained().await?;
    tracing::info!("the queue is drained, and nothing is accepted");
    Ok(Drained::Yes)
}

/// Whether the queue is the recorded one, as the last confirmation left it, and closed.
fn is_recorded(recorded: &Recorded, seen: &Examination) -> bool {
    let same_epochs =
        recorded.partitions.iter().zip(&seen.partitions).all(|(known, (epoch, _))| *epoch == Some(known.epoch));
    seen.closed
        && same_epochs
        && recorded.server.as_deref() == Some(seen.server.as_str())
        && seen.confirmation == Some(recorded.confirmation)
}

/// Whether both groups have acknowledged everything up to the last id of each partition.
async fn is_done_with(queue: &dyn Queue, seen: &Examination) -> Outcome<bool> {
    for group in Group::ALL {
        for (partition, (_, last_id)) in (0..).zip(&seen.partitions) {
            if !queue.settled(group, partition, *last_id, Duration::ZERO).await? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}
