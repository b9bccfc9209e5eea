//! What answers where chatd should, or does not: each has its exit code, its words and its remedy, and none is taken for
//! an empty list.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener};
use std::thread::spawn;

use serde_json::Value;

use crate::server::Server;
use crate::support::{Nobody, chatctl, code, error, stdout};

/// What a stranger does with a connection once it has read something.
#[derive(Clone)]
enum Does {
    /// Sends these bytes and closes.
    Says(Vec<u8>),
    /// Keeps it open and silent.
    Hangs,
    /// Is a chatd of this version, which answers everything else with these bytes.
    IsVersion(&'static str, Vec<u8>),
}

/// Something that listens and is no chatd. Lives as long as the tests.
fn stranger(does: Does) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    spawn(move || {
        let mut silent = Vec::new();
        for mut stream in listener.incoming().flatten() {
            let mut asked = [0; 4096];
            // Whoever asks may have gone.
            let read = stream.read(&mut asked).unwrap_or(0);
            match &does {
                Does::IsVersion(version, _) if asked[..read].starts_with(b"GET /version ") => {
                    let body = format!(r#"{{"name":"chatd","version":"{version}","entry_version":1,"more":[]}}"#);
                    drop(stream.write_all(&bytes("200 OK", "application/json", &body)));
                }
                Does::IsVersion(_, others) => drop(stream.write_all(others)),
                Does::Says(bytes) => drop(stream.write_all(bytes)),
                Does::Hangs => silent.push(stream),
            }
        }
    });
    address
}

fn bytes(status: &str, kind: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\ncontent-type: {kind}\r\nconnection: close\r\ncontent-length: {length}");
    format!("{head}\r\n\r\n{body}").into()
}

fn answer(status: &str, kind: &str, body: &str) -> Does {
    Does::Says(bytes(status, kind, body))
}

fn html(status: &str) -> Does {
    answer(status, "text/html", "<html><title>Welcome</title></html>")
}

/// The error object where chatd is looked for at this address.
#[track_caller]
fn failure(api: &str, args: &[&str]) -> Value {
    let output = chatctl(args).args(["--api", api, "--timeout", "500ms", "-o", "json"]).output().expect("runs");
    assert_eq!(stdout(&output), "", "{args:?} at {api}");
    let failure = error(&output);
    for field in ["message", "hint"] {
        assert!(failure[field].as_str().is_some_and(|text| !text.is_empty()), "no {field}: {failure}");
    }
    failure
}

const LOOKS: [&[&str]; 3] =
    [&["app", "ls"], &["msg", "ls", "0123456789abcdef0123456789abcdef", "1"], &["queue", "tail", "persist"]];

#[test]
fn what_answers_in_the_place_of_chatd_is_told_apart_by_exit_code_words_and_remedy() {
    let not_chatd = "is this the address of a chatd?";
    let cases = [
        ("another service's page", html("200 OK"), 1, "is not one of chatd's", not_chatd),
        ("its not found", html("404 Not Found"), 1, "is not one of chatd's", not_chatd),
        ("a redirect", answer("302 Found", "text/plain", ""), 1, "is not one of chatd's", not_chatd),
        (
            "foreign JSON",
            answer("200 OK", "application/json", r#"{"you":"know"}"#),
            1,
            "is not one of chatd's",
            not_chatd,
        ),
        ("a proxy without chatd", html("502 Bad Gateway"), 7, "502 Bad Gateway", "a proxy answers, but no chatd"),
        ("a proxy that asks", html("401 Unauthorized"), 4, "401 Unauthorized", "credentials of its own"),
        ("rubbish", Does::Says(b"\0rubbish\r\n\r\n".to_vec()), 7, "no chatd answers at", "say where it is"),
        ("nothing", Does::Says(Vec::new()), 7, "no chatd answers at", "say where it is"),
        (
            "half an answer",
            Does::Says(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n[{".to_vec()),
            7,
            "no chatd answers at",
            "say where it is",
        ),
        ("silence", Does::Hangs, 8, "did not answer in time", "--timeout"),
    ];
    for (what, does, exit, message, hint) in cases {
        let api = format!("http://{}", stranger(does));
        for look in LOOKS {
            let failure = failure(&api, look);
            assert_eq!(failure["exit"], exit, "{what}: {failure}");
            assert!(failure["message"].as_str().is_some_and(|text| text.contains(message)), "{what}: {failure}");
            assert!(failure["hint"].as_str().is_some_and(|text| text.contains(hint)), "{what}: {failure}");
            assert_eq!(failure["retryable"], exit >= 7, "{what}: {failure}");
        }
    }
}

/// A problem of chatd's with a code, which this version may not know.
fn problem(status: &str, code: &str) -> Vec<u8> {
    let number = status.split(' ').next().expect("a number");
    let body = format!(
        r#"{{"type":"about:blank","title":"t","status":{number},"detail":"d","code":"{code}","retryable":false,"request_id":"r"}}"#
    );
    bytes(status, "application/problem+json", &body)
}

/// What an older chatd says of a parameter that came later.
fn refusing_a_field() -> Vec<u8> {
    let body = r#"{"type":"about:blank","title":"t","status":422,"detail":"d","code":"validation_failed","retryable":false,
        "request_id":"r","errors":[{"field":"limit","code":"unknown","message":"is not known"}]}"#;
    bytes("422 Unprocessable Content", "application/problem+json", body)
}

#[test]
fn a_chatd_that_is_older_or_newer_is_told_with_the_chatctl_that_it_needs() {
    let answers = [
        problem("404 Not Found", "route_not_found"),
        problem("405 Method Not Allowed", "method_not_allowed"),
        problem("409 Conflict", "a_code_of_tomorrow"),
        refusing_a_field(),
        bytes("200 OK", "application/json", r#"{"another":"shape"}"#),
    ];
    for (theirs, age) in [("0.0.1", "older"), ("99.0.0", "newer")] {
        for others in &answers {
            let api = format!("http://{}", stranger(Does::IsVersion(theirs, others.clone())));
            for look in LOOKS {
                let failure = failure(&api, look);
                assert_eq!((&failure["exit"], &failure["code"]), (&1.into(), &"other_version".into()), "{failure}");
                assert_eq!(failure["retryable"], false, "{failure}");
                let (message, hint) =
                    (failure["message"].as_str().expect("text"), failure["hint"].as_str().expect("text"));
                assert!(message.contains(&format!("chatd {theirs} is {age} than this chatctl")), "{failure}");
                assert!(hint.contains(&format!("the chatctl of {theirs}")), "{failure}");
            }
        }
    }
}

#[test]
fn testing_a_context_warns_of_another_version_that_answers() {
    let workers = bytes("200 OK", "application/json", r#"{"items":[],"next":null}"#);
    let api = format!("http://{}", stranger(Does::IsVersion("99.0.0", workers)));
    let output = chatctl(&["context", "test", "--api", &api, "-o", "json"]).output().expect("runs");
    assert_eq!(code(&output), 0, "{}", crate::support::stderr(&output));
    let printed: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!(printed["item"]["chatd"], "99.0.0");
    assert!(
        printed["warnings"][0].as_str().is_some_and(|warning| warning.contains("newer than this chatctl")),
        "{printed}"
    );
}

#[test]
fn another_version_is_not_blamed_for_what_both_understand() {
    let refused = problem("404 Not Found", "application_not_found");
    let api = format!("http://{}", stranger(Does::IsVersion("99.0.0", refused)));
    assert_eq!(failure(&api, &["msg", "ls", "0123456789abcdef0123456789abcdef", "1"])["code"], "application_not_found");
    let same =
        Does::IsVersion(env!("CARGO_PKG_VERSION"), bytes("200 OK", "application/json", r#"{"another":"shape"}"#));
    let failure = failure(&format!("http://{}", stranger(same)), &["app", "ls"]);
    assert_eq!(failure["code"], "failed", "{failure}");
}

#[test]
fn an_address_that_cannot_be_one_or_has_nobody_is_told() {
    for api in ["nonsense", "ftp://host", "http://127.0.0.1:99999", "http://127.0.0.1/?query", "http://127.0.0.1:0x1"] {
        let failure = failure(api, &["app", "ls"]);
        assert_eq!(failure["exit"], 2, "{failure}");
        assert!(failure["hint"].as_str().is_some_and(|hint| hint.contains("http://127.0.0.1:8000")), "{failure}");
    }
    let nobody = Nobody::new();
    for api in [format!("http://{}", nobody.address()), "http://nohost.invalid".to_owned()] {
        let failure = failure(&api, &["app", "ls"]);
        assert_eq!(failure["exit"], 7, "{failure}");
        assert!(failure["message"].as_str().is_some_and(|text| text.contains("no chatd answers at")), "{failure}");
    }
    let tls = failure(&Server::shared().address().replace("http:", "https:"), &["app", "ls"]);
    assert_eq!(tls["exit"], 7, "{tls}");
}

#[test]
fn a_key_that_is_not_this_chatds_is_told_with_where_it_is_from() {
    let server = Server::shared();
    let file = tempfile::NamedTempFile::new().expect("a file");
    let path = file.path().to_str().expect("text");
    std::fs::write(path, "another-key\n").expect("written");
    for (variable, value, origin) in
        [("CHATCTL_ADMIN_KEY", "wrong-key", "CHATCTL_ADMIN_KEY"), ("CHATCTL_ADMIN_KEY_FILE", path, path)]
    {
        let output = server.command(&["app", "ls", "-o", "json"]).env(variable, value).output().expect("runs");
        assert_eq!((code(&output), stdout(&output).as_str()), (4, ""));
        let refused = error(&output);
        assert_eq!(refused["code"], "unauthorized");
        let hint = refused["hint"].as_str().expect("a hint");
        assert!(hint.contains(&format!("the key from {origin} is not this chatd's")), "{hint}");
        assert!(!refused.to_string().contains(value) || value == path, "the key is not shown: {refused}");
    }
}

#[test]
fn a_cursor_from_elsewhere_is_refused_with_where_cursors_come_from() {
    let server = Server::shared();
    for args in [&["app", "ls"][..], &["counter", "ls"]] {
        let refused = server.failure(&[args, &["--cursor", "rubbish"]].concat());
        assert_eq!(refused["exit"], 2, "{refused}");
        assert!(refused["hint"].as_str().is_some_and(|hint| hint.contains("page.next")), "{refused}");
    }
}
