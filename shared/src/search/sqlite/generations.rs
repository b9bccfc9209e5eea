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
    /// The generation that answered before, where it is kept.
    Previous,
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
            Self::Previous => "previous",
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
    drop_previous(db).await?;
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

/// The generations that are written to: the one that answers, the one that is being built, the one that is kept.
pub async fn written(db: &mut SqliteConnection) -> Outcome<Vec<i64>> {
    sqlx::query_scalar("SELECT value FROM meta WHERE key IN ('live', 'building', 'previous')")
        .fetch_all(db)
        .await
        .map_err(fault("read the generations"))
}

/// Begins a generation, or returns the one being built. One that is kept makes room for it.
pub async fn begin(db: &mut SqliteConnection) -> Outcome<i64> {
    if let Some(building) = get(&mut *db, Meta::Building).await? {
        return Ok(building);
    }
    drop_previous(db).await?;
    let next = make(db).await?;
    set(db, Meta::Building, next).await?;
    Ok(next)
}

/// Makes the generation being built the one that answers, and keeps that one where it was ever filled.
pub async fn swap(db: &mut SqliteConnection, generation: i64) -> Outcome<()> {
    must_be_building(db, generation).await?;
    drop_previous(db).await?;
    let old = get(&mut *db, Meta::Live).await?;
    let filled = get(&mut *db, Meta::Filled).await?.is_some();
    set(db, Meta::Live, generation).await?;
    unset(db, Meta::Building).await?;
    set(db, Meta::Filled, 1).await?;
    match old {
        Some(old) if filled => set(db, Meta::Previous, old).await,
        Some(old) => drop_tables(db, old).await,
        None => Ok(()),
    }
}

/// Makes the generation that is kept the one that answers, and keeps the other.
pub async fn rollback(db: &mut SqliteConnection) -> Outcome<i64> {
    let (live, previous) = (get(&mut *db, Meta::Live).await?, get(&mut *db, Meta::Previous).await?);
    let (Some(live), Some(previous)) = (live, previous) else { return Err(none_is_kept()) };
    set(db, Meta::Live, previous).await?;
    set(db, Meta::Previous, live).await?;
    Ok(previous)
}

/// Drops the generation that is kept.
pub async fn prune(db: &mut SqliteConnection) -> Outcome<i64> {
    drop_previous(db).await?.ok_or_else(none_is_kept)
}

fn none_is_kept() -> Fault {
    Fault::new(Part::Search, Kind::Refused, "use the generation that answered before: none is kept")
}

async fn drop_previous(db: &mut SqliteConnection) -> Outcome<Option<i64>> {
    let Some(previous) = get(&mut *db, Meta::Previous).await? else { return Ok(None) };
    unset(db, Meta::Previous).await?;
    drop_tables(db, previous).await?;
    Ok(Some(previous))
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
