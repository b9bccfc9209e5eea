//! What the doctor looks at: the status first, then whatever the parts that answer can tell. Looks only; what one question
//! fails with keeps nobody from asking the next.

use std::path::Path;
use std::time::{Duration, Instant};

use chat_shared::api::types::admin::{
    CounterSums, DeadLetterErrors, Operation, OperationsQuery, PendingEntry, PendingQuery, Queues, SelectDeadLetters,
    Status,
};
use chat_shared::queue::Group;
use serde::Serialize;

use crate::backend::Operator;
use crate::commands::check;
use crate::context::KeyOrigin;
use crate::output::failure::{Failure, Kind};

/// Operations that are looked at, the newest.
const OPERATIONS: u32 = 20;

/// What workers hold that is looked at, the oldest of each queue.
const PENDING: u32 = 100;

/// Everything that was asked. What could not be told is left out, and why is in `refused`.
#[derive(Debug, Default, Serialize)]
pub struct Gathered {
    /// Why chatd did not answer at all.
    #[serde(skip)]
    pub unanswered: Option<Failure>,
    /// The installation at a glance.
    pub status: Option<Status>,
    /// How long it took to tell.
    pub took_ms: Option<u64>,
    /// The log by partition.
    pub queues: Option<Queues>,
    /// All counters compared, and the first critical one.
    pub counters: Option<(Option<String>, CounterSums)>,
    /// Dead letters by what went wrong.
    pub dead_letters: Option<DeadLetterErrors>,
    /// What workers hold, the oldest first.
    pub pending: Vec<(Group, Vec<PendingEntry>)>,
    /// The newest operations.
    pub operations: Vec<Operation>,
    /// Questions that were not answered, and why.
    pub refused: Vec<(&'static str, String)>,
    /// What this machine tells.
    pub local: Local,
}

/// What this machine tells.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Local {
    /// chatctl's version.
    pub chatctl: &'static str,
    /// The context's name, `local`, or the address.
    pub context: Option<String>,
    /// The file that the admin key is from, and its mode where others than its owner may read it.
    pub key_file: Option<(String, Option<u32>)>,
    /// Bytes that are free where the data folder is, and all that there are.
    pub disk: Option<(u64, u64)>,
}

impl Gathered {
    /// Where chatd does not answer.
    pub fn unanswered(failure: Failure, local: Local) -> Self {
        Self { unanswered: Some(failure), local, ..Self::default() }
    }

    fn keep<T>(&mut self, what: &'static str, answer: Result<T, Failure>) -> Option<T> {
        match answer {
            Ok(value) => Some(value),
            Err(failure) => {
                self.refused.push((what, failure.to_string()));
                None
            }
        }
    }
}

impl Local {
    /// What is told where nothing else is known.
    pub fn new(context: Option<String>) -> Self {
        Self { chatctl: env!("CARGO_PKG_VERSION"), context, ..Self::default() }
    }

    /// The same with where the key is from.
    pub fn with_key(mut self, origin: Option<&KeyOrigin>) -> Self {
        if let Some(KeyOrigin::File(path)) = origin {
            self.key_file = Some((path.display().to_string(), open_mode(path)));
        }
        self
    }

    /// The same with the disk of a data folder.
    pub fn with_disk(mut self, data: Option<&Path>) -> Self {
        let space = data.and_then(|data| rustix::fs::statvfs(data).ok());
        self.disk = space.map(|space| {
            (space.f_bavail.saturating_mul(space.f_frsize), space.f_blocks.saturating_mul(space.f_frsize))
        });
        self
    }
}

/// The mode of a file that others than its owner may read.
fn open_mode(path: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::metadata(path).ok()?.permissions().mode() & 0o777;
    (mode & 0o077 != 0).then_some(mode)
}

/// Asks for everything. Fails only where chatd answers and tells this user nothing.
pub async fn all(operator: &dyn Operator, local: Local) -> Result<Gathered, Failure> {
    let begun = Instant::now();
    let status = match operator.status().await {
        Ok(status) => status,
        Err(failure) if matches!(failure.kind, Kind::Unavailable | Kind::Timeout) => {
            return Ok(Gathered::unanswered(failure, local));
        }
        Err(failure) => return Err(failure),
    };
    let took_ms = u64::try_from(begun.elapsed().as_millis()).ok();
    let mut all = Gathered { status: Some(status), took_ms, local, ..Gathered::default() };
    let every = SelectDeadLetters::default();
    let newest = OperationsQuery { limit: Some(OPERATIONS), ..OperationsQuery::default() };
    let (queues, counters, letters, operations) = tokio::join!(
        operator.queues(),
        check::compared(operator),
        operator.dead_letter_errors(&every),
        operator.operations(&newest),
    );
    all.queues = all.keep("the queues", queues);
    all.counters = all.keep("the counters", counters);
    all.dead_letters = all.keep("the dead letters", letters);
    all.operations = all.keep("the jobs", operations).map(|list| list.items).unwrap_or_default();
    for queue in Group::ALL {
        let held = operator.pending(queue, &PendingQuery { idle_ms: None, limit: Some(PENDING) }).await;
        let held = all.keep("what workers hold", held).map(|list| list.items).unwrap_or_default();
        all.pending.push((queue, held));
    }
    Ok(all)
}

impl Gathered {
    /// How long the status took.
    pub fn took(&self) -> Duration {
        Duration::from_millis(self.took_ms.unwrap_or(0))
    }
}
