//! README's first five minutes: its very lines of chatctl, one after the other, against a new installation.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::server::Own;

/// The project's folder.
fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The lines of chatctl in a section of README.
fn lines_of(section: &str) -> Vec<String> {
    let readme = std::fs::read_to_string(project().join("README.md")).expect("README");
    let (_, rest) = readme.split_once(&format!("\n## {section}\n")).expect("the section");
    let section = rest.split("\n## ").next().unwrap_or_default();
    section
        .lines()
        .filter_map(|line| line.strip_prefix("$ "))
        .filter(|line| line.contains("chatctl "))
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_first_five_minutes_go_as_the_readme_says() {
    let own = Own::new();
    let here = tempfile::tempdir().expect("a folder");
    // The import keeps its state beside the file.
    std::fs::create_dir(here.path().join("samples")).expect("a folder");
    let sample = "samples/irc-sample.ndjson";
    std::fs::copy(project().join(sample), here.path().join(sample)).expect("a copy");
    let lines: Vec<String> =
        lines_of("The first five minutes").into_iter().filter(|line| !line.starts_with("cargo ")).collect();
    assert!(lines.len() > 10, "{lines:?}");
    let binaries = Path::new(env!("CARGO_BIN_EXE_chatctl")).parent().expect("a folder").display().to_string();
    let script = format!("set -ex\n{}\n", lines.join("\n"));
    let output = Command::new("bash")
        .args(["-c", &script])
        .current_dir(here.path())
        .env_clear()
        .env("PATH", format!("{binaries}:/usr/bin:/bin"))
        .env("HOME", here.path())
        .env("CHATCTL_DATA", own.folder())
        .output()
        .expect("bash runs");
    let told = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{told}");
    assert!(told.contains("Hello, world!"), "{told}");
}
