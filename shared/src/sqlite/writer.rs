//! The one writer of a SQLite file: a task that owns the connection and runs one transaction after the other. Knows no
//! table.
//!
//! A caller that gives up does not end the transaction that it asked for: what was begun is committed or undone.

use std::panic::AssertUnwindSafe;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures::FutureExt as _;
use futures::future::BoxFuture;
use sqlx::sqlite::SqliteConnection;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::{close_writer, fault};
use crate::fault::{Fault, Kind, Outcome, Part};

/// How many transactions may wait for the writer before callers wait to ask.
const WAITING: usize = 64;

/// How long a caller waits for its transaction: longer than a request may live, short enough for a stuck disk to show.
const PATIENCE: Duration = Duration::from_secs(30);

/// Work on the writing connection, inside a transaction.
type Job = Box<dyn for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, ()> + Send>;

/// The way to the writing task.
pub struct Writer {
    part: Part,
    jobs: Mutex<Option<mpsc::Sender<Job>>>,
    task: Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    /// Starts the task. It ends when [`Self::close`] is called or the writer is dropped.
    pub fn start(part: Part, mut connection: SqliteConnection) -> Self {
        let (jobs, mut waiting) = mpsc::channel::<Job>(WAITING);
        let task = tokio::spawn(async move {
            while let Some(job) = waiting.recv().await {
                job(&mut connection).await;
            }
            close_writer(connection).await;
        });
        Self { part, jobs: Mutex::new(Some(jobs)), task: Mutex::new(Some(task)) }
    }

    /// The writer of a file that is open for reading only: it refuses everything as [`Kind::Unavailable`].
    pub fn none(part: Part) -> Self {
        Self { part, jobs: Mutex::new(None), task: Mutex::new(None) }
    }

    /// Runs `work` in a transaction of its own: committed when this returns `Ok`, undone otherwise.
    pub async fn transaction<T: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Outcome<T>> + Send + 'static,
    ) -> Outcome<T> {
        self.transaction_then(work, |result| result).await
    }

    /// The same, and `settle` is told how it ended before the next transaction begins.
    pub async fn transaction_then<T: Send + 'static, U: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Outcome<T>> + Send + 'static,
        settle: impl FnOnce(Outcome<T>) -> Outcome<U> + Send + 'static,
    ) -> Outcome<U> {
        let part = self.part;
        let closed = move || Fault::new(part, Kind::Unavailable, "write: it is closed, or open for reading only");
        let (reply, answer) = oneshot::channel();
        let job: Job = Box::new(move |db| {
            Box::pin(async move {
                let result = settle(in_transaction(part, db, work).await);
                // A caller that is gone does not want to hear of it.
                let _ = reply.send(result);
            })
        });
        let jobs = lock(&self.jobs).clone().ok_or_else(closed)?;
        let asked = async {
            jobs.send(job).await.map_err(|_| closed())?;
            answer.await.map_err(|_| closed())?
        };
        let late = |late| Fault::new(part, Kind::Unavailable, "write within half a minute").because(late);
        timeout(PATIENCE, asked).await.map_err(late)?
    }

    /// Finishes what waits, and closes the file.
    pub async fn close(&self) {
        drop(lock(&self.jobs).take());
        let task = lock(&self.task).take();
        if let Some(task) = task {
            // A writer that panicked has nothing left to close.
            let _ = task.await;
        }
    }
}

/// Runs `work` in a transaction of a connection that no [`Writer`] has yet.
pub async fn in_transaction<T>(
    part: Part,
    db: &mut SqliteConnection,
    work: impl for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Outcome<T>>,
) -> Outcome<T> {
    let failed = |doing: &'static str| move |cause| fault(part, doing, cause);
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *db).await.map_err(failed("begin a transaction"))?;
    // A panic is this transaction's failure, not the writer's.
    let worked = AssertUnwindSafe(async { work(&mut *db).await }).catch_unwind().await;
    let result = match worked {
        Ok(Ok(value)) => {
            sqlx::query("COMMIT").execute(&mut *db).await.map(|_| value).map_err(failed("commit a transaction"))
        }
        Ok(Err(cause)) => Err(cause),
        Err(_) => Err(Fault::new(part, Kind::Refused, "finish a transaction: it panicked")),
    };
    if result.is_err() {
        // SQLite may have undone it already (a full disk); a connection that cannot has no transaction left.
        let _ = sqlx::query("ROLLBACK").execute(&mut *db).await;
    }
    result
}

/// Takes the lock; it guards a handle that is whole whatever its holder did.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
