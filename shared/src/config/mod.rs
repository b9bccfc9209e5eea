//! The configuration of chatd: defaults, below the file, below `CHATD_*` variables, below flags. All problems are
//! reported at once, each with where it came from and what to do. Knows neither adapters nor the process.
//!
//! Everything hangs on one table of settings (`setting::Setting`): reading, `config show`, the example file and the
//! documentation are made from it, so none can say something else than the others.

mod auth;
mod codec;
mod document;
mod environment;
mod http;
mod layers;
mod lifetime;
mod limits;
mod log;
mod problem;
mod queue;
mod rules;
mod search;
mod setting;
mod store;
mod worker;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use auth::{Admin, Auth, Secret};
pub use codec::ServerUrl;
pub use document::{example, reference};
pub use environment::{Environment, Files};
pub use http::Http;
pub use layers::Flags;
pub use lifetime::{Shutdown, Start};
pub use log::{Log, LogFormat};
pub use problem::{Origin, Problem, Problems};
pub use queue::{OnLoss, Queue, QueueUrl};
pub use search::{Search, SearchUrl};
pub use store::{Store, StoreUrl};
pub use worker::Worker;

use crate::domain::Limits;
use codec::{Choice, Folder, Named, Place, Raw};
use layers::Given;
use setting::{Setting, at};

/// The configuration of one chatd.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The data folder, absolute.
    pub data: PathBuf,
    /// What this process does.
    pub role: Role,
    /// `[http]`.
    pub http: Http,
    /// `[store]`.
    pub store: Store,
    /// `[queue]`.
    pub queue: Queue,
    /// `[search]`.
    pub search: Search,
    /// `[auth]`.
    pub auth: Auth,
    /// `[worker]`.
    pub worker: Worker,
    /// `[limits]`.
    pub limits: Limits,
    /// `[log]`.
    pub log: Log,
    /// `[start]`.
    pub start: Start,
    /// `[shutdown]`.
    pub shutdown: Shutdown,
}

/// What a process does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Both.
    All,
    /// It answers requests.
    Api,
    /// It persists and indexes; over HTTP it answers health and metrics only.
    Worker,
}

impl Role {
    /// Whether it answers requests.
    #[must_use]
    pub fn serves(self) -> bool {
        self != Self::Worker
    }

    /// Whether it persists and indexes.
    #[must_use]
    pub fn works(self) -> bool {
        self != Self::Api
    }
}

impl Named for Role {
    const ALL: &'static [(&'static str, Self)] = &[("all", Self::All), ("api", Self::Api), ("worker", Self::Worker)];
}

impl Config {
    /// The defaults, with this data folder.
    #[must_use]
    pub fn with_data(data: impl Into<PathBuf>) -> Self {
        Self {
            data: data.into(),
            role: Role::All,
            http: Http::default(),
            store: Store::default(),
            queue: Queue::default(),
            search: Search::default(),
            auth: Auth::default(),
            worker: Worker::default(),
            limits: Limits::default(),
            log: Log::default(),
            start: Start::default(),
            shutdown: Shutdown::default(),
        }
    }
}

/// Where the values came from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origins(BTreeMap<&'static str, Origin>);

impl Origins {
    /// Where the value of `key` came from.
    #[must_use]
    pub fn of(&self, key: &str) -> Origin {
        self.0.get(key).cloned().unwrap_or(Origin::Default)
    }

    /// Whether somebody gave a value for `key`.
    #[must_use]
    pub fn is_given(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }
}

/// A configuration that holds.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The values.
    pub config: Config,
    /// Where they came from.
    pub origins: Origins,
    /// What holds, and should be thought about again.
    pub warnings: Vec<Problem>,
}

impl Loaded {
    /// The values as TOML, secrets masked; with where each came from, where `with_origin`.
    #[must_use]
    pub fn show(&self, with_origin: bool) -> String {
        document::show(self, with_origin)
    }
}

/// Reads the configuration, or says everything that is wrong with it.
pub fn load(environment: &Environment, flags: &Flags) -> Result<Loaded, Problems> {
    let table = table();
    let mut problems = Vec::new();
    let mut config = Config::with_data(environment.default_data_dir().unwrap_or_default());
    let mut origins = Origins::default();
    let mut failed = Vec::new();
    for given in layers::gather(&table, environment, flags, &mut problems) {
        match apply(&mut config, environment, &given) {
            Ok(()) => {
                origins.0.insert(given.setting.key, given.origin);
            }
            Err(problem) => {
                problems.push(problem);
                failed.push(given.setting.key);
            }
        }
    }
    if config.data == Path::new("") && !failed.contains(&"data") {
        let advice = "give --data, CHATD_DATA or HOME";
        problems.push(Problem::new(Origin::Default, "there is no home folder to put the data folder into", advice));
    }
    problems.extend(rules::refused(&config, &origins, flags.i_know, &failed));
    match Problems::of(problems) {
        Some(problems) => Err(problems),
        None => Ok(Loaded { warnings: rules::doubtful(&config, &origins), config, origins }),
    }
}

/// Puts one value into the configuration, from the file that it names where it names one.
fn apply(config: &mut Config, environment: &Environment, given: &Given<'_>) -> Result<(), Problem> {
    let setting = given.setting;
    let place = Place { base: given.base.clone(), home: environment.home() };
    let problem = |what: String, advice: String| Problem::new(given.origin.clone(), what, advice);
    if !given.names_file {
        let set = setting.set(config, &given.raw, &place);
        return set.map_err(|wrong| problem(wrong.0, format!("give {}", setting.form())));
    }
    let path = codec::read_path(&given.raw, &place)
        .map_err(|wrong| problem(wrong.0, format!("give the path of a file that holds {}", setting.form())))?;
    let text = environment.files.read(&path).map_err(|error| {
        let what = format!("{} cannot be read ({error})", path.display());
        problem(what, "name a file that this user can read".into())
    })?;
    let set = setting.set(config, &Raw::Text(text), &place);
    set.map_err(|wrong| problem(format!("{}: {}", path.display(), wrong.0), format!("let it hold {}", setting.form())))
}

/// All settings, in the order of the documentation.
fn table() -> Vec<Setting> {
    let mut table = vec![
        Setting::new(
            "data",
            at!(data),
            Folder,
            "The data folder: databases of the embedded adapters, the admin key, the lock. One chatd at a time.",
        )
        .flag("data"),
        Setting::new(
            "role",
            at!(role),
            Choice::any(),
            "What this process does. api answers requests, worker persists and indexes, all does both.",
        )
        .flag("role"),
    ];
    let sections = [
        http::settings,
        store::settings,
        queue::settings,
        search::settings,
        auth::settings,
        worker::settings,
        limits::settings,
        log::settings,
        lifetime::settings,
    ];
    table.extend(sections.into_iter().flat_map(|settings| settings()));
    table
}

#[cfg(test)]
mod tests;
