//! Files that cannot be read or written, or hold something else: nothing is made for their sake, and what is wrong is
//! told with its place.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use tempfile::TempDir;

use crate::server::Server;
use crate::support::{code, error, stdout};

const GOOD: &str = "{\"app\":\"never made\",\"chat\":\"a\",\"content\":\"x\"}\n";

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn write(folder: &TempDir, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, content).expect("written");
    path
}

fn text(path: &Path) -> &str {
    path.to_str().expect("text")
}

fn names(folder: &TempDir) -> Vec<String> {
    let entries = std::fs::read_dir(folder.path()).expect("listed");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("text")).collect();
    names.sort();
    names
}

/// The error object of an import that stopped, whatever it printed of what it did before.
fn stopped(args: &[&str]) -> Value {
    let output = Server::shared().run(&[&["import"], args, &["-o", "json"]].concat());
    let error = error(&output);
    assert!(error["hint"].as_str().is_some_and(|hint| !hint.is_empty()), "{error}");
    error
}

#[track_caller]
fn says(error: &Value, exit: i32, part: &str) {
    assert_eq!(error["exit"], exit, "{error}");
    assert!(error["message"].as_str().is_some_and(|message| message.contains(part)), "{error}");
}

#[test]
fn an_input_that_cannot_be_read_is_refused_before_anything_is_made() {
    let folder = folder();
    let inner = folder.path().join("inner");
    std::fs::create_dir(&inner).expect("made");
    for flags in [&[][..], &["--dry-run"]] {
        let missing = Server::shared().failure(&[&["import", text(&folder.path().join("missing"))], flags].concat());
        says(&missing, 5, "No such file");
        let directory = Server::shared().failure(&[&["import", text(&inner)], flags].concat());
        says(&directory, 1, "is a directory");
        assert!(directory["hint"].as_str().is_some_and(|hint| hint.contains("name a file")), "{directory}");
    }
    assert_eq!(names(&folder), ["inner"], "no state file is left");
}

#[test]
fn a_line_that_cannot_be_imported_is_named_by_its_number_and_place() {
    let folder = folder();
    let after_good = |line: &[u8]| [GOOD.as_bytes(), b"\n", line].concat();
    let cases: [(&[u8], &str); 6] = [
        (b"{\"app\":\"a\",\"chat\":\"c\",\"content\":\"\xff\"}", "it is not UTF-8 from byte 34 on"),
        (b"\x00\x01\x02", "(column 1)"),
        (b"{\"app\":", "EOF while parsing a value (column 7)"),
        (b"{\"app\":\"a\",\"chat\":\"c\",\"content\":\"x\",\"sentat\":1}", "unknown field `sentat`"),
        (b"{\"app\":7,\"chat\":\"c\",\"content\":\"x\"}", "invalid type: integer `7`, expected"),
        (b"[]", "(column"),
    ];
    for (line, why) in cases {
        let path = write(&folder, "lines", after_good(line));
        let error = stopped(&[text(&path)]);
        says(&error, 1, "line 3 of ");
        says(&error, 1, why);
        assert_eq!(error["code"], "bad_line", "{error}");
    }
}

#[test]
fn a_compressed_file_that_is_cut_short_or_damaged_is_told() {
    let folder = folder();
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(GOOD.repeat(2_000).as_bytes()).expect("compresses");
    let whole = gzip.finish().expect("compresses");
    let mut damaged = whole.clone();
    // Behind the header: no block of deflate begins like this.
    damaged[10..].fill(0xff);
    for (name, content) in [("half.gz", &whole[..whole.len() / 2]), ("head.gz", &whole[..3]), ("damaged.gz", &damaged)]
    {
        let path = write(&folder, name, content);
        let error = stopped(&[text(&path)]);
        says(&error, 1, name);
        assert!(error["hint"].as_str().is_some_and(|hint| hint.contains("cut short or damaged")), "{error}");
    }
    assert_eq!(Server::shared().failure(&["app", "get", "never made"])["exit"], 5, "no window was whole");
}

#[test]
fn an_input_without_lines_is_nothing_to_import() {
    let folder = folder();
    for content in ["", "\n \n\n"] {
        let path = write(&folder, "empty", content);
        assert_eq!(Server::shared().item(&["import", text(&path)])["messages"], 0, "{content:?}");
    }
}

#[test]
fn a_state_or_rejects_file_that_cannot_be_one_is_told_and_never_read_without_end() {
    let folder = folder();
    let path = write(&folder, "good", GOOD);
    for (state, exit) in [("/nonexistent/state", 1), (text(folder.path()), 1), ("/dev/full", 6), ("/dev/zero", 6)] {
        says(&stopped(&[text(&path), "--state", state]), exit, state);
    }
    let bad = write(&folder, "bad", "no JSON\n");
    let skip = [text(&bad), "--on-error", "skip", "-q", "--rejects", "/nonexistent/rejects"];
    says(&stopped(&skip), 1, "could not write the rejects file /nonexistent/rejects");
}

#[test]
fn an_export_that_cannot_be_written_leaves_nothing_behind() {
    let server = Server::shared();
    let app = server.app("export nowhere");
    server.post(&app, &["one"]);
    let folder = folder();
    let inner = folder.path().join("inner");
    std::fs::create_dir(&inner).expect("made");
    for (out, why) in [(inner.as_path(), "is a directory"), (&folder.path().join("no/file"), "No such file")] {
        let refused = server.failure(&["export", &app, "--out", text(out)]);
        says(&refused, 1, why);
        assert!(refused["hint"].as_str().is_some_and(|hint| !hint.is_empty()), "{refused}");
    }
    assert_eq!(names(&folder), ["inner"]);
}

#[test]
fn a_content_or_a_text_to_measure_with_that_cannot_be_read_is_told() {
    let server = Server::shared();
    let app = server.app("contents from nowhere");
    let folder = folder();
    for (path, exit) in [("/nonexistent", 5), (text(folder.path()), 1)] {
        for args in [&["msg", "post", &app, "1", "--file", path][..], &["bench", "post", "--text", path]] {
            let refused = server.failure(args);
            says(&refused, exit, path);
            assert!(refused["hint"].as_str().is_some_and(|hint| !hint.is_empty()), "{refused}");
        }
    }
    let bytes = write(&folder, "bytes", b"\xff");
    let output = server.run(&["msg", "post", &app, "1", "--file", text(&bytes), "-o", "json"]);
    assert_eq!((code(&output), stdout(&output).as_str()), (2, ""));
    says(&error(&output), 2, "it is not UTF-8");
}
