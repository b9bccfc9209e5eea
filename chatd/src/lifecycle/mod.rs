//! How the process ends: by a signal, by a task that died, or at a deadline. Every task of chatd is spawned here, under a
//! name and in a stage. Knows neither what the tasks do nor what is configured.
//!
//! Stopping goes by stages: first requests (readiness turns 503, the listener closes, answers are finished), then work
//! (a request that waits to be persisted needs the workers until then), then the ports are closed. All of it under one
//! deadline. A hard stop drops every task at once, which is safe: what was accepted is on the log.

mod exit;
mod signals;

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures::FutureExt as _;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub use exit::Exit;
pub use signals::obey_signals;

/// After a hard stop tasks end at their next await; this is how long that may take.
const HARD_STOP_GRACE: Duration = Duration::from_secs(1);

/// When a task is asked to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// First: what answers requests.
    Requests,
    /// Then: what persists and indexes, and everything beside it.
    Work,
}

/// The life of one chatd. Clones are the same life.
#[derive(Clone)]
pub struct Lifecycle(Arc<Inner>);

struct Inner {
    hard: CancellationToken,
    requests: StageState,
    work: StageState,
    /// The names of the tasks that are still there.
    alive: Mutex<BTreeMap<u64, &'static str>>,
    next: AtomicU64,
    failure: Mutex<Option<String>>,
}

/// The soft token of a stage, below the hard one, and its tasks.
struct StageState {
    stop: CancellationToken,
    tasks: TaskTracker,
}

impl StageState {
    fn under(hard: &CancellationToken) -> Self {
        Self { stop: hard.child_token(), tasks: TaskTracker::new() }
    }
}

impl Default for Lifecycle {
    fn default() -> Self {
        Self::new()
    }
}

impl Lifecycle {
    /// A life that nothing has ended yet.
    #[must_use]
    pub fn new() -> Self {
        let hard = CancellationToken::new();
        Self(Arc::new(Inner {
            requests: StageState::under(&hard),
            work: StageState::under(&hard),
            hard,
            alive: Mutex::default(),
            next: AtomicU64::default(),
            failure: Mutex::default(),
        }))
    }

    /// Spawns a task that lives until its stage is stopped: it is given the token that says so, and must end soon after
    /// it. One that fails, panics or ends unasked stops the process with [`Exit::Failed`].
    pub fn spawn<F>(&self, stage: Stage, name: &'static str, task: impl FnOnce(CancellationToken) -> F)
    where
        F: Future<Output = anyhow::Result<()>> + Send + 'static,
    {
        let stop = self.stopping(stage);
        let ended = |stopping: bool| if stopping { Ok(()) } else { Err(anyhow::anyhow!("it ended unasked")) };
        self.track(stage, name, task(stop.clone()), move |result| result.and_then(|()| ended(stop.is_cancelled())));
    }

    /// Spawns a task that may end by itself. One that fails or panics stops the process with [`Exit::Failed`].
    pub fn spawn_finite<F>(&self, stage: Stage, name: &'static str, task: impl FnOnce(CancellationToken) -> F)
    where
        F: Future<Output = anyhow::Result<()>> + Send + 'static,
    {
        self.track(stage, name, task(self.stopping(stage)), |result| result);
    }

    fn track<F>(
        &self,
        stage: Stage,
        name: &'static str,
        task: F,
        judge: impl FnOnce(anyhow::Result<()>) -> anyhow::Result<()> + Send + 'static,
    ) where
        F: Future<Output = anyhow::Result<()>> + Send + 'static,
    {
        let life = self.clone();
        let id = life.0.next.fetch_add(1, Ordering::Relaxed);
        lock(&life.0.alive).insert(id, name);
        self.stage(stage).tasks.spawn(async move {
            let result = life.0.hard.run_until_cancelled(AssertUnwindSafe(task).catch_unwind()).await;
            lock(&life.0.alive).remove(&id);
            // Dropped by a hard stop: nothing to judge.
            let Some(result) = result else { return };
            if let Err(error) = judge(result.unwrap_or_else(|panic| Err(told(&*panic)))) {
                life.fail(name, &error);
            }
        });
    }

    fn fail(&self, name: &'static str, error: &anyhow::Error) {
        tracing::error!(task = name, error = format!("{error:#}"), "a task failed; chatd stops");
        lock(&self.0.failure).get_or_insert_with(|| format!("{name}: {error:#}"));
        self.stop();
    }

    /// Asks the process to stop in order.
    pub fn stop(&self) {
        self.0.requests.stop.cancel();
    }

    /// Drops every task at once.
    pub fn stop_now(&self) {
        self.0.hard.cancel();
    }

    /// Whether it was asked to stop: readiness says so to proxies.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        self.0.requests.stop.is_cancelled()
    }

    /// Cancelled when the tasks of a stage are to end.
    #[must_use]
    pub fn stopping(&self, stage: Stage) -> CancellationToken {
        self.stage(stage).stop.clone()
    }

    /// Cancelled at a hard stop.
    #[must_use]
    pub fn hard(&self) -> CancellationToken {
        self.0.hard.clone()
    }

    /// What made the process stop, where something failed.
    #[must_use]
    pub fn failure(&self) -> Option<String> {
        lock(&self.0.failure).clone()
    }

    /// Waits until the process is to stop, then stops it: stage by stage, then `close`, all within `deadline`.
    pub async fn run(&self, deadline: Duration, close: impl Future<Output = ()>) -> Exit {
        self.stopping(Stage::Requests).cancelled().await;
        let begun = Instant::now();
        let orderly = async {
            for stage in [Stage::Requests, Stage::Work] {
                self.finish(stage).await;
            }
            close.await;
        };
        let cut = tokio::select! {
            biased;
            () = self.0.hard.cancelled() => Some("stopped at once"),
            () = orderly => None,
            () = sleep(deadline) => Some("the deadline of stopping passed"),
        };
        if let Some(why) = cut {
            self.abandon(why).await;
        }
        let took = begun.elapsed();
        match (self.failure(), cut) {
            (Some(failure), _) => {
                tracing::error!(failure, ?took, "chatd stopped because a task failed");
                Exit::Failed
            }
            (None, Some(_)) => Exit::Cut,
            (None, None) => {
                tracing::info!(?took, "chatd stopped");
                Exit::Clean
            }
        }
    }

    /// Stops a process that did not get as far as [`Self::run`].
    pub async fn give_up(&self) {
        self.stop_now();
        for stage in [Stage::Requests, Stage::Work] {
            // What does not end within the grace ends with the process.
            let _ = timeout(HARD_STOP_GRACE, self.finish(stage)).await;
        }
    }

    /// Stops one stage and waits for its tasks.
    async fn finish(&self, stage: Stage) {
        let StageState { stop, tasks } = self.stage(stage);
        stop.cancel();
        tasks.close();
        tasks.wait().await;
    }

    async fn abandon(&self, why: &str) {
        let alive: Vec<&str> = lock(&self.0.alive).values().copied().collect();
        tracing::warn!(tasks = alive.join(", "), "{why}; what was accepted is safe and is done after the next start");
        self.give_up().await;
    }

    fn stage(&self, stage: Stage) -> &StageState {
        match stage {
            Stage::Requests => &self.0.requests,
            Stage::Work => &self.0.work,
        }
    }
}

/// Nothing here panics while it holds a lock, so a poisoned one is as good as any.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a panic said.
fn told(panic: &(dyn Any + Send)) -> anyhow::Error {
    let text = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    anyhow::anyhow!("it panicked: {}", text.unwrap_or("without a text"))
}

#[cfg(test)]
mod tests;
