//! Accepting and persisting at once, at a fixed rate for a minute: the greatest rate at which the backlog does not grow.

use std::thread;
use std::time::{Duration, Instant};

use chat_shared::queue::Group;
use serde_json::Value;

use super::servers::Servers;
use super::site::{self, Site};
use super::{POST, block_on, rate};
use crate::process::Chatd;
use crate::report::Report;

/// Rates are tried in such parts of what as many clients as there are by default can post as fast as they can: more than that
/// is not accepted.
const PARTS: u32 = 20;

/// A rate is kept where, at the end, less waits than so many seconds bring.
const BEHIND_S: f64 = 0.5;

/// The rate at which the memory is looked at.
const BUSY: u32 = 20_000;

const TRIAL: [&str; 4] = ["--duration", "10s", "--warmup", "2s"];
const RUN: [&str; 4] = ["--duration", "60s", "--warmup", "3s"];

/// On MariaDB and Redis (everysec), first without a search engine, as the target is said, then with one.
pub fn measure(report: &mut Report) {
    let servers = Servers::up(&["mariadb", "redis"]);
    servers.fresh_redis("everysec");
    let site = Site::new(&servers, "redis");
    let chatd = site.start("all");
    at_rest(report, &chatd);
    busy(report, &chatd);
    sustained(report, &chatd, "accept + persist", "≥ 25,000/s");
}

/// The same, with what was accepted searchable too.
pub fn measure_with_engine(report: &mut Report) {
    let servers = Servers::up(&["mariadb", "redis", "opensearch"]);
    servers.fresh_redis("everysec");
    let mut site = Site::new(&servers, "redis");
    site.search = servers.url("opensearch");
    let chatd = site.start("all");
    sustained(report, &chatd, "accept + persist + index in OpenSearch", "");
}

fn at_rest(report: &mut Report, chatd: &Chatd) {
    thread::sleep(Duration::from_secs(5));
    let (begun, before) = (Instant::now(), chatd.processor_seconds());
    thread::sleep(Duration::from_secs(10));
    let share = (chatd.processor_seconds() - before) / begun.elapsed().as_secs_f64() * 100.0;
    report.figure("memory of chatd on servers, at rest", format!("{:.0} MB", chatd.memory().1), "< 40 MB");
    report.figure("processor time of chatd on servers, at rest", format!("{share:.1} % of one"), "< 1 %");
}

fn busy(report: &mut Report, chatd: &Chatd) {
    let busy = BUSY.to_string();
    chatd.chatctl(&[&POST[..], &TRIAL, &["--rate", &busy, "--timeout", "1m"]].concat());
    let what = format!("memory of chatd on servers at {BUSY} messages/s, at most");
    report.figure(what, format!("{:.0} MB", chatd.memory().0), "< 150 MB");
}

/// One run at a fixed rate.
struct Run {
    item: Value,
    /// What waited for `persist`, every second.
    waiting: Vec<u64>,
}

impl Run {
    fn at(chatd: &Chatd, asked: u32, span: &[&str]) -> Self {
        let asked = asked.to_string();
        let args = [&POST[..], span, &["--rate", &asked, "--timeout", "5m"]].concat();
        let mut waiting = Vec::new();
        let item = thread::scope(|scope| {
            let posting = scope.spawn(|| chatd.chatctl(&args));
            let client = site::client(chatd);
            while !posting.is_finished() {
                waiting.push(block_on(site::depth(&client, Group::Persist)));
                thread::sleep(Duration::from_secs(1));
            }
            posting.join().expect("posts")
        });
        Self { item, waiting }
    }

    fn keeps_up(&self, asked: u32) -> bool {
        let lag = |name| self.item[name].as_f64().is_some_and(|lag: f64| lag <= BEHIND_S * 1_000.0);
        rate(&self.item) >= f64::from(asked) * 0.99 && lag("persist_lag_ms") && lag("index_lag_ms")
    }
}

fn sustained(report: &mut Report, chatd: &Chatd, what: &str, target: &str) {
    let fastest = rate(&chatd.chatctl(&[&POST[..], &TRIAL, &["--timeout", "5m"]].concat()));
    report.figure(format!("{what}: accepted, as fast as 64 clients can, 10 s"), format!("{fastest:.0} messages/s"), "");
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rate of requests")]
    let part = fastest as u32 / PARTS;
    let (mut kept, mut most) = (None, trials(chatd, part).max(1));
    while most > 0 {
        let run = Run::at(chatd, most * part, &RUN);
        let keeps_up = run.keeps_up(most * part);
        kept = Some(run);
        if keeps_up {
            break;
        }
        most -= 1;
    }
    let Run { item, waiting } = kept.expect("some rate is kept up with");
    report.figure(format!("{what}: 60 s at a fixed rate"), format!("{:.0} messages/s", rate(&item)), target);
    let ms = |name: &str| format!("{} ms", item[name]);
    report.figure("p50 / p99 / p99.9 of accepting", ["p50_ms", "p99_ms", "p999_ms"].map(ms).join(" / "), "p99 < 10 ms");
    let third = |nth: usize| waiting.chunks(waiting.len().div_ceil(3)).nth(nth).and_then(|third| third.iter().max());
    let most = [0, 1, 2].map(|nth| third(nth).map_or_else(String::new, u64::to_string));
    report.figure("waiting for persist, at most, in each 20 s", most.join(" / "), "not growing");
    report.figure(
        "persist / index behind at the end",
        format!("{} / {}", ms("persist_lag_ms"), ms("index_lag_ms")),
        "",
    );
    report.figure("errors", item["errors"].to_string(), "0");
}

/// How many parts short trials keep up with: halves what is between the most that did and the least that did not.
fn trials(chatd: &Chatd, part: u32) -> u32 {
    let (mut kept, mut missed) = (0, PARTS);
    while missed - kept > 1 {
        let tried = u32::midpoint(kept, missed);
        if Run::at(chatd, tried * part, &TRIAL).keeps_up(tried * part) {
            kept = tried;
        } else {
            missed = tried;
        }
    }
    kept
}
