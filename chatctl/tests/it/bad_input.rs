//! What a user may get wrong, and what may be wrong with what chatctl talks to: one clear line each, a hint, and the exit
//! code that scripts know.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;

use serde_json::Value;

use crate::server::Server;
use crate::support::{chatctl, code, error, run, stderr, stdout};

/// A server that answers every request with these bytes, or never where there are none; until the test ends.
fn answering(bytes: &'static [u8]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("listens");
    let address = format!("http://{}", listener.local_addr().expect("bound"));
    std::thread::spawn(move || {
        let mut unanswered = Vec::new();
        for mut stream in listener.incoming().map_while(Result::ok) {
            if bytes.is_empty() {
                unanswered.push(stream);
                continue;
            }
            // Whoever asked may be gone.
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(bytes);
        }
    });
    address
}

fn failure_at(api: &str) -> Value {
    let output = run(&["--api", api, "--timeout", "500ms", "app", "ls", "-o", "json"]);
    assert_eq!(stdout(&output), "", "{api}");
    error(&output)
}

#[test]
fn an_address_that_is_none_is_a_usage_error() {
    for api in ["ftp://127.0.0.1", "127.0.0.1:8000", "http://127.0.0.1:70000", "http://"] {
        let error = failure_at(api);
        assert_eq!(error["exit"], 2, "{error}");
        assert!(error["message"].as_str().expect("text").contains("http:// or https:// URL"), "{error}");
    }
}

#[test]
fn a_host_that_there_is_not_and_a_port_that_nobody_listens_on_are_unavailable() {
    let free = TcpListener::bind("127.0.0.1:0").expect("listens").local_addr().expect("bound");
    for api in ["http://chatd.invalid".to_owned(), format!("http://{free}")] {
        let error = failure_at(&api);
        assert_eq!((&error["exit"], &error["code"]), (&7.into(), &"unavailable".into()), "{error}");
        assert!(error["message"].as_str().expect("text").contains(&api), "{error}");
        assert!(error["hint"].as_str().expect("text").contains("--api URL"), "{error}");
    }
}

#[test]
fn a_server_that_hangs_is_a_timeout() {
    let error = failure_at(&answering(b""));
    assert_eq!((&error["exit"], &error["code"]), (&8.into(), &"timeout".into()), "{error}");
}

#[test]
fn what_is_no_chatd_is_told_from_a_proxy_without_one_and_from_rubbish() {
    let page = b"HTTP/1.1 200 OK\r\ncontent-length: 12\r\nconnection: close\r\n\r\n<h1>\x1b[31mhi!";
    let proxy = b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 5\r\nconnection: close\r\n\r\nnginx";
    let cut =
        b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 300\r\nconnection: close\r\n\r\n[{";
    for (answer, exit, part) in [
        (page.as_slice(), 1, "is this the address of a chatd?"),
        (proxy, 7, "a proxy answers"),
        (cut, 7, "start chatd"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", 7, "start chatd"),
    ] {
        let error = failure_at(&answering(answer));
        assert_eq!(error["exit"], exit, "{error}");
        assert!(error["hint"].as_str().expect("text").contains(part), "{error}");
        assert!(!error.to_string().contains('\x1b'), "{error}");
    }
}

#[test]
fn a_wrong_key_is_refused_and_never_shown() {
    let server = Server::shared();
    let output = chatctl(&["--api", &server.address(), "app", "ls"])
        .env("CHATCTL_ADMIN_KEY", "hunter2-is-not-the-key")
        .output()
        .expect("chatctl runs");
    assert_eq!((code(&output), stdout(&output)), (4, String::new()));
    let said = stderr(&output);
    assert!(said.contains("admin key") && said.contains("CHATCTL_ADMIN_KEY_FILE"), "{said}");
    assert!(!said.contains("hunter2"), "{said}");
}

#[test]
fn a_key_file_that_cannot_be_read_or_holds_nothing_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let empty = folder.path().join("empty.key");
    std::fs::write(&empty, "\n").expect("written");
    for (file, why) in [
        (folder.path().join("missing.key").as_path(), "No such file"),
        (folder.path(), "Is a directory"),
        (&empty, "the file is empty"),
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
fn an_input_that_cannot_be_read_is_told_and_nothing_else_is_printed() {
    let server = Server::shared();
    let folder = tempfile::tempdir().expect("a folder");
    for (file, why) in [(folder.path().join("missing.ndjson").as_path(), "No such file"), (folder.path(), "directory")]
    {
        for flags in [&["--dry-run"][..], &[]] {
            let args: Vec<&str> =
                ["import", file.to_str().expect("text")].into_iter().chain(flags.iter().copied()).collect();
            let error = server.failure(&args);
            assert!(error["message"].as_str().expect("text").contains(why), "{error}");
        }
    }
}

#[test]
fn a_compressed_input_that_was_cut_short_is_told() {
    let server = Server::shared();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("half.ndjson.gz");
    let mut zipped = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    for number in 0..500 {
        writeln!(zipped, r#"{{"app":"cut short","chat":"a","content":"message {number}"}}"#).expect("zipped");
    }
    let zipped = zipped.finish().expect("zipped");
    std::fs::write(&file, &zipped[..zipped.len() / 2]).expect("written");
    let output = server.run(&["import", file.to_str().expect("text"), "-o", "json"]);
    let error = error(&output);
    assert_eq!(error["exit"], 1, "{error}");
    assert!(error["message"].as_str().expect("text").contains("half.ndjson.gz"), "{error}");
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
        assert!(error["message"].as_str().expect("text").contains(named), "{args:?}: {error}");
    }
}

/// Runs chatctl on a terminal of its own with so many columns.
fn on_a_terminal(server: &Server, columns: u32, args: &str) -> (i32, String) {
    let line = format!("stty cols {columns} rows 5; {} {args}", env!("CARGO_BIN_EXE_chatctl"));
    let output = std::process::Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .env_clear()
        .env("PATH", std::env::var_os("PATH").expect("a path"))
        .env("HOME", "/nonexistent")
        .env("TERM", "dumb")
        .env("LC_ALL", "C")
        .env("CHATCTL_DATA", server.data())
        .output()
        .expect("script, of bsdutils, runs");
    (output.status.code().expect("it was not killed"), stdout(&output))
}

#[test]
fn a_tiny_dumb_terminal_gets_every_row_without_colours() {
    let server = Server::shared();
    let app = server.item(&["app", "create", "a name much wider than the window"])["token"].clone();
    let (code, shown) = on_a_terminal(server, 20, "app ls --all --no-headers");
    assert_eq!(code, 0, "{shown}");
    assert!(shown.contains(app.as_str().expect("a token")), "{shown}");
    assert!(!shown.contains('\x1b'), "{shown:?}");
}
