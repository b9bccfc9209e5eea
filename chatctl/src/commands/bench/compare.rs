//! A measurement against an earlier one, figure by figure: what became worse by more than is tolerated is a difference.
//! The base is what `--json-out` or `-o json` wrote.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;

use crate::files::{unreadable, unwritable};
use crate::output::failure::{Failure, Kind};
use crate::output::record::{Column, Kind as Holds, Record};

/// What is kept, and what it is held against.
#[derive(Debug, Clone, Args)]
pub struct CompareArgs {
    /// Write the result there too, as JSON; a base for later ones
    #[arg(long, value_name = "FILE")]
    pub json_out: Option<PathBuf>,
    /// Compare with this earlier result, and exit with 9 where a figure is worse than is tolerated
    #[arg(long, value_name = "BASE")]
    pub compare: Option<PathBuf>,
    /// Tolerate figures that are so many per cent worse
    #[arg(long, value_name = "PERCENT", default_value_t = 10.0, value_parser = tolerance, requires = "compare")]
    pub tolerance: f64,
}

fn tolerance(text: &str) -> Result<f64, String> {
    let percent = text.parse().ok().filter(|percent| (0.0..=1000.0).contains(percent));
    percent.ok_or_else(|| "write a number of per cent between 0 and 1000".to_owned())
}

/// The figures that are compared, and whether more of it is better.
const FIGURES: [(&str, bool); 6] = [
    ("messages_per_second", true),
    ("p50_ms", false),
    ("p99_ms", false),
    ("searches_per_second", true),
    ("search_p50_ms", false),
    ("search_p99_ms", false),
];

/// A figure against the base's.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Compared {
    /// Which one.
    pub figure: String,
    /// In the base.
    pub base: f64,
    /// Now.
    pub now: f64,
    /// By how much it has grown, in per cent.
    pub change_percent: f64,
    /// `same`, `better` or `worse` by more than is tolerated.
    pub verdict: String,
}

impl Record for Compared {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("figure", Holds::Word, |row: &Self| (&row.figure).into()),
            Column::new("base", Holds::Fraction, |row| row.base.into()),
            Column::new("now", Holds::Fraction, |row| row.now.into()),
            Column::new("change_percent", Holds::Fraction, |row| row.change_percent.into()),
            Column::new("verdict", Holds::State, |row| (&row.verdict).into()),
        ]
    }

    fn name(&self) -> String {
        self.figure.clone()
    }
}

/// An earlier result of `command`.
pub fn base(path: &Path, command: &str) -> Result<Value, Failure> {
    let doing = || format!("compare with {}", path.display());
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(doing(), &error))?;
    let written: Value = serde_json::from_str(&text).map_err(|error| {
        Failure::usage(doing(), format!("it is no result in JSON: {error}")).hint("--json-out writes one")
    })?;
    let schema = format!("chatctl.{command}/v1");
    if written["schema"] != schema.as_str() || !written["item"].is_object() {
        let why = format!("it is no result of this benchmark, which would be {schema}");
        return Err(Failure::usage(doing(), why).hint("compare like with like"));
    }
    Ok(written["item"].clone())
}

/// What `-o json` prints of a record, but for where it is from.
pub fn written<T: Record>(command: &str, record: &T) -> Value {
    let fields: Map<String, Value> = T::columns()
        .iter()
        .map(|column| {
            let value = serde_json::to_value((column.value)(record)).unwrap_or_default();
            (column.field.name.to_owned(), value)
        })
        .collect();
    json!({"schema": format!("chatctl.{command}/v1"), "item": fields})
}

/// Keeps a result.
pub fn keep(path: &Path, result: &Value) -> Result<(), Failure> {
    std::fs::write(path, format!("{result:#}\n"))
        .map_err(|error| unwritable(format!("write the result to {}", path.display()), &error))
}

/// The figures that both have.
#[must_use]
pub fn compared(base: &Value, now: &Value, tolerance: f64) -> Vec<Compared> {
    let both = FIGURES.iter().filter_map(|(figure, more_is_better)| {
        let (base, now) = (base[figure].as_f64()?, now[figure].as_f64()?);
        let change = if base == 0.0 { 0.0 } else { (now - base) / base * 100.0 };
        let worse_by = if *more_is_better { -change } else { change };
        let verdict = match worse_by {
            by if by > tolerance => "worse",
            by if by < -tolerance => "better",
            _ => "same",
        };
        let change_percent = (change * 10.0).round() / 10.0;
        Some(Compared { figure: (*figure).to_owned(), base, now, change_percent, verdict: verdict.to_owned() })
    });
    both.collect()
}

/// Refuses a base before anything is measured against it, and says where it is bad.
pub fn checked(args: &CompareArgs, command: &str) -> Result<Option<Value>, Failure> {
    if let (Some(out), Some(base)) = (&args.json_out, &args.compare)
        && out == base
    {
        return Err(Failure::new(Kind::Usage, "measure").because("--json-out would write over the base"));
    }
    args.compare.as_deref().map(|path| base(path, command)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdicts(base: &Value, now: &Value) -> Vec<(String, f64, String)> {
        compared(base, now, 10.0).into_iter().map(|row| (row.figure, row.change_percent, row.verdict)).collect()
    }

    #[test]
    fn less_of_a_rate_and_more_of_a_latency_are_worse_beyond_what_is_tolerated() {
        let base = json!({"messages_per_second": 1000.0, "p50_ms": 2.0, "p99_ms": 10.0, "search_p99_ms": null});
        let now = json!({"messages_per_second": 850.0, "p50_ms": 2.1, "p99_ms": 8.0, "search_p99_ms": 3.0});
        assert_eq!(
            verdicts(&base, &now),
            [
                ("messages_per_second".to_owned(), -15.0, "worse".to_owned()),
                ("p50_ms".to_owned(), 5.0, "same".to_owned()),
                ("p99_ms".to_owned(), -20.0, "better".to_owned()),
            ]
        );
    }

    #[test]
    fn a_base_of_nothing_says_nothing() {
        assert_eq!(verdicts(&json!({"p50_ms": 0.0}), &json!({"p50_ms": 9.0}))[0].2, "same");
        assert!(verdicts(&json!({}), &json!({"p50_ms": 9.0})).is_empty());
    }
}
