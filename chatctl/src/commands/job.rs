//! `chatctl job`: operations, that is long work that runs in chatd and outlives this program. Ctrl-C detaches from one
//! and says how to come back.

use std::time::Duration;

use chat_shared::api::types::admin::{Operation, OperationsQuery, StartOperation};
use chat_shared::store::OperationState;
use clap::{Args, Subcommand};
use tokio::time::{Instant, sleep};

use super::listing;
use crate::backend::{Ask, Batch, Operator};
use crate::output::confirm::Danger;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::progress::Progress;
use crate::output::record::{Column, Kind as Holds, Record, Value};
use crate::output::schema::any_object;
use crate::runtime::{ComeBack, block_on, block_on_or};
use crate::session::Session;

/// How long to wait before asking again how far a job is.
const EVERY: Duration = Duration::from_millis(250);

/// `chatctl job`
#[derive(Debug, Subcommand)]
pub enum JobCommand {
    /// List jobs, newest first
    #[command(visible_alias = "list")]
    Ls(listing::CursorArg),
    /// Show a job
    Get {
        /// Its id
        id: i64,
    },
    /// Follow a job to its end
    Watch {
        /// Its id
        id: i64,
    },
    /// Wait for a job's end without showing how far it is: 0 where it is done, 1 where it failed or was cancelled, 8 where
    /// it did not end in time
    Wait {
        /// Its id
        id: i64,
        /// Wait at most so long, such as `30s` or `10m`; without it, as long as it takes
        #[arg(long, value_name = "DURATION", value_parser = crate::cli::duration)]
        within: Option<Duration>,
    },
    /// Hold a job where it is, also over chatd's restarts
    Pause {
        /// Its id
        id: i64,
    },
    /// Let a paused job go on from where it was
    Resume {
        /// Its id
        id: i64,
    },
    /// Give a job another rate
    Throttle {
        /// Its id
        id: i64,
        /// At most so many a second; 0 for no bound
        #[arg(long, value_name = "N")]
        rate: u32,
    },
    /// End a job; what it has done so far stays
    Cancel {
        /// Its id
        id: i64,
    },
}

/// The flag of commands that start a job.
#[derive(Debug, Args)]
pub struct FollowArgs {
    /// Do not wait for the job's end: print its id and leave it to chatd
    #[arg(long)]
    pub detach: bool,
}

impl Record for Operation {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("id", Holds::Number, |job: &Self| job.id.into()),
            Column::new("kind", Holds::Word, |job| (&job.kind).into()),
            Column::new("state", Holds::State, |job| Value::word(&job.state)),
            Column::new("step", Holds::Word, |job: &Self| job.step.clone().into()).or_null(),
            Column::new("done", Holds::Number, |job| job.done.into()),
            Column::new("total", Holds::Number, |job: &Self| job.total.into()).or_null(),
            Column::new("created_at", Holds::Time, |job| job.created_at.into()),
            Column::new("updated_at", Holds::Time, |job: &Self| job.updated_at.into()).wide(),
            Column::new("finished_at", Holds::Time, |job: &Self| job.finished_at.into()).or_null().wide(),
            Column::new("rate", Holds::Number, |job: &Self| job.rate.into()).or_null().wide(),
            Column::new("error", Holds::Text, |job: &Self| job.error.clone().into()).or_null(),
            Column::new("params", Holds::Text, |job: &Self| job.params.clone().into())
                .or_null()
                .inside(any_object)
                .asked(),
            Column::new("result", Holds::Text, |job: &Self| job.result.clone().into())
                .or_null()
                .inside(any_object)
                .asked(),
        ]
    }

    fn name(&self) -> String {
        self.id.to_string()
    }
}

/// Runs it.
pub fn run(command: JobCommand, session: &mut Session) -> Outcome {
    let reach = session.backend()?;
    let operator: &dyn Operator = &*reach;
    match command {
        JobCommand::Ls(cursor) => block_on("list the jobs", async {
            let first = Ask { cursor: cursor.cursor, ..Ask::default() };
            listing::print(session, "job.list", first, |ask| async move {
                let after = ask.cursor.as_deref().map(parse_cursor).transpose()?;
                let page = operator.operations(&OperationsQuery { after, limit: Some(ask.limit) }).await?;
                Ok(Batch { items: page.items, next: page.next, degraded: false })
            })
            .await
        }),
        JobCommand::Get { id } => block_on("show the job", async {
            session.printer.item("job.get", &operator.operation(id).await?)?;
            Ok(Done::All)
        }),
        JobCommand::Watch { id } => {
            let back = ComeBack::default();
            block_on_or("follow the job", &back, async {
                let ended = watch(operator, session, operator.operation(id).await?, &back).await?;
                report(session, "job.watch", &ended)
            })
        }
        JobCommand::Wait { id, within } => {
            let back = ComeBack::default();
            block_on_or("wait for the job", &back, wait(operator, session, id, within, &back))
        }
        JobCommand::Pause { id } => block_on("pause the job", control(operator, session, id, Control::Pause)),
        JobCommand::Resume { id } => block_on("resume the job", control(operator, session, id, Control::Resume)),
        JobCommand::Throttle { id, rate } => {
            block_on("throttle the job", control(operator, session, id, Control::Throttle(rate)))
        }
        JobCommand::Cancel { id } => block_on("cancel the job", async {
            let job = operator.operation(id).await?;
            if session.global.dry_run {
                session.printer.item("job.cancel", &job)?;
                return Ok(Done::All);
            }
            session.confirm(Danger::Moderate, &format!("cancel job {id} ({})", job.kind)).await?;
            session.printer.item("job.cancel", &operator.cancel_operation(id).await?)?;
            Ok(Done::All)
        }),
    }
}

/// What is asked of a job that goes on.
#[derive(Clone, Copy)]
enum Control {
    Pause,
    Resume,
    Throttle(u32),
}

/// Mild: each of them can be taken back by another. One that has ended is left alone.
async fn control(operator: &dyn Operator, session: &mut Session, id: i64, control: Control) -> Outcome {
    let (command, job) = match (control, session.global.dry_run) {
        (control, true) => (control.command(), operator.operation(id).await?),
        (Control::Pause, false) => (control.command(), operator.pause_operation(id).await?),
        (Control::Resume, false) => (control.command(), operator.resume_operation(id).await?),
        (Control::Throttle(rate), false) => (control.command(), operator.throttle_operation(id, rate).await?),
    };
    if job.state.is_final() {
        session.printer.warn(format!("job {id} has ended"));
    }
    session.printer.item(command, &job)?;
    Ok(Done::All)
}

impl Control {
    fn command(self) -> &'static str {
        match self {
            Self::Pause => "job.pause",
            Self::Resume => "job.resume",
            Self::Throttle(_) => "job.throttle",
        }
    }
}

async fn wait(
    operator: &dyn Operator,
    session: &mut Session,
    id: i64,
    within: Option<Duration>,
    back: &ComeBack,
) -> Outcome {
    back.by(format!("job {id} goes on: chatctl job wait {id}"));
    // The first answer tells whether there is such a job, and a chatd, at all.
    let mut job = operator.operation(id).await?;
    let begun = Instant::now();
    while !job.state.is_final() {
        if within.is_some_and(|within| begun.elapsed() >= within) {
            let paused = job.state == OperationState::Paused;
            return Err(Failure::new(Kind::Timeout, format!("see the end of job {id}"))
                .because(if paused { "it is paused" } else { "it goes on" })
                .hint(format!("job {id} goes on: chatctl job wait {id}")));
        }
        sleep(EVERY).await;
        match operator.operation(id).await {
            Ok(now) => job = now,
            // chatd may be restarted while its job goes on.
            Err(failure) if failure.is_retryable() => {}
            Err(failure) => return Err(failure),
        }
    }
    report(session, "job.wait", &job)
}

/// Starts a job and follows it to its end, unless it is to be left alone: then it is as it began.
pub async fn start(
    operator: &dyn Operator,
    session: &Session,
    what: &StartOperation,
    follow: &FollowArgs,
    back: &ComeBack,
) -> Result<Operation, Failure> {
    let job = operator.start_operation(what).await?;
    if follow.detach { Ok(job) } else { watch(operator, session, job, back).await }
}

/// Follows a job to its end.
pub async fn watch(
    operator: &dyn Operator,
    session: &Session,
    mut job: Operation,
    back: &ComeBack,
) -> Result<Operation, Failure> {
    back.by(format!("job {} goes on: chatctl job watch {}", job.id, job.id));
    let progress = session.progress("job", "steps", job.total);
    let mut step = None;
    loop {
        show(&progress, &job, &mut step);
        if job.state.is_final() {
            progress.finish();
            return Ok(job);
        }
        sleep(EVERY).await;
        match operator.operation(job.id).await {
            Ok(now) => job = now,
            // chatd may be restarted while its job goes on.
            Err(failure) if failure.is_retryable() => {}
            Err(failure) => return Err(failure),
        }
    }
}

fn show(progress: &Progress, job: &Operation, step: &mut Option<String>) {
    if let Some(total) = job.total {
        progress.estimate(total);
    }
    if job.step != *step {
        step.clone_from(&job.step);
        progress.phase(job.step.as_deref().unwrap_or_default());
    }
    progress.set(job.done);
}

/// Prints a job as the result of `command`, and says how it went where it has ended.
pub fn report(session: &mut Session, command: &str, job: &Operation) -> Outcome {
    session.printer.item(command, job)?;
    outcome(job)
}

/// How a job went; one that goes on goes well.
pub fn outcome(job: &Operation) -> Outcome {
    let failed = |why: &str| Failure::new(Kind::Failed, format!("finish job {} ({})", job.id, job.kind)).because(why);
    match job.state {
        OperationState::Failed => Err(failed(job.error.as_deref().unwrap_or("it failed")).code("job_failed")),
        OperationState::Cancelled => Err(failed("it was cancelled").code("job_cancelled")),
        OperationState::Done | OperationState::Queued | OperationState::Running | OperationState::Paused => {
            Ok(Done::All)
        }
    }
}

fn parse_cursor(cursor: &str) -> Result<i64, Failure> {
    cursor.parse().map_err(|_| Failure::usage("go on with the list", format!("`{cursor}` is no cursor of this list")))
}
