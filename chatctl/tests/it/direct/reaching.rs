//! Reaching the parts: a look changes nothing, what is down is named with its address and without its password, and addresses
//! are refused where they say nothing or too much.

use std::path::{Path, PathBuf};

use super::words;
use crate::server::Own;
use crate::support::{Nobody, chatctl, code, error, stderr, stdout};

/// What a chatctl that goes straight to `data` prints, and its exit code.
fn straight(data: &Path, args: &[&str]) -> (i32, String) {
    let output = chatctl(args).arg("--direct").env("CHATCTL_DATA", data).output().expect("chatctl runs");
    (code(&output), stdout(&output) + &stderr(&output))
}

/// Every file of a folder with what is in it.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    // What SQLite needs to read is there while somebody reads.
    files.retain(|path| !path.to_string_lossy().ends_with("-shm") && !path.to_string_lossy().ends_with("-wal"));
    files.sort();
    files.into_iter().map(|path| (path.clone(), std::fs::read(path).expect("read"))).collect()
}

#[test]
fn a_look_changes_nothing() {
    let mut server = Own::new();
    let data = server.data().to_owned();
    let app = server.app("looked at");
    server.post(&app, &["one", "two"]);
    server.dead_letter();
    server.stop();
    let before = contents(&data);
    for look in ["app ls", "counter diff", "queue ls", "dlq ls", "index status", "job ls", "check all"] {
        straight(&data, &words(look));
    }
    straight(&data, &["msg", "search", &app, "o"]);
    assert!(contents(&data) == before, "a file has changed");
}

#[test]
fn whether_chatd_lives_is_seen_by_its_signs_of_life() {
    let server = Own::new();
    let data = server.data().to_owned();
    server.app("living");
    let (living, told) = straight(&data, &["check", "api"]);
    assert_eq!(living, 0, "{told}");
    assert!(told.contains("not asked: 1 chatd give signs of life"), "{told}");
}

#[test]
fn a_part_that_is_down_is_named_with_its_address_and_without_its_password() {
    let nobody = Nobody::new();
    let address = nobody.address();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("store");
    std::fs::write(&file, format!("mysql://chat:hunter2@{address}/chat")).expect("written");
    let queue = format!("redis://{address}");
    let run = |args: &[&str]| {
        let mut command = chatctl(args);
        command
            .env("CHATCTL_STORE_FILE", &file)
            .args(["--direct", "--queue", &queue, "--search", "none", "-o", "json"]);
        command.output().expect("chatctl runs")
    };
    for (args, part) in [(&["app", "ls"][..], "store"), (&["queue", "ls"], "queue"), (&["dlq", "ls"], "store")] {
        let output = run(args);
        let error = error(&output);
        assert_eq!((&error["exit"], &error["retryable"]), (&7.into(), &true.into()), "{error}");
        let told = error.to_string();
        assert!(
            told.contains(&format!("the {part} was looked for at")) && told.contains(&address.to_string()),
            "{told}"
        );
        assert!(!told.contains("hunter2"), "{told}");
    }
}

#[test]
fn one_part_that_is_missing_does_not_keep_looks_from_the_others() {
    let mut server = Own::new();
    let data = server.data().to_owned();
    server.app("parts");
    server.stop();
    std::fs::rename(data.join("search.db"), data.join("gone")).expect("renamed");
    std::fs::rename(data.join("chat.db"), data.join("gone too")).expect("renamed");
    // An application and a chat that only the queue knows by now.
    assert_eq!(straight(&data, &["counter", "ls", "-o", "name"]), (0, "1\n1:1\n".to_owned()));
    assert_eq!(straight(&data, &["queue", "ls"]).0, 0);
    let (missing, told) = straight(&data, &["index", "status"]);
    assert_eq!(missing, 7, "{told}");
    assert!(told.contains("search.db"), "{told}");
    assert!(!data.join("search.db").exists(), "nothing is made by looking");
}

#[test]
fn addresses_of_parts_are_refused_where_they_say_nothing_or_too_much() {
    let run = |args: &[&str]| chatctl(&[args, &["-o", "json"]].concat()).output().expect("chatctl runs");
    let wrong = error(&run(&["app", "ls", "--store", "mysql://chat@db/chat"]));
    assert_eq!(wrong["exit"], 2);
    assert!(wrong["hint"].as_str().expect("a hint").contains("--direct"), "{wrong}");
    let secret = error(&run(&["app", "ls", "--direct", "--store", "mysql://chat:hunter2@db/chat"]));
    assert_eq!(secret["exit"], 2);
    assert!(!secret.to_string().contains("hunter2"), "{secret}");
    let unknown = error(&run(&["app", "ls", "--direct", "--store", "postgres://db/chat"]));
    assert_eq!(unknown["exit"], 2);
}
