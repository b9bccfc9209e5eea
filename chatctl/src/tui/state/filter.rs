//! The filter of lists: words that must be found, and comparisons of columns (`lag>100 idle>=30s !persist`). Pure.

use std::cmp::Ordering;

use crate::output::human::{Times, cell};
use crate::output::record::{Field, Kind, Value};

use super::page::Row;

/// What a row must be like.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter(Vec<Term>);

/// One word of a filter; all of them must fit.
#[derive(Debug, Clone, PartialEq)]
struct Term {
    /// Whether it must not fit.
    not: bool,
    what: What,
}

#[derive(Debug, Clone, PartialEq)]
enum What {
    /// Its letters stand in some cell in this order, whatever is between them and whatever their case.
    Letters(String),
    /// A column compared with a number, a duration or a text.
    Column { place: usize, how: How, with: String },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Equal,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    Holds,
}

/// What is wrong with a filter, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The character that it begins at.
    pub at: usize,
    /// What it is.
    pub why: String,
}

/// The signs of comparisons, longer ones first.
const SIGNS: [(&str, How, bool); 7] = [
    (">=", How::GreaterOrEqual, false),
    ("<=", How::LessOrEqual, false),
    ("!=", How::Equal, true),
    (">", How::Greater, false),
    ("<", How::Less, false),
    ("=", How::Equal, false),
    ("~", How::Holds, false),
];

impl Filter {
    /// Understands `text` for rows of these columns.
    pub fn parse(text: &str, fields: &[Field]) -> Result<Self, Wrong> {
        let mut terms = Vec::new();
        let mut at = 0;
        for word in text.split(' ') {
            let length = word.chars().count();
            // A person says "and" between words that must all fit.
            if !word.is_empty() && word != "and" {
                terms.push(Term::parse(word, at, fields)?);
            }
            at += length + 1;
        }
        Ok(Self(terms))
    }

    /// Whether a row fits.
    #[must_use]
    pub fn fits(&self, row: &Row, fields: &[Field], times: Times) -> bool {
        self.0.iter().all(|term| term.fits(row, fields, times) != term.not)
    }
}

impl Term {
    fn parse(word: &str, at: usize, fields: &[Field]) -> Result<Self, Wrong> {
        let (not, bare) = word.strip_prefix('!').map_or((false, word), |bare| (true, bare));
        let sign = SIGNS.iter().filter_map(|sign| Some((bare.find(sign.0)?, sign))).min_by_key(|(place, _)| *place);
        let Some((place, (sign, how, opposite))) = sign.filter(|(place, _)| *place > 0) else {
            return Ok(Self { not, what: What::Letters(bare.to_lowercase()) });
        };
        let (name, with) = (&bare[..place], &bare[place + sign.len()..]);
        let unknown = || {
            let known: Vec<&str> = fields.iter().map(|field| field.name).collect();
            Wrong { at, why: format!("there is no column `{name}`: {}", known.join(", ")) }
        };
        let column = called(fields, name).ok_or_else(unknown)?;
        Ok(Self { not: not != *opposite, what: What::Column { place: column, how: *how, with: with.to_owned() } })
    }

    fn fits(&self, row: &Row, fields: &[Field], times: Times) -> bool {
        match &self.what {
            What::Letters(letters) => {
                let cells = fields.iter().zip(&row.values);
                cells.into_iter().any(|(field, value)| holds(&cell(value, field.kind, times).to_lowercase(), letters))
            }
            What::Column { place, how, with } => match (row.values.get(*place), fields.get(*place)) {
                (Some(value), Some(field)) => compare(value, field.kind, *how, with, times),
                _ => false,
            },
        }
    }
}

/// The column that is meant by `name`: its name, its title, or the beginning of one name alone.
fn called(fields: &[Field], name: &str) -> Option<usize> {
    let whole = fields.iter().position(|field| field.is_called(name));
    let mut begun = (0..fields.len()).filter(|place| fields[*place].name.starts_with(name));
    whole.or_else(|| begun.next().filter(|_| begun.next().is_none()))
}

/// Whether `letters` stand in `text`: as they are, or spread over one word.
fn holds(text: &str, letters: &str) -> bool {
    text.contains(letters) || text.split(' ').any(|word| word.len() <= 64 && is_spread(word, letters))
}

/// Whether the letters stand in the word in their order, the first of them at its beginning.
pub fn is_spread(word: &str, letters: &str) -> bool {
    let mut rest = word.chars();
    let mut wanted = letters.chars();
    if wanted.clone().next() != rest.clone().next() {
        return false;
    }
    wanted.all(|letter| rest.any(|c| c == letter))
}

fn compare(value: &Value, kind: Kind, how: How, with: &str, times: Times) -> bool {
    let text = cell(value, kind, times).to_lowercase();
    if how == How::Holds {
        return text.contains(&with.to_lowercase());
    }
    let ordering = match (value, number(with, kind)) {
        (Value::Null, _) => return how == How::Equal && with == "-",
        #[expect(clippy::cast_precision_loss, reason = "filters compare what people write")]
        (Value::Int(found), Some(number)) => (*found as f64).total_cmp(&number),
        (Value::Float(found), Some(number)) => found.total_cmp(&number),
        // An age: what is older is greater.
        (Value::Time(at), Some(ms)) => {
            let age = times.now.as_millis().saturating_sub(at.as_millis());
            #[expect(clippy::cast_precision_loss, reason = "filters compare what people write")]
            (age as f64).total_cmp(&ms)
        }
        _ => text.as_str().cmp(with.to_lowercase().as_str()),
    };
    match how {
        How::Equal => ordering == Ordering::Equal,
        How::Greater => ordering == Ordering::Greater,
        How::GreaterOrEqual => ordering != Ordering::Less,
        How::Less => ordering == Ordering::Less,
        How::LessOrEqual => ordering != Ordering::Greater,
        How::Holds => false,
    }
}

/// A number as it was written; a duration in milliseconds where the column is one.
fn number(text: &str, kind: Kind) -> Option<f64> {
    match kind {
        Kind::Millis | Kind::Time => {
            let span: Option<jiff::SignedDuration> = text.parse().ok();
            span.map(|span| span.as_secs_f64() * 1000.0).or_else(|| text.parse().ok())
        }
        _ => text.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use chat_shared::clock::Timestamp;

    use super::*;
    use crate::output::human::TimeStyle;
    use crate::output::record::Show;

    fn fields() -> Vec<Field> {
        let field = |name, kind| Field { name, kind, show: Show::Always, nullable: false };
        vec![
            field("queue", Kind::Word),
            field("lag", Kind::Number),
            field("oldest_age_ms", Kind::Millis),
            field("at", Kind::Time),
        ]
    }

    fn fits(text: &str) -> bool {
        let row = Row {
            id: "persist".to_owned(),
            values: vec!["persist".into(), 96i64.into(), 131_000i64.into(), Timestamp::from_millis(40_000).into()],
            lit: Vec::new(),
        };
        let times = Times { style: TimeStyle::Relative, now: Timestamp::from_millis(100_000) };
        Filter::parse(text, &fields()).expect("understood").fits(&row, &fields(), times)
    }

    #[test]
    fn all_words_of_a_filter_must_fit() {
        for fitting in ["", "pers", "PERS", "prst", "pers lag>90", "pers and lag=96", "!index", "queue~sis"] {
            assert!(fits(fitting), "{fitting}");
        }
        for failing in ["index", "!pers", "pers lag>96", "ersp", "queue=index", "queue!=persist"] {
            assert!(!fits(failing), "{failing}");
        }
    }

    #[test]
    fn durations_and_ages_are_compared_as_people_write_them() {
        for fitting in ["oldest>2m", "oldest_age_ms<=131s", "at>=1m", "at<61s"] {
            assert!(fits(fitting), "{fitting}");
        }
        assert!(!fits("oldest>3m") && !fits("at>1m"));
    }

    #[test]
    fn an_unknown_column_is_pointed_at() {
        let wrong = Filter::parse("pers lagg>3", &fields()).expect_err("unknown");
        assert_eq!(wrong.at, 5);
        assert!(wrong.why.contains("`lagg`") && wrong.why.contains("lag, "), "{}", wrong.why);
    }
}
