//! Counters in lists and by themselves, with what the queue, the log and the store say of them.

use chat_shared::api::types::admin::{
    ActsQuery, ApplyCounters, CountVerdict, Counter, CounterAction, CounterDiffLine, CounterDiffQuery, CounterStep,
    CounterSums, CounterVerdict, CountersQuery, Drift, Severity, StepOutcome,
};
use chat_shared::domain::{AppId, Sequence};
use chat_shared::ops::{OpsError, Thing};

use super::Bench;

/// What a comparison shows, and its sums.
async fn diff(bench: &Bench, query: CounterDiffQuery) -> (Vec<Counter>, CounterSums) {
    let mut diff = bench.parts.diff_counters(&query).await.expect("begins");
    let (mut counters, mut sums) = (Vec::new(), None);
    while let Some(lines) = diff.next().await.expect("goes on") {
        for line in lines {
            match line {
                CounterDiffLine::Counter(counter) => counters.push(*counter),
                CounterDiffLine::Progress { .. } => {}
                CounterDiffLine::End(end) => sums = Some(end),
            }
        }
    }
    (counters, sums.expect("it ends"))
}

fn drift() -> CounterDiffQuery {
    CounterDiffQuery { only: Some(Drift::Drift), ..CounterDiffQuery::default() }
}

async fn apply(bench: &Bench, steps: Vec<CounterStep>, dry_run: bool) -> Vec<(String, StepOutcome)> {
    let applied = bench.parts.apply_counters(&ApplyCounters { steps, dry_run }, "ann").await.expect("applies");
    applied.items.into_iter().map(|step| (step.key, step.outcome)).collect()
}

#[tokio::test]
async fn a_comparison_meets_every_counter_once_and_thinks_of_each_what_the_list_thinks() {
    let (bench, app) = Bench::furnished().await;
    bench.tenant(8).await;
    bench.post(app, 2, &["on the log"]).await;
    let bench = bench.damaged("queue.db", "DELETE FROM counters WHERE owner LIKE '%:1'").await;
    let bench = bench.damaged("chat.db", "UPDATE chats SET messages_count = 7 WHERE chat_number = 2").await;
    let (counters, sums) = diff(&bench, CounterDiffQuery::default()).await;
    let judged = CountersQuery { verdicts: true, ..CountersQuery::default() };
    let listed = bench.parts.counters(&judged).await.expect("lists").items;
    assert_eq!(counters, listed);
    assert_eq!(sums, CounterSums { looked: 4, fitting: 4, drift: 1, critical: 0, stale: 1 });
    let only = |query| async { diff(&bench, query).await.0.into_iter().map(|counter| counter.key).collect::<Vec<_>>() };
    assert_eq!(only(drift()).await, ["1:2"]);
    let other = CounterDiffQuery { app: Some("2".into()), ..CounterDiffQuery::default() };
    assert_eq!(only(other).await, ["2"]);
    let few = CounterDiffQuery { limit: Some(1), ..CounterDiffQuery::default() };
    let (shown, sums) = diff(&bench, few).await;
    assert_eq!((shown.len(), sums.looked, sums.fitting), (1, 4, 4), "the rest is looked at all the same");
}

#[tokio::test]
async fn a_plan_raises_what_is_behind_and_counts_again_and_does_neither_twice() {
    let (bench, app) = Bench::furnished().await;
    let bench = bench
        .damaged(
            "queue.db",
            "UPDATE counters SET n = 5, check_value = (5 * 7919 + 104729) % 1000003 WHERE owner = '1:1'",
        )
        .await;
    let bench = bench.damaged("chat.db", "UPDATE chats SET messages_count = 7 WHERE chat_number = 2").await;
    let (counters, sums) = diff(&bench, drift()).await;
    assert_eq!((sums.critical, sums.stale), (1, 1));
    let steps: Vec<_> = counters.iter().flat_map(CounterStep::of).collect();
    let actions: Vec<_> = steps.iter().map(|step| (step.key.as_str(), step.action)).collect();
    assert_eq!(actions, [("1:1", CounterAction::Raise), ("1:2", CounterAction::Recount)]);
    let each = |outcome| vec![("1:1".to_owned(), outcome), ("1:2".to_owned(), outcome)];
    assert_eq!(apply(&bench, steps.clone(), true).await, each(StepOutcome::WouldDo));
    assert_eq!(diff(&bench, drift()).await.1.drift, 2, "a rehearsal touches nothing");
    assert!(bench.parts.acts(&ActsQuery::default()).await.expect("lists").items.is_empty());
    assert_eq!(apply(&bench, steps.clone(), false).await, each(StepOutcome::Done));
    assert_eq!(apply(&bench, steps, false).await, each(StepOutcome::Stale), "the facts are others now");
    assert_eq!(bench.post(app, 1, &["after it"]).await.first, 31, "seeded above all that was given");
    bench.work().await;
    assert!(bench.verify().await.ok);
    assert_eq!(bench.parts.acts(&ActsQuery::default()).await.expect("lists").items.len(), 2);
}

#[tokio::test]
async fn what_is_ahead_is_reported_and_never_lowered() {
    let (bench, app) = Bench::furnished().await;
    let bench = bench
        .damaged(
            "queue.db",
            "UPDATE counters SET n = 40, check_value = (40 * 7919 + 104729) % 1000003 WHERE owner = '1:1'",
        )
        .await;
    bench.clock.advance(60_000);
    let (counters, _) = diff(&bench, drift()).await;
    let steps: Vec<_> = counters.iter().flat_map(CounterStep::of).collect();
    assert_eq!(steps[0].action, CounterAction::Report);
    assert_eq!(apply(&bench, steps, false).await, [("1:1".to_owned(), StepOutcome::Reported)]);
    assert_eq!(bench.parts.counter(Sequence::Messages(app, 1)).await.expect("is there").n, Some(40));
}

#[tokio::test]
async fn what_is_given_up_is_exactly_what_is_lost_and_is_answered_as_gone() {
    let (bench, app) = Bench::furnished().await;
    let sequence = Sequence::Messages(app, 1);
    let raised = "UPDATE counters SET n = 33, check_value = (33 * 7919 + 104729) % 1000003 WHERE owner = '1:1'";
    let bench = bench.damaged("queue.db", raised).await;
    bench.post(app, 1, &["on the log"]).await;
    let all = |outcome| vec![("1:1".to_owned(), outcome)];
    let step = async |bench: &Bench| {
        let counter = bench.parts.counter(sequence).await.expect("is there");
        CounterStep::giving_up(&counter).into_iter().collect::<Vec<_>>()
    };
    let unsettled = step(&bench).await;
    assert_eq!(apply(&bench, unsettled, false).await, all(StepOutcome::Stale), "it is not settled");
    bench.clock.advance(60_000);
    let planned = step(&bench).await;
    assert_eq!(apply(&bench, planned.clone(), true).await, all(StepOutcome::WouldDo));
    assert_eq!(bench.parts.store.gaps(sequence).await.expect("read"), [], "a rehearsal touches nothing");
    bench.work().await;
    assert_eq!(apply(&bench, planned, false).await, all(StepOutcome::Stale), "number 34 was stored meanwhile");
    let raised = "UPDATE counters SET n = 36, check_value = (36 * 7919 + 104729) % 1000003 WHERE owner = '1:1'";
    let bench = bench.damaged("queue.db", raised).await;
    bench.clock.advance(60_000);
    let planned = step(&bench).await;
    assert_eq!(apply(&bench, planned.clone(), false).await, all(StepOutcome::Done));
    assert_eq!(apply(&bench, planned, false).await, all(StepOutcome::Stale), "it is done");
    let gaps = bench.parts.store.gaps(sequence).await.expect("read");
    let gaps: Vec<_> = gaps.iter().map(|gap| (gap.from, gap.to)).collect();
    assert_eq!(gaps, [(31, 33), (35, 36)], "between the rows and above them");
    let shown = bench.parts.counter(sequence).await.expect("is there");
    assert_eq!((shown.n, shown.verdict), (Some(36), Some(CounterVerdict::Ok)), "never lowered");
    assert_eq!(bench.post(app, 1, &["after it"]).await.first, 37);
    let acts = bench.parts.acts(&ActsQuery::default()).await.expect("lists").items;
    assert_eq!(
        (acts.len(), acts[0].what.as_str(), acts[0].result.as_str()),
        (1, "counter.give_up", "31–33, 35–36 given up")
    );
    bench.work().await;
    assert!(bench.verify().await.ok);
}

fn keys(list: &chat_shared::api::types::admin::List<chat_shared::api::types::admin::Counter>) -> Vec<&str> {
    list.items.iter().map(|counter| counter.key.as_str()).collect()
}

#[tokio::test]
async fn a_counter_is_ok_lags_by_what_is_on_the_log_and_is_ok_again() {
    let (bench, app) = Bench::furnished().await;
    let sequence = Sequence::Messages(app, 2);
    let shown = bench.parts.counter(sequence).await.expect("is there");
    assert_eq!((shown.n, shown.verdict, shown.severity), (Some(30), Some(CounterVerdict::Ok), Some(Severity::Ok)));
    bench.post(app, 2, &["one", "two"]).await;
    let shown = bench.parts.counter(sequence).await.expect("is there");
    assert_eq!((shown.n, shown.verdict), (Some(32), Some(CounterVerdict::Lagging)), "{:?}", shown.why);
    let evidence = shown.evidence.expect("was gathered");
    assert_eq!((evidence.greatest_persisted, evidence.base), (30, 30));
    let flying = evidence.in_flight;
    assert_eq!((flying.entries, flying.first, flying.last, flying.complete), (2, Some(31), Some(32), true));
    assert_eq!((evidence.stored_count, evidence.counted), (Some(30), Some(30)));
    bench.work().await;
    let shown = bench.parts.counter(sequence).await.expect("is there");
    assert_eq!((shown.verdict, shown.count_verdict), (Some(CounterVerdict::Ok), Some(CountVerdict::Ok)));
}

#[tokio::test]
async fn a_counter_that_is_gone_is_listed_and_unseeded() {
    let (bench, app) = Bench::furnished().await;
    let bench = bench.damaged("queue.db", "DELETE FROM counters WHERE owner LIKE '%:1'").await;
    let shown = bench.parts.counter(Sequence::Messages(app, 1)).await.expect("is in the store");
    assert_eq!((shown.present, shown.n, shown.verdict), (false, None, Some(CounterVerdict::Unseeded)));
    let plain = bench.parts.counters(&CountersQuery::default()).await.expect("lists");
    assert_eq!(keys(&plain), ["1", "1:1", "1:2"]);
    assert_eq!(plain.items.iter().map(|counter| counter.present).collect::<Vec<_>>(), [true, false, true]);
    assert!(plain.items.iter().all(|counter| counter.verdict.is_none()));
    let judged = CountersQuery { verdicts: true, ..CountersQuery::default() };
    let judged = bench.parts.counters(&judged).await.expect("lists");
    assert_eq!(keys(&judged), ["1", "1:1", "1:2"]);
    let verdicts: Vec<_> = judged.items.iter().filter_map(|counter| counter.verdict).collect();
    assert_eq!(verdicts, [CounterVerdict::Ok, CounterVerdict::Unseeded, CounterVerdict::Ok]);
}

#[tokio::test]
async fn lists_go_on_after_their_last_key_and_are_of_one_application_by_id_or_token() {
    let (bench, app) = Bench::furnished().await;
    let other = bench.tenant(8).await;
    for verdicts in [false, true] {
        let mut seen = Vec::new();
        let mut query = CountersQuery { verdicts, limit: Some(2), ..CountersQuery::default() };
        loop {
            let page = bench.parts.counters(&query).await.expect("lists");
            seen.extend(page.items.iter().map(|counter| counter.key.clone()));
            query.after = page.next;
            if query.after.is_none() {
                break;
            }
        }
        assert_eq!(seen, ["1", "1:1", "1:2", "2"], "verdicts: {verdicts}");
        let token = chat_shared::domain::Token::from_random([7; 16]).reveal().to_owned();
        for named in [app.to_string(), token] {
            let query = CountersQuery { app: Some(named), verdicts, ..CountersQuery::default() };
            assert_eq!(keys(&bench.parts.counters(&query).await.expect("lists")), ["1", "1:1", "1:2"]);
        }
        let query = CountersQuery { app: Some(other.to_string()), verdicts, ..CountersQuery::default() };
        assert_eq!(keys(&bench.parts.counters(&query).await.expect("lists")), ["2"]);
    }
    let unknown = CountersQuery { app: Some("no such token".into()), ..CountersQuery::default() };
    let refused = bench.parts.counters(&unknown).await;
    assert!(matches!(refused, Err(OpsError::NotFound(Thing::Application))), "{refused:?}");
}

#[tokio::test]
async fn what_never_was_has_no_counter_and_wrong_parameters_are_refused() {
    let (bench, app) = Bench::furnished().await;
    for sequence in [Sequence::Messages(app, 3), Sequence::Chats(AppId(99))] {
        let missing = bench.parts.counter(sequence).await;
        assert!(matches!(missing, Err(OpsError::NotFound(Thing::Counter))), "{sequence}");
    }
    for query in [
        CountersQuery { limit: Some(0), ..CountersQuery::default() },
        CountersQuery { limit: Some(201), ..CountersQuery::default() },
        CountersQuery { after: Some("x".into()), ..CountersQuery::default() },
    ] {
        assert!(matches!(bench.parts.counters(&query).await, Err(OpsError::Invalid { .. })), "{query:?}");
    }
}

#[tokio::test]
async fn a_deleted_chats_counter_is_closed_and_blamed_for_nothing() {
    let (bench, app) = Bench::furnished().await;
    bench.numbering.delete_chat(app, 1, &super::context()).await.expect("accepted");
    bench.work().await;
    let shown = bench.parts.counter(Sequence::Messages(app, 1)).await.expect("is there");
    assert_eq!((shown.verdict, shown.severity), (Some(CounterVerdict::Closed), Some(Severity::Ok)), "{shown:?}");
}
