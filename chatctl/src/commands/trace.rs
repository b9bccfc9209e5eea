//! `chatctl trace`: where one thing is now, and when it passed each step. What is not kept is not made up.

use chat_shared::api::types::admin::{MessageTrace, TraceQuery, TraceStep};
use chat_shared::domain::MessageNumber;
use clap::Subcommand;

use super::named::{ChatArg, id_or_token};
use crate::backend::Reach;
use crate::output::exit::{Done, Outcome};
use crate::output::record::{Column, Kind as Holds, Record, Value};
use crate::runtime::block_on;
use crate::session::Session;

/// `chatctl trace`
#[derive(Debug, Subcommand)]
pub enum TraceCommand {
    /// Follow a message: the log, its workers, the database, the search index, the dead letters
    #[command(visible_alias = "message")]
    Msg {
        #[command(flatten)]
        chat: ChatArg,
        /// The message's number
        #[arg(value_parser = clap::value_parser!(u32).range(1..))]
        number: MessageNumber,
    },
}

/// A step of the way, or where it has led: the last one.
pub struct Step {
    step: Value,
    state: Value,
    what: String,
    /// Nothing of the last one, which is no step.
    about: Option<TraceStep>,
}

impl Step {
    fn of<T: Into<Value>>(&self, value: impl FnOnce(&TraceStep) -> T) -> Value {
        self.about.as_ref().map(value).into()
    }
}

impl Record for Step {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("step", Holds::Word, |step: &Self| step.step.clone()),
            Column::new("state", Holds::State, |step| step.state.clone()),
            Column::new("at", Holds::Time, |step: &Self| step.of(|about| about.at)).or_null(),
            Column::new("entry_id", Holds::Word, |step: &Self| {
                step.of(|about| about.entry_id.map(|id| id.to_string()))
            })
            .or_null(),
            Column::new("consumer", Holds::Word, |step: &Self| step.of(|about| about.consumer.clone())).or_null(),
            Column::new("deliveries", Holds::Number, |step: &Self| step.of(|about| about.deliveries)).wide().or_null(),
            Column::new("what", Holds::Text, |step| (&step.what).into()),
        ]
    }

    fn name(&self) -> String {
        match &self.step {
            Value::Text(name) => name.clone(),
            _ => String::new(),
        }
    }
}

/// Runs it.
pub fn run(command: TraceCommand, session: &mut Session) -> Outcome {
    let reach = session.backend()?;
    let TraceCommand::Msg { chat, number } = command;
    block_on("follow the message", message(&*reach, session, chat, number))
}

async fn message(reach: &dyn Reach, session: &mut Session, chat: ChatArg, number: MessageNumber) -> Outcome {
    let app = id_or_token(reach, Some(&chat.app)).await?.unwrap_or(chat.app);
    let trace = reach.trace(&TraceQuery { app, chat: chat.chat, number }).await?;
    let mut list = session.printer.list("trace.msg")?;
    for step in steps(trace) {
        list.push(&step)?;
    }
    list.finish()?;
    Ok(Done::All)
}

/// The steps, and as the last one where the message is now.
pub fn steps(trace: MessageTrace) -> Vec<Step> {
    let what = format!("{} (partition {})", trace.means, trace.partition);
    let now = Step { step: "now".into(), state: Value::word(&trace.now), what, about: None };
    let step = |about: TraceStep| Step {
        step: Value::word(&about.step),
        state: Value::word(&about.state),
        what: about.what.clone(),
        about: Some(about),
    };
    trace.steps.into_iter().map(step).chain([now]).collect()
}
