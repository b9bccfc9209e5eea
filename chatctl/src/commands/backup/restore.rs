//! `chatctl restore`: the applications of a backup, after the whole file was found good and none of them exists. What was
//! interrupted is taken up by the same line again: lines that come twice change nothing.

use std::path::PathBuf;
use std::time::Duration;

use bytes::Bytes;
use chat_shared::api::types::{BackupApplication, BackupLine, BeginRestore, FinishRestore};
use clap::Args;
use tokio::time::{Instant, sleep};

use super::file::{Whole, is, read};
use crate::backend::{Backend, Http, Operator};
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::progress::Progress;
use crate::output::record::{Column, Kind as Holds, Record};
use crate::runtime::{ComeBack, block_on_or};
use crate::session::Session;

/// Lines and bytes of one request: what chatd takes at a time.
const MOST_LINES: usize = 1_000;
const MOST_BYTES: usize = 3 * 1024 * 1024;

/// How soon to look again whether what was restored is searchable.
const EVERY: Duration = Duration::from_millis(200);

/// `chatctl restore`
#[derive(Debug, Args)]
pub struct RestoreArgs {
    /// The backup's file
    file: PathBuf,
    /// Give its one application this name and a new token
    #[arg(long = "as", value_name = "NAME")]
    renamed: Option<String>,
}

/// An application that was restored.
pub struct Restored {
    /// `None` where nothing was sent (`--dry-run`).
    token: Option<String>,
    name: String,
    chats: u64,
    messages: u64,
    dead_letters: u64,
}

impl Record for Restored {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("token", Holds::Word, |app: &Self| app.token.clone().into()).or_null(),
            Column::new("name", Holds::Text, |app| (&app.name).into()),
            Column::new("chats", Holds::Number, |app| app.chats.into()),
            Column::new("messages", Holds::Number, |app| app.messages.into()),
            Column::new("dead_letters", Holds::Number, |app| app.dead_letters.into()),
            Column::new("dry_run", Holds::Flag, |app: &Self| app.token.is_none().into()).wide(),
        ]
    }

    fn name(&self) -> String {
        self.token.clone().unwrap_or_default()
    }
}

/// What a backup holds of one application.
struct Found {
    application: BackupApplication,
    chats: u64,
    messages: u64,
    dead_letters: u64,
}

/// Runs `restore`.
pub fn run(args: &RestoreArgs, session: &mut Session) -> Outcome {
    let http = session.chatd("restore the backup")?;
    let come_back = ComeBack::default();
    block_on_or("restore the backup", &come_back, async {
        let (whole, found) = look_through(args)?;
        refuse_existing(&http, args, &found).await?;
        let dry = session.global.dry_run;
        let mut tokens = vec![None; found.len()];
        if !dry {
            come_back.by("the same line again takes it up; until it has ended nobody sees the application's own token");
            let total = whole.chats + whole.messages + whole.dead_letters;
            let progress = session.progress("restore", "lines", Some(total));
            let restored = restore(&http, args, &whole, &found, &progress).await;
            progress.finish();
            tokens = restored?.into_iter().map(Some).collect();
            if !searchable(&http, session.global.timeout).await? {
                session
                    .printer
                    .warn("the search index is still catching up: `chatctl index status` shows how far it is");
            }
        }
        let mut list = session.printer.list("restore")?;
        for (Found { application, chats, messages, dead_letters }, token) in found.into_iter().zip(tokens) {
            let name = args.renamed.clone().unwrap_or(application.name);
            list.push(&Restored { token, name, chats, messages, dead_letters })?;
        }
        list.finish()?;
        Ok(Done::All)
    })
}

/// Reads the whole file, so that nothing is done with a damaged one.
fn look_through(args: &RestoreArgs) -> Result<(Whole, Vec<Found>), Failure> {
    let mut found: Vec<Found> = Vec::new();
    let whole = read(&args.file, |line| {
        if let Some(application) = head(line)? {
            found.push(Found { application, chats: 0, messages: 0, dead_letters: 0 });
        } else if let Some(last) = found.last_mut() {
            last.chats += u64::from(is(line, "chat"));
            last.messages += u64::from(is(line, "message"));
            last.dead_letters += u64::from(is(line, "dead_letter"));
        }
        Ok(())
    })?;
    if args.renamed.is_some() && found.len() != 1 {
        let why = format!("the backup holds {} applications; --as names one", found.len());
        return Err(Failure::usage("restore the backup under another name", why));
    }
    Ok((whole, found))
}

/// The application that a line is, where it is one.
fn head(line: &[u8]) -> Result<Option<BackupApplication>, Failure> {
    if !is(line, "application") {
        return Ok(None);
    }
    match serde_json::from_slice(line) {
        Ok(BackupLine::Application(application)) => Ok(Some(application)),
        Ok(_) => Ok(None),
        Err(error) => Err(Failure::new(Kind::Failed, "read the backup").because(error).code("backup_damaged")),
    }
}

async fn refuse_existing(backend: &dyn Backend, args: &RestoreArgs, found: &[Found]) -> Result<(), Failure> {
    if args.renamed.is_some() {
        return Ok(());
    }
    for Found { application, .. } in found {
        if backend.application(&application.token).await?.is_some() {
            return Err(Failure::new(Kind::Conflict, format!("restore the application `{}`", application.name))
                .because("an application has its token")
                .code("application_exists")
                .hint("give it another name and token with --as NAME, or delete the one that is there first"));
        }
    }
    Ok(())
}

/// Restores one application after the other; their tokens.
async fn restore(
    http: &Http,
    args: &RestoreArgs,
    whole: &Whole,
    found: &[Found],
    progress: &Progress,
) -> Result<Vec<String>, Failure> {
    let (sender, mut batches) = tokio::sync::mpsc::channel::<Batch>(2);
    let path = args.file.clone();
    // Reading and decompressing go on while chatd writes.
    let reading = tokio::task::spawn_blocking(move || batches_of(&path, &sender));
    let (mut tokens, mut begun): (Vec<String>, Option<(String, &BackupApplication)>) = (Vec::new(), None);
    let mut heads = found.iter();
    let finish = |application: &BackupApplication| FinishRestore {
        application: application.clone(),
        name: args.renamed.clone(),
    };
    while let Some(batch) = batches.recv().await {
        match batch {
            Batch::Application => {
                if let Some((restore, application)) = begun.take() {
                    tokens.push(http.finish_restore(&restore, &finish(application)).await?);
                }
                let Some(Found { application, .. }) = heads.next() else { break };
                let begin = BeginRestore {
                    source: whole.sha256.clone(),
                    application: application.clone(),
                    name: args.renamed.clone(),
                };
                begun = Some((http.begin_restore(&begin).await?, application));
            }
            Batch::Lines(count, body) => {
                let Some((restore, _)) = &begun else { break };
                http.restore_lines(restore, body).await?;
                progress.add(count);
            }
        }
    }
    if let Some((restore, application)) = begun {
        tokens.push(http.finish_restore(&restore, &finish(application)).await?);
    }
    let read = reading.await.map_err(|error| Failure::new(Kind::Failed, "read the backup").because(error))?;
    read.map(|_| tokens)
}

/// What is sent next.
enum Batch {
    /// An application begins.
    Application,
    /// So many lines of it, as a request's body.
    Lines(u64, Bytes),
}

fn batches_of(path: &std::path::Path, sender: &tokio::sync::mpsc::Sender<Batch>) -> Result<Whole, Failure> {
    let gone = || Failure::new(Kind::Failed, "go on with the backup").because("the restoring has ended");
    let send = |batch| sender.blocking_send(batch).map_err(|_| gone());
    let mut lines = Lines::default();
    let whole = read(path, |line| {
        if is(line, "application") {
            lines.take().map_or(Ok(()), send)?;
            return send(Batch::Application);
        }
        if lines.is_full_with(line) {
            lines.take().map_or(Ok(()), send)?;
        }
        lines.add(line);
        Ok(())
    })?;
    lines.take().map_or(Ok(()), send)?;
    Ok(whole)
}

/// Lines that are gathered for a request.
#[derive(Default)]
struct Lines {
    count: usize,
    body: Vec<u8>,
}

impl Lines {
    fn is_full_with(&self, line: &[u8]) -> bool {
        self.count >= MOST_LINES || (self.count > 0 && self.body.len() + line.len() > MOST_BYTES)
    }

    fn add(&mut self, line: &[u8]) {
        self.body.extend_from_slice(if self.count == 0 { br#"{"lines":["# } else { b"," });
        self.body.extend_from_slice(line);
        self.count += 1;
    }

    fn take(&mut self) -> Option<Batch> {
        let Self { count, mut body } = std::mem::take(self);
        body.extend_from_slice(b"]}");
        (count > 0).then(|| Batch::Lines(count as u64, body.into()))
    }
}

/// Waits until the index has seen what was restored; false where that takes longer than `within`.
async fn searchable(operator: &dyn Operator, within: Duration) -> Result<bool, Failure> {
    let deadline = Instant::now() + within;
    loop {
        if operator.search_status().await?.backlog.ranges == 0 {
            return Ok(true);
        }
        if Instant::now() >= deadline {
            return Ok(false);
        }
        sleep(EVERY).await;
    }
}
