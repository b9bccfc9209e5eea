//! `chatctl backup` and `chatctl restore`: applications whole, to a file and from it, with every number, time and
//! tombstone. The file tells by itself whether it is whole.

mod file;
pub mod restore;

use std::path::{Path, PathBuf};
use std::time::Duration;

use chat_shared::clock::{Clock, SystemClock};
use chat_shared::queue::{EntryId, Group};
use clap::Args;
use futures::StreamExt;

pub use restore::{RestoreArgs, run as run_restore};

use self::file::Writer;
use super::listing::gather;
use super::named::{App, application};
use super::settle::done_with;
use crate::backend::{Ask, Backend, Operator};
use crate::output::exit::{Done, Outcome};
use crate::output::failure::Failure;
use crate::output::progress::Progress;
use crate::output::record::{Column, Kind as Holds, Record};
use crate::runtime::block_on;
use crate::session::Session;

/// `chatctl backup`
#[derive(Debug, Args)]
pub struct BackupArgs {
    /// The applications' tokens, or their names where only one has each; --all for every one
    #[arg(value_name = "APP")]
    apps: Vec<String>,
    /// Write to this file, compressed where its name ends in `.gz` or `.zst`
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// What was backed up.
#[derive(Debug, Default)]
pub struct Report {
    file: String,
    applications: u64,
    chats: u64,
    messages: u64,
    dead_letters: u64,
    sha256: String,
    dry_run: bool,
}

impl Record for Report {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("file", Holds::Text, |report: &Self| (&report.file).into()),
            Column::new("applications", Holds::Number, |report| report.applications.into()),
            Column::new("chats", Holds::Number, |report| report.chats.into()),
            Column::new("messages", Holds::Number, |report| report.messages.into()),
            Column::new("dead_letters", Holds::Number, |report| report.dead_letters.into()),
            Column::new("sha256", Holds::Word, |report: &Self| (&report.sha256).into()).wide(),
            Column::new("dry_run", Holds::Flag, |report: &Self| report.dry_run.into()).wide(),
        ]
    }

    fn name(&self) -> String {
        self.file.clone()
    }
}

/// Runs `backup`.
pub fn run(args: &BackupArgs, session: &mut Session) -> Outcome {
    let reach = session.backend()?;
    block_on("back the applications up", async {
        let apps = chosen(&*reach, args, session.global.all).await?;
        let mut report = Report { file: args.out.display().to_string(), ..Report::default() };
        if session.global.dry_run {
            report.applications = apps.len() as u64;
            report.dry_run = true;
        } else {
            let progress = session.progress("backup", "lines", None);
            let written = write(&*reach, &*reach, &apps, &args.out, session.global.timeout, &progress).await;
            progress.finish();
            report = written?;
        }
        session.printer.item("backup", &report)?;
        Ok(Done::All)
    })
}

async fn chosen(backend: &dyn Backend, args: &BackupArgs, all: bool) -> Result<Vec<App>, Failure> {
    if all != args.apps.is_empty() {
        let why = if all { "--all and applications were named" } else { "no application was named" };
        return Err(Failure::usage("back the applications up", why).hint("name some, or give --all"));
    }
    if all {
        let all = gather(Ask::default(), |ask| async move { backend.applications(&ask).await }).await?;
        return Ok(all.into_iter().map(|app| App { token: app.token, name: app.name }).collect());
    }
    let mut apps: Vec<App> = Vec::new();
    for named in &args.apps {
        let app = application(backend, named).await?;
        if !apps.contains(&app) {
            apps.push(app);
        }
    }
    Ok(apps)
}

/// Writes beside the file and puts it in its place when it is whole. What was accepted before is in it: workers are waited
/// for, at most `within`.
pub async fn write(
    backend: &dyn Backend,
    operator: &dyn Operator,
    apps: &[App],
    path: &Path,
    within: Duration,
    progress: &Progress,
) -> Result<Report, Failure> {
    let now = EntryId::first_at(SystemClock.now());
    done_with(operator, Group::Persist, now, within).await?;
    let mut file = Writer::create(path)?;
    for app in apps {
        let mut lines = backend.backup(&app.token).await?;
        while let Some(line) = lines.next().await {
            file.line(&line?)?;
            progress.add(1);
        }
    }
    let whole = file.finish()?;
    Ok(Report {
        file: path.display().to_string(),
        applications: whole.applications,
        chats: whole.chats,
        messages: whole.messages,
        dead_letters: whole.dead_letters,
        sha256: whole.sha256,
        dry_run: false,
    })
}

impl Report {
    /// How many messages it holds.
    pub fn messages(&self) -> u64 {
        self.messages
    }
}
