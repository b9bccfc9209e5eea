//! What holds for the program as a whole: formats, streams, colours, exit codes. Needs no chatd.

use std::fs::File;
use std::io::Read;
use std::process::{Command, Stdio};

use crate::support::{chatctl, code, error, run, stderr, stdout};

#[test]
fn global_flags_may_stand_anywhere_on_the_line() {
    let last = stdout(&run(&["context", "show", "-o", "json", "--api", "http://h:1"]));
    assert_eq!(stdout(&run(&["-o", "json", "--api", "http://h:1", "context", "show"])), last);
    assert_eq!(stdout(&run(&["--api", "http://h:1", "context", "-o", "json", "show"])), last);
}

#[test]
fn an_unknown_command_is_refused_with_a_suggestion() {
    let output = run(&["contxt"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("'context'"), "{}", stderr(&output));
    assert_eq!(stdout(&output), "");
}

#[test]
fn a_line_without_a_command_shows_the_help_and_is_wrong() {
    let output = run(&[]);
    assert_eq!((code(&output), stdout(&output).as_str()), (2, ""));
    assert!(stderr(&output).contains("Usage"));
}

#[test]
fn the_same_thing_comes_in_every_format() {
    let json: serde_json::Value = serde_json::from_str(&stdout(&run(&["version", "-o", "json"]))).expect("JSON");
    assert_eq!(json["schema"], "chatctl.version/v1");
    let version = json["item"]["version"].as_str().expect("a version");
    for format in ["table", "wide", "jsonl", "yaml", "csv", "tsv", "name"] {
        let output = run(&["version", "-o", format]);
        assert_eq!(code(&output), 0, "{format}");
        assert!(stdout(&output).contains(version), "{format}");
        assert_eq!(stderr(&output), "", "{format}");
    }
}

#[test]
fn an_unknown_column_is_a_usage_error_in_every_format() {
    for format in ["table", "json", "csv", "name"] {
        let output = run(&["version", "-o", format, "--columns", "versoin"]);
        assert_eq!((code(&output), stdout(&output).as_str()), (2, ""), "{format}");
    }
    let output = run(&["version", "-o", "json", "--columns", "versoin"]);
    assert!(error(&output)["hint"].as_str().is_some_and(|hint| hint.contains("did you mean `version`?")));
}

#[test]
fn the_format_may_come_from_the_environment() {
    let output = chatctl(&["version"]).env("CHATCTL_OUTPUT", "name").output().expect("runs");
    assert_eq!(stdout(&output).lines().count(), 1);
    let wrong = chatctl(&["nosuch"]).env("CHATCTL_OUTPUT", "json").output().expect("runs");
    assert_eq!(error(&wrong)["exit"], 2);
}

#[test]
fn a_variable_that_is_set_to_nothing_says_nothing() {
    let names = ["OUTPUT", "API", "DATA", "CONTEXT", "TIMEOUT", "NO_INPUT", "ADMIN_KEY", "ADMIN_KEY_FILE"];
    let empty = names.map(|name| (format!("CHATCTL_{name}"), ""));
    let output = chatctl(&["context", "show"]).envs(empty).output().expect("runs");
    assert_eq!((code(&output), stdout(&output)), (0, stdout(&run(&["context", "show"]))), "{}", stderr(&output));
    let wrong = chatctl(&["version"]).env("CHATCTL_TIMEOUT", "soon").output().expect("runs");
    assert_eq!(code(&wrong), 2, "what is said must be right");
}

#[test]
fn what_is_wrong_with_a_line_is_one_sentence_with_a_hint() {
    for (args, message, hint) in [
        (&["version", "-o", "json", "--colour", "red"][..], "unexpected argument '--colour' found", "--color"),
        (&["msg", "ls", "a", "x", "-o", "json"], "invalid digit found in string", "--help"),
        (&["version", "--limit", "0", "-o", "json"], "0 is not in 1..", "--help"),
        (&["contxt", "-o", "json"], "unrecognized subcommand 'contxt'", "'context'"),
    ] {
        let error = error(&run(args));
        let (said, advised) = (error["message"].as_str().expect("text"), error["hint"].as_str().expect("a hint"));
        assert!(said.contains(message) && !said.contains("--help"), "{error}");
        assert!(advised.contains(hint), "{error}");
    }
}

#[test]
fn neither_the_locale_nor_a_line_that_is_no_text_matters() {
    use std::os::unix::ffi::OsStrExt as _;

    let output = chatctl(&["context", "show", "--api", "http://é"]).env("LC_ALL", "C").output().expect("runs");
    assert!(code(&output) == 0 && stdout(&output).contains("http://é"), "{}", stdout(&output));
    let bytes = std::ffi::OsStr::from_bytes(b"\xff");
    let no_text = chatctl(&["app", "get"]).arg(bytes).args(["-o", "json"]).output().expect("runs");
    assert_eq!(error(&no_text)["exit"], 2);
    let key = chatctl(&["app", "ls", "-o", "json"]).env("CHATCTL_ADMIN_KEY", bytes).output().expect("runs");
    assert_eq!(error(&key)["exit"], 4, "a key that is no text is not passed over");
}

#[test]
fn a_reader_that_leaves_early_ends_the_program_quietly() {
    // `completion bash` prints more than a pipe holds, so that writing goes on after the reader has left.
    let mut child = Command::new(env!("CARGO_BIN_EXE_chatctl"))
        .args(["completion", "zsh", "-o", "json"])
        .env("HOME", "/nonexistent")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("runs");
    let mut pipe = child.stdout.take().expect("piped");
    let mut byte = [0; 1];
    pipe.read_exact(&mut byte).expect("a first byte");
    drop(pipe);
    let output = child.wait_with_output().expect("ends");
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
}

#[test]
fn a_full_disk_under_standard_output_is_a_failure() {
    let full = || Stdio::from(File::options().write(true).open("/dev/full").expect("Linux has it"));
    for args in [&["version"][..], &["version", "-o", "json"], &["--help"], &["completion", "bash"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_chatctl")).args(args).stdout(full()).output().expect("runs");
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert!(stderr(&output).contains("standard output"), "{args:?}: {}", stderr(&output));
    }
}

#[test]
fn colours_follow_the_flag_and_the_environment_even_for_help() {
    let coloured = |args: &[&str], env: &[(&str, &str)]| {
        let output = chatctl(args).envs(env.iter().copied()).output().expect("runs");
        stdout(&output).contains('\x1b')
    };
    assert!(!coloured(&["version"], &[]));
    assert!(coloured(&["version", "--color=always"], &[]));
    assert!(coloured(&["version"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&["version"], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(coloured(&["--color", "always", "--help"], &[]));
    assert!(!coloured(&["--help"], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn json_has_no_colours_whatever_is_asked() {
    assert!(!stdout(&run(&["version", "-o", "json", "--color=always"])).contains('\x1b'));
}

#[test]
fn a_broken_configuration_is_named_with_its_place() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("chatctl");
    std::fs::create_dir(&folder).expect("a folder");
    std::fs::write(folder.join("config.toml"), "[contexts.prod]\napo = \"http://h\"\n").expect("a file");
    let output = chatctl(&["context", "ls"]).env("XDG_CONFIG_HOME", home.path()).output().expect("runs");
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("config.toml") && stderr(&output).contains("apo"), "{}", stderr(&output));
}
