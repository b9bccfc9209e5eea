//! Which adapters a configuration names: the only place that knows all of them. chatd opens them as its own, operators
//! beside those who work with them. Everything else knows ports.

mod lazy;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt as _;

use self::lazy::Lazy;
use crate::clock::Clock;
use crate::config::{Config, QueueUrl, SearchUrl, StoreUrl};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::ops::Installation;
use crate::queue::redis::RedisQueue;
use crate::queue::sqlite::{QueueFile, SqliteQueue};
use crate::queue::{Bounds, Queue};
use crate::search::Search;
use crate::search::elastic::{ElasticSearch, Options};
use crate::search::off::SearchOff;
use crate::search::sqlite::SqliteSearch;
use crate::store::Store;
use crate::store::mysql::MysqlStore;
use crate::store::sqlite::SqliteStore;

/// As what a part is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// As chatd does: what is missing is made, schemas are brought up to date.
    Own,
    /// To change something beside those who work with it: nothing is made, the schema must be this binary's.
    Beside,
    /// To look: whatever would write is refused.
    ReadOnly,
}

/// Opens the store.
pub async fn store(config: &Config, access: Access, clock: Arc<dyn Clock>) -> Outcome<Arc<dyn Store>> {
    if let StoreUrl::Mysql(url) = &config.store.url {
        let (url, connections) = (url.reveal(), config.store.connections);
        return Ok(Arc::new(match access {
            Access::Own => MysqlStore::open(url, connections, clock).await?,
            Access::Beside => MysqlStore::open_as_it_is(url, connections, clock).await?,
            Access::ReadOnly => MysqlStore::open_read_only(url, connections, clock).await?,
        }));
    }
    let file = file(Part::Store, config.store.url.file(&config.data), access)?;
    let look = || SqliteStore::open_read_only(&file, Arc::clone(&clock));
    match access {
        Access::ReadOnly => return Ok(Arc::new(look().await?)),
        Access::Beside => look().await?.close().await,
        Access::Own => {}
    }
    Ok(Arc::new(SqliteStore::open(&file, clock).await?))
}

/// Opens the queue.
pub async fn queue(config: &Config, access: Access, clock: Arc<dyn Clock>) -> Outcome<Arc<dyn Queue>> {
    let bounds = Bounds { capacity: config.queue.capacity, max_bytes: config.queue.max_bytes };
    if let QueueUrl::Redis(url) | QueueUrl::RedisCluster(url) = &config.queue.url {
        let (url, ca_file, prefix) = (url.reveal(), config.queue.ca_file.as_deref(), &config.queue.prefix);
        return Ok(Arc::new(match access {
            Access::Own => RedisQueue::open_trusting(url, ca_file, prefix, bounds).await?,
            Access::Beside | Access::ReadOnly => RedisQueue::open_beside(url, ca_file, prefix, bounds).await?,
        }));
    }
    let file = file(Part::Queue, config.queue.url.file(&config.data), access)?;
    let look = || QueueFile::open(&file, bounds, Arc::clone(&clock));
    match access {
        Access::ReadOnly => return Ok(Arc::new(look().await?)),
        Access::Beside => look().await?.close().await,
        Access::Own => {}
    }
    Ok(Arc::new(SqliteQueue::open(&file, bounds, clock).await?))
}

/// Opens the search index.
pub async fn search(config: &Config, access: Access) -> Outcome<Arc<dyn Search>> {
    if config.search.url == SearchUrl::Off {
        return Ok(Arc::new(SearchOff));
    }
    if let Some(engine) = Options::of(&config.search) {
        return Ok(Arc::new(match access {
            Access::Own => ElasticSearch::open(&engine).await?,
            Access::Beside | Access::ReadOnly => ElasticSearch::open_beside(&engine)?,
        }));
    }
    let file = file(Part::Search, config.search.url.file(&config.data), access)?;
    match access {
        Access::ReadOnly => return Ok(Arc::new(SqliteSearch::open_read_only(&file).await?)),
        Access::Beside => SqliteSearch::open_read_only(&file).await?.close().await,
        Access::Own => {}
    }
    Ok(Arc::new(SqliteSearch::open(&file).await?))
}

/// The file of an embedded part, which only its owner makes.
fn file(part: Part, file: Option<PathBuf>, access: Access) -> Outcome<PathBuf> {
    let file = file.ok_or_else(|| Fault::new(part, Kind::Refused, "be opened: its address names no file"))?;
    if access != Access::Own && !file.exists() {
        let doing = format!("be opened: there is no {}", file.display());
        return Err(Fault::new(part, Kind::Unavailable, doing));
    }
    Ok(file)
}

/// Brings every schema up to date, without starting anything.
pub async fn migrate(config: &Config) -> Outcome<()> {
    if let StoreUrl::Mysql(url) = &config.store.url {
        MysqlStore::migrate(url.reveal()).await?;
    }
    if let Some(file) = config.store.url.file(&config.data) {
        SqliteStore::migrate(&file).await?;
    }
    if let Some(file) = config.queue.url.file(&config.data) {
        SqliteQueue::migrate(&file).await?;
    }
    if let Some(file) = config.search.url.file(&config.data) {
        SqliteSearch::migrate(&file).await?;
    }
    if let Some(engine) = Options::of(&config.search) {
        // Opening makes what is missing.
        ElasticSearch::open(&engine).await?.ping().await?;
    }
    Ok(())
}

/// The parts of an installation, each opened at its first use and asked for at most `patience` at a time: who looks at
/// one need not have the others.
#[must_use]
pub fn lazily(config: &Arc<Config>, access: Access, patience: Duration, clock: Arc<dyn Clock>) -> Installation {
    let open_store = {
        let (config, clock) = (Arc::clone(config), Arc::clone(&clock));
        move || {
            let (config, clock) = (Arc::clone(&config), Arc::clone(&clock));
            async move { store(&config, access, clock).await }.boxed()
        }
    };
    let open_queue = {
        let (config, clock) = (Arc::clone(config), Arc::clone(&clock));
        move || {
            let (config, clock) = (Arc::clone(&config), Arc::clone(&clock));
            async move { queue(&config, access, clock).await }.boxed()
        }
    };
    let open_search = {
        let config = Arc::clone(config);
        move || {
            let config = Arc::clone(&config);
            async move { search(&config, access).await }.boxed()
        }
    };
    Installation {
        queue: Arc::new(Lazy::new(Part::Queue, patience, open_queue)),
        store: Arc::new(Lazy::new(Part::Store, patience, open_store)),
        search: Arc::new(Lazy::new(Part::Search, patience, open_search)),
        clock,
        started_at: None,
    }
}

/// The data folder that changes of `config`'s installation take hold of: that of its embedded parts. `None` where all
/// are servers, whose own locks order those who write.
#[must_use]
pub fn held_folder(config: &Config) -> Option<&Path> {
    let data = config.data.as_path();
    let embedded = config.store.url.file(data).is_some()
        || config.queue.url.file(data).is_some()
        || config.search.url.file(data).is_some();
    embedded.then_some(data)
}
