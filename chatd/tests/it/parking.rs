//! What becomes of an entry that can never be worked on while the process ends: nothing may be acknowledged of which
//! nothing is kept.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chat_shared::clock::{Clock, SystemClock};
use chat_shared::config::Config;
use chat_shared::domain::Token;
use chat_shared::fault::Outcome;
use chat_shared::numbering::RequestContext;
use chat_shared::queue::{EntryId, Group, ReadLimits};
use chat_shared::store::{Logged, NewApplication};
use chatd::parts::Parts;
use chatd::worker::{Handler, Pace, Worker};
use tokio_util::sync::CancellationToken;

/// Finds every entry hopeless, at the moment when the process is asked to end.
struct HopelessAtTheEnd {
    stop: CancellationToken,
}

#[async_trait]
impl Handler for HopelessAtTheEnd {
    fn group(&self) -> Group {
        Group::Persist
    }

    fn parks(&self) -> bool {
        true
    }

    async fn handle(&self, batch: &[Logged]) -> Outcome<Vec<(EntryId, String)>> {
        self.stop.cancel();
        Ok(batch.iter().map(|logged| (logged.id, "number_conflict".to_owned())).collect())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_whose_dead_letter_could_not_be_written_before_the_end_is_delivered_again() {
    let dir = tempfile::tempdir().expect("a folder");
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let parts = Parts::open(&Config::with_data(dir.path()), Arc::clone(&clock)).await.expect("opens");
    let new = NewApplication { token: Token::from_random([7; 16]), name: "demo".into(), at: clock.now() };
    let app = parts.numbering.create_application(&new).await.expect("created").id;
    let context = RequestContext { request_id: "test".into(), wait: Duration::from_secs(10), once: None };
    parts.numbering.create_chat(app, None, &context).await.expect("accepted");
    // Nothing can be parked any more.
    parts.store.close().await;

    let stop = CancellationToken::new();
    let short = Duration::from_millis(1);
    let limits = ReadLimits { entries: 10, bytes: 1 << 20, wait: Duration::from_secs(10), linger: short };
    let worker = Worker {
        queue: Arc::clone(&parts.queue),
        store: Arc::clone(&parts.store),
        clock,
        consumer: "test".into(),
        bidden: parts.bidden.clone(),
        pace: Pace { limits, claim_idle: Duration::from_mins(1) },
        handler: Arc::new(HopelessAtTheEnd { stop: stop.clone() }),
    };
    tokio::time::timeout(Duration::from_secs(20), worker.run(stop)).await.expect("ends");

    assert_eq!(parts.queue.group(Group::Persist).await.expect("answers").pending, 1);
    parts.close().await;
}
