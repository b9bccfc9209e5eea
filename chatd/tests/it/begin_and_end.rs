//! How the process begins and ends: the data folder, signals, deadlines, exit codes. Knows nothing of the API.

use std::fs::File;
use std::io::Read as _;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::thread::sleep;
use std::time::Instant;

use chatd::data_dir::whereabouts;
use rustix::process::Signal;
use tempfile::TempDir;

use crate::support::binary::{POLL, SOON, Serving, chatd, output, text};

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

#[test]
fn it_serves_on_any_free_port_and_stops_cleanly_at_both_signals() {
    for signal in [Signal::TERM, Signal::INT] {
        let data = folder();
        let mut serving = Serving::start(data.path(), &[]);
        let health = output(data.path(), &["healthcheck", "--listen", "127.0.0.1:0"]);
        assert_eq!(text(&health.stdout), format!("http://{} is ready\n", serving.whereabouts.address));
        assert_eq!(health.status.code(), Some(0));
        serving.signal(signal);
        assert_eq!(serving.end().code(), Some(0));
        assert_eq!(whereabouts(data.path()), None);
        let health = output(data.path(), &["healthcheck", "--listen", "127.0.0.1:0"]);
        assert_eq!(health.status.code(), Some(1));
    }
}

#[test]
fn what_it_writes_is_for_its_owner_alone() {
    let outer = folder();
    let data = outer.path().join("data");
    let _serving = Serving::start(&data, &[]);
    let files: Vec<_> = std::fs::read_dir(&data).expect("listed").map(|file| file.expect("a file")).collect();
    assert!(files.iter().any(|file| file.file_name() == "chat.db"), "{files:?}");
    for file in files {
        assert_eq!(file.metadata().expect("asked").permissions().mode() & 0o077, 0, "{file:?}");
    }
}

#[test]
fn a_second_process_on_the_same_data_is_refused_by_name_until_the_first_is_gone() {
    let data = folder();
    let mut first = Serving::start(data.path(), &[]);
    for args in [&["--listen", "127.0.0.1:0"][..], &["migrate"]] {
        let second = output(data.path(), args);
        let told = text(&second.stderr);
        assert_eq!(second.status.code(), Some(3), "{told}");
        assert!(told.contains(&format!("is held by process {}; stop it", first.whereabouts.pid)), "{told}");
        assert!(!told.contains("let this user write it"), "that would not help: {told}");
    }
    first.signal(Signal::KILL);
    first.end();
    let _third = Serving::start(data.path(), &[]);
}

#[test]
fn an_address_that_is_taken_is_told_and_fails() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = taken.local_addr().expect("an address").to_string();
    let refused = output(folder().path(), &["--listen", &address]);
    assert_eq!(refused.status.code(), Some(1));
    let told = text(&refused.stderr);
    assert!(told.contains(&format!("cannot listen on {address}: something listens there already")), "{told}");
}

#[test]
fn a_wrong_configuration_is_refused_with_all_its_problems() {
    let refused = output(folder().path(), &["--listen", "nowhere", "--role", "king"]);
    assert_eq!(refused.status.code(), Some(2));
    let told = text(&refused.stderr);
    assert!(told.contains("2 problems") && told.contains("--listen: ") && told.contains("--role: "), "{told}");
    assert_eq!(output(folder().path(), &["--no-such-flag"]).status.code(), Some(2));
}

#[test]
fn a_stop_that_takes_too_long_ends_at_its_deadline() {
    let data = folder();
    let file = data.path().join("chatd.toml");
    let settings = "http.deadline = \"1h\"\nshutdown = { deadline = \"300ms\", linger = \"0s\" }\n";
    std::fs::write(&file, settings).expect("written");
    let mut serving = Serving::start(data.path(), &["--config", file.to_str().expect("text")]);
    let _holding = serving.unfinished_request(data.path());
    serving.signal(Signal::TERM);
    assert_eq!(serving.end().code(), Some(4));
    assert_eq!(whereabouts(data.path()), None);
    let _again = Serving::start(data.path(), &[]);
}

#[test]
fn a_second_signal_does_not_wait_for_the_deadline() {
    let data = folder();
    let file = data.path().join("chatd.toml");
    std::fs::write(&file, "[shutdown]\ndeadline = \"1h\"\nlinger = \"30m\"\n").expect("written");
    let mut serving = Serving::start(data.path(), &["--config", file.to_str().expect("text")]);
    let _holding = serving.idle_connection();
    serving.signal(Signal::TERM);
    let deadline = Instant::now() + SOON;
    while TcpStream::connect(serving.whereabouts.address).is_ok() {
        assert!(Instant::now() < deadline, "the listener stays open");
        sleep(POLL);
    }
    serving.signal(Signal::INT);
    assert_eq!(serving.end().code(), Some(4));
    assert_eq!(whereabouts(data.path()), None);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let data = folder();
    let mut child = chatd(data.path(), &["config", "example"]).spawn().expect("chatd starts");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn a_full_disk_under_standard_output_is_a_failure_that_says_so() {
    let data = folder();
    for args in [&["config", "example"][..], &["version"]] {
        let full = File::options().write(true).open("/dev/full").expect("Linux has it");
        let told = chatd(data.path(), args).stdout(full).output().expect("runs");
        assert_eq!(told.status.code(), Some(1), "{args:?}");
        assert!(text(&told.stderr).starts_with("chatd: cannot write to standard output: "), "{}", text(&told.stderr));
    }
}

#[test]
fn log_lines_are_json_where_nobody_watches() {
    let data = folder();
    let mut serving = Serving::start(data.path(), &[]);
    serving.signal(Signal::TERM);
    serving.end();
    let mut log = String::new();
    serving.child.stderr.take().expect("piped").read_to_string(&mut log).expect("text");
    let ready = log.lines().find(|line| line.contains("is ready")).expect("a line that says so");
    let line: serde_json::Value = serde_json::from_str(ready).expect("JSON");
    let address: SocketAddr = line["address"].as_str().expect("an address").parse().expect("an address");
    assert_eq!(address, serving.whereabouts.listening);
}
