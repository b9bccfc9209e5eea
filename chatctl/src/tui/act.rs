//! What can be done from the screen: each act as a value, with its question, its danger, and the chatctl line that does
//! the same. Performs nothing.

use chat_shared::domain::{ChatNumber, MessageNumber};

use super::view::{App, owned};
use crate::output::confirm::Danger;

/// Something that changes something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Creates an application.
    CreateApp { name: String },
    /// Gives an application another name.
    RenameApp { app: App, name: String },
    /// Deletes an application with everything in it.
    DeleteApp { app: App },
    /// Creates a chat.
    CreateChat { app: App, title: String },
    /// Gives a chat another title.
    RenameChat { app: App, chat: ChatNumber, title: String },
    /// Posts a message.
    Post { app: App, chat: ChatNumber, content: String },
    /// Gives a message another content.
    Edit { app: App, chat: ChatNumber, number: MessageNumber, content: String },
    /// Makes a message a tombstone.
    DeleteMessage { app: App, chat: ChatNumber, number: MessageNumber },
    /// Tries one dead letter again, at once.
    Retry { id: i64 },
    /// Tries all dead letters again, as a job.
    RetryAll,
    /// Builds the index anew, as a job.
    Reindex,
    /// Proves that everything agrees, as a job.
    Verify,
    /// Ends a job.
    Cancel { id: i64 },
}

impl Act {
    /// The same with what was typed in.
    #[must_use]
    pub fn with_text(mut self, typed: String) -> Self {
        match &mut self {
            Self::CreateApp { name: text }
            | Self::RenameApp { name: text, .. }
            | Self::CreateChat { title: text, .. }
            | Self::RenameChat { title: text, .. }
            | Self::Post { content: text, .. }
            | Self::Edit { content: text, .. } => *text = typed,
            _ => {}
        }
        self
    }

    /// What it does; goes on after "could not", and is the question of its dialog.
    #[must_use]
    pub fn phrase(&self) -> String {
        match self {
            Self::CreateApp { name } => format!("create the application “{name}”"),
            Self::RenameApp { app, name } => format!("rename the application “{}” to “{name}”", app.name),
            Self::DeleteApp { app } => format!("delete the application “{}” with all its messages", app.name),
            Self::CreateChat { app, title } if title.is_empty() => format!("create a chat of “{}”", app.name),
            Self::CreateChat { app, title } => format!("create the chat “{title}” of “{}”", app.name),
            Self::RenameChat { chat, title, .. } => format!("rename chat {chat} to “{title}”"),
            Self::Post { chat, content, .. } => format!("post “{content}” to chat {chat}"),
            Self::Edit { chat, number, content, .. } => format!("change message {chat}/{number} to “{content}”"),
            Self::DeleteMessage { chat, number, .. } => format!("delete message {chat}/{number}"),
            Self::Retry { id } => format!("retry dead letter {id}"),
            Self::RetryAll => "retry all dead letters".to_owned(),
            Self::Reindex => "build the search index anew and swap it in".to_owned(),
            Self::Verify => "verify queue, database and index".to_owned(),
            Self::Cancel { id } => format!("cancel job {id}"),
        }
    }

    /// What it takes to let it happen.
    #[must_use]
    pub fn danger(&self) -> Danger {
        match self {
            Self::DeleteApp { app } => Danger::Severe { name: app.name.clone() },
            _ => Danger::Moderate,
        }
    }

    /// The row that it is about, by its identity in its list.
    #[must_use]
    pub fn target(&self) -> String {
        match self {
            Self::RenameApp { app, .. } | Self::DeleteApp { app } => app.token.clone(),
            Self::RenameChat { chat, .. } => chat.to_string(),
            Self::Edit { number, .. } | Self::DeleteMessage { number, .. } => number.to_string(),
            Self::Retry { id } | Self::Cancel { id } => id.to_string(),
            _ => String::new(),
        }
    }

    /// The words of the chatctl line that does the same.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        match self {
            Self::CreateApp { name } => owned(&["app", "create", name]),
            Self::RenameApp { app, name } => owned(&["app", "rename", &app.token, name]),
            Self::DeleteApp { app } => owned(&["app", "delete", &app.token, &format!("--confirm={}", app.name)]),
            Self::CreateChat { app, title } if title.is_empty() => owned(&["chat", "create", &app.token]),
            Self::CreateChat { app, title } => owned(&["chat", "create", &app.token, "--title", title]),
            Self::RenameChat { app, chat, title } => owned(&["chat", "rename", &app.token, &chat.to_string(), title]),
            Self::Post { app, chat, content } => owned(&["msg", "post", &app.token, &chat.to_string(), content]),
            Self::Edit { app, chat, number, content } => {
                owned(&["msg", "edit", &app.token, &chat.to_string(), &number.to_string(), content])
            }
            Self::DeleteMessage { app, chat, number } => {
                owned(&["msg", "delete", &app.token, &chat.to_string(), &number.to_string(), "--yes"])
            }
            Self::Retry { id } => owned(&["dlq", "retry", &id.to_string()]),
            Self::RetryAll => owned(&["dlq", "retry", "--all", "--yes"]),
            Self::Reindex => owned(&["index", "reindex"]),
            Self::Verify => owned(&["verify"]),
            Self::Cancel { id } => owned(&["job", "cancel", &id.to_string(), "--yes"]),
        }
    }
}

/// The question before several acts at once.
#[must_use]
pub fn question(acts: &[Act]) -> String {
    match acts {
        [] => String::new(),
        [act] => act.phrase(),
        [first, ..] => format!("{}, and {} more like it", first.phrase(), acts.len() - 1),
    }
}

/// What it takes to let all of them happen: the worst of them.
#[must_use]
pub fn danger(acts: &[Act]) -> Danger {
    let severe = acts.iter().map(Act::danger).find(|danger| matches!(danger, Danger::Severe { .. }));
    severe.unwrap_or(Danger::Moderate)
}
