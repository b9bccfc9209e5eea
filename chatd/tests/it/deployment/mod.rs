//! What ships beside the code agrees with it: the compose file, the Dockerfile, the systemd unit.

use std::path::Path;
use std::time::Duration;

use chat_shared::config::{Config, Environment, Flags, load};
use chatd::cli::{Cli, Command};
use clap::Parser as _;
use serde_json::Value;

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

fn compose() -> Value {
    let whole: Value = serde_saphyr::from_str(&file("docker-compose.yml")).expect("YAML");
    whole["services"]["chatd"].clone()
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

fn strings(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().map(|item| item.as_str().expect("a string")).collect()
}

/// `30s` or, as systemd writes it, `30`.
fn seconds(text: &str) -> Duration {
    Duration::from_secs(text.trim_end_matches('s').parse().expect("seconds"))
}

#[test]
fn the_image_serves_as_the_compose_file_says() {
    let service = compose();
    let config = configured(&dockerfile("ENV"));
    assert_eq!(config.data, Path::new(DATA));
    assert!(config.http.listen.ip().is_unspecified());
    let published = format!("127.0.0.1:{0}:{0}", port());
    assert_eq!(strings(&service["ports"]), [published]);
    assert_eq!((config.http.listen.port(), dockerfile("EXPOSE")), (port(), vec![port().to_string()]));
    assert_eq!(strings(&service["volumes"]), [format!("chatd-data:{DATA}")]);
    assert_eq!(dockerfile("VOLUME"), [DATA]);
    let words: Vec<&str> = ["chatd"].into_iter().chain(strings(&service["command"])).collect();
    assert_eq!(command(&words), Command::Serve);
}

#[test]
fn the_health_check_is_a_command_that_chatd_knows() {
    let service = compose();
    let words = strings(&service["healthcheck"]["test"]);
    assert_eq!(words[0], "CMD");
    assert_eq!(command(&words[1..]), Command::Healthcheck);
    let in_image = dockerfile("HEALTHCHECK").concat();
    assert!(in_image.ends_with(r#"CMD ["chatd", "healthcheck"]"#), "{in_image}");
}

#[test]
fn nobody_kills_chatd_before_its_own_deadline() {
    let deadline = Config::with_data(DATA).shutdown.deadline;
    let grace = compose()["stop_grace_period"].as_str().map(seconds).expect("a period");
    let timeout = seconds(&unit("TimeoutStopSec").concat());
    assert!(grace > deadline && timeout > deadline, "{grace:?} {timeout:?} {deadline:?}");
}

#[test]
fn there_are_descriptors_for_every_connection() {
    let connections = u64::try_from(Config::with_data(DATA).http.connections).expect("a number");
    let in_container = compose()["ulimits"]["nofile"].as_u64().expect("a number");
    let under_systemd: u64 = unit("LimitNOFILE").concat().parse().expect("a number");
    assert!(in_container > connections && under_systemd > connections);
}

#[test]
fn the_image_holds_both_programs_and_does_not_run_as_root() {
    let copied = dockerfile("COPY --from=build").concat();
    assert!(copied.contains("/chatd ") && copied.contains("/chatctl "), "{copied}");
    let user: u32 = dockerfile("USER").concat().parse().expect("a number, which orchestrators can check");
    assert_ne!(user, 0);
    let service = compose();
    assert_eq!((&service["read_only"], strings(&service["cap_drop"])), (&Value::Bool(true), vec!["ALL"]));
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
}
