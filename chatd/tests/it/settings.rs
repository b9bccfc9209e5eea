//! Settings and files of the data folder that cannot be used: each is refused before anything listens, by its name, with
//! what to do about it and with the exit code that says whose fault it is.

use std::path::Path;
use std::process::Output;

use chatd::data_dir::whereabouts;

use crate::support::binary::{chatd, output, text};

/// Whose fault it is.
const FAILED: i32 = 1;
const USAGE: i32 = 2;

#[track_caller]
fn says(output: &Output, code: i32, parts: &[&str]) {
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert_eq!(text(&output.stdout), "", "{said}");
    for part in parts {
        assert!(said.contains(part), "`{part}` is not in: {said}");
    }
}

#[test]
fn what_is_wrong_on_the_line_is_told_with_what_to_give_instead() {
    let folder = tempfile::tempdir().expect("a folder");
    for (args, parts) in [
        (["--listen", "127.0.0.1:70000"], ["\"70000\" is no port (0 to 65535", "such as 127.0.0.1:8000"]),
        (["--listen", "nohost.invalid:0"], ["--listen:", "give an IP address and a port"]),
        (["--store", "postgres://host/db"], ["the scheme \"postgres\" is unknown", "give sqlite:"]),
        (["--queue", "http://host"], ["--queue: the scheme \"http\" is unknown", "redis://host"]),
        (["--queue", "redis://"], ["the URL names no host", "redis://host"]),
        (["--search", "ftp://host"], ["--search: the scheme \"ftp\" is unknown", "http"]),
        (["--role", "king"], ["--role:", "give all, api or worker"]),
        (["--config", "/nonexistent.toml"], ["/nonexistent.toml cannot be read", "name a readable TOML file"]),
        (["--config", "/"], ["the configuration file / cannot be read", "name a readable TOML file"]),
    ] {
        says(&output(folder.path(), &args), USAGE, &parts);
        assert_eq!(whereabouts(folder.path()), None);
    }
    assert!(std::fs::read_dir(folder.path()).expect("listed").next().is_none(), "nothing was made");
}

#[test]
fn a_misspelt_setting_finds_the_one_that_was_meant_in_the_file_and_in_the_environment() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("chatd.toml");
    std::fs::write(&file, "[http]\nlisen = \"127.0.0.1:0\"\n").expect("written");
    let path = file.to_str().expect("text");
    let place = format!("{path}:2: http.lisen");
    says(&output(folder.path(), &["--config", path]), USAGE, &[&place, "did you mean http.listen?"]);
    std::fs::write(&file, b"\xff\xfe").expect("written");
    says(&output(folder.path(), &["--config", path]), USAGE, &[path, "UTF-8", "name a readable TOML file"]);
    let misspelt = chatd(folder.path(), &[]).env("CHATD_LISTNE", "x").output().expect("runs");
    says(&misspelt, USAGE, &["CHATD_LISTNE: there is no such setting; did you mean CHATD_LISTEN?"]);
}

#[test]
fn an_admin_key_that_cannot_be_read_or_is_none_is_never_taken_and_never_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("key");
    let with_key = || chatd(folder.path(), &["--listen", "127.0.0.1:0"]).env("CHATD_ADMIN_KEY_FILE", &file).output();
    says(&with_key().expect("runs"), USAGE, &["key cannot be read", "name a file that this user can read"]);
    for (key, says_this) in
        [("", "has 0 characters"), ("short", "has 5 characters"), ("sixteen letters é", "visible ASCII")]
    {
        std::fs::write(&file, key).expect("written");
        let refused = with_key().expect("runs");
        says(&refused, USAGE, &[says_this, "openssl rand -hex 32"]);
        assert!(key.is_empty() || !text(&refused.stderr).contains(key), "{}", text(&refused.stderr));
    }
}

#[test]
fn an_address_of_another_machine_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    // Of the block that is for documentation only: no machine has it.
    let refused = output(folder.path(), &["--listen", "192.0.2.1:0"]);
    says(&refused, FAILED, &["cannot listen on 192.0.2.1:0: this machine has no such address", "choose another"]);
}

/// A data folder in which `name` is a folder where a file should be: nobody can read or write that, root neither.
fn with_a_folder_called(name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join(name)).expect("made");
    folder
}

#[test]
fn a_data_folder_that_cannot_be_used_is_told_with_what_to_do() {
    let serve = |data: &Path| output(data, &["--listen", "127.0.0.1:0"]);
    let outer = tempfile::tempdir().expect("a folder");
    let file = outer.path().join("file");
    std::fs::write(&file, "").expect("written");
    for data in [file.as_path(), &file.join("below"), Path::new("/proc/nowhere")] {
        let name = data.display().to_string();
        says(&serve(data), FAILED, &["cannot make the data folder", &name, "name one that this user can write"]);
    }
    let lock = with_a_folder_called("chatd.lock");
    says(&serve(lock.path()), FAILED, &["cannot take hold of", "chatd.lock", "let this user write it"]);
    let key = with_a_folder_called("admin.key");
    says(&serve(key.path()), FAILED, &["cannot read the admin key", "admin.key", "let this user read it"]);
    let empty = tempfile::tempdir().expect("a folder");
    std::fs::write(empty.path().join("admin.key"), "\n").expect("written");
    says(&serve(empty.path()), FAILED, &["admin.key is empty", "remove it to have one made"]);
    let announcement = with_a_folder_called("chatd.json");
    says(&serve(announcement.path()), FAILED, &["cannot write", "chatd.json"]);
}
