//! Stopping and starting accepting and the queues, and having taken over what is idle. What is asked is recorded in the
//! store; every process obeys it within a second (the processes' part is chatd's).

use std::time::Duration;

use super::{Asked, Installation, MAX_LIMIT, OpsError};
use crate::api::types::admin::{ClaimAsked, ClaimParams, StationState, StationStatus};
use crate::fault::Outcome;
use crate::queue::Group;
use crate::store::{Bidding, Directive, Recorded, Station, pause_of};

/// The least idle time of a claim: what is worked on is delivered again otherwise.
const LEAST_IDLE_MS: u64 = 1_000;

impl Installation {
    /// What operators can stop, and who has.
    pub(super) async fn standing_stations(&self) -> Outcome<Vec<StationStatus>> {
        let (directives, recorded) = (self.store.directives().await?, self.store.recorded().await?);
        Ok(Station::ALL.into_iter().map(|station| status(station, &directives, &recorded)).collect())
    }

    /// Stops a station. One that is stopped already stays as it was stopped.
    pub async fn pause(&self, station: Station, who: &str) -> Asked<StationStatus> {
        let directive = Directive { station, bidding: Bidding::Pause, at: self.clock.now(), who: who.to_owned() };
        self.store.give_directive(&directive).await?;
        self.record(who, "queue.pause", station.name().to_owned(), "paused").await;
        self.station(station).await
    }

    /// Takes the pause of a station back.
    pub async fn resume(&self, station: Station, who: &str) -> Asked<StationStatus> {
        let was_paused = self.store.end_pause(station).await?;
        let result = if was_paused { "resumed" } else { "was not paused" };
        self.record(who, "queue.resume", station.name().to_owned(), result).await;
        self.station(station).await
    }

    /// Asks the workers of a queue to take over, once, what nobody has given a sign of life for.
    pub async fn claim(&self, queue: Group, params: ClaimParams, who: &str) -> Asked<ClaimAsked> {
        let ClaimParams { idle_ms } = params;
        if idle_ms < LEAST_IDLE_MS {
            return Err(OpsError::Invalid { field: "idle_ms", reason: format!("must be at least {LEAST_IDLE_MS}") });
        }
        let idle = Duration::from_millis(idle_ms);
        let held = self.queue.pending(queue, idle, MAX_LIMIT as usize).await?.len() as u64;
        let bidding = Bidding::Claim { idle };
        let directive = Directive { station: queue.into(), bidding, at: self.clock.now(), who: who.to_owned() };
        self.store.give_directive(&directive).await?;
        self.record(who, "queue.claim", queue.name().to_owned(), format!("{held} entries idle for {idle_ms} ms")).await;
        Ok(ClaimAsked { queue, idle_ms, idle_entries: held })
    }

    async fn station(&self, station: Station) -> Asked<StationStatus> {
        let (directives, recorded) = (self.store.directives().await?, self.store.recorded().await?);
        Ok(status(station, &directives, &recorded))
    }
}

fn status(station: Station, directives: &[Directive], recorded: &Recorded) -> StationStatus {
    let pause = pause_of(directives, station);
    let state = match (station, pause) {
        (_, None) => StationState::Running,
        (Station::Accept, Some(_)) if recorded.drained => StationState::Drained,
        (Station::Accept, Some(_)) => StationState::Draining,
        (Station::Persist | Station::Index, Some(_)) => StationState::Paused,
    };
    StationStatus { station, state, since: pause.map(|pause| pause.at), who: pause.map(|pause| pause.who.clone()) }
}

/// The state of a queue among all stations.
pub(super) fn state_of(queue: Group, stations: &[StationStatus]) -> StationState {
    let station = stations.iter().find(|status| status.station == Station::from(queue));
    station.map(|status| status.state).unwrap_or_default()
}
