//! The compose file: every chatd of it would start, servers keep what they acknowledge, nothing runs without a health
//! check and a limit, and the documentation names what it starts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io, process};

use chat_shared::config::{Config, Environment, Files, QueueUrl, Role, SearchUrl, StoreUrl, load};
use chatd::cli::{Cli, Command};
use clap::Parser as _;
use serde_json::Value;

use super::{DATA, command, dockerfile, file, port, seconds};

/// The chatd of the file, each with its role.
const NODES: [(&str, Role); 4] =
    [("api-1", Role::Api), ("api-2", Role::Api), ("worker-1", Role::Worker), ("worker-2", Role::Worker)];

pub(super) fn whole() -> Value {
    serde_saphyr::from_str(&file("docker-compose.yml")).expect("YAML")
}

pub(super) fn service(name: &str) -> Value {
    let found = whole()["services"][name].clone();
    assert!(found.is_object(), "no service {name}");
    found
}

fn services() -> BTreeMap<String, Value> {
    serde_json::from_value(whole()["services"].clone()).expect("services")
}

pub(super) fn strings(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().map(|item| item.as_str().expect("a string")).collect()
}

fn variables(service: &Value) -> BTreeMap<String, String> {
    serde_json::from_value(service["environment"].clone()).expect("names and texts")
}

/// What the script for secrets makes, where containers find it.
struct Secrets(BTreeMap<PathBuf, String>);

impl Files for Secrets {
    fn read(&self, path: &Path) -> io::Result<String> {
        self.0.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl Secrets {
    fn made() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../deploy/make-secrets");
        let made = process::Command::new(script).arg(folder.path()).output().expect("the script runs");
        assert!(made.status.success(), "{made:?}");
        let read = |entry: fs::DirEntry| {
            let text = fs::read_to_string(entry.path()).expect("text");
            (Path::new("/run/secrets").join(entry.file_name()), text)
        };
        Self(fs::read_dir(folder.path()).expect("listed").map(|entry| read(entry.expect("an entry"))).collect())
    }
}

/// The configuration that a container of this service starts with.
fn configuration(service: &Value) -> Config {
    let image = dockerfile("ENV");
    let image = image.iter().map(|pair| pair.split_once('=').expect("NAME=VALUE"));
    let mut vars: BTreeMap<String, String> = image.map(|(name, value)| (name.into(), value.into())).collect();
    vars.extend(variables(service));
    let environment = Environment { vars, files: Arc::new(Secrets::made()), ..Environment::of_process() };
    let words = ["chatd"].into_iter().chain(strings(&service["command"]));
    let cli = Cli::try_parse_from(words).expect("a valid command line");
    assert_eq!(cli.command, Some(Command::Serve));
    let loaded = load(&environment, &cli.flags.to_config()).expect("a valid configuration");
    assert!(loaded.warnings.is_empty(), "{:?}", loaded.warnings);
    loaded.config
}

#[test]
fn every_chatd_would_start_with_what_it_is_given() {
    for (name, role) in NODES {
        let service = service(name);
        let config = configuration(&service);
        assert_eq!((config.role, config.http.listen.port()), (role, port()), "{name}");
        assert!(matches!(config.store.url, StoreUrl::Mysql(_)), "{name}");
        assert!(matches!(config.queue.url, QueueUrl::Redis(_)), "{name}");
        assert!(matches!(config.search.url, SearchUrl::Engine(_)), "{name}");
        assert!(config.auth.admin_key.is_some(), "{name}");
        // By it a worker is the same again after a restart.
        assert_eq!(service["hostname"], name);
        let folder = format!("{DATA}:uid={},gid=", dockerfile("USER").concat());
        assert!(strings(&service["tmpfs"]).iter().any(|mount| mount.starts_with(&folder)), "{name}");
    }
}

#[test]
fn the_store_is_opened_with_the_password_that_the_database_is_made_with() {
    let secrets = Secrets::made();
    let secret = |name: &str| secrets.0[&Path::new("/run/secrets").join(name)].trim().to_owned();
    let mysql = variables(&service("mysql"));
    let (user, database) = (&mysql["MYSQL_USER"], &mysql["MYSQL_DATABASE"]);
    assert_eq!(mysql["MYSQL_PASSWORD_FILE"], "/run/secrets/mysql_password");
    let expected = format!("mysql://{user}:{}@mysql:3306/{database}", secret("mysql_password"));
    assert_eq!(secret("store_url"), expected);
    assert_ne!(secret("admin_key"), secret("mysql_password"));
}

#[test]
fn secrets_come_from_files_that_no_checkout_holds() {
    let declared = whole()["secrets"].clone();
    for (name, service) in services() {
        for secret in service["secrets"].as_array().into_iter().flatten() {
            let path = declared[secret.as_str().expect("a name")]["file"].as_str().expect("a file");
            assert!(path.starts_with("./deploy/secrets/"), "{name}: {path}");
        }
    }
    assert!(file(".gitignore").contains("/deploy/secrets/\n"));
    assert!(file(".dockerignore").contains("deploy/secrets\n"));
}

#[test]
fn every_service_is_asked_for_its_health_is_bounded_and_comes_back() {
    for (name, service) in services() {
        assert!(strings(&service["healthcheck"]["test"]).len() > 1, "{name} has no health check");
        assert!(service["mem_limit"].is_string(), "{name} has no limit");
        assert_eq!(service["restart"], "unless-stopped", "{name}");
        assert!(service["logging"]["options"]["max-size"].is_string(), "{name} logs without end");
    }
    for (name, _) in NODES {
        let service = service(name);
        let words = service["healthcheck"]["test"].clone();
        assert_eq!(command(&strings(&words)[1..]), Command::Healthcheck);
        assert_eq!((&service["read_only"], strings(&service["cap_drop"])), (&Value::Bool(true), vec!["ALL"]));
        let config = configuration(&service);
        assert!(seconds(service["stop_grace_period"].as_str().expect("a period")) > config.shutdown.deadline);
        assert!(service["ulimits"]["nofile"].as_u64().is_some_and(|most| most > config.http.connections as u64));
    }
}

#[test]
fn chatd_waits_for_the_servers_that_it_needs() {
    for (name, _) in NODES {
        for server in ["mysql", "redis", "opensearch"] {
            assert_eq!(service(name)["depends_on"][server]["condition"], "service_healthy", "{name} {server}");
        }
    }
}

#[test]
fn servers_keep_what_they_acknowledge() {
    let redis = service("redis")["command"].clone();
    let redis = strings(&redis);
    let setting = |name: &str| redis.iter().skip_while(|word| **word != format!("--{name}")).nth(1).copied();
    assert_eq!(setting("appendonly"), Some("yes"));
    assert_eq!(setting("appendfsync"), Some("always"));
    assert_eq!(setting("maxmemory-policy"), Some("noeviction"));
    let mysql = service("mysql")["command"].clone();
    for setting in ["--innodb-flush-log-at-trx-commit=1", "--sync-binlog=1"] {
        assert!(strings(&mysql).contains(&setting), "{setting}");
    }
    for (name, folder) in
        [("mysql", "/var/lib/mysql"), ("redis", "/data"), ("opensearch", "/usr/share/opensearch/data")]
    {
        let volume = format!("{name}-data");
        assert_eq!(strings(&service(name)["volumes"]), [format!("{volume}:{folder}")]);
        assert!(whole()["volumes"].as_object().is_some_and(|volumes| volumes.contains_key(&volume)), "{volume}");
    }
}

#[test]
fn the_documentation_names_every_image_that_is_not_built_here() {
    let told = file("docs/operations.md");
    for (name, service) in services().into_iter().filter(|(_, service)| service["build"].is_null()) {
        let image = service["image"].as_str().expect("an image");
        assert!(told.contains(&format!("`{image}`")), "docs/operations.md does not name {image} of {name}");
    }
}
