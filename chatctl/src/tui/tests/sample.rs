//! What chatd could have answered: fixed values for every view.

use chat_shared::api::types::admin::{DeadLetterError, MessageTrace, Status, VerifyFinding};
use chat_shared::api::types::{ApplicationDetail, ApplicationSummary, ChatDetail, ChatSummary, FoundMessage, Message};
use chat_shared::clock::Timestamp;
use chat_shared::ops::explain;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::time::Duration;

use crate::commands::app::Stats as AppStats;
use crate::commands::chat::Stats as ChatStats;
use crate::commands::counter::Judged;
use crate::commands::dlq::Detail;
use crate::commands::doctor::{Finding, Severity};
use crate::commands::msg::Versioned;
use crate::commands::queue::{Queue, Seen};
use crate::commands::trace::steps;
use crate::output::failure::{Failure, Kind};
use crate::output::record::Record;
use crate::tui::state::page::Page;
use crate::tui::state::{Context, Screen, State};
use crate::tui::view::{Root, View};

/// The moment of all samples.
pub const NOW: &str = "2026-01-31T12:00:00.000Z";

pub fn now() -> Timestamp {
    NOW.parse().expect("a moment")
}

pub fn wire<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).expect("as the API has it")
}

/// A state in a view, on a terminal of this size, before anything was answered.
pub fn state_in(view: &View, width: u16, height: u16) -> State {
    let root = Root::ALL.into_iter().find(|root| root.view() == *view);
    let context =
        Context { name: "prod-eu".to_owned(), words: vec!["-c".into(), "prod-eu".into()], ..Context::default() };
    let screen = Screen { width, height, mouse: true, colour: true };
    let mut state = State::new(root.unwrap_or_default(), context, screen, Duration::from_secs(2), now());
    if root.is_none() {
        state.trail.enter(view.clone());
    }
    state
}

/// A failure of chatd's not being there.
pub fn failure() -> Failure {
    Failure::new(Kind::Unavailable, "look at the queues")
        .because("no chatd answers at http://127.0.0.1:8000 (connection refused)")
        .hint("start chatd, or say where it is: --api URL, --data DIR or --context NAME")
}

fn queue(name: &str, depth: u64, lag: u64) -> Value {
    json!({
        "queue": name, "depth": depth, "lag": lag, "pending": depth - lag, "state": "running",
        "oldest_at": "2026-01-31T11:57:49Z", "oldest_age_ms": 131_000, "last_delivered": "1769860669000-3",
    })
}

fn log() -> Value {
    json!({"entries": 27_522, "size_bytes": 9_437_184, "fill": 0.21})
}

fn index() -> Value {
    json!({
        "engine": "opensearch 2.19.1", "generation": 4, "building": 5, "documents": 4_999_120,
        "size_bytes": 1_288_490_188, "needs_filling": false,
        "backlog": {"ranges": 0, "messages": 0, "more": false}, "operation_id": 17,
    })
}

fn worker(id: &str, role: &str, alive: bool) -> Value {
    json!({
        "id": id, "role": role, "pid": 4_711, "version": "0.1.0", "entry_version": 1,
        "started_at": "2026-01-30T12:00:00Z", "heartbeat_at": "2026-01-31T11:59:59Z",
        "heartbeat_age_ms": if alive { 1_000 } else { 600_000 }, "alive": alive, "search_generation": 4,
    })
}

fn job(id: i64, kind: &str, state: &str, done: u64) -> Value {
    json!({
        "id": id, "kind": kind, "state": state, "params": {"rate": 2_000}, "step": if state == "running" { json!("fill") } else { Value::Null },
        "done": done, "total": 5_000_000, "result": if state == "done" { json!({"documents": done}) } else { Value::Null },
        "error": if state == "failed" { json!("the search engine went away") } else { Value::Null },
        "created_at": "2026-01-31T11:50:00Z", "updated_at": "2026-01-31T11:59:59Z",
        "finished_at": if state == "running" { Value::Null } else { json!("2026-01-31T11:59:59Z") },
    })
}

/// A status; `moment` counts the seconds that went by, and messages with them.
pub fn status(moment: u64) -> Box<Status> {
    let (to_persist, to_index) = (517 + moment * 37 % 1_000, 3_101 + moment * 100);
    Box::new(wire(json!({
        "at": Timestamp::from_millis(now().as_millis() - 120_000 + i64::try_from(moment * 2_000).expect("small")),
        "version": "0.1.0", "entry_version": 1, "uptime_ms": 86_400_000, "installation": "a1", "epoch": 1,
        "totals": {"applications": 120, "chats": 1_000_000, "messages": 4_900_000 + moment * (1_000 + moment % 7 * 300)},
        "log": log(), "queues": [queue("persist", to_persist + 383, to_persist), queue("index", to_index + 119, to_index)],
        "stations": [{"station": "accept", "state": "running"}, {"station": "persist", "state": "running"},
            {"station": "index", "state": "running"}],
        "dead_letters": 12, "search": index(),
        "workers": [worker("api-1", "api", true), worker("worker-1", "worker", true), worker("worker-2", "worker", false)],
        "operations": [{"id": 17, "kind": "reindex", "state": "running", "done": 3_100_000, "total": 5_000_000}],
    })))
}

fn message(number: u32, content: &str) -> Message {
    wire(json!({
        "message_number": number, "message_content": content, "sender": if number.is_multiple_of(2) { json!("ada") } else { Value::Null },
        "sent_at": null, "state": "persisted", "created_at": "2026-01-31T11:58:00Z", "updated_at": "2026-01-31T11:58:00Z",
    }))
}

/// Contents that would break a careless screen, and one that is long.
const CONTENTS: [&str; 8] = [
    "Where is my order?",
    "\u{1b}[2J\u{1b}]0;owned\u{7} cleared?",
    "\u{202e}reversed\u{202c} and سلام עברית",
    "日本語のとても長い文章がここにあり、どの端末でも幅が同じでなければならない",
    "👩\u{200d}👩\u{200d}👧 👍🏽 ❤\u{fe0f} zero\u{200b}width",
    "two\nlines\tand a tab",
    "The quick brown fox jumps over the lazy dog, again and again, until the line is far too long for any terminal that \
     an operator would sit at, and longer still than that, so that it must be cut or wrapped somewhere.",
    "{\"type\":\"card\",\"order\":1204}",
];

fn messages() -> Vec<Message> {
    (1..=40u32).rev().map(|number| message(number, CONTENTS[number as usize % CONTENTS.len()])).collect()
}

fn entry_body(content: &str) -> Value {
    json!({
        "key": "1:7", "application_id": 1, "chat_number": 7, "accepted_at": "2026-01-31T11:58:00Z", "request_id": "r-1",
        "idempotent": false, "job": {"kind": "create_message", "content": content, "sender": null, "sent_at": null},
    })
}

fn entry(count: u64) -> Value {
    json!({
        "id": format!("1769860669000-{count}"), "partition": 5, "at": "2026-01-31T11:57:49Z", "number": 40 + count,
        "kind": "create_message", "size_bytes": 112, "entry": entry_body("Where is my order?"),
    })
}

fn letter(id: i64) -> Value {
    json!({
        "id": id, "entry_id": format!("1769860669000-{id}"), "partition": 5, "kind": "create_message", "key": "1:7",
        "number": 40 + id, "reason": "deadlock found when trying to get lock; try restarting the transaction", "attempts": 5,
        "first_at": "2026-01-31T10:08:00Z", "last_at": "2026-01-31T11:58:00Z", "resolved_at": null,
    })
}

fn counter(key: &str, verdict: &str, severity: &str, n: u32) -> Judged {
    Judged(wire(json!({
        "key": key, "kind": "messages", "application_id": 1, "chat_number": 7, "partition": 5, "present": true, "n": n,
        "epoch": 1, "check_ok": true, "closed": false, "verdict": verdict, "count_verdict": "ok", "severity": severity,
        "why": "two numbers above what is stored, and two entries in flight",
        "evidence": {
            "partition_epoch": 1, "owner_exists": true, "owner_deleted": false, "greatest_persisted": 1_040, "base": 1_040,
            "gaps": [], "in_flight": {"entries": 2, "first": 1_041, "last": 1_042, "complete": true}, "dead_letters": 0,
            "last_given_at": "2026-01-31T11:59:59Z", "stored_count": 1_040, "counted": 1_040,
        },
    })))
}

fn app_stats() -> AppStats {
    let chat = |number, messages_count| ChatSummary { chat_number: number, messages_count, title: None };
    AppStats::of("6f1ed002ab5595859014ebf0951522d9".to_owned(), "acme".to_owned(), &[chat(1, 12), chat(7, 1_040)])
}

fn chat_stats() -> ChatStats {
    ChatStats {
        number: 7,
        title: Some("Order 7".to_owned()),
        messages: 1_038,
        first: Some(message(1, CONTENTS[0])),
        last: Some(message(1_040, CONTENTS[1])),
    }
}

fn trace() -> MessageTrace {
    let step = |step: &str, state: &str, what: &str| {
        json!({"step": step, "state": state, "at": "2026-01-31T11:58:00Z", "entry_id": "1769860669000-3",
            "consumer": null, "deliveries": null, "what": what})
    };
    wire(json!({
        "application_id": 1, "chat_number": 7, "message_number": 3, "partition": 5, "now": "persisted",
        "means": "it is in the database, and the index has not seen it",
        "steps": [
            step("accepted", "done", "on the log"), step("persist", "done", "acknowledged"),
            step("row", "done", "in the database"), step("index", "pending", "worker-1 is at it"),
        ],
    }))
}

fn group(reason: &str, count: u64, example_id: i64) -> DeadLetterError {
    wire(json!({
        "kind": "create_message", "reason": reason, "count": count, "first_at": "2026-01-31T10:08:00Z",
        "last_at": "2026-01-31T11:58:00Z", "example_id": example_id,
    }))
}

fn finding(invariant: &str, place: &str, what: &str) -> VerifyFinding {
    wire(json!({"invariant": invariant, "where": place, "what": what}))
}

fn found(severity: Severity, area: &'static str, found: &str, mend: Option<&str>) -> Finding {
    Finding { severity, area, found: found.to_owned(), mend: mend.map(str::to_owned) }
}

fn rows<T: Record>(records: impl IntoIterator<Item = T>) -> Page {
    Page::whole(&records.into_iter().collect::<Vec<_>>())
}

/// What a view shows when there is much to show.
pub fn full(view: &View) -> Page {
    match view {
        View::Pulse => Page::default(),
        View::Apps => rows((0..60u32).map(|place| ApplicationSummary {
            token: format!("{place:032x}"),
            name: format!("tenant {place} {}", CONTENTS[place as usize % 3]),
            chats_count: u64::from(place) * 1_000,
        })),
        View::AppDetail { app } => rows([wire::<ApplicationDetail>(json!({
            "token": app.token, "name": app.name, "chats_count": 1_204, "created_at": "2026-01-01T00:00:00Z",
            "updated_at": "2026-01-31T11:58:00Z",
        }))]),
        View::AppStats { .. } => rows([app_stats()]),
        View::ChatDetail { chat, .. } => rows([wire::<ChatDetail>(json!({
            "chat_number": chat, "messages_count": 1_040, "title": "Order 7", "state": "persisted",
            "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-31T11:58:00Z",
        }))]),
        View::ChatStats { .. } => rows([chat_stats()]),
        View::Trace { .. } => rows(steps(trace())),
        View::Chats { .. } => {
            let title = |number: u32| (!number.is_multiple_of(3)).then(|| format!("Order {number}"));
            let chat = |chat_number| ChatSummary { chat_number, messages_count: 12, title: title(chat_number) };
            Page { after: Some(crate::tui::state::page::From::Past(200)), ..rows((1..=200).map(chat)) }
        }
        View::Messages { .. } => rows(messages()),
        View::Found { .. } => {
            let found = |message: Message| FoundMessage {
                chat_number: Some(7),
                message,
                highlights: vec![wire(json!({"start": 4, "end": 9}))],
            };
            let found: Vec<FoundMessage> = messages().into_iter().map(found).collect();
            let mut page = rows(found);
            for row in &mut page.rows {
                row.lit = vec![(4, 9)];
            }
            page
        }
        View::Message { .. } => {
            let version = Some("1769860669000-3".parse().expect("an id"));
            rows([Versioned { message: message(6, CONTENTS[6]), version }])
        }
        view => of_operators(view),
    }
}

/// The same of what operators alone see.
fn of_operators(view: &View) -> Page {
    use chat_shared::api::types::admin as wired;
    match view {
        View::Queues => {
            let queue = |name, depth, lag| Queue { status: wire(queue(name, depth, lag)), log: wire(log()) };
            rows([queue("persist", 18_402, 1_204), queue("index", 9_120, 9_001)])
        }
        View::Queue { .. } => {
            let mut one = queue("persist", 18_402, 1_204);
            one["partitions"] = json!([{"partition": 5, "depth": 18_402, "lag": 1_204, "pending": 17_198,
                "oldest_age_ms": 131_000, "last_delivered": "1769860669000-3"}]);
            rows([Queue { status: wire(one), log: wire(log()) }])
        }
        View::Entries { .. } => {
            rows((0..50u64).rev().map(|count| Seen { entry: wire(entry(count)), delivered: count < 40 }))
        }
        View::Pending { .. } => rows((0..9u64).map(|count| {
            wire::<wired::PendingEntry>(json!({
                "id": format!("1769860669000-{count}"), "partition": 5, "consumer": "worker-1",
                "delivered_at": "2026-01-31T11:57:49Z", "idle_ms": 131_000, "deliveries": 4,
            }))
        })),
        View::Entry { .. } => {
            let mut one = entry(3);
            one["progress"] = json!([{"queue": "persist", "standing": "pending", "consumer": "worker-1", "deliveries": 4},
                {"queue": "index", "standing": "waiting"}]);
            rows([wire::<wired::EntryDetail>(one)])
        }
        View::Errors => rows([
            group("deadlock found when trying to get lock; try restarting the transaction", 1_204, 1),
            group("number_conflict: its number belongs to entry #", 3, 77),
        ]),
        View::DeadLetters | View::Letters { .. } => rows((1..=12).map(|id| wire::<wired::DeadLetter>(letter(id)))),
        View::DeadLetter { id } => {
            let mut one = letter(*id);
            one["entry"] = entry_body(CONTENTS[1]);
            rows([Detail(wire(one))])
        }
        View::Counters { .. } => {
            let usual = (10..40u32).map(|chat| counter(&format!("1:{chat}"), "ok", "ok", 1_040));
            let odd = [counter("1:7", "lagging", "ok", 1_042), counter("1:9", "behind", "critical", 1_000)];
            rows(odd.into_iter().chain(usual))
        }
        View::Counter { key } => rows([counter(key, "lagging", "ok", 1_042)]),
        View::Explain { key } => rows(explain(&counter(key, "lagging", "ok", 1_042).0)),
        View::Plan { .. } => {
            let step = |key: &str, action: &str, verdict: &str, why: &str| {
                wire::<wired::CounterStep>(json!({"key": key, "action": action, "verdict": verdict, "why": why,
                    "dead_letters": 0, "facts": {"n": 1_000, "epoch": 1, "check_ok": true, "base": 1_040,
                    "stored_count": 1_040, "counted": 1_040}}))
            };
            rows([
                step("1:9", "raise", "behind", "numbers from 1001 to 1040 could be given twice"),
                step("1:12", "recount", "ok", "the stored count is 55, the rows are 61"),
                step("1:14", "report", "ahead", "3 numbers were answered and are lost"),
            ])
        }
        View::Findings { .. } => rows([
            finding("I3", "1:9", "the counter stands at 1000, the greatest number is 1040"),
            finding("I6", "1:9:44", "it is not in the index"),
        ]),
        View::Doctor => rows([
            found(Severity::Critical, "counters", "1 counter is behind: 1:9", Some("chatctl counter reconcile")),
            found(Severity::Warning, "dlq", "12 dead letters", Some("chatctl dlq errors")),
            found(Severity::Ok, "api", "chatd 0.1.0 answers in 3 ms", None),
        ]),
        View::Index => rows([wire::<wired::SearchStatus>(index())]),
        View::Jobs => {
            let states = [("reindex", "running"), ("verify", "done"), ("retry_dead_letters", "failed")];
            rows((0..3).map(|place| {
                let (kind, state) = states[place];
                let place = i64::try_from(place).expect("small");
                wire::<wired::Operation>(job(17 - place, kind, state, 3_100_000))
            }))
        }
        View::Job { id } => rows([wire::<wired::Operation>(job(*id, "reindex", "running", 3_100_000))]),
        View::Workers => rows([
            wire::<wired::Worker>(worker("api-1", "api", true)),
            wire(worker("worker-1", "worker", true)),
            wire(worker("worker-2", "worker", false)),
        ]),
        View::Worker { id } => rows([wire::<wired::Worker>(worker(id, "worker", true))]),
        _ => Page::default(),
    }
}
