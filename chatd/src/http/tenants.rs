//! Which application a token is: a small cache in front of the store, so that accepting a message asks no database.
//! Keyed by the token's SHA-256; what is not found is asked for every time.

use std::sync::Arc;
use std::time::Duration;

use chat_shared::domain::{AppId, Digest, Token};
use chat_shared::fault::Outcome;
use chat_shared::store::Store;
use moka::sync::Cache;

/// How long another process's deletion of an application may go unnoticed here.
const STALE: Duration = Duration::from_secs(2);

/// Tokens kept; the rest are looked up.
const KEPT: u64 = 100_000;

/// Applications by token.
pub struct Tenants {
    store: Arc<dyn Store>,
    /// `None`: deleted by this process a moment ago, whatever a look-up that began before may still find.
    known: Cache<Digest, Option<AppId>>,
}

impl Tenants {
    /// An empty cache in front of `store`.
    #[must_use]
    pub fn new(store: Arc<dyn Store>) -> Self {
        Self { store, known: Cache::builder().max_capacity(KEPT).time_to_live(STALE).build() }
    }

    /// The application that `token` is.
    pub async fn resolve(&self, token: &Token) -> Outcome<Option<AppId>> {
        let hash = token.hash();
        if let Some(known) = self.known.get(&hash) {
            return Ok(known);
        }
        let found = self.store.application_by_token(&hash).await?;
        let Some(application) = found else { return Ok(None) };
        Ok(self.known.entry(hash).or_insert(Some(application.id)).into_value())
    }

    /// Forgets an application that was just deleted.
    pub fn deleted(&self, token: &Token) {
        self.known.insert(token.hash(), None);
    }
}
