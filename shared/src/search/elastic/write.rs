//! Writing to an alias: bulks, of which every item's answer is looked at, and the removal of a chat or an application.

use bytes::Bytes;
use futures::StreamExt as _;
use futures::stream;
use serde::Deserialize;
use serde_json::json;
use tokio::time::{Duration, Instant, sleep};

use super::bulk::{self, Body};
use super::error::{Cause, EngineError, Said};
use super::nodes::{Call, Nodes};
use super::pause;
use crate::search::Scope;

/// How long a bulk has, tries and pauses together.
const BULK: Duration = Duration::from_mins(1);

/// Bodies of one batch that are under way at once.
const AT_ONCE: usize = 4;

/// Documents that one request removes: some seconds of work at most.
const REMOVED_AT_ONCE: u64 = 10_000;

/// How long the engine needs to forget the versions of removed documents: its clock for that moves every 200 ms.
const FORGETTING: Duration = Duration::from_millis(300);

/// What became of a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// All of it is there, or newer than it.
    All,
    /// The alias went away: generations have changed.
    Gone,
}

#[derive(Deserialize)]
struct Verdicts {
    #[serde(default)]
    items: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    index: Verdict,
}

#[derive(Deserialize)]
struct Verdict {
    status: u16,
    #[serde(default)]
    error: Option<Cause>,
}

/// Writes bodies to an alias.
pub async fn bulk(nodes: &Nodes, alias: &str, bodies: &[Body<'_>]) -> Result<Written, EngineError> {
    let sending: Vec<_> = bodies.iter().map(|body| send(nodes, alias, body)).collect();
    let mut sent = stream::iter(sending).buffer_unordered(AT_ONCE);
    let mut written = Written::All;
    while let Some(result) = sent.next().await {
        if result? == Written::Gone {
            written = Written::Gone;
        }
    }
    Ok(written)
}

/// Sends a body until each of its documents is written: again what the engine had no room for, after pauses.
async fn send(nodes: &Nodes, alias: &str, body: &Body<'_>) -> Result<Written, EngineError> {
    let deadline = Instant::now() + BULK;
    let mut open: Vec<usize> = (0..body.documents.len()).collect();
    let mut tries = 0;
    loop {
        let busy = match once(nodes, alias, body.only(&open), deadline).await {
            Ok(verdicts) => match judge(body, &open, verdicts)? {
                Judged::Written => return Ok(Written::All),
                Judged::Gone => return Ok(Written::Gone),
                Judged::Busy(again, busy) => {
                    open = again;
                    busy
                }
            },
            Err(busy @ EngineError::Busy { .. }) => busy,
            Err(other) => return Err(other),
        };
        tries += 1;
        let pause = pause::after(tries);
        if Instant::now() + pause >= deadline {
            return Err(busy);
        }
        sleep(pause).await;
    }
}

async fn once(nodes: &Nodes, alias: &str, lines: Bytes, deadline: Instant) -> Result<Vec<Item>, EngineError> {
    // An alias that went away must not become an index by being written to.
    let call = Call::post(format!("/{alias}/_bulk"))
        .query("require_alias", "true")
        .query("filter_path", "items.*.status,items.*.error.type,items.*.error.reason,items.*.error.caused_by")
        .body(lines)
        .within(deadline.saturating_duration_since(Instant::now()));
    let verdicts: Verdicts = nodes.json(&call).await?;
    Ok(verdicts.items)
}

/// What the answers to a body come to.
#[derive(Debug)]
enum Judged {
    Written,
    Gone,
    /// These had no room, for this reason.
    Busy(Vec<usize>, EngineError),
}

/// Looks at the answer to each of the documents `sent`. That an older version is refused is as it should be.
fn judge(body: &Body<'_>, sent: &[usize], verdicts: Vec<Item>) -> Result<Judged, EngineError> {
    if verdicts.len() != sent.len() {
        let what = format!("{} answers to a bulk of {} documents", verdicts.len(), sent.len());
        return Err(EngineError::NoEngine { what });
    }
    let mut again = Vec::new();
    let mut busy = None;
    for (nth, Item { index: Verdict { status, error } }) in sent.iter().zip(verdicts) {
        match status {
            200..=299 | 409 => {}
            404 if Said(error.clone()).is("index_not_found_exception") => return Ok(Judged::Gone),
            429 => {
                again.push(*nth);
                busy = Some(EngineError::Busy { status, reason: Said(error) });
            }
            _ => {
                let id = body.documents.get(*nth).map(bulk::id).unwrap_or_default();
                return Err(EngineError::of_answer(format!("the message {id}"), status, error));
            }
        }
    }
    Ok(busy.map_or(Judged::Written, |busy| Judged::Busy(again, busy)))
}

/// Makes what was written to an alias findable; nothing where there is no such alias any more.
pub async fn refresh(nodes: &Nodes, alias: &str) -> Result<(), EngineError> {
    let answer = nodes.ask(&Call::post(format!("/{alias}/_refresh")).within(BULK)).await?;
    if answer.status == 404 { Ok(()) } else { answer.checked().map(drop) }
}

#[derive(Deserialize)]
struct Removed {
    #[serde(default)]
    deleted: u64,
    #[serde(default)]
    version_conflicts: u64,
    #[serde(default)]
    timed_out: bool,
    #[serde(default)]
    failures: Vec<serde_json::Value>,
}

/// Removes everything of a scope from an alias, in bounded steps.
pub async fn remove(nodes: &Nodes, alias: &str, scope: Scope) -> Result<Written, EngineError> {
    let term = match bulk::routing(scope) {
        Some(chat) => json!({ "term": { "chat": chat } }),
        None => json!({ "term": { "app": scope.app.0.to_string() } }),
    };
    let body = json!({ "query": term }).to_string();
    let mut call = Call::post(format!("/{alias}/_delete_by_query"))
        .query("conflicts", "proceed")
        .query("refresh", "true")
        .query("max_docs", REMOVED_AT_ONCE.to_string())
        .body(body)
        .within(BULK);
    if let Some(chat) = bulk::routing(scope) {
        call = call.query("routing", chat);
    }
    // Only what is findable is removed.
    refresh(nodes, alias).await?;
    let mut removed_any = false;
    loop {
        let answer = nodes.ask(&call).await?;
        if answer.status == 404 {
            return Ok(Written::Gone);
        }
        let removed: Removed = answer.checked()?.json()?;
        if removed.timed_out || !removed.failures.is_empty() {
            return Err(EngineError::Failing { status: 200, reason: Said::of("not everything was removed") });
        }
        removed_any |= removed.deleted > 0;
        if removed.deleted < REMOVED_AT_ONCE && removed.version_conflicts == 0 {
            break;
        }
    }
    if removed_any {
        sleep(FORGETTING).await;
        refresh(nodes, alias).await?;
    }
    Ok(Written::All)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::AppId;
    use crate::queue::EntryId;
    use crate::search::Document;

    fn documents(count: u32) -> Vec<Document> {
        let document = |number| Document {
            app: AppId(7),
            chat: 1,
            number,
            version: EntryId::new(1, 0),
            edited: false,
            text: Some("text".into()),
        };
        (1..=count).map(document).collect()
    }

    fn answers(answers: &[(u16, &str)]) -> Vec<Item> {
        let item = |(status, kind): &(u16, &str)| {
            let error = (!kind.is_empty()).then(|| Cause { kind: (*kind).into(), ..Cause::default() });
            Item { index: Verdict { status: *status, error } }
        };
        answers.iter().map(item).collect()
    }

    fn judged(given: &[(u16, &str)]) -> Result<Judged, EngineError> {
        let documents = documents(3);
        judge(&bulk::bodies(&documents)[0], &[0, 1, 2], answers(given))
    }

    #[test]
    fn an_older_version_that_is_refused_is_as_good_as_written() {
        let conflict = "version_conflict_engine_exception";
        assert!(matches!(judged(&[(201, ""), (409, conflict), (200, "")]), Ok(Judged::Written)));
    }

    #[test]
    fn only_what_had_no_room_is_sent_again() {
        let full = "es_rejected_execution_exception";
        let Ok(Judged::Busy(again, _)) = judged(&[(429, full), (201, ""), (429, full)]) else { panic!("busy") };
        assert_eq!(again, [0, 2]);
    }

    #[test]
    fn one_refused_item_fails_the_bulk_and_is_named() {
        let refused = judged(&[(201, ""), (400, "mapper_parsing_exception"), (201, "")]).expect_err("refused");
        assert!(refused.to_string().contains("7:1:2"), "{refused}");
    }

    #[test]
    fn an_answer_that_lacks_items_is_no_success() {
        assert!(judged(&[(201, ""), (201, "")]).is_err());
        assert!(judged(&[]).is_err());
    }

    #[test]
    fn an_alias_that_went_away_is_told() {
        let gone = judged(&[(404, "index_not_found_exception"), (201, ""), (201, "")]);
        assert!(matches!(gone, Ok(Judged::Gone)));
    }
}
