//! Questions: candidates for a text, in the order of places; how many documents; how many bytes.

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::Duration;

use super::bulk::routing;
use super::error::{EngineError, Said};
use super::nodes::{Answer, Call, Nodes};
use super::schema::GRAM;
use crate::domain::{ChatNumber, MessageNumber};
use crate::search::{Found, Query};

/// How long a search may take; who searches for a user waits less.
const SEARCH: Duration = Duration::from_secs(5);

/// How long counting may take.
const COUNT: Duration = Duration::from_secs(30);

/// The longest phrase that is asked for, in characters: each is a list of positions that the engine holds open. Of a
/// longer text both ends are looked for, and what has both is a candidate.
const PHRASE: usize = 64;

/// What a question came to.
#[derive(Debug)]
pub enum Reading<T> {
    /// The answer.
    Whole(T),
    /// What was asked is not there, or went away meanwhile.
    Gone,
}

/// A place as one number that sorts alike: chat and number, moved into the signed range.
pub fn place((chat, number): (ChatNumber, MessageNumber)) -> i64 {
    let place = u64::from(chat) << 32 | u64::from(number);
    (place ^ 1 << 63).cast_signed()
}

/// The place of a number.
fn place_of(number: i64) -> (ChatNumber, MessageNumber) {
    let place = number.cast_unsigned() ^ 1 << 63;
    let part = |part: u64| u32::try_from(part & u64::from(u32::MAX)).unwrap_or_default();
    (part(place >> 32), part(place))
}

/// The search of a target for a query.
pub fn search(target: &str, query: &Query<'_>) -> Call {
    let mut filter = vec![json!({ "term": { "app": query.scope.app.0.to_string() } })];
    let routing = routing(query.scope);
    filter.extend(routing.iter().map(|chat| json!({ "term": { "chat": chat } })));
    filter.extend(holding(query.text));
    let mut body = json!({
        "size": query.limit,
        "query": { "bool": { "filter": filter } },
        "sort": [{ "place": if query.descending { "desc" } else { "asc" } }],
        "track_total_hits": false,
        "stored_fields": "_none_",
    });
    if let Some(after) = query.after {
        body["search_after"] = json!([place(after)]);
    }
    let call = Call::post(format!("/{target}/_search"))
        .query("allow_partial_search_results", "false")
        .query("filter_path", "timed_out,_shards.failed,hits.hits.sort")
        .body(body.to_string())
        .within(SEARCH);
    match routing {
        Some(chat) => call.query("routing", chat),
        None => call,
    }
}

/// What a document must match to be a candidate for a text.
fn holding(text: &str) -> Vec<Value> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let phrase = |text: &str| json!({ "match_phrase": { "text": text } });
    if starts.len() < GRAM {
        return vec![json!({ "term": { "text.short": text } })];
    }
    match (starts.get(PHRASE), starts.len().checked_sub(PHRASE).and_then(|tail| starts.get(tail))) {
        (Some(head), Some(tail)) => {
            let (head, tail) = (text.get(..*head), text.get(*tail..));
            [head, tail].into_iter().flatten().map(phrase).collect()
        }
        _ => vec![phrase(text)],
    }
}

#[derive(Deserialize)]
struct Hits {
    #[serde(default)]
    timed_out: bool,
    #[serde(default, rename = "_shards")]
    shards: Shards,
    #[serde(default)]
    hits: HitList,
}

#[derive(Default, Deserialize)]
struct Shards {
    #[serde(default)]
    failed: u64,
}

#[derive(Default, Deserialize)]
struct HitList {
    #[serde(default)]
    hits: Vec<Hit>,
}

#[derive(Deserialize)]
struct Hit {
    sort: [i64; 1],
}

/// Asks a search, whose limit is `limit`.
pub async fn find(nodes: &Nodes, search: &Call, limit: u32) -> Result<Reading<Found>, EngineError> {
    let Reading::Whole(answer) = there(nodes.ask(search).await?)? else { return Ok(Reading::Gone) };
    let Hits { timed_out, shards, hits } = answer.json()?;
    if timed_out || shards.failed > 0 {
        return Err(EngineError::Failing { status: answer.status, reason: Said::of("a part of the index is missing") });
    }
    let places: Vec<_> = hits.hits.iter().map(|hit| place_of(hit.sort[0])).collect();
    let resume = (places.len() >= limit as usize).then(|| places.last().copied()).flatten();
    Ok(Reading::Whole(Found { places, resume }))
}

#[derive(Deserialize)]
struct Count {
    count: u64,
}

/// How many documents of an index have a text.
pub async fn count(nodes: &Nodes, index: &str) -> Result<Reading<u64>, EngineError> {
    let body = json!({ "query": { "exists": { "field": "text" } } }).to_string();
    let call = Call::post(format!("/{index}/_count")).query("filter_path", "count").body(body).within(COUNT);
    match there(nodes.ask(&call).await?)? {
        Reading::Whole(answer) => answer.json().map(|Count { count }| Reading::Whole(count)),
        Reading::Gone => Ok(Reading::Gone),
    }
}

/// How many bytes the indices take, replicas not counted.
pub async fn size(nodes: &Nodes, indices: &str) -> Result<u64, EngineError> {
    let call = Call::get(format!("/{indices}/_stats/store"))
        .query("filter_path", "_all.primaries.store.size_in_bytes")
        .within(COUNT);
    let stats: Value = nodes.json(&call).await?;
    Ok(stats["_all"]["primaries"]["store"]["size_in_bytes"].as_u64().unwrap_or(0))
}

/// The answer, unless it is that the index is not there or went away while it was searched.
fn there(answer: Answer) -> Result<Reading<Answer>, EngineError> {
    let went = ["index_not_found_exception", "shard_not_found_exception", "search_context_missing_exception"];
    if answer.status >= 400 {
        let said = Said(answer.cause());
        if answer.status == 404 || went.iter().any(|kind| said.is(kind)) {
            return Ok(Reading::Gone);
        }
    }
    answer.checked().map(Reading::Whole)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn places_sort_as_their_numbers_and_come_back(a in any::<(u32, u32)>(), b in any::<(u32, u32)>()) {
            prop_assert_eq!(a.cmp(&b), place(a).cmp(&place(b)));
            prop_assert_eq!(place_of(place(a)), a);
        }
    }

    #[test]
    fn short_texts_are_grams_and_longer_ones_phrases() {
        assert_eq!(holding("日本"), [json!({ "term": { "text.short": "日本" } })]);
        assert_eq!(holding("🐟🐟🐟"), [json!({ "match_phrase": { "text": "🐟🐟🐟" } })]);
        let longest = "é".repeat(PHRASE);
        assert_eq!(holding(&longest), [json!({ "match_phrase": { "text": longest } })]);
    }

    #[test]
    fn of_a_long_text_both_ends_are_asked_for() {
        let text = format!("{}middle{}", "é".repeat(PHRASE), "🐟".repeat(PHRASE));
        let ends = ["é".repeat(PHRASE), "🐟".repeat(PHRASE)];
        assert_eq!(holding(&text), ends.map(|end| json!({ "match_phrase": { "text": end } })));
    }
}
