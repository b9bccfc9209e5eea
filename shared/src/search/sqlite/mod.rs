//! The search index in one SQLite file: `search.db`. Folded messages stand in blocks of 256 that are searched as they
//! are, from the first or the last number on: no terms, no merging, the same for a query of one character as for one of
//! a thousand. Measured against a trigram index, writing costs a tenth, and a chat of 100,000 messages that holds no
//! match is looked through in under 10 ms; a longer one is looked through in several calls.
//!
//! Losing the file loses nothing: a fresh one says so, and is filled from the store.

mod generations;
mod pack;
mod read;
mod rows;
mod write;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use futures::FutureExt as _;
use futures::future::BoxFuture;
use sqlx::AssertSqlSafe;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use self::generations::Meta;
use self::rows::fault;
use self::write::Known;
use super::{Document, Found, IndexStatus, Query, Scope, Search};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::sqlite::{self, Durability, Tuning, Writer};

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../migrations/sqlite/search");

/// Reading connections: as many searches at once as two cores can do anything about.
const READERS: u32 = 4;

/// A search reads the file from end to end. A block of usual messages fills two pages of 16 KiB, not seven of 4 KiB, and
/// is taken from where the operating system holds it, not through a cache per connection that it would flush: together
/// half the CPU of a search. 256 MiB are about two million messages; what lies beyond is read as usual.
const TUNING: Tuning = Tuning { page_size: Some(16 * 1024), mapped_bytes: Some(256 << 20) };

/// The search index on `search.db`.
pub struct SqliteSearch {
    writer: Writer,
    readers: SqlitePool,
    known: Arc<Mutex<Known>>,
}

impl SqliteSearch {
    /// Opens the file, and makes it where it is missing.
    pub async fn open(path: &Path) -> Outcome<Self> {
        let mut db =
            sqlite::open_tuned_writer(Part::Search, path, Durability::Rebuildable, &MIGRATIONS, TUNING).await?;
        sqlite::in_transaction(Part::Search, &mut db, |db| generations::prepare(db).boxed()).await?;
        let readers = sqlite::open_tuned_readers(Part::Search, path, READERS, TUNING).await?;
        Ok(Self { writer: Writer::start(Part::Search, db), readers, known: Arc::default() })
    }

    /// Opens a file that another process may be writing: whatever would write fails as [`Kind::Unavailable`]. The schema
    /// must be this binary's.
    pub async fn open_read_only(path: &Path) -> Outcome<Self> {
        let readers = sqlite::open_tuned_readers(Part::Search, path, READERS, TUNING).await?;
        sqlite::check_schema(Part::Search, path, &readers, &MIGRATIONS).await?;
        Ok(Self { writer: Writer::none(Part::Search), readers, known: Arc::default() })
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
                for generation in generations::written(db).await? {
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
            known.clear();
            generations::remove(db, scope).boxed()
        })
        .await
    }

    /// What is committed is found.
    async fn refresh(&self) -> Outcome<()> {
        Ok(())
    }

    async fn find(&self, query: &Query<'_>) -> Outcome<Found> {
        // A transaction sees one state of the file: neither a swap of generations nor a message that is being packed
        // can come in between.
        let mut snapshot = self.readers.begin().await.map_err(fault("begin to search"))?;
        let Some(live) = generations::get(&mut *snapshot, Meta::Live).await? else { return Ok(Found::default()) };
        let found = read::find(&mut snapshot, live, query).await?;
        snapshot.rollback().await.map_err(fault("end a search"))?;
        Ok(found)
    }

    async fn find_in(&self, generation: i64, query: &Query<'_>) -> Outcome<Found> {
        let mut snapshot = self.readers.begin().await.map_err(fault("begin to search"))?;
        let found = read::find(&mut snapshot, generation, query).await?;
        snapshot.rollback().await.map_err(fault("end a search"))?;
        Ok(found)
    }

    async fn documents(&self, generation: i64) -> Outcome<u64> {
        count(&self.readers, generation).await
    }

    async fn status(&self) -> Outcome<IndexStatus> {
        let mut snapshot = self.readers.begin().await.map_err(fault("read the state of the index"))?;
        let generation = generations::get(&mut *snapshot, Meta::Live).await?.unwrap_or(0);
        let documents = count(&mut *snapshot, generation).await?;
        let bytes: i64 = sqlx::query_scalar("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
            .fetch_one(&mut *snapshot)
            .await
            .map_err(fault("measure the file"))?;
        Ok(IndexStatus {
            engine: "sqlite".into(),
            generation,
            building: generations::get(&mut *snapshot, Meta::Building).await?,
            previous: generations::get(&mut *snapshot, Meta::Previous).await?,
            documents,
            bytes: u64::try_from(bytes).unwrap_or(0),
            needs_filling: generations::get(&mut *snapshot, Meta::Filled).await?.is_none(),
        })
    }

    async fn begin_generation(&self) -> Outcome<i64> {
        self.write(|db, _| generations::begin(db).boxed()).await
    }

    async fn fill(&self, generation: i64, documents: &[Document]) -> Outcome<()> {
        let documents = documents.to_vec();
        self.write(move |db, known| {
            async move {
                generations::must_be_building(db, generation).await?;
                write::write(db, known, generation, &documents).await
            }
            .boxed()
        })
        .await
    }

    async fn swap(&self, generation: i64) -> Outcome<()> {
        self.write(move |db, _| generations::swap(db, generation).boxed()).await
    }

    async fn rollback(&self) -> Outcome<i64> {
        self.write(|db, _| generations::rollback(db).boxed()).await
    }

    async fn prune(&self) -> Outcome<i64> {
        self.write(|db, known| {
            known.clear();
            generations::prune(db).boxed()
        })
        .await
    }

    async fn abandon(&self, generation: i64) -> Outcome<()> {
        self.write(move |db, _| generations::abandon(db, generation).boxed()).await
    }

    async fn mark_filled(&self) -> Outcome<()> {
        self.write(|db, _| generations::set(db, Meta::Filled, 1).boxed()).await
    }

    async fn ping(&self) -> Outcome<()> {
        match tokio::time::timeout(Duration::from_secs(1), generations::get(&self.readers, Meta::Live)).await {
            Ok(answer) => answer.map(|_| ()),
            Err(late) => Err(Fault::new(Part::Search, Kind::Unavailable, "answer within a second").because(late)),
        }
    }

    async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// Documents of a generation in which something can be found.
async fn count(db: impl sqlx::SqliteExecutor<'_>, generation: i64) -> Outcome<u64> {
    let (packed, in_tail): (i64, i64) = sqlx::query_as(AssertSqlSafe(format!(
        "SELECT (SELECT coalesce(sum(live), 0) FROM blocks_{generation}), (SELECT count(*) FROM tail_{generation})"
    )))
    .fetch_one(db)
    .await
    .map_err(fault("count the documents"))?;
    Ok(u64::try_from(packed + in_tail).unwrap_or(0))
}
