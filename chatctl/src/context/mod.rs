//! Where chatd is and with which key: flags and environment first, then the configuration file's context, then the
//! default data folder of this machine, last the usual address. Opens no connection.

mod file;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::{Path, PathBuf};

use serde::Deserialize;

pub use file::{Contexts, Profile};

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
}

impl std::fmt::Display for KeyOrigin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Environment => f.write_str("CHATCTL_ADMIN_KEY"),
            Self::File(path) => path.display().fmt(f),
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
}

/// What chatd writes into its data folder while it runs.
#[derive(Debug, Deserialize)]
struct Running {
    /// `host:port`.
    address: String,
}

/// Finds chatd.
pub fn resolve(choice: &Choice, env: Env<'_>, contexts: &Contexts) -> Result<Target, Failure> {
    let (name, profile) = contexts.chosen(choice.context.as_deref())?;
    // A line that names its own place has left the context: its key belongs to its address.
    let elsewhere = choice.api.is_some() || choice.data.is_some();
    let profile = if elsewhere { Profile::default() } else { profile };
    let named_data = choice.data.clone().or(profile.data);
    let named_api = choice.api.clone().or(profile.api);
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
    let (key, key_origin) = find_key(env, profile.admin_key_file, folder_key)?;
    let name = match (name, elsewhere, &data) {
        (Some(name), false, _) => name,
        (_, _, Some(_)) if choice.api.is_none() => "local".to_owned(),
        _ => api.clone(),
    };
    Ok(Target { name, api, data, key, key_origin })
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

fn find_key(
    env: Env<'_>,
    profile_file: Option<PathBuf>,
    folder_file: Option<PathBuf>,
) -> Result<(Option<AdminKey>, Option<KeyOrigin>), Failure> {
    let set = |name: &str| env(name).filter(|value| !value.is_empty());
    match (set("CHATCTL_ADMIN_KEY"), set("CHATCTL_ADMIN_KEY_FILE")) {
        (Some(_), Some(_)) => Err(Failure::usage(
            "choose the admin key",
            "CHATCTL_ADMIN_KEY and CHATCTL_ADMIN_KEY_FILE are both set; keep one",
        )),
        (Some(key), None) => {
            let origin = KeyOrigin::Environment;
            Ok((Some(AdminKey::new(&key, &origin)?), Some(origin)))
        }
        (None, Some(path)) => read_key(path.into()),
        (None, None) => match (profile_file, folder_file) {
            (Some(path), _) => read_key(path),
            (None, Some(path)) if path.exists() => read_key(path),
            _ => Ok((None, None)),
        },
    }
}

fn read_key(path: PathBuf) -> Result<(Option<AdminKey>, Option<KeyOrigin>), Failure> {
    let text = std::fs::read_to_string(&path);
    let origin = KeyOrigin::File(path);
    let text = text.map_err(|error| unusable(&origin, error))?;
    Ok((Some(AdminKey::new(&text, &origin)?), Some(origin)))
}

fn unusable(origin: &KeyOrigin, why: impl std::fmt::Display) -> Failure {
    Failure::new(Kind::Auth, format!("take the admin key from {origin}")).because(why).hint(
        "it must be the key alone, as in the `admin.key` of chatd's data folder; CHATCTL_ADMIN_KEY_FILE and a \
         context's admin_key_file name such a file",
    )
}

#[cfg(test)]
mod tests;
