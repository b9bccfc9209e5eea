//! The published JSON Schemas: one for every command, committed, and true of what is printed.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::Value;

use crate::leaves::leaves_for_scripts;
use crate::support::{code, error, run, stdout};

/// Writes the committed files anew instead of comparing them.
const UPDATE: &str = "CHATD_TEST_UPDATE";

/// Fails where `printed` is not what the schema of this name says. What has no schema fails too.
#[track_caller]
pub fn conforms(name: &str, printed: &Value) {
    static KNOWN: OnceLock<BTreeMap<String, Validator>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        let built = |schema: &Value| {
            let schema = closed(schema.clone());
            jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema of JSON Schema 2020-12")
        };
        chatctl::schemas().iter().map(|(name, schema)| (name.clone(), built(schema))).collect()
    });
    let validator = known.get(name).unwrap_or_else(|| panic!("`{name}` has no row in chatctl/src/commands/answers.rs"));
    let wrong: Vec<String> =
        validator.iter_errors(printed).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "the schema {name} does not hold: {wrong:#?}\n{printed}");
}

/// The same schema for objects that have no other fields: fields may be added within a version, but not without being
/// published.
fn closed(schema: Value) -> Value {
    match schema {
        Value::Object(fields) => {
            let mut fields: serde_json::Map<_, _> =
                fields.into_iter().map(|(key, value)| (key, closed(value))).collect();
            if fields.get("properties").is_some_and(Value::is_object) && fields.contains_key("type") {
                fields.insert("additionalProperties".to_owned(), false.into());
            }
            fields.into()
        }
        Value::Array(items) => items.into_iter().map(closed).collect(),
        other => other,
    }
}

/// The same for an envelope, which says itself which schema it has.
#[track_caller]
pub fn envelope_conforms(printed: &Value) {
    let schema = printed["schema"].as_str().unwrap_or_default();
    let name = schema.strip_prefix("chatctl.").and_then(|rest| rest.strip_suffix("/v1"));
    conforms(name.unwrap_or_else(|| panic!("no name of a schema: {printed}")), printed);
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/schemas")
}

#[test]
fn the_committed_schemas_are_fresh() {
    let file = |name: &str| format!("{name}.json");
    let published: BTreeMap<String, String> = chatctl::schemas()
        .iter()
        .map(|(name, schema)| (file(name), serde_json::to_string_pretty(schema).expect("JSON") + "\n"))
        .collect();
    if std::env::var_os(UPDATE).is_some() {
        // Those that are no more go too.
        let _ = std::fs::remove_dir_all(folder());
        std::fs::create_dir_all(folder()).expect("a folder");
        for (name, text) in &published {
            std::fs::write(folder().join(name), text).expect("written");
        }
    }
    let committed: BTreeMap<String, String> = std::fs::read_dir(folder())
        .expect("docs/schemas")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("text");
            (path.file_name().expect("a name").to_string_lossy().into_owned(), text)
        })
        .collect();
    let names = |all: &BTreeMap<String, String>| all.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&committed), names(&published), "docs/schemas is stale: run `make generate` and commit it");
    for (name, text) in &published {
        assert!(committed[name] == *text, "docs/schemas/{name} is stale: run `make generate` and commit it");
    }
}

#[test]
fn every_leaf_has_a_schema_and_every_schema_a_leaf() {
    let name = |leaf: &Vec<String>| {
        leaf.iter().map(|word| if word == "ls" { "list" } else { word }).collect::<Vec<_>>().join(".")
    };
    // What stands on standard error, and what a flag makes of a leaf.
    let others = ["error", "progress", "verify.repair", "verify.plan", "verify.apply"].map(str::to_owned);
    let mut expected: Vec<String> = leaves_for_scripts().iter().map(name).chain(others).collect();
    let mut known: Vec<String> = chatctl::schemas().into_iter().map(|(name, _)| name).collect();
    expected.sort();
    known.sort();
    assert_eq!(known, expected, "a row in chatctl/src/commands/answers.rs says what a command prints");
}

#[test]
fn a_schema_is_shown_however_its_command_is_named() {
    let shown = |args: &[&str]| stdout(&run(&[&["schema", "show"], args].concat()));
    let document: Value = serde_json::from_str(&shown(&["app", "ls"])).expect("JSON");
    assert_eq!(document["properties"]["schema"]["const"], "chatctl.app.list/v1");
    for name in [&["app.list"][..], &["chatctl", "app", "ls"], &["chatctl.app.list/v1"], &["app ls"]] {
        assert_eq!(shown(name), shown(&["app", "ls"]), "{name:?}");
    }
    let rows: Value = serde_json::from_str(&shown(&["app", "ls", "--rows"])).expect("JSON");
    assert_eq!(rows["properties"], document["$defs"]["row"]["properties"]);
    let nothing = run(&["schema", "show", "app", "fly", "-o", "json"]);
    assert_eq!((code(&nothing), &error(&nothing)["code"]), (5, &"not_found".into()));
}

#[test]
fn what_a_schema_says_can_be_broken() {
    let schema = chatctl::schemas().into_iter().find(|(name, _)| name == "version").expect("known").1;
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let printed: Value = serde_json::from_str(&stdout(&run(&["version", "-o", "json"]))).expect("JSON");
    assert!(validator.is_valid(&printed), "{printed}");
    let with = |field: &str, value: Value| {
        let mut changed = printed.clone();
        changed["item"][field] = value;
        changed
    };
    for (field, value) in [("version", Value::Null), ("os", 1.into())] {
        assert!(!validator.is_valid(&with(field, value)), "{field}");
    }
    let more = with("more", "field".into());
    assert!(validator.is_valid(&more), "whoever reads it knows that fields may be added");
    assert!(!jsonschema::validator_for(&closed(schema)).expect("a schema").is_valid(&more), "but these tests see it");
    let mut short = printed;
    short["item"].as_object_mut().expect("an object").remove("arch");
    assert!(!validator.is_valid(&short), "{short}");
}

#[test]
fn every_code_that_a_failure_carries_is_explained() {
    fn sources(folder: PathBuf, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                sources(path, found);
            } else {
                found.push(std::fs::read_to_string(path).expect("text"));
            }
        }
    }
    let mut texts = Vec::new();
    sources(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src"), &mut texts);
    let carried: Vec<&str> = texts
        .iter()
        .flat_map(|text| text.split(".code(\"").skip(1))
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(carried.contains(&"ambiguous_name"), "{carried:?}");
    for code in carried {
        assert_eq!(run(&["errors", "explain", code]).status.code(), Some(0), "{code} is in no table");
    }
}
