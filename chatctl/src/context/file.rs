//! One configuration file: what it may say, and how far a file that lies about in a project is trusted. Knows no other file.

use std::collections::BTreeMap;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use clap::ValueEnum;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::marks::ContextColor;
use crate::cli::duration;
use crate::output::Format;
use crate::output::colour::ColorWhen;
use crate::output::failure::{Failure, Kind};
use crate::output::human::TimeStyle;
use crate::output::progress::ProgressWhen;

/// The keys of the file and of a context: what may be suggested. A test holds them against what is taken.
const FILE_KEYS: [&str; 9] =
    ["context", "contexts", "output", "color", "progress", "time", "limit", "timeout", "no_input"];
const PROFILE_KEYS: [&str; 12] = [
    "api",
    "data",
    "admin_key",
    "admin_key_file",
    "protected",
    "read_only",
    "color",
    "direct",
    "store",
    "queue",
    "search",
    "chatd_config",
];

/// How alike two keys must be for one to be suggested for the other, from 0 to 1.
const ALIKE: f64 = 0.7;

/// What to do about a context that a project's file may not have.
const OWN_FILE: &str = "keep this context in your own file: `chatctl config path` says where that is";

/// How a value says where a secret is.
const SOURCES: [&str; 3] = ["file:", "env:", "cmd:"];

/// Whose file it is. The nearer one wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layer {
    /// `.chatctl.toml` in the working folder, or the nearest folder above it that has one.
    Project,
    /// The user's own.
    #[default]
    User,
    /// The machine's.
    System,
}

impl Layer {
    /// Its word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::User => "user",
            Self::System => "system",
        }
    }
}

/// What a file says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct File {
    /// The context that is used unless the line names another.
    pub context: Option<String>,
    /// Contexts by name.
    pub contexts: BTreeMap<String, Profile>,
    /// `--output`
    #[serde(deserialize_with = "word")]
    pub output: Option<Format>,
    /// `--color`
    #[serde(deserialize_with = "word")]
    pub color: Option<ColorWhen>,
    /// `--progress`
    #[serde(deserialize_with = "word")]
    pub progress: Option<ProgressWhen>,
    /// `--time`
    #[serde(deserialize_with = "word")]
    pub time: Option<TimeStyle>,
    /// `--limit`
    pub limit: Option<std::num::NonZeroU64>,
    /// `--timeout`
    #[serde(deserialize_with = "span")]
    pub timeout: Option<Duration>,
    /// `--no-input`
    pub no_input: Option<bool>,
    /// Whose it is.
    #[serde(skip)]
    pub layer: Layer,
    /// Where it stands.
    #[serde(skip)]
    pub path: PathBuf,
}

/// One context.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// The address of chatd's HTTP API.
    pub api: Option<String>,
    /// The data folder of a chatd on this machine.
    pub data: Option<PathBuf>,
    /// Where the admin key is: `file:PATH`, `env:NAME` or `cmd:COMMAND`. Never the key itself.
    pub admin_key: Option<String>,
    /// The same as `admin_key = "file:…"`.
    pub admin_key_file: Option<PathBuf>,
    /// Whether every change takes one level of danger more.
    pub protected: bool,
    /// Whether nothing may be changed.
    pub read_only: bool,
    /// The colour of its name.
    #[serde(deserialize_with = "word")]
    pub color: Option<ContextColor>,
    /// The file that it is from; relative paths are from there on.
    #[serde(skip)]
    pub file: PathBuf,
    /// Whether lines go straight to the parts, without chatd.
    pub direct: bool,
    /// The store's address, or where it is taken from; see `secret`.
    pub store: Option<String>,
    /// The queue's.
    pub queue: Option<String>,
    /// The search index's.
    pub search: Option<String>,
    /// chatd's own configuration file, for what the addresses do not say: prefixes, bounds, certificates.
    pub chatd_config: Option<PathBuf>,
}

impl Profile {
    /// The folder of its file.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.file.parent().unwrap_or(Path::new(""))
    }
}

impl File {
    /// Reads a file; `None` where there is none.
    pub fn read(path: &Path, layer: Layer) -> Result<Option<Self>, Failure> {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                let hint = "let it be a TOML file that this user can read, or move it away";
                return Err(unreadable(path, error).hint(hint));
            }
        };
        if layer == Layer::Project {
            let about = std::fs::metadata(path).map_err(|error| unreadable(path, error))?;
            must_be_ours(path, &about)?;
        }
        Self::parse(&text, path.to_owned(), layer).map(Some)
    }

    /// Understands the text of a file that stands at `path`.
    pub fn parse(text: &str, path: PathBuf, layer: Layer) -> Result<Self, Failure> {
        let mut file: Self = toml::from_str(text).map_err(|error| {
            // In one line, and without the line of the file: it may hold what is not to be shown.
            let place = error.span().map_or_else(String::new, |span| place_of(text, span.start));
            let why = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
            let failure = unreadable(&path, format!("{place}{why}"));
            match meant(text) {
                Some(key) => failure.hint(format!("did you mean `{key}`?")),
                None => failure.hint("correct it; `chatctl context ls` reads it again"),
            }
        })?;
        (file.layer, file.path) = (layer, path);
        for (name, profile) in &mut file.contexts {
            profile.file.clone_from(&file.path);
            must_be_sound(name, profile, layer)?;
            let folder = profile.folder().to_owned();
            let places = [&mut profile.data, &mut profile.admin_key_file, &mut profile.chatd_config];
            for place in places.into_iter().flatten() {
                *place = folder.join(&place);
            }
        }
        Ok(file)
    }
}

/// Whether a value says where a secret is, and so is none itself.
#[must_use]
pub fn is_source(value: &str) -> bool {
    SOURCES.iter().any(|source| value.strip_prefix(source).is_some_and(|rest| !rest.trim().is_empty()))
}

/// The value is never shown: who made this mistake has written the key there.
fn must_be_sound(name: &str, profile: &Profile, layer: Layer) -> Result<(), Failure> {
    let wrong = |why: &str| unreadable(&profile.file, format!("the context `{name}`: {why}"));
    if profile.admin_key.is_some() && profile.admin_key_file.is_some() {
        return Err(wrong("admin_key and admin_key_file are both there").hint("keep one"));
    }
    if profile.admin_key.as_deref().is_some_and(|value| !is_source(value)) {
        return Err(wrong("admin_key says where the key is, and is not the key")
            .hint("write it as \"file:PATH\", \"env:NAME\" or \"cmd:COMMAND\""));
    }
    let file = profile.admin_key.as_deref().and_then(|value| value.strip_prefix("file:")).map(Path::new);
    let elsewhere = profile.admin_key.is_some() && file.is_none();
    let within = |path: &Path| path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let outside = file.or(profile.admin_key_file.as_deref()).is_some_and(|path| !within(path));
    if layer == Layer::Project && (elsewhere || outside) {
        return Err(wrong("a project's file may only name a key file in its own folder").hint(OWN_FILE));
    }
    let parts = [&profile.store, &profile.queue, &profile.search];
    let names_parts = profile.chatd_config.is_some() || parts.into_iter().any(Option::is_some);
    if layer == Layer::Project && names_parts {
        return Err(
            wrong("a project's file may not say where the store, the queue or the search index is").hint(OWN_FILE)
        );
    }
    Ok(())
}

/// Whoever writes a project's file decides where a line goes.
fn must_be_ours(path: &Path, about: &std::fs::Metadata) -> Result<(), Failure> {
    let owner = about.uid();
    if (owner == rustix::process::geteuid().as_raw() || owner == 0) && about.mode() & 0o002 == 0 {
        return Ok(());
    }
    Err(unreadable(path, "somebody else on this machine can write it")
        .hint("make it yours, and writable by nobody else (chmod o-w), or run chatctl in another folder"))
}

fn place_of(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or(text);
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
    format!("line {}, column {column}: ", before.matches('\n').count() + 1)
}

/// A word of a flag.
fn word<'de, D: Deserializer<'de>, T: ValueEnum>(from: D) -> Result<Option<T>, D::Error> {
    let text = String::deserialize(from)?;
    T::from_str(&text, false).map(Some).map_err(|_| {
        let words: Vec<String> = T::value_variants()
            .iter()
            .filter_map(ValueEnum::to_possible_value)
            .filter(|value| !value.is_hide_set())
            .map(|value| value.get_name().to_owned())
            .collect();
        D::Error::custom(format!("`{text}` is none of {}", words.join(", ")))
    })
}

fn span<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Duration>, D::Error> {
    duration(&String::deserialize(from)?).map(Some).map_err(D::Error::custom)
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

/// A configuration file could not be read.
pub fn unreadable(path: &Path, why: impl std::fmt::Display) -> Failure {
    Failure::new(Kind::Usage, format!("read the configuration {}", path.display())).because(why)
}
