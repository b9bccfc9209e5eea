//! What each act asks of the ports, and what is said when it is done.

use chat_shared::api::types::CreateMessage;
use chat_shared::api::types::admin::{ReindexParams, RetryDeadLettersParams, StartOperation, VerifyParams};

use super::Ports;
use crate::backend::{ChatOf, Writing};
use crate::output::failure::{Failure, Kind};
use crate::tui::act::Act;
use crate::tui::view::App;

/// Performs one act.
pub async fn perform(ports: &Ports, act: &Act) -> Result<String, Failure> {
    let how = Writing::default();
    match act {
        Act::CreateApp { name } => {
            let created = ports.backend.create_application(name).await?;
            Ok(format!("“{}” is created", created.name))
        }
        Act::RenameApp { app, name } => {
            ports.backend.rename_application(&app.token, name, how).await?;
            Ok(format!("“{}” is “{name}” now", app.name))
        }
        Act::DeleteApp { app } => {
            ports.backend.delete_application(&app.token).await?;
            Ok(format!("“{}” is being deleted", app.name))
        }
        Act::CreateChat { app, title } => {
            let title = Some(title.as_str()).filter(|title| !title.is_empty());
            let created = ports.backend.create_chat(&app.token, title, how).await?;
            Ok(format!("chat {} is created", created.chat_number))
        }
        Act::RenameChat { app, chat, title } => {
            ports.backend.rename_chat(of(app, *chat), title, how).await?;
            Ok(format!("chat {chat} is “{title}” now"))
        }
        Act::Post { app, chat, content } => {
            let message = CreateMessage { content: content.into(), sender: None, sent_at: None };
            let created = ports.backend.post(of(app, *chat), &message, how).await?;
            Ok(format!("message {chat}/{} is accepted", created.message_number))
        }
        Act::Edit { app, chat, number, content } => {
            ports.backend.edit(of(app, *chat), *number, content, how).await?;
            Ok(format!("message {chat}/{number} is changed"))
        }
        Act::DeleteMessage { app, chat, number } => {
            ports.backend.delete(of(app, *chat), *number, how).await?;
            Ok(format!("message {chat}/{number} is deleted"))
        }
        Act::Retry { id } => retry(ports, *id).await,
        Act::RetryAll => start(ports, &StartOperation::retry_dead_letters(&RetryDeadLettersParams::default())).await,
        Act::Reindex => start(ports, &StartOperation::reindex(&ReindexParams::default())).await,
        Act::Verify => start(ports, &StartOperation::verify(&VerifyParams::default())).await,
        Act::Cancel { id } => {
            ports.operator.cancel_operation(*id).await?;
            Ok(format!("job {id} is cancelled"))
        }
    }
}

fn of(app: &App, chat: u32) -> ChatOf<'_> {
    ChatOf { token: &app.token, chat }
}

async fn retry(ports: &Ports, id: i64) -> Result<String, Failure> {
    let retried = ports.operator.retry_dead_letter(id).await?;
    match retried.failure {
        None if retried.resolved => Ok(format!("dead letter {id} is persisted")),
        why => Err(Failure::new(Kind::Failed, format!("persist dead letter {id}"))
            .because(why.unwrap_or_else(|| "it failed again".to_owned()))),
    }
}

async fn start(ports: &Ports, what: &StartOperation) -> Result<String, Failure> {
    let job = ports.operator.start_operation(what).await?;
    Ok(format!("job {} ({}) has begun: 7 shows it", job.id, job.kind))
}
