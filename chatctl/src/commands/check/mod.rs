//! `chatctl check`: the installation as monitoring sees it. Obeys the contract of monitoring plugins: one line, figures
//! behind `|`, exit codes 0 to 3, wrong usage included.

mod bounds;
pub mod judge;
mod print;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use chat_shared::api::types::admin::{CounterDiffLine, CounterDiffQuery, CounterSums, Drift};
use clap::{Args, ValueEnum};
use futures::TryStreamExt as _;

use crate::backend::Operator;
use crate::output::Format;
use crate::output::exit::{Done, Outcome, Verdict};
use crate::output::failure::{Failure, Kind};
use crate::runtime::block_on;
use crate::session::Session;
pub use bounds::Thresholds;
pub use judge::Check;

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

/// What can be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum What {
    /// Everything.
    #[default]
    All,
    /// Whether chatd answers, and how fast.
    Api,
    /// Whether the log and the counters answer, on Redis or in the data folder.
    Redis,
    /// Whether the database answers, on MySQL or in the data folder.
    #[value(alias = "store")]
    Mysql,
    /// Whether the search engine answers.
    Search,
    /// How much waits on the log, and who works on it.
    Queue,
    /// Dead letters.
    Dlq,
    /// Every counter's verdict.
    Counters,
    /// What the search index has not seen.
    Index,
}

/// Runs it.
pub fn run(args: &CheckArgs, session: &mut Session) -> Outcome {
    let bounds = args.thresholds.of(args.what)?;
    let checks = match session.backend() {
        Ok(reach) => block_on("check", async { Ok(check(&*reach, args.what, &bounds).await) })?,
        // A line that is wrong says nothing of the installation. Anything else is a verdict, which a metrics agent is told
        // too: what it was told last must not stand for ever.
        Err(failure) if failure.kind == Kind::Usage => return Err(failure),
        Err(failure) => vec![unanswered(args.what, &failure)],
    };
    let worst = print::worst(&checks);
    match &args.outfile {
        Some(path) => print::to_file(path, args.what, &checks, session)?,
        None => print::to_output(args.what, &checks, session)?,
    }
    Ok(Done::Checked(worst))
}

/// What could not even be begun is unknown, not critical. Monitoring reads the first line of standard output; the data
/// formats keep that to themselves.
pub fn unknown(failure: &Failure, format: Format, colour: bool) -> ExitCode {
    if failure.kind == Kind::Closed {
        return ExitCode::SUCCESS;
    }
    // Where a stream is closed the code still says it.
    if format == Format::Table {
        let words = failure.to_string();
        let _ = writeln!(std::io::stdout(), "CHECK UNKNOWN - {}", crate::output::escape::visible(&words));
    } else {
        let _ = failure.report(&mut std::io::stderr().lock(), format.is_json(), colour);
    }
    ExitCode::from(Verdict::Unknown as u8)
}

/// Without chatd's answer nothing can be checked. Where it answers and refuses, it is up, and more is not known.
fn unanswered(what: What, failure: &Failure) -> Check {
    let verdict =
        if matches!(failure.kind, Kind::Unavailable | Kind::Timeout) { Verdict::Critical } else { Verdict::Unknown };
    let name = if what == What::All { name(What::Api) } else { name(what) };
    Check::of(name, verdict, failure.to_string())
}

async fn check(operator: &dyn Operator, what: What, bounds: &Thresholds) -> Vec<Check> {
    let begun = Instant::now();
    let timed = async { (operator.status().await, begun.elapsed()) };
    let wanted = matches!(what, What::All | What::Counters);
    let compared = async { if wanted { Some(counters(operator).await) } else { None } };
    let ((status, took), counters) = tokio::join!(timed, compared);
    let mut checks = match status {
        Ok(status) => judge::of_status(&status, took, bounds),
        Err(failure) => return vec![unanswered(what, &failure)],
    };
    checks.extend(counters);
    checks.retain(|check| what == What::All || check.name == name(what));
    checks
}

fn name(what: What) -> &'static str {
    match what {
        What::All => "chatd",
        What::Api => "api",
        What::Redis => "redis",
        What::Mysql => "mysql",
        What::Search => "search",
        What::Queue => "queue",
        What::Dlq => "dlq",
        What::Counters => "counters",
        What::Index => "index",
    }
}

/// Every counter's verdict.
async fn counters(operator: &dyn Operator) -> Check {
    match compared(operator).await {
        Ok((first, sums)) => judge::counters(first.as_deref(), sums),
        Err(failure) => Check::of("counters", Verdict::Critical, failure.to_string()),
    }
}

/// The sums of a comparison of all counters, and the first critical one.
pub async fn compared(operator: &dyn Operator) -> Result<(Option<String>, CounterSums), Failure> {
    let query = CounterDiffQuery { only: Some(Drift::Critical), limit: Some(1), ..CounterDiffQuery::default() };
    let mut lines = operator.diff_counters(&query).await?;
    let (mut first, mut sums) = (None, None);
    while let Some(line) = lines.try_next().await? {
        match line {
            CounterDiffLine::Counter(counter) => first = first.or(Some(counter.key)),
            CounterDiffLine::Progress { .. } => {}
            CounterDiffLine::End(end) => sums = Some(end),
        }
    }
    let cut = || Failure::new(Kind::Unavailable, "compare the counters").because("the answer was cut off");
    Ok((first, sums.ok_or_else(cut)?))
}
