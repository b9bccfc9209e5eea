//! The search index on a server: Elasticsearch from 7.10 on, or OpenSearch. Folded texts stand there as overlapping
//! pieces of three characters, and of one and two for short queries, so that any part of a text is a phrase of pieces.
//!
//! Nothing here is cached about generations: the aliases in the engine say which one answers and which one is being
//! built, and every write asks them anew. So any number of chatd agree, and what is written while a generation is begun
//! or swapped in reaches every generation that must have it.

mod bulk;
mod error;
mod generations;
mod nodes;
mod options;
mod pause;
mod read;
mod schema;
mod write;

use async_trait::async_trait;
use tokio::sync::OnceCell;
use tokio::time::Duration;

pub use self::error::EngineError;
use self::generations::Generations;
use self::nodes::{Call, Nodes};
pub use self::options::{Options, Wrong};
use self::read::Reading;
use self::schema::Names;
use super::{Document, Found, IndexStatus, Query, Scope, Search};
use crate::fault::{Fault, Kind, Outcome, Part};

/// How long a node has to say that it is there.
const PING: Duration = Duration::from_secs(1);

/// The search index in an Elasticsearch or OpenSearch.
pub struct ElasticSearch {
    nodes: Nodes,
    names: Names,
    shards: u32,
    /// Whether an index that is missing is made, as chatd does; an operator's look makes nothing.
    makes: bool,
    /// The engine and its version, once the index is known to be there and to be ours.
    engine: OnceCell<String>,
}

impl ElasticSearch {
    /// An index on the nodes that `options` names. Makes it where there is none.
    ///
    /// An engine that cannot be reached is no error: it may be down while the rest of the installation must start. It is
    /// looked for again at every call. An engine that is reached and cannot be used is one.
    ///
    /// # Errors
    ///
    /// Where the options are wrong, the engine refuses the credentials, is too old or no such engine at all, or where
    /// the index is not this installation's or of a newer chatd.
    pub async fn open(options: &Options) -> Outcome<Self> {
        let search = Self::on(options, true)?;
        match search.prepared().await {
            Ok(engine) => tracing::info!(engine, "the search engine is ready"),
            Err(cause) if cause.is_passing() => {
                let error = cause.fault("be reached at the start; it is looked for again").chain();
                tracing::warn!(error, "searches scan the store, and indexing waits, until it answers");
            }
            Err(cause) => return Err(cause.fault("be used")),
        }
        Ok(search)
    }

    /// The same beside the processes that work with it: what is missing is not made. Nothing is asked of the engine yet.
    pub fn open_beside(options: &Options) -> Outcome<Self> {
        Self::on(options, false)
    }

    fn on(options: &Options, makes: bool) -> Outcome<Self> {
        let settings = |cause: Wrong| Fault::new(Part::Search, Kind::Refused, "be connected to").because(cause);
        let nodes = Nodes::new(options).map_err(settings)?;
        let names = Names::new(&options.prefix);
        Ok(Self { nodes, names, shards: options.shards, makes, engine: OnceCell::new() })
    }

    /// The engine and its version, after the index was found or made, once.
    async fn prepared(&self) -> Result<&str, EngineError> {
        let prepare = async || {
            if self.makes {
                generations::prepare(&self.nodes, &self.names, self.shards).await
            } else {
                generations::found(&self.nodes, &self.names).await
            }
        };
        self.engine.get_or_try_init(prepare).await.map(String::as_str)
    }

    /// The generations as the engine has them now. One that lost its index makes a new one.
    async fn generations(&self) -> Result<Generations, EngineError> {
        self.prepared().await?;
        let found = Generations::read(&self.nodes, &self.names).await?;
        if found.live.is_some() {
            return Ok(found);
        }
        if !self.makes {
            return Err(EngineError::NoIndex);
        }
        generations::prepare(&self.nodes, &self.names, self.shards).await?;
        Generations::read(&self.nodes, &self.names).await
    }

    /// Writes documents into the generations that are written to.
    async fn write(&self, documents: &[Document]) -> Result<(), EngineError> {
        let bodies = bulk::bodies(documents);
        for _ in 0..generations::CHANGES {
            let targets = self.generations().await?.targets(&self.names);
            let mut gone = false;
            for target in targets {
                gone |= write::bulk(&self.nodes, &target, &bodies).await? == write::Written::Gone;
            }
            // A generation that was swapped in or dropped meanwhile has another name now, or needs nothing any more.
            if !gone {
                return Ok(());
            }
        }
        Err(EngineError::Changing)
    }

    async fn fill_building(&self, generation: i64, documents: &[Document]) -> Result<(), EngineError> {
        self.generations().await?.must_be_building(generation)?;
        match write::bulk(&self.nodes, &self.names.building, &bulk::bodies(documents)).await? {
            write::Written::All => Ok(()),
            write::Written::Gone => Err(EngineError::NotBuilding { generation }),
        }
    }

    async fn remove_scope(&self, scope: Scope) -> Result<(), EngineError> {
        for _ in 0..generations::CHANGES {
            let mut gone = false;
            for target in self.generations().await?.targets(&self.names) {
                gone |= write::remove(&self.nodes, &target, scope).await? == write::Written::Gone;
            }
            if !gone {
                return Ok(());
            }
        }
        Err(EngineError::Changing)
    }

    async fn refresh_all(&self) -> Result<(), EngineError> {
        for target in self.generations().await?.targets(&self.names) {
            write::refresh(&self.nodes, &target).await?;
        }
        Ok(())
    }

    async fn find_live(&self, query: &Query<'_>) -> Result<Found, EngineError> {
        // A user waits for the answer.
        let search = read::search(&self.names.read, query).urgent();
        let mut live = None;
        for _ in 0..generations::CHANGES {
            let failed = match read::find(&self.nodes, &search, query.limit).await {
                Ok(Reading::Whole(found)) => return Ok(found),
                Ok(Reading::Gone) => None,
                // Engines say no more than this of an index that is dropped while it is searched.
                Err(cause @ EngineError::Failing { status: 503, .. }) => Some(cause),
                Err(cause) => return Err(cause),
            };
            // It was replaced while it was searched; or there is none yet, which is made here.
            let now = self.generations().await?.live.map(|live| live.number);
            match failed {
                Some(cause) if now == live => return Err(cause),
                _ => live = now,
            }
        }
        Err(EngineError::Changing)
    }

    async fn find_building(&self, generation: i64, query: &Query<'_>) -> Result<Found, EngineError> {
        let search = read::search(&self.names.index(generation), query);
        match read::find(&self.nodes, &search, query.limit).await? {
            Reading::Whole(found) => Ok(found),
            Reading::Gone => Err(EngineError::NoGeneration { generation }),
        }
    }

    async fn count(&self, generation: i64) -> Result<u64, EngineError> {
        match read::count(&self.nodes, &self.names.index(generation)).await? {
            Reading::Whole(count) => Ok(count),
            Reading::Gone => Err(EngineError::NoGeneration { generation }),
        }
    }

    async fn state(&self) -> Result<IndexStatus, EngineError> {
        let generations = self.generations().await?;
        let engine = self.prepared().await?.to_owned();
        let Some(live) = &generations.live else { return Err(EngineError::Changing) };
        Ok(IndexStatus {
            engine,
            generation: live.number,
            building: generations.building.as_ref().map(|building| building.number),
            previous: generations.previous.as_ref().map(|previous| previous.number),
            documents: self.count(live.number).await?,
            bytes: read::size(&self.nodes, &self.names.every_index()).await?,
            needs_filling: !live.meta.filled,
        })
    }
}

#[async_trait]
impl Search for ElasticSearch {
    async fn index(&self, documents: &[Document]) -> Outcome<()> {
        if documents.is_empty() {
            return Ok(());
        }
        self.write(documents).await.map_err(|cause| cause.fault("index messages"))
    }

    async fn remove(&self, scope: Scope) -> Outcome<()> {
        self.remove_scope(scope).await.map_err(|cause| cause.fault("remove a chat or an application"))
    }

    async fn refresh(&self) -> Outcome<()> {
        self.refresh_all().await.map_err(|cause| cause.fault("show what was written"))
    }

    async fn find(&self, query: &Query<'_>) -> Outcome<Found> {
        self.find_live(query).await.map_err(|cause| cause.fault("search"))
    }

    async fn find_in(&self, generation: i64, query: &Query<'_>) -> Outcome<Found> {
        self.find_building(generation, query).await.map_err(|cause| cause.fault("search a generation"))
    }

    async fn documents(&self, generation: i64) -> Outcome<u64> {
        self.count(generation).await.map_err(|cause| cause.fault("count the documents"))
    }

    async fn status(&self) -> Outcome<IndexStatus> {
        self.state().await.map_err(|cause| cause.fault("tell the state of the index"))
    }

    async fn begin_generation(&self) -> Outcome<i64> {
        let begun =
            async { generations::begin(&self.nodes, &self.names, self.shards, self.generations().await?).await };
        begun.await.map_err(|cause| cause.fault("begin a generation"))
    }

    async fn fill(&self, generation: i64, documents: &[Document]) -> Outcome<()> {
        self.fill_building(generation, documents).await.map_err(|cause| cause.fault("fill a generation"))
    }

    async fn swap(&self, generation: i64) -> Outcome<()> {
        let swapped =
            async { generations::swap(&self.nodes, &self.names, generation, self.generations().await?).await };
        swapped.await.map_err(|cause| cause.fault("swap a generation in"))
    }

    async fn rollback(&self) -> Outcome<i64> {
        let back = async { generations::rollback(&self.nodes, &self.names, self.generations().await?).await };
        back.await.map_err(|cause| cause.fault("go back to the generation that answered before"))
    }

    async fn prune(&self) -> Outcome<i64> {
        let pruned = async { generations::prune(&self.nodes, &self.names, self.generations().await?).await };
        pruned.await.map_err(|cause| cause.fault("drop the generation that answered before"))
    }

    async fn abandon(&self, generation: i64) -> Outcome<()> {
        let abandoned =
            async { generations::abandon(&self.nodes, &self.names, generation, self.generations().await?).await };
        abandoned.await.map_err(|cause| cause.fault("drop a generation"))
    }

    async fn mark_filled(&self) -> Outcome<()> {
        let marked = async { generations::mark_filled(&self.nodes, &self.names, self.generations().await?).await };
        marked.await.map_err(|cause| cause.fault("mark the index as filled"))
    }

    async fn ping(&self) -> Outcome<()> {
        let call = Call::get(format!("/{}/_search", self.names.read))
            .query("size", "0")
            .query("terminate_after", "1")
            .within(PING);
        match self.nodes.ask(&call).await {
            // An index that is not there yet is made at its first use.
            Ok(answer) if answer.status == 404 => Ok(()),
            Ok(answer) => answer.checked().map(drop),
            Err(cause) => Err(cause),
        }
        .map_err(|cause| cause.fault("answer within a second"))
    }

    /// Connections close when they are dropped, and every call was waited for by who made it.
    async fn close(&self) {}
}
