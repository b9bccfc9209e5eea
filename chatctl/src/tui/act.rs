//! What can be done from the screen: each act as a value, with its question, its danger, and the chatctl line that does
//! the same. Performs nothing.

use std::time::Duration;

use chat_shared::api::types::admin::CounterStep;
use chat_shared::domain::{ChatNumber, MessageNumber};
use chat_shared::queue::Group;
use chat_shared::store::Station;

use super::view::{App, owned};
use crate::cli::duration;
use crate::commands::app::grace;
use crate::commands::counter::plan;
use crate::commands::dlq::edit::Text;
use crate::output::confirm::Danger;
use crate::output::human;

/// Something that changes something, or that puts work on others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Creates an application.
    CreateApp { name: String },
    /// Gives an application another name.
    RenameApp { app: App, name: String },
    /// Gives an application another token; the old one works so many seconds more.
    RotateToken { app: App, grace_s: u64 },
    /// Deletes an application with everything in it.
    DeleteApp { app: App },
    /// Writes an application's messages, or one chat's, to a file.
    Export { app: App, chat: Option<ChatNumber>, file: String },
    /// Writes an application to a file, whole.
    BackUp { app: App, file: String },
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
    /// Stops accepting, or working on a queue, in every process.
    Pause { station: Station },
    /// Takes a pause back.
    Resume { station: Station },
    /// Has workers take over what was not delivered again for so long.
    Claim { queue: Group, idle_ms: u64 },
    /// Tries one dead letter again, at once.
    Retry { id: i64 },
    /// Says that nothing more is to be done about one.
    Drop { id: i64 },
    /// Gives a parked entry another text.
    EditLetter { id: i64, text: Text },
    /// Tries dead letters again, as a job: those that a query takes, or all; so many, where that is known.
    RetryMany { query: Option<String>, count: Option<u64> },
    /// Drops dead letters, as a job.
    DropMany { query: Option<String>, count: Option<u64> },
    /// Writes dead letters to a file.
    ExportLetters { query: Option<String>, file: String },
    /// Carries out a row of a plan.
    Apply { step: Box<CounterStep> },
    /// Builds the index anew, as a job: of all, or what it lacks of one application.
    Reindex { app: Option<App>, swap: bool },
    /// Makes the generation that was built the one that answers.
    Swap { generation: i64 },
    /// Goes back to the generation that answered before.
    Rollback { generation: i64 },
    /// Drops the generation that answered before.
    Prune { generation: i64 },
    /// Proves that everything agrees, as a job: all, one application, or one chat of it.
    Verify { app: Option<App>, chat: Option<ChatNumber> },
    /// Proves that the index shows what the database has, as a job.
    VerifyIndex,
    /// Ends a job.
    Cancel { id: i64 },
    /// Holds a job where it is.
    PauseJob { id: i64 },
    /// Lets a paused job go on.
    ResumeJob { id: i64 },
    /// Gives a job another rate a second, 0 for no bound.
    Throttle { id: i64, rate: u32 },
}

impl Act {
    /// The same with what was typed in; or what is wrong with that.
    pub fn with_text(mut self, typed: String) -> Result<Self, String> {
        if self.takes_long() && typed.trim().is_empty() {
            return Err("no file was named".to_owned());
        }
        match &mut self {
            Self::CreateApp { name: text }
            | Self::RenameApp { name: text, .. }
            | Self::CreateChat { title: text, .. }
            | Self::RenameChat { title: text, .. }
            | Self::Post { content: text, .. }
            | Self::Edit { content: text, .. }
            | Self::Export { file: text, .. }
            | Self::BackUp { file: text, .. }
            | Self::ExportLetters { file: text, .. }
            | Self::EditLetter { text: Text::Content(text) | Text::Title(text), .. } => *text = typed,
            Self::RotateToken { grace_s, .. } => *grace_s = grace(typed.trim())?.as_secs(),
            Self::Claim { idle_ms, .. } => {
                let idle = duration(typed.trim())?.max(Duration::from_secs(1));
                *idle_ms = u64::try_from(idle.as_millis()).unwrap_or(u64::MAX);
            }
            Self::Throttle { rate, .. } => {
                *rate = typed.trim().parse().map_err(|_| format!("`{typed}` is no number a second"))?;
            }
            _ => {}
        }
        Ok(self)
    }

    /// What it does; goes on after "could not", and is the question of its dialog.
    #[must_use]
    pub fn phrase(&self) -> String {
        match self {
            Self::CreateApp { name } => format!("create the application “{name}”"),
            Self::RenameApp { app, name } => format!("rename the application “{}” to “{name}”", app.name),
            Self::RotateToken { app, grace_s: 0 } => {
                format!("give “{}” another token; the old one ends at once", app.name)
            }
            Self::RotateToken { app, grace_s } => {
                format!("give “{}” another token; the old one works {} more", app.name, span(grace_s * 1_000))
            }
            Self::DeleteApp { app } => format!("delete the application “{}” with all its messages", app.name),
            Self::Export { app, chat: None, file } => format!("write the messages of “{}” to {file}", app.name),
            Self::Export { app, chat: Some(chat), file } => {
                format!("write the messages of chat {chat} of “{}” to {file}", app.name)
            }
            Self::BackUp { app, file } => format!("back “{}” up to {file}", app.name),
            Self::CreateChat { app, title } if title.is_empty() => format!("create a chat of “{}”", app.name),
            Self::CreateChat { app, title } => format!("create the chat “{title}” of “{}”", app.name),
            Self::RenameChat { chat, title, .. } => format!("rename chat {chat} to “{title}”"),
            Self::Post { chat, content, .. } => format!("post “{content}” to chat {chat}"),
            Self::Edit { chat, number, content, .. } => format!("change message {chat}/{number} to “{content}”"),
            Self::DeleteMessage { chat, number, .. } => format!("delete message {chat}/{number}"),
            Self::Pause { station: Station::Accept } => "stop accepting creations and changes, in every process".into(),
            Self::Resume { station: Station::Accept } => "accept creations and changes again".to_owned(),
            Self::Pause { station } => format!("pause the queue {}, in every process", station.name()),
            Self::Resume { station } => format!("let the queue {} go on", station.name()),
            Self::Claim { queue, idle_ms } => {
                format!("have workers take over what {} has not delivered again for {}", queue.name(), span(*idle_ms))
            }
            Self::Retry { id } => format!("retry dead letter {id}"),
            Self::Drop { id } => format!("drop dead letter {id}; its tombstone stays"),
            Self::EditLetter { id, text } => format!("let dead letter {id} say “{}”", text.words()),
            Self::RetryMany { query, count } => format!("retry {}", letters(query.as_deref(), *count)),
            Self::DropMany { query, count } => {
                format!("drop {}; their tombstones stay", letters(query.as_deref(), *count))
            }
            Self::ExportLetters { query, file } => format!("write {} to {file}", letters(query.as_deref(), None)),
            Self::Apply { step } => format!("{} counter {}: {}", plan::word(step.action), step.key, step.why),
            Self::Reindex { app: Some(app), .. } => {
                format!("write the messages of “{}” into the search index once more", app.name)
            }
            Self::Reindex { app: None, swap: true } => "build the search index anew and swap it in".to_owned(),
            Self::Reindex { app: None, swap: false } => {
                "build the search index anew and leave it beside the one that answers".to_owned()
            }
            Self::Swap { generation } => format!("let generation {generation} of the search index answer"),
            Self::Rollback { generation } => format!("go back to generation {generation} of the search index"),
            Self::Prune { generation } => {
                format!("drop generation {generation} of the search index: there is no way back to it then")
            }
            Self::Verify { app: None, .. } => "verify queue, database and index".to_owned(),
            Self::Verify { app: Some(app), chat: None } => format!("verify the application “{}”", app.name),
            Self::Verify { app: Some(app), chat: Some(chat) } => format!("verify chat {chat} of “{}”", app.name),
            Self::VerifyIndex => "verify the search index against the database".to_owned(),
            Self::Cancel { id } => format!("cancel job {id}"),
            Self::PauseJob { id } => format!("hold job {id} where it is"),
            Self::ResumeJob { id } => format!("let job {id} go on"),
            Self::Throttle { id, rate: 0 } => format!("let job {id} be as fast as it can"),
            Self::Throttle { id, rate } => format!("let job {id} do at most {rate} a second"),
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

    /// Whether it changes nothing of the installation.
    #[must_use]
    pub fn only_looks(&self) -> bool {
        matches!(
            self,
            Self::Export { .. }
                | Self::BackUp { .. }
                | Self::ExportLetters { .. }
                | Self::Verify { .. }
                | Self::VerifyIndex
        )
    }

    /// Whether it writes to a file, which takes as long as there is to be written.
    #[must_use]
    pub fn takes_long(&self) -> bool {
        matches!(self, Self::Export { .. } | Self::BackUp { .. } | Self::ExportLetters { .. })
    }

    /// The row that it is about, by its identity in its list.
    #[must_use]
    pub fn target(&self) -> String {
        match self {
            Self::RenameApp { app, .. } | Self::DeleteApp { app } | Self::RotateToken { app, .. } => app.token.clone(),
            Self::RenameChat { chat, .. } => chat.to_string(),
            Self::Edit { number, .. } | Self::DeleteMessage { number, .. } => number.to_string(),
            Self::Retry { id }
            | Self::Drop { id }
            | Self::EditLetter { id, .. }
            | Self::Cancel { id }
            | Self::PauseJob { id }
            | Self::ResumeJob { id }
            | Self::Throttle { id, .. } => id.to_string(),
            Self::Apply { step } => step.key.clone(),
            _ => String::new(),
        }
    }

    /// The words of the chatctl line that does the same.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let of_chat = |verb: &[&str], app: &App, chat: &ChatNumber, rest: &[&str]| {
            owned(&[verb, &[&app.token, &chat.to_string()], rest].concat())
        };
        match self {
            Self::CreateApp { name } => owned(&["app", "create", name]),
            Self::RenameApp { app, name } => owned(&["app", "rename", &app.token, name]),
            Self::RotateToken { app, grace_s } => {
                owned(&["app", "rotate-token", &app.token, "--grace", &format!("{grace_s}s"), "--yes"])
            }
            Self::DeleteApp { app } => owned(&["app", "delete", &app.token, &format!("--confirm={}", app.name)]),
            Self::Export { app, chat: None, file } => owned(&["export", &app.token, "--out", file]),
            Self::Export { app, chat: Some(chat), file } => of_chat(&["export"], app, chat, &["--out", file]),
            Self::BackUp { app, file } => owned(&["backup", &app.token, "--out", file]),
            Self::CreateChat { app, title } if title.is_empty() => owned(&["chat", "create", &app.token]),
            Self::CreateChat { app, title } => owned(&["chat", "create", &app.token, "--title", title]),
            Self::RenameChat { app, chat, title } => of_chat(&["chat", "rename"], app, chat, &[title]),
            Self::Post { app, chat, content } => of_chat(&["msg", "post"], app, chat, &[content]),
            Self::Edit { app, chat, number, content } => {
                of_chat(&["msg", "edit"], app, chat, &[&number.to_string(), content])
            }
            Self::DeleteMessage { app, chat, number } => {
                of_chat(&["msg", "delete"], app, chat, &[&number.to_string(), "--yes"])
            }
            Self::Pause { station: station @ Station::Accept } => owned(&["queue", "pause", station.name(), "--yes"]),
            Self::Pause { station } => owned(&["queue", "pause", station.name()]),
            Self::Resume { station } => owned(&["queue", "resume", station.name()]),
            Self::Claim { queue, idle_ms } => {
                owned(&["queue", "claim", queue.name(), "--idle", &format!("{idle_ms}ms")])
            }
            Self::Retry { id } => owned(&["dlq", "retry", &id.to_string()]),
            Self::Drop { id } => owned(&["dlq", "drop", &id.to_string(), "--yes"]),
            Self::EditLetter { id, text: Text::Content(text) } => {
                owned(&["dlq", "edit", &id.to_string(), "--content", text])
            }
            Self::EditLetter { id, text: Text::Title(text) } => {
                owned(&["dlq", "edit", &id.to_string(), "--title", text])
            }
            Self::RetryMany { query, .. } => many("retry", query.as_deref()),
            Self::DropMany { query, .. } => many("drop", query.as_deref()),
            Self::ExportLetters { query: Some(query), file } => {
                owned(&["dlq", "export", "--query", query, "--out", file])
            }
            Self::ExportLetters { query: None, file } => owned(&["dlq", "export", "--out", file]),
            Self::Apply { step } => owned(&["counter", "reconcile", "--key", &step.key, "--yes"]),
            Self::Reindex { app: Some(app), .. } => owned(&["index", "reindex", "--app", &app.token]),
            Self::Reindex { app: None, swap: true } => owned(&["index", "reindex"]),
            Self::Reindex { app: None, swap: false } => owned(&["index", "reindex", "--no-swap"]),
            Self::Swap { .. } => owned(&["index", "swap", "--yes"]),
            Self::Rollback { .. } => owned(&["index", "rollback", "--yes"]),
            Self::Prune { .. } => owned(&["index", "prune", "--yes"]),
            Self::Verify { app: None, .. } => owned(&["verify"]),
            Self::Verify { app: Some(app), chat: None } => owned(&["verify", "--app", &app.token]),
            Self::Verify { app: Some(app), chat: Some(chat) } => {
                owned(&["verify", "--app", &app.token, "--chat", &chat.to_string()])
            }
            Self::VerifyIndex => owned(&["index", "verify"]),
            Self::Cancel { id } => owned(&["job", "cancel", &id.to_string(), "--yes"]),
            Self::PauseJob { id } => owned(&["job", "pause", &id.to_string()]),
            Self::ResumeJob { id } => owned(&["job", "resume", &id.to_string()]),
            Self::Throttle { id, rate } => owned(&["job", "throttle", &id.to_string(), "--rate", &rate.to_string()]),
        }
    }
}

fn span(ms: u64) -> String {
    human::duration(i64::try_from(ms).unwrap_or(i64::MAX))
}

fn many(verb: &str, query: Option<&str>) -> Vec<String> {
    match query {
        Some(query) => owned(&["dlq", verb, "--query", query, "--yes"]),
        None => owned(&["dlq", verb, "--all", "--yes"]),
    }
}

/// Dead letters as a question names them.
fn letters(query: Option<&str>, count: Option<u64>) -> String {
    let count = match count {
        Some(1) => "the one dead letter".to_owned(),
        Some(count) => format!("all {count} dead letters"),
        None => "all dead letters".to_owned(),
    };
    query.map_or(count.clone(), |query| format!("{count} with {query}"))
}

/// The line that does the same as several acts at once.
#[must_use]
pub fn words(acts: &[Act]) -> Vec<String> {
    let joined = |verb: &[&str], before: &str, after: &[&str]| {
        let ids: Vec<String> = acts.iter().map(Act::target).collect();
        let ids = ids.iter().flat_map(|id| [before, id.as_str()]).filter(|word| !word.is_empty());
        owned(&verb.iter().copied().chain(ids).chain(after.iter().copied()).collect::<Vec<_>>())
    };
    match acts {
        [Act::Retry { .. }, _, ..] => joined(&["dlq", "retry"], "", &[]),
        [Act::Drop { .. }, _, ..] => joined(&["dlq", "drop"], "", &["--yes"]),
        [Act::Apply { .. }, _, ..] => joined(&["counter", "reconcile"], "--key", &["--yes"]),
        [act, ..] => act.words(),
        [] => Vec::new(),
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
