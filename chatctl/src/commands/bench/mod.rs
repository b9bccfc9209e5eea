//! `chatctl bench`: what this chatd on this machine takes. Makes its own application and chats, and takes them away
//! again, unless it is to post into those of an application that is there.

mod cpu;
mod load;
mod tally;
mod text;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use chat_shared::clock::{Clock, SystemClock};
use chat_shared::queue::{EntryId, Group};
use clap::{Args, Subcommand};
use http::HeaderValue;
use tokio::time::{Instant, sleep_until};

use super::named;
use super::settle::done_with;
use crate::backend::{Backend, Http, Writing};
use crate::cli::duration;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::record::{Column, Kind as Holds, Record};
use crate::output::schema::any_object;
use crate::runtime::{ComeBack, block_on_or};
use crate::session::Session;
use load::{Pace, Run, Target};
use tally::Tally;
use text::Texts;

/// Connections of an open loop, unless said: enough that a server which answers in milliseconds is never waited for.
const OPEN_CLIENTS: u32 = 256;

/// Connections of a closed loop, unless said.
const CLOSED_CLIENTS: u32 = 64;

/// `chatctl bench`
#[derive(Debug, Subcommand)]
pub enum BenchCommand {
    /// Post messages: as fast as so many clients can, or at a fixed rate
    Post(PostArgs),
}

/// `chatctl bench post`
#[derive(Debug, Args)]
pub struct PostArgs {
    /// Post from so many connections, each when it was answered [default: 64; with --rate 256]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    clients: Option<u32>,
    /// Post so many a second, whether or not earlier ones were answered; latencies count from when each was due
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    rate: Option<u32>,
    /// Post for so long
    #[arg(long, value_name = "DURATION", value_parser = duration, default_value = "10s")]
    duration: Duration,
    /// Post for so long before, uncounted
    #[arg(long, value_name = "DURATION", value_parser = duration, default_value = "1s")]
    warmup: Duration,
    /// Into so many chats, in turn
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    chats: u32,
    /// Post into chats 1 to N of this application (its token, or its name), which are there, and leave it all there
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
}

impl PostArgs {
    fn clients(&self) -> u32 {
        self.clients.unwrap_or(if self.rate.is_some() { OPEN_CLIENTS } else { CLOSED_CLIENTS })
    }
}

/// What was measured.
pub struct Report {
    app: String,
    clients: u32,
    rate: Option<u32>,
    chats: u32,
    content_bytes: u64,
    elapsed: Duration,
    tally: Tally,
    client_cpu: Option<f64>,
    persist_lag: Option<Duration>,
    index_lag: Option<Duration>,
    dry_run: bool,
}

impl Record for Report {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("loop", Holds::Word, |report: &Self| {
                if report.rate.is_some() { "open" } else { "closed" }.into()
            }),
            Column::new("clients", Holds::Number, |report| report.clients.into()),
            Column::new("rate_asked", Holds::Number, |report: &Self| report.rate.into()).or_null(),
            Column::new("chats", Holds::Number, |report| report.chats.into()),
            Column::new("content_mean_bytes", Holds::Bytes, |report| report.content_bytes.into()),
            Column::new("elapsed_ms", Holds::Millis, |report| millis(report.elapsed).into()),
            Column::new("messages", Holds::Number, |report| report.tally.done.into()),
            Column::new("messages_per_second", Holds::Fraction, |report| report.per_second().into()),
            Column::new("p50_ms", Holds::Millis, |report| report.tally.percentile_ms(50.0).into()),
            Column::new("p90_ms", Holds::Millis, |report| report.tally.percentile_ms(90.0).into()),
            Column::new("p99_ms", Holds::Millis, |report| report.tally.percentile_ms(99.0).into()),
            Column::new("p999_ms", Holds::Millis, |report| report.tally.percentile_ms(99.9).into()),
            Column::new("max_ms", Holds::Millis, |report| report.tally.longest_ms().into()),
            Column::new("errors", Holds::Number, |report| report.tally.failures().into()),
            Column::new("errors_by_code", Holds::Text, |report: &Self| serde_json::json!(report.tally.errors).into())
                .inside(any_object),
            Column::new("persist_lag_ms", Holds::Millis, |report: &Self| report.persist_lag.map(millis).into())
                .or_null(),
            Column::new("index_lag_ms", Holds::Millis, |report: &Self| report.index_lag.map(millis).into()).or_null(),
            Column::new("client_cpu_percent", Holds::Fraction, |report: &Self| report.client_cpu.into()).or_null(),
            Column::new("app", Holds::Word, |report| (&report.app).into()),
            Column::new("dry_run", Holds::Flag, |report| report.dry_run.into()),
        ]
    }

    fn name(&self) -> String {
        self.per_second().to_string()
    }
}

impl Report {
    /// What was counted of a load as it was asked for, without what is measured around it.
    fn of(args: &PostArgs, app: String, content_bytes: u64, tally: Tally) -> Self {
        Self {
            app,
            clients: args.clients(),
            rate: args.rate,
            chats: args.chats,
            content_bytes,
            elapsed: Duration::ZERO,
            tally,
            client_cpu: None,
            persist_lag: None,
            index_lag: None,
            dry_run: false,
        }
    }

    fn per_second(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a rate for eyes")]
        let rate = self.tally.done as f64 / self.elapsed.as_secs_f64().max(0.001);
        rate.round()
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

/// Runs it.
pub fn run(command: &BenchCommand, session: &mut Session) -> Outcome {
    let BenchCommand::Post(args) = command;
    let http = session.chatd("measure")?;
    let address = session.target()?;
    let back = ComeBack::default();
    block_on_or("measure", &back, post(&http, &address.api, args, session, &back))
}

async fn post(http: &Http, api: &str, args: &PostArgs, session: &mut Session, back: &ComeBack) -> Outcome {
    let texts = text::texts(args.text.as_deref(), args.size.and_then(|size| usize::try_from(size).ok()))?;
    let server = resolve(api).await?;
    if session.global.dry_run {
        let app = args.app.clone().unwrap_or_default();
        let nothing = Tally::new().ok_or_else(|| Failure::new(Kind::Failed, "measure"))?;
        return said(&Report { dry_run: true, ..Report::of(args, app, texts.mean_bytes, nothing) }, session);
    }
    if let Some(app) = &args.app {
        let app = named::application(http, app).await?.token;
        return said(&measure(http, server, texts, args, session, app).await?, session);
    }
    let name = format!("chatctl bench {}", SystemClock.now());
    let app = http.create_application(&name).await?.token;
    let left = format!("what was posted is left there: chatctl app delete {app} --confirm='{name}'");
    back.by(left.clone());
    let report = measure(http, server, texts, args, session, app.clone()).await;
    let removed = if args.keep { Ok(()) } else { http.delete_application(&app).await.map(drop) };
    let removed = removed.map_err(|failure| failure.hint(left.clone()));
    let report = match report {
        Ok(report) => report,
        Err(failure) => return Err(if removed.is_err() { failure.hint(left) } else { failure }),
    };
    let done = said(&report, session)?;
    removed.map(|()| done)
}

/// Prints what was measured; where every request failed, nothing was.
fn said(report: &Report, session: &mut Session) -> Outcome {
    session.printer.item("bench.post", report)?;
    let failures = report.tally.failures();
    if report.tally.done == 0 && failures > 0 {
        return Err(Failure::new(Kind::Failed, "measure").because("every request failed; errors_by_code says how"));
    }
    Ok(if failures > 0 { Done::Partly } else { Done::All })
}

/// Posts into chats that it makes in `app`, and waits until the workers are done with it.
async fn measure(
    http: &Http,
    (host, address): (HeaderValue, SocketAddr),
    texts: Texts,
    args: &PostArgs,
    session: &Session,
    app: String,
) -> Result<Report, Failure> {
    let progress = session.progress("bench", "s", Some(args.duration.as_secs().max(1)));
    if args.app.is_none() {
        make_chats(http, &app, args.chats).await?;
    }
    let target =
        Target { address, host, authorization: None, app: app.clone(), chats: args.chats, bodies: texts.bodies };
    let clients = args.clients();
    let pace = args.rate.map_or(Pace::Closed, |rate| Pace::Open { rate });
    let warmup = Run { clients, pace, start: Instant::now(), end: Instant::now() + args.warmup };
    load::send(&target, warmup).await?;
    progress.phase("measuring");
    let (begun, cpu) = (Instant::now(), cpu::used());
    let measured = Run { clients, pace, start: begun, end: begun + args.duration };
    let tally = tokio::select! {
        tally = load::send(&target, measured) => tally?,
        never = tick(&progress, begun) => match never {},
    };
    let elapsed = begun.elapsed();
    let client_cpu = cpu::share(cpu, cpu::used(), elapsed);
    progress.phase("waiting for the workers");
    let (persist_lag, index_lag) = lags(http, session.global.timeout).await;
    progress.finish();
    let report = Report::of(args, app, texts.mean_bytes, tally);
    Ok(Report { elapsed, client_cpu, persist_lag, index_lag, ..report })
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
