//! What a user may get wrong on the line or in the environment: one clear line each, and the exit code that scripts know.

use crate::server::Server;
use crate::support::{chatctl, error, run};

#[test]
fn a_key_file_that_cannot_be_read_or_holds_nothing_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let empty = folder.path().join("empty.key");
    std::fs::write(&empty, "\n").expect("written");
    for (file, why) in [
        (folder.path().join("missing.key").as_path(), "No such file"),
        (folder.path(), "Is a directory"),
        (&empty, "there is nothing in it"),
    ] {
        let output = chatctl(&["--api", "http://127.0.0.1:1", "app", "ls", "-o", "json"])
            .env("CHATCTL_ADMIN_KEY_FILE", file)
            .output()
            .expect("chatctl runs");
        let error = error(&output);
        assert_eq!(error["exit"], 4, "{error}");
        let message = error["message"].as_str().expect("text");
        assert!(message.contains(file.to_str().expect("text")) && message.contains(why), "{message}");
    }
}

#[test]
fn a_data_folder_without_a_chatd_says_how_to_start_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_str().expect("text");
    let error = error(&run(&["--data", path, "app", "ls", "-o", "json"]));
    assert_eq!(error["exit"], 7, "{error}");
    assert_eq!(error["hint"], format!("start it: chatd --data {path}"));
}

#[test]
fn numbers_out_of_range_and_words_that_there_are_not_are_usage_errors_that_name_them() {
    let server = Server::shared();
    for (args, named) in [
        (&["msg", "get", "a", "0", "1"][..], "0 is not in 1..=4294967295"),
        (&["msg", "ls", "a", "4294967296"], "4294967296"),
        (&["msg", "ls", "a", "1.5"], "1.5"),
        (&["app", "ls", "--limit", "many"], "many"),
        (&["queue", "get", "persit"], "persist"),
        (&["counter", "get", "1:2:3"], "1:2:3"),
        (&["app", "ls", "--timeout", "5"], "500ms"),
        (&["index", "reindex", "--rate", "0"], "--rate"),
        (&["app", "ls", "--limt", "3"], "--limit"),
        (&["--context", "nowhere", "app", "ls"], "nowhere"),
    ] {
        let error = server.failure(args);
        assert_eq!((&error["exit"], &error["retryable"]), (&2.into(), &false.into()), "{args:?}: {error}");
        let told = format!("{} {}", error["message"], error["hint"]);
        assert!(told.contains(named), "{args:?}: {error}");
    }
}
