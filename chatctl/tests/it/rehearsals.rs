//! `--dry-run` after any leaf: the report comes, and nothing of the installation or the folder is another afterwards.

use std::collections::BTreeMap;
use std::path::Path;

use chat_shared::config::Role;

use crate::leaves::{Things, leaves_for_scripts, to_import};
use crate::server::Own;

/// Those that only look, and not where no worker is: two prove things by a job and change nothing but the list of jobs
/// (what they would mend is rehearsed in `jobs.rs`), one finds that there is no worker.
const ONLY_LOOK: [&str; 3] = ["verify", "index verify", "doctor"];

#[test]
fn a_rehearsal_of_any_leaf_touches_nothing() {
    let mut own = Own::new();
    let app = own.app("rehearsed");
    own.post(&app, &["one", "two", "three"]);
    let leaves: Vec<Vec<String>> =
        leaves_for_scripts().into_iter().filter(|leaf| !ONLY_LOOK.contains(&leaf.join(" ").as_str())).collect();
    // There is an index that is being built, or one that is kept: not both.
    let (swap, others) = leaves.into_iter().partition(|leaf| leaf.join(" ") == "index swap");
    rehearse(&mut own, &app, swap);
    rehearse(&mut own, &app, others);
}

/// Makes what the leaves are called on, and rehearses them where nothing moves by itself.
fn rehearse(own: &mut Own, app: &str, leaves: Vec<Vec<String>>) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = to_import(folder.path());
    own.restart_as(Role::All);
    let things = Things { server: own, app, file: &file };
    let line = |leaf: Vec<String>| -> Vec<String> {
        things.line(&leaf).into_iter().filter(|word| word != "--dry-run").collect()
    };
    let lines: Vec<Vec<String>> = leaves.into_iter().map(line).collect();
    own.settle();
    own.restart_as(Role::Api);
    let before = (own.contents(), files(folder.path()));
    for line in &lines {
        let args: Vec<&str> = line.iter().map(String::as_str).chain(["--dry-run", "--progress", "none"]).collect();
        own.json(&args);
        let after = (own.contents(), files(folder.path()));
        for (table, rows) in &after.0 {
            assert_eq!(rows, &before.0[table], "{args:?} touches {table}");
        }
        assert_eq!(after.1, before.1, "{args:?} writes files");
    }
}

#[test]
fn a_leaf_that_asks_for_consent_does_nothing_where_nobody_can_be_asked() {
    let mut own = Own::new();
    let app = own.app("asked for");
    own.post(&app, &["one", "two", "three"]);
    // Where nothing is to be done about counters nothing is asked.
    own.damage("chat.db", "UPDATE chats SET messages_count = 31");
    let file = to_import(own.data());
    let things = Things { server: &own, app: &app, file: &file };
    let is_consent = |word: &String| word == "--yes" || word.starts_with("--confirm=");
    let lines: Vec<Vec<String>> = leaves_for_scripts()
        .into_iter()
        .map(|leaf| things.line(&leaf))
        .filter(|line| line.iter().any(is_consent) && !line.iter().any(|word| word == "--dry-run"))
        .collect();
    assert!(lines.len() > 5, "there is more than this that asks: {lines:?}");
    own.settle();
    own.restart_as(Role::Api);
    let before = own.contents();
    for line in &lines {
        let (consent, args): (Vec<&String>, Vec<&String>) = line.iter().partition(|word| is_consent(word));
        let args: Vec<&str> = args.into_iter().map(String::as_str).collect();
        let refused = own.failure(&args);
        assert_eq!((&refused["exit"], &refused["code"]), (&10.into(), &"confirmation_required".into()), "{args:?}");
        let hint = refused["hint"].as_str().expect("a hint");
        assert!(consent.iter().all(|flag| hint.contains(flag.as_str())), "{args:?}: {hint}");
        assert_eq!(own.contents(), before, "{args:?}");
    }
}

/// Every file of a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries
        .filter(|path| path.is_file())
        .map(|path| (path.display().to_string(), std::fs::read(&path).expect("readable")))
        .collect()
}
