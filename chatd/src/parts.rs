//! The parts of an installation, opened as the configuration says and put together. Which adapters they are,
//! [`adapters`] decides.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use chat_shared::adapters::{self, Access};
use chat_shared::clock::Clock;
use chat_shared::config::{Config, OnLoss, QueueUrl, SearchUrl};
use chat_shared::fault::{Fault, Part};
use chat_shared::numbering::{Numbering, Settings};
use chat_shared::ops::Installation;
use chat_shared::queue::{Queue, ReadLimits};
use chat_shared::search::Search;
use chat_shared::store::{Node, Store};
use tokio_util::sync::CancellationToken;

use crate::bidden::{Bidden, Lookout};
use crate::lifecycle::{Lifecycle, Stage};
use crate::node;
use crate::worker::{Backlogger, Handler, Indexer, Janitor, Pace, Persister, Runner, Worker};

/// How long a reader waits for the first entry before it looks whether it should stop or claim.
const READ_WAIT: Duration = Duration::from_secs(1);

/// The index is written in fewer, larger batches than the store: nobody waits for an answer from it, and an engine that
/// works on several requests at once has less to do at the end of each batch.
const INDEX_ENTRIES: usize = 10_000;
const INDEX_LINGER: Duration = Duration::from_millis(50);

/// Queue, store, search, and the protocol above them.
#[derive(Clone)]
pub struct Parts {
    /// The counters and the log.
    pub queue: Arc<dyn Queue>,
    /// The database.
    pub store: Arc<dyn Store>,
    /// The search index.
    pub search: Arc<dyn Search>,
    /// Accepting.
    pub numbering: Arc<Numbering>,
    /// What operators have asked of this process.
    pub bidden: Bidden,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// This process.
    pub node: Node,
}

impl Parts {
    /// Opens every part, and confirms that the queue is what the store knows.
    pub async fn open(config: &Config, clock: Arc<dyn Clock>) -> anyhow::Result<Self> {
        let (store, queue, search) =
            tokio::try_join!(open_store(config, &clock), open_queue(config, &clock), open_search(config))
                .map_err(|error| advised(error, config))?;
        let node = node::this(config, &*clock);
        node::must_be_alone(config, &store, &node).await?;
        let settings = Settings {
            capacity: config.queue.capacity,
            reuse: config.queue.on_loss == OnLoss::Reuse,
            indexed: config.search.url != SearchUrl::Off,
        };
        let numbering = Numbering::new(Arc::clone(&queue), Arc::clone(&store), Arc::clone(&clock), settings);
        let confirmed = numbering.confirm().await.context("the queue could not be confirmed against the store")?;
        tracing::info!(verdict = ?confirmed.verdict, "the queue is confirmed");
        let bidden = Bidden::new(store.directives().await?);
        Ok(Self { queue, store, search, numbering: Arc::new(numbering), bidden, clock, node })
    }

    /// Starts what happens to entries after they were answered.
    pub fn spawn_workers(&self, config: &Config, lifecycle: &Lifecycle) {
        let persister = Arc::new(Persister { queue: Arc::clone(&self.queue), store: Arc::clone(&self.store) });
        let persist = pace(config, config.worker.batch, config.worker.linger);
        self.spawn_group("persist", persister, persist, lifecycle);
        let indexed = config.search.url != SearchUrl::Off;
        if indexed {
            self.spawn_indexer(config, lifecycle);
        }
        let backlogger = Backlogger { store: Arc::clone(&self.store), search: Arc::clone(&self.search) };
        spawn(lifecycle, "search backlog", |stop| backlogger.run(stop));
        let runner = Runner::new(self.installation(), self.node.id.clone());
        spawn(lifecycle, "operations", |stop| runner.run(stop));
        let janitor = Janitor {
            queue: Arc::clone(&self.queue),
            store: Arc::clone(&self.store),
            clock: Arc::clone(&self.clock),
            node: self.node.clone(),
            indexed,
        };
        spawn(lifecycle, "janitor", |stop| janitor.run(stop));
    }

    fn spawn_indexer(&self, config: &Config, lifecycle: &Lifecycle) {
        let indexer = Arc::new(Indexer {
            queue: Arc::clone(&self.queue),
            store: Arc::clone(&self.store),
            search: Arc::clone(&self.search),
        });
        let index = pace(config, config.worker.batch.max(INDEX_ENTRIES), config.worker.linger.max(INDEX_LINGER));
        self.spawn_group("index", indexer, index, lifecycle);
    }

    /// Keeps up with what operators ask, and with what other processes find out about the queue, where others reach it.
    pub fn spawn_lookout(&self, config: &Config, lifecycle: &Lifecycle) {
        let lookout = Lookout {
            store: Arc::clone(&self.store),
            numbering: Arc::clone(&self.numbering),
            bidden: self.bidden.clone(),
            shared: config.queue.url.file(&config.data).is_none(),
        };
        spawn(lifecycle, "lookout", |stop| lookout.run(stop));
    }

    /// The parts as operators see them.
    #[must_use]
    pub fn installation(&self) -> Installation {
        Installation {
            queue: Arc::clone(&self.queue),
            store: Arc::clone(&self.store),
            search: Arc::clone(&self.search),
            clock: Arc::clone(&self.clock),
            started_at: Some(self.clock.now()),
        }
    }

    fn spawn_group(&self, name: &'static str, handler: Arc<dyn Handler>, pace: Pace, lifecycle: &Lifecycle) {
        let worker = Worker {
            queue: Arc::clone(&self.queue),
            store: Arc::clone(&self.store),
            clock: Arc::clone(&self.clock),
            consumer: self.node.id.clone(),
            bidden: self.bidden.clone(),
            pace,
            handler,
        };
        spawn(lifecycle, name, |stop| worker.run(stop));
    }

    /// Closes every part, the queue last: it is what must not be lost.
    pub async fn close(&self) {
        self.search.close().await;
        self.store.close().await;
        self.queue.close().await;
    }
}

/// Brings every schema up to date, without starting anything.
pub async fn migrate(config: &Config) -> anyhow::Result<()> {
    adapters::migrate(config).await.map_err(|fault| advised(fault.into(), config))
}

/// A part that could not be opened, with what to do about it. What is to be done about a server its adapter has said.
fn advised(error: anyhow::Error, config: &Config) -> anyhow::Error {
    let is_embedded = |part| match part {
        Part::Store => config.store.url.file(&config.data).is_some(),
        Part::Queue => config.queue.url.file(&config.data).is_some(),
        Part::Search => config.search.url.file(&config.data).is_some(),
    };
    match error.downcast_ref::<Fault>().filter(|fault| is_embedded(fault.part)).map(advice) {
        None => error,
        Some(advice) => error.context(advice),
    }
}

fn advice(fault: &Fault) -> String {
    let part = fault.part;
    if fault.is_transient() {
        return format!(
            "the {part} cannot be opened; look at who may read and write its file, and at the room on its disk"
        );
    }
    let way_out = match part {
        Part::Store => "start the version of chatd that used it last, or restore a backup",
        Part::Queue => {
            "start the version of chatd that used it last; moved away it is begun anew: numbers go on above all that were \
             given, and what was not persisted yet is missing"
        }
        Part::Search => "move its file away: it is built anew from the store",
    };
    format!("the {part} cannot be used as it is; {way_out}")
}

async fn open_store(config: &Config, clock: &Arc<dyn Clock>) -> anyhow::Result<Arc<dyn Store>> {
    Ok(adapters::store(config, Access::Own, Arc::clone(clock)).await?)
}

async fn open_queue(config: &Config, clock: &Arc<dyn Clock>) -> anyhow::Result<Arc<dyn Queue>> {
    let opened = adapters::queue(config, Access::Own, Arc::clone(clock)).await;
    match &config.queue.url {
        QueueUrl::Sqlite(_) => Ok(opened?),
        url => opened.with_context(|| format!("queue.url names {url}, which cannot be used")),
    }
}

async fn open_search(config: &Config) -> anyhow::Result<Arc<dyn Search>> {
    Ok(adapters::search(config, Access::Own).await?)
}

fn pace(config: &Config, entries: usize, linger: Duration) -> Pace {
    let limits = ReadLimits { entries, bytes: config.worker.batch_bytes, wait: READ_WAIT, linger };
    Pace { limits, claim_idle: config.worker.claim_idle }
}

fn spawn<F>(lifecycle: &Lifecycle, name: &'static str, task: impl FnOnce(CancellationToken) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    lifecycle.spawn(Stage::Work, name, |stop| {
        let task = task(stop);
        async move {
            task.await;
            Ok(())
        }
    });
}
