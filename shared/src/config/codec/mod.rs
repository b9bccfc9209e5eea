//! How a value of a setting is read from text or TOML, written as TOML, and described. One codec a kind of value;
//! none knows which setting it serves.

mod address;
mod choice;
mod number;
mod path;
mod size;
mod span;
mod text;
mod url;

use std::path::{Path, PathBuf};

pub(super) use address::Address;
pub(super) use choice::{Choice, Named};
pub(super) use number::Count;
pub(super) use path::{File, Folder, read_path};
pub(super) use size::{KIB, MIB, Size};
pub(super) use span::Span;
pub(super) use text::{AdminKey, ApiKey, LogLevels, Prefix, Word};
pub use url::ServerUrl;
pub(super) use url::{Endpoint, UrlOf};

/// A value as it was given.
#[derive(Debug, Clone, PartialEq)]
pub enum Raw {
    /// In the environment or on the command line, where everything is text.
    Text(String),
    /// A string of the file.
    String(String),
    /// An integer of the file.
    Integer(i64),
    /// Anything else of the file, by the name of its type.
    Other(&'static str),
}

impl Raw {
    /// The value where it is a text.
    fn text(&self) -> Result<&str, Wrong> {
        match self {
            Self::Text(text) | Self::String(text) => Ok(text),
            Self::Integer(n) => Err(Wrong(format!("{n} is a number, not a text"))),
            Self::Other(kind) => Err(Wrong(format!("this is a TOML {kind}"))),
        }
    }
}

/// What relative paths start from, and what `~` means.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// The folder of the file that the value stands in, or the current one.
    pub base: PathBuf,
    /// The user's home.
    pub home: Option<PathBuf>,
}

impl Place {
    /// The absolute path that `text` means here.
    fn resolve(&self, text: &str) -> PathBuf {
        match (text.strip_prefix("~/"), &self.home) {
            (Some(rest), Some(home)) => home.join(rest),
            _ => self.base.join(Path::new(text)),
        }
    }
}

/// What is wrong with a value; the advice is the codec's form. Never holds a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong(pub String);

/// Reads and writes one kind of value.
pub trait Codec: Send + Sync {
    /// The value in the configuration.
    type Value;

    /// The value that was given.
    fn read(&self, raw: &Raw, place: &Place) -> Result<Self::Value, Wrong>;

    /// The value as TOML, secrets masked; `None` where nothing is set.
    fn write(&self, value: &Self::Value) -> Option<String>;

    /// What may be given, as a phrase that goes on after "give".
    fn form(&self) -> String;

    /// An example for settings that have no default, as TOML.
    fn example(&self) -> Option<&'static str> {
        None
    }
}

/// `text` as a TOML string.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
