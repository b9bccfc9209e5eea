//! Dead letters: looked at, tried again one by one and all, dropped.

use chat_shared::api::types::admin::{ActsQuery, DeadLettersQuery, RetryDeadLettersParams};
use chat_shared::clock::{Clock as _, SystemClock};
use chat_shared::domain::{AppId, MessageState};
use chat_shared::ops::{OpsError, Plan, RetriedDeadLetters, Thing, Unwatched};
use chat_shared::queue::{EntryId, Group, ReadLimits, Record};
use chat_shared::search::{Query, Scope};
use chat_shared::store::{MessageKey, NewDeadLetter};
use serde_json::Value;

use super::{Bench, done};

const APP: AppId = AppId(1);
const WHO: &str = "ann@desk";

/// Posts message 31 of chat 1 and parks its entry as one that could not be persisted; its dead letter's id.
pub async fn park(bench: &Bench) -> i64 {
    bench.post(APP, 1, &["the lost Sheep"]).await;
    let limits = ReadLimits { entries: 1, bytes: 1 << 20, wait: super::SOON, linger: std::time::Duration::ZERO };
    let delivery = bench.parts.queue.read(Group::Persist, "bench", limits).await.expect("reads").remove(0);
    let id = parked(bench, delivery.record.clone(), "create_message").await;
    for group in Group::ALL {
        if group == Group::Index {
            bench.parts.queue.read(group, "bench", limits).await.expect("reads");
        }
        let done = [(delivery.record.partition, delivery.record.id)];
        bench.parts.queue.acknowledge(group, "bench", &done).await.expect("acknowledges");
    }
    id
}

async fn parked(bench: &Bench, record: Record, kind: &str) -> i64 {
    let at = SystemClock.now();
    let dead = NewDeadLetter { record, kind: kind.into(), reason: "refused".into(), attempts: 5, at };
    bench.parts.store.park(&dead).await.expect("parked")
}

#[tokio::test]
async fn a_retry_fills_the_tombstone_and_the_index_and_is_recorded() {
    let (bench, app) = Bench::furnished().await;
    let id = park(&bench).await;
    let key = MessageKey { app, chat: 1, number: 31 };
    let state = || async { bench.parts.store.message(key).await.expect("reads").expect("is there").state };
    assert_eq!(state().await, MessageState::Dead);

    let detail = bench.parts.dead_letter(id).await.expect("is there");
    assert_eq!(detail.dead_letter.key.as_deref(), Some("1:1"));
    assert!(detail.entry.is_some_and(|entry| entry.chat_number == Some(1)));

    let retry = bench.parts.retry_dead_letter(id, WHO).await.expect("answers");
    assert!(retry.resolved && retry.dead_letter.resolved_at.is_some(), "{retry:?}");
    assert_eq!(state().await, MessageState::Persisted);
    let query =
        Query { scope: Scope { app, chat: Some(1) }, text: "lost sheep", after: None, descending: false, limit: 10 };
    assert_eq!(bench.parts.search.find(&query).await.expect("answers").places, [(1, 31)]);
    assert!(bench.verify().await.ok);

    let acts = bench.parts.acts(&ActsQuery::default()).await.expect("lists").items;
    assert_eq!(acts.len(), 1);
    assert_eq!(
        (acts[0].who.as_str(), acts[0].what.as_str(), acts[0].result.as_str()),
        (WHO, "dead_letter.retry", "persisted")
    );
    assert!(bench.parts.retry_dead_letter(id, WHO).await.expect("answers").resolved, "again changes nothing");
}

#[tokio::test]
async fn an_entry_that_fails_again_keeps_its_letter_with_the_new_reason() {
    let (bench, _) = Bench::furnished().await;
    let rubbish = Record { id: EntryId::new(5, 0), partition: 3, number: 9, payload: vec![0xff].into() };
    let id = parked(&bench, rubbish, "undecodable").await;
    let retry = bench.parts.retry_dead_letter(id, WHO).await.expect("answers");
    assert!(!retry.resolved);
    assert_eq!((retry.dead_letter.attempts, retry.dead_letter.resolved_at), (6, None));
    assert_eq!(retry.failure.as_deref(), Some(retry.dead_letter.reason.as_str()));
    let raw = bench.parts.dead_letter(id).await.expect("is there").raw.expect("bytes");
    assert_eq!(raw.payload_hex, "ff");

    let dropped = bench.parts.drop_dead_letter(id, WHO).await.expect("answers");
    assert!(dropped.resolved_at.is_some());
    let open = bench.parts.dead_letters(&DeadLettersQuery::default()).await.expect("lists");
    let all = DeadLettersQuery { resolved: true, ..DeadLettersQuery::default() };
    assert_eq!((open.items.len(), bench.parts.dead_letters(&all).await.expect("lists").items.len()), (0, 1));
    let missing = bench.parts.retry_dead_letter(99, WHO).await;
    assert!(matches!(missing, Err(OpsError::NotFound(Thing::DeadLetter))), "{missing:?}");
}

#[tokio::test]
async fn all_of_a_kind_are_tried_again_by_an_operation() {
    let (bench, _) = Bench::furnished().await;
    park(&bench).await;
    let rubbish = Record { id: EntryId::new(5, 0), partition: 3, number: 9, payload: vec![0xff].into() };
    parked(&bench, rubbish, "undecodable").await;
    let retry = |kind: Option<&str>| {
        Plan::RetryDeadLetters(RetryDeadLettersParams { kind: kind.map(str::to_owned), rate: None })
    };
    let only = bench.parts.carry_out(&retry(Some("create_message")), &Value::Null, &mut Unwatched).await;
    assert_eq!(
        done::<RetriedDeadLetters>(only.expect("answers")),
        RetriedDeadLetters { tried: 1, resolved: 1, failed: 0 }
    );
    let all = bench.parts.carry_out(&retry(None), &Value::Null, &mut Unwatched).await;
    assert_eq!(
        done::<RetriedDeadLetters>(all.expect("answers")),
        RetriedDeadLetters { tried: 1, resolved: 0, failed: 1 }
    );
}
