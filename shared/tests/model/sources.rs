//! The rules and the code name each other: every rule is named where it is kept, and nothing is named
//! that is no rule. Reads the sources as text and knows nothing of what they do.

#![expect(clippy::expect_used, reason = "a test ends at the first surprise")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::rules::Rule;

/// Where rules are kept, from the root of the workspace.
const KEPT_IN: [&str; 3] = ["shared/src", "chatd/src", "migrations"];

/// What the names of files end with that are read.
const READ: [&str; 3] = ["rs", "sql", "lua"];

/// What a rule's id begins with.
const FAMILIES: [&str; 3] = ["N", "W", "R"];

/// The ids in the sources, each with a file that names it.
fn named() -> BTreeMap<String, PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut named = BTreeMap::new();
    for file in KEPT_IN.iter().flat_map(|folder| files(&root.join(folder))) {
        let text = std::fs::read_to_string(&file).expect("a source is readable text");
        for id in ids(&text) {
            named.entry(id.to_owned()).or_insert_with(|| file.clone());
        }
    }
    named
}

/// The sources below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder of sources");
    let paths = entries.map(|entry| entry.expect("a folder is readable").path());
    let below = paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] });
    below.filter(|path| READ.iter().any(|end| path.extension().is_some_and(|extension| extension == *end))).collect()
}

/// What looks like a rule's id: a family's letter and words in capitals, with hyphens between.
fn ids(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_'));
    words.map(|word| word.trim_end_matches('-')).filter(|word| {
        let family = word.split_once('-').filter(|(family, _)| FAMILIES.contains(family));
        family.is_some_and(|(_, rest)| rest.chars().all(|c| c.is_ascii_uppercase() || c == '-'))
    })
}

#[test]
fn every_rule_is_named_where_it_is_kept() {
    let named = named();
    let missing: Vec<_> =
        Rule::ALL.iter().filter(|rule| !named.contains_key(rule.id())).map(|rule| rule.id()).collect();
    assert!(missing.is_empty(), "rules that {KEPT_IN:?} do not name: {missing:?}");
}

#[test]
fn every_id_in_the_sources_is_a_rules() {
    let known: Vec<_> = Rule::ALL.iter().map(|rule| rule.id()).collect();
    let unknown: Vec<_> = named().into_iter().filter(|(id, _)| !known.contains(&id.as_str())).collect();
    assert!(unknown.is_empty(), "ids that are no rule's: {unknown:#?}");
}

#[test]
fn an_id_is_told_from_other_words() {
    let text = "/// Kept (N-SEED-MARK), R-LAST-WRITER: W-ONE. Not UTF-N-X, N-95, R-Tree, N-…, N, -N-A or (N-a).";
    assert_eq!(ids(text).collect::<Vec<_>>(), ["N-SEED-MARK", "R-LAST-WRITER", "W-ONE"]);
}
