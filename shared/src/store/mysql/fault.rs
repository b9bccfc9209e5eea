//! What the errors of MySQL and MariaDB mean to the port. Knows no statement.

use std::error::Error;

use sqlx::mysql::MySqlDatabaseError;

use crate::fault::{Fault, Kind, Part};

/// The transaction was undone to end a deadlock; a Galera cluster says the same where another node committed first.
const DEADLOCK: u16 = 1213;

/// A row's lock was not given in time.
const LOCK_WAIT: u16 = 1205;

/// The value is at fault: out of range, too long, no UTF-8, against a CHECK (MySQL's number, MariaDB's), or a key that is
/// taken.
const REFUSED: [u16; 13] = [1048, 1062, 1264, 1265, 1292, 1366, 1406, 1411, 1416, 1690, 3140, 3819, 4025];

/// The schema or the statement is at fault: unknown column, table or database, another syntax, a damaged table.
const CORRUPT: [u16; 12] = [1034, 1049, 1054, 1064, 1103, 1136, 1146, 1193, 1231, 1305, 1364, 1932];

/// The user may not do that. Needs an operator, but nothing about the call: it may succeed later.
pub const DENIED: [u16; 7] = [1044, 1045, 1142, 1143, 1227, 1698, 1410];

/// What an error means while `doing` (a phrase that goes on after "could not").
pub fn fault(doing: &'static str) -> impl FnOnce(sqlx::Error) -> Fault {
    move |cause| Fault::new(Part::Store, kind(&cause), doing).because(cause)
}

/// The kind that an error's number means. Whatever is not known is passing: server gone, read-only, out of connections,
/// out of disk.
pub fn kind(cause: &sqlx::Error) -> Kind {
    match cause {
        sqlx::Error::ColumnDecode { .. }
        | sqlx::Error::Decode(_)
        | sqlx::Error::ColumnNotFound(_)
        | sqlx::Error::ColumnIndexOutOfBounds { .. } => Kind::Corrupt,
        sqlx::Error::Encode(_) => Kind::Refused,
        other => match number(other) {
            Some(number) if REFUSED.contains(&number) => Kind::Refused,
            Some(number) if CORRUPT.contains(&number) => Kind::Corrupt,
            _ => Kind::Unavailable,
        },
    }
}

/// The server's number of an error; `None` where it is not the server's.
pub fn number(cause: &sqlx::Error) -> Option<u16> {
    let sqlx::Error::Database(database) = cause else { return None };
    database.try_downcast_ref::<MySqlDatabaseError>().map(MySqlDatabaseError::number)
}

/// What others did at the same time, for which a transaction failed: it is worth beginning again at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conflict {
    /// Two waited for each other, or another node of a cluster committed first.
    Deadlock,
    /// Somebody held a row for longer than the session waits.
    LockWait,
}

/// Which conflict a fault comes from; `None` where it is another fault.
pub fn conflict(fault: &Fault) -> Option<Conflict> {
    let cause = fault.source().and_then(|source| source.downcast_ref::<sqlx::Error>())?;
    match number(cause)? {
        DEADLOCK => Some(Conflict::Deadlock),
        LOCK_WAIT => Some(Conflict::LockWait),
        _ => None,
    }
}
