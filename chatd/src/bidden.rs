//! What operators have asked of this process among all: read from the store every half second, and heeded by workers,
//! readiness and the numbering. Knows nothing of how it is asked.

use std::sync::Arc;
use std::time::Duration;

use chat_shared::clock::Timestamp;
use chat_shared::fault::Outcome;
use chat_shared::numbering::Numbering;
use chat_shared::queue::Group;
use chat_shared::store::{Bidding, Directive, Station, Store, pause_of};
use tokio::sync::watch;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// How often it is looked: with a worker's wait for entries it makes the second within which a pause is obeyed.
const EVERY: Duration = Duration::from_millis(500);

/// After so many looks it is looked whether another process has confirmed the queue, that is every second (N-TAKEOVER-MET).
const LOOKS: u32 = 2;

/// What is asked of this process; clones are one.
#[derive(Debug, Clone)]
pub struct Bidden(Arc<watch::Sender<Vec<Directive>>>);

impl Bidden {
    /// With what is asked already.
    #[must_use]
    pub fn new(directives: Vec<Directive>) -> Self {
        Self(Arc::new(watch::Sender::new(directives)))
    }

    /// Takes over what the store says.
    pub fn tell(&self, directives: Vec<Directive>) {
        self.0.send_if_modified(|known| {
            let news = *known != directives;
            *known = directives;
            news
        });
    }

    /// Whether an operator has stopped the station.
    #[must_use]
    pub fn is_paused(&self, station: Station) -> bool {
        pause_of(&self.0.borrow(), station).is_some()
    }

    /// The last claim that was asked for: when, and of what.
    #[must_use]
    pub fn claim(&self, group: Group) -> Option<(Timestamp, Duration)> {
        self.0.borrow().iter().find_map(|directive| match directive.bidding {
            Bidding::Claim { idle } if directive.station == Station::from(group) => Some((directive.at, idle)),
            _ => None,
        })
    }

    /// Waits until the station is not stopped, or `stop`.
    pub async fn until_resumed(&self, station: Station, stop: &CancellationToken) {
        let mut asked = self.0.subscribe();
        // Neither error can be: the sender is `self`.
        let resumed = asked.wait_for(|directives| pause_of(directives, station).is_none());
        let _ = stop.run_until_cancelled(resumed).await;
    }
}

/// Looks for what is asked, and sees to what the numbering has to do about it.
pub struct Lookout {
    /// Where it is asked.
    pub store: Arc<dyn Store>,
    /// What accepts.
    pub numbering: Arc<Numbering>,
    /// Whom it is told.
    pub bidden: Bidden,
    /// Whether other processes reach the queue, whose confirmations are to be taken over.
    pub shared: bool,
}

impl Lookout {
    /// Works until `stop`.
    pub async fn run(self, stop: CancellationToken) {
        let mut looks = 0_u32;
        while stop.run_until_cancelled(sleep(EVERY)).await.is_some() {
            looks = looks.wrapping_add(1);
            if let Err(cause) = self.look(looks).await {
                tracing::debug!(error = &cause as &dyn std::error::Error, "what operators have asked is not known");
            }
        }
    }

    async fn look(&self, looks: u32) -> Outcome<()> {
        let was_paused = self.bidden.is_paused(Station::Accept);
        self.bidden.tell(self.store.directives().await?);
        let is_paused = self.bidden.is_paused(Station::Accept);
        self.numbering.heed(is_paused);
        if is_paused {
            self.numbering.keep_paused().await?;
        } else if was_paused {
            self.numbering.learn_pause().await?;
        }
        if self.shared && looks.is_multiple_of(LOOKS) {
            self.numbering.look_around().await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directive(station: Station, bidding: Bidding) -> Directive {
        Directive { station, bidding, at: Timestamp::from_millis(7), who: "ann".into() }
    }

    #[tokio::test]
    async fn a_station_is_waited_for_until_its_own_pause_is_taken_back() {
        let bidden = Bidden::new(vec![directive(Station::Index, Bidding::Pause)]);
        assert!(bidden.is_paused(Station::Index) && !bidden.is_paused(Station::Persist));
        let stop = CancellationToken::new();
        bidden.until_resumed(Station::Persist, &stop).await;
        let waiting = tokio::spawn({
            let bidden = bidden.clone();
            async move { bidden.until_resumed(Station::Index, &CancellationToken::new()).await }
        });
        bidden.tell(vec![directive(Station::Persist, Bidding::Pause)]);
        waiting.await.expect("is resumed");
        stop.cancel();
        bidden.until_resumed(Station::Persist, &stop).await;
    }

    #[test]
    fn a_claim_is_one_queues_own() {
        let idle = Duration::from_secs(9);
        let bidden = Bidden::new(vec![directive(Station::Persist, Bidding::Claim { idle })]);
        assert_eq!(bidden.claim(Group::Persist), Some((Timestamp::from_millis(7), idle)));
        assert_eq!(bidden.claim(Group::Index), None);
    }
}
