//! What routes are given: the ports, the numbering service, the limits. Knows no adapter and no configuration file.

use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::FromRef;
use chat_shared::clock::Clock;
use chat_shared::domain::Limits;
use chat_shared::numbering::Numbering;
use chat_shared::ops::Installation;
use chat_shared::queue::Queue;
use chat_shared::search::Search;
use chat_shared::store::{Applications, Store};

use super::admin_key::AdminAccess;
use super::gate::Gate;
use super::tenants::Tenants;
use crate::bidden::Bidden;

/// How requests are bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HttpSettings {
    /// How long a request may take, its body's arrival included.
    pub deadline: Duration,
    /// The most bytes of a request's body.
    pub body_limit: usize,
    /// The most bytes of a batch's body.
    pub batch_body_limit: usize,
}

impl Default for HttpSettings {
    fn default() -> Self {
        Self { deadline: Duration::from_secs(10), body_limit: 512 * 1024, batch_body_limit: 4 * 1024 * 1024 }
    }
}

/// What the HTTP side needs of the rest of the process.
pub struct Needs {
    /// The database.
    pub store: Arc<dyn Store>,
    /// The counters and the log.
    pub queue: Arc<dyn Queue>,
    /// The search index.
    pub search: Arc<dyn Search>,
    /// Creations, changes and existence.
    pub numbering: Arc<Numbering>,
    /// What operators have asked of this process.
    pub bidden: Bidden,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// What clients may send.
    pub limits: Limits,
    /// How requests are bounded.
    pub settings: HttpSettings,
    /// Who may administer.
    pub admin: AdminAccess,
    /// Whether this process wants requests.
    pub gate: Gate,
}

/// The state of the router: one shared allocation, cheap to clone.
#[derive(Clone)]
pub struct AppState(Arc<Shared>);

/// What [`AppState`] shares.
pub struct Shared {
    needs: Needs,
    /// Which application a token is.
    pub tenants: Tenants,
    /// What operators look at and do.
    pub operators: Installation,
}

impl AppState {
    /// The state made of these parts.
    #[must_use]
    pub fn new(needs: Needs) -> Self {
        let operators = Installation {
            queue: Arc::clone(&needs.queue),
            store: Arc::clone(&needs.store),
            search: Arc::clone(&needs.search),
            clock: Arc::clone(&needs.clock),
            started_at: Some(needs.clock.now()),
        };
        Self(Arc::new(Shared {
            tenants: Tenants::new(Arc::clone(&needs.store) as Arc<dyn Applications>, Arc::clone(&needs.clock)),
            operators,
            needs,
        }))
    }
}

impl Deref for AppState {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

impl Deref for Shared {
    type Target = Needs;

    fn deref(&self) -> &Needs {
        &self.needs
    }
}

macro_rules! given_by_state {
    ($($part:ident: $type:ty),*) => {
        $(impl FromRef<AppState> for $type {
            fn from_ref(state: &AppState) -> Self {
                state.$part.clone()
            }
        })*
    };
}

given_by_state! {
    store: Arc<dyn Store>, queue: Arc<dyn Queue>, search: Arc<dyn Search>, numbering: Arc<Numbering>,
    clock: Arc<dyn Clock>, limits: Limits, settings: HttpSettings, gate: Gate
}
