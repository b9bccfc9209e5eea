//! Accepting alone: the workers are stopped, and the log only grows. Against the floor, with few chats and with many, and
//! on a cluster.

use chat_shared::domain::AppId;

use super::servers::Servers;
use super::site::{self, Site};
use super::{POST, block_on, counters, floor, rate};
use crate::process::{Chatd, chatctl};
use crate::report::Report;

/// Turns of whatever is compared: what changes on the machine meets both.
const TURNS: usize = 3;

/// How long one of them posts.
const TURN: [&str; 4] = ["--duration", "6s", "--warmup", "1s"];

/// Nobody works on what was accepted: it is not waited for.
const NO_WAIT: [&str; 2] = ["--timeout", "1s"];

const FEW: u32 = 10;
const MANY: u32 = 1_000_000;

/// Against one handler that does one EVALSHA, as the file is synced every second and before every answer.
pub fn measure(report: &mut Report) {
    let servers = Servers::up(&["mariadb", "redis"]);
    for appendfsync in ["everysec", "always"] {
        servers.fresh_redis(appendfsync);
        let site = Site::new(&servers, "redis");
        let chatd = site.start("api");
        let (accepted, least) = floor::serving(&servers.url("redis"), |address| {
            in_turns(|| posted(&chatd, &[]), || rate(&chatctl(&["--api", address], &args(&["--app", floor::TOKEN]))))
        });
        let what = format!("accept on Redis, appendfsync {appendfsync}, 64 clients");
        report.ratio(&what, accepted, ("one handler with one EVALSHA", least), "messages/s", "≥ 0.85");
    }
}

/// With a million chats, of which each request counts in another one, against ten; and on three masters against one server.
pub fn compare(report: &mut Report) {
    let servers = Servers::up(&["mariadb", "redis", "redis-cluster"]);
    servers.fresh_redis("everysec");
    let site = Site::new(&servers, "redis");
    let chatd = site.start("api");
    let app = application(&servers, &site, &chatd);
    // They are there and have no message yet.
    counters::set_of_chats(&mut servers.redis(), &site.name, app.0, MANY, 0);
    let (many, few) = in_turns(|| into(&chatd, &app.1, MANY), || into(&chatd, &app.1, FEW));
    report.ratio("accept into 1,000,000 chats", many, ("into 10 chats", few), "messages/s", "≥ 0.9");
    servers.fresh_redis("always");
    let (one, three) = (Site::new(&servers, "redis"), Site::new(&servers, "redis-cluster"));
    let (one, three) = (one.start("api"), three.start("api"));
    let (three, one) = in_turns(|| posted(&three, &[]), || posted(&one, &[]));
    report.ratio("accept on a cluster of three masters", three, ("on one server", one), "messages/s", "≥ 0.8");
}

/// The means of both.
fn in_turns(mut one: impl FnMut() -> f64, mut other: impl FnMut() -> f64) -> (f64, f64) {
    let (mut sum, mut sum_of_other) = (0.0, 0.0);
    for _ in 0..TURNS {
        sum += one();
        sum_of_other += other();
    }
    (sum / TURNS as f64, sum_of_other / TURNS as f64)
}

fn args<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&POST[..], &TURN, &NO_WAIT, more].concat()
}

fn posted(chatd: &Chatd, more: &[&str]) -> f64 {
    rate(&chatd.chatctl(&args(more)))
}

fn into(chatd: &Chatd, app: &str, chats: u32) -> f64 {
    posted(chatd, &["--app", app, "--chats", &chats.to_string()])
}

/// An application, by its id and its token.
pub fn application(servers: &Servers, site: &Site, chatd: &Chatd) -> (AppId, String) {
    let token = block_on(async { site::client(chatd).create_application("bench").await.expect("created").body.token });
    let ids = servers.numbers(&site.name, "SELECT id FROM applications");
    (AppId(*ids.first().expect("an application")), token)
}
