//! The configuration file: named contexts, and which of them is used unless the line names another.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::output::colour::Env;
use crate::output::failure::{Failure, Kind};

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
                Err(error) => return Err(unreadable(&path, error)),
            }
        }
        Ok(Self::default())
    }

    /// Understands the text of a file that stands at `path`.
    pub fn parse(text: &str, path: PathBuf) -> Result<Self, Failure> {
        let mut contexts: Self = toml::from_str(text).map_err(|error| unreadable(&path, error))?;
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

fn unreadable(path: &Path, why: impl std::fmt::Display) -> Failure {
    Failure::new(Kind::Usage, format!("read the configuration {}", path.display())).because(why)
}
