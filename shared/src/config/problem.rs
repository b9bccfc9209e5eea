//! What is wrong with a configuration, where it came from and what to do about it. Knows no setting.

use std::fmt;
use std::path::PathBuf;

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Nobody gave it.
    Default,
    /// A key of the configuration file; line 0 where the file as a whole is meant.
    File {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// The key, sections included; empty where none is meant.
        key: String,
    },
    /// An environment variable.
    Environment(String),
    /// A flag of the command line, dashes included.
    Flag(String),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::Environment(name) | Self::Flag(name) => f.write_str(name),
            Self::File { path, line, key } => {
                write!(f, "{}", path.display())?;
                if *line > 0 {
                    write!(f, ":{line}")?;
                }
                if key.is_empty() { Ok(()) } else { write!(f, ": {key}") }
            }
        }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where it was found.
    pub origin: Origin,
    /// What is wrong, without the value where that is a secret.
    pub what: String,
    /// What to do about it.
    pub advice: String,
}

impl Problem {
    /// A problem at `origin`.
    pub fn new(origin: Origin, what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { origin, what: what.into(), advice: advice.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.origin, self.what, self.advice)
    }
}

/// Everything that is wrong, never nothing: a configuration is refused with all its problems at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// `None` where there is none.
    #[must_use]
    pub fn of(problems: Vec<Problem>) -> Option<Self> {
        if problems.is_empty() { None } else { Some(Self(problems)) }
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.len() {
            1 => f.write_str("the configuration has a problem:")?,
            n => write!(f, "the configuration has {n} problems:")?,
        }
        self.0.iter().try_for_each(|problem| write!(f, "\n  {problem}"))
    }
}

impl std::error::Error for Problems {}

/// How alike two names must be (1.0: the same) for one to be suggested for the other.
const ALIKE: f64 = 0.6;

/// The one of `known` that `name` was probably meant to be.
pub(super) fn closest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    known
        .map(|candidate| (strsim::normalized_damerau_levenshtein(&name, &candidate.to_lowercase()), candidate))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_finds_the_one_that_was_meant_and_a_strange_one_finds_none() {
        let known = ["http.listen", "http.deadline", "log.level"];
        assert_eq!(closest("http.lisen", known.into_iter()), Some("http.listen"));
        assert_eq!(closest("HTTP.Deadline", known.into_iter()), Some("http.deadline"));
        assert_eq!(closest("zebra", known.into_iter()), None);
    }

    #[test]
    fn all_problems_are_told_each_with_its_place_and_its_advice() {
        let file = Origin::File { path: "/etc/chatd.toml".into(), line: 3, key: "http.listen".into() };
        let problems = Problems::of(vec![
            Problem::new(file, "\"x\" is no address", "give one such as 127.0.0.1:8000"),
            Problem::new(Origin::Environment("CHATD_ROLE".into()), "\"x\" is no role", "give all, api or worker"),
        ])
        .expect("two problems");
        assert_eq!(
            problems.to_string(),
            "the configuration has 2 problems:\n  \
             /etc/chatd.toml:3: http.listen: \"x\" is no address; give one such as 127.0.0.1:8000\n  \
             CHATD_ROLE: \"x\" is no role; give all, api or worker"
        );
    }
}
