//! Gathers what was given for which setting, in the order of precedence: the file, the environment, the flags. Judges
//! names only; values are read by the codecs.

mod file;

use std::path::PathBuf;

use super::codec::Raw;
use super::environment::Environment;
use super::problem::{Origin, Problem, closest};
use super::setting::{Secrecy, Setting};

/// The variables that belong to tests.
const TEST_PREFIX: &str = "CHATD_TEST";
/// What all variables of chatd begin with.
const PREFIX: &str = "CHATD_";
/// The variable that names the configuration file.
const CONFIG_VARIABLE: &str = "CHATD_CONFIG";

/// What the command line says of the configuration.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Flags {
    /// `--config`.
    pub config: Option<PathBuf>,
    /// `--data`.
    pub data: Option<String>,
    /// `--listen`.
    pub listen: Option<String>,
    /// `--role`.
    pub role: Option<String>,
    /// `--store`.
    pub store: Option<String>,
    /// `--queue`.
    pub queue: Option<String>,
    /// `--search`.
    pub search: Option<String>,
    /// `--i-know`: what is dangerous is meant.
    pub i_know: bool,
}

impl Flags {
    /// The value of the flag `name`.
    fn value(&self, name: &str) -> Option<&String> {
        match name {
            "data" => self.data.as_ref(),
            "listen" => self.listen.as_ref(),
            "role" => self.role.as_ref(),
            "store" => self.store.as_ref(),
            "queue" => self.queue.as_ref(),
            "search" => self.search.as_ref(),
            _ => None,
        }
    }
}

/// One value for one setting.
pub(super) struct Given<'a> {
    /// The setting.
    pub(super) setting: &'a Setting,
    /// What was given.
    pub(super) raw: Raw,
    /// Whether it names the file that holds the value.
    pub(super) names_file: bool,
    /// What relative paths in it start from.
    pub(super) base: PathBuf,
    /// Where it was given.
    pub(super) origin: Origin,
}

/// Everything that was given, the weakest first.
pub(super) fn gather<'a>(
    table: &'a [Setting],
    environment: &Environment,
    flags: &Flags,
    problems: &mut Vec<Problem>,
) -> Vec<Given<'a>> {
    let mut all = Vec::new();
    let named = flags.config.clone().map(|path| (path, Origin::Flag("--config".into())));
    let from_env =
        || Some((PathBuf::from(environment.var(CONFIG_VARIABLE)?), Origin::Environment(CONFIG_VARIABLE.into())));
    if let Some((path, origin)) = named.or_else(from_env) {
        all.extend(file::read(table, environment, &path, &origin, problems));
    }
    all.extend(variables(table, environment, problems));
    all.extend(given_flags(table, environment, flags));
    all
}

fn given_flags<'a>(table: &'a [Setting], environment: &Environment, flags: &Flags) -> Vec<Given<'a>> {
    let given = table.iter().filter_map(|setting| {
        let flag = setting.flag?;
        Some(Given {
            setting,
            raw: Raw::Text(flags.value(flag)?.clone()),
            names_file: false,
            base: environment.current_dir.clone(),
            origin: Origin::Flag(format!("--{flag}")),
        })
    });
    given.collect()
}

fn variables<'a>(table: &'a [Setting], environment: &Environment, problems: &mut Vec<Problem>) -> Vec<Given<'a>> {
    let mut names: Vec<String> = vec![CONFIG_VARIABLE.into()];
    let mut all = Vec::new();
    for setting in table {
        let mine = variable_names(setting);
        let mut set = Vec::new();
        for (name, names_file) in &mine {
            let Some(value) = environment.var(name) else { continue };
            set.push(Given {
                setting,
                raw: Raw::Text(value.to_owned()),
                names_file: *names_file,
                base: environment.current_dir.clone(),
                origin: Origin::Environment(name.clone()),
            });
        }
        all.extend(only_one(set, problems));
        names.extend(mine.into_iter().map(|(name, _)| name));
    }
    let ours = environment.vars.keys().filter(|name| name.starts_with(PREFIX) && !name.starts_with(TEST_PREFIX));
    for name in ours.filter(|name| !names.contains(name)) {
        problems.push(unknown(Origin::Environment(name.clone()), name, names.iter().map(String::as_str)));
    }
    all
}

/// The variables of a setting, each with whether it names a file.
fn variable_names(setting: &Setting) -> Vec<(String, bool)> {
    let names = setting.env_names().into_iter();
    names
        .flat_map(|name| {
            let file = setting.has_file().then(|| (format!("{name}_FILE"), true));
            [Some((name, false)), file].into_iter().flatten()
        })
        .collect()
}

/// The one value that a layer gives for a setting. Two that differ are a problem, since nobody can tell which is meant.
fn only_one<'a>(given: Vec<Given<'a>>, problems: &mut Vec<Problem>) -> Option<Given<'a>> {
    let mut given = given.into_iter();
    let first = given.next()?;
    if let Some(other) = given.find(|other| other.raw != first.raw || other.names_file != first.names_file) {
        problems.push(Problem::new(
            other.origin,
            format!("{} gives another value for the same setting", first.origin),
            "keep one of them",
        ));
    }
    Some(first)
}

/// The problem of a name that nobody knows.
fn unknown<'a>(origin: Origin, name: &str, known: impl Iterator<Item = &'a str>) -> Problem {
    let advice = match closest(name, known) {
        Some(meant) => format!("did you mean {meant}?"),
        None => "remove it, or look at `chatd config example` for what there is".into(),
    };
    Problem::new(origin, "there is no such setting", advice)
}

/// The keys of a setting in the file, each with whether it names a file.
fn file_keys(setting: &Setting) -> Vec<(String, bool)> {
    let plain = (setting.secret != Secrecy::Whole).then(|| (setting.key.to_owned(), false));
    let file = setting.has_file().then(|| (format!("{}_file", setting.key), true));
    [plain, file].into_iter().flatten().collect()
}
