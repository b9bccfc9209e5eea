//! Whether a file has the schema of this binary: no older, no newer, and whole.

use std::collections::BTreeSet;
use std::path::Path;

use sqlx::ConnectOptions as _;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqlitePool};

use super::fault;
use crate::fault::{Fault, Kind, Outcome, Part};

/// Brings the schema of a file up to date, and sees that nothing of it was taken away.
pub async fn bring_up_to_date(
    part: Part,
    path: &Path,
    connection: &mut SqliteConnection,
    migrations: &Migrator,
) -> Outcome<()> {
    // Not `run`: the compiler cannot see that its future may move between threads.
    migrations.run_direct(None, connection, false).await.map_err(|cause| schema_fault(part, path, cause))?;
    must_be_whole(part, path, connection, migrations).await
}

/// A table, column or index that is missing would be stumbled over later, in the middle of somebody's request.
async fn must_be_whole(
    part: Part,
    path: &Path,
    connection: &mut SqliteConnection,
    migrations: &Migrator,
) -> Outcome<()> {
    let opening = |cause| fault(part, "open a database in memory", cause);
    let mut blank = SqliteConnectOptions::new().in_memory(true).connect().await.map_err(opening)?;
    migrations.run_direct(None, &mut blank, false).await.map_err(|cause| schema_fault(part, path, cause))?;
    let expected = shape(part, path, &mut blank).await?;
    let found = shape(part, path, connection).await?;
    let missing: Vec<&str> = expected.difference(&found).map(String::as_str).take(5).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let doing = format!("use {}: its schema lacks {}; put a backup in its place", path.display(), missing.join(", "));
    Err(Fault::new(part, Kind::Corrupt, doing))
}

/// Every table, index and column by its name.
async fn shape(part: Part, path: &Path, connection: &mut SqliteConnection) -> Outcome<BTreeSet<String>> {
    let names: Vec<String> = sqlx::query_scalar(
        "SELECT things.type || ' ' || things.name || ifnull('.' || columns.name, '')
        FROM sqlite_master things LEFT JOIN pragma_table_xinfo(things.name) columns
        WHERE substr(things.name, 1, 7) != 'sqlite_'",
    )
    .fetch_all(connection)
    .await
    .map_err(|cause| fault(part, format!("read the schema of {}", path.display()), cause))?;
    Ok(names.into_iter().collect())
}

fn schema_fault(part: Part, path: &Path, cause: MigrateError) -> Fault {
    let doing = match cause {
        MigrateError::VersionMissing(version) => format!(
            "use {}: its schema has version {version}, which is newer than this binary; start a chatd that is as new",
            path.display()
        ),
        _ => format!("bring the schema of {} up to date", path.display()),
    };
    Fault::new(part, Kind::Corrupt, doing).because(cause)
}

/// Checks that a file which is only read has the schema of this binary, no older and no newer.
pub async fn check_schema(part: Part, path: &Path, readers: &SqlitePool, migrations: &Migrator) -> Outcome<()> {
    let applied: Option<i64> = sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations")
        .fetch_one(readers)
        .await
        .map_err(|cause| fault(part, format!("read which schema {} has", path.display()), cause))?;
    let known = migrations.iter().map(|migration| migration.version).max();
    if applied == known {
        return Ok(());
    }
    let (applied, known) = (applied.unwrap_or(0), known.unwrap_or(0));
    let age = if applied > known { "newer" } else { "older" };
    let doing =
        format!("use {}: its schema has version {applied}, which is {age} than this binary's {known}", path.display());
    Err(Fault::new(part, Kind::Corrupt, doing))
}

#[cfg(test)]
mod tests {
    use super::super::{Durability, close_writer, open_writer};
    use super::*;

    static MIGRATIONS: Migrator = sqlx::migrate!("../migrations/sqlite/store");

    async fn open(path: &Path) -> Outcome<()> {
        let connection = open_writer(Part::Store, path, Durability::Full, &MIGRATIONS).await?;
        close_writer(connection).await;
        Ok(())
    }

    async fn refusal_after(statement: &'static str) -> String {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("chat.db");
        open(&path).await.expect("opens");
        let mut damaged = SqliteConnectOptions::new().filename(&path).connect().await.expect("opens");
        sqlx::raw_sql(statement).execute(&mut damaged).await.expect("is damaged");
        open(&path).await.expect_err("is refused").chain()
    }

    #[tokio::test]
    async fn what_the_schema_lacks_is_named_at_the_start() {
        for (statement, named) in [
            ("DROP TABLE gaps", "table gaps"),
            ("ALTER TABLE operator_log DROP COLUMN result", "table operator_log.result"),
            ("DROP INDEX idx_message_number", "index idx_message_number"),
        ] {
            let said = refusal_after(statement).await;
            assert!(said.contains(named) && said.contains("put a backup in its place"), "{statement}: {said}");
        }
    }

    #[tokio::test]
    async fn a_file_that_is_no_database_is_refused_and_left_as_it_was() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("chat.db");
        let other = "somebody's notes, and nothing else\n".repeat(100);
        std::fs::write(&path, &other).expect("written");
        let said = open(&path).await.expect_err("is refused").chain();
        assert!(said.contains("no sound SQLite file") && said.contains("chat.db"), "{said}");
        assert_eq!(std::fs::read_to_string(&path).expect("is there"), other);
    }
}
