//! Where chatd is and with which key: flags and environment first, then the configuration files' context, then the
//! default data folder of this machine, last the usual address. Opens no connection.

pub mod edit;
pub mod file;
mod layers;
mod marks;
mod place;
mod secret;
pub mod settings;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;

pub use file::Profile;
pub use layers::{Contexts, places, user_file};
pub use marks::{ContextColor, Marks};
pub use place::{Place, is_direct, place, runs_a_command};

use crate::output::colour::Env;
use crate::output::failure::{Failure, Kind};

/// Where chatd listens unless it is told otherwise.
pub const USUAL_ADDRESS: &str = "http://127.0.0.1:8000";

/// What the line and the environment say about where chatd is.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// `--context` or `CHATCTL_CONTEXT`.
    pub context: Option<String>,
    /// `--api` or `CHATCTL_API`.
    pub api: Option<String>,
    /// `--data` or `CHATCTL_DATA`.
    pub data: Option<PathBuf>,
    /// `--direct` or `CHATCTL_DIRECT`.
    pub direct: bool,
    /// `--store`.
    pub store: Option<String>,
    /// `--queue`.
    pub queue: Option<String>,
    /// `--search`.
    pub search: Option<String>,
}

impl Choice {
    /// Whether the line names a place of its own, and so has left the context: a context's key and marks belong to its
    /// addresses.
    fn is_elsewhere(&self) -> bool {
        let named = [&self.api, &self.store, &self.queue, &self.search];
        self.data.is_some() || named.into_iter().any(Option::is_some)
    }
}

/// A secret: never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct AdminKey(String);

impl AdminKey {
    /// The key in `text`, which is from `origin`.
    fn new(text: &str, origin: &KeyOrigin) -> Result<Self, Failure> {
        let key = text.trim();
        if key.is_empty() {
            return Err(unusable(origin, "there is nothing in it"));
        }
        if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(unusable(origin, "it holds characters that no key has"));
        }
        Ok(Self(key.to_owned()))
    }

    /// The key, for the client alone.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for AdminKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AdminKey(…)")
    }
}

/// Where the key is from, for those who wonder why it is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyOrigin {
    /// An environment variable.
    Environment,
    /// A file.
    File(PathBuf),
    /// What a context's file says: `env:NAME` or `cmd:COMMAND`.
    Said(String),
}

impl KeyOrigin {
    /// The key from there. Runs the command where it is one that prints it.
    fn take(&self, env: Env<'_>) -> Result<AdminKey, Failure> {
        let text = match self {
            Self::Environment => env("CHATCTL_ADMIN_KEY").unwrap_or_default(),
            Self::File(path) => std::fs::read_to_string(path).map_err(|error| unusable(self, error))?,
            Self::Said(source) => secret::read("the admin key", source, env, Path::new(""))?,
        };
        AdminKey::new(&text, self)
    }
}

impl std::fmt::Display for KeyOrigin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Environment => f.write_str("CHATCTL_ADMIN_KEY"),
            Self::File(path) => path.display().fmt(f),
            Self::Said(source) => f.write_str(source),
        }
    }
}

/// Where chatd is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The context's name, `local` for a data folder, else the address.
    pub name: String,
    /// The address of its HTTP API.
    pub api: String,
    /// Its data folder, where that is on this machine.
    pub data: Option<PathBuf>,
    /// The admin key, where one was found.
    pub key: Option<AdminKey>,
    /// Where the key is from.
    pub key_origin: Option<KeyOrigin>,
    /// What is to be said of how the key is kept.
    pub caution: Option<String>,
}

/// Where chatd is, and where its key would be taken from; nothing secret was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// The context's name, `local` for a data folder, else the address.
    pub name: String,
    /// The address of its HTTP API.
    pub api: String,
    /// Its data folder, where that is on this machine.
    pub data: Option<PathBuf>,
    /// Where its key is.
    pub key_origin: Option<KeyOrigin>,
    /// The marks of its context.
    pub marks: Marks,
    /// Whether the key is one that a context's file names.
    key_is_kept: bool,
}

impl Located {
    /// Takes the key.
    pub fn open(self, env: Env<'_>) -> Result<Target, Failure> {
        let caution = self.kept_badly();
        if let (Some(why), true) = (&caution, self.marks.protected) {
            let doing = format!("use the protected context `{}`", self.marks.context);
            return Err(Failure::new(Kind::Auth, doing).because(why).hint("take it from them: chmod 600 on the file"));
        }
        let key = self.key_origin.as_ref().map(|origin| origin.take(env)).transpose()?;
        let Self { name, api, data, key_origin, .. } = self;
        Ok(Target { name, api, data, key, key_origin, caution })
    }

    /// Whether taking the key runs a command.
    #[must_use]
    pub fn runs_a_command(&self) -> bool {
        matches!(&self.key_origin, Some(KeyOrigin::Said(source)) if source.starts_with("cmd:"))
    }

    /// A key that others on this machine can read.
    fn kept_badly(&self) -> Option<String> {
        let Some(KeyOrigin::File(path)) = self.key_origin.as_ref().filter(|_| self.key_is_kept) else { return None };
        let mode = std::fs::metadata(path).ok()?.permissions().mode();
        (mode & 0o077 != 0).then(|| format!("others on this machine can read the admin key {}", path.display()))
    }
}

/// What chatd writes into its data folder while it runs.
#[derive(Debug, Deserialize)]
struct Running {
    /// `host:port`.
    address: String,
}

/// Finds chatd, and takes its key.
pub fn resolve(choice: &Choice, env: Env<'_>, contexts: &Contexts) -> Result<Target, Failure> {
    locate(choice, env, contexts)?.open(env)
}

/// Finds chatd.
pub fn locate(choice: &Choice, env: Env<'_>, contexts: &Contexts) -> Result<Located, Failure> {
    let (name, profile) = contexts.chosen(choice.context.as_deref())?;
    let marks = contexts.marks(choice)?;
    let elsewhere = choice.is_elsewhere();
    let profile = if elsewhere { Profile::default() } else { profile };
    let named_data = choice.data.clone().or_else(|| profile.data.clone());
    let named_api = choice.api.clone().or_else(|| profile.api.clone());
    let default_data = default_data_folder(env).filter(|folder| folder.is_dir());
    let data = named_data.clone().or_else(|| default_data.filter(|_| named_api.is_none()));
    let running = data.as_deref().map(running_in).transpose()?.flatten();
    let api = match (named_api, &running) {
        (Some(api), _) => api,
        (None, Some(address)) => address.clone(),
        (None, None) => not_running(named_data.as_deref())?,
    };
    let api = api.trim_end_matches('/').to_owned();
    let folder_key = data.as_deref().filter(|_| running.as_ref() == Some(&api)).map(|folder| folder.join("admin.key"));
    let kept = kept_key(&profile);
    let (key_origin, key_is_kept) = find_key(env, kept, folder_key)?;
    let name = match (name, elsewhere, &data) {
        (Some(name), false, _) => name,
        (_, _, Some(_)) if choice.api.is_none() => "local".to_owned(),
        _ => api.clone(),
    };
    Ok(Located { name, api, data, key_origin, marks, key_is_kept })
}

/// The folder that chatd uses unless it is told otherwise.
fn default_data_folder(env: Env<'_>) -> Option<PathBuf> {
    let set = |name: &str| env(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("XDG_DATA_HOME").or_else(|| set("HOME").map(|home| home.join(".local/share"))).map(|base| base.join("chatd"))
}

/// The address of the chatd that runs on a data folder, where one does.
fn running_in(folder: &Path) -> Result<Option<String>, Failure> {
    let path = folder.join("chatd.json");
    let doing = || format!("find chatd by {}", path.display());
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => {
            return Err(Failure::usage(doing(), error).hint("--data names the folder in which chatd keeps its data"));
        }
        Err(error) => {
            let hint = "run chatctl as the user that chatd runs as, or name the address with --api";
            return Err(Failure::new(Kind::Failed, doing()).because(error).hint(hint));
        }
    };
    let running: Running = serde_json::from_str(&text).map_err(|error| {
        let hint = "chatd writes it anew when it is started again; until then name the address with --api";
        Failure::new(Kind::Failed, doing()).because(error).hint(hint)
    })?;
    Ok(Some(reachable(&running.address)))
}

/// A server that listens on every address of its machine is reached at the machine's own.
fn reachable(address: &str) -> String {
    match address.parse::<SocketAddr>() {
        Ok(bound) if bound.ip().is_unspecified() => {
            let loopback: IpAddr =
                if bound.is_ipv4() { Ipv4Addr::LOCALHOST.into() } else { Ipv6Addr::LOCALHOST.into() };
            format!("http://{}", SocketAddr::new(loopback, bound.port()))
        }
        _ => format!("http://{address}"),
    }
}

/// Without a running chatd the usual address is worth a try, but not when a folder was named: its chatd is meant.
fn not_running(named: Option<&Path>) -> Result<String, Failure> {
    match named {
        None => Ok(USUAL_ADDRESS.to_owned()),
        Some(folder) => Err(Failure::new(Kind::Unavailable, format!("find chatd by {}", folder.display()))
            .because("no chatd runs on this data folder")
            .hint(format!("start it: chatd --data {}", folder.display()))),
    }
}

/// Where the key of a context is.
fn kept_key(profile: &Profile) -> Option<KeyOrigin> {
    let file = profile.admin_key.as_deref().map(|said| match said.strip_prefix("file:") {
        Some(path) => KeyOrigin::File(profile.folder().join(path)),
        None => KeyOrigin::Said(said.to_owned()),
    });
    file.or_else(|| profile.admin_key_file.clone().map(KeyOrigin::File))
}

/// Where the key is, and whether a context's file says so.
fn find_key(
    env: Env<'_>,
    kept: Option<KeyOrigin>,
    folder_file: Option<PathBuf>,
) -> Result<(Option<KeyOrigin>, bool), Failure> {
    let set = |name: &str| env(name).filter(|value| !value.is_empty());
    match (set("CHATCTL_ADMIN_KEY"), set("CHATCTL_ADMIN_KEY_FILE")) {
        (Some(_), Some(_)) => Err(Failure::usage(
            "choose the admin key",
            "CHATCTL_ADMIN_KEY and CHATCTL_ADMIN_KEY_FILE are both set; keep one",
        )),
        (Some(_), None) => Ok((Some(KeyOrigin::Environment), false)),
        (None, Some(path)) => Ok((Some(KeyOrigin::File(path.into())), false)),
        (None, None) => {
            let is_kept = kept.is_some();
            Ok((kept.or(folder_file.filter(|path| path.exists()).map(KeyOrigin::File)), is_kept))
        }
    }
}

fn unusable(origin: &KeyOrigin, why: impl std::fmt::Display) -> Failure {
    Failure::new(Kind::Auth, format!("take the admin key from {origin}")).because(why).hint(
        "it must be the key alone, as in the `admin.key` of chatd's data folder; CHATCTL_ADMIN_KEY_FILE and a \
         context's admin_key = \"file:PATH\" name such a file",
    )
}

#[cfg(test)]
mod tests;
