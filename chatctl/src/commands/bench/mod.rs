//! `chatctl bench`: what this chatd on this machine takes, of posts, of searches, or of both at once. Makes its own
//! application and chats, and takes them away again, unless it is to use those of an application that is there.

mod compare;
mod cpu;
mod load;
mod report;
mod tally;
mod text;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use bytes::Bytes;
use chat_shared::api::codes::Code;
use chat_shared::clock::{Clock, SystemClock};
use chat_shared::queue::{EntryId, Group};
use clap::{Args, Subcommand};
use http::HeaderValue;
use tokio::time::{Instant, sleep_until};

use super::named;
use super::settle::done_with;
use crate::backend::{Backend, ChatOf, Http, Writing};
use crate::cli::duration;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::runtime::{ComeBack, block_on_or};
use crate::session::Session;
use compare::CompareArgs;
use load::{Counted, Pace, Run, Target};
pub use report::Report;
use text::Texts;

/// Connections of an open loop, unless said: enough that a server which answers in milliseconds is never waited for.
const OPEN_CLIENTS: u32 = 256;

/// Connections of a closed loop, unless said.
const CLOSED_CLIENTS: u32 = 64;

/// What to do where an application that was named lacks the chats.
const NO_CHATS: &str = "--app posts into its chats 1 to N, which must be there: make them with chatctl chat create, \
    or name fewer with --chats";

/// Messages of one request that fills an application; the API takes no more.
const BATCH: usize = 1_000;

/// `chatctl bench`
#[derive(Debug, Subcommand)]
pub enum BenchCommand {
    /// Post messages: as fast as so many clients can, or at a fixed rate
    Post(PostArgs),
    /// Search messages: words of those that are there
    Search(SearchArgs),
    /// Post and search at the same time
    Mixed(MixedArgs),
}

/// `chatctl bench post`
#[derive(Debug, Args)]
pub struct PostArgs {
    #[command(flatten)]
    load: LoadArgs,
}

/// `chatctl bench search`
#[derive(Debug, Args)]
pub struct SearchArgs {
    /// Post so many messages first, to be searched; none with --app
    #[arg(long, value_name = "N", default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    messages: u32,
    #[command(flatten)]
    load: LoadArgs,
}

/// `chatctl bench mixed`
#[derive(Debug, Args)]
pub struct MixedArgs {
    /// Of a hundred requests so many are searches, the others post
    #[arg(long, value_name = "PERCENT", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=99))]
    searches: u32,
    /// Post so many messages first, to be searched; none with --app
    #[arg(long, value_name = "N", default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    messages: u32,
    #[command(flatten)]
    load: LoadArgs,
}

/// What all benchmarks take.
#[derive(Debug, Clone, Args)]
pub struct LoadArgs {
    /// Send from so many connections, each when it was answered [default: 64; with --rate 256]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    clients: Option<u32>,
    /// Send so many a second, whether or not earlier ones were answered; latencies count from when each was due
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    rate: Option<u32>,
    /// Send for so long
    #[arg(long, value_name = "DURATION", value_parser = duration, default_value = "10s")]
    duration: Duration,
    /// Send for so long before, uncounted
    #[arg(long, value_name = "DURATION", value_parser = duration, default_value = "1s")]
    warmup: Duration,
    /// Into so many chats, in turn
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    chats: u32,
    /// Use chats 1 to N of this application (its token, or its name), which are there, and leave it all there
    #[arg(long, value_name = "APP")]
    app: Option<String>,
    /// Cut contents to so many bytes [default: as they were written]
    #[arg(long, value_name = "BYTES", value_parser = clap::value_parser!(u32).range(1..=65_536))]
    size: Option<u32>,
    /// Take contents from this file: NDJSON with `content`, or lines of text [default: the sample of the project]
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// Leave the application and its messages there
    #[arg(long)]
    keep: bool,
    #[command(flatten)]
    against: CompareArgs,
}

impl LoadArgs {
    fn clients(&self) -> u32 {
        self.clients.unwrap_or(if self.rate.is_some() { OPEN_CLIENTS } else { CLOSED_CLIENTS })
    }
}

/// One of the benchmarks, with what it is to do.
struct Bench<'a> {
    /// Its words, as the schema has them.
    command: &'static str,
    /// Of a hundred requests so many are searches.
    searches: u32,
    /// Messages that are there before it begins.
    filled: u32,
    load: &'a LoadArgs,
    /// The earlier result that it is held against.
    base: Option<serde_json::Value>,
}

impl<'a> Bench<'a> {
    fn of(command: &'a BenchCommand) -> Result<Self, Failure> {
        let (command, searches, filled, load) = match command {
            BenchCommand::Post(args) => ("bench.post", 0, 0, &args.load),
            BenchCommand::Search(args) => ("bench.search", 100, args.messages, &args.load),
            BenchCommand::Mixed(args) => ("bench.mixed", args.searches, args.messages, &args.load),
        };
        let base = compare::checked(&load.against, command)?;
        Ok(Self { command, searches, filled, load, base })
    }

    /// What was counted of a load as it was asked for, without what is measured around it.
    fn report(&self, app: String, content_bytes: u64, counted: Counted) -> Report {
        Report {
            app,
            clients: self.load.clients(),
            rate: self.load.rate,
            chats: self.load.chats,
            searches: self.searches,
            content_bytes,
            elapsed: Duration::ZERO,
            counted,
            client_cpu: None,
            persist_lag: None,
            index_lag: None,
            compared: None,
            dry_run: false,
        }
    }
}

/// Runs it.
pub fn run(command: &BenchCommand, session: &mut Session) -> Outcome {
    let bench = Bench::of(command)?;
    let http = session.chatd("measure")?;
    let address = session.target()?;
    let back = ComeBack::default();
    block_on_or("measure", &back, load_it(&http, &address.api, &bench, session, &back))
}

async fn load_it(http: &Http, api: &str, bench: &Bench<'_>, session: &mut Session, back: &ComeBack) -> Outcome {
    let args = bench.load;
    let texts = text::texts(args.text.as_deref(), args.size.and_then(|size| usize::try_from(size).ok()))?;
    let server = resolve(api).await?;
    if session.global.dry_run {
        let app = args.app.clone().unwrap_or_default();
        let nothing = Counted::new().ok_or_else(|| Failure::new(Kind::Failed, "measure"))?;
        return said(bench, Report { dry_run: true, ..bench.report(app, texts.mean_bytes, nothing) }, session);
    }
    if let Some(app) = &args.app {
        let app = named::application(http, app).await?.token;
        let report = measure(http, server, texts, bench, session, app).await?;
        return said(bench, report, session);
    }
    let name = format!("chatctl bench {}", SystemClock.now());
    let app = http.create_application(&name).await?.token;
    let left = format!("what was posted is left there: chatctl app delete {app} --confirm='{name}'");
    back.by(left.clone());
    let report = measure(http, server, texts, bench, session, app.clone()).await;
    let removed = if args.keep { Ok(()) } else { http.delete_application(&app).await.map(drop) };
    let removed = removed.map_err(|failure| failure.hint(left.clone()));
    let report = match report {
        Ok(report) => report,
        Err(failure) => return Err(if removed.is_err() { failure.hint(left) } else { failure }),
    };
    let done = said(bench, report, session)?;
    removed.map(|()| done)
}

/// Compares, keeps and prints what was measured; where every request failed, nothing was.
fn said(bench: &Bench<'_>, mut report: Report, session: &mut Session) -> Outcome {
    let against = &bench.load.against;
    let now = compare::written(bench.command, &report);
    report.compared = bench.base.as_ref().map(|base| compare::compared(base, &now["item"], against.tolerance));
    if let Some(path) = against.json_out.as_deref().filter(|_| !report.dry_run) {
        compare::keep(path, &now)?;
    }
    session.printer.item(bench.command, &report)?;
    if report.done() == 0 && report.failures() > 0 {
        let failure = Failure::new(Kind::Failed, "measure").because("every request failed; errors_by_code says how");
        return Err(if report.failed_by(Code::ChatNotFound) { failure.hint(NO_CHATS) } else { failure });
    }
    let rows = report.compared.as_deref().unwrap_or_default();
    if session.printer.format().is_table() && session.global.columns.is_empty() && !rows.is_empty() {
        let mut list = session.printer.list(&format!("{}.compared", bench.command))?;
        for row in rows {
            list.push(row)?;
        }
        list.finish()?;
    }
    Ok(match (report.failures(), rows.iter().any(|row| row.verdict == "worse")) {
        (1.., _) => Done::Partly,
        (0, true) => Done::Differences,
        (0, false) => Done::All,
    })
}

/// Fills chats that it makes in `app`, sends the load, and waits until the workers are done with it.
async fn measure(
    http: &Http,
    (host, address): (HeaderValue, SocketAddr),
    texts: Texts,
    bench: &Bench<'_>,
    session: &Session,
    app: String,
) -> Result<Report, Failure> {
    let args = bench.load;
    let progress = session.progress("bench", "s", Some(args.duration.as_secs().max(1)));
    if args.app.is_none() {
        make_chats(http, &app, args.chats).await?;
        fill(http, &app, args.chats, bench.filled, &texts.bodies, session.global.timeout).await?;
    }
    let target = Target {
        address,
        host,
        authorization: None,
        app: app.clone(),
        chats: args.chats,
        bodies: texts.bodies,
        queries: texts.queries,
        searches: bench.searches,
    };
    let clients = args.clients();
    let pace = args.rate.map_or(Pace::Closed, |rate| Pace::Open { rate });
    let warmup = Run { clients, pace, start: Instant::now(), end: Instant::now() + args.warmup };
    load::send(&target, warmup).await?;
    progress.phase("measuring");
    let (begun, cpu) = (Instant::now(), cpu::used());
    let measured = Run { clients, pace, start: begun, end: begun + args.duration };
    let counted = tokio::select! {
        counted = load::send(&target, measured) => counted?,
        never = tick(&progress, begun) => match never {},
    };
    let elapsed = begun.elapsed();
    let client_cpu = cpu::share(cpu, cpu::used(), elapsed);
    progress.phase("waiting for the workers");
    let (persist_lag, index_lag) =
        if bench.searches < 100 { lags(http, session.global.timeout).await } else { (None, None) };
    progress.finish();
    let report = bench.report(app, texts.mean_bytes, counted);
    Ok(Report { elapsed, client_cpu, persist_lag, index_lag, ..report })
}

/// Posts messages to be searched, spread over the chats, and waits until they are found.
async fn fill(
    http: &Http,
    app: &str,
    chats: u32,
    count: u32,
    bodies: &[Bytes],
    within: Duration,
) -> Result<(), Failure> {
    let mut bodies = bodies.iter().cycle();
    let mut left = usize::try_from(count).unwrap_or(usize::MAX);
    let each = left.div_ceil(usize::try_from(chats.max(1)).unwrap_or(1)).clamp(1, BATCH);
    let mut chat = 0;
    while left > 0 {
        let some = each.min(left);
        let messages: Vec<&[u8]> = bodies.by_ref().take(some).map(AsRef::as_ref).collect();
        let body = [b"{\"messages\":[", messages.join(&b","[..]).as_slice(), b"]}"].concat();
        let of = ChatOf { token: app, chat: chat % chats + 1 };
        http.post_batch(of, body.into(), &format!("bench {app} {chat}")).await?;
        chat += 1;
        left -= some;
    }
    if count > 0 {
        done_with(http, Group::Index, EntryId::first_at(SystemClock.now()), within).await?;
    }
    Ok(())
}

async fn tick(progress: &crate::output::progress::Progress, begun: Instant) -> std::convert::Infallible {
    let mut seconds = 0;
    loop {
        seconds += 1;
        sleep_until(begun + Duration::from_secs(seconds)).await;
        progress.set(seconds);
    }
}

/// Chats 1 to `count` of a new application. Whoever made a chat opened its counter: the first message of none has to wait.
async fn make_chats(backend: &dyn Backend, app: &str, count: u32) -> Result<(), Failure> {
    for number in 1..=count {
        backend.create_chat(app, Some(&format!("chat {number}")), Writing::default()).await?;
    }
    Ok(())
}

/// How long the workers take until nothing that was accepted is left to do; `None` where they did not in time.
async fn lags(http: &Http, within: Duration) -> (Option<Duration>, Option<Duration>) {
    let begun = Instant::now();
    let last = EntryId::first_at(SystemClock.now());
    let mut lags = [None, None];
    for (lag, queue) in lags.iter_mut().zip([Group::Persist, Group::Index]) {
        if done_with(http, queue, last, within).await.is_err() {
            break;
        }
        *lag = Some(begun.elapsed());
    }
    (lags[0], lags[1])
}

/// The server's address; bare connections speak no TLS.
async fn resolve(api: &str) -> Result<(HeaderValue, SocketAddr), Failure> {
    let doing = || format!("measure {api}");
    let authority = api.strip_prefix("http://").filter(|rest| !rest.contains('/')).ok_or_else(|| {
        Failure::usage(doing(), "only a chatd at http://HOST:PORT, without TLS and path, can be measured")
    })?;
    let with_port = if authority.rsplit(']').next().is_some_and(|rest| rest.contains(':')) {
        authority.to_owned()
    } else {
        format!("{authority}:80")
    };
    let mut found = tokio::net::lookup_host(&with_port)
        .await
        .map_err(|error| Failure::new(Kind::Unavailable, doing()).because(error))?;
    let address = found.next().ok_or_else(|| Failure::new(Kind::Unavailable, doing()).because("it has no address"))?;
    let host = HeaderValue::from_str(authority).map_err(|error| Failure::usage(doing(), error))?;
    Ok((host, address))
}
