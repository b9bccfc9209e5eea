//! Indexing alone: what is persisted already goes into OpenSearch, against what its bulk API takes of the same documents
//! from a file.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

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
use crate::report::Report;
use crate::texts;

const DOCUMENTS: u32 = 200_000;

/// Documents of a request, and requests under way at once: the pairs that are tried, of which the best one counts.
const WAYS: [(usize, usize); 2] = [(5_000, 1), (1_250, 4)];

/// An engine that is not there: what is indexed by nobody is persisted all the same.
const NOWHERE: &str = "http://127.0.0.1:1";

pub fn measure(report: &mut Report) {
    let servers = Servers::up(&["mariadb", "redis", "opensearch"]);
    servers.fresh_redis("everysec");
    let contents = texts::of_bytes(100);
    let mut site = Site::new(&servers, "redis");
    site.search = NOWHERE.into();
    let api = site.start("api");
    let client = site::client(&api);
    block_on(fill(&client, &contents, DOCUMENTS));
    let persisting = site.start("worker");
    while block_on(site::depth(&client, Group::Persist)) > 0 {
        std::thread::sleep(Duration::from_millis(100));
    }
    drop(persisting);
    let engine = servers.url("opensearch");
    let least = from_file(&engine, &site.file("documents"), &contents);
    site.search = engine;
    let begun = Instant::now();
    let worker = site.start("worker");
    while block_on(site::depth(&client, Group::Index)) > 0 {
        std::thread::sleep(Duration::from_millis(100));
    }
    let indexed = f64::from(DOCUMENTS) / begun.elapsed().as_secs_f64();
    drop(worker);
    report.ratio("index into OpenSearch", indexed, ("its bulk API from a file", least), "messages/s", "≥ 0.8");
}

/// Documents a second that the engine takes from a file.
fn from_file(engine: &str, file: &Path, contents: &[String]) -> f64 {
    write(file, contents).expect("a file");
    let rates = WAYS.map(|(documents, at_once)| {
        let prefix = format!("floor-{at_once}-");
        block_on(async {
            let options = Options {
                nodes: vec![Secret::new(engine)],
                api_key: None,
                ca_file: None,
                prefix: prefix.clone(),
                shards: 1,
            };
            // Opening makes an index like chatd's own.
            ElasticSearch::open(&options).await.expect("opens");
            let bulk = format!("{engine}/{prefix}messages-write/_bulk?filter_path=errors");
            send(&bulk, file, documents, at_once).await
        })
    });
    eprintln!("  bulks from a file, (documents, at once): {WAYS:?}: {rates:.0?} a second");
    rates.into_iter().fold(0.0, f64::max)
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
