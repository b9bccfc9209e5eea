//! `chatctl chat`: the chats of an application.

use chat_shared::api::types::{ChatDetail, ChatSummary, Message};
use chat_shared::domain::{ChatNumber, ChatState};
use clap::Subcommand;

use super::listing::{CursorArg, print};
use super::named::{ChatArg, application};
use super::writes::{Change, WaitArg, dead, report, state_word};
use crate::backend::{Ask, Backend, ChatOf, Writing};
use crate::output::exit::{Done, Outcome};
use crate::output::failure::Failure;
use crate::output::record::{Column, Kind as Holds, Record};
use crate::runtime::block_on;
use crate::session::Session;

/// `chatctl chat`
#[derive(Debug, Subcommand)]
pub enum ChatCommand {
    /// List the chats of an application
    #[command(visible_alias = "list")]
    Ls {
        /// The application's token, or its name where only one has it
        app: String,
        /// Only numbers from this one on
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
        from: Option<u32>,
        #[command(flatten)]
        cursor: CursorArg,
    },
    /// Show a chat
    Get(ChatArg),
    /// Count what a chat holds
    Stats(ChatArg),
    /// Create a chat
    Create {
        /// The application's token, or its name where only one has it
        app: String,
        /// Its title
        #[arg(long)]
        title: Option<String>,
        /// Make it safe to repeat: the same key creates one chat only
        #[arg(long, value_name = "KEY")]
        idempotency_key: Option<String>,
        #[command(flatten)]
        wait: WaitArg,
    },
    /// Give a chat another title
    Rename {
        #[command(flatten)]
        chat: ChatArg,
        /// The new title
        title: String,
        #[command(flatten)]
        wait: WaitArg,
    },
}

impl Record for ChatSummary {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("chat_number", Holds::Number, |chat| chat.chat_number.into()),
            Column::new("messages_count", Holds::Number, |chat| chat.messages_count.into()),
            Column::new("title", Holds::Text, |chat: &Self| chat.title.clone().into()).or_null(),
        ]
    }

    fn name(&self) -> String {
        self.chat_number.to_string()
    }
}

impl Record for ChatDetail {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("chat_number", Holds::Number, |chat| chat.chat_number.into()),
            Column::new("messages_count", Holds::Number, |chat| chat.messages_count.into()),
            Column::new("title", Holds::Text, |chat: &Self| chat.title.clone().into()).or_null(),
            Column::new("state", Holds::State, |chat| {
                match chat.state {
                    ChatState::Accepted => "accepted",
                    ChatState::Persisted => "persisted",
                    ChatState::Dead => "dead",
                }
                .into()
            }),
            Column::new("created_at", Holds::Time, |chat| chat.created_at.into()),
            Column::new("updated_at", Holds::Time, |chat| chat.updated_at.into()),
        ]
    }

    fn name(&self) -> String {
        self.chat_number.to_string()
    }
}

/// What a chat holds.
pub struct Stats {
    /// Its number.
    pub number: ChatNumber,
    /// Its title.
    pub title: Option<String>,
    /// Its messages that are not deleted.
    pub messages: u64,
    /// The one with the smallest number.
    pub first: Option<Message>,
    /// The one with the greatest.
    pub last: Option<Message>,
}

impl Stats {
    fn last_number(&self) -> Option<u32> {
        self.last.as_ref().map(|message| message.message_number)
    }
}

impl Record for Stats {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("chat_number", Holds::Number, |chat: &Self| chat.number.into()),
            Column::new("title", Holds::Text, |chat: &Self| chat.title.clone().into()).or_null(),
            Column::new("messages_count", Holds::Number, |chat| chat.messages.into()),
            Column::new("last_number", Holds::Number, |chat: &Self| chat.last_number().into()).or_null(),
            // Deleted, dead, or in a published gap.
            Column::new("numbers_without_message", Holds::Number, |chat| {
                chat.last_number().map_or(0, |last| u64::from(last).saturating_sub(chat.messages)).into()
            }),
            Column::new("first_at", Holds::Time, |chat: &Self| {
                chat.first.as_ref().map(|message| message.created_at).into()
            })
            .or_null(),
            Column::new("last_at", Holds::Time, |chat: &Self| {
                chat.last.as_ref().map(|message| message.created_at).into()
            })
            .or_null(),
        ]
    }

    fn name(&self) -> String {
        self.number.to_string()
    }
}

/// A chat that was created.
pub struct Created {
    /// `None` where nothing was sent (`--dry-run`).
    number: Option<ChatNumber>,
    title: Option<String>,
    state: Option<&'static str>,
    job_id: Option<String>,
}

impl Record for Created {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("chat_number", Holds::Number, |chat: &Self| chat.number.into()).or_null(),
            Column::new("title", Holds::Text, |chat: &Self| chat.title.clone().into()).or_null(),
            Column::new("state", Holds::State, |chat: &Self| chat.state.into()).or_null(),
            Column::new("job_id", Holds::Word, |chat: &Self| chat.job_id.clone().into()).or_null().wide(),
            Column::new("dry_run", Holds::Flag, |chat: &Self| chat.number.is_none().into()).wide(),
        ]
    }

    fn name(&self) -> String {
        self.number.map_or_else(String::new, |number| number.to_string())
    }
}

/// Runs it.
pub fn run(command: ChatCommand, session: &mut Session) -> Outcome {
    let reach = session.backend()?;
    let backend: &dyn Backend = &*reach;
    match command {
        ChatCommand::Ls { app, from, cursor } => block_on("list the chats", async {
            let app = application(backend, &app).await?;
            let token = app.token.as_str();
            let first = Ask { cursor: cursor.cursor, after: from.map(|from| from - 1), ..Ask::default() };
            print(session, "chat.list", first, |ask| async move { backend.chats(token, &ask).await }).await
        }),
        ChatCommand::Get(ChatArg { app, chat }) => block_on("show the chat", async {
            let app = application(backend, &app).await?;
            let detail = backend.chat(ChatOf { token: &app.token, chat }).await?;
            session.printer.item("chat.get", &detail)?;
            Ok(Done::All)
        }),
        ChatCommand::Stats(ChatArg { app, chat }) => block_on("count what the chat holds", async {
            let app = application(backend, &app).await?;
            stats(backend, session, ChatOf { token: &app.token, chat }).await
        }),
        ChatCommand::Create { app, title, idempotency_key, wait } => block_on("create the chat", async {
            let app = application(backend, &app).await?;
            let how = Writing { key: idempotency_key.as_deref(), wait: wait.wait, ..Writing::default() };
            create(backend, session, &app.token, title, how).await
        }),
        ChatCommand::Rename { chat: ChatArg { app, chat }, title, wait } => block_on("rename the chat", async {
            let app = application(backend, &app).await?;
            let (of, how) = (ChatOf { token: &app.token, chat }, Writing { wait: wait.wait, ..Writing::default() });
            let accepted =
                if session.global.dry_run { None } else { Some(backend.rename_chat(of, &title, how).await?) };
            report(session, "chat.rename", &Change { target: chat.to_string(), change: "renamed", accepted })
        }),
    }
}

async fn stats(backend: &dyn Backend, session: &mut Session, of: ChatOf<'_>) -> Outcome {
    session.printer.item("chat.stats", &counted(backend, of).await?)?;
    Ok(Done::All)
}

/// What a chat holds, as of its first and last message.
pub async fn counted(backend: &dyn Backend, of: ChatOf<'_>) -> Result<Stats, Failure> {
    let detail = backend.chat(of).await?;
    let first = backend.messages(of, &Ask { limit: 1, ..Ask::default() }).await?.items.pop();
    let last = backend.messages(of, &Ask { limit: 1, descending: true, ..Ask::default() }).await?.items.pop();
    Ok(Stats { number: of.chat, title: detail.title, messages: detail.messages_count, first, last })
}

async fn create(
    backend: &dyn Backend,
    session: &mut Session,
    token: &str,
    title: Option<String>,
    how: Writing<'_>,
) -> Outcome {
    if session.global.dry_run {
        session.printer.item("chat.create", &Created { number: None, title, state: None, job_id: None })?;
        return Ok(Done::All);
    }
    let made = backend.create_chat(token, title.as_deref(), how).await?;
    let state = state_word(made.state);
    let created =
        Created { number: Some(made.chat_number), title, state: Some(state), job_id: Some(made.job_id.to_string()) };
    session.printer.item("chat.create", &created)?;
    if state == "dead" { Err(dead()) } else { Ok(Done::All) }
}
