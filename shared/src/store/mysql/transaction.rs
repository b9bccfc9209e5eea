//! Transactions over the pool: begun again where they failed for what others did at the same time. Knows no table.

use std::time::Duration;

use futures::future::BoxFuture;
use sqlx::mysql::{MySqlConnection, MySqlPool};
use sqlx::{Connection as _, Executor as _};
use tokio::time::sleep;

use super::fault::{Conflict, conflict, fault};
use crate::fault::{Fault, Outcome};

/// How often a transaction is begun again after a deadlock before that is its caller's. A lock that was not given in time
/// counts as so many: it has been waited for, and may be waited for once more.
const AGAIN: u32 = 5;

/// The pause before the first time; it doubles with each. Of each pause a random share is waited (full jitter), so that
/// the same two do not meet again.
const PAUSE: Duration = Duration::from_millis(5);

/// How many more times something may be begun again.
#[derive(Debug, Default)]
pub struct Patience {
    borne: u32,
}

impl Patience {
    /// Whether to begin again after `failure`: it was a deadlock or a lock that was not given in time, and not for the last
    /// time. Returns after the pause.
    pub async fn bears(&mut self, failure: &Fault) -> bool {
        let weight = match conflict(failure) {
            None => return false,
            Some(Conflict::Deadlock) => 1,
            Some(Conflict::LockWait) => AGAIN,
        };
        if self.borne + weight > AGAIN {
            return false;
        }
        let bound = PAUSE.saturating_mul(1 << self.borne);
        self.borne += weight;
        tracing::debug!(error = failure as &dyn std::error::Error, again = self.borne, "a transaction is begun again");
        let mut random = [0; 1];
        // Without randomness the pause is as long as it may be.
        let share = getrandom::fill(&mut random).map_or(u8::MAX, |()| random[0]);
        sleep(bound.mul_f64(f64::from(share) / f64::from(u8::MAX))).await;
        true
    }
}

/// Runs `work` in a transaction of its own: committed when this returns `Ok`, undone otherwise. It may be run several times.
pub async fn in_transaction<T: Send>(
    pool: &MySqlPool,
    work: impl for<'c> Fn(&'c mut MySqlConnection) -> BoxFuture<'c, Outcome<T>> + Send + Sync,
) -> Outcome<T> {
    let mut patience = Patience::default();
    loop {
        match once(pool, &work).await {
            Err(failure) if patience.bears(&failure).await => {}
            outcome => return outcome,
        }
    }
}

/// Runs `work` in a transaction, once.
pub async fn once<T: Send>(
    pool: &MySqlPool,
    work: impl for<'c> FnOnce(&'c mut MySqlConnection) -> BoxFuture<'c, Outcome<T>> + Send,
) -> Outcome<T> {
    // In a box: it is large, and would make every future around it so.
    let mut transaction = Box::pin(pool.begin()).await.map_err(fault("begin a transaction"))?;
    match work(&mut transaction).await {
        Ok(value) => transaction.commit().await.map(|()| value).map_err(fault("commit a transaction")),
        Err(failure) => {
            // A connection that cannot has no transaction left.
            let _ = transaction.rollback().await;
            Err(failure)
        }
    }
}

/// What a transaction that only reads begins with: nothing of what is committed meanwhile is seen in it, where sessions see
/// with each statement what is committed before that.
const OF_ONE_MOMENT: &str = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";
const READING: &str = "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY";

/// Runs `work`, which only reads, over the database as it is at one moment.
pub async fn at_one_moment<T: Send>(
    pool: &MySqlPool,
    work: impl for<'c> FnOnce(&'c mut MySqlConnection) -> BoxFuture<'c, Outcome<T>> + Send,
) -> Outcome<T> {
    let beginning = || fault("begin to read");
    // In boxes: they are large, and would make every future around them so.
    let mut connection = Box::pin(pool.acquire()).await.map_err(beginning())?;
    connection.execute(OF_ONE_MOMENT).await.map_err(beginning())?;
    let mut transaction = Box::pin(connection.begin_with(READING)).await.map_err(beginning())?;
    let read = work(&mut transaction).await?;
    transaction.commit().await.map_err(fault("end reading"))?;
    Ok(read)
}
