//! `chatctl index`: the search index, and building it anew.

use chat_shared::api::types::admin::{ReindexParams, SearchStatus, StartOperation};
use clap::{Args, Subcommand};

use super::job::{self, FollowArgs};
use super::named::id_or_token;
use super::verify;
use crate::backend::{Operator, Reach};
use crate::output::confirm::Danger;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
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
    /// Prove that the index shows what the database has: counts, and messages looked up by their own text
    Verify(VerifyIndexArgs),
    /// Make an index that was built with --no-swap the one that answers; the old one is kept for a rollback
    Swap,
    /// Go back to the index that answered before; it has been written to ever since
    Rollback,
    /// Drop the index that answered before: there is no way back then, and its disk and work are free
    Prune,
}

/// `chatctl index reindex`
#[derive(Debug, Args)]
pub struct ReindexArgs {
    /// At most so many messages a second
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    rate: Option<u32>,
    /// Look so many messages up in the new index before it is swapped in, or such a share of them: `200`, `1%`
    #[arg(long, value_name = "N|P%", default_value = "200", value_parser = samples)]
    verify: Samples,
    /// Leave it beside the old one; the next reindexing goes on with it
    #[arg(long)]
    no_swap: bool,
    /// Only write this application's messages once more into the index that answers, which fills what it lacks: its id, its
    /// token, or its name where only one has it
    #[arg(long, conflicts_with_all = ["no_swap", "verify"])]
    app: Option<String>,
    #[command(flatten)]
    follow: FollowArgs,
}

/// `chatctl index verify`
#[derive(Debug, Args)]
pub struct VerifyIndexArgs {
    /// Look so many messages up, spread over all
    #[arg(long, value_name = "N", default_value_t = 200)]
    sample: u32,
    /// At most so many messages a second
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    rate: Option<u32>,
}

/// How many messages are looked up.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Samples {
    Number(u32),
    /// Of a hundred.
    Share(f64),
}

/// Samples that are kept at most: each mark of the job carries them.
const MOST_SAMPLES: u32 = 10_000;

impl Samples {
    fn of(self, documents: u64) -> u32 {
        match self {
            Self::Number(number) => number,
            #[expect(clippy::cast_precision_loss, reason = "a share is about so many")]
            #[expect(clippy::cast_possible_truncation, reason = "it is cut to the most samples before")]
            #[expect(clippy::cast_sign_loss, reason = "a share of a hundred is not negative")]
            Self::Share(share) => (documents as f64 * share / 100.0).ceil().min(f64::from(MOST_SAMPLES)) as u32,
        }
    }
}

fn samples(text: &str) -> Result<Samples, String> {
    let wrong = || format!("write a number up to {MOST_SAMPLES} such as `200`, or a share such as `1%`");
    if let Some(share) = text.strip_suffix('%') {
        let share = share.parse().ok().filter(|share| (0.0..=100.0).contains(share));
        return share.map(Samples::Share).ok_or_else(wrong);
    }
    let number = text.parse().ok().filter(|number| *number <= MOST_SAMPLES);
    number.map(Samples::Number).ok_or_else(wrong)
}

impl Record for SearchStatus {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("engine", Holds::Word, |index: &Self| (&index.engine).into()),
            Column::new("generation", Holds::Number, |index| index.generation.into()),
            Column::new("building", Holds::Number, |index: &Self| index.building.into()).or_null(),
            Column::new("previous", Holds::Number, |index: &Self| index.previous.into()).or_null(),
            Column::new("documents", Holds::Number, |index| index.documents.into()),
            Column::new("size_bytes", Holds::Bytes, |index| index.size_bytes.into()),
            Column::new("needs_filling", Holds::Flag, |index| index.needs_filling.into()),
            Column::new("backlog_ranges", Holds::Number, |index| index.backlog.ranges.into()),
            Column::new("backlog_messages", Holds::Number, |index| index.backlog.messages.into()),
            Column::new("backlog_more", Holds::Flag, |index| index.backlog.more.into()),
            Column::new("job_id", Holds::Number, |index: &Self| index.operation_id.into()).or_null(),
        ]
    }

    fn name(&self) -> String {
        self.generation.to_string()
    }
}

/// Runs it.
pub fn run(command: IndexCommand, session: &mut Session) -> Outcome {
    let reach = session.backend()?;
    let operator: &dyn Operator = &*reach;
    match command {
        IndexCommand::Status => block_on("look at the search index", async {
            session.printer.item("index.status", &operator.search_status().await?)?;
            Ok(Done::All)
        }),
        IndexCommand::Swap => block_on("swap the new index in", act(operator, session, Act::Swap)),
        IndexCommand::Rollback => block_on("go back to the old index", act(operator, session, Act::Rollback)),
        IndexCommand::Prune => block_on("drop the old index", act(operator, session, Act::Prune)),
        IndexCommand::Verify(args) => {
            let back = ComeBack::default();
            block_on_or("verify", &back, verify::index(operator, session, args.sample, args.rate, &back))
        }
        IndexCommand::Reindex(args) => {
            let back = ComeBack::default();
            block_on_or("reindex", &back, reindex(&*reach, session, args, &back))
        }
    }
}

/// What is done with the generation beside the one that answers.
#[derive(Clone, Copy)]
enum Act {
    Swap,
    Rollback,
    Prune,
}

/// Going either way can be taken back by going the other; dropping cannot.
async fn act(operator: &dyn Operator, session: &mut Session, act: Act) -> Outcome {
    let status = operator.search_status().await?;
    let (command, doing, generation) = match act {
        Act::Swap => ("index.swap", "swap the new index in", status.building),
        Act::Rollback => ("index.rollback", "go back to the old index", status.previous),
        Act::Prune => ("index.prune", "drop the old index", status.previous),
    };
    let Some(generation) = generation else {
        let (why, hint) = match act {
            Act::Swap => ("none was built", "build one: chatctl index reindex --no-swap"),
            Act::Rollback | Act::Prune => ("none is kept", "a reindexing keeps the index that it replaces"),
        };
        return Err(Failure::new(Kind::NotFound, doing).because(why).hint(hint));
    };
    if session.global.dry_run {
        session.printer.warn(format!("generation {generation} would be {}", act.participle()));
        session.printer.item(command, &status)?;
        return Ok(Done::All);
    }
    session.confirm(Danger::Moderate, &format!("{doing} (generation {generation})")).await?;
    let now = match act {
        Act::Swap => operator.swap_search().await?,
        Act::Rollback => operator.rollback_search().await?,
        Act::Prune => operator.prune_search().await?,
    };
    session.printer.item(command, &now)?;
    Ok(Done::All)
}

impl Act {
    fn participle(self) -> &'static str {
        match self {
            Self::Swap => "swapped in",
            Self::Rollback => "gone back to",
            Self::Prune => "dropped",
        }
    }
}

async fn reindex(reach: &dyn Reach, session: &mut Session, args: ReindexArgs, back: &ComeBack) -> Outcome {
    let operator: &dyn Operator = reach;
    let app = id_or_token(reach, args.app.as_deref()).await?;
    let status = operator.search_status().await?;
    if session.global.dry_run {
        session.printer.warn(format!("{} documents would be built anew beside the old ones", status.documents));
        session.printer.item("index.reindex", &status)?;
        return Ok(Done::All);
    }
    let params = ReindexParams {
        rate: args.rate,
        verify_samples: args.verify.of(status.documents),
        swap: !args.no_swap,
        app,
        application_id: None,
    };
    let job = job::start(operator, session, &StartOperation::reindex(&params), &args.follow, back).await?;
    job::report(session, "index.reindex", &job)
}
