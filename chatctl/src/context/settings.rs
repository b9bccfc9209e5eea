//! The flags that a configuration file may give: how they are taken from it, and who has said what counts.

use std::path::PathBuf;

use clap::ValueEnum;

use super::Contexts;
use super::file::File;
use crate::cli::{Given, Global, Said};

/// A flag that a file may give.
pub struct Setting {
    /// The flag without its dashes and the key of the file, but for `-` and `_`.
    pub name: &'static str,
    /// Takes it from a file; false where the file does not say it.
    take: fn(&File, &mut Global) -> bool,
    /// Its value as one writes it; `None` where none is set.
    pub shown: fn(&Global) -> Option<String>,
}

/// Who has said what a setting is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A flag of the line.
    Line,
    /// An environment variable.
    Environment(String),
    /// A file.
    File(PathBuf),
    /// Nobody.
    Default,
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Line => f.write_str("line"),
            Self::Environment(name) => f.write_str(name),
            Self::File(path) => path.display().fmt(f),
            Self::Default => f.write_str("default"),
        }
    }
}

/// All of them, in the order of the help.
pub const SETTINGS: [Setting; 7] = [
    Setting {
        name: "output",
        take: |file, global| put(file.output, &mut global.output),
        shown: |global| word(&global.output),
    },
    Setting {
        name: "limit",
        take: |file, global| put(file.limit.map(|limit| Some(limit.get())), &mut global.limit),
        shown: |global| global.limit.map(|limit| limit.to_string()),
    },
    Setting {
        name: "time",
        take: |file, global| put(file.time.map(Some), &mut global.time),
        shown: |global| global.time.as_ref().and_then(word),
    },
    Setting {
        name: "color",
        take: |file, global| put(file.color, &mut global.color),
        shown: |global| word(&global.color),
    },
    Setting {
        name: "progress",
        take: |file, global| put(file.progress, &mut global.progress),
        shown: |global| word(&global.progress),
    },
    Setting {
        name: "no_input",
        take: |file, global| put(file.no_input, &mut global.no_input),
        shown: |global| Some(global.no_input.to_string()),
    },
    Setting {
        name: "timeout",
        take: |file, global| put(file.timeout, &mut global.timeout),
        shown: |global| Some(format!("{}ms", global.timeout.as_millis())),
    },
];

impl Setting {
    /// Who has said it.
    #[must_use]
    pub fn origin(&self, global: &Global, given: &Given, contexts: &Contexts) -> Origin {
        said(given, self.name).unwrap_or_else(|| {
            let says = |file: &&File| (self.take)(file, &mut global.clone());
            let file = contexts.files().iter().find(says);
            file.map_or(Origin::Default, |file| Origin::File(file.path.clone()))
        })
    }
}

/// Who has said the flag of this name, where that is the line or the environment.
#[must_use]
pub fn said(given: &Given, name: &str) -> Option<Origin> {
    match given.of(name)? {
        Said::Line => Some(Origin::Line),
        Said::Environment => Some(Origin::Environment(format!("CHATCTL_{}", name.to_uppercase()))),
    }
}

/// Takes from the files what neither the line nor the environment has said.
pub fn apply(global: &mut Global, given: &Given, contexts: &Contexts) {
    for setting in SETTINGS.iter().filter(|setting| given.of(setting.name).is_none()) {
        // The nearest file that says it.
        let _ = contexts.files().iter().any(|file| (setting.take)(file, global));
    }
}

fn put<T>(from: Option<T>, to: &mut T) -> bool {
    from.map(|value| *to = value).is_some()
}

fn word<T: ValueEnum>(value: &T) -> Option<String> {
    value.to_possible_value().map(|value| value.get_name().to_owned())
}
