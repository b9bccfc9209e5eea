//! Connections: how a session is set up, what the pool holds, and what to do where no connection can be made.

use std::time::Duration;

use sqlx::mysql::{MySqlConnection, MySqlPool, MySqlPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _, Executor as _};
use tokio::time::timeout;

use super::address::Address;
use super::fault::{DENIED, number};
use crate::fault::{Fault, Kind, Outcome, Part};

/// How long a connection may take to be made.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long a call may wait for a connection of the pool: while the server is away, every call that needs it does.
const WAIT: Duration = Duration::from_secs(3);

/// A connection that was idle for longer is asked whether it still stands before it is used.
const FRESH: Duration = Duration::from_secs(1);

/// How long idle connections are kept: less than [`SESSION`] has a server keep them, or any proxy does.
const IDLE: Duration = Duration::from_secs(25);

/// What every session is, whatever the server's defaults: strict, so that no value is cut silently; in UTC; seconds, not
/// most of a minute, for a row's lock. Without gap locks, workers wait for each other's rows only.
///
/// Who stands still in a transaction, or is gone without a word, holds its rows for as long as the server waits for it, by
/// default for hours: so MariaDB ends a transaction of which nothing is heard for 10 s, and MySQL, which has no such
/// setting, the session after a minute. Each reads the other's part as a comment.
const SESSION: &str = "SET SESSION sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
    time_zone = '+00:00', innodb_lock_wait_timeout = 5, lock_wait_timeout = 60
    /*M!100300 , idle_transaction_timeout = 10 */ /*!80000 , wait_timeout = 60 */";
const ISOLATION: &str = "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";

/// For whoever only looks.
const READ_ONLY: &str = "SET SESSION TRANSACTION READ ONLY";

/// Makes a connection of its own, outside of the pool.
pub async fn connect(address: &Address) -> Outcome<MySqlConnection> {
    let connecting = async {
        let mut db = address.options.connect().await?;
        set_up(&mut db).await?;
        Ok(db)
    };
    match timeout(PATIENCE, connecting).await {
        Ok(connected) => connected.map_err(|cause| refusal(address, cause)),
        Err(late) => {
            let doing = format!("connect to {}: no answer within {} s; {REACHABLE}", address.shown, PATIENCE.as_secs());
            Err(Fault::new(Part::Store, Kind::Unavailable, doing).because(late))
        }
    }
}

/// A pool of at most `connections`, made as they are needed.
pub fn pool(address: &Address, connections: u32) -> MySqlPool {
    options(connections).after_connect(|db, _| Box::pin(set_up(db))).connect_lazy_with(address.options.clone())
}

/// The same, whose sessions cannot write.
pub fn reading_pool(address: &Address, connections: u32) -> MySqlPool {
    options(connections).after_connect(|db, _| Box::pin(set_up_to_read(db))).connect_lazy_with(address.options.clone())
}

fn options(connections: u32) -> MySqlPoolOptions {
    MySqlPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(WAIT)
        // Who waited in vain says so; a line for every one that waited long would bury it.
        .acquire_slow_threshold(2 * WAIT)
        .idle_timeout(IDLE)
        // A round trip for every use would double what a small read costs: only who was idle is asked.
        .test_before_acquire(false)
        .before_acquire(|db, known| {
            Box::pin(async move { if known.idle_for < FRESH { Ok(true) } else { db.ping().await.map(|()| true) } })
        })
}

async fn set_up_to_read(db: &mut MySqlConnection) -> Result<(), sqlx::Error> {
    set_up(db).await?;
    db.execute(READ_ONLY).await.map(|_| ())
}

async fn set_up(db: &mut MySqlConnection) -> Result<(), sqlx::Error> {
    db.execute(SESSION).await?;
    db.execute(ISOLATION).await?;
    Ok(())
}

const REACHABLE: &str = "is the server running, and are host and port right?";

const TLS: &str = "TLS could not be agreed on; see ssl-mode and ssl-ca of the URL";

/// The server has no connection left.
const TOO_MANY: [u16; 2] = [1040, 1203];

/// There is no such database.
const UNKNOWN_DATABASE: u16 = 1049;

/// Why no connection came about, and what to do.
fn refusal(address: &Address, cause: sqlx::Error) -> Fault {
    let Address { shown, database, .. } = address;
    let hint = match (&cause, number(&cause)) {
        (_, Some(UNKNOWN_DATABASE)) => {
            format!("there is no such database; create it: CREATE DATABASE {database} CHARACTER SET utf8mb4")
        }
        (_, Some(1044)) => format!("the user may not use the database; grant it: GRANT ALL ON {database}.* TO …"),
        (_, Some(denied)) if DENIED.contains(&denied) => "the server refuses the user or its password".into(),
        (_, Some(many)) if TOO_MANY.contains(&many) => {
            "the server has no connection left; raise its max_connections or lower store.connections".into()
        }
        (sqlx::Error::Tls(_), _) => TLS.into(),
        (sqlx::Error::Io(io), _) if is_of_tls(io) => TLS.into(),
        (sqlx::Error::Protocol(_), _) => "what answers there does not speak MySQL; is the port right?".into(),
        (sqlx::Error::Io(io), _) if io.kind() == std::io::ErrorKind::NotFound => {
            "a file that the URL names (ssl-ca, ssl-cert, ssl-key or socket) is not there".into()
        }
        (sqlx::Error::Io(_), _) => REACHABLE.into(),
        _ => "see the reason".into(),
    };
    Fault::new(Part::Store, Kind::Unavailable, format!("connect to {shown}: {hint}")).because(cause)
}

/// Whether it is what TLS has against the server, such as its certificate.
fn is_of_tls(io: &std::io::Error) -> bool {
    io.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()).is_some()
}
