//! `chatctl queue pause`, `resume` and `claim`: what operators ask of all processes, and waiting until it is so.

use std::time::Duration;

use chat_shared::api::types::admin::{ClaimAsked, ClaimParams, StationState, StationStatus};
use chat_shared::queue::Group;
use chat_shared::store::Station;
use clap::{Args, ValueEnum};
use tokio::time::{Instant, sleep};

use crate::backend::Operator;
use crate::cli::duration;
use crate::output::confirm::Danger;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::record::{Column, Kind as Holds, Record};
use crate::session::Session;

/// How long to wait before asking again whether the queue is drained.
const EVERY: Duration = Duration::from_millis(250);

/// What can be paused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StationName {
    /// Creations and changes: they answer 503 in every process, and reads go on.
    Accept,
    /// Reading the queue into the database.
    Persist,
    /// Reading the queue into the search index.
    Index,
}

impl StationName {
    fn station(self) -> Station {
        match self {
            Self::Accept => Station::Accept,
            Self::Persist => Station::Persist,
            Self::Index => Station::Index,
        }
    }
}

/// `chatctl queue pause`
#[derive(Debug, Args)]
pub struct PauseArgs {
    /// What to pause
    #[arg(value_enum)]
    what: StationName,
    /// With `accept`: return only once everything accepted is done and the queue is recorded as drained, at most after so
    /// long
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    wait: Option<Duration>,
}

impl PauseArgs {
    /// Whether whoever writes is told to come back later.
    pub fn stops_accepting(&self) -> bool {
        self.what == StationName::Accept
    }
}

/// A station after it was paused or resumed.
pub struct Turned {
    status: StationStatus,
    dry_run: bool,
}

impl Record for Turned {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("station", Holds::Word, |one: &Self| one.status.station.name().into()),
            Column::new("state", Holds::State, |one| one.status.state.name().into()),
            Column::new("since", Holds::Time, |one: &Self| one.status.since.into()).or_null(),
            Column::new("who", Holds::Word, |one: &Self| one.status.who.clone().into()).or_null(),
            Column::new("dry_run", Holds::Flag, |one: &Self| one.dry_run.into()).wide(),
        ]
    }

    fn name(&self) -> String {
        self.status.station.name().to_owned()
    }
}

impl Record for ClaimAsked {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("queue", Holds::Word, |one: &Self| one.queue.name().into()),
            Column::new("idle_ms", Holds::Millis, |one| one.idle_ms.into()),
            Column::new("idle_entries", Holds::Number, |one| one.idle_entries.into()),
        ]
    }

    fn name(&self) -> String {
        self.queue.name().to_owned()
    }
}

/// Pauses something, and waits until the queue is drained where that is wanted.
pub async fn pause(operator: &dyn Operator, session: &mut Session, args: &PauseArgs) -> Outcome {
    let station = args.what.station();
    if args.wait.is_some() && station != Station::Accept {
        return Err(Failure::usage("pause it", "--wait is for `accept`, which drains the queues")
            .hint("`chatctl queue wait` waits for a queue"));
    }
    if session.global.dry_run {
        return would(operator, session, "queue.pause", station, |state| match (station, state) {
            (Station::Accept, StationState::Running) => StationState::Draining,
            (_, StationState::Running) => StationState::Paused,
            (_, stopped) => stopped,
        })
        .await;
    }
    if station == Station::Accept {
        session.confirm(Danger::Moderate, "stop accepting creations and changes in every process").await?;
    }
    let mut status = operator.pause(station).await?;
    if let Some(wait) = args.wait {
        status = drained(operator, status, wait).await?;
    }
    session.printer.item("queue.pause", &Turned { status, dry_run: false })?;
    Ok(Done::All)
}

/// Takes a pause back.
pub async fn resume(operator: &dyn Operator, session: &mut Session, what: StationName) -> Outcome {
    let station = what.station();
    if session.global.dry_run {
        return would(operator, session, "queue.resume", station, |_| StationState::Running).await;
    }
    let status = operator.resume(station).await?;
    session.printer.item("queue.resume", &Turned { status, dry_run: false })?;
    Ok(Done::All)
}

/// Asks workers to take over what is idle.
pub async fn claim(operator: &dyn Operator, session: &mut Session, queue: Group, idle_ms: u64) -> Outcome {
    let params = ClaimParams { idle_ms };
    if session.global.dry_run {
        let query =
            chat_shared::api::types::admin::PendingQuery { idle_ms: Some(idle_ms), limit: Some(super::MOST_ROWS) };
        let idle_entries = operator.pending(queue, &query).await?.items.len() as u64;
        session.printer.item("queue.claim", &ClaimAsked { queue, idle_ms, idle_entries })?;
        return Ok(Done::All);
    }
    session.printer.item("queue.claim", &operator.claim(queue, params).await?)?;
    Ok(Done::All)
}

/// Reports a station as it would be.
async fn would(
    operator: &dyn Operator,
    session: &mut Session,
    command: &str,
    station: Station,
    then: impl Fn(StationState) -> StationState,
) -> Outcome {
    let mut status = find(operator, station).await?;
    status.state = then(status.state);
    session.printer.item(command, &Turned { status, dry_run: true })?;
    Ok(Done::All)
}

async fn find(operator: &dyn Operator, station: Station) -> Result<StationStatus, Failure> {
    let stations = operator.queues().await?.stations;
    let found = stations.into_iter().find(|status| status.station == station);
    found.ok_or_else(|| {
        Failure::new(Kind::Failed, format!("look at {}", station.name()))
            .because("the store, which knows what is paused, does not tell")
    })
}

/// Waits until the queue is recorded as drained.
async fn drained(operator: &dyn Operator, begun: StationStatus, wait: Duration) -> Result<StationStatus, Failure> {
    let deadline = Instant::now() + wait;
    let mut status = begun;
    loop {
        match status.state {
            StationState::Drained => return Ok(status),
            StationState::Running => {
                return Err(Failure::new(Kind::Conflict, "see the queue drained").because("somebody resumed accepting"));
            }
            StationState::Draining | StationState::Paused | StationState::Unknown => {}
        }
        if Instant::now() >= deadline {
            return Err(Failure::new(Kind::Timeout, format!("see the queue drained within {} s", wait.as_secs()))
                .because("nothing is accepted, and something that was is still to be persisted or indexed")
                .hint("`chatctl queue ls` shows what; `chatctl queue resume accept` takes the pause back"));
        }
        sleep(EVERY).await;
        status = find(operator, status.station).await?;
    }
}
