//! The configuration file: TOML, read with the line of every key, so that a problem can be found.

use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Given, file_keys, only_one, unknown};
use crate::config::codec::Raw;
use crate::config::environment::Environment;
use crate::config::problem::{Origin, Problem};
use crate::config::setting::{Secrecy, Setting};

/// A key of the file with its value.
struct Entry {
    key: String,
    raw: Raw,
    line: usize,
}

/// What the file at `path`, named by `origin`, gives.
pub(super) fn read<'a>(
    table: &'a [Setting],
    environment: &Environment,
    path: &Path,
    origin: &Origin,
    problems: &mut Vec<Problem>,
) -> Vec<Given<'a>> {
    let path = environment.current_dir.join(path);
    let text = match environment.files.read(&path) {
        Ok(text) => text,
        Err(error) => {
            let what = format!("the configuration file {} cannot be read ({error})", path.display());
            problems.push(Problem::new(origin.clone(), what, "name a readable TOML file"));
            return Vec::new();
        }
    };
    let at = |line, key: &str| Origin::File { path: path.clone(), line, key: key.to_owned() };
    let (document, errors) = DeTable::parse_recoverable(&text);
    for error in errors {
        let line = error.span().map_or(0, |span| line_of(&text, span.start));
        problems.push(Problem::new(at(line, ""), format!("this is no TOML: {}", error.message()), "correct the line"));
    }
    let mut entries = entries(&text, document.get_ref(), table, &mut |line, key, what, advice| {
        problems.push(Problem::new(at(line, key), what, advice));
    });
    let base = path.parent().map(Path::to_path_buf).unwrap_or_default();
    let mut all = Vec::new();
    for setting in table {
        all.extend(only_one(take(setting, &mut entries, &base, &at), problems));
    }
    problems.extend(entries.iter().map(|entry| left_over(entry, table, &at)));
    all
}

/// Takes the entries that belong to a setting.
fn take<'a>(
    setting: &'a Setting,
    entries: &mut Vec<Entry>,
    base: &Path,
    at: &impl Fn(usize, &str) -> Origin,
) -> Vec<Given<'a>> {
    let mut given = Vec::new();
    for (key, names_file) in file_keys(setting) {
        while let Some(place) = entries.iter().position(|entry| entry.key == key) {
            let entry = entries.swap_remove(place);
            let origin = at(entry.line, &key);
            given.push(Given { setting, raw: entry.raw, names_file, base: PathBuf::from(base), origin });
        }
    }
    given
}

/// The problem of an entry that belongs to no setting.
fn left_over(entry: &Entry, table: &[Setting], at: &impl Fn(usize, &str) -> Origin) -> Problem {
    let origin = at(entry.line, &entry.key);
    if let Some(setting) = table.iter().find(|setting| setting.secret == Secrecy::Whole && setting.key == entry.key) {
        let advice = format!("put it into a file of its own and name that as {}_file", setting.key);
        return Problem::new(origin, "a secret does not belong into the configuration file", advice);
    }
    let known: Vec<String> = table.iter().flat_map(file_keys).map(|(key, _)| key).collect();
    // A right name in a wrong section is more likely than a wrong name.
    let name = entry.key.rsplit('.').next().unwrap_or(&entry.key);
    match known.iter().find(|key| key.rsplit('.').next() == Some(name)) {
        Some(meant) => Problem::new(origin, "there is no such setting", format!("did you mean {meant}?")),
        None => unknown(origin, &entry.key, known.iter().map(String::as_str)),
    }
}

/// The file as a flat list: sections are one level deep.
fn entries(
    text: &str,
    root: &DeTable<'_>,
    table: &[Setting],
    wrong: &mut impl FnMut(usize, &str, &str, &str),
) -> Vec<Entry> {
    let mut all = Vec::new();
    for (key, value) in root {
        let line = line_of(text, key.span().start);
        let name: &str = key.get_ref();
        match value.get_ref() {
            DeValue::Table(section) => all.extend(section.iter().map(|(key, value)| {
                let line = line_of(text, key.span().start);
                Entry { key: format!("{name}.{}", key.get_ref()), raw: raw(value), line }
            })),
            _ if table.iter().any(|setting| setting.section() == name) => {
                wrong(line, name, "this is a section, not a setting", &format!("write [{name}] above its settings"));
            }
            _ => all.push(Entry { key: name.to_owned(), raw: raw(value), line }),
        }
    }
    all
}

fn raw(value: &Spanned<DeValue<'_>>) -> Raw {
    match value.get_ref() {
        DeValue::String(text) => Raw::String(text.clone().into_owned()),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or(Raw::Other("number that is too large"), Raw::Integer),
        other => Raw::Other(other.type_str()),
    }
}

/// The line, counted from 1, in which the byte `at` stands.
fn line_of(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}
