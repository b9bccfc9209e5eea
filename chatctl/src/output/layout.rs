//! Which columns, in which order, sorted how: what `--columns` and `--sort` ask for, checked against what a record
//! has. Pure; knows no format.

use std::cmp::Ordering;

use super::failure::Failure;
use super::record::{Column, Field, Show, Value};

/// The sorting that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sort {
    /// The column's name.
    pub column: String,
    /// From the greatest downward (`--sort -column`).
    pub descending: bool,
}

impl std::str::FromStr for Sort {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (descending, column) = text.strip_prefix('-').map_or((false, text), |column| (true, column));
        if column.is_empty() {
            return Err("name a column, with `-` before it to sort downward".to_owned());
        }
        Ok(Self { column: column.to_owned(), descending })
    }
}

/// The columns to print: the named ones in the order named, or those that `wanted` holds.
pub fn select<T>(columns: Vec<Column<T>>, named: &[String], wanted: &[Show]) -> Result<Vec<Column<T>>, Failure> {
    if named.is_empty() {
        return Ok(columns.into_iter().filter(|column| wanted.contains(&column.field.show)).collect());
    }
    let known: Vec<Field> = columns.iter().map(|column| column.field).collect();
    let mut rest: Vec<Option<Column<T>>> = columns.into_iter().map(Some).collect();
    named.iter().map(|name| take(&mut rest, &known, name)).collect()
}

fn take<T>(rest: &mut [Option<Column<T>>], known: &[Field], name: &str) -> Result<Column<T>, Failure> {
    let place = known.iter().position(|field| field.is_called(name));
    let place = place.ok_or_else(|| unknown("--columns", name, known.iter().copied()))?;
    rest[place].take().ok_or_else(|| Failure::usage("select the columns", format!("`{name}` is named twice")))
}

/// Which of the record's columns to sort by.
pub fn sorter<T>(columns: &[Column<T>], sort: &Sort) -> Result<fn(&T) -> Value, Failure> {
    let found = columns.iter().find(|column| column.field.is_called(&sort.column));
    let fields = columns.iter().map(|column| column.field);
    found.map(|column| column.value).ok_or_else(|| unknown("--sort", &sort.column, fields))
}

fn unknown(flag: &str, name: &str, known: impl Iterator<Item = Field>) -> Failure {
    let known: Vec<&str> = known.map(|field| field.name).collect();
    let near = known.iter().copied().max_by(|a, b| strsim::jaro(a, name).total_cmp(&strsim::jaro(b, name)));
    let near = near.filter(|near| strsim::jaro(near, name) > 0.7);
    let suggestion = near.map_or_else(String::new, |near| format!("did you mean `{near}`? "));
    Failure::usage("lay out the columns", format!("{flag}: there is no column `{name}`"))
        .hint(format!("{suggestion}the columns are {}", known.join(", ")))
}

/// The order of two values of one column; what is absent comes last, whichever way the rest is sorted.
#[must_use]
pub fn order(a: &Value, b: &Value, descending: bool) -> Ordering {
    let turned = |ordering: Ordering| if descending { ordering.reverse() } else { ordering };
    match (a, b) {
        (Value::Null, Value::Null) => Ordering::Equal,
        (Value::Null, _) => Ordering::Greater,
        (_, Value::Null) => Ordering::Less,
        (Value::Bool(a), Value::Bool(b)) => turned(a.cmp(b)),
        (Value::Int(a), Value::Int(b)) => turned(a.cmp(b)),
        (Value::Float(a), Value::Float(b)) => turned(a.total_cmp(b)),
        (Value::Text(a), Value::Text(b)) => turned(a.cmp(b)),
        (Value::Time(a), Value::Time(b)) => turned(a.cmp(b)),
        // A column holds one kind of value; what is left is JSON, which has no order but that of its text.
        (a, b) => turned(format!("{a:?}").cmp(&format!("{b:?}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::record::Kind;
    use super::*;

    fn columns() -> Vec<Column<(i64, Option<i64>)>> {
        vec![
            Column::new("number", Kind::Number, |row| row.0.into()),
            Column::new("title_length", Kind::Number, |row: &(i64, Option<i64>)| row.1.into()).wide(),
        ]
    }

    #[test]
    fn columns_come_in_the_order_in_which_they_were_named() {
        let named = ["title_length".to_owned(), "number".to_owned()];
        let selected = select(columns(), &named, &[Show::Always]).expect("both exist");
        let names: Vec<&str> = selected.iter().map(|column| column.field.name).collect();
        assert_eq!(names, ["title_length", "number"]);
    }

    #[test]
    fn an_unknown_column_is_refused_with_a_suggestion() {
        let refused = select(columns(), &["titel_length".to_owned()], &[]).expect_err("unknown");
        let mut shown = Vec::new();
        refused.report(&mut shown, false, false).expect("a Vec takes everything");
        insta::assert_snapshot!(String::from_utf8(shown).expect("text"), @r"
        error: could not lay out the columns: --columns: there is no column `titel_length`
        hint: did you mean `title_length`? the columns are number, title_length
        ");
    }

    #[test]
    fn what_is_absent_is_sorted_last_both_ways() {
        let mut values = vec![Value::Null, Value::Int(1), Value::Int(2)];
        values.sort_by(|a, b| order(a, b, true));
        assert_eq!(values, [Value::Int(2), Value::Int(1), Value::Null]);
        values.sort_by(|a, b| order(a, b, false));
        assert_eq!(values, [Value::Int(1), Value::Int(2), Value::Null]);
    }

    #[test]
    fn sorting_downward_is_asked_for_by_a_minus() {
        assert_eq!("-number".parse(), Ok(Sort { column: "number".to_owned(), descending: true }));
        assert!("-".parse::<Sort>().is_err());
    }
}
