//! Dead letters: looked at, tried again one by one and all, dropped.

use chat_shared::api::types::admin::{
    ActsQuery, DeadLetterDetail, DeadLetterLine, DeadLettersQuery, EditDeadLetter, ImportDeadLetters, ImportOutcome,
    ParkedEntry, RetryDeadLettersParams, SelectDeadLetters,
};
use chat_shared::clock::{Clock as _, SystemClock};
use chat_shared::domain::{AppId, MessageState};
use chat_shared::ops::{Ended, Mark, OpsError, Plan, RetriedDeadLetters, Thing, Unwatched};
use chat_shared::queue::{EntryId, Group, Job, ReadLimits, Record};
use chat_shared::search::{Query, Scope};
use chat_shared::store::{MessageKey, NewDeadLetter};
use futures::TryStreamExt as _;
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
    let dead = NewDeadLetter { record, kind: kind.into(), reason: "refused".into(), attempts: 5, at, last_at: at };
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
        Plan::RetryDeadLetters(RetryDeadLettersParams {
            kind: kind.map(str::to_owned),
            ..RetryDeadLettersParams::default()
        })
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

/// Dead letters that nobody can read, each with a reason of its own.
async fn many(bench: &Bench, count: u64) {
    for n in 0..count {
        let record = Record { id: EntryId::new(5, n), partition: 3, number: 9, payload: vec![0xff].into() };
        let at = SystemClock.now();
        let reason = if n % 3 == 0 { format!("disk full at {n}") } else { format!("refused as `{n}`") };
        let dead = NewDeadLetter { record, kind: "undecodable".into(), reason, attempts: 5, at, last_at: at };
        bench.parts.store.park(&dead).await.expect("parked");
    }
}

fn asked(query: &str) -> SelectDeadLetters {
    SelectDeadLetters { query: Some(query.to_owned()), ..SelectDeadLetters::default() }
}

#[tokio::test]
async fn a_query_finds_the_few_among_the_many_and_a_list_goes_on_until_it_has_them_all() {
    let (bench, _) = Bench::furnished().await;
    many(&bench, 450).await;
    park(&bench).await;
    let mut query =
        DeadLettersQuery { query: Some("disk and number=9".into()), limit: Some(100), ..Default::default() };
    let mut found = Vec::new();
    loop {
        let page = bench.parts.dead_letters(&query).await.expect("lists");
        found.extend(page.items.iter().map(|letter| letter.id));
        match page.next {
            Some(next) => query.after = Some(next.parse().expect("an id")),
            None => break,
        }
    }
    assert_eq!(found, (0..150).map(|n| n * 3 + 1).collect::<Vec<i64>>());
    let of = |text: &str| DeadLettersQuery { query: Some(text.to_owned()), ..DeadLettersQuery::default() };
    for text in ["content~sheep", "app=1 and chat=1", "key=1:1", "type=create_message", "sheep and age<1h"] {
        assert_eq!(bench.parts.dead_letters(&of(text)).await.expect("lists").items.len(), 1, "{text}");
    }
    let refused = bench.parts.dead_letters(&of("kynd=x")).await;
    let shown = match refused {
        Err(OpsError::Invalid { field: "query", reason }) => reason,
        other => panic!("{other:?}"),
    };
    assert!(shown.contains('^') && shown.contains("fields: id, kind"), "{shown}");
}

#[tokio::test]
async fn errors_are_grouped_by_what_went_wrong() {
    let (bench, _) = Bench::furnished().await;
    many(&bench, 10).await;
    let errors = bench.parts.dead_letter_errors(&SelectDeadLetters::default()).await.expect("groups");
    let groups: Vec<_> =
        errors.items.iter().map(|error| (error.reason.as_str(), error.count, error.example_id)).collect();
    assert_eq!(groups, [("refused as `…`", 6, 2), ("disk full at #", 4, 1)]);
    assert_eq!((errors.total, errors.others), (10, 0));
    assert_eq!(bench.parts.dead_letter_errors(&asked("disk")).await.expect("groups").total, 4);
}

#[tokio::test]
async fn many_are_dropped_by_a_query_and_their_tombstones_stay() {
    let (bench, app) = Bench::furnished().await;
    many(&bench, 120).await;
    let id = park(&bench).await;
    let params = RetryDeadLettersParams { query: Some("disk or sheep".into()), ..RetryDeadLettersParams::default() };
    let mut stopped = super::StopWhere(|mark: &Mark| mark.done > 0, Vec::new());
    let ended = bench.parts.carry_out(&Plan::DropDeadLetters(params.clone()), &Value::Null, &mut stopped).await;
    assert_eq!(ended.expect("answers"), Ended::Stopped);
    let position = stopped.1.last().expect("a mark").position.clone();
    let report = bench.parts.carry_out(&Plan::DropDeadLetters(params), &position, &mut Unwatched).await;
    let report = done::<RetriedDeadLetters>(report.expect("answers"));
    assert_eq!(report, RetriedDeadLetters { tried: 41, resolved: 41, failed: 0 });
    assert!(bench.parts.dead_letter(id).await.expect("is there").dead_letter.resolved_at.is_some());
    let key = MessageKey { app, chat: 1, number: 31 };
    assert_eq!(bench.parts.store.message(key).await.expect("reads").expect("is there").state, MessageState::Dead);
}

#[tokio::test]
async fn an_edited_entry_keeps_its_number_and_what_it_said_first() {
    let (bench, app) = Bench::furnished().await;
    let id = park(&bench).await;
    let edit = |content: &str, dry_run| EditDeadLetter { content: Some(content.to_owned()), title: None, dry_run };
    let content = |detail: &DeadLetterDetail| match &detail.entry.as_ref().expect("an entry").job {
        Job::CreateMessage { content, .. } => content.clone(),
        other => panic!("{other:?}"),
    };
    let shown = bench.parts.edit_dead_letter(id, &edit("rehearsed", true), WHO).await.expect("answers");
    assert_eq!(content(&shown), "rehearsed");
    assert_eq!(content(&bench.parts.dead_letter(id).await.expect("is there")), "the lost Sheep");
    for text in ["mended", "mended again"] {
        bench.parts.edit_dead_letter(id, &edit(text, false), WHO).await.expect("edited");
    }
    let detail = bench.parts.dead_letter(id).await.expect("is there");
    assert_eq!((content(&detail).as_str(), detail.dead_letter.number), ("mended again", 31));
    let original = serde_json::to_value(detail.original.expect("is kept")).expect("serialises");
    assert_eq!(original["job"]["content"], "the lost Sheep");
    let title = EditDeadLetter { title: Some("x".into()), ..EditDeadLetter::default() };
    for wrong in [title, EditDeadLetter::default()] {
        assert!(matches!(bench.parts.edit_dead_letter(id, &wrong, WHO).await, Err(OpsError::Invalid { .. })));
    }
    assert!(bench.parts.retry_dead_letter(id, WHO).await.expect("answers").resolved);
    let key = MessageKey { app, chat: 1, number: 31 };
    assert_eq!(bench.parts.store.message(key).await.expect("reads").expect("is there").content, "mended again");
    let late = bench.parts.edit_dead_letter(id, &edit("late", false), WHO).await;
    assert!(matches!(late, Err(OpsError::LetterChanged(_))), "{late:?}");
}

#[tokio::test]
async fn what_is_exported_is_parked_again_elsewhere_as_it_was() {
    let lines = async |bench: &Bench| -> Vec<ParkedEntry> {
        let lines = bench.parts.export_dead_letters(&SelectDeadLetters::default()).expect("begins");
        let lines: Vec<DeadLetterLine> = lines.try_collect::<Vec<_>>().await.expect("goes on").concat();
        let count = lines.len() as u64 - 1;
        assert_eq!(lines.last(), Some(&DeadLetterLine::End { dead_letters: count }));
        let letter = |line| match line {
            DeadLetterLine::DeadLetter(letter) => Some(letter),
            DeadLetterLine::End { .. } => None,
        };
        lines.into_iter().filter_map(letter).collect()
    };
    let (bench, _) = Bench::furnished().await;
    park(&bench).await;
    many(&bench, 60).await;
    let letters = lines(&bench).await;
    assert_eq!(letters.len(), 61);
    let (other, _) = Bench::furnished().await;
    let import = async |letters: &[ParkedEntry], dry_run| {
        let import = ImportDeadLetters { letters: letters.to_vec(), dry_run };
        let imported = other.parts.import_dead_letters(&import, WHO).await.expect("answers");
        imported.items.into_iter().map(|one| one.outcome).collect::<Vec<_>>()
    };
    assert_eq!(import(&letters[..1], true).await, [ImportOutcome::Refused], "number 31 was never given there");
    other.post(APP, 1, &["another"]).await;
    other.work().await;
    assert_eq!(import(&letters[..1], true).await, [ImportOutcome::WouldPark]);
    assert!(import(&letters, false).await.iter().all(|outcome| *outcome == ImportOutcome::Parked));
    assert!(import(&letters, false).await.iter().all(|outcome| *outcome == ImportOutcome::Exists));
    assert_eq!(lines(&other).await, letters);
}
