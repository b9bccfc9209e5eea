//! Indexing alone: what is persisted already goes into OpenSearch, against what its bulk API takes of the same documents
//! from a file.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use chat_shared::api::client::Client;
use chat_shared::config::Secret;
use chat_shared::domain::AppId;
use chat_shared::queue::Group;
use chat_shared::search::elastic::{ElasticSearch, Options};
use chat_shared::search::fold::fold;
use futures::StreamExt as _;
use futures::stream;

use super::block_on;
use super::drain::{CHATS, fill};
use super::servers::Servers;
use super::site::{self, Site};
use crate::report::{Report, percentile};
use crate::texts;

const DOCUMENTS: u32 = 200_000;

/// Turns of what is compared, of which the medians count.
const TURNS: usize = 3;

/// Documents of a request, and requests under way at once: the pairs that are tried, of which the best one counts.
const WAYS: [(usize, usize); 2] = [(5_000, 1), (1_250, 4)];

/// An engine that is not there: what is indexed by nobody is persisted all the same.
const NOWHERE: &str = "http://127.0.0.1:1";

pub fn measure(report: &mut Report) {
    let servers = Servers::up(&["mariadb", "redis", "opensearch"]);
    let (engine, contents) = (servers.url("opensearch"), texts::of_bytes(100));
    let file = tempfile::NamedTempFile::new().expect("a file");
    write(file.path(), &contents).expect("written");
    // An engine that has just started is slower.
    let cold = from_file(&engine, file.path(), WAYS[0]);
    eprintln!("  a second: {cold:.0} cold; then by bulks of (documents, at once) {WAYS:?}, and by a worker");
    let mut floors = WAYS.map(|_| Vec::new());
    let mut indexed = Vec::new();
    for _ in 0..TURNS {
        let least = WAYS.map(|way| from_file(&engine, file.path(), way));
        let worker = by_worker(&servers, &contents);
        eprintln!("  {least:.0?}, {worker:.0}");
        for (rates, rate) in floors.iter_mut().zip(least) {
            rates.push(rate);
        }
        indexed.push(worker);
    }
    let least = floors.iter_mut().map(|rates| percentile(rates, 0.5)).fold(0.0, f64::max);
    let indexed = percentile(&mut indexed, 0.5);
    report.ratio("index into OpenSearch", indexed, ("its bulk API from a file", least), "messages/s", "≥ 0.8");
}

/// Messages a second that a worker indexes of a log that is persisted already, from its start until nothing waits.
fn by_worker(servers: &Servers, contents: &[String]) -> f64 {
    servers.fresh_redis("everysec");
    let engine = servers.url("opensearch");
    let mut site = Site::new(servers, "redis");
    site.search.clone_from(&engine);
    let api = site.start("api");
    let client = site::client(&api);
    fill_index(&site, &client);
    block_on(fill(&client, contents, DOCUMENTS));
    site.search = NOWHERE.into();
    let persisting = site.start("worker");
    wait_for(&client, Group::Persist);
    drop(persisting);
    site.search.clone_from(&engine);
    let begun = Instant::now();
    let worker = site.start("worker");
    wait_for(&client, Group::Index);
    let took = begun.elapsed();
    drop(worker);
    block_on(drop_index(&engine, &site.name));
    f64::from(DOCUMENTS) / took.as_secs_f64()
}

/// Has the index filled from the store while there is nothing: else a worker would do that beside what is measured.
fn fill_index(site: &Site, client: &Client) {
    let worker = site.start("worker");
    while block_on(client.search_status()).expect("answers").needs_filling {
        std::thread::sleep(Duration::from_millis(100));
    }
    drop(worker);
}

/// Waits until the group has nothing left.
fn wait_for(client: &Client, group: Group) {
    while block_on(site::depth(client, group)) > 0 {
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// Documents a second that the engine takes from a file.
fn from_file(engine: &str, file: &Path, (documents, at_once): (usize, usize)) -> f64 {
    let prefix = "floor-";
    block_on(async {
        let options = Options {
            nodes: vec![Secret::new(engine)],
            api_key: None,
            ca_file: None,
            prefix: prefix.into(),
            shards: 1,
        };
        // Opening makes an index like chatd's own.
        ElasticSearch::open(&options).await.expect("opens");
        let bulk = format!("{engine}/{prefix}messages-write/_bulk?filter_path=errors");
        let rate = send(&bulk, file, documents, at_once).await;
        drop_index(engine, prefix).await;
        rate
    })
}

/// Drops the index whose name begins so: what the engine still merges of them is no part of what comes next.
async fn drop_index(engine: &str, prefix: &str) {
    let dropped = reqwest::Client::new().delete(format!("{engine}/{prefix}messages-v1")).send().await;
    assert!(dropped.expect("answers").status().is_success(), "the index is dropped");
}

async fn send(bulk: &str, file: &Path, documents: usize, at_once: usize) -> f64 {
    // Err means that there is one, which is as good; without any no client is made.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::new();
    let lines = BufReader::new(File::open(file).expect("the file")).lines().map(|line| line.expect("text") + "\n");
    let begun = Instant::now();
    // Two lines a document.
    let bodies = stream::iter(lines).chunks(2 * documents).map(|lines| lines.concat());
    let answers = bodies.map(|body| {
        let request = client.post(bulk).header("Content-Type", "application/json").body(body);
        async move { request.send().await.expect("answers").text().await.expect("text") }
    });
    let refused = answers.buffer_unordered(at_once).filter(|answer| std::future::ready(!answer.contains("false")));
    assert_eq!(refused.count().await, 0, "the engine takes all of them");
    f64::from(DOCUMENTS) / begun.elapsed().as_secs_f64()
}

/// What chatd's worker sends, line by line.
fn write(file: &Path, contents: &[String]) -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(File::create(file)?);
    let app = AppId(1).0;
    for (nth, content) in (0..DOCUMENTS).zip(contents.iter().cycle()) {
        let (chat, number) = (nth / 1_000 % CHATS + 1, nth / 1_000 / CHATS * 1_000 + nth % 1_000 + 1);
        let place = ((u64::from(chat) << 32 | u64::from(number)) ^ 1 << 63).cast_signed();
        let text = serde_json::to_string(&fold(content))?;
        writeln!(
            out,
            "{{\"index\":{{\"_id\":\"{app}:{chat}:{number}\",\"routing\":\"{app}:{chat}\",\"version\":{version},\
             \"version_type\":\"external\"}}}}\n\
             {{\"app\":\"{app}\",\"chat\":\"{app}:{chat}\",\"place\":{place},\"text\":{text}}}",
            version = (1_700_000_000_000_u64 << 20) + u64::from(nth),
        )?;
    }
    out.flush()
}
