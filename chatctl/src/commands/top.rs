//! `chatctl top`: how the installation is and what moves in it, live on a terminal. Where there is none, one sample as a
//! record: the rate is measured between two looks.

use std::time::Duration;

use chat_shared::api::types::admin::{QueueStatus, Status};
use chat_shared::queue::Group;
use clap::Args;
use tokio::time::sleep;

use crate::backend::Operator;
use crate::cli::duration;
use crate::output::Format;
use crate::output::exit::{Done, Outcome};
use crate::output::record::{Column, Kind as Holds, Record, Value};
use crate::output::schema::inside;
use crate::runtime::block_on;
use crate::session::Session;
use crate::tui::{self, History};

/// `chatctl top`
#[derive(Debug, Args)]
pub struct TopArgs {
    /// Print one sample, also on a terminal
    #[arg(long)]
    once: bool,
    /// Look anew so often; of one sample, the time that its rate is measured over
    #[arg(long, value_name = "DURATION", value_parser = duration, default_value = "1s")]
    refresh: Duration,
}

/// The installation at a moment.
pub struct Sample {
    status: Status,
    stored_per_second: u64,
}

impl Sample {
    fn queue<T: Into<Value>>(&self, group: Group, value: impl FnOnce(&QueueStatus) -> T) -> Value {
        self.status.queues.iter().find(|queue| queue.queue == group).map(value).into()
    }
}

impl Record for Sample {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("at", Holds::Time, |sample: &Self| sample.status.at.into()),
            Column::new("stored_per_second", Holds::Number, |sample| sample.stored_per_second.into()),
            Column::new("persist_depth", Holds::Number, |sample: &Self| {
                sample.queue(Group::Persist, |queue| queue.depth)
            })
            .or_null(),
            Column::new("persist_lag", Holds::Number, |sample: &Self| sample.queue(Group::Persist, |queue| queue.lag))
                .or_null(),
            Column::new("persist_oldest_age_ms", Holds::Millis, |sample: &Self| {
                sample.queue(Group::Persist, |queue| queue.oldest_age_ms)
            })
            .or_null(),
            Column::new("index_depth", Holds::Number, |sample: &Self| sample.queue(Group::Index, |queue| queue.depth))
                .or_null(),
            Column::new("index_lag", Holds::Number, |sample: &Self| sample.queue(Group::Index, |queue| queue.lag))
                .or_null(),
            Column::new("index_oldest_age_ms", Holds::Millis, |sample: &Self| {
                sample.queue(Group::Index, |queue| queue.oldest_age_ms)
            })
            .or_null(),
            Column::new("log_fill", Holds::Fraction, |sample: &Self| sample.status.log.map(|log| log.fill).into())
                .or_null(),
            Column::new("dead_letters", Holds::Number, |sample: &Self| sample.status.dead_letters.into()).or_null(),
            Column::new("workers_up", Holds::Number, |sample| {
                (sample.status.workers.iter().filter(|worker| worker.alive).count() as u64).into()
            }),
            Column::new("workers", Holds::Number, |sample| (sample.status.workers.len() as u64).into()),
            Column::new("jobs", Holds::Number, |sample| (sample.status.operations.len() as u64).into()),
            Column::new("messages", Holds::Number, |sample: &Self| {
                sample.status.totals.map(|totals| totals.messages).into()
            })
            .or_null(),
            Column::new("faults", Holds::Text, |sample: &Self| Value::json(&sample.status.faults))
                .inside(inside::<Vec<chat_shared::api::types::admin::PartFault>>),
        ]
    }

    fn name(&self) -> String {
        self.stored_per_second.to_string()
    }
}

/// Runs it.
pub fn run(args: &TopArgs, session: &mut Session) -> Outcome {
    if !args.once && session.global.output == Format::Table && session.screen().is_some() {
        return tui::top(args.refresh, session);
    }
    let reach = session.backend()?;
    block_on("look at the installation", once(&*reach, session, args.refresh))
}

async fn once(operator: &dyn Operator, session: &mut Session, over: Duration) -> Outcome {
    let mut history = History::default();
    history.push(&operator.status().await?);
    sleep(over).await;
    let status = operator.status().await?;
    history.push(&status);
    let stored_per_second = history.stored_a_second().pop().unwrap_or(0);
    session.printer.item("top", &Sample { status, stored_per_second })?;
    Ok(Done::All)
}
