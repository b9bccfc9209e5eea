//! `[log]`: what is logged and how it looks.

use super::codec::{Choice, LogLevels, Named};
use super::setting::{Setting, at};

/// `[log]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// How lines look.
    pub format: LogFormat,
    /// What is logged: `info`, or `info,chatd=debug`.
    pub level: String,
}

impl Default for Log {
    fn default() -> Self {
        Self { format: LogFormat::Auto, level: "info".into() }
    }
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// `Pretty` on a terminal, else `Json`.
    Auto,
    /// For people.
    Pretty,
    /// For programs: one JSON object a line.
    Json,
}

impl Named for LogFormat {
    const ALL: &'static [(&'static str, Self)] =
        &[("auto", Self::Auto), ("pretty", Self::Pretty), ("json", Self::Json)];
}

pub(super) fn settings() -> Vec<Setting> {
    vec![
        Setting::new(
            "log.format",
            at!(log.format),
            Choice::any(),
            "How the lines on standard error look. auto: pretty on a terminal, json elsewhere. Colours follow NO_COLOR.",
        ),
        Setting::new(
            "log.level",
            at!(log.level),
            LogLevels,
            "What is logged. The level of all modules first, then those of single ones.",
        ),
    ]
}
