//! Checks as monitoring reads them: a plugin's line, Prometheus' text, or records.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use serde_json::json;

use super::judge::{Check, Figure};
use super::{What, name};
use crate::files::unwritable;
use crate::output::Format;
use crate::output::escape::visible;
use crate::output::exit::Verdict;
use crate::output::failure::Failure;
use crate::output::record::{Column, Kind as Holds, Record};
use crate::session::Session;

impl Record for Check {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("check", Holds::Word, |check: &Self| check.name.into()),
            Column::new("state", Holds::State, |check| word(check.verdict).to_ascii_lowercase().into()),
            Column::new("message", Holds::Text, |check| (&check.words).into()),
            Column::new("figures", Holds::Text, |check: &Self| {
                let figures = check.figures.iter().map(|figure| {
                    let Figure { name, value, unit, warn, crit } = figure;
                    json!({"name": name, "value": value, "unit": unit, "warn": warn, "crit": crit})
                });
                serde_json::Value::Array(figures.collect()).into()
            })
            .inside(figures),
        ]
    }

    fn name(&self) -> String {
        self.name.to_owned()
    }
}

/// The figures of a check in JSON.
fn figures() -> serde_json::Value {
    json!({"type": "array", "items": {
        "type": "object",
        "required": ["name", "value", "unit", "warn", "crit"],
        "properties": {
            "name": {"type": "string"},
            "value": {"type": "number"},
            "unit": {"enum": ["", "s", "B"]},
            "warn": {"type": ["number", "null"]},
            "crit": {"type": ["number", "null"]},
        },
    }})
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ok => "OK",
        Verdict::Warning => "WARNING",
        Verdict::Critical => "CRITICAL",
        Verdict::Unknown => "UNKNOWN",
    }
}

/// The worst of all: what is known to be bad is worse than what is not known.
pub fn worst(checks: &[Check]) -> Verdict {
    let rank = |verdict: Verdict| match verdict {
        Verdict::Ok => 0,
        Verdict::Warning => 1,
        Verdict::Unknown => 2,
        Verdict::Critical => 3,
    };
    checks.iter().map(|check| check.verdict).max_by_key(|verdict| rank(*verdict)).unwrap_or(Verdict::Unknown)
}

/// Prints the checks in the format that was asked for; a plugin's lines unless one was.
pub fn to_output(what: What, checks: &[Check], session: &mut Session) -> Result<(), Failure> {
    match session.global.output {
        Format::Table => session.printer.raw(plugin(what, checks).as_bytes()),
        Format::Prometheus => session.printer.raw(prometheus(checks).as_bytes()),
        _ => {
            let mut list = session.printer.list("check")?;
            for check in checks {
                list.push(check)?;
            }
            list.finish()
        }
    }
}

/// Writes the same to a file, in one step: whoever collects it never sees half of it.
pub fn to_file(path: &Path, what: What, checks: &[Check], session: &mut Session) -> Result<(), Failure> {
    let text = match session.global.output {
        Format::Table => plugin(what, checks),
        Format::Prometheus => prometheus(checks),
        _ => return Err(Failure::usage("write the file", "--outfile takes the usual lines or -o prometheus")),
    };
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let written = std::fs::File::create(&part)
        .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&part, path));
    written.map_err(|error| unwritable(format!("write {}", path.display()), &error))
}

/// `QUEUE OK - persist lag 0 | 'persist_lag'=0;;;0`; of several the worst first, then a line for each.
fn plugin(what: What, checks: &[Check]) -> String {
    let figures: Vec<String> = checks.iter().flat_map(|check| check.figures.iter().map(perfdata)).collect();
    let head = match checks {
        [check] => visible(&check.words).into_owned(),
        checks => {
            let bad: Vec<String> = checks
                .iter()
                .filter(|check| check.verdict != Verdict::Ok)
                .map(|check| format!("{} {}: {}", check.name, word(check.verdict), visible(&check.words)))
                .collect();
            if bad.is_empty() { format!("{} checks", checks.len()) } else { bad.join("; ") }
        }
    };
    // A bar would end the words: what follows it are figures.
    let head = head.replace('|', "/");
    let perfdata = if figures.is_empty() { String::new() } else { format!(" | {}", figures.join(" ")) };
    let mut text = format!("{} {} - {head}{perfdata}\n", name(what).to_uppercase(), word(worst(checks)));
    if checks.len() > 1 {
        for check in checks {
            let words = visible(&check.words).replace('|', "/");
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{} {} - {words}", check.name, word(check.verdict));
        }
    }
    text
}

fn perfdata(figure: &Figure) -> String {
    let bound = |bound: Option<f64>| bound.map_or_else(String::new, |bound| bound.to_string());
    let Figure { name, value, unit, warn, crit } = figure;
    format!("'{name}'={value}{unit};{};{};0", bound(*warn), bound(*crit))
}

fn prometheus(checks: &[Check]) -> String {
    let mut text = String::from(
        "# HELP chatctl_check_state The verdict of a check: 0 ok, 1 warning, 2 critical, 3 unknown.\n\
         # TYPE chatctl_check_state gauge\n",
    );
    for check in checks {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "chatctl_check_state{{check=\"{}\"}} {}", check.name, check.verdict as u8);
    }
    for figure in checks.iter().flat_map(|check| &check.figures) {
        let unit = match figure.unit {
            "s" => "_seconds",
            "B" => "_bytes",
            _ => "",
        };
        let name = format!("chatctl_{}{unit}", figure.name);
        let _ = writeln!(text, "# TYPE {name} gauge\n{name} {}", figure.value);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checks() -> Vec<Check> {
        let figure = Figure { warn: Some(1000.0), crit: Some(10000.0), ..Figure::count("persist_lag", 42) };
        let age = Figure { unit: "s", value: 1.5, ..Figure::count("persist_oldest_age", 0) };
        vec![
            Check { figures: vec![figure, age], ..Check::of("queue", Verdict::Ok, "persist lag 42") },
            Check::of("search", Verdict::Critical, "does not answer | at all"),
        ]
    }

    #[test]
    fn one_check_is_one_line_with_its_figures() {
        insta::assert_snapshot!(
            plugin(What::Queue, &checks()[..1]),
            @"QUEUE OK - persist lag 42 | 'persist_lag'=42;1000;10000;0 'persist_oldest_age'=1.5s;;;0"
        );
    }

    #[test]
    fn of_several_checks_the_first_line_says_what_is_wrong() {
        insta::assert_snapshot!(plugin(What::All, &checks()), @r"
        CHATD CRITICAL - search CRITICAL: does not answer / at all | 'persist_lag'=42;1000;10000;0 'persist_oldest_age'=1.5s;;;0
        queue OK - persist lag 42
        search CRITICAL - does not answer / at all
        ");
    }

    #[test]
    fn the_same_for_prometheus() {
        insta::assert_snapshot!(prometheus(&checks()), @r#"
        # HELP chatctl_check_state The verdict of a check: 0 ok, 1 warning, 2 critical, 3 unknown.
        # TYPE chatctl_check_state gauge
        chatctl_check_state{check="queue"} 0
        chatctl_check_state{check="search"} 2
        # TYPE chatctl_persist_lag gauge
        chatctl_persist_lag 42
        # TYPE chatctl_persist_oldest_age_seconds gauge
        chatctl_persist_oldest_age_seconds 1.5
        "#);
    }

    #[test]
    fn what_is_known_to_be_bad_is_worse_than_what_is_not_known() {
        let of = |verdicts: &[Verdict]| {
            worst(&verdicts.iter().map(|verdict| Check::of("c", *verdict, "")).collect::<Vec<_>>())
        };
        assert_eq!(of(&[Verdict::Unknown, Verdict::Critical, Verdict::Ok]), Verdict::Critical);
        assert_eq!(of(&[Verdict::Unknown, Verdict::Warning]), Verdict::Unknown);
    }
}
