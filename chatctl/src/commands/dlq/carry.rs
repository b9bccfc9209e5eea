//! `chatctl dlq export` and `import`: dead letters as lines of a file, one JSON object each, and parked again from there.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use chat_shared::api::types::admin::{
    DeadLetterLine, ImportDeadLetters, ImportOutcome, ImportedDeadLetter, ParkedEntry, SelectDeadLetters,
};
use clap::Args;
use futures::TryStreamExt as _;

use super::WhichArgs;
use crate::backend::Operator;
use crate::files::{unreadable, unwritable};
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::json;
use crate::output::progress::Progress;
use crate::output::record::{Column, Kind as Holds, Record, Value};
use crate::session::Session;

/// What one request brings at most: letters, and about so many bytes of them.
const AT_A_TIME: usize = 500;
const BYTES_AT_A_TIME: usize = 1 << 20;

const IMPORTING: &str = "import the dead letters";

/// `chatctl dlq export`
#[derive(Debug, Args)]
pub struct ExportArgs {
    #[command(flatten)]
    which: WhichArgs,
    /// Resolved ones too
    #[arg(long)]
    resolved: bool,
    /// Write to this file
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// A file that was written.
pub struct Exported {
    file: String,
    dead_letters: u64,
}

impl Record for Exported {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("file", Holds::Text, |report: &Self| (&report.file).into()),
            Column::new("dead_letters", Holds::Number, |report| report.dead_letters.into()),
        ]
    }

    fn name(&self) -> String {
        self.file.clone()
    }
}

impl Record for ImportedDeadLetter {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("entry_id", Holds::Word, |one: &Self| one.entry_id.to_string().into()),
            Column::new("id", Holds::Number, |one: &Self| one.id.into()).or_null(),
            Column::new("outcome", Holds::State, |one| Value::word(&one.outcome)),
            Column::new("why", Holds::Text, |one: &Self| one.why.clone().into()).or_null(),
        ]
    }

    fn name(&self) -> String {
        self.entry_id.to_string()
    }
}

/// Runs `export`. Nothing is left behind of a file that is not whole.
pub async fn export(operator: &dyn Operator, session: &mut Session, args: &ExportArgs) -> Outcome {
    let path = &args.out;
    let file = path.display().to_string();
    if session.global.dry_run {
        let dead_letters = operator.dead_letter_errors(&args.which.select(args.resolved)).await?.total;
        session.printer.item("dlq.export", &Exported { file, dead_letters })?;
        return Ok(Done::All);
    }
    let progress = session.progress("export", "dead letters", None);
    let dead_letters = write(operator, &args.which.select(args.resolved), path, &progress).await?;
    progress.finish();
    session.printer.item("dlq.export", &Exported { file, dead_letters })?;
    Ok(Done::All)
}

/// Writes dead letters beside the file and puts it in its place when it is whole: how many they were.
pub async fn write(
    operator: &dyn Operator,
    asked: &SelectDeadLetters,
    path: &Path,
    progress: &Progress,
) -> Result<u64, Failure> {
    let failed = |error: io::Error| unwritable(format!("write {}", path.display()), &error);
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let mut out = BufWriter::new(File::create(&part).map_err(failed)?);
    let written = lines(operator, asked, path, &mut out, progress).await;
    let whole = written.and_then(|count| {
        out.flush().and_then(|()| std::fs::rename(&part, path)).map_err(failed)?;
        Ok(count)
    });
    whole.inspect_err(|_| {
        // What is left of it is of no use; where it cannot be removed its name says what it is.
        let _ = std::fs::remove_file(&part);
    })
}

async fn lines(
    operator: &dyn Operator,
    asked: &SelectDeadLetters,
    path: &Path,
    out: &mut impl Write,
    progress: &Progress,
) -> Result<u64, Failure> {
    let failed = |error: io::Error| unwritable(format!("write {}", path.display()), &error);
    let mut lines = operator.export_dead_letters(asked).await?;
    let mut count = 0;
    while let Some(line) = lines.try_next().await? {
        if let DeadLetterLine::DeadLetter(letter) = line {
            json::write_to(out, &letter).and_then(|()| out.write_all(b"\n")).map_err(failed)?;
            count += 1;
            progress.set(count);
        }
    }
    Ok(count)
}

/// Runs `import`.
pub async fn import(operator: &dyn Operator, session: &mut Session, file: &Path) -> Outcome {
    let doing = format!("read dead letters from {}", file.display());
    let source: Box<dyn BufRead> = if file == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(file).map_err(|error| unreadable(doing.clone(), &error))?))
    };
    let dry_run = session.global.dry_run;
    let mut list = session.printer.list("dlq.import")?;
    let (mut sum, mut refused) = (0usize, 0usize);
    let (mut batch, mut bytes) = (Vec::new(), 0);
    let mut lines = source.lines().enumerate();
    loop {
        let line = lines.next();
        let ended = line.is_none();
        if let Some((place, line)) = line {
            let line = line.map_err(|error| unreadable(doing.clone(), &error))?;
            if !line.trim().is_empty() {
                bytes += line.len();
                batch.push(parsed(&doing, place + 1, &line)?);
            }
        }
        // An empty file is asked of chatd too: whoever scripts this learns whether it could have been imported.
        if batch.len() >= AT_A_TIME || bytes >= BYTES_AT_A_TIME || (ended && (sum == 0 || !batch.is_empty())) {
            let import = ImportDeadLetters { letters: std::mem::take(&mut batch), dry_run };
            bytes = 0;
            for one in operator.import_dead_letters(&import).await?.items {
                sum += 1;
                refused += usize::from(one.outcome == ImportOutcome::Refused);
                list.push(&one)?;
            }
        }
        if ended {
            break;
        }
    }
    list.finish()?;
    match refused {
        0 => Ok(Done::All),
        all if all == sum => Err(Failure::new(Kind::Failed, IMPORTING).because("none of them belongs here")),
        _ => Ok(Done::Partly),
    }
}

fn parsed(doing: &str, line: usize, text: &str) -> Result<ParkedEntry, Failure> {
    serde_json::from_str(text).map_err(|error| {
        Failure::usage(doing.to_owned(), format!("line {line}: {error}"))
            .hint("give a file that `chatctl dlq export --out FILE` has written")
    })
}
