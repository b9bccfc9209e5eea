//! What operators have asked of all processes of the installation: to stop accepting or working on a queue, and to take
//! over what is idle in one. Processes look every half second; nothing here makes them obey.

use std::time::Duration;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::fault::Outcome;
use crate::queue::Group;

/// What an entry passes, in this order, and what can be paused by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Station {
    /// Onto the log, with a number.
    Accept,
    /// Into the store.
    Persist,
    /// Into the search index.
    Index,
}

impl Station {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Accept, Self::Persist, Self::Index];

    /// The name that operators and the store use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Persist => Group::Persist.name(),
            Self::Index => Group::Index.name(),
        }
    }
}

impl From<Group> for Station {
    fn from(group: Group) -> Self {
        match group {
            Group::Persist => Self::Persist,
            Group::Index => Self::Index,
        }
    }
}

/// What is asked of the processes at a station.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bidding {
    /// To do nothing there until that is taken back.
    Pause,
    /// To take over, once, what nobody has given a sign of life for since so long.
    Claim {
        /// How long.
        idle: Duration,
    },
}

/// What an operator has asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    /// Of whom.
    pub station: Station,
    /// What.
    pub bidding: Bidding,
    /// When.
    pub at: Timestamp,
    /// Who, as far as that is known.
    pub who: String,
}

/// The pause of a station among all directives, where there is one.
#[must_use]
pub fn pause_of(directives: &[Directive], station: Station) -> Option<&Directive> {
    directives.iter().find(|directive| directive.station == station && directive.bidding == Bidding::Pause)
}

/// The part of the port about directives.
#[async_trait]
pub trait Directives: Send + Sync {
    /// All that stand.
    async fn directives(&self) -> Outcome<Vec<Directive>>;

    /// Gives one. A pause that stands already is left as it is, with who gave it; a claim replaces an earlier one.
    async fn give_directive(&self, directive: &Directive) -> Outcome<()>;

    /// Takes the pause of a station back; false where there is none.
    async fn end_pause(&self, station: Station) -> Outcome<bool>;
}
