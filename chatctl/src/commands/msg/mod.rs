//! `chatctl msg`: the messages of a chat.

mod read;
mod tail;
pub mod text;
mod write;

use chat_shared::api::types::{FoundMessage, Highlight, Message};
use chat_shared::clock::Timestamp;
use chat_shared::domain::{ChatNumber, MessageNumber, MessageState};
use chat_shared::queue::EntryId;
use clap::{Args, Subcommand};

use super::listing::CursorArg;
use super::named::ChatArg;
use super::writes::WaitArg;
use crate::backend::Backend;
use crate::output::exit::Outcome;
use crate::output::record::{Column, Kind as Holds, Record, Value};
use crate::output::schema::inside;
use crate::runtime::{ComeBack, block_on, block_on_or};
use crate::session::Session;
pub use write::Posted;

/// `chatctl msg`
#[derive(Debug, Subcommand)]
pub enum MsgCommand {
    /// List the messages of a chat
    #[command(visible_alias = "list")]
    Ls(LsArgs),
    /// Show a message with its version
    Get {
        #[command(flatten)]
        chat: ChatArg,
        /// The message's number
        #[arg(value_parser = clap::value_parser!(u32).range(1..))]
        number: MessageNumber,
    },
    /// Post a message
    Post(PostArgs),
    /// Give a message another content
    Edit {
        #[command(flatten)]
        chat: ChatArg,
        /// The message's number
        #[arg(value_parser = clap::value_parser!(u32).range(1..))]
        number: MessageNumber,
        #[command(flatten)]
        content: ContentArg,
        /// Only where it is still this version; `msg get` shows it
        #[arg(long, value_name = "VERSION")]
        if_version: Option<EntryId>,
        #[command(flatten)]
        wait: WaitArg,
    },
    /// Delete a message: its content goes, its number stays
    Delete {
        #[command(flatten)]
        chat: ChatArg,
        /// The message's number
        #[arg(value_parser = clap::value_parser!(u32).range(1..))]
        number: MessageNumber,
        /// Only where it is still this version; `msg get` shows it
        #[arg(long, value_name = "VERSION")]
        if_version: Option<EntryId>,
        #[command(flatten)]
        wait: WaitArg,
    },
    /// Find the messages that contain a text, in a chat or in all of the application's
    #[command(allow_missing_positional = true)]
    Search {
        /// The application's token, or its name where only one has it
        app: String,
        /// The chat's number; all chats where it is left out
        #[arg(value_parser = clap::value_parser!(u32).range(1..))]
        chat: Option<ChatNumber>,
        /// Any part of what is looked for; case and accents do not matter
        #[arg(required = true)]
        text: String,
        #[command(flatten)]
        cursor: CursorArg,
    },
    /// Print the last messages of a chat, and with `-f` those that follow
    Tail(TailArgs),
}

/// `chatctl msg tail`
#[derive(Debug, Args)]
pub struct TailArgs {
    #[command(flatten)]
    chat: ChatArg,
    /// Go on with what is posted, until interrupted
    #[arg(short, long)]
    follow: bool,
    /// Begin with the last so many
    #[arg(short = 'n', long, value_name = "N", default_value_t = 10)]
    last: u32,
    /// Begin after this number, where an earlier tail ended: none is missed and none comes twice
    #[arg(long, value_name = "N", conflicts_with = "last")]
    since: Option<u32>,
}

/// `chatctl msg ls`
#[derive(Debug, Args)]
pub struct LsArgs {
    #[command(flatten)]
    chat: ChatArg,
    /// Only numbers from this one on
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    from: Option<u32>,
    /// Only numbers up to this one
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    to: Option<u32>,
    /// Only the last so many of them
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..),
        conflicts_with_all = ["limit", "all", "cursor"])]
    last: Option<u32>,
    #[command(flatten)]
    cursor: CursorArg,
}

/// `chatctl msg post`
#[derive(Debug, Args)]
pub struct PostArgs {
    #[command(flatten)]
    chat: ChatArg,
    #[command(flatten)]
    content: ContentArg,
    /// Who sent it
    #[arg(long, value_name = "NAME")]
    sender: Option<String>,
    /// When it was sent, as RFC 3339 writes it; never decides the order
    #[arg(long, value_name = "TIME")]
    sent_at: Option<Timestamp>,
    /// Make it safe to repeat: the same key posts one message only
    #[arg(long, value_name = "KEY")]
    idempotency_key: Option<String>,
    #[command(flatten)]
    wait: WaitArg,
}

/// Where a content comes from.
#[derive(Debug, Args)]
#[group(id = "source", required = true, multiple = false)]
pub struct ContentArg {
    /// The content; `-` reads it from standard input
    text: Option<String>,
    /// Read the content from this file
    #[arg(long, value_name = "FILE")]
    file: Option<std::path::PathBuf>,
}

fn state(message: &Message) -> Value {
    match message.state {
        MessageState::Accepted => "accepted",
        MessageState::Persisted => "persisted",
        MessageState::Deleted => "deleted",
        MessageState::Dead => "dead",
    }
    .into()
}

impl Record for Message {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("message_number", Holds::Number, |message: &Self| message.message_number.into()),
            Column::new("sent_at", Holds::Time, |message: &Self| message.sent_at.into()).or_null().wide(),
            Column::new("created_at", Holds::Time, |message| message.created_at.into()),
            Column::new("updated_at", Holds::Time, |message: &Self| message.updated_at.into()).wide(),
            Column::new("state", Holds::State, |message: &Self| state(message)).wide(),
            Column::new("sender", Holds::Text, |message: &Self| message.sender.clone().into()).or_null(),
            Column::new("message_content", Holds::Text, |message: &Self| message.message_content.clone().into())
                .or_null(),
        ]
    }

    fn name(&self) -> String {
        self.message_number.to_string()
    }
}

/// A message with the version that `--if-version` takes.
pub struct Versioned {
    /// The message.
    pub message: Message,
    /// Its version, where it is known.
    pub version: Option<EntryId>,
}

impl Record for Versioned {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("message_number", Holds::Number, |one: &Self| one.message.message_number.into()),
            Column::new("sender", Holds::Text, |one: &Self| one.message.sender.clone().into()).or_null(),
            Column::new("sent_at", Holds::Time, |one: &Self| one.message.sent_at.into()).or_null(),
            Column::new("state", Holds::State, |one| state(&one.message)),
            Column::new("created_at", Holds::Time, |one| one.message.created_at.into()),
            Column::new("updated_at", Holds::Time, |one| one.message.updated_at.into()),
            Column::new("version", Holds::Word, |one: &Self| one.version.map(|version| version.to_string()).into())
                .or_null(),
            Column::new("message_content", Holds::Text, |one: &Self| one.message.message_content.clone().into())
                .or_null(),
        ]
    }

    fn name(&self) -> String {
        self.message.message_number.to_string()
    }
}

impl Record for FoundMessage {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("chat_number", Holds::Number, |found: &Self| found.chat_number.into()).or_null(),
            Column::new("message_number", Holds::Number, |found| found.message.message_number.into()),
            Column::new("sent_at", Holds::Time, |found: &Self| found.message.sent_at.into()).or_null().wide(),
            Column::new("created_at", Holds::Time, |found| found.message.created_at.into()),
            Column::new("updated_at", Holds::Time, |found: &Self| found.message.updated_at.into()).wide(),
            Column::new("state", Holds::State, |found: &Self| state(&found.message)).wide(),
            Column::new("sender", Holds::Text, |found: &Self| found.message.sender.clone().into()).or_null(),
            Column::new("message_content", Holds::Text, |found: &Self| found.message.message_content.clone().into())
                .or_null(),
            Column::new("highlights", Holds::Text, |found: &Self| {
                let ranges =
                    found.highlights.iter().map(|range| serde_json::json!({"start": range.start, "end": range.end}));
                serde_json::Value::Array(ranges.collect()).into()
            })
            .inside(inside::<Vec<Highlight>>)
            .asked(),
        ]
    }

    fn name(&self) -> String {
        match self.chat_number {
            Some(chat) => format!("{chat} {}", self.message.message_number),
            None => self.message.message_number.to_string(),
        }
    }
}

/// Runs it.
pub fn run(command: MsgCommand, session: &mut Session) -> Outcome {
    let reach = session.backend()?;
    let backend: &dyn Backend = &*reach;
    match command {
        MsgCommand::Ls(args) => block_on("list the messages", read::ls(backend, session, args)),
        MsgCommand::Get { chat, number } => block_on("show the message", read::get(backend, session, chat, number)),
        MsgCommand::Post(args) => block_on("post the message", write::post(backend, session, args)),
        MsgCommand::Edit { chat, number, content, if_version, wait } => {
            let place = write::Place { chat, number, if_version, wait };
            block_on("edit the message", write::edit(backend, session, place, content))
        }
        MsgCommand::Delete { chat, number, if_version, wait } => {
            let place = write::Place { chat, number, if_version, wait };
            block_on("delete the message", write::delete(backend, session, place))
        }
        MsgCommand::Search { app, chat, text, cursor } => {
            block_on("search the messages", read::search(backend, session, &app, chat, &text, cursor))
        }
        MsgCommand::Tail(args) => {
            let come_back = ComeBack::default();
            block_on_or("follow the messages", &come_back, tail::tail(backend, session, &args, &come_back))
        }
    }
}
