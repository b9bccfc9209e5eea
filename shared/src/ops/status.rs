//! The installation at a glance. Each part has two seconds: what does not answer is named and left out.

use std::time::Duration;

use tokio::time::timeout;

use super::queues::{group, log, worker};
use super::stations::state_of;
use super::{Installation, OpsError};
use crate::api::types::admin::{OpenOperation, PartFault, QueueStatus, StationState, Status, StoreTotals};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::{ENTRY_VERSION, Group};
use crate::store::{Operation, Recorded, Totals};

/// How long a part may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

impl Installation {
    /// The installation at a glance; answers whatever does not.
    pub async fn status(&self) -> Status {
        let now = self.clock.now();
        let mut faults = Vec::new();
        let (recorded, totals, letters, nodes, operations, stations, log_status, groups, search) = tokio::join!(
            answer(Part::Store, self.store.recorded()),
            answer(Part::Store, self.store.totals()),
            answer(Part::Store, self.store.count_dead_letters()),
            answer(Part::Store, self.store.nodes()),
            answer(Part::Store, self.store.open_operations()),
            answer(Part::Store, self.standing_stations()),
            answer(Part::Queue, self.queue.log()),
            answer(Part::Queue, self.groups()),
            answer(Part::Search, async { self.search_status().await.map_err(fault_of) }),
        );
        let recorded: Option<Recorded> = told(recorded, &mut faults);
        let stations = told(stations, &mut faults).unwrap_or_default();
        let mut queues = told(groups, &mut faults).unwrap_or_default();
        for status in &mut queues {
            status.state = state_of(status.queue, &stations);
        }
        let epochs = recorded.iter().flat_map(|recorded| recorded.partitions.iter().map(|partition| partition.epoch));
        let status = Status {
            at: now,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            entry_version: ENTRY_VERSION,
            uptime_ms: self.started_at.map(|started| now.millis_since(started)),
            epoch: epochs.max(),
            totals: told(totals, &mut faults).map(store_totals),
            log: told(log_status, &mut faults).map(log),
            queues,
            stations,
            dead_letters: told(letters, &mut faults),
            search: told(search, &mut faults),
            workers: told(nodes, &mut faults).into_iter().flatten().map(|node| worker(node, now)).collect(),
            operations: told(operations, &mut faults).into_iter().flatten().map(open_operation).collect(),
            installation: recorded.as_ref().map(|recorded| recorded.installation.clone()),
            queue_durable: recorded.as_ref().map(|recorded| recorded.durable),
            queue_server: recorded.and_then(|recorded| recorded.server),
            faults: Vec::new(),
        };
        faults.sort_by(|one: &PartFault, other| (&one.part, &one.reason).cmp(&(&other.part, &other.reason)));
        faults.dedup();
        Status { faults, ..status }
    }

    async fn groups(&self) -> Outcome<Vec<QueueStatus>> {
        let mut groups = Vec::with_capacity(Group::ALL.len());
        for queue in Group::ALL {
            groups.push(group(queue, StationState::default(), self.queue.group(queue).await?, self.clock.now()));
        }
        Ok(groups)
    }
}

/// What a part tells in time.
pub(super) async fn answer<T>(part: Part, asked: impl Future<Output = Outcome<T>>) -> Outcome<T> {
    let late = |_| Err(Fault::new(part, Kind::Unavailable, format!("answer within {} s", PATIENCE.as_secs())));
    timeout(PATIENCE, asked).await.unwrap_or_else(late)
}

/// What a part told; nothing of it leaves the fault to the list. The cause may name addresses: it goes to the log only.
fn told<T>(answer: Outcome<T>, faults: &mut Vec<PartFault>) -> Option<T> {
    match answer {
        Ok(value) => Some(value),
        Err(fault) => {
            tracing::warn!(error = &fault as &dyn std::error::Error, "a part does not tell its status");
            faults.push(PartFault { part: fault.part.to_string(), reason: fault.to_string() });
            None
        }
    }
}

fn fault_of(error: OpsError) -> Fault {
    match error {
        OpsError::Fault(fault) => fault,
        other => Fault::new(Part::Search, Kind::Corrupt, "tell its state").because(other),
    }
}

fn store_totals(totals: Totals) -> StoreTotals {
    StoreTotals { applications: totals.applications, chats: totals.chats, messages: totals.messages }
}

fn open_operation(operation: Operation) -> OpenOperation {
    OpenOperation {
        id: operation.id,
        kind: operation.kind,
        state: operation.state,
        done: operation.done,
        total: operation.total,
    }
}
