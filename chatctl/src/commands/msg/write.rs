//! Posting, editing and deleting messages.

use chat_shared::api::types::CreateMessage;
use chat_shared::domain::MessageNumber;
use chat_shared::queue::EntryId;

use super::text::content;
use super::{ContentArg, PostArgs};
use crate::backend::{Backend, ChatOf, Writing};
use crate::commands::named::{ChatArg, application};
use crate::commands::writes::{Change, WaitArg, dead, report, state_word};
use crate::output::confirm::Danger;
use crate::output::exit::{Done, Outcome};
use crate::output::record::{Column, Kind as Holds, Record};
use crate::session::Session;

/// A message that is to be changed.
pub struct Place {
    pub chat: ChatArg,
    pub number: MessageNumber,
    pub if_version: Option<EntryId>,
    pub wait: WaitArg,
}

/// A message that was posted.
pub struct Posted {
    chat: u32,
    /// `None` where nothing was sent (`--dry-run`).
    number: Option<MessageNumber>,
    state: Option<&'static str>,
    job_id: Option<String>,
}

impl Record for Posted {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("chat_number", Holds::Number, |posted: &Self| posted.chat.into()),
            Column::new("message_number", Holds::Number, |posted: &Self| posted.number.into()).or_null(),
            Column::new("state", Holds::State, |posted: &Self| posted.state.into()).or_null(),
            Column::new("job_id", Holds::Word, |posted: &Self| posted.job_id.clone().into()).or_null().wide(),
            Column::new("dry_run", Holds::Flag, |posted: &Self| posted.number.is_none().into()).wide(),
        ]
    }

    fn name(&self) -> String {
        self.number.map_or_else(String::new, |number| number.to_string())
    }
}

pub async fn post(backend: &dyn Backend, session: &mut Session, args: PostArgs) -> Outcome {
    let text = content(&args.content)?;
    let app = application(backend, &args.chat.app).await?;
    let of = ChatOf { token: &app.token, chat: args.chat.chat };
    if session.global.dry_run {
        session.printer.item("msg.post", &Posted { chat: of.chat, number: None, state: None, job_id: None })?;
        return Ok(Done::All);
    }
    let message = CreateMessage { content: text.into(), sender: args.sender.map(Into::into), sent_at: args.sent_at };
    let how = Writing { key: args.idempotency_key.as_deref(), wait: args.wait.wait, ..Writing::default() };
    let made = backend.post(of, &message, how).await?;
    let state = state_word(made.state);
    let posted = Posted {
        chat: of.chat,
        number: Some(made.message_number),
        state: Some(state),
        job_id: Some(made.job_id.to_string()),
    };
    session.printer.item("msg.post", &posted)?;
    if state == "dead" { Err(dead()) } else { Ok(Done::All) }
}

pub async fn edit(backend: &dyn Backend, session: &mut Session, place: Place, from: ContentArg) -> Outcome {
    let text = content(&from)?;
    let app = application(backend, &place.chat.app).await?;
    let of = ChatOf { token: &app.token, chat: place.chat.chat };
    let how = Writing { key: None, wait: place.wait.wait, if_version: place.if_version };
    let accepted = if session.global.dry_run { None } else { Some(backend.edit(of, place.number, &text, how).await?) };
    report(session, "msg.edit", &Change { target: place.number.to_string(), change: "edited", accepted })
}

pub async fn delete(backend: &dyn Backend, session: &mut Session, place: Place) -> Outcome {
    let app = application(backend, &place.chat.app).await?;
    let of = ChatOf { token: &app.token, chat: place.chat.chat };
    let how = Writing { key: None, wait: place.wait.wait, if_version: place.if_version };
    let accepted = if session.global.dry_run {
        None
    } else {
        let act = format!("delete message {} of chat {} of `{}`", place.number, of.chat, app.name);
        session.confirm(Danger::Moderate, &act).await?;
        Some(backend.delete(of, place.number, how).await?)
    };
    report(session, "msg.delete", &Change { target: place.number.to_string(), change: "deleted", accepted })
}
