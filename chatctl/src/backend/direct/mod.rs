//! The ports without chatd: straight to the queue, the store and the search index, by the same functions over their ports
//! that chatd answers with. Looks change nothing; the few changes that are safe beside chatd take the hold that it takes.

mod applications;
mod operator;

use std::borrow::Cow;
use std::io::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chat_shared::adapters::{self, Access};
use chat_shared::api::codes::Code;
use chat_shared::api::problem::Problem;
use chat_shared::clock::{Clock, SystemClock};
use chat_shared::config::Config;
use chat_shared::fault::{Fault, Kind as FaultKind, Outcome, Part};
use chat_shared::hold::{Hold, NoHold, lock_file};
use chat_shared::numbering::{Onlooker, Refusal};
use chat_shared::ops::{Asked, Installation, OpsError};
use futures::stream::{self, BoxStream};
use futures::{Stream, StreamExt as _, TryStreamExt as _};
use tokio::time::error::Elapsed;

use super::refusal::of_problem;
use super::{Reach, Through};
use crate::context::Place;
use crate::output::failure::{Failure, Kind};

/// An installation, without its chatd.
#[derive(Clone)]
pub struct Direct {
    config: Arc<Config>,
    looks: Installation,
    timeout: Duration,
    who: String,
    verbose: bool,
}

impl Direct {
    /// The installation at `place`. Opens nothing yet. `who` is whom the operator log names.
    pub fn new(place: Place, timeout: Duration, verbose: bool, who: String) -> Self {
        let (config, clock): (_, Arc<dyn Clock>) = (Arc::new(place.config), Arc::new(SystemClock));
        let looks = adapters::lazily(&config, Access::ReadOnly, timeout, clock);
        Self { config, looks, timeout, who, verbose }
    }

    fn sight(&self) -> Onlooker {
        Onlooker { queue: Arc::clone(&self.looks.queue), store: Arc::clone(&self.looks.store) }
    }

    /// Looks at something; says so where that is wanted. `doing` goes on after "could not".
    async fn look<T>(
        &self,
        doing: impl Into<Cow<'static, str>>,
        look: impl Future<Output = Asked<T>>,
    ) -> Result<T, Failure> {
        let (doing, begun) = (doing.into(), Instant::now());
        let looked = look.await;
        if self.verbose {
            let how = if looked.is_ok() { "done" } else { "failed" };
            // Where standard error is closed nobody listens.
            let _ = writeln!(std::io::stderr(), "direct {doing}: {how} in {} ms", begun.elapsed().as_millis());
        }
        looked.map_err(|error| self.failure(doing, error))
    }

    /// Changes something, while nobody else has the data folder: under the hold that chatd takes.
    async fn change<T, F>(
        &self,
        doing: &'static str,
        change: impl FnOnce(Installation) -> F + Send,
    ) -> Result<T, Failure>
    where
        F: Future<Output = Asked<T>> + Send,
    {
        let hold = self.hold(doing)?;
        let parts = adapters::lazily(&self.config, Access::Beside, self.timeout, Arc::new(SystemClock));
        let changed = self.look(doing, change(parts.clone())).await;
        parts.search.close().await;
        parts.store.close().await;
        parts.queue.close().await;
        drop(hold);
        changed
    }

    fn hold(&self, doing: &'static str) -> Result<Option<Hold>, Failure> {
        let Some(folder) = adapters::held_folder(&self.config) else { return Ok(None) };
        let refused = |refusal| match refusal {
            NoHold::Held(held) => {
                let holder = held.pid.map_or("another process".to_owned(), |pid| format!("process {pid}"));
                Failure::new(Kind::Conflict, doing)
                    .because(format!("{holder} holds the data folder {}", folder.display()))
                    .code("data_folder_held")
                    .hint("let chatd do it, without --direct; or stop it first")
            }
            NoHold::Io(error) => Failure::new(Kind::Unavailable, doing)
                .because(format!("{} cannot be used: {error}", lock_file(folder).display()))
                .hint("name the data folder of a chatd, which this user can write, with --data"),
        };
        Hold::take(folder).map(Some).map_err(refused)
    }

    /// What pieces of lines hold, line by line as they come.
    fn lines<T: Send + 'static>(
        &self,
        doing: &'static str,
        pieces: impl Stream<Item = Outcome<Vec<T>>> + Send + 'static,
    ) -> BoxStream<'static, Result<T, Failure>> {
        let direct = self.clone();
        let pieces = pieces.map_err(move |fault| direct.of_fault(doing, &fault));
        pieces.map_ok(|lines| stream::iter(lines.into_iter().map(Ok))).try_flatten().boxed()
    }

    fn failure(&self, doing: impl Into<Cow<'static, str>>, error: OpsError) -> Failure {
        match error.answered() {
            Ok(answer) => of_problem(doing, &answer.problem),
            Err(Refusal::Fault(fault) | Refusal::Unknown(fault)) => self.of_fault(doing, &fault),
            Err(refusal @ Refusal::Paused) => {
                of_problem(doing, &Problem::new(Code::AcceptingPaused, refusal.to_string()))
            }
            Err(refusal) => Failure::new(Kind::Unavailable, doing).because(refusal),
        }
    }

    /// What a part that failed means on the line: which part it is, and where. No address tells its password.
    fn of_fault(&self, doing: impl Into<Cow<'static, str>>, fault: &Fault) -> Failure {
        let address = match fault.part {
            Part::Store => self.config.store.url.to_string(),
            Part::Queue => self.config.queue.url.to_string(),
            Part::Search => self.config.search.url.to_string(),
        };
        let part = fault.part;
        let embedded = address == "sqlite:";
        let place = if embedded { format!("in {}", self.config.data.display()) } else { format!("at {address}") };
        let hint = match fault.kind {
            FaultKind::Corrupt => format!("the {part} {place} needs the chatctl of its own chatd's version"),
            _ if embedded => format!("the {part} was looked for {place}; name another with --data, or its server"),
            _ => format!("the {part} was looked for {place}"),
        };
        let kind = match fault.kind {
            FaultKind::Unavailable if is_late(fault) => Kind::Timeout,
            FaultKind::Unavailable => Kind::Unavailable,
            FaultKind::Refused | FaultKind::Corrupt | FaultKind::Unknown => Kind::Failed,
        };
        Failure::new(kind, doing).because(fault.chain()).hint(hint)
    }
}

impl Reach for Direct {
    fn through(&self) -> Through {
        Through::Parts { folder: adapters::held_folder(&self.config).is_some() }
    }
}

fn is_late(fault: &Fault) -> bool {
    let mut cause = std::error::Error::source(fault);
    while let Some(error) = cause {
        if error.is::<Elapsed>() {
            return true;
        }
        cause = error.source();
    }
    false
}

/// What only chatd does: whatever is accepted is numbered and logged in one step that is its own, and what it restores its
/// workers go on with.
pub fn through_chatd<T>(doing: &'static str) -> Result<T, Failure> {
    Err(Failure::usage(doing, "chatd alone accepts and numbers what is written")
        .code("not_direct")
        .hint("run it without --direct"))
}
