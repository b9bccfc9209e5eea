//! `chatctl export`: messages as NDJSON in the form that `import` takes, as they come. What an import cannot make again
//! (tombstones, chats without messages) is counted and said.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use chat_shared::api::types::{ExportLine, ExportedChat, ExportedMessage};
use chat_shared::clock::Timestamp;
use chat_shared::domain::ChatNumber;
use clap::Args;
use flate2::Compression;
use flate2::write::GzEncoder;
use futures::StreamExt;
use serde::Serialize;

use super::named::{App, application};
use crate::backend::Backend;
use crate::files::unwritable;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::Failure;
use crate::output::progress::Progress;
use crate::output::record::{Column, Kind as Holds, Record};
use crate::output::{List, Printer, json};
use crate::runtime::block_on;
use crate::session::Session;

/// `chatctl export`
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The application's token, or its name where only one has it
    app: String,
    /// The chat's number; all chats where it is left out
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    chat: Option<ChatNumber>,
    /// Write to this file, compressed where its name ends in `.gz`, and print a report
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// A message as `import` takes it.
#[derive(Debug, Serialize)]
pub struct Exported {
    app: String,
    chat: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sender: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sent_at: Option<Timestamp>,
    content: String,
}

impl Record for Exported {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("app", Holds::Word, |message: &Self| (&message.app).into()),
            Column::new("chat", Holds::Word, |message| (&message.chat).into()),
            Column::new("sender", Holds::Text, |message: &Self| message.sender.clone().into()).or_null(),
            Column::new("sent_at", Holds::Time, |message: &Self| message.sent_at.into()).or_null(),
            Column::new("content", Holds::Text, |message| (&message.content).into()),
        ]
    }

    fn name(&self) -> String {
        self.chat.clone()
    }
}

/// What was exported.
#[derive(Debug, Default)]
pub struct Report {
    file: String,
    chats: u64,
    messages: u64,
    tombstones: u64,
    empty_chats: u64,
}

impl Record for Report {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("file", Holds::Text, |report: &Self| (&report.file).into()),
            Column::new("chats", Holds::Number, |report| report.chats.into()),
            Column::new("messages", Holds::Number, |report| report.messages.into()),
            Column::new("tombstones", Holds::Number, |report| report.tombstones.into()),
            Column::new("empty_chats", Holds::Number, |report| report.empty_chats.into()),
        ]
    }

    fn name(&self) -> String {
        self.file.clone()
    }
}

/// Runs it.
pub fn run(args: &ExportArgs, session: &mut Session) -> Outcome {
    let reach = session.backend()?;
    block_on("export the messages", async {
        match &args.out {
            Some(path) => to_file(&*reach, args, path, session).await,
            None if session.printer.format().is_table() => {
                let mut lines = |message: &Exported| session.printer.raw_line(message);
                let app = application(&*reach, &args.app).await?;
                let report = walk(&*reach, &app, args.chat, &mut lines).await?;
                session.printer.flush()?;
                tell(&mut session.printer, &report);
                Ok(Done::All)
            }
            None => {
                let mut list: List<'_, Exported> = session.printer.list("export")?;
                let app = application(&*reach, &args.app).await?;
                let report = walk(&*reach, &app, args.chat, &mut |message| list.push(message)).await?;
                report.words().into_iter().for_each(|words| list.warn(words));
                list.finish()?;
                Ok(Done::All)
            }
        }
    })
}

async fn to_file(backend: &dyn Backend, args: &ExportArgs, path: &Path, session: &mut Session) -> Outcome {
    let app = application(backend, &args.app).await?;
    let progress = session.progress("export", "messages", None);
    let report = write(backend, &app, args.chat, path, &progress).await;
    progress.finish();
    let report = report?;
    report.words().into_iter().for_each(|words| session.printer.warn(words));
    session.printer.item("export", &report)?;
    Ok(Done::All)
}

/// Writes beside the file and puts it in its place when it is whole: a file of this name is never half an export.
pub async fn write(
    backend: &dyn Backend,
    app: &App,
    chat: Option<ChatNumber>,
    path: &Path,
    progress: &Progress,
) -> Result<Report, Failure> {
    let failed = |error: io::Error| unwritable(format!("write {}", path.display()), &error);
    if path.is_dir() {
        return Err(failed(io::ErrorKind::IsADirectory.into()));
    }
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let file = BufWriter::new(File::create(&part).map_err(failed)?);
    let compressed = path.extension().is_some_and(|extension| extension == "gz");
    let mut sink =
        if compressed { Sink::Gzip(GzEncoder::new(file, Compression::default())) } else { Sink::Plain(file) };
    let report = walk(backend, app, chat, &mut |message| {
        progress.add(1);
        json::write_to(&mut sink, message).and_then(|()| sink.write_all(b"\n")).map_err(failed)
    })
    .await;
    let whole = report.and_then(|report| {
        sink.close().and_then(|()| std::fs::rename(&part, path)).map_err(failed)?;
        Ok(Report { file: path.display().to_string(), ..report })
    });
    whole.inspect_err(|_| {
        // What is left of it is of no use; where it cannot be removed its name says what it is.
        let _ = std::fs::remove_file(&part);
    })
}

/// Hands over every message that an import can make again.
async fn walk(
    backend: &dyn Backend,
    app: &App,
    only: Option<ChatNumber>,
    take: &mut impl FnMut(&Exported) -> Result<(), Failure>,
) -> Result<Report, Failure> {
    let mut lines = backend.export(&app.token, only).await?;
    let (mut report, mut titles, mut chat, mut empty) = (Report::default(), Titles::default(), String::new(), false);
    while let Some(line) = lines.next().await {
        match line? {
            ExportLine::Chat(next) => {
                report.empty_chats += u64::from(empty);
                report.chats += 1;
                (chat, empty) = (titles.of(&next), true);
            }
            ExportLine::Message(message) => {
                empty = false;
                match exported(&app.name, &chat, message) {
                    Some(message) => {
                        report.messages += 1;
                        take(&message)?;
                    }
                    None => report.tombstones += 1,
                }
            }
            ExportLine::Application(_) | ExportLine::End { .. } => {}
        }
    }
    report.empty_chats += u64::from(empty);
    Ok(report)
}

fn exported(app: &str, chat: &str, exported: ExportedMessage) -> Option<Exported> {
    let message = exported.message;
    Some(Exported {
        app: app.to_owned(),
        chat: chat.to_owned(),
        sender: message.sender,
        sent_at: message.sent_at,
        content: message.message_content?,
    })
}

/// Titles as an import needs them: every chat has one, no two the same.
#[derive(Debug, Default)]
struct Titles(HashSet<String>);

impl Titles {
    fn of(&mut self, chat: &ExportedChat) -> String {
        let number = format!("#{}", chat.chat_number);
        let title = match &chat.title {
            Some(title) if !self.0.contains(title) => title.clone(),
            Some(title) => format!("{title} {number}"),
            None => number,
        };
        self.0.insert(title.clone());
        title
    }
}

impl Report {
    /// How many messages it holds.
    pub fn messages(&self) -> u64 {
        self.messages
    }

    /// What an import of this cannot make again.
    pub fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        if self.tombstones > 0 {
            words.push(format!("{} deleted or dead messages were left out", self.tombstones));
        }
        if self.empty_chats > 0 {
            words.push(format!("{} chats without messages were left out", self.empty_chats));
        }
        words
    }
}

fn tell(printer: &mut Printer, report: &Report) {
    for words in report.words() {
        printer.note(&words);
    }
}

enum Sink {
    Plain(BufWriter<File>),
    Gzip(GzEncoder<BufWriter<File>>),
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(file) => file.write(bytes),
            Self::Gzip(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(file) => file.flush(),
            Self::Gzip(file) => file.flush(),
        }
    }
}

impl Sink {
    /// Writes what is left, and makes sure that it is on the disk.
    fn close(self) -> io::Result<()> {
        let file = match self {
            Self::Plain(file) => file,
            Self::Gzip(file) => file.finish()?,
        };
        file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chat_gets_a_title_of_its_own() {
        let chat = |chat_number, title: Option<&str>| ExportedChat {
            token: "t".to_owned(),
            chat_number,
            title: title.map(str::to_owned),
            created_at: Timestamp::from_millis(0),
            updated_at: Timestamp::from_millis(0),
        };
        let mut titles = Titles::default();
        assert_eq!(titles.of(&chat(1, Some("general"))), "general");
        assert_eq!(titles.of(&chat(2, None)), "#2");
        assert_eq!(titles.of(&chat(3, Some("general"))), "general #3");
    }
}
