//! Completion and manual pages: the committed ones are those that the program writes, and the values of today are offered;
//! never an error, and never for long. That shells take the scripts stands in `shells.rs`.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::server::{Own, Server};
use crate::support::{chatctl, code, run, stderr, stdout};

/// Writes the committed files anew instead of comparing them.
const UPDATE: &str = "CHATD_TEST_UPDATE";

const SHELLS: [(&str, &str); 5] = [
    ("bash", "chatctl.bash"),
    ("zsh", "_chatctl"),
    ("fish", "chatctl.fish"),
    ("powershell", "_chatctl.ps1"),
    ("elvish", "chatctl.elv"),
];

pub fn committed(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file)
}

#[test]
fn the_committed_completions_are_fresh() {
    for (shell, file) in SHELLS {
        let path = committed("completions").join(file);
        let printed = stdout(&run(&["completion", shell]));
        assert!(printed.contains("chatctl"), "{shell}");
        if std::env::var_os(UPDATE).is_some() {
            std::fs::write(&path, &printed).expect("written");
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == printed, "completions/{file} is stale: run `make generate` and commit it");
    }
}

#[test]
fn the_committed_manual_pages_are_fresh() {
    let written = tempfile::tempdir().expect("a folder");
    let dry = run(&["man", written.path().join("dry").to_str().expect("text"), "--dry-run"]);
    assert!(code(&dry) == 0 && !written.path().join("dry").exists(), "{}", stderr(&dry));
    let output = run(&["man", written.path().to_str().expect("text"), "-o", "name"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let folder = committed("completions/man");
    if std::env::var_os(UPDATE).is_some() {
        // Those that are no more go too.
        let _ = std::fs::remove_dir_all(&folder);
        assert_eq!(code(&run(&["man", folder.to_str().expect("text")])), 0);
    }
    let names = |folder: &Path| {
        let files = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<String> = files.map(|name| name.to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(names(written.path()).len(), stdout(&output).lines().count());
    assert_eq!(names(&folder), names(written.path()), "completions/man is stale: run `make generate` and commit it");
    for name in names(&folder) {
        let text = |folder: &Path| std::fs::read_to_string(folder.join(&name)).expect("text");
        assert!(
            text(&folder) == text(written.path()),
            "completions/man/{name} is stale: run `make generate` and commit it"
        );
    }
}

/// What bash's script asks, and what it is told, for a line whose last word is being typed.
fn offered(env: &[(&str, &str)], line: &[&str]) -> Vec<String> {
    let index = (line.len() - 1).to_string();
    let asked = ["--"].into_iter().chain(line.iter().copied()).collect::<Vec<_>>();
    let output = chatctl(&asked)
        .envs([("CHATCTL_COMPLETE", "bash"), ("_CLAP_IFS", "\n"), ("_CLAP_COMPLETE_INDEX", &index)])
        .envs(env.iter().copied())
        .output()
        .expect("runs");
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""), "{line:?}");
    stdout(&output).lines().map(str::to_owned).collect()
}

#[test]
fn commands_and_the_values_of_today_are_offered() {
    assert_eq!(offered(&[], &["chatctl", "work"]), ["worker"]);
    assert!(offered(&[], &["chatctl", "queue", "get", ""]).contains(&"persist".to_owned()));
    let server = Server::shared();
    server.app("completed-name");
    let data = server.data().to_str().expect("text");
    assert_eq!(offered(&[("CHATCTL_DATA", data)], &["chatctl", "app", "get", "completed"]).len(), 1);
    assert_eq!(offered(&[], &["chatctl", "--data", data, "chat", "ls", "completed"]).len(), 1, "a flag of the line");
    assert!(!offered(&[("CHATCTL_DATA", data)], &["chatctl", "worker", "get", ""]).is_empty());
    let home = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(home.path().join("chatctl")).expect("a folder");
    let config = "[contexts.production]\napi = \"http://h\"\n";
    std::fs::write(home.path().join("chatctl/config.toml"), config).expect("written");
    let home = home.path().to_str().expect("text");
    assert_eq!(offered(&[("XDG_CONFIG_HOME", home)], &["chatctl", "-c", "prod"]), ["production"]);
}

#[test]
fn values_are_offered_without_chatd_to_a_line_that_goes_straight() {
    let mut own = Own::new();
    own.app("straight-name");
    let id = own.dead_letter().to_string();
    let data = own.folder().to_str().expect("text").to_owned();
    own.stop();
    let line = ["chatctl", "--data", &data, "chat", "ls", "straight"];
    assert!(offered(&[], &line).is_empty(), "no chatd answers");
    assert_eq!(offered(&[], &[&line[..3], &["--direct"], &line[3..]].concat()), ["straight-name"]);
    let straight = [("CHATCTL_DATA", data.as_str()), ("CHATCTL_DIRECT", "1")];
    assert_eq!(offered(&straight, &["chatctl", "dlq", "get", ""]).first(), Some(&id));
    assert!(offered(&[straight[0], ("CHATCTL_DIRECT", "no")], &["chatctl", "chat", "ls", "straight"]).is_empty());
    let home = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(home.path().join("chatctl")).expect("a folder");
    let config = format!("[contexts.past]\ndirect = true\ndata = {data:?}\n");
    std::fs::write(home.path().join("chatctl/config.toml"), config).expect("written");
    let home = home.path().to_str().expect("text");
    let line = ["chatctl", "-c", "past", "app", "get", "straight"];
    assert_eq!(offered(&[("XDG_CONFIG_HOME", home)], &line), ["straight-name"]);
}

#[test]
fn parts_that_hang_offer_nothing_soon_and_quietly() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let store = format!("mysql://chat@{}/chat", silent.local_addr().expect("an address"));
    let begun = Instant::now();
    let line = ["chatctl", "--direct", "--store", &store, "--queue", "redis://127.0.0.1:1", "app", "get", ""];
    assert!(!offered(&[], &line).iter().any(|offer| !offer.starts_with('-')));
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}

#[test]
fn a_server_that_is_away_or_silent_offers_nothing_soon_and_quietly() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let hanging = format!("http://{}", silent.local_addr().expect("an address"));
    for api in [hanging.as_str(), "http://127.0.0.1:1", "rubbish"] {
        let begun = Instant::now();
        let offers = offered(&[("CHATCTL_API", api)], &["chatctl", "job", "get", ""]);
        assert!(!offers.iter().any(|offer| offer.starts_with(|first: char| first.is_ascii_digit())), "{offers:?}");
        assert!(begun.elapsed() < Duration::from_secs(5), "{api}: {:?}", begun.elapsed());
    }
}
