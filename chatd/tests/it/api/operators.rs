//! `/admin`: what operators look at and do, through the typed client, and what is refused.

use std::time::Duration;

use chat_shared::api::client::{Client, ClientError, WriteOptions};
use chat_shared::api::codes::Code;
use chat_shared::api::types::CreateMessage;
use chat_shared::api::types::admin::{
    ActsQuery, ClaimParams, CounterVerdict, CountersQuery, DeadLettersQuery, EntriesQuery, EntryStanding, Operation,
    OperationKind, OperationsQuery, PendingQuery, ReindexParams, RetryDeadLettersParams, StartOperation, StationState,
    TraceQuery, TraceStanding, VerifyParams, VerifyReport,
};
use chat_shared::domain::{AppId, MessageState, Sequence};
use chat_shared::queue::{EntryId, Group, ReadLimits, Record};
use chat_shared::store::{NewDeadLetter, OperationState, Station};
use http::StatusCode;

use crate::support::process::until;
use crate::support::server::{Recipe, Server, with_server};

const PATHS: [&str; 17] = [
    "/admin/status",
    "/admin/queues",
    "/admin/queues/persist",
    "/admin/queues/persist/pending",
    "/admin/entries",
    "/admin/entries/1-1",
    "/admin/workers",
    "/admin/counters",
    "/admin/counters/1:1",
    "/admin/dead-letters",
    "/admin/dead-letters/1",
    "/admin/operations",
    "/admin/operations/1",
    "/admin/acts",
    "/admin/search",
    "/admin/trace?app=1&chat=1&number=1",
    "/admin/no-such-thing",
];

/// A tenant with one chat and `messages` messages, persisted.
async fn furnished(server: &Server, messages: u32) -> AppId {
    let token = server.client.create_application("demo").await.expect("created").body.token;
    server.client.create_chat(&token, None, &WriteOptions::default()).await.expect("accepted");
    let wait = WriteOptions { wait: Some(Duration::from_secs(10)), ..WriteOptions::default() };
    for number in 1..=messages {
        let content = format!("message {number}");
        let message = chat_shared::api::types::CreateMessage { content: content.into(), sender: None, sent_at: None };
        let options = if number == messages { &wait } else { &WriteOptions::default() };
        server.client.create_message(&token, 1, &message, options).await.expect("accepted");
    }
    server.parts.store.applications(None, None, 1).await.expect("lists")[0].id
}

async fn ended(client: &Client, id: i64) -> Operation {
    until("the operation has ended", || async { client.operation(id).await.expect("is there").state.is_final() }).await;
    client.operation(id).await.expect("is there")
}

#[track_caller]
fn code<T: std::fmt::Debug>(result: Result<T, ClientError>) -> Option<Code> {
    result.expect_err("is refused").code()
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_told_without_the_admin_key() {
    with_server(async |server| {
        let stranger = Client::builder(server.client.base()).build().expect("a client");
        for path in PATHS {
            let code = code(stranger.get_json::<serde_json::Value>(path).await);
            let expected = if path.ends_with("thing") { Code::RouteNotFound } else { Code::Unauthorized };
            assert_eq!(code, Some(expected), "{path}");
        }
        assert_eq!(code(stranger.cancel_operation(1).await), Some(Code::Unauthorized));
        assert_eq!(
            code(stranger.retry_dead_letters(&RetryDeadLettersParams::default()).await),
            Some(Code::Unauthorized)
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn queues_counters_workers_and_the_status_are_told() {
    with_server(async |server| {
        let app = furnished(server, 3).await;
        let client = &server.client;
        let queues = client.queues().await.expect("answers");
        assert_eq!(queues.queues.iter().map(|queue| queue.queue).collect::<Vec<_>>(), Group::ALL);
        assert_eq!(client.queue(Group::Persist).await.expect("answers").depth, 0);
        assert!(client.pending(Group::Persist, &PendingQuery::default()).await.expect("lists").items.is_empty());
        until("a worker gave a sign of life", || async { !client.workers().await.expect("lists").items.is_empty() })
            .await;
        let query = CountersQuery { verdicts: true, limit: Some(1), ..CountersQuery::default() };
        let page = client.counters(&query).await.expect("lists");
        assert_eq!((page.items[0].key.clone(), page.next), (app.to_string(), Some(app.to_string())));
        let counter = client.counter(Sequence::Messages(app, 1)).await.expect("is there");
        assert_eq!((counter.n, counter.verdict), (Some(3), Some(CounterVerdict::Ok)), "{counter:?}");
        let status = client.status().await.expect("answers");
        assert_eq!(status.totals.map(|totals| (totals.applications, totals.chats, totals.messages)), Some((1, 1, 3)));
        assert!(status.faults.is_empty() && status.uptime_ms.is_some(), "{status:?}");
        let search = client.search_status().await.expect("answers");
        assert!(search.engine.starts_with(server.engine) && search.building.is_none(), "{search:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_on_the_log_is_shown_without_being_taken_and_without_tokens() {
    Recipe::new()
        .without_workers()
        .run(async |server| {
            let token = server.client.create_application("demo").await.expect("created").body.token;
            let chat =
                server.client.create_chat(&token, Some("lobby"), &WriteOptions::default()).await.expect("accepted");
            let raw = server.client.get_json::<serde_json::Value>("/admin/entries?newest=true").await.expect("lists");
            assert!(!raw.to_string().contains(&token) && raw.to_string().contains("lobby"), "{raw}");
            for _ in 0..2 {
                let entries = server.client.log_entries(&EntriesQuery::default()).await.expect("lists").items;
                assert_eq!(entries.iter().map(|entry| entry.id).collect::<Vec<_>>(), [chat.body.job_id]);
            }
            let entry = server.client.log_entry(chat.body.job_id).await.expect("is there");
            assert!(entry.progress.iter().all(|progress| progress.standing == EntryStanding::Waiting), "{entry:?}");
            let hello = CreateMessage { content: "hello".into(), sender: None, sent_at: None };
            let options = WriteOptions::default();
            let posted = server.client.create_message(&token, 1, &hello, &options).await.expect("accepted");
            let id = posted.body.job_id;
            let trace = TraceQuery { app: token.clone(), chat: 1, number: 1 };
            let path = format!("/admin/trace?app={token}&chat=1&number=1");
            let raw = server.client.get_json::<serde_json::Value>(&path).await.expect("answers");
            assert!(!raw.to_string().contains(&token), "{raw}");
            let trace = server.client.trace(&trace).await.expect("is there");
            assert_eq!((trace.now, trace.steps[0].entry_id), (TraceStanding::Waiting, Some(id)), "{trace:?}");
        })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn operations_run_are_watched_and_leave_their_result_and_their_trace() {
    with_server(async |server| {
        furnished(server, 40).await;
        let client = Client::builder(server.client.base()).admin_key(crate::support::server::ADMIN_KEY);
        let client = client.operator("ann@desk").build().expect("a client");
        let reindex =
            client.start_operation(&StartOperation::reindex(&ReindexParams::default())).await.expect("starts");
        let reindex = ended(&client, reindex.id).await;
        assert_eq!(
            (reindex.state, reindex.result["swapped"].as_bool()),
            (OperationState::Done, Some(true)),
            "{reindex:?}"
        );
        let params = VerifyParams { samples: None, ..VerifyParams::default() };
        let verify = client.start_operation(&StartOperation::verify(&params)).await.expect("starts");
        let verify = ended(&client, verify.id).await;
        let report: VerifyReport = serde_json::from_value(verify.result).expect("a report");
        assert!(report.ok && report.checked.messages == 40, "{report:?}");

        let slow = ReindexParams { rate: Some(1), ..ReindexParams::default() };
        let slow = client.start_operation(&StartOperation::reindex(&slow)).await.expect("starts");
        let second = client.start_operation(&StartOperation::reindex(&ReindexParams::default())).await;
        assert_eq!(code(second), Some(Code::OperationUnderWay));
        until("it is under way", || async {
            client.operation(slow.id).await.expect("is there").state == OperationState::Running
        })
        .await;
        assert_eq!(client.cancel_operation(slow.id).await.expect("answers").state, OperationState::Cancelled);
        until("what it built is gone", || async { client.search_status().await.expect("answers").building.is_none() })
            .await;
        assert_eq!(client.cancel_operation(slow.id).await.expect("answers").state, OperationState::Cancelled);

        let newest = OperationsQuery { limit: Some(1), ..OperationsQuery::default() };
        let page = client.operations(&newest).await.expect("lists");
        assert_eq!((page.items[0].id, page.next), (slow.id, Some(slow.id.to_string())));
        let acts = client.acts(&ActsQuery::default()).await.expect("lists").items;
        let acts: Vec<_> = acts.iter().map(|act| (act.who.as_str(), act.what.as_str())).collect();
        let start = ("ann@desk", "operation.start");
        assert_eq!(acts, [("ann@desk", "operation.cancel"), start, start, start]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_letter_is_looked_at_tried_again_and_dropped() {
    with_server(async |server| {
        let client = &server.client;
        let record = Record { id: EntryId::new(7, 0), partition: 5, number: 1, payload: vec![0xff].into() };
        let at = server.parts.clock.now();
        let dead = NewDeadLetter {
            record,
            kind: "undecodable".into(),
            reason: "rubbish".into(),
            attempts: 1,
            at,
            last_at: at,
        };
        let id = server.parts.store.park(&dead).await.expect("parked");
        let listed = client.dead_letters(&DeadLettersQuery::default()).await.expect("lists").items;
        assert_eq!(listed.iter().map(|letter| letter.id).collect::<Vec<_>>(), [id]);
        assert!(client.dead_letter(id).await.expect("is there").raw.is_some());
        let retry = client.retry_dead_letter(id).await.expect("answers");
        assert!(!retry.resolved && retry.dead_letter.attempts == 2, "{retry:?}");
        let all = client.retry_dead_letters(&RetryDeadLettersParams::default()).await.expect("starts");
        let all = ended(client, all.id).await;
        assert_eq!((all.kind.as_str(), all.result["failed"].as_u64()), ("retry_dead_letters", Some(1)), "{all:?}");
        assert!(client.drop_dead_letter(id).await.expect("answers").resolved_at.is_some());
        assert!(client.dead_letters(&DeadLettersQuery::default()).await.expect("lists").items.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_and_what_is_wrongly_asked_have_codes_of_their_own() {
    with_server(async |server| {
        let client = &server.client;
        assert_eq!(code(client.log_entry(EntryId::MAX).await), Some(Code::EntryNotFound));
        assert_eq!(code(client.counter(Sequence::Chats(AppId(99))).await), Some(Code::CounterNotFound));
        let never = TraceQuery { app: "7".to_owned(), chat: 1, number: 1 };
        assert_eq!(code(client.trace(&never).await), Some(Code::ChatNotFound));
        assert_eq!(code(client.dead_letter(9).await), Some(Code::DeadLetterNotFound));
        assert_eq!(code(client.retry_dead_letter(9).await), Some(Code::DeadLetterNotFound));
        assert_eq!(code(client.operation(9).await), Some(Code::OperationNotFound));
        assert_eq!(code(client.cancel_operation(9).await), Some(Code::OperationNotFound));
        assert_eq!(code(client.swap_search().await), Some(Code::GenerationNotFound));
        assert_eq!(code(client.abandon_search().await), Some(Code::GenerationNotFound));
        let unknown = CountersQuery { app: Some("unknown".into()), ..CountersQuery::default() };
        assert_eq!(code(client.counters(&unknown).await), Some(Code::ApplicationNotFound));
        let typo = StartOperation { kind: OperationKind::Reindex, params: serde_json::json!({"speed": 1}) };
        assert_eq!(code(client.start_operation(&typo).await), Some(Code::ValidationFailed));
        for path in [
            "/admin/entries?limit=0",
            "/admin/entries?limit=1001",
            "/admin/entries?newest=yes",
            "/admin/entries?partition=64",
            "/admin/entries?after=x",
            "/admin/counters?limit=201",
            "/admin/counters?after=0",
            "/admin/counters?app=1&app=2",
            "/admin/trace?app=1&chat=1",
            "/admin/trace?app=1&chat=0&number=1",
            "/admin/dead-letters?after=x",
            "/admin/operations?offset=1",
            "/admin/queues/persist/pending?idle_ms=-1",
        ] {
            let refused = client.get_json::<serde_json::Value>(path).await;
            assert_eq!(code(refused), Some(Code::ValidationFailed), "{path}");
        }
        for (path, expected) in [
            ("/admin/queues/other", Code::RouteNotFound),
            ("/admin/entries/x", Code::EntryNotFound),
            ("/admin/counters/0", Code::CounterNotFound),
            ("/admin/dead-letters/x", Code::DeadLetterNotFound),
            ("/admin/operations/x", Code::OperationNotFound),
        ] {
            assert_eq!(code(client.get_json::<serde_json::Value>(path).await), Some(expected), "{path}");
        }
        let body = serde_json::json!({"kind": "sweep"});
        let refused = client.post_json::<_, serde_json::Value>("/admin/operations", &body).await;
        let refused = refused.expect_err("is refused");
        assert_eq!(refused.status(), Some(StatusCode::UNPROCESSABLE_ENTITY.as_u16()), "{refused:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn accepting_is_stopped_drained_and_resumed_while_reads_go_on() {
    with_server(async |server| {
        furnished(server, 2).await;
        let client = &server.client;
        let token = server.tenant_with_chat().await;
        server.post(&token, &["before"]).await;
        let stopped = client.pause(Station::Accept).await.expect("stopped");
        assert_eq!((stopped.station, stopped.who.as_deref()), (Station::Accept, Some("admin")));
        let accept = async || {
            let stations = client.queues().await.expect("answers").stations;
            stations.into_iter().find(|status| status.station == Station::Accept).expect("is told").state
        };
        until("the queue is drained", || async { accept().await == StationState::Drained }).await;
        let refused = server.post_to(&token, 1, "not now").await.expect_err("is refused");
        assert_eq!(refused.code(), Some(Code::AcceptingPaused));
        let raw = server.send_json(http::Method::POST, &format!("/applications/{token}/chats"), "{}").await;
        raw.problem(Code::AcceptingPaused);
        assert_eq!(raw.header("retry-after"), Some("5"));
        assert_eq!(code(client.create_application("not now").await), Some(Code::AcceptingPaused));
        assert_eq!(
            client.message(&token, 1, 1).await.expect("reads go on").body.message_content.as_deref(),
            Some("before")
        );
        let ready = server.get("/readyz").await;
        assert_eq!((ready.status, &ready.json()["status"]), (StatusCode::OK, &"degraded".into()));
        assert!(ready.json()["checks"]["queue"]["detail"].as_str().is_some_and(|told| told == "accept is paused"));

        assert_eq!(client.resume(Station::Accept).await.expect("resumed").state, StationState::Running);
        until("it accepts again", || async {
            server.post_to(&token, 1, "after").await.is_ok_and(|number| number == 2)
        })
        .await;
        let acts = client.acts(&ActsQuery::default()).await.expect("lists").items;
        let told: Vec<_> = acts.iter().map(|act| (act.what.as_str(), act.target.as_str())).collect();
        assert_eq!(told[..2], [("queue.resume", "accept"), ("queue.pause", "accept")]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paused_queue_is_left_alone_until_it_is_resumed() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        server.settled().await;
        let client = &server.client;
        assert_eq!(client.pause(Station::Index).await.expect("paused").state, StationState::Paused);
        until("the process knows", || async { server.get("/readyz").await.json()["status"] == "degraded" }).await;
        // The read that was under way when the pause came ends within a second.
        tokio::time::sleep(Duration::from_millis(1_200)).await;
        server.post(&token, &["one"]).await;
        let depth = async |queue| client.queue(queue).await.expect("answers");
        until("it is persisted", || async { depth(Group::Persist).await.depth == 0 }).await;
        let index = depth(Group::Index).await;
        assert_eq!((index.lag, index.state), (1, StationState::Paused));
        client.resume(Station::Index).await.expect("resumed");
        until("it is indexed", || async { depth(Group::Index).await.depth == 0 }).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_works_on_is_taken_over_when_an_operator_asks() {
    Recipe::new()
        .config(|config| config.worker.claim_idle = Duration::from_hours(1))
        .run(async |server| {
            let token = server.tenant_with_chat().await;
            server.settled().await;
            let client = &server.client;
            client.pause(Station::Persist).await.expect("paused");
            until("the process knows", || async { server.get("/readyz").await.json()["status"] == "degraded" }).await;
            tokio::time::sleep(Duration::from_millis(1_200)).await;
            server.post(&token, &["one"]).await;
            // Somebody takes it and is never heard of again.
            let limits =
                ReadLimits { entries: 10, bytes: 1 << 20, wait: Duration::from_secs(5), linger: Duration::ZERO };
            let taken = server.parts.queue.read(Group::Persist, "vanished", limits).await.expect("reads");
            assert_eq!(taken.len(), 1);
            client.resume(Station::Persist).await.expect("resumed");
            let soon = client.claim(Group::Persist, &ClaimParams { idle_ms: 10 }).await;
            assert_eq!(code(soon), Some(Code::ValidationFailed));
            tokio::time::sleep(Duration::from_millis(1_200)).await;
            let asked = client.claim(Group::Persist, &ClaimParams { idle_ms: 1_000 }).await.expect("asked");
            assert_eq!(asked.idle_entries, 1);
            until("it is persisted", || async {
                client.message(&token, 1, 1).await.is_ok_and(|message| message.body.state == MessageState::Persisted)
            })
            .await;
        })
        .await;
}
