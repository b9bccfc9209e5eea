//! What ships beside the code agrees with it: the Dockerfile and the systemd unit here, the compose file and the
//! configuration of nginx below.

mod compose;
mod nginx;

use std::path::Path;
use std::time::Duration;

use chat_shared::config::{Config, Environment, Flags, load};
use chatd::cli::{Cli, Command};
use clap::Parser as _;

/// The port that everything agrees on.
fn port() -> u16 {
    Config::with_data("/data").http.listen.port()
}

/// Where the data is inside a container, and under systemd.
const DATA: &str = "/var/lib/chatd";

fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The lines of the Dockerfile that begin with `instruction`, without it.
fn dockerfile(instruction: &str) -> Vec<String> {
    let text = file("Dockerfile").replace("\\\n", " ");
    text.lines().filter_map(|line| Some(line.strip_prefix(instruction)?.trim().to_owned())).collect()
}

/// The values of a key of the unit.
fn unit(key: &str) -> Vec<String> {
    file("deploy/chatd.service")
        .lines()
        .filter_map(|line| Some(line.strip_prefix(key)?.strip_prefix('=')?.to_owned()))
        .collect()
}

/// The configuration that these variables give.
fn configured(variables: &[String]) -> Config {
    let pairs = variables.iter().map(|pair| pair.split_once('=').expect("NAME=VALUE"));
    let vars = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    load(&Environment { vars, ..Environment::of_process() }, &Flags::default()).expect("a valid configuration").config
}

fn command(words: &[&str]) -> Command {
    Cli::try_parse_from(words).expect("a valid command line").command.expect("a command")
}

/// `30s` or, as systemd writes it, `30`.
fn seconds(text: &str) -> Duration {
    Duration::from_secs(text.trim_end_matches('s').parse().expect("seconds"))
}

#[test]
fn the_image_serves_on_its_port_from_its_volume() {
    let config = configured(&dockerfile("ENV"));
    assert_eq!(config.data, Path::new(DATA));
    assert!(config.http.listen.ip().is_unspecified());
    assert_eq!((config.http.listen.port(), dockerfile("EXPOSE")), (port(), vec![port().to_string()]));
    assert_eq!(dockerfile("VOLUME"), [DATA]);
    assert_eq!(
        (dockerfile("ENTRYPOINT"), dockerfile("CMD")),
        (vec![r#"["chatd"]"#.into()], vec![r#"["serve"]"#.into()])
    );
    let health = dockerfile("HEALTHCHECK").concat();
    assert!(health.ends_with(r#"CMD ["chatd", "healthcheck"]"#), "{health}");
}

#[test]
fn systemd_does_not_kill_chatd_before_its_own_deadline() {
    let deadline = Config::with_data(DATA).shutdown.deadline;
    let timeout = seconds(&unit("TimeoutStopSec").concat());
    assert!(timeout > deadline, "{timeout:?} {deadline:?}");
}

#[test]
fn under_systemd_there_are_descriptors_for_every_connection() {
    let descriptors: usize = unit("LimitNOFILE").concat().parse().expect("a number");
    assert!(descriptors > Config::with_data(DATA).http.connections);
}

#[test]
fn the_image_holds_both_programs_and_does_not_run_as_root() {
    let copied = dockerfile("COPY --from=build").concat();
    assert!(copied.contains("/chatd ") && copied.contains("/chatctl "), "{copied}");
    let user: u32 = dockerfile("USER").concat().parse().expect("a number, which orchestrators can check");
    assert_ne!(user, 0);
}

#[test]
fn the_image_is_built_with_a_compiler_that_is_new_enough() {
    let least = env!("CARGO_PKG_RUST_VERSION");
    let image = dockerfile("FROM").swap_remove(0);
    let version = image.strip_prefix("rust:").and_then(|tag| tag.split('-').next()).expect("a version");
    let minor = |version: &str| version.split('.').nth(1).and_then(|part| part.parse::<u32>().ok()).expect("a version");
    assert!(minor(version) >= minor(least), "{version} {least}");
}

#[test]
fn the_unit_serves_from_the_folder_that_systemd_makes() {
    let line = unit("ExecStart").concat();
    let words: Vec<&str> = line.split(' ').collect();
    assert_eq!(command(&words), Command::Serve);
    assert_eq!(configured(&unit("Environment")).data, Path::new("/var/lib").join(unit("StateDirectory").concat()));
    assert_eq!(unit("StateDirectoryMode"), ["0700"]);
    assert_eq!(unit("RestartPreventExitStatus"), ["2 3"]);
    assert_eq!((unit("Type"), unit("Restart")), (vec!["exec".into()], vec!["on-failure".into()]));
}
