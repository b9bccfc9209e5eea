//! `chatctl worker`: the processes of the installation, by their heartbeats.

use chat_shared::api::types::admin::Worker;
use clap::Subcommand;

use crate::backend::Operator;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::record::{Column, Kind as Holds, Record};
use crate::runtime::block_on;
use crate::session::Session;

/// `chatctl worker`
#[derive(Debug, Subcommand)]
pub enum WorkerCommand {
    /// List the processes
    #[command(visible_alias = "list")]
    Ls,
    /// Show a process
    Get {
        /// Its id
        id: String,
    },
}

impl Record for Worker {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("id", Holds::Word, |worker: &Self| (&worker.id).into()),
            Column::new("role", Holds::Word, |worker| (&worker.role).into()),
            Column::new("state", Holds::State, |worker| if worker.alive { "up" } else { "down" }.into()),
            Column::new("heartbeat_age_ms", Holds::Millis, |worker| worker.heartbeat_age_ms.into()),
            Column::new("heartbeat_at", Holds::Time, |worker: &Self| worker.heartbeat_at.into()).asked(),
            Column::new("started_at", Holds::Time, |worker| worker.started_at.into()),
            Column::new("pid", Holds::Number, |worker| worker.pid.into()),
            Column::new("version", Holds::Word, |worker| (&worker.version).into()),
            Column::new("entry_version", Holds::Number, |worker: &Self| worker.entry_version.into()).wide(),
            Column::new("search_generation", Holds::Number, |worker: &Self| worker.search_generation.into()).wide(),
        ]
    }

    fn name(&self) -> String {
        self.id.clone()
    }
}

/// Runs it.
pub fn run(command: WorkerCommand, session: &mut Session) -> Outcome {
    let reach = session.backend()?;
    let operator: &dyn Operator = &*reach;
    block_on("look at the workers", async {
        let workers = operator.workers().await?.items;
        match command {
            WorkerCommand::Ls => {
                let mut list = session.printer.list("worker.list")?;
                for worker in &workers {
                    list.push(worker)?;
                }
                list.finish()?;
            }
            WorkerCommand::Get { id } => {
                let found = workers.iter().find(|worker| worker.id == id).ok_or_else(|| {
                    Failure::new(Kind::NotFound, format!("show the worker `{id}`"))
                        .because("no process of this id was ever seen")
                        .hint("`chatctl worker ls` lists them")
                })?;
                session.printer.item("worker.get", found)?;
            }
        }
        Ok(Done::All)
    })
}
