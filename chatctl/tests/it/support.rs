//! What the tests share: the binary in a clean environment, and its answers taken apart.

use std::process::Output;
use std::time::{Duration, Instant};

use assert_cmd::Command;

/// chatctl with nothing of the tester's own environment.
pub fn chatctl(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chatctl"));
    command.env_clear().env("HOME", "/nonexistent").timeout(Duration::from_secs(60)).args(args);
    command
}

/// Runs it to its end.
pub fn run(args: &[&str]) -> Output {
    chatctl(args).output().expect("chatctl runs")
}

/// The exit code.
pub fn code(output: &Output) -> i32 {
    output.status.code().expect("it was not killed")
}

/// Standard output as text.
pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("text")
}

/// Standard error as text.
pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("text")
}

/// The error object on standard error.
pub fn error(output: &Output) -> serde_json::Value {
    let text = stderr(output);
    let last = text.lines().last().unwrap_or_default();
    let object: serde_json::Value = serde_json::from_str(last).unwrap_or_else(|error| panic!("{error}: {text:?}"));
    assert_eq!(object["schema"], "chatctl.error/v1", "{object}");
    assert_eq!(object["exit"], code(output), "{object}");
    object
}

/// Asks until there is an answer, and fails at a deadline.
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + Duration::from_secs(30);
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(Instant::now() < deadline, "not in time: {what}");
        std::thread::yield_now();
    }
}
