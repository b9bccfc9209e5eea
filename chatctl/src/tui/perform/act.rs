//! What each act asks of the ports, and what is said when it is done.

use std::path::Path;
use std::time::Duration;

use chat_shared::api::types::CreateMessage;
use chat_shared::api::types::admin::{
    ApplyCounters, ClaimParams, CounterStep, ReindexParams, RetryDeadLettersParams, SearchStatus, SelectDeadLetters,
    StartOperation, StationStatus, StepOutcome, VerifyParams,
};
use chat_shared::domain::ChatNumber;

use super::Ports;
use crate::backend::{ChatOf, Writing};
use crate::commands::dlq::carry;
use crate::commands::{backup, export};
use crate::output::failure::{Failure, Kind};
use crate::output::progress::Progress;
use crate::tui::act::Act;
use crate::tui::view::App;

/// Messages that are looked up where the index alone is verified: as many as `chatctl index verify` looks up.
const INDEX_SAMPLES: u32 = 200;

/// Workers are waited for at most so long, before a backup.
const SETTLED: Duration = Duration::from_secs(30);

/// Performs one act.
pub async fn perform(ports: &Ports, act: &Act) -> Result<String, Failure> {
    match act {
        Act::CreateApp { .. }
        | Act::RenameApp { .. }
        | Act::RotateToken { .. }
        | Act::DeleteApp { .. }
        | Act::CreateChat { .. }
        | Act::RenameChat { .. }
        | Act::Post { .. }
        | Act::Edit { .. }
        | Act::DeleteMessage { .. } => write(ports, act).await,
        Act::Export { app, chat, file } => {
            let written = Progress::silent("export", "messages");
            let report = export::write(&*ports.backend, app, *chat, Path::new(file), &written).await?;
            let said = [vec![format!("{file} holds {} messages", report.messages())], report.words()].concat();
            Ok(said.join("; "))
        }
        Act::BackUp { app, file } => {
            let (apps, written) = ([app.clone()], Progress::silent("backup", "lines"));
            let (backend, operator) = (&*ports.backend, &*ports.operator);
            let report = backup::write(backend, operator, &apps, Path::new(file), SETTLED, &written).await?;
            Ok(format!("{file} holds “{}” with {} messages", app.name, report.messages()))
        }
        Act::ExportLetters { query, file } => {
            let asked = SelectDeadLetters { query: query.clone(), ..SelectDeadLetters::default() };
            let written = Progress::silent("export", "dead letters");
            let count = carry::write(&*ports.operator, &asked, Path::new(file), &written).await?;
            Ok(format!("{file} holds {count} dead letters"))
        }
        _ => operate(ports, act).await,
    }
}

/// What its clients could do too.
async fn write(ports: &Ports, act: &Act) -> Result<String, Failure> {
    let (backend, how) = (&ports.backend, Writing::default());
    Ok(match act {
        Act::CreateApp { name } => format!("“{}” is created", backend.create_application(name).await?.name),
        Act::RenameApp { app, name } => {
            backend.rename_application(&app.token, name, how).await?;
            format!("“{}” is “{name}” now", app.name)
        }
        Act::RotateToken { app, grace_s } => {
            let rotated = backend.rotate_token(&app.token, Duration::from_secs(*grace_s)).await?;
            format!("the new token is {}; the old one works until {}", rotated.token, rotated.old_token_until)
        }
        Act::DeleteApp { app } => {
            backend.delete_application(&app.token).await?;
            format!("“{}” is being deleted", app.name)
        }
        Act::CreateChat { app, title } => {
            let title = Some(title.as_str()).filter(|title| !title.is_empty());
            format!("chat {} is created", backend.create_chat(&app.token, title, how).await?.chat_number)
        }
        Act::RenameChat { app, chat, title } => {
            backend.rename_chat(of(app, *chat), title, how).await?;
            format!("chat {chat} is “{title}” now")
        }
        Act::Post { app, chat, content } => {
            let message = CreateMessage { content: content.into(), sender: None, sent_at: None };
            let created = backend.post(of(app, *chat), &message, how).await?;
            format!("message {chat}/{} is accepted", created.message_number)
        }
        Act::Edit { app, chat, number, content } => {
            backend.edit(of(app, *chat), *number, content, how).await?;
            format!("message {chat}/{number} is changed")
        }
        Act::DeleteMessage { app, chat, number } => {
            backend.delete(of(app, *chat), *number, how).await?;
            format!("message {chat}/{number} is deleted")
        }
        _ => String::new(),
    })
}

/// What operators alone do.
async fn operate(ports: &Ports, act: &Act) -> Result<String, Failure> {
    let operator = &ports.operator;
    Ok(match act {
        Act::Pause { station } => stands(&operator.pause(*station).await?),
        Act::Resume { station } => stands(&operator.resume(*station).await?),
        Act::Claim { queue, idle_ms } => {
            let asked = operator.claim(*queue, ClaimParams { idle_ms: *idle_ms }).await?;
            format!("workers take over {} entries with their next reads", asked.idle_entries)
        }
        Act::Retry { id } => return retry(ports, *id).await,
        Act::Drop { id } => {
            operator.drop_dead_letter(*id).await?;
            format!("dead letter {id} is dropped")
        }
        Act::EditLetter { id, text } => {
            operator.edit_dead_letter(*id, &text.changed(text.words().to_owned())).await?;
            format!("dead letter {id} says it: R retries it")
        }
        Act::RetryMany { query, .. } => {
            let params = RetryDeadLettersParams { query: query.clone(), ..RetryDeadLettersParams::default() };
            return start(ports, &StartOperation::retry_dead_letters(&params)).await;
        }
        Act::DropMany { query, .. } => {
            let params = RetryDeadLettersParams { query: query.clone(), ..RetryDeadLettersParams::default() };
            return start(ports, &StartOperation::drop_dead_letters(&params)).await;
        }
        Act::Apply { step } => return apply(ports, step).await,
        Act::Reindex { app, swap } => {
            let app = app.as_ref().map(|app| app.token.clone());
            let params = ReindexParams { app, swap: *swap, ..ReindexParams::default() };
            return start(ports, &StartOperation::reindex(&params)).await;
        }
        Act::Verify { app, chat } => {
            let app = app.as_ref().map(|app| app.token.clone());
            let params = VerifyParams { app, chat_number: *chat, ..VerifyParams::default() };
            return start(ports, &StartOperation::verify(&params)).await;
        }
        Act::VerifyIndex => {
            let params = VerifyParams { index_samples: Some(INDEX_SAMPLES), ..VerifyParams::default() };
            return start(ports, &StartOperation::verify(&params)).await;
        }
        Act::Swap { .. } => answers(&operator.swap_search().await?),
        Act::Rollback { .. } => answers(&operator.rollback_search().await?),
        Act::Prune { generation } => {
            operator.prune_search().await?;
            format!("generation {generation} is dropped")
        }
        Act::Cancel { id } => {
            operator.cancel_operation(*id).await?;
            format!("job {id} is cancelled")
        }
        Act::PauseJob { id } => {
            operator.pause_operation(*id).await?;
            format!("job {id} is held where it is")
        }
        Act::ResumeJob { id } => {
            operator.resume_operation(*id).await?;
            format!("job {id} goes on")
        }
        Act::Throttle { id, rate } => {
            operator.throttle_operation(*id, *rate).await?;
            format!("job {id} has its new rate")
        }
        _ => String::new(),
    })
}

fn of(app: &App, chat: ChatNumber) -> ChatOf<'_> {
    ChatOf { token: &app.token, chat }
}

fn stands(status: &StationStatus) -> String {
    format!("{} is {}", status.station.name(), status.state.name())
}

fn answers(status: &SearchStatus) -> String {
    format!("generation {} answers", status.generation)
}

async fn retry(ports: &Ports, id: i64) -> Result<String, Failure> {
    let retried = ports.operator.retry_dead_letter(id).await?;
    match retried.failure {
        None if retried.resolved => Ok(format!("dead letter {id} is persisted")),
        why => Err(Failure::new(Kind::Failed, format!("persist dead letter {id}"))
            .because(why.unwrap_or_else(|| "it failed again".to_owned()))),
    }
}

/// A row whose facts are others by now does nothing, and fails.
async fn apply(ports: &Ports, step: &CounterStep) -> Result<String, Failure> {
    let asked = ApplyCounters { steps: vec![step.clone()], dry_run: false };
    let stepped = ports.operator.apply_counters(&asked).await?.items.pop();
    match stepped {
        Some(done) if done.outcome == StepOutcome::Done => Ok(format!("counter {}: {}", done.key, done.why)),
        Some(other) => Err(Failure::new(Kind::Conflict, format!("reconcile counter {}", step.key)).because(other.why)),
        None => {
            Err(Failure::new(Kind::Failed, format!("reconcile counter {}", step.key)).because("nothing came of it"))
        }
    }
}

async fn start(ports: &Ports, what: &StartOperation) -> Result<String, Failure> {
    let job = ports.operator.start_operation(what).await?;
    Ok(format!("job {} ({}) has begun: 7 shows it", job.id, job.kind))
}
