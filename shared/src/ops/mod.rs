//! What operators look at and do, as functions over the ports: the same behind chatd's `/admin` and for a look straight
//! at the data while chatd is down. Knows no adapter and no HTTP; speaks in the API's wire types.
//!
//! [`Installation`] has a method for each thing that an operator may ask for; whatever changes something is written to
//! the operator log. `reindex`, `verify` and `dead_letters` hold the long work that runs as operations.

mod ahead;
mod applications;
mod backup;
pub mod counters;
mod dead_letters;
mod drift;
mod entries;
mod evidence;
mod explain;
mod export;
mod index;
mod lost;
mod operations;
mod pages;
pub mod query;
mod queues;
mod reads;
mod reconcile;
mod reindex;
mod restore;
mod stations;
mod status;
mod tokens;
mod trace;
mod verify;
mod watch;
pub mod wire;

use std::sync::Arc;
use std::time::Duration;

pub use backup::Backup;
pub use dead_letters::{DEAD_LETTER_FIELDS, RetriedDeadLetters};
pub use drift::CounterDiff;
pub use explain::{Reason, explain};
pub use export::Export;
pub use operations::{Plan, Standing};
pub use reads::{Page, existing_message, no_application, no_chat, no_message};
pub use reindex::ReindexReport;
pub use tokens::{Replaced, new_token};
pub use watch::{Ended, Mark, Pacer, Unwatched, Watch};

use crate::api::codes::{Code, FieldCode};
use crate::api::problem::{FieldError, Problem};
use crate::clock::{Clock, Timestamp};
use crate::fault::Fault;
use crate::numbering::Refusal;
use crate::queue::Queue;
use crate::search::Search;
use crate::store::{OperatorAct, Store};

/// The rows of a list where nothing is said.
const DEFAULT_LIMIT: u32 = 100;

/// The most rows of a list.
const MAX_LIMIT: u32 = 1_000;

/// The parts of an installation as an operator sees them. Cheap to clone.
#[derive(Clone)]
pub struct Installation {
    /// The counters and the log.
    pub queue: Arc<dyn Queue>,
    /// The database.
    pub store: Arc<dyn Store>,
    /// The search index.
    pub search: Arc<dyn Search>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// When the process that answers was started; `None` where no chatd does.
    pub started_at: Option<Timestamp>,
}

/// Why an operator did not get what was asked for.
#[derive(Debug, thiserror::Error)]
pub enum OpsError {
    /// It is not there.
    #[error("there is no such {0}")]
    NotFound(Thing),
    /// A field or parameter has a value that is not allowed.
    #[error("`{field}` {reason}")]
    Invalid {
        /// Which one.
        field: &'static str,
        /// What it must be.
        reason: String,
    },
    /// Only one operation of this kind may be open.
    #[error("operation {0} of this kind is under way")]
    UnderWay(i64),
    /// A field or parameter has a value that the domain does not allow.
    #[error("`{}` {}", .0.field, .0.message)]
    Field(FieldError),
    /// What is read is not there, in the API's own words.
    #[error("{}", .0.problem.detail)]
    Missing(Box<Answer>),
    /// What a number means could not be found out, or nothing is accepted.
    #[error("it is refused by what gives the numbers")]
    Refused(#[from] Refusal),
    /// A dead letter is resolved, or is another than it was.
    #[error("dead letter {0} is resolved, or was edited meanwhile")]
    LetterChanged(i64),
    /// What is to be restored is there already.
    #[error("an application has this token")]
    ApplicationExists,
    /// A part of the installation failed.
    #[error("a part of the installation failed")]
    Fault(#[from] Fault),
}

/// What the API answers to whoever does not get what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The problem; nobody's request yet.
    pub problem: Problem,
    /// When it may be there.
    pub retry_after: Option<Duration>,
}

impl OpsError {
    /// What the API answers, or how a part failed.
    pub fn answered(self) -> Result<Answer, Refusal> {
        let detail = self.to_string();
        let refused = |error, detail| Problem { errors: vec![error], ..Problem::new(Code::ValidationFailed, detail) };
        let problem = match self {
            Self::Fault(fault) => return Err(fault.into()),
            Self::Refused(refusal) => return Err(refusal),
            Self::Missing(answer) => return Ok(*answer),
            Self::NotFound(thing) => Problem::new(thing.code(), detail),
            Self::UnderWay(_) => Problem::new(Code::OperationUnderWay, detail),
            Self::LetterChanged(_) => Problem::new(Code::DeadLetterChanged, detail),
            Self::ApplicationExists => Problem::new(Code::ApplicationExists, detail),
            Self::Field(error) => refused(error, detail),
            Self::Invalid { field, reason } => {
                let code = if matches!(field, "limit" | "partition" | "idle_ms" | "grace_seconds") {
                    FieldCode::OutOfRange
                } else {
                    FieldCode::Malformed
                };
                refused(FieldError::new(field, code, reason), detail)
            }
        };
        Ok(Answer { problem, retry_after: None })
    }
}

/// What was not found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Thing {
    /// An entry of the log.
    Entry,
    /// A sequence.
    Counter,
    /// A dead letter.
    DeadLetter,
    /// An operation.
    Operation,
    /// An application.
    Application,
    /// A chat.
    Chat,
    /// A message.
    Message,
    /// A generation of the search index beside the answering one.
    Generation,
    /// A generation of the search index that answered before.
    Kept,
}

impl Thing {
    /// The API's code where it is not there.
    fn code(self) -> Code {
        match self {
            Self::Entry => Code::EntryNotFound,
            Self::Counter => Code::CounterNotFound,
            Self::DeadLetter => Code::DeadLetterNotFound,
            Self::Operation => Code::OperationNotFound,
            Self::Application => Code::ApplicationNotFound,
            Self::Chat => Code::ChatNotFound,
            Self::Message => Code::MessageNotFound,
            Self::Generation | Self::Kept => Code::GenerationNotFound,
        }
    }
}

impl std::fmt::Display for Thing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Entry => "entry on the log",
            Self::Counter => "counter",
            Self::DeadLetter => "dead letter",
            Self::Operation => "operation",
            Self::Application => "application",
            Self::Chat => "chat",
            Self::Message => "message: no such number was ever given",
            Self::Generation => "generation being built",
            Self::Kept => "generation that answered before: it was pruned, or never was",
        })
    }
}

/// The result of what an operator asks for.
pub type Asked<T> = Result<T, OpsError>;

impl Installation {
    /// Writes to the operator log. An act that is done is not undone because it could not be written down: that is
    /// logged instead.
    async fn record(&self, who: &str, what: &str, target: String, result: impl Into<String>) {
        let act = OperatorAct {
            at: self.clock.now(),
            who: who.to_owned(),
            what: what.to_owned(),
            target,
            result: result.into(),
        };
        if let Err(cause) = self.store.log_act(&act).await {
            tracing::error!(error = &cause as &dyn std::error::Error, ?act, "an operator's act could not be recorded");
        }
    }
}

fn limit(asked: Option<u32>, default: u32, most: u32) -> Asked<u32> {
    match asked.unwrap_or(default) {
        limit if (1..=most).contains(&limit) => Ok(limit),
        _ => Err(OpsError::Invalid { field: "limit", reason: format!("must be between 1 and {most}") }),
    }
}
