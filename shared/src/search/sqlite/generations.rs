//! Which generations there are, their tables, and what the file says of itself.

use sqlx::sqlite::SqliteConnection;

use super::rows::{chat_range, execute, fault};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::search::{Scope, fold};

/// What the file says of itself, each a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meta {
    /// The generation that answers.
    Live,
    /// The generation that is being built, where one is.
    Building,
    /// The last generation that was begun: an abandoned one's number is not given again, so that whoever still fills it
    /// is refused.
    Last,
    /// Present once everything in the store was written into the live generation.
    Filled,
    /// The [`fold::VERSION`] that the texts were folded with.
    Fold,
}

impl Meta {
    fn key(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Building => "building",
            Self::Last => "last",
            Self::Filled => "filled",
            Self::Fold => "fold",
        }
    }
}

/// Makes the first generation of a new file. Texts of another fold must all be written again: then the index counts as
/// never filled, and what was being built of them is dropped.
pub async fn prepare(db: &mut SqliteConnection) -> Outcome<()> {
    if get(&mut *db, Meta::Live).await?.is_none() {
        let first = make(db).await?;
        set(db, Meta::Live, first).await?;
    }
    must_be_whole(db).await?;
    if get(&mut *db, Meta::Fold).await? == Some(i64::from(fold::VERSION)) {
        return Ok(());
    }
    unset(db, Meta::Filled).await?;
    if let Some(building) = get(&mut *db, Meta::Building).await? {
        abandon(db, building).await?;
    }
    set(db, Meta::Fold, i64::from(fold::VERSION)).await
}

/// A generation without one of its tables answers nothing and takes nothing: the file must be begun anew.
async fn must_be_whole(db: &mut SqliteConnection) -> Outcome<()> {
    for generation in written(db).await? {
        for table in tables(generation) {
            let there: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = ?)")
                .bind(&table)
                .fetch_one(&mut *db)
                .await
                .map_err(fault("look for its generations"))?;
            if !there {
                let doing = format!("answer from generation {generation}: the table {table} is missing");
                return Err(Fault::new(Part::Search, Kind::Corrupt, doing));
            }
        }
    }
    Ok(())
}

/// The generations that are written to: the one that answers, and the one that is being built.
pub async fn written(db: &mut SqliteConnection) -> Outcome<Vec<i64>> {
    sqlx::query_scalar("SELECT value FROM meta WHERE key IN ('live', 'building')")
        .fetch_all(db)
        .await
        .map_err(fault("read the generations"))
}

/// Begins a generation, or returns the one being built.
pub async fn begin(db: &mut SqliteConnection) -> Outcome<i64> {
    if let Some(building) = get(&mut *db, Meta::Building).await? {
        return Ok(building);
    }
    let next = make(db).await?;
    set(db, Meta::Building, next).await?;
    Ok(next)
}

/// Makes the generation being built the one that answers, and drops that one.
pub async fn swap(db: &mut SqliteConnection, generation: i64) -> Outcome<()> {
    must_be_building(db, generation).await?;
    let old = get(&mut *db, Meta::Live).await?;
    set(db, Meta::Live, generation).await?;
    unset(db, Meta::Building).await?;
    set(db, Meta::Filled, 1).await?;
    match old {
        Some(old) => drop_tables(db, old).await,
        None => Ok(()),
    }
}

/// Drops the generation being built.
pub async fn abandon(db: &mut SqliteConnection, generation: i64) -> Outcome<()> {
    must_be_building(db, generation).await?;
    unset(db, Meta::Building).await?;
    drop_tables(db, generation).await
}

/// Refuses work on a generation that is not being built.
pub async fn must_be_building(db: &mut SqliteConnection, generation: i64) -> Outcome<()> {
    if get(db, Meta::Building).await? == Some(generation) {
        return Ok(());
    }
    Err(Fault::new(Part::Search, Kind::Refused, format!("work on generation {generation}: it is not being built")))
}

/// Removes everything of a scope from the generations that are written to.
pub async fn remove(db: &mut SqliteConnection, scope: Scope) -> Outcome<()> {
    let keys: Vec<i64> =
        sqlx::query_scalar("DELETE FROM chats WHERE app = ?1 AND (?2 IS NULL OR chat = ?2) RETURNING key")
            .bind(scope.app.0)
            .bind(scope.chat)
            .fetch_all(&mut *db)
            .await
            .map_err(fault("remove the chats of a scope"))?;
    let generations = written(db).await?;
    for ids in keys.into_iter().map(chat_range) {
        for table in generations.iter().flat_map(|generation| tables(*generation)) {
            let statement = format!("DELETE FROM {table} WHERE id BETWEEN ? AND ?");
            execute(db, statement, &[*ids.start(), *ids.end()], "remove a chat").await?;
        }
    }
    Ok(())
}

/// Reads what the file says of itself.
pub async fn get(db: impl sqlx::SqliteExecutor<'_>, what: Meta) -> Outcome<Option<i64>> {
    sqlx::query_scalar("SELECT value FROM meta WHERE key = ?")
        .bind(what.key())
        .fetch_optional(db)
        .await
        .map_err(fault("read the state of the index"))
}

/// Writes what the file says of itself.
pub async fn set(db: &mut SqliteConnection, what: Meta, value: i64) -> Outcome<()> {
    sqlx::query("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
        .bind(what.key())
        .bind(value)
        .execute(db)
        .await
        .map_err(fault("record the state of the index"))?;
    Ok(())
}

async fn unset(db: &mut SqliteConnection, what: Meta) -> Outcome<()> {
    sqlx::query("DELETE FROM meta WHERE key = ?")
        .bind(what.key())
        .execute(db)
        .await
        .map_err(fault("record the state of the index"))?;
    Ok(())
}

fn tables(generation: i64) -> [String; 3] {
    ["blocks", "tail", "edited"].map(|table| format!("{table}_{generation}"))
}

/// Makes the tables of the next generation.
async fn make(db: &mut SqliteConnection) -> Outcome<i64> {
    let last = get(&mut *db, Meta::Last).await?.max(get(&mut *db, Meta::Live).await?);
    let next = last.unwrap_or(0) + 1;
    let [blocks, tail, edited] = tables(next);
    for (table, columns) in [
        (blocks, "live INTEGER NOT NULL, slots INTEGER NOT NULL, texts BLOB NOT NULL"),
        (tail, "text BLOB NOT NULL"),
        (edited, "version INTEGER NOT NULL"),
    ] {
        let statement = format!("CREATE TABLE {table} (id INTEGER PRIMARY KEY, {columns}) STRICT");
        execute(db, statement, &[], "make a generation").await?;
    }
    set(db, Meta::Last, next).await?;
    Ok(next)
}

async fn drop_tables(db: &mut SqliteConnection, generation: i64) -> Outcome<()> {
    for table in tables(generation) {
        execute(db, format!("DROP TABLE {table}"), &[], "drop a generation").await?;
    }
    Ok(())
}
