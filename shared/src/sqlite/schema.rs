//! Whether a file has what its migrations made: somebody may have taken a table, a column or an index away, and what
//! is written by such a schema would be refused entry by entry. What others have added is let be.

use std::collections::BTreeSet;
use std::path::Path;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Connection as _};

use super::fault;
use crate::fault::{Fault, Kind, Outcome, Part};

/// Tables with their columns, and indexes; generated columns too.
const THINGS: &str = "SELECT 'the column ' || made.name || '.' || part.name
    FROM sqlite_schema made, pragma_table_xinfo(made.name) part WHERE made.type = 'table'
    UNION ALL
    SELECT 'the ' || type || ' ' || name FROM sqlite_schema WHERE type IN ('table', 'index', 'trigger', 'view')";

/// Checks that everything is there that the migrations make.
pub(super) async fn check(part: Part, path: &Path, db: &mut SqliteConnection, migrations: &Migrator) -> Outcome<()> {
    let expected = of_a_new_file(part, migrations).await?;
    let found = things(part, db).await?;
    // Without their tables, columns go without saying.
    let gone: Vec<&str> = expected.difference(&found).map(String::as_str).collect();
    let table = gone.iter().copied().find(|thing| thing.starts_with("the table"));
    match table.or(gone.first().copied()) {
        None => Ok(()),
        Some(thing) => {
            let doing = format!("use {}: {thing} is missing, which its schema once had", path.display());
            Err(Fault::new(part, Kind::Corrupt, doing))
        }
    }
}

async fn of_a_new_file(part: Part, migrations: &Migrator) -> Outcome<BTreeSet<String>> {
    let opening = |cause| fault(part, "make its schema in memory", cause);
    let mut db =
        SqliteConnectOptions::new().in_memory(true).disable_statement_logging().connect().await.map_err(opening)?;
    let made = migrations.run_direct(None, &mut db, false).await;
    made.map_err(|cause| Fault::new(part, Kind::Corrupt, "make its schema in memory").because(cause))?;
    let expected = things(part, &mut db).await?;
    db.close().await.map_err(opening)?;
    Ok(expected)
}

async fn things(part: Part, db: &mut SqliteConnection) -> Outcome<BTreeSet<String>> {
    let read: Result<Vec<String>, _> = sqlx::query_scalar(THINGS).fetch_all(db).await;
    Ok(read.map_err(|cause| fault(part, "read its schema", cause))?.into_iter().collect())
}
