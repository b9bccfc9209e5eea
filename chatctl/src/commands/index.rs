//! `chatctl index`: the search index, and building it anew.

use chat_shared::api::types::admin::{ReindexParams, SearchStatus, StartOperation};
use clap::{Args, Subcommand};

use super::job::{self, FollowArgs};
use crate::backend::Operator;
use crate::output::exit::{Done, Outcome};
use crate::output::record::{Column, Kind as Holds, Record};
use crate::runtime::{ComeBack, block_on, block_on_or};
use crate::session::Session;

/// `chatctl index`
#[derive(Debug, Subcommand)]
pub enum IndexCommand {
    /// Show the state of the search index
    Status,
    /// Build the index anew from the database, beside the old one, and swap it in
    Reindex(ReindexArgs),
}

/// `chatctl index reindex`
#[derive(Debug, Args)]
pub struct ReindexArgs {
    /// At most so many messages a second
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    rate: Option<u32>,
    /// Look so many messages up in the new index before it is swapped in
    #[arg(long, value_name = "N", default_value_t = ReindexParams::default().verify_samples)]
    verify: u32,
    /// Leave it beside the old one; the next reindexing goes on with it
    #[arg(long)]
    no_swap: bool,
    #[command(flatten)]
    follow: FollowArgs,
}

impl Record for SearchStatus {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("engine", Holds::Word, |index: &Self| (&index.engine).into()),
            Column::new("generation", Holds::Number, |index| index.generation.into()),
            Column::new("building", Holds::Number, |index| index.building.into()),
            Column::new("documents", Holds::Number, |index| index.documents.into()),
            Column::new("size_bytes", Holds::Bytes, |index| index.size_bytes.into()),
            Column::new("needs_filling", Holds::Word, |index| index.needs_filling.into()),
            Column::new("backlog_ranges", Holds::Number, |index| index.backlog.ranges.into()),
            Column::new("backlog_messages", Holds::Number, |index| index.backlog.messages.into()),
            Column::new("backlog_more", Holds::Word, |index| index.backlog.more.into()),
            Column::new("job_id", Holds::Number, |index| index.operation_id.into()),
        ]
    }

    fn name(&self) -> String {
        self.generation.to_string()
    }
}

/// Runs it.
pub fn run(command: IndexCommand, session: &mut Session) -> Outcome {
    let http = session.backend()?;
    let operator: &dyn Operator = &http;
    match command {
        IndexCommand::Status => block_on("look at the search index", async {
            session.printer.item("index.status", &operator.search_status().await?)?;
            Ok(Done::All)
        }),
        IndexCommand::Reindex(args) => {
            let back = ComeBack::default();
            block_on_or("reindex", &back, reindex(operator, session, args, &back))
        }
    }
}

async fn reindex(operator: &dyn Operator, session: &mut Session, args: ReindexArgs, back: &ComeBack) -> Outcome {
    let status = operator.search_status().await?;
    if session.global.dry_run {
        session.printer.warn(format!("{} documents would be built anew beside the old ones", status.documents));
        session.printer.item("index.reindex", &status)?;
        return Ok(Done::All);
    }
    let params = ReindexParams { rate: args.rate, verify_samples: args.verify, swap: !args.no_swap };
    let job = job::start(operator, session, &StartOperation::reindex(&params), &args.follow, back).await?;
    job::report(session, "index.reindex", &job)
}
