//! What an index is called, how it is made, and whether one that is there is as we make it. No I/O.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::error::EngineError;
use crate::search::fold;

/// The form of the index. Raised with whatever changes below; a generation of another form is not written to.
pub const FORM: u32 = 1;

/// The longest query that is one phrase of trigrams.
pub const GRAM: usize = 3;

/// The names of one installation's index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    stem: String,
    /// The alias that searches go to: of the generation that answers.
    pub read: String,
    /// The alias that writes go to: of the same generation.
    pub write: String,
    /// The alias of the generation that is being built.
    pub building: String,
    /// The alias of the generation that answered before, where it is kept.
    pub previous: String,
}

impl Names {
    /// The names that begin with `prefix`.
    pub fn new(prefix: &str) -> Self {
        let stem = format!("{prefix}messages");
        Self {
            read: stem.clone(),
            write: format!("{stem}-write"),
            building: format!("{stem}-building"),
            previous: format!("{stem}-previous"),
            stem,
        }
    }

    /// The index of a generation.
    pub fn index(&self, generation: i64) -> String {
        format!("{}-v{generation}", self.stem)
    }

    /// A pattern of all generations' indices.
    pub fn every_index(&self) -> String {
        format!("{}-v*", self.stem)
    }

    /// The generation of an index; `None` for an index that only looks alike.
    pub fn generation(&self, index: &str) -> Option<i64> {
        index.strip_prefix(&self.stem)?.strip_prefix("-v")?.parse().ok()
    }
}

/// What an index says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// The [`FORM`] that it was made with.
    pub form: u32,
    /// The [`fold::VERSION`] that its texts were folded with.
    pub fold: u32,
    /// Whether everything in the store was written into it.
    #[serde(default)]
    pub filled: bool,
    /// The last generation that was dropped without ever answering: its number is not given again, so that whoever still
    /// fills it is refused.
    #[serde(default)]
    pub dropped: i64,
}

impl Meta {
    /// Of an index that is being made.
    pub fn new() -> Self {
        Self { form: FORM, fold: fold::VERSION, filled: false, dropped: 0 }
    }

    /// As it stands in the mapping.
    pub fn as_mapping(&self) -> Value {
        json!({ "_meta": { "chatd": self } })
    }
}

/// The body that makes an index with these aliases.
///
/// Trigrams have positions, for phrases; grams of one and two characters only say that they are there. Neither text nor
/// grams are kept as they came: content comes from the store. Versions of removed documents are forgotten at once, since
/// what is removed is removed for good and what is merely deleted stays as a document without text.
pub fn index(shards: u32, aliases: &[&str]) -> Value {
    let aliases: serde_json::Map<String, Value> = aliases.iter().map(|name| ((*name).to_owned(), json!({}))).collect();
    json!({
        "settings": {
            "index": {
                "number_of_shards": shards,
                "auto_expand_replicas": "0-1",
                "refresh_interval": "1s",
                "gc_deletes": "0s",
            },
            "analysis": {
                "tokenizer": {
                    "trigram": { "type": "ngram", "min_gram": GRAM, "max_gram": GRAM },
                    "short": { "type": "ngram", "min_gram": 1, "max_gram": GRAM - 1 },
                },
                "analyzer": {
                    "trigram": { "type": "custom", "tokenizer": "trigram" },
                    "short": { "type": "custom", "tokenizer": "short" },
                },
            },
        },
        "mappings": mappings(),
        "aliases": aliases,
    })
}

fn mappings() -> Value {
    let mut mappings = json!({
        "dynamic": "strict",
        "_source": { "enabled": false },
        "_routing": { "required": true },
        "properties": {
            "app": { "type": "keyword", "doc_values": false },
            "chat": { "type": "keyword", "doc_values": false },
            "place": { "type": "long" },
            "text": {
                "type": "text",
                "analyzer": "trigram",
                "norms": false,
                "fields": {
                    "short": { "type": "text", "analyzer": "short", "norms": false, "index_options": "docs" },
                },
            },
        },
    });
    mappings["_meta"] = Meta::new().as_mapping()["_meta"].take();
    mappings
}

/// The mapping of an index as the engine tells it.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Mapping {
    #[serde(default, rename = "_meta")]
    meta: Option<Value>,
    #[serde(flatten)]
    rest: serde_json::Map<String, Value>,
}

impl Mapping {
    /// What the index says of itself, once it is known to be as this chatd makes one.
    pub fn checked(&self, index: &str) -> Result<Meta, EngineError> {
        let foreign = |what: String| EngineError::Foreign { name: format!("the index {index}"), what };
        let said = self.meta.as_ref().and_then(|meta| meta.get("chatd")).cloned().unwrap_or(Value::Null);
        let form = said.get("form").and_then(Value::as_u64).and_then(|form| u32::try_from(form).ok());
        let found = form.ok_or_else(|| foreign("it does not say that chatd made it".into()))?;
        if found > FORM {
            return Err(EngineError::Newer { name: index.to_owned(), found, known: FORM });
        }
        let meta = serde_json::from_value(said).map_err(|cause| foreign(cause.to_string()))?;
        let actual = Value::Object(self.rest.clone());
        let expected = mappings();
        for part in ["_routing", "_source", "properties"] {
            if let Some(place) = difference(&expected[part], &actual[part], part) {
                return Err(foreign(format!("its mapping differs in {place}")));
            }
        }
        Ok(meta)
    }
}

/// Where `actual` lacks something of `expected`. Engines leave out what is so by itself, and add nothing.
fn difference(expected: &Value, actual: &Value, at: &str) -> Option<String> {
    match expected {
        Value::Object(fields) => fields.iter().find_map(|(name, value)| {
            difference(value, actual.get(name).unwrap_or(&Value::Null), &format!("{at}.{name}"))
        }),
        expected => (expected != actual).then(|| at.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(mappings: Value) -> Mapping {
        serde_json::from_value(mappings).expect("a mapping")
    }

    #[test]
    fn names_tell_generations_apart_from_what_looks_alike() {
        let names = Names::new("eu-");
        assert_eq!(names.index(7), "eu-messages-v7");
        assert_eq!(names.generation("eu-messages-v7"), Some(7));
        for other in ["messages-v7", "eu-messages-v", "eu-messages-v7-old", "eu-messages-write"] {
            assert_eq!(names.generation(other), None, "{other}");
        }
    }

    #[test]
    fn an_index_as_it_was_made_is_ours() {
        assert_eq!(told(mappings()).checked("messages-v1").expect("ours"), Meta::new());
    }

    #[test]
    fn an_index_of_somebody_else_is_told_with_what_differs() {
        let mut other = mappings();
        other["properties"]["text"]["analyzer"] = json!("standard");
        let said = told(other).checked("messages-v1").expect_err("another analyser").to_string();
        assert!(said.contains("properties.text.analyzer") && said.contains("search.prefix"), "{said}");
        let said = told(json!({ "properties": {} })).checked("messages-v1").expect_err("no meta").to_string();
        assert!(said.contains("does not say that chatd made it"), "{said}");
    }

    #[test]
    fn an_index_of_a_newer_chatd_is_refused() {
        let mut newer = mappings();
        newer["_meta"]["chatd"]["form"] = json!(FORM + 1);
        assert!(matches!(told(newer).checked("messages-v1"), Err(EngineError::Newer { found: 2, known: 1, .. })));
    }
}
