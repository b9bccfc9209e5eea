//! `chatctl check`: the installation as monitoring sees it. Obeys the contract of monitoring plugins: one line, figures
//! behind `|`, exit codes 0 to 3, wrong usage included.

pub mod judge;
mod print;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use chat_shared::api::types::admin::{CountersQuery, Severity};
use clap::{Args, ValueEnum};

use crate::backend::{Operator, Reach};
use crate::cli::duration;
use crate::output::exit::{Done, Outcome, Verdict};
use crate::output::failure::{Failure, Kind};
use crate::runtime::block_on;
use crate::session::Session;
pub use judge::Check;
use judge::Figure;

/// The most counters of one request; the API gives no more.
const MOST_ROWS: u32 = 200;

/// `chatctl check`
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// What to check
    #[arg(value_enum, default_value_t)]
    what: What,
    #[command(flatten)]
    thresholds: Thresholds,
    /// Write there instead, in one step; for the text files that a metrics agent collects
    #[arg(long, value_name = "FILE")]
    outfile: Option<PathBuf>,
}

/// From when on something is doubtful or bad.
#[derive(Debug, Clone, Args)]
pub struct Thresholds {
    /// Warn at so many entries that a queue has not delivered
    #[arg(long, value_name = "N")]
    lag_warn: Option<u64>,
    /// Critical at so many entries that a queue has not delivered
    #[arg(long, value_name = "N")]
    lag_crit: Option<u64>,
    /// Warn when a queue's oldest entry is so old
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    age_warn: Option<Duration>,
    /// Critical when a queue's oldest entry is so old
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    age_crit: Option<Duration>,
    /// Warn when the log is so full
    #[arg(long, value_name = "SHARE", default_value_t = Self::default().fill_warn)]
    fill_warn: f64,
    /// Critical when the log is so full
    #[arg(long, value_name = "SHARE", default_value_t = Self::default().fill_crit)]
    fill_crit: f64,
    /// Warn at so many dead letters
    #[arg(long, value_name = "N", default_value_t = Self::default().dlq_warn)]
    dlq_warn: u64,
    /// Critical at so many dead letters
    #[arg(long, value_name = "N")]
    dlq_crit: Option<u64>,
}

/// What is meant where nothing is said.
impl Default for Thresholds {
    fn default() -> Self {
        Self {
            lag_warn: None,
            lag_crit: None,
            age_warn: None,
            age_crit: None,
            fill_warn: 0.8,
            fill_crit: 0.95,
            dlq_warn: 1,
            dlq_crit: None,
        }
    }
}

/// What can be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum What {
    /// Everything.
    #[default]
    All,
    /// Whether chatd answers.
    Api,
    /// The database.
    #[value(alias = "mysql")]
    Store,
    /// The log, its queues and their workers.
    #[value(alias = "redis")]
    Queue,
    /// The search engine.
    Search,
    /// Dead letters.
    Dlq,
    /// Every counter's verdict.
    Counters,
    /// What the search index has not seen.
    Index,
}

/// Runs it.
pub fn run(args: &CheckArgs, session: &mut Session) -> Outcome {
    let checks = match session.backend() {
        Ok(reach) => block_on("check", async { Ok(check(&*reach, args).await) })?,
        // No chatd runs on the data folder: it is down, as one is that does not answer.
        Err(failure) if failure.kind == Kind::Unavailable => vec![unanswered(&failure)],
        Err(failure) => return Err(failure),
    };
    let worst = print::worst(&checks);
    match &args.outfile {
        Some(path) => print::to_file(path, args.what, &checks, session)?,
        None => print::to_output(args.what, &checks, session)?,
    }
    Ok(Done::Checked(worst))
}

/// What could not even be begun is unknown, not critical.
pub fn unknown(failure: &Failure, as_json: bool, colour: bool) -> ExitCode {
    if failure.kind == Kind::Closed {
        return ExitCode::SUCCESS;
    }
    if as_json {
        // Where standard error is closed the code still says it.
        let _ = failure.report(&mut std::io::stderr().lock(), true, colour);
    } else {
        let words = failure.to_string();
        let _ = writeln!(std::io::stdout(), "CHECK UNKNOWN - {}", crate::output::escape::visible(&words));
    }
    ExitCode::from(Verdict::Unknown as u8)
}

/// Without chatd's answer nothing else can be checked. Where it answers and refuses, it is up, and more is not known.
fn unanswered(failure: &Failure) -> Check {
    let verdict =
        if matches!(failure.kind, Kind::Unavailable | Kind::Timeout) { Verdict::Critical } else { Verdict::Unknown };
    Check::of("api", verdict, failure.to_string())
}

async fn check(reach: &dyn Reach, args: &CheckArgs) -> Vec<Check> {
    let begun = Instant::now();
    let status = reach.status().await;
    let took = begun.elapsed();
    let status = match status {
        Ok(status) => status,
        Err(failure) => return vec![unanswered(&failure)],
    };
    let mut checks = judge::of_status(&status, took, &args.thresholds);
    if matches!(args.what, What::All | What::Counters) {
        checks.push(counters(reach).await);
    }
    checks.retain(|check| args.what == What::All || check.name == name(args.what));
    checks
}

fn name(what: What) -> &'static str {
    match what {
        What::All => "chatd",
        What::Api => "api",
        What::Store => "store",
        What::Queue => "queue",
        What::Search => "search",
        What::Dlq => "dlq",
        What::Counters => "counters",
        What::Index => "index",
    }
}

/// Every counter's verdict, page by page.
async fn counters(operator: &dyn Operator) -> Check {
    let mut query = CountersQuery { verdicts: true, limit: Some(MOST_ROWS), ..CountersQuery::default() };
    let (mut looked, mut doubtful, mut critical, mut first) = (0u64, 0u64, 0u64, None);
    loop {
        let page = match operator.counters(&query).await {
            Ok(page) => page,
            Err(failure) => return Check::of("counters", Verdict::Critical, failure.to_string()),
        };
        for counter in page.items {
            looked += 1;
            match counter.severity.unwrap_or(Severity::Ok) {
                Severity::Ok => {}
                Severity::Warning => doubtful += 1,
                Severity::Critical => {
                    critical += 1;
                    first = first.or(Some(counter.key));
                }
            }
        }
        match page.next {
            Some(next) => query.after = Some(next),
            None => break,
        }
    }
    let verdict = match (critical, doubtful) {
        (1.., _) => Verdict::Critical,
        (0, 1..) => Verdict::Warning,
        (0, 0) => Verdict::Ok,
    };
    let named = first.map_or_else(String::new, |key| format!(", the first {key}"));
    let words = format!("{looked} counters, {critical} critical{named}, {doubtful} doubtful");
    let figures = vec![
        Figure::count("counters", looked),
        Figure::count("counters_critical", critical),
        Figure::count("counters_doubtful", doubtful),
    ];
    Check { figures, ..Check::of("counters", verdict, words) }
}
