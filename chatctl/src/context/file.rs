//! The configuration file: named contexts, and which of them is used unless the line names another.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::output::colour::Env;
use crate::output::failure::{Failure, Kind};

/// The keys of the file and of a context: what may be suggested. A test holds them against what is taken.
const FILE_KEYS: [&str; 2] = ["context", "contexts"];
const PROFILE_KEYS: [&str; 3] = ["api", "data", "admin_key_file"];

/// How alike two keys must be for one to be suggested for the other, from 0 to 1.
const ALIKE: f64 = 0.7;

/// The whole file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contexts {
    /// The context that is used unless the line names another.
    context: Option<String>,
    /// All of them by name.
    contexts: BTreeMap<String, Profile>,
    /// The file that this is from; none where there is none.
    #[serde(skip)]
    pub path: Option<PathBuf>,
}

/// One context.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// The address of chatd's HTTP API.
    pub api: Option<String>,
    /// The data folder of a chatd on this machine.
    pub data: Option<PathBuf>,
    /// The file that holds the admin key; relative to the configuration file.
    pub admin_key_file: Option<PathBuf>,
}

impl Contexts {
    /// Reads the user's file, or else the machine's; nothing where there is neither.
    pub fn load(env: Env<'_>) -> Result<Self, Failure> {
        for path in places(env) {
            match std::fs::read_to_string(&path) {
                Ok(text) => return Self::parse(&text, path),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => {
                    let hint = "let it be a TOML file that this user can read, or move it away";
                    return Err(unreadable(&path, error).hint(hint));
                }
            }
        }
        Ok(Self::default())
    }

    /// Understands the text of a file that stands at `path`.
    pub fn parse(text: &str, path: PathBuf) -> Result<Self, Failure> {
        let mut contexts: Self = toml::from_str(text).map_err(|error| {
            let failure = unreadable(&path, error.to_string().trim_end());
            match meant(text) {
                Some(key) => failure.hint(format!("did you mean `{key}`?")),
                None => failure.hint("correct it; `chatctl context ls` reads it again"),
            }
        })?;
        let folder = path.parent().map(Path::to_owned).unwrap_or_default();
        for profile in contexts.contexts.values_mut() {
            for place in [&mut profile.data, &mut profile.admin_key_file].into_iter().flatten() {
                *place = folder.join(&place);
            }
        }
        contexts.path = Some(path);
        Ok(contexts)
    }

    /// The context that is meant when the line says `named`; its name is `None` where nobody names any.
    pub fn chosen(&self, named: Option<&str>) -> Result<(Option<String>, Profile), Failure> {
        let Some(name) = named.or(self.context.as_deref()) else { return Ok((None, Profile::default())) };
        match self.contexts.get(name) {
            Some(profile) => Ok((Some(name.to_owned()), profile.clone())),
            None => Err(self.unknown(name)),
        }
    }

    /// All contexts with whether each is the one used by default.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Profile, bool)> {
        self.contexts.iter().map(|(name, profile)| (name, profile, self.context.as_ref() == Some(name)))
    }

    fn unknown(&self, name: &str) -> Failure {
        let known: Vec<&str> = self.contexts.keys().map(String::as_str).collect();
        let hint = match &self.path {
            Some(path) if known.is_empty() => format!("{} has no [contexts.NAME]", path.display()),
            Some(path) => format!("{} has {}", path.display(), known.join(", ")),
            None => "there is no configuration file; name the address with --api".to_owned(),
        };
        Failure::usage("find chatd", format!("there is no context `{name}`")).hint(hint)
    }
}

fn places(env: Env<'_>) -> Vec<PathBuf> {
    let set = |name: &str| env(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = set("XDG_CONFIG_HOME").or_else(|| set("HOME").map(|home| home.join(".config")));
    let user = base.map(|base| base.join("chatctl/config.toml"));
    user.into_iter().chain([PathBuf::from("/etc/chatctl/config.toml")]).collect()
}

/// What the first key that nobody knows was meant to be.
fn meant(text: &str) -> Option<&'static str> {
    let file: toml::Table = text.parse().ok()?;
    let profiles = file.get("contexts").and_then(toml::Value::as_table).into_iter().flat_map(toml::Table::values);
    let keys = profiles.filter_map(toml::Value::as_table).flat_map(toml::Table::keys);
    let given = file.keys().map(|key| (key, &FILE_KEYS[..])).chain(keys.map(|key| (key, &PROFILE_KEYS[..])));
    let (unknown, known) = given.into_iter().find(|(key, known)| !known.contains(&key.as_str()))?;
    let likeness = |key: &str| strsim::jaro(key, unknown);
    let near = known.iter().copied().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    near.filter(|key| likeness(key) > ALIKE)
}

fn unreadable(path: &Path, why: impl std::fmt::Display) -> Failure {
    Failure::new(Kind::Usage, format!("read the configuration {}", path.display())).because(why)
}
