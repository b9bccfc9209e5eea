//! Where one message is: each stage of its way, and each way of not being there.

use chat_shared::api::types::admin::{MessageTrace, TraceQuery, TraceStanding, TraceState, TraceStepKind};
use chat_shared::clock::{Clock as _, SystemClock};
use chat_shared::domain::{AppId, Gap, Sequence};
use chat_shared::ops::{OpsError, Thing};
use chat_shared::queue::{Entry, EntryId, Group, Job, ReadLimits, Record};
use chat_shared::store::NewDeadLetter;

use super::{Bench, SOON, context};

fn message(app: AppId, chat: u32, number: u32) -> TraceQuery {
    TraceQuery { app: app.to_string(), chat, number }
}

async fn trace(bench: &Bench, query: &TraceQuery) -> MessageTrace {
    bench.parts.trace(query).await.expect("is traced")
}

fn steps(trace: &MessageTrace) -> Vec<(TraceStepKind, TraceState)> {
    trace.steps.iter().map(|step| (step.step, step.state)).collect()
}

#[tokio::test]
async fn a_message_is_followed_from_the_log_into_the_index() {
    use TraceState::{Done, Pending, Waiting};
    use TraceStepKind::{Accepted, Index, Persist, Row, Search};
    let (bench, app) = Bench::furnished().await;
    let receipt = bench.post(app, 1, &["a sentence that nobody else says"]).await;
    let query = message(app, 1, 31);
    let now = trace(&bench, &query).await;
    assert_eq!(
        (now.now, steps(&now)),
        (TraceStanding::Waiting, vec![(Accepted, Done), (Persist, Waiting), (Index, Waiting)])
    );
    assert!(now.steps.iter().all(|step| step.entry_id == Some(receipt.last_id)), "{now:?}");

    let limits = ReadLimits { entries: 9, bytes: 1 << 20, wait: SOON, linger: std::time::Duration::ZERO };
    bench.parts.queue.read(Group::Persist, "worker-7", limits).await.expect("reads");
    let now = trace(&bench, &query).await;
    assert_eq!((now.now, now.steps[1].state), (TraceStanding::Pending, Pending));
    let held = &now.steps[1];
    assert_eq!((held.consumer.as_deref(), held.deliveries, held.at.is_some()), (Some("worker-7"), Some(1), true));

    let (bench, app) = Bench::furnished().await;
    bench.post(app, 1, &["a sentence that nobody else says"]).await;
    bench.persist().await;
    let now = trace(&bench, &query).await;
    let reached = vec![(Accepted, Done), (Persist, Done), (Index, Waiting), (Row, Done), (Search, Waiting)];
    assert_eq!((now.now, steps(&now)), (TraceStanding::Persisted, reached));
    bench.index().await;
    let now = trace(&bench, &query).await;
    let reached = vec![(Accepted, Done), (Persist, Done), (Index, Done), (Row, Done), (Search, Done)];
    assert_eq!((now.now, steps(&now)), (TraceStanding::Searchable, reached));
    bench.parts.queue.trim(std::time::Duration::ZERO).await.expect("trims");
    assert_eq!(trace(&bench, &query).await.now, TraceStanding::Searchable, "its entry has left the log");
}

#[tokio::test]
async fn changes_are_steps_and_a_tombstone_is_where_a_deleted_message_is() {
    let (bench, app) = Bench::furnished().await;
    let edited = trace(&bench, &message(app, 1, 7)).await;
    assert_eq!(edited.now, TraceStanding::Searchable);
    assert!(steps(&edited).contains(&(TraceStepKind::Edited, TraceState::Done)), "{edited:?}");
    let deleted = trace(&bench, &message(app, 1, 8)).await;
    assert_eq!(deleted.now, TraceStanding::Deleted);
    assert!(steps(&deleted).contains(&(TraceStepKind::Deleted, TraceState::Done)), "{deleted:?}");
    bench.numbering.delete_chat(app, 2, &context()).await.expect("accepted");
    bench.work().await;
    let gone = trace(&bench, &message(app, 2, 3)).await;
    assert_eq!((gone.now, gone.steps[0].step), (TraceStanding::Deleted, TraceStepKind::Chat));
}

#[tokio::test]
async fn what_is_not_there_is_dead_left_out_lost_or_was_never_given() {
    let (bench, app) = Bench::furnished().await;
    let entry = Entry {
        app,
        chat: Some(1),
        number: 40,
        job: Job::CreateMessage { content: "kept".to_owned(), sender: None, sent_at: None },
        at: SystemClock.now(),
        request_id: "dead".to_owned(),
        once: None,
    };
    let at = SystemClock.now();
    let record = Record {
        id: EntryId::first_at(at),
        partition: entry.sequence().partition(),
        number: 40,
        payload: entry.encode(),
    };
    let letter = NewDeadLetter {
        record,
        kind: "create_message".into(),
        reason: "too long".into(),
        attempts: 3,
        at,
        last_at: at,
    };
    let id = bench.parts.store.park(&letter).await.expect("parked");
    let dead = trace(&bench, &message(app, 1, 40)).await;
    assert_eq!(dead.now, TraceStanding::Dead, "{dead:?}");
    assert!(dead.steps.iter().any(|step| step.what == format!("dead letter {id}: too long")), "{dead:?}");

    let sequence = Sequence::Messages(app, 1);
    let epoch = bench.parts.store.recorded().await.expect("told").partitions[usize::from(sequence.partition())].epoch;
    let gap = Gap { sequence, from: 100, to: 110, epoch, at };
    bench.parts.store.publish_gap(gap, "a story").await.expect("publishes").expect("stands");
    let left_out = trace(&bench, &message(app, 1, 105)).await;
    assert_eq!((left_out.now, left_out.steps[0].at), (TraceStanding::Gap, Some(gap.at)), "{left_out:?}");

    let bench = bench.damaged("chat.db", "DELETE FROM messages WHERE message_number = 9").await;
    assert_eq!(trace(&bench, &message(app, 1, 9)).await.now, TraceStanding::Lost);
    let never = bench.parts.trace(&message(app, 1, 111)).await;
    assert!(matches!(never, Err(OpsError::NotFound(Thing::Message))), "{never:?}");
    let nowhere = bench.parts.trace(&message(app, 9, 1)).await;
    assert!(matches!(nowhere, Err(OpsError::NotFound(Thing::Chat))), "{nowhere:?}");
}
