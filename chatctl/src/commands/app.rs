//! `chatctl app`: applications, that is tenants.

use std::time::Duration;

use chat_shared::api::types::{ApplicationDetail, ApplicationSummary, ChatSummary, RotateToken};
use chat_shared::clock::Timestamp;
use clap::Subcommand;

use super::listing::{CursorArg, gather, print};
use super::named::{App, application, applications_called};
use super::writes::{Change, WaitArg, report};
use crate::backend::{Ask, Backend, Writing};
use crate::cli::duration;
use crate::output::confirm::Danger;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::record::{Column, Kind as Holds, Record};
use crate::runtime::block_on;
use crate::session::Session;

/// `chatctl app`
#[derive(Debug, Subcommand)]
pub enum AppCommand {
    /// List applications
    #[command(visible_alias = "list")]
    Ls(CursorArg),
    /// Show an application
    Get {
        /// Its token, or its name where only one has it
        app: String,
    },
    /// Create an application
    Create {
        /// Its name
        name: String,
        /// Succeed without creating one where one of this name exists
        #[arg(long)]
        if_not_exists: bool,
    },
    /// Give an application another name
    Rename {
        /// Its token, or its name where only one has it
        app: String,
        /// The new name
        name: String,
        #[command(flatten)]
        wait: WaitArg,
    },
    /// Give an application another token; the old one works a while longer
    RotateToken {
        /// Its token, or its name where only one has it
        app: String,
        /// How long the old token works still, at most 30 days; `0s` ends it at once
        #[arg(long, value_name = "DURATION", value_parser = grace, default_value = "24h")]
        grace: Duration,
    },
    /// Count what an application holds
    Stats {
        /// Its token, or its name where only one has it
        app: String,
    },
    /// Delete an application with its chats and messages; takes --confirm=NAME
    Delete {
        /// Its token, or its name where only one has it
        app: String,
    },
}

impl Record for ApplicationSummary {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("token", Holds::Word, |app| (&app.token).into()),
            Column::new("name", Holds::Text, |app| (&app.name).into()),
            Column::new("chats_count", Holds::Number, |app| app.chats_count.into()),
        ]
    }

    fn name(&self) -> String {
        self.token.clone()
    }
}

impl Record for ApplicationDetail {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("token", Holds::Word, |app| (&app.token).into()),
            Column::new("name", Holds::Text, |app| (&app.name).into()),
            Column::new("chats_count", Holds::Number, |app| app.chats_count.into()),
            Column::new("created_at", Holds::Time, |app| app.created_at.into()),
            Column::new("updated_at", Holds::Time, |app| app.updated_at.into()),
        ]
    }

    fn name(&self) -> String {
        self.token.clone()
    }
}

/// An application that was created, or was there already.
pub struct Created {
    /// `None` where nothing was sent (`--dry-run`).
    token: Option<String>,
    name: String,
    created: bool,
}

impl Record for Created {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("token", Holds::Word, |app: &Self| app.token.clone().into()).or_null(),
            Column::new("name", Holds::Text, |app| (&app.name).into()),
            Column::new("created", Holds::Flag, |app| app.created.into()),
            Column::new("dry_run", Holds::Flag, |app: &Self| app.token.is_none().into()).wide(),
        ]
    }

    fn name(&self) -> String {
        self.token.clone().unwrap_or_default()
    }
}

/// A token that was replaced.
pub struct Rotated {
    /// The new one; `None` where nothing was sent (`--dry-run`).
    token: Option<String>,
    name: String,
    old_token_until: Option<Timestamp>,
}

impl Record for Rotated {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("token", Holds::Word, |rotated: &Self| rotated.token.clone().into()).or_null(),
            Column::new("name", Holds::Text, |rotated| (&rotated.name).into()),
            Column::new("old_token_until", Holds::Time, |rotated: &Self| rotated.old_token_until.into()).or_null(),
            Column::new("dry_run", Holds::Flag, |rotated: &Self| rotated.token.is_none().into()).wide(),
        ]
    }

    fn name(&self) -> String {
        self.token.clone().unwrap_or_default()
    }
}

/// What an application holds.
pub struct Stats {
    token: String,
    name: String,
    chats: u64,
    messages: u64,
    largest_chat: Option<u32>,
    largest_messages: Option<u64>,
}

impl Stats {
    /// Of an application with these chats.
    pub fn of(token: String, name: String, chats: &[ChatSummary]) -> Self {
        let largest = chats.iter().max_by_key(|chat| chat.messages_count);
        Self {
            chats: chats.len() as u64,
            messages: chats.iter().map(|chat| chat.messages_count).sum(),
            largest_chat: largest.map(|chat| chat.chat_number),
            largest_messages: largest.map(|chat| chat.messages_count),
            token,
            name,
        }
    }
}

impl Record for Stats {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("token", Holds::Word, |app| (&app.token).into()),
            Column::new("name", Holds::Text, |app| (&app.name).into()),
            Column::new("chats_count", Holds::Number, |app| app.chats.into()),
            Column::new("messages_count", Holds::Number, |app| app.messages.into()),
            Column::new("largest_chat", Holds::Number, |app: &Self| app.largest_chat.into()).or_null(),
            Column::new("largest_chat_messages", Holds::Number, |app: &Self| app.largest_messages.into()).or_null(),
        ]
    }

    fn name(&self) -> String {
        self.token.clone()
    }
}

/// Runs it.
pub fn run(command: AppCommand, session: &mut Session) -> Outcome {
    let reach = session.backend()?;
    let backend: &dyn Backend = &*reach;
    match command {
        AppCommand::Ls(from) => block_on("list the applications", async {
            let first = Ask { cursor: from.cursor, ..Ask::default() };
            print(session, "app.list", first, |ask| async move { backend.applications(&ask).await }).await
        }),
        AppCommand::Get { app } => block_on("show the application", get(backend, session, &app)),
        AppCommand::Create { name, if_not_exists } => {
            block_on("create the application", create(backend, session, name, if_not_exists))
        }
        AppCommand::Rename { app, name, wait } => {
            block_on("rename the application", rename(backend, session, &app, &name, wait))
        }
        AppCommand::RotateToken { app, grace } => block_on("replace the token", rotate(backend, session, &app, grace)),
        AppCommand::Stats { app } => block_on("count what the application holds", stats(backend, session, &app)),
        AppCommand::Delete { app } => block_on("delete the application", delete(backend, session, &app)),
    }
}

async fn get(backend: &dyn Backend, session: &mut Session, named: &str) -> Outcome {
    let app = application(backend, named).await?;
    session.printer.item("app.get", &shown(backend, &app).await?)?;
    Ok(Done::All)
}

/// An application that was there a moment ago.
pub async fn shown(backend: &dyn Backend, app: &App) -> Result<ApplicationDetail, Failure> {
    backend.application(&app.token).await?.ok_or_else(|| {
        Failure::new(Kind::NotFound, format!("show the application `{}`", app.name)).because("it was just deleted")
    })
}

async fn create(backend: &dyn Backend, session: &mut Session, name: String, if_not_exists: bool) -> Outcome {
    if if_not_exists && let Some(there) = unique(applications_called(backend, &name).await?, &name)? {
        let found = Created { token: Some(there.token), name, created: false };
        session.printer.item("app.create", &found)?;
        return Ok(Done::All);
    }
    let created = if session.global.dry_run {
        Created { token: None, name, created: true }
    } else {
        let made = backend.create_application(&name).await?;
        Created { token: Some(made.token), name: made.name, created: true }
    };
    session.printer.item("app.create", &created)?;
    Ok(Done::All)
}

/// The one that is there; several of one name leave open which is meant.
fn unique(mut found: Vec<ApplicationSummary>, name: &str) -> Result<Option<ApplicationSummary>, Failure> {
    if found.len() > 1 {
        return Err(Failure::new(Kind::Conflict, format!("create the application `{name}` unless it exists"))
            .because(format!("{} applications have this name", found.len()))
            .code("ambiguous_name")
            .hint("`chatctl app ls --all` lists them with their tokens"));
    }
    Ok(found.pop())
}

async fn rename(backend: &dyn Backend, session: &mut Session, named: &str, name: &str, wait: WaitArg) -> Outcome {
    let app = application(backend, named).await?;
    let how = Writing { wait: wait.wait, ..Writing::default() };
    let accepted =
        if session.global.dry_run { None } else { Some(backend.rename_application(&app.token, name, how).await?) };
    report(session, "app.rename", &Change { target: app.token, change: "renamed", accepted })
}

async fn rotate(backend: &dyn Backend, session: &mut Session, named: &str, grace: Duration) -> Outcome {
    let app = application(backend, named).await?;
    let rotated = if session.global.dry_run {
        Rotated { token: None, name: app.name, old_token_until: None }
    } else {
        let act =
            format!("give `{}` another token; whoever uses the old one has {} s to change", app.name, grace.as_secs());
        session.confirm(Danger::Moderate, &act).await?;
        let rotated = backend.rotate_token(&app.token, grace).await?;
        Rotated { token: Some(rotated.token), name: rotated.name, old_token_until: Some(rotated.old_token_until) }
    };
    session.printer.item("app.rotate-token", &rotated)?;
    Ok(Done::All)
}

/// How long an old token may work: whole seconds, none at the least.
pub fn grace(text: &str) -> Result<Duration, String> {
    let grace = if matches!(text, "0" | "0s") { Duration::ZERO } else { duration(text)? };
    let longest = Duration::from_secs(RotateToken::LONGEST.into());
    match grace {
        grace if grace > longest => Err(format!("it must be at most {} days", RotateToken::LONGEST / 86_400)),
        grace if grace.subsec_nanos() > 0 => Err("it must be of whole seconds".to_owned()),
        grace => Ok(grace),
    }
}

async fn delete(backend: &dyn Backend, session: &mut Session, named: &str) -> Outcome {
    let app = application(backend, named).await?;
    let accepted = if session.global.dry_run {
        None
    } else {
        let chats = gather(Ask::default(), |ask| {
            let token = app.token.as_str();
            async move { backend.chats(token, &ask).await }
        })
        .await?;
        let messages: u64 = chats.iter().map(|chat| chat.messages_count).sum();
        let act = format!("delete `{}` with {} chats and {messages} messages", app.name, chats.len());
        session.confirm(Danger::Severe { name: app.name.clone() }, &act).await?;
        Some(backend.delete_application(&app.token).await?)
    };
    report(session, "app.delete", &Change { target: app.token, change: "deleted", accepted })
}

async fn stats(backend: &dyn Backend, session: &mut Session, named: &str) -> Outcome {
    let app = application(backend, named).await?;
    session.printer.item("app.stats", &counted(backend, app).await?)?;
    Ok(Done::All)
}

/// What an application holds, by a walk over its chats.
pub async fn counted(backend: &dyn Backend, app: App) -> Result<Stats, Failure> {
    let token = app.token.as_str();
    let chats = gather(Ask::default(), |ask| async move { backend.chats(token, &ask).await }).await?;
    Ok(Stats::of(app.token, app.name, &chats))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grace_is_of_whole_seconds_and_at_most_thirty_days() {
        let seconds = |text| grace(text).map(|grace| grace.as_secs()).ok();
        assert_eq!(["0", "0s", "1s", "24h", "720h"].map(seconds), [0, 0, 1, 86_400, 2_592_000].map(Some));
        for wrong in ["", "-1s", "500ms", "721h", "a day"] {
            assert!(grace(wrong).is_err(), "{wrong}");
        }
    }
}
