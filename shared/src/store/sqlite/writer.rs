//! The one writer of `chat.db`: a task that owns the connection and runs one transaction after the other. Knows no table.
//!
//! A caller that gives up does not end the transaction that it asked for: what was begun is committed or rolled back.

use std::panic::AssertUnwindSafe;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures::FutureExt as _;
use futures::future::BoxFuture;
use sqlx::sqlite::SqliteConnection;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::fault;
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::sqlite;

/// How many transactions may wait for their turn before callers wait to ask. Each is up to 10 ms long.
const WAITING: usize = 64;

/// How long a caller waits for its transaction: longer than any request may live, short enough for a stuck disk to show.
const PATIENCE: Duration = Duration::from_secs(30);

type Job = Box<dyn for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, ()> + Send>;

/// The way to the writing task.
pub struct Writer {
    jobs: Mutex<Option<mpsc::Sender<Job>>>,
    task: Mutex<Option<JoinHandle<SqliteConnection>>>,
}

impl Writer {
    /// Starts the task. It ends when [`Self::close`] is called or the writer is dropped.
    pub fn start(connection: SqliteConnection) -> Self {
        let (jobs, receiver) = mpsc::channel(WAITING);
        let task = tokio::spawn(run(connection, receiver));
        Self { jobs: Mutex::new(Some(jobs)), task: Mutex::new(Some(task)) }
    }

    /// A writer of a file that is open for reading only: it refuses everything.
    pub fn none() -> Self {
        Self { jobs: Mutex::new(None), task: Mutex::new(None) }
    }

    /// Runs `work` in a transaction, which is committed when this returns `Ok`. `doing` goes on after "could not".
    pub async fn transact<T, W>(&self, doing: &'static str, work: W) -> Outcome<T>
    where
        T: Send + 'static,
        W: for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Outcome<T>> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job: Job = Box::new(move |db| {
            Box::pin(async move {
                // Whoever asked may have given up.
                let _ = reply.send(transaction(db, doing, work).await);
            })
        });
        let jobs = lock(&self.jobs).clone().ok_or_else(|| not_writing(doing))?;
        let asked = async {
            jobs.send(job).await.map_err(|_| not_writing(doing))?;
            answer.await.map_err(|_| not_writing(doing))?
        };
        match timeout(PATIENCE, asked).await {
            Ok(outcome) => outcome,
            Err(late) => Err(Fault::new(Part::Store, Kind::Unavailable, doing).because(late)),
        }
    }

    /// Finishes what is in hand and closes the connection.
    pub async fn close(&self) {
        drop(lock(&self.jobs).take());
        let task = lock(&self.task).take();
        if let Some(task) = task
            && let Ok(connection) = task.await
        {
            sqlite::close_writer(connection).await;
        }
    }
}

async fn run(mut connection: SqliteConnection, mut jobs: mpsc::Receiver<Job>) -> SqliteConnection {
    while let Some(job) = jobs.recv().await {
        job(&mut connection).await;
    }
    connection
}

async fn transaction<T, W>(db: &mut SqliteConnection, doing: &'static str, work: W) -> Outcome<T>
where
    W: for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Outcome<T>>,
{
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *db).await.map_err(fault(doing))?;
    // A panic is this job's failure, not the writer's.
    let worked = AssertUnwindSafe(async { work(&mut *db).await }).catch_unwind().await;
    let worked = worked.unwrap_or_else(|_| Err(Fault::new(Part::Store, Kind::Refused, doing).because("it panicked")));
    let committed = match worked {
        Ok(value) => sqlx::query("COMMIT").execute(&mut *db).await.map_err(fault(doing)).map(|_| value),
        failed => failed,
    };
    if committed.is_err() {
        // SQLite may have rolled back by itself (a full disk): then there is nothing to do.
        let _ = sqlx::query("ROLLBACK").execute(db).await;
    }
    committed
}

fn not_writing(doing: &'static str) -> Fault {
    Fault::new(Part::Store, Kind::Unavailable, doing).because("it is closed, or open for reading only")
}

/// Takes the lock; it guards a handle that is whole whatever its holder did.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
