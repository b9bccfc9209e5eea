//! Which application a token is: a small cache in front of the store, so that accepting a message asks no database, and goes
//! on while there is none. Keyed by the token's SHA-256; what is not found is asked for every time, so that an application
//! made through another process is known at once.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chat_shared::clock::{Clock, Timestamp};
use chat_shared::domain::{AppId, Digest, Token};
use chat_shared::fault::Outcome;
use chat_shared::store::Applications;
use moka::sync::Cache;
use tokio::time::{Instant, timeout};

/// How long another process's deletion of an application may go unnoticed here, while the store answers.
const STALE: Duration = Duration::from_secs(2);

/// How long a request whose token was known waits for the store to say so again.
const PATIENCE: Duration = Duration::from_millis(250);

/// How long a store that did not answer is not asked again about tokens that were known.
const AWAY: Duration = Duration::from_secs(1);

/// Tokens kept; the rest are looked up.
const KEPT: u64 = 100_000;

/// A token nobody used for so long is forgotten.
const UNUSED: Duration = Duration::from_hours(1);

/// What the store said of a token.
#[derive(Debug, Clone, Copy)]
struct Known {
    /// `None`: deleted or replaced by this process, whatever a look-up that began before may still find.
    app: Option<AppId>,
    /// Until when the token is this application's, where another one has taken its place.
    until: Option<Timestamp>,
    at: Instant,
}

/// Applications by token.
pub struct Tenants {
    store: Arc<dyn Applications>,
    clock: Arc<dyn Clock>,
    known: Cache<Digest, Known>,
    away_until: Mutex<Option<Instant>>,
}

impl Tenants {
    /// An empty cache in front of `store`.
    #[must_use]
    pub fn new(store: Arc<dyn Applications>, clock: Arc<dyn Clock>) -> Self {
        let known = Cache::builder().max_capacity(KEPT).time_to_idle(UNUSED).build();
        Self { store, clock, known, away_until: Mutex::default() }
    }

    /// The application that `token` is. While the store does not answer, or is damaged, what it said last is true: without
    /// it no application can be deleted, and until when a replaced token works was said with it.
    pub async fn resolve(&self, token: &Token) -> Outcome<Option<AppId>> {
        let hash = token.hash();
        let known = self.known.get(&hash).filter(|known| known.until.is_none_or(|until| self.clock.now() < until));
        match known {
            Some(known) if known.at.elapsed() < STALE || self.store_is_away() => Ok(known.app),
            Some(known) => {
                if let Ok(Ok(found)) = timeout(PATIENCE, self.look_up(hash)).await {
                    return Ok(found);
                }
                self.store_went_away();
                Ok(known.app)
            }
            None => self.look_up(hash).await,
        }
    }

    async fn look_up(&self, hash: Digest) -> Outcome<Option<AppId>> {
        let begun = Instant::now();
        let Some(tenant) = self.store.application_by_token(&hash).await? else {
            self.known.invalidate(&hash);
            return Ok(None);
        };
        let found = Known { app: Some(tenant.application.id), until: tenant.until, at: begun };
        let newest = self.known.entry(hash).and_upsert_with(|known| match known.map(moka::Entry::into_value) {
            Some(deleted) if deleted.app.is_none() && deleted.at >= begun => deleted,
            _ => found,
        });
        Ok(newest.into_value().app)
    }

    /// Forgets an application that was just deleted.
    pub fn deleted(&self, token: &Token) {
        self.known.insert(token.hash(), Known { app: None, until: None, at: Instant::now() });
    }

    /// Another token has just taken the place of this one, which works until `until`.
    pub fn replaced(&self, token: &Token, until: Timestamp) {
        if until <= self.clock.now() {
            self.deleted(token);
        } else {
            self.given(token);
        }
    }

    /// The token has just become an application's, or one's for another time: the store is asked at its next use.
    pub fn given(&self, token: &Token) {
        self.known.invalidate(&token.hash());
    }

    fn store_is_away(&self) -> bool {
        let until = *self.away_until.lock().unwrap_or_else(PoisonError::into_inner);
        until.is_some_and(|until| Instant::now() < until)
    }

    fn store_went_away(&self) {
        *self.away_until.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now() + AWAY);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};

    use async_trait::async_trait;
    use chat_shared::clock::{ManualClock, SystemClock};
    use chat_shared::domain::Application;
    use chat_shared::fault::{Fault, Kind, Part};
    use chat_shared::queue::EntryId;
    use chat_shared::store::{NewApplication, Tenant};

    use super::*;

    /// A store with one application, which may be there or not, and may answer or not.
    #[derive(Default)]
    struct One {
        gone: AtomicBool,
        away: AtomicBool,
        damaged: AtomicBool,
        asked: AtomicUsize,
        /// Until when the token is its, in milliseconds; 0 for without end.
        until: AtomicI64,
    }

    #[async_trait]
    impl Applications for One {
        async fn create_application(&self, _new: &NewApplication) -> Outcome<Application> {
            unreachable!("nobody asks for it")
        }

        async fn application_by_token(&self, _hash: &Digest) -> Outcome<Option<Tenant>> {
            self.asked.fetch_add(1, Ordering::Relaxed);
            for (so, kind) in [(&self.away, Kind::Unavailable), (&self.damaged, Kind::Corrupt)] {
                if so.load(Ordering::Relaxed) {
                    return Err(Fault::new(Part::Store, kind, "find an application"));
                }
            }
            let now = SystemClock.now();
            let one = Application {
                id: AppId(7),
                token: Token::from_random([7; 16]),
                name: "one".into(),
                chats_count: 0,
                version: EntryId::ZERO,
                created_at: now,
                updated_at: now,
            };
            let until = Some(self.until.load(Ordering::Relaxed)).filter(|until| *until > 0).map(Timestamp::from_millis);
            Ok((!self.gone.load(Ordering::Relaxed)).then_some(Tenant { application: one, until }))
        }

        async fn application(&self, _id: AppId) -> Outcome<Option<Application>> {
            unreachable!("nobody asks for it")
        }

        async fn applications(&self, _: Option<AppId>, _: Option<&str>, _: u32) -> Outcome<Vec<Application>> {
            unreachable!("nobody asks for it")
        }

        async fn replace_token(&self, _id: AppId, _new: &Token, _until: Timestamp) -> Outcome<bool> {
            unreachable!("nobody asks for it")
        }

        async fn delete_application(&self, _id: AppId, _at: Timestamp) -> Outcome<bool> {
            unreachable!("nobody asks for it")
        }
    }

    fn tenants() -> (Arc<One>, Tenants, Token) {
        tenants_at(Arc::new(SystemClock))
    }

    fn tenants_at(clock: Arc<dyn Clock>) -> (Arc<One>, Tenants, Token) {
        let store = Arc::new(One::default());
        let tenants = Tenants::new(Arc::clone(&store) as Arc<dyn Applications>, clock);
        (store, tenants, Token::from_random([7; 16]))
    }

    #[tokio::test(start_paused = true)]
    async fn a_replaced_token_works_no_longer_than_its_time_even_while_the_store_is_away() {
        let clock = Arc::new(ManualClock::at(Timestamp::from_millis(1_000)));
        let (store, tenants, token) = tenants_at(Arc::clone(&clock) as Arc<dyn Clock>);
        store.until.store(5_000, Ordering::Relaxed);
        assert_eq!(tenants.resolve(&token).await.expect("answers"), Some(AppId(7)));
        store.away.store(true, Ordering::Relaxed);
        tokio::time::advance(STALE).await;
        assert_eq!(tenants.resolve(&token).await.expect("known"), Some(AppId(7)));
        clock.advance(4_000);
        assert!(tenants.resolve(&token).await.is_err(), "past its time it is no more known than any other");
    }

    #[tokio::test(start_paused = true)]
    async fn a_token_that_this_process_replaced_without_a_grace_ends_at_once() {
        let (_store, tenants, token) = tenants();
        tenants.resolve(&token).await.expect("answers");
        tenants.replaced(&token, SystemClock.now());
        assert_eq!(tenants.resolve(&token).await.expect("answers"), None);
    }

    #[tokio::test(start_paused = true)]
    async fn a_known_token_asks_the_store_again_only_after_a_while() {
        let (store, tenants, token) = tenants();
        for _ in 0..3 {
            assert_eq!(tenants.resolve(&token).await.expect("answers"), Some(AppId(7)));
        }
        assert_eq!(store.asked.load(Ordering::Relaxed), 1);
        store.gone.store(true, Ordering::Relaxed);
        tokio::time::advance(STALE).await;
        assert_eq!(tenants.resolve(&token).await.expect("answers"), None, "another process has deleted it");
    }

    #[tokio::test(start_paused = true)]
    async fn while_the_store_is_away_or_damaged_a_known_token_stays_known_and_the_store_is_asked_seldom() {
        for damaged in [false, true] {
            let (store, tenants, token) = tenants();
            tenants.resolve(&token).await.expect("answers");
            store.damaged.store(damaged, Ordering::Relaxed);
            store.away.store(!damaged, Ordering::Relaxed);
            tokio::time::advance(STALE).await;
            for _ in 0..3 {
                assert_eq!(tenants.resolve(&token).await.expect("answers"), Some(AppId(7)));
            }
            assert_eq!(store.asked.load(Ordering::Relaxed), 2);
            let unknown = tenants.resolve(&Token::from_random([8; 16])).await;
            assert!(unknown.is_err(), "of an unknown one nothing can be said");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn what_this_process_has_deleted_stays_so_whatever_an_older_look_up_finds() {
        let (_store, tenants, token) = tenants();
        tenants.resolve(&token).await.expect("answers");
        tenants.deleted(&token);
        assert_eq!(tenants.resolve(&token).await.expect("answers"), None);
    }
}
