//! The search index in one SQLite file: `search.db`. Folded messages stand in blocks of 256 that are searched as they
//! are, from the first or the last number on: no terms, no merging, the same for a query of one character as for one of
//! a thousand. Measured against a trigram index, writing costs a tenth, and a chat of 100,000 messages that holds no
//! match is looked through in under 10 ms; a longer one is looked through in several calls.
//!
//! Losing the file loses nothing: a fresh one says so, and is filled from the store.

mod pack;
mod read;
mod write;

use std::ops::RangeInclusive;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use futures::FutureExt as _;
use futures::future::BoxFuture;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use self::write::Known;
use super::{Document, Found, IndexStatus, Query, Scope, Search};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::sqlite::{self, Durability, Writer};

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../migrations/sqlite/search");

/// Reading connections: as many searches at once as two cores can do anything about.
const READERS: u32 = 4;

/// The generation that a new file begins with.
const FIRST_GENERATION: i64 = 1;

/// The search index on `search.db`.
pub struct SqliteSearch {
    writer: Writer,
    readers: SqlitePool,
    known: Arc<Mutex<Known>>,
}

impl SqliteSearch {
    /// Opens the file, and makes it where it is missing.
    pub async fn open(path: &Path) -> Outcome<Self> {
        let mut db = sqlite::open_writer(Part::Search, path, Durability::Rebuildable, &MIGRATIONS).await?;
        if meta(&mut db, "live").await?.is_none() {
            make_generation(&mut db, FIRST_GENERATION).await?;
            set_meta(&mut db, "live", FIRST_GENERATION).await?;
        }
        let readers = sqlite::open_readers(Part::Search, path, READERS).await?;
        Ok(Self { writer: Writer::start(Part::Search, db), readers, known: Arc::default() })
    }

    /// Brings the schema of the file up to date and closes it.
    pub async fn migrate(path: &Path) -> Outcome<()> {
        let search = Self::open(path).await?;
        search.close().await;
        Ok(())
    }

    /// Runs a transaction. What the writer remembers of chats travels with it, and is lost with one that fails.
    async fn write<T: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(&'c mut SqliteConnection, &'c mut Known) -> BoxFuture<'c, Outcome<T>> + Send + 'static,
    ) -> Outcome<T> {
        let (before, after) = (Arc::clone(&self.known), Arc::clone(&self.known));
        let settle = move |result: Outcome<(T, Known)>| {
            let (value, known) = result?;
            *after.lock().unwrap_or_else(PoisonError::into_inner) = known;
            Ok(value)
        };
        self.writer
            .transaction_then(
                move |db| {
                    async move {
                        let mut known = std::mem::take(&mut *before.lock().unwrap_or_else(PoisonError::into_inner));
                        let value = work(db, &mut known).await?;
                        Ok((value, known))
                    }
                    .boxed()
                },
                settle,
            )
            .await
    }
}

#[async_trait]
impl Search for SqliteSearch {
    async fn index(&self, documents: &[Document]) -> Outcome<()> {
        if documents.is_empty() {
            return Ok(());
        }
        let documents = documents.to_vec();
        self.write(|db, known| {
            async move {
                for generation in generations(db).await? {
                    write::write(db, known, generation, &documents).await?;
                }
                Ok(())
            }
            .boxed()
        })
        .await
    }

    async fn remove(&self, scope: Scope) -> Outcome<()> {
        self.write(move |db, known| {
            async move {
                known.clear();
                for generation in generations(db).await? {
                    remove(db, generation, scope).await?;
                }
                Ok(())
            }
            .boxed()
        })
        .await
    }

    async fn find(&self, query: &Query<'_>) -> Outcome<Found> {
        let live = meta(&self.readers, "live").await?.unwrap_or(FIRST_GENERATION);
        match read::find(&self.readers, live, query).await {
            // The generation was swapped away in between.
            Err(cause) => match meta(&self.readers, "live").await?.filter(|now| *now != live) {
                Some(now) => read::find(&self.readers, now, query).await,
                None => Err(cause),
            },
            found => found,
        }
    }

    async fn status(&self) -> Outcome<IndexStatus> {
        let generation = meta(&self.readers, "live").await?.unwrap_or(FIRST_GENERATION);
        let (packed, in_tail): (i64, i64) = sqlx::query_as(sqlx::AssertSqlSafe(format!(
            "SELECT (SELECT coalesce(sum(live), 0) FROM blocks_{generation}), (SELECT count(*) FROM tail_{generation})"
        )))
        .fetch_one(&self.readers)
        .await
        .map_err(fault("count the documents"))?;
        let bytes: i64 = sqlx::query_scalar("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
            .fetch_one(&self.readers)
            .await
            .map_err(fault("measure the file"))?;
        Ok(IndexStatus {
            engine: "sqlite".into(),
            generation,
            building: meta(&self.readers, "building").await?,
            documents: u64::try_from(packed + in_tail).unwrap_or(0),
            bytes: u64::try_from(bytes).unwrap_or(0),
            fresh: meta(&self.readers, "filled").await?.is_none(),
        })
    }

    async fn begin_generation(&self) -> Outcome<i64> {
        self.write(|db, _| {
            async move {
                if let Some(building) = meta(&mut *db, "building").await? {
                    return Ok(building);
                }
                let next = meta(&mut *db, "live").await?.unwrap_or(0) + 1;
                make_generation(db, next).await?;
                set_meta(db, "building", next).await?;
                Ok(next)
            }
            .boxed()
        })
        .await
    }

    async fn fill(&self, generation: i64, documents: &[Document]) -> Outcome<()> {
        let documents = documents.to_vec();
        self.write(move |db, known| {
            async move {
                must_be_building(db, generation).await?;
                write::write(db, known, generation, &documents).await
            }
            .boxed()
        })
        .await
    }

    async fn swap(&self, generation: i64) -> Outcome<()> {
        self.write(move |db, known| {
            async move {
                must_be_building(db, generation).await?;
                let old = meta(&mut *db, "live").await?;
                set_meta(db, "live", generation).await?;
                unset_meta(db, "building").await?;
                set_meta(db, "filled", 1).await?;
                known.clear();
                match old {
                    Some(old) => drop_generation(db, old).await,
                    None => Ok(()),
                }
            }
            .boxed()
        })
        .await
    }

    async fn abandon(&self, generation: i64) -> Outcome<()> {
        self.write(move |db, known| {
            async move {
                must_be_building(db, generation).await?;
                unset_meta(db, "building").await?;
                known.clear();
                drop_generation(db, generation).await
            }
            .boxed()
        })
        .await
    }

    async fn mark_filled(&self) -> Outcome<()> {
        self.write(|db, _| async move { set_meta(db, "filled", 1).await }.boxed()).await
    }

    async fn ping(&self) -> Outcome<()> {
        match tokio::time::timeout(Duration::from_secs(1), meta(&self.readers, "live")).await {
            Ok(answer) => answer.map(|_| ()),
            Err(late) => Err(Fault::new(Part::Search, Kind::Unavailable, "answer within a second").because(late)),
        }
    }

    async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// Where a message stands: its chat's own dense key, then its number.
fn id(key: i64, number: u32) -> i64 {
    key << 32 | i64::from(number)
}

/// All ids of a chat.
fn chat_range(key: i64) -> RangeInclusive<i64> {
    id(key, 0)..=id(key, u32::MAX)
}

fn fault(doing: &'static str) -> impl FnOnce(sqlx::Error) -> Fault {
    move |cause| sqlite::fault(Part::Search, doing, cause)
}

/// The generations that are written to: the one that answers, and the one that is being built.
async fn generations(db: &mut SqliteConnection) -> Outcome<Vec<i64>> {
    sqlx::query_scalar("SELECT value FROM meta WHERE key IN ('live', 'building')")
        .fetch_all(db)
        .await
        .map_err(fault("read the generations"))
}

async fn must_be_building(db: &mut SqliteConnection, generation: i64) -> Outcome<()> {
    if meta(db, "building").await? == Some(generation) {
        return Ok(());
    }
    Err(Fault::new(Part::Search, Kind::Refused, format!("work on generation {generation}: it is not being built")))
}

async fn make_generation(db: &mut SqliteConnection, generation: i64) -> Outcome<()> {
    for table in [
        format!(
            "CREATE TABLE blocks_{generation} (id INTEGER PRIMARY KEY, live INTEGER NOT NULL, slots INTEGER NOT NULL, texts BLOB NOT NULL) STRICT"
        ),
        format!("CREATE TABLE tail_{generation} (id INTEGER PRIMARY KEY, text BLOB NOT NULL) STRICT"),
        format!("CREATE TABLE edited_{generation} (id INTEGER PRIMARY KEY, version INTEGER NOT NULL) STRICT"),
    ] {
        sqlx::query(sqlx::AssertSqlSafe(table)).execute(&mut *db).await.map_err(fault("make a generation"))?;
    }
    Ok(())
}

async fn drop_generation(db: &mut SqliteConnection, generation: i64) -> Outcome<()> {
    for table in ["blocks", "tail", "edited"] {
        sqlx::query(sqlx::AssertSqlSafe(format!("DROP TABLE IF EXISTS {table}_{generation}")))
            .execute(&mut *db)
            .await
            .map_err(fault("drop a generation"))?;
    }
    Ok(())
}

async fn remove(db: &mut SqliteConnection, generation: i64, scope: Scope) -> Outcome<()> {
    let keys: Vec<i64> = sqlx::query_scalar("SELECT key FROM chats WHERE app = ?1 AND (?2 IS NULL OR chat = ?2)")
        .bind(scope.app.0)
        .bind(scope.chat)
        .fetch_all(&mut *db)
        .await
        .map_err(fault("list the chats of a scope"))?;
    for key in keys {
        let ids = chat_range(key);
        for table in ["blocks", "tail", "edited"] {
            sqlx::query(sqlx::AssertSqlSafe(format!("DELETE FROM {table}_{generation} WHERE id BETWEEN ? AND ?")))
                .bind(ids.start())
                .bind(ids.end())
                .execute(&mut *db)
                .await
                .map_err(fault("remove a chat"))?;
        }
    }
    Ok(())
}

async fn meta(db: impl sqlx::SqliteExecutor<'_>, key: &str) -> Outcome<Option<i64>> {
    sqlx::query_scalar("SELECT value FROM meta WHERE key = ?")
        .bind(key)
        .fetch_optional(db)
        .await
        .map_err(fault("read the state of the index"))
}

async fn set_meta(db: &mut SqliteConnection, key: &str, value: i64) -> Outcome<()> {
    sqlx::query("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
        .bind(key)
        .bind(value)
        .execute(db)
        .await
        .map_err(fault("record the state of the index"))?;
    Ok(())
}

async fn unset_meta(db: &mut SqliteConnection, key: &str) -> Outcome<()> {
    sqlx::query("DELETE FROM meta WHERE key = ?")
        .bind(key)
        .execute(db)
        .await
        .map_err(fault("record the state of the index"))?;
    Ok(())
}
