//! Real engines for the stories: where they are, an index of its own for each story, and what only an engine can be
//! asked.
//!
//! A server is named by an environment variable. Without it the stories of a usual one fail and say who starts one, unless
//! `CHATD_TEST=embedded` says that no servers are wanted; those of a slower one are left out.

use std::io::Write as _;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use chat_shared::config::Secret;
use chat_shared::fault::{Kind, Outcome};
use chat_shared::search::Search;
use chat_shared::search::elastic::{ElasticSearch, Options};
use elasticsearch::http::Method;
use elasticsearch::http::headers::HeaderMap;
use elasticsearch::http::transport::Transport;
use serde_json::{Value, json};
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::{Instant, sleep};

use super::bench::{Bench, Home, created, find, in_chat, index};

/// Indices at once, over both engines: each costs an engine memory and its cluster's state, and the machine is shared.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// The variables of engines that are said to be left out.
static SAID: Mutex<Vec<&str>> = Mutex::new(Vec::new());

/// Counts the indices of this process.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// An engine that stories run on.
#[derive(Debug, Clone, Copy)]
pub struct Engine {
    /// The environment variable that holds its address.
    pub variable: &'static str,
    /// What it says of itself.
    pub begins: &'static str,
    /// Whether `make test` starts one; else only `make test-all` does.
    pub usual: bool,
}

/// OpenSearch 2.
pub const OPENSEARCH: Engine = Engine { variable: "CHATD_TEST_SEARCH_URL", begins: "opensearch 2.", usual: true };

/// OpenSearch 3.
pub const OPENSEARCH_3: Engine =
    Engine { variable: "CHATD_TEST_OPENSEARCH3_URL", begins: "opensearch 3.", usual: false };

/// Elasticsearch 7.10, the oldest that is served.
pub const ELASTICSEARCH: Engine =
    Engine { variable: "CHATD_TEST_ELASTICSEARCH_URL", begins: "elasticsearch 7.10", usual: true };

impl Engine {
    /// Its address; `None` where no servers are wanted.
    fn url(self) -> Option<String> {
        if let Ok(url) = std::env::var(self.variable) {
            return Some(url);
        }
        if std::env::var("CHATD_TEST").is_ok_and(|wanted| wanted == "embedded") {
            self.say_left_out("CHATD_TEST=embedded, no server is wanted");
            return None;
        }
        if !self.usual {
            self.say_left_out("only make test-all starts it");
            return None;
        }
        panic!(
            "{} is not set: `make test` starts an engine and sets it; CHATD_TEST=embedded leaves these stories out",
            self.variable
        );
    }

    /// Once a process, and past what a test's harness holds back of one that succeeds.
    fn say_left_out(self, reason: &str) {
        let mut said = SAID.lock().expect("whole");
        if !said.contains(&self.variable) {
            said.push(self.variable);
            let line = format!("left out: the stories of {} ({reason})\n", self.variable);
            std::io::stderr().write_all(line.as_bytes()).expect("told");
        }
    }

    /// A fresh index on it, once there is room for one.
    pub async fn home(self) -> Option<Arc<EngineHome>> {
        let url = self.url()?;
        let permit = AT_ONCE.acquire().await.expect("never closed");
        let nth = COUNT.fetch_add(1, Ordering::Relaxed);
        let since = SystemTime::UNIX_EPOCH.elapsed().expect("after 1970");
        let prefix = format!("test-{}-{}-{nth}-", std::process::id(), since.as_millis());
        Some(Arc::new(EngineHome { engine: self, url, prefix, _permit: permit }))
    }
}

/// An index of one story on an engine.
pub struct EngineHome {
    engine: Engine,
    url: String,
    prefix: String,
    _permit: SemaphorePermit<'static>,
}

impl EngineHome {
    fn options(&self, nodes: &[&str]) -> Options {
        let nodes = nodes.iter().copied().map(Secret::new).collect();
        Options { nodes, api_key: None, ca_file: None, prefix: self.prefix.clone(), shards: 1 }
    }

    async fn try_open(&self) -> Outcome<ElasticSearch> {
        ElasticSearch::open(&self.options(&[&self.url])).await
    }

    /// The name of an index or alias of this story.
    fn name(&self, rest: &str) -> String {
        format!("{}messages{rest}", self.prefix)
    }

    /// Asks the engine itself.
    async fn ask(&self, method: Method, path: &str, body: Option<Value>) -> Value {
        let engine = Transport::single_node(&self.url).expect("an address");
        let (headers, within) = (HeaderMap::new(), Some(Duration::from_mins(1)));
        let body = body.map(|body| body.to_string());
        let answer = engine.send(method, path, headers, None::<&()>, body, within).await.expect("answers");
        answer.json().await.expect("JSON")
    }

    /// The indices of this story.
    async fn indices(&self) -> Vec<String> {
        let told = self.ask(Method::Get, &format!("{}/_alias", self.name("*")), None).await;
        let names = told.as_object().into_iter().flat_map(|indices| indices.keys());
        names.filter(|name| name.starts_with(&self.prefix)).cloned().collect()
    }
}

#[async_trait]
impl Home for EngineHome {
    async fn open(&self) -> Arc<dyn Search> {
        let search = self.try_open().await.expect("opens");
        let engine = search.status().await.expect("answers").engine;
        assert!(engine.starts_with(self.engine.begins), "{} names {engine}", self.engine.variable);
        Arc::new(search)
    }

    async fn remove(&self) {
        for index in self.indices().await {
            self.ask(Method::Delete, &index, None).await;
        }
        assert!(self.indices().await.is_empty(), "an index is left");
    }
}

/// Makes a test of every story that only an engine can be asked.
macro_rules! every_story_of_an_engine {
    ($engine:path) => {
        every_story_of_an_engine! { $engine;
            a_lost_index_is_made_anew_and_is_fresh,
            texts_of_another_fold_make_it_fresh_and_drop_what_was_being_built_of_them,
            an_index_that_somebody_else_made_is_refused_with_what_to_do,
            an_index_of_a_newer_chatd_is_refused,
            an_index_in_the_place_of_the_alias_is_refused,
            several_that_begin_at_once_begin_the_same,
            an_index_whose_dropping_was_interrupted_is_dropped_later,
            a_node_that_is_down_is_passed_over,
            what_was_written_is_found_without_being_asked_for,
            the_index_holds_neither_text_nor_more_than_it_must;
        }
    };
    ($engine:path; $($story:ident),+;) => {
        $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() {
                let Some(home) = $engine.home().await else { return };
                let given = std::sync::Arc::clone(&home);
                super::bench::told(Some(home), |bench| super::engines::$story(bench, given)).await;
            }
        )+
    };
}
pub(crate) use every_story_of_an_engine;

/// What the generation `number` says of itself, changed.
async fn retell(home: &EngineHome, number: i64, change: impl FnOnce(&mut Value)) {
    let index = home.name(&format!("-v{number}"));
    let told = home.ask(Method::Get, &index, None).await;
    let mut meta = told[&index]["mappings"]["_meta"].clone();
    change(&mut meta["chatd"]);
    let changed = home.ask(Method::Put, &format!("{index}/_mapping"), Some(json!({ "_meta": meta }))).await;
    assert_eq!(changed["acknowledged"], true, "{changed}");
}

async fn refusal(home: &EngineHome) -> String {
    home.try_open().await.map(drop).expect_err("refused").chain()
}

pub async fn a_lost_index_is_made_anew_and_is_fresh(bench: Bench, home: Arc<EngineHome>) {
    index(&*bench.index, &[created(1, 1, "text")]).await;
    bench.index.mark_filled().await.expect("marked");
    home.remove().await;
    // Without being opened again: an engine loses its data under a running chatd.
    assert!(find(&*bench.index, in_chat(1), "text").await.is_empty());
    assert!(bench.index.status().await.expect("answers").needs_filling);
    index(&*bench.index, &[created(1, 1, "text")]).await;
    assert_eq!(find(&*bench.index, in_chat(1), "text").await, [(1, 1)]);
    home.remove().await;
    index(&*bench.index, &[created(1, 2, "text")]).await;
    assert_eq!(find(&*bench.index, in_chat(1), "text").await, [(1, 2)]);
}

pub async fn texts_of_another_fold_make_it_fresh_and_drop_what_was_being_built_of_them(
    bench: Bench,
    home: Arc<EngineHome>,
) {
    index(&*bench.index, &[created(1, 1, "text")]).await;
    bench.index.mark_filled().await.expect("marked");
    let live = bench.index.status().await.expect("answers").generation;
    let building = bench.index.begin_generation().await.expect("begun");
    for generation in [live, building] {
        retell(&home, generation, |meta| meta["fold"] = json!(77)).await;
    }
    let bench = bench.reopen().await;
    let seen = bench.index.status().await.expect("answers");
    assert_eq!((seen.needs_filling, seen.building), (true, None));
    assert_eq!(find(&*bench.index, in_chat(1), "text").await, [(1, 1)], "what is there goes on answering");
    let anew = bench.index.begin_generation().await.expect("begun");
    assert_ne!(anew, building);
    bench.index.swap(anew).await.expect("swapped");
    let bench = bench.reopen().await;
    assert!(!bench.index.status().await.expect("answers").needs_filling);
}

pub async fn an_index_that_somebody_else_made_is_refused_with_what_to_do(_bench: Bench, home: Arc<EngineHome>) {
    home.remove().await;
    let aliases = json!({ home.name(""): {}, home.name("-write"): {} });
    home.ask(Method::Put, &home.name("-v1"), Some(json!({ "aliases": aliases }))).await;
    let said = refusal(&home).await;
    assert!(said.contains("does not say that chatd made it") && said.contains("search.prefix"), "{said}");
    home.remove().await;
    home.ask(Method::Put, &home.name("-archive"), Some(json!({ "aliases": aliases }))).await;
    let said = refusal(&home).await;
    assert!(said.contains(&home.name("-archive")) && said.contains("search.prefix"), "{said}");
}

pub async fn an_index_of_a_newer_chatd_is_refused(_bench: Bench, home: Arc<EngineHome>) {
    retell(&home, 1, |meta| meta["form"] = json!(9)).await;
    let said = refusal(&home).await;
    assert!(said.contains("form 9") && said.contains("newer chatd"), "{said}");
}

pub async fn an_index_in_the_place_of_the_alias_is_refused(_bench: Bench, home: Arc<EngineHome>) {
    home.remove().await;
    home.ask(Method::Put, &home.name(""), None).await;
    let said = refusal(&home).await;
    assert!(said.contains("it is an index, not an alias"), "{said}");
}

pub async fn several_that_begin_at_once_begin_the_same(bench: Bench, home: Arc<EngineHome>) {
    home.remove().await;
    let opened = futures::future::join_all((0..4).map(|_| home.try_open())).await;
    let others: Vec<ElasticSearch> = opened.into_iter().map(|opened| opened.expect("opens")).collect();
    let begun = futures::future::join_all(others.iter().map(Search::begin_generation)).await;
    let begun: Vec<i64> = begun.into_iter().map(|begun| begun.expect("begun")).collect();
    assert!(begun.iter().all(|generation| *generation == begun[0]), "{begun:?}");
    // One writes, another fills and swaps, a third searches.
    index(&others[0], &[created(1, 1, "text")]).await;
    others[1].fill(begun[0], &[created(1, 2, "text")]).await.expect("filled");
    others[1].swap(begun[0]).await.expect("swapped");
    assert_eq!(others[2].swap(begun[0]).await.expect_err("over").kind, Kind::Refused);
    assert_eq!(find(&*bench.index, in_chat(1), "text").await, [(1, 1), (1, 2)]);
    assert_eq!(home.indices().await, [home.name(&format!("-v{}", begun[0]))]);
}

pub async fn an_index_whose_dropping_was_interrupted_is_dropped_later(bench: Bench, home: Arc<EngineHome>) {
    index(&*bench.index, &[created(1, 1, "text")]).await;
    let building = bench.index.begin_generation().await.expect("begun");
    // As a swap leaves it that is killed after its first step.
    let moved = |change: &str, index: i64, alias: &str| json!({ change: { "index": home.name(&format!("-v{index}")), "alias": home.name(alias) } });
    let actions = [
        moved("remove", 1, ""),
        moved("remove", 1, "-write"),
        moved("add", building, ""),
        moved("add", building, "-write"),
        moved("remove", building, "-building"),
    ];
    home.ask(Method::Post, "_aliases", Some(json!({ "actions": actions }))).await;
    let next = bench.index.begin_generation().await.expect("begun");
    let mut left = home.indices().await;
    left.sort();
    assert_eq!(left, [building, next].map(|number| home.name(&format!("-v{number}"))));
}

pub async fn a_node_that_is_down_is_passed_over(bench: Bench, home: Arc<EngineHome>) {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let down = format!("http://{}", closed.local_addr().expect("an address"));
    drop(closed);
    let search = ElasticSearch::open(&home.options(&[&down, &home.url])).await.expect("opens");
    for number in 1..=6 {
        index(&search, &[created(1, number, "text")]).await;
        search.ping().await.expect("answers");
    }
    assert_eq!(find(&*bench.index, in_chat(1), "text").await.len(), 6);
}

pub async fn what_was_written_is_found_without_being_asked_for(bench: Bench, _home: Arc<EngineHome>) {
    bench.index.index(&[created(1, 1, "text")]).await.expect("indexed");
    let deadline = Instant::now() + Duration::from_secs(30);
    while find(&*bench.index, in_chat(1), "text").await.is_empty() {
        assert!(Instant::now() < deadline, "not found in 30 s");
        sleep(Duration::from_millis(50)).await;
    }
}

pub async fn the_index_holds_neither_text_nor_more_than_it_must(bench: Bench, home: Arc<EngineHome>) {
    index(&*bench.index, &[created(1, 1, "a secret text")]).await;
    let hits = home.ask(Method::Post, &format!("{}/_search", home.name("")), None).await;
    let hit = &hits["hits"]["hits"][0];
    assert_eq!((&hit["_id"], &hit["_routing"]), (&json!("7:1:1"), &json!("7:1")));
    assert!(!hits.to_string().contains("secret"), "{hits}");
}
