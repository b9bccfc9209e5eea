//! The store on a MySQL or MariaDB server, for any number of processes. What they do at the same time is ordered by the
//! locks of rows: of applications first, then of their chats, each in the order of their keys. The other files mirror
//! the port's traits.

mod address;
mod applications;
mod backlog;
mod chats;
mod confirmation;
mod connect;
mod dead_letters;
mod directives;
mod fault;
mod ingest;
mod locks;
mod messages;
mod nodes;
mod numbers;
mod operations;
#[cfg(test)]
mod plans;
mod recount;
mod row;
mod scan;
mod schema;
mod tally;
mod tokens;
mod transaction;
#[cfg(test)]
mod trial;
mod walk;
mod wide;

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use sqlx::Row as _;
use sqlx::mysql::MySqlPool;
use tokio::sync::{Semaphore, SemaphorePermit};

use self::address::Address;
use self::fault::fault;
use super::{Store, Totals};
use crate::clock::Clock;
use crate::fault::{Fault, Kind, Outcome, Part};

/// Of the pool's connections, those that scans, tallies and exports may take: the rest is for requests and workers.
const SCANNING_SHARE: u32 = 4;

/// How long [`Store::ping`] waits.
const PING: Duration = Duration::from_secs(1);

/// The store on a server.
pub struct MysqlStore {
    pool: MySqlPool,
    address: Address,
    scanning: Arc<Semaphore>,
    clock: Arc<dyn Clock>,
}

impl MysqlStore {
    /// Connects to `mysql://user[:password]@host[:port]/database[?ssl-mode=…]` with at most `connections` (one at the
    /// least; confirming a queue takes one more), brings the schema up to date, and checks that it is what this binary
    /// needs. A server that cannot be reached is [`Kind::Unavailable`], a schema that cannot be used [`Kind::Corrupt`], an
    /// address that cannot be read [`Kind::Refused`].
    pub async fn open(url: &str, connections: u32, clock: Arc<dyn Clock>) -> Outcome<Self> {
        let address = Address::read(url)?;
        schema::bring_up_to_date(&address).await?;
        schema::check(&address).await?;
        Ok(Self::over(connect::pool(&address, connections.max(1)), address, connections, clock))
    }

    /// The same without touching the schema, which must be this binary's: else [`Kind::Corrupt`].
    pub async fn open_as_it_is(url: &str, connections: u32, clock: Arc<dyn Clock>) -> Outcome<Self> {
        let address = Address::read(url)?;
        schema::must_be_up_to_date(&address).await?;
        Ok(Self::over(connect::pool(&address, connections.max(1)), address, connections, clock))
    }

    /// The same for looking: the server refuses whatever would write.
    pub async fn open_read_only(url: &str, connections: u32, clock: Arc<dyn Clock>) -> Outcome<Self> {
        let address = Address::read(url)?;
        schema::must_be_up_to_date(&address).await?;
        Ok(Self::over(connect::reading_pool(&address, connections.max(1)), address, connections, clock))
    }

    fn over(pool: MySqlPool, address: Address, connections: u32, clock: Arc<dyn Clock>) -> Self {
        let scanning = Semaphore::new(connections.div_ceil(SCANNING_SHARE).max(1) as usize);
        Self { pool, address, scanning: Arc::new(scanning), clock }
    }

    /// Brings the schema up to date.
    pub async fn migrate(url: &str) -> Outcome<()> {
        schema::bring_up_to_date(&Address::read(url)?).await
    }

    /// The right to read a lot: so that requests never wait for a connection because of scans.
    async fn scan(&self) -> Outcome<SemaphorePermit<'_>> {
        scanning(&self.scanning).await
    }
}

async fn scanning(permits: &Semaphore) -> Outcome<SemaphorePermit<'_>> {
    let closed = |cause| Fault::new(Part::Store, Kind::Unavailable, "scan: it is closed").because(cause);
    permits.acquire().await.map_err(closed)
}

#[async_trait]
impl Store for MysqlStore {
    async fn ping(&self) -> Outcome<()> {
        let asked = sqlx::query(PING_SQL).fetch_one(&self.pool);
        match tokio::time::timeout(PING, asked).await {
            Ok(answer) => answer.map(|_| ()).map_err(fault("answer")),
            Err(late) => Err(Fault::new(Part::Store, Kind::Unavailable, "answer within a second").because(late)),
        }
    }

    async fn totals(&self) -> Outcome<Totals> {
        let row = sqlx::query(TOTALS).fetch_one(&self.pool).await.map_err(fault("read its totals"))?;
        let total = |place: usize| row.try_get(place).map(row::count).map_err(fault("read its totals"));
        Ok(Totals { applications: total(0)?, chats: total(1)?, messages: total(2)? })
    }

    async fn close(&self) {
        self.pool.close().await;
    }
}

const PING_SQL: &str = "SELECT 1";

const TOTALS: &str = "SELECT COUNT(*), CAST(COALESCE(SUM(chats_count), 0) AS SIGNED),
        (SELECT CAST(SUM(messages) AS SIGNED) FROM partitions)
    FROM applications WHERE deleted_at IS NULL";
