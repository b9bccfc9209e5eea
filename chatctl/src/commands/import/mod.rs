//! `chatctl import`: messages from NDJSON into applications and chats that are found or made. A run that ended early is
//! gone on with by the same command, without duplicates: by the state file, and by keys that follow from the input.

mod input;
mod line;
mod patience;
mod places;
mod send;
mod state;
mod window;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use chat_shared::domain::Limits;
use chat_shared::queue::{EntryId, Group};
use clap::{Args, ValueEnum};
use tokio::sync::mpsc;

use super::settle::done_with;
use crate::backend::{Backend, Http, Operator};
use crate::cli::duration;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::Failure;
use crate::output::record::{Column, Kind as Holds, Record};
use crate::runtime::{ComeBack, block_on, block_on_or};
use crate::session::Session;
use input::{Found, OnError, Part, Source};
use patience::Patience;
use places::{Made, Places};
use send::{Sender, Sent};
use state::{End, State};

/// Windows that are read ahead of what is being sent.
const WINDOWS_AHEAD: usize = 2;

/// `chatctl import`
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The NDJSON file, plain or gzip; `-` for standard input
    file: PathBuf,
    /// What to do about a line that cannot be imported
    #[arg(long, value_enum, default_value_t, value_name = "WHAT")]
    on_error: OnError,
    /// Put lines that cannot be imported there [default: FILE.rejects.ndjson]
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// Keep what was imported there, to go on after an interruption [default: FILE.chatctl-state.json]
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
    /// Send to so many chats at the same time; with 1 new chats are numbered in the order of the input
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u8).range(1..=64))]
    clients: u8,
    /// Try again for so long while chatd is busy or away
    #[arg(long, value_name = "DURATION", value_parser = duration, default_value = "2m")]
    retry_for: Duration,
    /// The most bytes of a content, where chatd is configured for another limit
    #[arg(long, value_name = "BYTES", default_value_t = Limits::default().content_bytes)]
    content_limit: usize,
    /// Wait at the end until all is persisted, or also searchable
    #[arg(long, value_enum, value_name = "UNTIL", num_args = 0..=1, default_missing_value = "persisted",
        require_equals = true)]
    wait: Option<WaitFor>,
}

/// The values of `--wait`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum WaitFor {
    /// Until all is in the database.
    Persisted,
    /// Until all is in the search index as well.
    Searchable,
}

/// What an import did.
#[derive(Debug, Default)]
pub struct Report {
    lines: u64,
    messages: u64,
    replayed: u64,
    known: u64,
    rejected: u64,
    apps: u64,
    chats: u64,
    made: Made,
    accepted: Duration,
    persisted: Option<Duration>,
    searchable: Option<Duration>,
    dry_run: bool,
}

impl Record for Report {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("lines", Holds::Number, |report: &Self| report.lines.into()),
            Column::new("messages", Holds::Number, |report| report.messages.into()),
            Column::new("messages_per_second", Holds::Fraction, |report| report.rate().into()),
            Column::new("replayed", Holds::Number, |report| report.replayed.into()),
            Column::new("known", Holds::Number, |report| report.known.into()),
            Column::new("rejected", Holds::Number, |report| report.rejected.into()),
            Column::new("apps", Holds::Number, |report| report.apps.into()),
            Column::new("apps_created", Holds::Number, |report| report.made.applications.into()),
            Column::new("chats", Holds::Number, |report| report.chats.into()),
            Column::new("chats_created", Holds::Number, |report| report.made.chats.into()),
            Column::new("accepted_ms", Holds::Millis, |report| millis(report.accepted).into()),
            Column::new("persisted_ms", Holds::Millis, |report: &Self| report.persisted.map(millis).into()).or_null(),
            Column::new("searchable_ms", Holds::Millis, |report: &Self| report.searchable.map(millis).into()).or_null(),
            Column::new("dry_run", Holds::Flag, |report| report.dry_run.into()),
        ]
    }

    fn name(&self) -> String {
        self.messages.to_string()
    }
}

impl Report {
    fn rate(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a rate for eyes")]
        let rate = self.messages as f64 / self.accepted.as_secs_f64().max(0.001);
        rate.round()
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

/// Runs it.
pub fn run(args: &ImportArgs, session: &mut Session) -> Outcome {
    if session.global.dry_run {
        return block_on("read the input", rehearse(args, session));
    }
    let http = session.chatd("import the messages")?;
    let back = ComeBack::default();
    if state_path(args).is_some() {
        back.by("the same command goes on where this one ended");
    }
    block_on_or("import the messages", &back, import(&http, args, session))
}

async fn import(http: &Http, args: &ImportArgs, session: &mut Session) -> Outcome {
    let (backend, operator): (&dyn Backend, &dyn Operator) = (http, http);
    let begun = Instant::now();
    input_path(args).as_deref().map_or(Ok(()), input::must_be_readable)?;
    let mut state = match state_path(args) {
        Some(path) => State::open(&path)?,
        None => State::none(),
    };
    must_be_of(backend, &state).await?;
    let imported = state.end().cloned();
    let known = imported.as_ref().map_or(0, |end| end.messages);
    let (source, found) = (source(args, session, imported), Arc::new(Found::default()));
    let size = input::size(source.path.as_deref());
    let progress = session.progress("import", "messages", None);
    let places = Places::new(backend, Patience(args.retry_for));
    let sender = Sender {
        backend,
        places: &places,
        patience: Patience(args.retry_for),
        progress: &progress,
        clients: args.clients.into(),
        size,
    };
    let mut parts = spawn_reader(source, Arc::clone(&found));
    let (mut sent, outcome) = sender.run(&mut parts, &mut state, known).await;
    let mut report = Report { accepted: begun.elapsed(), made: places.made(), ..report_of(&found, &sent) };
    let outcome = match outcome {
        Ok(()) => match sent.end.take() {
            Some(end) => state.finish(End { messages: sent.messages + sent.replayed + sent.known, ..end }),
            None => Ok(()),
        },
        failed => failed,
    };
    let outcome = match (outcome, args.wait) {
        (Ok(()), Some(until)) => {
            progress.phase("waiting");
            wait(operator, until, sent.last, session.global.timeout, begun, &mut report).await
        }
        (outcome, _) => outcome,
    };
    progress.finish();
    tell(&report, &outcome, session)?;
    outcome.map(|()| if report.rejected > 0 { Done::Partly } else { Done::All })
}

/// A state of another installation would have everything skipped that this one has never seen.
async fn must_be_of(backend: &dyn Backend, state: &State) -> Result<(), Failure> {
    for (name, token) in state.apps() {
        if backend.application(token).await?.is_none() {
            return Err(state.belongs_elsewhere(name));
        }
    }
    Ok(())
}

/// Waits until what was accepted is where it is to be, and notes when.
async fn wait(
    operator: &dyn Operator,
    until: WaitFor,
    last: EntryId,
    within: Duration,
    begun: Instant,
    report: &mut Report,
) -> Result<(), Failure> {
    done_with(operator, Group::Persist, last, within).await?;
    report.persisted = Some(begun.elapsed());
    if until == WaitFor::Searchable {
        done_with(operator, Group::Index, last, within).await?;
        // A search engine shows what was written a moment later, or when it is asked how it is.
        operator.search_status().await?;
        report.searchable = Some(begun.elapsed());
    }
    Ok(())
}

/// `--dry-run`: reads and checks everything, sends nothing.
async fn rehearse(args: &ImportArgs, session: &mut Session) -> Outcome {
    input_path(args).as_deref().map_or(Ok(()), input::must_be_readable)?;
    let (source, found) = (source(args, session, None), Arc::new(Found::default()));
    let source = Source { rejects: None, ..source };
    let begun = Instant::now();
    let progress = session.progress("check", "messages", None);
    let mut parts = spawn_reader(source, Arc::clone(&found));
    let (mut sent, mut apps) = (Sent::default(), std::collections::HashSet::new());
    let mut chats = std::collections::HashSet::new();
    let mut outcome = Ok(());
    while let Some(part) = parts.recv().await {
        match part {
            Part::Window { batches, .. } => {
                for batch in batches {
                    sent.messages += batch.lines.len() as u64;
                    apps.insert(Arc::clone(&batch.chat.app));
                    chats.insert(batch.chat);
                }
                progress.set(sent.messages);
            }
            Part::End(_) => {}
            Part::Failed(failure) => outcome = Err(failure),
        }
    }
    progress.finish();
    let report = Report {
        apps: apps.len() as u64,
        chats: chats.len() as u64,
        accepted: begun.elapsed(),
        dry_run: true,
        ..report_of(&found, &sent)
    };
    tell(&report, &outcome, session)?;
    outcome.map(|()| if report.rejected > 0 { Done::Partly } else { Done::All })
}

/// Of an input that cannot be read there is nothing to tell but why.
fn tell(report: &Report, outcome: &Result<(), Failure>, session: &mut Session) -> Result<(), Failure> {
    if outcome.is_ok() || report.lines > 0 { session.printer.item("import", report) } else { Ok(()) }
}

fn report_of(found: &Found, sent: &Sent) -> Report {
    let apps: std::collections::HashSet<_> = sent.chats.iter().map(|chat| &chat.app).collect();
    Report {
        lines: found.lines.load(Ordering::Relaxed),
        rejected: found.rejected.load(Ordering::Relaxed),
        messages: sent.messages,
        replayed: sent.replayed,
        known: sent.known,
        apps: apps.len() as u64,
        chats: sent.chats.len() as u64,
        ..Report::default()
    }
}

fn spawn_reader(source: Source, found: Arc<Found>) -> mpsc::Receiver<Part> {
    let (sender, parts) = mpsc::channel(WINDOWS_AHEAD);
    // Ends by itself: at the end of the input, or when nobody takes its parts.
    drop(tokio::task::spawn_blocking(move || input::read(&source, &found, &sender)));
    parts
}

fn source(args: &ImportArgs, session: &Session, imported: Option<End>) -> Source {
    let path = input_path(args);
    let rejects = args.rejects.clone().unwrap_or_else(|| {
        let mut name = path.clone().unwrap_or_else(|| PathBuf::from("import")).into_os_string();
        name.push(".rejects.ndjson");
        name.into()
    });
    Source {
        path,
        on_error: args.on_error,
        rejects: Some(rejects),
        limits: Limits { content_bytes: args.content_limit, ..Limits::default() },
        imported,
        quiet: session.global.quiet,
    }
}

/// The file; `None` for standard input.
fn input_path(args: &ImportArgs) -> Option<PathBuf> {
    (args.file != Path::new("-")).then(|| args.file.clone())
}

fn state_path(args: &ImportArgs) -> Option<PathBuf> {
    args.state.clone().or_else(|| input_path(args).map(|path| state::beside(&path)))
}
