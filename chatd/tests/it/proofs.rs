//! `docs/faults.md` names a test or a fault for each promise: each of them is there. Reads sources as text, and knows
//! nothing of what they do.

use std::path::{Path, PathBuf};

/// The line after which promises are listed.
const HEADING: &str = "## What shows what";

/// Where tests and faults are, from the root of the workspace.
const SOURCES: [&str; 5] = ["chatd/src", "chatd/tests", "chatd/benches", "shared/src", "shared/tests"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The last column of each row of the list.
fn proofs() -> Vec<String> {
    let page = std::fs::read_to_string(root().join("docs/faults.md")).expect("readable");
    let (_, list) = page.split_once(HEADING).expect("the heading");
    let rows = list.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| promise"));
    rows.map(|row| row.trim_end_matches(" |").rsplit(" | ").next().expect("a column").to_owned()).collect()
}

/// All sources below a folder, one after the other.
fn sources(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&std::fs::read_to_string(&path).expect("readable"));
        }
    }
}

/// What stands between each two of a mark.
fn between(text: &str, mark: char) -> impl Iterator<Item = &str> {
    text.split(mark).skip(1).step_by(2)
}

#[test]
fn every_test_and_every_fault_that_the_page_names_is_there() {
    let mut text = String::new();
    for folder in SOURCES {
        sources(&root().join(folder), &mut text);
    }
    let proofs = proofs();
    assert!(proofs.len() > 20, "{proofs:?}");
    for proof in &proofs {
        let tests = between(proof, '`').map(|test| format!("fn {test}("));
        let faults = between(proof, '*').map(|fault| format!(": {fault}\""));
        let named: Vec<String> = tests.chain(faults).collect();
        assert!(!named.is_empty(), "nothing is named in: {proof}");
        for name in named {
            assert!(text.contains(&name), "{name} is nowhere: {proof}");
        }
    }
}
