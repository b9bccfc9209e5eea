//! Which generations there are, as the aliases of the engine say it, and how they change. Each change is one step of the
//! cluster's state, so whoever reads it sees one or the other.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::Duration;

use super::error::EngineError;
use super::nodes::{Call, Nodes};
use super::schema::{self, Mapping, Meta, Names};
use super::write;
use crate::search::fold;

/// How often a call follows generations that change under it.
pub const CHANGES: usize = 5;

/// How long the engine has for a change of its state.
const CHANGE: Duration = Duration::from_mins(1);

/// How long it has to tell its state. At the start this is waited for.
const LOOK: Duration = Duration::from_secs(5);

/// An index of ours.
#[derive(Debug, Clone)]
pub struct Generation {
    /// Its number.
    pub number: i64,
    /// What it says of itself.
    pub meta: Meta,
}

/// The generations of an installation.
#[derive(Debug, Clone, Default)]
pub struct Generations {
    /// The one that answers and is written to.
    pub live: Option<Generation>,
    /// The one that is being built, and is written to as well.
    pub building: Option<Generation>,
    /// The one that answered before, where it is kept; written to as well.
    pub previous: Option<Generation>,
    /// Those that answered once, and whose dropping was interrupted.
    outlived: Vec<i64>,
    /// The greatest number that was ever given.
    last: i64,
}

/// An index as the engine tells it.
#[derive(Deserialize)]
struct Told {
    #[serde(default)]
    aliases: BTreeMap<String, Value>,
    #[serde(default)]
    mappings: Mapping,
}

impl Generations {
    /// The generations as they are now.
    pub async fn read(nodes: &Nodes, names: &Names) -> Result<Self, EngineError> {
        let call = Call::get(format!("/{}", names.every_index()))
            .query("filter_path", "*.aliases,*.mappings")
            .query("expand_wildcards", "open")
            .within(LOOK);
        let told: BTreeMap<String, Told> = nodes.json(&call).await?;
        let mut generations = Self::default();
        for (index, Told { aliases, mappings }) in told {
            let Some(number) = names.generation(&index) else { continue };
            generations.last = generations.last.max(number);
            let live = aliases.contains_key(&names.read);
            let building = aliases.contains_key(&names.building);
            if live || building || aliases.contains_key(&names.previous) {
                let meta = mappings.checked(&index)?;
                generations.last = generations.last.max(meta.dropped);
                let place = match (live, building) {
                    (true, _) => &mut generations.live,
                    (false, true) => &mut generations.building,
                    (false, false) => &mut generations.previous,
                };
                *place = Some(Generation { number, meta });
            } else if aliases.is_empty() && mappings.checked(&index).is_ok() {
                generations.outlived.push(number);
            }
        }
        let live = generations.live.as_ref().map_or(0, |live| live.number);
        generations.outlived.retain(|number| *number < live);
        Ok(generations)
    }

    /// The aliases that writes go to.
    pub fn targets(&self, names: &Names) -> Vec<String> {
        let live = self.live.iter().map(|_| names.write.clone());
        let building = self.building.iter().map(|_| names.building.clone());
        live.chain(building).chain(self.previous.iter().map(|_| names.previous.clone())).collect()
    }

    /// Refuses work on a generation that is not being built.
    pub fn must_be_building(&self, generation: i64) -> Result<(), EngineError> {
        match &self.building {
            Some(building) if building.number == generation => Ok(()),
            _ => Err(EngineError::NotBuilding { generation }),
        }
    }
}

/// Looks at the engine, and makes the first generation where there is none. Texts of another fold must all be written
/// again: then the index counts as never filled, and what was being built of them is dropped. Returns the engine and its
/// version.
pub async fn prepare(nodes: &Nodes, names: &Names, shards: u32) -> Result<String, EngineError> {
    let engine = engine(nodes).await?;
    aliases_are_ours(nodes, names).await?;
    let mut generations = Generations::read(nodes, names).await?;
    if generations.live.is_none() {
        make(nodes, names, shards, generations.last + 1, &[&names.read, &names.write]).await?;
        generations = Generations::read(nodes, names).await?;
    }
    let stale = |generation: &Generation| generation.meta.fold != fold::VERSION;
    if let Some(building) = generations.building.clone().filter(stale) {
        abandon(nodes, names, building.number, generations.clone()).await?;
        generations = Generations::read(nodes, names).await?;
    }
    if let Some(previous) = generations.previous.filter(stale) {
        delete(nodes, names, previous.number).await?;
    }
    if let Some(live) = generations.live.filter(stale) {
        let meta = Meta { fold: fold::VERSION, filled: false, ..live.meta };
        set_meta(nodes, names, live.number, &meta).await?;
    }
    Ok(engine)
}

/// Looks at the engine, and makes nothing. Returns the engine and its version.
pub async fn found(nodes: &Nodes, names: &Names) -> Result<String, EngineError> {
    let engine = engine(nodes).await?;
    aliases_are_ours(nodes, names).await?;
    Ok(engine)
}

/// Refuses aliases of ours that stand for an index of somebody else.
async fn aliases_are_ours(nodes: &Nodes, names: &Names) -> Result<(), EngineError> {
    let aliases = [&names.read, &names.write, &names.building, &names.previous].map(String::as_str).join(",");
    let answer = nodes.ask(&Call::get(format!("/_alias/{aliases}")).within(LOOK)).await?;
    // 404 where one of them is not there; the others are told all the same, beside the status and an error.
    let told = if answer.status == 404 { answer } else { answer.checked()? };
    let told: BTreeMap<String, Value> = told.json()?;
    let foreign = told.iter().find(|(index, of)| of.get("aliases").is_some() && names.generation(index).is_none());
    foreign.map_or(Ok(()), |(index, _)| {
        let what = format!("it stands for the index {index}");
        Err(EngineError::Foreign { name: format!("one of the aliases {aliases}"), what })
    })
}

/// What `GET /` tells.
#[derive(Deserialize)]
struct Root {
    #[serde(default)]
    version: Option<Version>,
}

#[derive(Deserialize)]
struct Version {
    number: String,
    #[serde(default)]
    distribution: Option<String>,
}

/// The engine and its version, where it is one that has what is needed.
async fn engine(nodes: &Nodes) -> Result<String, EngineError> {
    let answer = nodes.ask(&Call::get("/".into()).within(LOOK)).await?;
    if answer.status == 404 {
        return Err(EngineError::NoEngine { what: "404 to GET /".into() });
    }
    let Root { version } = answer.checked()?.json()?;
    let Some(Version { number, distribution }) = version else {
        return Err(EngineError::NoEngine { what: "it tells no version".into() });
    };
    let name = distribution.unwrap_or_else(|| "elasticsearch".into());
    let found = format!("{name} {number}");
    let least = if name == "opensearch" { (2, 0) } else { (7, 10) };
    if parsed(&number).is_none_or(|version| version < least) {
        return Err(EngineError::TooOld { found });
    }
    Ok(found)
}

/// Major and minor version.
fn parsed(number: &str) -> Option<(u32, u32)> {
    let mut parts = number.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// Begins a generation, or returns the one being built. It is written to from the moment it is there, so that what the
/// store has afterwards is in it by one way or the other.
pub async fn begin(nodes: &Nodes, names: &Names, shards: u32, generations: Generations) -> Result<i64, EngineError> {
    let mut generations = generations;
    for outlived in &generations.outlived {
        delete(nodes, names, *outlived).await?;
    }
    for _ in 0..CHANGES {
        if let Some(building) = generations.building {
            return Ok(building.number);
        }
        // There are two at a time: what is kept makes room.
        if let Some(previous) = &generations.previous {
            delete(nodes, names, previous.number).await?;
        }
        make(nodes, names, shards, generations.last + 1, &[&names.building]).await?;
        generations = Generations::read(nodes, names).await?;
    }
    Err(EngineError::Changing)
}

/// Makes the generation being built the one that answers, in one step. The old one is kept where it was ever filled, else
/// dropped after it: a search that was on its way there finds the new one when it asks again.
pub async fn swap(nodes: &Nodes, names: &Names, generation: i64, generations: Generations) -> Result<(), EngineError> {
    generations.must_be_building(generation)?;
    // No search may miss what the generation holds.
    write::refresh(nodes, &names.building).await?;
    if let Some(building) = &generations.building {
        set_meta(nodes, names, generation, &Meta { filled: true, ..building.meta.clone() }).await?;
    }
    let index = names.index(generation);
    let mut actions = vec![
        json!({ "add": { "index": index, "alias": names.read } }),
        json!({ "add": { "index": index, "alias": names.write } }),
        json!({ "remove": { "index": index, "alias": names.building } }),
    ];
    let old = generations.live.filter(|old| old.number != generation);
    let kept = old.as_ref().filter(|old| old.meta.filled).map(|old| old.number);
    let old = old.as_ref().map(|old| old.number);
    for alias in [&names.read, &names.write] {
        actions.extend(old.map(|old| json!({ "remove": { "index": names.index(old), "alias": alias } })));
    }
    actions.extend(kept.map(|kept| json!({ "add": { "index": names.index(kept), "alias": names.previous } })));
    if let Some(earlier) = &generations.previous {
        delete(nodes, names, earlier.number).await?;
    }
    let swapped = changed(nodes, Call::post("/_aliases".into()), &json!({ "actions": actions })).await;
    if let Err(cause) = swapped {
        // Asked twice, after an answer that was lost, or by two at once: what counts is what came of it.
        let now = Generations::read(nodes, names).await?;
        if now.live.is_none_or(|live| live.number != generation) {
            return Err(cause);
        }
    }
    match old.filter(|_| kept.is_none()) {
        Some(old) => delete(nodes, names, old).await,
        None => Ok(()),
    }
}

/// Makes the generation that is kept the one that answers, in one step, and keeps the other. Returns the one that answers.
pub async fn rollback(nodes: &Nodes, names: &Names, generations: Generations) -> Result<i64, EngineError> {
    let (Some(live), Some(previous)) = (generations.live, generations.previous) else {
        return Err(EngineError::NoneKept);
    };
    write::refresh(nodes, &names.previous).await?;
    let (live, previous) = (names.index(live.number), (previous.number, names.index(previous.number)));
    let actions = json!({ "actions": [
        { "add": { "index": previous.1, "alias": names.read } },
        { "add": { "index": previous.1, "alias": names.write } },
        { "remove": { "index": previous.1, "alias": names.previous } },
        { "remove": { "index": live, "alias": names.read } },
        { "remove": { "index": live, "alias": names.write } },
        { "add": { "index": live, "alias": names.previous } },
    ] });
    changed(nodes, Call::post("/_aliases".into()), &actions).await.map(|()| previous.0)
}

/// Drops the generation that is kept, and returns it.
pub async fn prune(nodes: &Nodes, names: &Names, generations: Generations) -> Result<i64, EngineError> {
    let previous = generations.previous.ok_or(EngineError::NoneKept)?.number;
    delete(nodes, names, previous).await.map(|()| previous)
}

/// Drops the generation being built.
pub async fn abandon(
    nodes: &Nodes,
    names: &Names,
    generation: i64,
    generations: Generations,
) -> Result<(), EngineError> {
    generations.must_be_building(generation)?;
    if let Some(live) = &generations.live {
        set_meta(nodes, names, live.number, &Meta { dropped: generation, ..live.meta.clone() }).await?;
    }
    delete(nodes, names, generation).await
}

/// Deletes an index, where it is there.
async fn delete(nodes: &Nodes, names: &Names, generation: i64) -> Result<(), EngineError> {
    let answer = nodes.ask(&Call::delete(format!("/{}", names.index(generation))).within(CHANGE)).await?;
    if answer.status == 404 { Ok(()) } else { answer.checked().map(drop) }
}

/// Says of the generation that answers that everything in the store is in it.
pub async fn mark_filled(nodes: &Nodes, names: &Names, generations: Generations) -> Result<(), EngineError> {
    match generations.live {
        Some(live) => set_meta(nodes, names, live.number, &Meta { filled: true, ..live.meta }).await,
        None => Err(EngineError::Changing),
    }
}

/// Makes an index. Where two do that at once, both have made it.
async fn make(nodes: &Nodes, names: &Names, shards: u32, generation: i64, aliases: &[&str]) -> Result<(), EngineError> {
    let call = Call::put(format!("/{}", names.index(generation)));
    match changed(nodes, call, &schema::index(shards, aliases)).await {
        Err(EngineError::Refused { reason, .. }) if reason.is("resource_already_exists_exception") => Ok(()),
        // An index has the name that our alias should have.
        Err(EngineError::Refused { reason, .. }) if reason.is("invalid_alias_name_exception") => {
            Err(EngineError::Foreign { name: aliases.join(" or "), what: "it is an index, not an alias".into() })
        }
        made => made,
    }
}

async fn set_meta(nodes: &Nodes, names: &Names, generation: i64, meta: &Meta) -> Result<(), EngineError> {
    changed(nodes, Call::put(format!("/{}/_mapping", names.index(generation))), &meta.as_mapping()).await
}

/// Whether all nodes know of a change.
#[derive(Deserialize)]
struct Acknowledged {
    #[serde(default)]
    acknowledged: bool,
}

/// Changes the cluster's state, and returns when every node knows it: a node that does not would write past the change.
async fn changed(nodes: &Nodes, call: Call, body: &Value) -> Result<(), EngineError> {
    let Acknowledged { acknowledged } = nodes.json(&call.body(body.to_string()).within(CHANGE)).await?;
    if acknowledged { Ok(()) } else { Err(EngineError::Changing) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(parsed("7.9.3") < parsed("7.10.2"));
        assert!(parsed("10.0.0-alpha1") > parsed("9.1.0"));
        assert_eq!(parsed("seven"), None);
    }

    #[test]
    fn writes_go_to_what_answers_to_what_is_built_and_to_what_is_kept() {
        let names = Names::new("");
        let one = |number| Some(Generation { number, meta: Meta::new() });
        assert!(Generations::default().targets(&names).is_empty());
        let both = Generations { live: one(1), building: one(2), ..Generations::default() };
        assert_eq!(both.targets(&names), ["messages-write", "messages-building"]);
        let kept = Generations { live: one(2), previous: one(1), ..Generations::default() };
        assert_eq!(kept.targets(&names), ["messages-write", "messages-previous"]);
        assert!(both.must_be_building(2).is_ok());
        assert!(both.must_be_building(1).is_err());
    }
}
